//! Calendar date, written in the ways that dumps write it.

use super::check::calendar::is_day;
use super::{KeyBuf, Kind, Mismatch, Rank, Region};
use crate::text::blank;

/// The kind `date`.
pub static KIND: Kind = Kind {
    id: "date",
    title: "Date",
    plural: "dates",
    sources: &[
        "ISO 8601-1:2019 (yyyy-mm-dd, yyyymmdd, yyyymmddThhmmssZ)",
        "ДСТУ 4163:2020 and GOST R 7.0.97-2016 (dd.mm.yyyy)",
        "Unicode CLDR, en-US short format (m/d/yyyy h:mm:ss AM)",
    ],
    valid: &[
        ("1985-03-15", "1985-03-15"),
        ("15.03.1985", "1985-03-15"),
        ("15/03/1985", "1985-03-15"),
        ("15-03-1985", "1985-03-15"),
        ("03/15/1985", "1985-03-15"),
        ("5.8.2018", "2018-08-05"),
        ("5/8/2018", "2018-08-05"),
        ("5/8/2018 12:00:00 AM", "2018-05-08"),
        ("1985/3/5", "1985-03-05"),
        ("19850315", "1985-03-15"),
        ("31121985", "1985-12-31"),
        ("19850315.0", "1985-03-15"),
        ("20190521T103000Z", "2019-05-21"),
        ("2019-05-21 10:30:00.125+03:00", "2019-05-21"),
        ("2019-05-21T10:30", "2019-05-21"),
        ("15.03.1985 р.", "1985-03-15"),
        ("15.03.1985г.", "1985-03-15"),
        ("29.02.2000", "2000-02-29"),
    ],
    invalid: &[
        ("1985-02-30", Mismatch::Part),
        ("0000-00-00", Mismatch::Part),
        ("0000-00-00 00:00:00", Mismatch::Part),
        ("29.02.1900", Mismatch::Part),
        ("15.03.1849", Mismatch::Part),
        ("01.01.2101", Mismatch::Part),
        ("03.15.1985", Mismatch::Part),
        ("31/31/1985", Mismatch::Part),
        ("15.03.85", Mismatch::Length),
        ("1985031", Mismatch::Shape),
        ("15.03-1985", Mismatch::Shape),
        ("1985-03-15 25:00", Mismatch::Shape),
        ("1985-03-15 tomorrow", Mismatch::Shape),
        ("1759013776", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.0018,
    rank: Rank::Attribute,
    headers: &[
        "date",
        "туулганкүнү",
        "туулгандатасы",
        "dob",
        "birthday",
        "birthdate",
        "dateofbirth",
        "datebirth",
        "bdate",
        "born",
        "issuedate",
        "dateissue",
        "dateissued",
        "expirydate",
        "ddoc",
        "dend",
        "created",
        "createdat",
        "registered",
        "regdate",
        "дата",
        "датанародження",
        "датанар",
        "деньнародження",
        "датавидачі",
        "дійснедо",
        "датарождения",
        "деньрождения",
        "др",
        "датавыдачи",
        "действительнодо",
        "датарегистрации",
    ],
    caveat: "Where / or - leave day and month open, the day comes first, unless AM or PM shows the American order, or \
             the other cells of the column do: then every cell is read month first. \
             Years 1850 to 2100; two-digit years and days without a year are not read. 1900-01-01 and 1970-01-01 \
             often stand for no date.",
    canonical: Some(is_canonical),
    key,
    column_region: Some(order),
    ..Kind::COMMON
};

/// No spelling is longer; a cell that is is not one.
const INPUT_BYTES_MOST: usize = 48;

/// Years that occur as dates of people and documents.
const YEARS: std::ops::RangeInclusive<u32> = 1850..=2100;

/// Days of a year that has every month with 31: what [`Day::in_year`] is below.
pub const DAYS_MOST: usize = 12 * 31;

/// One day of the years that are read. There are so few that a column of them can be counted by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// Number of years that are read.
    pub const YEARS: usize = (*YEARS.end() - *YEARS.start() + 1) as usize;

    /// The day of a text in the two commonest spellings, dd.mm.yyyy and the canonical one; `None` for all others.
    #[inline]
    pub fn of(text: &[u8]) -> Option<Day> {
        let &[a, b, c, d, e, f, g, h, i, j] = text else { return None };
        let digits = match (c, e, f, h) {
            (b'.', _, b'.', _) => [g, h, i, j, d, e, a, b],
            (_, b'-', _, b'-') => [a, b, c, d, f, g, i, j],
            _ => return None,
        };
        // All eight at once: each byte is a digit, then each pair of them a number below 100 in sixteen bits.
        let values = u64::from_le_bytes(digits) ^ u64::from_le_bytes([b'0'; 8]);
        if (values | values.wrapping_add(u64::from_le_bytes([6; 8]))) & u64::from_le_bytes([0xF0; 8]) != 0 {
            return None;
        }
        const TENS: u64 = 0x000F_000F_000F_000F;
        let pairs = (values & TENS) * 10 + (values >> 8 & TENS);
        let [century, year, month, day] = [0, 16, 32, 48].map(|shift| (pairs >> shift) as u32 & 0xFF);
        let year = century * 100 + year;
        // What is possible fits.
        possible(year, month, day).then_some(Day { year: year as u16, month: month as u8, day: day as u8 })
    }

    /// Years since the first one that is read, below [`Self::YEARS`].
    #[inline]
    pub fn year(self) -> usize {
        usize::from(self.year) - *YEARS.start() as usize
    }

    /// Months since January, below 12.
    #[inline]
    pub fn month(self) -> usize {
        usize::from(self.month) - 1
    }

    /// Its number in the year, below [`DAYS_MOST`].
    #[inline]
    pub fn in_year(self) -> usize {
        self.month() * 31 + usize::from(self.day) - 1
    }

    /// Months since year 0.
    #[inline]
    pub fn months(self) -> u16 {
        months(self.year(), self.month())
    }

    /// Its canonical key.
    pub fn key(self) -> [u8; 10] {
        let digit = |number: u32| b'0' + (number % 10) as u8;
        let (year, month, day) = (u32::from(self.year), u32::from(self.month), u32::from(self.day));
        let [y1, y2, y3, y4] = [year / 1000, year / 100, year / 10, year].map(digit);
        let [m1, m2, d1, d2] = [month / 10, month, day / 10, day].map(digit);
        [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2]
    }
}

/// Months since year 0 of a month in one of the years that are read, both counted from 0.
#[inline]
pub fn months(year: usize, month: usize) -> u16 {
    // At most 12 times 2100: the conversion loses nothing.
    ((*YEARS.start() as usize + year) * 12 + month) as u16
}

fn is_canonical(text: &[u8]) -> bool {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return false };
    let digits = [y1, y2, y3, y4, m1, m2, d1, d2];
    digits.iter().all(u8::is_ascii_digit) && possible(number(&digits[..4]), number(&digits[4..6]), number(&digits[6..]))
}

