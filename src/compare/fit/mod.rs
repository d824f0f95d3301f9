//! Which known system's records the dump looks like: columns, not values.
//!
//! **Comes in:** the dump's profile and schemas. **Goes out:** [`Fit`]s, best first.
//!
//! **Never happens here:** no value is compared; a fit is no origin: sellers rename and reorder, and two systems may
//! write the same columns.
//!
//! Each schema has several *forms*: its tables, the layouts that hold some of its columns only, and names or numbers
//! written in one column or in several. The best form counts for the schema. Systems whose best forms ask for the same
//! fields are *of one form*: structure alone never parts them, and the report names them together.

mod assign;
pub mod derive;
mod forms;
mod reading;
mod shuffled;

use std::collections::BTreeSet;

use crate::profile::Profile;
use crate::reference::schema::{Category, Schema, Standing};
use forms::{Form, Want, forms};
use reading::{Reading, read};

/// How well one table of the dump fits one schema.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Schema id.
    pub id: String,
    /// Index of the dump's table.
    pub table: usize,
    /// Fit, 0..=1.
    pub fit: f64,
    /// Fields of the schema that were found, in its order.
    pub matched: Vec<String>,
    /// Fields that it always has and that were not found.
    pub missing: Vec<String>,
    /// What else the dump holds: fields, or `column N` where nothing is known of it.
    pub foreign: Vec<String>,
    /// Those of `foreign` that the system cannot hold.
    pub impossible: Vec<String>,
    /// Whether the table is taken for the system's form.
    pub accepted: bool,
    /// Share of shuffled catalogues that fit at least as well, 0..=1; 1 where the fit is too small to be accepted anyway.
    pub p: f64,
    /// How much better it fits than the next system of another form.
    pub margin: f64,
    /// Systems of the same form that fit nearly as well, by id.
    pub same_form: Vec<String>,
    /// Whether all that was found of the system stands in any site's table of accounts: such a fit is never accepted.
    pub ordinary: bool,
    /// How well the schema is known.
    pub standing: Standing,
}

/// Least fit, least margin to the next system, greatest p of an accepted one.
///
/// # Source
/// The project's method, section 6.2.
const FIT_LEAST: f64 = 0.55;
const MARGIN_LEAST: f64 = 0.10;
const P_MOST: f64 = 0.05;
/// Least weight of a column that few systems have: about one in eight of them.
const TELLING_LEAST: f64 = 2.2;
/// Columns that are several.
const SEVERAL: usize = 5;
/// Columns of a form of which one may be left out.
const FEW: usize = 4;
/// Fields that few systems of the catalogue have and any site's table of accounts may; those in half of the world's tables
/// weigh too little to tell anyway.
const ORDINARY: &str = "date_unixtime email2 ip key last_active login nicename password_hash password_hash2 password_plain \
                        salt session_created";
/// Strange columns that one column of the system's own matter makes up for.
const STRANGE_MOST: usize = 2;
/// Columns from which on the order of a layout tells it, whatever stands in them.
const LONG: usize = 8;
/// Least share of the hashes of one column that each of two functions must have for the two to be a sign.
const MIXED_LEAST: f64 = 0.1;
/// Least fit of a table that holds a form's columns, passwords or a telling one among them, and nothing else; of an
/// unconfirmed schema.
const EXACT_LEAST: f64 = 0.7;
const UNCONFIRMED_LEAST: f64 = 0.65;
/// What a fit with a schema that nobody confirmed is worth beside one with a confirmed schema: such schemas are general.
const UNCONFIRMED_WORTH: f64 = 0.97;
/// How probable it is that a column is one that only some copies have, beside one that all have.
const MAY_BE: f64 = 0.85;
/// Least likeness of a column that only some copies have.
const MAY_LEAST: f64 = 0.5;
/// What is left of a fit where passwords are stored otherwise than the system stores them.
const REFUTED: f64 = 0.75;
/// Weight of a column that a form has, of which nobody knows what it holds, and that is not there.
const NAMELESS_ABSENT: f64 = 0.4;
/// Part of its weight that one missing column does not count in the order of fits, where a system has several columns.
const LEFT_OUT: f64 = 0.5;
/// Least fit of a table that explains more than accounts without their passwords do.
const BARE_LEAST: f64 = 0.3;
/// Least fit of a table without a column that its system always has, beside one that explains less of it.
const CUT_LEAST: f64 = 0.4;
/// Columns that must be explained more for one more that is missing.
const MORE_FOR_MISSING: usize = 3;
/// Fits this near to each other are alike.
const TIE: f64 = 0.02;
/// Schemas that are told, over all tables.
const TOLD_MOST: usize = 5;
/// Columns of a table and tables of a dump that are looked at.
const COLUMNS_MOST: usize = 120;
const TABLES_MOST: usize = 8;

