//! Answer B: what of the service is in the dump?
//!
//! Planted records speak first; then whatever makes the question unanswerable; then few hits (`bounded`), which must not
//! clear a service by a list that matches nothing; then many hits, which must not accuse it of what others hold as well.

use super::clear::{clear, second_copy, short, visible_excess};
use super::sentences::rivals;
use super::strength::{DECIDES, Pair, Strength};
use super::whole::{Route, Whole, whole};
use super::{CopiedShare, Service, ServiceCopiedShare};
use crate::evidence::agreement::{Agreement, agreement};
use crate::evidence::canaries::{Planted, planted};
use crate::evidence::held::{Held, Hits, KEYS_LEAST, NEGLIGIBLE, SENSITIVITY, least};
use crate::evidence::hypothesis::{ANOTHER_HOLDER, OLDER_SETS, SERVICE, SERVICE_ALONE};
use crate::evidence::matter::{Matter, is_attribute};
use crate::evidence::question::Selection;
use crate::evidence::{Assumed, Facts, Finding, control_list, snapshot_excess, words};
use crate::kind;
use crate::profile::Profile;
use crate::stats;
use crate::stats::interval;

/// Part of an input that may be unreadable before nothing is said, 0..=1.
const UNREAD_MOST: f64 = 0.2;
/// Share of the dump's keys in no set, from which on it is told beside an answer that names the service, 0..=1.
const UNHELD_TOLD: f64 = 0.3;
/// How much more than the dump holds a claim may count before the dump is a part of something.
const CLAIM_SLACK: f64 = 1.02;
/// Hits, and the lower end of their rate, from which the service's records are shown to be there.
const SHOWN: (u64, f64) = (5, 0.002);

/// The answer with all that goes with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The answer.
    pub service: Service,
    /// How much was copied at most.
    pub copied: ServiceCopiedShare,
    /// Why: one or two sentences that stand alone.
    pub because: String,
    /// Weight against the best rival.
    pub strength: Strength,
}

/// How far what is seen in these rows holds for the dump.
pub(super) enum Reach {
    /// For this part of it, 0..=1.
    Part(f64),
    /// For these rows only: why.
    Rows(String),
}

/// What the material says of the service. `findings` are those under `facts`, `pairs` are the combined weights of the findings.
pub fn answer(facts: &Facts, findings: &[Finding], pairs: &[Pair]) -> Answer {
    let held = Held::of(facts).filter(|held| held.exclusive.of > 0 || held.all.of > 0);
    let (service, because) = decide(facts, held.as_ref(), findings, pairs);
    let strength = strength(service, pairs);
    let copied = held.map_or_else(ServiceCopiedShare::default, |held| copied(facts, &held, service));
    Answer { service, copied, because, strength }
}

fn decide(facts: &Facts, held: Option<&Held>, findings: &[Finding], pairs: &[Pair]) -> (Service, String) {
    let (service, why) = by_hits(facts, held, findings, pairs);
    let planted = planted(facts.matter);
    let contradicted = planted.iter().find_map(Planted::contradiction);
    let id = facts.matter.service().map_or("the service", |(_, known)| known.reference.id.as_str());
    // A planted record in the dump is the greatest find there is: it comes first, with what would let it speak.
    if let Some(told) = planted.iter().find_map(|planted| planted.unlisted_hits(id)) {
        return match service {
            Service::ServiceSpecific => (service, why),
            Service::Bounded => (Service::Insufficient, told),
            _ => (service, format!("{told} {why}")),
        };
    }
    match (service, contradicted) {
        (Service::ServiceSpecific, _) | (_, None) => (service, why),
        // Nor does anything with such hits in it clear.
        (Service::Bounded, Some(told)) => (Service::Insufficient, told),
        (_, Some(told)) => (service, format!("{why} {told}")),
    }
}

