//! How well each kind fits a column's values, against what chance alone would let pass.

use std::collections::HashSet;

use xxhash_rust::xxh3::Xxh3Builder;

use super::SURE;
use super::rows::Said;
use crate::kind::{Guise, KINDS, KeyBuf, Kind, Region, Sign, Standing};

/// Cells tested before the rest is looked at.
const HEAD: usize = 200;

/// Cells tested at most, spread over the sample: the share is then known to about 0.02.
pub(super) const MOST: usize = 4000;

/// A kind whose head passes less than this is dropped at once.
const PROMISING: f64 = 0.1;

/// Least share of valid cells, and least excess over chance, for a kind to fit.
const HALF: f64 = 0.5;

/// Below so many cells all must be valid, and chance must be able to bring that about less than one time in a thousand.
const ENOUGH: usize = 10;

/// Share of values on a kind's list of the commonest from which they speak for it.
const TYPICAL: f64 = 0.6;

/// How one kind fits one column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fit {
    pub kind: &'static Kind,
    /// Region of national spellings under which most cells are valid.
    pub region: Region,
    /// Cells tested.
    pub cells: usize,
    /// Different cells among them.
    pub distinct: usize,
    /// Valid share of them, 0..=1.
    pub share: f64,
    /// Share of them that are typical of the kind, 0..=1; 0 where nothing is.
    pub typical: f64,
    /// What its cells show together.
    pub sign: Sign,
    /// Whether a kind that stands beside such columns is in the table; known once the table is judged.
    pub accompanied: bool,
    /// What the columns beside it say of what its numbers hold; known once the table is judged.
    pub said: Said,
}

/// A kind that lets more of random text pass is proved by no values: running numbers behind a common prefix, or codes of few
/// letters, pass all of its rules.
const DECIDING: f64 = 0.23;

/// Difference of two numbers of keys, as logarithms to base 10, from which one kind is far narrower.
const FAR: f64 = 4.0;

fn narrow(kind: &Kind) -> f64 {
    kind.width.map_or(f64::INFINITY, |width| width + kind.chance.log10())
}

impl Fit {
    /// Excess of the valid share over what chance lets pass, as a part of the possible excess; 0 for kinds of chance 1.
    pub fn excess(&self) -> f64 {
        if self.kind.chance >= 1.0 {
            0.0
        } else {
            ((self.share - self.kind.chance) / (1.0 - self.kind.chance)).clamp(0.0, 1.0)
        }
    }

    /// Whether values can prove the kind at all.
    pub fn can_decide(&self) -> bool {
        self.kind.chance <= DECIDING
    }

    /// How well it fits, 0..=1. Values alone cannot speak for a kind that lets much pass: such a fit counts half its valid
    /// share, a little less where any word or number is one, half of it where the rule is not confirmed. What stands
    /// beside it and agrees with what its numbers hold takes half of the doubt away; what differs a tenth of the trust.
    pub fn confidence(&self) -> f64 {
        let known = match (self.kind.standing, self.kind.guise) {
            (Standing::Unconfirmed, _) => 0.5,
            (_, Guise::Word | Guise::Anything) => 0.85,
            _ => 1.0,
        };
        let alone = match self.sign {
            Sign::Proof => self.share,
            _ if self.can_decide() => self.excess(),
            _ => self.share / 2.0 * known,
        };
        match self.said {
            Said::Nothing => alone,
            Said::Agrees => alone + (1.0 - alone) / 2.0,
            Said::Differs => alone * 0.9,
        }
    }

    /// Whether most values are on the list of the kind's commonest, and many different ones.
    pub fn is_typical(&self) -> bool {
        self.typical >= TYPICAL && self.distinct >= ENOUGH && self.kind.standing != Standing::Unconfirmed
    }

    /// Whether its values are beyond doubt though no single one proves anything: they are on the kind's list, or show together
    /// what nothing else does.
    pub fn is_beyond_doubt(&self) -> bool {
        self.is_typical() || (self.sign == Sign::Proof && self.distinct >= ENOUGH)
    }

    /// Number of keys that the kind has, as a logarithm to base 10; infinite where it has no width.
    pub fn narrow(&self) -> f64 {
        narrow(self.kind)
    }

    /// Whether it has a ten thousandth of another kind's keys or fewer: that all of a column's values fall among them is no
    /// chance.
    pub fn is_far_narrower(&self, than: &Kind) -> bool {
        let theirs = narrow(than);
        theirs.is_finite() && self.distinct >= ENOUGH && theirs - self.narrow() >= FAR
    }

    /// Whether the values alone speak for the kind. A value that is repeated speaks once.
    pub fn speaks(&self) -> bool {
        if !self.can_decide() || self.cells == 0 {
            return false;
        }
        if self.distinct < ENOUGH {
            // At most nine values: the conversion cannot fail.
            let power = i32::try_from(self.distinct).unwrap_or(i32::MAX);
            return self.share >= 1.0 && self.kind.chance.powi(power) < 0.001;
        }
        self.share >= HALF && self.excess() >= HALF
    }

