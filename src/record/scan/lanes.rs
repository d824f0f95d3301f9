//! Sixty-four bytes at a time: where the delimiter, the record end, the quote and NUL stand.
//!
//! The vector form is chosen once at run time; the plain form is its twin and is tested against it byte for byte.

/// Bytes that a lane covers.
pub const LANE_BYTES: usize = 64;

/// The three bytes that divide text. A byte that does not exist in the layout is given the terminator's value (delimiter)
/// or is switched off (quote).
#[derive(Debug, Clone, Copy)]
pub struct Marks {
    /// Divides cells.
    pub delimiter: u8,
    /// Ends records.
    pub terminator: u8,
    /// Opens and closes quoted cells; `None`: no quotes.
    pub quote: Option<u8>,
}

/// One lane's findings: bit i stands for byte i.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lane {
    /// Delimiters.
    pub delimiters: u64,
    /// Record ends.
    pub terminators: u64,
    /// Quotes.
    pub quotes: u64,
    /// NUL bytes.
    pub nuls: u64,
    /// Bytes that are neither ASCII nor in a whole sequence of two or three bytes of the usual kind: where there are none, all
    /// of the text is valid UTF-8.
    pub irregular: u64,
}

/// Classes of the bytes of a lane: what nearly all text in UTF-8 is made of besides ASCII.
#[derive(Debug, Clone, Copy)]
struct Classes {
    /// Any byte above ASCII.
    high: u64,
    /// Continuations.
    next: u64,
    /// First bytes of sequences of two, [`TWO`].
    two: u64,
    /// First bytes of sequences of three, [`THREE`]: those behind which any continuation may stand.
    three: u64,
}

/// First byte of a sequence of two: the least, and how many there are.
///
/// # Source
/// The Unicode Standard, table 3-7, well-formed UTF-8 byte sequences.
const TWO: (u8, u8) = (0xC2, 30);
/// First byte of a sequence of three that any two continuations complete: the least, and how many there are in a row (U+1000
/// to U+CFFF). Source as for [`TWO`].
const THREE: (u8, u8) = (0xE1, 12);
/// The least byte that is no continuation, as a signed number: all continuations are below it.
const NOT_NEXT: i8 = 0xC0_u8.cast_signed();

/// Checks lane by lane that a text is ASCII and whole sequences of two or three bytes of the usual kind. It takes a third of
/// the time of a full check of UTF-8, which is still to be made of a text that has anything else.
#[derive(Debug, Clone, Copy, Default)]
struct Usual {
    /// Bytes of the next lane that have to be continuations.
    due: u64,
}

impl Usual {
    /// The bytes of the next lane that are in no such place.
    #[inline(always)]
    fn irregular(&mut self, classes: Classes) -> u64 {
        let Classes { high, next, two, three } = classes;
        let first = two | three;
        let wanted = self.due | first << 1 | three << 2;
        self.due = first >> 63 | three >> 62;
        (wanted ^ next) | (high & !(first | next))
    }
}

/// Which form this machine runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Any machine.
    Plain,
    /// x86-64 with AVX2 and its bit instructions, as all processors with AVX2 have.
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// x86-64 with AVX-512 for bytes, and its instruction that moves marked bytes together: since 2019 (Ice Lake, Zen 4).
    #[cfg(target_arch = "x86_64")]
    Avx512,
}

impl Form {
    /// The fastest form of this machine.
    pub fn best() -> Self {
        Form::all().pop().unwrap_or(Form::Plain)
    }

    /// All forms that this machine can run, the slowest first.
    pub fn all() -> Vec<Form> {
        #[allow(unused_mut, reason = "other machines have one form")]
        let mut all = vec![Form::Plain];
        #[cfg(target_arch = "x86_64")]
        if std::arch::is_x86_feature_detected!("avx2")
            && std::arch::is_x86_feature_detected!("bmi1")
            && std::arch::is_x86_feature_detected!("bmi2")
            && std::arch::is_x86_feature_detected!("popcnt")
        {
            all.push(Form::Avx2);
            if std::arch::is_x86_feature_detected!("avx512f")
                && std::arch::is_x86_feature_detected!("avx512bw")
                && std::arch::is_x86_feature_detected!("avx512vbmi2")
            {
                all.push(Form::Avx512);
            }
        }
        all
    }
}

