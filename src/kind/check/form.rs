//! Values of a fixed form: runs of letters and digits, with something between them or not.
//!
//! Most documents, plates and numbers are nothing else. A kind states its [`Form`]; here a spelling is brought to the
//! form's letters and digits without anything between, or it is said why it is not of the form.

use super::letters::Alphabet;
use crate::kind::{KeyBuf, Mismatch};
use crate::text::blank;

/// A run of a form.
#[derive(Debug)]
pub enum Run {
    /// Letters of an alphabet: least and greatest number.
    Letters(&'static Alphabet, usize, usize),
    /// Digits: least and greatest number.
    Digits(usize, usize),
}

/// What may stand between letters and digits of a value and does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Between {
    /// Blanks and what is not seen.
    Blanks,
    /// These, dashes and the number sign (`№`, `#`, before digits also `N`).
    Dashes,
    /// These, full stops, commas, slashes, quotation marks and brackets.
    Marks,
}

/// How values of a kind are formed. Runs of letters and of digits take turns.
#[derive(Debug)]
pub struct Form {
    /// The runs in their order, at most [`RUNS_MOST`].
    pub runs: &'static [Run],
    /// What may stand between.
    pub between: Between,
    /// Whether `.0` behind the full number of digits is dropped: a number that a spreadsheet took for a quantity, of
    /// which nothing was lost. For forms of one run of digits.
    pub whole: bool,
}

/// Most runs of a form.
pub const RUNS_MOST: usize = 4;

/// No spelling is longer; a cell that is is not one.
const INPUT_BYTES_MOST: usize = 96;

impl Form {
    /// The form of so many digits, with blanks between them, `.0` behind them dropped.
    pub const fn digits(runs: &'static [Run]) -> Form {
        Form { runs, between: Between::Blanks, whole: true }
    }

    /// Writes the letters and digits of `text` into the cleared buffer.
    ///
    /// # Errors
    /// [`Mismatch::Shape`] where the characters are not those of the form or stand in another order,
    /// [`Mismatch::Length`] where only their number differs. Then the buffer's content means nothing.
    pub fn read(&self, text: &[u8], out: &mut KeyBuf) -> Result<(), Mismatch> {
        if text.len() > INPUT_BYTES_MOST {
            return Err(Mismatch::Shape);
        }
        let text = self.without_fraction(text);
        let mut read = Reading { runs: self.runs, run: 0, counts: [0; RUNS_MOST] };
        let mut at = 0;
        while let Some(&byte) = text.get(at) {
            at += match byte {
                b'0'..=b'9' => {
                    read.digit(byte, out)?;
                    1
                }
                // Latin letters, and the first bytes of Cyrillic ones.
                b'A'..=b'Z' | b'a'..=b'z' | 0xD0..=0xD3 => read.letter(&text[at..], self.between, out)?,
                _ => match self.gap(&text[at..]) {
                    0 => return Err(Mismatch::Shape),
                    length => length,
                },
            };
        }
        read.judge()
    }

    /// Whether `text` is its own key, byte for byte.
    pub fn is_canonical(&self, text: &[u8]) -> bool {
        let mut at = 0;
        for run in self.runs {
            let (count, least, most) = match run {
                Run::Letters(alphabet, least, most) => {
                    let begin = at;
                    while at < begin + most * alphabet.width() {
                        match alphabet.canonical(&text[at..]) {
                            0 => break,
                            length => at += length,
                        }
                    }
                    ((at - begin) / alphabet.width(), *least, *most)
                }
                Run::Digits(least, most) => {
                    let count = text[at..].iter().take(*most).take_while(|byte| byte.is_ascii_digit()).count();
                    at += count;
                    (count, *least, *most)
                }
            };
            if count < least || count > most {
                return false;
            }
        }
        at == text.len()
    }

