//! Kyrgyz enterprise code (OKPO): eight digits, the last one checks.

use super::check::weighted::{enterprise_digit, enterprise_key};
use super::{KeyBuf, Kind, Mismatch, Region, Standing};

/// The kind `kg.okpo`.
pub static KIND: Kind = Kind {
    id: "kg.okpo",
    title: "Kyrgyz enterprise code (ОКПО)",
    plural: "Kyrgyz enterprise codes",
    sources: &[
        "PR 50.1.024-2005 (Rosstandart), check number of the codes of ОКПО: the rule that the codes of all former Soviet \
         republics began with",
        "eleven of twelve codes that Kyrgyz companies publish on their pages beside their tax numbers keep it (read in 2026); \
         one code in ten would by chance",
    ],
    valid: &[
        ("20000002", "20000002"),
        ("31234565", "31234565"),
        ("2000 0002", "20000002"),
        ("20000002.0", "20000002"),
        ("20\u{A0}000002", "20000002"),
    ],
    invalid: &[
        ("20000003", Mismatch::Check),
        ("31234561", Mismatch::Check),
        ("1234567", Mismatch::Length),
        ("123456789", Mismatch::Length),
        ("00000000", Mismatch::Part),
        ("2000-0002", Mismatch::Shape),
        ("2000000A", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.0952,
    width: Some(8.0),
    standing: Standing::Partly,
    same_rule: &["ua.edrpou", "Russian enterprise code (ОКПО)"],
    headers: &["okpo", "кодокпо", "окпо"],
    caveat: "No Kyrgyz definition was found: the check digit is that of Russian codes, which published Kyrgyz codes keep. \
             Ukrainian codes outside 30000000 to 60000000 have it too: values alone never tell the three apart. One in ten \
             random eight-digit numbers passes, dates among them.",
    key,
    ..Kind::COMMON
};

const WEIGHTS: [i32; 7] = [1, 2, 3, 4, 5, 6, 7];

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    enterprise_key(text, |code| enterprise_digit(code, &WEIGHTS), out)
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
