//! A small part of the validation: every class once, small; lines are kept, cut ones made again.

use leakprov::synth::world::RECIPES;
use leakprov::validation::{Order, Table, run, store};

/// Every class, written small, analysed, and compared with its truth: all counts are exact.
#[test]
fn a_little_of_the_validation() {
    let folder = tempfile::tempdir().unwrap();
    let order = |worlds| Order { classes: RECIPES.to_vec(), worlds, seed: 40, threads: 2, scale: 0.25 };
    run(&order(1), folder.path(), &|_, _| {}).unwrap();
    let first = store::worlds(folder.path()).unwrap();
    assert_eq!(first.len(), RECIPES.len());
    for world in &first {
        assert_eq!(world.wrong_counts, 0, "{} with seed {}", world.class, world.seed);
    }
    // The last line is cut, as by a lost connection: it is made again, and only what is missing is added.
    let path = folder.path().join(store::LINES);
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, &text[..text.len() - 20]).unwrap();
    run(&order(1), folder.path(), &|_, all| assert_eq!(all, 1)).unwrap();
    assert_eq!(store::worlds(folder.path()).unwrap(), first, "one class and seed, one line");
    run(&order(1), folder.path(), &|_, _| panic!("everything is known")).unwrap();
    let table = Table::of(&first);
    assert_eq!(table.worlds, [first.len() as u64, 0], "an even seed is for development");
    let exact = table.measures.iter().find(|line| line.id == "exact-counts").unwrap();
    assert!(table.markdown().contains(&exact.title));
}
