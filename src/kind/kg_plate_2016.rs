//! Kyrgyz number plates from 2016 on: region, three digits, three letters.

use super::check::form::{Between, Form, Run};
use super::check::letters::{Alphabet, LATIN};
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, plate_words};

/// The kind `kg.plate_2016`.
pub static KIND: Kind = Kind {
    id: "kg.plate_2016",
    title: "Kyrgyz number plate of 2016",
    plural: "Kyrgyz number plates",
    sources: &[
        "Wikipedia, Kfz-Kennzeichen (Kirgisistan) and Vehicle registration plates of Kyrgyzstan: region, KG, three \
         digits, three letters, since June 2016",
    ],
    valid: &[
        ("01KG123ABC", "01KG123ABC"),
        ("08 123 XYZ", "08KG123XYZ"),
        ("01KG456DEF", "01KG456DEF"),
        ("01 kg 456 def", "01KG456DEF"),
        ("01-KG-456-DEF", "01KG456DEF"),
        ("02КG789АВС", "02KG789ABC"),
        ("09123ABC", "09KG123ABC"),
        ("01\u{A0}123 АВЕ", "01KG123ABE"),
    ],
    invalid: &[
        ("10KG123ABC", Mismatch::Part),
        ("00KG123ABC", Mismatch::Part),
        ("01KG000ABC", Mismatch::Part),
        ("01KG12ABC", Mismatch::Length),
        ("01KG1234ABC", Mismatch::Length),
        ("01KG123AB", Mismatch::Length),
        ("01123AB", Mismatch::Length),
        ("123ABC", Mismatch::Length),
        ("01KZ123ABC", Mismatch::Shape),
        ("01KG123ЖЖЖ", Mismatch::Shape),
        ("ABC123", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Nine regions of a hundred, where KG is left out; with it hardly any text passes by chance.
    chance: 0.09,
    width: Some(9.24),
    rank: Rank::Thing,
    headers: plate_words::ANY,
    caveat: "Plates quoted without the region (three digits and three letters, as the press does) are not of this \
             kind: nothing tells them from other short codes. Region 09 (Issyk-Kul) was concluded from its place in \
             the list. Plates of the government, of motorcycles and of foreigners have other forms.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// The letters of the country's code.
static KG: Alphabet = Alphabet::latin("KG");

static WITH_COUNTRY: Form = Form {
    runs: &[Run::Digits(2, 2), Run::Letters(&KG, 2, 2), Run::Digits(3, 3), Run::Letters(&LATIN, 3, 3)],
    between: Between::Marks,
    whole: false,
};

static WITHOUT_COUNTRY: Form =
    Form { runs: &[Run::Digits(5, 5), Run::Letters(&LATIN, 3, 3)], between: Between::Marks, whole: false };

/// Regions 01 to 09.
///
/// # Source
/// As the kind's.
const REGIONS: [&str; 9] =
    ["Bishkek", "Osh", "Batken", "Jalal-Abad", "Naryn", "Osh region", "Talas", "Chui", "Issyk-Kul"];

fn judge(key: &[u8]) -> Result<(), Mismatch> {
    match key {
        [b'0', b'1'..=b'9', b'K', b'G', number @ .., _, _, _] if number != b"000" => Ok(()),
        [_, _, b'K', b'G', ..] => Err(Mismatch::Part),
        _ => Err(Mismatch::Shape),
    }
}

fn is_canonical(text: &[u8]) -> bool {
    WITH_COUNTRY.is_canonical(text) && judge(text).is_ok()
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    match WITHOUT_COUNTRY.read(text, out) {
        Ok(()) => {
            out.insert(2, b'K');
            out.insert(3, b'G');
        }
        Err(without) => {
            out.clear();
            WITH_COUNTRY.read(text, out).map_err(|with| with.max(without))?;
        }
    }
    judge(out)
}

fn facts(key: &[u8]) -> Facts {
    let region = key.get(..2).and_then(number).and_then(|region| REGIONS.get(region.checked_sub(1)? as usize));
    Facts { region: region.copied(), year: Some(2016), sequence: key.get(4..7).and_then(number), ..Facts::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_region_year_and_number() {
        let found = facts(b"01KG123ABC");
        assert_eq!((found.region, found.year, found.sequence), (Some("Bishkek"), Some(2016), Some(123)));
        assert_eq!((facts(b"09KG001AAA").region, facts(b"00KG001AAA").region), (Some("Issyk-Kul"), None));
    }

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "99999AAA");
        assert!((share - KIND.chance).abs() < 0.003, "{share}");
    }
}