/// The schemas that the dump's tables fit best, accepted ones first, then by fit; at most five.
pub fn fit(dump: &Profile, schemas: &[Schema]) -> Vec<Fit> {
    let forms = forms(schemas);
    let tables: BTreeSet<usize> = dump.columns.iter().map(|column| column.table).collect();
    let of = |table| of_table(dump, table, schemas, &forms);
    let mut ranked: Vec<(f64, Fit)> = tables.into_iter().take(TABLES_MOST).flat_map(of).collect();
    ranked.sort_by(|(one_rank, one), (other_rank, other)| {
        other.accepted.cmp(&one.accepted).then(other_rank.total_cmp(one_rank)).then(one.table.cmp(&other.table))
    });
    let mut all: Vec<Fit> = ranked.into_iter().map(|(_, fit)| fit).collect();
    let mut told = BTreeSet::new();
    all.retain(|fit| told.insert(fit.id.clone()));
    all.truncate(TOLD_MOST);
    all
}

/// The best form of a schema for a table.
struct Best<'a> {
    form: &'a Form<'a>,
    score: f64,
    /// The same, were the heaviest of the columns that are missing left out by whoever made the table.
    cut: f64,
    /// Columns that it always has and that are not there, those of which nobody knows what they hold among them.
    absent: usize,
    /// For each of the form's columns the dump's column.
    given: Vec<Option<usize>>,
    told: bool,
}

