//! What is known that the dump looks like: systems by their columns, breaches from the outside.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Dump;
use crate::compare::fit::Fit;
use crate::reference::schema::Schemas;
use crate::verdict::catalogue::Hint;

/// What stands for the id of a sensitive system that was not asked for.
pub const SENSITIVE: &str = "sensitive";

/// A known breach that the dump looks like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Likeness {
    /// Name in the catalogue: `explain` shows the entry.
    pub breach: String,
    /// Name for people.
    pub title: String,
    /// Day of the breach, ISO 8601; often the month or year alone is known.
    pub date: String,
    /// Distinct addresses in it.
    pub accounts: u64,
    /// Why it is listed, short.
    pub reasons: Vec<String>,
}

/// How well a table of the dump fits what a known system's records look like. A fit is no origin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SchemaFit {
    /// Schema id.
    pub id: String,
    /// Index of the table.
    pub table: u64,
    /// Fit, 0..=1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub fit: f64,
    /// Fields of the schema that were found, in its order.
    pub matched: Vec<String>,
    /// Fields that its records always have and that were not found.
    pub missing: Vec<String>,
    /// What else the table holds: fields, or `column N` where nothing is known of it.
    pub foreign: Vec<String>,
    /// Those of `foreign` that the system cannot hold.
    pub impossible: Vec<String>,
    /// Whether the table is taken for the system's form; where no fit is accepted, it is none of the known.
    pub accepted: bool,
    /// Share of shuffled catalogues that fit at least as well, 0..=1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub p: f64,
    /// How much better it fits than the next system of another form.
    pub margin: f64,
    /// Systems of the same form that fit nearly as well, by id: columns do not part them.
    pub same_form: Vec<String>,
    /// Whether all that was found of the system stands in any site's table of accounts: columns do not tell whose it is, and
    /// such a fit is never accepted.
    pub ordinary: bool,
    /// How well the schema is known; an unconfirmed one decides nothing alone.
    #[schemars(extend("enum" = ["confirmed", "partly", "unconfirmed"]))]
    pub standing: String,
}

impl From<Fit> for SchemaFit {
    fn from(fit: Fit) -> SchemaFit {
        let rounded = |value: f64| (value * 1000.0).round() / 1000.0;
        SchemaFit {
            id: fit.id,
            table: fit.table as u64,
            fit: rounded(fit.fit),
            matched: fit.matched,
            missing: fit.missing,
            foreign: fit.foreign,
            impossible: fit.impossible,
            accepted: fit.accepted,
            p: rounded(fit.p),
            margin: rounded(fit.margin),
            same_form: fit.same_form,
            ordinary: fit.ordinary,
            standing: fit.standing.name().to_owned(),
        }
    }
}

fn likeness(likeness: &crate::verdict::catalogue::Likeness) -> Likeness {
    let breach = likeness.breach;
    Likeness {
        breach: breach.name.to_owned(),
        title: breach.title.to_owned(),
        date: breach.breach_date.to_owned(),
        accounts: breach.accounts,
        reasons: likeness.reasons.clone(),
    }
}

impl Dump {
    /// Enters what is known that the dump looks like; sensitive systems and breaches by name only where `named`.
    pub fn enter_known(&mut self, fits: Vec<Fit>, hint: &Hint, schemas: &Schemas, named: bool) {
        let hidden = |id: &str| !named && schemas.iter().any(|schema| schema.id == id && schema.sensitive);
        let mut fits: Vec<SchemaFit> = fits.into_iter().map(Into::into).collect();
        for fit in &mut fits {
            self.sensitive_not_shown += u64::from(hidden(&fit.id));
            for id in std::iter::once(&mut fit.id).chain(&mut fit.same_form).filter(|id| hidden(id)) {
                *id = SENSITIVE.to_owned();
            }
            fit.same_form.dedup();
        }
        self.schemas = Some(fits);
        for (found, entered) in [(&hint.candidates, &mut self.catalogue), (&hint.alike, &mut self.catalogue_alike)] {
            let (told, untold): (Vec<_>, Vec<_>) = found.iter().partition(|found| named || !found.breach.sensitive);
            *entered = told.into_iter().map(likeness).collect();
            self.sensitive_not_shown += untold.len() as u64;
        }
        self.catalogue_note = hint.note(named);
    }
}
