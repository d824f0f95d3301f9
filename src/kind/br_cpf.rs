//! Brazilian taxpayer number of a person: nine digits, the last of them a region, and two that check.

use super::check::weighted::weighted_remainder;
use super::facts::Facts;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `br.cpf`.
pub static KIND: Kind = Kind {
    id: "br.cpf",
    title: "Brazilian taxpayer number of a person (CPF)",
    plural: "CPF numbers",
    sources: &[
        "Receita Federal, Instrução Normativa on the Cadastro de Pessoas Físicas (eleven digits, two of them check)",
        "python-stdnum 2.2, stdnum.br.cpf",
    ],
    valid: &[
        ("390.533.447-05", "39053344705"),
        ("12345678909", "12345678909"),
        ("123 456 789 09", "12345678909"),
        ("123456789-09", "12345678909"),
        ("00000000191", "00000000191"),
        ("12345678909.0", "12345678909"),
        ("390.533.447\u{2013}05", "39053344705"),
    ],
    invalid: &[
        ("231.002.999-01", Mismatch::Check),
        ("12345678919", Mismatch::Check),
        ("11111111111", Mismatch::Part),
        ("000.000.000-00", Mismatch::Part),
        ("1234567890", Mismatch::Length),
        ("191", Mismatch::Length),
        ("390.533.447=0", Mismatch::Shape),
        ("-390.533.447-05", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.01,
    width: Some(11.0),
    rank: Rank::Tax,
    headers: &["cpf", "cpfnumber", "numerocpf", "nrcpf", "cpfcnpj", "cpfcliente", "cpfpessoa", "documentocpf"],
    caveat: "Eleven digits with two check digits: one in a hundred random numbers passes, so a few values never \
             decide. Spreadsheets drop leading zeros, one number in ten has one.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// Fiscal regions: the states in which a number was given out, by its ninth digit.
///
/// # Source
/// Receita Federal, Regiões Fiscais (Portaria MF 430 of 2017, annex); the tenth region has the digit 0.
const REGIONS: [&str; 10] = [
    "Rio Grande do Sul",
    "Federal District, Goiás, Mato Grosso, Mato Grosso do Sul, Tocantins",
    "Acre, Amapá, Amazonas, Pará, Rondônia, Roraima",
    "Ceará, Maranhão, Piauí",
    "Alagoas, Paraíba, Pernambuco, Rio Grande do Norte",
    "Bahia, Sergipe",
    "Minas Gerais",
    "Espírito Santo, Rio de Janeiro",
    "São Paulo",
    "Paraná, Santa Catarina",
];

/// Weights of the first nine digits, and of the first ten; the check digit is the remainder modulo 11 of the sum, a
/// remainder of 10 counting as 0.
///
/// # Source
/// python-stdnum 2.2, stdnum.br.cpf, whose weights 10..2 are these modulo 11 with the other sign.
const FIRST: [i32; 9] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const SECOND: [i32; 10] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

fn facts(key: &[u8]) -> Facts {
    let region = key.get(8).filter(|digit| digit.is_ascii_digit()).map(|digit| usize::from(digit - b'0'));
    Facts { region: region.and_then(|region| REGIONS.get(region).copied()), ..Facts::default() }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::digits::<11>(text, b" -.")?;
    if spelling::is_one_digit(&number) {
        return Err(Mismatch::Part);
    }
    let check = |weights: &[i32]| i32::from(b'0') + weighted_remainder(&number, weights, 11) % 10;
    if check(&FIRST) != i32::from(number[9]) || check(&SECOND) != i32::from(number[10]) {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(&number);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_the_fiscal_region() {
        assert_eq!(facts(b"39053344705").region, Some("Espírito Santo, Rio de Janeiro"));
        assert_eq!(
            facts(b"00000000191").region,
            Some("Federal District, Goiás, Mato Grosso, Mato Grosso do Sul, Tocantins")
        );
        assert_eq!(facts(b"390"), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "99999999999");
    }
}