impl Best<'_> {
    fn found(&self) -> impl Iterator<Item = (&Want, usize)> {
        self.form.wants.iter().zip(&self.given).filter_map(|(want, given)| Some((want, (*given)?)))
    }

    /// Whether a column was found that few systems have: names, telephones and addresses stand in half of the world, logins
    /// and hashes at any site. One that only some of a system's records have does not do alone: it may be there by chance.
    fn is_telling(&self) -> bool {
        let ordinary = |id: &str| ORDINARY.split_whitespace().any(|own| own == id);
        let tells = |want: &Want| want.weight >= TELLING_LEAST && !ordinary(&want.column.field);
        let telling = || self.found().filter(|(want, _)| tells(want));
        telling().any(|(want, _)| want.must) || telling().count() > 1
    }

    /// Whether a sign that only the system's records show was seen: in the cells, a long layout kept column by column, a
    /// mixture of its own hash functions.
    fn is_shown(&self, readings: &[Reading]) -> bool {
        let mixed = |(want, column): (&Want, usize)| readings[column].mixes_hashes(want, MIXED_LEAST);
        // Columns of which nobody knows what they hold, each in its place, tell as much as a long layout; not among accounts:
        // any site's table of them has some column of its own between address and password.
        let secret = |want: &Want| want.column.field.starts_with("password_");
        let nameless = self.form.nameless > 0 && !self.form.wants.iter().any(secret);
        let placed = (self.form.places.1 >= LONG || nameless) && self.is_in_place(readings);
        self.told || placed || self.found().any(mixed)
    }

    /// Whether nothing parts the table from that of any site's accounts: no telling column, no sign of the system's own.
    fn is_ordinary(&self, readings: &[Reading]) -> bool {
        !self.form.schema.generic && !self.is_telling() && !self.is_shown(readings)
    }

    /// Whether one of the fields was seen by which the system's tables are told from those of others about the same things.
    fn is_seen(&self, readings: &[Reading]) -> bool {
        let needed = |want: &Want| self.form.schema.shown_by.contains(&want.column.field);
        self.form.schema.shown_by.is_empty()
            || self.found().any(|(want, column)| needed(want) && readings[column].shows(want))
    }

    /// Whether enough of what its records always have is there: all but one column, or all of them where nobody confirmed
    /// what these are, unless something shows whose the table is.
    fn is_whole(&self, readings: &[Reading]) -> bool {
        let schema = self.form.schema;
        let seen = !schema.shown_by.is_empty() && schema.standing < Standing::Unconfirmed && self.is_seen(readings);
        let missing = self.form.wants.iter().zip(&self.given).filter(|(want, given)| want.must && given.is_none());
        let most = usize::from(schema.standing < Standing::Unconfirmed);
        missing.count() <= most || seen || self.is_shown(readings)
    }

    /// Whether what the table holds besides leaves it the system's: a bank, a petrol station and a car park of a country have
    /// the same numbers of people and vehicles, and columns of their own beside them. Such a table is taken for the system's
    /// where enough stands in it that numbers nobody and that few systems have.
    fn outweighs(&self, strange: usize, readings: &[Reading]) -> bool {
        let own = self.found().filter(|(want, _)| want.weight >= TELLING_LEAST && want.is_own_matter());
        strange == 0 || self.is_shown(readings) || own.count() * STRANGE_MOST >= strange
    }

    /// Whether the table holds all that the form must, a password or several columns of which one is telling among it, and
    /// nothing else.
    fn is_exact(&self, readings: &[Reading]) -> bool {
        let several = self.is_telling() && self.found().count() >= SEVERAL;
        let secret = |want: &Want| several || want.column.field.starts_with("password_");
        let missing = self.form.wants.iter().zip(&self.given).any(|(want, given)| want.must && given.is_none());
        let explained =
            |(position, reading): (usize, &Reading)| reading.follows() || self.given.contains(&Some(position));
        self.found().any(|(want, _)| secret(want)) && !missing && readings.iter().enumerate().all(explained)
    }

    /// By what fits are put in order: a sign that no other system shows is worth more than a tie, and a column is sooner left
    /// out of a long table than put into it. What is accepted is judged by the score alone.
    fn rank(&self) -> f64 {
        let missing = || self.form.wants.iter().zip(&self.given).any(|(want, given)| want.must && given.is_none());
        // A form that anybody writes is told by holding all of it: an address on the web alone is no stolen login.
        let whole = if self.form.schema.generic && missing() { REFUTED } else { 1.0 };
        self.score.max(self.cut) * whole + if self.told { TIE } else { 0.0 }
    }

    /// Whether it keeps none of its own records and another fit is that of a register that it shows.
    fn may_show(&self, other: &Best) -> bool {
        self.form.schema.view_of.contains(&other.form.schema.id)
    }

    /// Whether every column that it surely explains is one that a register which it shows has, under whatever name: a view is
    /// told by what it adds alone.
    fn only_shows(&self, all: &[Best], readings: &[Reading]) -> bool {
        let registers: Vec<&Best> = all.iter().filter(|other| self.may_show(other)).collect();
        let held = |(want, column): (&Want, usize)| {
            let explained = registers.iter().any(|own| own.given.contains(&Some(column)));
            (explained && !readings[column].is_surely(want))
                || registers.iter().any(|own| own.form.holds_the_like(want))
        };
        !registers.is_empty() && self.found().all(held)
    }

    /// How many of the columns that it explains another fit explains too.
    fn shares(&self, other: &Best) -> usize {
        self.columns().intersection(&other.columns()).count()
    }

    /// Whether it explains all that another fit explains and more, and of several columns misses one at most: a column is
    /// sooner left out of a table than put into it. What it explains more must be telling where it fits much less.
    fn explains_more(&self, than: &Best, readings: &[Reading]) -> bool {
        let (own, others) = (self.columns(), than.columns());
        let missing = self.form.wants.iter().zip(&self.given).filter(|(want, given)| want.must && given.is_none());
        // A system that lacks no more than the other is not the less likely for its missing columns.
        // What it has more must be what it is said to be.
        let surely = |(want, column): (&Want, usize)| !others.contains(&column) && readings[column].is_surely(want);
        let fair = self.absent <= than.absent.max(1) && self.found().any(surely);
        let margin = if fair { 2.0 * MARGIN_LEAST } else { MARGIN_LEAST };
        let several = self.form.wants.len() + self.form.nameless >= FEW;
        let mut more = self.found().filter(|(_, column)| !others.contains(column));
        let near = self.score >= CUT_LEAST && self.score >= than.score - 2.0 * MARGIN_LEAST;
        let like = |want: &Want, column: usize| readings[column].likeness(want).0 >= MAY_LEAST;
        let telling = near && more.any(|(want, column)| want.weight >= TELLING_LEAST && like(want, column));
        // Accounts without their passwords are less than people with what they do and where; where a sign that no other
        // system shows tells whose they are, one column more is enough, whatever is missing.
        let least = if self.told { 1 } else { SEVERAL / 2 };
        let lacks = than.lacks_passwords() && self.score >= BARE_LEAST && own.len() >= others.len() + least;
        several
            && (fair
                || missing.count() <= 1 + own.len().saturating_sub(others.len()) / MORE_FOR_MISSING
                || (lacks && self.told))
            && !than.told
            && others.len() < own.len()
            && others.is_subset(&own)
            && (telling || lacks || self.rank() >= than.rank() - margin)
    }

    /// Whether its records always have passwords, and none were found.
    fn lacks_passwords(&self) -> bool {
        let password = |want: &Want| want.must && want.column.field.starts_with("password_");
        self.form.wants.iter().zip(&self.given).any(|(want, given)| password(want) && given.is_none())
    }

    /// The dump's columns that it explains.
    fn columns(&self) -> BTreeSet<usize> {
        self.given.iter().flatten().copied().collect()
    }

    /// Whether it explains as many columns as another fit about as well: a form that anybody writes, and no sign of whose.
    fn claims_less(&self, other: &Best) -> bool {
        let missing = self.form.wants.iter().zip(&self.given).any(|(want, given)| want.must && given.is_none());
        !missing && !other.told && other.score - self.score <= TIE && self.found().count() >= other.found().count()
    }

    /// Whether the table has as many columns as a layout names, and each that is known stands in its place.
    fn is_in_place(&self, readings: &[Reading]) -> bool {
        let (places, length) = &self.form.places;
        let in_place = |(given, place): (&Option<usize>, &usize)| *given == Some(*place);
        *length >= SEVERAL && *length == readings.len() && self.given.iter().zip(places).all(in_place)
    }

    /// Whether a number that the system's records always carry was found, where they carry any: without plate, document or
    /// number of a register what is left is in half of the world's tables.
    fn is_identified(&self) -> bool {
        let musts = || self.form.wants.iter().zip(&self.given).filter(|(want, _)| want.must && want.identifies);
        musts().next().is_none() || musts().any(|(_, given)| given.is_some())
    }

    /// Whether another fit explains some of the columns that this one explains, and no others.
    fn covers(&self, other: &Best) -> bool {
        let (own, others) = (self.columns(), other.columns());
        self.score > other.score && others.len() < own.len() && others.is_subset(&own)
    }
}

