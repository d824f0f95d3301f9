//! Check digits, flatness, repeated keys, richness, divergence.

use leakprov::kind::{self, KeyBuf, Mismatch, Region};
use leakprov::stats::{divergence, fabrication, interval, richness};

use super::{CLOSED, Row, near};

/// The kind of taxpayer numbers agrees with the check digit by arithmetic, and refuses the placeholder that passes it.
pub fn tax_number(row: &Row) {
    let number = row.text("number");
    let weights = [-1, 5, 7, 9, 4, 6, 10, 5, 7];
    let digits = number.bytes().map(|digit| i64::from(digit - b'0'));
    let sum: i64 = digits.zip(weights).map(|(digit, weight)| digit * weight).sum();
    assert_eq!(Some(sum), row.value("weighted_sum").as_i64());
    assert_eq!(sum.rem_euclid(11) % 10, row.count("check") as i64);
    let judge = |number: &str| {
        let mut buffer = KeyBuf::default();
        (kind::find("ua.rntrc").unwrap().key)(number.as_bytes(), Region::Unknown, &mut buffer)
    };
    let is_placeholder = row.value("placeholder").as_bool().unwrap();
    assert_eq!(judge(number), if is_placeholder { Err(Mismatch::Part) } else { Ok(()) });
    for digit in (0..10).filter(|digit| *digit != row.count("check")) {
        let wrong = format!("{}{digit}", &number[..9]);
        let expected = if is_placeholder { Mismatch::Part } else { Mismatch::Check };
        assert_eq!(judge(&wrong), Err(expected), "{wrong}");
    }
}

pub fn tax_number_check_digit(row: &Row) {
    let weights: Vec<i64> = row.list("weights").iter().map(|weight| weight.as_i64().unwrap()).collect();
    let found = fabrication::check_digit_distribution(&weights, row.count("modulus") as u16);
    near("sum", found.iter().sum(), 1.0, CLOSED);
    for (found, expected) in found.into_iter().zip(row.numbers("distribution")) {
        near("check digit", found, expected, CLOSED);
    }
}

pub fn random_pass(row: &Row) {
    row.near("one_digit", fabrication::ONE_DIGIT_PASS, CLOSED);
    row.near("iban", fabrication::IBAN_PASS, CLOSED);
}

pub fn fabricated(row: &Row) {
    let (pass, of) = (row.count("pass"), row.count("of"));
    let found = fabrication::fabricated_share(pass, of, row.number("genuine"), row.number("random")).unwrap();
    row.near("share", found.share, CLOSED);
    row.near_pair("interval", (found.low, found.high), CLOSED);
}

pub fn sex_digit(row: &Row) {
    let (agree, of) = (row.count("agree"), row.count("of"));
    let found = fabrication::fabricated_share(agree, of, row.number("genuine"), row.number("random")).unwrap();
    row.near("share", found.share, CLOSED);
    row.near_pair("exact", interval::clopper_pearson(agree, of, 0.95), CLOSED);
}

pub fn same_day(row: &Row) {
    row.near("p", fabrication::same_day_by_chance(row.count("span")).unwrap(), CLOSED);
}

pub fn last_digit(row: &Row) {
    let found = fabrication::flatness(&row.counts("counts")).unwrap();
    row.near("chi_square", found.chi_square, CLOSED);
    assert_eq!(found.freedom, row.count("freedom"));
    row.near("chance", found.chance, CLOSED);
    row.near("cramers_v", found.cramers_v, CLOSED);
}

pub fn equal_pairs(row: &Row) {
    row.near("pairs", fabrication::equal_pairs(row.count("n"), row.number("space")).unwrap(), CLOSED);
}

pub fn richness(row: &Row) {
    let found = richness::richness(row.count("n"), row.count("distinct"), row.count("once"), row.count("twice"));
    row.near("chao1", found.chao1, CLOSED);
    assert_eq!(found.chao1_classic.is_none(), row.value("classic").is_null());
    if let Some(classic) = found.chao1_classic {
        row.near("classic", classic, CLOSED);
    }
    row.near("coverage", found.coverage.unwrap(), CLOSED);
}

pub fn names(row: &Row) {
    let found = richness::richness(row.count("n"), row.count("distinct"), row.count("once"), row.count("twice"));
    row.near("chao1", found.chao1, CLOSED);
    row.near("once_share", found.once.unwrap(), CLOSED);
}

pub fn first_digits(row: &Row) {
    for (found, expected) in divergence::benford().into_iter().zip(row.numbers("expected")) {
        near("first digit", found, expected, CLOSED);
    }
    let counts = <[u64; 9]>::try_from(row.counts("counts")).unwrap();
    row.near("distance", divergence::benford_distance(&counts).unwrap(), CLOSED);
    row.near("uniform_distance", divergence::benford_distance(&[1; 9]).unwrap(), CLOSED);
}

pub fn jensen_shannon(row: &Row) {
    let found = divergence::jensen_shannon(&row.numbers("left"), &row.numbers("right")).unwrap();
    row.near("bits", found, CLOSED);
}

pub fn formats(row: &Row) {
    let found = divergence::format_weight(&row.counts("seen"), &row.numbers("first"), &row.numbers("second"));
    row.near("log10", found.unwrap(), CLOSED);
}
