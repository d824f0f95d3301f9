//! Vehicle identification number: seventeen letters and digits.

use super::check::filler;
use super::check::letters::Alphabet;
use super::facts::Facts;
use super::{KeyBuf, Kind, Mismatch, Rank, Region};
use crate::text::blank;

/// The kind `vin`.
pub static KIND: Kind = Kind {
    id: "vin",
    title: "vehicle identification number (VIN)",
    plural: "vehicle identification numbers",
    sources: &[
        "ISO 3779:2009 (seventeen characters, no I, O, Q); ISO 3780:2009 (maker)",
        "49 CFR 565.15 (check character of vehicles made for North America; example 1M8GDM9AXKP042788)",
    ],
    valid: &[
        ("1M8GDM9AXKP042788", "1M8GDM9AXKP042788"),
        ("11111111111111111", "11111111111111111"),
        ("WVWZZZ1J11W000001", "WVWZZZ1J11W000001"),
        ("wvwzzz1j11w000001", "WVWZZZ1J11W000001"),
        ("ХТА210990Х0000001", "XTA210990X0000001"),
        ("WVW ZZZ 1J 11W 000001", "WVWZZZ1J11W000001"),
        ("WVWZZZ-1J11W-000001\u{A0}", "WVWZZZ1J11W000001"),
    ],
    invalid: &[
        ("1M8GDM9A1KP042788", Mismatch::Check),
        ("1M8GDM9AXKPO42788", Mismatch::Shape),
        ("WVWZZZ1J1IW000001", Mismatch::Shape),
        ("WVWZZZ1JQ1W000001", Mismatch::Shape),
        ("1M8GDM9AXKP04278", Mismatch::Length),
        ("WVWZZZ1J11W0000011", Mismatch::Length),
        ("WVWZZZ", Mismatch::Shape),
        ("ABCDEFGHJKLMNPRST", Mismatch::Part),
        ("00000000000000000", Mismatch::Part),
        ("WVWZZZ1J11W00000Ж", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Of 36 letters and digits 33, seventeen times; those with a North American beginning one in eleven of that.
    chance: 0.19,
    width: Some(26.46),
    rank: Rank::Thing,
    headers: &[
        "vin",
        "vincode",
        "vinnumber",
        "chassis",
        "chassisnumber",
        "bodynumber",
        "він",
        "вінкод",
        "номеркузова",
        "номершасі",
        "вин",
        "винкод",
        "номершасси",
        "идентификационныйномертс",
    ],
    caveat: "The check character is the rule in North America only (first character 1 to 5), where it is tested; \
             European and most other vehicles do not follow it, so that elsewhere any seventeen letters and digits \
             without I, O and Q pass, numbers of seventeen digits among them. A position may hold letters of the \
             other script in typed bases; they are folded to Latin. Older cars have shorter body numbers.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    together: Some(look_like_vehicles),
    filler: Some(|key| filler::ends_in_run(key, 17)),
    ..Kind::COMMON
};

/// The letters of a number.
static LETTERS: Alphabet = Alphabet::latin("ABCDEFGHJKLMNPRSTUVWXYZ");

/// Characters of a number.
const LENGTH: usize = 17;

/// Weights of the characters; the sum modulo 11 is the ninth, X for 10.
///
/// # Source
/// 49 CFR 565.15(c).
const WEIGHTS: [u32; LENGTH] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/// Number of a character in the sum. Source as for [`WEIGHTS`].
fn value(character: u8) -> u32 {
    match character {
        b'0'..=b'9' => u32::from(character - b'0'),
        b'A'..=b'H' => u32::from(character - b'A') + 1,
        b'J'..=b'N' => u32::from(character - b'J') + 1,
        b'P' => 7,
        b'R' => 9,
        b'S'..=b'Z' => u32::from(character - b'S') + 2,
        _ => 0,
    }
}

/// Whether the maker is of North America, where the check character is the rule.
fn is_north_american(key: &[u8]) -> bool {
    matches!(key, [b'1'..=b'5', ..])
}

fn judge(key: &[u8]) -> Result<(), Mismatch> {
    if !key.iter().any(u8::is_ascii_digit) || key.iter().all(|character| *character == b'0') {
        return Err(Mismatch::Part);
    }
    let sum: u32 = key.iter().zip(WEIGHTS).map(|(character, weight)| value(*character) * weight).sum();
    // The remainder is 0..=10, so the conversion keeps it.
    let check = if sum % 11 == 10 { b'X' } else { b'0' + (sum % 11) as u8 };
    if is_north_american(key) && key.get(8) != Some(&check) { Err(Mismatch::Check) } else { Ok(()) }
}

fn is_canonical(text: &[u8]) -> bool {
    let fits = |byte: &u8| byte.is_ascii_digit() || LETTERS.canonical(std::slice::from_ref(byte)) == 1;
    text.len() == LENGTH && text.iter().all(fits) && judge(text).is_ok()
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let (mut count, mut at) = (0, 0);
    while let Some(&byte) = text.get(at) {
        let between = blank::gap(&text[at..]).max(blank::dash(&text[at..]));
        if between > 0 {
            at += between;
            continue;
        }
        let (code, length) = if byte.is_ascii_digit() { (byte, 1) } else { LETTERS.first(&text[at..]) };
        if code == 0 {
            return Err(Mismatch::Shape);
        }
        if count < LENGTH {
            out.push(code);
        }
        count += 1;
        at += length;
    }
    // Words and short codes are made of these characters too.
    match count {
        LENGTH => judge(out),
        14..=20 if out.iter().any(u8::is_ascii_digit) => Err(Mismatch::Length),
        _ => Err(Mismatch::Shape),
    }
}

/// Cells of a column that must be of the form that makers give their numbers.
const FORMED_LEAST: f64 = 0.8;
/// Numbers to a maker's code, at least on average: makers are few, random codes hardly repeat. Fewer numbers say nothing.
const TO_A_MAKER: usize = 2;
const NUMBERS_LEAST: usize = 30;

/// Whether a column's cells are numbers as makers give them: no hyphens between, a letter in the maker's code, four digits at
/// the end, and makers that come again. Outside North America nothing else tells them from any seventeen signs: numbers of
/// public tenders, of licences and of devices.
///
/// # Source
/// ISO 3779:2009, the indicator section (its last four characters are digits), as Russian technical regulations and the
/// directives of the European Union repeat it; ISO 3780:2009 (a code for each maker).
fn look_like_vehicles(cells: &[&[u8]]) -> bool {
    let (mut formed, mut makers, mut buffer) = (0, std::collections::BTreeSet::new(), KeyBuf::new());
    for cell in cells {
        buffer.clear();
        if cell.contains(&b'-') || key(cell, Region::Unknown, &mut buffer).is_err() {
            continue;
        }
        if let ([first, second, third, ..], Some(last)) = (&buffer[..], buffer.get(LENGTH - 4..)) {
            let maker = [*first, *second, *third];
            let fits = maker.iter().any(u8::is_ascii_alphabetic) && last.iter().all(u8::is_ascii_digit);
            if fits {
                formed += 1;
                makers.insert(maker);
            }
        }
    }
    formed as f64 >= FORMED_LEAST * cells.len() as f64
        && (formed < NUMBERS_LEAST || makers.len() * TO_A_MAKER <= formed)
}

/// The maker's country, and the earliest model year where the rule that tells it applies.
fn facts(key: &[u8]) -> Facts {
    Facts { region: country(key), year: model_year(key), ..Facts::default() }
}

/// The country of the maker, by the first one or two characters, for those that make most vehicles.
///
/// # Source
/// ISO 3780:2009, world manufacturer identifier, the regions and countries as listed in public (Wikibooks, VIN codes).
fn country(key: &[u8]) -> Option<&'static str> {
    let [first, second, ..] = key else { return None };
    match (first, second) {
        (b'1' | b'4' | b'5', _) => Some("United States"),
        (b'2', _) => Some("Canada"),
        (b'3', b'A'..=b'W') => Some("Mexico"),
        (b'J', _) => Some("Japan"),
        (b'K', b'L'..=b'R') => Some("South Korea"),
        (b'L', _) => Some("China"),
        (b'S', b'A'..=b'M') => Some("United Kingdom"),
        (b'T', b'J'..=b'P') => Some("Czechia"),
        (b'V', b'F'..=b'R') => Some("France"),
        (b'V', b'S'..=b'W') => Some("Spain"),
        (b'W', _) => Some("Germany"),
        // The Soviet Union's letters went on in Russia (XTA), Ukraine (XTD, XTE) and elsewhere.
        (b'X', b'S'..=b'W') => Some("Russia or its neighbours"),
        (b'X', b'3'..=b'9' | b'0') => Some("Russia"),
        (b'Y', b'6'..=b'9' | b'0') => Some("Ukraine"),
        (b'Z', b'A'..=b'R') => Some("Italy"),
        _ => None,
    }
}

/// Makers of motorcycles, buses and heavy trucks for North America: the seventh place of their numbers tells no year.
///
/// # Source
/// The codes of makers as listed in public (Wikibooks, VIN codes); there are smaller ones.
#[rustfmt::skip]
const HEAVY: [&[u8; 3]; 37] = [
    b"1FU", b"1FV", b"1GR", b"1HD", b"1HF", b"1HS", b"1HT", b"1HV", b"1JJ", b"1M1", b"1M2", b"1M3", b"1M8", b"1NK", b"1NP",
    b"1XK", b"1XP", b"2FU", b"2FV", b"2HS", b"2HT", b"2M2", b"2NK", b"2NP", b"2XK", b"2XP", b"3AK", b"3AL", b"3BK", b"3BP",
    b"3HA", b"3HS", b"4UZ", b"4V1", b"4V4", b"5HD", b"56K",
];

/// The model year of a vehicle made for North America: the tenth character counts 30 years from 1980, those of 2010 on
/// have a letter in the seventh place. That is the rule for passenger cars, multipurpose vehicles and trucks up to 4,536 kg
/// alone: of others the earlier of the two years is told.
///
/// # Source
/// 49 CFR 565.15(b) and (d)(1): position 7 is a letter from model year 2010 on. Harley-Davidson, "Vehicle identification
/// number", models of 2006 (1HD, a letter in position 7, 6 in position 10).
fn model_year(key: &[u8]) -> Option<u16> {
    const YEARS: &[u8; 30] = b"ABCDEFGHJKLMNPRSTVWXY123456789";
    let code = key.get(9).filter(|_| is_north_american(key))?;
    let index = YEARS.iter().position(|year| year == code)?;
    let light = !HEAVY.iter().any(|maker| key.starts_with(&maker[..]));
    let cycle = if light && key[6].is_ascii_alphabetic() { 2010 } else { 1980 };
    u16::try_from(index).ok().map(|index| cycle + index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::Draw;

    #[test]
    fn holds_the_country_and_the_model_year() {
        let found = facts(b"1M8GDM9AXKP042788");
        assert_eq!((found.region, found.year), (Some("United States"), Some(1989)));
        let found = facts(b"WVWZZZ1J11W000001");
        assert_eq!((found.region, found.year), (Some("Germany"), None));
        assert_eq!(facts(b"5AA3A1AA7KA000001").year, Some(2019));
        assert_eq!(facts(b"1HD1AAA10GA000001").year, Some(1986), "a motorcycle: its seventh place tells nothing");
        assert_eq!(facts(b"XTE110308Y0000001").region, Some("Russia or its neighbours"));
        assert_eq!(
            (facts(b"Y6D").region, facts(b"1"), facts(b"")),
            (Some("Ukraine"), Facts::default(), Facts::default())
        );
    }

    #[test]
    fn tenders_and_random_signs_are_no_vehicles_together() {
        let digits: Vec<char> = ('0'..='9').collect();
        let signs: Vec<char> = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789".chars().collect();
        let mut draw = Draw::new(7);
        let mut of = |signs: &[char], count: usize| (0..count).map(|_| draw.one_of(signs)).collect::<String>();
        let makers = ["WVW", "WDB", "XTA", "Y6D", "KNA", "VF1", "TMB"];
        let cars = (0..300).map(|row| format!("{}{}{}", makers[row % 7], of(&signs, 8), of(&digits, 6))).collect();
        let tenders = (0..300)
            .map(|row| format!("UA-2021-{:02}-{:02}-{}-a", row % 12 + 1, row % 28 + 1, of(&digits, 6)))
            .collect();
        let serials = (0..300).map(|_| format!("X{}", of(&signs, 16))).collect();
        let numbers = (0..300).map(|_| format!("9{}", of(&digits, 16))).collect();
        let columns: [(Vec<String>, bool); 4] = [(cars, true), (tenders, false), (serials, false), (numbers, false)];
        for (cells, wanted) in columns {
            let cells: Vec<&[u8]> = cells.iter().map(String::as_bytes).collect();
            assert_eq!(look_like_vehicles(&cells), wanted, "{}", String::from_utf8_lossy(cells[0]));
        }
    }

    #[test]
    fn chance_is_as_stated() {
        let characters: Vec<char> = ('A'..='Z').chain('0'..='9').collect();
        let mut draw = Draw::new(5);
        let mut passes = |_: &u32| {
            let text: String = (0..LENGTH).map(|_| draw.one_of(&characters)).collect();
            crate::kind::tests::spelled(&KIND, &text).is_ok()
        };
        let share = (0..200_000).filter(|n| passes(n)).count() as f64 / 2e5;
        assert!((share - KIND.chance).abs() < 0.005, "{share}");
    }
}
