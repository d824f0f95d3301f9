//! Lines that are one value as a whole, though signs inside the value divide them regularly.
//!
//! `$2y$10$…`, `pbkdf2:sha256:…`, an IPv6 address and `01 234 ABC` hold the same sign equally often in every line: as
//! regular as any table. What such a line is as a whole tells it from a row.

use super::cell::{Shape, shape};
use super::split::{Dialect, split};
use crate::kind::{Guise, KINDS, KeyBuf, Kind, Rank, Region};
use crate::text::charset::decode_windows_1251;

/// Lines looked at, spread over the sample.
const LOOKED_AT: usize = 200;

/// Share of the lines looked at that must be of one and the same kind.
const MOST: f64 = 0.8;

/// A hash whose text passes by chance this rarely is one value whatever divides it: its own signs are part of its form.
///
/// # Source
/// Chosen by hand: below it stand the formats that begin with their own name or hold sixteen hexadecimal digits and more.
const CERTAIN: f64 = 0.12;

/// Kinds that a whole line of random cells of the same mask passes so often say nothing of the line.
///
/// # Source
/// Chosen by hand: every second one by chance never gives [`MOST`] of 200 lines.
const TELLING: f64 = 0.5;

/// What the lines are as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whole {
    /// Nothing that is known.
    No,
    /// Values of a kind that may hold blanks, hyphens and colons: these do not divide them.
    Value,
    /// Hashes in a form of their own: nothing divides them.
    Hash,
}

/// What the lines of the stretches are as a whole. The first line may be a header and is left out.
pub(super) fn whole(stretches: &[&[u8]], terminator: u8, cyrillic_bytes: bool) -> Whole {
    let lines = split(stretches, Dialect { delimiter: None, quote: None, terminator });
    let step = lines.len().div_ceil(LOOKED_AT).max(1);
    let mut counts = vec![0usize; KINDS.len()];
    let (mut looked, mut text, mut key) = (0usize, Vec::new(), KeyBuf::new());
    for record in lines.iter().skip(1).step_by(step) {
        let line = record[0].bytes.trim_ascii();
        looked += 1;
        if line.is_empty() || is_divided_on_purpose(line) {
            continue;
        }
        text.clear();
        if cyrillic_bytes {
            decode_windows_1251(line, &mut text);
        } else {
            text.extend_from_slice(line);
        }
        for (count, kind) in counts.iter_mut().zip(KINDS.iter()) {
            key.clear();
            *count += usize::from(tells(kind, &text) && (kind.key)(&text, Region::Unknown, &mut key).is_ok());
        }
    }
    if looked < 2 {
        return Whole::No;
    }
    let most = |kind: &&Kind, count: usize| match () {
        () if (count as f64) < looked as f64 * MOST => Whole::No,
        () if kind.rank == Rank::Hash && kind.chance <= CERTAIN => Whole::Hash,
        () => Whole::Value,
    };
    KINDS.iter().zip(counts).map(|(kind, count)| most(kind, count)).max().unwrap_or(Whole::No)
}

/// Whether a line of this kind is more than a row whose cells happen to fit. Web addresses, e-mail addresses and names
/// take in what stands behind them, so they tell nothing; a shape without a check tells only by letters beside digits.
fn tells(kind: &Kind, line: &[u8]) -> bool {
    let mixed =
        || line.iter().any(u8::is_ascii_digit) && line.iter().any(|&byte| byte.is_ascii_alphabetic() || byte >= 0x80);
    kind.guise == Guise::Code
        && !matches!(kind.id, "url" | "email")
        && (kind.chance <= TELLING || (mixed() && kind.rank != Rank::Hash && kind.rank != Rank::Attribute))
}

/// A hash before its salt (and an address before anything): the first colon divides two cells, and whoever reads the
/// hashes wants them apart.
fn is_divided_on_purpose(line: &[u8]) -> bool {
    let first = line.split(|byte| matches!(byte, b':' | b',' | b';' | b'\t' | b'|')).next().unwrap_or(line);
    first.len() < line.len() && matches!(shape(first), Shape::Hex | Shape::Email)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of one form; `#` becomes another digit in each.
    fn lines(form: &str) -> String {
        let mut state = 7u32;
        let mut digit = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(b'0' + (state >> 28) as u8 % 10)
        };
        (0..40)
            .map(|_| {
                form.chars().map(|sign| if sign == '#' { digit() } else { sign }).chain(['\n']).collect::<String>()
            })
            .collect()
    }

    #[test]
    fn values_with_signs_of_their_own_are_told_from_rows() {
        let digits = "#".repeat(31);
        let hash = |form: &str| assert_eq!(whole(&[lines(form).as_bytes()], b'\n', false), Whole::Hash, "{form}");
        hash(&format!("$2y$10$######################{digits}"));
        hash(&format!("$argon2id$v=19$m=65536,t=3,p=1$##################${digits}"));
        hash(&format!("pbkdf2:sha256:150000$########${digits}{digits}##"));
        hash("{MD5}######################==");
        let value = |form: &str| assert_eq!(whole(&[lines(form).as_bytes()], b'\n', false), Whole::Value, "{form}");
        value("2001:db8:0:####:####:####:####:####");
        value("0# ### ABC".replace("0#", "04").as_str());
        value("78 ВС ######");
        let row = |form: &str| assert_eq!(whole(&[lines(form).as_bytes()], b'\n', false), Whole::No, "{form}");
        row("#### #### #### ####");
        row("## ### ##");
        row(&format!("a{digits}:######"));
        row("https://example.com/login:name##:secret####");
        row("name##@example.com:secret####");
        row("12.##,24.##");
    }

    #[test]
    fn lines_of_windows_1251_are_decoded() {
        let lines = lines("78 ВС ######");
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(&lines);
        assert_eq!(whole(&[&bytes], b'\n', true), Whole::Value);
    }
}
