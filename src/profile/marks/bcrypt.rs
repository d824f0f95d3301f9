//! Versions of bcrypt.

use super::{Class, Mark, Window, seek};

/// The mark `bcrypt`.
pub static MARK: Mark = Mark {
    id: "bcrypt",
    title: "Hashes of bcrypt with a version that names its program",
    means: "$2y$ has been written since June 2011 (crypt_blowfish, PHP 5.3.7), $2b$ since February 2014 (OpenBSD).",
    class: Class::Age,
    sources: &[
        "Openwall, crypt_blowfish 1.1 of 2011-06; PHP 5.3.7, changes of 2011-08",
        "OpenBSD, crypt(3), $2b$ of 2014-02",
    ],
    caveat: "The months are partly confirmed. Systems write the version of the library they were built with, for \
             years on.",
    look,
};

/// Version and the month from which it has been written.
const VERSIONS: [(&[u8], &str, &str); 2] = [(b"$2b$", "2014-02", "$2b$"), (b"$2y$", "2011-06", "$2y$")];

/// Characters of a hash.
const CHARACTERS: usize = 60;

fn look(sample: &super::Sample<'_>) -> Vec<super::Found> {
    let one = |(start, when, name): (&[u8], &str, &'static str)| {
        let found = seek::in_cells(sample, 0.0, |cell| cell.len() == CHARACTERS && cell.starts_with(start));
        let named = found.into_iter().map(|found| super::Found { detail: Some(name), ..found }).collect();
        seek::bounded(named, &Window::not_before(when, false))
    };
    VERSIONS.into_iter().flat_map(one).collect()
}
