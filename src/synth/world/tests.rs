//! The classes of worlds are what they say: small ones are written and their truth is read back.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{RECIPES, Recipe, find};

/// A small world's truth.
fn truth(recipe: &Recipe, seed: u64) -> Value {
    let folder = tempfile::tempdir().unwrap();
    super::super::write(&recipe.scenario, folder.path(), 0.3, seed, &|_, _| {}).unwrap();
    serde_json::from_slice(&std::fs::read(folder.path().join("truth.json")).unwrap()).unwrap()
}

fn codes(truth: &Value, answer: &str) -> Vec<String> {
    serde_json::from_value(truth["allowed"][answer].clone()).unwrap()
}

#[test]
fn classes_are_sorted_and_find_themselves() {
    assert!(RECIPES.windows(2).all(|pair| pair[0].scenario.id < pair[1].scenario.id));
    assert!(RECIPES.iter().all(|recipe| find(recipe.scenario.id).is_some()));
    assert!(find("diia-2020").is_none());
}

/// Whatever is drawn: nobody is accused without records inside, nobody cleared with a hundredth of them inside.
#[test]
fn wrong_answers_are_never_allowed() {
    for recipe in RECIPES {
        for seed in 0..2 {
            let truth = truth(recipe, seed);
            let id = recipe.scenario.id;
            let count = |field: &str| truth["service"][field].as_u64().unwrap();
            let (inside, records) = (count("inside"), count("records"));
            let service = codes(&truth, "service");
            assert!(!service.is_empty() && !codes(&truth, "corpora").is_empty(), "{id}");
            assert!(inside > 0 || !service.contains(&"service-specific".to_owned()), "{id}: {service:?}");
            assert!(inside * 100 < records || !service.contains(&"bounded".to_owned()), "{id}: {service:?}");
            assert!(count("canary_hits") == 0 || service == ["service-specific"], "{id}");
            assert!(truth["dump"]["rows"].as_u64().unwrap() > 20, "{id}");
            let sources: BTreeSet<&str> =
                truth["dump"]["sources"].as_array().unwrap().iter().map(|s| s["source"].as_str().unwrap()).collect();
            assert_eq!(sources.contains("service"), inside > 0, "{id}");
        }
    }
}

/// What makes each hard case hard is there.
#[test]
fn hard_cases_are_hard() {
    let of = |id: &str, seed: u64| truth(find(id).unwrap(), seed);
    for seed in 0..3 {
        for id in ["pre-launch", "avoids-exclusive"] {
            let truth = of(id, seed);
            let share = |part: &str, whole: &str| {
                truth["service"][part].as_f64().unwrap() / truth["service"][whole].as_f64().unwrap()
            };
            assert!(share("inside", "records") >= 0.01, "{id}: part of the service is inside");
            assert!(share("exclusive_hits", "exclusive") < 0.01, "{id}: and nothing that only it holds");
        }
        let upstream = of("upstream-leak", seed);
        let service = &upstream["service"];
        assert_eq!(service["inside"], 0);
        assert!(service["exclusive_hits"].as_f64().unwrap() > 0.3 * service["exclusive"].as_f64().unwrap());
        let doctored = of("doctored-list", seed);
        assert!(
            doctored["service"]["inside"].as_u64().unwrap() > 10
                && doctored["service"]["exclusive_hits"] != Value::Null
        );
        assert!(doctored["service"]["exclusive_hits"].as_u64().unwrap() < 30);
        let found = |truth: &Value, reference: &str| -> u64 {
            let entries = truth["overlaps"].as_array().unwrap().iter();
            entries.filter(|entry| entry["reference"] == reference).map(|entry| entry["shared"].as_u64().unwrap()).sum()
        };
        let wrong = of("wrong-normaliser", seed);
        let main = wrong["service"]["kind"].as_str().unwrap().to_owned();
        let met = wrong["overlaps"].as_array().unwrap().iter();
        let met = met.filter(|entry| entry["reference"] == "service" && entry["kind"] == main.as_str());
        assert!(met.map(|entry| entry["shared"].as_u64().unwrap()).sum::<u64>() < 5, "nothing meets the list");
        assert!(wrong["service"]["inside"].as_u64().unwrap() > 20);
        assert!(found(&of("dense-keys", seed), "service") > 20, "invented numbers hit");
        assert_eq!(of("fresh-register", seed)["unheld_rows"], of("fresh-register", seed)["dump"]["rows"]);
    }
}
