//! The papers of a world: `case.toml`, `truth.json` and `README.md`.

use std::fmt::Write as _;

use anyhow::Result;
use serde_json::{Value, json};

use super::super::Order;
use super::super::papers::{self, grouped, heading, line, percent};
use super::answers::{Allowed, allowed};
use super::gather::iso;
use super::plan::{Field, Plan, Role, Sample, SizeSaid};
use super::print::{Printed, counts};
use super::truth::{Composition, Span, Written};

/// Writes the three papers.
///
/// # Errors
/// When one cannot be written.
pub(super) fn write(order: &Order, written: &Written) -> Result<()> {
    let (allowed, composition) = (allowed(written), written.composition());
    if !written.world.plan.told.look_ups.is_empty() {
        papers::file(order, LOOK_UPS, &look_ups(written.world.plan))?;
    }
    papers::file(order, "case.toml", &case(order, written, &allowed, &composition))?;
    papers::truth_file(order, &truth(order, written, &allowed, &composition))?;
    papers::file(order, "README.md", &readme(order, written, &allowed))
}

fn case(order: &Order, written: &Written, allowed: &Allowed, composition: &Composition) -> String {
    let plan = written.world.plan;
    let selection = match plan.sample {
        Sample::All => "all",
        Sample::Random(_) => "random",
        Sample::First(_) => "first-n",
        Sample::Shown => "unknown",
    };
    let selection = plan.told.selection.unwrap_or(selection);
    let mut text = format!(
        "# Written by `leakprov synth {}`; nobody in here exists. See README.md.\ntitle = \"{}\"\n\n\
         [dump]\nfiles = [\"dump\"]\nselection = \"{selection}\"\ndate = {}\n",
        order.scenario.id,
        order.scenario.title,
        iso(plan.dump_day)
    );
    if !plan.told.look_ups.is_empty() {
        let _ = writeln!(text, "look_ups = \"{LOOK_UPS}\"");
    }
    for claim in &plan.claims {
        let _ = writeln!(text, "\n[[claim]]\nby = \"{}\"", claim.by);
        if let (true, Some(service)) = (claim.accuses, written.world.service) {
            let _ = writeln!(text, "source = \"{}\"", plan.sets[service].id);
        }
        if claim.records > 0 {
            let records = written.rows() * u64::from(claim.records) / 1000;
            let _ = writeln!(text, "records = {records}\nunit = \"{}\"", super::main_kind(plan));
        }
        if !claim.content.is_empty() {
            let ids: Vec<String> = claim.content.iter().map(|set| format!("\"{}\"", plan.sets[*set].id)).collect();
            let _ = writeln!(text, "content = [{}]", ids.join(", "));
        }
        let _ = writeln!(text, "date = {}", iso(plan.dump_day + 1));
    }
    text.push_str(&plan.told.said);
    for (place, printed) in written.references() {
        text.push_str(&reference(plan, place, printed));
        let more = plan.told.of_sets.iter().filter(|(set, _)| *set == place);
        more.for_each(|(_, lines)| text.push_str(lines));
    }
    text.push_str(&plan.told.references);
    text.push_str(&expectations(written, allowed, composition));
    text
}

/// The file of what was looked up by hand.
const LOOK_UPS: &str = "look-ups.csv";

fn look_ups(plan: &Plan) -> String {
    let mut text = String::from("group,asked,found\n");
    for (group, asked, found) in plan.told.look_ups {
        let _ = writeln!(text, "{group},{asked},{found}");
    }
    text
}

fn reference(plan: &Plan, place: usize, printed: &Printed) -> String {
    let set = &plan.sets[place];
    let mut text = format!(
        "\n[[reference]]\nid = \"{}\"\nrole = \"{}\"\nfiles = [\"{}\"]\ndate = {}\n",
        set.id,
        role(set.role),
        printed.file,
        iso(set.day)
    );
    match set.role {
        Role::Service => {
            let _ = writeln!(text, "started = {}", iso(plan.started));
            let register = plan.sets.iter().find(|set| set.id == "register");
            if let (true, Some(register)) = (plan.says_view, register) {
                let _ = writeln!(text, "view_of = \"{}\"", register.id);
            }
            if let Some(day) = plan.complete_to {
                let _ = writeln!(text, "complete_to = {}", iso(day));
            }
            text.push_str("provenance = \"verified\"\n");
        }
        Role::Corpus => text.push_str("provenance = \"unverified\"\n"),
        _ => text.push_str("provenance = \"verified\"\n"),
    }
    text
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Service => "service",
        Role::Corpus | Role::Unheld => "corpus",
        Role::Register => "register",
        Role::Control => "control",
        Role::Member => "member",
        Role::Canary => "canary",
    }
}

