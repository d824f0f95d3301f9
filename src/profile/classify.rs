//! Which kind a column is of: its values first, its neighbours and header second.
//!
//! **Comes in:** the sampled cells of one table, column by column. **Goes out:** a [`Choice`] for each column.
//!
//! **Never happens here:** no column that is not a kind's is given one because nothing else is known: a kind whose
//! chance
//! is 1 (any text of its shape passes) needs a header or telling neighbours, else it stays a candidate; a column's name
//! goes out only if it is a known word.
//!
//! **How a kind is decided**, in this order: the request among the kinds that fit; the kind that exceeds its chance
//! most
//! (`fits`); where two kinds exceed it alike, the neighbours, then the header; for kinds of chance 1 the header, then
//! the
//! neighbours (`looks`). No kind is named here but where one kind's number is computed from another (tax number from
//! date
//! of birth): a new kind finds its rule by its chance and rank.
//!
//! **Divided values** (`pieces`): columns that hold the pieces of a value are one column of joined cells, judged as any
//! other at the place of the first piece; the others are nothing by themselves.

mod fits;
pub mod hashes;
mod looks;
mod pieces;

use super::mask::masks;
use super::{Candidate, Decided, words};
use crate::kind::{KeyBuf, Kind, Rank, Region, hash};
use fits::Fit;
use looks::Looks;
use pieces::Whole;
pub use pieces::join_cells;

/// A column's sample: its cells in the rows that were sampled.
#[derive(Debug, Clone, Default)]
pub struct ColumnSample {
    /// Name from the header, raw.
    pub name: Option<String>,
    /// One entry per sampled row: the trimmed, unquoted, decoded cell (UTF-8), empty where the cell is empty or a null
    /// word. All columns of a table have the same number.
    pub cells: Vec<Vec<u8>>,
}

/// The choice for one column.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The decided kind; `None` where only candidates are known.
    pub kind: Option<&'static Kind>,
    /// The kind under which the column is read: the decided one or the best candidate; `None` where nothing fits.
    pub compared_as: Option<&'static Kind>,
    /// Region of national spellings.
    pub region: Region,
    /// Positions of the columns whose cells are one value together, in the order in which they are joined; the kind is
    /// told at the first of them. Empty for a column that stands alone.
    pub parts: Vec<usize>,
    /// How it was decided.
    pub decided: Decided,
    /// All kinds that fit, best first, ties by id.
    pub candidates: Vec<Candidate>,
    /// Name, only if it is a known header word (of any kind, or of the general list of column words).
    pub known_name: Option<String>,
    /// Shapes of at least 10 sampled cells.
    pub masks: Vec<(String, u64)>,
}

impl Choice {
    /// Whether the value that the column at this position takes part in is read there.
    pub fn leads(&self, position: usize) -> bool {
        self.parts.first() == Some(&position)
    }
}

/// Valid share from which neighbours may decide a kind of chance 1.
const SURE: f64 = 0.8;

/// Least valid share of any candidate of chance 1, and least excess under a header that names the kind.
const LIKELY: f64 = 0.5;
const NAMED: f64 = 0.2;

/// What is known of one column before the columns are compared.
struct Column<'a> {
    name: Option<&'a str>,
    /// The kind that the headers of its pieces name.
    pieces_named: Option<&'static str>,
    /// Every kind that passes some cells.
    fits: Vec<Fit>,
    looks: Looks,
}

impl Column<'_> {
    /// Kinds whose values speak for them, best first: by excess over chance, then the rarer chance, then by id.
    fn speaking(&self) -> Vec<Fit> {
        let mut found: Vec<Fit> =
            self.fits.iter().filter(|fit| fit.speaks() && !self.stands_behind(fit)).copied().collect();
        found.sort_by(|a, b| {
            b.excess()
                .total_cmp(&a.excess())
                .then(a.kind.chance.total_cmp(&b.kind.chance))
                .then(a.kind.id.cmp(b.kind.id))
        });
        found
    }

    /// Whether a hash is told as the usual one of its shape, which explains as many cells, unless a header names it.
    fn stands_behind(&self, fit: &Fit) -> bool {
        let usual = hash::format(fit.kind.id).and_then(|format| format.behind);
        let explains = |other: &Fit| Some(other.kind.id) == usual && other.share >= fit.share;
        usual.is_some() && self.fits.iter().any(explains) && !self.headed(fit.kind)
    }

    fn headed(&self, kind: &Kind) -> bool {
        self.pieces_named == Some(kind.id) || self.name.is_some_and(|name| words::heads(kind, name))
    }

    /// Whether the header is a known word for something else.
    fn headed_otherwise(&self, kind: &Kind) -> bool {
        self.name.is_some_and(|name| words::contradicts(kind, name))
    }

    /// Whether its values say which person a row is about: an address, a number in a register, a document.
    fn names_a_person(&self) -> bool {
        let personal = |rank: Rank| matches!(rank, Rank::Document | Rank::Tax | Rank::Phone | Rank::Email);
        self.speaking().first().is_some_and(|fit| personal(fit.kind.rank))
    }

    fn speaks_as(&self, rank: Rank) -> bool {
        self.speaking().iter().any(|fit| fit.kind.rank == rank)
    }
}

