//! The papers of a finished world: `case.toml` (what is claimed, what must be found), `truth.json` and `README.md`.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Order;
use super::ledger::{Holders, Ledger};

/// Least and most.
type Range = (u64, u64);

/// Who is who in a ledger: the references, and the files of the dump.
pub(super) struct Cast<'a> {
    pub(super) ledger: &'a Ledger,
    pub(super) references: Holders,
    pub(super) dump: Holders,
    /// File of each holder.
    pub(super) file: fn(usize) -> &'static Path,
}

/// One kind that the dump and a reference both hold.
pub(super) struct Shared {
    pub(super) reference: &'static str,
    pub(super) kind: &'static str,
    /// Distinct keys in the dump, in the reference, in both.
    pub(super) dump: u64,
    pub(super) size: u64,
    pub(super) both: u64,
}

impl Cast<'_> {
    fn holders(&self, among: Holders) -> impl Iterator<Item = usize> {
        (0..self.ledger.holders.len()).filter(move |holder| among >> holder & 1 == 1)
    }

    /// Every pair of a reference and a kind that the dump and the reference hold, in the ledger's order.
    pub(super) fn shared(&self) -> Vec<Shared> {
        let mut shared = Vec::new();
        for holder in self.holders(self.references) {
            for (kind, id) in self.ledger.kinds.iter().enumerate() {
                let both = self.ledger.distinct(kind, &[self.dump, 1 << holder]);
                let (dump, size) =
                    (self.ledger.distinct(kind, &[self.dump]), self.ledger.distinct(kind, &[1 << holder]));
                if dump > 0 && size > 0 {
                    shared.push(Shared { reference: self.ledger.holders[holder], kind: id, dump, size, both });
                }
            }
        }
        shared
    }

    fn keys(&self, holders: Holders) -> Vec<(&'static str, u64)> {
        let count = |kind| self.ledger.distinct(kind, &[holders]);
        let kinds = self.ledger.kinds.iter().enumerate().map(|(kind, id)| (*id, count(kind)));
        kinds.filter(|(_, keys)| *keys > 0).collect()
    }

    fn holder_truth(&self, holder: usize) -> Value {
        let keys: serde_json::Map<String, Value> =
            self.keys(1 << holder).into_iter().map(|(kind, keys)| (kind.to_owned(), json!(keys))).collect();
        json!({
            "id": self.ledger.holders[holder],
            "file": (self.file)(holder),
            "rows": self.ledger.rows(1 << holder),
            "identical_rows": self.ledger.repeats(1 << holder),
            "keys": keys,
        })
    }

    /// Rows of each reference in the dump: those that only it explains, and all that it explains; then those nobody
    /// does.
    pub(super) fn composition(&self) -> Vec<(&'static str, Range, Range)> {
        let part = |holder: usize| {
            let bit = 1 << holder;
            let unique = self.ledger.explained(|set| set == bit);
            (self.ledger.holders[holder], unique, self.ledger.explained(|set| set & bit != 0))
        };
        self.holders(self.references).map(part).collect()
    }

    /// Dump rows that no reference explains, least and most.
    pub(super) fn unknown(&self) -> (u64, u64) {
        self.ledger.explained(|set| set == 0)
    }

    /// The whole truth; `more` is what only this scenario knows.
    pub(super) fn truth(&self, order: &Order, more: Value) -> Value {
        let range = |(least, most): (u64, u64)| json!({ "min": least, "max": most });
        let overlaps: Vec<Value> = self
            .shared()
            .iter()
            .map(|shared| {
                json!({
                    "reference": shared.reference,
                    "kind": shared.kind,
                    "dump": shared.dump,
                    "reference_size": shared.size,
                    "shared": shared.both,
                })
            })
            .collect();
        let parts: Vec<Value> = self.composition().into_iter().map(|(reference, unique, total)| {
            json!({ "reference": reference, "unique": range(unique), "total": range(total) })
        }).collect();
        let keys: serde_json::Map<String, Value> =
            self.keys(self.dump).into_iter().map(|(kind, keys)| (kind.to_owned(), json!(keys))).collect();
        let rows = self.ledger.rows(self.dump);
        json!({
            "scenario": order.scenario.id,
            "scale": order.scale,
            "seed": order.seed,
            "dump": {
                "rows": rows,
                "distinct_rows": rows - self.ledger.repeats(self.dump),
                "keys": keys,
                "parts": self.holders(self.dump).map(|holder| self.holder_truth(holder)).collect::<Vec<_>>(),
            },
            "references": self.holders(self.references).map(|holder| self.holder_truth(holder)).collect::<Vec<_>>(),
            "overlaps": overlaps,
            "composition": { "parts": parts, "unknown": range(self.unknown()) },
            "more": more,
        })
    }

    /// The `[expect]` lines that follow from the counts alone.
    pub(super) fn expectations(&self) -> String {
        let mut text = String::from("\n[expect]\n");
        let rows = self.ledger.rows(self.dump);
        line(&mut text, "dump.rows", rows);
        line(&mut text, "dump.distinct_rows", rows - self.ledger.repeats(self.dump));
        for (kind, keys) in self.keys(self.dump) {
            line(&mut text, &format!("dump.units[unit={kind}].distinct"), keys);
        }
        for shared in self.shared() {
            let path = format!("overlaps[reference={},kind={},level=key]", shared.reference, shared.kind);
            line(&mut text, &format!("{path}.dump"), shared.dump);
            line(&mut text, &format!("{path}.reference_size"), shared.size);
            line(&mut text, &format!("{path}.shared"), shared.both);
        }
        for (reference, unique, total) in self.composition() {
            let path = format!("composition.parts[reference={reference}]");
            range_line(&mut text, &format!("{path}.unique"), unique);
            range_line(&mut text, &format!("{path}.total"), total);
        }
        range_line(&mut text, "composition.unknown", self.unknown());
        text
    }

    /// The tables of the README: what each source is, what is shared, what explains the rows.
    pub(super) fn tables(&self) -> String {
        let mut text = String::from(
            "| source | file | rows | identical rows among them | distinct keys by kind |\n|---|---|---:|---:|---|\n",
        );
        for holder in self.holders(self.references).chain(self.holders(self.dump)) {
            let rows = (grouped(self.ledger.rows(1 << holder)), grouped(self.ledger.repeats(1 << holder)));
            let (id, file) = (self.ledger.holders[holder], (self.file)(holder).display());
            let id = if self.references >> holder & 1 == 1 { id } else { "the dump" };
            row(&mut text, &[id, &format!("`{file}`"), &rows.0, &rows.1, &spelled(&self.keys(1 << holder))]);
        }
        let rows = (grouped(self.ledger.rows(self.dump)), grouped(self.ledger.repeats(self.dump)));
        row(&mut text, &["**the dump, whole**", "`dump/`", &rows.0, &rows.1, &spelled(&self.keys(self.dump))]);
        text.push_str(
            "\n| reference | kind | distinct in the dump | distinct in the reference | shared | of the dump | \
             of the reference |\n",
        );
        text.push_str("|---|---|---:|---:|---:|---:|---:|\n");
        for shared in self.shared() {
            let (of_dump, of_size) = (percent(shared.both, shared.dump), percent(shared.both, shared.size));
            let counts = [shared.dump, shared.size, shared.both].map(grouped);
            row(&mut text, &[shared.reference, shared.kind, &counts[0], &counts[1], &counts[2], &of_dump, &of_size]);
        }
        text.push_str(
            "\n| reference | dump rows that only it explains | dump rows that it explains |\n|---|---:|---:|\n",
        );
        for (reference, unique, total) in self.composition() {
            row(&mut text, &[reference, &span(unique), &span(total)]);
        }
        row(&mut text, &["none", &span(self.unknown()), ""]);
        text
    }
}