fn by_hits(facts: &Facts, held: Option<&Held>, findings: &[Finding], pairs: &[Pair]) -> (Service, String) {
    let matter = facts.matter;
    let Some((_, known)) = matter.service() else { return (Service::Insufficient, "No service was named.".into()) };
    let id = &known.reference.id;
    if let Some(why) = betrayed(matter, id) {
        return (Service::ServiceSpecific, why);
    }
    let view = known.reference.view_of.as_ref().map(|register| {
        format!(" {id} shows the records of {register}: membership of records can never part the two.")
    });
    let view = view.unwrap_or_default();
    if let Some(why) = unanswerable(facts, held, id) {
        return (Service::Insufficient, format!("{why}{view}"));
    }
    // `unanswerable` has made sure of it.
    let Some(held) = held else { return (Service::Insufficient, format!("No list of {id} was compared.")) };
    if held.upper(SENSITIVITY) < NEGLIGIBLE || held.exclusive.of < least(NEGLIGIBLE) {
        return few_hits(facts, held, findings, id);
    }
    if !has_known_chance(held.kind) {
        let why = format!(
            "Of {}, {}; how many of them chance alone brings where such numbers lie densely was not measured.",
            exclusive(held, id),
            found(held.exclusive.found)
        );
        return (Service::Insufficient, why);
    }
    if !shown(held) {
        let why = format!(
            "Of {}, {}: too few to tell from chance and mistyped keys and too many to bound them below {}.",
            exclusive(held, id),
            found(held.exclusive.found),
            words::percent(NEGLIGIBLE)
        );
        return (Service::Insufficient, why);
    }
    let (service, why) = many_hits(facts, held, findings, pairs, id);
    (service, format!("{why}{view}"))
}

/// Numbers of which there are so few that a dump may hold a good part of them, and of which no decoys can be drawn, 10 to this
/// power: hits may all be chance.
///
/// # Source
/// Two lists of ten million numbers drawn from a hundred million million share one.
const SPARSE: f64 = 14.0;

/// Whether it is known what chance alone would bring of a kind: by decoys, or because keys are too many to be met by chance.
fn has_known_chance(kind: &str) -> bool {
    kind::find(kind).is_none_or(|kind| kind.series.is_some() || kind.width.is_none_or(|width| width >= SPARSE))
}

/// A planted record is in the dump.
pub(super) fn betrayed(matter: &Matter, id: &str) -> Option<String> {
    let all = planted(matter);
    let hit = all.iter().filter(|planted| planted.tell()).max_by_key(|planted| planted.found)?;
    let missed = all.iter().filter(|other| other.found == 0 && other.of >= hit.found && in_dump(matter, &other.kind));
    let missed: Vec<String> = missed
        .map(|other| {
            format!(" None of {} planted {} is, though the dump has such.", other.of, words::unit_noun(&other.kind))
        })
        .collect();
    Some(format!(
        "{} of {} {} planted in the records of {id} ({}) are in the dump and in no other set: it contains content of \
             {id}'s records.{} This does not show by whom or how they were taken.",
        words::count(hit.found),
        words::count(hit.of),
        words::unit_noun(&hit.kind),
        words::list(&hit.sets),
        missed.concat(),
    ))
}

fn in_dump(matter: &Matter, kind: &str) -> bool {
    matter.distinct(kind).is_some_and(|keys| keys >= KEYS_LEAST)
}

