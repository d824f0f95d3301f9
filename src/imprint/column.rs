//! What threads collected of one column becomes sorted runs and a profile without values.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::collect::ColumnBag;
use super::second::{SecondBag, Tags};
use super::{Column, Keyring, SecondRuns};
use crate::fingerprint::runs::{Store, seal};
use crate::kind::Region;
use crate::profile::classify;
use crate::profile::classify::hashes::ColumnHashes;
use crate::profile::tally::{Mojibake, TagCount};
use crate::profile::texture::Texture;
use crate::profile::{ColumnProfile, Decided, Recent};
use crate::text::mojibake;

/// Seals the bags of one second key.
pub(super) fn second_runs(bags: impl Iterator<Item = SecondBag>, store: &Arc<Store>) -> anyhow::Result<SecondRuns> {
    let (keys, decoys) = bags.map(|bag| (bag.keys, bag.decoys)).unzip();
    Ok(SecondRuns { keys: seal(keys, store)?, decoys: seal(decoys, store)? })
}

/// Seals the bags of one column, and says what was counted in it.
pub(super) fn seal_column(bags: Vec<ColumnBag>, store: &Arc<Store>) -> anyhow::Result<(Column, ColumnProfile)> {
    let (mut keys, mut links, mut people, mut others) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut filled, mut valid, mut wrong_check, mut months) = (0, 0, 0, BTreeMap::new());
    let mut placeholders = 0;
    let (mut tags, mut repaired) = (Tags::default(), 0);
    for bag in bags {
        repaired += bag.repaired;
        tags.add(&bag.tags);
        wrong_check += bag.wrong_check;
        placeholders += bag.fillers;
        filled += bag.filled;
        valid += bag.valid;
        bag.days.months().for_each(|(month, rows)| *months.entry(month).or_default() += rows);
        keys.push(bag.keys);
        links.push(bag.links);
        people.push(bag.people);
        others.push(bag.others);
    }
    let column = Keyring { keys: seal(keys, store)?, links: seal(links, store)?, people: seal(people, store)? };
    let others = seal(others, store)?.len();
    let distinct = column.count();
    let (earliest, latest) = span(&months);
    let mut profile = ColumnProfile {
        table: 0,
        position: 0,
        name: None,
        kind: None,
        compared_as: None,
        decided: Decided::Nothing,
        candidates: Vec::new(),
        region: Region::Unknown,
        parts: Vec::new(),
        filled,
        valid,
        invalid: filled - valid,
        wrong_check,
        placeholders,
        rival: None,
        last_digits: None,
        distinct,
        distinct_raw: distinct + others,
        earliest,
        latest,
        recent: recent(&months),
        masks: Vec::new(),
        hashes: ColumnHashes::default(),
        tags: None,
        mojibake: None,
        texture: Texture::default(),
    };
    profile.tags = profile.tags_of(tags);
    // The survey's part is entered where the column is described.
    profile.mojibake = Some(Mojibake { chain: String::new(), explained: 0, of: 0, repaired });
    Ok((column, profile))
}

impl ColumnProfile {
    /// Enters what the survey chose.
    pub(super) fn describe(&mut self, choice: &classify::Choice, refuted: bool) {
        self.name.clone_from(&choice.known_name);
        self.kind = choice.kind.filter(|_| !refuted).map(|kind| kind.id);
        self.compared_as = choice.compared_as.map(|kind| kind.id);
        self.decided = if refuted { Decided::Refuted } else { choice.decided };
        self.candidates.clone_from(&choice.candidates);
        self.region = choice.region;
        self.parts.clone_from(&choice.parts);
        self.masks.clone_from(&choice.masks);
    }
}

/// Fewest rows that share a tag's word before it is told: no single person shows.
const TAG_ROWS_LEAST: u64 = 10;

impl ColumnProfile {
    /// Enters what the sample said of a wrong decoding.
    pub(super) fn tell_damage(&mut self, found: Option<mojibake::Found>) {
        self.mojibake = self.mojibake.take().zip(found).map(|(counted, found)| Mojibake {
            chain: found.repair.chain.name(),
            explained: found.explained,
            of: found.of,
            ..counted
        });
    }

    /// What may be told of the tags of a column's addresses.
    fn tags_of(&self, tags: Tags) -> Option<TagCount> {
        let of_services = tags.services.values().sum();
        let told = tags.services.into_iter().filter(|(_, rows)| *rows >= TAG_ROWS_LEAST);
        let mut services: Vec<(&'static str, u64)> = told.collect();
        services.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
        (tags.rows > 0).then_some(TagCount { rows: tags.rows, of_services, services })
    }
}

/// First and last month with at least this many rows at or beyond it: no single person shows.
const MONTH_ROWS_LEAST: u64 = 10;

/// Share of the dates of a column that must lie in or after a month for the column to reach it.
///
/// # Source
/// The project's method, section 2.2, T3: the maximum of a column is taken after half a per cent is trimmed off.
const TRIMMED_SHARE: f64 = 0.005;

/// The last month that enough dates lie in or after.
fn recent(months: &BTreeMap<u16, u64>) -> Option<Recent> {
    let all: u64 = months.values().sum();
    let least = ((all as f64 * TRIMMED_SHARE).ceil() as u64).max(MONTH_ROWS_LEAST);
    let mut rows = 0;
    for (&month, &here) in months.iter().rev() {
        rows += here;
        if rows >= least {
            return Some(Recent { month: month_name(month), rows });
        }
    }
    None
}

fn month_name(month: u16) -> String {
    format!("{:04}-{:02}", month / 12, month % 12 + 1)
}

fn span(months: &BTreeMap<u16, u64>) -> (Option<String>, Option<String>) {
    let reach = |sum: &mut u64, (month, rows): (&u16, &u64)| {
        *sum += rows;
        Some((*sum > MONTH_ROWS_LEAST).then(|| month_name(*month)))
    };
    let earliest = months.iter().scan(0, reach).flatten().next();
    let latest = months.iter().rev().scan(0, reach).flatten().next();
    (earliest, latest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stray_dates_are_trimmed_off() {
        let mut months = BTreeMap::from([(2_015 * 12, 5_000), (2_099 * 12, 20)]);
        assert_eq!(span(&months).1.as_deref(), Some("2099-01"), "ten rows are enough to be told");
        assert_eq!(recent(&months), Some(Recent { month: "2015-01".into(), rows: 5_020 }), "20 of 5,020 are too few");
        months.insert(2_099 * 12, 26);
        assert_eq!(recent(&months), Some(Recent { month: "2099-01".into(), rows: 26 }));
        assert_eq!((recent(&BTreeMap::new()), recent(&BTreeMap::from([(0, 9)]))), (None, None));
    }
}
