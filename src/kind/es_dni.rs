//! Spanish identity number of citizens: eight digits and a letter that checks.

use super::check::spanish::check_letter;
use super::facts::number;
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `es.dni`.
pub static KIND: Kind = Kind {
    id: "es.dni",
    title: "Spanish identity number (DNI, NIF)",
    plural: "DNI numbers",
    sources: &[
        "Ministerio del Interior (Spain), Cálculo del dígito de control del NIF/NIE",
        "python-stdnum 2.2, stdnum.es.dni",
    ],
    valid: &[
        ("54362315K", "54362315K"),
        ("54362315-K", "54362315K"),
        ("54.362.315-k", "54362315K"),
        ("54362315 K", "54362315K"),
        ("00000001R", "00000001R"),
        ("59608255y", "59608255Y"),
    ],
    invalid: &[
        ("54362315Z", Mismatch::Check),
        ("54362315I", Mismatch::Check),
        ("00000000T", Mismatch::Part),
        ("54362315", Mismatch::Length),
        ("543623155K", Mismatch::Shape),
        ("X2482300W", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.03846,
    width: Some(9.41),
    rank: Rank::Document,
    headers: &["dni", "nif", "dninif", "nifdni", "dninie", "nifcif", "dninumber", "numerodni", "documentonacional"],
    caveat: "One in 26 random texts of eight digits and a letter passes. Files often leave the letter out: what is \
             left is a bare number that proves nothing. Argentina and Peru call their own numbers DNI, without a \
             letter.",
    key,
    ..Kind::COMMON
};

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let spelled = spelling::read(text, b"99999999A", b" -.")?;
    // Eight digits are always a number.
    let number = number(&spelled[..8]).unwrap_or(0);
    if number == 0 {
        return Err(Mismatch::Part);
    }
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
        crate::kind::tests::check_chance(&KIND, "99999999A");
    }
}
