//! Numbers whose leading zero is missing.

use super::{Class, Mark, seek};
use crate::kind::{KeyBuf, Mismatch};

/// The mark `lost-zeros`.
pub static MARK: Mark = Mark {
    id: "lost-zeros",
    title: "Numbers that are right with a zero before them",
    means: "A program took them for quantities and dropped leading zeros: a spreadsheet, or a column of numbers in a \
            database.",
    class: Class::Handling,
    sources: &["the check digits of the kind: a number that passes only with a zero before it"],
    caveat: "The missing zero is not put back: such numbers count as wrong. One in ten wrong numbers passes by \
             chance, so at least half of those that are a digit short must.",
    look: |sample| {
        seek::in_columns(sample, |column| {
            let kind = column.kind.filter(|kind| kind.is_checked())?;
            let (mut key, mut longer) = (KeyBuf::new(), Vec::new());
            let mut read = |text: &[u8]| {
                key.clear();
                (kind.key)(text, column.region, &mut key)
            };
            let (mut short, mut lost) = (0_u64, 0);
            for cell in column.cells.iter().filter(|cell| !cell.is_empty() && cell.iter().all(u8::is_ascii_digit)) {
                if read(cell) != Err(Mismatch::Length) {
                    continue;
                }
                longer.clear();
                longer.push(b'0');
                longer.extend_from_slice(cell);
                let judged = read(&longer);
                short += u64::from(judged != Err(Mismatch::Length));
                lost += u64::from(judged.is_ok());
            }
            (2 * lost >= short).then_some(lost)
        })
    },
};
