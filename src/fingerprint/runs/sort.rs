//! Sorting one partition: two passes of 11 bits below those that name it, then insertion.
//!
//! Fingerprints are uniform, so 22 bits leave almost nothing to do for partitions of up to a few hundred thousand entries.

use super::{Entry, PARTITION_BITS};

/// Below this many entries the standard library's sort is as fast.
const RADIX_LEAST: usize = 2048;
/// Bits a pass.
const BITS: u32 = 11;
const BUCKETS: usize = 1 << BITS;
/// Lowest bit of the first (less significant) and of the second pass; the bits above are equal within a partition.
const SHIFTS: [u32; 2] = [64 - PARTITION_BITS - 2 * BITS, 64 - PARTITION_BITS - BITS];

/// Buffers of one thread, reused from partition to partition.
#[derive(Debug)]
pub struct Scratch<T>(Vec<T>, Vec<T>);

impl<T> Default for Scratch<T> {
    fn default() -> Self {
        Scratch(Vec::new(), Vec::new())
    }
}

/// Sorts entries that share their partition, given in chunks; the result stands in the scratch.
pub fn sort<'s, T: Entry>(chunks: &[&[T]], scratch: &'s mut Scratch<T>) -> &'s mut [T] {
    let Scratch(half, entries) = scratch;
    let total: usize = chunks.iter().map(|chunk| chunk.len()).sum();
    let filler = chunks.iter().find_map(|chunk| chunk.first()).copied();
    let (Some(filler), true) = (filler, total >= RADIX_LEAST && u32::try_from(total).is_ok()) else {
        entries.clear();
        chunks.iter().for_each(|chunk| entries.extend_from_slice(chunk));
        entries.sort_unstable();
        return entries;
    };
    // Filled once: what an earlier partition left is written over.
    for buffer in [&mut *half, &mut *entries] {
        if buffer.len() < total {
            buffer.resize(total, filler);
        }
    }
    let (half, entries) = (&mut half[..total], &mut entries[..total]);
    let [low, high] = places(chunks);
    scatter(chunks, half, SHIFTS[0], low);
    scatter(&[half], entries, SHIFTS[1], high);
    insert(entries);
    entries
}

/// Moves equal neighbours together, without a branch on the data, and says how many are left.
pub fn distinct<T: Entry>(entries: &mut [T]) -> usize {
    let mut left = 0;
    for i in 0..entries.len() {
        let entry = entries[i];
        let last = entries.get(i + 1).is_none_or(|next| *next != entry);
        entries[left] = entry;
        left += usize::from(last);
    }
    left
}

#[inline]
fn digit<T: Entry>(entry: &T, shift: u32) -> usize {
    (entry.fingerprint() >> shift) as usize & (BUCKETS - 1)
}

/// Where each bucket begins in both passes, counted in one reading.
fn places<T: Entry>(from: &[&[T]]) -> [[u32; BUCKETS]; 2] {
    let mut at = [[0_u32; BUCKETS]; 2];
    for entry in from.iter().copied().flatten() {
        at[0][digit(entry, SHIFTS[0])] += 1;
        at[1][digit(entry, SHIFTS[1])] += 1;
    }
    for counts in &mut at {
        let mut sum = 0;
        for count in counts {
            sum += std::mem::replace(count, sum);
        }
    }
    at
}

fn scatter<T: Entry>(from: &[&[T]], to: &mut [T], shift: u32, mut at: [u32; BUCKETS]) {
    for chunk in from {
        for entry in *chunk {
            let place = &mut at[digit(entry, shift)];
            to[*place as usize] = *entry;
            *place += 1;
        }
    }
}

/// Finishes what the passes left: neighbours out of order lie close together, unless one key fills the partition.
fn insert<T: Entry>(entries: &mut [T]) {
    let mut moves = 0_usize;
    let Some(&(mut last)) = entries.first() else { return };
    for i in 1..entries.len() {
        let entry = entries[i];
        // Nearly always; the one before is at hand, and is not read again from where it was just written.
        if entry >= last {
            last = entry;
            continue;
        }
        let mut j = i;
        while j > 0 && entry < entries[j - 1] {
            entries[j] = entries[j - 1];
            j -= 1;
        }
        entries[j] = entry;
        moves += i - j;
        // Repeated keys with unsorted rows (or an unlucky secret) would make this quadratic.
        if moves > 16 * entries.len() {
            entries.sort_unstable();
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Link;
    use super::*;

    #[test]
    fn sorts_like_the_standard_library() {
        for count in [0_u64, 1, 2047, 2048, 50_000] {
            for modulus in [u64::MAX, 7, 1] {
                let ours: Vec<u64> =
                    (0..count).map(|i| (i.wrapping_mul(0x9E37_79B9_7F4A_7C15) % modulus) & (u64::MAX >> 8)).collect();
                let links: Vec<Link> = ours
                    .iter()
                    .enumerate()
                    .map(|(i, &n)| Link::new(n, (count as u32).wrapping_sub(i as u32), false))
                    .collect();
                let (mut theirs, mut their_links) = (ours.clone(), links.clone());
                theirs.sort();
                their_links.sort();
                let (one, two) = ours.split_at(ours.len() / 3);
                let (mut scratch, mut link_scratch) = (Scratch::default(), Scratch::default());
                sort(&[&[9, 8, 7]], &mut scratch);
                assert!(*sort(&[one, two], &mut scratch) == theirs);
                assert!(*sort(&[&links], &mut link_scratch) == their_links);
                theirs.dedup();
                let entries = sort(&[one, two], &mut scratch);
                let left = distinct(entries);
                assert!(entries[..left] == theirs);
            }
        }
    }
}