/// Takes the lanes of a text one after the other.
pub trait Taker {
    /// Takes the lane that begins at `at`; says whether to go on. `P` is how the form lists marks.
    fn lane<P: Places>(&mut self, at: usize, lane: &Lane) -> bool;
}

/// How many places are written at a time, whether or not there are so many.
pub const PLACES_AT_A_TIME: usize = 16;

/// How a form lists the places of marks.
pub trait Places {
    /// Writes `base` and the number of each bit that is set, in order, and anything up to the next multiple of
    /// [`PLACES_AT_A_TIME`]: `out` has as much room. No branch depends on the data but for the number of multiples.
    fn write(bits: u64, base: u32, out: &mut [u32]);

    /// As [`Self::write`] for bits `of` that are `among` others: `base` and how many of the others stand before each.
    fn write_ranks(of: u64, among: u64, base: u32, out: &mut [u32]);
}

/// One bit after the other.
struct OneByOne;

impl Places for OneByOne {
    #[inline(always)]
    fn write(mut bits: u64, base: u32, out: &mut [u32]) {
        for many in out.chunks_exact_mut(PLACES_AT_A_TIME / 2) {
            for place in many {
                *place = base.wrapping_add(bits.trailing_zeros());
                bits &= bits.wrapping_sub(1);
            }
            if bits == 0 {
                return;
            }
        }
    }

    #[inline(always)]
    fn write_ranks(mut of: u64, among: u64, base: u32, out: &mut [u32]) {
        for place in out {
            if of == 0 {
                return;
            }
            let before = (of & of.wrapping_neg()) - 1;
            *place = base.wrapping_add((among & before).count_ones());
            of &= of - 1;
        }
    }
}

/// Hands every lane of `bytes` to the taker, until it wants no more. The last one is padded with spaces, at least one, so that
/// a sequence of UTF-8 that the text cuts is irregular.
///
/// The taker is compiled into each form, so that its work on the marks has the form's instructions too (counting bits takes
/// one of them instead of a dozen), and no lane is stored: together a fifth of the scan's time.
#[inline]
pub fn read(form: Form, bytes: &[u8], marks: Marks, taker: &mut impl Taker) {
    let (lanes, rest) = bytes.as_chunks::<LANE_BYTES>();
    let mut padded = [if marks.delimiter == b' ' { b'x' } else { b' ' }; LANE_BYTES];
    padded[..rest.len()].copy_from_slice(rest);
    let lanes = Lanes { whole: lanes, padded: &padded };
    match form {
        Form::Plain => {
            let mut usual = Usual::default();
            for at in 0..lanes.len() {
                if !taker.lane::<OneByOne>(at * LANE_BYTES, &plain(lanes.get(at), marks, &mut usual)) {
                    return;
                }
            }
        }
        #[cfg(target_arch = "x86_64")]
        Form::Avx2 => avx2::read(&lanes, marks, taker),
        #[cfg(target_arch = "x86_64")]
        Form::Avx512 => avx512::read(&lanes, marks, taker),
    }
}

/// The lanes of a text, the last one padded.
struct Lanes<'a> {
    whole: &'a [[u8; LANE_BYTES]],
    padded: &'a [u8; LANE_BYTES],
}

impl Lanes<'_> {
    #[inline]
    fn len(&self) -> usize {
        self.whole.len() + 1
    }

    #[inline(always)]
    fn get(&self, at: usize) -> &[u8; LANE_BYTES] {
        self.whole.get(at).unwrap_or(self.padded)
    }
}

