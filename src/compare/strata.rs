//! The informative keys of one kind by membership and by stratum.
//!
//! One more merge of sorted runs: those of the references carry the stratum of each key where the dump's carry its row. The
//! row tells where in the dump a key stands: one file behind another, or one base after another in a file.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::held::Held;
use super::{By, Cell, Dimension, KeyClass, PLACES, Placed, Window};
use crate::fingerprint::Fingerprint;
use crate::fingerprint::runs::meet::{self, Pieces, STRETCHES};
use crate::fingerprint::runs::{Entry, Link, PARTITIONS, Sorted};
use crate::imprint::Imprint;
use crate::imprint::stratum::{BLOCKS, MONTH_FIRST, Stratum};
use crate::kind::stratum::STRATA;

/// Months of a window of creation.
const WINDOW_MONTHS: u32 = 3;

/// Held and found keys.
type Pair = (u64, u64);

/// A class while it is counted.
#[derive(Default, Clone)]
struct Class {
    all: Pair,
    series: Vec<Pair>,
    /// Parts of the series, of classes of one member.
    parts: Vec<Pair>,
    blocks: Vec<Pair>,
    /// From [`MONTH_FIRST`] on; those before it, and those without a month, count in `undated`.
    months: Vec<Pair>,
    undated: Pair,
    /// Whether the class is divided by windows: what no older set holds.
    windowed: bool,
    /// By windows of creation, and by decades of birth; the first is of those without.
    made: Vec<Pair>,
    born: Vec<Pair>,
    /// Found keys, by where the dump has them.
    places: Vec<u64>,
}

/// Rows of the dump for a place, below which stretches are not made shorter.
const PLACE_LEAST: u64 = 100;

/// Which stretch of the dump a row is in.
#[derive(Clone, Copy)]
struct Stretches {
    /// Stretches for a row, in 2⁻³².
    of_row: u64,
}

impl Stretches {
    fn of(rows: u64) -> Stretches {
        let stretches = (rows / PLACE_LEAST).clamp(1, u64::from(PLACES));
        Stretches { of_row: (stretches << 32).div_ceil(rows.max(1)) }
    }

    #[inline]
    fn place(self, row: u32) -> usize {
        (((u64::from(row) * self.of_row) >> 32) as usize).min(PLACES as usize - 1)
    }
}

/// What the informative keys of a kind are divided into.
#[derive(Default)]
pub(super) struct Divided {
    pub(super) classes: Vec<KeyClass>,
    pub(super) cells: Vec<Cell>,
    pub(super) parts: Vec<Cell>,
    pub(super) places: Vec<Placed>,
    pub(super) windows: Vec<Window>,
}

fn add(pairs: &mut Vec<Pair>, place: usize, (held, found): Pair) {
    if pairs.len() <= place {
        pairs.resize(place + 1, (0, 0));
    }
    pairs[place] = (pairs[place].0 + held, pairs[place].1 + found);
}

impl Class {
    /// Counts a key; `place`: where the dump has it.
    fn count(&mut self, place: Option<usize>, stratum: Option<Stratum>, alone: bool, month: Option<u32>) {
        let one = (u64::from(stratum.is_some()), u64::from(place.is_some()));
        self.all = (self.all.0 + one.0, self.all.1 + one.1);
        if let Some(place) = place {
            self.stand(place, 1);
        }
        let Some(stratum) = stratum else { return };
        add(&mut self.series, stratum.series() as usize, one);
        if alone {
            add(&mut self.blocks, stratum.block() as usize, one);
            add(&mut self.parts, stratum.part() as usize, one);
        }
        match month {
            Some(month) if month >= MONTH_FIRST => add(&mut self.months, (month - MONTH_FIRST) as usize, one),
            Some(_) => self.undated = (self.undated.0 + one.0, self.undated.1 + one.1),
            None => {}
        }
    }

    /// Counts a key by the days that its holders know of it.
    fn see(&mut self, found: bool, month: u32, born: u32) {
        let quarter = (month + WINDOW_MONTHS).saturating_sub(MONTH_FIRST) / WINDOW_MONTHS;
        add(&mut self.made, quarter as usize, (1, u64::from(found)));
        add(&mut self.born, born as usize, (1, u64::from(found)));
    }

