//! The fields of report.json and the codes that stand in them, from the published schema, for `leakprov explain`.

use std::fmt::Write as _;

use serde_json::Value;

use super::Shelf;
use crate::report::schema::schema;

/// Every field and code. There are some hundred: they are not listed.
pub static SHELF: Shelf = Shelf { title: "Fields and codes of report.json", list: |_| Vec::new(), show };

/// Places of one word with its meaning there, shown at most.
const PLACES_MOST: usize = 12;

/// A field or a code, where it stands, and what the schema says of it.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    word: String,
    place: String,
    meaning: String,
}

fn show(id: &str) -> Option<String> {
    let schema = schema();
    let mut all = Vec::new();
    walk(&schema, "report", "", &mut all);
    if let Some(Value::Object(parts)) = schema.get("$defs") {
        parts.iter().for_each(|(name, part)| walk(part, name, "", &mut all));
    }
    let wanted = id.replace('_', "-").to_lowercase();
    let mut found: Vec<Entry> = all.into_iter().filter(|entry| entry.word.replace('_', "-") == wanted).collect();
    found.dedup();
    let first = found.first()?;
    let mut text = format!("{}: in report.json\n\n", first.word);
    for entry in found.iter().take(PLACES_MOST) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {}: {}", entry.place, entry.meaning.replace('\n', " "));
    }
    if found.len() > PLACES_MOST {
        let _ = writeln!(text, "  and in {} more places: `leakprov explain report-schema`", found.len() - PLACES_MOST);
    }
    Some(text)
}

/// Collects the fields of a part of the schema, and the codes that a field of this name may have.
fn walk(schema: &Value, part: &str, field: &str, found: &mut Vec<Entry>) {
    let Value::Object(rules) = schema else { return };
    let says = |schema: &Value| schema.get("description").and_then(Value::as_str).unwrap_or_default().to_owned();
    let place = |field: &str| if field.is_empty() { part.to_owned() } else { format!("{part}.{field}") };
    for (name, rule) in rules.get("properties").and_then(Value::as_object).into_iter().flatten() {
        found.push(Entry { word: name.clone(), place: place(name), meaning: says(rule) });
        walk(rule, part, name, found);
    }
    let codes = rules.get("enum").and_then(Value::as_array).into_iter().flatten().chain(rules.get("const"));
    for code in codes.filter_map(Value::as_str) {
        found.push(Entry {
            word: code.to_owned(),
            place: format!("a code of {}", place(field)),
            meaning: says(schema),
        });
    }
    for keyword in ["oneOf", "anyOf"] {
        let branches = rules.get(keyword).and_then(Value::as_array);
        branches.into_iter().flatten().for_each(|branch| walk(branch, part, field, found));
    }
    for keyword in ["items", "additionalProperties"] {
        rules.get(keyword).into_iter().for_each(|inner| walk(inner, part, field, found));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_and_code_of_the_schema_is_found_by_its_name() {
        for (word, says) in [
            ("would_change", "Verdict.would_change"),
            ("would-change", "Verdict.would_change"),
            ("inseparable", "State"),
            ("ragged-row", "cells"),
            ("neighbours", "columns beside it"),
            ("expected_by_chance", "chance"),
        ] {
            let text = show(word).unwrap_or_else(|| panic!("{word}"));
            assert!(text.contains(says), "{text}");
        }
        assert_eq!(show("nothing of the kind"), None);
    }
}
