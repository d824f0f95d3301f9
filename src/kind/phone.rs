//! Telephone number as E.164: international from everywhere, national spellings of Ukraine, Kyrgyzstan and Russia.

use super::check::numbering::{Plan, international};
use super::check::plans::{KG, RU, UA};
use super::{KeyBuf, Kind, Mismatch, Piece, Rank, Region, Series};
use crate::text::blank;

/// The kind `phone`.
pub static KIND: Kind = Kind {
    id: "phone",
    title: "Telephone number (E.164)",
    plural: "telephone numbers",
    sources: &[
        "ITU-T E.164 and its list of assigned country codes",
        "Google libphonenumber 9.0.43: numbering plans of Ukraine, Kyrgyzstan, Russia and Kazakhstan; lengths and \
         first digits of all other countries",
    ],
    valid: &[
        ("+380501234567", "+380501234567"),
        ("380671234567", "+380671234567"),
        ("+38 (063) 123-45-67", "+380631234567"),
        ("+380 (0)50 123.45.67", "+380501234567"),
        ("00380501234567", "+380501234567"),
        ("380501234567.0", "+380501234567"),
        ("80931234567", "+380931234567"),
        ("0931234567", "+380931234567"),
        ("+996 (700) 12\u{2011}34\u{2011}56", "+996700123456"),
        ("996312623456", "+996312623456"),
        ("+7 916 123-45-67", "+79161234567"),
        ("89161234567", "+79161234567"),
        ("+77011234567", "+77011234567"),
        ("+1 (415) 555-2671", "+14155552671"),
        ("+44 (0)20 7946 0958", "+442079460958"),
        ("+81 90-1234-5678", "+819012345678"),
        ("tel:+380-50-123-45-67", "+380501234567"),
    ],
    invalid: &[
        ("+38050123456", Mismatch::Length),
        ("+380101234567", Mismatch::Part),
        ("+996100123456", Mismatch::Part),
        ("+7916123456", Mismatch::Length),
        ("+0123456789", Mismatch::Part),
        ("+1234567890123456", Mismatch::Length),
        ("0501234567", Mismatch::Part),
        ("9161234567", Mismatch::Part),
        ("671234567", Mismatch::Part),
        ("1759013776", Mismatch::Part),
        ("3.80501E+11", Mismatch::Shape),
        ("+380501234567 ext. 5", Mismatch::Shape),
        ("12+34567890", Mismatch::Shape),
        ("+", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.227,
    rank: Rank::Phone,
    headers: &[
        "phone",
        "phones",
        "phonenumber",
        "phone1",
        "phone2",
        "mobile",
        "mobilephone",
        "mobphone",
        "cellphone",
        "cell",
        "tel",
        "telephone",
        "msisdn",
        "телефон",
        "телефони",
        "телефоны",
        "номертелефону",
        "номертелефона",
        "мобтелефон",
        "мобільний",
        "мобільнийтелефон",
        "контактнийтелефон",
        "контактныйтелефон",
        "мобильный",
        "мобильныйтелефон",
        "мобтел",
        "моб",
        "тел",
        "сотовый",
        "сотовыйтелефон",
        "абонент",
    ],
    caveat: "A national spelling needs its country: 0501234567 is a number in Ukraine and in Kyrgyzstan. Numbers \
             outside the four plans are checked for length and first digit only. Numbers are given out again to \
             other people.",
    canonical: Some(is_canonical),
    key,
    series: Some(Series { prefix_bytes: 1, tail_bytes: 0, reseal }),
    pieces: &[
        Piece { headers: CODE_HEADERS, fits: is_code, optional: false, telling: false },
        Piece { headers: REST_HEADERS, fits: is_rest, optional: false, telling: false },
    ],
    regional: true,
    filler: Some(is_filler),
    ..Kind::COMMON
};

/// Words that head the calling or area code where it stands in a column of its own, and what is behind it.
const CODE_HEADERS: &[&str] = &[
    "countrycode",
    "callingcode",
    "phonecode",
    "dialcode",
    "areacode",
    "phoneprefix",
    "prefix",
    "code",
    "кодкраїни",
    "кодтелефону",
    "кодоператора",
    "кодстраны",
    "кодтелефона",
    "код",
];
const REST_HEADERS: &[&str] = &[
    "phone",
    "phonenumber",
    "number",
    "mobile",
    "tel",
    "telephone",
    "телефон",
    "номертелефону",
    "номертелефона",
    "номер",
    "тел",
];

/// One to four digits, `+` before them or not.
fn is_code(text: &[u8]) -> bool {
    let digits = text.strip_prefix(b"+").unwrap_or(text);
    (1..=4).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit)
}

/// Five to eleven digits, with blanks, hyphens and brackets.
fn is_rest(text: &[u8]) -> bool {
    let digits = text.iter().filter(|byte| byte.is_ascii_digit()).count();
    let sign = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b' ' | b'-' | b'(' | b')' | b'.');
    (5..=11).contains(&digits) && text.iter().all(sign)
}