/// Why nothing can be said; `None` where something can.
fn unanswerable(facts: &Facts, held: Option<&Held>, id: &str) -> Option<String> {
    let matter = facts.matter;
    let (_, known) = matter.service()?;
    let begun = known.reference.started.as_deref().zip(matter.dump_date()).filter(|(begun, dump)| begun > dump);
    if let Some((begun, dump)) = begun.filter(|(begun, dump)| !begun.starts_with(dump)) {
        return Some(format!(
            "The dump existed on {dump} and {id} began on {begun}: what is in it cannot have been taken from {id}, or one of the \
             two days is wrong."
        ));
    }
    let Some(dump) = matter.dump else { return Some(format!("There is no dump to look up the records of {id} in.")) };
    let Some(list) = known.profile else { return Some(format!("No list of {id} was given.")) };
    let Some(kind) = facts.main else { return Some(format!("The dump and {id} share no kind of key.")) };
    let things = words::unit_noun(kind);
    if is_attribute(kind) {
        return Some(words::nobodys(kind));
    }
    let Some(held) = held else { return Some(format!("The dump and the list of {id} do not share {things}.")) };
    let keys = matter.distinct(kind).unwrap_or(0);
    if keys < KEYS_LEAST {
        let keys = words::count(keys);
        return Some(format!(
            "The dump holds {keys} different {things}: fewer than {KEYS_LEAST} are too few for shares."
        ));
    }
    if let Some((what, share)) = [("dump", dump), ("list", list)].into_iter().find_map(|(what, profile)| {
        let share = unread(profile);
        (share > UNREAD_MOST).then_some((what, share))
    }) {
        return Some(format!(
            "{} of the {what} could not be read, too much to rest an answer on.",
            words::percent(share)
        ));
    }
    let (own, least) = (held.exclusive.of, least(NEGLIGIBLE));
    // Where hardly any record at all is hit, it does not matter who else holds them.
    let hardly_any = whole(held, SENSITIVITY, 1.0).is_some_and(|whole| whole.share < NEGLIGIBLE);
    (own < least && !hardly_any).then(|| {
        format!(
            "{} of {id}'s {things} are held by no older set: {least} are needed to see a copied share of {}.",
            if own == 0 { "None".into() } else { format!("Only {}", words::count(own)) },
            words::percent(NEGLIGIBLE)
        )
    })
}

/// Part of the text of a record set that could not be read, 0..=1.
fn unread(profile: &Profile) -> f64 {
    let layers = || profile.files.iter().filter_map(|file| file.layers.last());
    let (faulty, bytes) = layers().fold((0, 0), |sum, layer| (sum.0 + layer.faulty, sum.1 + layer.bytes));
    stats::share(faulty, bytes).unwrap_or(0.0)
}

/// How far what is seen in these rows holds for the dump.
pub(super) fn reach(facts: &Facts) -> Reach {
    let matter = facts.matter;
    if !matter.complete() {
        return Reach::Rows("part of the dump was not examined".into());
    }
    let claimed = matter.question.claims.iter().filter_map(|claim| {
        let unit = claim.unit.as_deref().filter(|unit| *unit != "records").unwrap_or("rows");
        let here = matter.distinct(unit).or_else(|| matter.distinct("rows"))?;
        let records = claim.records?.saturating_add(claim.rounding.unwrap_or(0)).max(1);
        Some(here as f64 / records as f64)
    });
    let part = claimed.reduce(f64::min);
    match matter.question.selection {
        Selection::All => Reach::Part(1.0),
        Selection::Unknown if part.is_none_or(|part| part * CLAIM_SLACK >= 1.0) => Reach::Part(1.0),
        Selection::Unknown => {
            Reach::Rows("more is claimed than the dump holds, and how its rows were selected is not known".into())
        }
        Selection::Random => match part {
            Some(part) => Reach::Part(part.min(1.0)),
            None => Reach::Rows("the rows are a random sample of a dump whose size is not stated".into()),
        },
        selection => Reach::Rows(format!("the rows are a selection (\"{}\")", selection.name())),
    }
}

/// Next to none of the service's own records was hit.
fn few_hits(facts: &Facts, held: &Held, findings: &[Finding], id: &str) -> (Service, String) {
    let seen = format!("Of {}, {}", exclusive(held, id), found(held.exclusive.found));
    if excess(facts, held, findings, ANOTHER_HOLDER) {
        let why = format!(
            "{seen}; but of records that older sets hold, those that {id} holds too are in the dump more often than \
             control records of the same sets: if those are real and their people like those of {id}, it contains an \
             earlier or selected state of {id}'s records. This does not show by whom or how they were taken."
        );
        return (Service::ServiceSpecific, why);
    }
    if excess(facts, held, findings, OLDER_SETS) {
        let why = format!(
            "{seen}; but of records that older sets hold, those that {id} holds too are in the dump more often: an \
             earlier or selected state of {id}'s records, or of another holder of the same records ({}), would show so.",
            rivals(facts.matter, id)
        );
        return (Service::CurrentDataSourceOpen, why);
    }
    match clear(facts, held, id) {
        Ok((whole, complete)) => (Service::Bounded, bound_sentence(facts, held, id, &seen, whole, complete)),
        Err(why) => (Service::Insufficient, format!("{seen}, which bounds {}: {why}", bounded_at_least(facts, held))),
    }
}

