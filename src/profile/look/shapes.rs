//! Looks that are shapes: what stands where in a cell, and how many of it.

use super::Look::{self, Address};
use super::Prepared;
use super::lists::holds;

pub(super) fn address(cell: &Prepared) -> bool {
    (8..=200).contains(&cell.chars)
        && cell.blanks >= 1
        && cell.letters >= 4
        && cell.digits >= 1
        && !cell.text.contains('@')
        && (cell.text.contains(',') || holds(Address, cell))
}

pub(super) fn cipher(cell: &Prepared) -> bool {
    // Whole blocks of eight bytes, in base 64.
    let (body, fill) = (cell.text.trim_end_matches('='), cell.text.ends_with('='));
    cell.chars.is_multiple_of(4)
        && (12..=88).contains(&cell.chars)
        && fill
        && body.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/".contains(&byte))
}

pub(super) fn coordinate(text: &str) -> bool {
    let part = |part: &str| {
        part.trim().parse::<f64>().is_ok_and(|degrees| degrees.abs() <= 180.0)
            && part.contains('.')
            && part.rsplit('.').next().is_some_and(|digits| digits.len() >= 3)
    };
    text.split([',', ';', ' ']).filter(|part| !part.is_empty()).all(part)
}

pub(super) fn all_digits(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))
}

pub(super) fn hex(text: &str) -> bool {
    text.len() >= 16
        && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        && text.bytes().any(|byte| byte.is_ascii_alphabetic() || byte == b'0')
}

/// Categories of licences in Latin or Cyrillic letters: `B`, `B1, C`, `А,В`, `BE`.
pub(super) fn licence_class(text: &str) -> bool {
    let one = |part: &str| {
        let mut letters = part.chars();
        let first = letters.next().is_some_and(|letter| "ABCDTАВСТMМ".contains(letter));
        let rest = letters.as_str();
        first && (rest.is_empty() || ["1", "E", "Е", "1E", "1Е", "M", "М"].contains(&rest))
    };
    let mut parts = text.split([',', ' ', ';', '/', '+']).filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some()
        && parts.all(|part| part.eq_ignore_ascii_case("категорія") || part == "КАТЕГОРІЯ" || one(part))
}

/// A time of the day: a colon between digits.
pub(super) fn clock(text: &str) -> bool {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = text.as_bytes();
    (1..bytes.len()).any(|at| bytes[at] == b':' && digit(bytes.get(at - 1)) && digit(bytes.get(at + 1)))
}

pub(super) fn link(cell: &Prepared) -> bool {
    let text = cell.lower.as_str();
    cell.blanks == 0
        && !text.contains('@')
        && (text.contains("://")
            || text.starts_with("www.")
            || (text.contains('.') && text.contains('/') && cell.letters >= 5))
}

/// Where the pages of people in networks are: a look, a host with the beginning of the path.
const PAGES: &str = include_str!("pages.txt");

/// Looks of pages with their places.
pub(super) fn pages() -> impl Iterator<Item = (Look, &'static str)> {
    PAGES.lines().filter_map(|line| {
        let (look, place) = line.split_once(' ')?;
        let look = match look {
            "career-page" => Look::CareerPage,
            "facebook-page" => Look::FacebookPage,
            "instagram-page" => Look::InstagramPage,
            "ok-page" => Look::OkPage,
            "vk-page" => Look::VkPage,
            _ => return None,
        };
        Some((look, place))
    })
}

/// Page of this look at its host or a part of it (`uk.`, `m.`), with or without `https://`, whose path begins so and goes on.
pub(super) fn page(look: Look, cell: &Prepared) -> bool {
    let text = cell.lower.as_str();
    let bare = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme)).unwrap_or(text);
    let Some((host, rest)) = bare.split_once('/').filter(|_| cell.blanks == 0) else { return false };
    let at = |place: &str| {
        let (own, path) = place.split_once('/').unwrap_or((place, ""));
        let part = host.strip_suffix(own).is_some_and(|part| part.is_empty() || part.ends_with('.'));
        part && rest.strip_prefix(path).is_some_and(|name| !name.is_empty())
    };
    pages().any(|(own, place)| own == look && at(place))
}

pub(super) fn login(cell: &Prepared) -> bool {
    (3..=30).contains(&cell.chars)
        && cell.letters >= 1
        && cell.text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

pub(super) fn domain(cell: &Prepared, domains: &[&str]) -> bool {
    cell.lower.rsplit_once('@').is_some_and(|(_, domain)| domains.contains(&domain))
}

pub(super) fn amount(text: &str) -> bool {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    all_digits(Some(whole)) && all_digits(Some(part)) && whole.len() <= 9 && part.len() <= 4
}

/// Words of letters, hyphens and apostrophes; `None` where there is anything else.
pub(super) fn words(cell: &Prepared) -> Option<usize> {
    let right = |character: char| character.is_alphabetic() || " -'’ʼ`.".contains(character);
    (cell.letters >= 2 && cell.text.chars().all(right)).then_some(cell.blanks + 1)
}

pub(super) fn capital(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

pub(super) fn patronymic(lower: &str) -> bool {
    let ends = ["ович", "евич", "івна", "ївна", "овна", "евна", "йович", "ївич", "ична", "ич"];
    !lower.contains(' ') && ends.iter().any(|end| lower.ends_with(end))
        || lower.ends_with("уулу")
        || lower.ends_with("кызы")
}

pub(super) fn place(cell: &Prepared) -> bool {
    let prefix = ["м.", "г.", "с.", "смт", "місто", "город"].iter().any(|start| cell.lower.starts_with(start));
    (2..=60).contains(&cell.chars)
        && cell.letters >= 2
        && cell.digits == 0
        && cell.blanks <= 5
        && (capital(cell.text) || prefix)
        && !cell.text.contains('@')
}
