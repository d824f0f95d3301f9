//! Every built-in schema is read and checked.

use super::TEXTS as ALL;
use crate::profile::words;
use crate::reference::schema::*;

#[test]
fn every_built_in_schema_parses_and_is_named_as_its_file() {
    assert!(ALL.windows(2).all(|pair| pair[0].0 < pair[1].0), "not sorted");
    for (id, text) in ALL {
        let schema = Schema::parse(text).unwrap_or_else(|error| panic!("{id}: {error:#}"));
        assert_eq!(schema.id, *id);
    }
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/reference/schemas");
    let files = std::fs::read_dir(folder).expect("the folder is there").filter_map(Result::ok);
    let files = files.filter(|file| file.path().extension().is_some_and(|end| end == "json")).count();
    assert_eq!(BUILT_IN.len(), files, "a file without its line");
    assert!(files >= 54, "every layout that the project began with");
}

/// A header that is no known word would never be read from a file, because its name is not kept.
#[test]
fn every_header_is_a_known_word() {
    let unknown = |schema: &'static Schema| {
        let names = schema.columns.iter().flat_map(|column| column.headers.all());
        names
            .filter(|name| [name, last_step(name)].iter().all(|name| !words::is_known(&header_word(name))))
            .map(move |name| format!("{}: {name}", schema.id))
    };
    let found: Vec<String> = BUILT_IN.iter().flat_map(unknown).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn views_and_names_lead_to_schemas() {
    for schema in BUILT_IN.iter() {
        for view in &schema.view_of {
            assert!(BUILT_IN.iter().any(|other| other.id == *view && *view != schema.id), "{}: {view}", schema.id);
        }
        for name in schema.aliases.iter().chain([&schema.id]) {
            assert_eq!(BUILT_IN.iter().filter(|other| other.is_called(name)).count(), 1, "{name}");
        }
    }
}

/// What "whole" means: all systems of the story say what they must hold and what they cannot, and from where we know.
#[test]
fn systems_of_the_story_decide_something() {
    for name in [
        "ua.hsc_driver_licence",
        "ua.diia_app",
        "ua.privatbank_clients",
        "ua.nova_poshta",
        "vk_2012",
        "linkedin_2012_hashes",
        "linkedin_2012_full",
        "linkedin_2021_scrape",
        "ua.tg_bot_reply",
        "telegram_desktop_export",
        "sms_interception_log",
        "kg.safe_city_violation",
        "kg.state_services",
    ] {
        let schema = BUILT_IN.iter().find(|schema| schema.id == name).unwrap();
        let must = schema.columns.iter().filter(|column| column.presence == Presence::Must).count();
        assert!(must > 0 && !schema.cannot.is_empty() && schema.dates.is_some(), "{name}");
        assert!(!schema.layouts.is_empty() && !schema.aliases.is_empty(), "{name}");
    }
}

#[test]
fn mistakes_are_errors_that_name_no_value() {
    let right = ALL.iter().find(|(id, _)| *id == "vk_2012").unwrap().1;
    for (from, to, why) in [
        ("\"format\": 1", "\"format\": 2", "format 2"),
        ("\"standing\"", "\"standng\"", "unknown field"),
        ("\"field\": \"email\"", "\"field\": \"e_mail\"", "no role or kind"),
        ("\"vk_2012\"", "\"VK 2012\"", "an id has"),
        ("\"fields\": [\"password_hash\"]", "\"fields\": [\"email\"]", "impossible"),
        ("\"from\": 2011", "\"from\": 2017", "years"),
    ] {
        let error = format!("{:#}", Schema::parse(&right.replacen(from, to, 1)).unwrap_err());
        assert!(error.contains(why), "{why}: {error}");
    }
    let clash = with_users(vec![BUILT_IN[0].clone()]).unwrap_err();
    assert!(clash.to_string().contains("two schemas"), "{clash}");
}

#[test]
fn a_part_is_as_impossible_as_the_whole() {
    let bank = BUILT_IN.iter().find(|schema| schema.id == "vk_2012").unwrap();
    assert!(bank.cannot_hold("licence_series").is_some() && bank.cannot_hold("email").is_none());
}
