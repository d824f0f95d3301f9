//! The long pass: every byte of a record set is read once, and what is kept of it is sealed.

use super::Imprint;
use super::again::{choose_again, lay_out_again, refuted};
use super::collect::{Collector, TableBag};
use super::file;
use super::keys::Keys;
use super::plan::TablePlan;
use super::sealed::seal;
use super::survey::Survey;
use crate::dump::watch::Watch;
use crate::fingerprint::Fingerprint;
use crate::fingerprint::runs::{Bag, Link};
use crate::kind::Kind;
use crate::profile::{FileProfile, LimitHit};
use crate::settings::Settings;

/// Most rows of a record set: a row's number takes 31 bits.
const ROWS_MOST: u64 = Link::ROW_MOST as u64;

/// Takes the imprint of a surveyed record set. `plan` has one entry per table of the survey. When the whole set refutes
/// the layout of a packed file or a column's kind and all of it can be read again, it is read again with a new choice, as `again` plans it; otherwise
/// the column is marked.
///
/// # Errors
/// More rows than a row number can count; a thread that failed.
pub fn take(
    mut survey: Survey,
    mut plan: Vec<TablePlan>,
    again: &mut dyn FnMut(&Survey) -> Vec<TablePlan>,
    keys: &Keys,
    request: Option<&'static Kind>,
    settings: &Settings,
    watch: &dyn Watch,
) -> anyhow::Result<Imprint> {
    let mut pass = read_all(&mut survey, &plan, keys, settings, watch)?;
    if lay_out_again(&mut survey, &pass, request) {
        plan = again(&survey);
        pass = read_all(&mut survey, &plan, keys, settings, watch)?;
    }
    let refuted = refuted(&survey, &plan, &pass.tables);
    let rereadable = !refuted.is_empty() && survey.files.iter().all(|file| file.evidence.rereadable());
    if rereadable && choose_again(&mut survey, &refuted, &pass.samples, request) {
        // Another kind is compared with other references, linked to its rows or not, joined with other columns.
        plan = again(&survey);
        pass = read_all(&mut survey, &plan, keys, settings, watch)?;
    }
    watch.begin("sorting", None);
    let imprint = seal(survey, plan, pass, keys);
    watch.end();
    imprint
}

/// What one reading of everything gave.
pub(super) struct Pass {
    /// By file.
    pub files: Vec<FileProfile>,
    /// By thread, then by table.
    pub tables: Vec<Vec<TableBag>>,
    /// Byte-exact rows, by thread.
    pub rows: Vec<Bag<Fingerprint>>,
    /// What could not be read as asked.
    pub limits: Vec<LimitHit>,
    /// Records from all over each file.
    pub samples: Vec<Vec<Vec<u8>>>,
}

fn read_all(
    survey: &mut Survey,
    plan: &[TablePlan],
    keys: &Keys,
    settings: &Settings,
    watch: &dyn Watch,
) -> anyhow::Result<Pass> {
    let mut collectors: Vec<Collector<'_>> =
        (0..settings.threads.max(1)).map(|_| Collector::new(keys, plan, settings.threads)).collect();
    let mut limits = survey.limits.clone();
    let (mut files, mut samples) = (Vec::new(), Vec::new());
    let mut rows = 0;
    for file in &mut survey.files {
        let file::Read { profile, sample, limits: hit } = file::read(file, rows, &mut collectors, settings, watch);
        limits.extend(hit);
        rows += profile.rows + profile.rows_faulty;
        anyhow::ensure!(
            rows <= ROWS_MOST,
            "{} brings the record set to more than {ROWS_MOST} rows\nhint: analyse its parts one by one",
            file.shown
        );
        files.push(profile);
        samples.push(sample);
    }
    let (mut tables, mut row_bags) = (Vec::new(), Vec::new());
    for collector in collectors {
        collector.failed.map_or(Ok(()), Err)?;
        tables.push(collector.tables);
        row_bags.push(collector.rows);
    }
    Ok(Pass { files, tables, rows: row_bags, limits, samples })
}
