//! Regions of Ukraine, Kyrgyzstan and Russia by the words that addresses begin with, in Ukrainian, Russian and English.
//!
//! **Comes in:** an address or the name of a town. **Goes out:** country and region, as the [`facts`](crate::kind::facts) of plates and codes
//! name them. Only capitals of regions and the regions themselves are known: where no word is one of them, nothing is said.

/// A region and its country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Two small letters, as kinds' ids begin.
    pub country: &'static str,
    /// Its name in English.
    pub region: &'static str,
}

/// Country, region, and beginnings of the words for it and its capital; a word with a full stop behind it must be whole.
///
/// # Source
/// Names of regions: ISO 3166-2:UA, ISO 3166-2:KG, ISO 3166-2:RU; of their capitals: the constitutions and public maps.
#[rustfmt::skip]
const PLACES: &[(&str, &str, &str)] = &[
    ("ua", "Crimea", "крим. кримськ крым. крымск сімфероп симфероп simferopol"),
    ("ua", "Vinnytsia", "вінниц вінниця винниц vinnyts vinnits"),
    ("ua", "Volyn", "волинськ волынск луцьк луцк lutsk volyn"),
    ("ua", "Dnipropetrovsk", "дніпро днепр dnipro dnepr"),
    ("ua", "Donetsk", "донецьк донецк маріупол мариупол donetsk mariupol"),
    ("ua", "Zhytomyr", "житомир zhytomyr zhitomir"),
    ("ua", "Zakarpattia", "закарпат ужгород uzhhorod uzhgorod"),
    ("ua", "Zaporizhzhia", "запоріж запорож zapori zaporo"),
    ("ua", "Ivano-Frankivsk", "франківськ франковск frankivsk frankovsk"),
    ("ua", "Kyiv region", "київськ киевск"),
    ("ua", "Kyiv", "київ. києв. києві. києва. киев. киеве. киева. kyiv kiev"),
    ("ua", "Kirovohrad", "кіровоград кировоград кропивниц kirovohrad kropyvn"),
    ("ua", "Luhansk", "луганськ луганск luhansk lugansk"),
    ("ua", "Lviv", "львів львов lviv lvov"),
    ("ua", "Mykolaiv", "миколаїв. миколаївськ николаев. николаевск mykolaiv"),
    ("ua", "Odesa", "одес odes"),
    ("ua", "Poltava", "полтав poltav"),
    ("ua", "Rivne", "рівне рівнен ровно. ровенск rivne"),
    ("ua", "Sumy", "суми. сумськ сумы. сумск sumy"),
    ("ua", "Ternopil", "тернопіл тернопол ternopil"),
    ("ua", "Kharkiv", "харків харьков kharkiv kharkov"),
    ("ua", "Kherson", "херсон kherson"),
    ("ua", "Khmelnytskyi", "хмельницький. хмельницьк хмельницкий. хмельницк khmelnyts"),
    ("ua", "Cherkasy", "черкас cherkas"),
    ("ua", "Chernivtsi", "чернівц чернівец черновц черновиц chernivts"),
    ("ua", "Chernihiv", "чернігів чернигов chernihiv chernigov"),
    ("ua", "Sevastopol", "севастопол sevastopol"),
    ("kg", "Bishkek", "бишкек bishkek"),
    ("kg", "Osh region", "ошск"),
    ("kg", "Osh", "ош. osh."),
    ("kg", "Batken", "баткен batken"),
    ("kg", "Jalal-Abad", "джалал жалал jalal"),
    ("kg", "Naryn", "нарын naryn"),
    ("kg", "Talas", "талас talas"),
    ("kg", "Chui", "чуйск чүй chui токмок кара-балт"),
    ("kg", "Issyk-Kul", "иссык ысык каракол karakol issyk"),
    ("ru", "Bashkortostan", "башкорт башкир уфа."),
    ("ru", "Tatarstan", "татарст казань. казани. kazan"),
    ("ru", "Krasnodar Krai", "краснодар krasnodar"),
    ("ru", "Krasnoyarsk Krai", "красноярск krasnoyarsk"),
    ("ru", "Perm Krai", "пермь. пермск perm."),
    ("ru", "Primorsky Krai", "владивосток приморск vladivostok"),
    ("ru", "Stavropol Krai", "ставропол stavropol"),
    ("ru", "Volgograd Oblast", "волгоград volgograd"),
    ("ru", "Voronezh Oblast", "воронеж voronezh"),
    ("ru", "Kemerovo Oblast", "кемеров kemerovo"),
    ("ru", "Moscow Oblast", "московск"),
    ("ru", "Moscow", "москва. москве. moscow"),
    ("ru", "Nizhny Novgorod Oblast", "нижегород нижний."),
    ("ru", "Novosibirsk Oblast", "новосибирск novosibirsk"),
    ("ru", "Omsk Oblast", "омск omsk"),
    ("ru", "Orenburg Oblast", "оренбург orenburg"),
    ("ru", "Rostov Oblast", "ростов rostov"),
    ("ru", "Samara Oblast", "самар samara"),
    ("ru", "Saint Petersburg", "санкт-петербург петербург спб. petersburg"),
    ("ru", "Saratov Oblast", "саратов saratov"),
    ("ru", "Sverdlovsk Oblast", "екатеринбург свердловск yekaterinburg"),
    ("ru", "Tula Oblast", "тула. тульск tula."),
    ("ru", "Tyumen Oblast", "тюмен tyumen"),
    ("ru", "Chelyabinsk Oblast", "челябинск chelyabinsk"),
];

