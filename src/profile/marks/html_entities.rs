//! Signs written as HTML.

use super::{Class, Mark, seek};

/// The mark `html-entities`.
pub static MARK: Mark = Mark {
    id: "html-entities",
    title: "Signs are written as HTML writes them (&amp;, &quot;, &#039;)",
    means: "The values went through a web page: a form that stored them so, or a page they were read from.",
    class: Class::Handling,
    sources: &["WHATWG HTML, named character references; PHP, htmlspecialchars"],
    caveat: "A system that stores text so does it for good: then it is the system's habit, not the thief's.",
    look: |sample| seek::in_cells(sample, 0.0, holds_entity),
};

/// The references that web programs write.
const ENTITIES: [&[u8]; 7] = [b"&amp;", b"&quot;", b"&#39;", b"&#039;", b"&lt;", b"&gt;", b"&nbsp;"];

fn holds_entity(cell: &[u8]) -> bool {
    memchr::memchr_iter(b'&', cell).any(|at| ENTITIES.iter().any(|entity| cell[at..].starts_with(entity)))
}