/// The fits of one table, each with its rank.
fn of_table(dump: &Profile, table: usize, schemas: &[Schema], forms: &[Form]) -> Vec<(f64, Fit)> {
    let columns: Vec<_> =
        dump.columns.iter().filter(|column| column.table == table && column.filled > 0).take(COLUMNS_MOST).collect();
    let readings = read(&columns);
    if readings.is_empty() {
        return Vec::new();
    }
    let unmatched = forms::loose_weights(&readings, forms);
    let separator =
        dump.files.iter().find(|file| file.table == Some(table)).and_then(|file| file.layout.as_ref()?.delimiter);
    let mut best: Vec<Best> = Vec::new();
    for form in forms {
        let fit = score(form, &readings, &unmatched, separator);
        match best.last_mut().filter(|best| best.form.schema.id == form.schema.id) {
            Some(known) if known.score >= fit.score => {}
            Some(known) => *known = fit,
            None => best.push(fit),
        }
    }
    best.retain(|best| best.score > 0.0);
    // Of fits that are alike the form that claims least comes first.
    best.sort_by(|one, other| {
        let told = other.rank().total_cmp(&one.rank());
        told.then(one.form.schema.id.cmp(&other.form.schema.id))
    });
    // What is put before a better fit has its rank.
    let top = best.first().map_or(0.0, Best::rank);
    let mut least = 0.0_f64;
    if let Some(at) = best.iter().position(|own| own.form.schema.generic && own.claims_less(&best[0])) {
        if best[at].found().count() > best[0].found().count() {
            least = top;
        }
        best[..=at].rotate_right(1);
    }
    // A view shows what its registers hold: where one of them explains the table as well, it is told first.
    let more = |own: &Best| own.explains_more(&best[0], &readings);
    if let Some(at) = best.iter().take(TOLD_MOST).position(more).or_else(|| register_shown(&best, &readings)) {
        least = top;
        best[..=at].rotate_right(1);
    }
    // What fits too little to be accepted is not held against chance: that costs more than all the rest.
    let worth = best.first().is_some_and(|best| best.score >= FIT_LEAST);
    let null = if worth { shuffled::greatest(forms, schemas, &readings, &unmatched) } else { Vec::new() };
    let told = best.iter().enumerate().take(TOLD_MOST);
    told.map(|(place, own)| {
        let least = if place == 0 { least } else { 0.0 };
        (own.rank().max(least), describe(&best, place, table, &readings, &null))
    })
    .collect()
}