/// A decision with all candidates.
struct Verdict {
    fit: Option<Fit>,
    decided: Decided,
    candidates: Vec<Fit>,
}

/// Chooses a kind for each column of one table. `request` is the kind asked for by the user, which decides among
/// candidates.
pub fn classify(columns: &[ColumnSample], request: Option<&'static Kind>) -> Vec<Choice> {
    let mut table: Vec<Column<'_>> = columns.iter().map(prepare).collect();
    let mut wholes = pieces::find(&table, columns);
    let mut verdicts = judge_all(put_in(&mut table, &wholes), columns, request);
    // Joined cells that turn out to be nothing are columns of their own again.
    let count = wholes.len();
    wholes.retain(|whole| !verdicts[whole.parts[0]].candidates.is_empty());
    if wholes.len() < count {
        table = columns.iter().map(prepare).collect();
        verdicts = judge_all(put_in(&mut table, &wholes), columns, request);
    }
    let mut choices: Vec<Choice> =
        verdicts.into_iter().zip(columns).map(|(verdict, column)| choice(verdict, column)).collect();
    for whole in wholes {
        choices[whole.parts[0]].masks = masks(&whole.cells);
        whole.parts.iter().for_each(|&part| choices[part].parts.clone_from(&whole.parts));
    }
    choices
}

fn judge_all(table: &[Column<'_>], columns: &[ColumnSample], request: Option<&'static Kind>) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> = (0..table.len()).map(|index| judge(table, columns, index, request)).collect();
    if let Some(kind) = request {
        take_at_word(kind, table, &mut verdicts);
    }
    verdicts
}

fn prepare(column: &ColumnSample) -> Column<'_> {
    let filled: Vec<&[u8]> = column.cells.iter().filter(|cell| !cell.is_empty()).map(Vec::as_slice).collect();
    let fits = fits::measure(&filled);
    let looks = Looks::at(&filled);
    Column { name: column.name.as_deref(), pieces_named: None, fits, looks }
}

/// Puts joined columns in the place of their first pieces, and nothing in that of the others.
fn put_in<'t, 'a>(table: &'t mut [Column<'a>], wholes: &[Whole]) -> &'t [Column<'a>] {
    for whole in wholes {
        for &part in &whole.parts {
            table[part] = Column { name: None, pieces_named: None, fits: Vec::new(), looks: Looks::default() };
        }
        let filled: Vec<&[u8]> = whole.cells.iter().filter(|cell| !cell.is_empty()).map(Vec::as_slice).collect();
        let first = &mut table[whole.parts[0]];
        first.pieces_named = whole.headed.then_some(whole.kind.id);
        first.fits = vec![whole.fit];
        first.looks = Looks::at(&filled);
    }
    table
}

