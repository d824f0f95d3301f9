//! International mobile subscriber identity: country, network, subscriber.

use super::check::chance::are_most;
use super::check::compact::{Compact, Keep};
use super::facts::{Facts, number};
use super::{KeyBuf, Kind, Mismatch, Rank, Region, Series, Sign};

/// The kind `imsi`.
pub static KIND: Kind = Kind {
    id: "imsi",
    title: "Mobile subscriber number of a SIM card (IMSI)",
    plural: "IMSIs",
    sources: &["ITU-T E.212 (structure, mobile country codes)", "python-stdnum 2.2, stdnum.imsi"],
    valid: &[
        ("429011234567890", "429011234567890"),
        ("255011234567890", "255011234567890"),
        ("437011234567890", "437011234567890"),
        ("255 01 1234567890", "255011234567890"),
        ("25501-123456789", "25501123456789"),
        ("255011234567890.0", "255011234567890"),
    ],
    invalid: &[
        ("439011234567890", Mismatch::Part),
        ("000000000000000", Mismatch::Part),
        ("2550112345678", Mismatch::Length),
        ("2550112345678901", Mismatch::Length),
        ("2.55011E+14", Mismatch::Shape),
        ("25501123456789A", Mismatch::Shape),
        ("", Mismatch::Shape),
    ],
    // 237 of the thousand country codes are in use.
    chance: 0.237,
    width: Some(15.0),
    rank: Rank::Thing,
    headers: &["imsi", "imsi1", "imsi2", "subscriberid", "імсі", "имси", "номерimsi"],
    caveat: "There is no check digit, only a country code that exists: IMEIs and cards of 15 digits pass one time in four. A \
             column is told by the networks of its countries: see `src/kind/imsi.rs` for those that are known.",
    canonical: Some(is_canonical),
    key,
    facts: Some(facts),
    shows: Some(are_of_networks),
    series: Some(Series { prefix_bytes: 5, tail_bytes: 0, reseal: |_| true }),
    ..Kind::COMMON
};

