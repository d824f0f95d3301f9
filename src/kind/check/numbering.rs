//! Telephone numbering plans: whether a national or international number can have been given out.

use super::plans::{COUNTRIES, KG, RU, UA};
use crate::kind::Mismatch;

/// Fewest and most digits of an international number, country code included.
///
/// # Source
/// ITU-T E.164, section 6.2.1 (at most 15); fewer than 7 are service numbers that cannot be dialled from abroad.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// Entry of [`Plan::heads`] for three leading digits whose blocks differ behind them.
const MIXED: u16 = 1;

/// Numbers whose first six national digits lie between the first two fields (inclusive), with the lengths they may have
/// (bit n: n digits).
#[derive(Debug, Clone, Copy)]
pub struct Block(pub u32, pub u32, pub u16);

/// A country known by its lengths only: code, lengths of the national number (bit n), its first digits (bit d).
#[derive(Debug, Clone, Copy)]
pub struct Country(pub u16, pub u16, pub u16);

/// The plan of one country code, block by block.
#[derive(Debug)]
pub struct Plan {
    /// Country code, ASCII digits.
    pub code: &'static [u8],
    /// Digit that is dialled before a national number inside the country, and not part of it.
    pub trunk: u8,
    blocks: &'static [Block],
    /// Lengths by the first three digits, or [`MIXED`].
    heads: [u16; 1000],
    /// All lengths that occur in the plan.
    lengths: u16,
}

impl Plan {
    /// A plan from its blocks, sorted and disjoint.
    pub const fn new(code: &'static [u8], trunk: u8, blocks: &'static [Block]) -> Plan {
        let mut heads = [0; 1000];
        let mut lengths = 0;
        let mut at = 0;
        while at < blocks.len() {
            let Block(first, last, allowed) = blocks[at];
            lengths |= allowed;
            let mut head = first / 1000;
            while head <= last / 1000 {
                let whole = first <= head * 1000 && last >= head * 1000 + 999;
                heads[head as usize] = if whole { allowed } else { MIXED };
                head += 1;
            }
            at += 1;
        }
        Plan { code, trunk, blocks, heads, lengths }
    }

    /// Whether `digits` (ASCII digits, without country code and trunk digit) are a national number of the plan.
    ///
    /// # Errors
    /// [`Mismatch::Length`] if no number of the plan is that long, [`Mismatch::Part`] if the block is not in use.
    #[inline]
    pub fn national(&self, digits: &[u8]) -> Result<(), Mismatch> {
        let length = bit(digits.len());
        if self.lengths & length == 0 {
            return Err(Mismatch::Length);
        }
        let allowed = match self.heads[value(&digits[..3]) as usize] {
            MIXED => self.search(value(&digits[..6])),
            allowed => allowed,
        };
        if allowed & length != 0 { Ok(()) } else { Err(Mismatch::Part) }
    }

    fn search(&self, six: u32) -> u16 {
        let after = self.blocks.partition_point(|block| block.0 <= six);
        match self.blocks[..after].last() {
            Some(&Block(_, last, allowed)) if six <= last => allowed,
            _ => 0,
        }
    }

    /// As [`Plan::national`], where a trunk digit before the number is left out. Returns the number without it.
    ///
    /// # Errors
    /// Those of [`Plan::national`].
    #[inline]
    pub fn national_or_trunk<'a>(&self, digits: &'a [u8]) -> Result<&'a [u8], Mismatch> {
        match self.national(digits) {
            Ok(()) => Ok(digits),
            Err(mismatch) => match digits.split_first() {
                Some((&first, rest)) if first == self.trunk => self.national(rest).map(|()| rest),
                _ => Err(mismatch),
            },
        }
    }
}

/// The national number behind an international one: country code and national digits, without a trunk digit that was
/// typed between the two (`+380 (0) 50 …`).
///
/// # Errors
/// [`Mismatch::Length`] if the country has no numbers that long, [`Mismatch::Part`] if the country code or the
/// block is not in use.
#[inline]
pub fn international(digits: &[u8]) -> Result<(&[u8], &[u8]), Mismatch> {
    for plan in [&UA, &KG, &RU] {
        if let Some(national) = digits.strip_prefix(plan.code) {
            return Ok((plan.code, plan.national_or_trunk(national)?));
        }
    }
    elsewhere(digits)
}

/// Codes of the countries whose documents are known here, longer ones first, with the letters of the country.
///
/// # Source
/// ITU-T E.164, list of assigned country codes; Kazakhstan has the first digits 6 and 7 within Russia's code.
const CODES: [(&[u8], &str); 29] = [
    (b"359", "bg"),
    (b"358", "fi"),
    (b"370", "lt"),
    (b"371", "lv"),
    (b"372", "ee"),
    (b"373", "md"),
    (b"375", "by"),
    (b"380", "ua"),
    (b"994", "az"),
    (b"996", "kg"),
    (b"998", "uz"),
    (b"31", "nl"),
    (b"33", "fr"),
    (b"34", "es"),
    (b"39", "it"),
    (b"40", "ro"),
    (b"44", "gb"),
    (b"45", "dk"),
    (b"46", "se"),
    (b"47", "no"),
    (b"48", "pl"),
    (b"49", "de"),
    (b"55", "br"),
    (b"76", "kz"),
    (b"77", "kz"),
    (b"86", "cn"),
    (b"90", "tr"),
    (b"91", "in"),
    (b"7", "ru"),
];

