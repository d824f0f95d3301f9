//! Paragraphs and tables of at most so many columns, in which no character is left that a terminal would obey.

use std::io::{self, Write};

use super::printable;

/// Columns of a line, where nobody says how wide the page is.
pub const COLUMNS_USUAL: usize = 100;
/// Fewest columns of a page: below it tables fall apart.
const COLUMNS_LEAST: usize = 60;
/// Blanks between two columns of a table.
const GAP: usize = 2;
/// Width below which no column of a table is squeezed.
const SQUEEZED_LEAST: usize = 8;

/// How the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A page that is being written.
pub struct Page<'a> {
    out: &'a mut dyn Write,
    columns: usize,
    empty: bool,
}

impl<'a> Page<'a> {
    /// A page on this output, its lines of at most so many columns (60 at least).
    pub fn new(out: &'a mut dyn Write, columns: usize) -> Page<'a> {
        Page { out, columns: columns.max(COLUMNS_LEAST), empty: true }
    }

    /// A blank line, unless nothing stands above it.
    pub fn gap(&mut self) -> io::Result<()> {
        if self.empty { Ok(()) } else { writeln!(self.out) }
    }

    /// A heading with a blank line above.
    pub fn heading(&mut self, text: &str) -> io::Result<()> {
        self.gap()?;
        self.paragraph(0, text)
    }

    /// A paragraph, broken between words, every line indented by so many columns.
    pub fn paragraph(&mut self, indent: usize, text: &str) -> io::Result<()> {
        self.hanging(indent, indent, text)
    }

    /// A point of a list: a dash, the lines below it indented with the text.
    pub fn point(&mut self, text: &str) -> io::Result<()> {
        self.hanging(2, 4, &format!("- {text}"))
    }

    fn hanging(&mut self, first: usize, rest: usize, text: &str) -> io::Result<()> {
        self.empty = false;
        for (index, line) in wrap(&escape(text), self.columns - rest).into_iter().enumerate() {
            let indent = if index == 0 { first } else { rest };
            writeln!(self.out, "{:indent$}{line}", "")?;
        }
        Ok(())
    }

    /// A table with its head; columns are as wide as their cells, the widest columns of words give way where a line
    /// would be too long.
    pub fn table(&mut self, head: &[(&str, Align)], rows: &[Vec<String>]) -> io::Result<()> {
        self.empty = false;
        let titles: Vec<String> = head.iter().map(|(title, _)| (*title).to_owned()).collect();
        let cells: Vec<Vec<String>> =
            std::iter::once(&titles).chain(rows).map(|row| row.iter().map(|cell| escape(cell)).collect()).collect();
        let widths = widths(head, &cells, self.columns);
        for row in &cells {
            self.row(head, &widths, row)?;
        }
        Ok(())
    }

    fn row(&mut self, head: &[(&str, Align)], widths: &[usize], row: &[String]) -> io::Result<()> {
        let wrapped: Vec<Vec<String>> = row.iter().zip(widths).map(|(cell, width)| wrap(cell, *width)).collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        for index in 0..height {
            let mut line = String::from("  ");
            for (column, cell) in wrapped.iter().enumerate() {
                let text = cell.get(index).map_or("", String::as_str);
                let blanks = widths[column].saturating_sub(text.chars().count());
                let (before, after) = if head[column].1 == Align::Right { (blanks, 0) } else { (0, blanks) };
                line.push_str(&format!("{:before$}{text}{:after$}{:GAP$}", "", "", ""));
            }
            writeln!(self.out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

fn widths(head: &[(&str, Align)], cells: &[Vec<String>], columns: usize) -> Vec<usize> {
    let widest = |column: usize| cells.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let mut widths: Vec<usize> = (0..head.len()).map(|column| widest(column).unwrap_or(0)).collect();
    let room = columns.saturating_sub(2 + GAP * head.len().saturating_sub(1));
    let longest_word = |column: usize| {
        let cells = cells.iter().filter_map(|row| row.get(column));
        cells.flat_map(|cell| cell.split(' ')).map(|word| word.chars().count()).max().unwrap_or(0)
    };
    // Columns of words give way down to their longest word; only then is a word cut.
    let whole: Vec<usize> = (0..head.len()).map(|column| longest_word(column).max(SQUEEZED_LEAST)).collect();
    while widths.iter().sum::<usize>() > room {
        let widest = |least: &dyn Fn(usize) -> usize| {
            let left = (0..head.len()).filter(|&column| head[column].1 == Align::Left);
            left.filter(|&column| widths[column] > least(column)).max_by_key(|&column| widths[column])
        };
        // Then columns of numbers are broken between theirs.
        let numbers = || (0..head.len()).filter(|&column| widths[column] > whole[column]).max_by_key(|&c| widths[c]);
        let column = widest(&|column| whole[column]).or_else(numbers).or_else(|| widest(&|_| SQUEEZED_LEAST));
        let Some(column) = column else { break };
        widths[column] -= 1;
    }
    widths
}

/// A text broken between words into lines of at most so many characters, for the messages of a terminal.
pub fn wrapped(text: &str, columns: usize) -> String {
    text.lines().flat_map(|line| wrap(line, columns.max(COLUMNS_LEAST))).collect::<Vec<_>>().join("\n")
}

/// Breaks a text between words into lines of at most `width` characters; words that are longer are cut.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    // A number stays with its unit.
    let glued = text.replace(" %", "\u{a0}%").replace(" million", "\u{a0}million");
    for word in glued.split(' ') {
        let mut word: Vec<char> = word.replace('\u{a0}', " ").chars().collect();
        if used > 0 && used + 1 + word.len() > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        } else if used > 0 {
            line.push(' ');
            used += 1;
        }
        while word.len() > width {
            lines.push(word.drain(..cut(&word, width)).collect());
        }
        used += word.len();
        line.extend(word);
    }
    lines.push(line);
    lines
}

/// Where a word that is too long is cut: behind the last mark inside it that joins two parts, else where the line ends.
fn cut(word: &[char], width: usize) -> usize {
    let joins = |letter: &char| matches!(letter, '.' | '_' | '-' | '+' | '/');
    word[..width].iter().rposition(joins).map_or(width, |at| at + 1)
}

/// The text with every character that a terminal would obey, or that would hide, spelled out.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if printable(character) {
            out.push(character);
        } else {
            out.extend(character.escape_default());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(write: impl Fn(&mut Page) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        write(&mut Page::new(&mut out, COLUMNS_USUAL)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("ua.driver_licence", 12), ["ua.driver_", "licence"]);
        assert_eq!(wrap("", 3), [""]);
        assert_eq!(wrap("at most 25 % of 6.5 million", 11), ["at most", "25 % of", "6.5 million"]);
    }

    #[test]
    fn tables_are_aligned_and_give_way() {
        let long = "word ".repeat(40);
        let head = [("id", Align::Left), ("rows", Align::Right), ("why", Align::Left)];
        let rows = vec![vec!["a".into(), "12,345".into(), long], vec!["bb".into(), "7".into(), "x".into()]];
        let text = page(|page| page.table(&head, &rows));
        assert!(text.lines().all(|line| line.chars().count() <= COLUMNS_USUAL), "{text}");
        assert!(text.starts_with("  id    rows  why\n  a   12,345  word word"), "{text}");
        assert!(text.ends_with("  bb       7  x\n"), "{text}");
    }

    #[test]
    fn what_a_terminal_obeys_is_spelled_out() {
        let text = page(|page| page.paragraph(2, "a\u{1b}[31m\u{9b}b\u{202e}c\r\n\u{7}ї"));
        assert!(text.trim_end().chars().all(printable), "{text:?}");
        assert!(text.contains("\\u{1b}[31m") && text.contains('ї'), "{text}");
    }
}