    fn stand(&mut self, place: usize, keys: u64) {
        if self.places.len() <= place {
            self.places.resize(place + 1, 0);
        }
        self.places[place] += keys;
    }

    fn merge(&mut self, other: Class) {
        other.places.iter().enumerate().for_each(|(place, keys)| self.stand(place, *keys));
        let sum = |left: &mut Pair, right: Pair| *left = (left.0 + right.0, left.1 + right.1);
        sum(&mut self.all, other.all);
        sum(&mut self.undated, other.undated);
        for (own, others) in [
            (&mut self.series, other.series),
            (&mut self.parts, other.parts),
            (&mut self.blocks, other.blocks),
            (&mut self.months, other.months),
            (&mut self.made, other.made),
            (&mut self.born, other.born),
        ] {
            others.into_iter().enumerate().for_each(|(place, pair)| add(own, place, pair));
        }
    }

    fn parts(&self, class: usize, parts: &mut Vec<Cell>) {
        let filled = self.parts.iter().zip(0..).filter(|(pair, _)| **pair != (0, 0));
        let dimension = Dimension::Series;
        parts.extend(filled.map(|(&(held, found), stratum)| Cell { class, dimension, stratum, held, found }));
    }

    fn windows(&self, class: usize, windows: &mut Vec<Window>) {
        let quarter = |place: u32| place.checked_sub(1).map_or(0, |quarter| MONTH_FIRST + quarter * WINDOW_MONTHS);
        let mut list = |by, pairs: &[Pair], stratum: &dyn Fn(u32) -> u32| {
            let filled = pairs.iter().zip(0..).filter(|(pair, _)| **pair != (0, 0));
            windows.extend(filled.map(|(&(held, found), place)| Window {
                class,
                by,
                stratum: stratum(place),
                held,
                found,
            }));
        };
        list(By::Made, &self.made, &quarter);
        list(By::Born, &self.born, &|decade| decade);
    }

    fn cells(&self, class: usize, cells: &mut Vec<Cell>) {
        let mut list = |dimension, first: u32, pairs: &[Pair]| {
            let filled = pairs.iter().zip(first..).filter(|(pair, _)| **pair != (0, 0));
            cells.extend(filled.map(|(&(held, found), stratum)| Cell { class, dimension, stratum, held, found }));
        };
        list(Dimension::Series, 0, &self.series);
        list(Dimension::Block, 0, &self.blocks);
        if !self.months.is_empty() || self.undated != (0, 0) {
            list(Dimension::Month, 0, &[self.undated]);
            list(Dimension::Month, MONTH_FIRST, &self.months);
        }
    }
}

/// Classes of the informative keys of a kind with their cells and places, in order of members. `None` where the references were not
/// divided (nothing but overlaps was asked for). `service`: place among the holders; `older`: which of them explain a key by
/// being older.
///
/// # Errors
/// When a run cannot be read.
pub(super) fn strata(
    id: &'static str,
    dump: &Imprint,
    holders: &[Held<'_>],
    service: Option<usize>,
    older: &[bool],
) -> anyhow::Result<Option<Divided>> {
    let linked = |imprint: &Imprint| imprint.columns_of(id).any(|column| !column.links.is_empty());
    if !linked(dump) && !holders.iter().any(|(_, imprint)| linked(imprint)) {
        return Ok(None);
    }
    let stretches = Stretches::of(dump.profile.files.iter().map(|file| file.rows + file.rows_faulty).sum());
    let parts: Vec<BTreeMap<Vec<u8>, Class>> = (0..PARTITIONS)
        .into_par_iter()
        .map(|partition| {
            let own = links_of(dump, id, partition)?;
            let others = holders
                .iter()
                .map(|(_, imprint)| links_of(imprint, id, partition))
                .collect::<anyhow::Result<Vec<_>>>()?;
            Ok(merge(&own, &others, (service, older), stretches))
        })
        .collect::<anyhow::Result<_>>()?;
    let mut sum: BTreeMap<Vec<usize>, Class> = BTreeMap::new();
    for (members, class) in parts.into_iter().flatten() {
        let places = (0..holders.len()).filter(|place| members[place / 8] >> (place % 8) & 1 == 1);
        sum.entry(places.map(|place| holders[place].0).collect()).or_default().merge(class);
    }
    let mut divided = Divided::default();
    for (number, (members, class)) in sum.into_iter().enumerate() {
        class.cells(number, &mut divided.cells);
        class.parts(number, &mut divided.parts);
        class.windows(number, &mut divided.windows);
        let stand = class.places.iter().zip(0..).filter(|(found, _)| **found > 0);
        divided.places.extend(stand.map(|(&found, place)| Placed { class: number, place, found }));
        divided.classes.push(KeyClass { members, held: class.all.0, found: class.all.1 });
    }
    Ok(Some(divided))
}

/// Links of a kind in one partition, over all columns, sorted.
fn links_of<'a>(imprint: &'a Imprint, id: &'a str, partition: usize) -> anyhow::Result<Sorted<'a, Link>> {
    let mut lists =
        imprint.columns_of(id).map(|column| column.links.partition(partition)).collect::<anyhow::Result<Vec<_>>>()?;
    if lists.len() == 1 {
        return Ok(lists.remove(0));
    }
    let mut links: Vec<Link> = lists.iter().flat_map(Sorted::iter).copied().collect();
    links.sort_unstable();
    Ok(Sorted::Made(links))
}

/// A sorted list of links, taken key by key.
struct Cursor<'a> {
    now: &'a [Link],
    next: Vec<&'a [Link]>,
}