/// The place of the register that a view in the first place shows, where the view adds nothing to it: of several the one that
/// explains most of what the view explains, and that no less than all but one column of it or nearly as well.
fn register_shown(best: &[Best], readings: &[Reading]) -> Option<usize> {
    let view = best.first()?;
    if !view.only_shows(best, readings) {
        return None;
    }
    let explains = |own: &Best| {
        view.may_show(own)
            && own.score >= CUT_LEAST
            && (view.shares(own) + 1 >= view.columns().len() || own.score >= view.score - MARGIN_LEAST)
    };
    let registers = best.iter().enumerate().filter(|(_, own)| explains(own));
    let order = |own: &Best| (view.shares(own), own.score);
    let most = registers.max_by(|(_, one), (_, other)| {
        let ((one, nearer), (other, near)) = (order(one), order(other));
        one.cmp(&other).then(nearer.total_cmp(&near))
    });
    most.map(|(place, _)| place)
}

/// How well a table fits a form, 0..=1, with the assignment of its columns.
fn score<'a>(form: &'a Form<'a>, readings: &[Reading], loose: &[f64], separator: Option<u8>) -> Best<'a> {
    let salts = form.schema.passwords.salts;
    let alike = |want: &Want, reading: &Reading| {
        let (like, told) = reading.likeness(want);
        // A sign that only the system's hashes show says where their salts are, too.
        (if told { like } else { like * reading.salted_likeness(&want.column.field, salts) }, told)
    };
    let enough = |want: &Want, (like, told): (f64, bool)| {
        // What some copies have is not read into a column that is hardly like it.
        if want.must || like >= MAY_LEAST { (like, told) } else { (0.0, false) }
    };
    let row = |want: &Want| readings.iter().map(|reading| enough(want, alike(want, reading))).collect();
    let likeness: Vec<Vec<(f64, bool)>> = form.wants.iter().map(row).collect();
    let values: Vec<Vec<f64>> = form
        .wants
        .iter()
        .zip(&likeness)
        .map(|(want, row)| row.iter().map(|(like, _)| like * want.weight).collect())
        .collect();
    // Which column is which is told by likeness alone: what a field weighs says how much it tells, not what it is.
    let probable = |(want, row): (&Want, &Vec<(f64, bool)>)| {
        row.iter().map(|(like, _)| like * if want.must { 1.0 } else { MAY_BE }).collect()
    };
    let mut given = assign::assign(&form.wants.iter().zip(&likeness).map(probable).collect::<Vec<_>>());
    leave_bare_salts(form, readings, &mut given);
    let pairs = || given.iter().enumerate().filter_map(|(row, column)| Some((row, (*column)?)));
    let told = pairs().any(|(row, column)| likeness[row][column].1);
    let mut known = if form.schema.standing == Standing::Unconfirmed { UNCONFIRMED_WORTH } else { 1.0 };
    if form.schema.category == Category::Container {
        // A container is told by how it names its columns: anybody's records are packed in it.
        let called = pairs().filter(|&(row, column)| readings[column].is_called(&form.wants[row])).count();
        known *= called as f64 / pairs().count().max(1) as f64;
    }
    if pairs().any(|(row, column)| readings[column].contradicts(&form.wants[row], salts)) {
        known *= REFUTED;
    }
    let written = if form.is_written_with(separator) { 0.01 } else { 0.0 };
    let (got, all, nameless) = weigh(form, &values, &given, readings, loose);
    let found = pairs().next().is_some();
    let of = |all: f64| {
        let share = if all > 0.0 { got / all } else { 0.0 };
        let score = (share * form.worth + order_bonus(form, &given)) * known;
        if found { (score + written).clamp(0.0, 1.0) } else { 0.0 }
    };
    let missing = || form.wants.iter().zip(&given).filter(|(want, given)| want.must && given.is_none());
    let absent = missing().count() + nameless;
    let heaviest = missing().map(|(want, _)| want.weight).fold(0.0, f64::max);
    let long = form.wants.iter().filter(|want| want.must).count() + form.nameless >= SEVERAL;
    let (score, cut) = (of(all), if long { of(all - heaviest * LEFT_OUT) } else { 0.0 });
    Best { form, score, cut, absent, given, told }
}

