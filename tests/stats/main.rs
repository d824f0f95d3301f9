//! The numbers of `src/stats` against values of an independent implementation (`fixtures/stats/vectors.json`).
//!
//! Every group of the file is walked by exactly one function of [`WALKS`], and every field of every row is asked for: a
//! value that nothing compares fails here.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Map, Value};

#[path = "../support/mod.rs"]
mod support;

mod evidence;
mod fabrication;
mod samples;
mod sketches;

/// Relative error of closed forms.
const CLOSED: f64 = 1e-9;
/// Relative error of values found by iteration.
const ITERATED: f64 = 1e-6;

/// What walks which group.
const WALKS: &[(&str, fn(&Row))] = &[
    ("intervals", samples::intervals),
    ("no_hits", samples::no_hits),
    ("finite", samples::finite),
    ("matcher_errors", samples::matcher_errors),
    ("public_counts", samples::public_counts),
    ("repeated_rows", samples::repeated_rows),
    ("chance_overlap", samples::chance_overlap),
    ("serial_end", samples::serial_end),
    ("exclusive_records", samples::exclusive_records),
    ("least_records", samples::least_records),
    ("planted", samples::planted),
    ("service_and_control", samples::service_and_control),
    ("worked_case", samples::worked_case),
    ("sketches", sketches::sketches),
    ("no_common_hash", sketches::no_common_hash),
    ("containment_bias", sketches::containment_bias),
    ("containment_error", sketches::containment_error),
    ("smallest_hashes", sketches::smallest_hashes),
    ("smallest_hashes_jaccard", sketches::smallest_hashes_jaccard),
    ("containment_from_jaccard", sketches::containment_from_jaccard),
    ("hyper_log_log", sketches::hyper_log_log),
    ("hash_collisions", sketches::hash_collisions),
    ("control_list", evidence::control_list),
    ("bounded", evidence::bounded),
    ("bounded_most", evidence::bounded_most),
    ("elub_cap", evidence::elub_cap),
    ("vovk_sellke", evidence::vovk_sellke),
    ("combined", evidence::combined),
    ("bands", evidence::bands),
    ("posterior", evidence::posterior),
    ("posterior_of_many", evidence::posterior_of_many),
    ("calibration", evidence::calibration),
    ("conformal", evidence::conformal),
    ("versions", evidence::versions),
    ("version_sweep", evidence::version_sweep),
    ("longest_gap", evidence::longest_gap),
    ("after_launch", evidence::after_launch),
    ("change_point", evidence::change_point),
    ("order", evidence::order),
    ("runs", evidence::runs),
    ("common_errors", evidence::common_errors),
    ("tax_number", fabrication::tax_number),
    ("tax_number_check_digit", fabrication::tax_number_check_digit),
    ("random_pass", fabrication::random_pass),
    ("fabricated", fabrication::fabricated),
    ("sex_digit", fabrication::sex_digit),
    ("same_day", fabrication::same_day),
    ("last_digit", fabrication::last_digit),
    ("equal_pairs", fabrication::equal_pairs),
    ("richness", fabrication::richness),
    ("names", fabrication::names),
    ("first_digits", fabrication::first_digits),
    ("jensen_shannon", fabrication::jensen_shannon),
    ("formats", fabrication::formats),
];

/// One row of a group, which remembers what was asked of it.
struct Row<'a> {
    group: &'a str,
    fields: &'a Map<String, Value>,
    asked: RefCell<BTreeSet<&'a str>>,
}

