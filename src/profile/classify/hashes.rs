//! Which formats of password hashes a column holds, with which shares, and which column holds their salts.
//!
//! One value says a set of formats (`hash.md5`, `hash.ntlm`, …), never one: the sets of a column's cells are counted, and
//! sets that differ only by the length of a salt are one where the lengths vary. Hashes of common passwords settle which
//! function a bare hash is of.

mod of_mail;
mod salts;
mod tried;

use std::collections::{BTreeMap, BTreeSet};

use salts::{CHARACTERS, NEW_LEAST, ROWS_LEAST, is_salt_word, some_salt};
pub(super) use salts::{is_pepper, like_salts};

use super::{Candidate, Choice, ColumnSample, Decided};
use crate::kind::hash::shape::{self, Part};
use crate::kind::hash::{self, FORMATS, Format, Salt};
use crate::kind::{KeyBuf, Kind, Mismatch, Region, find, rare};

/// What stands for plain text among the formats of a share.
pub const PLAIN: &str = "plain";
/// What stands for empty cells among the formats of a share.
pub const EMPTY: &str = "empty";

/// Cells looked at before the rest of a column is.
const HEAD: usize = 200;
/// Fewest hashes, and their least share of the filled cells, that make a column one of hashes.
const HASHES_LEAST: u64 = 3;
const SHARE_LEAST: f64 = 0.02;
/// Least share of its class for a set of formats to be told apart.
const MAJOR: f64 = 0.05;
/// Hexadecimal digits from which on a text is no number of anything.
const DIGITS_SURE: usize = 32;
/// Fewest hashes of common passwords that settle the function: none is found by chance.
const COMMON_LEAST: u64 = 3;

/// Rows of a column whose password is stored in one of these formats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HashShare {
    /// Ids of the formats, the most likely first; or [`PLAIN`] or [`EMPTY`] alone.
    pub formats: Vec<&'static str>,
    /// Rows of the sample.
    pub rows: u64,
    /// Rows of the sample, all of them.
    pub of: u64,
    /// Rows that are hashes of common passwords: they settled which function it is. 0 where it is not settled.
    pub common: u64,
}

/// The hashes of one column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnHashes {
    /// Shares by format, the largest first, plain text and empty cells last; none where the column holds no hashes.
    pub shares: Vec<HashShare>,
    /// Position of the column with their salts, or that may hold them.
    pub salt: Option<usize>,
    /// Whether that column may as well hold hashes, and this one its salts: nothing but both being new in each row and of
    /// hexadecimal digits speaks for the pair. The salted formats stand behind the bare ones then.
    pub either: bool,
}