/// The country of a canonical telephone number (`+` and digits), in two small letters; `None` where its documents are not
/// known here, or where several countries share the code.
pub fn country(key: &[u8]) -> Option<&'static str> {
    let digits = key.strip_prefix(b"+")?;
    CODES.iter().find(|(code, _)| digits.starts_with(code)).map(|(_, country)| *country)
}

fn elsewhere(digits: &[u8]) -> Result<(&[u8], &[u8]), Mismatch> {
    if digits.len() < *DIGITS.start() {
        return Err(Mismatch::Length);
    }
    let index = COUNTRY_OF[value(&digits[..3]) as usize];
    let Some(&Country(code, lengths, firsts)) = COUNTRIES.get(usize::from(index)) else {
        return Err(Mismatch::Part);
    };
    let (code, mut national) = digits.split_at(if code < 10 {
        1
    } else if code < 100 {
        2
    } else {
        3
    });
    let starts = |national: &[u8]| national.first().is_some_and(|&first| firsts & bit(usize::from(first & 0x0F)) != 0);
    if !starts(national) {
        // Nearly every country but Italy and San Marino dials 0 before a national number; some write it after the code,
        // in brackets.
        national = national.strip_prefix(b"0").filter(|rest| starts(rest)).ok_or(Mismatch::Part)?;
    }
    let fits = lengths & bit(national.len()) != 0 && DIGITS.contains(&(code.len() + national.len()));
    if fits { Ok((code, national)) } else { Err(Mismatch::Length) }
}

/// First three digits of an international number to the index of its country in [`COUNTRIES`]; 255 for none.
static COUNTRY_OF: [u8; 1000] = country_of();

const fn country_of() -> [u8; 1000] {
    assert!(COUNTRIES.len() < 255, "an index takes one byte");
    let mut table = [u8::MAX; 1000];
    let mut at = 0;
    while at < COUNTRIES.len() {
        let code = COUNTRIES[at].0 as usize;
        let (first, heads) = if code < 10 {
            (code * 100, 100)
        } else if code < 100 {
            (code * 10, 10)
        } else {
            (code, 1)
        };
        let mut head = first;
        while head < first + heads {
            assert!(table[head] == u8::MAX, "country codes are free of prefixes");
            table[head] = at as u8;
            head += 1;
        }
        at += 1;
    }
    table
}

/// The set that holds one number; empty beyond 15.
const fn bit(number: usize) -> u16 {
    if number < 16 { 1 << number } else { 0 }
}

fn value(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |value, &digit| value * 10 + u32::from(digit & 0x0F) % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(digits: &str) -> Result<String, Mismatch> {
        let (code, national) = international(digits.as_bytes())?;
        Ok(format!("{}|{}", String::from_utf8_lossy(code), String::from_utf8_lossy(national)))
    }

    #[test]
    fn blocks_and_countries_are_sorted_and_disjoint() {
        for plan in [&UA, &KG, &RU] {
            assert!(plan.blocks.iter().all(|block| block.0 <= block.1 && block.1 < 1_000_000));
            assert!(plan.blocks.is_sorted_by(|left, right| left.1 < right.0));
        }
        assert!(COUNTRIES.is_sorted_by(|left, right| left.0 < right.0));
        assert!(COUNTRIES.len() > 200);
    }

    #[test]
    fn a_mixed_head_is_searched_to_its_ends() {
        assert_eq!(UA.national(b"790123456"), Ok(()));
        assert_eq!(UA.national(b"791123456"), Err(Mismatch::Part));
        assert_eq!(UA.national(b"800123456"), Ok(()));
        assert_eq!(UA.national(b"8001234567"), Ok(()));
        assert_eq!(UA.national(b"800912345"), Err(Mismatch::Part));
        assert_eq!(UA.national(b"501234567"), Ok(()));
        assert_eq!(UA.national(b"5012345678"), Err(Mismatch::Part));
        assert_eq!(RU.national(b"9300005123"), Err(Mismatch::Part));
        assert_eq!(RU.national(b"9161234567"), Ok(()));
    }

    #[test]
    fn country_codes_are_found_by_prefix() {
        assert_eq!(joined("380501234567").as_deref(), Ok("380|501234567"));
        assert_eq!(joined("3800501234567").as_deref(), Ok("380|501234567"));
        assert_eq!(joined("78123456789").as_deref(), Ok("7|8123456789"));
        assert_eq!(joined("14155552671").as_deref(), Ok("1|4155552671"));
        assert_eq!(joined("4402079460958").as_deref(), Ok("44|2079460958"));
        assert_eq!(joined("390612345678").as_deref(), Ok("39|0612345678"));
        assert_eq!(joined("1415555267"), Err(Mismatch::Length));
        assert_eq!(joined("999123456789"), Err(Mismatch::Part));
        assert_eq!(joined("123"), Err(Mismatch::Length));
    }
}
