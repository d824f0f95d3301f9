//! The answer in one line: the most telling of the five answers, by a fixed order.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Corpora, Integrity, Scope, Service, Verdict};
use crate::evidence::matter::Matter;

/// The answer in one line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Headline {
    /// `mostly-fabricated`, `service-specific`, `not-service-alone`, `current-data-source-open`, `single-known-set`,
    /// `composite-of-known-sets`, `partly-known-sets`, `none-known`, `bounded`, or `insufficient`, first that holds.
    pub code: String,
    /// For people.
    pub text: String,
}

/// The headline of a verdict whose other parts are there.
///
/// # Source
/// The project's method, section 5.5, with `bounded` where nothing else is decided.
pub fn headline(matter: &Matter, verdict: &Verdict) -> Headline {
    let service = matter.service().map(|(_, known)| known.reference.id.as_str());
    let scope = match (verdict.scope, service) {
        (Scope::OnlyServiceRefuted, Some(id)) => format!(" It does show that the dump is not {id}'s records alone."),
        _ => String::new(),
    };
    let because = &verdict.because;
    let bounded = match verdict.service {
        Service::Bounded => format!(" {}", because.service),
        // Silence about the accused would be read as a clearance.
        Service::Insufficient => service.map_or(String::new(), |id| {
            format!(" Whether records of {id} are in the dump as well is open: {}", because.service)
        }),
        _ => String::new(),
    };
    let (code, text) = if verdict.integrity.contains(&Integrity::MostlyFabricated) {
        ("mostly-fabricated", format!("Mostly made up. {}", because.integrity))
    } else {
        match (verdict.service, verdict.corpora) {
            (Service::ServiceSpecific, _) => ("service-specific", because.service.clone()),
            (Service::NotServiceAlone, _) => ("not-service-alone", because.service.clone()),
            (Service::CurrentDataSourceOpen, _) => ("current-data-source-open", because.service.clone()),
            (_, Corpora::Single) => ("single-known-set", format!("{}{bounded}", because.corpora)),
            (_, Corpora::Composite) => ("composite-of-known-sets", format!("{}{bounded}", because.corpora)),
            (_, Corpora::NoneKnown) => ("none-known", format!("{}{bounded}", because.corpora)),
            (_, Corpora::Partial) => ("partly-known-sets", format!("{}{bounded}", because.corpora)),
            (Service::Bounded, _) => ("bounded", because.service.clone()),
            (Service::Insufficient, _) => {
                let open = match service {
                    Some(id) => {
                        format!("between {id}, another holder of the same records, older sets and an unknown source")
                    }
                    None => "between the sets given and an unknown source".to_owned(),
                };
                let missing = verdict.would_change.first();
                let missing = missing.map_or(String::new(), |first| format!(" Missing first: {first}"));
                let why = match (service, matter.dump) {
                    (Some(_), Some(_)) => format!(" {}", because.service),
                    _ => String::new(),
                };
                let text = format!("Insufficient evidence: the material does not decide {open}.{why}{scope}{missing}");
                return Headline { code: "insufficient".into(), text };
            }
        }
    };
    Headline { code: code.into(), text: format!("{text}{scope}") }
}
