//! Shares, samples, overlaps, exclusive and planted records.

use leakprov::stats::{self, exclusive, finite, interval, weight};

use super::{CLOSED, ITERATED, Row, as_count, as_number, near};

pub fn intervals(row: &Row) {
    let (hits, of) = (row.count("hits"), row.count("of"));
    row.near_pair("wilson", interval::wilson(hits, of, 0.95), CLOSED);
    row.near_pair("exact", interval::clopper_pearson(hits, of, 0.95), CLOSED);
}

pub fn no_hits(row: &Row) {
    let of = row.count("of");
    let upper = interval::upper(0, of, 0.95);
    row.near("upper", upper, CLOSED);
    row.near("rule_of_three", interval::rule_of_three(of).unwrap(), CLOSED);
    assert_eq!((upper * 26e6) as u64, row.count("of_26_million"));
}

pub fn finite(row: &Row) {
    let found = finite::hypergeometric(row.count("hits"), row.count("of"), row.count("whole"), 0.95);
    assert_eq!(found, row.count_pair("interval"));
}

pub fn matcher_errors(row: &Row) {
    let (sensitivity, specificity) = (row.number("sensitivity"), row.number("specificity"));
    let found = interval::rogan_gladen(row.number("seen"), sensitivity, specificity).unwrap();
    row.near("raw", found.raw, CLOSED);
    near("share", found.share, row.number("raw").clamp(0.0, 1.0), CLOSED);
}

pub fn public_counts(row: &Row) {
    let (claimed, held, exist) = (row.count("claimed"), row.count("held"), row.count("exist"));
    row.near("claimed_to_held", stats::share(claimed, held).unwrap(), CLOSED);
    row.near("claimed_to_exist", stats::share(claimed, exist).unwrap(), CLOSED);
    row.near("held_to_exist", stats::share(held, exist).unwrap(), CLOSED);
    let from_held = stats::share_at_most(claimed, held).unwrap();
    let existing = stats::share_at_most(claimed, exist).unwrap();
    row.near("share_from_held_at_most", from_held, CLOSED);
    row.near("share_outside_held_at_least", 1.0 - from_held, CLOSED);
    row.near("share_existing_at_most", existing, CLOSED);
    row.near("share_not_existing_at_least", 1.0 - existing, CLOSED);
    assert_eq!(stats::excess_at_least(claimed, held), row.count("not_held_at_least"));
    assert_eq!(stats::excess_at_least(claimed, exist), row.count("not_existing_at_least"));
    row.near("jaccard_at_most", stats::jaccard(claimed, held, held).unwrap(), CLOSED);
    let chance = finite::chance_overlap(exist, held, exist).unwrap();
    row.near("chance_containment", chance.share_of_left.unwrap(), CLOSED);
    for known in row.list("frechet") {
        let real = as_count(&known[0]);
        let (least, most) = finite::frechet(real, held, exist).unwrap();
        assert_eq!((least, most), (as_count(&known[1]), as_count(&known[2])));
        near("frechet share", stats::share(least, held).unwrap(), as_number(&known[3]), CLOSED);
    }
    rounding(&row.part("rounding"));
}

fn rounding(row: &Row) {
    let (claimed, held) = (row.count_pair("claimed"), row.count_pair("held"));
    let ratio = (stats::share(claimed.0, held.1).unwrap(), stats::share(claimed.1, held.0).unwrap());
    row.near_pair("ratio", ratio, CLOSED);
    row.near("share_from_held_at_most", stats::share_at_most(claimed.0, held.1).unwrap(), CLOSED);
    let excess = stats::excess_at_least(claimed.0, row.count("exist_most"));
    assert_eq!(excess, row.count("not_existing_at_least"));
    row.finish();
}

pub fn repeated_rows(row: &Row) {
    let (rows, distinct) = (row.count("rows"), row.count("distinct"));
    row.near("to_held_by_rows", stats::share(rows, 6_500_000).unwrap(), CLOSED);
    row.near("to_held_by_distinct", stats::share(distinct, 6_500_000).unwrap(), CLOSED);
    row.near("rows_per_distinct", stats::share(rows, distinct).unwrap(), CLOSED);
    assert_eq!(stats::excess_at_least(distinct, 9_500_000) > 0, row.value("exceeds_existing").as_bool().unwrap());
}

