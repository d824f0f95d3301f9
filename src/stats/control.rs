//! The control list under explicit rival models: keys of the same population that the service never held show whether
//! its own records are found more often than anybody's.
//!
//! `X` are records that only the service holds, `Q` control records. The people of a service differ from others, so the
//! rate on `X` that any other source explains may differ from the rate on `Q` by a normal step of deviation `tau` in
//! log-odds. Three rival worlds and what they expect:
//!
//! * `U`, another holder of current data: rate on `Q` uniform, rate on `X` one step from it;
//! * `C`, old sets only: one small rate on both, from Beta(1/2, 200);
//! * the service copied in part `c` (log-uniform from 0.001 to 0.999): alone over a small rate (`So`) or on top of
//!   another holder (`SU`); rate on `X` is `1 − (1 − step from Q)(1 − c)`. `mix` is half of each.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::f64::consts::LN_10;
use std::sync::OnceLock;

use super::tail::{beta_quantile, normal_quantile};

/// Found among held, in records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// Records that occur in the dump, at most `of`.
    pub found: u64,
    /// Records looked for.
    pub of: u64,
}

/// Weights (log10) between the rival worlds of this file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ControlWeights {
    /// The service alone against another holder.
    pub so_u: f64,
    /// The service on top of another holder against that holder.
    pub su_u: f64,
    /// The service alone against old sets.
    pub so_c: f64,
    /// The service on top of another holder against old sets.
    pub su_c: f64,
    /// Half alone, half on top, against another holder.
    pub mix_u: f64,
    /// Half alone, half on top, against old sets.
    pub mix_c: f64,
}

/// Steps of selection for `U`; worlds with a copied part take every second one.
const STEPS: usize = 41;
/// Rates of another holder on the control list.
const RATES: usize = 400;
/// Small rates of old sets.
const SMALL_RATES: usize = 40;
/// Copied parts.
const PARTS: usize = 160;

/// Weights of exclusive records `x` against control records `q`; `tau` is the deviation of selection in log-odds (0.5
/// by default of the method; 0 trusts that both lists are alike). Raw: enter them only through
/// [`super::weight::bounded`]. Finite; all 0 where both lists are empty.
///
/// # Source
/// Marginal likelihoods by midpoint quadrature over the grids of this file (derivation above); binomial coefficients
/// cancel.
pub fn weigh(x: Hits, q: Hits, tau: f64) -> ControlWeights {
    let tau = if tau.is_finite() { tau.max(0.0) } else { 0.0 };
    // Several tests ask the same, and each again under assumptions that do not touch it: a third of a small analysis.
    let asked = (x, q, tau.to_bits());
    let known =
        ANSWERED.with_borrow(|answered| answered.iter().find(|(of, _)| *of == asked).map(|(_, weights)| *weights));
    known.unwrap_or_else(|| {
        let weights = by_quadrature(x, q, tau);
        ANSWERED.with_borrow_mut(|answered| {
            answered.truncate(REMEMBERED - 1);
            answered.push_front((asked, weights));
        });
        weights
    })
}

/// Counts of both sides and the bits of `tau`.
type Asked = (Hits, Hits, u64);

/// Answers that a thread remembers: more than one judgement asks for.
const REMEMBERED: usize = 16;

thread_local! {
    /// The latest answers of [`weigh`], a pure function.
    static ANSWERED: RefCell<VecDeque<(Asked, ControlWeights)>> = const { RefCell::new(VecDeque::new()) };
}

fn by_quadrature(x: Hits, q: Hits, tau: f64) -> ControlWeights {
    let (x, q) = (Seen::from(x), Seen::from(q));
    let grid = grid();
    let steps: Vec<f64> = grid.steps.iter().map(|step| step * tau).collect();
    let half: Vec<f64> = steps.iter().copied().step_by(2).collect();
    let rates = likeliest_first(&grid.rates, q);
    let small_rates = likeliest_first(&grid.small_rates, q);

    let mut world_u = LogSum::default();
    for (rate, on_q) in &rates {
        for step in &steps {
            world_u.add(on_q + x.ln_likelihood(shifted(*rate, *step)));
        }
    }
    let mut world_c = LogSum::default();
    for (rate, on_q) in &small_rates {
        world_c.add(on_q + x.ln_likelihood(*rate));
    }
    let mean = |sum: LogSum, terms: usize| sum.ln() - (terms as f64).ln();
    let u = mean(world_u, RATES * STEPS);
    let c = mean(world_c, SMALL_RATES);
    let so = mean(copied(x, &small_rates, &half, &grid.parts), SMALL_RATES * half.len() * PARTS);
    let su = mean(copied(x, &rates, &half, &grid.parts), RATES * half.len() * PARTS);
    let mut mix = LogSum::default();
    mix.add(so - 2f64.ln());
    mix.add(su - 2f64.ln());
    let mix = mix.ln();
    let weight = |first: f64, second: f64| (first - second) / LN_10;
    ControlWeights {
        so_u: weight(so, u),
        su_u: weight(su, u),
        so_c: weight(so, c),
        su_c: weight(su, c),
        mix_u: weight(mix, u),
        mix_c: weight(mix, c),
    }
}

/// Rates with their likelihood on the control list, the likeliest first: what comes late adds little and is passed
/// over.
fn likeliest_first(rates: &[f64], q: Seen) -> Vec<(f64, f64)> {
    let mut rates: Vec<(f64, f64)> = rates.iter().map(|rate| (*rate, q.ln_likelihood(*rate))).collect();
    rates.sort_by(|left, right| right.1.total_cmp(&left.1));
    rates
}

