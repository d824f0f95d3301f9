//! A list of passwords mixed from two published lists and noise, beside three lists that it has nothing from.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::{Context, Result};
use serde_json::json;

use super::papers::{self, grouped, line, percent};
use super::random::{Bits, draw};
use super::{Order, Scenario};

/// The scenario.
pub static SCENARIO: Scenario = Scenario {
    id: "password-mix",
    title: "Passwords mixed from two published lists",
    about: "One password a line: seven tenths of one published list, four tenths of another, and random strings, \
            shuffled. Three more lists are held that nothing was taken from; they share common passwords with it all \
            the same.",
    sources: &[
        "The lists: SecLists (MIT), trimmed, see `fixtures/corpora/passwords/README.md` in the repository",
        "Shares and noise are invented",
    ],
    fixture_scale: 1.0,
    write,
};

/// A published list and how many thousandths of it were taken.
struct List {
    id: &'static str,
    date: &'static str,
    text: &'static str,
    taken: u64,
}

/// Sorted by id.
const LISTS: &[List] = &[
    List {
        id: "elitehacker",
        date: "2009-12-31",
        text: include_str!("../../fixtures/corpora/passwords/elitehacker.txt"),
        taken: 0,
    },
    List {
        id: "faithwriters",
        date: "2009-12-31",
        text: include_str!("../../fixtures/corpora/passwords/faithwriters.txt"),
        taken: 400,
    },
    List { id: "hak5", date: "2009-12-31", text: include_str!("../../fixtures/corpora/passwords/hak5.txt"), taken: 0 },
    List {
        id: "hotmail",
        date: "2009-10-05",
        text: include_str!("../../fixtures/corpora/passwords/hotmail.txt"),
        taken: 700,
    },
    List {
        id: "phpbb",
        date: "2009-01-31",
        text: include_str!("../../fixtures/corpora/passwords/phpbb.txt"),
        taken: 0,
    },
];

/// Random strings at scale 1: more than a tenth of the dump.
const NOISE: u64 = 1_500;

fn write(order: &Order) -> Result<()> {
    let (dump, taken) = mix(order);
    let total = dump.len() as u64 + LISTS.iter().map(|list| list.text.lines().count() as u64).sum::<u64>();
    std::fs::create_dir_all(order.out.join("corpora")).context("cannot make the folder corpora")?;
    for list in LISTS {
        papers::file(order, &format!("corpora/{}.txt", list.id), list.text)?;
    }
    let mut text = dump.join("\n");
    text.push('\n');
    papers::file(order, "dump.txt", &text)?;
    (order.progress)(total, total);
    write_papers(order, &dump, &taken)
}

/// The dump's lines, and how many were taken of each list.
fn mix(order: &Order) -> (Vec<String>, Vec<u64>) {
    let mut bits = Bits::new(draw(order.seed, 0x70, 0));
    let mut dump = Vec::new();
    let mut taken = Vec::new();
    for list in LISTS {
        let mut lines: Vec<&str> = list.text.lines().collect();
        let count = (lines.len() as f64 * list.taken as f64 / 1000.0 * order.scale).round() as usize;
        shuffle(&mut lines, &mut bits);
        dump.extend(lines.into_iter().take(count).map(str::to_owned));
        taken.push(count as u64);
    }
    for _ in 0..(NOISE as f64 * order.scale).round() as u64 {
        let letter = |_| char::from(b"abcdefghijklmnopqrstuvwxyz0123456789"[bits.below(36) as usize]);
        dump.push((0..12).map(letter).collect());
    }
    shuffle(&mut dump, &mut bits);
    (dump, taken)
}

/// # Source
/// Fisher and Yates, as in Knuth, The Art of Computer Programming 2, 3.4.2, algorithm P.
fn shuffle<T>(things: &mut [T], bits: &mut Bits) {
    for last in (1..things.len()).rev() {
        things.swap(last, bits.below(last as u64 + 1) as usize);
    }
}