/// More digits than any spelling has: `00`, a code of 3, a trunk digit and 14 national digits.
const DIGITS_MOST: usize = 20;

/// Fewest digits behind `00`: with fewer, a national number that begins with two noughts by mistake would pass for one
/// of a small country.
const ABROAD_DIGITS_LEAST: usize = 10;

/// No spelling is longer; a cell that is is not one.
const INPUT_BYTES_MOST: usize = 80;

fn is_canonical(text: &[u8]) -> bool {
    let Some((b'+', digits)) = text.split_first() else { return false };
    (7..=15).contains(&digits.len())
        && digits.iter().all(u8::is_ascii_digit)
        // A trunk digit that was left out makes the number shorter than it was.
        && international(digits).is_ok_and(|(code, national)| code.len() + national.len() == digits.len())
}

fn reseal(key: &mut [u8]) -> bool {
    is_canonical(key)
}

/// Whether nobody has the number: it is set aside for books and films. `1234567` behind an operator's code is filled in as
/// often, but somebody has it.
///
/// # Source
/// North American Numbering Plan Administrator: 555-0100 to 555-0199 are for fictional use.
fn is_filler(key: &[u8]) -> bool {
    key.len() == 12 && key[1] == b'1' && &key[5..10] == b"55501"
}

/// The digits of a spelling, and whether `+` stood before them.
struct Read {
    digits: [u8; DIGITS_MOST],
    count: usize,
    plus: bool,
}

fn key(text: &[u8], region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let read = read(text)?;
    let digits = &read.digits[..read.count];
    let (code, national) = if read.plus { international(digits)? } else { resolve(digits, region)? };
    out.push(b'+');
    out.extend_from_slice(code);
    out.extend_from_slice(national);
    Ok(())
}

/// The number without `tel:` before it.
///
/// # Source
/// RFC 3966, section 3.
fn without_scheme(text: &[u8]) -> &[u8] {
    match text {
        [b't' | b'T', ..] if text.len() > 4 && text[..4].eq_ignore_ascii_case(b"tel:") => &text[4..],
        _ => text,
    }
}

fn read(text: &[u8]) -> Result<Read, Mismatch> {
    if text.len() > INPUT_BYTES_MOST {
        return Err(Mismatch::Shape);
    }
    let mut read = Read { digits: [0; DIGITS_MOST], count: 0, plus: false };
    let mut at = 0;
    let mut excess = 0;
    let text = without_fraction(without_scheme(text));
    while let Some(&byte) = text.get(at) {
        at += 1;
        match byte {
            b'0'..=b'9' => match read.digits.get_mut(read.count) {
                Some(place) => {
                    *place = byte;
                    read.count += 1;
                }
                None => excess += 1,
            },
            b' ' | b'-' | b'(' | b')' | b'.' | b'/' | b'\t' | b'\'' | b'"' => {}
            b'+' if read.count == 0 && !read.plus => read.plus = true,
            _ => match blank::gap(&text[at - 1..]).max(blank::dash(&text[at - 1..])) {
                0 => return Err(Mismatch::Shape),
                length => at += length - 1,
            },
        }
    }
    match (read.count, excess) {
        (0, _) => Err(Mismatch::Shape),
        (1..7, _) | (_, 1..) => Err(Mismatch::Length),
        _ => Ok(read),
    }
}

/// The text before `.0`, where a spreadsheet took the number for a quantity: digits only, and enough for a whole
/// number.
fn without_fraction(text: &[u8]) -> &[u8] {
    match text.strip_suffix(b".0") {
        Some(whole) if whole.len() >= 9 && whole.strip_prefix(b"+").unwrap_or(whole).iter().all(u8::is_ascii_digit) => {
            whole
        }
        _ => text,
    }
}

/// Code and national number of digits without `+`.
fn resolve(digits: &[u8], region: Region) -> Result<(&[u8], &[u8]), Mismatch> {
    let at_home = match region {
        Region::Unknown | Region::Us => national_anywhere(digits),
        Region::Ua => national(&UA, digits),
        Region::Kg => national(&KG, digits),
        Region::Ru => national(&RU, digits),
    };
    if at_home.is_ok() {
        return at_home;
    }
    // Russia dials 8~10, all others 00 (ITU-T Operational Bulletin 994, dialling procedures).
    let abroad = match region {
        Region::Ru => digits.strip_prefix(b"00").or_else(|| digits.strip_prefix(b"810")),
        _ => digits.strip_prefix(b"00"),
    };
    if let Some(abroad) = abroad.filter(|abroad| abroad.len() >= ABROAD_DIGITS_LEAST) {
        return international(abroad);
    }
    // The three countries' numbers are written without + as often as with it; other codes would be guesses.
    for plan in [&UA, &KG, &RU] {
        let lengths = if plan.code.len() == 1 { 11..=11 } else { 12..=13 };
        if digits.starts_with(plan.code) && lengths.contains(&digits.len()) {
            return international(digits);
        }
    }
    at_home
}