/// The hashes of every column of a table, with their salts; the choices are told of both, so that candidates and formats
/// say the same. Salts are compared with the hashes before them, as one value: alone they look like passwords.
pub fn pair(columns: &[ColumnSample], choices: &mut [Choice]) -> Vec<ColumnHashes> {
    for index in of_mail::positions(columns, choices) {
        let choice = &mut choices[index];
        if choice.decided != Decided::Request {
            (choice.kind, choice.compared_as, choice.decided) = (None, None, Decided::Nothing);
            choice.candidates.clear();
        }
    }
    let mut found = of_table(columns, choices);
    found.iter_mut().for_each(tried::add_salted_ones);
    for (index, column) in found.iter().enumerate() {
        let Some(salt) = column.salt else {
            tried::tell(column, &mut choices[index]);
            continue;
        };
        let formats = || column.shares.iter().flat_map(|share| share.formats.iter().map(move |id| (*id, share.rows)));
        let filled = column.shares.iter().filter(|share| share.formats != [EMPTY]).map(|share| share.rows).sum::<u64>();
        let candidate = |(kind, rows): (&'static str, u64)| Candidate { kind, confidence: rows as f64 / filled as f64 };
        let asked = choices[index].decided == Decided::Request;
        let free = |at: usize| choices[at].parts.is_empty();
        // One key for all says nothing of a row: the bare hash is compared.
        let pepper = is_pepper(&columns[salt].filled());
        let together = !column.either && !asked && !pepper && free(index) && free(salt);
        if !asked {
            choices[index].candidates =
                formats().filter(|(id, _)| *id != PLAIN && *id != EMPTY).map(candidate).collect();
            choices[index].kind = None;
            choices[index].decided = Decided::Assumed;
            let bare = |kind: &&Kind| hash::format(kind.id).is_some_and(|format| format.bare().is_some());
            let mut kinds = choices[index].candidates.iter().filter_map(|candidate| find(candidate.kind));
            let compared = if pepper { kinds.find(bare) } else { kinds.next() };
            choices[index].compared_as = compared;
            tried::tell(column, &mut choices[index]);
        }
        if !column.either && choices[salt].kind.is_none() {
            (choices[salt].compared_as, choices[salt].decided) = (None, Decided::Nothing);
            choices[salt].candidates.clear();
        }
        // Of a column that went over to another format, most rows have no salt.
        let salted = |kind: &Kind| hash::format(kind.id).is_some_and(|format| format.beside().is_some());
        if together && choices[index].compared_as.is_some_and(salted) {
            choices[index].parts = vec![index, salt];
            choices[salt].parts = vec![index, salt];
        }
    }
    found
}

/// The hashes of every column of a table, with their salts.
pub fn of_table(columns: &[ColumnSample], choices: &[Choice]) -> Vec<ColumnHashes> {
    let mixture = |(column, choice): (&ColumnSample, &Choice)| {
        let cells: Vec<&[u8]> = column.cells.iter().map(Vec::as_slice).collect();
        // What a header or the user decided, or values beyond chance: another kind's values are not taken apart.
        let other = choice.kind.is_some_and(|kind| kind.chance < 1.0 && hash::format(kind.id).is_none());
        ColumnHashes { shares: if other { Vec::new() } else { mixture(&cells, choice.kind) }, ..Default::default() }
    };
    let mut found: Vec<ColumnHashes> = columns.iter().zip(choices).map(mixture).collect();
    of_mail::positions(columns, choices).into_iter().for_each(|index| found[index] = ColumnHashes::default());
    for index in 0..found.len() {
        try_names(columns, &mut found, index);
        let Some(bare) = found[index].shares.iter().find_map(bare_format) else { continue };
        let rows = rows_of(bare, &columns[index]);
        let Some(salt) = salt_of(columns, choices, &found, index, &rows) else { continue };
        found[index].salt = Some(salt);
        let (hashes, salts) = (at(&columns[index], &rows), at(&columns[salt], &rows));
        let pairs: Vec<(&[u8], &[u8])> = hashes.into_iter().zip(salts.iter().copied()).collect();
        let cells = filled(&salts);
        for share in &mut found[index].shares {
            let salted = salted_with(share, &cells);
            tried::settle(share, &pairs, &salted);
            if share.common == 0 {
                share.formats.splice(0..0, salted);
            }
        }
    }
    pair_alike(columns, &mut found);
    found
}

/// Settles hashes whose salt is the name of the account, by the columns that may hold it: such a column is no column of salts.
fn try_names(columns: &[ColumnSample], found: &mut [ColumnHashes], index: usize) {
    let Some(bare) = found[index].shares.iter().find_map(bare_format) else { return };
    let rows = rows_of(bare, &columns[index]);
    let hashes = at(&columns[index], &rows);
    for other in (0..columns.len()).filter(|other| *other != index) {
        if found[other].shares.is_empty() {
            let pairs: Vec<_> = hashes.iter().copied().zip(at(&columns[other], &rows)).collect();
            found[index].shares.iter_mut().for_each(|share| tried::settle_named(share, &pairs));
        }
    }
}

/// Pairs columns side by side that could each be the salts of the other: under no names, bare hashes by their look, and new
/// in nearly every row. Salts are drawn as long as hashes (Woltlab Burning Board 3: 40 digits beside 40; Redmine: 32), and
/// unsalted hashes of so many people's passwords would not all be different; tokens would. So both orders stay possible.
fn pair_alike(columns: &[ColumnSample], found: &mut [ColumnHashes]) {
    let whole = |position: usize| {
        let [share] = &found[position].shares[..] else { return false };
        let (column, digits) = (&columns[position], bare_format(share).and_then(|kind| hash::format(kind.id)?.bare()));
        column.name.is_none()
            && found[position].salt.is_none()
            && digits.is_some_and(|digits| CHARACTERS.contains(&digits))
            && each_new(&column.filled())
    };
    let alike: Vec<bool> = (0..found.len()).map(whole).collect();
    let taken: Vec<usize> = found.iter().filter_map(|column| column.salt).collect();
    let open = |position: usize| alike.get(position) == Some(&true) && !taken.contains(&position);
    for index in (0..found.len()).filter(|index| open(*index)) {
        let beside = [Some(index + 1), index.checked_sub(1)].into_iter().flatten().filter(|position| open(*position));
        for position in beside {
            let share = &mut found[index].shares[0];
            let salted = salted_with(share, &columns[position].filled());
            if salted.is_empty() {
                continue;
            }
            for format in salted {
                if !share.formats.contains(&format) {
                    share.formats.push(format);
                }
            }
            found[index].salt = found[index].salt.or(Some(position));
            found[index].either = true;
        }
    }
}

/// Whether hardly any text comes twice.
fn each_new(cells: &[&[u8]]) -> bool {
    let different = cells.iter().collect::<BTreeSet<_>>().len();
    cells.len() >= ROWS_LEAST && different as f64 >= NEW_LEAST * cells.len() as f64
}

/// Least share of a column that hashes of common passwords must make up to prove which function made all of it: one in ten
/// people chooses a common password, whatever the function.
const SETTLING: f64 = 0.002;

/// Whether hashes of common passwords among the cells prove that the column's are of this kind.
pub fn settles(sample: &ColumnSample, kind: &Kind) -> bool {
    let cells: Vec<&[u8]> = sample.cells.iter().map(Vec::as_slice).collect();
    let proved = |share: &HashShare| {
        share.formats == [kind.id] && share.common > 0 && share.common as f64 >= SETTLING * share.rows as f64
    };
    let shares = mixture(&cells, None);
    // Where common passwords are found by two functions, neither is the whole column's.
    let rows = shares.iter().filter(|share| share.common > 0).map(|share| share.rows).max();
    let others = || shares.iter().filter(|share| share.common > 0 && share.formats != [kind.id]);
    let few = |other: &HashShare| other.rows as f64 <= MAJOR * rows.unwrap_or(0) as f64 || !look_alike(other, kind);
    shares.iter().any(proved) && others().all(few)
}

/// Whether hashes of this share look like those of a kind: as many digits, with or without a sign that may be left out.
fn look_alike(share: &HashShare, kind: &Kind) -> bool {
    let digits = |id: &str| match hash::format(id)?.shape {
        [Part::Hex(least, _)] | [Part::Left(_), Part::Hex(least, _)] => Some(*least),
        _ => None,
    };
    share.formats.first().is_some_and(|id| digits(id).is_some() && digits(id) == digits(kind.id))
}

/// Which formats occur in a column with which shares. `named` is the kind that was decided for it: formats that too many
/// other things look like (13 letters and digits) are counted only where the column was said to be theirs.
pub fn mixture(cells: &[&[u8]], named: Option<&Kind>) -> Vec<HashShare> {
    let sets = Sets::new(named);
    let head = super::fits::spread(&filled(cells), HEAD);
    if head.iter().all(|cell| sets.of(cell) == 0) {
        return Vec::new();
    }
    let mut counts: BTreeMap<u128, u64> = BTreeMap::new();
    let (mut plain, mut empty) = (0, 0);
    for cell in cells {
        match (cell.is_empty(), sets.of(cell)) {
            (true, _) => empty += 1,
            (false, 0) => plain += 1,
            (false, set) => *counts.entry(set).or_default() += 1,
        }
    }
    let hashes: u64 = counts.values().sum();
    if hashes < HASHES_LEAST || (hashes as f64) < SHARE_LEAST * (hashes + plain) as f64 {
        return Vec::new();
    }
    let of = cells.len() as u64;
    let mut shares: Vec<HashShare> =
        classes(&counts).iter().flat_map(told_apart).map(|(set, rows)| (set, rows, of)).map(share).collect();
    settle(&mut shares, cells);
    // What a header or the user says stands first in its set.
    for share in &mut shares {
        // Zeros in front say more than it does.
        let zeros = |id: &&'static str| hash::format(id).is_some_and(is_zeroed);
        let said = named.filter(|_| !share.formats.first().is_some_and(zeros));
        if let Some(at) = said.and_then(|kind| share.formats.iter().position(|id| *id == kind.id)) {
            share.formats[..=at].rotate_right(1);
        }
    }
    shares.sort_by(|one, other| other.rows.cmp(&one.rows).then_with(|| one.formats.cmp(&other.formats)));
    let rest = [(PLAIN, plain), (EMPTY, empty)].into_iter().filter(|(_, rows)| *rows > 0);
    shares.extend(rest.map(|(name, rows)| HashShare { formats: vec![name], rows, of, common: 0 }));
    shares
}

fn filled<'a>(cells: &[&'a [u8]]) -> Vec<&'a [u8]> {
    cells.iter().copied().filter(|cell| !cell.is_empty()).collect()
}

