//! Which answers are right, which are wrong, and which the material does not decide: from the truth alone.
//!
//! The rules follow the project's method: a service is never accused over what others hold as well, never cleared while
//! a hundredth of its records is inside; who cannot know must say so.

use super::plan::{Field, Members, Part, Role};
use super::truth::{ServicePart, Written};

/// The answers that a right analysis may give, by their codes.
pub(super) struct Allowed {
    pub(super) service: Vec<&'static str>,
    pub(super) corpora: Vec<&'static str>,
    /// Lists of signs.
    pub(super) integrity: Vec<Vec<&'static str>>,
    /// Whether the material suffices to find the service's content in the dump.
    pub(super) detectable: bool,
    /// Whether it suffices to bound the service's part.
    pub(super) boundable: bool,
}

/// Share of the service's records from which on clearing it is wrong.
const INSIDE: f64 = 0.01;

/// Records that only the service holds and that suffice for a bound with room to spare.
const EXCLUSIVE_AMPLE: u64 = 1000;

/// Records of its first time that only the service holds and that would show a copied tenth of them.
const EARLY_AMPLE: u64 = 60;

/// Different keys of the dump below which no shares are told.
const KEYS_AMPLE: u64 = 100;
/// Control records that suffice.
const CONTROL_AMPLE: u64 = 250;

/// Hits on records that only the service holds which no honest control list explains.
const HITS_AMPLE: u64 = 15;

/// The answers for a written world.
pub(super) fn allowed(written: &Written) -> Allowed {
    let part = written.service();
    let detectable = part.as_ref().is_some_and(|part| detectable(written, part));
    let boundable = part.as_ref().is_some_and(|part| boundable(written, part));
    let service = match &part {
        None => vec!["insufficient"],
        Some(part) => service(written, part, detectable, boundable),
    };
    Allowed { service, corpora: corpora(written), integrity: integrity(written), detectable, boundable }
}

fn sound(written: &Written) -> bool {
    written.whole() && written.world.plan.answers.list_fault.is_none() && !written.world.plan.dense
}

fn detectable(written: &Written, part: &ServicePart) -> bool {
    let plan = written.world.plan;
    part.inside as f64 >= INSIDE * part.records as f64
        && sound(written)
        && !plan.says_view
        && !plan.answers.bought_elsewhere
        && !plan.answers.control_filtered
        && written.unheld_rows() == 0
        && part.control >= CONTROL_AMPLE
        && part.dump >= KEYS_AMPLE
        && part.control_hits == 0
        && part.exclusive_hits >= HITS_AMPLE
}

fn boundable(written: &Written, part: &ServicePart) -> bool {
    part.inside == 0
        && sound(written)
        && written.unheld_rows() == 0
        && part.exclusive >= EXCLUSIVE_AMPLE
        && part.exclusive_hits <= 2
        && part.records - part.exclusive.min(part.records) >= 100
        && written.rows() >= EXCLUSIVE_AMPLE
        && part.dump >= EXCLUSIVE_AMPLE / 2
        && is_told_of_the_early(part)
        && is_known_to_be_whole(written, part)
        && !written.prefers_its_people()
        && !written.world.plan.parts.iter().any(unreadable)
}

/// Whether nothing tells whose the rows of a file are: their only number fails its check.
fn unreadable(part: &Part) -> bool {
    let has = |field: Field| part.fields.contains(&field);
    part.is_careless() && has(Field::Tax) && !has(Field::Phone) && !has(Field::Email)
}

/// Whether a snapshot of the service from before it began would show: by records of that time that only it has, or because
/// hardly any record of that time is in the dump.
fn is_told_of_the_early(part: &ServicePart) -> bool {
    let [_, own, hit] = part.early;
    own >= EARLY_AMPLE || hit * 200 <= part.records
}

