//! Sampled and approximate sets.

use leakprov::stats::{expected_hash_collisions, sketch, tail};

use super::{CLOSED, Row, as_count, as_number, near};

pub fn sketches(row: &Row) {
    let (left, right, common) = (row.count("left"), row.count("right"), row.count("common"));
    let fraction = row.number("fraction");
    let size = sketch::sketched_size(left, fraction, 0.95).unwrap();
    row.near("left_size", size.size, CLOSED);
    assert_eq!((size.low, size.high), row.count_pair("left_interval"));
    let reach = tail::normal_quantile(0.975) * size.deviation;
    row.near_pair("left_normal", (size.size - reach, size.size + reach), CLOSED);
    let shared = sketch::sketched_size(common, fraction, 0.95).unwrap();
    row.near("shared", shared.size, CLOSED);
    assert_eq!((shared.low, shared.high), row.count_pair("shared_interval"));
    for (name, of) in [("left_in_right", left), ("right_in_left", right), ("jaccard", left + right - common)] {
        let found = sketch::sketched_share(common, of, 0.95).unwrap();
        for (found, expected) in [found.share, found.low, found.high].into_iter().zip(row.numbers(name)) {
            near(name, found, expected, CLOSED);
        }
    }
}

pub fn no_common_hash(row: &Row) {
    let found = sketch::no_common_hash(row.number("fraction"), 0.95).unwrap();
    row.near("one_sided", found.one_sided, CLOSED);
    row.near("two_sided", found.two_sided, CLOSED);
}

pub fn containment_bias(row: &Row) {
    let found = sketch::containment_bias(row.count("size"), row.number("fraction")).unwrap();
    row.near("factor", found, CLOSED);
}

pub fn containment_error(row: &Row) {
    let found = sketch::containment_error(row.number("containment"), row.count("size"), row.number("fraction"));
    row.near("error", found.unwrap(), CLOSED);
}

pub fn smallest_hashes(row: &Row) {
    let (size, error) = sketch::smallest_hashes(row.count("k"), row.number("position")).unwrap();
    row.near("size", size, CLOSED);
    row.near("error", error, CLOSED);
}

pub fn smallest_hashes_jaccard(row: &Row) {
    let found = sketch::sketched_share(row.count("common"), row.count("k"), 0.95).unwrap();
    row.near("share", found.share, CLOSED);
    row.near("error", found.error, CLOSED);
    row.near_pair("interval", (found.low, found.high), CLOSED);
}

pub fn containment_from_jaccard(row: &Row) {
    let found = sketch::containment_from_jaccard(row.number("jaccard"), row.count("left"), row.count("right"));
    row.near("containment", found.unwrap(), CLOSED);
}

pub fn hyper_log_log(row: &Row) {
    let precision = row.count("precision") as u32;
    let found = sketch::hyper_log_log(row.count("left"), row.count("right"), row.count("shared"), precision).unwrap();
    row.near("error", found.error, CLOSED);
    row.near("intersection_deviation", found.intersection_deviation, CLOSED);
    assert_eq!(found.bytes, row.count("bytes"));
}

pub fn hash_collisions(row: &Row) {
    for known in row.list("within") {
        let found = sketch::collisions_within(as_count(&known[0]), as_count(&known[1]) as u32);
        near("collisions within", found, as_number(&known[2]), CLOSED);
    }
    let known = row.list("across");
    let found = expected_hash_collisions(as_count(&known[0]), as_count(&known[1]));
    near("collisions across", found, as_number(&known[2]), CLOSED);
}
