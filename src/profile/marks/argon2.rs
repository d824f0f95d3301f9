//! Hashes of Argon2.

use super::{Class, Mark, Window, seek};

/// The mark `argon2`.
pub static MARK: Mark = Mark {
    id: "argon2",
    title: "Hashes of Argon2",
    means: "The winner of the Password Hashing Competition was named in July 2015; PHP has offered it since 2017.",
    class: Class::Age,
    sources: &["Password Hashing Competition, result of 2015-07-20; PHP 7.2, changes of 2017-11"],
    caveat: "Passwords are hashed anew when people sign in: it bounds those rows.",
    look: |sample| {
        let found = seek::in_cells(sample, 0.0, |cell| cell.starts_with(b"$argon2"));
        seek::bounded(found, &Window::not_before("2015-07", true))
    },
};
