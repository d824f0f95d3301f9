//! Business identifier code of a bank (SWIFT code): eight characters, or eleven with a branch.

use super::check::chance::{are_most, is_unlikely};
use super::check::compact::{Compact, Keep};
use super::check::countries;
use super::facts::Facts;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Sign};

/// The kind `bic`.
pub static KIND: Kind = Kind {
    id: "bic",
    title: "Business identifier code of a bank (BIC, SWIFT code)",
    plural: "bank codes",
    sources: &["ISO 9362", "python-stdnum 2.2, stdnum.bic"],
    valid: &[
        ("AGRIFRPP882", "AGRIFRPP882"),
        ("ABNA BE 2A", "ABNABE2A"),
        ("agriFRPP", "AGRIFRPP"),
        ("AGRIFRPPXXX", "AGRIFRPP"),
        ("АGRI-FR-РР", "AGRIFRPP"),
    ],
    invalid: &[
        ("AGRIFRPP8", Mismatch::Length),
        ("AGRI", Mismatch::Length),
        ("AGRIF2PP", Mismatch::Shape),
        ("12345678", Mismatch::Shape),
        ("AGRIQQPP", Mismatch::Part),
        ("AGRIFRPP88/", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Some 250 of 676 pairs of letters are a country.
    chance: 0.37,
    // Eight letters.
    width: Some(11.3),
    rank: Rank::Attribute,
    headers: &["bic", "swift", "swiftcode", "biccode", "swiftbic", "bicswift", "кодswift", "свіфт", "свифт"],
    caveat: "There is no check digit: one in three words of eight Latin letters passes, so that a value alone says little; \
             that the banks of a whole column are all in countries is no chance. \
             A code with the branch XXX is the head office's, and its key that of eight characters. The Russian БИК is \
             another thing.",
    key,
    facts: Some(facts),
    shows: Some(are_codes),
    ..Kind::COMMON
};

/// The country.
fn facts(key: &[u8]) -> Facts {
    Facts { region: key.get(4..).and_then(countries::name), ..Facts::default() }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let read = Compact::<11>::read(text, Keep::Letters, b"")?;
    let bytes = read.bytes();
    if !bytes.iter().take(6).all(u8::is_ascii_uppercase) {
        return Err(Mismatch::Shape);
    }
    if read.count != 8 && read.count != 11 {
        return Err(Mismatch::Length);
    }
    if countries::name(&bytes[4..]).is_none() {
        return Err(Mismatch::Part);
    }
    out.extend_from_slice(bytes.strip_suffix(b"XXX").filter(|head| head.len() == 8).unwrap_or(bytes));
    Ok(())
}

/// Share of the cells whose banks are looked at, the most frequent first: dirt makes banks of its own.
const LOOKED_AT: f64 = 0.9;

/// Whether the beginnings (bank and country, six letters) of cells written in capitals are all of countries, where there are
/// so many different ones that chance would not bring that about.
///
/// # Source
/// ISO 9362:2022, 5.4 to 5.6: four characters of the party, two letters of its country, two of the place, three of the branch.
fn are_codes(cells: &[&[u8]]) -> Sign {
    let mut counts: std::collections::BTreeMap<&[u8], usize> = std::collections::BTreeMap::new();
    let shaped = |cell: &&&[u8]| {
        matches!(cell.len(), 8 | 11)
            && cell.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && cell.iter().take(6).all(u8::is_ascii_uppercase)
    };
    let codes = cells.iter().filter(shaped);
    codes.clone().for_each(|cell| *counts.entry(&cell[..6]).or_default() += 1);
    let of = codes.count();
    let mut banks: Vec<(usize, &[u8])> = counts.into_iter().map(|(bank, count)| (count, bank)).collect();
    banks.sort_unstable_by(|one, other| other.cmp(one));
    let mut seen = 0;
    banks.retain(|(count, _)| {
        let wanted = (seen as f64) < LOOKED_AT * of as f64;
        seen += count;
        wanted
    });
    let of_countries = banks.iter().filter(|(_, bank)| countries::name(&bank[4..]).is_some()).count();
    let clear = of_countries * 20 >= banks.len() * 19;
    let proved = are_most(of, cells.len()) && clear && is_unlikely(of_countries, banks.len(), KIND.chance);
    if proved { Sign::Proof } else { Sign::Nothing }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::{Draw, shown};

    #[test]
    fn countries_in_all_codes_are_no_chance() {
        let letters = |draw: &mut Draw, count: usize| -> String {
            (0..count).map(|_| char::from(draw.one_of(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"))).collect()
        };
        let code = |draw: &mut Draw, country: &str| format!("{}{country}{}", letters(draw, 4), letters(draw, 2));
        let country = |draw: &mut Draw| draw.one_of(&["UA", "PL", "DE", "CZ", "GB", "US"]);
        let any = |draw: &mut Draw| {
            let country = country(draw);
            code(draw, country)
        };
        assert_eq!(shown(&KIND, 60, any), Sign::Proof);
        assert_eq!(shown(&KIND, 200, |draw| letters(draw, 8)), Sign::Nothing, "random letters");
        assert_eq!(shown(&KIND, 200, |draw| any(draw).to_lowercase()), Sign::Nothing);
        let banks = ["DEUTDEFF", "COBADEFF", "PKOPPLPW", "UNJSUAUK", "PBANUA2X", "BNPAFRPP", "CHASUS33", "BARCGB22"];
        assert_eq!(shown(&KIND, 200, |draw| draw.one_of(&banks).to_owned()), Sign::Proof);
        assert_eq!(
            shown(&KIND, 200, |draw| draw.one_of(&banks[..6]).to_owned()),
            Sign::Nothing,
            "so few may be chance"
        );
    }

    #[test]
    fn holds_the_country_and_chance_is_as_stated() {
        assert_eq!((facts(b"AGRIFRPP882").region, facts(b"AG").region), (Some("France"), None));
        assert!((countries::COUNT as f64 / 676.0 - KIND.chance).abs() < 0.005);
    }
}
