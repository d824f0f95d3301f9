//! Answer D: signs of made-up or repeated records. A set: a dump can be both.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::evidence::made_up::{self, Seen, Sign};
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
    /// A part is made up, or badly copied.
    PartlyFabricated,
    /// Numbers stand beside people whose own they are not: nothing shows that they are made up.
    NumbersOfOthers,
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

/// What the tests say of one column of numbers.
#[derive(Default)]
struct Column {
    /// Check digits; `None` for a kind without.
    digits: Option<Sign>,
    /// Day of birth, then sex, inside the number against the row, each with the column beside.
    rows: Vec<Seen>,
}

impl Column {
    /// The sign of numbers that nobody issued: check digits decide where there are any, for numbers of other people pass them;
    /// else day of birth and sex must both say so, and the lesser share counts.
    fn made_up(&self) -> Option<&Sign> {
        if let Some(digits) = &self.digits {
            return Some(digits).filter(|sign| low(sign) > PARTLY);
        }
        let told = || self.rows.iter().map(|seen| &seen.sign).filter(|sign| low(sign) > PARTLY);
        (told().count() > 1).then(|| told().min_by(|a, b| low(a).total_cmp(&low(b)))).flatten()
    }

    /// The sign of numbers that are other people's than those of their rows.
    fn of_others(&self) -> Option<&Seen> {
        let told = self.rows.iter().filter(|seen| low(&seen.sign) > PARTLY);
        told.filter(|_| self.made_up().is_none()).max_by(|a, b| low(&a.sign).total_cmp(&low(&b.sign)))
    }

    /// Whose numbers they are, in words.
    fn others_in_words(&self, matter: &Matter, numbers: (usize, usize), seen: &Seen) -> String {
        let place = |position| made_up::place(matter, numbers.0, position);
        let things = made_up::column(matter, numbers.0, numbers.1).and_then(|column| column.compared_as);
        let things = words::unit_noun(things.unwrap_or("records"));
        let how = if low(&seen.sign) > MOSTLY { "are not" } else { "are in part not" };
        let people = seen.beside.map_or("their rows".to_owned(), place);
        let why = match &self.digits {
            Some(Sign::Share { .. }) => "Their check digits hold, as those of issued numbers do",
            Some(_) => "Their check digits say nothing",
            None => "No second test says so of numbers without check digits",
        };
        format!(
            "The {things} of {} {how} those of the people in {people}. {} {why}: that is no sign of made-up numbers, but of other \
             people's (a child's, a payer's, an owner's) or of rows put together; whoever makes numbers up by their rules would not \
             show.",
            place(numbers.1),
            seen.sign.sentence()
        )
    }
}

fn low(sign: &Sign) -> f64 {
    sign.share().map_or(0.0, |share| share.low)
}

/// The tests by column of numbers.
fn columns(matter: &Matter) -> BTreeMap<(usize, usize), Column> {
    let mut columns: BTreeMap<(usize, usize), Column> = BTreeMap::new();
    for seen in check_digits::signs(matter) {
        columns.entry(seen.numbers).or_default().digits = Some(seen.sign);
    }
    for seen in birth_date_in_number::signs(matter).into_iter().chain(sex_in_number::signs(matter)) {
        columns.entry(seen.numbers).or_default().rows.push(seen);
    }
    columns
}

/// The answer, never empty, with its reason in sentences that stand alone, and the share that it rests on.
///
/// Where several columns show made-up numbers, the greatest lower end counts: each sees only what breaks its own rule. Numbers
/// that are not those of their rows are no made-up ones unless a second test says so.
pub fn integrity(matter: &Matter) -> (Vec<Integrity>, String, Option<MadeUpShare>) {
    let columns = columns(matter);
    let rows = identical_rows::sign(matter);
    let worst = columns.values().filter_map(Column::made_up).max_by(|a, b| low(a).total_cmp(&low(b)));
    let share = worst.or_else(|| quiet(&columns)).and_then(Sign::share);
    let share = share.map(|share| MadeUpShare { share: share.share, low: share.low, high: share.high });
    let (mut found, mut because) = (Vec::new(), Vec::new());
    if let Some(worst) = worst {
        found.push(if low(worst) > MOSTLY { Integrity::MostlyFabricated } else { Integrity::PartlyFabricated });
        because.push(worst.sentence().to_owned());
    }
    for (numbers, column) in &columns {
        if let Some(seen) = column.of_others() {
            found.push(Integrity::NumbersOfOthers);
            because.push(column.others_in_words(matter, *numbers, seen));
        }
    }
    found.dedup();
    if let Some(rows) = rows.as_ref().filter(|sign| identical_rows::is_inflated(sign)) {
        found.push(Integrity::Inflated);
        because.push(rows.sentence().to_owned());
    }
    match found.is_empty() {
        false => (found, because.join(" "), share),
        true => {
            let (integrity, why) = nothing_found(&columns, matches!(rows, Some(Sign::Mark { .. })));
            (vec![integrity], why, share)
        }
    }
}

