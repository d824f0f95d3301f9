//! Small dense systems of equations, for the information matrix of a mixture.

/// Solves `matrix · x = right` for a symmetric positive definite matrix (row by row, `n` by `n`); a ridge of 1e-12 of the
/// diagonal is added, so that directions without information stay where they are. `None` where it is not positive definite.
///
/// # Source
/// Cholesky factorisation, G. H. Golub and C. F. Van Loan, "Matrix Computations", section 4.2.
pub fn solve(matrix: &[f64], right: &[f64]) -> Option<Vec<f64>> {
    let factor = factor(matrix, right.len())?;
    Some(substitute(&factor, right))
}

/// Diagonal of the inverse of a symmetric positive definite matrix; `None` as [`solve`].
pub fn inverse_diagonal(matrix: &[f64], n: usize) -> Option<Vec<f64>> {
    let factor = factor(matrix, n)?;
    let diagonal = (0..n).map(|k| {
        let unit: Vec<f64> = (0..n).map(|i| f64::from(u8::from(i == k))).collect();
        substitute(&factor, &unit)[k]
    });
    Some(diagonal.collect())
}

fn factor(matrix: &[f64], n: usize) -> Option<Vec<f64>> {
    let mut lower = vec![0.0; n * n];
    for row in 0..n {
        for column in 0..=row {
            let mut rest = matrix[row * n + column];
            if row == column {
                rest += rest * 1e-12 + f64::MIN_POSITIVE.sqrt();
            }
            for k in 0..column {
                rest -= lower[row * n + k] * lower[column * n + k];
            }
            if row == column {
                if !(rest > 0.0 && rest.is_finite()) {
                    return None;
                }
                lower[row * n + row] = rest.sqrt();
            } else {
                lower[row * n + column] = rest / lower[column * n + column];
            }
        }
    }
    Some(lower)
}

fn substitute(lower: &[f64], right: &[f64]) -> Vec<f64> {
    let n = right.len();
    let mut x = right.to_vec();
    for row in 0..n {
        for k in 0..row {
            x[row] -= lower[row * n + k] * x[k];
        }
        x[row] /= lower[row * n + row];
    }
    for row in (0..n).rev() {
        for k in row + 1..n {
            x[row] -= lower[k * n + row] * x[k];
        }
        x[row] /= lower[row * n + row];
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_solved() {
        let matrix = [4.0, 2.0, 0.0, 2.0, 5.0, 1.0, 0.0, 1.0, 3.0];
        let x = solve(&matrix, &[8.0, 15.0, 11.0]).unwrap();
        for (found, wanted) in x.iter().zip([1.0, 2.0, 3.0]) {
            assert!((found - wanted).abs() < 1e-9, "{x:?}");
        }
        let diagonal = inverse_diagonal(&matrix, 3).unwrap();
        assert!((diagonal[0] - 14.0 / 44.0).abs() < 1e-9, "{diagonal:?}");
    }

    #[test]
    fn what_is_not_positive_definite_has_no_solution() {
        assert_eq!(solve(&[1.0, 2.0, 2.0, 1.0], &[1.0, 1.0]), None);
        assert_eq!(solve(&[f64::NAN], &[1.0]), None);
    }
}
