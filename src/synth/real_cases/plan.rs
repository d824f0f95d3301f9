//! From a table entry to the plan of a world at a scale.

use std::fmt::Write as _;

use super::super::calendar;
use super::super::world::plan::{Answers, Copied, Cut, ListFault, Members, Part, Plan, SetPlan, SizeSaid, Taste, Told};
use super::{Case, Day, File, From, Said, Set, Stock, Who};

/// People below whom no world is made.
const PEOPLE_LEAST: u32 = 200;

impl Case {
    /// The plan at a scale: every count of life is taken times scale over `per`.
    pub(super) fn plan(&self, scale: f64) -> Plan {
        let at = |count: u64| (count as f64 * scale / self.per as f64).round() as u64;
        let [started, dump_day] = self.days.map(day);
        Plan {
            people: (at(self.people) as u32).max(PEOPLE_LEAST),
            visibility: 30,
            dense: false,
            main: self.main,
            started,
            dump_day,
            sets: self.sets.iter().map(|set| self.set(set, &at)).collect(),
            parts: self.parts.iter().map(|file| self.part(file, &at)).collect(),
            sample: self.sample,
            claims: Vec::new(),
            says_view: false,
            complete_to: self.complete.then_some(dump_day),
            answers: Answers { bought_elsewhere: self.bought_elsewhere, ..Answers::default() },
            told: self.told(&at),
        }
    }

    /// The place of a set; one that is not there is a mistake of the table, which its test finds.
    pub(super) fn place(&self, id: &str) -> usize {
        self.sets.iter().position(|set| set.id == id).unwrap_or(usize::MAX)
    }

    fn set(&self, set: &Set, at: &dyn Fn(u64) -> u64) -> SetPlan {
        let places = |ids: &[&str]| ids.iter().map(|id| self.place(id)).collect::<Vec<_>>();
        let by = Taste::Visible;
        let members = match set.who {
            Who::Of(size) => Members::Of { size: at(size) as u32, by },
            Who::Among(sets, none, size) => {
                Members::Among { sets: places(sets), in_none: places(none), size: at(size) as u32, by: Taste::Even }
            }
            Who::Some(from, size) => Members::Some { set: self.place(from), size: at(size) as u32, cut: Cut::Random },
            Who::Union(sets) => Members::Union { sets: places(sets) },
        };
        SetPlan {
            id: set.id.to_owned(),
            role: set.role,
            day: day(set.day),
            members,
            fields: set.fields,
            form: set.form,
            typos: 0,
            stale: 0,
            fault: ListFault::None,
        }
    }

    fn part(&self, file: &File, at: &dyn Fn(u64) -> u64) -> Part {
        let copied = |from: &From| match from {
            From::Copy(set, share, cut) => Copied::of(self.place(set), *share, cut.clone()),
            From::MadeUp(rows, how) => Copied::MadeUp { rows: at(*rows) as u32, how: *how },
        };
        Part {
            from: file.from.iter().map(copied).collect(),
            fields: file.fields,
            form: file.form,
            typos: file.edited,
            times: file.times,
            shuffled: file.shuffled,
        }
    }

    fn told(&self, at: &dyn Fn(u64) -> u64) -> Told {
        let mut said = String::new();
        self.said.iter().for_each(|line| said.push_str(&claim(line, at)));
        self.stocks.iter().for_each(|stock| said.push_str(&population(stock, at)));
        let stated = |(place, set): (usize, &Set)| {
            let size = at(set.stated?);
            Some((place, format!("sizes = [{{ count = {size}, date = {} }}]\n", iso(set.day))))
        };
        let mut references = String::new();
        for (id, size, day) in self.sizes {
            let _ = write!(
                references,
                "\n[[reference]]\nid = \"{id}\"\nrole = \"service\"\nsizes = [{{ count = {}, date = {} }}]\n",
                at(*size),
                iso(*day)
            );
        }
        let ever = |unit: &str| self.stocks.iter().find(|stock| stock.kind == unit).and_then(|stock| stock.ever_issued);
        let size = |said: &Said| {
            Some(SizeSaid {
                by: said.by,
                unit: said.unit,
                records: at(said.records?),
                rounding: at(said.rounding),
                ever_issued: ever(said.unit).map(at),
            })
        };
        Told {
            selection: self.selection,
            said,
            of_sets: self.sets.iter().enumerate().filter_map(stated).collect(),
            references,
            look_ups: self.look_ups,
            sizes: self.said.iter().filter_map(size).collect(),
            expect: self.expect.iter().map(|(path, wanted)| ((*path).to_owned(), (*wanted).to_owned())).collect(),
            notes: format!("\n## What stands for what\n\n{}\n", self.notes),
        }
    }
}

fn claim(said: &Said, at: &dyn Fn(u64) -> u64) -> String {
    let mut text = format!("\n[[claim]]\nby = \"{}\"\n", said.by);
    if let Some(source) = said.source {
        let _ = writeln!(text, "source = \"{source}\"");
    }
    if let Some(records) = said.records {
        let _ = writeln!(text, "records = {}\nunit = \"{}\"", at(records), said.unit);
    }
    if said.rounding > 0 {
        let _ = writeln!(text, "rounding = {}", at(said.rounding));
    }
    if !said.content.is_empty() {
        let ids: Vec<String> = said.content.iter().map(|id| format!("\"{id}\"")).collect();
        let _ = writeln!(text, "content = [{}]", ids.join(", "));
    }
    if said.denies {
        text.push_str("denies = true\n");
    }
    let _ = writeln!(text, "date = {}", iso(said.day));
    text
}

fn population(stock: &Stock, at: &dyn Fn(u64) -> u64) -> String {
    let mut text = format!("\n[population.\"{}\"]\n", stock.kind);
    for (name, count) in [("in_existence", stock.in_existence), ("ever_issued", stock.ever_issued)] {
        if let Some(count) = count {
            let _ = writeln!(
                text,
                "{name} = {{ count = {}, date = {}, source = \"{}\" }}",
                at(count),
                iso(stock.day),
                stock.source
            );
        }
    }
    text
}

fn day((year, month, of_month): Day) -> u32 {
    calendar::day(year, month, of_month)
}

fn iso((year, month, of_month): Day) -> String {
    format!("{year:04}-{month:02}-{of_month:02}")
}
