//! What somebody who brings a prior may conclude: each probability after the evidence stands beside the one before it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::strength::Pair;
use crate::evidence::hypothesis::{self, ANOTHER_HOLDER, OLDER_SETS, SERVICE, SERVICE_ALONE, SERVICE_AND_ANOTHER};
use crate::stats::weight;

/// How far the probabilities of a prior may be from 1 together.
const SUM_SLACK: f64 = 0.001;

/// A probability after the evidence, never without the one before it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Posterior {
    /// The explanation.
    pub hypothesis: String,
    /// The only rival considered; null: all explanations of the prior given.
    pub against: Option<String>,
    /// Probability before, 0..=1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub prior: f64,
    /// Probability after, 0..=1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub posterior: f64,
}

/// Whether a prior can be used.
///
/// # Errors
/// It names an explanation that is not known, fewer than two, no probability, or they do not sum to 1: one sentence.
pub fn check(prior: &BTreeMap<String, f64>) -> Result<(), String> {
    if let Some(code) = prior.keys().find(|code| !hypothesis::ALL.contains(&code.as_str())) {
        return Err(format!("`{code}` is no explanation; known are {}", hypothesis::ALL.join(", ")));
    }
    if prior.contains_key(SERVICE) && (prior.contains_key(SERVICE_ALONE) || prior.contains_key(SERVICE_AND_ANOTHER)) {
        return Err(format!("`{SERVICE}` is {SERVICE_ALONE} or {SERVICE_AND_ANOTHER}: give either it or these"));
    }
    if prior.len() < 2 || prior.values().any(|value| !(0.0..=1.0).contains(value)) {
        return Err("at least two explanations are needed, each with a probability from 0 to 1".into());
    }
    // Dogmatism: the answer would be the question, with the authority of a calculation.
    if let Some((code, value)) = prior.iter().find(|(_, value)| **value == 0.0 || **value == 1.0) {
        return Err(format!(
            "{code} = {value}: no evidence could speak against it; leave it out, or give room for doubt"
        ));
    }
    let sum: f64 = prior.values().sum();
    if (sum - 1.0).abs() > SUM_SLACK {
        return Err(format!("the probabilities sum to {sum:.3}, not to 1"));
    }
    Ok(())
}

/// The probabilities after the evidence: first those of the prior given, in the order of the explanations, then the
/// service against its best rival at fixed priors. Empty without a prior.
pub fn posteriors(prior: Option<&BTreeMap<String, f64>>, pairs: &[Pair]) -> Vec<Posterior> {
    let Some(prior) = prior.filter(|prior| check(prior).is_ok()) else { return Vec::new() };
    let codes: Vec<&str> = hypothesis::ALL.into_iter().filter(|code| prior.contains_key(*code)).collect();
    let likelihoods: Vec<f64> = codes.iter().map(|code| likelihood(code, pairs)).collect();
    let before: Vec<f64> = codes.iter().map(|code| prior[*code]).collect();
    let after = weight::posterior_of_many(&likelihoods, &before).unwrap_or_else(|| before.clone());
    let given = codes.iter().zip(before).zip(after).map(|((code, prior), posterior)| Posterior {
        hypothesis: (*code).to_owned(),
        against: None,
        prior,
        posterior,
    });
    let (rival, log10) = best_rival(pairs);
    let fixed = weight::posterior_grid(log10).into_iter().filter_map(|(prior, posterior)| {
        let against = Some(rival.to_owned());
        Some(Posterior { hypothesis: SERVICE.into(), against, prior, posterior: posterior? })
    });
    given.chain(fixed).collect()
}

fn of(pairs: &[Pair], one: &str, other: &str) -> Option<f64> {
    let pair = pairs.iter().find(|pair| pair.hypotheses[0] == one && pair.hypotheses[1] == other)?;
    // A weight whose direction hangs on an assumption is none.
    Some(if pair.weakest == 0.0 { 0.0 } else { pair.log10 })
}

/// Likelihood (log10) relative to older sets; what was not weighed counts as equal.
fn likelihood(code: &str, pairs: &[Pair]) -> f64 {
    let service = of(pairs, SERVICE, OLDER_SETS).unwrap_or(0.0);
    let other = service - of(pairs, SERVICE, ANOTHER_HOLDER).unwrap_or(0.0);
    match code {
        SERVICE => service,
        ANOTHER_HOLDER => other,
        SERVICE_ALONE => of(pairs, SERVICE_ALONE, ANOTHER_HOLDER).map_or(service, |weight| other + weight),
        SERVICE_AND_ANOTHER => of(pairs, SERVICE_AND_ANOTHER, ANOTHER_HOLDER).map_or(service, |weight| other + weight),
        _ => 0.0,
    }
}

/// The rival over which the service weighs least. Without control records that is another holder, with no weight; where
/// the service's records are not there at all, only older sets are left to compare with.
fn best_rival(pairs: &[Pair]) -> (&'static str, f64) {
    let older = of(pairs, SERVICE, OLDER_SETS).unwrap_or(0.0);
    if older < 0.0 {
        return (OLDER_SETS, older);
    }
    let other = of(pairs, SERVICE, ANOTHER_HOLDER).unwrap_or(0.0);
    if other <= older { (ANOTHER_HOLDER, other) } else { (OLDER_SETS, older) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certainty_is_no_prior() {
        let prior =
            |service: f64| BTreeMap::from([(SERVICE.to_owned(), service), ("older-sets".to_owned(), 1.0 - service)]);
        assert_eq!(check(&prior(0.2)), Ok(()));
        for certain in [0.0, 1.0] {
            assert!(check(&prior(certain)).unwrap_err().contains("no evidence could speak against it"));
        }
    }
}
