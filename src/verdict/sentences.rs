//! The sentences that open every report. Each stands when it is quoted alone: it names its unit and both sides of its
//! ratio.

use super::contained;
use super::{Origin, Service, ServiceOverlap};
use crate::evidence::matter::{Known, Matter, is_attribute};
use crate::evidence::question::Selection;
use crate::evidence::words;
use crate::mixture::{Composition, Mixture, RowPart, State};
use crate::profile::Profile;
use crate::reference::Role;
use crate::stats;

/// Parts that are named in the opening sentence; the rest is summed.
const NAMED_PARTS_MOST: usize = 3;

/// The parts of the dump's rows with the unknown, largest first, ties by id.
pub fn origin(composition: Option<&Composition>) -> Vec<Origin> {
    let Some(composition) = composition else { return Vec::new() };
    let mut parts: Vec<Origin> = composition
        .parts
        .iter()
        .map(|part| Origin { id: part.reference.clone(), share: part.share, low: part.low, high: part.high })
        .collect();
    let unmatched = composition.unknown.saturating_sub(composition.uninformative_rows);
    parts.push(Origin {
        id: "unknown".into(),
        share: composition.unknown_share,
        low: stats::share(unmatched, composition.rows),
        high: composition.unknown_share,
    });
    let size = |origin: &Origin| origin.share.unwrap_or(0.0);
    parts.sort_by(|left, right| size(right).total_cmp(&size(left)).then_with(|| left.id.cmp(&right.id)));
    parts
}

/// "Probable origin: …".
pub fn origin_sentence(matter: &Matter, mixtures: &[Mixture], composition: Option<&Composition>) -> String {
    if matter.dump.is_none() {
        return "Probable origin: not tested; no dump was given, and numbers alone never show where records come from."
            .into();
    }
    let hashed = super::hashed::clauses(matter);
    let hashed = if hashed.is_empty() { String::new() } else { format!("; {}", words::list(&hashed)) };
    let Some(composition) = composition.filter(|composition| !composition.parts.is_empty()) else {
        if !hashed.is_empty() {
            return format!("Probable origin: not told by rows{hashed}.");
        }
        return "Probable origin: not tested; no record set was given that shares a kind of key with the dump.".into();
    };
    let rows = composition.rows;
    let mut held: Vec<_> = composition.parts.iter().filter(|part| part.total > 0).collect();
    held.sort_by(|left, right| right.credit.total_cmp(&left.credit).then_with(|| left.reference.cmp(&right.reference)));
    // Who is credited with nothing has no place among the probable.
    let (held, idle): (Vec<_>, Vec<_>) = held.into_iter().partition(|part| part.credit >= 0.5);
    let unknown = unknown(composition);
    // Rows whose passwords stand hashed in a set do match it, if not as they are.
    let unknown = if hashed.is_empty() { unknown } else { unknown.replace("no set held", "no set held as they are") };
    if held.is_empty() {
        let unknown = if hashed.is_empty() { format!("unknown; {unknown}") } else { unknown };
        return format!("Probable origin: {unknown}{hashed}.");
    }
    let held = together(mixtures, &held);
    let mut parts: Vec<String> = held
        .iter()
        .take(NAMED_PARTS_MOST)
        .map(|group| {
            let credit: f64 = group.iter().map(|part| part.credit).sum();
            let share: f64 = group.iter().filter_map(|part| part.share).sum();
            let ends = |part: &RowPart| (part.low.unwrap_or(0.0), part.high.unwrap_or(0.0));
            let (possible, apart) = match &group[..] {
                [only] => {
                    let (low, high) = (words::percent(ends(only).0), words::percent(ends(only).1));
                    // Two ends that read alike are no range.
                    (if low == high { String::new() } else { format!("; possible {low} to {high}") }, "")
                }
                _ => (String::new(), ", which cannot be told apart here"),
            };
            let names: Vec<String> = group.iter().map(|part| name(matter, &part.reference)).collect();
            format!(
                "{} of {} rows ({}{possible}) to {}{apart}",
                words::count(credit.round() as u64),
                words::count(rows),
                words::percent(share.min(1.0)),
                names.join(" or "),
            )
        })
        .collect();
    let more = &held[held.len().min(NAMED_PARTS_MOST)..];
    if !more.is_empty() {
        let credit: f64 = more.iter().flatten().map(|part| part.credit).sum();
        let count = more.iter().map(Vec::len).sum::<usize>();
        let sets = if count == 1 { "set" } else { "sets" };
        parts.push(format!("{} rows to {count} further {sets}", words::count(credit.round() as u64)));
    }
    let idle: Vec<String> = idle.iter().map(|part| part.reference.clone()).collect();
    let none = match idle.len() {
        0 => String::new(),
        few if few <= NAMED_PARTS_MOST => format!("; none to {}", words::list(&idle)),
        many => format!("; none to {many} further sets"),
    };
    let common = super::descent::told(mixtures).map_or_else(String::new, |told| format!("; {told}"));
    let present = present(matter, mixtures);
    format!(
        "Probable origin: matching keys credit {}{none}; {unknown}{common}{hashed}; {present}.",
        words::list(&parts)
    )
}

