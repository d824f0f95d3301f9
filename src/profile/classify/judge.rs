//! The decision for one column of a table.

use super::column::Column;
use super::fits::{Fit, spread};
use super::looks::{NAMES, WORDS};
use super::rows::{self, Said};
use super::{ColumnSample, LIKELY, NAMED, SURE, country, hashes, made_up};
use crate::kind::check::places;
use crate::kind::{Guise, Kind, Rank, Sign, Standing};
use crate::profile::Decided;

/// A kind explains a column better than another that passes as many of its cells when it has at least so many times fewer
/// keys, as a logarithm to base 10.
const NARROWER: f64 = 1.0;

/// Difference of the valid shares from which one of two kinds that no values can decide explains a column better.
const CLEARLY: f64 = 0.1;

/// Share of people's names in which a listed given name stands, from which neighbours may say that they are people's.
const TYPICAL_LEAST: f64 = 0.3;

/// A decision with all candidates.
pub(super) struct Verdict {
    pub fit: Option<Fit>,
    pub decided: Decided,
    /// Best first.
    pub candidates: Vec<Fit>,
    /// Whether the column is worth comparing as its best candidate.
    pub compared: bool,
}

impl Verdict {
    /// The kind is decided, alone.
    pub fn only(fit: Fit, decided: Decided) -> Verdict {
        Verdict { fit: Some(fit), decided, candidates: vec![fit], compared: true }
    }
}

