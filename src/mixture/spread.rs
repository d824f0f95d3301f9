//! Who gave a row that several references hold: by how much of each was copied, into which part of the dump, and whether
//! a key that two gave stands there twice.

use super::Copied;
use super::credit;
use crate::compare::{Repeat, RowClass};

/// A reference of which less than this part of another's share was copied explains no row that the other holds.
///
/// # Source
/// Own setting: a set that was hardly copied at all, but holds more of a row's kinds by being the larger register, must
/// not take the rows of two that were copied and put together.
const NEXT_TO_NOTHING: f64 = 0.02;
/// Normal deviate of a 95 % interval.
pub const TWO_SIDED: f64 = 1.959_964;
/// Rounds in which the parts' shares settle.
const ROUNDS: usize = 40;
/// Keys from which on the rows of a key are told.
const KEYS_LEAST: u64 = 20;

/// Which of the ends is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The estimate.
    Middle,
    /// The least for one, the most for all others.
    Least,
    /// The most for one, the least for all others.
    Most,
}

/// What is known of a share: estimate and ends.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Known {
    low: f64,
    middle: f64,
    high: f64,
}

/// How the division of rows goes.
pub struct Spread<'a> {
    copied: &'a [Copied],
    /// By part, then reference: which share of the reference's rows stands in the part.
    parts: Vec<Vec<Known>>,
    /// By reference: rows of one of its own keys.
    times: Vec<f64>,
    /// Share to which keys that two gave stand in the dump for both, 0..=1.
    doubled: Known,
}

impl<'a> Spread<'a> {
    /// What the classes tell: `classes` with the references that may have given a row, each by place in `copied`.
    pub fn of(classes: &[&RowClass], repeats: &[Vec<Repeat>], copied: &'a [Copied]) -> Self {
        let times = times(repeats, copied.len());
        let doubled = doubled(repeats, &times, copied);
        let count = classes.iter().map(|class| class.part + 1).max().unwrap_or(0);
        let parts = vec![vec![Known { low: 1.0, middle: 1.0, high: 1.0 }; copied.len()]; count];
        let mut spread = Spread { copied, parts, times, doubled };
        if count > 1 {
            spread.settle(classes);
        }
        spread
    }

    /// Divides the rows of a part among these references: numbers that sum to 1. `of`: the one whose ends are meant.
    pub fn division(&self, part: usize, holders: &[usize], of: usize, end: End) -> Vec<f64> {
        if holders.len() < 2 {
            return vec![1.0; holders.len()];
        }
        let most = holders.iter().map(|&holder| self.part(part, holder, of, end)).fold(0.0, f64::max);
        let share = |&holder: &usize| {
            // What counts is how the parts' shares compare: where all stand in this part alike the copied shares decide.
            let part = if most > 0.0 { self.part(part, holder, of, end) / most } else { 1.0 };
            copied(self.copied, holder, of, end) * part
        };
        let shares: Vec<f64> = holders.iter().map(share).collect();
        let once = credit::division(&shares);
        let weights: Vec<f64> = shares.iter().zip(holders).map(|(share, &holder)| share * self.times(holder)).collect();
        let sum: f64 = weights.iter().sum();
        if sum <= 0.0 {
            return once;
        }
        let place = holders.iter().position(|&holder| holder == of).unwrap_or(0);
        let twice = weights[place] / sum > once[place];
        let doubled = match end {
            End::Middle => self.doubled.middle,
            // The more there is of one the more it gains where keys count once.
            End::Least if twice => self.doubled.low,
            End::Most if !twice => self.doubled.low,
            _ => self.doubled.high,
        };
        once.iter().zip(&weights).map(|(once, weight)| (1.0 - doubled) * once + doubled * weight / sum).collect()
    }

    /// Who of a class may have given its rows: those that hold the most of the row's kinds, among those of which more than
    /// next to nothing was copied; where several hold as many, those that hold the most specific one.
    pub fn givers(&self, class: &RowClass, of: usize, end: End) -> Vec<usize> {
        // Only at its own best may one that seems not to have been copied have given anything.
        let end = if end == End::Most { End::Most } else { End::Middle };
        let known = |member: usize| self.copied.get(member).copied().unwrap_or(Copied::UNKNOWN);
        let share =
            |member: usize| if end == End::Most && member == of { known(member).high } else { known(member).share };
        let most = class.members.iter().map(|&member| share(member)).fold(0.0, f64::max);
        let members = || class.members.iter().zip(&class.kinds).filter(|(m, _)| share(**m) >= NEXT_TO_NOTHING * most);
        let kinds = members().map(|(_, kinds)| *kinds).max().unwrap_or(0);
        let givers: Vec<usize> = members().filter(|(_, held)| **held == kinds).map(|(member, _)| *member).collect();
        let specific: Vec<usize> = givers.iter().copied().filter(|member| class.credited.contains(member)).collect();
        if specific.is_empty() { givers } else { specific }
    }

    fn times(&self, holder: usize) -> f64 {
        self.times.get(holder).copied().unwrap_or(1.0)
    }

