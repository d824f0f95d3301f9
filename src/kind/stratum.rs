//! Of what part of the population a key is: records of a leak come in blocks, and whoever selects, selects by such parts.
//!
//! Only likeness counts: two keys of one series, birth decade, network or domain have one number.

use xxhash_rust::xxh3::xxh3_64;

use super::{Kind, Rank};

/// Number of strata that the keys of a kind are divided into.
pub const STRATA: usize = 64;
/// Parts of each stratum: shares need strata of many keys, and whether two lists are of the same people shows in small ones.
pub const PARTS: u32 = 16;

/// Leading digits of a number that stand for a stretch of birth dates, a region or an office; the next one divides it.
const LEADING: usize = 2;
/// Leading characters of a thing's number: the region of a plate, the bank of a card or account, the maker of a device.
const THING_BYTES: usize = 4;
/// Leading characters of an international telephone number (E.164): the plus, country and first digits of the network, and with
/// the next digits those of a block.
const PHONE_BYTES: usize = 6;
const BLOCK_BYTES: usize = 8;

/// The part of a stratum that a canonical key of a kind is in, below [`STRATA`] times [`PARTS`]; the same in every run. 0
/// for kinds without parts. Divided by [`PARTS`] it is the stratum.
#[inline]
pub fn part(kind: &Kind, key: &[u8]) -> u32 {
    match kind.rank {
        Rank::Document => match key.iter().position(u8::is_ascii_digit).unwrap_or(key.len()) {
            0 => numbered(key),
            letters => lettered(&key[..letters]),
        },
        Rank::Tax => numbered(key),
        Rank::Thing => hashed(&key[..key.len().min(THING_BYTES)]),
        Rank::Phone => {
            let network = hashed(&key[..key.len().min(PHONE_BYTES)]) / PARTS;
            network * PARTS + hashed(&key[..key.len().min(BLOCK_BYTES)]) % PARTS
        }
        Rank::Email => hashed(memchr::memrchr(b'@', key).map_or(key, |at| &key[at..])),
        Rank::Login | Rank::Account | Rank::Hash | Rank::Password | Rank::Attribute => 0,
    }
}

/// A part for whatever has no order.
fn hashed(text: &[u8]) -> u32 {
    (xxh3_64(text) % (STRATA as u64 * u64::from(PARTS))) as u32
}

/// The part of a number by its leading digits: stretches of days or offices beside each other are parts beside each other, and
/// two of them are one only where they are more than sixty apart.
fn numbered(key: &[u8]) -> u32 {
    let Some(digits) = key.get(..LEADING).filter(|digits| digits.iter().all(u8::is_ascii_digit)) else {
        return hashed(&key[..key.len().min(LEADING)]);
    };
    let leading = u32::from(digits[0] - b'0') * 10 + u32::from(digits[1] - b'0');
    let next = key.get(LEADING).filter(|byte| byte.is_ascii_digit()).map_or(0, |byte| u32::from(byte - b'0'));
    let (stratum, again) = (leading % STRATA as u32, leading / STRATA as u32);
    // Half of the parts for each of both; ten digits in eight.
    stratum * PARTS + again * PARTS / 2 + next * (PARTS / 2) / 10
}

/// The part of a series of letters. Regions and years share their first letter, so that each letter has two strata of its own:
/// a list of other regions stands in other ones, however many series it has.
///
/// # Source
/// Letters of one alphabet differ in the five lowest bits of their last byte, in ASCII and in UTF-8's Cyrillic block.
fn lettered(series: &[u8]) -> u32 {
    let end = series.iter().skip(1).position(|byte| byte & 0xC0 != 0x80).map_or(series.len(), |at| at + 1);
    let (first, rest) = series.split_at(end);
    let letter = first.last().map_or(0, |byte| u32::from(byte & 0x1F));
    letter * 2 * PARTS + (xxh3_64(rest) % u64::from(2 * PARTS)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::find;

    #[test]
    fn keys_of_one_part_are_alike() {
        let part_of = |id: &str, key: &str| part(find(id).unwrap(), key.as_bytes());
        let of = |id: &str, key: &str| part_of(id, key) / PARTS;
        assert_eq!(of("ua.driver_licence", "ВХЕ123456"), of("ua.driver_licence", "ВХЕ999999"));
        assert_eq!(of("phone", "+380671234567"), of("phone", "+380677654321"));
        assert_eq!(of("email", "a@example.com"), of("email", "b@example.com"));
        assert_eq!(of("ua.rntrc", "3184710691"), of("ua.rntrc", "3100000000"));
        assert_eq!(of("password", "anything else"), 0);
        // Series of other first letters never fall together.
        let of_letters = |letters: &str| -> std::collections::BTreeSet<u32> {
            let series = letters
                .chars()
                .flat_map(|first| "АВСЕНІКМОРТХ".chars().map(move |next| format!("{first}{next}Х123456")));
            series.map(|key| of("ua.driver_licence", &key)).collect()
        };
        let (some, others) = (of_letters("АВСЕНІ"), of_letters("КМОРТХ"));
        assert!(some.is_disjoint(&others) && some.len() == 12 && others.len() == 12, "{some:?} {others:?}");
        let all: std::collections::BTreeSet<u32> =
            (10..99).map(|decade| of("ua.rntrc", &format!("{decade}84710691"))).collect();
        assert!(all.len() == STRATA && all.iter().all(|&stratum| (stratum as usize) < STRATA));
        // Stretches of birth dates that stand in one stratum are parts of it.
        let parts: std::collections::BTreeSet<u32> =
            (100..440).map(|stretch| part_of("ua.rntrc", &format!("{stretch}4710691"))).collect();
        assert!(parts.len() > 250 && part_of("ua.rntrc", "0500000000") != part_of("ua.rntrc", "6900000000"));
        // Networks are divided by their blocks, series of one first letter by the others.
        assert_eq!(of("phone", "+380671234567"), of("phone", "+380679999999"));
        assert_ne!(part_of("phone", "+380671234567"), part_of("phone", "+380679999999"));
        assert_ne!(part_of("ua.driver_licence", "ВХЕ123456"), part_of("ua.driver_licence", "ВХК123456"));
    }
}
