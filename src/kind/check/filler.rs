//! Numbers that people and programs fill in where none is known: one digit over and over, or digits counted up or down.
//!
//! They pass as numbers, stand in the lists of every system, and are nobody's: a list that was never held would be found
//! by them. Only kinds use this in whose numbers such a run is nobody's (a day of birth, an office and a person would all
//! have to be of one digit): in a series of documents or of telephones it is somebody's like any other, and is counted.
//!
//! # Source
//! That fields which must be filled in get values which mean nothing is common knowledge of record linkage (W. E. Winkler,
//! "Overview of Record Linkage and Current Research Directions", US Census Bureau, Research Report Series, Statistics
//! 2006-2; Peter Christen, "Data Matching", Springer 2012). Which values count here was set by hand: the runs that can be
//! typed without thinking. Of the million numbers of six digits thirty are such runs (the test below counts them).

/// Whether each digit is the one before it, or each the next one up, or down (behind 9 stands 0). False for less than two
/// digits, and for what is none.
#[inline]
pub fn is_run(digits: &[u8]) -> bool {
    let [first, second, ..] = digits else { return false };
    let step = |one: u8, next: u8| (next + 10 - one) % 10;
    let of_digits = |digits: &[u8]| digits.iter().all(u8::is_ascii_digit);
    if !first.is_ascii_digit() || !second.is_ascii_digit() {
        return false;
    }
    let wanted = step(*first, *second);
    matches!(wanted, 0 | 1 | 9) && of_digits(digits) && digits.windows(2).all(|pair| step(pair[0], pair[1]) == wanted)
}

/// Whether the last so many bytes are such digits.
#[inline]
pub fn ends_in_run(key: &[u8], digits: usize) -> bool {
    key.len().checked_sub(digits).is_some_and(|at| is_run(&key[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_digit_over_and_over_and_digits_in_order_are_runs() {
        for run in ["0000000", "9999999", "1234567", "7654321", "4567890", "00"] {
            assert!(is_run(run.as_bytes()), "{run}");
        }
        for other in ["1234568", "1122334", "1357913", "A234567", "12345a7", "7", ""] {
            assert!(!is_run(other.as_bytes()), "{other}");
        }
        assert!(ends_in_run(b"+380671234567", 7) && !ends_in_run(b"+380671234567", 8) && !ends_in_run(b"11", 3));
        let runs = (0..1_000_000).filter(|n| is_run(format!("{n:06}").as_bytes())).count();
        assert_eq!(runs, 30, "of as many numbers as stand above");
    }
}