fn expectations(written: &Written, allowed: &Allowed, composition: &Composition) -> String {
    let plan = written.world.plan;
    let mut text = String::from("\n[expect]\n");
    line(&mut text, "dump.rows", written.rows());
    line(&mut text, "dump.distinct_rows", written.distinct_rows());
    // Where nine of ten numbers fail their check, a column is no column of such numbers: whether the few are
    // counted is
    // not for us to say.
    let careless = plan.parts.iter().any(|part| part.fields.contains(&Field::Tax) && part.is_careless());
    let doubtful = |kind: &str| careless && kind == "ua.rntrc";
    for (kind, keys) in counts(&written.dump_keys()).into_iter().filter(|(kind, _)| !doubtful(kind)) {
        line(&mut text, &format!("dump.units[unit={kind}].distinct"), keys);
    }
    for shared in written.shared().iter().filter(|shared| !doubtful(shared.kind)) {
        let path = format!("overlaps[reference={},kind={},level=key]", plan.sets[shared.set].id, shared.kind);
        line(&mut text, &format!("{path}.reference_size"), shared.size);
        line(&mut text, &format!("{path}.shared"), shared.both);
    }
    let mut range = |path: String, span: Span| {
        let _ = match span.least == span.most {
            true => writeln!(text, "\"{path}\" = {}", span.least),
            false => writeln!(text, "\"{path}\" = {{ min = {}, max = {} }}", span.least, span.most),
        };
    };
    for (set, unique, total) in composition.parts.iter().filter(|_| !careless) {
        let id = &plan.sets[*set].id;
        range(format!("composition.parts[reference={id}].unique"), *unique);
        range(format!("composition.parts[reference={id}].total"), *total);
    }
    if !careless {
        range("composition.unknown".to_owned(), composition.unknown);
    }
    let quoted = |codes: &[&str]| codes.iter().map(|code| format!("\"{code}\"")).collect::<Vec<_>>().join(", ");
    let signs: Vec<String> = allowed.integrity.iter().map(|signs| format!("[{}]", quoted(signs))).collect();
    let codes = [
        ("verdict.service", quoted(&allowed.service)),
        ("verdict.corpora", quoted(&allowed.corpora)),
        ("verdict.integrity", signs.join(", ")),
    ];
    for (path, codes) in codes.iter().filter(|(path, _)| plan.told.expect.iter().all(|(told, _)| told != path)) {
        let _ = writeln!(text, "\"{path}\" = {{ any = [{codes}] }}");
    }
    for (path, wanted) in &plan.told.expect {
        let _ = writeln!(text, "\"{path}\" = {wanted}");
    }
    for said in &plan.told.sizes {
        let _ = writeln!(
            text,
            "\"claims[by={},about=size,stated={}].outcome\" = \"{}\"",
            said.by,
            said.records,
            size_outcome(written, said)
        );
    }
    text
}

/// How a claimed number stands by the count alone.
///
/// # Source
/// The project's rules for claims: two hundredths of tolerance or the claim's own rounding; fewer than claimed
/// refutes only where the dump is all that the claim is about.
fn size_outcome(written: &Written, said: &SizeSaid) -> &'static str {
    let found = match said.unit {
        "rows" => Some(written.rows()),
        unit => counts(&written.dump_keys()).into_iter().find(|(kind, _)| *kind == unit).map(|(_, keys)| keys),
    };
    let Some(found) = found else { return "not-tested" };
    let tolerance = (said.records as f64 * 0.02).max(said.rounding as f64);
    if said.ever_issued.is_some_and(|most| said.records - said.rounding > most) {
        "contradicted"
    } else if found.abs_diff(said.records) as f64 <= tolerance {
        "supported"
    } else if found > said.records || written.whole() {
        "contradicted"
    } else {
        "conditional"
    }
}