impl<'a> Cursor<'a> {
    fn new(links: &'a Sorted<'_, Link>) -> Self {
        let mut next: Vec<&[Link]> = links.chunks().collect();
        next.reverse();
        Cursor { now: next.pop().unwrap_or(&[]), next }
    }

    #[inline]
    fn head(&self) -> Option<Fingerprint> {
        self.now.first().map(Entry::fingerprint)
    }

    /// Takes the key if it is the head; its first link says what is known of it.
    #[inline]
    fn take(&mut self, key: Fingerprint) -> Option<Link> {
        let first = self.now.first().copied().filter(|link| link.fingerprint() == key)?;
        while self.head() == Some(key) {
            self.now = &self.now[1..];
            if self.now.is_empty() {
                self.now = self.next.pop().unwrap_or(&[]);
            }
        }
        Some(first)
    }
}

/// What one reference's keys are counted into.
struct Own {
    class: Class,
    service: bool,
    last: Option<Fingerprint>,
}

impl Own {
    /// Counts links in their order: keys, each once by its first link, with where the dump has them.
    fn count(&mut self, links: impl Iterator<Item = (Link, Option<usize>)>) {
        for (link, place) in links {
            let key = Some(link.fingerprint());
            if std::mem::replace(&mut self.last, key) != key {
                let stratum = Stratum::of(link.row());
                self.class.count(place, Some(stratum), true, self.service.then(|| stratum.month()));
            }
        }
    }
}

/// What the merge knows of a stretch: where it stands in both lists, and the last of the dump's keys.
struct Place {
    own: usize,
    other: usize,
    last: Fingerprint,
}