/// Weight (log10) of exclusive records `x` for the service alone against old sets, where no control records are known; `tau`
/// as in [`weigh`]. Raw, finite.
///
/// # Source
/// As [`weigh`], with an empty control list and without another holder.
pub fn alone(x: Hits, tau: f64) -> f64 {
    let tau = if tau.is_finite() { tau.max(0.0) } else { 0.0 };
    let (x, grid) = (Seen::from(x), grid());
    let steps: Vec<f64> = grid.steps.iter().step_by(2).map(|step| step * tau).collect();
    let rates: Vec<(f64, f64)> = grid.small_rates.iter().map(|rate| (*rate, 0.0)).collect();
    let mut old = LogSum::default();
    rates.iter().for_each(|(rate, _)| old.add(x.ln_likelihood(*rate)));
    let terms = (rates.len() * steps.len() * PARTS) as f64;
    let copied = copied(x, &rates, &steps, &grid.parts).ln() - terms.ln();
    (copied - (old.ln() - (SMALL_RATES as f64).ln())) / LN_10
}

/// Sum over rates (with their likelihood on the control list), steps and copied parts.
fn copied(x: Seen, rates: &[(f64, f64)], steps: &[f64], parts: &[f64]) -> LogSum {
    let best = x.greatest();
    let parts: Vec<(f64, f64)> = parts.iter().map(|part| (*part, (-part).ln_1p())).collect();
    let mut sum = LogSum::default();
    for (rate, on_q) in rates {
        // What cannot add a part in e^45 to the sum is left out: nearly all rates, once the control list is long.
        if !sum.is_worth(on_q + best) {
            break;
        }
        for step in steps {
            let other = shifted(*rate, *step);
            let ln_missed = (-other).ln_1p();
            for (part, ln_left) in &parts {
                sum.add(on_q + x.of_logs((other + part - other * part).ln(), ln_missed + ln_left));
            }
        }
    }
    sum
}

/// A rate moved by a step in log-odds.
fn shifted(rate: f64, step: f64) -> f64 {
    let odds = rate / (1.0 - rate) * step.exp();
    odds / (1.0 + odds)
}

/// Hits and misses as numbers of a likelihood.
#[derive(Clone, Copy)]
struct Seen {
    hits: f64,
    misses: f64,
}

impl From<Hits> for Seen {
    fn from(hits: Hits) -> Seen {
        Seen { hits: hits.found.min(hits.of) as f64, misses: hits.of.saturating_sub(hits.found) as f64 }
    }
}

impl Seen {
    /// `ln` of the likelihood of a rate strictly between 0 and 1, but for the binomial coefficient.
    fn ln_likelihood(self, rate: f64) -> f64 {
        self.of_logs(rate.ln(), (-rate).ln_1p())
    }

    fn of_logs(self, ln_rate: f64, ln_rest: f64) -> f64 {
        self.hits * ln_rate + self.misses * ln_rest
    }

    /// The greatest that [`Seen::ln_likelihood`] can be.
    fn greatest(self) -> f64 {
        let of = self.hits + self.misses;
        let part = |count: f64| if count == 0.0 { 0.0 } else { count * (count / of).ln() };
        part(self.hits) + part(self.misses)
    }
}

/// Sum of numbers given and asked for as logarithms.
struct LogSum {
    greatest: f64,
    /// Sum in units of the greatest.
    scaled: f64,
}

impl Default for LogSum {
    fn default() -> LogSum {
        LogSum { greatest: f64::NEG_INFINITY, scaled: 0.0 }
    }
}

impl LogSum {
    /// Whether a term of this logarithm still shows in the sum, though there be a million of them.
    fn is_worth(&self, ln: f64) -> bool {
        ln > self.greatest - 45.0
    }

    fn add(&mut self, ln: f64) {
        if ln > self.greatest {
            self.scaled = self.scaled * (self.greatest - ln).exp() + 1.0;
            self.greatest = ln;
        } else if self.is_worth(ln) {
            self.scaled += (ln - self.greatest).exp();
        }
    }

    fn ln(&self) -> f64 {
        self.greatest + self.scaled.ln()
    }
}

/// The points of the quadrature that do not depend on counts.
struct Grid {
    rates: Vec<f64>,
    small_rates: Vec<f64>,
    steps: Vec<f64>,
    parts: Vec<f64>,
}

/// Midpoints of `count` equal parts of 0..1.
fn midpoints(count: usize) -> impl Iterator<Item = f64> {
    (0..count).map(move |at| (at as f64 + 0.5) / count as f64)
}

fn grid() -> &'static Grid {
    static GRID: OnceLock<Grid> = OnceLock::new();
    GRID.get_or_init(|| {
        let (least, most) = (0.001_f64.ln(), 0.999_f64.ln());
        let part = |at: usize| (least + (most - least) * at as f64 / (PARTS - 1) as f64).exp();
        Grid {
            rates: midpoints(RATES).collect(),
            small_rates: midpoints(SMALL_RATES).map(|at| beta_quantile(at, 0.5, 200.0)).collect(),
            steps: midpoints(STEPS).map(normal_quantile).collect(),
            parts: (0..PARTS).map(part).collect(),
        }
    })
}
