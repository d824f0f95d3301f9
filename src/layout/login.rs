//! Lists of login and password: two cells a line, divided at the first delimiter, because the password may hold it.

use super::cell::{Shape, is_email, is_login, is_plain_phone, shape};
use super::split::{Dialect, Records, split};

/// Delimiters of such lists, in the order of ties.
const DELIMITERS: [u8; 6] = [b':', b';', b'|', b'\t', b',', b' '];

/// Lines looked at, spread over the sample.
const LOOKED_AT: usize = 2000;

/// What lines divided at their first delimiter look like.
#[derive(Debug, Clone)]
pub(super) struct LoginTrial {
    pub delimiter: u8,
    /// Lines.
    pub records: usize,
    /// Lines that hold the delimiter behind a login, 0..=1.
    pub share: f64,
    /// Whether the logins are e-mail addresses, telephone numbers or hashes (else plain names).
    pub telling: bool,
    /// Whether the second cells are of one telling shape (then these are two ordinary columns).
    pub typed: bool,
    /// Whether second cells look like passwords: mostly no blanks, mostly ASCII.
    pub password_like: bool,
    /// Share of lines with the delimiter more than once.
    pub more: f64,
}

/// Counts over the lines looked at.
#[derive(Default)]
struct Counts {
    lines: usize,
    divided: usize,
    twice: usize,
    thrice: usize,
    /// First cells: e-mails, telephone numbers, hashes, plain logins.
    emails: usize,
    phones: usize,
    hashes: usize,
    logins: usize,
    /// Second cells: empty, with a blank, beyond ASCII, letters and digits mixed, beginning with a blank.
    empty: usize,
    blanks: usize,
    high: usize,
    mixed: usize,
    spaced: usize,
    typed: [usize; 7],
    /// Lines by the number of each other delimiter behind the first.
    others: [[usize; OTHERS_MOST]; 4],
}

/// Delimiters that divide what stands behind the first, and the largest number of them that is counted.
const OTHERS: [u8; 4] = [b';', b'|', b'\t', b','];
const OTHERS_MOST: usize = 32;

/// The best reading as a list of login and password, if there is one.
pub(super) fn try_login(stretches: &[&[u8]], terminator: u8) -> Option<LoginTrial> {
    let lines = split(stretches, Dialect { delimiter: None, quote: None, terminator });
    let mut best: Option<LoginTrial> = None;
    for delimiter in DELIMITERS {
        if let Some(trial) = try_one(&lines, delimiter)
            && best.as_ref().is_none_or(|best| (trial.telling, trial.share) > (best.telling, best.share))
        {
            best = Some(trial);
        }
    }
    best
}

fn try_one(lines: &Records<'_>, delimiter: u8) -> Option<LoginTrial> {
    let mut counts = Counts::default();
    let mut firsts: Vec<&[u8]> = Vec::new();
    for record in lines.iter().step_by(lines.len().div_ceil(LOOKED_AT).max(1)) {
        let line = record.first().map_or(&[][..], |cell| cell.bytes);
        counts.lines += 1;
        let Some(at) = memchr::memchr(delimiter, line) else { continue };
        counts.divided += 1;
        let (first, second) = (line[..at].trim_ascii(), &line[at + 1..]);
        let further = memchr::memchr_iter(delimiter, second).count();
        counts.twice += usize::from(further >= 1);
        counts.thrice += usize::from(further >= 2);
        if is_email(first) {
            counts.emails += 1;
        } else if is_plain_phone(first) || shape(first) == Shape::Phone {
            counts.phones += 1;
        } else if shape(first) == Shape::Hex {
            counts.hashes += 1;
        } else if is_login(first) {
            counts.logins += 1;
        }
        for (counts, other) in counts.others.iter_mut().zip(OTHERS) {
            counts[memchr::memchr_iter(other, second).count().min(OTHERS_MOST - 1)] += usize::from(other != delimiter);
        }
        firsts.push(first);
        count_second(second, &mut counts);
    }
    judge(lines.len(), delimiter, &counts, firsts)
}

