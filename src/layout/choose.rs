//! Chooses between a table, a list of login and password, and one value a line.

use std::collections::BTreeMap;

use super::cell::{Shape, shape};
use super::login::{LoginTrial, try_login};
use super::split::{Cell, Dialect, split};
use super::trial::{Tier, Trial, tier, trials};
use super::whole::{Whole, whole};
use crate::record::Format;

/// The chosen division into cells.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Chosen {
    pub format: Format,
    pub dialect: Dialect,
    pub width: usize,
    pub reason: String,
    pub runner_up: Option<String>,
}

/// What whole lines look like.
struct Lines {
    records: usize,
    /// Share of lines (the first left out) that are one telling value, and which they mostly are.
    whole: f64,
    number: bool,
    first_is_value: bool,
    /// Share of lines of the most frequent number of bytes.
    alike: f64,
}

/// Share of lines that a separator divides from which on it is no sign inside of values.
const REGULAR: f64 = 0.97;

/// Chooses the division of the stretches into records and cells.
pub(super) fn choose(stretches: &[&[u8]], terminator: u8, cyrillic_bytes: bool) -> Chosen {
    let lines = look_at_lines(stretches, terminator);
    let tried = trials(stretches, terminator, cyrillic_bytes);
    let table = tried.iter().find(|trial| believed(trial, &lines)).map(|table| {
        // Colons inside addresses and times divide lines as regularly as a separator does that stands between them.
        let outer = |trial: &&Trial| {
            trial.colons
                && trial.share >= REGULAR.max(table.share)
                && tier(trial.dialect.delimiter.unwrap_or(0)) == Tier::Strong
        };
        match table.dialect.delimiter {
            Some(b':') => tried.iter().find(outer).filter(|trial| believed(trial, &lines)).unwrap_or(table),
            _ => table,
        }
    });
    let login = if lines.whole >= 0.8 { None } else { try_login(stretches, terminator) };
    let divided = table.is_some() || login.is_some();
    let whole = if divided { whole(stretches, terminator, cyrillic_bytes) } else { Whole::No };
    let table = table.filter(|trial| !is_inside(trial.dialect.delimiter.unwrap_or(b','), whole));
    let login = login.filter(|login| !is_inside(login.delimiter, whole));
    if let Some(login) = login.filter(|login| preferred(login, table)) {
        let dialect = Dialect { delimiter: Some(login.delimiter), quote: None, terminator };
        let rival = tried.iter().find(|trial| trial.dialect.delimiter != Some(login.delimiter));
        let reason = format!(
            "the first {} divides {} of {} sampled lines behind what looks like a login",
            sign(login.delimiter),
            percent(login.share),
            grouped(login.records)
        );
        return Chosen { format: Format::LoginPassword, dialect, width: 2, reason, runner_up: rival.map(told) };
    }
    if let Some(table) = table {
        let rival = tried.iter().find(|trial| trial.dialect.delimiter != table.dialect.delimiter);
        let runner_up = rival.map(told).or_else(|| Some("one value a line".into()));
        return Chosen {
            format: Format::Delimited,
            dialect: table.dialect,
            width: table.width,
            reason: told(table),
            runner_up,
        };
    }
    if let Some(chosen) = quoted_lines(stretches, terminator) {
        return chosen;
    }
    let reason = if whole != Whole::No {
        "most sampled lines are one value as a whole, signs and all".into()
    } else if lines.whole >= 0.8 {
        format!("{} of {} sampled lines are one value as a whole", percent(lines.whole), grouped(lines.records))
    } else {
        format!("no delimiter divides the {} sampled lines regularly", grouped(lines.records))
    };
    let dialect = Dialect { delimiter: None, quote: None, terminator };
    Chosen { format: Format::Lines, dialect, width: 1, reason, runner_up: tried.first().map(told) }
}

/// Whether a delimiter stands inside the values that the lines are.
fn is_inside(delimiter: u8, whole: Whole) -> bool {
    match whole {
        Whole::No => false,
        Whole::Value => tier(delimiter) != Tier::Strong,
        Whole::Hash => true,
    }
}

/// A table of one column whose cells are quoted, all or the empty ones alone, as CSV writers do where an empty line would
/// be no row: the quotes are no part of the values.
fn quoted_lines(stretches: &[&[u8]], terminator: u8) -> Option<Chosen> {
    let dialect = Dialect { delimiter: Some(b','), quote: Some(b'"'), terminator };
    let records = split(stretches, dialect);
    let count =
        |wanted: fn(&Cell) -> bool| records.iter().filter(|record| matches!(record, [only] if wanted(only))).count();
    let whole = count(|cell| cell.quoted);
    let empty = count(|cell| cell.quoted && cell.bytes.is_empty());
    let plain = count(|cell| !cell.quoted && !cell.bytes.contains(&b'"'));
    let share = |part: usize| part as f64 / records.len().max(1) as f64;
    let reason = if share(whole) >= 0.8 {
        format!("{} of {} sampled records are one quoted cell", percent(share(whole)), grouped(records.len()))
    } else if share(empty) >= EMPTY_LEAST && whole + plain == records.len() {
        format!("{} of {} sampled records are an empty quoted cell", percent(share(empty)), grouped(records.len()))
    } else {
        return None;
    };
    let runner_up = Some("one value a line, quotes and all".into());
    Some(Chosen { format: Format::Delimited, dialect, width: 1, reason, runner_up })
}

