//! Numbers of the regions of Ukraine in the two classifications of places (KOATUU, KATOTTG).

/// The region with a number of two digits; `None` where there is none.
pub fn region(number: u32) -> Option<&'static str> {
    REGIONS.iter().find(|(listed, _)| *listed == number).map(|(_, region)| *region)
}

/// Numbers and regions; the numbers were left with gaps on purpose.
///
/// # Source
/// DK 014-97, classification of objects of the administrative division of Ukraine (KOATUU), first level; the order of
/// the Ministry of Development 290 of 2020-11-26 (KATOTTG) keeps them.
#[rustfmt::skip]
const REGIONS: [(u32, &str); 27] = [
    (1, "Crimea"), (5, "Vinnytsia"), (7, "Volyn"), (12, "Dnipropetrovsk"), (14, "Donetsk"), (18, "Zhytomyr"),
    (21, "Zakarpattia"), (23, "Zaporizhzhia"), (26, "Ivano-Frankivsk"), (32, "Kyiv region"), (35, "Kirovohrad"),
    (44, "Luhansk"), (46, "Lviv"), (48, "Mykolaiv"), (51, "Odesa"), (53, "Poltava"), (56, "Rivne"), (59, "Sumy"),
    (61, "Ternopil"), (63, "Kharkiv"), (65, "Kherson"), (68, "Khmelnytskyi"), (71, "Cherkasy"), (73, "Chernivtsi"),
    (74, "Chernihiv"), (80, "Kyiv"), (85, "Sevastopol"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_have_their_numbers_and_gaps_have_none() {
        assert_eq!((region(80), region(63), region(1)), (Some("Kyiv"), Some("Kharkiv"), Some("Crimea")));
        assert_eq!((0..100).filter(|number| region(*number).is_some()).count(), REGIONS.len());
        assert_eq!((region(0), region(2), region(100)), (None, None, None));
    }
}
