//! Both sides within the same years: control records that were made, or whose people were born, when the hits were.
//!
//! A dump of some years only (an old extract, the people of one age) hits nothing outside of them, whoever lost it: control
//! records of other years then say nothing, and those of the same years must be compared with the service's own of these years.

use std::collections::BTreeMap;

use super::held::{Control, Held, Hits, KEYS_LEAST, Stratum};
use super::matched::{Matched, bare, standardised};
use super::temporal_cut_off::month_name;
use super::words;
use crate::compare::By;
use crate::imprint::stratum::decade_name;
use crate::profile::{Profile, field, words as profile_words};

/// Part of either side whose days must be known before they say anything, 0..=1.
const KNOWN_LEAST: f64 = 0.9;
/// Bins that the service's own records are divided into by the day of creation: few enough that a thousand control records leave
/// some dozens in each.
const BINS: u64 = 16;
/// Part of the hits that may lie outside of the window that is told, at each end, 0..=1.
const TAIL: f64 = 0.01;

/// Both sides matched by days of creation, and by decades of birth, where both sides' days are known.
///
/// # Errors
/// The control records are of other years than the hits: why they cannot speak, and which would.
pub fn matched_by_days(held: &Held, control: &Control) -> Result<Vec<Matched>, String> {
    let mut found = Vec::new();
    for by in [By::Made, By::Born] {
        let mut windows = held.windows(by);
        windows.remove(&0);
        let sum = |side: fn(&Stratum) -> u64| windows.values().map(side).sum::<u64>();
        let (own, others) = (sum(|window| window.exclusive.of), sum(|window| window.control.of));
        let known = |part: u64, whole: u64| part > 0 && part as f64 >= KNOWN_LEAST * whole as f64;
        let alike = by == By::Born || held.sides().all(is_told_by_issue);
        if !alike || !known(own, held.exclusive.of) || !known(others, control.hits.of) {
            continue;
        }
        let wanted = || wanted(held, by, &windows);
        if let Some((there, found)) = bare(windows.values()) {
            return Err(format!(
                "The control records are of other years than the hits: {} of {} {} of the service alone that are in the dump were \
                 {} when hardly any of the control records were, so that these could not have matched.{}",
                words::count(there),
                words::count(found),
                words::unit_noun(held.kind),
                match by {
                    By::Made => "made",
                    By::Born => "of people born",
                },
                wanted()
            ));
        }
        match standardised(bins(&windows).iter()) {
            Ok(matched) if matched.control.of >= KEYS_LEAST.min(control.hits.of) => found.push(matched),
            Ok(Matched { control, .. }) => return Err(too_few(held, control.of, &wanted())),
            Err((common, _)) => return Err(too_few(held, common, &wanted())),
        }
    }
    Ok(found)
}

/// Whether the days of creation of a list are those on which its documents were issued: the same in whatever list a document
/// stands, which days of registration are not.
fn is_told_by_issue(profile: &Profile) -> bool {
    let names = profile.columns.iter().filter(|column| column.compared_as == Some("date"));
    let first = names.filter_map(|column| column.name.as_deref()).find(|name| profile_words::tells_creation(name));
    first.is_some_and(|name| field::named(name).iter().any(|field| field.id == "issue_date"))
}

fn too_few(held: &Held, common: u64, wanted: &str) -> String {
    format!(
        "Only {} {} of the control records or of the service's own are of years that both have.{wanted}",
        words::count(common),
        words::unit_noun(held.kind)
    )
}

/// Which control records would speak: those of the window in which the hits lie.
fn wanted(held: &Held, by: By, windows: &BTreeMap<u32, Stratum>) -> String {
    let all: u64 = windows.values().map(|window| window.exclusive.found).sum();
    let tail = (TAIL * all as f64) as u64;
    let first = |windows: &mut dyn Iterator<Item = (&u32, &Stratum)>| {
        let (mut passed, mut windows) = (0, windows);
        Iterator::find_map(&mut windows, |(window, stratum)| {
            passed += stratum.exclusive.found;
            (passed > tail).then_some(*window)
        })
    };
    let ends = first(&mut windows.iter()).zip(first(&mut windows.iter().rev()));
    let Some((from, to)) = ends else { return String::new() };
    let (when, of) = match by {
        // A window is a quarter, told by its first month.
        By::Made => (
            format!("made from {} to {}", month_name(from), month_name(to + 2)),
            format!("{} that the service never held", words::unit_noun(held.kind)),
        ),
        By::Born => {
            let (from, to) = (decade_name(from), decade_name(to));
            let years = if from == to { from } else { format!("{from} through {to}") };
            (format!("born {years}"), "people whom the service never held".to_owned())
        }
    };
    format!(" Next step: control records of {of}, {when}, where the hits are.")
}

/// Neighbouring windows together, so that each bin has as many of the service's own records.
fn bins(windows: &BTreeMap<u32, Stratum>) -> Vec<Stratum> {
    let own: u64 = windows.values().map(|window| window.exclusive.of).sum();
    let mut bins: Vec<Stratum> = Vec::new();
    let mut passed = 0;
    for window in windows.values() {
        let at = (passed * BINS / own.max(1)) as usize;
        passed += window.exclusive.of;
        // A window that is a bin by itself leaves those that it reaches over empty.
        if bins.len() <= at || bins.is_empty() {
            bins.resize(at + 1, Stratum::default());
        }
        if let Some(bin) = bins.get_mut(at) {
            add(&mut bin.exclusive, window.exclusive);
            add(&mut bin.control, window.control);
        }
    }
    bins
}

fn add(sum: &mut Hits, more: Hits) {
    *sum = Hits { found: sum.found + more.found, of: sum.of + more.of };
}
