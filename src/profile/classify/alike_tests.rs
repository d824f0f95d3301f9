//! Tests of what no value tells apart, and of what stands beside it that does.

use std::collections::BTreeSet;

use super::rows::{self, Said};
use super::{ColumnSample, classify, prepare};
use crate::kind::tests::Draw;
use crate::kind::{KINDS, KeyBuf, Kind, Region, find};
use crate::profile::Decided;

/// Values of a kind that make a column.
const VALUES: usize = 80;

fn accepts(kind: &Kind, text: &str) -> bool {
    (kind.key)(text.as_bytes(), Region::Unknown, &mut KeyBuf::new()).is_ok()
}

/// Right values of a kind: those that an independent implementation calls right, its own examples, and these with some
/// digits drawn anew.
fn values(kind: &Kind) -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/kinds/oracle");
    let lines = std::fs::read_to_string(folder.join(format!("{}.jsonl", kind.id))).unwrap_or_default();
    let lines = lines.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let told = lines.filter(|line| line["valid"] == true).filter_map(|line| line["input"].as_str().map(str::to_owned));
    let told = told.filter(|text| accepts(kind, text));
    let mut found: BTreeSet<String> = kind.valid.iter().map(|(text, _)| (*text).to_owned()).chain(told).collect();
    let seeds: Vec<String> = found.iter().cloned().collect();
    let mut draw = Draw::new(23);
    for _ in 0..30_000 {
        if found.len() >= VALUES {
            break;
        }
        let seed = &seeds[draw.below(seeds.len() as u64) as usize];
        let mut text = String::new();
        for sign in seed.chars() {
            let anew = sign.is_ascii_digit() && draw.below(3) == 0;
            text.push(if anew { char::from(b'0' + draw.below(10) as u8) } else { sign });
        }
        if accepts(kind, &text) {
            found.insert(text);
        }
    }
    found.into_iter().collect()
}

fn column(cells: &[impl AsRef<str>]) -> ColumnSample {
    ColumnSample { name: None, cells: cells.iter().map(|cell| cell.as_ref().as_bytes().to_vec()).collect() }
}

/// Kinds that take nine tenths of each other's values: found, not listed. Whoever is sure of one of them guesses.
#[test]
fn kinds_of_one_shape_and_rule_are_never_sure_alone() {
    let made: Vec<(&Kind, Vec<String>)> =
        KINDS.iter().map(|kind| (*kind, values(kind))).filter(|(_, values)| values.len() >= VALUES / 2).collect();
    let takes = |kind: &Kind, values: &[String]| {
        values.iter().filter(|text| accepts(kind, text)).count() * 10 >= values.len() * 9
    };
    let mut pairs = BTreeSet::new();
    for (at, (one, ones)) in made.iter().enumerate() {
        for (other, others) in &made[at + 1..] {
            if takes(one, others) && takes(other, ones) {
                pairs.insert((one.id, other.id));
                for (kind, values) in [(one, ones), (other, others)].iter().filter(|(kind, _)| kind.typical.is_none()) {
                    let choice = &classify(&[column(values)], None)[0];
                    let sure = choice.kind.map(|sure| sure.id);
                    assert_eq!(
                        sure,
                        None,
                        "{} could be {} as well",
                        kind.id,
                        if kind.id == one.id { other.id } else { one.id }
                    );
                }
            }
        }
    }
    assert!(pairs.contains(&("ee.ik", "lt.asmens")) && pairs.len() > 20, "{pairs:?}");
}

/// What a kind says of its rule is so: what it names that is a kind takes its values, or it takes that one's.
#[test]
fn kinds_of_one_rule_know_each_other() {
    for kind in KINDS.iter() {
        for other in kind.same_rule.iter().filter_map(|id| find(id)) {
            let part =
                values(kind).iter().filter(|text| accepts(other, text)).count() as f64 / values(kind).len() as f64;
            assert!(part > 0.5, "{} and {}: {part}", kind.id, other.id);
        }
    }
}

/// Eight digits with the check digit of enterprises, between two numbers.
fn enterprises(kind: &str, least: u64, most: u64) -> Vec<String> {
    let kind = find(kind).expect("listed");
    let mut draw = Draw::new(5);
    let mut found = Vec::new();
    while found.len() < 120 {
        let text = (least + draw.below(most - least)).to_string();
        if accepts(kind, &text) {
            found.push(text);
        }
    }
    found
}

fn phones(code: &str) -> Vec<String> {
    (0..120).map(|at| format!("+{code}{:06}", 7919 * (at + 1) % 1_000_000)).collect()
}