/// Sets of formats as bits: the bit of a format is its place among [`FORMATS`].
struct Sets {
    kinds: Vec<Option<&'static Kind>>,
}

impl Sets {
    fn new(named: Option<&Kind>) -> Sets {
        let counted = |format: &&Format| !format.unproven || named.is_some_and(|kind| kind.id == format.id);
        Sets { kinds: FORMATS.iter().map(|format| find(format.id).filter(|_| counted(format))).collect() }
    }

    /// The formats that a cell can be of.
    fn of(&self, cell: &[u8]) -> u128 {
        let mut key = KeyBuf::new();
        let fits = |kind: &Kind, key: &mut KeyBuf| {
            key.clear();
            match (kind.key)(cell, Region::Unknown, key) {
                Ok(()) => true,
                // The hash of the empty password is a hash too; of fewer digits it would be a number.
                Err(mismatch) => mismatch == Mismatch::Part && cell.len() >= DIGITS_SURE,
            }
        };
        let kinds = self.kinds.iter().enumerate();
        kinds
            .filter_map(|(bit, kind)| Some((bit, (*kind)?)))
            .fold(0, |set, (bit, kind)| set | (u128::from(fits(kind, &mut key)) << bit))
    }
}

fn formats_of(set: u128) -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().enumerate().filter(move |(bit, _)| set >> bit & 1 == 1).map(|(_, format)| *format)
}