/// What few hits bound even where the whole list is not bounded: the records that only the service holds, if it is known that
/// they would have been found.
fn bounded_at_least(facts: &Facts, held: &Held) -> String {
    let own = copied(facts, held, Service::Insufficient).of_exclusive.filter(|own| own.high < NEGLIGIBLE);
    match own {
        Some(own) => format!("these records and no others (at most {} of them at 95 %)", words::at_most(own.high)),
        None => "no more than these records".to_owned(),
    }
}

/// Whether the excess test speaks for the service against `rival`, and does so still when twice as much is granted to
/// who its people are.
fn excess(facts: &Facts, held: &Held, findings: &[Finding], rival: &str) -> bool {
    let speaks = |found: &[Finding]| {
        found.iter().any(|finding| match finding {
            Finding::Weighed { test, hypotheses, log10_lr, .. } => {
                test == snapshot_excess::TEST.id && hypotheses[1] == rival && *log10_lr >= DECIDES
            }
            Finding::Silent { .. } => false,
        })
    };
    let assumed = Assumed { selection: 2.0 * facts.assumed.selection, ..facts.assumed };
    held.all.of >= least(NEGLIGIBLE)
        && speaks(findings)
        && speaks(&(snapshot_excess::TEST.weigh)(&Facts { assumed, ..*facts }))
}

/// Whether the service's own records are in the dump beyond chance.
pub(super) fn shown(held: &Held) -> bool {
    let Hits { found, of } = held.exclusive;
    found >= SHOWN.0 && interval::lower(found, of, 0.95) > SHOWN.1 && !held.exclusive_is_noise()
}

/// The service's own records are in the dump: from it, or from another holder?
fn many_hits(facts: &Facts, held: &Held, findings: &[Finding], pairs: &[Pair], id: &str) -> (Service, String) {
    let matter = facts.matter;
    let seen = format!("Of {}, {}", exclusive(held, id), found(held.exclusive.found));
    let control = held.control().filter(|control| control.hits.of >= KEYS_LEAST);
    let of_pair = |hypothesis: &str, against: &str| strongest(pairs, hypothesis, against);
    // Whoever brought a control list must hear why it does not count, and which one would.
    let unusable = held.control().and_then(|_| {
        findings.iter().find_map(|finding| match finding {
            Finding::Silent { test, silent } if test == control_list::TEST.id => Some(format!(" {silent}")),
            _ => None,
        })
    });
    if let Some(control) = &control {
        let side = format!(
            "{seen}, of {} records that it never held ({}) {}",
            words::count(control.hits.of),
            words::list(&control.from),
            words::count(control.hits.found)
        );
        let (other, older) = (of_pair(SERVICE, ANOTHER_HOLDER), of_pair(SERVICE, OLDER_SETS));
        let decides = |pair: Option<&Pair>| pair.and_then(Pair::decides);
        let conflict = [other, older].into_iter().flatten().any(|pair| pair.conflict);
        if decides(other) == Some(true) && decides(older) == Some(true) {
            if unplanted(matter, held) {
                return (
                    Service::Insufficient,
                    format!("{side}; yet none of the records planted in {id} is: the two contradict each other."),
                );
            }
            let why = format!(
                "{side}: the dump contains records as only {id} holds them, if the control records are real and drawn from \
                 the same population as {id}'s own.{} This does not show by whom or how they were taken.",
                unexplained(matter, held)
            );
            return (Service::ServiceSpecific, why);
        }
        if decides(of_pair(SERVICE_ALONE, ANOTHER_HOLDER)) == Some(false) && !conflict {
            let why = format!(
                "{side}: records that {id} never held are there too, so {id} is not the only current source. Whether its \
                 records were added on top cannot be decided from membership."
            );
            return (Service::NotServiceAlone, why);
        }
        if other.is_some() && unusable.is_none() {
            let why = format!(
                "{side}: not different enough to part {id} from another holder of the same records ({}).",
                rivals(matter, id)
            );
            return (Service::CurrentDataSourceOpen, why);
        }
    }
    let why = format!(
        "{seen}: the dump carries current data that {id} holds. Other holders of the same records ({}) would produce the \
         same picture.{}",
        rivals(matter, id),
        unusable.unwrap_or_default()
    );
    (Service::CurrentDataSourceOpen, why)
}

