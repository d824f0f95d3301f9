//! What numbers alone allow: arithmetic, no probability.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::evidence::matter::{Matter, ServiceSize, is_attribute, is_kind};
use crate::evidence::question::{Claim, Population, Stock};
use crate::evidence::words;
use crate::stats;

/// What a [`Bound`]'s limit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LimitIs {
    /// Records that the service holds.
    ServiceSize,
    /// Records of the kind that are valid now.
    InExistence,
    /// Records of the kind that were ever issued.
    EverIssued,
}

/// Where a [`Bound`]'s number of things comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Counted in the dump.
    Measured,
    /// Said by somebody.
    Claimed,
}

/// What share of a number of things can lie in a set of limited size.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Bound {
    /// Unit of both sides: a kind id, `people`, or `records` where nobody named one.
    pub unit: String,
    /// Whether `dump` was counted or claimed.
    pub basis: Basis,
    /// Distinct things of the dump, as counted or claimed.
    pub dump: u64,
    /// Size of the limiting set, in the same unit.
    pub limit: u64,
    /// Half width of the stated rounding of `limit`; null where none is stated. The bound holds at its worst end.
    pub limit_rounding: Option<u64>,
    /// What the limit is.
    pub limit_is: LimitIs,
    /// Id of the reference whose size is the limit; null for populations.
    pub reference: Option<String>,
    /// Greatest share of `dump` that the limiting set allows, 0..=1; null where `dump` is 0.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share_at_most: Option<f64>,
    /// Least number of things of `dump` outside the limiting set.
    pub excess_at_least: u64,
    /// What must hold for the bound to hold; empty: nothing more.
    pub conditional_on: Vec<String>,
}

/// A number of things to be bounded.
struct Sum<'a> {
    unit: String,
    count: u64,
    rounding: u64,
    claim: Option<&'a Claim>,
}

/// All bounds, by unit, measured before claimed, then by limit.
pub fn bounds(matter: &Matter, main: Option<&str>) -> Vec<Bound> {
    let mut bounds: Vec<Bound> = Vec::new();
    for sum in sums(matter, main) {
        bounds.extend(against_service(matter, &sum, main));
        if let Some(population) = matter.question.populations.get(&sum.unit) {
            bounds.extend(against_population(&sum, population));
        }
    }
    bounds.sort_by(|left, right| {
        let order = |bound: &Bound| (bound.unit.clone(), bound.basis, bound.limit_is, bound.dump);
        order(left).cmp(&order(right))
    });
    bounds.dedup();
    bounds
}

/// Every number that some limit speaks about: distinct keys of the dump, and claimed records.
fn sums<'a>(matter: &Matter<'a>, main: Option<&str>) -> Vec<Sum<'a>> {
    let mut sums = Vec::new();
    let service = matter.service().map(|(index, _)| index);
    for unit in matter.dump.iter().flat_map(|dump| &dump.units) {
        // Names and dates are no records: how many there are bounds nothing.
        let counts_records = !is_attribute(unit.unit);
        let with_service = counts_records && service.is_some_and(|index| matter.overlap(index, unit.unit).is_some());
        if with_service || main == Some(unit.unit) || matter.question.populations.contains_key(unit.unit) {
            sums.push(Sum { unit: unit.unit.to_owned(), count: unit.distinct, rounding: 0, claim: None });
        }
    }
    for claim in &matter.question.claims {
        let Some(count) = claim.records else { continue };
        let unit = claim.unit.as_deref().filter(|unit| is_kind(unit) || *unit == "people").or(main);
        let unit = unit.unwrap_or("records").to_owned();
        sums.push(Sum { unit, count, rounding: claim.rounding.unwrap_or(0), claim: Some(claim) });
    }
    sums
}

fn against_service(matter: &Matter, sum: &Sum, main: Option<&str>) -> Option<Bound> {
    let (_, service) = matter.service()?;
    let id = &service.reference.id;
    let things = words::unit_noun(&sum.unit);
    let mut size = matter.service_size(Some(&sum.unit))?;
    // A stated size names no unit: it is taken for the main key's, and the bound says so.
    if !size.measured && main.is_some_and(|kind| kind != sum.unit) {
        return None;
    }
    let mut conditional_on = conditions(sum);
    if size.measured && !matter.service_list_complete() {
        // A list that is smaller than what is said to be held is a part of it: it limits nothing.
        match matter.stated_size().filter(|stated| stated.records + stated.rounding > size.records) {
            Some(stated) => size = stated,
            None => conditional_on.push(format!("the list of {id} holds all {things} that {id} ever held")),
        }
    }
    if !size.measured {
        conditional_on.push(format!("the stated size of {id} counts {things}, and {id} never held more of them"));
    }
    Some(bound(sum, &size, LimitIs::ServiceSize, Some(id.clone()), conditional_on))
}

fn against_population(sum: &Sum, population: &Population) -> Vec<Bound> {
    let things = words::unit_noun(&sum.unit);
    let size =
        |stock: &Stock| ServiceSize { records: stock.count, rounding: stock.rounding.unwrap_or(0), measured: false };
    let mut out = Vec::new();
    if let Some(stock) = &population.in_existence {
        let mut conditional_on = conditions(sum);
        conditional_on.push(format!("no lapsed or replaced {things} are among them"));
        out.push(bound(sum, &size(stock), LimitIs::InExistence, None, conditional_on));
    }
    if let Some(stock) = &population.ever_issued {
        out.push(bound(sum, &size(stock), LimitIs::EverIssued, None, conditions(sum)));
    }
    out
}

fn conditions(sum: &Sum) -> Vec<String> {
    let Some(claim) = sum.claim else { return Vec::new() };
    let things = words::unit_noun(&sum.unit);
    let said = claim.unit.as_deref().map_or("records".to_owned(), words::unit_noun);
    vec![format!("the {} {said} claimed are different {things}", words::count(sum.count))]
}

fn bound(sum: &Sum, size: &ServiceSize, limit_is: LimitIs, of: Option<String>, conditional_on: Vec<String>) -> Bound {
    let (least, most) = (sum.count.saturating_sub(sum.rounding), size.records.saturating_add(size.rounding));
    Bound {
        unit: sum.unit.clone(),
        basis: if sum.claim.is_some() { Basis::Claimed } else { Basis::Measured },
        dump: sum.count,
        limit: size.records,
        limit_rounding: (size.rounding > 0).then_some(size.rounding),
        limit_is,
        reference: of,
        share_at_most: stats::share_at_most(least, most),
        excess_at_least: stats::excess_at_least(least, most),
        conditional_on,
    }
}
