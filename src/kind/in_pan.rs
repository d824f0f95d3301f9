//! Indian permanent account number of the income tax: five letters, four digits, a letter.

use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `in.pan`.
pub static KIND: Kind = Kind {
    id: "in.pan",
    title: "Indian permanent account number (PAN, income tax)",
    plural: "permanent account numbers",
    sources: &[
        "Income Tax Department of India, Permanent Account Number (the fourth letter tells who holds it)",
        "python-stdnum 2.2, stdnum.in_.pan",
    ],
    valid: &[
        ("ACUPA7085R", "ACUPA7085R"),
        ("acupa7085r", "ACUPA7085R"),
        ("ACUPA 7085 R", "ACUPA7085R"),
        ("ACUPA-7085-R", "ACUPA7085R"),
        ("JHULA1234V", "JHULA1234V"),
    ],
    invalid: &[
        ("ABMXA3211G", Mismatch::Part),
        ("ACUPA0000R", Mismatch::Part),
        ("ACUPA7085RR", Mismatch::Length),
        ("ACUPA7085", Mismatch::Length),
        ("ABMPA32111", Mismatch::Shape),
        ("ACUP17085R", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.423,
    width: Some(12.49),
    rank: Rank::Tax,
    headers: &["pan", "panno", "pannumber", "pancard", "pancardno", "pancardnumber", "permanentaccountnumber"],
    caveat: "The last letter checks by a rule that is not published: four in ten random texts of the shape pass. The \
             fourth letter is P for persons; companies, firms and trusts have others. Payment cards are headed `pan` \
             too.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// The four digits are a running number within the letters.
fn facts(key: &[u8]) -> Facts {
    Facts { sequence: key.get(5..9).and_then(number), ..Facts::default() }
}

/// Fourth letters: association, body of individuals, company, firm, government, family, artificial person, trust of
/// farmers, local authority, person, trust.
const HOLDERS: &[u8] = b"ABCFGHJKLPT";

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::read(text, b"AAAAA9999A", b" -")?;
    if !HOLDERS.contains(&number[3]) || &number[5..9] == b"0000" {
        return Err(Mismatch::Part);
    }
    out.extend_from_slice(&number);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_a_running_number() {
        assert_eq!(facts(b"ACUPA7085R").sequence, Some(7085));
        assert_eq!(facts(b"ACUPA"), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "AAAAA9999A");
    }
}
