//! From the exclusive records to the whole list: a bound that holds for the first holds for the second only where every
//! part of the list has exclusive records that would have shown a copy.
//!
//! An early snapshot of the service, or a copy of one region, hits nothing in the records of other months or series. So
//! the list is divided, each part is bounded by its own exclusive records, and a part that has too few of them counts
//! with every hit that it has, whoever brought it.

use std::collections::BTreeMap;

use crate::compare::Dimension;
use crate::evidence::held::{Held, Hits, NEGLIGIBLE, Stratum, least};
use crate::stats::exclusive::upper_copied_share;

/// Parts of equal size into which the list is divided by month.
const MONTH_PARTS: u64 = 10;
/// Share of a part that must show in its own exclusive records before it may be bounded together with its neighbours.
const PART_COPIED: f64 = 0.1;

/// How the bound was carried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// All hits of the list are so few that nothing need be assumed.
    AllHits,
    /// Nearly all of the list is held by the service alone.
    NearlyAllExclusive,
    /// Month by month, and by series where these are known.
    Strata,
}

/// A bound of the copied share of the whole list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Whole {
    /// Greatest share copied, at 95 %, 0..=1.
    pub share: f64,
    /// How it was carried.
    pub route: Route,
}

/// The smallest bound of the whole list that can be carried; `None` where none can. `scale` is what each share is
/// multiplied by (1 / the part of the dump that was seen), `sensitivity` lies in 0..=1.
pub fn whole(held: &Held, sensitivity: f64, scale: f64) -> Option<Whole> {
    let upper = |hits: Hits| (upper_copied_share(hits.found, hits.of, sensitivity) * scale).min(1.0);
    let mut routes = Vec::new();
    let all = held.all;
    if all.of > 0 {
        routes.push(Whole { share: upper(all), route: Route::AllHits });
        let rest = (all.of - held.exclusive.of) as f64 / all.of as f64;
        if rest < NEGLIGIBLE {
            routes.push(Whole { share: (upper(held.exclusive) + rest).min(1.0), route: Route::NearlyAllExclusive });
        }
        // Without months an early snapshot stays unseen, whatever else divides the list.
        if let Some(months) = held.strata(Dimension::Month).filter(|months| months.keys().any(|month| *month > 0)) {
            let mut share = by_month(months, &upper);
            if let Some(series) = held.strata(Dimension::Series) {
                share = share.max(by_series(series, &upper));
            }
            routes.push(Whole { share: (share / all.of as f64).min(1.0), route: Route::Strata });
        }
    }
    routes.into_iter().min_by(|one, other| one.share.total_cmp(&other.share))
}

/// Records copied at most, by parts of the list of about equal size, oldest first.
fn by_month(months: BTreeMap<u32, Stratum>, upper: &dyn Fn(Hits) -> f64) -> f64 {
    let dated: u64 = months.iter().filter(|(month, _)| **month > 0).map(|(_, stratum)| stratum.all.of).sum();
    let size = dated.div_ceil(MONTH_PARTS).max(1);
    let (mut parts, mut now, mut loose) = (Vec::new(), Stratum::default(), 0.0);
    for (month, stratum) in months {
        if month == 0 {
            // Of no known date: they may be any snapshot's.
            loose += stratum.all.found as f64;
            continue;
        }
        now = joined(now, stratum);
        if now.all.of >= size {
            parts.push(std::mem::take(&mut now));
        }
    }
    parts.push(now);
    loose + bounded(parts, upper)
}

/// Records copied at most, by series; those with few exclusive records are bounded together.
fn by_series(series: BTreeMap<u32, Stratum>, upper: &dyn Fn(Hits) -> f64) -> f64 {
    let (large, small): (Vec<Stratum>, Vec<Stratum>) =
        series.into_values().partition(|stratum| stratum.exclusive.of >= least(PART_COPIED));
    let small = small.into_iter().fold(Stratum::default(), joined);
    bounded(large.into_iter().chain([small]).collect(), upper)
}

/// Records copied at most. Parts that would show a copy of a tenth are bounded by their exclusive records, the others
/// count with all their hits. Of two bounds that both hold the smaller is taken: the sum over groups that show a
/// hundredth each, and the whole rate times the worst ratio of a part's records to its exclusive ones.
///
/// # Source
/// Derivation: with `a` records and `x` exclusive ones in a part, `Σ a·p <= max(a/x) · Σ x·p`, and `Σ x·p` is bounded by
/// all exclusive records together.
fn bounded(parts: Vec<Stratum>, upper: &dyn Fn(Hits) -> f64) -> f64 {
    let (telling, mute): (Vec<Stratum>, Vec<Stratum>) =
        parts.into_iter().partition(|part| part.exclusive.of >= least(PART_COPIED));
    let mut groups: Vec<Stratum> = Vec::new();
    for part in &telling {
        match groups.last_mut().filter(|group| group.exclusive.of < least(NEGLIGIBLE)) {
            Some(group) => *group = joined(*group, *part),
            None => groups.push(*part),
        }
    }
    // The last group may be left too small to show a hundredth.
    if let Some(last) = groups.pop_if(|group| group.exclusive.of < least(NEGLIGIBLE)) {
        match groups.last_mut() {
            Some(group) => *group = joined(*group, last),
            None => groups.push(last),
        }
    }
    let by_group: f64 = groups.iter().map(|group| upper(group.exclusive) * group.all.of as f64).sum();
    let worst = telling.iter().map(|part| part.all.of as f64 / part.exclusive.of as f64).fold(0.0, f64::max);
    let exclusive = telling.into_iter().fold(Stratum::default(), joined).exclusive;
    let at_once = worst * upper(exclusive) * exclusive.of as f64;
    by_group.min(at_once) + mute.iter().map(|part| part.all.found as f64).sum::<f64>()
}

fn joined(one: Stratum, other: Stratum) -> Stratum {
    let both = |one: Hits, other: Hits| Hits { found: one.found + other.found, of: one.of + other.of };
    Stratum {
        all: both(one.all, other.all),
        exclusive: both(one.exclusive, other.exclusive),
        control: both(one.control, other.control),
    }
}
