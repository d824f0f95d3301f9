//! May the bound on few hits be given? What hinders it: records of the service that nobody looked for, could read or listed.
//!
//! A hidden copy weighs more than a bound that is not given: each doubt stands by itself, and one is enough.

use super::look_alikes::{self, Unasked};
use super::service::{Reach, reach, shown};
use super::whole::{Whole, whole};
use crate::compare::{Level, Overlap};
use crate::evidence::agreement::{Agreement, agreement};
use crate::evidence::held::{Held, Hits, KEYS_LEAST, NEGLIGIBLE, SENSITIVITY, least};
use crate::evidence::matter::Matter;
use crate::evidence::{Facts, words};
use crate::imprint::plan::NAME_BIRTH;
use crate::kind::{self, Rank};
use crate::profile::{Decided, FileProfile};
use crate::reference::Role;
use crate::stats::tail::normal_quantile;

/// Part of a stated size that a list must have to count as the whole, 0..=1.
const LIST_LEAST: f64 = 0.98;
/// Share of the dump's keys that mistakes in typing turn into nobody's, 0..=1: so many in no set need no record that the
/// service's list lacks.
///
/// # Source
/// An assumption: bases keyed in by hand have one cell of a hundred mistyped or fewer.
const MISTYPED_KEYS: f64 = 0.01;
/// Rows below which damage is an accident.
const DAMAGED_LEAST: u64 = 20;
/// Share of a column's cells that mistakes in typing explain, 0..=1: what cannot be read beyond that may be records of the
/// service.
const MISTYPED: f64 = 1.0 - SENSITIVITY;
/// Standard errors by which a difference must stand out before it forbids to clear the service.
///
/// # Source
/// 0.95 quantile of the normal distribution: one-sided at 95 %, as the bounds are. One error, as it was, stood out in one
/// set of six by chance: among the several older sets of a case there nearly always was one.
const Z_ONE_SIDED: f64 = 1.645;

