//! A place as latitude and longitude in decimal degrees.

use super::check::chance::are_most;
use super::facts::Facts;
use super::{KeyBuf, Kind, Mismatch, Piece, Rank, Region, Sign};
use crate::text::blank;

/// The kind `geo.latlon`.
pub static KIND: Kind = Kind {
    id: "geo.latlon",
    title: "Geographic coordinates (latitude, longitude)",
    plural: "coordinates",
    sources: &["ISO 6709, annex H (decimal degrees)", "WGS 84"],
    valid: &[
        ("50.4501, 30.5234", "50.4501,30.5234"),
        ("42.8746,74.5698", "42.8746,74.5698"),
        ("50.450100;30.523400", "50.4501,30.5234"),
        ("50.4501 30.5234", "50.4501,30.5234"),
        ("50,4501; 30,5234", "50.4501,30.5234"),
        ("-33.8688,151.2093", "-33.8688,151.2093"),
        ("−33.8688, +151.2093", "-33.8688,151.2093"),
        ("(50.4501, 30.5234)", "50.4501,30.5234"),
    ],
    invalid: &[
        ("150.123,30.523", Mismatch::Part),
        ("50.450,180.001", Mismatch::Part),
        ("0.000,0.000", Mismatch::Part),
        ("50.45,30.52", Mismatch::Length),
        ("50.4501", Mismatch::Shape),
        ("50,4501,30,5234", Mismatch::Shape),
        ("50.4501,30.5234,12", Mismatch::Shape),
        ("50.4501N 30.5234E", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Of two digits before the point nine in ten pairs are a latitude.
    chance: 0.9,
    width: None,
    rank: Rank::Attribute,
    headers: &["coordinates", "coords", "latlon", "latlng", "gps", "geo", "координати", "геокоординати", "координаты"],
    caveat: "Latitude is taken to stand first; where both are below 90, the values do not tell. A column is \
             decided by its values where most pairs have four decimals and lie in one part of the earth. At least three decimals (about \
             a hundred metres) are asked for. Coordinates of a town's centre are shared by all its records.",
    key,
    facts: Some(facts),
    shows: Some(are_places),
    pieces: &[
        Piece { headers: LATITUDE_HEADERS, fits: is_latitude, optional: false, telling: false },
        Piece { headers: LONGITUDE_HEADERS, fits: is_longitude, optional: false, telling: false },
    ],
    ..Kind::COMMON
};

const LATITUDE_HEADERS: &[&str] = &["lat", "latitude", "geolat", "gpslat", "широта"];

const LONGITUDE_HEADERS: &[&str] =
    &["lon", "lng", "long", "longitude", "geolon", "geolng", "gpslon", "довгота", "долгота"];

/// Most digits on either side of the point.
const DIGITS_MOST: usize = 20;

/// Fewest decimals.
const DECIMALS_LEAST: usize = 3;

/// Greatest latitude and longitude, in degrees.
const LATITUDE_MOST: u32 = 90;
const LONGITUDE_MOST: u32 = 180;

/// A number as it was read: its sign, the digits before the point without leading zeros, those behind without trailing ones.
struct Degrees<'a> {
    negative: bool,
    whole: &'a [u8],
    decimals: &'a [u8],
    /// Decimals as written, trailing zeros included.
    written: usize,
}

impl<'a> Degrees<'a> {
    /// Reads a number with its decimal mark from the start of `text`; what follows is the second field.
    fn read(text: &'a [u8], mark: u8) -> Option<(Degrees<'a>, &'a [u8])> {
        let (negative, text) = match text.first()? {
            b'+' => (false, &text[1..]),
            _ => match blank::dash(text) {
                0 => (false, text),
                length => (true, &text[length..]),
            },
        };
        let (whole, rest) = digits(text)?;
        let (decimals, rest) = digits(rest.strip_prefix(&[mark])?)?;
        let zeros = whole.iter().take_while(|digit| **digit == b'0').count().min(whole.len() - 1);
        let kept = decimals.iter().rposition(|digit| *digit != b'0').map_or(0, |last| last + 1);
        let read = Degrees { negative, whole: &whole[zeros..], decimals: &decimals[..kept], written: decimals.len() };
        Some((read, rest))
    }

    fn is_zero(&self) -> bool {
        self.whole == b"0" && self.decimals.is_empty()
    }

    fn within(&self, most: u32) -> bool {
        let whole = super::facts::number(self.whole).unwrap_or(u32::MAX);
        whole < most || whole == most && self.decimals.is_empty()
    }

    fn write(&self, out: &mut KeyBuf) {
        if self.negative && !self.is_zero() {
            out.push(b'-');
        }
        out.extend_from_slice(self.whole);
        out.push(b'.');
        out.extend_from_slice(self.decimals);
        // A key has as many decimals as a spelling needs.
        out.extend(std::iter::repeat_n(b'0', DECIMALS_LEAST.saturating_sub(self.decimals.len())));
    }
}

/// The digits that `text` begins with, and the rest.
fn digits(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (1..=DIGITS_MOST).contains(&count).then(|| text.split_at(count))
}

fn skip_gaps(mut text: &[u8]) -> &[u8] {
    while !text.is_empty() && blank::gap(text) > 0 {
        text = &text[blank::gap(text)..];
    }
    text
}

/// Two numbers with this decimal mark, divided by one of the separators or by blanks.
fn pair<'a>(text: &'a [u8], mark: u8, separators: &[u8]) -> Option<(Degrees<'a>, Degrees<'a>)> {
    let (latitude, rest) = Degrees::read(text, mark)?;
    let behind = skip_gaps(rest);
    let (separated, behind) = match behind.first() {
        Some(byte) if separators.contains(byte) => (true, skip_gaps(&behind[1..])),
        _ => (behind.len() < rest.len(), behind),
    };
    let (longitude, rest) = Degrees::read(behind, mark)?;
    (separated && rest.is_empty()).then_some((latitude, longitude))
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let text = text.strip_prefix(b"(").and_then(|rest| rest.strip_suffix(b")")).unwrap_or(text);
    let read = pair(text, b'.', b",;").or_else(|| pair(text, b',', b";"));
    let (latitude, longitude) = read.ok_or(Mismatch::Shape)?;
    if latitude.written.min(longitude.written) < DECIMALS_LEAST {
        return Err(Mismatch::Length);
    }
    let nowhere = latitude.is_zero() && longitude.is_zero();
    if nowhere || !latitude.within(LATITUDE_MOST) || !longitude.within(LONGITUDE_MOST) {
        return Err(Mismatch::Part);
    }
    latitude.write(out);
    out.push(b',');
    longitude.write(out);
    Ok(())
}