fn key(text: &[u8], region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    // By far the commonest spellings first: dd.mm.yyyy, then the canonical one.
    if let &[d1, d2, b'.', m1, m2, b'.', y1, y2, y3, y4] = text {
        let digits = [y1, y2, y3, y4, m1, m2, d1, d2];
        return if digits.iter().all(u8::is_ascii_digit) { write(digits, out) } else { Err(Mismatch::Shape) };
    }
    if is_canonical(text) {
        out.extend_from_slice(text);
        return Ok(());
    }
    if text.len() > INPUT_BYTES_MOST {
        return Err(Mismatch::Shape);
    }
    write(read(text, region)?, out)
}

/// Writes eight digits yyyymmdd with dashes, if the day exists.
#[inline]
fn write(digits: [u8; 8], out: &mut KeyBuf) -> Result<(), Mismatch> {
    if !possible(number(&digits[..4]), number(&digits[4..6]), number(&digits[6..])) {
        return Err(Mismatch::Part);
    }
    let [y1, y2, y3, y4, m1, m2, d1, d2] = digits;
    out.extend_from_slice(&[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2]);
    Ok(())
}

#[inline]
fn possible(year: u32, month: u32, day: u32) -> bool {
    YEARS.contains(&year) && is_day(year, month, day)
}

/// Value of a few ASCII digits.
#[inline]
fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |value, &digit| value * 10 + u32::from(digit & 0x0F))
}

/// Cells that can be read month first only, before a column is.
const MONTH_FIRST_LEAST: usize = 3;

/// The order of day and month in a column: American where cells can be read month first only, and hardly any day first
/// only. In the order of other countries a second number above 12 is a slip.
fn order(cells: &[&[u8]]) -> Region {
    let (mut month_first, mut day_first) = (0usize, 0usize);
    for cell in cells {
        let Some((first, second)) = halves(blank::trim(cell)) else { continue };
        month_first += usize::from(first <= 12 && (13..=31).contains(&second));
        day_first += usize::from((13..=31).contains(&first) && second <= 12);
    }
    // The slips of one row in twenty decide nothing.
    if month_first >= MONTH_FIRST_LEAST && day_first * 20 <= month_first { Region::Us } else { Region::Unknown }
}