    /// The text without `.0`, where that stands behind all digits.
    fn without_fraction<'a>(&self, text: &'a [u8]) -> &'a [u8] {
        match (self.whole, self.runs) {
            (true, [Run::Digits(least, most)]) => {
                text.strip_suffix(b".0").filter(|number| (*least..=*most).contains(&number.len())).unwrap_or(text)
            }
            _ => text,
        }
    }

    /// Length of what stands between and does not count, or 0.
    fn gap(&self, text: &[u8]) -> usize {
        let blank = blank::gap(text);
        if blank > 0 || self.between == Between::Blanks {
            return blank;
        }
        match text {
            [b'-' | b'#', ..] => 1,
            // The number sign U+2116.
            [0xE2, 0x84, 0x96, ..] => 3,
            [b'.' | b',' | b'/' | b'\\' | b'_' | b':' | b';' | b'(' | b')' | b'*' | b'|', ..] => {
                usize::from(self.between == Between::Marks)
            }
            _ if self.between == Between::Marks => blank::dash(text).max(blank::apostrophe(text)),
            _ => blank::dash(text),
        }
    }
}

/// How far a text was read.
struct Reading {
    runs: &'static [Run],
    /// The present run.
    run: usize,
    /// Letters or digits of each run.
    counts: [usize; RUNS_MOST],
}

impl Reading {
    fn digit(&mut self, digit: u8, out: &mut KeyBuf) -> Result<(), Mismatch> {
        if matches!(self.runs.get(self.run), Some(Run::Letters(..))) && self.counts[self.run] > 0 {
            self.run += 1;
        }
        let Some(Run::Digits(_, most)) = self.runs.get(self.run) else { return Err(Mismatch::Shape) };
        if self.counts[self.run] < *most {
            out.push(digit);
        }
        self.counts[self.run] += 1;
        Ok(())
    }

    /// Reads the letter (or the N of a number) that `text` begins with, and gives its length.
    fn letter(&mut self, text: &[u8], between: Between, out: &mut KeyBuf) -> Result<usize, Mismatch> {
        if matches!(self.runs.get(self.run), Some(Run::Digits(..))) && self.counts[self.run] > 0 {
            self.run += 1;
        }
        let found = match self.runs.get(self.run) {
            Some(Run::Letters(alphabet, _, most)) => Some((alphabet, *most, alphabet.first(text))),
            _ => None,
        };
        match found {
            Some((alphabet, most, (code, length))) if code != 0 => {
                if self.counts[self.run] < most {
                    alphabet.write(code, out);
                }
                self.counts[self.run] += 1;
                Ok(length)
            }
            // N before the number stands for №, behind a series or before the whole.
            _ if matches!(text, [b'N' | b'n', ..]) && between > Between::Blanks && self.awaits_digits() => Ok(1),
            _ => Err(Mismatch::Shape),
        }
    }

    /// Whether a run of digits must begin here.
    fn awaits_digits(&self) -> bool {
        match self.runs.get(self.run) {
            Some(Run::Digits(..)) => self.counts[self.run] == 0,
            Some(Run::Letters(_, least, _)) => {
                self.counts[self.run] >= *least && matches!(self.runs.get(self.run + 1), Some(Run::Digits(..)))
            }
            None => false,
        }
    }

