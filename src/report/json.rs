//! The report as one JSON document: pretty, stable, safe on a terminal.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};

use super::{Renderer, Report, printable};

/// The renderer.
pub static RENDERER: Renderer =
    Renderer { id: "json", title: "one JSON document for programs", extension: "json", render };

fn render(report: &Report, out: &mut dyn Write, _: usize) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(&mut *out, Safe(PrettyFormatter::new()));
    report.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

/// Pretty JSON in which characters that a terminal would obey are escaped too: JSON itself asks it of the first 32
/// only.
struct Safe(PrettyFormatter<'static>);

impl Formatter for Safe {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut units = [0_u16; 2];
        let mut written = 0;
        for (index, character) in fragment.char_indices().filter(|(_, character)| !printable(*character)) {
            out.write_all(&fragment.as_bytes()[written..index])?;
            for unit in character.encode_utf16(&mut units) {
                write!(out, "\\u{unit:04x}")?;
            }
            written = index + character.len_utf8();
        }
        out.write_all(&fragment.as_bytes()[written..])
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_escaped_and_reads_back() {
        let text = "a\u{9b}31m\u{202e}b\u{e0041}ї\u{1b}[0m";
        let mut out = Vec::new();
        text.serialize(&mut Serializer::with_formatter(&mut out, Safe(PrettyFormatter::new()))).unwrap();
        let written = String::from_utf8(out).unwrap();
        assert!(written.chars().all(printable), "{written:?}");
        assert!(written.contains('ї'));
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    }
}