/// The bound of the whole list, and whether the list is known to be whole.
///
/// # Errors
/// It must not be given: why, one sentence.
pub(super) fn clear(facts: &Facts, held: &Held, id: &str) -> Result<(Whole, bool), String> {
    let matter = facts.matter;
    let part = match reach(facts) {
        Reach::Part(part) => part,
        Reach::Rows(why) => return Err(format!("{why}.")),
    };
    let (ratio, complete) = match agreement(matter, held) {
        Agreement::Agrees { ratio, whole } => (ratio, whole),
        Agreement::Fails(why) => return Err(lower_first(&why, id)),
    };
    if let Some(why) = short(matter, held, id) {
        return Err(why);
    }
    if visible_excess(held) {
        return Err(format!(
            "of records that older sets hold, those that {id} holds too are in the dump somewhat more often."
        ));
    }
    if second_copy(held) {
        return Err(format!(
            "of records that older sets hold, those that {id} holds too stand in more rows of the dump each, as if they had \
             come into it once more."
        ));
    }
    if let Some((cells, kind)) = unread_cells(matter, held) {
        return Err(format!(
            "{} cells of the dump that stand under {} could not be read as such; were they records of {id}, more would be \
             in it.",
            words::count(cells),
            words::unit_noun(kind)
        ));
    }
    let unread = unread_rows(matter);
    if unread >= KEYS_LEAST && unread as f64 >= NEGLIGIBLE * held.all.of as f64 {
        return Err(format!(
            "{} of the dump carry no {} that could be read, nor anything else to know them by; were they records of {id}, \
             more would be in it.",
            words::part_of(unread, matter.distinct("rows").unwrap_or(unread), "rows"),
            words::unit_noun(held.kind)
        ));
    }
    let damaged = damaged_rows(matter);
    if damaged >= DAMAGED_LEAST && damaged as f64 >= NEGLIGIBLE * held.all.of as f64 {
        return Err(format!(
            "{} of the dump have too few or too many cells or bytes that are no text, so that what stands in them was read in \
             part; were they records of {id}, more would be in it.",
            words::part_of(damaged, matter.distinct("rows").unwrap_or(damaged), "rows")
        ));
    }
    let keyless = keyless_rows(matter);
    if keyless >= DAMAGED_LEAST && keyless as f64 >= NEGLIGIBLE * held.all.of as f64 {
        return Err(format!(
            "{} carry no key that could tell a source; were they records of {id}, more would be in it.",
            words::part_of(keyless, matter.distinct("rows").unwrap_or(keyless), "rows")
        ));
    }
    if let Some(Unasked { cells, named, like }) = look_alikes::unasked(matter, held) {
        return Err(format!(
            "{} cells of the dump were looked up as {}, as they are headed, and could be {} by their spelling; were they records of \
             {id}, more would be in it.",
            words::count(cells),
            words::unit_noun(named),
            words::unit_noun(like)
        ));
    }
    if let Some(why) = under_another_key(facts, held, id) {
        return Err(why);
    }
    if let Some(people) = under_name_and_birth(matter, held) {
        return Err(format!(
            "at least {} people of the dump agree with records of {id} in name and day of birth, and with no older set.",
            words::count(people)
        ));
    }
    if may_lack(matter, held, complete) {
        return Err(format!(
            "{} {} of the dump are in no set, {} for a hundred of the list of {id}, which is not said to be whole up to the dump's \
             day; were they records that it lacks, more would be in it.",
            words::count(held.unheld),
            words::unit_noun(held.kind),
            words::amount((held.unheld as f64 / held.all.of.max(1) as f64 * 1000.0).round() / 10.0)
        ));
    }
    // What is not known to be spelled alike would not have been found.
    let Some(whole) = whole(held, SENSITIVITY * ratio, 1.0 / part.max(f64::MIN_POSITIVE)) else {
        return Err(format!("there is no list of {id} to bound."));
    };
    if whole.share < NEGLIGIBLE
        && (held.exclusive.of < least(NEGLIGIBLE) || held.upper(SENSITIVITY * ratio) / part < NEGLIGIBLE)
    {
        return Ok((whole, complete));
    }
    Err(if part < 1.0 {
        format!("the dump is a random sample of {} of what is claimed.", words::percent(part))
    } else if ratio < 1.0 && held.upper(SENSITIVITY * ratio) >= NEGLIGIBLE {
        format!(
            "the list of {id} shares only {} of the records with other sets that would be expected.",
            words::percent(ratio)
        )
    } else {
        format!(
            "for the records that older sets hold too it would have to hold in every month in which {id}'s records were \
             made, and the list has no such dates or too few of its own records in some."
        )
    })
}

/// A sentence as the second half of another; the service's id stays as it is.
fn lower_first(sentence: &str, id: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) if !sentence.starts_with(id) => first.to_lowercase().collect::<String>() + letters.as_str(),
        _ => sentence.to_owned(),
    }
}

/// Why the list is not the whole of the service's records, by what is said of it.
pub(super) fn short(matter: &Matter, held: &Held, id: &str) -> Option<String> {
    let (_, known) = matter.service()?;
    let list = held.all.of.max(known.profile.map_or(0, |profile| profile.rows));
    if let Some(stated) = matter.stated_size() {
        let least = stated.records.saturating_sub(stated.rounding);
        if (list as f64) < LIST_LEAST * least as f64 {
            return Some(format!(
                "the list of {id} holds {} of the {} records that {id} is said to hold.",
                words::count(list),
                words::spoken(stated.records)
            ));
        }
    }
    let (to, dump) = (known.reference.complete_to.as_deref()?, matter.dump_date()?);
    (!matter.service_list_complete())
        .then(|| format!("the list of {id} covers its records up to {to}, and the dump is of {dump}."))
}

