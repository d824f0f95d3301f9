//! Of what part of the population a key is: records of a leak come in blocks, and whoever selects, selects by such parts.
//!
//! Only likeness counts: two keys of one series, birth decade, network or domain have one number.

use xxhash_rust::xxh3::xxh3_64;

use super::{Kind, Rank};

/// Number of strata that the keys of a kind are divided into at most, and of those without letters.
pub const STRATA: usize = 256;
const UNLETTERED: u64 = 64;
/// Strata of the series that begin with one letter.
const OF_LETTER: u64 = 8;

/// Leading digits of a tax number that stand for a stretch of birth dates.
const TAX_BYTES: usize = 2;
/// Leading digits of a document's number that has no letters before it: two digits stand for a region or an office.
const SERIES_BYTES: usize = 2;
/// Leading characters of a thing's number: the region of a plate, the bank of a card or account, the maker of a device.
const THING_BYTES: usize = 4;
/// Leading characters of an international telephone number (E.164): the plus, country and first digits of the network.
const PHONE_BYTES: usize = 6;

/// The stratum of a canonical key of a kind, below [`STRATA`]; the same in every run. 0 for kinds without parts.
#[inline]
pub fn stratum(kind: &Kind, key: &[u8]) -> u32 {
    let part = match kind.rank {
        Rank::Document => {
            let letters = key.iter().position(u8::is_ascii_digit).unwrap_or(key.len());
            if letters > 0 {
                return lettered(&key[..letters]);
            }
            &key[..SERIES_BYTES.min(key.len())]
        }
        Rank::Thing => &key[..key.len().min(THING_BYTES)],
        Rank::Tax => &key[..key.len().min(TAX_BYTES)],
        Rank::Phone => &key[..key.len().min(PHONE_BYTES)],
        Rank::Email => memchr::memrchr(b'@', key).map_or(key, |at| &key[at..]),
        Rank::Login | Rank::Account | Rank::Hash | Rank::Password | Rank::Attribute => return 0,
    };
    (xxh3_64(part) % UNLETTERED) as u32
}

/// The stratum of a series of letters. Regions and years share their first letter, so that each letter has strata of its own:
/// a list of other regions stands in other ones, however many series it has.
///
/// # Source
/// Letters of one alphabet differ in the five lowest bits of their last byte, in ASCII and in UTF-8's Cyrillic block.
fn lettered(series: &[u8]) -> u32 {
    let end = series.iter().skip(1).position(|byte| byte & 0xC0 != 0x80).map_or(series.len(), |at| at + 1);
    let (first, rest) = series.split_at(end);
    let letter = first.last().map_or(0, |byte| u32::from(byte & 0x1F));
    letter * OF_LETTER as u32 + (xxh3_64(rest) % OF_LETTER) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::find;

    #[test]
    fn keys_of_one_part_are_alike() {
        let of = |id: &str, key: &str| stratum(find(id).unwrap(), key.as_bytes());
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
        assert!(some.is_disjoint(&others) && some.len() > 24 && others.len() > 24, "{some:?} {others:?}");
        let all: std::collections::BTreeSet<u32> =
            (10..99).map(|decade| of("ua.rntrc", &format!("{decade}84710691"))).collect();
        assert!(all.len() > 40 && all.iter().all(|&stratum| (stratum as usize) < STRATA));
    }
}
