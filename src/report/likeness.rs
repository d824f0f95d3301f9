//! Which known systems' records the dump looks like, in sentences.

use super::dump::known::SENSITIVE;
use super::dump::{Dump, SchemaFit};
use crate::profile::field;

/// Rows up to which a single record is worth asking about.
const FEW_ROWS: u64 = 100;

/// Fit from which the nearest system is worth telling.
const NEAR_LEAST: f64 = 0.4;

/// Fit from which a table is like those that a system writes.
const LIKE_LEAST: f64 = 0.55;

/// The sentences: what the dump looks like, best first, and the next command; none where it was not asked.
pub fn sentences(dump: &Dump) -> Vec<String> {
    let Some(fits) = &dump.schemas else { return Vec::new() };
    let accepted: Vec<&SchemaFit> = fits.iter().filter(|fit| fit.accepted).collect();
    let tables = dump.columns.iter().any(|column| column.table > 0);
    let told = |fit: &&SchemaFit| match tables {
        true => of(fit, &format!("Table {}: columns as of", fit.table + 1)),
        false => of(fit, "Columns as of"),
    };
    let mut lines: Vec<String> = accepted.iter().map(told).collect();
    let ordinary: Vec<&SchemaFit> = ordinary(fits);
    if accepted.is_empty() && !ordinary.is_empty() {
        lines.extend(of_any_site(&ordinary));
    } else if accepted.is_empty() {
        lines.push(match fits.first().filter(|first| first.fit >= NEAR_LEAST) {
            Some(first) => {
                format!("Columns of none of the known systems; nearest {}", of(first, "is").trim_start_matches("is "))
            }
            None => "Columns of none of the known systems.".to_owned(),
        });
    }
    if !accepted.is_empty() {
        lines.push("Columns are no origin: sellers rename and reorder, and two systems may write the same.".to_owned());
    }
    if dump.rows <= FEW_ROWS {
        lines.push("Few records: `leakprov schema holders FILE` says which known systems could hold one.".to_owned());
    }
    lines
}

/// The fits of tables that any site may have written, where the best of all is one, each table's side by side.
fn ordinary(fits: &[SchemaFit]) -> Vec<&SchemaFit> {
    match fits.first() {
        Some(first) if first.ordinary && first.fit >= LIKE_LEAST => {
            fits.iter().filter(|fit| fit.ordinary && fit.table == first.table && fit.fit >= LIKE_LEAST).collect()
        }
        _ => Vec::new(),
    }
}

/// What is told of a table that any site may have written.
fn of_any_site(fits: &[&SchemaFit]) -> [String; 2] {
    let title = |id| field::find(id).map_or(id, |field| field.title);
    let columns: Vec<&str> = fits.iter().take(1).flat_map(|fit| fit.matched.iter().map(|id| title(id))).collect();
    let mut systems: Vec<String> = fits.iter().map(|fit| format!("{} (fit {:.2})", shown(&fit.id), fit.fit)).collect();
    systems.dedup();
    [
        format!(
            "Columns that any site's table of accounts has ({}): they do not tell whose it is.",
            columns.join(", ")
        ),
        format!("Known systems that write such tables: {}.", systems.join(", ")),
    ]
}

fn shown(id: &str) -> &str {
    if id == SENSITIVE { "a sensitive system" } else { id }
}

fn of(fit: &SchemaFit, verb: &str) -> String {
    let mut line = format!("{verb} {} (fit {:.2}", shown(&fit.id), fit.fit);
    if fit.standing == "unconfirmed" {
        line.push_str(", structure unconfirmed");
    }
    line.push(')');
    let mut more = |name: &str, list: &[String]| {
        if !list.is_empty() {
            line.push_str(&format!("; {name} {}", list.join(", ")));
        }
    };
    more("same form:", &fit.same_form);
    more("missing", &fit.missing);
    more("besides", &fit.foreign);
    more("which it cannot hold:", &fit.impossible);
    line.push('.');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(accepted: bool) -> SchemaFit {
        SchemaFit {
            id: "shop".into(),
            table: 0,
            fit: 0.91,
            matched: vec!["email".into()],
            missing: vec!["phone".into()],
            foreign: vec!["password_plain".into()],
            impossible: vec!["password_plain".into()],
            accepted,
            p: 0.01,
            margin: 0.2,
            same_form: Vec::new(),
            ordinary: false,
            standing: "partly".into(),
        }
    }

    #[test]
    fn an_accepted_fit_is_told_with_what_it_lacks() {
        let line = of(&fit(true), "Columns as of");
        for part in ["shop (fit 0.91)", "missing phone", "which it cannot hold: password_plain"] {
            assert!(line.contains(part), "{line}");
        }
    }

    #[test]
    fn a_table_of_any_site_names_no_system_as_its_own() {
        let fits =
            [fit(false), SchemaFit { id: "club".into(), ..fit(false) }].map(|fit| SchemaFit { ordinary: true, ..fit });
        let [columns, systems] = of_any_site(&ordinary(&fits));
        assert!(columns.contains("(e-mail address): they do not tell whose it is"), "{columns}");
        assert!(systems.contains("shop (fit 0.91), club (fit 0.91)"), "{systems}");
        assert!(ordinary(&[fit(false), fits[0].clone()]).is_empty(), "the best of all is a system's own");
    }
}