pub fn chance_overlap(row: &Row) {
    let found = finite::chance_overlap(row.count("left"), row.count("right"), row.count("population")).unwrap();
    row.near("expected", found.expected, CLOSED);
    row.near("deviation", found.deviation, CLOSED);
    row.near("share_of_left", found.share_of_left.unwrap(), CLOSED);
    row.near("share_of_right", found.share_of_right.unwrap(), CLOSED);
}

pub fn serial_end(row: &Row) {
    let found = finite::serial_end(row.count("greatest"), row.count("seen"), 0.95).unwrap();
    row.near("estimate", found.estimate, CLOSED);
    row.near("upper", found.upper, CLOSED);
}

pub fn exclusive_records(row: &Row) {
    let (hits, of) = (row.count("hits"), row.count("of"));
    let weight = exclusive::log10_of_rates(hits, of, row.number("first"), row.number("second")).unwrap();
    row.near("log10", weight, CLOSED);
    row.near("rate", stats::share(hits, of).unwrap(), CLOSED);
    row.near_pair("interval", interval::clopper_pearson(hits, of, 0.95), CLOSED);
    row.near("upper", interval::upper(hits, of, 0.95), CLOSED);
    let corrected = exclusive::upper_copied_share(hits, of, 0.95);
    near("corrected", corrected, row.number("upper") / 0.95, CLOSED);
}

pub fn least_records(row: &Row) {
    let found = exclusive::least_records(row.number("share"), row.number("sensitivity")).unwrap();
    assert_eq!(found, row.count("records"));
}

pub fn planted(row: &Row) {
    let (copied, chance) = (row.number("copied"), row.number("chance"));
    let found = exclusive::planted(row.count("hits"), row.count("of"), copied, chance);
    row.near("if_copied", found.if_copied, ITERATED);
    row.near("none_if_copied", found.none_if_copied, CLOSED);
    near("planted by_chance", found.by_chance, row.number("by_chance"), CLOSED);
}

pub fn service_and_control(row: &Row) {
    let found = exclusive::service_vs_control(row.count_pair("service"), row.count_pair("control")).unwrap();
    row.near("difference", found.difference, CLOSED);
    row.near("chance", found.chance, CLOSED);
    row.near("log10", found.log10_two_rates, CLOSED);
}

pub fn worked_case(row: &Row) {
    let sample = row.part("sample");
    let upper = interval::upper(0, sample.count("of"), 0.95);
    let assumed = sample.number("assumed_share");
    sample.near("upper", upper, CLOSED);
    assert_eq!((upper * 26e6) as u64, sample.count("of_26_million"));
    sample.near("upper_share", upper / assumed, CLOSED);
    for (name, share) in [("none_at_quarter", 0.25), ("none_at_hundredth", 0.01)] {
        let none = exclusive::planted(0, sample.count("of"), share * assumed, 0.0).none_if_copied;
        sample.near(name, none, CLOSED);
    }
    sample.finish();

    let records = row.part("exclusive");
    let (of, held, sensitivity) = (records.count("of"), records.number("held"), records.number("sensitivity"));
    records.near("upper", exclusive::upper_copied_share(0, of, 1.0), CLOSED);
    records.near("records", exclusive::upper_copied_share(0, of, 1.0) * held, CLOSED);
    records.near("records_corrected", exclusive::upper_copied_share(0, of, sensitivity) * held, CLOSED);
    records.finish();

    let weights = row.part("weights");
    let found = weight::combine(&weights.numbers("groups"));
    weights.near("dependent", found.dependent, CLOSED);
    weights.near("independent", found.independent, CLOSED);
    weights.near("ratio", 10f64.powf(found.reported.abs()), CLOSED);
    weights.near("independent_ratio", 10f64.powf(found.independent.abs()), CLOSED);
    assert_eq!(weight::band(found.reported).strength.word(), weights.text("band"));
    assert_eq!(weight::band(found.independent).strength.word(), weights.text("independent_band"));
    weights.finish();
}
