//! What a column is for, by its name: a date may be of birth or of issue, a word a sex or a patronymic.
//!
//! A role is never guessed: a column without a known name has none.

use super::words;

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

/// Names of columns, normalised, with the role they give; each list sorted.
static ROLES: &[(Role, &str)] = &[
    (
        Role::Birth,
        "bdate birth birthdate birthday dateofbirth datebirth dob born датанар датанародження датарождения \
         деньнародження деньрождения др народився рождения",
    ),
    (Role::Expiry, "dend expirationdate expires expiry expirydate validto действителендо действительнодо дійснийдо"),
    (
        Role::Made,
        "created createdat createddate dateissue dateissued dateofissue ddoc issued issuedate regdate registered \
         registrationdate validfrom видано датавидано датавидачі датавыдачи датарегистрации датареєстрації \
         датасоздания датастворення",
    ),
    (Role::Sex, "gender sex пол стать"),
    (Role::Patronymic, "middlename patronymic отчество побатькові"),
];

/// The role that a column's name gives it.
pub fn of(name: &str) -> Option<Role> {
    let word = words::normalise(name);
    let listed = ROLES.iter().find(|(_, list)| list.split_whitespace().any(|known| known == word));
    listed.map(|(role, _)| *role).or_else(|| words::tells_creation(name).then_some(Role::Made))
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

    /// A role is read from the known name of a column: words that are not known would never arrive here.
    #[test]
    fn every_word_of_a_role_is_a_known_header() {
        let unknown = |list: &'static str| list.split_whitespace().filter(|word| !words::is_known(word));
        let found: Vec<&str> = ROLES.iter().flat_map(|(_, list)| unknown(list)).collect();
        assert!(found.is_empty(), "{found:?}");
    }
}