fn write_papers(order: &Order, dump: &[String], taken: &[u64]) -> Result<()> {
    let distinct: BTreeSet<&str> = dump.iter().map(String::as_str).collect();
    let mut case = format!(
        "# Written by `leakprov synth {}`. See README.md.\ntitle = \"{}\"\n\n\
         [dump]\nfiles = [\"dump.txt\"]\nselection = \"all\"\n",
        order.scenario.id, order.scenario.title
    );
    let mut expect = String::from("\n[expect]\n");
    line(&mut expect, "dump.rows", dump.len() as u64);
    line(&mut expect, "dump.distinct_rows", distinct.len() as u64);
    line(&mut expect, "dump.units[unit=password].distinct", distinct.len() as u64);
    let mut readme = papers::heading(order);
    readme.push_str(
        "| list | entries | taken of it | shared with the dump | of the list | of the dump |\n\
         |---|---:|---:|---:|---:|---:|\n",
    );
    let mut truth = Vec::new();
    for (list, taken) in LISTS.iter().zip(taken) {
        let entries: BTreeSet<&str> = list.text.lines().collect();
        let (size, both) = (entries.len() as u64, entries.intersection(&distinct).count() as u64);
        let _ = write!(
            case,
            "\n[[reference]]\nid = \"{0}\"\nrole = \"corpus\"\nfiles = [\"corpora/{0}.txt\"]\n\
             date = {1}\nprovenance = \"verified\"\n",
            list.id, list.date
        );
        let path = format!("overlaps[reference={},kind=password,level=key]", list.id);
        line(&mut expect, &format!("{path}.dump"), distinct.len() as u64);
        line(&mut expect, &format!("{path}.reference_size"), size);
        line(&mut expect, &format!("{path}.shared"), both);
        let (of_list, of_dump) = (percent(both, size), percent(both, distinct.len() as u64));
        let (size_text, taken_text, both_text) = (grouped(size), grouped(*taken), grouped(both));
        let _ = writeln!(readme, "| {} | {size_text} | {taken_text} | {both_text} | {of_list} | {of_dump} |", list.id);
        truth.push(json!({ "reference": list.id, "reference_size": size, "taken": taken, "shared": both }));
    }
    let _ = writeln!(
        readme,
        "\nThe dump: {} rows, {} distinct passwords. What is shared with a list that nothing was taken from are\n\
         passwords that many people choose: overlap alone accuses every list that is held.",
        grouped(dump.len() as u64),
        grouped(distinct.len() as u64)
    );
    case.push_str(&expect);
    papers::file(order, "case.toml", &case)?;
    papers::file(order, "README.md", &readme)?;
    let dump = json!({ "rows": dump.len(), "distinct_rows": distinct.len(), "keys": { "password": distinct.len() } });
    let truth = json!({
        "scenario": order.scenario.id, "scale": order.scale, "seed": order.seed, "dump": dump, "overlaps": truth,
    });
    papers::truth_file(order, &truth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_clean_and_noise_is_in_none() {
        assert!(LISTS.windows(2).all(|pair| pair[0].id < pair[1].id));
        let held: BTreeSet<&str> = LISTS.iter().flat_map(|list| list.text.lines()).collect();
        assert!(held.iter().all(|line| line.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'@')));
        let order = Order {
            scenario: &SCENARIO,
            out: std::path::Path::new(""),
            scale: 1.0,
            seed: 5,
            undated: false,
            progress: &|_, _| {},
        };
        let (dump, taken) = mix(&order);
        let noise = dump.iter().filter(|line| !held.contains(line.as_str())).count() as u64;
        assert_eq!(noise, NOISE);
        assert_eq!(dump.len() as u64, NOISE + taken.iter().sum::<u64>());
        assert_eq!(taken.iter().filter(|taken| **taken > 0).count(), 2);
    }
}
