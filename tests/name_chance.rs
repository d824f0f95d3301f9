//! How often two different people agree in name and day of birth, measured on a population with names and births as
//! uneven as in life: what the second tier of matching is worth.

use std::collections::BTreeMap;

use leakprov::kind::name_match::without_father;

const PEOPLE: usize = 2_000_000;

/// Shares of given names of men and of women, in percent of each, by rank; the rest is left out, which makes agreement
/// more frequent.
///
/// # Source
/// Set by hand after the common knowledge that the first name has about a tenth and the first ten over half.
const MEN: [f64; 30] = [
    11.0, 9.0, 7.5, 7.0, 6.5, 5.5, 5.0, 4.5, 4.0, 4.0, 3.5, 3.0, 3.0, 3.0, 2.5, 2.5, 2.5, 2.0, 2.0, 1.5, 1.5, 1.5, 1.0,
    1.0, 1.0, 1.0, 0.8, 0.7, 0.6, 0.5,
];
const WOMEN: [f64; 30] = [
    8.0, 7.5, 7.0, 7.0, 6.0, 5.5, 5.5, 5.0, 4.5, 4.5, 4.0, 3.5, 3.5, 3.0, 3.0, 2.5, 2.5, 2.0, 2.0, 2.0, 1.5, 1.5, 1.5,
    1.2, 1.0, 1.0, 0.8, 0.7, 0.6, 0.5,
];

/// Different surnames, and how their shares fall with their rank r: (1 + r / 40)^-0.95. The first has 0.2 %, the first
/// hundred 12 %.
///
/// # Source
/// Zipf's law as amended by Mandelbrot; the constants were set so that the first ranks have the shares that counts of
/// Ukrainian surnames commonly report (0.2 to 0.3 % for the first).
const SURNAMES: usize = 300_000;

fn share_of_surname(rank: usize) -> f64 {
    (1.0 + rank as f64 / 40.0).powf(-0.95)
}

/// SplitMix64, as elsewhere in the tests.
struct Draw(u64);

impl Draw {
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, count: usize) -> usize {
        ((self.share() * count as f64) as usize).min(count - 1)
    }
}

/// Sums up to each rank, to draw from.
fn sums(shares: impl Iterator<Item = f64>) -> Vec<f64> {
    shares
        .scan(0.0, |sum, share| {
            *sum += share;
            Some(*sum)
        })
        .collect()
}

fn pick(sums: &[f64], draw: &mut Draw) -> usize {
    let wanted = draw.share() * sums[sums.len() - 1];
    sums.partition_point(|sum| *sum <= wanted).min(sums.len() - 1)
}

/// A surname out of its rank, of syllables among which the match key does not tell all apart.
fn surname(rank: usize) -> String {
    const FIRST: [&str; 20] = [
        "БОН", "ВЕР", "ГОР", "ДЕМ", "ЗАХ", "КАР", "ЛИТ", "МАР", "НОВ", "ОЛЕ", "ПАВ", "РАД", "САВ", "ТИМ", "ХАР", "ЧЕР",
        "ШЕВ", "ЯР", "КІС", "ХОР",
    ];
    const MIDDLE: [&str; 32] = [
        "А", "АН", "АР", "ИЛ", "ИН", "ІМ", "ОВ", "ОР", "УТ", "ИЧ", "АБ", "ЕД", "ОС", "УЛ", "ЕТ", "АД", "ІЛ", "УГ",
        "УХ", "ОЛ", "ЕР", "ИМ", "ЯН", "ЄВ", "ОЗГ", "АЖ", "ІН", "ЕН", "ОМ", "УК", "ІЙ", "О",
    ];
    const LAST: [&str; 20] = [
        "ЕНКО",
        "ЧУК",
        "СЬКИЙ",
        "ЮК",
        "КО",
        "АК",
        "ЕЦЬ",
        "ИШИН",
        "ІВ",
        "УН",
        "ІЙ",
        "ОВИЧ",
        "ИК",
        "АЙ",
        "УХА",
        "ІВСЬКИЙ",
        "ИЛО",
        "УЛЯ",
        "АНЬ",
        "ЕЛЬ",
    ];
    let (first, rest) = (rank % 20, rank / 20);
    let (last, rest) = (rest % 20, rest / 20);
    format!("{}{}{}{}", FIRST[first], MIDDLE[rest % 32], MIDDLE[rest / 32 % 32], LAST[last])
}

/// Births by year, as a country's pyramid of ages has them, about.
fn births() -> Vec<f64> {
    let of = |year: u32| match year {
        ..1950 => 0.6,
        1950..1962 => 1.2,
        1962..1976 => 1.1,
        1976..1990 => 1.2,
        _ => 0.8,
    };
    sums((1940..2006).map(of))
}

/// Share of pairs of different people that agree: one in about three thousand million. The docs and `explain` say so.
#[test]
fn two_people_in_three_thousand_million_pairs_agree_by_chance() {
    let surnames: Vec<String> = (0..SURNAMES).map(surname).collect();
    let by_surname = sums((0..SURNAMES).map(share_of_surname));
    let (men, women, births) = (sums(MEN.into_iter()), sums(WOMEN.into_iter()), births());
    let mut draw = Draw(20_261_122);
    let (mut key, mut name) = (Vec::new(), String::new());
    let mut people: BTreeMap<(u64, u32), u32> = BTreeMap::new();
    let hasher = |bytes: &[u8]| xxhash_rust::xxh3::xxh3_64(bytes);
    for _ in 0..PEOPLE {
        let male = draw.share() < 0.5;
        let given = pick(if male { &men } else { &women }, &mut draw);
        // Listed names would be drawn together by the list; these are not on it.
        let letters: Vec<char> = "АБВДЕЖЗИКЛМНОПРСТУФЦЧШАБВДЕЖЗИ".chars().collect();
        name.clear();
        name.push_str(&surnames[pick(&by_surname, &mut draw)]);
        name.push_str(if male { " МОЖ" } else { " ЖОМ" });
        name.push(letters[given]);
        name.push(if given < 22 { 'О' } else { 'У' });
        assert!(without_father(name.as_bytes(), &mut key));
        let day = pick(&births, &mut draw) as u32 * 366 + draw.below(365) as u32;
        *people.entry((hasher(&key), day)).or_default() += 1;
    }
    let agreeing: f64 = people.values().map(|&count| f64::from(count) * (f64::from(count) - 1.0) / 2.0).sum();
    let pairs = PEOPLE as f64 * (PEOPLE as f64 - 1.0) / 2.0;
    let share = agreeing / pairs;
    println!("{agreeing} of {pairs:e} pairs: {share:e}");
    assert!((2.6e-10..3.9e-10).contains(&share), "{share:e}");
}