#[test]
fn enterprise_codes_are_of_the_country_beside_them() {
    let told = |cells: &[String], beside: Option<&[String]>| {
        let table: Vec<ColumnSample> = std::iter::once(column(cells)).chain(beside.map(column)).collect();
        let choice = classify(&table, None).remove(0);
        (choice.kind.map(|kind| kind.id), choice.decided)
    };
    let (old, kyrgyz) =
        (enterprises("ua.edrpou", 10_000_000, 29_000_000), enterprises("kg.okpo", 20_000_000, 33_000_000));
    let (here, there) = (phones("380671"), phones("996555"));
    assert_eq!(told(&old, None), (None, Decided::Assumed));
    assert_eq!(told(&kyrgyz, None).0, None);
    assert_eq!(told(&old, Some(&here)), (Some("ua.edrpou"), Decided::Neighbours));
    assert_eq!(told(&kyrgyz, Some(&there)), (Some("kg.okpo"), Decided::Neighbours));
    let new = enterprises("ua.edrpou", 31_000_000, 45_000_000);
    assert_eq!(told(&new, None), (Some("ua.edrpou"), Decided::Values), "codes of later years have a rule of their own");
}

#[test]
fn persons_of_two_baltic_countries_are_told_by_their_telephones() {
    let numbers = values(find("ee.ik").expect("listed"));
    let sure = |beside: &[String]| {
        let rows = numbers.len().min(beside.len());
        classify(&[column(&numbers[..rows]), column(&beside[..rows])], None)[0].kind.map(|kind| kind.id)
    };
    let ids: Vec<String> = (0..120).map(|at| format!("row {at}")).collect();
    assert_eq!(sure(&ids), None);
    let (estonian, lithuanian): (Vec<String>, Vec<String>) =
        (0..120).map(|at| (format!("+3725{:06}", 5_000 + at), format!("+3706{:07}", 5_000 + at))).unzip();
    assert_eq!((sure(&estonian), sure(&lithuanian)), (Some("ee.ik"), Some("lt.asmens")));
}

/// Every kind whose numbers hold a day of birth or a sex is asked, and answers.
#[test]
fn days_of_birth_and_sexes_beside_a_number_agree_with_it() {
    let (mut births, mut sexes) = (0, 0);
    for kind in KINDS.iter().filter(|kind| kind.facts.is_some()) {
        let numbers = values(kind);
        let read = kind.facts.expect("asked for");
        let facts: Vec<_> = numbers
            .iter()
            .map(|text| {
                let mut key = KeyBuf::new();
                (kind.key)(text.as_bytes(), Region::Unknown, &mut key).expect("right values");
                read(&key)
            })
            .collect();
        let said = |beside: &[String]| {
            let samples = [column(&numbers), column(beside)];
            let table: Vec<_> = samples.iter().map(prepare).collect();
            let fit = table[0].fits.iter().find(|fit| fit.kind.id == kind.id).expect("its own values");
            rows::ask(fit, &samples, 0, &table)
        };
        let born = |facts: &crate::kind::facts::Facts| {
            facts.named().into_iter().find(|(name, _)| *name == "born").map(|(_, day)| day).unwrap_or_default()
        };
        let days: Vec<String> = facts.iter().map(born).collect();
        if days.iter().filter(|day| !day.is_empty()).count() >= 20 {
            births += 1;
            assert_eq!(said(&days), Said::Agrees, "{}", kind.id);
            let mut other = days.clone();
            other.rotate_left(7);
            assert_ne!(said(&other), Said::Agrees, "{}: the days of others", kind.id);
        }
        let men = facts.iter().filter(|facts| facts.male == Some(true)).count();
        let women = facts.iter().filter(|facts| facts.male == Some(false)).count();
        if men.min(women) >= 15 {
            sexes += 1;
            for (him, her) in [
                ("Тестович", "Тестівна"),
                ("чоловіча", "жіноча"),
                ("М", "Ж"),
                ("Зразко Іван Тестович", "Зразко Олена Тестівна"),
            ] {
                let word = |male: bool| if male { him } else { her }.to_owned();
                let told = |turned: bool| {
                    facts
                        .iter()
                        .map(|facts| facts.male.map_or_else(String::new, |male| word(male != turned)))
                        .collect::<Vec<_>>()
                };
                assert_eq!(said(&told(false)), Said::Agrees, "{}: {him}", kind.id);
                assert_ne!(said(&told(true)), Said::Agrees, "{}: {him}", kind.id);
            }
        }
    }
    assert!(births >= 15 && sexes >= 10, "{births} kinds with days of birth, {sexes} with sexes");
}

