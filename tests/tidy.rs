//! The house rules, as tests: who may use whom, what stands where, what is never written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

#[path = "support/mod.rs"]
mod support;
use support::{below, code_only, read, root};

/// The layers from left to right; a module may use only what stands to its left, or in its own place. Names of one row
/// stand beside each other and do not use each other, but for the last two rows, which put everything together.
const LAYERS: &[&[&str]] = &[
    &["stats", "settings"],
    &["dump"],
    &["text"],
    &["kind"],
    &["record"],
    &["profile"],
    &["layout"],
    &["fingerprint"],
    &["imprint"],
    &["reference"],
    &["compare"],
    &["mixture"],
    &["evidence"],
    &["verdict"],
    &["report"],
    &["pipeline"],
    &["case"],
    &["synth"],
    &["validation"],
    &["cli"],
];

/// Pairs that no order forbids and the design does: `(user, used)`.
const STRANGERS: &[(&str, &str)] = &[
    ("record", "kind"),     // readers know no kinds
    ("evidence", "record"), // tests see facts, never records
    ("verdict", "record"),
    ("mixture", "record"),
];

/// Words that only some places may contain: what, where it may stand, why.
const RESERVED: &[(&[&str], &[&str], &str)] = &[
    (
        &[
            "clap::",
            "indicatif::",
            "std::env",
            "env::var",
            "println!",
            "eprintln!",
            "print!(",
            "std::io::stdout",
            "std::io::stderr",
        ],
        &["src/cli/", "src/main.rs"],
        "only cli knows arguments, terminals and the environment; the library never prints",
    ),
    (&["std::process", "process::exit", "ExitCode"], &["src/cli/", "src/main.rs"], "only cli ends the program"),
    (
        &["File::open", "fs::read(", "fs::read_to_string", "stdin()"],
        &[
            "src/dump/",
            "src/imprint/",
            "src/reference/",
            "src/fingerprint/",
            "src/case",
            "src/cli/",
            "src/synth/",
            "src/validation/",
        ],
        "only dump opens input; the others named here have files of their own",
    ),
    (&["SystemTime::now", "Instant::now", "Local::now", "Utc::now"], &["src/cli/"], "no clock in results"),
    (
        &["thread::current", "available_parallelism"],
        &["src/settings.rs", "src/synth/", "src/cli/"],
        "no thread count in results",
    ),
    (
        &["getrandom"],
        &["src/fingerprint/", "src/pipeline.rs", "src/imprint/"],
        "no randomness in results: the run's secret only",
    ),
];

/// Systems of cases: nothing but synth, fixtures, README, tests and the list of schemas names one.
const SYSTEMS: &[&str] = &["diia", "privatbank", "vkontakte", "linkedin", "novaposhta", "nova poshta", "nova_poshta"];

/// Longest file of Rust code, in lines, its tests included.
const LINES_MOST: usize = 600;

fn sources() -> Vec<PathBuf> {
    below("src", "rs")
}

/// All sources but the files that are modules of tests.
fn program_sources() -> Vec<PathBuf> {
    let mut tests = BTreeSet::new();
    for file in sources() {
        let text = read(&file);
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        for pair in lines.windows(2).filter(|pair| pair[0] == "#[cfg(test)]") {
            if let Some(name) = pair[1].rsplit_once("mod ").and_then(|(_, name)| name.strip_suffix(';')) {
                let folder =
                    if file.ends_with("mod.rs") { file.parent().unwrap().to_owned() } else { file.with_extension("") };
                tests.extend([folder.join(format!("{name}.rs")), file.with_file_name(format!("{name}.rs"))]);
            }
        }
    }
    sources().into_iter().filter(|file| !tests.contains(file)).collect()
}

/// `src/kind/email.rs` and `src/kind/mod.rs` belong to `kind`, `src/case.rs` to `case`.
fn module(file: &Path) -> String {
    let first =
        file.strip_prefix("src").unwrap().components().next().unwrap().as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

fn row(module: &str) -> Option<usize> {
    LAYERS.iter().position(|row| row.contains(&module))
}

/// Every `crate::X`, `leakprov::X` of a file, also within `use crate::{X::…, Y}`.
fn used_modules(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for start in code.match_indices("crate::").map(|(at, found)| at + found.len()) {
        let rest = &code[start..];
        match rest.strip_prefix('{') {
            Some(group) => used.extend(heads(group)),
            None => used.extend(word(rest)),
        }
    }
    used
}

fn word(text: &str) -> Option<String> {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len());
    (end > 0).then(|| text[..end].to_owned())
}

