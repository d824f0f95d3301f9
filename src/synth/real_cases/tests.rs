//! The table holds together, and the worlds show what the cases are known for.

use serde_json::Value;

use super::{CASES, From, Who, find};
use crate::synth::DEFAULT_SEED;
use crate::synth::world::plan::Role;

#[test]
fn every_name_in_the_table_is_somebodys() {
    assert!(CASES.windows(2).all(|pair| pair[0].scenario.id < pair[1].scenario.id));
    for case in CASES {
        let id = case.scenario.id;
        let known = |name: &str| assert!(case.place(name) < case.sets.len(), "{id}: {name}");
        for (place, set) in case.sets.iter().enumerate() {
            let earlier = |name: &str| assert!(case.place(name) < place, "{id}: {name} stands after {}", set.id);
            match set.who {
                Who::Of(size) => assert!(size <= case.people, "{id}: {}", set.id),
                Who::Among(sets, none, _) => sets.iter().chain(none).for_each(|name| earlier(name)),
                Who::Some(name, _) => earlier(name),
                Who::Union(sets) => sets.iter().for_each(|name| earlier(name)),
            }
        }
        for from in case.parts.iter().flat_map(|file| file.from) {
            if let From::Copy(name, ..) = from {
                known(name);
            }
        }
        assert!(case.people / case.per < 19_000_000, "{id}: more people than a world holds");
        assert!(!case.scenario.sources.is_empty() && !case.notes.is_empty() && !case.said.is_empty(), "{id}");
    }
}

fn truth(id: &str) -> Value {
    truth_at(id, find(id).unwrap().scenario.fixture_scale)
}

fn truth_at(id: &str, scale: f64) -> Value {
    let case = find(id).unwrap();
    let folder = tempfile::tempdir().unwrap();
    super::super::write(&case.scenario, folder.path(), scale, DEFAULT_SEED + 1, &|_, _| {}).unwrap();
    serde_json::from_slice(&std::fs::read(folder.path().join("truth.json")).unwrap()).unwrap()
}

/// Counts at another seed than the repository's, against the numbers of life.
#[test]
fn worlds_have_the_proportions_of_their_cases() {
    let near = |found: f64, known: f64, by: f64, what: &str| {
        assert!((found / known - 1.0).abs() < by, "{what}: {found} where {known} is known");
    };
    let rows = |truth: &Value| truth["dump"]["rows"].as_f64().unwrap();
    let keys = |truth: &Value, kind: &str| truth["dump"]["keys"][kind].as_f64().unwrap();
    // Smaller worlds have more passwords than their share.
    let collection = truth_at("collection-1-2019", 0.06);
    near(rows(&collection) / keys(&collection, "email"), 2_692.8 / 772.9, 0.05, "rows by address");
    near(keys(&collection, "password"), keys(&collection, "email") * 21.2 / 772.9, 0.1, "few passwords");
    let alien = truth("alien-txtbase-2025");
    near(rows(&alien) / keys(&alien, "email"), 23_000.0 / 284.1, 0.05, "rows by address");
    let twitter = truth("twitter-2023");
    near(rows(&twitter) / keys(&twitter, "email"), 400.0 / 211.5, 0.01, "rows by address");
    let npd = truth("national-public-data-2024");
    near(keys(&npd, "phone") / rows(&npd), 0.31, 0.01, "different numbers by row");
    near(keys(&npd, "email") / rows(&npd), 134.0 / 2_900.0, 0.05, "addresses by row");
    let att = truth("att-2024");
    near(keys(&att, "email") / rows(&att), 49.1 / 73.5, 0.05, "addresses by row");
    let telegram = truth("telegram-combolists-2024");
    near(rows(&telegram) / keys(&telegram, "email"), 2_000.0 / 361.5, 0.06, "rows by address");
    let watcher = truth("socradar-2024");
    near(keys(&watcher, "email"), 2_824.8, 0.05, "addresses");
    let sixteen = truth("sixteen-billion-2025");
    near(rows(&sixteen) / keys(&sixteen, "email"), 2_700.0 / 109.5, 0.06, "rows by address");
    assert_eq!(truth("safe-city-2019")["dump"]["rows"], 1);
    assert_eq!(truth("europcar-2024")["dump"]["keys"]["email"], 31);
    let collector = truth("collector-2016");
    near(collector["made_up_rows"].as_f64().unwrap() / rows(&collector), 0.2256, 0.02, "no such address");
}

/// Nothing of the service is inside but where the case is known for it.
#[test]
fn only_the_genuine_are_genuine() {
    for case in CASES {
        let id = case.scenario.id;
        if case.sets.iter().all(|set| set.role != Role::Service) {
            continue;
        }
        let inside = truth(id)["service"]["inside"].as_u64().unwrap_or(0);
        let genuine = ["att-2024", "national-public-data-2024", "partner-bureau", "safe-city-2019"].contains(&id);
        assert_eq!(inside > 0, genuine, "{id}");
    }
}