impl<'a> Row<'a> {
    fn new(group: &'a str, value: &'a Value) -> Row<'a> {
        let fields = value.as_object().unwrap_or_else(|| panic!("{group}: rows are objects"));
        Row { group, fields, asked: RefCell::default() }
    }

    fn value(&self, name: &str) -> &'a Value {
        let group = self.group;
        let (name, value) = self.fields.get_key_value(name).unwrap_or_else(|| panic!("{group}: no `{name}`"));
        self.asked.borrow_mut().insert(name);
        value
    }

    fn number(&self, name: &str) -> f64 {
        as_number(self.value(name))
    }

    fn count(&self, name: &str) -> u64 {
        as_count(self.value(name))
    }

    fn text(&self, name: &str) -> &'a str {
        self.value(name).as_str().unwrap()
    }

    fn list(&self, name: &str) -> &'a [Value] {
        self.value(name).as_array().unwrap()
    }

    fn numbers(&self, name: &str) -> Vec<f64> {
        self.list(name).iter().map(as_number).collect()
    }

    fn counts(&self, name: &str) -> Vec<u64> {
        self.list(name).iter().map(as_count).collect()
    }

    fn places(&self, name: &str) -> Vec<u32> {
        self.counts(name).into_iter().map(|count| u32::try_from(count).unwrap()).collect()
    }

    fn pair(&self, name: &str) -> (f64, f64) {
        <[f64; 2]>::try_from(self.numbers(name)).unwrap().into()
    }

    fn count_pair(&self, name: &str) -> (u64, u64) {
        <[u64; 2]>::try_from(self.counts(name)).unwrap().into()
    }

    /// A part of the row, a row itself.
    fn part(&self, name: &str) -> Row<'a> {
        Row::new(self.group, self.value(name))
    }

    /// Fails unless `found` is the number of this name within a relative error.
    fn near(&self, name: &str, found: f64, error: f64) {
        near(&format!("{} {name}", self.group), found, self.number(name), error);
    }

    fn near_pair(&self, name: &str, found: (f64, f64), error: f64) {
        let expected = self.pair(name);
        near(&format!("{} {name} low", self.group), found.0, expected.0, error);
        near(&format!("{} {name} high", self.group), found.1, expected.1, error);
    }

    fn finish(&self) {
        let asked = self.asked.borrow();
        let left: Vec<_> = self.fields.keys().filter(|name| !asked.contains(name.as_str())).collect();
        assert!(left.is_empty(), "{}: nothing compares {left:?}", self.group);
    }
}

fn as_number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn as_count(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

/// Fails unless `found` is `expected` within a relative error; beside 0 the error is absolute and a thousandth of that.
fn near(what: &str, found: f64, expected: f64, error: f64) {
    let room = if expected == 0.0 { error / 1000.0 } else { error * expected.abs() };
    assert!((found - expected).abs() <= room, "{what}: {found} is not {expected}");
}

fn vectors() -> Map<String, Value> {
    let text = support::read(Path::new("fixtures/stats/vectors.json"));
    let mut groups: Map<String, Value> = serde_json::from_str(&text).unwrap();
    let header = groups.remove("header").unwrap();
    assert!(header.as_str().unwrap().contains("scipy 1.17.1"));
    groups
}

#[test]
fn every_group_is_walked_once() {
    let groups = vectors();
    let there: Vec<&str> = groups.keys().map(String::as_str).collect::<BTreeSet<_>>().into_iter().collect();
    let mut walked: Vec<&str> = WALKS.iter().map(|(group, _)| *group).collect();
    walked.sort_unstable();
    assert_eq!(there, walked);
}

#[test]
fn values_agree() {
    let groups = vectors();
    for (group, walk) in WALKS {
        let rows = match &groups[*group] {
            Value::Array(rows) => rows.iter().collect(),
            row => vec![row],
        };
        assert!(!rows.is_empty(), "{group} is empty");
        for row in rows {
            let row = Row::new(group, row);
            walk(&row);
            row.finish();
        }
    }
}

#[test]
fn a_wrong_value_and_an_unread_one_are_noticed() {
    let caught = |test: fn()| std::panic::catch_unwind(test).is_err();
    assert!(caught(|| near("", 1.0 + 2e-9, 1.0, CLOSED)));
    assert!(caught(|| near("", 1e-11, 0.0, CLOSED)));
    assert!(caught(|| near("", f64::NAN, 1.0, CLOSED)));
    assert!(caught(|| Row::new("", &serde_json::json!({"unread": 1})).finish()));
}