/// Parts of sets that are all but the same together, in the order of the first of them: how their rows divide is nothing
/// but a convention.
fn together<'a>(mixtures: &[Mixture], parts: &[&'a RowPart]) -> Vec<Vec<&'a RowPart>> {
    let of = |id: &str, other: &str| {
        let keys = mixtures.iter().flat_map(|mixture| &mixture.parts).filter(|part| part.together.is_some());
        keys.clone().any(|part| part.reference == id && part.inseparable_from.iter().any(|twin| twin == other))
    };
    let mut groups: Vec<Vec<&'a RowPart>> = Vec::new();
    for &part in parts {
        let own = |group: &&mut Vec<&RowPart>| group.iter().any(|twin| of(&twin.reference, &part.reference));
        match groups.iter_mut().find(own) {
            Some(group) => group.push(part),
            None => groups.push(vec![part]),
        }
    }
    // Together they may stand before others.
    let credit = |group: &[&RowPart]| group.iter().map(|part| part.credit).sum::<f64>();
    groups.sort_by(|left, right| credit(right).total_cmp(&credit(left)));
    groups
}

/// Which older sets the copied shares show to be there.
fn present(matter: &Matter, mixtures: &[Mixture]) -> String {
    let parts = mixtures.iter().flat_map(|mixture| &mixture.parts).filter(|part| part.state == State::Present);
    let corpus = |(index, known): (usize, Known)| known.reference.role == Role::Corpus && !matter.is_younger(index);
    let older = |id: &str| matter.reference(id).is_some_and(corpus);
    let mut ids: Vec<String> = parts.map(|part| part.reference.clone()).filter(|id| older(id)).collect();
    ids.sort();
    ids.dedup();
    // Where another holds all that was found, no key is the set's alone, and the other may be what it was picked out of.
    let (picked, alone): (Vec<_>, Vec<_>) = ids
        .into_iter()
        .map(|id| (contained::containers_of(matter, &id), id))
        .partition(|(others, _)| !others.is_empty());
    let alone: Vec<String> = alone.into_iter().map(|(_, id)| id).collect();
    let mut told = match alone.len() {
        0 if picked.is_empty() => vec!["no set is shown to be present by keys that it alone holds".to_owned()],
        0 => Vec::new(),
        1 => vec![format!("{} is shown to be present by keys that it alone holds", alone[0])],
        _ => vec![format!("{} are shown to be present by keys that each alone holds", words::list(&alone))],
    };
    told.extend(picked.iter().map(|(others, id)| {
        let all = if others.len() == 1 { "holds" } else { "hold" };
        format!(
            "{id}'s records are shown to be present, from it or picked out of {}, which {all} all that was found of it",
            words::list(others)
        )
    }));
    told.join("; ")
}

/// The rows that nobody is credited with. Rows whose keys are too common to tell a source may well match: they must not
/// pass for rows that match nothing.
fn unknown(composition: &Composition) -> String {
    let part = |rows| words::part_of(rows, composition.rows, "rows");
    let unmatched = part(composition.unknown.saturating_sub(composition.uninformative_rows));
    match composition.uninformative_rows {
        0 => format!("{unmatched} match no set held"),
        silent => format!("{unmatched} match no set held and {} carry no key that could tell a source", part(silent)),
    }
}

/// A reference's name in the opening sentence. Rows that a service or register holds are just as well those of any
/// other holder of the same records, and whoever quotes the sentence must not be able to leave that out.
fn name(matter: &Matter, id: &str) -> String {
    match matter.reference(id) {
        Some((index, known)) if known.reference.role == Role::Corpus && matter.is_younger(index) => format!(
            "{}, which is younger than the dump and may hold it, not the other way round",
            words::named(known.reference)
        ),
        Some((_, known)) if known.reference.role == Role::Corpus => words::named(known.reference),
        Some((_, known)) => format!("{} or another holder of the same records", words::named(known.reference)),
        None => id.to_owned(),
    }
}