fn judge(table: &[Column<'_>], samples: &[ColumnSample], index: usize, request: Option<&'static Kind>) -> Verdict {
    let column = &table[index];
    let mut candidates = column.speaking();
    let asked = |fit: &&Fit| is(fit.kind, request) && fit.speaks() && column.stands_behind(fit);
    candidates.extend(column.fits.iter().find(asked));
    if candidates.is_empty() {
        // A header that names the kind makes less than half of valid cells worth telling.
        let likely = |fit: &Fit| if fit.cells < 10 { fit.share >= LIKELY } else { fit.excess() >= NAMED };
        let named = |fit: &&Fit| fit.kind.chance < 1.0 && likely(fit) && column.headed(fit.kind);
        if let Some(fit) = column.fits.iter().find(named).copied() {
            return Verdict { fit: Some(fit), decided: Decided::Header, candidates: vec![fit] };
        }
        return judge_by_context(table, index, request);
    }
    let best = candidates[0];
    let rivals: Vec<Fit> = candidates.iter().filter(|fit| fit.ties(&best)).copied().collect();
    let decided = if let Some(asked) =
        candidates.iter().find(|fit| is(fit.kind, request) && (rivals.len() > 1 || fit.kind.id != best.kind.id))
    {
        Some((*asked, Decided::Request))
    } else if rivals.len() == 1 {
        Some((best, Decided::Values))
    } else if let Some(fit) = rivals.iter().find(|fit| agrees_with_a_birthday(fit, samples, index, table)) {
        Some((*fit, Decided::Neighbours))
    } else {
        only(rivals.iter().filter(|fit| column.headed(fit.kind))).map(|fit| (*fit, Decided::Header))
    };
    sort(&mut candidates);
    match decided {
        Some((fit, decided)) => Verdict { fit: Some(fit), decided, candidates },
        None => Verdict { fit: None, decided: Decided::Assumed, candidates },
    }
}

/// Decides among kinds of chance 1, which the values alone never prove.
fn judge_by_context(table: &[Column<'_>], index: usize, request: Option<&'static Kind>) -> Verdict {
    let column = &table[index];
    let mut candidates: Vec<Fit> = Vec::new();
    let mut decided: Vec<(Fit, Decided)> = Vec::new();
    for fit in column.fits.iter().filter(|fit| fit.kind.chance >= 1.0 && fit.share >= LIKELY) {
        let how = if column.headed(fit.kind) { Some(Some(Decided::Header)) } else { support(fit, table, index) };
        let Some(how) = how else { continue };
        candidates.push(*fit);
        decided.extend(how.map(|how| (*fit, how)));
    }
    sort(&mut candidates);
    // A header outweighs neighbours; of two kinds decided alike the more telling one stands.
    decided.sort_by_key(|(fit, how)| (*how != Decided::Header, fit.kind.rank));
    let chosen = decided.first().copied();
    let asked = candidates.iter().find(|fit| is(fit.kind, request)).map(|fit| (*fit, Decided::Request));
    let chosen = asked.filter(|(asked, _)| chosen.is_none_or(|(fit, _)| fit.kind.id != asked.kind.id)).or(chosen);
    let decided = match chosen {
        Some((_, how)) => how,
        None if candidates.is_empty() => Decided::Nothing,
        None => Decided::Assumed,
    };
    Verdict { fit: chosen.map(|(fit, _)| fit), decided, candidates }
}

/// What the look of a column and its neighbours say for a kind of chance 1: nothing (`None`), candidate
/// (`Some(None)`), or
/// decided by the neighbours.
fn support(fit: &Fit, table: &[Column<'_>], index: usize) -> Option<Option<Decided>> {
    let column = &table[index];
    let others = || table.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, column)| column);
    if column.headed_otherwise(fit.kind) {
        return None;
    }
    let decided = |yes: bool| Some(yes.then_some(Decided::Neighbours));
    match fit.kind.rank {
        Rank::Password => passwords(table, index),
        // Codes of one length stand beside persons in every table.
        Rank::Hash => None,
        Rank::Attribute => {
            if !column.looks.like_names() {
                return None;
            }
            let licence =
                |other: &Column<'_>| other.fits.iter().any(|fit| fit.kind.rank == Rank::Document && fit.share >= SURE);
            decided(fit.share >= SURE && others().any(|other| other.names_a_person() || licence(other)))
        }
        _ => {
            let personal = |other: &Column<'_>| {
                other.names_a_person() || other.speaks_as(Rank::Attribute) || other.looks.like_names()
            };
            decided(fit.share >= SURE && others().any(personal))
        }
    }
}

