//! What a report must say: the `[expect]` of a case, and `--fail-if`.
//!
//! A path leads through the report: `verdict.scope`, `overlaps[reference=app,kind=email].shared`, `inputs[0].bytes`. A
//! choice in brackets may leave several things; all of them must be as expected, and any of them makes a condition
//! hold. A path that leads nowhere is told as such and never counts as well.

use anyhow::{Context, bail};
use serde_json::Value;

use crate::report::schema;

/// One line of `[expect]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Expectation {
    /// Path into the report.
    pub path: String,
    /// What must stand there: a value; `{min, max}`; `{any = [..]}` (one of these); `{not = ..}`; a list of values (all,
    /// in this order); a list of tables (each must agree with one entry in the fields it names, no two with the same).
    pub wanted: Value,
}

/// An expectation that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet {
    /// Path into the report.
    pub path: String,
    /// Why, with what was wanted and what was found.
    pub why: String,
}

/// The expectations that a report does not meet, in their order.
pub fn unmet(expect: &[Expectation], report: &Value) -> Vec<Unmet> {
    let told = |expectation: &Expectation| {
        let why = why_not(expectation, report)?;
        Some(Unmet { path: expectation.path.clone(), why })
    };
    expect.iter().filter_map(told).collect()
}

fn why_not(expectation: &Expectation, report: &Value) -> Option<String> {
    let found = match parse_path(&expectation.path).and_then(|steps| follow(&steps, report)) {
        Ok(found) => found,
        Err(why) => return Some(why),
    };
    let other = found.into_iter().find(|value| !agrees(&expectation.wanted, value))?;
    Some(format!("expected {}, found {}", expectation.wanted, shortened(other)))
}

/// Values of the report are long; what is told of them is not.
fn shortened(value: &Value) -> String {
    const SHOWN_MOST: usize = 400;
    let text = value.to_string();
    if text.chars().count() <= SHOWN_MOST {
        return text;
    }
    text.chars().take(SHOWN_MOST).chain("…".chars()).collect()
}

fn agrees(wanted: &Value, found: &Value) -> bool {
    if let Some(choices) = only_field(wanted, "any").and_then(Value::as_array) {
        return choices.iter().any(|choice| agrees(choice, found));
    }
    if let Some(unwanted) = only_field(wanted, "not") {
        return !agrees(unwanted, found);
    }
    match (wanted, found) {
        (Value::Object(range), _) if is_range(range) => {
            let end = |name: &str| range.get(name).and_then(Value::as_f64);
            let inside =
                |number: f64| end("min").is_none_or(|min| number >= min) && end("max").is_none_or(|max| number <= max);
            found.as_f64().is_some_and(inside)
        }
        (Value::Object(fields), Value::Object(map)) => {
            fields.iter().all(|(name, wanted)| map.get(name).is_some_and(|found| agrees(wanted, found)))
        }
        (Value::Array(wanted), Value::Array(found)) if !wanted.is_empty() && wanted.iter().all(Value::is_object) => {
            each_has_its_own(wanted, found)
        }
        (Value::Array(wanted), Value::Array(found)) => {
            wanted.len() == found.len() && wanted.iter().zip(found).all(|(wanted, found)| agrees(wanted, found))
        }
        (Value::Number(_), Value::Number(_)) => wanted.as_f64() == found.as_f64(),
        _ => wanted == found,
    }
}

/// The value of a table that has this field and no other.
fn only_field<'a>(table: &'a Value, name: &str) -> Option<&'a Value> {
    table.as_object().filter(|fields| fields.len() == 1)?.get(name)
}

fn is_range(map: &serde_json::Map<String, Value>) -> bool {
    !map.is_empty() && map.iter().all(|(name, value)| matches!(name.as_str(), "min" | "max") && value.is_number())
}

/// Whether every wanted table agrees with an entry of its own. Tables that name few fields must not take the only entry
/// that another one needs, so a taken entry may be handed on (augmenting paths).
fn each_has_its_own(wanted: &[Value], found: &[Value]) -> bool {
    fn place(which: usize, wanted: &[Value], found: &[Value], holder: &mut [Option<usize>], seen: &mut [bool]) -> bool {
        for entry in 0..found.len() {
            if seen[entry] || !agrees(&wanted[which], &found[entry]) {
                continue;
            }
            seen[entry] = true;
            let free = match holder[entry] {
                None => true,
                Some(other) => place(other, wanted, found, holder, seen),
            };
            if free {
                holder[entry] = Some(which);
                return true;
            }
        }
        false
    }
    let mut holder = vec![None; found.len()];
    (0..wanted.len()).all(|which| place(which, wanted, found, &mut holder, &mut vec![false; found.len()]))
}

