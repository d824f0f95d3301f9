//! Romanian number of a person: sex and century, birth date, county, order, check digit.

use super::check::{calendar, weighted::weighted_remainder};
use super::facts::{Facts, birth, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `ro.cnp`.
pub static KIND: Kind = Kind {
    id: "ro.cnp",
    title: "Romanian number of a person (CNP)",
    plural: "CNP numbers",
    sources: &[
        "Ministry of Internal Affairs of Romania, structure of the cod numeric personal (county code 70 for all \
         since 2024)",
        "python-stdnum 2.2, stdnum.ro.cnp",
    ],
    valid: &[
        ("1630615123457", "1630615123457"),
        ("1850315400010", "1850315400010"),
        ("6040229123458", "6040229123458"),
        ("7850315700015", "7850315700015"),
        ("1850315 400010", "1850315400010"),
        ("1-850315-40-001-0", "1850315400010"),
        ("1850315400010.0", "1850315400010"),
    ],
    invalid: &[
        ("1630615123458", Mismatch::Check),
        ("1630615993454", Mismatch::Part),
        ("1850315490016", Mismatch::Part),
        ("1850231400017", Mismatch::Part),
        ("6050229123456", Mismatch::Part),
        ("0800101221142", Mismatch::Part),
        ("185031540001", Mismatch::Length),
        ("1850315400010A", Mismatch::Length),
        ("185031540001A", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.00181,
    width: Some(13.0),
    rank: Rank::Tax,
    headers: &["cnp", "codnumericpersonal", "cnpnumber", "codnumeric", "personalnumericcode"],
    caveat: "One in 550 random thirteen-digit numbers passes. The first digits 7 and 8 (residents) and 9 tell no \
             century. The county is that of the first registration, and 70 for everybody from 2024 on.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// Counties in the order of their codes from 1; Bucharest 40 to 48 by sector, then 51 and 52.
///
/// # Source
/// Order of the county codes of the CNP in python-stdnum 2.2, stdnum.ro.cnp.
#[rustfmt::skip]
const COUNTIES: [&str; 39] = [
    "Alba", "Arad", "Argeș", "Bacău", "Bihor", "Bistrița-Năsăud", "Botoșani", "Brașov", "Brăila", "Buzău",
    "Caraș-Severin", "Cluj", "Constanța", "Covasna", "Dâmbovița", "Dolj", "Galați", "Gorj", "Harghita", "Hunedoara",
    "Ialomița", "Iași", "Ilfov", "Maramureș", "Mehedinți", "Mureș", "Neamț", "Olt", "Prahova", "Satu Mare", "Sălaj",
    "Sibiu", "Suceava", "Teleorman", "Timiș", "Tulcea", "Vaslui", "Vâlcea", "Vrancea",
];

/// The county of a code: `Err` where the code is not used, `Ok(None)` where it tells no place.
fn county(code: u32) -> Result<Option<&'static str>, ()> {
    match code {
        1..=39 => Ok(Some(COUNTIES[code as usize - 1])),
        40..=48 => Ok(Some("Bucharest")),
        51 => Ok(Some("Călărași")),
        52 => Ok(Some("Giurgiu")),
        70 | 80..=83 => Ok(None),
        _ => Err(()),
    }
}

/// Century of the birth by the first digit; residents and foreigners (7 to 9) are taken as of the 1900s, so that the
/// date can be checked at all.
fn date(number: &[u8]) -> (u32, u32, u32) {
    let century = match number[0] {
        b'3' | b'4' => 1800,
        b'5' | b'6' => 2000,
        _ => 1900,
    };
    (century + spelling::two(number, 1), spelling::two(number, 3), spelling::two(number, 5))
}

fn facts(key: &[u8]) -> Facts {
    if key.len() != 13 {
        return Facts::default();
    }
    let (year, month, day) = date(key);
    Facts {
        birth_day: birth(year, month, day).filter(|_| key[0] < b'7'),
        male: (key[0] < b'9').then_some(key[0] % 2 == 1),
        region: county(spelling::two(key, 7)).unwrap_or(None),
        sequence: number(&key[9..12]),
        ..Facts::default()
    }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::digits::<13>(text, b" -")?;
    let (year, month, day) = date(&number);
    if number[0] == b'0' || !calendar::is_day(year, month, day) || county(spelling::two(&number, 7)).is_err() {
        return Err(Mismatch::Part);
    }
    let check = match weighted_remainder(&number, &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9], 11) {
        10 => 1,
        rest => rest,
    };
    if check != i32::from(number[12] - b'0') {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(&number);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_birth_sex_and_county() {
        let found = facts(b"1850315400010");
        assert_eq!((found.birth_day, found.male, found.region), (Some(31_120), Some(true), Some("Bucharest")));
        assert_eq!(found.sequence, Some(1));
        let found = facts(b"6040229123458");
        assert_eq!((found.birth_day, found.male, found.region), (birth(2004, 2, 29), Some(false), Some("Cluj")));
        let found = facts(b"7850315700015");
        assert_eq!((found.birth_day, found.male, found.region), (None, Some(true), None));
        assert_eq!(county(39), Ok(Some("Vrancea")));
        assert_eq!(facts(b"185"), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "9999999999999");
    }
}
