//! The answer where there is no dump: what the numbers that were said allow, in plain sentences.

use crate::evidence::matter::{Matter, is_kind};
use crate::evidence::question::{Claim, Stock};
use crate::evidence::words::{at_least, at_most, spoken, unit_noun};

/// At most four sentences (the scope is the fifth), each safe to quote alone.
///
/// They are said aloud by people who were not there: every sentence repeats its condition, its unit and both numbers.
pub fn sentences(matter: &Matter, main: Option<&str>) -> Vec<String> {
    let Some(claim) = matter.size_claim() else {
        return vec![
            "No number of records is claimed and no dump was given, so there is nothing to answer from.".into(),
        ];
    };
    let unit = unit_of(claim, main);
    let things = unit_noun(unit);
    let mut out = Vec::new();
    out.push(of_service(matter, claim, main, &things));
    // A population is of one kind: rows and people are others.
    let kind = is_kind(unit).then_some(unit).or(main);
    out.extend(kind.and_then(|kind| of_population(matter, claim, kind, unit)));
    out.push(if_repeated(matter, claim, &things));
    out
}

/// The unit of a claim: its own where it names one, else the kind that the answers are given in.
pub(super) fn unit_of<'a>(claim: &'a Claim, main: Option<&'a str>) -> &'a str {
    claim.unit.as_deref().filter(|unit| *unit != "records").or(main).unwrap_or("records")
}

fn of_service(matter: &Matter, claim: &Claim, main: Option<&str>, things: &str) -> String {
    let claimed = claim.records.unwrap_or(0);
    let Some((_, service)) = matter.service() else {
        return format!(
            "Whether any of the {} {things} come from some service cannot be told from this number alone.",
            spoken(claimed)
        );
    };
    let id = &service.reference.id;
    let Some(size) = matter.service_size(main) else {
        return format!(
            "Whether any of the {} {things} are {id}'s cannot be told: neither a size nor a list of {id} was given.",
            spoken(claimed)
        );
    };
    let (least, most) =
        (claimed.saturating_sub(claim.rounding.unwrap_or(0)), size.records.saturating_add(size.rounding));
    if least <= most {
        return format!(
            "If these are {} different {things}, all of them can be {id}'s, which holds {}; this does not show \
                 whether any are.",
            spoken(claimed),
            spoken(size.records)
        );
    }
    format!(
        "If these are {} different {things}, at most {} ({}) can be {id}'s; this does not show whether any are.",
        spoken(claimed),
        spoken(most),
        at_most(most as f64 / least as f64)
    )
}

/// What is left of any limit when records repeat.
fn if_repeated(matter: &Matter, claim: &Claim, things: &str) -> String {
    let claimed = spoken(claim.records.unwrap_or(0));
    let all = match matter.service() {
        Some((_, service)) => format!("all of them may be {}'s", service.reference.id),
        None => "all of them may exist".to_owned(),
    };
    format!("If the same {things} repeat among the {claimed}, there are fewer different ones, and {all}.")
}

fn of_population(matter: &Matter, claim: &Claim, kind: &str, unit: &str) -> Option<String> {
    let sentence = of_kind(matter, claim, kind)?;
    // Of another unit, as many must be different ones of the kind: the limit speaks of nothing else.
    Some(match unit == kind {
        true => sentence,
        false => format!("If each of the {} stands for one of the {}: {sentence}", unit_noun(unit), unit_noun(kind)),
    })
}

fn of_kind(matter: &Matter, claim: &Claim, kind: &str) -> Option<String> {
    let claimed = claim.records?;
    let things = &unit_noun(kind);
    let least = claimed.saturating_sub(claim.rounding.unwrap_or(0));
    let population = matter.question.populations.get(kind)?;
    let most = |stock: &Stock| stock.count.saturating_add(stock.rounding.unwrap_or(0));
    if let Some(stock) = population.ever_issued.as_ref().filter(|stock| most(stock) < least) {
        let excess = least - most(stock);
        return Some(format!(
            "Only {} {things} were ever issued{}, so at least {} ({}) of {} different {things} were never issued at \
                 all.",
            spoken(most(stock)),
            source(stock),
            spoken(excess),
            at_least(excess as f64 / least as f64),
            spoken(claimed),
        ));
    }
    let stock = population.in_existence.as_ref()?;
    if most(stock) >= least {
        let (known, all) = (spoken(stock.count), spoken(claimed));
        let shared = surely_shared(matter, kind, least, most(stock));
        return Some(format!(
            "{known} {things} are in existence{}, so {all} different {things} can all exist{}.",
            source(stock),
            shared.unwrap_or_default()
        ));
    }
    let excess = least - most(stock);
    Some(format!(
        "Only {} {things} are in existence{}, so at least {} ({}) of {} different {things} are not {things} in \
             existence; they would be lapsed or replaced ones, or were never issued.",
        spoken(most(stock)),
        source(stock),
        spoken(excess),
        at_least(excess as f64 / least as f64),
        spoken(claimed),
    ))
}

/// What the service must have in common with so many of a population, whoever collected them; `None` where nothing.
///
/// # Source
/// M. Fréchet 1935: two subsets of a population share at least the sum of their sizes less its own (the project's method,
/// section 1.2).
fn surely_shared(matter: &Matter, kind: &str, least: u64, population: u64) -> Option<String> {
    let (_, service) = matter.service()?;
    let size = matter.service_size(Some(kind))?;
    let shared = least.saturating_add(size.records.saturating_sub(size.rounding)).checked_sub(population)?;
    (shared > 0).then(|| {
        let id = &service.reference.id;
        format!(
            "; if they do, at least {} of the {} of {id} are among them, whoever collected them",
            spoken(shared),
            spoken(size.records)
        )
    })
}

/// Who says it and when, in brackets; nothing where nobody is named.
fn source(stock: &Stock) -> String {
    let said: Vec<&str> = [&stock.source, &stock.date]
        .into_iter()
        .filter_map(|part| part.as_deref())
        .filter(|part| !part.is_empty())
        .collect();
    if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::question::Population;
    use crate::reference::Role;
    use crate::verdict::sample::{LICENCE, World, claim, reference, sized, stock};

    /// Nine million of nine and a half million: six million of the service's six and a half must be among them.
    #[test]
    fn what_must_be_shared_is_said() {
        let mut world = World { references: vec![(sized("app", 6_500_000, None), None)], ..World::default() };
        world.question.claims = vec![claim(9_000_000, Some(LICENCE))];
        let population = Population { in_existence: stock(9_500_000), ever_issued: None };
        world.question.populations.insert(LICENCE.into(), population);
        let said = |world: &World| sentences(&world.matter(), Some(LICENCE)).join(" ");
        let text = said(&world);
        assert!(text.contains("can all exist; if they do, at least 6 million of the 6.5 million of app"), "{text}");
        world.question.claims = vec![claim(2_000_000, Some(LICENCE))];
        assert!(said(&world).contains("can all exist."), "{}", said(&world));
        world.question.claims = vec![claim(26_000_000, Some("rows"))];
        let text = said(&world);
        assert!(text.contains("If these are 26 million different rows, at most 6.5 million"), "{text}");
        assert!(
            text.contains("If each of the rows stands for one of the driving licences: Only 9.5 million"),
            "{text}"
        );
        world.references = vec![(reference("app", Role::Service), None)];
        world.question.claims = vec![claim(9_000_000, Some(LICENCE))];
        assert!(said(&world).contains("can all exist."), "no size, no share");
    }
}
