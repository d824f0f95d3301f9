//! Lists of the service that cannot be trusted, while its records are in the dump.

use super::super::base::{EXTRACT, SERVICE};
use super::super::plan::{Cut, Field, Form, ListFault, Members, Misspelling, Role};
use super::{Recipe, recipe};

const HASHED: &[Field] = &[Field::Digest, Field::FullName, Field::Created];

/// A list whose spelling meets nothing.
pub static WRONG_NORMALISER: Recipe = recipe(
    "wrong-normaliser",
    "A list of the service that is spelled so that nothing meets it",
    "The service handed over its list hashed from another spelling, without a part of each number, or with one letter \
     always misread. Nothing of it is found anywhere; its records are in the dump all the same.",
    |sketch| {
        let fault = sketch.dice.one(&[Misspelling::Hashed, Misspelling::Cut, Misspelling::Misread]);
        sketch.plan.sets[SERVICE].fault = ListFault::Spelled(fault);
        sketch.plan.answers.list_fault = Some("wrong normaliser");
        sketch.control(750);
        if fault == Misspelling::Hashed {
            let places = [SERVICE, EXTRACT].into_iter().chain(super::super::base::SERVICE + 1..sketch.plan.sets.len());
            for place in places {
                sketch.plan.sets[place].fields = HASHED;
            }
        }
        sketch.composite(true);
        let share = sketch.dice.range(50, 1000);
        sketch.copy(SERVICE, share, Cut::Random);
    },
);

/// A list that lacks part of the service.
pub static INCOMPLETE_LIST: Recipe = recipe(
    "incomplete-list",
    "A list of the service that lacks part of its records",
    "The service's list ends some time before the dump, and the dump holds what came after; or it lacks records at \
     random that are known, from elsewhere, to be its.",
    |sketch| {
        sketch.composite(true);
        sketch.control(750);
        if sketch.dice.thousandths(500) {
            let end = sketch.plan.dump_day - sketch.dice.range(60, 200);
            sketch.plan.sets[SERVICE].fault = ListFault::Until(end);
            sketch.plan.complete_to = sketch.dice.thousandths(700).then_some(end);
            sketch.plan.answers.list_fault = Some("ends before the dump");
            let share = sketch.dice.range(400, 1000);
            sketch.copy(SERVICE, share, Cut::After(end));
        } else {
            let kept = sketch.dice.range(300, 800);
            sketch.plan.sets[SERVICE].fault = ListFault::Partly(kept);
            sketch.plan.answers.list_fault = Some("incomplete");
            let share = sketch.dice.range(50, 1000);
            sketch.copy(SERVICE, share, Cut::Random);
            sketch.members(1000);
        }
    },
);

/// A list from which the leaked records were taken out.
pub static DOCTORED_LIST: Recipe = recipe(
    "doctored-list",
    "A list of the service without the records that leaked",
    "Before it handed its list over, the service took the leaked records out. Records known from elsewhere to be its \
     are held; some of them are missing from the list.",
    |sketch| {
        sketch.composite(true);
        let share = sketch.dice.range(60, 350);
        sketch.copy(SERVICE, share, Cut::Random);
        sketch.plan.sets[SERVICE].fault = ListFault::Doctored { left: sketch.dice.range(0, 3) };
        sketch.plan.complete_to = Some(sketch.plan.dump_day);
        sketch.plan.answers.list_fault = Some("doctored");
        sketch.control(750);
        let size = sketch.dice.range(120, 250);
        let members = Members::Some { set: SERVICE, size, cut: Cut::Random };
        let fields = sketch.plan.sets[SERVICE].fields;
        let known = sketch.set("known-members", Role::Member, sketch.plan.dump_day, members, fields);
        sketch.plan.sets[known].form = Form::TABLE;
    },
);
