//! Spanish identity number of foreigners: X, Y or Z, seven digits and a letter that checks.

use super::check::spanish::check_letter;
use super::facts::number;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `es.nie`.
pub static KIND: Kind = Kind {
    id: "es.nie",
    title: "Spanish identity number of foreigners (NIE)",
    plural: "NIE numbers",
    sources: &[
        "Ministerio del Interior (Spain), Cálculo del dígito de control del NIF/NIE",
        "Orden INT/2058/2008 (Y after the numbers with X)",
        "python-stdnum 2.2, stdnum.es.nie",
    ],
    valid: &[
        ("X2482300W", "X2482300W"),
        ("x-2482300-w", "X2482300W"),
        ("X 2482300 W", "X2482300W"),
        ("Y5774912V", "Y5774912V"),
        ("Z1853548Y", "Z1853548Y"),
    ],
    invalid: &[
        ("X2482300A", Mismatch::Check),
        ("W2482300W", Mismatch::Part),
        ("X2482300", Mismatch::Length),
        ("X02482300W", Mismatch::Shape),
        ("54362315K", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.004438,
    width: Some(9.83),
    rank: Rank::Document,
    headers: &["nie", "nienumber", "numeronie", "dninie", "nifnie", "numerodeidentidaddeextranjero"],
    caveat: "One in 225 random texts of the shape passes. It stands in the same columns as the DNI. Cards before \
             2008 wrote eight digits after X, the first a zero: such a spelling is not taken.",
    key,
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let spelled = spelling::read(text, b"A9999999A", b" -.")?;
    let first = match spelled[0] {
        letter @ b'X'..=b'Z' => u32::from(letter - b'X'),
        _ => return Err(Mismatch::Part),
    };
    // Seven digits are always a number.
    let number = first * 10_000_000 + number(&spelled[1..8]).unwrap_or(0);
    if check_letter(number) != spelled[8] {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(&spelled);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "A9999999A");
    }
}
