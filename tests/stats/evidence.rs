//! Weights of evidence, calibration, versions, dates, order.

use leakprov::stats::control::{self, Hits};
use leakprov::stats::weight::{self, Side};
use leakprov::stats::{calibration, dates, fabrication, order, versions};
use serde_json::Value;

use super::{CLOSED, ITERATED, Row, as_count, as_number, near};

/// Weights of the control list depend on the grid.
const GRID: f64 = 0.02;

pub fn control_list(row: &Row) {
    let hits = |name| Hits { found: row.count_pair(name).0, of: row.count_pair(name).1 };
    let found = control::weigh(hits("x"), hits("q"), row.number("tau"));
    let pairs = [("so_u", found.so_u), ("su_u", found.su_u), ("mix_u", found.mix_u), ("mix_c", found.mix_c)];
    for (name, found) in pairs {
        let expected = row.number(name);
        assert!((found - expected).abs() <= GRID, "{name}: {found} is not {expected}");
    }
    for (found, expected) in [found.so_u, found.mix_u, found.mix_c].into_iter().zip(row.numbers("bounded")) {
        let found = weight::bounded(found, 0.01);
        assert!((found - expected).abs() <= GRID, "bounded: {found} is not {expected}");
    }
}

pub fn bounded(row: &Row) {
    row.near("bounded", weight::bounded(row.number("log10"), row.number("epsilon")), CLOSED);
}

pub fn bounded_most(row: &Row) {
    let most = weight::bounded_most(row.number("epsilon")).unwrap();
    row.near("most", most, CLOSED);
    row.near("ratio", 10f64.powf(most), CLOSED);
}

pub fn elub_cap(row: &Row) {
    row.near("cap", weight::elub_cap(row.count("worlds")), CLOSED);
}

pub fn vovk_sellke(row: &Row) {
    row.near("ratio", weight::vovk_sellke(row.number("p")).unwrap(), CLOSED);
}

pub fn combined(row: &Row) {
    let found = weight::combine(&row.numbers("weights"));
    row.near("dependent", found.dependent, CLOSED);
    row.near("independent", found.independent, CLOSED);
}

pub fn bands(row: &Row) {
    let found = weight::band(row.number("ratio").log10());
    assert_eq!(found.strength.word(), row.text("band"));
    let side = match row.text("side") {
        "first" => Side::First,
        "second" => Side::Second,
        _ => Side::Neither,
    };
    assert_eq!(found.side, side, "{}", row.number("ratio"));
}

pub fn posterior(row: &Row) {
    row.near("posterior", weight::posterior(row.number("log10"), row.number("prior")).unwrap(), CLOSED);
}

pub fn posterior_of_many(row: &Row) {
    let found = weight::posterior_of_many(&row.numbers("log10"), &row.numbers("priors")).unwrap();
    for (found, expected) in found.into_iter().zip(row.numbers("posteriors")) {
        near("posterior", found, expected, CLOSED);
    }
}

pub fn calibration(row: &Row) {
    let (first, second) = (row.numbers("first"), row.numbers("second"));
    row.near("cllr", calibration::cllr(&first, &second).unwrap(), CLOSED);
    if row.fields.contains_key("cllr_min") {
        row.near("cllr_min", calibration::cllr_min(&first, &second).unwrap(), ITERATED);
    }
}

pub fn conformal(row: &Row) {
    row.near("p", calibration::conformal_p(row.number("score"), &row.numbers("decoys")), CLOSED);
}

pub fn versions(row: &Row) {
    let (current, old, neither) = (row.count("current"), row.count("old"), row.count("neither"));
    let found = versions::agreement(current, old, neither, row.number("error")).unwrap();
    row.near("share", found.current, CLOSED);
    row.near_pair("interval", found.interval, CLOSED);
    row.near("corrected", found.corrected, CLOSED);
    row.near("log10", found.log10, CLOSED);
    row.near("sign_test", found.sign_test, CLOSED);
    near("neither", found.neither, neither as f64 / (current + old + neither) as f64, CLOSED);
}

pub fn version_sweep(row: &Row) {
    let ends = |value: &Value| (as_number(&value[0]), as_number(&value[1]));
    let intervals: Vec<_> = row.list("intervals").iter().map(ends).collect();
    let segment = |value: &Value| (as_number(&value[0]), as_number(&value[1]), as_count(&value[2]));
    let expected: Vec<_> = row.list("segments").iter().map(segment).collect();
    let found = versions::sweep(&intervals);
    let plain = |segment: &versions::Segment| (segment.from, segment.to, segment.valid);
    assert_eq!(found.iter().map(plain).collect::<Vec<_>>(), expected);
    let best = versions::best(&found).unwrap();
    assert_eq!(plain(&best), segment(row.value("best")));
    // Half a value less is supported at 2 % errors: only the best stretch.
    assert_eq!(versions::supported(&found, 0.02), [best]);
}

pub fn longest_gap(row: &Row) {
    row.near("gap", dates::longest_gap(row.number("rate"), 1.0 - row.number("left_out")).unwrap(), CLOSED);
}

pub fn after_launch(row: &Row) {
    let (expected, background) = (row.number("expected"), row.number("background"));
    let found = dates::after_launch(row.count("observed"), expected, background).unwrap();
    row.near("chance", found.chance, CLOSED);
    row.near("log10", found.log10, CLOSED);
}

pub fn change_point(row: &Row) {
    let counts = row.counts("counts");
    let found = dates::change_point(&counts, &vec![1.0; counts.len()]).unwrap();
    assert_eq!(found.at as u64, row.count("at"));
    assert_eq!(found.supported.iter().map(|at| *at as u64).collect::<Vec<_>>(), row.counts("supported"));
    let expected = row.numbers("ln_likelihood");
    assert_eq!(found.ln_likelihood.len(), expected.len());
    for (found, expected) in found.ln_likelihood.into_iter().zip(expected) {
        near("ln_likelihood", found, expected, CLOSED);
    }
}

pub fn order(row: &Row) {
    for known in row.list("adjacent_by_chance") {
        near("adjacent", order::adjacent_by_chance(as_count(&known[0])), as_number(&known[1]), CLOSED);
    }
    for known in row.list("longest_increasing_by_chance") {
        let (mean, deviation) = order::longest_increasing_by_chance(as_count(&known[0]));
        near("mean", mean, as_number(&known[1]), CLOSED);
        near("deviation", deviation, as_number(&known[2]), CLOSED);
    }
    let example = row.part("example");
    let places = example.places("places");
    assert_eq!(order::adjacent(&places), example.count("adjacent"));
    assert_eq!(order::longest_increasing(&places) as u64, example.count("longest_increasing"));
    example.near("kendall", order::kendall(&places).unwrap(), CLOSED);
    example.near("spearman", order::spearman(&places).unwrap(), CLOSED);
    example.finish();
}

pub fn runs(row: &Row) {
    let found = order::runs(row.count("first"), row.count("second"), row.count("runs")).unwrap();
    row.near("mean", found.mean, CLOSED);
    row.near("deviation", found.deviation, CLOSED);
    row.near("z", found.z, CLOSED);
}

pub fn common_errors(row: &Row) {
    let (if_copied, by_chance) = (row.number("if_copied"), row.number("by_chance"));
    let found = fabrication::common_errors(row.count("found"), row.count("held"), if_copied, by_chance);
    row.near("log10", found.unwrap(), CLOSED);
}
