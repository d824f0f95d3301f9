//! The words of reports and options that are no kinds, for `leakprov explain`.

use super::Shelf;

/// Every word.
pub static SHELF: Shelf = Shelf {
    title: "Words of the report",
    list: |_| TERMS.iter().map(|term| (term.id.to_owned(), term.place.to_owned())).collect(),
    show: |id| {
        let term = TERMS.iter().find(|term| term.id == id)?;
        Some(format!("{id}: {}\n\n{}\n", term.place, term.meaning))
    },
};

/// A word and what it means.
struct Term {
    /// The word as reports and options write it.
    id: &'static str,
    /// Where it occurs.
    place: &'static str,
    /// What it means, in sentences that stand alone.
    meaning: &'static str,
}

/// All words, sorted.
static TERMS: &[Term] = &[
    Term {
        id: "absent",
        place: "state of a part of a mixture",
        meaning: "Keys of the reference alone would be in the dump if it had been copied, and are not.",
    },
    Term {
        id: "age",
        place: "verdict.age",
        meaning: "When the dump was put together. From below its youngest rows bound it: marks of age, dates in columns that say when a \
                  record was made (half a per cent of stray dates left out). From above only the day of the export, where the \
                  program wrote it down, and the day by which the dump is said to have existed. `dated`: a window closed on both \
                  sides is known. Where a service's list says when each record was made, the month in which the shared ones end \
                  is a window of its own. Bounds that exclude each other stand in `at_odds`.",
    },
    Term {
        id: "another-holder",
        place: "explanation in findings and weights",
        meaning: "Another current holder of the same records: a register above the service, a partner, a buyer. Records alone never part it \
                  from the service; records that the service never held, or planted ones, may.",
    },
    Term {
        id: "attribute",
        place: "level of an overlap; also kinds that say something about many records",
        meaning: "On the attribute level both an identifier and one value beside it agree, such as a login with its password; \
                  or values agree under a wider reading (email.mailbox, person_name.match, person.name_birth), \
                  or a password with its hash (password.sha1). \
                  Names and dates are attributes: they never identify a record alone.",
    },
    Term {
        id: "bounded",
        place: "verdict.service",
        meaning: "At 95 % confidence less than one in a hundred of the service's records was copied into the dump, under the conditions \
                  that the reason names. It needs a list that matches other sets as it should.",
    },
    Term {
        id: "bounds",
        place: "report.json",
        meaning: "What sizes alone allow: a dump of more distinct licences than a service holds cannot come from it alone. \
                  Arithmetic, no probability; a bound whose input is missing says on what it is conditional.",
    },
    Term {
        id: "canary",
        place: "role of a reference (--canary)",
        meaning: "Records that were planted in the service's own list and that nobody else holds: one of them in the dump shows that \
                  the content of that list is in it.",
    },
    Term {
        id: "catalogue",
        place: "report.json, dump.catalogue; explain",
        meaning: "Known breaches that the dump looks like from the outside: the same data classes, a like number of accounts, \
                  passwords stored alike, dates that end before it. A hint where to look, not a match: no record was compared. \
                  Sensitive breaches (by our own rule) are named only to those who type the name in full or ask with \
                  --sensitive. Source: Have I Been Pwned, CC BY 4.0.",
    },
    Term {
        id: "chance",
        place: "a kind",
        meaning: "The share of random text of the right shape that passes the kind's checks: what a passed check digit is worth. \
                  1.0 means that the values alone never decide the kind; its column needs a header or known neighbours.",
    },
    Term {
        id: "chance-hits",
        place: "an overlap (`chance_hits`, `expected_by_chance`)",
        meaning: "Decoys are numbers drawn from the dump's own series and ranges that the dump does not hold. How many of them \
                  the reference holds shows how many agreements chance alone brings in so dense a number space.",
    },
    Term {
        id: "complete",
        place: "report.json",
        meaning: "True when every byte of every input was examined. False never looks like a whole result: exit status 3.",
    },
    Term {
        id: "composition",
        place: "report.json",
        meaning: "Which references can explain which rows. A row belongs to every reference that holds one of its informative \
                  keys; its credit goes by its most specific kind and is shared equally by all that hold that key.",
    },
    Term {
        id: "control",
        place: "role of a reference (--control)",
        meaning: "Records of the same population that the service does not hold. What the dump shares with a control, it did \
                  not need the service for.",
    },
    Term {
        id: "corpus",
        place: "role of a reference (--corpus)",
        meaning: "A record set that was out before the dump appeared.",
    },
    Term {
        id: "credit",
        place: "a part of the composition",
        meaning: "Rows explained, counted once: unique ≤ credit ≤ total for every reference, and all credits with the unknown \
                  rest add up to all rows.",
    },
    Term {
        id: "current-data-source-open",
        place: "verdict.service",
        meaning: "The dump carries records that the service holds and no older set does; another holder of the same records would \
                  show the same picture.",
    },
    Term {
        id: "fault",
        place: "layouts of the dump, --faults",
        meaning: "A stretch of input that could not be read as expected. It has a place, a reason and a size; it is counted, \
                  reported and never fatal, and a faulty cell never drops its row.",
    },
    Term {
        id: "hash.md5.without_salt",
        place: "kind of an overlap on the attribute level",
        meaning: "Hashes of 32 digits that one side holds with their salts and the other bare: the digits are compared without the \
                  salts. A salted hash is that of one password with one salt, so that each shared one is of the same table \
                  or of a copy of it. Hashes of common passwords without salts are left out.",
    },
    Term {
        id: "hash.sha1.without_salt",
        place: "kind of an overlap on the attribute level",
        meaning: "Hashes of 40 digits that one side holds with their salts and the other bare: the digits are compared without the \
                  salts. A salted hash is that of one password with one salt, so that each shared one is of the same table \
                  or of a copy of it. Hashes of common passwords without salts are left out.",
    },
    Term {
        id: "hash.sha256.without_salt",
        place: "kind of an overlap on the attribute level",
        meaning: "Hashes of 64 digits that one side holds with their salts and the other bare: the digits are compared without the \
                  salts. A salted hash is that of one password with one salt, so that each shared one is of the same table \
                  or of a copy of it. Hashes of common passwords without salts are left out.",
    },
    Term {
        id: "hash.sha512.without_salt",
        place: "kind of an overlap on the attribute level",
        meaning: "Hashes of 128 digits that one side holds with their salts and the other bare: the digits are compared without the \
                  salts. A salted hash is that of one password with one salt, so that each shared one is of the same table \
                  or of a copy of it. Hashes of common passwords without salts are left out.",
    },
    Term {
        id: "hashes",
        place: "report.json, columns of the dump (`hashes`, `salt_column`)",
        meaning: "The formats of password hashes in a column, with the rows of a sample that each stands for. One value says a \
                  set of formats that look alike, never one of them; hashes of common passwords settle the set (`common`), and \
                  the lengths of salts, in the cell or in a column beside it, narrow it.",
    },
    Term {
        id: "insufficient",
        place: "verdict.service",
        meaning: "What was given does not decide how the dump stands to the service.",
    },
    Term {
        id: "look-ups",
        place: "case file, [dump] look_ups; a selection",
        meaning: "Answers of a bot or search, typed in as a table: group, asked, found, and of where the group's size is known. Each \
                  group gets an exact interval; nothing is said of groups that were not asked for.",
    },
    Term {
        id: "member",
        place: "role of a reference (--member)",
        meaning: "Records known from elsewhere to be the service's. A list that calls itself complete and lacks them is not.",
    },
    Term {
        id: "no-shared-kind",
        place: "why a reference was not compared (compare.skipped)",
        meaning: "The two sets hold no column of one kind: nothing in them can agree, so that nothing was compared. What would help \
                  is a list of the same reference that holds one of the dump's kinds.",
    },
    Term {
        id: "not-service-alone",
        place: "verdict.service",
        meaning: "Records that the service never held are in the dump too: it is not the only current source. \
                  Whether its records were added on top cannot be seen in membership.",
    },
    Term {
        id: "not-tested",
        place: "any answer of the verdict",
        meaning: "The question was not put to the material, and the report says why. It is no sign for either side.",
    },
    Term {
        id: "older-sets",
        place: "explanation in findings and weights",
        meaning: "The dump was made of sets that were out before, and of nothing current.",
    },
    Term {
        id: "password.md5",
        place: "kind of an overlap on the attribute level",
        meaning: "Rare passwords that one side holds in clear and the other as unsalted MD5 hashes: the passwords are hashed and the \
                  hashes counted. Common passwords and their hashes are left out, as they stand in every list. Never a key of an \
                  answer; salted hashes cannot be compared so.",
    },
    Term {
        id: "password.ntlm",
        place: "kind of an overlap on the attribute level",
        meaning: "Rare passwords that one side holds in clear and the other as unsalted NTLM hashes: the passwords are hashed and the \
                  hashes counted. Common passwords and their hashes are left out, as they stand in every list. Never a key of an \
                  answer; salted hashes cannot be compared so.",
    },
    Term {
        id: "password.sha1",
        place: "kind of an overlap on the attribute level",
        meaning: "Rare passwords that one side holds in clear and the other as unsalted SHA-1 hashes: the passwords are hashed and the \
                  hashes counted. Common passwords and their hashes are left out, as they stand in every list. Never a key of an \
                  answer; salted hashes cannot be compared so.",
    },
    Term {
        id: "password.sha256",
        place: "kind of an overlap on the attribute level",
        meaning: "Rare passwords that one side holds in clear and the other as unsalted SHA-256 hashes: the passwords are hashed and the \
                  hashes counted. Common passwords and their hashes are left out, as they stand in every list. Never a key of an \
                  answer; salted hashes cannot be compared so.",
    },
    Term {
        id: "people",
        place: "unit `people`",
        meaning: "Different most telling keys of the rows: the first of document, tax number, telephone number and e-mail address \
                  that a row has. Whoever stands in several rows under different keys, as in a dump of several sources, is \
                  counted once for each; people who share a key are counted once.",
    },
    Term {
        id: "person.name_birth",
        place: "kind of an overlap on the attribute level",
        meaning: "Surname and given name, in any of the spellings that person_name.match makes one and without patronymic, \
                  with the day of birth of the same row. It finds a person whom two record sets know by no common number. \
                  Two different adults of a population like Ukraine's agree in it in about one of 3,000,000,000 pairs \
                  (measured on two million invented people with names and births as uneven as in life): of 1,000,000 \
                  people against 1,000,000 others, about 320. The report states what chance gives beside every count, from \
                  the dump's own names on other days of the same months. Never a key alone. Record sets of more than 5,000,000 rows \
                  together that share a key are compared by that key alone, without this and other second keys.",
    },
    Term {
        id: "placeholders",
        place: "report.json, columns of the dump",
        meaning: "Cells that have the shape of their kind and are nobody's: a tax number of one digit, numbers set aside for tests, \
                  addresses like noemail@… or test@test.com. Every system's list has such cells, filled in where nothing is \
                  known. Numbers that somebody may have, as telephones that end in 1234567, are counted like any other. They are counted among the invalid cells and told; they are never keys, never hits.",
    },
    Term {
        id: "provenance",
        place: "a reference",
        meaning: "How a reference's own name is known: verified with its holder, unverified, or fabricated. A name is a claim too.",
    },
    Term {
        id: "record",
        place: "level of an overlap",
        meaning: "On the record level all kinds that both sides hold agree in one row.",
    },
    Term {
        id: "register",
        place: "role of a reference (--register)",
        meaning: "An upstream record set that the service may draw on. Where a service only shows a register, membership can \
                  never part the two.",
    },
    Term {
        id: "row",
        place: "level of an overlap; unit `rows`",
        meaning: "One usable line of data, whatever it holds. Rows, distinct rows, people and distinct keys are different units \
                  and are never mixed in one ratio.",
    },
    Term {
        id: "selection",
        place: "case file, [dump] (--selection)",
        meaning: "How the rows came to be seen: all, random, first-n, seller-chosen, look-ups or unknown. Only all and random \
                  allow words about rows that were not seen.",
    },
    Term {
        id: "service",
        place: "role of a reference (--service)",
        meaning: "The system that is said to have leaked.",
    },
    Term {
        id: "service-specific",
        place: "verdict.service",
        meaning: "The dump contains content as only the service holds it: planted records, or its own records where others of the same \
                  population are missing. It does not show by whom or how it was taken.",
    },
    Term {
        id: "strength",
        place: "verdict.strength",
        meaning: "How many times more probable the findings are under one explanation than under another, as a base-10 logarithm and in \
                  words: the weaker of the sums over dependent and independent groups, and the weakest word under other assumptions.",
    },
    Term {
        id: "total",
        place: "a part of the composition",
        meaning: "Rows that the reference could explain, also those that others could: totals may add up to more than all rows.",
    },
    Term {
        id: "undetermined",
        place: "state of a part, verdict.corpora",
        meaning: "The counts are given; whether they mean that the reference was copied is not decided.",
    },
    Term { id: "unique", place: "a part of the composition", meaning: "Rows that this reference alone can explain." },
    Term {
        id: "unknown",
        place: "composition, verdict.origin",
        meaning: "Rows that no given reference explains. That says nothing about where they come from: another reference might.",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_sorted_and_say_something() {
        assert!(TERMS.is_sorted_by(|one, next| one.id < next.id));
        assert!(
            TERMS.iter().all(|term| term.meaning.ends_with('.') && term.meaning.len() > 30 && !term.place.is_empty())
        );
    }
}
