//! What all threads collected becomes one imprint: sorted runs, and a profile without values.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::again::refuted;
use super::checked::{self, Digits};
use super::collect::{ColumnBag, TableBag};
use super::column::{seal_column, second_runs};
use super::keys::Keys;
use super::plan::{ColumnPlan, TablePlan};
use super::survey::{Survey, TableSurvey};
use super::take::Pass;
use super::{Column, Imprint, Keyring, Table, decoy, marks, neighbours};
use crate::fingerprint::Fingerprint;
use crate::fingerprint::runs;
use crate::kind::Rank;
use crate::profile::tally::{Agreement, Tally};
use crate::profile::texture::Texture;
use crate::profile::{ColumnProfile, Profile};

/// Seals what one reading of everything gave.
///
/// # Errors
/// When what was written out cannot be read.
pub(super) fn seal(survey: Survey, plan: Vec<TablePlan>, pass: Pass, keys: &Keys) -> anyhow::Result<Imprint> {
    let mut profile = Profile { files: pass.files, limits: pass.limits, ..Profile::default() };
    profile.rows = profile.files.iter().map(|file| file.rows).sum();
    let mut sealing = Sealing {
        survey: &survey,
        keys,
        refuted: refuted(&survey, &plan, &pass.tables),
        digits: checked::look(&survey, &plan, &pass.samples),
        profile,
        decoys: BTreeMap::new(),
        neighbours: BTreeMap::new(),
    };
    let mut by_thread: Vec<_> = pass.tables.into_iter().map(Vec::into_iter).collect();
    let tables = plan.into_iter().enumerate().map(|(number, plan)| {
        let bags = by_thread.iter_mut().filter_map(Iterator::next).collect();
        sealing.table(number, plan, bags)
    });
    let tables = tables.collect::<anyhow::Result<Vec<Table>>>()?;
    let Sealing { mut profile, mut decoys, mut neighbours, .. } = sealing;
    decoys.retain(|_, drawn| !drawn.is_empty());
    neighbours.values_mut().for_each(|drawn| {
        drawn.sort_unstable();
        drawn.dedup();
    });
    if tables.iter().any(|table| table.plan.examined) {
        profile.marks = marks::find(&survey, &profile.files, &profile.columns);
    }
    let counted = tables.iter().any(|table| table.plan.rows);
    let rows = counted.then(|| runs::seal(pass.rows, &keys.store)).transpose()?;
    profile.distinct_rows = rows.as_ref().map(|rows| rows.len());
    Ok(Imprint { profile, tables, rows, decoys, neighbours })
}

/// An imprint while its tables are sealed one after the other.
struct Sealing<'a> {
    survey: &'a Survey,
    keys: &'a Keys,
    /// Columns whose kind the whole set refutes: table and position.
    refuted: Vec<(usize, usize)>,
    digits: BTreeMap<(usize, usize), Digits>,
    profile: Profile,
    decoys: BTreeMap<&'static str, Vec<decoy::Candidate>>,
    neighbours: BTreeMap<&'static str, Vec<Fingerprint>>,
}

impl Sealing<'_> {
    /// Seals the bags that the threads have of one table.
    fn table(&mut self, number: usize, plan: TablePlan, bags: Vec<TableBag>) -> anyhow::Result<Table> {
        let (mut by_column, mut records, mut logins, mut login_links) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut seconds, mut named, mut informative, mut rows_with) = (Vec::new(), 0, 0, BTreeMap::new());
        let mut tallies = vec![Tally::default(); plan.agreements.len()];
        for bag in bags {
            tallies.iter_mut().zip(&bag.tallies).for_each(|(sum, tally)| sum.add(tally));
            named += bag.named;
            informative += bag.informative;
            bag.rows_with.into_iter().for_each(|(id, rows)| *rows_with.entry(id).or_default() += rows);
            by_column.push(bag.columns.into_iter());
            records.push(bag.records.into_iter());
            seconds.push(bag.seconds.into_iter());
            logins.push(bag.logins);
            login_links.push(bag.login_links);
        }
        let found = &self.survey.tables[number];
        let told = if plan.tags { &found.sample[..] } else { &[] };
        let textures: Vec<Texture> = told.par_iter().map(|column| Texture::of(&column.cells)).collect();
        let mut textures = textures.into_iter();
        let columns = plan.columns.iter().enumerate().map(|(position, column)| {
            let bags = by_column.iter_mut().filter_map(Iterator::next).collect();
            let (sealed, profile) = self.column((number, position), bags, textures.next().unwrap_or_default())?;
            if column.read {
                self.profile.columns.push(profile);
                self.draw(found, position, &plan, column);
            }
            Ok(sealed)
        });
        let columns = columns.collect::<anyhow::Result<_>>()?;
        self.profile.agreements.extend(plan.agreements.iter().zip(tallies).map(|(pair, tally)| Agreement {
            table: number,
            matter: pair.matter,
            number: pair.number,
            other: pair.other,
            tally,
        }));
        let store = &self.keys.store;
        let records = plan.records.iter().map(|_| {
            let bags = records.iter_mut().filter_map(Iterator::next).collect();
            runs::seal(bags, store)
        });
        let records = records.collect::<anyhow::Result<_>>()?;
        let logins = Keyring {
            keys: runs::seal(logins, store)?,
            links: runs::seal(login_links, store)?,
            people: runs::seal(Vec::new(), store)?,
        };
        let seconds = plan.seconds.iter().map(|_| second_runs(seconds.iter_mut().filter_map(Iterator::next), store));
        let seconds = seconds.collect::<anyhow::Result<_>>()?;
        Ok(Table { columns, records, logins, seconds, named, informative, rows_with, plan })
    }

    /// Seals the bags that the threads have of the column at this table and position.
    fn column(
        &self,
        at: (usize, usize),
        bags: Vec<ColumnBag>,
        texture: Texture,
    ) -> anyhow::Result<(Column, ColumnProfile)> {
        let found = &self.survey.tables[at.0];
        let (sealed, mut profile) = seal_column(bags, &self.keys.store)?;
        (profile.table, profile.position) = at;
        profile.describe(&found.choices[at.1], self.refuted.contains(&at));
        profile.tell_damage(found.damage.get(at.1).copied().flatten());
        profile.hashes.clone_from(&found.hashes[at.1]);
        profile.texture = texture;
        if let Some(digits) = self.digits.get(&at) {
            (profile.rival, profile.last_digits) = (digits.rival, Some(digits.last));
        }
        Ok((sealed, profile))
    }

    /// Draws keys beside those of a column, where hits on them will tell what chance gives.
    fn draw(&mut self, found: &TableSurvey, position: usize, plan: &TablePlan, column: &ColumnPlan) {
        let Some(kind) = column.kind.filter(|kind| kind.rank != Rank::Attribute) else { return };
        let (cells, keyed) = (&found.cells(position), self.keys.of_kind(Some(kind)));
        if plan.examined {
            self.decoys.entry(kind.id).or_default().extend(decoy::draw(kind, column.region, cells, keyed));
        }
        if plan.neighbours {
            let drawn = neighbours::neighbours(kind, column.region, cells, keyed);
            self.neighbours.entry(kind.id).or_default().extend(drawn);
        }
    }
}
