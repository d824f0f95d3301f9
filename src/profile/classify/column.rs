//! What is known of one column before the columns are compared: its name, the kinds that pass, its looks.

use super::country::Country;
use super::fits::Fit;
use super::looks::Looks;
use super::words;
use super::{ColumnSample, fits, hashes};
use crate::kind::{Kind, Rank, find, hash};

/// Share of cells with ten digits or more below which a column is none of telephone numbers for sure.
const LONG_ENOUGH: f64 = 0.5;

/// Share of the cells that a narrower kind may pass less: dirt that still is an address on the web.
const DIRT: f64 = 0.05;

/// A column and what its values say.
#[derive(Default)]
pub(super) struct Column<'a> {
    pub name: Option<&'a str>,
    /// The kind that the headers of its pieces name.
    pub pieces_named: Option<&'static str>,
    /// Every kind that passes some cells.
    pub fits: Vec<Fit>,
    pub looks: Looks,
    /// The country that it is a sign of.
    pub country: Option<Country>,
}

impl Column<'_> {
    /// Kinds whose values speak for them, best first: by excess over chance, then the fewer keys they have, then by id.
    pub fn speaking(&self) -> Vec<Fit> {
        let mut found: Vec<Fit> =
            self.fits.iter().filter(|fit| self.speaks(fit) && !self.stands_behind(fit)).copied().collect();
        found.sort_by(|a, b| {
            b.excess().total_cmp(&a.excess()).then(a.narrow().total_cmp(&b.narrow())).then(a.kind.id.cmp(b.kind.id))
        });
        found
    }

    /// Whether the values speak for the kind. Numbers alone never speak for a kind that has more keys than there are numbers
    /// of so many digits: what is all digits by chance less than once in a column is no hash.
    pub fn speaks(&self, fit: &Fit) -> bool {
        let room = self.looks.digits_alone.then_some(self.looks.length + 0.5);
        fit.speaks() && room.is_none_or(|room| fit.narrow() <= room || fit.kind.width.is_none())
    }

    /// Whether values can prove the kind here. A hash whose shape others have is proved by the hashes of common passwords
    /// alone; nine bare digits are a telephone number of several countries, and many other things; numbers of one rule in two
    /// countries are proved by nothing in them.
    pub fn proves(&self, fit: &Fit, sample: &ColumnSample) -> bool {
        if !fit.kind.same_rule.is_empty() {
            return false;
        }
        if let Some(format) = hash::format(fit.kind.id) {
            let rival = |other: &Fit| self.rivals(fit, other) && !fit.is_far_narrower(other.kind);
            let mut twins = format.twins().filter_map(|twin| find(twin.id));
            let shared = twins.any(|twin| !fit.is_far_narrower(twin)) || self.fits.iter().any(rival);
            return !shared || hashes::settles(sample, fit.kind);
        }
        if fit.kind.together.is_some_and(|look_so| !look_so(&fits::spread(&sample.filled(), fits::MOST))) {
            return false;
        }
        !fit.kind.regional || self.looks.ten_digits >= LONG_ENOUGH
    }

    /// Whether another format of hashes explains as many cells.
    fn rivals(&self, fit: &Fit, other: &Fit) -> bool {
        other.kind.id != fit.kind.id && other.kind.rank == Rank::Hash && self.speaks(other) && other.ties(fit)
    }

    /// Whether a hash is told as the usual one of its shape, which explains as many cells, unless a header names it.
    pub fn stands_behind(&self, fit: &Fit) -> bool {
        let usual = hash::format(fit.kind.id).and_then(|format| format.behind);
        let marked = |other: &Fit| other.ties(fit) && fit.is_far_narrower(other.kind);
        let explains = |other: &Fit| Some(other.kind.id) == usual && other.share >= fit.share && !marked(other);
        usual.is_some() && self.fits.iter().any(explains) && !self.headed(fit.kind)
    }

    /// Kinds that many values pass and no values can decide.
    pub fn silent(&self) -> impl Iterator<Item = &Fit> {
        self.fits.iter().filter(|fit| !fit.can_decide() && fit.share >= super::LIKELY)
    }

    /// The kind of fixed width that explains as many cells as one whose values may be any text, where most cells hold letters:
    /// pages of one network's accounts are addresses on the web, and more than that.
    pub fn narrower(&self, best: &Fit) -> Option<Fit> {
        let wide = best.narrow().is_infinite() && best.kind.rank == Rank::Attribute && !self.looks.unlettered;
        let fixed =
            |fit: &&Fit| fit.narrow().is_finite() && fit.kind.rank == Rank::Account && fit.share >= best.share - DIRT;
        let mut found = self.silent().filter(|_| wide).filter(fixed);
        let first = found.next().copied();
        first.filter(|_| found.next().is_none())
    }

    /// Whether the header is a word of the kind.
    pub fn headed(&self, kind: &Kind) -> bool {
        self.pieces_named == Some(kind.id)
            || self.name.is_some_and(|name| words::heads(kind, name) && words::singles_out(kind, name))
    }

    /// Whether the header names the kind and the values are what it says. Of short bare numbers half are telephone numbers of some
    /// country, whatever they are: nearly all must be.
    pub fn named(&self, fit: &Fit) -> bool {
        let clear = !fit.kind.regional || self.looks.ten_digits >= LONG_ENOUGH || fit.share >= super::SURE;
        self.headed(fit.kind) && (clear || !self.looks.unlettered)
    }

    /// Whether the header is a known word for something else.
    pub fn headed_otherwise(&self, kind: &Kind) -> bool {
        self.name.is_some_and(|name| words::contradicts(kind, name))
    }

    /// Whether its values say which person a row is about: an address, a number in a register, a document.
    pub fn names_a_person(&self) -> bool {
        let personal = |rank: Rank| matches!(rank, Rank::Document | Rank::Tax | Rank::Phone | Rank::Email);
        self.speaking().first().is_some_and(|fit| personal(fit.kind.rank))
    }

    /// Whether its values speak for a kind of this rank.
    pub fn speaks_as(&self, rank: Rank) -> bool {
        self.speaking().iter().any(|fit| fit.kind.rank == rank)
    }

    /// Whether it may be a column of this kind: its values speak for it or are on its list, or its header names it.
    pub fn may_be(&self, id: &str) -> bool {
        let named = |fit: &Fit| fit.share >= super::LIKELY && self.headed(fit.kind);
        self.fits.iter().any(|fit| fit.kind.id == id && (self.speaks(fit) || fit.is_beyond_doubt() || named(fit)))
    }
}
