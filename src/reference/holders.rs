//! Which known systems could hold some fields together, and which could not, and why.
//!
//! A holder is never more than possible: that a system has such columns does not say that a record is from it.

use serde::Serialize;

use super::schema::{Category, Presence, Schema, Standing};
use crate::profile::field::{self, WHOLES};

/// What one thing of a record can be: any of these fields.
pub type Item = Vec<&'static str>;

/// What the known systems say of a record.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Holders {
    /// Systems that could hold all of it together; those that always have most of it first.
    pub could: Vec<Holder>,
    /// Systems that could hold some of it and are not known to hold the rest.
    pub some: Vec<Holder>,
    /// Systems that could not have held it together, because they cannot hold a part of it.
    pub could_not: Vec<Holder>,
}

/// What one system says of a record.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Holder {
    /// Schema id.
    pub id: String,
    /// What it is.
    pub title: String,
    /// How well it is known.
    pub standing: Standing,
    /// Fields that all such records have.
    pub always: Vec<String>,
    /// Fields that some such records have.
    pub sometimes: Vec<String>,
    /// Fields that it is not known to have.
    pub unknown: Vec<String>,
    /// Fields that it cannot have, with the reason and how well that is known.
    pub impossible: Vec<(String, String, Standing)>,
    /// Systems whose records it only shows.
    pub view_of: Vec<String>,
}

/// Asks every schema that names a source. Containers say nothing, and of forms that anybody uses those only that hold what no
/// named source does.
pub fn holders(items: &[Item], schemas: &[Schema]) -> Holders {
    let mut all = Holders { could: Vec::new(), some: Vec::new(), could_not: Vec::new() };
    let source = |schema: &&Schema| !schema.generic && schema.category != Category::Container;
    let holds = |schema: &Schema, item: &Item| item.iter().any(|field| presence(schema, field).is_some());
    let rare: Vec<&Item> =
        items.iter().filter(|item| !schemas.iter().filter(source).any(|schema| holds(schema, item))).collect();
    let form = |schema: &Schema| schema.category != Category::Container && rare.iter().any(|item| holds(schema, item));
    let asked = schemas.iter().filter(|schema| source(schema) || form(schema));
    for holder in asked.map(|schema| holder(items, schema)) {
        let held = holder.always.len() + holder.sometimes.len();
        let denied = holder.impossible.iter().any(|(_, _, standing)| *standing < Standing::Unconfirmed);
        match held {
            0 => {}
            _ if denied => all.could_not.push(holder),
            _ if holder.unknown.is_empty() && holder.impossible.is_empty() => all.could.push(holder),
            _ => all.some.push(holder),
        }
    }
    // What no named source could hold may stand in a form that anybody writes.
    if all.could.is_empty() {
        let form = |schema: &&Schema| schema.generic && schema.category != Category::Container;
        let whole =
            |holder: &Holder| holder.unknown.is_empty() && holder.impossible.is_empty() && !holder.always.is_empty();
        all.could.extend(schemas.iter().filter(form).map(|schema| holder(items, schema)).filter(whole));
    }
    all.could.sort_by_key(|holder| (std::cmp::Reverse(holder.always.len()), holder.standing, holder.id.clone()));
    for list in [&mut all.some, &mut all.could_not] {
        list.sort_by_key(|holder| {
            (std::cmp::Reverse(holder.always.len() + holder.sometimes.len()), holder.standing, holder.id.clone())
        });
    }
    all
}

fn holder(items: &[Item], schema: &Schema) -> Holder {
    let mut holder = Holder {
        id: schema.id.clone(),
        title: schema.title.clone(),
        standing: schema.standing,
        always: Vec::new(),
        sometimes: Vec::new(),
        unknown: Vec::new(),
        impossible: Vec::new(),
        view_of: schema.view_of.clone(),
    };
    for item in items {
        let found = item.iter().filter_map(|field| presence(schema, field));
        // Of two meanings the one that the system itself has.
        let best = found.min_by_key(|(field, presence)| (*presence != Presence::Must, !item.contains(field)));
        // What may be something else is not denied for one of its meanings.
        let all = || item.iter().all(|field| schema.cannot_hold(field).is_some());
        let denied =
            || item.iter().find_map(|field| schema.cannot_hold(field).map(|said| (*field, said))).filter(|_| all());
        match (best, item.first()) {
            (Some((field, Presence::Must)), _) => holder.always.push(field.to_owned()),
            (Some((field, Presence::May)), _) => holder.sometimes.push(field.to_owned()),
            (None, Some(first)) => match denied() {
                Some((field, (reason, standing))) => {
                    holder.impossible.push((field.to_owned(), reason.to_owned(), standing));
                }
                None => holder.unknown.push((*first).to_owned()),
            },
            (None, None) => {}
        }
    }
    holder
}

/// Countries in which a full name holds the father's.
const PATRONYMICS: &str = "AM AZ BY GE KG KZ MD RU TJ TM UA UZ";