/// Sets that have a format in common, directly or through others, with their counts; largest first.
type Class = Vec<(u128, u64)>;

fn classes(counts: &BTreeMap<u128, u64>) -> Vec<Class> {
    let mut classes: Vec<(u128, Class)> = Vec::new();
    for (&set, &count) in counts {
        let (mut union, mut members) = (set, vec![(set, count)]);
        classes.retain_mut(|(other, theirs)| {
            let apart = *other & union == 0;
            if !apart {
                union |= *other;
                members.append(theirs);
            }
            apart
        });
        classes.push((union, members));
    }
    let mut classes: Vec<Class> = classes.into_iter().map(|(_, class)| class).collect();
    classes.iter_mut().for_each(|class| class.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0))));
    classes
}

/// The sets of a class that stand for themselves, the small ones counted with the largest that they have a format in
/// common with.
fn told_apart(class: &Class) -> Vec<(u128, u64)> {
    let total: u64 = class.iter().map(|(_, count)| count).sum();
    let (major, minor): (Class, Class) = class.iter().partition(|(_, count)| *count as f64 >= MAJOR * total as f64);
    let common = major.iter().fold(u128::MAX, |common, (set, _)| common & set);
    // Salts of lengths that no narrow format has: the others have their lengths by chance.
    let salted = major.iter().all(|(set, _)| formats_of(*set).all(|format| format.beside().is_some()));
    let varied = salted && common != 0 && major.iter().any(|(set, _)| !formats_of(*set).any(is_narrow));
    if major.len() > 1 && varied {
        return vec![(common, total)];
    }
    let mut told = major;
    for (set, count) in minor {
        match told.iter_mut().find(|(large, _)| large & set != 0) {
            Some((_, sum)) => *sum += count,
            None => told.push((set, count)),
        }
    }
    told
}

