//! From the plan to records: who is in which set, what was copied into the dump, and which list the service hands over.

use super::super::calendar;
use super::super::random::{Bits, draw};
use super::folk::{Folk, NOBODY, PLANTED, Person};
use super::plan::{Copied, Cut, Field, ListFault, MadeUp, Members, Part, Plan, Role, Sample, SetPlan, Taste};

/// Source of rows that were made up.
pub(super) const MADE_UP: u16 = u16::MAX;

/// A record: whose, as of when, and where it comes from. Its values follow.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Record {
    pub(super) person: u32,
    /// Day as of which the values hold.
    pub(super) at: u32,
    /// Day on which its holder created it.
    pub(super) created: u32,
    /// The set that it was copied from, or [`MADE_UP`].
    pub(super) source: u16,
    /// Its place there.
    pub(super) serial: u32,
    /// Numbers drawn digit by digit.
    pub(super) careless: bool,
    /// Mistakes of the holder and of the dump's compiler: column and noise, 0: none.
    pub(super) slips: [u32; 2],
}

/// A set as it truly is.
pub(super) struct Held {
    pub(super) records: Vec<Record>,
    /// By person: whether a record of theirs is in it.
    pub(super) holds: Vec<bool>,
}

/// A world before it is written.
pub(super) struct World<'a> {
    pub(super) plan: &'a Plan,
    pub(super) folk: Folk,
    pub(super) seed: u64,
    pub(super) sets: Vec<Held>,
    /// Rows of each part of the dump.
    pub(super) parts: Vec<Vec<Record>>,
    /// Place of the service among the sets.
    pub(super) service: Option<usize>,
    /// The service's list as it is handed over.
    pub(super) list: Vec<Record>,
}