/// TOML as the values that reports hold; dates become their text.
pub(super) fn plain(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(yes) => yes.into(),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(items) => items.into_iter().map(plain).collect(),
        toml::Value::Table(table) => Value::Object(table.into_iter().map(|(name, item)| (name, plain(item))).collect()),
    }
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// Names joined with dots; a name may hold dots itself (`keys.ua.rntrc`).
    Names(String),
    /// The entries of a list whose fields have these values.
    Where(Vec<(String, String)>),
    /// One entry of a list.
    Index(usize),
}

fn parse_path(path: &str) -> Result<Vec<Step>, String> {
    let wrong = || format!("\"{path}\" is no path (hint: as in overlaps[reference=app,kind=email].shared)");
    let mut steps = Vec::new();
    let mut rest = path.trim();
    while !rest.is_empty() {
        if let Some(inside) = rest.strip_prefix('[') {
            let (choice, after) = inside.split_once(']').ok_or_else(wrong)?;
            steps.push(parse_choice(choice).ok_or_else(wrong)?);
            rest = after;
            continue;
        }
        let end = rest.find('[').unwrap_or(rest.len());
        let names = rest[..end].strip_prefix('.').filter(|_| !steps.is_empty()).unwrap_or(&rest[..end]);
        if names.is_empty() || names.split('.').any(|name| name.trim().is_empty()) {
            return Err(wrong());
        }
        steps.push(Step::Names(names.to_owned()));
        rest = &rest[end..];
    }
    if steps.is_empty() { Err(wrong()) } else { Ok(steps) }
}

fn parse_choice(choice: &str) -> Option<Step> {
    if let Ok(index) = choice.trim().parse() {
        return Some(Step::Index(index));
    }
    let fields = choice.split(',').map(|field| {
        let (name, value) = field.split_once('=')?;
        Some((name.trim().to_owned(), unquoted(value).to_owned()))
    });
    fields.collect::<Option<Vec<_>>>().map(Step::Where)
}

fn unquoted(text: &str) -> &str {
    let text = text.trim();
    let inside = |mark: char| text.strip_prefix(mark).and_then(|text| text.strip_suffix(mark));
    inside('"').or_else(|| inside('\'')).unwrap_or(text)
}

/// Everything that a path leads to; never empty.
fn follow<'a>(steps: &[Step], report: &'a Value) -> Result<Vec<&'a Value>, String> {
    let mut found = vec![report];
    let mut way = String::from("the report");
    for step in steps {
        let next: Vec<&Value> = found.iter().flat_map(|value| take(step, value)).collect();
        if next.is_empty() {
            return Err(found
                .first()
                .map_or_else(|| format!("{way} is empty"), |value| why_nowhere(step, value, &way)));
        }
        way = describe(step);
        found = next;
    }
    Ok(found)
}

/// Why a step leads nowhere from this value.
fn why_nowhere(step: &Step, value: &Value, way: &str) -> String {
    let (mut value, mut way) = (value, way.to_owned());
    if let Step::Names(names) = step {
        for name in names.split('.') {
            let Some(next) = value.get(name) else { break };
            (value, way) = (next, name.to_owned());
        }
    }
    match (step, value) {
        (Step::Names(_), Value::Array(_)) => format!("{way} is a list (hint: choose from it with [field=value])"),
        (_, Value::Null) => format!("{way} is null: it is not known"),
        _ => format!("{way} has no {}", describe(step)),
    }
}

fn take<'a>(step: &Step, value: &'a Value) -> Vec<&'a Value> {
    match (step, value) {
        (Step::Names(names), Value::Object(_)) => {
            let names: Vec<&str> = names.split('.').collect();
            descend(value, &names).into_iter().collect()
        }
        (Step::Index(index), Value::Array(items)) => items.get(*index).into_iter().collect(),
        (Step::Where(fields), Value::Array(items)) => {
            let fits =
                |item: &&Value| fields.iter().all(|(name, wanted)| item.get(name).is_some_and(|v| reads(v, wanted)));
            items.iter().filter(fits).collect()
        }
        _ => Vec::new(),
    }
}

fn descend<'a>(value: &'a Value, names: &[&str]) -> Option<&'a Value> {
    if names.is_empty() {
        return Some(value);
    }
    (1..=names.len()).find_map(|taken| descend(value.get(names[..taken].join("."))?, &names[taken..]))
}

/// Whether a value of the report reads as this text.
fn reads(value: &Value, text: &str) -> bool {
    match value {
        Value::String(own) => own == text,
        Value::Number(number) => text.parse::<f64>().is_ok_and(|wanted| number.as_f64() == Some(wanted)),
        Value::Bool(yes) => text == if *yes { "true" } else { "false" },
        Value::Null => text == "null",
        _ => false,
    }
}