fn plain(lane: &[u8; LANE_BYTES], marks: Marks, usual: &mut Usual) -> Lane {
    let mut found = Lane::default();
    let mut classes = Classes { high: 0, next: 0, two: 0, three: 0 };
    let among = |byte: u8, (least, count): (u8, u8)| u64::from(byte.wrapping_sub(least) < count);
    for (i, &byte) in lane.iter().enumerate() {
        found.delimiters |= u64::from(byte == marks.delimiter) << i;
        found.terminators |= u64::from(byte == marks.terminator) << i;
        found.quotes |= u64::from(Some(byte) == marks.quote) << i;
        found.nuls |= u64::from(byte == 0) << i;
        classes.high |= u64::from(!byte.is_ascii()) << i;
        classes.next |= u64::from(byte.cast_signed() < NOT_NEXT) << i;
        classes.two |= among(byte, TWO) << i;
        classes.three |= among(byte, THREE) << i;
    }
    found.irregular = usual.irregular(classes);
    found
}

/// With the module below the only `unsafe` of the program: unaligned vector loads from arrays whose length is in their type.
#[cfg(target_arch = "x86_64")]
#[allow(unsafe_code)]
mod avx2 {
    use super::{Classes, LANE_BYTES, Lane, Lanes, Marks, NOT_NEXT, OneByOne, THREE, TWO, Taker, Usual};
    use std::arch::x86_64::{
        __m256i, _mm256_cmpeq_epi8, _mm256_cmpgt_epi8, _mm256_loadu_si256, _mm256_min_epu8, _mm256_movemask_epi8,
        _mm256_set1_epi8, _mm256_setzero_si256, _mm256_sub_epi8,
    };

    pub fn read(lanes: &Lanes<'_>, marks: Marks, taker: &mut impl Taker) {
        // SAFETY: `Form::Avx2` is only built by `Form::best` after the processor said that it has all of these.
        unsafe { read_lanes(lanes, marks, taker) }
    }

    #[target_feature(enable = "avx2,bmi1,bmi2,popcnt")]
    fn read_lanes(lanes: &Lanes<'_>, marks: Marks, taker: &mut impl Taker) {
        let delimiter = _mm256_set1_epi8(marks.delimiter.cast_signed());
        let terminator = _mm256_set1_epi8(marks.terminator.cast_signed());
        let quote = _mm256_set1_epi8(marks.quote.unwrap_or(marks.terminator).cast_signed());
        let keep_quotes = if marks.quote.is_some() { u64::MAX } else { 0 };
        let zero = _mm256_setzero_si256();
        let bits = |low: __m256i, high: __m256i| {
            u64::from(_mm256_movemask_epi8(low).cast_unsigned())
                | u64::from(_mm256_movemask_epi8(high).cast_unsigned()) << 32
        };
        let below = |bytes: __m256i, least: i8| _mm256_cmpgt_epi8(_mm256_set1_epi8(least), bytes);
        let among = |bytes: __m256i, (least, count): (u8, u8)| {
            let above = _mm256_sub_epi8(bytes, _mm256_set1_epi8(least.cast_signed()));
            _mm256_cmpeq_epi8(_mm256_min_epu8(above, _mm256_set1_epi8((count - 1).cast_signed())), above)
        };
        let mut usual = Usual::default();
        for at in 0..lanes.len() {
            let lane: &[u8; LANE_BYTES] = lanes.get(at);
            // SAFETY: `lane` is 64 readable bytes; the loads take bytes 0..32 and 32..64 and need no alignment.
            let (low, high) =
                unsafe { (_mm256_loadu_si256(lane.as_ptr().cast()), _mm256_loadu_si256(lane.as_ptr().add(32).cast())) };
            let found = Lane {
                delimiters: bits(_mm256_cmpeq_epi8(low, delimiter), _mm256_cmpeq_epi8(high, delimiter)),
                terminators: bits(_mm256_cmpeq_epi8(low, terminator), _mm256_cmpeq_epi8(high, terminator)),
                quotes: keep_quotes & bits(_mm256_cmpeq_epi8(low, quote), _mm256_cmpeq_epi8(high, quote)),
                nuls: bits(_mm256_cmpeq_epi8(low, zero), _mm256_cmpeq_epi8(high, zero)),
                irregular: usual.irregular(Classes {
                    high: bits(low, high),
                    next: bits(below(low, NOT_NEXT), below(high, NOT_NEXT)),
                    two: bits(among(low, TWO), among(high, TWO)),
                    three: bits(among(low, THREE), among(high, THREE)),
                }),
            };
            if !taker.lane::<OneByOne>(at * LANE_BYTES, &found) {
                return;
            }
        }
    }
}

