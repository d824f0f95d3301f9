//! 95 % intervals of copied shares by the profile likelihood.

use super::noisy_or::{Bend, Fit, Problem, QUICK};

/// Twice the logarithm of the likelihood ratio that a 95 % interval allows.
///
/// # Source
/// 0.95 quantile of the chi-squared distribution with one degree of freedom.
const DEVIANCE: f64 = 3.841_458_820_694_124;

/// Ends are found to this much.
const PRECISION: f64 = 1e-7;

/// The 95 % interval of the share of `column`, 0..=1: all shares whose best likelihood, over the other shares, is within
/// 1.92 times `dispersion` of the optimum.
///
/// # Source
/// Wilks 1938; D. Venzon and S. Moolgavkar, Applied Statistics 37 (1988) 87; `dispersion` as in quasi-likelihood,
/// P. McCullagh and J. Nelder, "Generalized Linear Models", section 4.5.
pub fn interval(problem: &Problem, fit: &Fit, column: usize, dispersion: f64, variance: Option<f64>) -> (f64, f64) {
    let best = fit.shares[column];
    let allowed = (DEVIANCE * dispersion.max(1.0)).sqrt();
    let beyond = |share: f64| {
        let held = problem.fit(Some(&fit.shares), Some((column, share)), QUICK);
        (2.0 * (fit.loglik - held.loglik)).max(0.0).sqrt() - allowed
    };
    let guess = variance.map(|variance| allowed * variance.sqrt());
    (end(best, 0.0, allowed, guess, &beyond), end(best, 1.0, allowed, guess, &beyond))
}

/// The same by how the likelihood bends at the optimum, for problems in which every fit is dear. `only` are the keys that
/// the source alone holds, found.
///
/// # Source
/// Wald 1943, in `-ln(1 - c)`, where the likelihood is concave and closer to a parabola than in the share; on the edge, where
/// it also slopes, the parabola's own root. Of a source of which nothing is missing, n keys of its own have the likelihood
/// `c^n`.
pub fn by_bend(bend: &Bend, share: f64, only: f64, dispersion: f64) -> (f64, f64) {
    let allowed = 0.5 * DEVIANCE * dispersion.max(1.0);
    if share >= 1.0 - 1e-9 {
        return (if only > 0.0 { (-allowed / only).exp() } else { 0.0 }, 1.0);
    }
    if bend.information <= 0.0 && bend.slope >= 0.0 {
        return (0.0, 1.0);
    }
    let slope = if share > 1e-9 { 0.0 } else { (-bend.slope).max(0.0) };
    let width = match bend.information > 0.0 {
        true => ((slope * slope + 2.0 * allowed * bend.information).sqrt() - slope) / bend.information,
        false => allowed / slope,
    };
    (-(-(bend.x - width).max(0.0)).exp_m1(), -(-(bend.x + width)).exp_m1())
}

/// Where the root of the deviance passes what is allowed, between the optimum and an edge; the edge if it never does.
/// The root of the deviance is nearly a line, so that the false position finds it soon; halving guards it.
fn end(best: f64, edge: f64, allowed: f64, guess: Option<f64>, beyond: &dyn Fn(f64) -> f64) -> f64 {
    if (best - edge).abs() <= PRECISION {
        return edge;
    }
    let at_edge = beyond(edge);
    if at_edge <= 0.0 {
        return edge;
    }
    let (mut inner, mut outer) = ((best, -allowed), (edge, at_edge));
    let toward = (edge - best).signum();
    let mut next = guess.map(|width| best + toward * width).filter(|share| (share - best).abs() < (edge - best).abs());
    for round in 0..60 {
        if (outer.0 - inner.0).abs() <= PRECISION {
            break;
        }
        let line = inner.0 + (outer.0 - inner.0) * -inner.1 / (outer.1 - inner.1);
        let halfway = 0.5 * (inner.0 + outer.0);
        let try_at = next.take().unwrap_or(if outer.1.is_finite() && round % 3 != 2 { line } else { halfway });
        let value = beyond(try_at);
        if value.abs() < 1e-6 {
            return try_at;
        }
        if value < 0.0 {
            inner = (try_at, value);
        } else {
            outer = (try_at, value);
        }
        // One step of the line beyond the root shrinks the other side as well.
        if (outer.0 - inner.0).abs() > PRECISION && value.is_finite() {
            let line = inner.0 + (outer.0 - inner.0) * -inner.1 / (outer.1 - inner.1).max(f64::MIN_POSITIVE);
            let margin = 0.02 * (outer.0 - inner.0);
            next = outer.1.is_finite().then_some(if value < 0.0 { line + margin } else { line - margin });
            next = next.filter(|share| (share - inner.0) * toward > 0.0 && (outer.0 - share) * toward > 0.0);
        }
    }
    if toward < 0.0 { outer.0.max(0.0) } else { outer.0.min(1.0) }
}

#[cfg(test)]
mod tests {
    use super::super::noisy_or::{Class, EXACT, tests::vectors};
    use super::*;

    #[test]
    fn published_intervals() {
        for vector in vectors() {
            let problem = vector.problem();
            let fit = problem.fit(None, None, EXACT);
            let variances = problem.variances(&fit.shares);
            for (k, wanted) in vector.profile_ci95.iter().enumerate() {
                let (low, high) = interval(&problem, &fit, k, 1.0, variances[k]);
                let near = |one: f64, other: f64| (one - other).abs() <= 1e-4;
                assert!(near(low, wanted[0]) && near(high, wanted[1]), "{} {k}: {low} {high}", vector.name);
            }
        }
    }

    /// Where single keys are many the bend says what the profile does.
    #[test]
    fn bends_are_near_the_profile() {
        let class = |members: &[usize], held: f64, found: f64| Class { members: members.to_vec(), held, found };
        let classes = vec![
            class(&[0], 900.0, 400.0),
            class(&[0, 1], 500.0, 300.0),
            class(&[1], 700.0, 150.0),
            class(&[1, 2], 300.0, 70.0),
            class(&[2], 800.0, 0.0),
            class(&[3], 200.0, 200.0),
        ];
        let problem = Problem { columns: 4, classes };
        let fit = problem.fit(None, None, EXACT);
        let (bends, variances) = (problem.bends(&fit.shares), problem.variances(&fit.shares));
        for dispersion in [1.0, 4.0] {
            for k in 0..4 {
                let (low, high) = interval(&problem, &fit, k, dispersion, variances[k]);
                let bent = by_bend(&bends[k], fit.shares[k], problem.alone(k).1, dispersion);
                let near = |one: f64, other: f64| (one - other).abs() <= 0.1 * (high - low);
                assert!(near(low, bent.0) && near(high, bent.1), "{k}: {low} {high} {bent:?}");
            }
        }
        assert!(bends[2].slope < 0.0 && fit.shares[2] == 0.0, "the third was not copied");
    }

    #[test]
    fn overdispersion_widens() {
        let class = |members: &[usize], held: f64, found: f64| Class { members: members.to_vec(), held, found };
        let problem = Problem { columns: 2, classes: vec![class(&[0], 500.0, 200.0), class(&[0, 1], 500.0, 300.0)] };
        let fit = problem.fit(None, None, EXACT);
        let (low, high) = interval(&problem, &fit, 0, 1.0, None);
        let (lower, higher) = interval(&problem, &fit, 0, 9.0, None);
        let widened = (higher - lower) / (high - low);
        assert!((2.7..3.2).contains(&widened), "three times as wide: {widened}");
    }
}
