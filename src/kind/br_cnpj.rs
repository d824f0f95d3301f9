//! Brazilian number of a legal entity: eight places for it, four for the branch, two digits that check.

use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `br.cnpj`.
pub static KIND: Kind = Kind {
    id: "br.cnpj",
    title: "Brazilian number of a legal entity (CNPJ)",
    plural: "CNPJ numbers",
    sources: &[
        "Receita Federal, Instrução Normativa RFB 2.229 of 2024 (letters in new numbers from July 2026)",
        "python-stdnum 2.2, stdnum.br.cnpj",
    ],
    valid: &[
        ("16.727.230/0001-97", "16727230000197"),
        ("11.222.333/0001-81", "11222333000181"),
        ("11222333000181", "11222333000181"),
        ("112 223 330 001 81", "11222333000181"),
        ("12.ABC.345/01DE-35", "12ABC34501DE35"),
        ("12abc34501de35", "12ABC34501DE35"),
        ("11222333000181.0", "11222333000181"),
    ],
    invalid: &[
        ("16.727.230/0001-98", Mismatch::Check),
        ("12.ABC.345/01DE-36", Mismatch::Check),
        ("00.000.000/0000-00", Mismatch::Part),
        ("1122233300018", Mismatch::Length),
        ("12.ABC.345/01DE-3A", Mismatch::Shape),
        ("16.727.230/0001=97", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.01,
    width: Some(14.0),
    rank: Rank::Attribute,
    headers: &["cnpj", "cnpjnumber", "numerocnpj", "nrcnpj", "cpfcnpj", "cnpjempresa", "cnpjcpf"],
    caveat: "It names a company or its branch, not a person; one in a hundred random fourteen-digit numbers passes.",
    key,
    ..Kind::COMMON
};

/// Weights of the first twelve places (the second check digit: of the first thirteen); a letter counts by its ASCII
/// code less 48, the check digit is the remainder modulo 11 of the sum with 10 counting as 0.
///
/// # Source
/// As `KIND.sources`; the published weights 5..2, 9..2 are these with the other sign modulo 11.
const FIRST: [i32; 12] = [6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9];
const SECOND: [i32; 13] = [5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9];

fn check(number: &[u8], weights: &[i32]) -> i32 {
    let value = |place: &u8| i32::from(*place) - i32::from(b'0');
    let sum: i32 = number.iter().zip(weights).map(|(place, weight)| value(place) * weight).sum();
    sum.rem_euclid(11) % 10
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::read(text, b"************99", b" -./")?;
    if number[..12].iter().all(|place| *place == b'0') {
        return Err(Mismatch::Part);
    }
    let checks = [number[12], number[13]].map(|digit| i32::from(digit - b'0'));
    if checks != [check(&number, &FIRST), check(&number, &SECOND)] {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(&number);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "99999999999999");
    }
}
