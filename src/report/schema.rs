//! The published JSON Schema of the report, and a check of a document against it.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::Report;

/// The JSON Schema (draft 2020-12) of a report. Every field is required; what may be absent may be null.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Report>().to_value();
    if let Value::Object(root) = &mut schema {
        root.insert("title".into(), "leakprov report".into());
    }
    close(&mut schema);
    schema
}

/// Objects with named fields hold no others: a field that is written but not published is an error of ours.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            map.values_mut().for_each(close);
            if map.contains_key("properties") && !map.contains_key("additionalProperties") && map.contains_key("type") {
                map.insert("additionalProperties".into(), Value::Bool(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

/// Where a document departs from the published schema: one line each, empty if nowhere.
///
/// Knows the keywords that the published schema uses and refuses any other, so that none is silently passed over.
pub fn departures(document: &Value) -> Vec<String> {
    let root = schema();
    let mut found = Vec::new();
    check(&root, &root, document, "report", &mut found);
    found
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let Value::Object(rules) = schema else {
        if schema == &Value::Bool(false) {
            found.push(format!("{at}: not allowed"));
        }
        return;
    };
    for (keyword, rule) in rules {
        let number = value.as_f64();
        let holds = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "format" | "items" | "additionalProperties" => true,
            "$ref" => {
                follow(root, rule, value, at, found);
                true
            }
            "type" => is_type(rule, value),
            "const" => rule == value,
            "enum" => rule.as_array().is_some_and(|allowed| allowed.contains(value)),
            "minimum" => number.zip(rule.as_f64()).is_none_or(|(number, least)| number >= least),
            "maximum" => number.zip(rule.as_f64()).is_none_or(|(number, most)| number <= most),
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= rule.as_u64().unwrap_or(0)),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= rule.as_u64().unwrap_or(u64::MAX)),
            // The one pattern in use is the digest's.
            "pattern" => {
                value.as_str().is_none_or(|t| t.len() == 64 && t.bytes().all(|b| b"0123456789abcdef".contains(&b)))
            }
            "required" => rule.as_array().into_iter().flatten().all(|name| has(value, name)),
            "anyOf" | "oneOf" => {
                let fits = |branch: &&Value| {
                    let mut none = Vec::new();
                    check(root, branch, value, at, &mut none);
                    none.is_empty()
                };
                let fitting = rule.as_array().map_or(0, |branches| branches.iter().filter(fits).count());
                fitting > 0 && (keyword == "anyOf" || fitting == 1)
            }
            "properties" => {
                properties(root, rules, value, at, found);
                true
            }
            _ => {
                found.push(format!("{at}: the check does not know the schema's keyword {keyword}"));
                true
            }
        };
        if !holds {
            found.push(format!("{at}: breaks {keyword} {rule}"));
        }
    }
    if let (Some(items), Value::Array(list)) = (rules.get("items"), value) {
        for (index, item) in list.iter().enumerate() {
            check(root, items, item, &format!("{at}[{index}]"), found);
        }
    }
    if let (None, Some(rest), Value::Object(map)) = (rules.get("properties"), rules.get("additionalProperties"), value)
    {
        map.iter().for_each(|(name, item)| check(root, rest, item, &format!("{at}.{name}"), found));
    }
}

fn properties(root: &Value, rules: &serde_json::Map<String, Value>, value: &Value, at: &str, found: &mut Vec<String>) {
    let (Some(Value::Object(known)), Value::Object(map)) = (rules.get("properties"), value) else { return };
    for (name, item) in map {
        match known.get(name) {
            Some(rule) => check(root, rule, item, &format!("{at}.{name}"), found),
            None if rules.get("additionalProperties") == Some(&Value::Bool(false)) => {
                found.push(format!("{at}.{name}: not published"));
            }
            None => {}
        }
    }
}

fn follow(root: &Value, rule: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let target = rule.as_str().and_then(|path| path.strip_prefix('#')).and_then(|path| root.pointer(path));
    match target {
        Some(schema) => check(root, schema, value, at, found),
        None => found.push(format!("{at}: the schema's {rule} leads nowhere")),
    }
}