/// That much of the dump is nobody's of those given: whoever it is may hold the service's records as well.
fn unexplained(matter: &Matter, held: &Held) -> String {
    let part = matter.distinct(held.kind).and_then(|all| stats::share(held.unheld, all)).unwrap_or(0.0);
    match part >= UNHELD_TOLD {
        true => format!(
            " {} of the dump's {} are in no set given: a holder of these that is not among the sets may hold the others too.",
            words::percent(part),
            words::unit_noun(held.kind)
        ),
        false => String::new(),
    }
}

/// Whether planted records that must have been hit by so large a copy were not.
fn unplanted(matter: &Matter, held: &Held) -> bool {
    let planted = planted(matter);
    let of: u64 = planted.iter().map(|planted| planted.of).max().unwrap_or(0);
    let found: u64 = planted.iter().map(|planted| planted.found).sum();
    let copied = interval::lower(held.exclusive.found, held.exclusive.of, 0.95) * SENSITIVITY;
    found == 0 && of as f64 * (-copied).ln_1p() <= 0.01_f64.ln()
}

fn strongest<'a>(pairs: &'a [Pair], hypothesis: &str, against: &str) -> Option<&'a Pair> {
    pairs.iter().find(|pair| pair.hypotheses[0] == hypothesis && pair.hypotheses[1] == against)
}

/// The weight that goes with the answer: against the best rival, or none.
fn strength(service: Service, pairs: &[Pair]) -> Strength {
    let of = |hypothesis: &str, against: &str| strongest(pairs, hypothesis, against);
    let pair = match service {
        Service::Insufficient => None,
        Service::Bounded => of(SERVICE, OLDER_SETS),
        Service::NotServiceAlone => of(SERVICE_ALONE, ANOTHER_HOLDER),
        Service::CurrentDataSourceOpen => of(SERVICE, ANOTHER_HOLDER),
        Service::ServiceSpecific => [of(SERVICE, ANOTHER_HOLDER), of(SERVICE, OLDER_SETS)]
            .into_iter()
            .flatten()
            .min_by(|one, other| one.log10.total_cmp(&other.log10)),
    };
    match (service, pair) {
        (_, Some(pair)) => pair.strength(),
        // Without control records the weight against another holder is none, by rule.
        (Service::CurrentDataSourceOpen, None) => Strength {
            log10_lr: Some(0.0),
            words: stats::weight::Strength::None.word().to_owned(),
            hypotheses: vec![SERVICE.to_owned(), ANOTHER_HOLDER.to_owned()],
            ..Strength::none()
        },
        _ => Strength::none(),
    }
}