/// A salt without a hash beside it is none: what nothing but its look says to be one is taken for the hash, else for nothing.
fn leave_bare_salts(form: &Form, readings: &[Reading], given: &mut [Option<usize>]) {
    let of = |field: &str| form.wants.iter().position(|want| want.column.field == field);
    let Some(hash) = of("password_hash").filter(|&hash| given[hash].is_none()) else { return };
    for second in ["salt", "password_hash2"] {
        let Some(row) = of(second) else { continue };
        let Some(column) = given[row].filter(|&column| !readings[column].is_named(second)) else { continue };
        given[row] = None;
        if given[hash].is_none() && readings[column].likeness(&form.wants[hash]).0 > 0.0 {
            given[hash] = Some(column);
        }
    }
}

/// Matched weight, the weight of all that either side has, and how many columns of which nothing is known are not there.
fn weigh(
    form: &Form,
    values: &[Vec<f64>],
    given: &[Option<usize>],
    readings: &[Reading],
    loose: &[f64],
) -> (f64, f64, usize) {
    let (mut got, mut all, mut absent, mut must) = (0.0, 0.0, 0.0, 0.0);
    for (row, (want, column)) in form.wants.iter().zip(given).enumerate() {
        must += if want.must { want.weight } else { 0.0 };
        match column {
            Some(column) => {
                got += values[row][*column];
                all += want.weight;
            }
            None if want.must => all += want.weight,
            None => absent += want.weight * forms::ABSENT_MAY,
        }
    }
    all += forms::absent(absent, must);
    let taken: BTreeSet<usize> = given.iter().flatten().copied().collect();
    let mut nameless = form.nameless;
    for (position, (reading, weight)) in readings.iter().zip(loose).enumerate() {
        if taken.contains(&position) || reading.follows() {
            continue;
        }
        let nothing = reading.field().is_none() || reading.repeats() || form.is_nameless_at(position, readings.len());
        if nameless > 0 && nothing && reading.sure_field().is_none() {
            nameless -= 1;
            continue;
        }
        let impossible = reading.field().is_some_and(|field| form.schema.cannot_hold(field).is_some());
        all += weight * if impossible { 1.0 } else { 0.5 };
    }
    all += nameless as f64 * NAMELESS_ABSENT;
    (got, all, nameless)
}

/// A little for columns in the order in which the system writes them.
///
/// # Source
/// The project's method, section 6.2: 0.05 times the longest increasing subsequence over the columns.
fn order_bonus(form: &Form, given: &[Option<usize>]) -> f64 {
    let places: Vec<usize> = given.iter().flatten().copied().collect();
    if places.len() < 2 {
        return 0.0;
    }
    let mut ends: Vec<usize> = Vec::new();
    for &place in &places {
        let at = ends.partition_point(|&end| end < place);
        if at == ends.len() {
            ends.push(place);
        } else {
            ends[at] = place;
        }
    }
    // One column is always in order.
    0.05 * (ends.len() - 1) as f64 / (form.wants.len().max(2) - 1) as f64
}

