//! Whether the first record names the columns.

use super::cell::{SHAPES, Shape};
use super::split::{Cell, Records};
use super::trial::cell_shape;
use crate::profile::words;
use crate::record::Charset;

/// Cells compared with the first record's, spread over the sample.
const LOOKED_AT: usize = 20_000;

/// Cells of the rest of a column.
#[derive(Default)]
struct Rest<'a> {
    filled: usize,
    shapes: [usize; SHAPES],
    /// Cells without any digit.
    wordy: usize,
    shortest: usize,
    longest: usize,
    /// Cells that stand only once, and all that were looked at for it.
    single: usize,
    values: Vec<&'a [u8]>,
    /// How often the first record's cell stands again in the column.
    again: usize,
    first: &'a [u8],
}

/// Whether the first record is a header, by known words and by its difference from the rest of each column.
pub(super) fn is_header(records: &Records<'_>, width: usize, charset: Charset) -> bool {
    if records.len() == 0 {
        return false;
    }
    let first = records.get(0);
    if first.len() < width.min(2) || first.len() + 1 < width || first.len() > width + 1 || first.iter().any(is_datum) {
        return false;
    }
    let rest = look_at_rest(records, width);
    let mut score = 0.0;
    let mut known = 0usize;
    for (cell, rest) in first.iter().zip(&rest) {
        let word = words::is_known(text(cell.bytes, charset).trim()) && !is_surname_among_names(cell.bytes, rest);
        known += usize::from(word);
        score += judge(cell, rest, word);
    }
    let filled = first.iter().filter(|cell| !cell.bytes.trim_ascii().is_empty()).count();
    // Two columns of one name have the same word twice; so have two columns of data, but not a known word.
    if filled == 0 || known < filled && repeats(first) {
        return false;
    }
    if width == 1 {
        return known == 1 && heads_a_list(first[0].bytes, &rest[0]);
    }
    // Two known words, or all of a short header, are hardly chance; one may be (a city, a category).
    if known >= 2 && known * 3 >= filled && score > -2.0 {
        return true;
    }
    let enough = if known > 0 { 1.0 } else { 1.5 };
    score >= enough && filled * 2 >= width
}

/// Evidence of one column, positive for a header.
fn judge(cell: &Cell<'_>, rest: &Rest<'_>, known: bool) -> f64 {
    let shape = cell_shape(cell);
    if shape == Shape::Empty {
        return -0.3;
    }
    let mut score = if known { 2.0 } else { 0.0 };
    if rest.filled == 0 {
        return score;
    }
    let telling =
        (0..SHAPES).find(|&index| rest.shapes[index] * 10 >= rest.filled * 8).filter(|&index| is_telling(index));
    let lettered = cell.bytes.iter().any(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80);
    if let Some(index) = telling {
        score += if index == shape as usize {
            -1.5
        } else if lettered {
            1.5
        } else {
            -0.5
        };
    } else if rest.wordy * 10 <= rest.filled && lettered && !cell.bytes.iter().any(u8::is_ascii_digit) {
        // Below, nearly every cell holds a digit; this one holds none.
        score += 1.0;
    }
    if rest.filled >= 5 && rest.shortest == rest.longest && cell.bytes.trim_ascii().len() != rest.shortest {
        score += 0.5;
    }
    // Of so many cells any one is the shortest by chance once in as many times; lists sorted by length aside, a header
    // is what is shorter than all of them.
    if lettered && rest.filled >= 20 && cell.bytes.trim_ascii().len() < rest.shortest {
        score += if rest.filled >= 40 { 0.75 } else { 0.5 };
    }
    if rest.again > 0 && !known {
        score -= if rest.again * 100 >= rest.filled { 2.0 } else { 0.5 };
    }
    if rest.again == 0 && rest.filled >= 20 && rest.single * 20 <= rest.filled && lettered {
        // In a column whose values keep repeating, a value that stands only once is hardly one of them.
        score += 1.0;
    }
    if cell.bytes.iter().any(u8::is_ascii_digit) && !known {
        score -= 0.3;
    }
    score
}

fn is_telling(index: usize) -> bool {
    const TELLING: [Shape; 8] =
        [Shape::Number, Shape::Date, Shape::Time, Shape::Email, Shape::Phone, Shape::Hex, Shape::Url, Shape::Net];
    TELLING.iter().any(|&shape| shape as usize == index)
}

/// E-mails, telephone numbers, dates, hashes and numbers of more than four digits never stand in a header.
fn is_datum(cell: &Cell<'_>) -> bool {
    match cell_shape(cell) {
        Shape::Email | Shape::Phone | Shape::Hex | Shape::Date | Shape::Time | Shape::Net | Shape::Url => true,
        Shape::Number | Shape::Code => longest_run(cell.bytes) > 4,
        _ => longest_run(cell.bytes) > 6 || cell.bytes.len() > 200,
    }
}

fn longest_run(bytes: &[u8]) -> usize {
    bytes.split(|byte| !byte.is_ascii_digit()).map(<[u8]>::len).max().unwrap_or(0)
}