/// Whether records of older sets are in the dump more often where the service holds them too, by more than chance and by
/// what would be a hundredth of its list: an early or selected state of it may then hide among them.
///
/// A copy that was spread over all of them shows in their sum, one that sits in some of them only there: of several sets one
/// stands out by chance, so that each must stand out the more, the more there are.
///
/// # Source
/// Bonferroni's inequality for the single sets; the sum is one test.
pub(super) fn visible_excess(held: &Held) -> bool {
    let sides = held.by_older();
    let sides =
        sides.values().filter(|side| side.with.of.min(side.without.of) >= KEYS_LEAST && rate(side.without) < 1.0);
    let excess = sides.map(|side| {
        let (with, without) = (rate(side.with), rate(side.without));
        let error = |hits: Hits| rate(hits) * (1.0 - rate(hits)) / hits.of as f64;
        // Records that more than the rate of the others brought, and their variance.
        let records = side.with.of as f64 / (1.0 - without);
        ((with - without) * records, (error(side.with) + error(side.without)) * records * records)
    });
    let excess: Vec<(f64, f64)> = excess.collect();
    let surely = normal_quantile(1.0 - 0.05 / excess.len().max(1) as f64);
    let single = excess.iter().filter(|(records, variance)| *records > surely * variance.sqrt());
    let single: f64 = single.map(|(records, _)| records).sum();
    let (all, variance) = excess.iter().fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let all = if all > Z_ONE_SIDED * variance.sqrt() { all } else { 0.0 };
    single.max(all) >= NEGLIGIBLE * held.all.of as f64
}

/// Whether keys that older sets hold stand in more rows each where the service holds them too, by more than chance and by
/// what would be a hundredth of its list. Where an older set was copied whole, a selected copy of the service beside it adds
/// no key: only rows.
///
/// # Source
/// Derivation: whoever brought the older sets wrote the service's people and others equally often; rows beyond the first of
/// a key are counts, so that their variance is their number.
pub(super) fn second_copy(held: &Held) -> bool {
    let rows = held.rows_by_older();
    let mut hidden = 0.0;
    for (older, side) in held.by_older() {
        let Some([with, without]) = rows.get(&older) else { continue };
        if side.with.found.min(side.without.found) < KEYS_LEAST {
            continue;
        }
        let beyond = |rows: u64, hits: Hits| rows.saturating_sub(hits.found) as f64 / hits.found as f64;
        let (with, without) = (beyond(*with, side.with), beyond(*without, side.without));
        let error = (with / side.with.found as f64 + without / side.without.found as f64).sqrt();
        if with - without > Z_ONE_SIDED * error {
            hidden += (with - without) * side.with.found as f64;
        }
    }
    hidden >= NEGLIGIBLE * held.all.of as f64
}

fn rate(hits: Hits) -> f64 {
    hits.found as f64 / hits.of.max(1) as f64
}

/// Rows of tables without any key.
fn unread_rows(matter: &Matter) -> u64 {
    let mut tables: std::collections::BTreeMap<usize, (bool, u64)> = Default::default();
    for column in matter.dump.iter().flat_map(|dump| &dump.columns) {
        let table = tables.entry(column.table).or_default();
        // Numbers that are not what their header says tell nobody.
        table.0 |= column.compared_as.is_some_and(is_key) && column.decided != Decided::Refuted;
        table.1 = table.1.max(column.filled);
    }
    tables.into_values().filter(|(keyed, _)| !keyed).map(|(_, rows)| rows).sum()
}

/// Rows of the dump that carry no key, whatever the reason: a name alone, empty cells, a kind that nobody knows.
fn keyless_rows(matter: &Matter) -> u64 {
    let rows = matter.counts.and_then(|counts| counts.rows.as_ref());
    rows.map_or(0, |rows| rows.rows.saturating_sub(rows.informative))
}

/// Rows of the dump that were read in part only: another delimiter or charset than the rest of the file has.
fn damaged_rows(matter: &Matter) -> u64 {
    matter.dump.iter().flat_map(|dump| &dump.files).map(FileProfile::rows_read_in_part).sum()
}

