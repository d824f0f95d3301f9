//! Whole reports: goldens, the schema, and what no report may ever say.

use std::path::{Path, PathBuf};

use super::*;
use crate::compare::Level;
use crate::evidence::question::{Claim, Selection};
use crate::record::{Charset, FaultCount, Format, Layout, Reason};
use crate::reference::Role;
use crate::verdict::sample::{LICENCE, World, claim, claim_only, small_dump, two_sets};

fn written(id: &str, report: &Report) -> String {
    let mut out = Vec::new();
    (renderer(id).unwrap().render)(report, &mut out, page::COLUMNS_USUAL).unwrap();
    String::from_utf8(out).unwrap()
}

/// Compares with the file under `fixtures/reports`; `UPDATE_GOLDENS=1` writes it instead.
#[track_caller]
fn golden(name: &str, text: &str) {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/reports").join(name);
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(wanted == text, "{} differs; if it should, run the test with UPDATE_GOLDENS=1\n{text}", path.display());
}

/// How the first file was read, with a fault.
fn read_somehow(dump: &mut crate::profile::Profile) {
    dump.files[0].layout = Some(layout());
    dump.files[0].faults.insert(Reason::RaggedRow, FaultCount { rows: 3, bytes: 120, places: vec![(4_000, Some(99))] });
    dump.files[0].rows_repaired = 3;
}

fn layout() -> Layout {
    Layout {
        charset: Charset::Utf8,
        preface: 0,
        marked: false,
        format: Format::Delimited,
        delimiter: Some(b';'),
        quote: Some(b'"'),
        terminator: b'\n',
        header: true,
        names: vec!["a".into()],
        width: 4,
        reason: "every line has 4 cells at the semicolon".into(),
        runner_up: Some("comma: 61 of 100 lines have 2 cells".into()),
    }
}

#[test]
fn standard_reports_are_as_they_were() {
    for (name, mut world, parts) in [
        ("claim-only", claim_only(), Parts::All),
        ("small-dump", small_dump(), Parts::All),
        ("two-sets", two_sets(), Parts::Overlaps),
    ] {
        world.dump.iter_mut().for_each(read_somehow);
        let report = weigh(&world.matter(), parts);
        for renderer in RENDERERS {
            golden(&format!("{name}.{}", renderer.extension), &written(renderer.id, &report));
        }
    }
}

#[test]
fn forms_are_listed_by_id() {
    assert!(RENDERERS.is_sorted_by_key(|renderer| renderer.id));
    assert!(RENDERERS.iter().all(|known| renderer(known.id).is_some()));
    assert!(renderer("none").is_none());
}

/// Many worlds: each part there or not.
fn worlds() -> Vec<World> {
    let mut worlds = vec![World::default(), claim_only(), two_sets()];
    for bits in 0_u32..256 {
        let is = |bit: u32| bits >> bit & 1 == 1;
        let mut world = if is(7) { claim_only() } else { small_dump() };
        if is(0) {
            world.references[0].1 = None;
        }
        if is(1) {
            world.references.iter_mut().for_each(|(reference, _)| reference.role = Role::Corpus);
        }
        if is(2) {
            world.references[0].0.complete_to = Some("2020-05-11".into());
            world.references[0].0.view_of = Some("register".into());
            world.question.dump_date = Some("2020-05-11".into());
        }
        if is(3) {
            world.question.claims = vec![
                claim(5, None),
                Claim {
                    by: "expert".into(),
                    source: Some("app".into()),
                    content: vec!["bank".into()],
                    ..Claim::default()
                },
            ];
        }
        if is(4) {
            world.question.populations.clear();
            world.question.selection = Selection::SellerChosen;
        }
        if is(5) {
            world.counts = None;
            world.key = Some("email");
        }
        if let Some(dump) = world.dump.as_mut().filter(|_| is(6)) {
            let hit = crate::profile::LimitHit {
                place: "a » b".into(),
                limit: "l".into(),
                value: "1".into(),
                hint: "h".into(),
            };
            dump.limits.push(hit);
            (dump.rows, dump.distinct_rows) = (0, None);
        }
        worlds.push(world);
    }
    worlds
}

fn strings(value: &serde_json::Value, out: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => out.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, out)),
        serde_json::Value::Object(map) => map.values().for_each(|item| strings(item, out)),
        _ => {}
    }
}

#[test]
fn every_report_keeps_the_contract() {
    for world in worlds() {
        for parts in [Parts::All, Parts::Dump, Parts::Overlaps] {
            let report = weigh(&world.matter(), parts);
            let document = written("json", &report);
            let value: serde_json::Value = serde_json::from_str(&document).unwrap();
            assert_eq!(schema::departures(&value), [] as [String; 0], "{document}");
            assert_eq!(serde_json::from_str::<Report>(&document).unwrap(), report, "JSON reads back as it was");
            let mut said = Vec::new();
            strings(&value, &mut said);
            said.push(written("text", &report));
            for text in said.iter().map(|text| text.to_lowercase()) {
                for word in ["proves", "certainly", "hacked", "guilty", "genuine", "match probability"] {
                    assert!(!text.contains(word), "\"{word}\" in: {text}");
                }
            }
            assert_eq!(document, written("json", &weigh(&world.matter(), parts)), "the same matter, the same bytes");
        }
    }
}