fn is_degrees(text: &[u8], most: u32) -> bool {
    [b'.', b','].into_iter().any(|mark| {
        Degrees::read(text, mark)
            .is_some_and(|(read, rest)| rest.is_empty() && read.written >= DECIMALS_LEAST && read.within(most))
    })
}

fn is_latitude(text: &[u8]) -> bool {
    is_degrees(text, LATITUDE_MOST)
}

fn is_longitude(text: &[u8]) -> bool {
    is_degrees(text, LONGITUDE_MOST)
}

/// Decimals from which on nobody writes other pairs of numbers: ten metres.
const DECIMALS_PRECISE: usize = 4;
/// Half the height and width of one part of the earth, in degrees: that of the contiguous United States or of Russia's west.
const NEAR: [f64; 2] = [12.5, 30.0];
/// Around zero, in degrees, there is nothing but the sea (the Gulf of Guinea): pairs of shares and of scores lie there.
const SEA: [f64; 2] = [4.0, 8.0];

/// Whether most cells are precise pairs around one place: of pairs of two random digits before the point, one in six is.
///
/// # Source
/// ISO 6709, annex H; the extent of the contiguous United States (25 by 58 degrees).
fn are_places(cells: &[&[u8]]) -> Sign {
    let read = |cell: &&[u8]| -> Option<[f64; 2]> {
        let text = cell.strip_prefix(b"(").and_then(|rest| rest.strip_suffix(b")")).unwrap_or(cell);
        let (first, second) = pair(text, b'.', b",;").or_else(|| pair(text, b',', b";"))?;
        let precise = first.written.min(second.written) >= DECIMALS_PRECISE;
        let mut out = KeyBuf::new();
        key(cell, Region::Unknown, &mut out).ok()?;
        let (latitude, longitude) = std::str::from_utf8(&out).ok()?.split_once(',')?;
        Some([latitude.parse().ok()?, longitude.parse().ok()?]).filter(|_| precise)
    };
    let places: Vec<[f64; 2]> = cells.iter().filter_map(read).collect();
    let Some(middle) = middle(&places) else { return Sign::Nothing };
    let within = |place: &&[f64; 2], [height, width]: [f64; 2], around: [f64; 2]| {
        (place[0] - around[0]).abs() <= height && (place[1] - around[1]).abs() <= width
    };
    let near = places.iter().filter(|place| within(place, NEAR, middle)).count();
    let at_sea = within(&&middle, SEA, [0.0, 0.0]);
    if are_most(near, cells.len()) && !at_sea { Sign::Proof } else { Sign::Nothing }
}