/// The formats of a set, the usual and the narrower ones first.
fn share((set, rows, of): (u128, u64, u64)) -> HashShare {
    let mut formats: Vec<&Format> = formats_of(set).collect();
    formats.sort_by_key(|format| (format.behind.is_some(), salt_most(format), format.id));
    // Zeros in front of all of them are no chance: what writes them is told first.
    if let Some(at) = formats.iter().position(|format| is_zeroed(format)) {
        formats[..=at].rotate_right(1);
    }
    HashShare { formats: formats.iter().map(|format| format.id).collect(), rows, of, common: 0 }
}

/// Whether the mark of a format is zeros.
fn is_zeroed(format: &Format) -> bool {
    matches!(format.shape, [Part::Lit(mark), ..] if mark.bytes().all(|byte| byte == b'0'))
}

/// Fewest and most characters of the salt in the text.
fn salt_lengths(format: &Format) -> (usize, usize) {
    match format.beside() {
        Some((_, [Part::Any(least, most) | Part::Of(_, least, most) | Part::Hex(least, most), ..])) => (*least, *most),
        Some(_) => (1, usize::MAX),
        None => (0, 0),
    }
}

fn salt_most(format: &Format) -> usize {
    salt_lengths(format).1
}

/// Lengths of a salt beyond which a format is no narrow one.
const NARROW: usize = 4;

fn is_narrow(format: &Format) -> bool {
    let (least, most) = salt_lengths(format);
    most - least < NARROW
}

/// Narrows sets of bare hashes to the functions by which common passwords are found: one, or several in the ratio in which
/// they are, since people choose alike whatever the function. Formats that common passwords cannot part stay together.
fn settle(shares: &mut Vec<HashShare>, cells: &[&[u8]]) {
    let marked: Vec<&'static Kind> = shares
        .iter()
        .flat_map(|share| share.formats.iter())
        .filter(|id| hash::is_marked(id))
        .filter_map(|id| find(id))
        .collect();
    let mut settled = Vec::new();
    for share in shares.drain(..) {
        let mut found: Vec<(&'static str, u64)> = Vec::new();
        let own = |cell: &&&[u8]| marked.iter().all(|kind| passes(kind, cell) == share.formats.contains(&kind.id));
        for kind in rare::tested().filter(|id| share.formats.contains(id)).filter_map(find) {
            let mut key = KeyBuf::new();
            let common = |cell: &&&[u8]| {
                key.clear();
                (kind.key)(cell, Region::Unknown, &mut key).is_ok() && !rare::is_rare_hash(kind.id, &key)
            };
            let count = cells.iter().filter(own).filter(common).count() as u64;
            if count >= COMMON_LEAST {
                found.push((kind.id, count));
            }
        }
        // Of seven characters or fewer one half of an LM hash is always the same: no other function makes such.
        let lm = |cell: &&&[u8]| cell.len() == 32 && cell[16..].eq_ignore_ascii_case(LM_OF_NOTHING);
        let halves = match share.formats.contains(&"hash.lm") {
            true => cells.iter().filter(lm).count() as u64,
            false => 0,
        };
        if found.is_empty() && halves as f64 >= LM_SHORT * share.rows as f64 && halves >= COMMON_LEAST {
            found.push(("hash.lm", halves));
        } else if found.is_empty() || halves >= COMMON_LEAST {
            settled.push(share);
            continue;
        }
        found.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
        let all: u64 = found.iter().map(|(_, count)| count).sum();
        let mut left = share.rows;
        for (at, &(id, common)) in found.iter().enumerate().rev() {
            let part = (share.rows as f64 * common as f64 / all as f64).round() as u64;
            let rows = if at == 0 { left } else { part.min(left) };
            left -= rows;
            // A mark that only one system puts in front parts it from the usual function no better than common passwords do.
            let unparted = |other: &&&str| **other == id || hash::is_marked(other);
            let formats = share.formats.iter().filter(unparted).copied().collect();
            settled.push(HashShare { formats, rows, of: share.of, common: common.min(rows) });
        }
    }
    *shares = settled;
}

/// The second half of an LM hash of a password of at most seven characters: DES of a constant under a key of zeros.
///
/// # Source
/// Microsoft MS-NLMP, section 3.3.1 (LMOWFv1).
const LM_OF_NOTHING: &[u8] = b"aad3b435b51404ee";

/// Least share of such halves that makes a column one of LM hashes: people's passwords have seven characters or fewer that
/// often, where nothing forbids it.
const LM_SHORT: f64 = 0.1;

fn passes(kind: &Kind, cell: &[u8]) -> bool {
    (kind.key)(cell, Region::Unknown, &mut KeyBuf::new()).is_ok()
}

/// The usual format of a share of bare hashes that are not settled: whatever stands beside settled ones is no salt.
fn bare_format(share: &HashShare) -> Option<&'static Kind> {
    let id = share.formats.first().filter(|id| hash::format(id).is_some_and(|format| format.bare().is_some()))?;
    find(id).filter(|_| share.common == 0)
}