/// Mobile country codes and their countries, sorted.
///
/// # Source
/// ITU-T E.212, list of mobile country codes, by way of python-stdnum 2.2 (imsi.dat); where networks of several countries
/// share a code, the country of most of them.
#[rustfmt::skip]
const COUNTRIES: &[(u32, &str)] = &[
    (1, "Test networks"), (202, "Greece"), (204, "Netherlands"), (206, "Belgium"), (208, "France"), (212, "Monaco"),
    (213, "Andorra"), (214, "Spain"), (216, "Hungary"), (218, "Bosnia and Herzegovina"), (219, "Croatia"),
    (220, "Serbia"), (221, "Kosovo"), (222, "Italy"), (226, "Romania"), (228, "Switzerland"),
    (230, "Czech Republic"), (231, "Slovakia"), (232, "Austria"), (234, "United Kingdom"), (235, "United Kingdom"),
    (238, "Denmark"), (240, "Sweden"), (242, "Norway"), (244, "Finland"), (246, "Lithuania"), (247, "Latvia"),
    (248, "Estonia"), (250, "Russia"), (255, "Ukraine"), (257, "Belarus"), (259, "Moldova"), (260, "Poland"),
    (262, "Germany"), (266, "Gibraltar"), (268, "Portugal"), (270, "Luxembourg"), (272, "Ireland"), (274, "Iceland"),
    (276, "Albania"), (278, "Malta"), (280, "Cyprus"), (282, "Georgia"), (283, "Armenia"), (284, "Bulgaria"),
    (286, "Turkey"), (288, "Faroe Islands"), (289, "Abkhazia"), (290, "Greenland"), (292, "San Marino"),
    (293, "Slovenia"), (294, "North Macedonia"), (295, "Liechtenstein"), (297, "Montenegro"), (302, "Canada"),
    (308, "Saint Pierre and Miquelon"), (310, "United States"), (311, "United States"), (312, "United States"),
    (313, "United States"), (314, "United States"), (316, "United States"), (330, "Puerto Rico"), (334, "Mexico"),
    (338, "Jamaica"), (340, "French Antilles (France)"), (342, "Barbados"), (344, "Antigua and Barbuda"),
    (346, "Cayman Islands"), (348, "British Virgin Islands"), (350, "Bermuda"), (352, "Grenada"),
    (354, "Montserrat"), (356, "Saint Kitts and Nevis"), (358, "Saint Lucia"),
    (360, "Saint Vincent and the Grenadines"), (362, "Former Netherlands Antilles (Kingdom of the Netherlands)"),
    (363, "Aruba"), (364, "Bahamas"), (365, "Anguilla"), (366, "Dominica"), (368, "Cuba"),
    (370, "Dominican Republic"), (372, "Haiti"), (374, "Trinidad and Tobago"), (376, "Turks and Caicos Islands"),
    (400, "Azerbaijan"), (401, "Kazakhstan"), (402, "Bhutan"), (404, "India"), (405, "India"), (410, "Pakistan"),
    (412, "Afghanistan"), (413, "Sri Lanka"), (414, "Myanmar"), (415, "Lebanon"), (416, "Jordan"), (417, "Syria"),
    (418, "Iraq"), (419, "Kuwait"), (420, "Saudi Arabia"), (421, "Yemen"), (422, "Oman"),
    (424, "United Arab Emirates"), (425, "Israel"), (426, "Bahrain"), (427, "Qatar"), (428, "Mongolia"),
    (429, "Nepal"), (432, "Iran"), (434, "Uzbekistan"), (436, "Tajikistan"), (437, "Kyrgyzstan"),
    (438, "Turkmenistan"), (440, "Japan"), (441, "Japan"), (450, "South Korea"), (452, "Vietnam"),
    (454, "Hong Kong"), (455, "Macau"), (456, "Cambodia"), (457, "Laos"), (460, "China"), (466, "Taiwan"),
    (467, "North Korea"), (470, "Bangladesh"), (472, "Maldives"), (502, "Malaysia"), (505, "Australia"),
    (510, "Indonesia"), (514, "East Timor"), (515, "Philippines"), (520, "Thailand"), (525, "Singapore"),
    (528, "Brunei"), (530, "New Zealand"), (536, "Nauru"), (537, "Papua New Guinea"), (539, "Tonga"),
    (540, "Solomon Islands"), (541, "Vanuatu"), (542, "Fiji"), (543, "Wallis and Futuna"), (544, "American Samoa"),
    (545, "Kiribati"), (546, "New Caledonia"), (547, "French Polynesia"), (548, "Cook Islands"), (549, "Samoa"),
    (550, "Micronesia"), (551, "Marshall Islands"), (552, "Palau"), (553, "Tuvalu"), (554, "Tokelau"), (555, "Niue"),
    (602, "Egypt"), (603, "Algeria"), (604, "Morocco"), (605, "Tunisia"), (606, "Libya"), (607, "Gambia"),
    (608, "Senegal"), (609, "Mauritania"), (610, "Mali"), (611, "Guinea"), (612, "Ivory Coast"),
    (613, "Burkina Faso"), (614, "Niger"), (615, "Togo"), (616, "Benin"), (617, "Mauritius"), (618, "Liberia"),
    (619, "Sierra Leone"), (620, "Ghana"), (621, "Nigeria"), (622, "Chad"), (623, "Central African Republic"),
    (624, "Cameroon"), (625, "Cape Verde"), (626, "Sao Tome and Principe"), (627, "Equatorial Guinea"),
    (628, "Gabon"), (629, "Congo"), (630, "DR Congo"), (631, "Angola"), (632, "Guinea-Bissau"), (633, "Seychelles"),
    (634, "Sudan"), (635, "Rwanda"), (636, "Ethiopia"), (637, "Somalia"), (638, "Djibouti"), (639, "Kenya"),
    (640, "Tanzania"), (641, "Uganda"), (642, "Burundi"), (643, "Mozambique"), (645, "Zambia"), (646, "Madagascar"),
    (647, "French Departments and Territories in the Indian Ocean (France)"), (648, "Zimbabwe"), (649, "Namibia"),
    (650, "Malawi"), (651, "Lesotho"), (652, "Botswana"), (653, "Eswatini"), (654, "Comoros"), (655, "South Africa"),
    (657, "Eritrea"), (658, "Saint Helena"), (659, "South Sudan"), (702, "Belize"), (704, "Guatemala"),
    (706, "El Salvador"), (708, "Honduras"), (710, "Nicaragua"), (712, "Costa Rica"), (714, "Panama"), (716, "Peru"),
    (722, "Argentina"), (724, "Brazil"), (730, "Chile"), (732, "Colombia"), (734, "Venezuela"), (736, "Bolivia"),
    (738, "Guyana"), (740, "Ecuador"), (742, "French Guiana"), (744, "Paraguay"), (746, "Suriname"),
    (748, "Uruguay"), (750, "Falkland Islands"), (901, "International operators"), (902, "International operators"),
    (991, "International operators"), (995, "British Indian Ocean Territory"), (999, "Test networks"),
];

