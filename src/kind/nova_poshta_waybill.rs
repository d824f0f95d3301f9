//! Way-bill of Nova Poshta: fourteen digits.

use super::check::form::{Between, Form, Run};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Standing};

/// The kind `nova_poshta.waybill`.
pub static KIND: Kind = Kind {
    id: "nova_poshta.waybill",
    title: "Nova Poshta way-bill (ТТН, ЕН)",
    plural: "way-bills",
    sources: &[
        "Nova Poshta API 2.0, getStatusDocuments (fourteen digits in its public examples); unconfirmed: the first digits",
    ],
    valid: &[
        ("20450123456789", "20450123456789"),
        ("59000123456789", "59000123456789"),
        ("10001234567890", "10001234567890"),
        ("20 4501 2345 6789", "20450123456789"),
        ("№20450123456789", "20450123456789"),
        ("20450123456789.0", "20450123456789"),
    ],
    invalid: &[
        ("2045012345678", Mismatch::Length),
        ("204501234567890", Mismatch::Length),
        ("30450123456789", Mismatch::Part),
        ("20000000000000", Mismatch::Part),
        ("2.04501E+13", Mismatch::Shape),
        ("RB123456789UA", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // Two pairs of first digits of a hundred, and one four.
    chance: 0.0201,
    width: Some(14.0),
    standing: Standing::Unconfirmed,
    rank: Rank::Account,
    headers: &[
        "intdocnumber",
        "waybill",
        "waybillnumber",
        "ttn",
        "trackingnumber",
        "ттн",
        "номерттн",
        "ен",
        "номерен",
        "накладна",
        "номернакладної",
        "експреснакладна",
        "накладная",
        "номернакладной",
        "эн",
    ],
    caveat: "Not confirmed: no public definition of the number was found. The first digits (20, 59, 1000) are all \
             that tells it from other numbers of fourteen digits; Kyrgyz personal numbers of men that were born on \
             days 01 to 09 begin with 20 as well.",
    canonical: Some(is_canonical),
    key,
    ..Kind::COMMON
};

static FORM: Form = Form { runs: &[Run::Digits(14, 14)], between: Between::Dashes, whole: true };

fn judge(key: &[u8]) -> Result<(), Mismatch> {
    let begun = [b"20".as_slice(), b"59", b"1000"].iter().any(|start| key.starts_with(start));
    if begun && !key.ends_with(b"0000000000") { Ok(()) } else { Err(Mismatch::Part) }
}

fn is_canonical(text: &[u8]) -> bool {
    FORM.is_canonical(text) && judge(text).is_ok()
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    FORM.read(text, out)?;
    judge(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_as_stated() {
        let share = crate::kind::tests::share_of_random(&KIND, "99999999999999");
        assert!((share - KIND.chance).abs() < 0.002, "{share}");
    }
}
