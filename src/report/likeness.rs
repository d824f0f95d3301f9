//! Which known systems' records the dump looks like, in sentences.

use super::dump::known::SENSITIVE;
use super::dump::{Dump, SchemaFit};

/// Rows up to which a single record is worth asking about.
const FEW_ROWS: u64 = 100;

/// Fit from which the nearest system is worth telling.
const NEAR_LEAST: f64 = 0.4;

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
    if accepted.is_empty() {
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

fn of(fit: &SchemaFit, verb: &str) -> String {
    let id = if fit.id == SENSITIVE { "a sensitive system" } else { &fit.id };
    let mut line = format!("{verb} {id} (fit {:.2}", fit.fit);
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
}
