//! What the text of a sample shows before it is taken apart.

use crate::profile::marks::raw::Raw;
use crate::record::Layout;
use crate::record::scan::{Grammar, Index};

/// What the raw text of a sample shows that its cells no longer do.
pub fn raw(samples: &[Vec<u8>], layout: &Layout) -> Raw {
    let (mut raw, mut index) = (Raw::default(), Index::default());
    for (i, bytes) in samples.iter().enumerate() {
        let from = if i == 0 { layout.preface.min(bytes.len()) } else { 0 };
        raw.text(&bytes[from..]);
        index.scan(bytes, from, bytes.len(), true, Grammar::of(layout));
        for record in 0..index.len() {
            for position in 0..layout.width {
                if let Some((begin, end)) = index.cell(record, position) {
                    raw.cell(position, &bytes[begin..end]);
                }
            }
        }
    }
    raw
}