/// Characters of an address that are looked at: the town stands in front of the street.
const LOOKED_AT: usize = 48;

/// The first region that a word of the text names; the longest beginning where several do.
pub fn place(text: &str) -> Option<Place> {
    if !text.chars().any(char::is_alphabetic) {
        return None;
    }
    let text: String = text.chars().take(LOOKED_AT).flat_map(char::to_lowercase).collect();
    let words = text.split(|character: char| !character.is_alphabetic() && character != '-');
    words.filter(|word| !word.is_empty()).find_map(by_word)
}

fn by_word(word: &str) -> Option<Place> {
    let fits = |begin: &&str| begin.strip_suffix('.').map_or_else(|| word.starts_with(begin), |whole| whole == word);
    let all = PLACES
        .iter()
        .flat_map(|(country, region, begins)| begins.split(' ').map(move |begin| (begin, Place { country, region })));
    all.filter(|(begin, _)| fits(begin)).max_by_key(|(begin, _)| begin.len()).map(|(_, place)| place)
}

/// Whether a name is one of the regions, as facts name them.
pub fn is_region(name: &str) -> bool {
    PLACES.iter().any(|(_, region, _)| *region == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_their_region() {
        for (text, country, region) in [
            ("м. Київ, вул. Харківська, буд. 1", "ua", "Kyiv"),
            ("Київська обл., с. Зразкове", "ua", "Kyiv region"),
            ("г. Бишкек, ул. Московская, д. 1", "kg", "Bishkek"),
            ("Ошская обл.", "kg", "Osh region"),
            ("Ош", "kg", "Osh"),
            ("ДНІПРОПЕТРОВСЬК", "ua", "Dnipropetrovsk"),
            ("Санкт-Петербург", "ru", "Saint Petersburg"),
            ("Ivano-Frankivsk", "ua", "Ivano-Frankivsk"),
        ] {
            assert_eq!(place(text), Some(Place { country, region }), "{text}");
        }
        for text in ["", "вул. Садова, 1", "London", "0671234567", "Ошибка", "Киевлянин"] {
            assert_eq!(place(text), None, "{text}");
        }
    }

    /// Regions stand here as the facts of plates and codes name them.
    #[test]
    fn regions_are_those_of_facts() {
        for (country, region, begins) in PLACES {
            let known = match *country {
                "ua" => (0..100).any(|number| super::super::ua_regions::region(number) == Some(region)),
                "ru" => (0..100).any(|number| super::super::ru_regions::subject(number) == Some(region)),
                _ => true,
            };
            assert!(known && is_region(region) && !begins.is_empty(), "{region}");
        }
        assert!(!is_region("Ukraine"));
    }
}