/// The first two numbers of `d/m/yyyy` or `d-m-yyyy`, which leaves open what is the day.
fn halves(text: &[u8]) -> Option<(u32, u32)> {
    let (first, rest) = digits(text);
    let (&separator, rest) = rest.split_first()?;
    let (second, rest) = digits(rest);
    let (&again, rest) = rest.split_first()?;
    let lengths = (1..=2).contains(&first.len()) && (1..=2).contains(&second.len()) && digits(rest).0.len() == 4;
    (matches!(separator, b'/' | b'-') && again == separator && lengths).then(|| (number(first), number(second)))
}

/// Up to three groups of digits with one separator between them, then perhaps a time of day. Gives yyyymmdd.
fn read(text: &[u8], region: Region) -> Result<[u8; 8], Mismatch> {
    let text = blank::trim(text);
    let (first, rest) = digits(text);
    if first.len() == 8 {
        let clock = if rest == b".0" { Clock::None } else { clock(rest)? };
        return match clock {
            Clock::None | Clock::Day => compact(first),
            Clock::Half => Err(Mismatch::Shape),
        };
    }
    let (&separator, rest) = rest.split_first().ok_or(Mismatch::Shape)?;
    let (second, rest) = digits(rest);
    let (&again, rest) = rest.split_first().ok_or(Mismatch::Shape)?;
    let (third, rest) = digits(rest);
    if !matches!(separator, b'.' | b'-' | b'/') || again != separator {
        return Err(Mismatch::Shape);
    }
    let clock = clock(rest)?;
    let (year, month, day) = match (first.len(), second.len(), third.len()) {
        (4, 1..=2, 1..=2) => (first, second, third),
        (1..=2, 1..=2, 4) if month_first(number(first), number(second), separator, clock, region) => {
            (third, first, second)
        }
        (1..=2, 1..=2, 4) => (third, second, first),
        (1..=2, 1..=2, 2) => return Err(Mismatch::Length),
        _ => return Err(Mismatch::Shape),
    };
    let mut found = [b'0'; 8];
    found[..4].copy_from_slice(year);
    found[6 - month.len()..6].copy_from_slice(month);
    found[8 - day.len()..].copy_from_slice(day);
    Ok(found)
}

/// Whether `first/second/year` is month/day: the second cannot be a month, or a twelve-hour clock or the column shows the
/// American order.
fn month_first(first: u32, second: u32, separator: u8, clock: Clock, region: Region) -> bool {
    let american = region == Region::Us || (separator == b'/' && clock == Clock::Half);
    separator != b'.' && first <= 12 && (second > 12 || american)
}

/// Eight digits: yyyymmdd, else ddmmyyyy. A year from 1850 to 2100 begins with no possible month, so both never fit.
fn compact(text: &[u8]) -> Result<[u8; 8], Mismatch> {
    let &[a, b, c, d, e, f, g, h] = text else { return Err(Mismatch::Shape) };
    let iso = YEARS.contains(&number(&text[..4])) && number(&text[4..6]) <= 12;
    Ok(if iso { [a, b, c, d, e, f, g, h] } else { [e, f, g, h, c, d, a, b] })
}

/// The leading digits, and what follows.
fn digits(text: &[u8]) -> (&[u8], &[u8]) {
    text.split_at(text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len()))
}

/// What follows a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clock {
    /// Nothing, or the word for year.
    None,
    /// A time by the 24-hour clock.
    Day,
    /// A time with AM or PM.
    Half,
}

fn clock(text: &[u8]) -> Result<Clock, Mismatch> {
    let word = blank::trim(text);
    if word.is_empty() || ["р.", "р", "г.", "г", "Z"].iter().any(|year| word == year.as_bytes()) {
        return Ok(Clock::None);
    }
    let time = match text.strip_prefix(b"T").or_else(|| text.strip_prefix(b"t")) {
        Some(time) => time,
        None if word.len() < text.len() => word,
        None => return Err(Mismatch::Shape),
    };
    let (hour, mut rest) = digits(time);
    let fits = match hour.len() {
        // hhmm or hhmmss in one.
        4 | 6 => hour.chunks(2).zip([23, 59, 60]).all(|(part, most)| number(part) <= most),
        1 | 2 => {
            let mut fits = number(hour) <= 24;
            for _ in 0..2 {
                let Some(after) = rest.strip_prefix(b":") else { break };
                let (part, after) = digits(after);
                fits &= part.len() == 2 && number(part) <= 60;
                rest = after;
            }
            fits && rest.len() < time.len() - hour.len()
        }
        _ => false,
    };
    if !fits {
        return Err(Mismatch::Shape);
    }
    if let Some(fraction) = rest.strip_prefix(b".").or_else(|| rest.strip_prefix(b",")) {
        rest = digits(fraction).1;
    }
    let mark = blank::trim(rest);
    if mark.eq_ignore_ascii_case(b"am") || mark.eq_ignore_ascii_case(b"pm") {
        return if hour.len() <= 2 && number(hour) <= 12 { Ok(Clock::Half) } else { Err(Mismatch::Shape) };
    }
    if is_zone(mark) { Ok(Clock::Day) } else { Err(Mismatch::Shape) }
}

