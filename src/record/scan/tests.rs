//! The grammar by example, and its two forms against each other.

use super::*;
use crate::record::Charset;

fn layout(delimiter: u8, quote: Option<u8>, width: usize) -> Layout {
    Layout {
        charset: Charset::Utf8,
        preface: 0,
        marked: false,
        format: Format::Delimited,
        delimiter: Some(delimiter),
        quote,
        terminator: b'\n',
        header: false,
        names: vec![],
        width,
        reason: String::new(),
        runner_up: None,
    }
}

fn rows(text: &str, width: usize) -> (Vec<Vec<String>>, Vec<u32>) {
    let mut index = Index::default();
    let grammar = Grammar::of(&layout(b';', Some(b'"'), width));
    let outcome = index.scan(text.as_bytes(), 0, text.len(), true, grammar);
    assert_eq!(outcome, Outcome::Done);
    assert_eq!(index.end, text.len());
    let rows = (0..index.len())
        .map(|r| (0..index.width(r)).map(|c| index.cell(r, c).map_or("", |(b, e)| &text[b..e]).into()).collect());
    (rows.collect(), index.stray.clone())
}

#[test]
fn reads_quoted_newlines_and_delimiters() {
    let (rows, stray) = rows("a;\"b;\n\"\"c\";d\r\n\r\n1;2;3", 3);
    assert_eq!(rows, [["a", "\"b;\n\"\"c\"", "d"], ["1", "2", "3"]]);
    assert!(stray.is_empty());
}

#[test]
fn a_stray_quote_never_swallows_rows() {
    let (found, stray) = rows("joh\"n;2;3\n\"open;2;3\n4;5;\"6\"\n7;8;9\n", 3);
    assert_eq!(found.len(), 4);
    assert_eq!(found[1], ["\"open", "2", "3"]);
    assert_eq!(stray, [0, 1]);
    let (found, stray) = rows("1;\"x;3\n1;2;3\n", 3);
    assert_eq!((found.len(), stray), (2, vec![0]));
}

#[test]
fn asks_for_more_and_then_gives_the_same() {
    let text = "a;\"b\nb\";c\n1;2;3\nx;y;z\n";
    let grammar = Grammar::of(&layout(b';', Some(b'"'), 3));
    for cut in 1..text.len() {
        let mut index = Index::default();
        let outcome = index.scan(&text.as_bytes()[..cut], 0, cut, false, grammar);
        let whole_records = ["a;\"b\nb\";c\n", "1;2;3\n", "x;y;z\n"];
        let mut sum = 0;
        let complete = whole_records
            .iter()
            .take_while(|r| {
                sum += r.len();
                sum <= cut
            })
            .count();
        assert_eq!(index.len(), complete, "cut at {cut}");
        assert_eq!(outcome == Outcome::Done, [10, 16, 22].contains(&cut));
    }
}

#[test]
fn every_byte_is_in_a_record_or_in_the_framing() {
    let mut seed = 7_u64;
    for _ in 0..2000 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut state = seed;
        let text: Vec<u8> = (0..seed >> 40 & 255)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(3);
                b";\n\"\r a\"\n;bc\0"[(state >> 33) as usize % 12]
            })
            .collect();
        let grammar = Grammar::of(&layout(b';', Some(b'"'), 3));
        let (mut fast, mut plain) = (Index::default(), Index::default());
        fast.scan(&text, 0, text.len(), true, grammar);
        plain.scan(&text, 0, text.len(), true, grammar.plain());
        assert_eq!((&fast.begins, &fast.ends, &fast.stray), (&plain.begins, &plain.ends, &plain.stray));
        let records: usize = (0..fast.len())
            .map(|r| {
                let (b, e) = fast.record(r);
                e - b
            })
            .sum();
        assert_eq!(records as u64 + fast.framing, text.len() as u64);
        // What one opening quote told of those behind it changes no record: each is the same when it is read first.
        for record in 0..fast.len() {
            let begin = fast.record(record).0;
            plain.scan(&text, begin, begin + 1, true, grammar);
            let cells = |index: &Index, record| (0..9).map(|cell| index.cell(record, cell)).collect::<Vec<_>>();
            assert_eq!(cells(&plain, 0), cells(&fast, record));
            assert_eq!(plain.stray.contains(&0), fast.stray.contains(&(record as u32)));
        }
    }
}
