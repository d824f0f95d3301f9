//! Ukrainian certificate of vehicle registration ("technical passport"): three letters, six digits.

use super::check::form::{Between, Form, Run};
use super::check::letters::UKRAINIAN;
use super::{KeyBuf, Kind, Mismatch, Piece, Rank, Region, Series, Standing};

/// The kind `ua.vrc`.
pub static KIND: Kind = Kind {
    id: "ua.vrc",
    title: "Ukrainian certificate of vehicle registration, series and number",
    plural: "vehicle registration certificates",
    sources: &[
        "Cabinet of Ministers of Ukraine, resolution 1388 of 1998-09-07, on the registration of vehicles",
        "public applications that check such numbers (three Cyrillic letters and six digits)",
    ],
    valid: &[
        ("СХТ123456", "СХТ123456"),
        ("САК000111", "САК000111"),
        ("CXT123456", "СХТ123456"),
        ("схт 123456", "СХТ123456"),
        ("сXT №123456", "СХТ123456"),
        ("СХІ\u{A0}– 123 456", "СХІ123456"),
    ],
    invalid: &[
        ("СХ123456", Mismatch::Length),
        ("СХТ12345", Mismatch::Length),
        ("СХТ1234567", Mismatch::Length),
        ("СХТТ123456", Mismatch::Length),
        ("СХТ", Mismatch::Length),
        ("ЫЭЪ123456", Mismatch::Shape),
        ("СХЮU123456", Mismatch::Shape),
        ("123456СХТ", Mismatch::Shape),
        ("123456", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 1.0,
    width: Some(10.56),
    standing: Standing::Partly,
    rank: Rank::Thing,
    headers: &[
        "техпасп",
        "vrc",
        "techpassport",
        "techpass",
        "registrationcertificate",
        "vehiclecertificate",
        "vehicleregistrationcertificate",
        "vehiclelicense",
        "техпаспорт",
        "свідоцтвопрореєстрацію",
        "свідоцтвопрореєстраціютз",
        "свідоцтвотз",
        "серіяномерсвідоцтва",
        "номертехпаспорта",
        "свидетельствоорегистрации",
        "свидетельствоорегистрациитс",
        "свидетельствотс",
        "срт",
        "стс",
        "сртс",
    ],
    caveat: "There is no check digit, and driving licences have the same shape: values alone never decide this kind, \
             and of a column without a header both remain candidates.",
    canonical: Some(|text| UKRAINIAN.is_plain::<3, 6>(text)),
    key,
    series: Some(Series { prefix_bytes: 6, tail_bytes: 0, reseal: |_| true }),
    pieces: &[
        Piece { headers: SERIES_HEADERS, fits: is_series, optional: false, telling: false },
        Piece { headers: NUMBER_HEADERS, fits: is_number, optional: false, telling: false },
    ],
    ..Kind::COMMON
};

/// Words that head the series where it stands in a column of its own: only those that no licence has.
const SERIES_HEADERS: &[&str] = &[
    "vrcseries",
    "techpassportseries",
    "certificateseries",
    "серіясвідоцтва",
    "серіятехпаспорта",
    "серіясвідоцтвапрореєстрацію",
    "сериясвидетельства",
    "сериятехпаспорта",
    "сериясртс",
];

/// Words that head the number where it stands in a column of its own.
const NUMBER_HEADERS: &[&str] = &[
    "vrcnumber",
    "techpassportnumber",
    "certificatenumber",
    "номерсвідоцтва",
    "номертехпаспорта",
    "номерсвідоцтвапрореєстрацію",
    "номерсвидетельства",
    "номерсртс",
];

static FORM: Form =
    Form { runs: &[Run::Letters(&UKRAINIAN, 3, 3), Run::Digits(6, 6)], between: Between::Marks, whole: false };

/// Three letters of either alphabet.
fn is_series(text: &[u8]) -> bool {
    UKRAINIAN.spells(text, 3)
}

/// Six digits.
fn is_number(text: &[u8]) -> bool {
    text.len() == 6 && text.iter().all(u8::is_ascii_digit)
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    if let Some((key, end)) = UKRAINIAN.plain::<3, 6>(text) {
        out.extend_from_slice(&key[..end]);
        return Ok(());
    }
    FORM.read(text, out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_as_stated() {
        assert!(crate::kind::tests::share_of_random(&KIND, "ЇЇЇ999999") > 0.999);
    }
}