/// What the look of a column and its neighbours say for passwords, which nearly any text could be.
fn passwords(table: &[Column<'_>], index: usize) -> Option<Option<Decided>> {
    let looks = &table[index].looks;
    if !looks.like_passwords()
        || table[index].fits.iter().any(|fit| fit.kind.rank == Rank::Document && fit.share >= LIKELY)
    {
        return None;
    }
    if table.len() == 1 {
        return Some(None);
    }
    let telling =
        |column: &Column<'_>| [Rank::Email, Rank::Phone, Rank::Hash].iter().any(|&rank| column.speaks_as(rank));
    if table.len() == 2 && index == 1 {
        let first = &table[0];
        let login = first.looks.like_logins() && looks.mixed_like_passwords();
        return (telling(first) || login).then_some(Some(Decided::Neighbours));
    }
    (looks.strongly_like_passwords() && table.iter().any(telling)).then_some(None)
}

/// Where a kind is asked for that values never decide and no column is a candidate, the one column that can be is: it
/// looks like the kind, or it is the only one that nothing else is known of. A list of one column is what the user says
/// it is, unless its values are another kind's beyond chance (addresses, hashes).
fn take_at_word(kind: &'static Kind, table: &[Column<'_>], verdicts: &mut [Verdict]) {
    let candidate = |verdict: &Verdict| verdict.candidates.iter().any(|fit| fit.kind.id == kind.id);
    if kind.chance < 1.0 || verdicts.iter().any(candidate) {
        return;
    }
    let fit =
        |index: usize| table[index].fits.iter().find(|fit| fit.kind.id == kind.id && fit.share >= LIKELY).copied();
    let certain = |column: &Column<'_>| column.speaks_as(Rank::Email) || column.speaks_as(Rank::Hash);
    let free = |index: usize| {
        let unknown = verdicts[index].candidates.is_empty() || (table.len() == 1 && !certain(&table[index]));
        unknown && fit(index).is_some() && !table[index].headed_otherwise(kind)
    };
    let like = |index: &usize| kind.rank == Rank::Password && table[*index].looks.like_passwords();
    let free: Vec<usize> = (0..table.len()).filter(|&index| free(index)).collect();
    let index = only(free.iter().copied().filter(like)).or_else(|| only(free.iter().copied()));
    if let Some((index, fit)) = index.and_then(|index| Some((index, fit(index)?))) {
        verdicts[index] = Verdict { fit: Some(fit), decided: Decided::Request, candidates: vec![fit] };
    }
}

/// Whether the column's tax numbers begin with the day of birth that stands beside them in some column of dates.
///
/// # Source
/// The first five digits of a Ukrainian tax number (RNTRC) are the number of days from 31 December 1899 to the day of
/// birth: State Tax Service of Ukraine, order on the register of natural persons.
fn agrees_with_a_birthday(fit: &Fit, samples: &[ColumnSample], index: usize, table: &[Column<'_>]) -> bool {
    if fit.kind.id != "ua.rntrc" {
        return false;
    }
    let (mut number, mut day) = (KeyBuf::new(), KeyBuf::new());
    for (other, column) in table.iter().enumerate() {
        let Some(date) = column.speaking().into_iter().find(|fit| fit.kind.id == "date") else { continue };
        let (mut both, mut agree) = (0usize, 0usize);
        for (a, b) in samples[index].cells.iter().zip(&samples[other].cells).take(2000) {
            number.clear();
            day.clear();
            if (fit.kind.key)(a, fit.region, &mut number).is_err() || (date.kind.key)(b, date.region, &mut day).is_err()
            {
                continue;
            }
            both += 1;
            let first: Option<i64> =
                number.get(..5).and_then(|digits| std::str::from_utf8(digits).ok()).and_then(|text| text.parse().ok());
            agree += usize::from(first.is_some() && first == days_since_1900(&day));
        }
        if both >= 3 && agree * 2 >= both {
            return true;
        }
    }
    false
}

/// Days from 31 December 1899 to a date written `yyyy-mm-dd`.
fn days_since_1900(key: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(key).ok()?;
    let mut parts = text.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    // Days of the civil calendar, counted from March so that the leap day is last.
    let (year, month) = if month <= 2 { (year - 1, month + 9) } else { (year, month - 3) };
    let days =
        |year: i64, month: i64, day: i64| 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day;
    Some(days(year, month, day) - days(1899, 9, 31))
}

fn is(kind: &Kind, request: Option<&'static Kind>) -> bool {
    request.is_some_and(|request| request.id == kind.id)
}

fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}

/// Best first, ties by id.
fn sort(candidates: &mut [Fit]) {
    candidates.sort_by(|a, b| b.confidence().total_cmp(&a.confidence()).then(a.kind.id.cmp(b.kind.id)));
}

fn choice(verdict: Verdict, column: &ColumnSample) -> Choice {
    let shown = verdict.fit.or(verdict.candidates.first().copied());
    let candidates =
        verdict.candidates.iter().map(|fit| Candidate { kind: fit.kind.id, confidence: fit.confidence() }).collect();
    Choice {
        kind: verdict.fit.map(|fit| fit.kind),
        compared_as: shown.map(|fit| fit.kind),
        region: shown.map_or(Region::Unknown, |fit| fit.region),
        parts: Vec::new(),
        decided: verdict.decided,
        candidates,
        known_name: column.name.as_deref().map(str::trim).filter(|name| words::is_known(name)).map(str::to_string),
        masks: masks(&column.cells),
    }
}

#[cfg(test)]
mod tests;
