//! Who had the file in hands, and when its records can have been made.

use std::io;

use crate::report::Report;
use crate::report::page::Page;

/// Marks told where an analysis follows; an inspection tells all.
const MOST: usize = 4;

/// Marks of handling and of age, one point each.
pub(super) fn part(page: &mut Page, report: &Report) -> io::Result<()> {
    let Some(dump) = &report.dump else { return Ok(()) };
    let most = if report.verdict.is_some() { MOST } else { usize::MAX };
    let handling: Vec<&str> = dump.handling.iter().map(|mark| mark.sentence.as_str()).collect();
    let age: Vec<&str> = dump.age_marks.iter().map(|mark| mark.sentence.as_str()).collect();
    for (title, sentences) in [("HANDLING (what programs it went through)", handling), ("AGE (what bounds it)", age)] {
        if sentences.is_empty() {
            continue;
        }
        page.heading(title)?;
        sentences.iter().take(most).try_for_each(|sentence| page.point(sentence))?;
        let left = sentences.len().saturating_sub(most);
        if left > 0 {
            page.point(&format!("{left} more in report.json; `inspect` tells all."))?;
        }
    }
    Ok(())
}