fn describe(step: &Step) -> String {
    match step {
        Step::Names(names) => names.clone(),
        Step::Index(index) => format!("[{index}]"),
        Step::Where(fields) => {
            let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
            format!("entry [{}]", fields.join(","))
        }
    }
}

/// A condition on a report: `--fail-if 'overlaps[reference=app].share_of_reference > 0.01 or complete == false'`.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    alternatives: Vec<Comparison>,
}

#[derive(Debug, Clone, PartialEq)]
struct Comparison {
    path: String,
    steps: Vec<Step>,
    operator: &'static str,
    value: String,
}

/// Longer ones first, so that `>=` is not read as `>`.
const OPERATORS: [&str; 6] = ["<=", ">=", "==", "!=", "<", ">"];

impl Condition {
    /// Reads a condition: `PATH OPERATOR VALUE`, several joined by `or`.
    ///
    /// # Errors
    /// A part has no operator, no path, or a value that is no number for `<`, `>`, `<=`, `>=`.
    pub fn parse(text: &str) -> anyhow::Result<Condition> {
        let hint = "hint: write it as 'overlaps[reference=app].share_of_reference > 0.01', several joined by or";
        let one = |part: &str| Comparison::parse(part).with_context(|| format!("in the condition \"{text}\"\n{hint}"));
        let alternatives = alternatives(text).into_iter().map(one).collect::<anyhow::Result<_>>()?;
        Ok(Condition { alternatives })
    }

    /// Whether it holds: any of its parts does.
    ///
    /// # Errors
    /// No part holds, and one cannot be told: its path leads nowhere or to nothing that is known.
    pub fn holds(&self, report: &Value) -> Result<bool, String> {
        let mut untold = None;
        for comparison in &self.alternatives {
            match comparison.holds(report) {
                Ok(true) => return Ok(true),
                Ok(false) => {}
                Err(why) => untold = untold.or(Some(format!("{}: {why}", comparison.path))),
            }
        }
        untold.map_or(Ok(false), Err)
    }
}

/// The parts between the words `or` that stand outside brackets.
fn alternatives(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut from) = (0_usize, 0);
    for (index, character) in text.char_indices() {
        match character {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            ' ' if depth == 0 && text[index..].starts_with(" or ") => {
                parts.push(&text[from..index]);
                from = index + " or ".len();
            }
            _ => {}
        }
    }
    parts.push(&text[from.min(text.len())..]);
    parts
}

impl Comparison {
    fn parse(text: &str) -> anyhow::Result<Comparison> {
        let after_choice = text.rfind(']').map_or(0, |index| index + 1);
        let places = OPERATORS.iter().filter_map(|operator| Some((text[after_choice..].find(operator)?, *operator)));
        // The first place; at one place the longer operator, which stands first in the list.
        let Some((place, operator)) = places.min_by_key(|(place, _)| *place) else {
            bail!("\"{text}\" compares nothing: one of {} is needed", OPERATORS.join(", "))
        };
        let place = after_choice + place;
        let (path, value) = (text[..place].trim(), unquoted(&text[place + operator.len()..]));
        let steps = parse_path(path).map_err(anyhow::Error::msg)?;
        if value.is_empty() || (!matches!(operator, "==" | "!=") && !value.parse::<f64>().is_ok_and(f64::is_finite)) {
            bail!("\"{value}\" is no number to compare {path} with");
        }
        // A slip of the pen would never hold, and a gate that never closes says nothing.
        let names = steps.iter().filter_map(|step| match step {
            Step::Names(names) => Some(names.split('.')),
            _ => None,
        });
        let codes = schema::codes(names.flatten()).filter(|_| matches!(operator, "==" | "!="));
        if let Some(codes) = codes.filter(|codes| !codes.iter().any(|code| code == value)) {
            anyhow::ensure!(value == "null", "{path} is never \"{value}\": it is one of {}", codes.join(", "));
        }
        Ok(Comparison { path: path.to_owned(), steps, operator, value: value.to_owned() })
    }

    fn holds(&self, report: &Value) -> Result<bool, String> {
        let found = follow(&self.steps, report)?;
        if matches!(self.operator, "==" | "!=") {
            return Ok(found.into_iter().any(|value| reads(value, &self.value) == (self.operator == "==")));
        }
        let limit: f64 = self.value.parse().map_err(|_| "is compared with no number".to_owned())?;
        let numbers: Vec<f64> = found.into_iter().filter_map(Value::as_f64).collect();
        if numbers.is_empty() {
            return Err("is null or no number: it is not known".into());
        }
        Ok(numbers.into_iter().any(|number| match self.operator {
            "<" => number < limit,
            "<=" => number <= limit,
            ">" => number > limit,
            _ => number >= limit,
        }))
    }
}

#[cfg(test)]
#[path = "expect_tests.rs"]
mod tests;
