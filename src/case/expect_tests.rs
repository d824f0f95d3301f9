//! What a report must say, tried on a small report.

use super::*;
use serde_json::json;

fn report() -> Value {
    json!({
        "complete": true,
        "dump": null,
        "references": [{ "id": "app", "keys": { "ua.rntrc": 7, "email": 9 } }],
        "overlaps": [
            { "reference": "app", "kind": "email", "shared": 5, "share": 0.5 },
            { "reference": "app", "kind": null, "shared": null, "share": null },
            { "reference": "bank", "kind": "email", "shared": 1, "share": 0.001 },
        ],
        "verdict": { "scope": "conditional", "integrity": ["not-tested"],
            "origin": [{ "id": "bank", "share": 0.6 }, { "id": "unknown", "share": 0.4 }] },
    })
}

fn check(text: &str) -> Vec<Unmet> {
    let table: toml::Table = text.parse().unwrap();
    let expect: Vec<Expectation> =
        table.into_iter().map(|(path, wanted)| Expectation { path, wanted: plain(wanted) }).collect();
    unmet(&expect, &report())
}

#[test]
fn what_is_so_is_met() {
    for line in [
        "'verdict.scope' = 'conditional'",
        "verdict.scope = 'conditional'",
        "'overlaps[reference=app,kind=email].shared' = { min = 4, max = 5 }",
        "'overlaps[reference=app,kind=email].share' = 0.5",
        "'overlaps[reference=bank].shared' = 1.0",
        "'overlaps[2].shared' = { min = 1 }",
        "'references[id=app].keys.ua.rntrc' = 7",
        "'verdict.integrity' = ['not-tested']",
        "'verdict.origin' = [{ share = { min = 0.3 } }, { id = 'bank' }]",
        "'overlaps[reference=\"bank\"].kind' = 'email'",
        "'verdict.scope' = { any = ['not-tested', 'conditional'] }",
        "'verdict.integrity' = { any = [['inflated'], ['not-tested']] }",
        "'verdict.scope' = { not = 'not-tested' }",
        "'overlaps[reference=app,kind=email].shared' = { not = { any = [1, { min = 6 }] } }",
    ] {
        assert_eq!(check(line), [], "{line}");
    }
}

#[test]
fn what_is_not_so_is_told() {
    for (line, why) in [
        ("'verdict.scope' = 'not-tested'", "expected \"not-tested\", found \"conditional\""),
        ("'overlaps[kind=email].shared' = { min = 2 }", "found 1"),
        ("'overlaps[reference=app,kind=null].shared' = { max = 2 }", "found null"),
        ("'overlaps[reference=none].shared' = 0", "has no entry [reference=none]"),
        ("'overlaps.shared' = 0", "is a list (hint:"),
        ("'dump.rows' = 0", "dump is null: it is not known"),
        ("'verdict.skope' = 'conditional'", "has no verdict.skope"),
        ("'overlaps[7].shared' = 1", "has no [7]"),
        ("'overlaps[' = 1", "is no path"),
        (
            "'verdict.scope' = { any = ['not-tested', 'x'] }",
            "expected {\"any\":[\"not-tested\",\"x\"]}, found \"conditional\"",
        ),
        ("'verdict.scope' = { any = [] }", "expected"),
        ("'verdict.scope' = { not = 'conditional' }", "expected {\"not\":\"conditional\"}, found"),
        ("'overlaps[kind=email].shared' = { not = 5 }", "found 5"),
        ("'overlaps[reference=none].shared' = { not = 5 }", "has no entry"),
        ("'verdict.integrity' = []", "expected []"),
        ("'verdict.integrity' = ['not-tested', 'inflated']", "expected"),
        ("'verdict.origin' = [{ id = 'bank' }, { share = { min = 0.5 } }]", "expected"),
        ("'verdict.scope' = { min = 1 }", "expected"),
    ] {
        let unmet = check(line);
        assert_eq!(unmet.len(), 1, "{line}");
        assert!(unmet[0].why.contains(why), "{line}: {}", unmet[0].why);
    }
}

#[test]
fn tables_do_not_take_each_others_entries() {
    // The first table fits both entries, the second only the first.
    assert_eq!(check("'verdict.origin' = [{ share = { min = 0.1 } }, { id = 'bank' }]"), []);
}

#[test]
fn conditions_hold_or_not() {
    let report = report();
    for (text, holds) in [
        ("overlaps[reference=app].share > 0.01", true),
        ("overlaps[reference=bank].share > 0.01", false),
        ("overlaps[reference=bank].share>0.01 or complete == true", true),
        ("overlaps[2].shared >= 1", true),
        ("overlaps[2].shared < 1", false),
        ("overlaps[2].shared <= 1 or overlaps[0].shared == 4", true),
        ("verdict.scope == conditional", true),
        ("verdict.scope != 'conditional'", false),
        ("dump == null", true),
        // One part is true, though another leads nowhere.
        ("verdict.nothing > 1 or complete == true", true),
    ] {
        assert_eq!(Condition::parse(text).unwrap().holds(&report), Ok(holds), "{text}");
    }
}

#[test]
fn a_condition_that_cannot_be_told_is_not_passed_over() {
    for text in ["verdict.nothing > 1", "overlaps[1].share > 0.5", "verdict.scope > 1", "dump.rows > 1"] {
        assert!(Condition::parse(text).unwrap().holds(&report()).is_err(), "{text}");
    }
}

#[test]
fn a_condition_that_is_none_is_refused_with_a_hint() {
    for text in ["", "complete", "complete == ", "overlaps[0].share > much", "> 3", "complete == true or "] {
        let error = format!("{:#}", Condition::parse(text).unwrap_err());
        assert!(error.contains("hint:"), "{error}");
    }
    let error = format!("{:#}", Condition::parse("verdict.service == bannded or complete == true").unwrap_err());
    assert!(error.contains("is never \"bannded\"") && error.contains("bounded"), "{error}");
    let error = format!("{:#}", Condition::parse("complete = true").unwrap_err());
    assert!(error.contains("one of <=, >=, ==, !=, <, > is needed"), "{error}");
}