/// Whether two filled cells of the record are the same.
fn repeats(record: &[Cell<'_>]) -> bool {
    let mut cells: Vec<&[u8]> =
        record.iter().map(|cell| cell.bytes.trim_ascii()).filter(|cell| !cell.is_empty()).collect();
    let all = cells.len();
    cells.sort_unstable();
    cells.dedup();
    // Public tables repeat a heading now and then; half of them is data.
    cells.len() * 2 <= all && all > 1
}

/// A known word at the top of a one-column file is its header unless it may itself be a value: lists of passwords begin
/// with `password` often enough.
fn heads_a_list(first: &[u8], rest: &Rest<'_>) -> bool {
    let share = |count: usize| count as f64 / rest.filled.max(1) as f64;
    let telling = (0..SHAPES).any(|index| is_telling(index) && share(rest.shapes[index]) >= 0.6);
    let mixed = share(rest.shapes[Shape::Code as usize]);
    let word = first.trim_ascii();
    let plain = word.iter().all(u8::is_ascii_lowercase);
    rest.filled > 0
        && rest.again == 0
        && (telling || rest.wordy * 10 <= rest.filled || !plain || mixed < 0.05 && word.len() < 5)
}

/// Among surnames a word that is one heads nothing: taken for a heading it would be shown, and a record lost.
fn is_surname_among_names(first: &[u8], rest: &Rest<'_>) -> bool {
    let word = first.trim_ascii();
    let names = rest.values.iter().filter(|value| is_name_like(value)).count();
    is_name_like(word)
        && SURNAMES.iter().any(|name| word.eq_ignore_ascii_case(name.as_bytes()))
        && names * 10 >= rest.filled.max(1) * 8
}

/// Words that head columns and are surnames as well.
///
/// # Source
/// United States Census Bureau, surnames that occur at least 100 times in the 2010 census.
const SURNAMES: [&str; 13] =
    ["branch", "brand", "day", "driver", "house", "key", "link", "person", "place", "port", "price", "rank", "street"];

/// One word with a capital letter first and no other.
fn is_name_like(value: &[u8]) -> bool {
    matches!(value, [first, rest @ ..] if first.is_ascii_uppercase() && !rest.is_empty()
        && rest.iter().all(|byte| byte.is_ascii_lowercase() || *byte >= 0x80))
}

fn look_at_rest<'a>(records: &'a Records<'_>, width: usize) -> Vec<Rest<'a>> {
    let mut rest: Vec<Rest<'a>> = Vec::with_capacity(width);
    for column in 0..width {
        let first = records.get(0).get(column).map_or(&[][..], |cell| cell.bytes.trim_ascii());
        rest.push(Rest { first, shortest: usize::MAX, ..Rest::default() });
    }
    let rows = (LOOKED_AT / width.max(1)).clamp(50, 1000);
    for record in records.iter().skip(1).step_by(records.len().div_ceil(rows).max(1)) {
        if record.len() != width {
            continue;
        }
        for (cell, rest) in record.iter().zip(&mut rest) {
            let shape = cell_shape(cell);
            if shape == Shape::Empty {
                continue;
            }
            let bytes = cell.bytes.trim_ascii();
            rest.filled += 1;
            rest.shapes[shape as usize] += 1;
            rest.wordy += usize::from(!bytes.iter().any(u8::is_ascii_digit));
            rest.shortest = rest.shortest.min(bytes.len());
            rest.longest = rest.longest.max(bytes.len());
            rest.again += usize::from(bytes == rest.first);
            rest.values.push(bytes);
        }
    }
    for rest in &mut rest {
        rest.values.sort_unstable();
        rest.single = rest.values.chunk_by(|a, b| a == b).filter(|chunk| chunk.len() == 1).count();
    }
    rest
}

/// The names in a header record: decoded, quotes undone, trimmed; as many as the width says.
pub(super) fn names(record: &[Cell<'_>], width: usize, quote: Option<u8>, charset: Charset) -> Vec<String> {
    let mut names: Vec<String> = record
        .iter()
        .take(width)
        .map(|cell| {
            let name = text(cell.bytes, charset);
            let mark = quote.map(|quote| char::from(quote).to_string());
            let name = match mark {
                Some(mark) if cell.quoted => name.replace(&mark.repeat(2), &mark),
                _ => name,
            };
            name.trim().to_string()
        })
        .collect();
    names.resize(width, String::new());
    names
}

/// Whether a name is a known word for something other than a password.
pub(super) fn names_no_password(name: &str) -> bool {
    let word = words::normalise(name);
    words::is_known(name) && !["pass", "pwd", "plain", "cleartext", "парол"].iter().any(|part| word.contains(part))
}

fn text(bytes: &[u8], charset: Charset) -> String {
    match charset {
        Charset::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
        Charset::Windows1251 => encoding_rs::WINDOWS_1251.decode_without_bom_handling(bytes).0.into_owned(),
    }
}
