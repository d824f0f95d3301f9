//! Indian permanent account number of the income tax: five letters, four digits, a letter.

use super::check::chance::{are_most, is_ruled_out};
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Sign, spelling};

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
    caveat: "The last letter checks by a rule that is not published: four in ten random texts of the shape pass, \
             so that many that pass are no chance. The fourth letter is P for persons; companies, firms and trusts have others. Payment cards are headed `pan` \
             too.",
    key,
    facts: Some(facts),
    shows: Some(are_numbers),
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

/// Share of numbers whose fourth letter is none of a holder: dirt.
const HOLDERLESS_MOST: f64 = 0.05;
/// Least share of different beginnings, where the first three letters run from AAA to ZZZ: a fixed prefix proves nothing.
const BEGINNINGS_LEAST: f64 = 0.3;

/// Whether nearly all fourth letters are those of holders, where the letters around them vary.
fn are_numbers(cells: &[&[u8]]) -> Sign {
    let numbers: Vec<[u8; 10]> =
        cells.iter().filter_map(|cell| spelling::read(cell, b"AAAAA9999A", b" -").ok()).collect();
    let of_holders = numbers.iter().filter(|number| HOLDERS.contains(&number[3])).count();
    let beginnings: std::collections::BTreeSet<&[u8]> = numbers.iter().map(|number| &number[..3]).collect();
    let varied = beginnings.len() as f64 >= BEGINNINGS_LEAST * numbers.len() as f64;
    let few = (numbers.len() - of_holders) as f64 <= HOLDERLESS_MOST * numbers.len() as f64;
    if are_most(numbers.len(), cells.len()) && varied && few && is_ruled_out(of_holders, numbers.len(), KIND.chance) {
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
    fn letters_of_holders_in_all_numbers_are_no_chance() {
        let letter = |draw: &mut Draw, of: &str| char::from(draw.one_of(of.as_bytes()));
        const ANY: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        let number = |draw: &mut Draw, fourth: &str| {
            let first: String = (0..3).map(|_| letter(draw, ANY)).collect();
            format!(
                "{first}{}{}{:04}{}",
                letter(draw, fourth),
                letter(draw, ANY),
                1 + draw.below(9_999),
                letter(draw, ANY)
            )
        };
        assert_eq!(shown(&KIND, 60, |draw| number(draw, "PPPPPPCHF")), Sign::Proof);
        assert_eq!(shown(&KIND, 300, |draw| number(draw, ANY)), Sign::Nothing, "random ones");
        assert_eq!(
            shown(&KIND, 300, |draw| format!("ORDPK{:04}X", draw.below(10_000))),
            Sign::Nothing,
            "a fixed prefix"
        );
    }

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