/// Decides the kind of one column.
pub(super) fn judge(
    table: &[Column<'_>],
    samples: &[ColumnSample],
    index: usize,
    request: Option<&'static Kind>,
) -> Verdict {
    let column = &table[index];
    let mut candidates = column.speaking();
    let asked = |fit: &&Fit| is(fit.kind, request) && column.speaks(fit) && column.stands_behind(fit);
    candidates.extend(column.fits.iter().find(asked));
    for fit in &mut candidates {
        fit.said = rows::ask(fit, samples, index, table);
    }
    let prevails = |best: &Fit| best.kind.rank != Rank::Hash || best.share >= SURE;
    let open = !candidates.first().is_some_and(prevails);
    if let Some(verdict) = open.then(|| mixed_hashes(column, &samples[index], request)).flatten() {
        return verdict;
    }
    let Some(&best) = candidates.first() else {
        // A header that names the kind makes less than half of valid cells worth telling.
        let likely = |fit: &Fit| if fit.cells < 10 { fit.share >= LIKELY } else { fit.excess() >= NAMED };
        let named = |fit: &&Fit| fit.can_decide() && likely(fit) && column.named(fit);
        return match column.fits.iter().find(named) {
            Some(fit) => Verdict::only(*fit, Decided::Header),
            None => {
                let verdict = by_context(table, samples, index, request);
                let denied =
                    (verdict.decided == Decided::Nothing).then(|| made_up::named_in_vain(table, samples, index));
                let refuted =
                    |fit| Verdict { fit: None, decided: Decided::Refuted, candidates: vec![fit], compared: true };
                denied.flatten().map_or(verdict, refuted)
            }
        };
    };
    let rivals: Vec<Fit> = candidates.iter().filter(|fit| fit.ties(&best)).copied().collect();
    let asked =
        candidates.iter().find(|fit| is(fit.kind, request) && (rivals.len() > 1 || fit.kind.id != best.kind.id));
    let decided = asked
        .map(|asked| (*asked, Decided::Request))
        .or_else(|| column.narrower(&best).map(|fit| (fit, Decided::Values)))
        .or_else(|| {
            narrowest(&rivals).filter(|fit| column.proves(fit, &samples[index])).map(|fit| (fit, Decided::Values))
        })
        .or_else(|| {
            let agreeing = only(rivals.iter().filter(|fit| fit.said == Said::Agrees));
            agreeing.map(|fit| (*fit, Decided::Neighbours))
        })
        .or_else(|| only(rivals.iter().filter(|fit| column.named(fit))).map(|fit| (*fit, Decided::Header)))
        .or_else(|| {
            let as_good =
                |fit: &&Fit| column.headed(fit.kind) && fit.kind.guise == Guise::Code && fit.share >= best.share;
            only(column.silent().filter(as_good)).map(|fit| (*fit, Decided::Header))
        })
        .or_else(|| {
            let of_here = |fit: &&Fit| fit.kind.rank != Rank::Hash && at_home(fit.kind, table, index) == Some(true);
            only(rivals.iter().filter(of_here)).map(|fit| (*fit, Decided::Neighbours))
        });
    let (fit, decided) = match decided {
        Some((fit, decided)) => (Some(fit), decided),
        None => (None, Decided::Assumed),
    };
    if fit.is_none() {
        // What proves nothing may be what no values ever prove, as well.
        let silent = column.silent().filter(|fit| fit.kind.guise == Guise::Code && fit.kind.rank != Rank::Hash);
        candidates.extend(silent.filter(|fit| fit.share >= SURE && fit.share >= best.share).copied());
    } else if let Some(chosen) = fit.filter(|fit| candidates.iter().all(|other| other.kind.id != fit.kind.id)) {
        candidates.push(chosen);
    }
    let mut candidates = ranked(candidates.into_iter().map(|fit| (fit, Support::Typical)).collect(), fit, table, index);
    if fit.is_none() {
        add_behind(&mut candidates, column);
    }
    Verdict { fit, decided, candidates, compared: true }
}

/// Adds what else has the shape of a hash, which belongs to the set of what it may be: behind the hashes at the beginning.
fn add_behind(candidates: &mut Vec<Fit>, column: &Column<'_>) {
    let behind = column.fits.iter().filter(|fit| column.speaks(fit) && column.stands_behind(fit)).copied();
    let hashes = candidates.iter().take_while(|fit| fit.kind.rank == Rank::Hash).count();
    let at = if hashes > 0 { hashes } else { candidates.len() };
    candidates.splice(at..at, behind);
}

/// The usual formats of a column nearly all of whose cells are hashes and no format most of them, the most frequent first:
/// a site that went over from one function to another. Whatever heads such a column, it holds no passwords.
fn mixed_hashes(column: &Column<'_>, sample: &ColumnSample, request: Option<&'static Kind>) -> Option<Verdict> {
    let hash = |fit: &&Fit| fit.kind.rank == Rank::Hash && fit.can_decide();
    let named = column.fits.iter().filter(hash).any(|fit| column.headed(fit.kind));
    if named || column.fits.iter().filter(hash).map(|fit| fit.share).sum::<f64>() < SURE {
        return None;
    }
    let filled = sample.filled();
    let shares = hashes::mixture(&filled, None);
    let hashed = || shares.iter().filter(|share| ![hashes::PLAIN, hashes::EMPTY].contains(&share.formats[0]));
    let rows = hashed().map(|share| share.rows).sum::<u64>() as f64;
    if shares.len() < 2 || rows < SURE * filled.len() as f64 {
        return None;
    }
    let usual = |share: &hashes::HashShare| column.fits.iter().find(|fit| fit.kind.id == share.formats[0]).copied();
    let candidates: Vec<Fit> = hashed().filter_map(usual).collect();
    let fit = candidates.iter().find(|fit| is(fit.kind, request)).copied();
    let decided = if fit.is_some() { Decided::Request } else { Decided::Assumed };
    (!candidates.is_empty()).then_some(Verdict { fit, decided, candidates, compared: true })
}

/// The one of several kinds that explain a column alike that has clearly the fewest keys: what is right as the narrowest is
/// right as the wider ones too, and hardly the other way round.
fn narrowest(rivals: &[Fit]) -> Option<Fit> {
    let confirmed = || rivals.iter().filter(|fit| fit.kind.standing != Standing::Unconfirmed);
    let best = confirmed().min_by(|a, b| a.narrow().total_cmp(&b.narrow()))?;
    let others = || rivals.iter().filter(|fit| fit.kind.id != best.kind.id);
    // Kinds of no fixed length cannot be held against each other.
    let clear = |other: &Fit| {
        let hash = other.kind.rank == Rank::Hash && best.kind.rank != Rank::Hash;
        let open = hash && best.sign != Sign::Proof;
        other.narrow().is_finite() && other.narrow() - best.narrow() >= NARROWER && !open
    };
    others().all(clear).then_some(*best)
}

/// Decides among kinds that values never prove: by the header, then by what stands beside.
fn by_context(table: &[Column<'_>], samples: &[ColumnSample], index: usize, request: Option<&'static Kind>) -> Verdict {
    let column = &table[index];
    let mut candidates: Vec<(Fit, Support)> = Vec::new();
    for fit in column.silent() {
        let fit = Fit { said: rows::ask(fit, samples, index, table), ..*fit };
        let headed = column.headed(fit.kind).then_some(Support::Header);
        let agreeing = (fit.said == Said::Agrees).then_some(Support::Neighbours);
        let found = headed.or(agreeing).or_else(|| support(&fit, table, samples, index));
        candidates.extend(found.map(|support| (fit, support)));
    }
    let best = candidates.iter().map(|(_, support)| *support).max();
    let strongest: Vec<Fit> =
        candidates.iter().filter(|(_, support)| Some(*support) == best).map(|(fit, _)| *fit).collect();
    let decided = match best {
        Some(Support::Header) => clearest(&strongest, table, index)
            .filter(|fit| is_plausible(fit, &candidates, column, &samples[index]))
            .map(|fit| (fit, Decided::Header)),
        Some(Support::Typical) => only(strongest.iter()).map(|fit| (*fit, Decided::Values)),
        // What stands beside says that the column is about persons or cars, not which of several documents it is.
        Some(Support::Neighbours) => only(strongest.iter())
            .filter(|_| !open(&candidates))
            .filter(|fit| fit.kind.standing != Standing::Unconfirmed)
            .map(|fit| (*fit, Decided::Neighbours)),
        _ => None,
    };
    if decided.is_none() && best == Some(Support::Header) {
        // What the header says and the values are hardly is no better than what they look like.
        let plausible: Vec<bool> =
            candidates.iter().map(|(fit, _)| is_plausible(fit, &candidates, column, &samples[index])).collect();
        candidates
            .iter_mut()
            .zip(plausible)
            .filter(|(_, yes)| !yes)
            .for_each(|((_, support), _)| *support = Support::Shape);
    }
    let asked = candidates.iter().find(|(fit, _)| is(fit.kind, request)).map(|(fit, _)| (*fit, Decided::Request));
    let chosen = asked.filter(|(asked, _)| decided.is_none_or(|(fit, _)| fit.kind.id != asked.kind.id)).or(decided);
    let compared = chosen.is_some() || best > Some(Support::Shape);
    let candidates = ranked(candidates, chosen.map(|chosen| chosen.0), table, index);
    let decided = match chosen {
        Some((_, how)) => how,
        None if compared => Decided::Assumed,
        None => Decided::Nothing,
    };
    Verdict { fit: chosen.map(|(fit, _)| fit), decided, candidates, compared }
}

/// Whether what the header says can be. Passwords could be anything: a column of codes, of prose or of categories is none for
/// sure, whatever its name says; words that are a handful are no people's, nor are those that are names of towns, and given
/// names are no surnames.
fn is_plausible(fit: &Fit, candidates: &[(Fit, Support)], column: &Column<'_>, sample: &ColumnSample) -> bool {
    let of_a_name = fit.kind.guise == Guise::Name || fit.kind.piece_of.is_some();
    let other = |(other, support): &(Fit, Support)| {
        *support == Support::Typical
            && other.is_beyond_doubt()
            && other.kind.piece_of.is_some()
            && other.kind.id != fit.kind.id
    };
    let of_words = of_a_name || fit.kind.guise == Guise::Secret;
    if of_words && (candidates.iter().any(other) || names_towns(sample)) {
        return false;
    }
    let code = |other: &Fit| matches!(other.kind.guise, Guise::Code | Guise::Anything) && other.share >= SURE;
    match fit.kind.guise {
        Guise::Secret => {
            column.looks.may_be_passwords()
                && (column.looks.unlettered || !candidates.iter().any(|(other, _)| code(other)))
        }
        Guise::Word => column.looks.may_be_peoples(WORDS),
        Guise::Name => column.looks.may_be_peoples(NAMES),
        Guise::Code | Guise::Anything => true,
    }
}

/// Share of cells that are names of towns and regions from which a column is one of places.
const TOWNS: f64 = 0.4;
/// Cells that are asked for it.
const TOWNS_ASKED: usize = 400;

/// Whether many cells are names of towns or regions.
fn names_towns(sample: &ColumnSample) -> bool {
    let filled = sample.filled();
    let cells = spread(&filled, TOWNS_ASKED);
    let town = |cell: &&&[u8]| std::str::from_utf8(cell).is_ok_and(|text| places::place(text).is_some());
    cells.iter().filter(town).count() as f64 >= TOWNS * cells.len().max(1) as f64
}

/// Whether more than one candidate is serious. Any short word is a login, any number an account, any code of a length a
/// hash: these are told, and leave nothing open.
fn open(candidates: &[(Fit, Support)]) -> bool {
    let any = |fit: &Fit| matches!(fit.kind.guise, Guise::Word | Guise::Anything | Guise::Secret);
    let vague = |fit: &Fit| any(fit) || fit.kind.rank == Rank::Hash;
    candidates.iter().filter(|(fit, support)| *support > Support::Shape || !vague(fit)).count() > 1
}

/// What speaks for a kind that values never prove, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Support {
    /// The shape alone: worth telling, not worth comparing.
    Shape,
    /// A shape that little else has.
    Looks,
    /// Columns beside it.
    Neighbours,
    /// Values that are on the list of the commonest of the kind, or show together what nothing else does.
    Typical,
    /// The header names the kind.
    Header,
}

/// Of several kinds whose headers a column has, the one that explains it clearly best; of kinds alike the one that what
/// stands beside speaks for.
fn clearest(fits: &[Fit], table: &[Column<'_>], index: usize) -> Option<Fit> {
    let best = fits.iter().max_by(|a, b| a.share.total_cmp(&b.share))?;
    let alike: Vec<Fit> = fits.iter().filter(|fit| best.share - fit.share < CLEARLY).copied().collect();
    let befriended = || alike.iter().filter(|fit| accompanied(fit.kind, table, index));
    only(alike.iter())
        .or_else(|| only(befriended()))
        .or_else(|| {
            // Any word can be a name of an account: of one network's only beside what else is of it.
            let words = alike.iter().all(|fit| fit.kind.guise == Guise::Word);
            only(alike.iter().filter(|fit| words && fit.kind.rank == Rank::Attribute))
        })
        .or_else(|| {
            // Passwords are anything: whatever else the header names is more.
            only(alike.iter().filter(|fit| fit.kind.guise != Guise::Secret))
        })
        .copied()
}

/// Whether a column of a kind that stands beside such columns is in the table.
fn accompanied(kind: &Kind, table: &[Column<'_>], index: usize) -> bool {
    let others = || table.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, column)| column);
    kind.beside.iter().any(|id| others().any(|column| column.may_be(id)))
}

/// Whether the table speaks of the kind's country: `None` where it speaks of no country, or the kind is of none.
pub(super) fn at_home(kind: &Kind, table: &[Column<'_>], index: usize) -> Option<bool> {
    let own = country::of_kind(kind)?;
    let mut others =
        table.iter().enumerate().filter(|(other, _)| *other != index).filter_map(|(_, column)| column.country);
    let first = others.next()?;
    Some(first == own || others.any(|other| other == own))
}

/// Best first: the chosen one, what a header names, kinds of the countries that the table speaks of, what most speaks for,
/// hashes where a database wrote them, kinds that something beside speaks for, the better explaining, the one with fewer keys,
/// the better known, by rank and id.
fn ranked(mut fits: Vec<(Fit, Support)>, chosen: Option<Fit>, table: &[Column<'_>], index: usize) -> Vec<Fit> {
    for (fit, _) in &mut fits {
        fit.accompanied = accompanied(fit.kind, table, index);
    }
    let looks = &table[index].looks;
    let bytes = looks.capitals;
    // Names are written with a capital, logins hardly; and what looks like logins is less likely passwords.
    let unlikely = |kind: &Kind| match kind.guise {
        Guise::Word => kind.rank == Rank::Account && looks.are_titled(),
        Guise::Secret => looks.rather_like_logins(),
        _ => false,
    };
    // Where nothing is of the table's own countries, what any number is stands no better than what is of another one.
    let home = fits.iter().any(|(fit, _)| at_home(fit.kind, table, index) == Some(true));
    let place = |fit: &Fit, of: &Support| {
        let other = chosen.is_none_or(|chosen| chosen.kind.id != fit.kind.id);
        let login = fit.kind.guise == Guise::Secret && looks.rather_like_logins();
        let any = (login || matches!(fit.kind.guise, Guise::Word | Guise::Anything)) && *of < Support::Neighbours;
        let foreign = at_home(fit.kind, table, index) == Some(false) || (any && !home);
        // Values that speak beyond chance say more than the country of a kind that any number of its length passes.
        let proved = fit.can_decide() && fit.excess() >= super::SURE;
        (
            other,
            *of != Support::Header,
            foreign && !proved,
            !proved && fit.sign == Sign::Nothing && fit.kind.standing == Standing::Unconfirmed,
            !proved,
        )
    };
    let hundredths = |fit: &Fit| (fit.confidence() * 20.0).round() as i64;
    fits.sort_by(|(a, of_a), (b, of_b)| {
        let tidy = |fit: &Fit, of: &Support| {
            let written = bytes && fit.kind.rank == Rank::Hash;
            let typical = fit.typical >= TYPICAL_LEAST;
            (
                place(fit, of),
                std::cmp::Reverse(*of),
                std::cmp::Reverse(fit.sign),
                !written,
                !fit.accompanied,
                !typical,
                unlikely(fit.kind),
                -hundredths(fit),
            )
        };
        tidy(a, of_a)
            .cmp(&tidy(b, of_b))
            .then(a.narrow().total_cmp(&b.narrow()))
            .then((a.kind.rank, a.kind.id).cmp(&(b.kind.rank, b.kind.id)))
    });
    fits.into_iter().map(|(fit, _)| fit).collect()
}

/// What the look of a column and its neighbours say for a kind that values never prove.
fn support(fit: &Fit, table: &[Column<'_>], samples: &[ColumnSample], index: usize) -> Option<Support> {
    let column = &table[index];
    let others = || table.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, column)| column);
    if column.headed_otherwise(fit.kind) {
        return None;
    }
    if fit.kind.guise == Guise::Name && column.looks.like_streets() {
        return None;
    }
    if fit.is_beyond_doubt() {
        return Some(Support::Typical);
    }
    let known = |yes: bool| Some(if yes { Support::Neighbours } else { Support::Looks });
    match fit.kind.guise {
        Guise::Secret => passwords(table, &samples[index], index),
        Guise::Name => {
            if !column.looks.like_names() {
                return None;
            }
            let licence =
                |other: &Column<'_>| other.silent().any(|fit| fit.kind.rank == Rank::Document && fit.share >= SURE);
            let listed = fit.typical >= TYPICAL_LEAST;
            known(listed && fit.share >= SURE && others().any(|other| other.names_a_person() || licence(other)))
        }
        // Any word is a login, any number an account: only a header makes it one.
        // A sign that the kind's own spelling has, and hardly anything else.
        Guise::Word if column.looks.signed && fit.kind.valid.iter().any(|(text, _)| text.starts_with('@')) => {
            Some(Support::Neighbours)
        }
        Guise::Word if accompanied(fit.kind, table, index) && fit.share >= SURE => Some(Support::Looks),
        Guise::Word | Guise::Anything => Some(Support::Shape),
        // Codes of one length stand beside persons in every table.
        Guise::Code if fit.kind.rank == Rank::Hash => (!column.looks.digits_alone).then_some(Support::Shape),
        Guise::Code => {
            let personal = |other: &Column<'_>| {
                other.names_a_person() || other.speaks_as(Rank::Attribute) || other.looks.like_names()
            };
            let near = accompanied(fit.kind, table, index) || (fit.kind.rank <= Rank::Tax && others().any(personal));
            match (fit.share >= SURE && near, column.looks.unlettered) {
                // Bare numbers beside a name may be anything, a row number too.
                (true, true) => Some(Support::Looks),
                (true, false) => Some(Support::Neighbours),
                (false, true) => Some(Support::Shape),
                (false, false) => Some(Support::Looks),
            }
        }
    }
}

/// What the look of a column and its neighbours say for passwords, which nearly any text could be.
fn passwords(table: &[Column<'_>], sample: &ColumnSample, index: usize) -> Option<Support> {
    let column = &table[index];
    if table.len() == 1 && !column.looks.like_passwords() && column.looks.like_filtered_passwords() {
        // A list of one value a line that is nothing else may be what a longer list of passwords was filtered to.
        let code = column.silent().any(|fit| fit.kind.guise == Guise::Code);
        return Some(if code { Support::Shape } else { Support::Looks });
    }
    // Passwords that all begin with an at sign are none.
    if column.looks.signed || !column.looks.like_passwords() || column.silent().any(|fit| fit.kind.guise == Guise::Code)
    {
        return None;
    }
    if table.len() == 1 {
        return Some(if column.looks.rather_like_logins() { Support::Shape } else { Support::Looks });
    }
    let telling =
        |column: &Column<'_>| [Rank::Email, Rank::Phone, Rank::Hash].iter().any(|&rank| column.speaks_as(rank));
    if table.len() == 2 && index == 1 {
        let first = &table[0];
        if first.speaks_as(Rank::Hash) {
            // Behind a hash stands its password, once found, or its salt: drawn at random, or the name of the account.
            let salt = column.looks.like_logins() || hashes::like_salts(&sample.filled());
            return Some(if salt { Support::Shape } else { Support::Neighbours });
        }
        let login = first.looks.like_logins() && column.looks.mixed_like_passwords();
        return Some(if telling(first) || login { Support::Neighbours } else { Support::Shape });
    }
    let strongly = column.looks.strongly_like_passwords() && table.iter().any(telling);
    Some(if strongly { Support::Looks } else { Support::Shape })
}

/// Where a kind is asked for that values never decide and no column is a candidate, the one column that can be is: it
/// looks like the kind, or it is the only one that nothing else is known of. A list of one column is what the user says
/// it is, unless its values are another kind's beyond chance (addresses, hashes).
pub(super) fn take_at_word(kind: &'static Kind, table: &[Column<'_>], verdicts: &mut [Verdict]) {
    let candidate = |verdict: &Verdict| verdict.candidates.iter().any(|fit| fit.kind.id == kind.id);
    if kind.chance < 1.0 || verdicts.iter().any(candidate) {
        return;
    }
    let fit =
        |index: usize| table[index].fits.iter().find(|fit| fit.kind.id == kind.id && fit.share >= LIKELY).copied();
    let certain = |column: &Column<'_>| column.speaks_as(Rank::Email) || column.speaks_as(Rank::Hash);
    let free = |index: usize| {
        let verdict = &verdicts[index];
        let unknown = verdict.fit.is_none() && !verdict.compared || (table.len() == 1 && !certain(&table[index]));
        unknown && fit(index).is_some() && !table[index].headed_otherwise(kind)
    };
    let like = |index: &usize| kind.guise == Guise::Secret && table[*index].looks.like_passwords();
    let free: Vec<usize> = (0..table.len()).filter(|&index| free(index)).collect();
    let index = only(free.iter().copied().filter(like)).or_else(|| only(free.iter().copied()));
    if let Some((index, fit)) = index.and_then(|index| Some((index, fit(index)?))) {
        verdicts[index] = Verdict::only(fit, Decided::Request);
    }
}

fn is(kind: &Kind, request: Option<&'static Kind>) -> bool {
    request.is_some_and(|request| request.id == kind.id)
}

pub(super) fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}