fn describe(best: &[Best], place: usize, table: usize, readings: &[Reading], null: &[f64]) -> Fit {
    let own = &best[place];
    let schema = own.form.schema;
    let others = || best.iter().filter(|other| other.form.schema.id != schema.id);
    // A register that was put before a view of it which fits better is named with it.
    let better = |other: &&Best| place == 0 && other.may_show(own) && other.score >= own.score;
    let shown = |other: &&Best| better(other) && other.only_shows(best, readings);
    let near = |other: &&Best| (own.score - other.score).abs() < MARGIN_LEAST || shown(other);
    let bare = own.found().count() == readings.iter().filter(|reading| !reading.follows()).count();
    let same = |other: &&Best| other.form.asks_the_same(own.form, bare) || (own.form.shows(other.form) && near(other));
    // Whom a sign tells is not named with those that do not show it, and they are no rivals.
    let alike = |other: &&Best| same(other) && own.told == other.told;
    let yields = |other: &&Best| same(other) && own.told >= other.told;
    let rivals = others().filter(|other| !yields(other) && !own.covers(other));
    let rival = rivals.map(|other| other.score);
    let margin = own.score - rival.fold(0.0, f64::max);
    let mut same_form: Vec<String> =
        others().filter(alike).filter(near).map(|other| other.form.schema.id.clone()).collect();
    same_form.sort();
    let beaten = null.iter().filter(|&&chance| chance >= own.score).count();
    let p = (beaten + 1) as f64 / (null.len() + 1) as f64;
    let (mut matched, mut missing) = (Vec::new(), Vec::new());
    for (want, given) in own.form.wants.iter().zip(&own.given) {
        match given {
            Some(_) => matched.push(want.column.field.clone()),
            None if want.must => missing.push(want.column.field.clone()),
            None => {}
        }
    }
    let (foreign, impossible) = foreign(own, readings);
    let exact = own.is_exact(readings) && own.score >= EXACT_LEAST;
    let likely = (p <= P_MOST && own.is_telling()) || exact || own.told || own.is_in_place(readings);
    let least = if schema.standing == Standing::Unconfirmed { UNCONFIRMED_LEAST } else { FIT_LEAST };
    // What anybody writes is told by holding this and nothing else: passwords saved by a browser have names and notes beside.
    let whole = !schema.generic || foreign.is_empty();
    let ordinary = own.is_ordinary(readings);
    let bare_view = own.only_shows(best, readings);
    let accepted = place == 0 && own.score >= least && margin >= MARGIN_LEAST && likely && own.is_identified() && whole;
    // A sign that tells another system is not to be explained away by a layout that lacks it.
    let told_of_others = !own.told && others().any(|other| other.told);
    let accepted = accepted && !ordinary && !bare_view && !told_of_others && own.outweighs(foreign.len(), readings);
    // What the system is known not to hold was put beside its columns, or the table is somebody else's.
    let accepted = accepted && impossible.is_empty() && own.is_seen(readings) && own.is_whole(readings);
    let id = schema.id.clone();
    Fit {
        id,
        table,
        fit: own.score,
        matched,
        missing,
        foreign,
        impossible,
        accepted,
        p,
        margin,
        same_form,
        ordinary,
        standing: schema.standing,
    }
}

/// The columns that the schema does not have, and those that it cannot have.
fn foreign(own: &Best, readings: &[Reading]) -> (Vec<String>, Vec<String>) {
    let (mut foreign, mut impossible) = (Vec::new(), Vec::new());
    for (position, reading) in readings.iter().enumerate() {
        let kind = reading.column.kind.filter(|kind| own.form.schema.cannot_hold(kind).is_some());
        if own.given.contains(&Some(position)) || reading.follows() {
            // A number of an account of today's form is none that the system had, whatever its column is called.
            impossible.extend(kind.map(str::to_owned));
            continue;
        }
        match reading.sure_field() {
            Some(field) if own.form.holds(field) => {}
            Some(field) => {
                if own.form.schema.cannot_hold(field).is_some() || kind.is_some() {
                    impossible.push(field.to_owned());
                }
                foreign.push(field.to_owned());
            }
            None => foreign.push(format!("column {}", reading.column.position + 1)),
        }
    }
    (foreign, impossible)
}