fn is_type(rule: &Value, value: &Value) -> bool {
    let is = |name: &Value| match name.as_str() {
        Some("null") => value.is_null(),
        Some("boolean") => value.is_boolean(),
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("number") => value.is_number(),
        Some("integer") => value.is_u64() || value.is_i64(),
        _ => false,
    };
    match rule {
        Value::Array(names) => names.iter().any(is),
        name => is(name),
    }
}

fn has(value: &Value, name: &Value) -> bool {
    let (Value::Object(map), Some(name)) = (value, name.as_str()) else { return true };
    map.contains_key(name)
}

/// The codes that may stand where these names lead, in the schema's order; `None` where anything may, or they lead nowhere.
pub fn codes<'n>(names: impl Iterator<Item = &'n str>) -> Option<Vec<String>> {
    let root = schema();
    let mut here = vec![&root];
    for name in names {
        here = branches(&root, here);
        // A list is chosen from: what is said of it is said of its entries.
        let items: Vec<&Value> = here.iter().filter_map(|schema| schema.get("items")).collect();
        here = branches(&root, if items.is_empty() { here } else { items });
        here = here.iter().filter_map(|schema| schema.get("properties")?.get(name)).collect();
    }
    let mut codes = Vec::new();
    for schema in branches(&root, here) {
        let own = schema.get("enum").and_then(Value::as_array).into_iter().flatten().chain(schema.get("const"));
        let own: Vec<String> = own.filter_map(Value::as_str).map(str::to_owned).collect();
        let other = schema.get("type").is_some_and(|kind| kind != "null");
        if own.is_empty() && other {
            return None;
        }
        codes.extend(own);
    }
    (!codes.is_empty()).then_some(codes)
}

/// What these schemas say themselves: references followed, alternatives taken apart.
fn branches<'s>(root: &'s Value, schemas: Vec<&'s Value>) -> Vec<&'s Value> {
    let mut found = Vec::new();
    for schema in schemas {
        let target = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix('#'));
        let inner = target.and_then(|path| root.pointer(path)).into_iter();
        let lists = ["oneOf", "anyOf"].into_iter().filter_map(|keyword| schema.get(keyword)?.as_array()).flatten();
        let inner: Vec<&Value> = inner.chain(lists).collect();
        if inner.is_empty() {
            found.push(schema);
        } else {
            found.extend(branches(root, inner));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_published_field_says_what_it_is() {
        fn walk(schema: &Value, at: &str, silent: &mut Vec<String>) {
            let Value::Object(map) = schema else { return };
            for (name, field) in map.get("properties").and_then(Value::as_object).into_iter().flatten() {
                if field.get("description").is_none() && field.get("$ref").is_none() {
                    silent.push(format!("{at}.{name}"));
                }
            }
            for (name, item) in map {
                walk(item, &format!("{at}.{name}"), silent);
            }
        }
        let mut silent = Vec::new();
        walk(&schema(), "", &mut silent);
        assert!(silent.is_empty(), "{silent:?}");
    }

    #[test]
    fn codes_are_those_of_the_place() {
        let of = |path: &str| codes(path.split('.'));
        assert!(of("verdict.service").unwrap().contains(&"bounded".to_owned()));
        assert!(of("dump.columns.decided").unwrap().contains(&"neighbours".to_owned()));
        for open in ["verdict.headline.text", "overlaps.shared", "nowhere.at.all", "verdict"] {
            assert_eq!(of(open), None, "{open}");
        }
    }

    #[test]
    fn a_document_that_departs_is_told_where() {
        let told = departures(&serde_json::json!({ "report_version": 2, "extra": 1 }));
        assert!(told.iter().any(|line| line.starts_with("report.report_version: breaks const")), "{told:?}");
        assert!(told.iter().any(|line| line == "report.extra: not published"), "{told:?}");
        assert!(told.iter().any(|line| line.contains("required")), "{told:?}");
    }
}