/// Whether the schema has the field, or one that says the same (the whole of a part, a part of a whole, another field of the
/// same sort of number), with the name under which it has that.
fn presence<'a>(schema: &'a Schema, id: &'a str) -> Option<(&'a str, Presence)> {
    let one = |column: &'a super::schema::Column| {
        let own = column.field.as_str();
        if own == id {
            return Some((id, column.presence));
        }
        if id == "patronymic" && own == "full_name" {
            // A name in one cell has it where people write it so.
            let usual = schema.country.as_deref().is_some_and(|own| PATRONYMICS.split(' ').any(|known| known == own));
            return usual.then_some((id, Presence::May));
        }
        if id.starts_with("hash.") && same_number(column, id) {
            // What the system calls it tells more than the format of the cells: a cipher is no hash.
            return Some((own, column.presence));
        }
        let same = divided(own, id) || divided(id, own) || same_number(column, id);
        same.then_some((id, column.presence)).or_else(|| says(own, id).then_some((own, column.presence)))
    };
    // A table of the system is a list in one cell where a copy keeps all in one record.
    let listed = |table: &String| table.replace('-', "_") == id;
    let list = schema.columns.iter().filter_map(|column| column.table.as_ref()).any(listed);
    let found =
        schema.columns.iter().filter_map(one).min_by_key(|(own, presence)| (*presence != Presence::Must, *own != id));
    found.or(list.then_some((id, Presence::May)))
}

fn divided(whole: &str, part: &str) -> bool {
    WHOLES.iter().any(|known| known.id == whole && known.parts.contains(&part))
}

/// Whether the column takes the kinds of the field, where these identify something.
fn same_number(column: &super::schema::Column, id: &str) -> bool {
    const NOT_TELLING: [&str; 4] = ["date", "person_name", "family_name", "given_name"];
    let own = match column.kinds.is_empty() {
        true => field::find(&column.field).map_or(String::new(), |field| field.kinds.to_owned()),
        false => column.kinds.join(" "),
    };
    let asked = field::find(id).map_or(id, |field| field.kinds);
    let telling = |kind: &&str| !NOT_TELLING.contains(kind);
    own.split_whitespace()
        .filter(telling)
        .any(|kind| asked.split_whitespace().any(|other| field::same_kind(other, kind)))
}

/// Fields that different systems name differently.
const SAME_SENSE: &[&[&str]] = &[
    &["address", "registration_address"],
    &["photo_file", "photo_base64"],
    &["date", "violation_time", "last_active"],
    &["city", "location"],
    &["department", "dept_id_and_name", "dept_name", "issued_by"],
];

/// Fields that say another one among more: an address says the town, a town says no address.
const SAYS_TOO: &[(&str, &[&str])] =
    &[("address", &["city", "location"]), ("registration_address", &["city", "location"]), ("place", &["city"])];

/// Whether a column of the first field says what the second is asked for.
fn says(own: &str, asked: &str) -> bool {
    SAME_SENSE.iter().any(|list| list.contains(&own) && list.contains(&asked))
        || SAYS_TOO.iter().any(|(whole, parts)| *whole == own && parts.contains(&asked))
}

/// Why a plate's owner and the vehicle that is shown may not agree.
#[derive(Debug, Serialize)]
pub struct Explanation {
    /// What may have happened.
    pub id: &'static str,
    /// The explanation, one sentence.
    pub says: &'static str,
    /// What would have to be at hand to tell.
    pub needs: &'static str,
    /// What would speak against it.
    pub against: &'static str,
}

/// The four explanations; a record alone never tells which.
///
/// # Source
/// Cases of false plates counted by the police of Bishkek in 2019 (vb.kg, December 2019); path of a violation record from
/// camera to printed order (24.kg, 2019-02-19).
pub static OWNER_AND_VEHICLE: &[Explanation] = &[
    Explanation {
        id: "wrong-entry",
        says: "The vehicle register's entry is wrong or out of date: the plate was passed on, or the vehicle exchanged.",
        needs: "the register's entry on the day of the picture with its history: plate, VIN, make, colour, owners and dates",
        against: "an entry that has named this vehicle and owner for years",
    },
    Explanation {
        id: "cloned-plate",
        says: "Another vehicle carries a copy of the plate.",
        needs: "other sightings of the plate (place, time, picture) that one vehicle cannot have made, and the registered \
                vehicle itself",
        against: "the registered vehicle and its owner were elsewhere in no other record",
    },
    Explanation {
        id: "misread-plate",
        says: "The plate was read wrongly: a character was taken for another, or the region's digits were left out.",
        needs: "the uncropped picture, the reading with its score, and the plates that differ in one character or region, \
                with the vehicles that they belong to",
        against: "the plate is plainly legible, or no plate near it belongs to a vehicle such as the one shown",
    },
    Explanation {
        id: "merged-record",
        says: "The record is put together: picture and owner come from two systems, joined by plate, or by hand.",
        needs: "the record as the system keeps it: its number, and whether owner and picture stand in one table, are joined \
                when it is shown, or were added to a caption later",
        against: "a record of the same form, from the same system, in which both stand together",
    },
];