/// The sign that comes nearest to made-up numbers where none shows them; what shows numbers of other people is none.
fn quiet(columns: &BTreeMap<(usize, usize), Column>) -> Option<&Sign> {
    let signs =
        columns.values().flat_map(|column| column.digits.iter().chain(column.rows.iter().map(|seen| &seen.sign)));
    signs.filter(|sign| sign.share().is_some() && low(sign) <= PARTLY).max_by(|a, b| low(a).total_cmp(&low(b)))
}

/// The answer where no test shows anything.
fn nothing_found(columns: &BTreeMap<(usize, usize), Column>, rows: bool) -> (Integrity, String) {
    let speaks = |sign: &Sign| sign.share().is_some();
    let digits = columns.values().any(|column| column.digits.as_ref().is_some_and(speaks));
    let of = |what: &str| {
        columns.values().flat_map(|column| &column.rows).any(|seen| seen.test == what && speaks(&seen.sign))
    };
    let tests = [
        (check_digits::TEST.id, digits),
        (birth_date_in_number::TEST.id, of(birth_date_in_number::TEST.id)),
        (sex_in_number::TEST.id, of(sex_in_number::TEST.id)),
    ];
    let mut by: Vec<String> = tests.iter().filter(|(_, spoke)| *spoke).map(|(id, _)| (*id).to_owned()).collect();
    if by.is_empty() {
        let why = "No column of the dump can be tested for made-up records: no check digit, no number with a day of birth or a \
                   sex beside one that says it openly.";
        return (Integrity::NotTested, why.into());
    }
    if rows {
        by.push(identical_rows::TEST.id.into());
    }
    let why = format!(
        "No sign of fabrication was found by {}; generators that copy real structure would pass.",
        words::list(&by)
    );
    (Integrity::NoSignFound, why)
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
        assert_eq!(with(birth, 2_000, 1_400, 0).0, [Integrity::NumbersOfOthers]);
        assert_eq!(with(birth, 2_000, 3, 0).0, [Integrity::NumbersOfOthers]);
        assert_eq!(with(birth, 50, 0, 0).0, [Integrity::NoSignFound], "too few rows: the check digits speak alone");
        // A column of another date under that heading accuses nobody.
        let mut issued = dump(2_000, 2);
        let tally = |agree| Tally { tested: 2_000, agree, swapped: 0 };
        let of = |matter, agree| Agreement { table: 0, matter, number: 0, other: 1, tally: tally(agree) };
        issued.agreements = vec![of(birth, 3), of(crate::profile::tally::Matter::Sex, 1_970)];
        assert_eq!(judged(issued).0, [Integrity::NoSignFound]);
        // The vector of the method: 742 of 1,000 agree, so half would be another's.
        let sex = crate::profile::tally::Matter::Sex;
        let (found, why) = with(sex, 1_000, 742, 0);
        assert_eq!(found, [Integrity::NumbersOfOthers]);
        assert!(
            why.contains("742 of 1,000 rows") && why.contains("are in part not those of the people in column 2"),
            "{why}"
        );
    }

    /// Mothers with their children's numbers, as any office for family benefits has: every check digit holds, half of the sexes
    /// agree, no day does.
    #[test]
    fn numbers_of_other_people_are_not_made_up() {
        let (birth, sex) = (crate::profile::tally::Matter::BirthDate, crate::profile::tally::Matter::Sex);
        let of = |matter, agree| {
            let tally = Tally { tested: 2_000, agree, swapped: 0 };
            Agreement { table: 0, matter, number: 0, other: 1, tally }
        };
        let mut children = dump(2_000, 2);
        children.agreements = vec![of(sex, 1_005)];
        let (found, why, share) = integrity(&World { dump: Some(children.clone()), ..World::default() }.matter());
        assert_eq!(found, [Integrity::NumbersOfOthers]);
        assert!(why.starts_with("The taxpayer numbers of column 1 are not those of the people in column 2."), "{why}");
        assert!(why.contains("Their check digits hold") && share.unwrap().high < 0.01, "{why}");
        children.agreements = vec![of(birth, 2_000), of(sex, 1_005)];
        assert_eq!(judged(children.clone()).0, [Integrity::NumbersOfOthers]);
        children.agreements = vec![of(birth, 0), of(sex, 1_005)];
        assert_eq!(judged(children).0, [Integrity::NumbersOfOthers]);
        // Where check digits fail, they tell how many are made up; what disagrees beside them changes nothing.
        let mut random = dump(730, 270);
        random.agreements = vec![of(sex, 1_005)];
        let share = integrity(&World { dump: Some(random.clone()), ..World::default() }.matter()).2.unwrap();
        assert_eq!(judged(random).0, [Integrity::PartlyFabricated]);
        assert!((share.share - 0.296).abs() < 0.001, "{share:?}");
        // Numbers without check digits: one test alone shows nothing made up, two do.
        let mut plain = dump(2_000, 0);
        plain.columns[0].compared_as = Some("kg.pin");
        plain.columns[0].kind = Some("kg.pin");
        plain.agreements = vec![of(sex, 1_005)];
        let (found, why) = judged(plain.clone());
        assert_eq!(found, [Integrity::NumbersOfOthers]);
        assert!(why.contains("No second test says so"), "{why}");
        plain.agreements.push(of(birth, 0));
        assert_eq!(judged(plain).0, [Integrity::MostlyFabricated]);
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
