//! The best one-to-one assignment of rows to columns.

/// For each row the column that it is given, so that the sum of the values is as great as it can be; pairs of value 0 are
/// no pairs. `values` is row by row, all rows of one length, all values at least 0.
///
/// # Source
/// H. W. Kuhn, "The Hungarian method for the assignment problem", 1955, in the form with potentials of R. Jonker and
/// A. Volgenant, 1987: O(n²·m) for n rows and m ≥ n columns.
pub fn assign(values: &[Vec<f64>]) -> Vec<Option<usize>> {
    let (rows, columns) = (values.len(), values.first().map_or(0, Vec::len));
    if rows == 0 || columns == 0 {
        return vec![None; rows];
    }
    if rows > columns {
        let turned: Vec<Vec<f64>> = (0..columns).map(|c| values.iter().map(|row| row[c]).collect()).collect();
        let mut out = vec![None; rows];
        for (column, row) in assign(&turned).into_iter().enumerate().filter_map(|(c, row)| Some((c, row?))) {
            out[row] = Some(column);
        }
        return out;
    }
    // Rows and columns are counted from 1; column 0 is where a new row begins.
    let mut of_row = vec![0.0; rows + 1];
    let mut of_column = vec![0.0; columns + 1];
    let mut taken_by = vec![0_usize; columns + 1];
    for row in 1..=rows {
        let mut way = vec![0_usize; columns + 1];
        let mut least = vec![f64::INFINITY; columns + 1];
        let mut done = vec![false; columns + 1];
        let mut at = 0;
        taken_by[0] = row;
        loop {
            done[at] = true;
            let (here, mut step, mut next) = (taken_by[at], f64::INFINITY, 0);
            for column in 1..=columns {
                if done[column] {
                    continue;
                }
                let cost = -values[here - 1][column - 1] - of_row[here] - of_column[column];
                if cost < least[column] {
                    (least[column], way[column]) = (cost, at);
                }
                if least[column] < step {
                    (step, next) = (least[column], column);
                }
            }
            for column in 0..=columns {
                if done[column] {
                    of_row[taken_by[column]] += step;
                    of_column[column] -= step;
                } else {
                    least[column] -= step;
                }
            }
            at = next;
            if taken_by[at] == 0 {
                break;
            }
        }
        while at != 0 {
            taken_by[at] = taken_by[way[at]];
            at = way[at];
        }
    }
    let mut out = vec![None; rows];
    for column in 1..=columns {
        if let Some(row) = taken_by[column].checked_sub(1).filter(|&row| values[row][column - 1] > 0.0) {
            out[row] = Some(column - 1);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(values: &[Vec<f64>]) -> f64 {
        assign(values).iter().enumerate().map(|(row, column)| column.map_or(0.0, |column| values[row][column])).sum()
    }

    /// All assignments tried.
    fn best(values: &[Vec<f64>], row: usize, used: u32) -> f64 {
        let Some(list) = values.get(row) else { return 0.0 };
        let skip = best(values, row + 1, used);
        let take = (0..list.len())
            .filter(|column| used & (1 << column) == 0)
            .map(|column| list[column] + best(values, row + 1, used | (1 << column)));
        take.fold(skip, f64::max)
    }

    #[test]
    fn no_assignment_is_better() {
        let mut bits = 7_u64;
        for (rows, columns) in [(1, 1), (3, 3), (2, 5), (5, 2), (6, 6), (4, 7), (7, 4)] {
            for _ in 0..50 {
                let mut next = || {
                    bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    ((bits >> 33) % 10) as f64 / 9.0
                };
                let values: Vec<Vec<f64>> = (0..rows).map(|_| (0..columns).map(|_| next()).collect()).collect();
                assert!((sum(&values) - best(&values, 0, 0)).abs() < 1e-9, "{values:?}");
            }
        }
    }

    #[test]
    fn nothing_is_assigned_to_nothing() {
        assert!(assign(&[]).is_empty());
        assert_eq!(assign(&[vec![], vec![]]), [None, None]);
        assert_eq!(assign(&[vec![0.0, 0.0]]), [None]);
    }
}