    /// Whether two fits explain the column equally well: their shares or excesses differ by no more than a hundredth
    /// and a cell.
    pub fn ties(&self, other: &Fit) -> bool {
        let grain = 0.01 + 1.0 / self.cells.max(1) as f64;
        (self.excess() - other.excess()).abs() <= grain || (self.share - other.share).abs() <= grain
    }
}

/// Every kind that passes at least a tenth of the filled cells, in the order of ids.
pub(super) fn measure(filled: &[&[u8]]) -> Vec<Fit> {
    let sample = Sample::of(filled);
    let mut key = KeyBuf::new();
    KINDS.iter().copied().filter_map(|kind| sample.measure(kind, &mut key)).collect()
}

/// One kind, as [`measure`].
pub(super) fn measure_kind(kind: &'static Kind, filled: &[&[u8]]) -> Option<Fit> {
    Sample::of(filled).measure(kind, &mut KeyBuf::new())
}

/// The cells that kinds are tried on.
struct Sample<'a> {
    head: Vec<&'a [u8]>,
    body: Vec<&'a [u8]>,
    distinct: usize,
}

impl<'a> Sample<'a> {
    fn of(filled: &[&'a [u8]]) -> Sample<'a> {
        let body = spread(filled, MOST);
        // Only seen, never listed: the order of a set does not matter.
        let distinct: HashSet<&[u8], Xxh3Builder> = body.iter().copied().collect();
        Sample { head: spread(filled, HEAD), distinct: distinct.len(), body }
    }

    fn measure(&self, kind: &'static Kind, key: &mut KeyBuf) -> Option<Fit> {
        let (count, region) = best_region(kind, &self.head, &self.body, key);
        let region = kind.column_region.filter(|_| count > 0).map_or(region, |of| of(&self.body));
        let share = count as f64 / self.body.len() as f64;
        let (cells, distinct) = (self.body.len(), self.distinct);
        let typical = kind.typical.filter(|_| count > 0).map_or(0.0, |is_typical| {
            let typical = |cell: &&&[u8]| {
                key.clear();
                (kind.key)(cell, region, key).is_ok() && is_typical(key)
            };
            self.body.iter().filter(typical).count() as f64 / self.body.len() as f64
        });
        let sign = kind.shows.filter(|_| share >= SURE).map_or(Sign::Nothing, |shown| shown(&self.body));
        (count > 0).then_some(Fit {
            kind,
            region,
            cells,
            distinct,
            share,
            typical,
            sign,
            accompanied: false,
            said: Said::Nothing,
        })
    }
}

/// Valid cells under the region that explains most; 0 where the head is not promising. All national spellings that are
/// known without a region are those of some country: where one country explains as many as no country, it is the
/// country
/// (the rest of the file may hold its other spellings), unless all countries explain the same.
fn best_region(kind: &Kind, head: &[&[u8]], body: &[&[u8]], key: &mut KeyBuf) -> (usize, Region) {
    if !kind.regional {
        let promising = valid(kind, Region::Unknown, head, key) as f64 >= PROMISING * head.len() as f64;
        return (if promising { valid(kind, Region::Unknown, body, key) } else { 0 }, Region::Unknown);
    }
    let regions = [Region::Unknown].into_iter().chain(Region::NATIONAL);
    let heads: Vec<(usize, Region)> = regions.map(|region| (valid(kind, region, head, key), region)).collect();
    if heads.iter().all(|(count, _)| (*count as f64) < PROMISING * head.len() as f64) {
        return (0, Region::Unknown);
    }
    let plain = valid(kind, Region::Unknown, body, key);
    if heads.iter().all(|(count, _)| *count == heads[0].0) && plain == body.len() {
        return (plain, Region::Unknown);
    }
    let national: Vec<(usize, Region)> =
        Region::NATIONAL.iter().map(|&region| (valid(kind, region, body, key), region)).collect();
    let mut best = (0, Region::Unknown);
    for &(count, region) in &national {
        if count > best.0 {
            best = (count, region);
        }
    }
    let same = national.iter().all(|(count, _)| *count == best.0);
    if plain > best.0 || (same && plain == best.0) { (plain, Region::Unknown) } else { best }
}

fn valid(kind: &Kind, region: Region, cells: &[&[u8]], key: &mut KeyBuf) -> usize {
    let passes = |cell: &&&[u8]| {
        key.clear();
        (kind.key)(cell, region, key).is_ok()
    };
    cells.iter().filter(passes).count()
}

/// At most so many cells, evenly spread.
pub(super) fn spread<'a>(cells: &[&'a [u8]], most: usize) -> Vec<&'a [u8]> {
    if cells.len() <= most {
        return cells.to_vec();
    }
    (0..most).map(|index| cells[index * cells.len() / most]).collect()
}