/// Plates of four regions beside towns: those of the same region raise the column, those that come as they come lower it.
#[test]
fn regions_of_plates_raise_and_lower_a_column() {
    let regions = [("AA", "м. Київ, вул. Тестова, 1"), ("BC", "м. Львів"), ("BH", "Одеса"), ("AX", "г. Харьков")];
    let plates: Vec<String> = (0..200).map(|at| format!("{}{:04}BB", regions[at % 4].0, 1 + at * 37)).collect();
    let beside = |shift: usize| -> Vec<String> {
        (0..200).map(|at| regions[(at + (at / 4 % 4) * shift) % 4].1.to_owned()).collect()
    };
    let streets: Vec<String> = (0..200).map(|at| format!("вул. Тестова, {at}")).collect();
    let confidence = |beside: &[String]| {
        let choice = &classify(&[column(&plates), column(beside)], None)[0];
        assert_eq!(choice.kind.map(|kind| kind.id), Some("ua.vehicle_plate_2004"));
        choice.candidates[0].confidence
    };
    // An eighth of the plates says otherwise, so that there is doubt to take away.
    let spoilt: Vec<String> =
        plates.iter().enumerate().map(|(at, plate)| if at % 8 == 0 { "?".into() } else { plate.clone() }).collect();
    let sure = |beside: &[String]| classify(&[column(&spoilt), column(beside)], None)[0].candidates[0].confidence;
    assert!(sure(&beside(0)) > sure(&streets) && sure(&streets) > sure(&beside(1)));
    assert!(confidence(&beside(0)) >= confidence(&streets));
}

#[test]
fn nine_digits_are_told_as_all_that_they_can_be() {
    let numbers: Vec<String> = (0..200).map(|at| format!("5{}{:07}", at % 4, 1_234_567 + at * 7919)).collect();
    let choice = &classify(&[column(&numbers)], None)[0];
    let ids: Vec<&str> = choice.candidates.iter().map(|candidate| candidate.kind).collect();
    assert!(
        choice.kind.is_none() && ids.contains(&"ru.passport_international") && ids.contains(&"ua.id_card"),
        "{ids:?}"
    );
}

#[test]
fn pages_of_a_network_are_its_accounts() {
    let pages: Vec<String> = (0..60).map(|at| format!("https://vk.com/id{}", 1_000 + at * 7919)).collect();
    let choice = &classify(&[column(&pages)], None)[0];
    assert_eq!((choice.kind.map(|kind| kind.id), choice.decided), (Some("vk.id"), Decided::Values));
    let links: Vec<String> = (0..60).map(|at| format!("https://example.com/id{at}")).collect();
    assert_eq!(classify(&[column(&links)], None)[0].kind.map(|kind| kind.id), Some("url"));
}

#[test]
fn a_header_is_believed_where_the_values_can_be_what_it_says() {
    let sure = |name: &str, cells: &[String]| {
        let choice = classify(&[ColumnSample { name: Some(name.to_owned()), ..column(cells) }], None).remove(0);
        choice.kind.map(|kind| kind.id)
    };
    let list = |make: &dyn Fn(usize) -> String| (0..200).map(make).collect::<Vec<String>>();
    let towns = list(&|at| ["Київ", "Львів", "Одеса", "Харків", "Суми"][at % 5].to_owned());
    let codes = list(&|at| format!("{:06}", 300_000 + at * 37));
    let secrets = list(&|at| format!("{}{}", ["sonne", "Kotik", "metro_", "tiger!"][at % 4], at * at));
    for cells in [&towns, &codes] {
        assert_eq!(sure("Пароль", cells), None, "{}", cells[0]);
    }
    assert_eq!(sure("Пароль", &secrets), Some("password"));
    assert_eq!(sure("Фамилия", &towns), None);
    // What says that it is a hash says not which.
    let hashes = list(&|at| format!("{:032x}", (at as u128 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835)));
    assert_eq!((sure("hash", &hashes), sure("md5", &hashes)), (None, Some("hash.md5")));
    let names =
        list(&|at| format!("{} {}", ["Зразко", "Тестенко"][at % 2], ["Іван", "Олена", "Сергій", "Ганна"][at % 4]));
    assert_eq!(sure("Номер", &names), sure("столбец", &names), "a word for anything says nothing");
}