/// Whether the list is said to be whole up to the dump's day, or hardly any key of the dump can be a record that it lacks.
fn is_known_to_be_whole(written: &Written, part: &ServicePart) -> bool {
    let plan = written.world.plan;
    plan.complete_to.is_some_and(|day| day >= plan.dump_day) || part.unheld * 200 <= part.records
}

fn service(written: &Written, part: &ServicePart, detectable: bool, boundable: bool) -> Vec<&'static str> {
    if part.canary_hits > 0 || detectable {
        return vec!["service-specific"];
    }
    if boundable {
        // A bound wants ample records of every month in which the service made some; small worlds may lack them.
        return vec!["bounded", "insufficient"];
    }
    let mut codes = vec!["insufficient", "current-data-source-open"];
    if (part.inside as f64) < INSIDE * part.records as f64 {
        codes.push("bounded");
    }
    // A register that gave rows gave such as the service never held, too.
    if written.unheld_rows() > 0 || written.register_rows() > 0 || written.world.plan.dense || part.control_hits > 0 {
        codes.push("not-service-alone");
    }
    if part.inside > 0 {
        codes.push("service-specific");
    }
    codes.sort_unstable();
    codes
}

fn corpora(written: &Written) -> Vec<&'static str> {
    let plan = written.world.plan;
    let rows = written.rows().max(1) as f64;
    let held =
        |source: usize| plan.sets.get(source).is_some_and(|set| matches!(set.role, Role::Corpus | Role::Register));
    let shares: Vec<f64> = written
        .rows_by_source()
        .into_iter()
        .filter(|(source, _)| held(*source))
        .map(|(_, count)| count as f64 / rows)
        .collect();
    // What was copied elsewhere may be in a held set row by row: then nothing tells the two apart.
    let explained = written.composition().parts.into_iter().filter(|(set, ..)| held(*set));
    let explained = explained.map(|(_, _, total)| total.most as f64 / rows).fold(0.0, f64::max);
    // A register is held for comparison; whether it counts among the older files is not asked here.
    let register = written
        .rows_by_source()
        .iter()
        .any(|(set, _)| plan.sets.get(*set).is_some_and(|set| set.role == Role::Register));
    let (sum, most) = (shares.iter().sum::<f64>(), shares.iter().copied().fold(0.0, f64::max));
    let nested = plan.sets.iter().any(|set| matches!(set.members, Members::Union { .. }));
    let vague = nested || !written.whole() || rows < 1000.0 || plan.dense;
    // Others hold the same people: their rows find keys in held sets that they were not copied from.
    let others = 1.0 - sum;
    let mut codes = Vec::new();
    let mut may = |code: &'static str, is: bool| {
        if is {
            codes.push(code)
        }
    };
    may("composite", vague && sum >= 0.3 || shares.iter().filter(|share| **share >= 0.03).count() >= 2 && sum >= 0.45);
    may("none-known", sum <= 0.12 || register);
    may("partial", (0.08..=0.55).contains(&sum) || (sum >= 0.1 && most < 0.95) || others > 0.3);
    may("single", most >= 0.85 || explained >= 0.95 || nested && sum >= 0.6);
    may("undetermined", vague || sum < 0.55 || register);
    codes
}

fn integrity(written: &Written) -> Vec<Vec<&'static str>> {
    let (rows, made) = (written.rows().max(1), written.made_up_rows());
    let factor = rows as f64 / written.distinct_rows().max(1) as f64;
    let share = made as f64 / rows as f64;
    let mut signs: Vec<Vec<&'static str>> = vec![Vec::new()];
    if share > 0.45 {
        signs.push(vec!["mostly-fabricated"]);
    }
    if share > 0.0 {
        signs.push(vec!["partly-fabricated"]);
    }
    let mut allowed = Vec::new();
    for mut sign in signs {
        if factor <= 1.22 {
            allowed.push(if sign.is_empty() { vec!["no-sign-found"] } else { sign.clone() });
        }
        if factor >= 1.18 {
            sign.push("inflated");
            allowed.push(sign);
        }
    }
    allowed.push(vec!["not-tested"]);
    allowed
}