fn count_second(second: &[u8], counts: &mut Counts) {
    counts.spaced += usize::from(second.first() == Some(&b' '));
    let second = second.trim_ascii();
    counts.empty += usize::from(second.is_empty());
    counts.blanks += usize::from(second.contains(&b' '));
    counts.high += usize::from(!second.is_ascii());
    let digits = second.iter().any(u8::is_ascii_digit);
    counts.mixed += usize::from(digits && second.iter().any(u8::is_ascii_alphabetic));
    let place = match shape(second) {
        Shape::Date => 0,
        Shape::Time => 1,
        Shape::Email => 2,
        Shape::Phone => 3,
        Shape::Number if is_plain_phone(second) => 3,
        Shape::Number => 6,
        Shape::Hex => 4,
        _ if names_its_format(second) => 4,
        Shape::Net | Shape::Url => 5,
        _ => return,
    };
    counts.typed[place] += 1;
}

/// Whether a cell is a hash that begins with the name of its format: `$2a$08$…`, `{SSHA}…`. Beside bare hexadecimal
/// hashes they are one column of hashes, no passwords.
fn names_its_format(cell: &[u8]) -> bool {
    let close = match cell.first() {
        Some(b'$') => b'$',
        Some(b'{') => b'}',
        _ => return false,
    };
    let name = cell[1..].iter().take(16).position(|&byte| byte == close);
    let named = name
        .is_some_and(|end| end > 0 && cell[1..=end].iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-'));
    named && cell.len() >= 28 && cell.is_ascii() && !cell.contains(&b' ')
}

fn judge(records: usize, delimiter: u8, counts: &Counts, mut firsts: Vec<&[u8]>) -> Option<LoginTrial> {
    let of = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let divided = counts.divided;
    if of(divided, counts.lines) < 0.75 || of(divided - counts.twice, divided) < 0.5 || of(counts.empty, divided) > 0.5
    {
        return None;
    }
    let logins = counts.emails + counts.phones + counts.hashes;
    // A hash with its salt before a table of other cells: all lines have as many of another delimiter.
    let table = |lines: &[usize; OTHERS_MOST]| lines[1..].iter().any(|&lines| of(lines, divided) >= 0.95);
    if of(counts.hashes, divided) >= 0.6 && counts.others.iter().any(table) {
        return None;
    }
    let telling = of(logins, divided) >= 0.6 && of(logins + counts.logins, divided) >= 0.75;
    let password_like =
        of(counts.blanks, divided) <= if telling { 0.5 } else { 0.2 } && of(counts.high, divided) <= 0.5;
    let typed = counts.typed.iter().any(|&count| of(count, divided - counts.empty) >= 0.8);
    if !telling {
        // Plain names before a delimiter are common in other files: they must be many, different and joined to
        // passwords.
        firsts.sort_unstable();
        let all = firsts.len();
        firsts.dedup();
        let different = of(firsts.len(), all) >= 0.5;
        let named = of(logins + counts.logins, divided) >= 0.85 && different && all >= 5;
        let joined = of(counts.mixed, divided) >= if delimiter == b':' { 0.15 } else { 0.3 };
        if !named || !joined || !password_like || delimiter == b' ' || of(counts.spaced, divided) > 0.5 {
            return None;
        }
    }
    if delimiter == b' ' && (!password_like || divided < 5) {
        return None;
    }
    let share = of(divided, counts.lines);
    Some(LoginTrial { delimiter, records, share, telling, typed, password_like, more: of(counts.twice, divided) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_of_two_formats_are_no_passwords() {
        let bcrypt = format!("a@example.com:$2a$08${}\n", "Ab3/.".repeat(11));
        let sha1 = format!("b@example.com:{}\n", "5f4dcc3b5a".repeat(4));
        let mixed = [bcrypt, sha1].concat().repeat(20);
        assert!(try_login(&[mixed.as_bytes()], b'\n').unwrap().typed);
        let passwords = "a@example.com:$money$\nb@example.com:{hard}8\n".repeat(20);
        assert!(!try_login(&[passwords.as_bytes()], b'\n').unwrap().typed);
    }
}