/// Rows in which a column holds such a hash.
fn rows_of(kind: &Kind, column: &ColumnSample) -> Vec<usize> {
    let mut key = KeyBuf::new();
    let mut holds = |cell: &[u8]| {
        key.clear();
        (kind.key)(cell, Region::Unknown, &mut key).is_ok()
    };
    column.cells.iter().enumerate().filter(|(_, cell)| holds(cell)).map(|(row, _)| row).collect()
}

/// The cells of a column in some rows.
fn at<'a>(column: &'a ColumnSample, rows: &[usize]) -> Vec<&'a [u8]> {
    rows.iter().filter_map(|row| column.cells.get(*row)).map(Vec::as_slice).collect()
}

/// Formats of a hash and a salt in one cell that would have such a hash and such salts.
fn salted_with(share: &HashShare, salts: &[&[u8]]) -> Vec<&'static str> {
    let digits = bare_format(share).and_then(|kind| hash::format(kind.id)).and_then(Format::bare);
    let fits = |format: &&&Format| {
        let Some((own, salt)) = format.beside() else { return false };
        let read = |cell: &&&[u8]| shape::read(salt, cell, &mut KeyBuf::new()).is_ok();
        let fitting = || salts.iter().filter(read).count();
        Some(own) == digits && format.salt == Salt::Random && fitting() as f64 >= 0.95 * salts.len() as f64
    };
    let mut found: Vec<&Format> = FORMATS.iter().filter(fits).copied().collect();
    found.sort_by_key(|format| (format.behind.is_some(), salt_most(format), format.id));
    found.iter().map(|format| format.id).collect()
}

/// Position of the column that holds the salts of the hashes at `index` in these rows: the nearest one that is headed so
/// or looks so, the right one of two.
fn salt_of(
    columns: &[ColumnSample],
    choices: &[Choice],
    found: &[ColumnHashes],
    index: usize,
    rows: &[usize],
) -> Option<usize> {
    let told = |position: &usize| {
        let choice = &choices[*position];
        choice.kind.is_some_and(|kind| kind.chance < 1.0) || !found[*position].shares.is_empty()
    };
    let salty = |position: &usize| {
        let column = &columns[*position];
        let cells = at(column, rows);
        let headed = column.name.as_deref().is_some_and(is_salt_word);
        *position != index
            && ((headed && some_salt(&cells)) || (!told(position) && (like_salts(&cells) || is_pepper(&cells))))
    };
    let headed = |position: &usize| columns[*position].name.as_deref().is_some_and(is_salt_word);
    let near = |position: &usize| (!headed(position), position.abs_diff(index), *position < index);
    (0..columns.len()).filter(salty).min_by_key(near)
}

#[cfg(test)]
mod tests;