/// The overlap with the service on the main key, with its sentence "Overlap with …".
pub fn overlap(matter: &Matter, main: Option<&str>) -> ServiceOverlap {
    let Some((index, service)) = matter.service() else {
        let sentence = "Overlap with a service: not tested; no service's record set was given.".to_owned();
        return ServiceOverlap { sentence, ..ServiceOverlap::default() };
    };
    let id = &service.reference.id;
    // The claimed kind may not be there: then the best kind that both hold speaks, and the sentence says so.
    let asked = main;
    let best = super::main_key::with_service(matter, main);
    let main = best.as_deref().or(main);
    let mut out =
        ServiceOverlap { reference: Some(id.clone()), kind: main.map(str::to_owned), ..ServiceOverlap::default() };
    out.dump = main.and_then(|kind| matter.distinct(kind));
    out.reference_size = matter.service_size(main).filter(|size| size.measured).map(|size| size.records);
    let Some(counted) = main.and_then(|kind| matter.overlap(index, kind)) else {
        out.sentence =
            format!("Overlap with {id}: not tested; {}.", why_no_overlap(matter, main, service.profile.is_some()));
        return out;
    };
    let kind = main.unwrap_or_default();
    let chance = stats::expected_by_chance(counted.dump, counted.chance_hits.unwrap_or(0), counted.decoys.unwrap_or(0));
    (out.shared, out.dump, out.reference_size) =
        (Some(counted.shared), Some(counted.dump), Some(counted.reference_size));
    out.expected_by_chance = chance;
    let by_chance = match chance {
        Some(0.0) => {
            format!("none of {} decoys match by chance", words::count(counted.decoys.unwrap_or(0)))
        }
        // In a dense register an invented number is somebody's: that is a rate of the register, no part of these hits.
        Some(expected) => format!(
            "of numbers made up in the same series, {} are in that list too",
            words::percent(expected / counted.dump.max(1) as f64)
        ),
        None => "how many would match by chance was not measured".to_owned(),
    };
    let things = words::unit_noun(kind);
    let share = |whole| words::percent(stats::share(counted.shared, whole).unwrap_or(0.0));
    let instead = asked.filter(|asked| Some(*asked) != main).map_or(String::new(), |asked| {
        format!(" The two share no {}, so those could not be looked up.", words::unit_noun(asked))
    });
    let nobodys = if is_attribute(kind) { format!(" {}", words::nobodys(kind)) } else { String::new() };
    let few = if counted.dump >= super::scope::KEYS_LEAST { String::new() } else { few(counted.shared, counted.dump) };
    let same = if is_the_dump(matter, service.profile) {
        format!(" The list of {id} is byte for byte the dump (SHA-256): one may have been given for the other.")
    } else {
        String::new()
    };
    out.sentence = format!(
        "Overlap with {id}: {shared} of {} different {things} in the dump ({}) are in {}, that is {shared} of {} in \
             that list ({}); {by_chance}.{same}{nobodys}{}{few}{instead}",
        words::count(counted.dump),
        share(counted.dump),
        words::named(service.reference),
        words::count(counted.reference_size),
        share(counted.reference_size),
        base_rate(matter, kind, counted.reference_size),
        shared = words::count(counted.shared),
    );
    out
}

/// Whether a list is the very file or files that the dump is: a slip, by which everything matches.
fn is_the_dump(matter: &Matter, list: Option<&Profile>) -> bool {
    let digests = |profile: &Profile| -> Vec<(u64, Option<String>)> {
        let mut digests: Vec<_> = profile.files.iter().map(|file| (file.rows, file.sha256.clone())).collect();
        digests.sort();
        digests
    };
    let same = matter.dump.zip(list).filter(|(dump, list)| digests(dump) == digests(list));
    same.is_some_and(|(dump, _)| !dump.files.is_empty() && dump.files.iter().all(|file| file.sha256.is_some()))
}

/// Of few keys the exact interval speaks where the share alone would not.
fn few(shared: u64, dump: u64) -> String {
    let (low, high) = stats::interval::clopper_pearson(shared, dump, 0.95);
    format!(
        " With fewer than {} of them no share is judged; the exact 95 % interval is {} to {}, if they were drawn at random.",
        super::scope::KEYS_LEAST,
        words::percent(low),
        words::percent(high)
    )
}

