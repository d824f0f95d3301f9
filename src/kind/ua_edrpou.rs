//! Ukrainian enterprise code (EDRPOU): eight digits, the last one checks.

use super::check::weighted::{enterprise_digit, enterprise_key};
use super::{KeyBuf, Kind, Mismatch, Region};

/// The kind `ua.edrpou`.
pub static KIND: Kind = Kind {
    id: "ua.edrpou",
    title: "Ukrainian enterprise code (ЄДРПОУ)",
    plural: "enterprise codes",
    sources: &[
        "Ministry of Statistics of Ukraine, register of enterprises and organisations (ЄДРПОУ)",
        "python-stdnum 2.2, stdnum.ua.edrpou (check digit)",
    ],
    valid: &[
        ("32855961", "32855961"),
        ("00123458", "00123458"),
        ("41000122", "41000122"),
        ("65000123", "65000123"),
        ("3285 5961", "32855961"),
        ("32855961.0", "32855961"),
        ("32\u{A0}855961", "32855961"),
    ],
    invalid: &[
        ("32855968", Mismatch::Check),
        ("41000123", Mismatch::Check),
        ("1234567", Mismatch::Length),
        ("328559610", Mismatch::Length),
        ("00000000", Mismatch::Part),
        ("307-496-50", Mismatch::Shape),
        ("3285596A", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.0952,
    width: Some(8.0),
    headers: &[
        "edrpou",
        "egrpou",
        "okpo",
        "edrpoucode",
        "єдрпоу",
        "кодєдрпоу",
        "кодзаєдрпоу",
        "едрпоу",
        "кодедрпоу",
        "егрпоу",
        "окпо",
        "кодокпо",
    ],
    caveat: "One in ten random eight-digit numbers passes, dates among them. Codes of before 2000 begin with zeros, \
             which spreadsheets drop. Implementations differ where the second remainder is 10 as well: here it counts \
             as 0.",
    key,
    ..Kind::COMMON
};

/// Weights of the first seven digits, of codes outside and inside the range 30000000 to 60000000.
///
/// # Source
/// python-stdnum 2.2, stdnum.ua.edrpou.
const OUTER: [i32; 7] = [1, 2, 3, 4, 5, 6, 7];
const INNER: [i32; 7] = [7, 1, 2, 3, 4, 5, 6];

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let weights = |code: &[u8]| if matches!(code, [b'3'..=b'5', ..]) { INNER } else { OUTER };
    enterprise_key(text, |code| enterprise_digit(code, &weights(code)), out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "99999999");
        assert!((share - 0.1).abs() < 0.006 && (share - KIND.chance).abs() < 0.008, "{share}");
    }
}
