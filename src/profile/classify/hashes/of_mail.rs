//! Columns that hold digests of the e-mail addresses beside them: they are no hashes of passwords.

use super::{Choice, ColumnSample};
use crate::kind::KeyBuf;
use crate::kind::hash::digest::of_password;

/// Rows that are tried, and fewest of them that tell.
const ROWS_MOST: usize = 60;
const ROWS_LEAST: usize = 10;

/// Functions that are tried, with their number of hexadecimal digits.
///
/// # Source
/// Gravatar's documentation of its addresses of pictures: MD5, since 2023 SHA-256, of the trimmed address in lower case;
/// lists of addresses for marketing are exchanged as any of the three.
const FUNCTIONS: [(&str, usize); 3] = [("hash.md5", 32), ("hash.sha1", 40), ("hash.sha256", 64)];

/// Positions of the columns that hold, in nine of ten rows, a digest of the address that stands in the same row.
pub(super) fn positions(columns: &[ColumnSample], choices: &[Choice]) -> Vec<usize> {
    let mail = |at: &usize| choices[*at].compared_as.is_some_and(|kind| kind.id == "email");
    let mails: Vec<usize> = (0..columns.len()).filter(mail).collect();
    let digests = |at: &usize| {
        let length = columns[*at].cells.iter().find(|cell| !cell.is_empty()).map_or(0, Vec::len);
        let function = FUNCTIONS.iter().find(|(_, digits)| *digits == length);
        function.is_some_and(|(id, _)| mails.iter().any(|&mail| is_digest(id, &columns[*at], &columns[mail])))
    };
    (0..columns.len()).filter(digests).collect()
}

fn is_digest(id: &str, column: &ColumnSample, mail: &ColumnSample) -> bool {
    let both = |(cell, mail): &(&Vec<u8>, &Vec<u8>)| !cell.is_empty() && !mail.is_empty();
    let (mut tried, mut right) = (0, 0);
    let mut digest = KeyBuf::new();
    for (cell, mail) in column.cells.iter().zip(&mail.cells).filter(both).take(ROWS_MOST) {
        digest.clear();
        of_password(id, &mail.to_ascii_lowercase(), &mut digest);
        tried += 1;
        right += usize::from(cell.eq_ignore_ascii_case(&digest));
    }
    tried >= ROWS_LEAST && right * 10 >= tried * 9
}