fn why_no_overlap(matter: &Matter, main: Option<&str>, list_given: bool) -> String {
    match (matter.dump, main) {
        (None, _) => "no dump was given".into(),
        _ if !list_given => "only a size of it is known, no list to look the dump's keys up in".into(),
        (_, Some(kind)) => format!("the two share no {}", words::unit_noun(kind)),
        (_, None) => "the two share no kind of key".into(),
    }
}

/// What a list of real documents from any source would share with the service, where the population is known.
fn base_rate(matter: &Matter, kind: &str, reference_size: u64) -> String {
    let stock = matter.question.populations.get(kind).and_then(|population| population.in_existence.as_ref());
    let Some(stock) = stock.filter(|stock| stock.count >= reference_size) else { return String::new() };
    format!(
        " A list of {} in existence from any source would share about {} of its own with it ({} of {}).",
        words::unit_noun(kind),
        words::percent(stats::share(reference_size, stock.count).unwrap_or(0.0)),
        words::count(reference_size),
        words::count(stock.count),
    )
}

/// "What this does not show: …" and more of its sort, most important first.
pub fn not_shown(
    matter: &Matter,
    main: Option<&str>,
    composition: Option<&Composition>,
    answer: Service,
) -> Vec<String> {
    let mut out = vec![first_not_shown(matter, main, answer)];
    if composition.is_some_and(|composition| composition.parts.iter().any(|part| part.total > 0)) {
        out.push(
            "The credits do not show from where a row was taken: rows are credited by matching keys, those of several sets \
             by how much of each was copied, and sets that were not given cannot be credited."
                .into(),
        );
    }
    if let Some(composition) = composition.filter(|composition| composition.uninformative_rows > 0) {
        out.push(format!(
            "{} carry no key that could tell a source: where they come from is not shown.",
            words::part_of(composition.uninformative_rows, composition.rows, "rows")
        ));
    }
    if matter.dump.is_some() && !matches!(matter.question.selection, Selection::All | Selection::Random) {
        out.push(format!(
            "How these rows came to be seen is {}: nothing is shown of rows that are not among them.",
            match matter.question.selection {
                Selection::Unknown => "not known".to_owned(),
                selection => format!("selection \"{}\"", selection.name()),
            }
        ));
    }
    if !matter.complete() {
        out.push("Part of the dump was not examined: nothing is shown of what stands there.".into());
    }
    out
}

/// Who else may hold the service's records, for people: the registers named, and whoever was not.
pub fn rivals(matter: &Matter, id: &str) -> String {
    let registers = matter.references.iter().filter(|known| known.reference.role == Role::Register);
    let mut named: Vec<String> = registers.map(|known| known.reference.id.clone()).collect();
    named.extend(matter.service().and_then(|(_, known)| known.reference.view_of.clone()));
    named.sort();
    named.dedup();
    let unnamed = match named.is_empty() {
        true => "a register above it",
        false => "another register",
    };
    named.extend([unnamed.to_owned(), format!("a partner of {id}")]);
    named.join(", ")
}

fn first_not_shown(matter: &Matter, main: Option<&str>, answer: Service) -> String {
    let lead = "What this does not show:";
    let tail = "nor who took any records, or how";
    let Some((index, service)) = matter.service() else {
        return format!("{lead} whether any particular service's records are among these, {tail}.");
    };
    let id = &service.reference.id;
    let shared = words::unit_noun(main.unwrap_or("records"));
    match answer {
        Service::Bounded => {
            return format!(
                "{lead} whether records of {id} that are not in its list are among these, or single ones below the bound, \
                 {tail}."
            );
        }
        Service::ServiceSpecific => {
            return format!(
                "{lead} whether the records were taken from {id} itself or from somebody it gave them to, {tail}."
            );
        }
        Service::NotServiceAlone => {
            return format!(
                "{lead} whether {id}'s {shared} were added to those of another holder of the same records, {tail}."
            );
        }
        Service::Insufficient | Service::CurrentDataSourceOpen => {}
    }
    match main.and_then(|kind| matter.overlap(index, kind)) {
        Some(overlap) if overlap.shared > 0 => format!(
            "{lead} whether the {shared} that {id}'s list also holds were copied from {id} or from another holder of \
             the same records, {tail}."
        ),
        Some(_) => format!(
            "{lead} whether {id}'s records are in the dump under another spelling or were left out on purpose, {tail}."
        ),
        None => format!("{lead} whether any of {id}'s records are among these, {tail}."),
    }
}
