//! Countries by their two letters.

/// Two letters and English name, sorted by the letters.
///
/// # Source
/// ISO 3166-1 alpha-2, with the names of the tz database's `iso3166.tab` (public domain), and `XK`, which ISO leaves to its
/// users and banks use for Kosovo.
#[rustfmt::skip]
const COUNTRIES: &[([u8; 2], &str)] = &[
    (*b"AD", "Andorra"), (*b"AE", "United Arab Emirates"), (*b"AF", "Afghanistan"), (*b"AG", "Antigua and Barbuda"),
    (*b"AI", "Anguilla"), (*b"AL", "Albania"), (*b"AM", "Armenia"), (*b"AO", "Angola"), (*b"AQ", "Antarctica"),
    (*b"AR", "Argentina"), (*b"AS", "American Samoa"), (*b"AT", "Austria"), (*b"AU", "Australia"), (*b"AW", "Aruba"),
    (*b"AX", "Åland Islands"), (*b"AZ", "Azerbaijan"), (*b"BA", "Bosnia and Herzegovina"), (*b"BB", "Barbados"),
    (*b"BD", "Bangladesh"), (*b"BE", "Belgium"), (*b"BF", "Burkina Faso"), (*b"BG", "Bulgaria"), (*b"BH", "Bahrain"),
    (*b"BI", "Burundi"), (*b"BJ", "Benin"), (*b"BL", "Saint Barthelemy"), (*b"BM", "Bermuda"), (*b"BN", "Brunei"),
    (*b"BO", "Bolivia"), (*b"BQ", "Caribbean Netherlands"), (*b"BR", "Brazil"), (*b"BS", "Bahamas"),
    (*b"BT", "Bhutan"), (*b"BV", "Bouvet Island"), (*b"BW", "Botswana"), (*b"BY", "Belarus"), (*b"BZ", "Belize"),
    (*b"CA", "Canada"), (*b"CC", "Cocos (Keeling) Islands"), (*b"CD", "DR Congo"), (*b"CF", "Central African Rep."),
    (*b"CG", "Congo"), (*b"CH", "Switzerland"), (*b"CI", "Côte d'Ivoire"), (*b"CK", "Cook Islands"),
    (*b"CL", "Chile"), (*b"CM", "Cameroon"), (*b"CN", "China"), (*b"CO", "Colombia"), (*b"CR", "Costa Rica"),
    (*b"CU", "Cuba"), (*b"CV", "Cape Verde"), (*b"CW", "Curaçao"), (*b"CX", "Christmas Island"), (*b"CY", "Cyprus"),
    (*b"CZ", "Czechia"), (*b"DE", "Germany"), (*b"DJ", "Djibouti"), (*b"DK", "Denmark"), (*b"DM", "Dominica"),
    (*b"DO", "Dominican Republic"), (*b"DZ", "Algeria"), (*b"EC", "Ecuador"), (*b"EE", "Estonia"), (*b"EG", "Egypt"),
    (*b"EH", "Western Sahara"), (*b"ER", "Eritrea"), (*b"ES", "Spain"), (*b"ET", "Ethiopia"), (*b"FI", "Finland"),
    (*b"FJ", "Fiji"), (*b"FK", "Falkland Islands"), (*b"FM", "Micronesia"), (*b"FO", "Faroe Islands"),
    (*b"FR", "France"), (*b"GA", "Gabon"), (*b"GB", "United Kingdom"), (*b"GD", "Grenada"), (*b"GE", "Georgia"),
    (*b"GF", "French Guiana"), (*b"GG", "Guernsey"), (*b"GH", "Ghana"), (*b"GI", "Gibraltar"), (*b"GL", "Greenland"),
    (*b"GM", "Gambia"), (*b"GN", "Guinea"), (*b"GP", "Guadeloupe"), (*b"GQ", "Equatorial Guinea"),
    (*b"GR", "Greece"), (*b"GS", "South Georgia and the South Sandwich Islands"), (*b"GT", "Guatemala"),
    (*b"GU", "Guam"), (*b"GW", "Guinea-Bissau"), (*b"GY", "Guyana"), (*b"HK", "Hong Kong"),
    (*b"HM", "Heard Island and McDonald Islands"), (*b"HN", "Honduras"), (*b"HR", "Croatia"), (*b"HT", "Haiti"),
    (*b"HU", "Hungary"), (*b"ID", "Indonesia"), (*b"IE", "Ireland"), (*b"IL", "Israel"), (*b"IM", "Isle of Man"),
    (*b"IN", "India"), (*b"IO", "British Indian Ocean Territory"), (*b"IQ", "Iraq"), (*b"IR", "Iran"),
    (*b"IS", "Iceland"), (*b"IT", "Italy"), (*b"JE", "Jersey"), (*b"JM", "Jamaica"), (*b"JO", "Jordan"),
    (*b"JP", "Japan"), (*b"KE", "Kenya"), (*b"KG", "Kyrgyzstan"), (*b"KH", "Cambodia"), (*b"KI", "Kiribati"),
    (*b"KM", "Comoros"), (*b"KN", "Saint Kitts and Nevis"), (*b"KP", "North Korea"), (*b"KR", "South Korea"),
    (*b"KW", "Kuwait"), (*b"KY", "Cayman Islands"), (*b"KZ", "Kazakhstan"), (*b"LA", "Laos"), (*b"LB", "Lebanon"),
    (*b"LC", "Saint Lucia"), (*b"LI", "Liechtenstein"), (*b"LK", "Sri Lanka"), (*b"LR", "Liberia"),
    (*b"LS", "Lesotho"), (*b"LT", "Lithuania"), (*b"LU", "Luxembourg"), (*b"LV", "Latvia"), (*b"LY", "Libya"),
    (*b"MA", "Morocco"), (*b"MC", "Monaco"), (*b"MD", "Moldova"), (*b"ME", "Montenegro"),
    (*b"MF", "Saint Martin (French part)"), (*b"MG", "Madagascar"), (*b"MH", "Marshall Islands"),
    (*b"MK", "North Macedonia"), (*b"ML", "Mali"), (*b"MM", "Myanmar"), (*b"MN", "Mongolia"), (*b"MO", "Macau"),
    (*b"MP", "Northern Mariana Islands"), (*b"MQ", "Martinique"), (*b"MR", "Mauritania"), (*b"MS", "Montserrat"),
    (*b"MT", "Malta"), (*b"MU", "Mauritius"), (*b"MV", "Maldives"), (*b"MW", "Malawi"), (*b"MX", "Mexico"),
    (*b"MY", "Malaysia"), (*b"MZ", "Mozambique"), (*b"NA", "Namibia"), (*b"NC", "New Caledonia"), (*b"NE", "Niger"),
    (*b"NF", "Norfolk Island"), (*b"NG", "Nigeria"), (*b"NI", "Nicaragua"), (*b"NL", "Netherlands"),
    (*b"NO", "Norway"), (*b"NP", "Nepal"), (*b"NR", "Nauru"), (*b"NU", "Niue"), (*b"NZ", "New Zealand"),
    (*b"OM", "Oman"), (*b"PA", "Panama"), (*b"PE", "Peru"), (*b"PF", "French Polynesia"),
    (*b"PG", "Papua New Guinea"), (*b"PH", "Philippines"), (*b"PK", "Pakistan"), (*b"PL", "Poland"),
    (*b"PM", "Saint Pierre and Miquelon"), (*b"PN", "Pitcairn"), (*b"PR", "Puerto Rico"), (*b"PS", "Palestine"),
    (*b"PT", "Portugal"), (*b"PW", "Palau"), (*b"PY", "Paraguay"), (*b"QA", "Qatar"), (*b"RE", "Réunion"),
    (*b"RO", "Romania"), (*b"RS", "Serbia"), (*b"RU", "Russia"), (*b"RW", "Rwanda"), (*b"SA", "Saudi Arabia"),
    (*b"SB", "Solomon Islands"), (*b"SC", "Seychelles"), (*b"SD", "Sudan"), (*b"SE", "Sweden"),
    (*b"SG", "Singapore"), (*b"SH", "Saint Helena"), (*b"SI", "Slovenia"), (*b"SJ", "Svalbard and Jan Mayen"),
    (*b"SK", "Slovakia"), (*b"SL", "Sierra Leone"), (*b"SM", "San Marino"), (*b"SN", "Senegal"), (*b"SO", "Somalia"),
    (*b"SR", "Suriname"), (*b"SS", "South Sudan"), (*b"ST", "Sao Tome and Principe"), (*b"SV", "El Salvador"),
    (*b"SX", "Sint Maarten"), (*b"SY", "Syria"), (*b"SZ", "Eswatini (Swaziland)"), (*b"TC", "Turks and Caicos Is"),
    (*b"TD", "Chad"), (*b"TF", "French Southern Territories"), (*b"TG", "Togo"), (*b"TH", "Thailand"),
    (*b"TJ", "Tajikistan"), (*b"TK", "Tokelau"), (*b"TL", "East Timor"), (*b"TM", "Turkmenistan"),
    (*b"TN", "Tunisia"), (*b"TO", "Tonga"), (*b"TR", "Turkey"), (*b"TT", "Trinidad and Tobago"), (*b"TV", "Tuvalu"),
    (*b"TW", "Taiwan"), (*b"TZ", "Tanzania"), (*b"UA", "Ukraine"), (*b"UG", "Uganda"),
    (*b"UM", "US minor outlying islands"), (*b"US", "United States"), (*b"UY", "Uruguay"), (*b"UZ", "Uzbekistan"),
    (*b"VA", "Vatican City"), (*b"VC", "Saint Vincent"), (*b"VE", "Venezuela"), (*b"VG", "British Virgin Islands"),
    (*b"VI", "US Virgin Islands"), (*b"VN", "Vietnam"), (*b"VU", "Vanuatu"), (*b"WF", "Wallis and Futuna"),
    (*b"WS", "Samoa"), (*b"XK", "Kosovo"), (*b"YE", "Yemen"), (*b"YT", "Mayotte"), (*b"ZA", "South Africa"),
    (*b"ZM", "Zambia"), (*b"ZW", "Zimbabwe"),
];

/// Number of the countries: what share of two random letters are one.
pub const COUNT: usize = COUNTRIES.len();

/// English name of the country with these two capital letters.
pub fn name(letters: &[u8]) -> Option<&'static str> {
    let letters = <[u8; 2]>::try_from(letters.get(..2)?).ok()?;
    let found = COUNTRIES.binary_search_by_key(&letters, |country| country.0).ok()?;
    Some(COUNTRIES[found].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_sorted_and_found() {
        assert!(COUNTRIES.is_sorted_by(|left, right| left.0 < right.0));
        assert_eq!((name(b"UA"), name(b"KG123"), name(b"XK")), (Some("Ukraine"), Some("Kyrgyzstan"), Some("Kosovo")));
        assert_eq!((name(b"ua"), name(b"QQ"), name(b"U")), (None, None, None));
    }
}
