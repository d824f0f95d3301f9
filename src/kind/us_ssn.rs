//! Social Security number of the United States: area, group and serial, without a check digit.

use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

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
    caveat: "Nine digits and no check digit: values alone never decide this kind, the hyphens after the third and \
             fifth digit and a header do. Since 2011-06-25 the first three digits no longer tell the state.",
    key,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "999999999");
    }
}
