//! Ukrainian account number (IBAN): country, two check digits, bank code, account.

use super::check::form::{Between, Form, Run};
use super::check::letters::Alphabet;
use super::{KeyBuf, Kind, Mismatch, Rank, Region};

/// The kind `ua.iban`.
pub static KIND: Kind = Kind {
    id: "ua.iban",
    title: "Ukrainian account number (IBAN)",
    plural: "Ukrainian account numbers",
    sources: &[
        "ISO 13616-1:2020 and the IBAN registry of SWIFT, entry UA (example UA213223130000026007233566001)",
        "ISO/IEC 7064:2003, MOD 97-10; python-stdnum 2.2, stdnum.iban",
    ],
    valid: &[
        ("UA213223130000026007233566001", "UA213223130000026007233566001"),
        ("UA293052990000026000000001234", "UA293052990000026000000001234"),
        ("UA29 3052 9900 0002 6000 0000 0123 4", "UA293052990000026000000001234"),
        ("ua213223130000026007233566001", "UA213223130000026007233566001"),
        ("IBAN: UA21 322313 0000026007233566001", "UA213223130000026007233566001"),
        ("UА21-3223-1300-0002-6007-2335-6600-1", "UA213223130000026007233566001"),
        ("UA29\u{A0}305299\u{A0}0000026000000001234", "UA293052990000026000000001234"),
    ],
    invalid: &[
        ("UA293052990000026000000001239", Mismatch::Check),
        ("UA923052990000026000000001234", Mismatch::Check),
        ("UA21322313000002600723356600", Mismatch::Length),
        ("UA2132231300000260072335660010", Mismatch::Length),
        ("UU213223130000026007233566001", Mismatch::Shape),
        ("DE89370400440532013000", Mismatch::Shape),
        ("293052990000026000000001234", Mismatch::Shape),
        ("26005001234567", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // One remainder of 97, one pair of letters of 676.
    chance: 0.000_015,
    width: Some(29.83),
    rank: Rank::Thing,
    headers: &[
        "iban",
        "account",
        "accountnumber",
        "bankaccount",
        "ібан",
        "рахунок",
        "номеррахунку",
        "р/р",
        "рр",
        "розрахунковийрахунок",
        "ибан",
        "счет",
        "счёт",
        "номерсчета",
        "расчетныйсчет",
        "р/с",
        "рс",
    ],
    caveat: "The six digits behind the check digits are the bank's code (305299: a large bank), the rest the account, \
             left-padded with zeros. In use from 2019-08-05, obligatory from 2020-01-13: older client bases have \
             accounts of fourteen digits and bank codes instead. An account may belong to an organisation.",
    canonical: Some(is_canonical),
    key,
    ..Kind::COMMON
};

/// The letters of the country's code.
static UA: Alphabet = Alphabet::latin("UA");

static FORM: Form =
    Form { runs: &[Run::Letters(&UA, 2, 2), Run::Digits(27, 27)], between: Between::Dashes, whole: false };

/// Whether the check digits make the remainder 1.
///
/// # Source
/// ISO/IEC 7064:2003, MOD 97-10: the first four characters moved to the end, letters as two digits (U 30, A 10).
fn is_checked(key: &[u8]) -> bool {
    // The pair, U and A, the account: moved to the end as four digits and two.
    let Some((pair, account)) = key.get(2..).and_then(|digits| digits.split_at_checked(2)) else { return false };
    let digit = |sum: u64, digit: &u8| {
        let sum = sum * 10 + u64::from(digit & 0x0F);
        // Rarely, because a remainder costs more than a digit.
        if sum >= 100_000_000_000_000_000 { sum % 97 } else { sum }
    };
    let sum = [account, b"3010", pair].into_iter().flatten().fold(0, digit);
    sum % 97 == 1
}

fn judge(key: &[u8]) -> Result<(), Mismatch> {
    if !key.starts_with(b"UA") {
        Err(Mismatch::Shape)
    } else if is_checked(key) {
        Ok(())
    } else {
        Err(Mismatch::Check)
    }
}

fn is_canonical(text: &[u8]) -> bool {
    FORM.is_canonical(text) && judge(text).is_ok()
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    // The word stands before many a number that was copied from a bill.
    let text = match text.get(..4) {
        Some(word) if word.eq_ignore_ascii_case(b"IBAN") => text[4..].strip_prefix(b":").unwrap_or(&text[4..]),
        _ => text,
    };
    FORM.read(text, out)?;
    judge(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten thousand accounts with each pair of check digits: one or two pairs of a hundred pass.
    #[test]
    fn chance_is_as_stated() {
        let texts = (0..100_000_u32).map(|n| format!("UA{:02}30529900000260{:013}", n % 100, n / 100 * 7919));
        let share = texts.filter(|text| judge(text.as_bytes()).is_ok()).count() as f64 / 1e5;
        assert!((share / 676.0 / KIND.chance - 1.0).abs() < 0.1, "{share}");
    }

    /// Every single wrong digit and every two neighbours that change places are found.
    #[test]
    fn slips_are_found() {
        let key = b"UA213223130000026007233566001";
        assert!(is_canonical(key));
        for at in 2..key.len() {
            for digit in (b'0'..=b'9').filter(|digit| *digit != key[at]) {
                let mut wrong = *key;
                wrong[at] = digit;
                assert!(!is_canonical(&wrong), "{at}");
            }
            if at + 1 < key.len() && key[at] != key[at + 1] {
                let mut wrong = *key;
                wrong.swap(at, at + 1);
                assert!(!is_canonical(&wrong), "{at}");
            }
        }
    }
}