/// What was copied at most: of the exclusive records where there are enough, of all where that can be carried.
fn copied(facts: &Facts, held: &Held, service: Service) -> ServiceCopiedShare {
    let Reach::Part(part) = reach(facts) else { return ServiceCopiedShare::default() };
    let ratio = match agreement(facts.matter, held) {
        Agreement::Agrees { ratio, .. } => ratio,
        // Hits show that the keys agree; without hits nothing does.
        Agreement::Fails(_) if shown(held) => 1.0,
        Agreement::Fails(_) => return ServiceCopiedShare::default(),
    };
    let own = held.exclusive;
    let enough = own.of >= least(NEGLIGIBLE) && facts.matter.distinct(held.kind).unwrap_or(0) >= KEYS_LEAST;
    let low = if service == Service::ServiceSpecific { least_copied(held) } else { 0.0 };
    let of = |high: f64, low: f64, of: u64, people: u64| {
        let high = high.clamp(0.0, 1.0);
        let part = |whole: u64| (high * whole as f64).ceil() as u64;
        CopiedShare { low: low.min(high), high, records: part(of), people: part(people) }
    };
    let stated = facts.matter.stated_size().map_or(0, |size| size.records);
    let carried = (service != Service::Insufficient)
        .then(|| whole(held, SENSITIVITY * ratio, 1.0 / part.max(f64::MIN_POSITIVE)))
        .flatten()
        .filter(|_| !visible_excess(held) && !second_copy(held) && short(facts.matter, held, "").is_none());
    ServiceCopiedShare {
        of_exclusive: enough.then(|| of(held.upper(SENSITIVITY * ratio) / part, low, own.of, own.of)),
        of_all: carried.map(|whole| {
            let all = held.all.of;
            of(whole.share, low * own.of as f64 / all.max(1) as f64, all, all.max(stated))
        }),
    }
}

/// Least share of the exclusive records that was copied, if whoever else is in the dump hits them as often as control
/// records, or two deviations of selection more often.
fn least_copied(held: &Held) -> f64 {
    let Some(control) = held.control().filter(|control| control.hits.of >= KEYS_LEAST) else { return 0.0 };
    let own = interval::lower(held.exclusive.found, held.exclusive.of, 0.975);
    let other = interval::upper(control.hits.found, control.hits.of, 0.975);
    let odds = other / (1.0 - other).max(f64::MIN_POSITIVE) * (2.0 * Assumed::default().selection).exp();
    let other = odds / (1.0 + odds);
    if other < 1.0 { (1.0 - (1.0 - own) / (1.0 - other)).max(0.0) } else { 0.0 }
}

/// `632,900 driving licences that app holds and no older set given here does`.
fn exclusive(held: &Held, id: &str) -> String {
    format!(
        "{} {} that {id} holds and no older set given here does",
        words::count(held.exclusive.of),
        words::unit_noun(held.kind)
    )
}

fn found(number: u64) -> String {
    match number {
        0 => "none is in the dump".into(),
        1 => "1 is in the dump".into(),
        many => format!("{} are in the dump", words::count(many)),
    }
}

fn bound_sentence(facts: &Facts, held: &Held, id: &str, seen: &str, whole: Whole, complete: bool) -> String {
    let stated = facts.matter.stated_size().map_or(0, |size| size.records).max(held.all.of);
    let most = (whole.share * stated as f64).ceil() as u64;
    let mut conditions = Vec::new();
    if !complete {
        // Each may be a record that was left out of the list.
        let unheld = match held.unheld as f64 >= NEGLIGIBLE * held.all.of as f64 {
            true => {
                format!(" ({} {} of the dump are in no set)", words::count(held.unheld), words::unit_noun(held.kind))
            }
            false => String::new(),
        };
        conditions.push(format!("the list of {id} is complete{unheld}"));
    }
    if whole.route != Route::AllHits {
        conditions.push("copying did not avoid these records".to_owned());
    }
    let condition = if conditions.is_empty() { String::new() } else { format!(", if {}", conditions.join(" and ")) };
    let people = if most == 1 { "1 person".to_owned() } else { format!("{} people", words::count(most)) };
    let seen = match whole.route {
        Route::AllHits => format!("Of all {} of {id}'s list, {}", words::count(held.all.of), found(held.all.found)),
        _ => seen.to_owned(),
    };
    format!(
        "{seen}: at 95 % confidence at most {} of {id}'s {} ({people} of {}) were copied into the dump{condition}.",
        words::at_most(whole.share),
        words::unit_noun(held.kind),
        words::spoken(stated),
    )
}
