//! The papers of the scenario `diia-2020`: the claims of 2020 at the world's scale, and what a right analysis finds.

use std::fmt::Write as _;

use anyhow::Result;
use serde_json::json;

use super::Order;
use super::diia_2020::{DUMP, EVER, EXISTING, LICENCE, Plan, REFERENCES, SERVICE, path};
use super::ledger::Ledger;
use super::papers::{self, Cast, grouped, percent};

/// Id, role, file, further lines.
const REFERENCE_LINES: &[(&str, &str, &str, &str)] = &[
    (
        "privatbank",
        "corpus",
        "corpora/privatbank.csv.zst",
        "date = 2014-06-30\nprovenance = \"unverified\"\nobtained_from = \"forum archive\"\n",
    ),
    (
        "vk",
        "corpus",
        "corpora/vk.txt",
        "date = 2012-12-31\nprovenance = \"unverified\"\nobtained_from = \"forum archive\"\n",
    ),
    (
        "linkedin",
        "corpus",
        "corpora/linkedin.txt",
        "date = 2012-05-05\nprovenance = \"unverified\"\nobtained_from = \"forum archive\"\n",
    ),
    (
        "nova_poshta",
        "corpus",
        "corpora/nova_poshta.csv",
        "date = 2018-04-30\nprovenance = \"unverified\"\nobtained_from = \"forum archive\"\n",
    ),
    (
        "hsc_extract",
        "corpus",
        "corpora/hsc_extract.csv",
        "date = 2017-12-31\nprovenance = \"unverified\"\nobtained_from = \"forum archive\"\n",
    ),
];

/// Writes the three papers.
pub(super) fn write(order: &Order, plan: &Plan, ledger: &Ledger) -> Result<()> {
    let cast = Cast { ledger, references: REFERENCES, dump: DUMP, file: path };
    let counts = Counts::of(ledger, plan);
    let claimed = (26_000_000.0 * order.scale).round() as u64;
    let mut case = preamble(order, claimed, &counts, &["dump"]);
    case.push_str(
        "\n[[claim]]\nby = \"ministry\"\ncontent = [\"privatbank\", \"vk\", \"linkedin\", \"nova_poshta\"]\n\
         ratio_at_least = 10\nholds_no_records = true\ndate = 2020-05-12\n",
    );
    case.push_str(&service_reference(&counts, "service.csv"));
    for (id, role, file, more) in REFERENCE_LINES {
        let _ = write!(case, "\n[[reference]]\nid = \"{id}\"\nrole = \"{role}\"\nfiles = [\"{file}\"]\n{more}");
    }
    case.push_str(&cast.expectations());
    case.push_str("\"claims[by=seller].outcome\" = \"contradicted\"\n");
    papers::file(order, "case.toml", &case)?;
    papers::truth_file(order, &cast.truth(order, counts.json()))?;
    let mut readme = papers::heading(order);
    readme.push_str(&cast.tables());
    readme.push_str(&bounds(claimed, &counts));
    readme.push_str(NOTES);
    papers::file(order, "README.md", &readme)
}

/// Licences of a world, each distinct.
pub(super) struct Counts {
    pub(super) in_existence: u64,
    pub(super) ever_issued: u64,
    pub(super) service: u64,
    pub(super) dump: u64,
    pub(super) dump_in_existence: u64,
    pub(super) dump_never_issued: u64,
    pub(super) shared: u64,
    persons: u64,
}

impl Counts {
    pub(super) fn of(ledger: &Ledger, plan: &Plan) -> Counts {
        let count = |sets: &[u32]| ledger.distinct(LICENCE, sets);
        Counts {
            in_existence: count(&[EXISTING]),
            ever_issued: count(&[EVER]),
            service: count(&[SERVICE]),
            dump: count(&[DUMP]),
            dump_in_existence: count(&[DUMP, EXISTING]),
            dump_never_issued: count(&[DUMP]) - count(&[DUMP, EVER]),
            shared: count(&[DUMP, SERVICE]),
            persons: plan.persons,
        }
    }