    /// Whether every run is there in its number. A text that ends early misses by its length only where what is there
    /// fits: three letters may be a series, a word is none.
    fn judge(&self) -> Result<(), Mismatch> {
        let fits = |(run, count): (&Run, &usize)| match run {
            Run::Letters(_, least, most) | Run::Digits(least, most) => (least..=most).contains(&count),
        };
        let begun = self.counts.iter().take_while(|count| **count > 0).count();
        let mut begun_runs = self.runs.iter().zip(&self.counts).take(begun);
        if begun == self.runs.len() {
            if begun_runs.all(fits) { Ok(()) } else { Err(Mismatch::Length) }
        } else if begun > 0 && begun_runs.all(fits) {
            Err(Mismatch::Length)
        } else {
            Err(Mismatch::Shape)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::letters::{LATIN, UKRAINIAN};
    use super::*;

    const DOCUMENT: Form =
        Form { runs: &[Run::Letters(&UKRAINIAN, 2, 2), Run::Digits(6, 6)], between: Between::Marks, whole: false };
    const PLATE: Form = Form {
        runs: &[Run::Letters(&LATIN, 1, 1), Run::Digits(3, 4), Run::Letters(&LATIN, 1, 2)],
        between: Between::Dashes,
        whole: false,
    };
    const NUMBER: Form = Form::digits(&[Run::Digits(8, 8)]);

    fn read(form: &Form, text: &str) -> Result<String, Mismatch> {
        let mut out = KeyBuf::new();
        form.read(text.as_bytes(), &mut out)?;
        let key = String::from_utf8(out).expect("UTF-8");
        assert!(form.is_canonical(key.as_bytes()), "{key}");
        Ok(key)
    }

    #[test]
    fn reads_what_stands_between() {
        for text in ["аВ123456", "AB № 123456", "АВ-N123456", "АВ (123456)", "№ АВ.123.456", "АВ\u{A0}–\u{200B}123456"]
        {
            assert_eq!(read(&DOCUMENT, text).as_deref(), Ok("АВ123456"), "{text}");
        }
        for text in ["b1234ab", "В 1234-АВ", "B#1234 AB"] {
            assert_eq!(read(&PLATE, text).as_deref(), Ok("B1234AB"), "{text}");
        }
        assert_eq!(read(&PLATE, "B.1234AB"), Err(Mismatch::Shape), "a mark beyond dashes");
        assert_eq!(read(&PLATE, "N123N").as_deref(), Ok("N123N"), "N is a letter here");
        assert_eq!(read(&NUMBER, "12 34\u{A0}5678").as_deref(), Ok("12345678"));
        assert_eq!(read(&NUMBER, "12345678.0").as_deref(), Ok("12345678"));
        for text in ["1234-5678", "№12345678", "N12345678", "1234567.0", "12345678.5", "12345678.00"] {
            assert_eq!(read(&NUMBER, text), Err(Mismatch::Shape), "{text}");
        }
    }

    #[test]
    fn tells_wrong_characters_from_wrong_numbers() {
        for text in ["АВ12345", "АВ1234567", "А123456", "АВС123456", "АВ"] {
            assert_eq!(read(&DOCUMENT, text), Err(Mismatch::Length), "{text}");
        }
        for text in ["123456АВ", "АВ123456А", "123456", "АВС", "UA123456", "А1В23456", "АВ 123N456", ""] {
            assert_eq!(read(&DOCUMENT, text), Err(Mismatch::Shape), "{text}");
        }
        let long = format!("АВ{}123456", " ".repeat(100));
        assert_eq!(read(&DOCUMENT, &long), Err(Mismatch::Shape));
        assert_eq!((read(&NUMBER, "1234567"), read(&NUMBER, "")), (Err(Mismatch::Length), Err(Mismatch::Shape)));
    }

    #[test]
    fn only_keys_are_canonical() {
        assert!(PLATE.is_canonical(b"B1234AB") && PLATE.is_canonical(b"B1234A"));
        for (form, text) in [(&DOCUMENT, "АВ123456"), (&PLATE, "B123A"), (&NUMBER, "12345678")] {
            assert!(form.is_canonical(text.as_bytes()), "{text}");
            for cut in 0..text.len() {
                assert!(!form.is_canonical(&text.as_bytes()[..cut]), "{text}, {cut}");
            }
            assert!(!form.is_canonical(format!("{text}1").as_bytes()), "{text}");
            assert!(!form.is_canonical(format!("{text} ").as_bytes()), "{text}");
        }
        for text in ["AB123456", "ав123456", "АВ 123456"] {
            assert!(!DOCUMENT.is_canonical(text.as_bytes()), "{text}");
        }
    }
}