/// Share of lines of two quotes and nothing else from which they are empty cells: a password of two quotes is rare.
const EMPTY_LEAST: f64 = 0.01;

fn look_at_lines(stretches: &[&[u8]], terminator: u8) -> Lines {
    let lines = split(stretches, Dialect { delimiter: None, quote: None, terminator });
    let value = |line: &[u8]| {
        let found = shape(line);
        // A document number: letters, a blank, digits. Letters and digits joined are no sign of anything.
        found.anchors() || (found == Shape::Code && line.trim_ascii().contains(&b' '))
    };
    let step = lines.len().div_ceil(1000).max(1);
    let (mut looked, mut whole, mut numbers) = (0usize, 0usize, 0usize);
    let mut lengths = BTreeMap::<usize, usize>::new();
    for record in lines.iter().skip(1).step_by(step) {
        looked += 1;
        *lengths.entry(record[0].bytes.len()).or_default() += 1;
        whole += usize::from(value(record[0].bytes));
        numbers += usize::from(shape(record[0].bytes) == Shape::Number);
    }
    let first_is_value = lines.len() > 0 && value(lines.get(0)[0].bytes);
    if looked == 0 {
        let whole = f64::from(first_is_value);
        return Lines { records: lines.len(), whole, number: false, first_is_value, alike: 0.0 };
    }
    let of = |count: usize| count as f64 / looked as f64;
    let alike = of(lengths.into_values().max().unwrap_or(0));
    Lines { records: lines.len(), whole: of(whole), number: numbers * 2 > looked, first_is_value, alike }
}

/// Whether a trial is good enough to be a table; an unlikely guess is worse than one value a line.
fn believed(trial: &Trial, lines: &Lines) -> bool {
    let delimiter = trial.dialect.delimiter.unwrap_or(b',');
    if lines.whole >= 0.8 && !is_matrix(trial, lines) {
        return false;
    }
    // `, ` mostly stands inside addresses and sentences.
    let prose = delimiter == b',' && trial.spaced >= 0.9 && trial.quoted < 0.2;
    if prose && !(trial.share >= 0.9 && (trial.anchors * 2 >= trial.width || (trial.titled && trial.anchors > 0))) {
        return false;
    }
    let telling = trial.anchors > 0 || trial.quoted >= 0.5;
    match tier(delimiter) {
        Tier::Strong if trial.width == 2 && delimiter == b',' => trial.share >= if telling { 0.8 } else { 0.9 },
        Tier::Strong if trial.width == 2 => trial.share >= 0.7,
        Tier::Strong => trial.share >= if telling || trial.width > 3 { 0.3 } else { 0.6 },
        Tier::Medium => {
            // These stand inside values so rarely that two plain columns are believed too.
            let rare = matches!(delimiter, b'^' | b'~' | 0x01 | 0x1E | 0x1F) && trial.records >= 10;
            let few = if trial.records < 20 && trial.width > 2 { 0.75 } else { 0.85 };
            // `4149****1868` and base64 with its padding: between signs that repeat stands nothing.
            let inside = trial.hollow > 0 && delimiter != b':';
            // A heading of known words says that lines have so many cells, whatever stands in them.
            let headed = trial.headed && trial.share >= 0.97 && trial.records >= 10;
            trial.share >= few && (telling || rare || trial.width > 2 || headed) && trial.score >= 0.2 && !inside
        }
        Tier::Blank => {
            let many = trial.anchors * 2 >= trial.width || trial.quoted >= 0.5;
            trial.share >= 0.9 && trial.width > 2 && many
        }
        Tier::Weak => {
            // `INV-2021-00017`: lines of one length are codes.
            let code = lines.alike >= 0.9;
            let regular = trial.share >= 0.97 && trial.width > 2 && trial.anchors > 0;
            regular && trial.records >= 10 && trial.score >= 0.2 && !code
        }
    }
}

/// Numbers with a decimal comma against columns of whole numbers: a title, or always more than two cells, speaks for
/// columns.
fn is_matrix(trial: &Trial, lines: &Lines) -> bool {
    trial.dialect.delimiter == Some(b',')
        && lines.number
        && trial.share >= 0.9
        && ((trial.titled && !lines.first_is_value) || (trial.width > 2 && trial.records >= 5))
}

/// Whether the reading as login and password is better than the table.
fn preferred(login: &LoginTrial, table: Option<&Trial>) -> bool {
    let Some(table) = table else { return !login.typed || login.more > 0.02 };
    if table.dialect.delimiter == Some(login.delimiter) {
        return table.width == 2 && !login.typed && login.password_like && table.quoted < 0.3;
    }
    login.telling && login.share >= 0.9 && table.score < 0.6
}

/// What a trial found, in one sentence.
fn told(trial: &Trial) -> String {
    format!(
        "{} gives {} cells in {} of {} sampled records",
        sign(trial.dialect.delimiter.unwrap_or(b',')),
        trial.width,
        percent(trial.share),
        grouped(trial.records)
    )
}

/// A delimiter in words or backquotes.
fn sign(delimiter: u8) -> String {
    match delimiter {
        b'\t' => "tab".into(),
        b' ' => "blank".into(),
        0x21..=0x7E => format!("`{}`", char::from(delimiter)),
        _ => format!("byte {delimiter:#04X}"),
    }
}

fn percent(share: f64) -> String {
    // Never 100.0 % of something that is not all of it.
    let tenths = if share < 1.0 { (share * 1000.0).floor().min(999.0) } else { 1000.0 };
    format!("{:.1} %", tenths / 10.0)
}

fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
