//! How well a table fits catalogues that mean nothing: the schemas' columns, shuffled among the schemas.

use super::forms::Form;
use super::reading::Reading;
use super::{assign, forms, order_bonus};
use crate::reference::schema::Schema;

/// Shuffled catalogues: the least p is one in a hundred.
///
/// # Source
/// The project's method, section 6.2, asks for at least 99. The greatest fit of each whole catalogue is kept, so that p
/// holds for the best of all schemas at once (P. H. Westfall and S. S. Young, 1993), which is what Holm's step does, with
/// fewer shuffles.
const CATALOGUES: u64 = 99;
/// Seed of the shuffles: the same for every run.
const SEED: u64 = 0x6c65_616b_7072_6f76;

/// The greatest fit of the table in each shuffled catalogue. Sizes of forms and frequencies of fields are those of the real
/// one; forms of the columns as they stand, none reshaped.
pub fn greatest(forms: &[Form], schemas: &[Schema], readings: &[Reading], loose: &[f64]) -> Vec<f64> {
    let plain: Vec<&Form> = forms.iter().filter(|form| form.worth >= 1.0).collect();
    let pool: Vec<_> = plain.iter().flat_map(|form| &form.wants).collect();
    if pool.is_empty() || schemas.is_empty() {
        return Vec::new();
    }
    let likeness: Vec<Vec<f64>> = pool
        .iter()
        .map(|want| readings.iter().map(|reading| reading.likeness(want).0 * want.weight).collect())
        .collect();
    let mut bits = SEED;
    (0..CATALOGUES)
        .map(|_| {
            let mut order: Vec<usize> = (0..pool.len()).collect();
            for last in (1..order.len()).rev() {
                order.swap(last, below(&mut bits, last + 1));
            }
            let mut drawn = order.into_iter();
            let of = |form: &&Form| -> f64 {
                let picked: Vec<usize> = drawn.by_ref().take(form.wants.len()).collect();
                one(form, &picked, &pool, &likeness, readings, loose)
            };
            plain.iter().map(of).fold(0.0, f64::max)
        })
        .collect()
}

/// The fit of a form of drawn columns.
fn one(
    form: &Form,
    picked: &[usize],
    pool: &[&forms::Want],
    likeness: &[Vec<f64>],
    readings: &[Reading],
    loose: &[f64],
) -> f64 {
    let values: Vec<Vec<f64>> = picked.iter().map(|&at| likeness[at].clone()).collect();
    let given = assign::assign(&values);
    let mut seen = std::collections::BTreeSet::new();
    let (mut got, mut all, mut absent, mut must) = (0.0, 0.0, 0.0, 0.0);
    for (row, column) in given.iter().enumerate() {
        let want = pool[picked[row]];
        // A field twice in one schema asks for one column.
        if !seen.insert(&want.column.field) && column.is_none() {
            continue;
        }
        must += if want.must { want.weight } else { 0.0 };
        match column {
            Some(column) => {
                got += values[row][*column];
                all += want.weight;
            }
            None if want.must => all += want.weight,
            None => absent += want.weight * forms::ABSENT_MAY,
        }
    }
    all += forms::absent(absent, must);
    let free = |(position, reading): &(usize, &Reading)| !given.contains(&Some(*position)) && !reading.follows();
    all += readings.iter().enumerate().filter(free).map(|(position, _)| 0.5 * loose[position]).sum::<f64>();
    if all > 0.0 { (got / all + order_bonus(form, &given)).min(1.0) } else { 0.0 }
}

/// A number in `0..below`.
///
/// # Source
/// The finaliser of splitmix64 (Steele, Lea, Flood 2014; public domain code by S. Vigna, prng.di.unimi.it).
fn below(bits: &mut u64, below: usize) -> usize {
    *bits = bits.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (*bits ^ (*bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((u128::from(value ^ (value >> 31)) * below as u128) >> 64) as usize
}
