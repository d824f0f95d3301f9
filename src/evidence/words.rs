//! Numbers and names as people read them: the one place that formats either.

use crate::kind;
use crate::reference::{Provenance, Reference, Role};

/// A count with thousands separators: `1,204`.
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A fractional count or ratio: whole where it is whole or large, else one decimal; below 1 two decimals, below 0.01
/// two significant digits.
pub fn amount(number: f64) -> String {
    if !number.is_finite() || number < 0.0 {
        return "not a number".into();
    }
    if number == number.trunc() || number >= 10_000.0 {
        return count(number.round() as u64);
    }
    if (0.01..1.0).contains(&number) {
        return format!("{number:.2}");
    }
    if number >= 1.0 {
        let whole = number.trunc() as u64;
        let tenth = ((number - number.trunc()) * 10.0).round() as u64;
        return if tenth == 10 { count(whole + 1) } else { format!("{}.{tenth}", count(whole)) };
    }
    format!("{number:.1e}")
}

/// A count as it is said aloud: `6.5 million` from a million on if two decimals say it exactly, else as [`count`].
pub fn spoken(number: u64) -> String {
    const MILLION: u64 = 1_000_000;
    if number < MILLION || !number.is_multiple_of(MILLION / 100) {
        return count(number);
    }
    let hundredths = number % MILLION / (MILLION / 100);
    let whole = count(number / MILLION);
    match hundredths {
        0 => format!("{whole} million"),
        h if h % 10 == 0 => format!("{whole}.{} million", h / 10),
        h => format!("{whole}.{h:02} million"),
    }
}

/// A share 0..=1 as per cent with one decimal (`24.1 %`), none where it is whole (`25 %`), more where one would round
/// to nothing or to all.
pub fn percent(share: f64) -> String {
    let value = share * 100.0;
    if !value.is_finite() {
        return "no share".into();
    }
    if value <= 0.0 {
        return "0 %".into();
    }
    if value == 100.0 {
        return "100 %".into();
    }
    for decimals in 1..=6 {
        let text = format!("{value:.decimals$}");
        let shown: f64 = text.parse().unwrap_or(0.0);
        if shown > 0.0 && shown != 100.0 {
            return format!("{} %", text.strip_suffix(".0").unwrap_or(&text));
        }
    }
    if value < 50.0 { "under 0.000001 %".into() } else { "over 99.999999 %".into() }
}

/// A greatest share as per cent: never less than it is, at the last digit shown.
pub fn at_most(share: f64) -> String {
    percent(beyond(share, f64::ceil))
}

/// A least share as per cent: never more than it is, at the last digit shown.
pub fn at_least(share: f64) -> String {
    percent(beyond(share, f64::floor))
}

/// A share rounded to the decimals that [`percent`] shows of it, in one direction; a share that is exact to them, but for
/// the last bits, stays.
fn beyond(share: f64, round: fn(f64) -> f64) -> f64 {
    let value = share * 100.0;
    if !(value > 0.0 && value < 100.0) {
        return share;
    }
    let tens = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0].map(|decimals| 10_f64.powf(decimals));
    let shown = tens.into_iter().find(|ten| (value * ten).round() > 0.0 && (value * ten).round() < 100.0 * ten);
    let Some(ten) = shown else { return share };
    let (nearest, rounded) = ((value * ten).round(), round(value * ten));
    let exact = (value * ten - nearest).abs() < 1e-6;
    let kept = if exact { nearest } else { rounded };
    if kept <= 0.0 || kept >= 100.0 * ten { share } else { kept / ten / 100.0 }
}

/// Why no answer rests on names or dates.
pub fn nobodys(kind: &str) -> String {
    format!("Different people share {}: these tell nobody's records, and no answer rests on them.", unit_noun(kind))
}

/// That sensitive entries are left out; nothing where there are none.
pub fn not_shown(sensitive: u64) -> Option<String> {
    match sensitive {
        0 => None,
        1 => Some("1 sensitive entry is not shown; --sensitive shows it.".to_owned()),
        more => Some(format!("{} sensitive entries are not shown; --sensitive shows them.", count(more))),
    }
}

