//! Social Security number of the United States: area, group and serial, without a check digit.

use super::check::chance::{are_most, is_ruled_out};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Sign, spelling};

/// The kind `us.ssn`.
pub static KIND: Kind = Kind {
    id: "us.ssn",
    title: "Social Security number (United States)",
    plural: "Social Security numbers",
    sources: &[
        "Social Security Administration, POMS RM 10201.030 and RM 10201.035: numbers that are not assigned",
        "python-stdnum 2.2, stdnum.us.ssn",
    ],
    valid: &[
        ("536-90-4399", "536904399"),
        ("111-22-3333", "111223333"),
        ("536904399", "536904399"),
        ("536 90 4399", "536904399"),
        ("536\u{2013}90\u{2013}4399", "536904399"),
        ("536904399.0", "536904399"),
    ],
    invalid: &[
        ("000-12-3456", Mismatch::Part),
        ("666-12-3456", Mismatch::Part),
        ("912-12-3456", Mismatch::Part),
        ("536-00-4399", Mismatch::Part),
        ("536-90-0000", Mismatch::Part),
        ("078-05-1120", Mismatch::Part),
        ("219-09-9999", Mismatch::Part),
        ("53690439", Mismatch::Length),
        ("5369043991", Mismatch::Length),
        ("1112-23333", Mismatch::Shape),
        ("536-904-399", Mismatch::Shape),
        ("536-90-439X", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.8883,
    width: Some(9.0),
    rank: Rank::Tax,
    headers: &[
        "ssn",
        "ssnumber",
        "socialsecurity",
        "socialsecuritynumber",
        "socialsecurityno",
        "socsec",
        "номерсоціальногострахування",
        "номерсоциальногострахования",
    ],
    caveat: "Nine digits and no check digit: bare digits never decide this kind. Written with a hyphen or a blank after the \
             third and the fifth digit it is decided where hardly one of many is a number that was never assigned: of \
             random ones, one in nine is. Since 2011-06-25 the first three digits no longer tell the state.",
    key,
    shows: Some(are_grouped),
    ..Kind::COMMON
};

/// Numbers that were printed so often in advertisements that they are void.
///
/// # Source
/// Social Security Administration, Social Security Cards Issued by Woolworth (078-05-1120) and the pamphlet of 1940
/// (219-09-9999); python-stdnum 2.2 has the third.
const VOID: [&[u8; 9]; 3] = [b"078051120", b"219099999", b"457555462"];

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::read_grouped(text, b"999999999", b" -", &[3, 5])?;
    let unassigned = matches!(&number[..3], b"000" | b"666" | [b'9', ..]);
    if unassigned || &number[3..5] == b"00" || &number[5..] == b"0000" || VOID.contains(&&number) {
        return Err(Mismatch::Part);
    }
    out.extend_from_slice(&number);
    Ok(())
}

/// Share of the numbers written in groups that may be none that was assigned: dirt.
const UNASSIGNED_MOST: f64 = 0.03;

/// Whether most cells are written in three groups and chance does not explain how few of them cannot be.
///
/// # Source
/// Social Security Administration, POMS RM 10201.030: no area 000, 666 or from 900 on, no group 00, no serial 0000.
fn are_grouped(cells: &[&[u8]]) -> Sign {
    let is_grouped = |cell: &&&[u8]| {
        let part = |place: usize| matches!(cell[place], b'-' | b' ');
        cell.len() == 11 && cell.iter().filter(|byte| byte.is_ascii_digit()).count() == 9 && part(3) && part(6)
    };
    let grouped: Vec<&[u8]> = cells.iter().filter(is_grouped).copied().collect();
    let assigned = |cell: &&&[u8]| key(cell, Region::Unknown, &mut KeyBuf::new()).is_ok();
    let assigned = grouped.iter().filter(assigned).count();
    let few = (grouped.len() - assigned) as f64 <= UNASSIGNED_MOST * grouped.len() as f64;
    if are_most(grouped.len(), cells.len()) && few && is_ruled_out(assigned, grouped.len(), KIND.chance) {
        Sign::Proof
    } else {
        Sign::Nothing
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::{Draw, shown};

    #[test]
    fn groups_of_numbers_that_were_assigned_are_no_chance() {
        let number = |draw: &mut Draw, areas: u64, mark: &str| {
            format!("{:03}{mark}{:02}{mark}{:04}", 1 + draw.below(areas), 1 + draw.below(99), 1 + draw.below(9_999))
        };
        assert_eq!(shown(&KIND, 300, |draw| number(draw, 665, "-")), Sign::Proof);
        assert_eq!(shown(&KIND, 300, |draw| number(draw, 665, " ")), Sign::Proof);
        assert_eq!(shown(&KIND, 300, |draw| number(draw, 665, "")), Sign::Nothing, "bare digits");
        assert_eq!(shown(&KIND, 300, |draw| number(draw, 999, "-")), Sign::Nothing, "random ones");
        assert_eq!(shown(&KIND, 60, |draw| number(draw, 665, "-")), Sign::Nothing, "so few are so by chance");
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "999999999");
    }
}