/// The merge with one reference, the common case: what its keys are is looked up in one loop without branches on the data,
/// and counted in another.
fn merge_one(
    own: &Sorted<'_, Link>,
    other: &Sorted<'_, Link>,
    service: bool,
    stretches: Stretches,
) -> BTreeMap<Vec<u8>, Class> {
    let mut held = Own { class: Class::default(), service, last: None };
    let mut looked_up: Vec<(Link, bool, u32)> = Vec::new();
    // Keys of the dump by place; the last one of the piece before, at first anything but the first.
    let mut all = [0_u64; PLACES as usize];
    let mut before = own.iter().next().map_or(0, |first| !first.fingerprint());
    for piece in Pieces::of(own.chunks(), other.chunks()) {
        let parts = meet::stretches(piece);
        looked_up.clear();
        looked_up.extend(piece.1.iter().map(|&link| (link, false, 0)));
        // Stretches begin with a key of their own, but the first that is not empty: its key may go on from the piece before.
        let mut starts = 0;
        let mut at: [Place; STRETCHES] = std::array::from_fn(|number| {
            let start = starts;
            starts += parts[number].1.len();
            Place { own: 0, other: start, last: before }
        });
        let ends = std::array::from_fn::<usize, STRETCHES, _>(|number| at[number].other + parts[number].1.len());
        let mut step = |own: &[Link], end: usize, at: &mut Place| {
            let (Some(a), Some(b)) = (own.get(at.own), looked_up[..end].get_mut(at.other)) else { return false };
            let (x, y) = (a.fingerprint(), b.0.fingerprint());
            let (take, take_other) = (x <= y, y <= x);
            all[stretches.place(a.row())] += u64::from(take & (x != at.last));
            at.last = if take { x } else { at.last };
            (b.1, b.2) = (x == y, a.row());
            at.own += usize::from(take);
            at.other += usize::from(take_other);
            true
        };
        while (0..STRETCHES).all(|number| step(parts[number].0, ends[number], &mut at[number])) {}
        for (number, at) in at.iter_mut().enumerate() {
            while step(parts[number].0, ends[number], at) {}
        }
        for (number, at) in at.iter_mut().enumerate() {
            for link in &parts[number].0[at.own..] {
                all[stretches.place(link.row())] += u64::from(link.fingerprint() != at.last);
                at.last = link.fingerprint();
            }
        }
        before = piece.0.last().map_or(before, Entry::fingerprint);
        held.count(looked_up.iter().map(|&(link, found, row)| (link, found.then(|| stretches.place(row)))));
    }
    let class = held.class;
    let mut absent = Class::default();
    for (place, keys) in all.into_iter().enumerate() {
        let rest = keys - class.places.get(place).copied().unwrap_or(0);
        absent.all.1 += rest;
        if rest > 0 {
            absent.stand(place, rest);
        }
    }
    let classes = [(vec![1], class), (vec![0], absent)];
    classes.into_iter().filter(|(_, class)| class.all != (0, 0)).collect()
}