/// Nothing, `Z`, `UTC`, or an offset of hours with or without minutes.
fn is_zone(mark: &[u8]) -> bool {
    match mark {
        [] | [b'Z' | b'z'] | b"UTC" => true,
        [b'+' | b'-', offset @ ..] => match offset {
            [a, b] => a.is_ascii_digit() && b.is_ascii_digit(),
            [a, b, c, d] | [a, b, b':', c, d] => [a, b, c, d].iter().all(|digit| digit.is_ascii_digit()),
            _ => false,
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::Draw;

    fn spelled(text: &str) -> Result<String, Mismatch> {
        crate::kind::tests::spelled(&KIND, text)
    }

    /// Every day of the range in six spellings: one key. And both readings of eight digits never fit.
    #[test]
    fn all_spellings_of_every_day_give_one_key() {
        for year in YEARS {
            for (month, day) in (1..=12).flat_map(|month| (1..=31).map(move |day| (month, day))) {
                if !is_day(year, month, day) {
                    continue;
                }
                let key = format!("{year:04}-{month:02}-{day:02}");
                assert!(is_canonical(key.as_bytes()));
                let found = Day::of(key.as_bytes()).unwrap();
                let day_of = Day { year: year as u16, month: month as u8, day: day as u8 };
                assert_eq!((found, &found.key()[..]), (day_of, key.as_bytes()));
                assert!(found.year() < Day::YEARS && found.in_year() < DAYS_MOST);
                assert_eq!(u32::from(found.months()), year * 12 + month - 1);
                assert_eq!(Day::of(format!("{day:02}.{month:02}.{year}").as_bytes()), Some(found));
                for text in [
                    format!("{day:02}.{month:02}.{year}"),
                    format!("{day}.{month}.{year}"),
                    format!("{day}/{month}/{year}"),
                    format!("{year}{month:02}{day:02}"),
                    format!("{day:02}{month:02}{year}"),
                    format!("{key}T23:59:59Z"),
                    format!("{month}/{day}/{year} 1:05:00 PM"),
                ] {
                    assert_eq!(spelled(&text).as_deref(), Ok(key.as_str()), "{text}");
                }
            }
        }
    }

    #[test]
    fn a_day_is_read_only_where_the_key_is() {
        for text in
            KIND.invalid.iter().map(|(text, _)| *text).chain(["29.02.2019", "1985-02-30", "1x.03.1985", "00.01.1985"])
        {
            assert_eq!(Day::of(text.as_bytes()), None, "{text}");
        }
    }

    /// Share of random eight-digit strings that pass; the other spellings, with their separators, pass half as many.
    #[test]
    fn chance_is_the_share_of_random_eight_digit_numbers() {
        let mut draw = Draw::new(20_260_102);
        let passed = (0..1_000_000).filter(|_| spelled(&format!("{:08}", draw.below(100_000_000))).is_ok()).count();
        assert!((passed as f64 / 1e6 - KIND.chance).abs() < 0.0002, "{passed}");
    }

    fn column(cells: &[&str]) -> Vec<String> {
        let region = order(&cells.iter().map(|cell| cell.as_bytes()).collect::<Vec<_>>());
        let key = |cell: &&str| {
            let mut out = KeyBuf::new();
            key(cell.as_bytes(), region, &mut out)
                .map_or("none".into(), |()| String::from_utf8_lossy(&out).into_owned())
        };
        cells.iter().map(key).collect()
    }

    #[test]
    fn the_cells_of_a_column_tell_its_order_together() {
        let american = column(&["03/25/1985", "3/26/1985", "12-31-1999", "01/02/2003", "1/2/2003 10:30"]);
        assert_eq!(american, ["1985-03-25", "1985-03-26", "1999-12-31", "2003-01-02", "2003-01-02"]);
        // Day first, with a slip; ISO and dots say nothing and mean what they always do.
        let others = column(&["25/03/1985", "26/3/1985", "03/27/1985", "01/02/2003"]);
        assert_eq!(others, ["1985-03-25", "1985-03-26", "1985-03-27", "2003-02-01"]);
        let mixed = column(&["03/25/1985", "3/26/1985", "12/31/1999", "2003-01-02", "01.02.2003"]);
        assert_eq!(mixed[3..], ["2003-01-02", "2003-02-01"]);
        assert_eq!(column(&["01/02/2003", "03/25/1985"])[0], "2003-02-01", "two cells decide nothing");
    }
}
