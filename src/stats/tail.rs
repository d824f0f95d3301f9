//! Probabilities of tails: binomial, beta, hypergeometric, Poisson; the normal quantile.
//!
//! The crate statrs stops its continued fraction of the incomplete beta function after 140 steps and takes differences
//! of large logarithms of the gamma function: right for thousands, wrong in the digits that count for the 26 million
//! keys of a dump. The beta function and the binomial probability are therefore computed here, in forms that keep their
//! digits at every size; what statrs does well (ln gamma of small numbers, the normal quantile, Poisson tails) is taken
//! from it. All arguments are trusted to be in range except that shares are clamped to 0..=1.

use std::f64::consts::TAU;

use statrs::distribution::{ContinuousCDF, DiscreteCDF, Normal, Poisson};
use statrs::function::gamma::ln_gamma;

/// Relative change below which a series or a search is finished.
const DONE: f64 = 1e-15;

/// Standard normal quantile of a probability; finite: probabilities are kept 1e-300 away from 0 and 2^-53 from 1.
///
/// # Source
/// statrs, the inverse of the complementary error function.
pub fn normal_quantile(probability: f64) -> f64 {
    let inside = probability.clamp(1e-300, 1.0 - f64::EPSILON / 2.0);
    Normal::standard().inverse_cdf(inside)
}

/// What Stirling's formula lacks of `ln n!`.
///
/// # Source
/// C. Loader, "Fast and accurate computation of binomial probabilities", 2000.
fn stirling_rest(n: f64) -> f64 {
    if n < 16.0 {
        return ln_gamma(n + 1.0) - (n + 0.5) * n.ln() + n - 0.5 * TAU.ln();
    }
    let square = n * n;
    (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - (1.0 / 1680.0 - 1.0 / (1188.0 * square)) / square) / square) / square)
        / n
}

/// `x·ln(x/mean) + mean − x` without the loss of digits where `x` is near `mean`.
///
/// # Source
/// C. Loader 2000, the deviance term.
fn deviance(x: f64, mean: f64) -> f64 {
    if (x - mean).abs() >= 0.1 * (x + mean) {
        return x * (x / mean).ln() + mean - x;
    }
    let step = (x - mean) / (x + mean);
    let mut sum = (x - mean) * step;
    let mut term = 2.0 * x * step;
    for odd in 1..1000 {
        term *= step * step;
        let next = sum + term / f64::from(2 * odd + 1);
        if next == sum {
            break;
        }
        sum = next;
    }
    sum
}

/// `ln` of `Γ(n+1)/(Γ(x+1)Γ(n−x+1))·p^x·q^(n−x)` for real `x` in 0..=n; `p + q = 1`, both given so that neither loses
/// digits.
fn ln_binomial_form(x: f64, n: f64, p: f64, q: f64) -> f64 {
    let certain = |holds: bool| if holds { 0.0 } else { f64::NEG_INFINITY };
    if x < 0.0 || x > n {
        return f64::NEG_INFINITY;
    }
    if p <= 0.0 {
        return certain(x == 0.0);
    }
    if q <= 0.0 {
        return certain(x == n);
    }
    if x == 0.0 {
        return n * ln_of(q, p);
    }
    if x == n {
        return n * ln_of(p, q);
    }
    let rest = stirling_rest(n) - stirling_rest(x) - stirling_rest(n - x);
    rest - deviance(x, n * p) - deviance(n - x, n * q) + 0.5 * (n / (TAU * x * (n - x))).ln()
}

/// `ln p`, from its complement where that is the smaller one.
fn ln_of(p: f64, complement: f64) -> f64 {
    if complement < 0.5 { (-complement).ln_1p() } else { p.ln() }
}

/// `ln` of the probability of exactly `k` hits of `n`, each with probability `p`; minus infinity where impossible.
///
/// # Source
/// Binomial distribution, computed after C. Loader 2000.
pub fn ln_binomial(k: u64, n: u64, p: f64) -> f64 {
    let p = p.clamp(0.0, 1.0);
    ln_binomial_form(k as f64, n as f64, p, 1.0 - p)
}

/// Probability of `k` hits or fewer of `n`, each with probability `p`, 0..=1.
///
/// # Source
/// Binomial distribution function as an incomplete beta function.
pub fn binomial_at_most(k: u64, n: u64, p: f64) -> f64 {
    let p = p.clamp(0.0, 1.0);
    if k >= n { 1.0 } else { beta_tails((n - k) as f64, k as f64 + 1.0, 1.0 - p, p).0 }
}

/// Probability of `k` hits or more of `n`, each with probability `p`, 0..=1.
///
/// # Source
/// Binomial distribution function as an incomplete beta function.
pub fn binomial_at_least(k: u64, n: u64, p: f64) -> f64 {
    let p = p.clamp(0.0, 1.0);
    match k {
        0 => 1.0,
        k if k > n => 0.0,
        k => beta_tails(k as f64, (n - k) as f64 + 1.0, p, 1.0 - p).0,
    }
}

