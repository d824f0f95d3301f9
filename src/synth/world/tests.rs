//! The classes of worlds hold together.

use super::RECIPES;

#[test]
fn classes_are_sorted() {
    assert!(RECIPES.windows(2).all(|pair| pair[0].scenario.id < pair[1].scenario.id));
}