fn merge(
    own: &Sorted<'_, Link>,
    others: &[Sorted<'_, Link>],
    (service, older): (Option<usize>, &[bool]),
    stretches: Stretches,
) -> BTreeMap<Vec<u8>, Class> {
    if let [other] = others {
        return merge_one(own, other, service == Some(0), stretches);
    }
    let mut own = Cursor::new(own);
    let mut others: Vec<Cursor<'_>> = others.iter().map(Cursor::new).collect();
    let mut members = vec![0_u8; others.len().div_ceil(8).max(1)];
    let mut numbers: HashMap<Vec<u8>, usize> = HashMap::new();
    let mut classes: Vec<Class> = Vec::new();
    // Neighbours often have the same members: the table is asked only when they change.
    let (mut last, mut number) = (None::<Vec<u8>>, 0);
    loop {
        let heads = others.iter().filter_map(Cursor::head);
        let Some(key) = heads.chain(own.head()).min() else { break };
        members.fill(0);
        let (mut stratum, mut month, mut count) = (None, None, 0);
        let (mut made, mut born) = (0, 0);
        for (place, cursor) in others.iter_mut().enumerate() {
            let Some(link) = cursor.take(key) else { continue };
            let known = Stratum::of(link.row());
            members[place / 8] |= 1 << (place % 8);
            count += 1;
            stratum = stratum.or(Some(known));
            if service == Some(place) {
                month = Some(known.month());
            }
            made = if made == 0 { known.month() } else { made };
            born = if born == 0 { known.born() } else { born };
        }
        let place = own.take(key).map(|link| stretches.place(link.row()));
        if last.as_deref() != Some(&members) {
            number = *numbers.entry(members.clone()).or_insert(classes.len());
            if number == classes.len() {
                let series = Vec::with_capacity(STRATA);
                let held = |place: usize| members[place / 8] >> (place % 8) & 1 == 1;
                let windowed = count > 0 && !older.iter().enumerate().any(|(place, older)| *older && held(place));
                let blocks = Vec::with_capacity(BLOCKS as usize);
                classes.push(Class { series, blocks, windowed, ..Class::default() });
            }
            last = Some(members.clone());
        }
        classes[number].count(place, stratum, count == 1, month);
        if classes[number].windowed {
            classes[number].see(place.is_some(), made, born);
        }
    }
    numbers.into_iter().map(|(members, number)| (members, std::mem::take(&mut classes[number]))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::stratum::PARTS;

    fn links(keys: impl Iterator<Item = (u64, u32)>) -> Sorted<'static, Link> {
        let mut links: Vec<Link> = keys.map(|(key, place)| Link::new(key, place, false)).collect();
        links.sort_unstable();
        Sorted::Made(links)
    }

    /// Keys with many rows, in chunks that end anywhere: the merge with one counts what the merge with several counts.
    #[test]
    fn one_reference_is_counted_as_several_are() {
        for size in 1..9 {
            let chunked = |list: &Sorted<'static, Link>| -> Vec<Vec<Link>> {
                list.iter().copied().collect::<Vec<_>>().chunks(size).map(<[Link]>::to_vec).collect()
            };
            let dump = links((0..600).map(|n| ((n * n / 7) % 90 * 1_000, n as u32)));
            let list = links((0..200).map(|n| ((n * 22) % 120 * 1_000, n as u32)));
            let (own, other) = (chunked(&dump), chunked(&list));
            let one = merge_one(&Sorted::Lent(&own), &Sorted::Lent(&other), true, Stretches::of(600));
            let none = Sorted::Made(Vec::new());
            let several =
                merge(&Sorted::Lent(&own), &[Sorted::Lent(&other), none], (Some(0), &[false; 2]), Stretches::of(600));
            for members in [0, 1] {
                let (one, several) = (&one[&vec![members]], &several[&vec![members]]);
                assert_eq!((one.all, &one.places), (several.all, &several.places), "{members}, {size}");
                assert_eq!((&one.series, &one.months), (&several.series, &several.months), "{members}, {size}");
            }
        }
    }

    #[test]
    fn cells_divide_their_class() {
        let place = |series: u32, month: u32, row| Stratum::new(series * PARTS, month as u16, row, 100).place();
        let (may, june) = (2020 * 12 + 4, 2020 * 12 + 5);
        // The service holds 0..100, a corpus 50..120, the dump every other key, one of them twice, and some of its own.
        let service = links((0..100).map(|k| (k, place((k % 2) as u32, if k < 30 { may } else { june }, k))));
        let corpus = links((50..120).map(|k| (k, place((k % 2) as u32, 0, k - 50))));
        let dump = links((0..140).step_by(2).chain([8]).map(|k| (k, 7)));
        let classes = merge(&dump, &[service, corpus], (Some(0), &[]), Stretches::of(1));
        let of = |members: u8| classes.get(&vec![members]).unwrap();
        assert_eq!((of(1).all, of(2).all, of(3).all, of(0).all), ((50, 25), (20, 10), (50, 25), (0, 10)));
        assert_eq!(of(1).series, [(25, 25), (25, 0)], "odd keys are in the other series, and not in the dump");
        assert_eq!((of(1).parts[0], of(1).parts[PARTS as usize], of(3).parts.len()), ((25, 25), (25, 0), 0));
        assert_eq!(of(1).blocks.iter().map(|pair| pair.0).sum::<u64>(), 50);
        assert!(of(3).blocks.is_empty() && of(2).months.is_empty(), "places of a shared key are those of two sets");
        let months =
            |class: &Class| (class.months[(may - MONTH_FIRST) as usize], class.months[(june - MONTH_FIRST) as usize]);
        assert_eq!(months(of(1)), ((30, 15), (20, 10)));
        let mut cells = Vec::new();
        of(1).cells(4, &mut cells);
        for dimension in [Dimension::Series, Dimension::Block, Dimension::Month] {
            let held: u64 = cells.iter().filter(|cell| cell.dimension == dimension).map(|cell| cell.held).sum();
            assert_eq!(held, 50, "{dimension:?}");
        }
        assert!(cells.iter().all(|cell| cell.class == 4));
    }

    /// Days of creation and birth are known of what no older set holds, from whoever knows them.
    #[test]
    fn windows_divide_what_no_older_set_holds() {
        let place = |month: u16, born: u16| Stratum::new(0, month, 0, 1).of_born(born).place();
        let service = links((0..100).map(|key| (key, place(if key < 30 { 24_000 } else { 24_002 }, 0))));
        let control = links((90..200).map(|key| (key, place(24_003, 1962 * 12))));
        let corpus = links([(5, 0), (150, 0)].into_iter());
        let dump = links((0..50).map(|key| (key, 7)));
        let classes = merge(&dump, &[service, control, corpus], (Some(0), &[false, false, true]), Stretches::of(1));
        let of = |members: u8| {
            let mut windows = Vec::new();
            classes.get(&vec![members]).unwrap().windows(0, &mut windows);
            let told = windows.iter().map(|window| (window.by, window.stratum, window.held, window.found));
            told.collect::<Vec<_>>()
        };
        // 24,002 is in the quarter of 24,000.
        assert_eq!(of(1), [(By::Made, 24_000, 89, 49), (By::Born, 0, 89, 49)]);
        assert_eq!(of(2), [(By::Made, 24_003, 99, 0), (By::Born, 3, 99, 0)]);
        assert_eq!(of(3), [(By::Made, 24_000, 10, 0), (By::Born, 3, 10, 0)], "both know of them");
        assert!(of(5).is_empty() && of(6).is_empty(), "held by an older set");
    }

    /// A key counts in the stretch of its first row, and every found key in one.
    #[test]
    fn keys_stand_where_the_dump_has_them_first() {
        let stretches = Stretches::of(6_400);
        assert_eq!((stretches.place(0), stretches.place(6_399), stretches.place(3_200)), (0, 63, 32));
        assert_eq!(Stretches::of(150).place(149), 0, "too few rows to be divided");
        let corpus = || links((0..50).map(|key| (key, 0)));
        let dump = || links((25..75).flat_map(|key| [(key, key as u32 * 60), (key, 6_000)]));
        for classes in [
            merge(&dump(), &[corpus()], (None, &[]), stretches),
            merge(&dump(), &[corpus(), links([].into_iter())], (None, &[]), stretches),
        ] {
            let of = |members: u8| &classes.get(&vec![members]).unwrap().places;
            let by_hand =
                |keys: std::ops::Range<usize>, place: usize| keys.filter(|key| key * 60 / 100 == place).count() as u64;
            for place in 0..64 {
                assert_eq!(of(1).get(place).copied().unwrap_or(0), by_hand(25..50, place), "{place}");
                assert_eq!(of(0).get(place).copied().unwrap_or(0), by_hand(50..75, place), "{place}");
            }
        }
    }

    /// The merge with one reference is the general one, whose second reference holds nothing.
    #[test]
    fn one_reference_is_merged_as_many_are() {
        let list = |keys: u64, step: u64, more: u64| {
            let keys = (0..keys).map(|k| k * step).chain((0..more).map(|k| k * 2 * step));
            links(keys.map(|key| (key, Stratum::new((key % 5) as u32, (23_000 + key % 9) as u16, key, 900).place())))
        };
        for (own, other) in [(300, 200), (0, 9), (9, 0), (1, 1), (0, 0), (2, 300)] {
            let (dump, reference) = (list(own, 2, own / 3), list(other, 3, other / 4));
            let empty = || links(std::iter::empty());
            let all = Stretches::of(u64::from(Link::ROW_MOST));
            let many = merge(&dump, &[Sorted::Made(reference.whole().into_owned()), empty()], (Some(0), &[]), all);
            let one = merge(&dump, &[reference], (Some(0), &[]), all);
            let told = |classes: BTreeMap<Vec<u8>, Class>| -> Vec<_> {
                let cells = |class: &Class| {
                    let mut cells = Vec::new();
                    class.cells(0, &mut cells);
                    cells
                };
                let told = |(members, class): (&Vec<u8>, &Class)| {
                    (members.clone(), class.all, cells(class), class.places.clone())
                };
                classes.iter().map(told).collect()
            };
            assert_eq!(told(one), told(many), "{own} {other}");
        }
    }

    #[test]
    fn many_references_are_one_mask_each() {
        let others: Vec<Sorted<'_, Link>> = (0..20).map(|place| links([(place, 0), (99, 0)].into_iter())).collect();
        let classes = merge(&links([(99, 0)].into_iter()), &others, (None, &[]), Stretches::of(1));
        assert_eq!(classes.len(), 21);
        assert_eq!(classes.values().map(|class| class.all.0).sum::<u64>(), 21);
        assert_eq!(classes.get(&vec![0xFF, 0xFF, 0x0F]).unwrap().all, (1, 1));
    }
}