    fn part(&self, part: usize, holder: usize, of: usize, end: End) -> f64 {
        let known = self.parts.get(part).and_then(|part| part.get(holder));
        known.map_or(1.0, |known| at(known.low, known.middle, known.high, holder == of, end))
    }

    /// Finds which share of each reference's rows stands in each part: rows that only one may have given tell it, the
    /// others are divided by it, again and again (expectation and maximisation of the parts' shares).
    fn settle(&mut self, classes: &[&RowClass]) {
        let given: Vec<(usize, Vec<usize>, f64)> = classes
            .iter()
            .map(|class| (class.part, self.givers(class, usize::MAX, End::Middle), class.rows as f64))
            .collect();
        let references = self.copied.len();
        let mut own = vec![vec![0.0; references]; self.parts.len()];
        for (part, givers, rows) in &given {
            if let [only] = givers[..] {
                own[*part][only] += rows;
            }
        }
        for _ in 0..ROUNDS {
            let mut sums = own.clone();
            for (part, givers, rows) in given.iter().filter(|(_, givers, _)| givers.len() > 1) {
                let division = self.division(*part, givers, usize::MAX, End::Middle);
                givers.iter().zip(division).for_each(|(&giver, share)| sums[*part][giver] += rows * share);
            }
            for reference in 0..references {
                let all: f64 = sums.iter().map(|part| part[reference]).sum();
                if all > 0.0 {
                    let shares = self.parts.iter_mut().zip(&sums);
                    shares.for_each(|(part, sums)| part[reference].middle = sums[reference] / all);
                }
            }
        }
        for reference in 0..references {
            let all: f64 = own.iter().map(|part| part[reference]).sum();
            for (part, own) in self.parts.iter_mut().zip(&own) {
                let known = &mut part[reference];
                // Without rows of its own it may stand anywhere.
                let off = if all > 0.0 { TWO_SIDED * (own[reference] + 1.0).sqrt() / all } else { 1.0 };
                known.low = (known.middle - off).max(0.0);
                known.high = (known.middle + off).min(1.0);
            }
        }
    }
}

fn copied(copied: &[Copied], holder: usize, of: usize, end: End) -> f64 {
    let known = copied.get(holder).copied().unwrap_or(Copied::UNKNOWN);
    at(known.low, known.share, known.high, holder == of, end)
}

fn at(low: f64, middle: f64, high: f64, own: bool, end: End) -> f64 {
    match (end, own) {
        (End::Middle, _) => middle,
        (End::Least, true) | (End::Most, false) => low,
        (End::Most, true) | (End::Least, false) => high,
    }
}

/// By reference: rows of one of the keys that it alone holds, by the kind of which there are most; 1 where there are few.
fn times(repeats: &[Vec<Repeat>], references: usize) -> Vec<f64> {
    let mut times = vec![(0, 1.0); references];
    for repeat in repeats.iter().flatten().filter(|repeat| repeat.keys >= KEYS_LEAST) {
        if let [only] = repeat.members[..]
            && let Some(best) = times.get_mut(only)
            && repeat.keys > best.0
        {
            *best = (repeat.keys, repeat.rows as f64 / repeat.keys as f64);
        }
    }
    times.into_iter().map(|(_, times)| times).collect()
}

/// To which share keys that two references gave stand in the dump for both. In files put together a key that two gave
/// stands once for each of them, in a dump without repeated keys once for all: by how many more rows the keys that several
/// hold have than those that one holds, of the number that the copied shares let expect.
fn doubled(repeats: &[Vec<Repeat>], times: &[f64], copied: &[Copied]) -> Known {
    let (mut more, mut wanted, mut noise) = (0.0, 0.0, 0.0);
    for repeat in repeats.iter().flatten().filter(|repeat| repeat.members.len() > 1) {
        let of = |member: &usize| (copied.get(*member).map_or(0.5, |copied| copied.share), times.get(*member));
        let shares: Vec<(f64, f64)> =
            repeat.members.iter().map(of).map(|(share, times)| (share, *times.unwrap_or(&1.0))).collect();
        let sum: f64 = shares.iter().map(|(share, _)| share).sum();
        let all: f64 = shares.iter().map(|(share, times)| share * times).sum();
        let found = 1.0 - shares.iter().map(|(share, _)| 1.0 - share.min(1.0)).product::<f64>();
        if sum <= 0.0 || found <= 0.0 {
            continue;
        }
        let (keys, once) = (repeat.keys as f64, all / sum);
        more += repeat.rows as f64 - keys * once;
        wanted += keys * (all / found - once);
        noise += keys * once;
    }
    let off = TWO_SIDED * (0.25 * noise).sqrt();
    let share = |more: f64| if wanted > 0.0 { (more / wanted).clamp(0.0, 1.0) } else { 0.0 };
    if wanted < 1.0 {
        return Known { low: 0.0, middle: share(more), high: 1.0 };
    }
    Known { low: share(more - off), middle: share(more), high: share(more + off) }
}