/// A part of a whole with its unit: `1,204 of 5,000 driving licences (24.1 %)`.
pub fn part_of(part: u64, whole: u64, unit: &str) -> String {
    let things = unit_noun(unit);
    match crate::stats::share(part, whole) {
        Some(share) => format!("{} of {} {things} ({})", count(part), count(whole), percent(share)),
        None => format!("{} of 0 {things}", count(part)),
    }
}

/// Plural noun of a unit: `rows`, `people`, `records`, or a kind's own plural.
pub fn unit_noun(unit: &str) -> String {
    match kind::find(unit) {
        Some(kind) => kind.plural.to_owned(),
        None if matches!(unit, "rows" | "people" | "records") => unit.to_owned(),
        None => format!("{unit} keys"),
    }
}

/// `a`, `a and b`, `a, b and c`.
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

/// A reference by its name, with how the name is known: a name is a claim too.
pub fn named(reference: &Reference) -> String {
    let what = match reference.role {
        Role::Service | Role::Register | Role::Control | Role::Canary | Role::Member => "list",
        Role::Corpus => "file",
    };
    format!("the {what} held under the name {} ({})", reference.id, provenance(reference.provenance))
}

/// How a name is known, for people.
pub fn provenance(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Verified => "verified",
        Provenance::Unverified => "unverified",
        Provenance::Fabricated => "known to be made up",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_separators() {
        for (number, text) in [(0, "0"), (999, "999"), (1_204, "1,204"), (26_000_000, "26,000,000")] {
            assert_eq!(count(number), text);
        }
    }

    #[test]
    fn bounds_are_never_rounded_to_the_wrong_side() {
        assert_eq!(at_most(0.001_399_74), "0.2 %");
        assert_eq!(at_most(0.250_01), "25.1 %");
        assert_eq!(at_most(0.25), "25 %");
        assert_eq!(at_most(0.0003), "0.03 %");
        assert_eq!(at_least(0.749_96), "74.9 %");
        assert_eq!(at_least(0.999_96), "99.996 %");
        assert_eq!((at_least(0.0), at_most(1.0)), ("0 %".to_owned(), "100 %".to_owned()));
        assert_eq!(at_most(0.000_003_2), "0.0004 %");
    }

    #[test]
    fn millions_are_said_only_when_exact() {
        for (number, text) in [
            (26_000_000, "26 million"),
            (6_500_000, "6.5 million"),
            (6_550_000, "6.55 million"),
            (9_050_000, "9.05 million"),
            (6_512_345, "6,512,345"),
            (999_999, "999,999"),
            (1_250_000_000, "1,250 million"),
        ] {
            assert_eq!(spoken(number), text);
        }
    }

    #[test]
    fn per_cent_never_rounds_to_nothing_or_all() {
        for (share, text) in [
            (0.25, "25 %"),
            (0.6346153846, "63.5 %"),
            (0.241, "24.1 %"),
            (0.0, "0 %"),
            (1.0, "100 %"),
            (0.0004, "0.04 %"),
            (0.0000123, "0.001 %"),
            (0.9996, "99.96 %"),
            (1e-12, "under 0.000001 %"),
        ] {
            assert_eq!(percent(share), text);
        }
    }

    #[test]
    fn amounts_keep_what_matters() {
        for (number, text) in [
            (12.0, "12"),
            (1_234.5, "1,234.5"),
            (0.448, "0.45"),
            (7.96, "8"),
            (26_000.4, "26,000"),
            (9.1e-6, "9.1e-6"),
            (0.0, "0"),
        ] {
            assert_eq!(amount(number), text);
        }
    }

    #[test]
    fn lists_read_as_english() {
        let items = |text: &str| list(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(items("a b c"), "a, b and c");
        assert_eq!(items("a b"), "a and b");
        assert_eq!(items(""), "");
    }
}
