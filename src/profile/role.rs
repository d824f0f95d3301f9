//! What a column is for, by its name: a date may be of birth or of issue, a word a sex or a patronymic.
//!
//! A role is never guessed: a column without a known name has none.
//!
//! [`field`] knows two hundred meanings of a name, each for one place in a layout, and a word may have several of them; a
//! role is the little that rooms without layouts ask for (which day is that of birth, who tells the sex), and a word has
//! one or none. It is read off the fields, so that each word stands in one place only.

use super::{field, words};

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Day of birth.
    Birth,
    /// Day up to which something is valid.
    Expiry,
    /// Day on which a record or document was made: issue, registration, creation.
    Made,
    /// Sex.
    Sex,
    /// Patronymic.
    Patronymic,
}

/// The role that a column's name gives it: that of the one field that it means.
pub fn of(name: &str) -> Option<Role> {
    let mut roles = field::named(name).iter().map(|field| field.role());
    let role = roles.next().flatten().filter(|role| roles.all(|other| other == Some(*role)));
    role.or_else(|| words::tells_creation(name).then_some(Role::Made))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_give_roles() {
        for (name, role) in [
            ("Дата народження", Some(Role::Birth)),
            ("birth_date", Some(Role::Birth)),
            ("issue_date", Some(Role::Made)),
            ("created_at", Some(Role::Made)),
            ("valid_to", Some(Role::Expiry)),
            ("Стать", Some(Role::Sex)),
            ("По батькові", Some(Role::Patronymic)),
            ("date", None),
            ("", None),
        ] {
            assert_eq!(of(name), role, "{name}");
        }
    }
}