/// A national spelling in a known country.
#[inline]
fn national<'a>(plan: &'static Plan, digits: &'a [u8]) -> Result<(&'static [u8], &'a [u8]), Mismatch> {
    let found = plan.national_or_trunk(digits).or_else(|mismatch| match digits.strip_prefix(b"80") {
        // Ukraine's trunk prefix was 8~0 until 2009, and is still written so.
        Some(rest) if plan.code == UA.code && digits.len() == 11 => plan.national(rest).map(|()| rest),
        _ => Err(mismatch),
    })?;
    Ok((plan.code, found))
}

/// A national spelling in an unknown country: only with a trunk prefix, and only if it fits one of the three plans
/// alone.
///
/// Without a trunk prefix nine digits are as well the number of an identity card, and ten a tax number.
fn national_anywhere(digits: &[u8]) -> Result<(&[u8], &[u8]), Mismatch> {
    let trunk_spelling = (digits.len() == 10 && digits[0] == b'0') || (digits.len() == 11 && digits[0] == b'8');
    if !trunk_spelling {
        let lengths = 9..=11;
        return Err(if lengths.contains(&digits.len()) { Mismatch::Part } else { Mismatch::Length });
    }
    let mut found = Err(Mismatch::Part);
    for plan in [&UA, &KG, &RU] {
        if let Ok(number) = national(plan, digits) {
            if found.is_ok() {
                return Err(Mismatch::Part);
            }
            found = Ok(number);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::Draw;

    #[derive(serde::Deserialize)]
    struct Line {
        region: String,
        input: String,
        key: Option<String>,
        #[serde(default)]
        differs: Option<String>,
    }

    fn spelled(text: &str, region: Region) -> Option<String> {
        let mut out = KeyBuf::new();
        key(text.as_bytes(), region, &mut out).ok().map(|()| String::from_utf8(out).expect("keys are ASCII"))
    }

    /// libphonenumber's verdicts on random numbers; where this kind differs on purpose, the line says why.
    #[test]
    fn agrees_with_libphonenumber() {
        let (mut lines, mut valid) = (0, 0);
        for line in include_str!("../../fixtures/kinds/phone.jsonl").lines() {
            let line: Line = serde_json::from_str(line).expect("a line of the fixture");
            let region = match line.region.as_str() {
                "UA" => Region::Ua,
                "KG" => Region::Kg,
                "RU" => Region::Ru,
                other => panic!("region {other}"),
            };
            let found = spelled(&line.input, region);
            let reason = line.differs;
            assert_eq!(found != line.key, reason.is_some(), "{} {}: {found:?} {reason:?}", line.region, line.input);
            lines += 1;
            valid += usize::from(line.key.is_some());
        }
        assert!(lines >= 600 && valid * 2 > lines, "{valid} of {lines} valid");
    }

    #[test]
    fn national_spellings_need_their_country() {
        for text in ["0501234567", "501234567", "80501234567", "050.123.45.67", "(050)123-45-67"] {
            assert_eq!(spelled(text, Region::Ua).as_deref(), Some("+380501234567"), "{text}");
        }
        assert_eq!(spelled("0501234567", Region::Kg).as_deref(), Some("+996501234567"));
        assert_eq!(spelled("9161234567", Region::Ru).as_deref(), Some("+79161234567"));
        assert_eq!(spelled("8 10 380 50 123 45 67", Region::Ru).as_deref(), Some("+380501234567"));
        // A number of another of the three countries is understood under every region.
        for region in Region::NATIONAL {
            assert_eq!(spelled("996700123456", region).as_deref(), Some("+996700123456"));
            assert_eq!(spelled("79161234567", region).as_deref(), Some("+79161234567"));
            assert_eq!(spelled("380501234567", region).as_deref(), Some("+380501234567"));
        }
    }

    /// Share of random ten-digit strings that pass, for the region where it is greatest (Russia, whose bare numbers
    /// have ten digits); the others pass fewer.
    #[test]
    fn chance_is_the_share_of_random_ten_digit_numbers() {
        let mut draw = Draw::new(20_260_101);
        let mut passed = [0_u32; 4];
        let regions = [Region::Unknown, Region::Ua, Region::Kg, Region::Ru];
        for _ in 0..200_000 {
            let text = format!("{:010}", draw.below(10_000_000_000));
            for (count, &region) in passed.iter_mut().zip(&regions) {
                *count += u32::from(spelled(&text, region).is_some());
            }
        }
        let shares = passed.map(|count| f64::from(count) / 200_000.0);
        assert!((shares[3] - KIND.chance).abs() < 0.005, "{shares:?}");
        assert!(shares[..3].iter().all(|&share| share < shares[3]), "{shares:?}");
    }
}