fn row(text: &mut String, cells: &[&str]) {
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

fn spelled(keys: &[(&str, u64)]) -> String {
    keys.iter().map(|(kind, keys)| format!("{kind} {}", grouped(*keys))).collect::<Vec<_>>().join(", ")
}

fn span((least, most): (u64, u64)) -> String {
    if least == most { grouped(least) } else { format!("{} to {}", grouped(least), grouped(most)) }
}

/// Appends `"path" = count`.
pub(super) fn line(text: &mut String, path: &str, count: u64) {
    let _ = writeln!(text, "\"{path}\" = {count}");
}

fn range_line(text: &mut String, path: &str, (least, most): (u64, u64)) {
    if least == most {
        line(text, path, least);
    } else {
        let _ = writeln!(text, "\"{path}\" = {{ min = {least}, max = {most} }}");
    }
}

/// `26,000,000`.
pub(super) fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `25.0 %`; a dash where there is nothing to share.
pub(super) fn percent(part: u64, whole: u64) -> String {
    if whole == 0 { "–".to_owned() } else { format!("{:.1} %", 100.0 * part as f64 / whole as f64) }
}

/// The README's beginning: what this is and how it was written.
pub(super) fn heading(order: &Order) -> String {
    let mut text = format!("# {}\n\n{}\n\n", order.scenario.title, order.scenario.about);
    let _ = writeln!(
        text,
        "Written by `leakprov synth {} --scale {} --seed {}`. Every number below and in `truth.json` was counted\n\
         while writing, by code that knows nothing of the analysis. Where it came from:\n",
        order.scenario.id, order.scale, order.seed
    );
    for source in order.scenario.sources {
        let _ = writeln!(text, "* {source}.");
    }
    text.push('\n');
    text
}

/// Writes one of the papers.
pub(super) fn file(order: &Order, name: &str, text: &str) -> Result<()> {
    let path = order.out.join(name);
    std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
}

/// Writes `truth.json`.
pub(super) fn truth_file(order: &Order, truth: &Value) -> Result<()> {
    let mut text = serde_json::to_string_pretty(truth).context("cannot spell the truth as JSON")?;
    text.push('\n');
    file(order, "truth.json", &text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_for_people() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(26_000_000), "26,000,000");
        assert_eq!(percent(65, 260), "25.0 %");
        assert_eq!(percent(1, 0), "–");
    }
}