/// The middle latitude and the middle longitude.
fn middle(places: &[[f64; 2]]) -> Option<[f64; 2]> {
    let of = |axis: usize| {
        let mut degrees: Vec<f64> = places.iter().map(|place| place[axis]).collect();
        degrees.sort_by(f64::total_cmp);
        degrees.get(degrees.len() / 2).copied()
    };
    Some([of(0)?, of(1)?])
}

/// Countries by the box around them, in degrees: south, north, west, east.
///
/// # Source
/// The extreme points of the two countries, rounded outwards; neighbours lie in the boxes too.
const BOXES: [([f64; 4], &str); 2] =
    [([44.3, 52.4, 22.1, 40.3], "Ukraine or near"), ([39.1, 43.3, 69.2, 80.3], "Kyrgyzstan or near")];

fn facts(key: &[u8]) -> Facts {
    let degrees = || -> Option<(f64, f64)> {
        let (latitude, longitude) = std::str::from_utf8(key).ok()?.split_once(',')?;
        Some((latitude.parse().ok()?, longitude.parse().ok()?))
    };
    let Some((latitude, longitude)) = degrees() else { return Facts::default() };
    let inside = |[south, north, west, east]: [f64; 4]| {
        (south..=north).contains(&latitude) && (west..=east).contains(&longitude)
    };
    Facts { region: BOXES.iter().find(|(sides, _)| inside(*sides)).map(|(_, name)| *name), ..Facts::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::{Draw, shown, spelled};

    #[test]
    fn places_in_one_part_of_the_earth_are_no_chance() {
        let pair = |draw: &mut Draw, from: [u64; 2], size: [u64; 2]| {
            let mut of = |axis: usize| format!("{}.{:05}", from[axis] + draw.below(size[axis]), draw.below(100_000));
            format!("{}, {}", of(0), of(1))
        };
        assert_eq!(shown(&KIND, 60, |draw| pair(draw, [44, 22], [8, 18])), Sign::Proof);
        assert_eq!(shown(&KIND, 300, |draw| pair(draw, [0, 0], [90, 100])), Sign::Nothing, "random ones");
        assert_eq!(shown(&KIND, 300, |draw| pair(draw, [0, 0], [1, 1])), Sign::Nothing, "shares of one");
        let short = |draw: &mut Draw| format!("50.{:03}, 30.{:03}", draw.below(1_000), draw.below(1_000));
        assert_eq!(shown(&KIND, 60, short), Sign::Nothing, "three decimals");
    }

    #[test]
    fn boxes_and_pieces() {
        assert_eq!(facts(b"50.4501,30.5234").region, Some("Ukraine or near"));
        assert_eq!(facts(b"42.8746,74.5698").region, Some("Kyrgyzstan or near"));
        assert_eq!((facts(b"-33.868,151.209").region, facts(b"x").region), (None, None));
        assert!(is_latitude(b"50.4501") && is_longitude(b"151,2093") && !is_latitude(b"151.2093"));
        assert!(!is_latitude(b"50.4") && !is_latitude(b"50.4501 x") && !is_latitude(b""));
    }

    #[test]
    fn decimals_that_say_nothing_are_left_out() {
        assert_eq!(spelled(&KIND, "050.45010,030.500000").as_deref(), Ok("50.4501,30.500"));
        assert_eq!(spelled(&KIND, "-0.0000,30.5000").as_deref(), Ok("0.000,30.500"));
    }

    #[test]
    fn chance_of_two_digits_is_as_stated() {
        let mut draw = Draw::new(6);
        let mut text = || format!("{:02}.{:04},{:02}.{:04}", draw.below(100), 1234, draw.below(100), 4321);
        let passed = (0..20_000).filter(|_| spelled(&KIND, &text()).is_ok()).count();
        assert!((passed as f64 / 2e4 - KIND.chance).abs() < 0.01, "{passed}");
    }
}