fn truth(order: &Order, written: &Written, allowed: &Allowed, composition: &Composition) -> Value {
    let plan = written.world.plan;
    let id = |set: usize| plan.sets.get(set).map_or("made-up", |set| set.id.as_str());
    let span = |span: &Span| json!({ "min": span.least, "max": span.most });
    let keys = |counts: Vec<(&'static str, u64)>| -> Value {
        counts.into_iter().map(|(kind, keys)| (kind.to_owned(), json!(keys))).collect::<serde_json::Map<_, _>>().into()
    };
    let file = |printed: &Printed| {
        json!({ "file": printed.file, "rows": printed.rows, "distinct_rows": printed.distinct_rows.len(),
                "keys": keys(printed.counts()) })
    };
    let references: Vec<Value> = written
        .references()
        .map(|(set, printed)| json!({ "id": id(set), "role": role(plan.sets[set].role), "list": file(printed) }))
        .collect();
    let overlaps: Vec<Value> = written
        .shared()
        .iter()
        .map(|shared| {
            json!({ "reference": id(shared.set), "kind": shared.kind, "dump": shared.dump,
                    "reference_size": shared.size, "shared": shared.both })
        })
        .collect();
    let sources: Vec<Value> = written
        .rows_by_source()
        .into_iter()
        .map(|(set, rows)| {
            let held = written.sets.get(set).is_some_and(Option::is_some);
            json!({ "source": id(set), "held": held, "rows": rows })
        })
        .collect();
    let parts: Vec<Value> = composition
        .parts
        .iter()
        .map(|(set, unique, total)| json!({ "reference": id(*set), "unique": span(unique), "total": span(total) }))
        .collect();
    json!({
        "scenario": order.scenario.id,
        "scale": order.scale,
        "seed": order.seed,
        "dump": {
            "rows": written.rows(),
            "distinct_rows": written.distinct_rows(),
            "keys": keys(counts(&written.dump_keys())),
            "parts": written.parts.iter().map(file).collect::<Vec<_>>(),
            "sources": sources,
        },
        "references": references,
        "overlaps": overlaps,
        "composition": { "parts": parts, "unknown": span(&composition.unknown) },
        "copied": written.copied(),
        "unheld_rows": written.unheld_rows(),
        "made_up_rows": written.made_up_rows(),
        "careless_share": written.careless_share(),
        "service": service(written, allowed),
        "allowed": {
            "service": allowed.service,
            "corpora": allowed.corpora,
            "integrity": allowed.integrity,
        },
    })
}

fn service(written: &Written, allowed: &Allowed) -> Value {
    let plan = written.world.plan;
    let Some(part) = written.service() else { return Value::Null };
    json!({
        "reference": plan.sets[part.set].id,
        "kind": super::main_kind(plan),
        "records": part.records,
        "inside": part.inside,
        "exclusive": part.exclusive,
        "exclusive_hits": part.exclusive_hits,
        "control": part.control,
        "control_hits": part.control_hits,
        "canary_hits": part.canary_hits,
        "list": plan.answers.list_fault.unwrap_or("sound"),
        "copied_until": written.copied_until().map(iso),
        "bought_elsewhere": plan.answers.bought_elsewhere,
        "detectable": allowed.detectable,
        "boundable": allowed.boundable,
    })
}

fn readme(order: &Order, written: &Written, allowed: &Allowed) -> String {
    let plan = written.world.plan;
    let mut text = heading(order);
    text.push_str("Rows of the files in `dump/`:\n\n| source of dump rows | held | rows |\n|---|---|---:|\n");
    for (set, rows) in written.rows_by_source() {
        let id = plan.sets.get(set).map_or("made up", |set| set.id.as_str());
        let held = if written.sets.get(set).is_some_and(Option::is_some) { "yes" } else { "no" };
        let _ = writeln!(text, "| {id} | {held} | {} |", grouped(rows));
    }
    text.push_str(
        "\n| reference | file | kind | keys | in the dump | of the reference |\n|---|---|---|---:|---:|---:|\n",
    );
    for shared in written.shared() {
        let file = written.sets[shared.set].as_ref().map_or("", |printed| printed.file.as_str());
        let (size, both) = (grouped(shared.size), grouped(shared.both));
        let (id, share) = (&plan.sets[shared.set].id, percent(shared.both, shared.size));
        let _ = writeln!(text, "| {id} | `{file}` | {} | {size} | {both} | {share} |", shared.kind);
    }
    if let Some(part) = written.service() {
        let _ = writeln!(
            text,
            "\nOf the {} records of the service, {} were copied into the dump ({}). Of {} that no held file has, {}\n\
             are in the dump; of {} control records, {}. Planted records in the dump: {}. Its list: {}.",
            grouped(part.records),
            grouped(part.inside),
            percent(part.inside, part.records),
            grouped(part.exclusive),
            grouped(part.exclusive_hits),
            grouped(part.control),
            grouped(part.control_hits),
            part.canary_hits,
            plan.answers.list_fault.unwrap_or("sound"),
        );
    }
    let right = |path: &str, codes: &[&str]| {
        let told = plan.told.expect.iter().find(|(told, _)| told == path);
        told.map_or_else(|| codes.join(", "), |(_, wanted)| format!("`{wanted}`"))
    };
    let _ = writeln!(text, "\nRight answers about the service: {}.", right("verdict.service", &allowed.service));
    let _ = writeln!(text, "\nRight answers about the held files: {}.", right("verdict.corpora", &allowed.corpora));
    text.push_str(&plan.told.notes);
    text
}
