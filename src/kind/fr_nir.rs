//! French number of a person: sex, year and month of birth, department and commune, order, two digits that check.

use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, spelling};

/// The kind `fr.nir`.
pub static KIND: Kind = Kind {
    id: "fr.nir",
    title: "French number of a person (NIR, social security)",
    plural: "NIR numbers",
    sources: &[
        "INSEE, Numéro de sécurité sociale (definition); décret 82-103 of 1982-01-22",
        "python-stdnum 2.2, stdnum.fr.nir (check digits, Corsica)",
    ],
    valid: &[
        ("295109912611193", "295109912611193"),
        ("253072B07300470", "253072B07300470"),
        ("253072b07300470", "253072B07300470"),
        ("1 85 03 75 123 456 41", "185037512345641"),
        ("1.85.03.75.123.456.41", "185037512345641"),
        ("185037512345641", "185037512345641"),
        ("285039712345676", "285039712345676"),
        ("285032A12345648", "285032A12345648"),
    ],
    invalid: &[
        ("295109912611199", Mismatch::Check),
        ("185137512345607", Mismatch::Part),
        ("585037512345635", Mismatch::Part),
        ("253072C07300443", Mismatch::Shape),
        ("2530712A7300443", Mismatch::Shape),
        ("1850375123456", Mismatch::Length),
        ("1850375123456411", Mismatch::Length),
        ("1-85-03-75-123-456-41", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    chance: 0.00464,
    width: Some(15.0),
    rank: Rank::Tax,
    headers: &[
        "nir",
        "nirpp",
        "numerosecu",
        "numsecu",
        "nosecu",
        "securitesociale",
        "sécuritésociale",
        "numerosecuritesociale",
        "numérosécuritésociale",
        "numerodesecuritesociale",
        "numérodesécuritésociale",
        "nss",
        "insee",
        "numeroinsee",
    ],
    caveat: "It holds year and month of birth but no day, and the year has two digits. Many files leave the two \
             check digits out: thirteen digits are not taken. Months beyond 12 stand for dates that were not known.",
    key,
    facts: Some(facts),
    ..Kind::COMMON
};

/// The sex, the department or country group of birth, and the order of the birth in its commune and month.
fn facts(key: &[u8]) -> Facts {
    if key.len() != 15 {
        return Facts::default();
    }
    Facts {
        male: Some(key[0] % 2 == 1),
        region: department(&key[5..7]),
        sequence: number(&key[10..13]),
        ..Facts::default()
    }
}

/// Names of the departments by their number, 1 to 19 and 21 to 95.
///
/// # Source
/// INSEE, Code officiel géographique (departments; 91 to 95 since 1968).
#[rustfmt::skip]
const DEPARTMENTS: [&str; 95] = [
    "Ain", "Aisne", "Allier", "Alpes-de-Haute-Provence", "Hautes-Alpes", "Alpes-Maritimes", "Ardèche", "Ardennes",
    "Ariège", "Aube", "Aude", "Aveyron", "Bouches-du-Rhône", "Calvados", "Cantal", "Charente", "Charente-Maritime",
    "Cher", "Corrèze", "Corsica", "Côte-d'Or", "Côtes-d'Armor", "Creuse", "Dordogne", "Doubs", "Drôme", "Eure",
    "Eure-et-Loir", "Finistère", "Gard", "Haute-Garonne", "Gers", "Gironde", "Hérault", "Ille-et-Vilaine", "Indre",
    "Indre-et-Loire", "Isère", "Jura", "Landes", "Loir-et-Cher", "Loire", "Haute-Loire", "Loire-Atlantique", "Loiret",
    "Lot", "Lot-et-Garonne", "Lozère", "Maine-et-Loire", "Manche", "Marne", "Haute-Marne", "Mayenne",
    "Meurthe-et-Moselle", "Meuse", "Morbihan", "Moselle", "Nièvre", "Nord", "Oise", "Orne", "Pas-de-Calais",
    "Puy-de-Dôme", "Pyrénées-Atlantiques", "Hautes-Pyrénées", "Pyrénées-Orientales", "Bas-Rhin", "Haut-Rhin", "Rhône",
    "Haute-Saône", "Saône-et-Loire", "Sarthe", "Savoie", "Haute-Savoie", "Paris", "Seine-Maritime", "Seine-et-Marne",
    "Yvelines", "Deux-Sèvres", "Somme", "Tarn", "Tarn-et-Garonne", "Var", "Vaucluse", "Vendée", "Vienne",
    "Haute-Vienne", "Vosges", "Yonne", "Territoire de Belfort", "Essonne", "Hauts-de-Seine", "Seine-Saint-Denis",
    "Val-de-Marne", "Val-d'Oise",
];

/// Where somebody was born: 20, 2A, 2B are Corsica, 97 and 98 overseas, 99 a foreign country.
fn department(code: &[u8]) -> Option<&'static str> {
    match (code, number(code)) {
        (b"2A" | b"2B", _) => Some("Corsica"),
        (_, Some(97 | 98)) => Some("French overseas"),
        (_, Some(99)) => Some("outside France"),
        (_, Some(code)) => DEPARTMENTS.get((code as usize).checked_sub(1)?).copied(),
        _ => None,
    }
}

/// The check digits are what the thirteen places before lack to a multiple of 97; the letters of Corsica count as 19
/// (A) and 18 (B).
fn check(spelled: &[u8; 15]) -> u64 {
    let mut digits = *spelled;
    match &spelled[5..7] {
        b"2A" => digits[5..7].copy_from_slice(b"19"),
        b"2B" => digits[5..7].copy_from_slice(b"18"),
        _ => {}
    }
    let number = digits[..13].iter().fold(0_u64, |number, digit| 10 * number + u64::from(digit & 0x0F));
    97 - number % 97
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let spelled = spelling::read(text, b"999999*99999999", b" .")?;
    let corsica = matches!(&spelled[5..7], b"2A" | b"2B");
    if !corsica && !spelled[6].is_ascii_digit() {
        return Err(Mismatch::Shape);
    }
    // 1 and 2 for men and women; 3, 4 and 7, 8 while the number is provisional. Months 20, 30-42, 50-99: not known.
    let sexed = matches!(spelled[0], b'1'..=b'4' | b'7' | b'8');
    if !sexed || !matches!(spelling::two(&spelled, 3), 1..=12 | 20 | 30..=42 | 50..=99) {
        return Err(Mismatch::Part);
    }
    if check(&spelled) != u64::from(spelling::two(&spelled, 13)) {
        return Err(Mismatch::Check);
    }
    out.extend_from_slice(&spelled);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_sex_department_and_order() {
        let found = facts(b"185037512345641");
        assert_eq!((found.male, found.region, found.sequence), (Some(true), Some("Paris"), Some(456)));
        assert_eq!((facts(b"253072B07300470").region, facts(b"253072B07300470").male), (Some("Corsica"), Some(false)));
        assert_eq!(facts(b"295109912611193").region, Some("outside France"));
        assert_eq!((department(b"01"), department(b"95"), department(b"96")), (Some("Ain"), Some("Val-d'Oise"), None));
        assert_eq!((department(b"00"), facts(b"2950")), (None, Facts::default()));
    }

    #[test]
    fn chance_is_as_stated() {
        crate::kind::tests::check_chance(&KIND, "999999999999999");
    }
}