impl<'a> World<'a> {
    pub(super) fn gather(plan: &'a Plan, seed: u64) -> World<'a> {
        let folk = Folk::new(plan, seed);
        let service = plan.sets.iter().position(|set| set.role == Role::Service);
        let mut world = World { plan, folk, seed, sets: Vec::new(), parts: Vec::new(), service, list: Vec::new() };
        for place in 0..plan.sets.len() {
            let held = world.set(place);
            world.sets.push(held);
        }
        world.parts = plan.parts.iter().enumerate().map(|(place, part)| world.part(place, part)).collect();
        if let Some(service) = service {
            world.list = world.list(service);
        }
        world
    }

    fn bits(&self, purpose: u64, place: usize) -> Bits {
        Bits::new(draw(self.seed, 0xa0 + purpose, place as u64))
    }

    fn set(&self, place: usize) -> Held {
        let plan = &self.plan.sets[place];
        let mut bits = self.bits(0, place);
        let mut records = match &plan.members {
            Members::Some { set, size, cut } => {
                let from = &self.sets[*set].records;
                let share = (u64::from(*size) * 1000 / from.len().max(1) as u64) as u32;
                let mut chosen = self.cut(from, cut, share.clamp(1, 1000), &mut bits);
                chosen.truncate(*size as usize);
                chosen.into_iter().map(|index| from[index]).collect()
            }
            Members::Union { sets } => sets.iter().flat_map(|set| self.sets[*set].records.iter().copied()).collect(),
            members => self.fresh(place, members, &mut bits),
        };
        let planted = |set: &&SetPlan| plan.role == Role::Service && set.role == Role::Canary;
        if let Some(Members::Planted { size }) = self.plan.sets.iter().find(planted).map(|set| &set.members) {
            records.extend((0..*size).map(|index| planted_record(plan, index)));
            shuffle(&mut records, &mut bits);
        }
        if !matches!(plan.members, Members::Some { .. }) {
            for (serial, record) in records.iter_mut().enumerate() {
                (record.source, record.serial) = (place as u16, serial as u32);
            }
        }
        let mut holds = vec![false; self.folk.persons.len()];
        for record in &records {
            if let Some(held) = holds.get_mut(record.person as usize) {
                *held = true;
            }
        }
        Held { records, holds }
    }

    fn fresh(&self, place: usize, members: &Members, bits: &mut Bits) -> Vec<Record> {
        let plan = &self.plan.sets[place];
        let all: Vec<u32> = (0..self.folk.persons.len() as u32).collect();
        // Nobody is a service's before it began.
        let years = if plan.role == Role::Service { u64::from(plan.day - self.plan.started) } else { 8 * 365 };
        let created = |bits: &mut Bits| plan.day.saturating_sub(1 + bits.below(years) as u32);
        match members {
            Members::Of { size, by } => {
                let chosen = self.choose(&all, *size, by, bits);
                chosen
                    .into_iter()
                    .map(|person| {
                        let day = created(bits);
                        self.record(plan, person, day, bits)
                    })
                    .collect()
            }
            Members::Among { sets, in_none, size, by } => {
                let held =
                    |person: &u32, sets: &[usize]| sets.iter().any(|set| self.sets[*set].holds[*person as usize]);
                let may: Vec<u32> = all.into_iter().filter(|p| held(p, sets) && !held(p, in_none)).collect();
                let chosen = self.choose(&may, *size, by, bits);
                chosen
                    .into_iter()
                    .map(|person| {
                        let day = created(bits);
                        self.record(plan, person, day, bits)
                    })
                    .collect()
            }
            Members::SignUps { size, by, early, early_from, from } => {
                self.sign_ups(plan, [*size, *early], by, [*early_from, *from], bits)
            }
            Members::Planted { size } => {
                // The canary's record is the same as in the service's list.
                let service = self.service.map_or(plan, |service| &self.plan.sets[service]);
                (0..*size).map(|index| planted_record(service, index)).collect()
            }
            Members::Some { .. } | Members::Union { .. } => Vec::new(),
        }
    }

    fn sign_ups(&self, plan: &SetPlan, size: [u32; 2], by: &Taste, from: [usize; 2], bits: &mut Bits) -> Vec<Record> {
        let [early_from, late_from] = from;
        let held = |set: usize| -> Vec<u32> {
            (0..self.folk.persons.len() as u32).filter(|person| self.sets[set].holds[*person as usize]).collect()
        };
        let both: Vec<u32> =
            held(early_from).into_iter().filter(|person| self.sets[late_from].holds[*person as usize]).collect();
        let wanted = (u64::from(size[0]) * u64::from(size[1]) / 1000) as u32;
        let early = self.choose(&both, wanted, by, bits);
        let mut taken = vec![false; self.folk.persons.len()];
        early.iter().for_each(|person| taken[*person as usize] = true);
        let rest: Vec<u32> = held(late_from).into_iter().filter(|person| !taken[*person as usize]).collect();
        let late = self.choose(&rest, size[0] - early.len() as u32, by, bits);
        let started = self.plan.started;
        let mut records: Vec<Record> = early
            .into_iter()
            .map(|person| {
                let day = started - 1 - bits.below(200) as u32;
                self.record(plan, person, day, bits)
            })
            .collect();
        let open = u64::from(plan.day.saturating_sub(started).max(1));
        for person in late {
            // More and more sign up: the later of two days.
            let day = started + bits.below(open).max(bits.below(open)) as u32;
            records.push(self.record(plan, person, day, bits));
        }
        records.sort_by_key(|record| record.created);
        records
    }

    /// A new record of a holder: stale or up to date, mistyped now and then.
    fn record(&self, plan: &SetPlan, person: u32, created: u32, bits: &mut Bits) -> Record {
        let at = if bits.thousandths(u64::from(plan.stale)) { created } else { plan.day };
        let slip = slip(plan.fields, plan.typos, bits);
        Record { person, at, created, source: 0, serial: 0, careless: false, slips: [slip, 0] }
    }

    /// So many of the candidates, by their weights, each at most once; in an order of chance.
    ///
    /// # Source
    /// Systematic sampling with unequal probabilities (Madow 1949), over a random order; what is hit twice is filled up
    /// from those left out.
    fn choose(&self, candidates: &[u32], size: u32, by: &Taste, bits: &mut Bits) -> Vec<u32> {
        let mut order = candidates.to_vec();
        shuffle(&mut order, bits);
        let size = (size as usize).min(order.len());
        let fond: &[bool] = match by {
            Taste::Fond { set, .. } => &self.sets[*set].holds,
            _ => &[],
        };
        let near = bits.below(1 << 40);
        let weight = |person: &u32| self.folk.weight(&self.folk.persons[*person as usize], by, near, fond);
        let weights: Vec<f64> = order.iter().map(weight).collect();
        let step = weights.iter().sum::<f64>() / size.max(1) as f64;
        let mut next = step * bits.below(1 << 20) as f64 / f64::from(1 << 20);
        let (mut sum, mut chosen, mut left) = (0.0, Vec::with_capacity(size), Vec::new());
        for (person, weight) in order.into_iter().zip(weights) {
            sum += weight;
            if sum > next && chosen.len() < size {
                chosen.push(person);
                while next < sum {
                    next += step;
                }
            } else {
                left.push(person);
            }
        }
        let missing = size - chosen.len();
        chosen.extend(left.into_iter().take(missing));
        shuffle(&mut chosen, bits);
        chosen
    }

    /// Places of the records that a cut takes: `share` of those that it may take, in the file's order.
    fn cut(&self, records: &[Record], cut: &Cut, share: u32, bits: &mut Bits) -> Vec<usize> {
        let may: Vec<usize> = (0..records.len()).filter(|index| self.may(&records[*index], cut)).collect();
        let wanted = (may.len() as u64 * u64::from(share)).div_ceil(1000) as usize;
        let person = |index: usize| self.folk.person(records[index].person);
        let turn = bits.below(1 << 40);
        let by_group = |group: &dyn Fn(&Person) -> u64| {
            let mut order = may.clone();
            order.sort_by_key(|index| draw(turn, 1, group(&person(*index))));
            order
        };
        let mut chosen = match cut {
            Cut::Regions => by_group(&|person| u64::from(person.region)),
            Cut::Alphabet => by_group(&|person| person.name.surname as u64 % 24),
            Cut::Blocks => blocks(&may, wanted, bits),
            Cut::Visible => {
                let weight = |index: &usize| {
                    self.folk.weight(&person(*index), &Taste::Visible, 0, &[]) * (1.0 + bits.below(1000) as f64 / 500.0)
                };
                let mut weights: Vec<f64> = may.iter().map(weight).collect();
                let mut order: Vec<usize> = (0..may.len()).collect();
                order.sort_by(|left, right| weights[*right].total_cmp(&weights[*left]));
                weights.clear();
                order.into_iter().map(|place| may[place]).collect()
            }
            Cut::First => may,
            Cut::Random | Cut::Until(_) | Cut::After(_) | Cut::Within(_) => {
                let mut order = may;
                shuffle(&mut order, bits);
                order
            }
        };
        chosen.truncate(wanted);
        chosen.sort_unstable();
        chosen
    }

    fn may(&self, record: &Record, cut: &Cut) -> bool {
        match cut {
            Cut::Until(day) => record.created <= *day,
            Cut::After(day) => record.created > *day,
            Cut::Within(sets) => {
                let held = |set: &usize| self.sets[*set].holds.get(record.person as usize).copied().unwrap_or(false);
                sets.iter().any(held)
            }
            _ => true,
        }
    }

    fn part(&self, place: usize, part: &Part) -> Vec<Record> {
        let mut bits = self.bits(1, place);
        let mut rows = Vec::new();
        for from in &part.from {
            match from {
                Copied::Set { set, share, cut, updated, at } => {
                    let records = &self.sets[*set].records;
                    for index in self.cut(records, cut, *share, &mut bits) {
                        let mut record = records[index];
                        if bits.thousandths(u64::from(*updated)) {
                            record.at = *at;
                        }
                        rows.push(record);
                    }
                }
                Copied::MadeUp { rows: count, how } => {
                    let first = NOBODY + (place as u32) * 1_000_000;
                    rows.extend((0..*count).map(|index| made_up(self.plan, first + index, *how, &mut bits)));
                }
            }
        }
        for row in &mut rows {
            row.slips[1] = slip(part.fields, part.typos, &mut bits);
        }
        let once = rows.len();
        for _ in once..(once as u64 * u64::from(part.times) / 1000) as usize {
            rows.push(rows[bits.below(once as u64) as usize]);
        }
        if part.shuffled {
            shuffle(&mut rows, &mut bits);
        }
        match self.plan.sample {
            Sample::All | Sample::Shown => {}
            Sample::Random(share) => rows.retain(|_| bits.thousandths(u64::from(share))),
            Sample::First(share) => rows.truncate((rows.len() as u64 * u64::from(share)).div_ceil(1000) as usize),
        }
        rows
    }

    /// The list as the service hands it over.
    fn list(&self, service: usize) -> Vec<Record> {
        let records = &self.sets[service].records;
        let mut bits = self.bits(2, service);
        match self.plan.sets[service].fault {
            ListFault::None | ListFault::Spelled(_) => records.clone(),
            ListFault::Until(day) => records.iter().filter(|record| record.created <= day).copied().collect(),
            ListFault::Partly(share) => {
                records.iter().filter(|_| bits.thousandths(u64::from(share))).copied().collect()
            }
            ListFault::Doctored { left } => {
                let inside = self.inside(service);
                let mut left = left;
                let mut keep = |record: &&Record| {
                    let leaked = inside[record.serial as usize];
                    let kept = !leaked || left > 0;
                    left -= u32::from(leaked && left > 0);
                    kept
                };
                records.iter().filter(|record| keep(record)).copied().collect()
            }
        }
    }

    /// By place in a set: whether the dump has a row copied from that record, over whosever hands.
    pub(super) fn inside(&self, set: usize) -> Vec<bool> {
        let mut inside = vec![false; self.sets[set].records.len()];
        for row in self.parts.iter().flatten().filter(|row| usize::from(row.source) == set) {
            inside[row.serial as usize] = true;
        }
        inside
    }
}

/// A record that the service planted: without mistakes, the same wherever it stands.
fn planted_record(service: &SetPlan, index: u32) -> Record {
    let created = service.day - 1 - index;
    Record { person: PLANTED + index, at: service.day, created, source: 0, serial: 0, careless: false, slips: [0; 2] }
}

fn made_up(plan: &Plan, person: u32, how: MadeUp, bits: &mut Bits) -> Record {
    let created = plan.dump_day - 1 - bits.below(1500) as u32;
    let careless = how == MadeUp::Careless;
    Record { person, at: created, created, source: MADE_UP, serial: person, careless, slips: [0; 2] }
}

/// Which column is mistyped, if any: its place and noise.
fn slip(fields: &[Field], typos: u32, bits: &mut Bits) -> u32 {
    if !bits.thousandths(u64::from(typos)) {
        return 0;
    }
    (bits.below(fields.len() as u64) as u32 + 1) << 24 | bits.below(1 << 24) as u32
}

/// Runs of the file, at places of chance, until enough are taken.
fn blocks(may: &[usize], wanted: usize, bits: &mut Bits) -> Vec<usize> {
    let runs = 3 + bits.below(5) as usize;
    let length = (wanted / runs).max(1);
    let pieces = may.len().div_ceil(length).max(1);
    let mut order: Vec<usize> = (0..pieces).collect();
    shuffle(&mut order, bits);
    let piece = |piece: usize| may[piece * length..((piece + 1) * length).min(may.len())].iter().copied();
    order.into_iter().flat_map(piece).collect()
}

/// # Source
/// Fisher and Yates, as in Knuth, The Art of Computer Programming 2, 3.4.2, algorithm P.
pub(super) fn shuffle<T>(things: &mut [T], bits: &mut Bits) {
    for last in (1..things.len()).rev() {
        things.swap(last, bits.below(last as u64 + 1) as usize);
    }
}

/// The day's first and last spelling as the case file needs it: `2020-05-12`.
pub(super) fn iso(day: u32) -> String {
    let mut year = 1900;
    while calendar::day(year + 1, 1, 1) <= day {
        year += 1;
    }
    let month = (1..=12).rev().find(|month| calendar::day(year, *month, 1) <= day).unwrap_or(1);
    format!("{year:04}-{month:02}-{:02}", day - calendar::day(year, month, 1) + 1)
}
