//! Sets of which all that was found stands in another set as well, as single breaches stand in a compilation.
//!
//! That the compilation's other records are missing speaks against a copy of it drawn evenly, not against one that was
//! picked: by a domain, by a name, or because somebody cut it up again.

use crate::compare::Membership;
use crate::evidence::matter::Matter;
use crate::reference::Role;

/// Share of the found keys of a set, 0..=1, that another holds as well from which on it holds them all: the others are
/// spelled otherwise, or fell out when it was put together.
///
/// # Source
/// Own setting: a compilation loses a record in a hundred or so, to spelling and as a duplicate.
const ALL: f64 = 0.98;

/// Indices of the older sets that hold all that was found of this one, kind by kind, ascending.
pub fn containers(matter: &Matter, index: usize) -> Vec<usize> {
    let Some(counts) = matter.counts else { return Vec::new() };
    let found = |membership: &&Membership| found_of(membership, &[index]) > 0;
    let shared: Vec<&Membership> = counts.memberships.iter().filter(found).collect();
    let holds = |other: &usize| {
        shared.iter().all(|membership| {
            found_of(membership, &[index, *other]) as f64 >= ALL * found_of(membership, &[index]) as f64
        })
    };
    let corpora =
        matter.references.iter().enumerate().filter(|(other, known)| {
            *other != index && known.reference.role == Role::Corpus && !matter.is_younger(*other)
        });
    corpora.map(|(other, _)| other).filter(|_| !shared.is_empty()).filter(holds).collect()
}

/// The same by id.
pub fn containers_of(matter: &Matter, id: &str) -> Vec<String> {
    let Some((index, _)) = matter.reference(id) else { return Vec::new() };
    let mut ids: Vec<String> =
        containers(matter, index).into_iter().map(|other| matter.references[other].reference.id.clone()).collect();
    ids.sort();
    ids
}

/// Informative keys of the dump that all of these references hold.
fn found_of(membership: &Membership, members: &[usize]) -> u64 {
    let all = |class: &&crate::compare::KeyClass| members.iter().all(|member| class.members.contains(member));
    membership.informative.iter().filter(all).map(|class| class.found).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::KeyClass;
    use crate::verdict::sample::{LICENCE, small_dump};

    #[test]
    fn who_holds_all_that_was_found_of_another_contains_it() {
        let mut world = small_dump();
        let class = |members: &[usize], held, found| KeyClass { members: members.to_vec(), held, found };
        let mut containers_with = |phones: Vec<KeyClass>| {
            let classes = vec![class(&[], 0, 100), class(&[1, 2], 1_000, 600), class(&[2], 400, 0)];
            let of = |kind, classes| Membership::undivided(kind, vec![1, 2], classes);
            world.counts.as_mut().unwrap().memberships = vec![of(LICENCE, classes), of("phone", phones)];
            [1, 2].map(|index| containers(&world.matter(), index))
        };
        assert_eq!(containers_with(vec![]), [vec![2], vec![1]], "what was found of each stands in the other");
        assert_eq!(containers_with(vec![class(&[2], 50, 40)]), [vec![2], vec![]], "only the one has these telephones");
        assert_eq!(
            containers_with(vec![class(&[1], 50, 40), class(&[2], 50, 40)]),
            [vec![], vec![]] as [Vec<usize>; 2]
        );
    }
}
