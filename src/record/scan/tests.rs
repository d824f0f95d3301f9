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

/// A number of a pseudo-random series, below `most`.
fn dice(state: &mut u64, most: usize) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize % most
}

#[test]
fn lanes_without_quotes_are_read_as_every_record_by_itself() {
    let mut state = 11;
    let (mut blank, mut several) = (0, 0);
    for round in 0..1500 {
        // Records of few and of many bytes, with blank lines, both record ends and now and then a quote.
        let (cell, quotes) = (1 + round % 90, [40, 400, usize::MAX][round % 3]);
        let length = dice(&mut state, 3000);
        let mut text = Vec::new();
        while text.len() < length {
            match dice(&mut state, cell + 4) {
                0 => text.push(b'\n'),
                1 => text.extend_from_slice(b"\r\n"),
                2 => text.push(b'\r'),
                3 => text.push(b';'),
                _ if dice(&mut state, quotes) == 0 => text.push(b'"'),
                _ => text.extend_from_slice("aж".as_bytes()),
            }
        }
        let limit = text.len() - dice(&mut state, text.len() + 1) * (round % 2);
        let grammar = Grammar::of(&layout(b';', Some(b'"'), 3));
        let cells = |index: &Index, record: usize| {
            (index.record(record), (0..index.width(record)).map(|cell| index.cell(record, cell)).collect::<Vec<_>>())
        };
        // With a limit of one byte no lane is taken the fast way.
        let (mut one, mut at, mut rows, mut stray, mut framing) = (Index::default(), 0, Vec::new(), Vec::new(), 0);
        while at < limit {
            one.scan(&text, at, at + 1, true, grammar);
            stray.extend(one.stray.iter().map(|record| record + rows.len() as u32));
            rows.extend((0..one.len()).map(|record| cells(&one, record)));
            blank += usize::from(one.is_empty());
            framing += one.framing;
            at = one.end;
        }
        for grammar in [grammar, grammar.plain()] {
            let mut whole = Index::default();
            assert_eq!(whole.scan(&text, 0, limit, true, grammar), Outcome::Done);
            assert_eq!((0..whole.len()).map(|record| cells(&whole, record)).collect::<Vec<_>>(), rows);
            assert_eq!((&whole.stray, whole.framing, whole.end), (&stray, framing, at));
            several += usize::from(whole.len() > 20);
        }
    }
    assert!(blank > 1000 && several > 1000, "{blank} {several}");
}

#[test]
fn what_is_called_regular_is_utf8() {
    const PIECES: [&[u8]; 14] = [
        b"a",
        b";",
        b"\n",
        b"",
        "ж".as_bytes(),
        "é".as_bytes(),
        "№".as_bytes(),
        "’".as_bytes(),
        "中".as_bytes(),
        "ﬁ".as_bytes(),
        "😀".as_bytes(),
        b"\xD0",
        b"\xE2\x84",
        b"\x80",
    ];
    let (mut state, mut regular, mut refuted) = (5, 0, 0);
    for round in 0..6000 {
        // The first nine are what nearly all text is made of; the others are rare or no text at all.
        let (kinds, count) = ([9, 9, 14][round % 3], dice(&mut state, 200));
        let mut text = vec![b'a'; dice(&mut state, 64)];
        let odd = round % 3 == 1;
        let place = dice(&mut state, count + 1);
        for at in 0..count {
            let kind = if odd && at == place { 9 + dice(&mut state, 5) } else { dice(&mut state, kinds) };
            text.extend_from_slice(PIECES[kind]);
        }
        for grammar in [Grammar::of(&layout(b';', None, 3)), Grammar::of(&layout(b';', None, 3)).plain()] {
            let mut index = Index::default();
            index.scan(&text, 0, text.len(), true, grammar);
            let valid = std::str::from_utf8(&text).is_ok();
            assert!(index.irregular || valid, "{text:?}");
            assert!(!index.irregular || round % 3 > 0, "{text:?}");
            regular += usize::from(!index.irregular);
            refuted += usize::from(!valid);
        }
    }
    assert!(regular > 4000 && refuted > 2000, "{regular} {refuted}");
}
