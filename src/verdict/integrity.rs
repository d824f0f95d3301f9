//! Answer D: signs of made-up or repeated records. A set: a dump can be both.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::evidence::made_up::Sign;
use crate::evidence::matter::Matter;
use crate::evidence::{birth_date_in_number, check_digits, identical_rows, sex_in_number, words};

/// Lower ends of the made-up share from which most, and from which a part, of the dump is called made up, 0..=1.
///
/// # Source
/// The project's method, section 5.5, answer D.
const MOSTLY: f64 = 0.5;
const PARTLY: f64 = 0.05;

/// Signs of made-up or repeated records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Integrity {
    /// More than half is made up.
    MostlyFabricated,
    /// A part is made up.
    PartlyFabricated,
    /// Identical rows blow it up.
    Inflated,
    /// The tests found no sign.
    NoSignFound,
    /// Not tested.
    NotTested,
}

/// Share of a column's values that are made up, 0..=1: a lower bound, since who knows the rules of the number passes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MadeUpShare {
    /// Best estimate.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share: f64,
    /// Lower end (95 %).
    #[schemars(range(min = 0.0, max = 1.0))]
    pub low: f64,
    /// Upper end.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub high: f64,
}

/// The answer, never empty, with its reason in sentences that stand alone, and the share that it rests on.
///
/// The lower end of the made-up share is the greatest lower end of the tests: each sees only what breaks its own rule.
pub fn integrity(matter: &Matter) -> (Vec<Integrity>, String, Option<MadeUpShare>) {
    let signs = [
        (check_digits::TEST.id, check_digits::signs(matter)),
        (birth_date_in_number::TEST.id, birth_date_in_number::signs(matter)),
        (sex_in_number::TEST.id, sex_in_number::signs(matter)),
    ];
    let rows = identical_rows::sign(matter);
    let low = |sign: &&Sign| sign.share().map_or(0.0, |share| share.low);
    let tested: Vec<&Sign> = signs.iter().flat_map(|(_, signs)| signs).filter(|sign| sign.share().is_some()).collect();
    let worst = tested.iter().copied().max_by(|a, b| low(a).total_cmp(&low(b)));
    let share = worst.and_then(|sign| sign.share());
    let share = share.map(|share| MadeUpShare { share: share.share, low: share.low, high: share.high });
    let (mut found, mut because) = (Vec::new(), Vec::new());
    if let Some(worst) = worst.filter(|sign| low(sign) > PARTLY) {
        found.push(if low(&worst) > MOSTLY { Integrity::MostlyFabricated } else { Integrity::PartlyFabricated });
        because.push(worst.sentence().to_owned());
    }
    if let Some(rows) = rows.as_ref().filter(|sign| identical_rows::is_inflated(sign)) {
        found.push(Integrity::Inflated);
        because.push(rows.sentence().to_owned());
    }
    if !found.is_empty() {
        return (found, because.join(" "), share);
    }
    if tested.is_empty() {
        let why = "No column of the dump can be tested for made-up records: no check digit, no number with a day of birth or a \
                   sex beside one that says it openly.";
        return (vec![Integrity::NotTested], why.into(), None);
    }
    let mut by: Vec<String> = signs
        .iter()
        .filter(|(_, signs)| signs.iter().any(|s| s.share().is_some()))
        .map(|(id, _)| (*id).into())
        .collect();
    if matches!(rows, Some(Sign::Mark { .. })) {
        by.push(identical_rows::TEST.id.into());
    }
    let why = format!(
        "No sign of fabrication was found by {}; generators that copy real structure would pass.",
        words::list(&by)
    );
    (vec![Integrity::NoSignFound], why, share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::tally::{Agreement, Rival, Tally};
    use crate::profile::{Candidate, Decided, Profile};
    use crate::verdict::sample::{World, profile};

    const TAX: &str = "ua.rntrc";

    fn dump(valid: u64, wrong: u64) -> Profile {
        let mut dump = profile("dump.csv", valid + wrong, &[(TAX, valid + wrong, valid)]);
        (dump.columns[0].valid, dump.columns[0].wrong_check) = (valid, wrong);
        dump.units[0].unit = "people";
        dump
    }

    fn judged(dump: Profile) -> (Vec<Integrity>, String) {
        let (found, why, _) = integrity(&World { dump: Some(dump), ..World::default() }.matter());
        (found, why)
    }

    /// The vector of the method: 730 of 1,000 pass, so 0.266 to 0.328 are made up.
    #[test]
    fn failing_check_digits_tell_a_share() {
        let (found, why) = judged(dump(730, 270));
        assert_eq!(found, [Integrity::PartlyFabricated]);
        assert!(why.contains("730 of 1,000 taxpayer numbers") && why.contains("26."), "{why}");
        assert_eq!(judged(dump(300, 700)).0, [Integrity::MostlyFabricated]);
        let (found, why) = judged(dump(990, 10));
        assert_eq!(found, [Integrity::NoSignFound]);
        assert!(why.starts_with("No sign of fabrication was found by check-digits"), "{why}");
        assert!(why.ends_with("generators that copy real structure would pass."), "{why}");
        assert_eq!(judged(dump(30, 60)).0, [Integrity::NotTested], "fewer than 100");
    }

    #[test]
    fn a_rival_kind_never_lets_it_accuse() {
        let mut phones = dump(100, 900);
        phones.columns[0].rival = Some(Rival { kind: "phone", of: 500, valid: 480, by_chance: 90 });
        assert_eq!(judged(phones).0, [Integrity::NotTested]);
        // What random digits would be as well explains nothing of random digits.
        let mut random = dump(730, 270);
        random.columns[0].rival = Some(Rival { kind: "phone", of: 500, valid: 90, by_chance: 90 });
        let share = integrity(&World { dump: Some(random), ..World::default() }.matter()).2.unwrap();
        assert!((share.share - 0.296).abs() < 0.001, "{share:?}");
        let mut assumed = dump(100, 900);
        assumed.columns[0].decided = Decided::Assumed;
        assert_eq!(judged(assumed).0, [Integrity::NotTested]);
        let mut either = dump(600, 400);
        either.columns[0].candidates.push(Candidate { kind: "phone", confidence: 0.99 });
        assert_eq!(judged(either).0, [Integrity::NotTested]);
        // Refuted by its own values: only a header makes the column one of tax numbers.
        let mut refuted = dump(300, 700);
        refuted.columns[0].decided = Decided::Refuted;
        assert_eq!(judged(refuted.clone()).0, [Integrity::NotTested]);
        refuted.columns[0].name = Some("ipn".into());
        let (found, why) = judged(refuted);
        assert_eq!(found, [Integrity::MostlyFabricated]);
        assert!(why.contains("(so headed)") && why.contains("if the heading is right"), "{why}");
    }

    #[test]
    fn numbers_that_contradict_their_row_are_a_sign() {
        let with = |matter, tested, agree, swapped| {
            let mut dump = dump(2_000, 2);
            let tally = Tally { tested, agree, swapped };
            dump.agreements = vec![Agreement { table: 0, matter, number: 0, other: 1, tally }];
            judged(dump)
        };
        let birth = crate::profile::tally::Matter::BirthDate;
        assert_eq!(with(birth, 2_000, 1_960, 0).0, [Integrity::NoSignFound]);
        assert_eq!(with(birth, 2_000, 1_000, 960).0, [Integrity::NoSignFound], "day and month exchanged");
        assert_eq!(with(birth, 2_000, 1_400, 0).0, [Integrity::PartlyFabricated]);
        assert_eq!(with(birth, 2_000, 3, 0).0, [Integrity::MostlyFabricated]);
        assert_eq!(with(birth, 50, 0, 0).0, [Integrity::NoSignFound], "too few rows: the check digits speak alone");
        // A column of another date under that heading accuses nobody.
        let mut issued = dump(2_000, 2);
        let tally = |agree| Tally { tested: 2_000, agree, swapped: 0 };
        let of = |matter, agree| Agreement { table: 0, matter, number: 0, other: 1, tally: tally(agree) };
        issued.agreements = vec![of(birth, 3), of(crate::profile::tally::Matter::Sex, 1_970)];
        assert_eq!(judged(issued).0, [Integrity::NoSignFound]);
        // The vector of the method: 742 of 1,000 agree, so half would be made up.
        let sex = crate::profile::tally::Matter::Sex;
        let (found, why) = with(sex, 1_000, 742, 0);
        assert_eq!(found, [Integrity::PartlyFabricated]);
        assert!(why.contains("742 of 1,000 rows"), "{why}");
    }

    #[test]
    fn only_identical_rows_of_records_inflate() {
        let mut repeated = dump(1_000, 0);
        repeated.distinct_rows = Some(500);
        assert_eq!(judged(repeated.clone()).0, [Integrity::Inflated]);
        let mut both = dump(300, 700);
        both.distinct_rows = Some(500);
        assert_eq!(judged(both).0, [Integrity::MostlyFabricated, Integrity::Inflated]);
        repeated.units.clear();
        assert_eq!(judged(repeated).0, [Integrity::NoSignFound], "rows that tell no record repeat by themselves");
        let mut people = dump(1_000, 0);
        people.units[0].distinct = 400;
        people.distinct_rows = Some(1_000);
        assert_eq!(judged(people).0, [Integrity::NoSignFound], "repeated people are no inflation");
    }
}