#[test]
fn every_text_opens_with_the_three_sentences() {
    for world in worlds() {
        let report = weigh(&world.matter(), Parts::All);
        let text = written("text", &report);
        assert!(text.lines().all(|line| line.chars().count() <= page::COLUMNS_USUAL), "{text}");
        let verdict = report.verdict.as_ref().unwrap();
        assert!(verdict.origin_sentence.starts_with("Probable origin: "));
        assert!(verdict.overlap.sentence.starts_with("Overlap with "));
        assert!(verdict.not_shown[0].starts_with("What this does not show: "));
        let whole = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if report.dump.is_some() {
            let opening =
                [&verdict.origin_sentence, &verdict.overlap.sentence, &verdict.not_shown[0]].map(String::as_str);
            assert!(whole.starts_with(&opening.join(" ")), "{text}");
        } else {
            assert!(verdict.numbers_alone.len() <= 4 && whole.starts_with(&verdict.numbers_alone.join(" ")), "{text}");
        }
        let sentences = verdict.not_shown.iter().chain(&verdict.numbers_alone);
        for sentence in sentences.chain([&verdict.origin_sentence, &verdict.overlap.sentence, &verdict.headline.text]) {
            assert!(sentence.ends_with('.') && !sentence.contains(".."), "{sentence}");
        }
    }
}

#[test]
fn what_was_not_asked_for_is_absent() {
    let world = small_dump();
    let report = weigh(&world.matter(), Parts::Dump);
    assert!(
        report.dump.is_some() && report.verdict.is_none() && report.composition.is_none() && report.main_key.is_none()
    );
    let text = written("text", &report);
    assert!(text.starts_with("DUMP") && !text.contains("Probable origin"), "{text}");
}

#[test]
fn the_record_level_is_told_even_where_it_cannot_be_counted() {
    let report = weigh(&small_dump().matter(), Parts::All);
    let lines: Vec<_> = report.overlaps.iter().filter(|overlap| overlap.level == "record").collect();
    assert_eq!(lines.len(), 3);
    assert!(lines.iter().all(|overlap| overlap.shared.is_none() && overlap.share_of_dump.is_none()));
    assert_eq!(report.overlaps.iter().filter(|overlap| overlap.level == "key").count(), 3);
}

#[test]
fn references_are_told_by_id_whatever_their_order() {
    let world = small_dump();
    let mut turned = small_dump();
    turned.references.reverse();
    let last = turned.references.len() - 1;
    let turn = |indices: &mut Vec<usize>| {
        indices.iter_mut().for_each(|index| *index = last - *index);
        indices.sort_unstable();
    };
    let counts = turned.counts.as_mut().unwrap();
    counts.overlaps.iter_mut().for_each(|overlap| overlap.reference = last - overlap.reference);
    for membership in &mut counts.memberships {
        turn(&mut membership.references);
        membership.classes.iter_mut().for_each(|class| turn(&mut class.members));
        membership.informative.iter_mut().for_each(|class| turn(&mut class.members));
    }
    for class in &mut counts.rows.as_mut().unwrap().classes {
        turn(&mut class.members);
        turn(&mut class.credited);
    }
    assert_eq!(weigh(&world.matter(), Parts::All), weigh(&turned.matter(), Parts::All));
}

#[test]
fn overlap_both_ways_with_chance() {
    let mut world = small_dump();
    world.counts.as_mut().unwrap().overlaps[0].level = Level::Key;
    let report = weigh(&world.matter(), Parts::All);
    let overlap = report.overlaps.iter().find(|o| o.reference == "app" && o.kind.as_deref() == Some(LICENCE)).unwrap();
    assert_eq!(overlap.share_of_dump, Some(1_800.0 / 2_900.0));
    assert_eq!(overlap.share_of_reference, Some(1_800.0 / 6_480.0));
    assert_eq!(overlap.jaccard, Some(1_800.0 / 7_580.0));
    assert!((overlap.expected_by_chance.unwrap() - 2.03).abs() < 1e-9);
    let sentence = report.verdict.unwrap().overlap.sentence;
    assert!(sentence.contains("1,800 of 2,900 different driving licences in the dump (62.1 %)"), "{sentence}");
    assert!(sentence.contains("1,800 of 6,480 in that list (27.8 %)"), "{sentence}");
}

#[test]
fn nothing_of_the_input_reaches_a_terminal_as_a_command() {
    let mut world = small_dump();
    let evil = "a\u{1b}]0;x\u{7}\u{9b}31m\u{202e}";
    world.question.title = Some(evil.into());
    world.question.claims[0].by = evil.into();
    let dump = world.dump.as_mut().unwrap();
    dump.files[0].path = evil.into();
    dump.columns[0].name = Some(evil.into());
    let report = weigh(&world.matter(), Parts::All);
    for renderer in RENDERERS {
        let text = written(renderer.id, &report);
        assert!(text.chars().all(|character| character == '\n' || printable(character)), "{}", renderer.id);
    }
}