/// With the module above the only `unsafe` of the program: vector loads from and stores to arrays whose length is in their
/// type.
#[cfg(target_arch = "x86_64")]
#[allow(unsafe_code)]
mod avx512 {
    use super::{
        Classes, LANE_BYTES, Lane, Lanes, Marks, NOT_NEXT, PLACES_AT_A_TIME, Places, THREE, TWO, Taker, Usual,
    };
    use std::arch::x86_64::{
        __m512i, _mm512_add_epi32, _mm512_alignr_epi64, _mm512_castsi512_si128, _mm512_cmpeq_epi8_mask,
        _mm512_cmplt_epi8_mask, _mm512_cmplt_epu8_mask, _mm512_cvtepu8_epi32, _mm512_loadu_si512,
        _mm512_maskz_compress_epi8, _mm512_movepi8_mask, _mm512_set1_epi8, _mm512_set1_epi32, _mm512_setzero_si512,
        _mm512_storeu_si512, _mm512_sub_epi8, _pext_u64,
    };

    /// 0 to 63.
    const NUMBERS: [u8; LANE_BYTES] = {
        let mut numbers = [0; LANE_BYTES];
        let mut at = 0;
        while at < LANE_BYTES {
            numbers[at] = at as u8;
            at += 1;
        }
        numbers
    };

    pub fn read(lanes: &Lanes<'_>, marks: Marks, taker: &mut impl Taker) {
        // SAFETY: `Form::Avx512` is only built by `Form::all` after the processor said that it has all of these.
        unsafe { read_lanes(lanes, marks, taker) }
    }

    #[target_feature(enable = "avx512f,avx512bw,avx512vbmi2,avx2,bmi1,bmi2,popcnt")]
    fn read_lanes(lanes: &Lanes<'_>, marks: Marks, taker: &mut impl Taker) {
        let delimiter = _mm512_set1_epi8(marks.delimiter.cast_signed());
        let terminator = _mm512_set1_epi8(marks.terminator.cast_signed());
        let quote = _mm512_set1_epi8(marks.quote.unwrap_or(marks.terminator).cast_signed());
        let keep_quotes = if marks.quote.is_some() { u64::MAX } else { 0 };
        let among = |bytes: __m512i, (least, count): (u8, u8)| {
            let above = _mm512_sub_epi8(bytes, _mm512_set1_epi8(least.cast_signed()));
            _mm512_cmplt_epu8_mask(above, _mm512_set1_epi8(count.cast_signed()))
        };
        let mut usual = Usual::default();
        for at in 0..lanes.len() {
            let bytes = load(lanes.get(at));
            let found = Lane {
                delimiters: _mm512_cmpeq_epi8_mask(bytes, delimiter),
                terminators: _mm512_cmpeq_epi8_mask(bytes, terminator),
                quotes: keep_quotes & _mm512_cmpeq_epi8_mask(bytes, quote),
                nuls: _mm512_cmpeq_epi8_mask(bytes, _mm512_setzero_si512()),
                irregular: usual.irregular(Classes {
                    high: _mm512_movepi8_mask(bytes),
                    next: _mm512_cmplt_epi8_mask(bytes, _mm512_set1_epi8(NOT_NEXT)),
                    two: among(bytes, TWO),
                    three: among(bytes, THREE),
                }),
            };
            if !taker.lane::<Together>(at * LANE_BYTES, &found) {
                return;
            }
        }
    }

    /// The numbers of all marked bytes moved together by one instruction. Only [`read_lanes`] names it.
    struct Together;