/// Whether the question of owner and shown vehicle arises: a plate, somebody who owns, something that shows.
pub fn asks_for_owner(items: &[Item]) -> bool {
    let any = |ids: &[&str]| items.iter().any(|item| item.iter().any(|field| ids.contains(field)));
    let plate = items.iter().any(|item| item.iter().any(|field| field.contains("plate")));
    plate && any(&["full_name", "surname", "kg.pin", "ua.rntrc", "person_name"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::schema::BUILT_IN;

    fn asked(fields: &[&'static str]) -> Holders {
        holders(&fields.iter().map(|field| vec![*field]).collect::<Vec<_>>(), &BUILT_IN)
    }

    fn ids(list: &[Holder]) -> Vec<&str> {
        list.iter().map(|holder| holder.id.as_str()).collect()
    }

    #[test]
    fn a_camera_record_with_its_owner_points_to_the_violation_record() {
        let found = asked(&["kg.plate_2016", "place", "violation_time", "speed", "full_name"]);
        assert_eq!(ids(&found.could), ["kg.safe_city_violation"]);
        let register = found.could_not.iter().find(|holder| holder.id == "kg.state_services");
        assert!(register.is_some_and(|holder| holder.impossible.iter().any(|(field, ..)| field == "kg.plate_2016")));
        assert!(
            asks_for_owner(&[vec!["kg.plate_2016"], vec!["full_name"]]) && !asks_for_owner(&[vec!["kg.plate_2016"]])
        );
    }

    #[test]
    fn a_licence_with_a_password_is_of_no_register() {
        let found = asked(&["ua.driver_licence", "full_name", "password_plain"]);
        assert!(ids(&found.could_not).contains(&"ua.hsc_driver_licence"), "{:?}", ids(&found.could_not));
        assert_eq!(ids(&found.could), ["ua.tg_bot_reply"]);
    }

    #[test]
    fn unconfirmed_denials_exclude_nobody() {
        let unsure =
            |holder: &Holder| holder.impossible.iter().all(|(_, _, standing)| *standing == Standing::Unconfirmed);
        let found = asked(&["imsi", "email", "called", "sms_text"]);
        assert!(found.could_not.iter().all(|holder| !unsure(holder)));
        assert!(ids(&found.some).contains(&"sms_interception_log"), "{:?}", ids(&found.some));
    }

    #[test]
    fn a_town_is_no_address_and_a_hash_of_another_function_is_not_held() {
        let found = asked(&["address", "phone"]);
        assert!(!ids(&found.could).contains(&"facebook_533m"), "{:?}", ids(&found.could));
        let found = holders(&[vec!["email"], vec!["hash.sha1", "hash.sha1_sha1"]], &BUILT_IN);
        let could = ids(&found.could);
        assert!(!could.is_empty() && !could.contains(&"patreon_2015"), "{could:?}");
        assert!(ids(&found.could_not).contains(&"facebook_533m"), "no hash is held where passwords are not");
    }

    #[test]
    fn what_a_system_has_is_told_by_its_own_name() {
        let asked = [vec!["full_name"], vec!["patronymic"], vec!["violation_time", "date"]];
        let found = holders(&asked, &BUILT_IN);
        let every = || found.could.iter().chain(&found.some).chain(&found.could_not);
        let of = |id: &str| every().find(|holder| holder.id == id).unwrap();
        let always = |id: &str, field: &str| of(id).always.iter().any(|own| own == field);
        assert!(
            !always("forbes_2014", "patronymic") && !of("forbes_2014").sometimes.iter().any(|own| own == "patronymic")
        );
        assert!(always("facebook_533m", "date") && !always("facebook_533m", "violation_time"));
        assert!(always("kg.safe_city_violation", "violation_time"));
        assert!(always("ua.hsc_driver_licence", "patronymic"), "a register that has a column of it");
    }

    /// A field that nobody holds would be asked for in vain.
    #[test]
    fn every_field_that_is_offered_is_held_by_some_system() {
        let nobody = |field: &&&'static field::Field| {
            let found = asked(&[field.id]);
            found.could.is_empty() && found.some.is_empty()
        };
        let vain: Vec<&str> = field::FIELDS.iter().filter(nobody).map(|field| field.id).collect();
        assert!(vain.is_empty(), "{vain:?}");
        let found = asked(&["telegram.username", "phone", "sessions"]);
        assert_eq!(ids(&found.could), ["telegram_desktop_export"]);
        let found = asked(&["computer_name", "username"]);
        assert_eq!(ids(&found.could), ["stealer_system_txt"]);
        assert!(!ids(&asked(&["email", "password_plain"]).could).contains(&"combolist_email_pass"), "named sources do");
    }

    #[test]
    fn nothing_asked_is_held_by_nobody() {
        let found = asked(&[]);
        assert!(found.could.is_empty() && found.some.is_empty() && found.could_not.is_empty());
    }
}