/// Cells that stand in a column of a kind of the service's keys and are not spelled as the kind, beyond what mistakes in
/// typing explain: two numbers in one cell, a number with some digits starred. A number with a wrong check digit and a
/// placeholder are read, and nobody's. `None` where they are too few to matter.
fn unread_cells<'a>(matter: &'a Matter, held: &Held) -> Option<(u64, &'a str)> {
    let mut by_kind: std::collections::BTreeMap<&str, u64> = Default::default();
    for column in matter.dump.iter().flat_map(|dump| &dump.columns) {
        let kind = column.compared_as.filter(|kind| is_key(kind) && matter.overlap(held.service, kind).is_some());
        let unread = column.invalid.saturating_sub(column.wrong_check + column.placeholders);
        if let Some(kind) = kind.filter(|_| unread as f64 > MISTYPED * column.filled as f64) {
            *by_kind.entry(kind).or_default() += unread;
        }
    }
    let most = by_kind.into_iter().max_by_key(|(_, cells)| *cells).map(|(kind, cells)| (cells, kind));
    most.filter(|(cells, _)| *cells >= KEYS_LEAST && *cells as f64 >= NEGLIGIBLE * held.all.of as f64)
}

/// Fewest people of the dump who agree with the service's records in name and day of birth and with no older set, where they
/// are a hundredth of its list: a row may have lost its number. `None` where they are fewer.
///
/// # Source
/// Derivation: those who agree with an older set as well are at most as many as agree with that set, whatever the lists have in
/// common: numbers change, and people stand in both under others.
fn under_name_and_birth(matter: &Matter, held: &Held) -> Option<u64> {
    let agreeing =
        |overlap: &&Overlap| overlap.level == Level::Attribute && overlap.kind.as_deref() == Some(NAME_BIRTH);
    let all = matter.counts.map_or(&[][..], |counts| &counts.overlaps);
    let of = |reference: usize| all.iter().filter(agreeing).find(|overlap| overlap.reference == reference);
    let own = of(held.service)?;
    let by_chance = own.decoys.zip(own.chance_hits).and_then(|(drawn, hits)| crate::stats::share(hits, drawn));
    let older = matter.references.iter().enumerate().filter(|(_, known)| known.reference.role == Role::Corpus);
    let older: u64 = older.filter_map(|(index, _)| of(index)).map(|overlap| overlap.shared).sum();
    let chance = (by_chance.unwrap_or(0.0) * own.dump as f64).ceil() as u64;
    let alone = own.shared.saturating_sub(older).saturating_sub(chance);
    (alone as f64 >= NEGLIGIBLE * held.all.of as f64).then_some(alone)
}

/// Keys of another kind that only the service holds and that are in the dump: a row need not carry the main kind.
fn under_another_key(facts: &Facts, held: &Held, id: &str) -> Option<String> {
    let of_service = facts.matter.key_overlaps().filter(|overlap| overlap.reference == held.service);
    let kinds = of_service.filter_map(|overlap| overlap.kind.as_deref());
    kinds.filter(|kind| *kind != held.kind && is_key(kind)).find_map(|kind| {
        let other = Held::of(&Facts { main: Some(kind), ..*facts })?;
        shown(&other).then(|| {
            format!(
                "of {} {} that {id} holds and no older set given here does, {} are in the dump.",
                words::count(other.exclusive.of),
                words::unit_noun(kind),
                words::count(other.exclusive.found)
            )
        })
    })
}

/// Whether a kind says who a row is of, or what login it is.
fn is_key(kind: &str) -> bool {
    kind::find(kind).is_some_and(|kind| kind.rank != Rank::Attribute)
}

/// Whether the dump has so many keys that no set holds, beyond what mistakes in typing make, that they could be a hundredth
/// of the service's records missing from its list, where nothing says that the list is whole.
fn may_lack(matter: &Matter, held: &Held, whole: bool) -> bool {
    let dump = matter.distinct(held.kind).unwrap_or(0) as f64;
    let notable = held.unheld as f64 - MISTYPED_KEYS * dump >= NEGLIGIBLE * held.all.of as f64;
    !whole && !matter.service_list_complete() && notable
}
