//! How a shared thing's credit divides among its holders.

/// What each holder of a thing that is in the dump is credited with, by the holders' copied shares: numbers that sum to 1.
/// Where none of them was copied the division is equal, as nothing tells them apart.
///
/// Every source gives the thing with its own share, independently; of those that gave it one is drawn at random. So
/// `credit_k = c_k ∫ Π_{j≠k} (1 - c_j + c_j t) dt / p` with `p = 1 - Π (1 - c_j)`.
///
/// # Source
/// The integral is the expectation of `1 / (1 + others that gave it)`: for a sum `N` of independent indicators
/// `E[1 / (1 + N)] = ∫ E[t^N] dt` (M.-T. Chao and W. Strawderman, "Negative moments of positive random variables", JASA 67
/// (1972) 429). It equals the Shapley value of the sources in the game "is the thing there".
pub fn division(shares: &[f64]) -> Vec<f64> {
    let given: f64 = -shares.iter().map(|share| (-share.min(1.0 - 1e-12)).ln_1p()).sum::<f64>().exp_m1();
    if shares.len() < 2 || given <= 0.0 {
        return vec![1.0 / shares.len().max(1) as f64; shares.len()];
    }
    // A product of n - 1 lines is exact with n / 2 points.
    let points = points(shares.len().div_ceil(2).max(8));
    let of = |k: usize| {
        let product = |t: f64| -> f64 {
            shares.iter().enumerate().filter(|(j, _)| *j != k).map(|(_, share)| 1.0 - share + share * t).product()
        };
        shares[k] * points.iter().map(|(t, weight)| weight * product(*t)).sum::<f64>()
    };
    let credits: Vec<f64> = (0..shares.len()).map(of).collect();
    let sum: f64 = credits.iter().sum();
    if sum > 0.0 {
        credits.iter().map(|credit| credit / sum).collect()
    } else {
        vec![1.0 / shares.len() as f64; shares.len()]
    }
}

/// Points and weights of the Gauss-Legendre rule with `n` points on 0..=1: exact for polynomials of degree `2n - 1`.
///
/// # Source
/// Abramowitz and Stegun, "Handbook of Mathematical Functions", 25.4.29; roots by Newton's method from
/// `cos(π (i - 1/4) / (n + 1/2))`.
fn points(n: usize) -> Vec<(f64, f64)> {
    let root = |i: usize| {
        let mut z = (std::f64::consts::PI * (i as f64 + 0.75) / (n as f64 + 0.5)).cos();
        let mut slope = 1.0;
        for _ in 0..50 {
            let (mut now, mut before) = (1.0, 0.0);
            for j in 0..n {
                let j = j as f64;
                (now, before) = (((2.0 * j + 1.0) * z * now - j * before) / (j + 1.0), now);
            }
            slope = n as f64 * (z * now - before) / (z * z - 1.0);
            let step = now / slope;
            z -= step;
            if step.abs() < 1e-15 {
                break;
            }
        }
        (0.5 - 0.5 * z, 1.0 / ((1.0 - z * z) * slope * slope))
    };
    (0..n).map(root).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    struct Vector {
        c: Vec<f64>,
        members: Vec<usize>,
        credit: Vec<f64>,
    }

    #[derive(serde::Deserialize)]
    struct Vectors {
        credit: Vec<Vector>,
    }

    #[test]
    fn published_credits() {
        let vectors: Vectors = serde_json::from_str(include_str!("../../fixtures/mixture/vectors.json")).unwrap();
        assert!(vectors.credit.len() >= 2);
        for vector in vectors.credit {
            let shares: Vec<f64> = vector.members.iter().map(|&member| vector.c[member]).collect();
            for (credit, wanted) in division(&shares).iter().zip(&vector.credit) {
                assert!((credit - wanted).abs() <= 1e-9, "{credit} is not {wanted}");
            }
        }
    }

    /// Against all orders counted out: many holders, shares of any size.
    #[test]
    fn credits_are_the_expected_equal_split() {
        let shares = [0.9, 0.01, 0.5, 1.0, 0.0, 0.33, 0.2];
        let mut wanted = [0.0; 7];
        for mask in 1_usize..1 << 7 {
            let given = |k: usize| mask >> k & 1 == 1;
            let p: f64 = (0..7).map(|k| if given(k) { shares[k] } else { 1.0 - shares[k] }).product();
            (0..7).filter(|&k| given(k)).for_each(|k| wanted[k] += p / f64::from(mask.count_ones()));
        }
        for (credit, wanted) in division(&shares).iter().zip(wanted) {
            assert!((credit - wanted).abs() < 1e-9, "{credit} is not {wanted}");
        }
    }

    #[test]
    fn many_equal_holders_share_equally() {
        for holders in [1, 2, 17, 64] {
            let division = division(&vec![0.4; holders]);
            assert!(division.iter().all(|credit| (credit - 1.0 / holders as f64).abs() < 1e-12), "{division:?}");
        }
        assert_eq!(division(&[0.0, 0.0]), [0.5, 0.5]);
        assert!(division(&[]).is_empty());
    }
}