    pub(super) fn json(&self) -> serde_json::Value {
        json!({
            "persons": self.persons,
            "licences_in_existence": self.in_existence,
            "licences_ever_issued": self.ever_issued,
            "service_licences": self.service,
            "dump_licences": self.dump,
            "dump_licences_in_existence": self.dump_in_existence,
            "dump_licences_never_issued": self.dump_never_issued,
            "dump_licences_in_service": self.shared,
        })
    }
}

/// Title, dump, the seller's claim and the population: the same in both scenarios of 2020.
pub(super) fn preamble(order: &Order, claimed: u64, counts: &Counts, files: &[&str]) -> String {
    let files = files.iter().map(|file| format!("\"{file}\"")).collect::<Vec<_>>().join(", ");
    format!(
        "# Written by `leakprov synth {}`; nobody in here exists. See README.md.\n\
         title = \"{}\"\n\n[dump]\nfiles = [{files}]\nselection = \"all\"\n\n\
         [[claim]]\nby = \"seller\"\nsource = \"diia\"\nrecords = {claimed}\nunit = \"ua.driver_licence\"\n\
         date = 2020-05-11\n\n\
         [population.\"ua.driver_licence\"]\n\
         in_existence = {{ count = {}, date = 2020-05-12, \
         source = \"Ministry of Digital Transformation of Ukraine\" }}\n",
        order.scenario.id, order.scenario.title, counts.in_existence
    )
}

/// The service: a list that shows another holder's register.
pub(super) fn service_reference(counts: &Counts, file: &str) -> String {
    format!(
        "\n[[reference]]\nid = \"diia\"\nrole = \"service\"\nfiles = [\"{file}\"]\n\
         sizes = [{{ count = {}, date = 2020-05-12 }}]\nstarted = 2019-12-01\nview_of = \"hsc\"\n\
         complete_to = 2020-05-11\nprovenance = \"verified\"\n",
        counts.service
    )
}

/// What arithmetic alone can say, as a README section.
pub(super) fn bounds(claimed: u64, counts: &Counts) -> String {
    let mut text = String::from(
        "\n## What arithmetic says\n\n| about | licences | limit | at most | at least beyond |\n\
         |---|---:|---|---:|---:|\n",
    );
    let limits = [
        ("shown by the service", counts.service),
        ("in existence", counts.in_existence),
        ("ever issued", counts.ever_issued),
    ];
    for (what, number) in [
        ("the seller's claim, if these are different licences", claimed),
        ("the dump's distinct licences", counts.dump),
    ] {
        for (limit, size) in limits {
            let _ = writeln!(
                text,
                "| {what} | {} | {} {limit} | {} ({}) | {} |",
                grouped(number),
                grouped(size),
                grouped(size.min(number)),
                percent(size.min(number), number),
                grouped(number.saturating_sub(size)),
            );
        }
    }
    let _ = write!(
        text,
        "\nMeasured, not bounded: of {} distinct licences in the dump {} ({}) are in existence, {} ({}) are shown by\n\
         the service, {} were never issued.\n",
        grouped(counts.dump),
        grouped(counts.dump_in_existence),
        percent(counts.dump_in_existence, counts.dump),
        grouped(counts.shared),
        percent(counts.shared, counts.dump),
        grouped(counts.dump_never_issued),
    );
    text
}

const NOTES: &str = "
## How it was made

* The service is **not** in the dump. Licences are shared because the old extract and the service list the same
  drivers: who kept the old document is in both, who renewed it since 2018 has another number in the service.
* One row in four to one in three of the dump is spelled otherwise than in its source: blanks, case, Latin
  look-alikes in licences, national and punctuated telephone numbers, two ways of writing a date.
* Between 0.9 % and 1.3 % of each part's rows are damaged: a wrong check digit, a digit or a sign lost, a doubled
  letter. What is mistyped and still looks valid hits nobody: it has an operator code or a series that is not in
  use.
* A range in the table of rows: its lower end counts documents, tax numbers, telephones and e-mail addresses only,
  its upper end passwords and their hashes as well, the common ones too.
* Addresses hold the delimiter and, rarely, quotes or a line break, inside quotes. Passwords may hold a colon.
";
