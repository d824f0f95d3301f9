//! Shapes of cells: what kind of characters stand where, never which.
//!
//! **Comes in:** the cells of a column. **Goes out:** masks that enough cells share.
//!
//! **Never happens here:** no letter or digit passes, and no mask of few cells: a rare shape may tell a person.

use std::collections::HashMap;

use xxhash_rust::xxh3::Xxh3Builder;

/// Cells that must share a mask before it may be shown.
pub const LEAST_CELLS: u64 = 10;

/// Masks given per column.
const MOST_MASKS: usize = 20;

/// The masks of at least [`LEAST_CELLS`] cells, most frequent first, ties in alphabetical order; at most 20.
///
/// `A`/`a` are upper- and lower-case Latin letters, `Ж`/`ж` Cyrillic ones, `9` digits, `-./+@_: ()№` stand for
/// themselves,
/// `?` for all else; a run of n equal signs is written `9{n}`.
pub fn masks(cells: &[Vec<u8>]) -> Vec<(String, u64)> {
    let mut counts: HashMap<Vec<u8>, u64, Xxh3Builder> = HashMap::default();
    let mut mask = Vec::new();
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        write_mask(cell, &mut mask);
        match counts.get_mut(&mask) {
            Some(count) => *count += 1,
            None => {
                counts.insert(mask.clone(), 1);
            }
        }
    }
    let mut found: Vec<(Vec<u8>, u64)> = counts.into_iter().filter(|(_, count)| *count >= LEAST_CELLS).collect();
    found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    found.truncate(MOST_MASKS);
    found.into_iter().map(|(mask, count)| (String::from_utf8_lossy(&mask).into_owned(), count)).collect()
}

/// Writes the mask of one cell into the cleared buffer. Bytes that are no UTF-8 count as `?`.
pub fn write_mask(cell: &[u8], out: &mut Vec<u8>) {
    out.clear();
    let mut last = '\0';
    let mut run = 0usize;
    for chunk in cell.utf8_chunks() {
        for sign in chunk.valid().chars().map(sign).chain((!chunk.invalid().is_empty()).then_some('?')) {
            if sign == last {
                run += 1;
                continue;
            }
            write_run(last, run, out);
            last = sign;
            run = 1;
        }
    }
    write_run(last, run, out);
}

fn write_run(sign: char, run: usize, out: &mut Vec<u8>) {
    if run == 0 {
        return;
    }
    let mut bytes = [0u8; 4];
    out.extend_from_slice(sign.encode_utf8(&mut bytes).as_bytes());
    if run > 1 {
        out.push(b'{');
        out.extend_from_slice(run.to_string().as_bytes());
        out.push(b'}');
    }
}

fn sign(character: char) -> char {
    match character {
        'A'..='Z' => 'A',
        'a'..='z' => 'a',
        '0'..='9' => '9',
        '-' | '.' | '/' | '+' | '@' | '_' | ':' | ' ' | '(' | ')' | '№' => character,
        '\u{400}'..='\u{42F}' => 'Ж',
        '\u{430}'..='\u{45F}' => 'ж',
        '\u{460}'..='\u{52F}' if character.is_uppercase() => 'Ж',
        '\u{460}'..='\u{52F}' => 'ж',
        _ => '?',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask(cell: &str) -> String {
        let mut out = Vec::new();
        write_mask(cell.as_bytes(), &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn shapes_are_written_in_runs() {
        assert_eq!(mask("АВС123456"), "Ж{3}9{6}");
        assert_eq!(mask("Anna.b@example.com"), "Aa{3}.a@a{7}.a{3}");
        assert_eq!(mask("№ Ґє-ї*é"), "№ Жж-ж?{2}");
        assert_eq!(mask("+38 (067) 1"), "+9{2} (9{3}) 9");
        assert_eq!(mask(""), "");
    }

    #[test]
    fn rare_masks_stay_unseen() {
        let mut cells = vec![b"12-34".to_vec(); 10];
        cells.extend(vec![b"secret".to_vec(); 9]);
        cells.push(Vec::new());
        cells.push(vec![0xFF, 0xFE]);
        assert_eq!(masks(&cells), [("9{2}-9{2}".to_string(), 10)]);
    }
}