fn country(digits: &[u8]) -> Option<&'static str> {
    let code = number(digits.get(..3)?)?;
    let found = COUNTRIES.binary_search_by_key(&code, |country| country.0).ok()?;
    Some(COUNTRIES[found].1)
}

fn judge(digits: &[u8]) -> Result<(), Mismatch> {
    match digits.len() {
        14 | 15 if country(digits).is_none() => Err(Mismatch::Part),
        14 | 15 => Ok(()),
        _ => Err(Mismatch::Length),
    }
}

fn is_canonical(text: &[u8]) -> bool {
    text.iter().all(u8::is_ascii_digit) && judge(text).is_ok()
}

/// The country of the network.
fn facts(key: &[u8]) -> Facts {
    Facts { region: country(key), ..Facts::default() }
}

fn key(text: &[u8], _region: Region, out: &mut KeyBuf) -> Result<(), Mismatch> {
    let text = text.strip_suffix(b".0").filter(|number| matches!(number.len(), 14 | 15)).unwrap_or(text);
    let read = Compact::<16>::read(text, Keep::Digits, b"")?;
    judge(read.bytes())?;
    out.extend_from_slice(read.bytes());
    Ok(())
}

/// Networks by the first five digits of their subscribers' numbers: those with subscribers in the countries around Ukraine
/// and Kyrgyzstan, and the large ones of Poland, Germany and Russia.
///
/// # Source
/// ITU-T E.212, list of mobile network codes, by way of python-stdnum 2.2 (imsi.dat).
#[rustfmt::skip]
const NETWORKS: [&[u8; 5]; 59] = [
    b"25001", b"25002", b"25007", b"25011", b"25020", b"25027", b"25035", b"25039", b"25099",
    b"25501", b"25502", b"25503", b"25504", b"25505", b"25506", b"25507", b"25521", b"25525", b"25599",
    b"25701", b"25702", b"25704", b"25901", b"25902", b"25905", b"25999",
    b"26001", b"26002", b"26003", b"26006", b"26201", b"26202", b"26203", b"26207",
    b"28201", b"28202", b"28204", b"28301", b"28305", b"28310", b"40001", b"40002", b"40004",
    b"40101", b"40102", b"40107", b"40108", b"40177", b"43404", b"43405", b"43407",
    b"43601", b"43602", b"43603", b"43604", b"43605", b"43701", b"43705", b"43709",
];

/// Whether most are of 15 digits and begin with a network: of random numbers three in five thousand do. Ukrainian accounts
/// of 14 digits begin like Polish and German networks, so the shorter form proves nothing.
fn are_of_networks(cells: &[&[u8]]) -> Sign {
    let of_network = |cell: &&&[u8]| {
        cell.len() == 15
            && cell.iter().all(u8::is_ascii_digit)
            && NETWORKS.binary_search_by(|network| network[..].cmp(&cell[..5])).is_ok()
    };
    if are_most(cells.iter().filter(of_network).count(), cells.len()) { Sign::Proof } else { Sign::Nothing }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::tests::shown;

    #[test]
    fn subscribers_of_networks_are_known_and_other_digits_are_not() {
        assert!(NETWORKS.is_sorted() && NETWORKS.iter().all(|network| country(&network[..]).is_some()));
        let ends = |draw: &mut crate::kind::tests::Draw, digits: u32| draw.below(10_u64.pow(digits));
        let network = |draw: &mut crate::kind::tests::Draw| draw.one_of(&["25501", "25503", "25506", "43705"]);
        assert_eq!(shown(&KIND, 40, |draw| format!("{}{:010}", network(draw), ends(draw, 10))), Sign::Proof);
        assert_eq!(shown(&KIND, 40, |draw| format!("255{:012}", ends(draw, 12))), Sign::Nothing, "a country alone");
        assert_eq!(shown(&KIND, 400, |draw| format!("{:015}", ends(draw, 15))), Sign::Nothing, "random ones");
        assert_eq!(
            shown(&KIND, 40, |draw| format!("26001{:09}", ends(draw, 9))),
            Sign::Nothing,
            "accounts of 14 digits"
        );
    }

    #[test]
    fn codes_are_sorted_and_counted() {
        assert!(COUNTRIES.is_sorted_by(|left, right| left.0 < right.0));
        assert_eq!(COUNTRIES.len() as f64 / 1000.0, KIND.chance);
        assert_eq!(facts(b"255011234567890").region, Some("Ukraine"));
        assert_eq!((facts(b"43701").region, facts(b"250").region), (Some("Kyrgyzstan"), Some("Russia")));
        assert_eq!(facts(b"999999999999999").region, Some("Test networks"));
    }
}
