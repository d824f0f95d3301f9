//! Ukrainian number plates from 2004 on: two letters of the region, four digits, two serial letters.

use super::check::form::{Between, Form, Run};
use super::check::letters::LATIN;
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, plate_words};

/// The kind `ua.vehicle_plate_2004`.
pub static KIND: Kind = Kind {
    id: "ua.vehicle_plate_2004",
    title: "Ukrainian number plate of 2004 and 2015",
    plural: "number plates",
    sources: &[
        "DSTU 4278:2004 and its amendment of 2013 as described in public: Wikipedia, Vehicle registration plates of \
         Ukraine; autocentre.ua and 112.ua on the second series of codes",
        "opencars/translit (the twelve letters in both scripts)",
    ],
    valid: &[
        ("AA1234BB", "AA1234BB"),
        ("АА1234ВВ", "AA1234BB"),
        ("KA 0007 IX", "KA0007IX"),
        ("BC4321HK", "BC4321HK"),
        ("аа-1234-вВ", "AA1234BB"),
        ("ІІ\u{A0}0001\u{200B}АА", "II0001AA"),
        ("ED1234AA", "ED1234AA"),
        ("AA1234YZ", "AA1234YZ"),
        ("КА.1234.ОТ", "KA1234OT"),
    ],
    invalid: &[
        ("DA1234BB", Mismatch::Shape),
        ("ЯА1234ВВ", Mismatch::Shape),
        ("AA1234BD", Mismatch::Shape),
        ("AA123BB", Mismatch::Length),
        ("AA12345BB", Mismatch::Length),
        ("A1234BB", Mismatch::Length),
        ("AA1234", Mismatch::Length),
        ("AA0000BB", Mismatch::Part),
        ("1234AABB", Mismatch::Shape),
        ("1234", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Of 26 Latin letters: 148 of 676 pairs before the number, 14 of 26 twice behind it. Fewer of Cyrillic ones.
    chance: 0.0635,
    width: Some(9.66),
    rank: Rank::Thing,
    headers: plate_words::ANY,
    caveat: "The first two letters name the region of the first registration, which since 2020 need not be where the \
             owner lives. Regions are told for the codes of 2004 and 2013; later codes were not confirmed, and \
             neither were the serial letters Y and Z of electric cars. Plates of choice and of trailers and \
             motorcycles have other forms.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

static FORM: Form = Form {
    runs: &[Run::Letters(&LATIN, 2, 2), Run::Digits(4, 4), Run::Letters(&LATIN, 2, 2)],
    between: Between::Marks,
    whole: false,
};

/// The second letter of a code of 2004 or 2013 by its first, with the region. The amendment of 2013 put K for A, H for
/// B and I for C.
///
/// # Source
/// As the kind's. Codes are in Latin.
#[rustfmt::skip]
const REGIONS: [(&[u8; 2], &str); 27] = [
    (b"AK", "Crimea"), (b"AB", "Vinnytsia"), (b"AC", "Volyn"), (b"AE", "Dnipropetrovsk"), (b"AH", "Donetsk"),
    (b"AM", "Zhytomyr"), (b"AO", "Zakarpattia"), (b"AP", "Zaporizhzhia"), (b"AT", "Ivano-Frankivsk"),
    (b"AI", "Kyiv region"), (b"AA", "Kyiv"), (b"BA", "Kirovohrad"), (b"BB", "Luhansk"), (b"BC", "Lviv"),
    (b"BE", "Mykolaiv"), (b"BH", "Odesa"), (b"BI", "Poltava"), (b"BK", "Rivne"), (b"BM", "Sumy"), (b"BO", "Ternopil"),
    (b"AX", "Kharkiv"), (b"BT", "Kherson"), (b"BX", "Khmelnytskyi"), (b"CA", "Cherkasy"), (b"CB", "Chernihiv"),
    (b"CE", "Chernivtsi"), (b"CH", "Sevastopol"),
];

/// Codes beside the twelve letters: series of the state.
const STATE: [&[u8; 2]; 4] = [b"ED", b"DC", b"DI", b"PD"];

/// The twelve letters of plates.
const fn is_plate_letter(letter: u8) -> bool {
    matches!(letter, b'A' | b'B' | b'C' | b'E' | b'H' | b'I' | b'K' | b'M' | b'O' | b'P' | b'T' | b'X')
}

fn judge(key: &[u8]) -> Result<(), Mismatch> {
    let Ok([a, b, digits @ .., c, d]) = <&[u8; 8]>::try_from(key) else { return Err(Mismatch::Length) };
    let coded = is_plate_letter(*a) && is_plate_letter(*b) || STATE.contains(&&[*a, *b]);
    let serial = [c, d].iter().all(|letter| is_plate_letter(**letter) || matches!(letter, b'Y' | b'Z'));
    if !coded || !serial {
        Err(Mismatch::Shape)
    } else if digits == b"0000" {
        Err(Mismatch::Part)
    } else {
        Ok(())
    }
}

fn is_canonical(text: &[u8]) -> bool {
    FORM.is_canonical(text) && judge(text).is_ok()
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    judge(out)
}

fn facts(key: &[u8]) -> Facts {
    let (code, later) = match key {
        [b'K', second, ..] => ([b'A', *second], true),
        [b'H', second, ..] => ([b'B', *second], true),
        [b'I', second, ..] => ([b'C', *second], true),
        [first, second, ..] => ([*first, *second], false),
        _ => return Facts::default(),
    };
    let region = REGIONS.iter().find(|(listed, _)| **listed == code).map(|(_, region)| *region);
    Facts {
        region,
        year: Some(if later && region.is_some() { 2013 } else { 2004 }),
        sequence: key.get(2..6).and_then(number),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_the_region_the_earliest_year_and_the_number() {
        let found = |key: &[u8]| (facts(key).region, facts(key).year, facts(key).sequence);
        assert_eq!(found(b"AA1234BB"), (Some("Kyiv"), Some(2004), Some(1234)));
        assert_eq!(found(b"KA0007IX"), (Some("Kyiv"), Some(2013), Some(7)));
        assert_eq!(found(b"HC4321HK").0, Some("Lviv"));
        assert_eq!(found(b"IE0001AA").0, Some("Chernivtsi"));
        assert_eq!(found(b"II0001AA"), (None, Some(2004), Some(1)));
        assert_eq!(facts(b""), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "AA9999AA");
        assert!((share - KIND.chance).abs() < 0.003, "{share}");
        assert!(crate::kind::tests::share_of_random(&KIND, "ЇЇ9999ЇЇ") < KIND.chance);
    }
}