/// Both tails of the beta distribution at `x`, below and above; `y` is `1 − x`, given so that it keeps its digits.
fn beta_tails(a: f64, b: f64, x: f64, y: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if y <= 0.0 {
        return (1.0, 0.0);
    }
    if x <= (a + 1.0) / (a + b + 2.0) {
        let below = smaller_tail(a, b, x, y);
        (below, 1.0 - below)
    } else {
        let above = smaller_tail(b, a, y, x);
        (1.0 - above, above)
    }
}

/// Lower tail of the beta distribution by its continued fraction, which converges well for `x` below the mean: in a
/// number of steps of the order of the root of the larger parameter.
///
/// # Source
/// Lentz's evaluation of the continued fraction 26.5.8 of Abramowitz & Stegun, "Handbook of Mathematical Functions",
/// 1964.
fn smaller_tail(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let guard = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let front = (ln_binomial_form(a, a + b, x, y) + (b / (a + b)).ln()).exp();
    let most = 1000 + 20 * a.max(b).sqrt() as u64;
    let (mut c, mut d) = (1.0, 1.0 / guard(1.0 - (a + b) * x / (a + 1.0)));
    let mut value = d;
    for step in 1..=most {
        let m = step as f64;
        let even = m * (b - m) * x / ((a - 1.0 + 2.0 * m) * (a + 2.0 * m));
        d = 1.0 / guard(1.0 + even * d);
        c = guard(1.0 + even / c);
        value *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 1.0 + 2.0 * m));
        d = 1.0 / guard(1.0 + odd * d);
        c = guard(1.0 + odd / c);
        value *= d * c;
        if (d * c - 1.0).abs() < DONE {
            break;
        }
    }
    (front * value).clamp(0.0, 1.0)
}

/// The `x` in 0..=1 below which the beta distribution with parameters `a`, `b` (positive) has `probability`.
///
/// # Source
/// Newton's method on the distribution function, kept within a bracket; closed forms where a parameter is 1.
pub fn beta_quantile(probability: f64, a: f64, b: f64) -> f64 {
    let p = probability.clamp(0.0, 1.0);
    if p == 0.0 || p == 1.0 {
        return p;
    }
    if a == 1.0 {
        return -((-p).ln_1p() / b).exp_m1();
    }
    if b == 1.0 {
        return (p.ln() / a).exp();
    }
    let (mut low, mut high) = (0.0, 1.0);
    let mut x = first_guess(p, a, b);
    for _ in 0..200 {
        let (below, above) = beta_tails(a, b, x, 1.0 - x);
        // The smaller of the two tails keeps its digits.
        let miss = if p < 0.5 { below - p } else { (1.0 - p) - above };
        if miss > 0.0 {
            high = x;
        } else {
            low = x;
        }
        let density = (ln_binomial_form(a, a + b, x, 1.0 - x) + (a * b / (a + b)).ln() - (x * (1.0 - x)).ln()).exp();
        let newton = x - miss / density;
        // Asked before the bracket is: a root found lies on its edge.
        if (newton - x).abs() <= DONE * x || high - low <= DONE * x {
            return x;
        }
        x = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
    }
    x
}

/// Where the search for a beta quantile begins: the score interval of a share `a` of `a + b`.
fn first_guess(p: f64, a: f64, b: f64) -> f64 {
    let (n, z) = (a + b, normal_quantile(p));
    let share = a / n;
    let centre = share + z * z / (2.0 * n);
    let reach = z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    ((centre + reach) / (1.0 + z * z / n)).clamp(1e-12, 1.0 - 1e-12)
}

/// An urn: `marked` of `whole` things are marked, `drawn` are drawn without putting back. All counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Urn {
    /// Marked things, at most `whole`.
    pub marked: u64,
    /// All things.
    pub whole: u64,
    /// Things drawn, at most `whole`.
    pub drawn: u64,
}

impl Urn {
    /// Fewest and most marked things that can be among those drawn.
    pub fn support(self) -> (u64, u64) {
        (self.drawn.saturating_sub(self.whole.saturating_sub(self.marked)), self.drawn.min(self.marked))
    }

    /// `ln` of the probability that exactly `k` of the things drawn are marked; minus infinity where impossible.
    ///
    /// # Source
    /// Hypergeometric distribution as a ratio of binomial probabilities (C. Loader 2000), which keeps its digits.
    pub fn ln_exactly(self, k: u64) -> f64 {
        let (least, most) = self.support();
        if k < least || k > most {
            return f64::NEG_INFINITY;
        }
        let p = self.drawn as f64 / self.whole.max(1) as f64;
        let unmarked = self.whole - self.marked;
        ln_binomial(k, self.marked, p) + ln_binomial(self.drawn - k, unmarked, p)
            - ln_binomial(self.drawn, self.whole, p)
    }

