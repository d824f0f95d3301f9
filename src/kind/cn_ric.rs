//! Chinese resident identity number: place of the first registration, birth date, order with the sex, check character.

use super::check::calendar;
use super::check::iso7064::mod_11_2;
use super::facts::{Facts, birth, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `cn.ric`.
pub static KIND: Kind = Kind {
    id: "cn.ric",
    title: "Chinese resident identity number",
    plural: "resident identity numbers",
    sources: &[
        "GB 11643-1999 (citizen identification number), GB/T 2260 (province codes), ISO/IEC 7064 MOD 11-2",
        "python-stdnum 2.2, stdnum.cn.ric",
    ],
    valid: &[
        ("360426199101010071", "360426199101010071"),
        ("110101199003071233", "110101199003071233"),
        ("110101 19900307 1233", "110101199003071233"),
        ("11010119900307969X", "11010119900307969X"),
        ("11010119900307969x", "11010119900307969X"),
        ("440301198503150029", "440301198503150029"),
        ("650102200112311002", "650102200112311002"),
        ("830000199003071230", "830000199003071230"),
    ],
    invalid: &[
        ("360426199101010072", Mismatch::Check),
        ("110101199003071234", Mismatch::Check),
        ("990101199003071237", Mismatch::Part),
        ("110101199002301236", Mismatch::Part),
        ("110101184903071237", Mismatch::Part),
        ("110101900307123", Mismatch::Length),
        ("1.10101E+17", Mismatch::Shape),
        ("110 101 199 003 071 233", Mismatch::Shape),
        ("11010119900307969A", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.0000195,
    width: Some(18.0),
    rank: Rank::Tax,
    headers: &[
        "idcard",
        "idcardno",
        "idcardnumber",
        "sfz",
        "sfzh",
        "shenfenzheng",
        "身份证",
        "身份证号",
        "身份证号码",
        "公民身份号码",
        "证件号码",
        "证件号",
        "zjhm",
        "gmsfhm",
        "ctfid",
    ],
    caveat: "The place is that of the first registration, not of the birth; of its six digits only the province is \
             checked. Spreadsheets keep fifteen digits and put zeros for the rest: such numbers fail by their check \
             character. The older form of fifteen digits is not taken.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// The province of a number's first two digits.
///
/// # Source
/// GB/T 2260, the first two digits; 83 in numbers of residents from Taiwan (State Council, 2018).
fn province(code: u32) -> Option<&'static str> {
    Some(match code {
        11 => "Beijing",
        12 => "Tianjin",
        13 => "Hebei",
        14 => "Shanxi",
        15 => "Inner Mongolia",
        21 => "Liaoning",
        22 => "Jilin",
        23 => "Heilongjiang",
        31 => "Shanghai",
        32 => "Jiangsu",
        33 => "Zhejiang",
        34 => "Anhui",
        35 => "Fujian",
        36 => "Jiangxi",
        37 => "Shandong",
        41 => "Henan",
        42 => "Hubei",
        43 => "Hunan",
        44 => "Guangdong",
        45 => "Guangxi",
        46 => "Hainan",
        50 => "Chongqing",
        51 => "Sichuan",
        52 => "Guizhou",
        53 => "Yunnan",
        54 => "Tibet",
        61 => "Shaanxi",
        62 => "Gansu",
        63 => "Qinghai",
        64 => "Ningxia",
        65 => "Xinjiang",
        71 | 83 => "Taiwan",
        81 => "Hong Kong",
        82 => "Macau",
        _ => return None,
    })
}

/// Nobody older was alive when the first numbers were given out, in 1984.
const EARLIEST_YEAR: u32 = 1860;

fn date(number: &[u8]) -> (u32, u32, u32) {
    let two = |at: usize| spelling::two(number, at);
    (100 * two(6) + two(8), two(10), two(12))
}

fn facts(key: &[u8]) -> Facts {
    if key.len() != 18 {
        return Facts::default();
    }
    let (year, month, day) = date(key);
    Facts {
        birth_day: birth(year, month, day),
        male: Some(key[16] % 2 == 1),
        region: province(spelling::two(key, 0)),
        sequence: number(&key[14..17]),
        ..Facts::default()
    }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let number = spelling::read_grouped(text, b"99999999999999999*", b" -", &[6, 14])?;
    if number[17].is_ascii_alphabetic() && number[17] != b'X' {
        return Err(Mismatch::Shape);
    }
    let (year, month, day) = date(&number);
    let lives = (EARLIEST_YEAR..=calendar::LATEST_YEAR).contains(&year) && calendar::is_day(year, month, day);
    if !lives || province(spelling::two(&number, 0)).is_none() {
        return Err(Mismatch::Part);
    }
    if mod_11_2(&number[..17]) != number[17] {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(&number);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_birth_sex_and_province() {
        let found = facts(b"440301198503150029");
        assert_eq!((found.birth_day, found.male, found.region), (Some(31_120), Some(false), Some("Guangdong")));
        assert_eq!(found.sequence, Some(2));
        assert_eq!(facts(b"11010119900307969X").male, Some(true));
        assert_eq!(facts(b"110"), Facts::default());
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "999999999999999999");
    }
}