/// The first words of the members of `a::{…}, b, c::d}`: everything at depth 0 behind `{` or `,`.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                found.extend(word(group[start..at].trim_start()));
                return found;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.extend(word(group[start..at].trim_start()));
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

#[test]
fn imports_go_left_only() {
    let mut wrong = Vec::new();
    for file in program_sources() {
        let name = module(&file);
        if name == "lib" || name == "main" {
            continue;
        }
        let Some(at) = row(&name) else {
            wrong.push(format!("{}: `{name}` has no place in LAYERS", file.display()));
            continue;
        };
        for used in used_modules(&code_only(&read(&file))) {
            let allowed = used == name || row(&used).is_some_and(|left| left < at);
            if row(&used).is_some() && !allowed {
                wrong.push(format!(
                    "{}: `{name}` uses `{used}`, which stands to its right or beside it",
                    file.display()
                ));
            }
            if STRANGERS.contains(&(name.as_str(), used.as_str())) {
                wrong.push(format!("{}: `{name}` must not know `{used}`", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_reader_of_imports_reads_imports() {
    let code = "use crate::kind::Kind;\nuse crate::{dump, report::{Report, x}, text};\nlet a = crate::stats::mean(b);";
    let used: Vec<String> = used_modules(code).into_iter().collect();
    assert_eq!(used, ["dump", "kind", "report", "stats", "text"]);
    let code = code_only(
        "/// crate::cli is named here only\nlet a = \"crate::cli\"; // crate::cli\nuse crate::dump;\n#[cfg(test)]\nmod tests { use crate::cli; }",
    );
    assert_eq!(used_modules(&code).into_iter().collect::<Vec<_>>(), ["dump"]);
}

#[test]
fn every_module_has_a_place() {
    let listed: BTreeSet<&str> = LAYERS.iter().flat_map(|row| row.iter().copied()).collect();
    let there: BTreeSet<String> =
        sources().iter().map(|file| module(file)).filter(|name| name != "lib" && name != "main").collect();
    let missing: Vec<_> = there.iter().filter(|name| !listed.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "no place in LAYERS: {missing:?}");
}

#[test]
fn reserved_words_stand_where_they_may() {
    let mut wrong = Vec::new();
    for file in program_sources() {
        let code = code_only(&read(&file));
        let shown = file.to_string_lossy();
        for (words, places, why) in RESERVED {
            if places.iter().any(|place| shown.starts_with(place)) {
                continue;
            }
            for word in words.iter().filter(|word| code.contains(**word)) {
                wrong.push(format!("{shown}: `{word}`: {why}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_system_of_a_case_is_named_in_the_program() {
    let mut wrong = Vec::new();
    for file in sources()
        .iter()
        .filter(|file| !file.starts_with("src/synth") && !file.starts_with("src/reference/schemas"))
        // A number that a firm gives its parcels is a kind of that name.
        .filter(|file| !file.ends_with("nova_poshta_waybill.rs"))
    {
        for (number, line) in read(file).lines().enumerate() {
            // The path of the fixture may be named: help that teaches shows a command that works.
            let lower = line.to_lowercase().replace("fixtures/cases/diia-2020", "").replace("diia-2020", "");
            // The id of a kind; names of columns that fields list.
            let lower = lower
                .replace("nova_poshta.waybill", "")
                .replace("nova_poshta_waybill", "")
                .replace("linkedinid", "")
                .replace("linkedinurl", "")
                .replace("linkedinprofile", "");
            // The published source code of a service may be cited as a source.
            let lower = lower.replace("diia-open-source/", "");
            // A format of hashes has its name from the list in which it was seen first: the id is a contract.
            let lower = lower.replace("linkedin_zeroed_sha1", "");
            if let Some(system) = SYSTEMS.iter().find(|system| lower.contains(**system)) {
                wrong.push(format!("{}:{}: names `{system}`", file.display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Members of one list stand in files of their own and never use each other: what they share stands in shared files.
#[test]
fn members_of_a_list_do_not_know_each_other() {
    let mut wrong = Vec::new();
    for list in ["kind", "report", "evidence", "record"] {
        let folder = Path::new("src").join(list);
        let mod_file = folder.join("mod.rs");
        if !root().join(&mod_file).exists() {
            continue;
        }
        let table = read(&mod_file);
        let members: Vec<String> = below(&folder.to_string_lossy(), "rs")
            .iter()
            .filter_map(|file| file.file_stem().map(|stem| stem.to_string_lossy().into_owned()))
            .filter(|stem| {
                ["KIND", "RENDERER", "TEST", "SCENARIO", "FORMAT"]
                    .iter()
                    .any(|item| table.contains(&format!("&{stem}::{item}")))
            })
            .collect();
        for member in &members {
            let file = folder.join(format!("{member}.rs"));
            let code = code_only(&read(&file));
            for other in members.iter().filter(|other| *other != member) {
                if code.contains(&format!("super::{other}::")) || code.contains(&format!("{list}::{other}::")) {
                    wrong.push(format!("{}: uses its neighbour `{other}`", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn lists_are_sorted_and_ids_are_file_stems() {
    let kinds: Vec<&str> = leakprov::kind::KINDS.iter().map(|kind| kind.id).collect();
    assert!(!kinds.is_empty(), "no kinds");
    assert!(kinds.is_sorted_by(|one, next| one < next), "kinds are not sorted by id: {kinds:?}");
    for id in &kinds {
        let (own, family) = (id.replacen('.', "_", 1), id.split('.').next().unwrap_or(id));
        assert!(
            root().join(format!("src/kind/{own}.rs")).exists() || root().join(format!("src/kind/{family}.rs")).exists(),
            "kind `{id}` stands neither in src/kind/{own}.rs nor in its family's src/kind/{family}.rs"
        );
    }
    for renderer in leakprov::report::RENDERERS {
        assert!(
            ["{}.rs", "{}/mod.rs"]
                .iter()
                .any(|form| root().join("src/report").join(form.replace("{}", renderer.id)).exists()),
            "no src/report/{}.rs",
            renderer.id
        );
    }
}

/// Folders whose plain types are fields of the report.
const PARTS_OF_A_REPORT: [&str; 3] = ["report", "verdict", "mixture"];

#[test]
fn renderers_see_the_report_only() {
    for renderer in leakprov::report::RENDERERS {
        let own = [format!("src/report/{}.rs", renderer.id), format!("src/report/{}/", renderer.id)];
        let files = sources().into_iter().filter(|file| own.iter().any(|own| file.to_string_lossy().starts_with(own)));
        let used: BTreeSet<String> = files.flat_map(|file| used_modules(&code_only(&read(&file)))).collect();
        let strange: Vec<_> =
            used.iter().filter(|used| row(used).is_some() && !PARTS_OF_A_REPORT.contains(&used.as_str())).collect();
        assert!(strange.is_empty(), "the renderer `{}` uses {strange:?}", renderer.id);
    }
}

#[test]
fn files_are_small_enough_to_hold_in_the_head() {
    let long: Vec<String> = sources()
        .into_iter()
        .chain(below("tests", "rs"))
        .map(|file| (read(&file).lines().count(), file))
        .filter(|(lines, _)| *lines > LINES_MOST)
        .map(|(lines, file)| format!("{}: {lines} lines, {LINES_MOST} at most", file.display()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn every_folder_says_what_it_is() {
    let parts = ["Comes in", "Goes out", "Never happens here"];
    let mut wrong = Vec::new();
    for file in sources() {
        let text = read(&file);
        let header: String = text.lines().take_while(|line| line.starts_with("//!")).collect::<Vec<_>>().join("\n");
        if header.is_empty() {
            wrong.push(format!("{}: no `//!` header", file.display()));
        } else if file.ends_with("mod.rs") && file.components().count() == 3 {
            for part in parts.iter().filter(|part| !header.to_lowercase().contains(&part.to_lowercase())) {
                wrong.push(format!("{}: its header does not say “{part}”", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_is_left_unfinished() {
    // Put together here so that this file does not find itself.
    let marks = [
        ["to", "do!"],
        ["unimpl", "emented!"],
        ["TO", "DO"],
        ["FIX", "ME"],
        ["XX", "X:"],
        ["#[ign", "ore"],
        ["not yet impl", "emented"],
    ]
    .map(|parts| parts.concat());
    let mut wrong = Vec::new();
    for file in sources().into_iter().chain(below("tests", "rs")) {
        for (number, line) in read(&file).lines().enumerate() {
            if let Some(mark) = marks.iter().find(|mark| line.contains(mark.as_str())) {
                wrong.push(format!("{}:{}: {mark}", file.display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_machine_and_no_registry_host_is_named() {
    let marks =
        [["/wo", "rk/"], ["/ho", "me/"], ["/tmp/", "bash"], ["../sh", "ared"], [".lib", "rary/"], ["/ro", "ot/"]]
            .map(|parts| parts.concat());
    let mut wrong = Vec::new();
    for file in support::tracked() {
        // The masking of paths has to know what a home folder looks like.
        if file.ends_with("discreet.rs") || file.ends_with("tests/privacy.rs") {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(root().join(&file)) else { continue };
        for (number, line) in text.lines().enumerate() {
            if let Some(mark) = marks.iter().find(|mark| line.contains(mark.as_str())) {
                wrong.push(format!("{}:{}: `{mark}`", file.display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_case_is_whole_and_expects_something() {
    let cases = root().join("fixtures/cases");
    let mut seen = 0;
    for case in support::folders(&cases) {
        seen += 1;
        let file = case.join("case.toml");
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let parsed: toml::Table = text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let expectations = parsed.get("expect").and_then(toml::Value::as_table).map_or(0, toml::Table::len);
        assert!(expectations > 0, "{}: expects nothing, so nothing can fail", file.display());
        let readme = std::fs::read_to_string(case.join("README.md")).unwrap_or_default();
        assert!(readme.len() > 100, "{}: its README.md says nothing", case.display());
        let named = text + &readme;
        for data in support::files(&case) {
            let name = data.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let folder = data.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
            let used = name == "case.toml"
                || name == "README.md"
                || named.contains(&name)
                || named.contains(&format!("{folder}/"));
            assert!(used, "{} is used by nothing", data.display());
        }
    }
    assert!(seen > 0, "there is no case in fixtures/cases");
}

#[test]
fn the_two_commands_of_the_readme_are_the_ones_that_are_checked() {
    let readme = read(Path::new("README.md"));
    let first = "cargo run --release --locked -- analyze --case fixtures/cases/diia-2020/case.toml";
    let second = "cargo test --locked";
    assert!(readme.lines().any(|line| line.trim() == first), "README.md does not have the line `{first}`");
    assert!(readme.lines().any(|line| line.trim() == second), "README.md does not have the line `{second}`");
    assert!(root().join("fixtures/cases/diia-2020/case.toml").exists(), "the README's first command has no case");
    let gate = read(Path::new(".ci/run"));
    assert!(gate.lines().any(|line| line.trim() == second), ".ci/run does not run `{second}`");
    for part in ["rustfmt", "clippy", "cargo doc", "-D warnings"] {
        assert!(gate.contains(part), ".ci/run does not run {part}");
    }
}

#[test]
fn the_package_says_what_it_needs() {
    let cargo: toml::Table = read(Path::new("Cargo.toml")).parse().unwrap();
    let package = &cargo["package"];
    assert_eq!(package["edition"].as_str(), Some("2024"));
    assert_eq!(package["rust-version"].as_str(), Some("1.95"));
    assert_eq!(package["license"].as_str(), Some("MIT"));
    assert_eq!(cargo["profile"]["release"]["overflow-checks"].as_bool(), Some(true));
    assert_eq!(cargo["lints"]["rust"]["unsafe_code"].as_str(), Some("deny"));
    assert!(read(Path::new("src/main.rs")).lines().count() < 60);
}

/// Every allowed licence, and crates that must never come in: nothing that can reach a network.
#[test]
fn dependencies_keep_to_the_policy() {
    let policy: toml::Table = read(Path::new("deny.toml")).parse().unwrap();
    let allowed: BTreeSet<&str> =
        policy["licenses"]["allow"].as_array().unwrap().iter().filter_map(toml::Value::as_str).collect();
    let banned: BTreeSet<&str> =
        policy["bans"]["deny"].as_array().unwrap().iter().filter_map(|ban| ban["crate"].as_str()).collect();
    assert!(allowed.contains("MIT") && banned.len() > 5);
    let metadata = support::metadata();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 20, "cargo metadata names {} packages only", packages.len());
    let mut wrong = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap();
        let licence = package["license"].as_str().unwrap_or("none stated");
        if banned.contains(name) {
            wrong.push(format!("{name}: banned by deny.toml"));
        }
        if !licence_allowed(licence, &allowed) {
            wrong.push(format!("{name}: licence `{licence}` is not allowed by deny.toml"));
        }
        let source = package["source"].as_str().unwrap_or("registry+");
        if !source.starts_with("registry+") {
            wrong.push(format!("{name}: does not come from the registry"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An SPDX expression of `OR`, `AND` and parentheses; `/` is the old spelling of `OR`.
fn licence_allowed(expression: &str, allowed: &BTreeSet<&str>) -> bool {
    let expression = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = expression.split_whitespace().collect();
    let mut at = 0;
    any_of(&words, &mut at, allowed) && at == words.len()
}

fn any_of(words: &[&str], at: &mut usize, allowed: &BTreeSet<&str>) -> bool {
    let mut good = all_of(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        good |= all_of(words, at, allowed);
    }
    good
}

fn all_of(words: &[&str], at: &mut usize, allowed: &BTreeSet<&str>) -> bool {
    let mut good = one_of(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        good &= one_of(words, at, allowed);
    }
    good
}

fn one_of(words: &[&str], at: &mut usize, allowed: &BTreeSet<&str>) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let good = any_of(words, at, allowed);
        *at += 1;
        return good;
    }
    if words.get(*at) == Some(&"WITH") {
        *at += 2;
        return allowed.contains(format!("{word} WITH {}", words.get(*at - 1).unwrap_or(&"")).as_str());
    }
    allowed.contains(word)
}

#[test]
fn the_reader_of_licences_reads_licences() {
    let allowed = BTreeSet::from(["MIT", "Apache-2.0", "Unicode-3.0"]);
    for (expression, good) in [
        ("MIT", true),
        ("MIT/GPL-3.0", true),
        ("GPL-3.0", false),
        ("MIT AND GPL-3.0", false),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("(MIT OR Apache-2.0) AND BSL-1.0", false),
        ("GPL-3.0 OR (MIT AND Unicode-3.0)", true),
        ("Apache-2.0 WITH LLVM-exception", false),
        ("", false),
    ] {
        assert_eq!(licence_allowed(expression, &allowed), good, "{expression}");
    }
}

/// The words of the architecture that are types: one word, one meaning, one home.
const WORDS: [&str; 22] = [
    "Case",
    "Cell",
    "Claim",
    "Column",
    "Composition",
    "Counts",
    "Evidence",
    "Fault",
    "Finding",
    "Fingerprint",
    "Imprint",
    "Key",
    "Kind",
    "Layout",
    "Mismatch",
    "Mixture",
    "Place",
    "Profile",
    "Reference",
    "Report",
    "Request",
    "Verdict",
];

#[test]
fn no_word_has_two_homes() {
    let mut homes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in program_sources() {
        for line in code_only(&read(&file)).lines() {
            for head in ["pub struct ", "pub enum ", "pub trait "] {
                if let Some(name) = line.strip_prefix(head).and_then(word) {
                    homes.entry(name).or_default().push(file.to_string_lossy().into_owned());
                }
            }
        }
    }
    assert!(homes.contains_key("Kind") && homes.contains_key("Report"));
    // A report repeats words of the model as plain data.
    let outside = |homes: &[String]| homes.iter().filter(|home| !home.starts_with("src/report/")).count();
    let twice: Vec<_> =
        homes.iter().filter(|(name, homes)| WORDS.contains(&name.as_str()) && outside(homes) > 1).collect();
    assert!(twice.is_empty(), "{twice:#?}");
}