    /// Probability that `k` or fewer of the things drawn are marked, 0..=1.
    ///
    /// # Source
    /// Sum of the probabilities of the tail that shrinks from `k` on; the other tail is its complement.
    pub fn at_most(self, k: u64) -> f64 {
        let (least, most) = self.support();
        if k < least {
            0.0
        } else if k >= most {
            1.0
        } else if k as f64 <= self.mean() {
            self.sum_down(k)
        } else {
            1.0 - self.sum_up(k + 1)
        }
    }

    /// Probability that `k` or more of the things drawn are marked, 0..=1.
    ///
    /// # Source
    /// As [`Urn::at_most`].
    pub fn at_least(self, k: u64) -> f64 {
        let (least, most) = self.support();
        if k <= least {
            1.0
        } else if k > most {
            0.0
        } else if k as f64 >= self.mean() {
            self.sum_up(k)
        } else {
            1.0 - self.sum_down(k - 1)
        }
    }

    fn mean(self) -> f64 {
        self.drawn as f64 * self.marked as f64 / self.whole.max(1) as f64
    }

    /// Probabilities of `k`, `k - 1`, ... summed until they no longer count.
    fn sum_down(self, k: u64) -> f64 {
        let (least, _) = self.support();
        let (marked, drawn, rest) = (self.marked as f64, self.drawn as f64, (self.whole - self.marked) as f64);
        let (mut factor, mut sum) = (1.0, 1.0);
        for i in (least + 1..=k).rev().map(|i| i as f64) {
            factor *= i * (rest - drawn + i) / ((marked - i + 1.0) * (drawn - i + 1.0));
            sum += factor;
            if factor < sum * DONE * 0.01 {
                break;
            }
        }
        (self.ln_exactly(k).exp() * sum).clamp(0.0, 1.0)
    }

    /// Probabilities of `k`, `k + 1`, ... summed until they no longer count.
    fn sum_up(self, k: u64) -> f64 {
        let (_, most) = self.support();
        let (marked, drawn, rest) = (self.marked as f64, self.drawn as f64, (self.whole - self.marked) as f64);
        let (mut factor, mut sum) = (1.0, 1.0);
        for i in (k..most).map(|i| i as f64) {
            factor *= (marked - i) * (drawn - i) / ((i + 1.0) * (rest - drawn + i + 1.0));
            sum += factor;
            if factor < sum * DONE * 0.01 {
                break;
            }
        }
        (self.ln_exactly(k).exp() * sum).clamp(0.0, 1.0)
    }

    /// Two-sided probability of draws that are at most as likely as `k` marked ones (Fisher's exact test), 0..=1.
    ///
    /// # Source
    /// R. A. Fisher, "Statistical Methods for Research Workers", 5th edition 1934; likelihoods within one part in ten
    /// million count as equal, as usual in statistical software.
    pub fn as_rare_as(self, k: u64) -> f64 {
        let (least, most) = self.support();
        let limit = self.ln_exactly(k) + 1e-7_f64.ln_1p();
        if limit == f64::NEG_INFINITY {
            return 0.0;
        }
        let mode =
            (((self.drawn + 1) as f64 * (self.marked + 1) as f64 / (self.whole + 2) as f64) as u64).clamp(least, most);
        if self.ln_exactly(mode) <= limit {
            return 1.0;
        }
        let rare = |i: u64| self.ln_exactly(i) <= limit;
        // Both sides of the mode are monotone: the first rare count below and above it are found by halving.
        let below = (least < mode && rare(least)).then(|| halve(least, mode, |i| !rare(i)) - 1);
        let above = (most > mode && rare(most)).then(|| halve(mode, most, rare));
        (below.map_or(0.0, |i| self.sum_down(i)) + above.map_or(0.0, |i| self.sum_up(i))).min(1.0)
    }
}

/// Least number in `(low, high]` for which `holds`, which must not hold at `low`, hold at `high` and change once.
pub(super) fn halve(mut low: u64, mut high: u64, holds: impl Fn(u64) -> bool) -> u64 {
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

/// Probability of `k` or fewer events where `mean` (0 or more) are expected, 0..=1.
///
/// # Source
/// Poisson distribution function: statrs, incomplete gamma function.
pub fn poisson_at_most(k: u64, mean: f64) -> f64 {
    Poisson::new(mean).map_or(1.0, |poisson| poisson.cdf(k)).clamp(0.0, 1.0)
}

/// Probability of `k` or more events where `mean` (0 or more) are expected, 0..=1.
///
/// # Source
/// As [`poisson_at_most`], the other tail.
pub fn poisson_at_least(k: u64, mean: f64) -> f64 {
    match k.checked_sub(1) {
        None => 1.0,
        Some(fewer) => Poisson::new(mean).map_or(0.0, |poisson| poisson.sf(fewer)).clamp(0.0, 1.0),
    }
}
