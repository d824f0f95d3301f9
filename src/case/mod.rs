//! One investigation as a file: dump, claims, references, population, expectations.
//!
//! **Comes in:** a case file (TOML). **Goes out:** a [`Case`]: the [`Request`] it makes and what it expects of the
//! report.
//!
//! **Never happens here:** no record is read; nothing of the file is passed over in silence: what is not known or not
//! supported is an error that says what to write instead.
//!
//! **To add a key:** a field in `file.rs` with its meaning, its place in the [`Request`], and a line in the example
//! there.

pub mod expect;
mod file;
mod glob;
mod look_ups;

use std::path::Path;

use anyhow::Context;

pub use crate::evidence::question::{Claim, LookUp, Population, Question, Selection, Stock};
pub use expect::{Condition, Expectation, Unmet};

use crate::pipeline::Request;

/// A case as it was read.
#[derive(Debug, Clone)]
pub struct Case {
    /// What it asks for; settings are the defaults.
    pub request: Request,
    /// What its report must say, in the order of the paths.
    pub expect: Vec<Expectation>,
}

impl Case {
    /// Reads a case file. Its paths are relative to it and shown in reports as it has them.
    ///
    /// # Errors
    /// The file cannot be read, is no TOML, has a key that is not known or not supported in this version, a value of
    /// another form than its key asks for, an id twice, or a pattern that no file matches.
    pub fn load(path: &Path) -> anyhow::Result<Case> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("reading the case file {}\nhint: name a TOML file", path.display()))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        Case::parse(&text, folder).with_context(|| format!("in the case file {}", path.display()))
    }

    /// Reads the text of a case file that lies in `folder`.
    ///
    /// # Errors
    /// As [`Case::load`].
    pub fn parse(text: &str, folder: &Path) -> anyhow::Result<Case> {
        let read: file::CaseFile =
            toml::from_str(text).context("hint: the keys of a case file are shown by `leakprov explain case`")?;
        read.case(folder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::{Provenance, Role};

    const EXAMPLE: &str = r#"
title = "26 million driving licences said to come from a state app"

[dump]
files = ["dump/*.csv", "more.txt"]
selection = "all"
date = 2020-05-11

[[claim]]
by = "seller"
source = "app"
records = 26_000_000
unit = "ua.driver_licence"
date = 2020-05-11
[[claim]]
by = "ministry"
content = ["bank", "network"]
ratio_at_least = 10
holds_no_records = true

[population."ua.driver_licence"]
in_existence = { count = 9_500_000, date = 2020-05-12, source = "the ministry" }
ever_issued = { count = 0, source = "" }

[[reference]]
id = "app"
role = "service"
files = ["app.csv"]
sizes = [{ count = 5_000, date = 2019-12-01 }, { count = 6_500_000, date = "2020-05-12", rounding = 50_000 }]
started = 2019-12-01
view_of = "register"
complete_to = 2020-05-11

[[reference]]
id = "bank"
role = "corpus"
files = ["old/bank.csv"]
date = 2014-06-30
provenance = "fabricated"
obtained_from = "forum archive"

[expect]
"verdict.scope" = "conditional"
"overlaps[reference=app].shared" = { min = 1180, max = 1220 }
"#;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("dump")).unwrap();
        for name in ["dump/b.csv", "dump/a.csv", "dump/.hidden.csv", "dump/a.txt"] {
            std::fs::write(folder.path().join(name), "x\n").unwrap();
        }
        folder
    }

    #[test]
    fn the_example_is_read() {
        let folder = folder();
        let case = Case::parse(EXAMPLE, folder.path()).unwrap();
        let shown: Vec<&str> = case.request.dump.iter().map(|input| input.shown.as_str()).collect();
        assert_eq!(shown, ["dump/a.csv", "dump/b.csv", "more.txt"]);
        assert_eq!(case.request.dump[0].path, folder.path().join("dump/a.csv"));
        let question = &case.request.question;
        assert_eq!((question.selection, question.dump_date.as_deref()), (Selection::All, Some("2020-05-11")));
        assert_eq!(question.claims[0].records, Some(26_000_000));
        assert_eq!(question.claims[1].content, ["bank", "network"]);
        assert_eq!((question.claims[1].ratio_at_least, question.claims[1].holds_no_records), (Some(10.0), Some(true)));
        let population = &question.populations["ua.driver_licence"];
        assert_eq!(population.in_existence.as_ref().and_then(|stock| stock.date.as_deref()), Some("2020-05-12"));
        assert_eq!(population.ever_issued, None, "a count of 0 is not known, rather than none");
        let (app, inputs) = &case.request.references[0];
        assert_eq!((app.role, app.provenance, inputs.len()), (Role::Service, Provenance::Unverified, 1));
        assert_eq!((app.sizes[1].count, app.sizes[1].rounding), (6_500_000, Some(50_000)));
        assert_eq!(app.sizes[1].date.as_deref(), Some("2020-05-12"));
        assert_eq!((app.view_of.as_deref(), app.complete_to.as_deref()), (Some("register"), Some("2020-05-11")));
        assert_eq!(case.request.references[1].0.provenance, Provenance::Fabricated);
        assert_eq!(question.obtained_from["bank"], "forum archive");
        assert_eq!(case.expect.len(), 2);
        assert_eq!(case.expect[0].path, "overlaps[reference=app].shared");
    }

    #[track_caller]
    fn refused(text: &str, says: &[&str]) {
        let error = format!("{:#}", Case::parse(text, folder().path()).unwrap_err());
        for part in says {
            assert!(error.contains(part), "{error}");
        }
        assert!(error.contains("hint:"), "{error}");
    }

    #[test]
    fn denials_dates_and_look_ups_are_read() {
        let folder = folder();
        std::fs::write(folder.path().join("probes.csv"), "group,asked,found\nrenewed,40,0\n").unwrap();
        let text = "[dump]\nlook_ups = 'probes.csv'\n[[claim]]\nby = 'ministry'\nsource = 'app'\ndenies = true\n\
                    collected_before = 2019-01-01\n[[claim]]\nby = 'seller'\ncomplete = true\n\
                    [[reference]]\nid = 'planted'\nrole = 'canary'\nfiles = ['probes.csv']\n\
                    [[reference]]\nid = 'known'\nrole = 'member'\nfiles = ['probes.csv']\n\
                    [[reference]]\nid = 'app'\nrole = 'service'\nnever_stores = ['password']\n";
        let case = Case::parse(text, folder.path()).unwrap();
        let question = &case.request.question;
        assert_eq!(question.look_ups, [LookUp { group: "renewed".into(), asked: 40, found: 0, of: None }]);
        assert!(question.claims[0].denies && !question.claims[1].denies && question.claims[1].complete);
        assert_eq!(question.claims[0].collected_before.as_deref(), Some("2019-01-01"));
        assert_eq!(question.never_stores["app"], ["password"]);
        let roles: Vec<Role> = case.request.references.iter().map(|(reference, _)| reference.role).collect();
        assert_eq!(roles, [Role::Canary, Role::Member, Role::Service]);
    }

    #[test]
    fn what_is_not_known_is_refused_with_a_hint() {
        refused("titel = 'x'", &["titel"]);
        refused("[[reference]]\nid = 'planted'\nrole = 'canary'", &["planted", "no records"]);
        refused("[dump]\nfiles = ['none/*.csv']", &["none/*.csv"]);
        refused("[dump]\nselection = 'some'", &["some"]);
        refused("[dump]\nlook_ups = 'probes.csv'", &["look-ups", "probes.csv"]);
        refused("[[claim]]\nby = 'x'\nrecords = 5\ndenies = true", &["denies", "source"]);
        refused("[[claim]]\nby = 'x'\ncollected_before = '1.1.2019'", &["1.1.2019"]);
        refused("[[reference]]\nid = 'a'\nrole = 'service'\nnever_stores = ['shoes']", &["shoes"]);
        refused(
            "[[reference]]\nid = 'a'\nrole = 'corpus'\nimprint = 'x'",
            &["imprint", "not supported in this version"],
        );
        refused(
            "[[reference]]\nid = 'a'\nrole = 'corpus'\nlibrary = 'x'",
            &["library", "not supported in this version"],
        );
        refused("[[reference]]\nid = 'A b'\nrole = 'corpus'", &["A b"]);
        refused("[[reference]]\nid = 'unknown'\nrole = 'corpus'", &["unknown"]);
        refused("[[reference]]\nid = 'a'\nrole = 'corpus'\n[[reference]]\nid = 'a'\nrole = 'corpus'", &["twice"]);
        refused("[[reference]]\nid = 'a'\nrole = 'corpus'\ndate = '30.06.2014'", &["30.06.2014"]);
        refused("[[claim]]\nby = 'x'\nunit = 'licences'\nrecords = 1", &["licences"]);
        refused("[population.rows]\nin_existence = { count = 1 }", &["rows"]);
    }
}