    impl Places for Together {
        #[inline(always)]
        fn write(bits: u64, base: u32, out: &mut [u32]) {
            // SAFETY: only `read_lanes` hands this type to a taker, so the processor has the instructions.
            unsafe { write(bits, base, out) }
        }

        #[inline(always)]
        fn write_ranks(of: u64, among: u64, base: u32, out: &mut [u32]) {
            // SAFETY: only `read_lanes` hands this type to a taker, so the processor has the instructions.
            unsafe { write_ranks(of, among, base, out) }
        }
    }

    #[inline]
    #[target_feature(enable = "avx512f,avx512bw,avx512vbmi2")]
    fn load(bytes: &[u8; LANE_BYTES]) -> __m512i {
        // SAFETY: 64 readable bytes; the load needs no alignment.
        unsafe { _mm512_loadu_si512(bytes.as_ptr().cast()) }
    }

    /// Once the bits of the others have moved together, their places are their ranks.
    #[inline]
    #[target_feature(enable = "avx512f,avx512bw,avx512vbmi2,bmi2")]
    fn write_ranks(of: u64, among: u64, base: u32, out: &mut [u32]) {
        write(_pext_u64(of, among), base, out);
    }

    #[inline]
    #[target_feature(enable = "avx512f,avx512bw,avx512vbmi2")]
    fn write(bits: u64, base: u32, out: &mut [u32]) {
        let mut together = _mm512_maskz_compress_epi8(bits, load(&NUMBERS));
        let base = _mm512_set1_epi32(base.cast_signed());
        let (out, _) = out.as_chunks_mut::<PLACES_AT_A_TIME>();
        for out in out {
            let places = _mm512_add_epi32(_mm512_cvtepu8_epi32(_mm512_castsi512_si128(together)), base);
            // The next sixteen bytes move to the front.
            together = _mm512_alignr_epi64::<2>(_mm512_setzero_si512(), together);
            // SAFETY: 16 writable numbers of four bytes; the store needs no alignment.
            unsafe { _mm512_storeu_si512(out.as_mut_ptr().cast(), places) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Taker for Vec<Lane> {
        fn lane<P: Places>(&mut self, at: usize, lane: &Lane) -> bool {
            assert_eq!(at, self.len() * LANE_BYTES);
            let marks = lane.delimiters | lane.terminators;
            let bits: Vec<u32> = (0..64).filter(|bit| marks >> bit & 1 == 1).map(|bit| 7 + bit).collect();
            let mut places = vec![0; bits.len().next_multiple_of(PLACES_AT_A_TIME)];
            P::write(marks, 7, &mut places);
            assert_eq!(places[..bits.len()], bits);
            let ranks = bits.iter().enumerate().filter(|(_, bit)| lane.terminators >> (*bit - 7) & 1 == 1);
            let ranks: Vec<u32> = ranks.map(|(rank, _)| 3 + rank as u32).collect();
            P::write_ranks(lane.terminators, marks, 3, &mut places);
            assert_eq!(places[..ranks.len()], ranks);
            self.push(*lane);
            true
        }
    }

    #[test]
    fn the_vector_forms_equal_the_plain_form() {
        let mut seed = 1_u64;
        for length in (0..300).chain([4096, 10_007]) {
            let bytes: Vec<u8> = (0..length)
                .map(|_| {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    b";\n\"\0\r ax\xD0\xFF"[(seed >> 33) as usize % 10]
                })
                .collect();
            for quote in [None, Some(b'"')] {
                let marks = Marks { delimiter: b';', terminator: b'\n', quote };
                let mut slow = Vec::new();
                read(Form::Plain, &bytes, marks, &mut slow);
                for form in Form::all() {
                    let mut fast = Vec::new();
                    read(form, &bytes, marks, &mut fast);
                    assert_eq!(fast, slow, "{form:?}");
                }
                let counted: u32 = slow.iter().map(|lane| (lane.delimiters | lane.terminators).count_ones()).sum();
                assert_eq!(counted as usize, bytes.iter().filter(|b| b";\n".contains(b)).count());
            }
        }
    }
}
