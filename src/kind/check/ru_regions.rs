//! Numbers of the subjects of the Russian Federation, with which tax numbers, registration numbers and plates begin or
//! end.

/// The subject with a number of two digits; `None` where there is none, or where it changed its meaning (80..=82, 84,
/// 85, 88, 90, 91, 93, 94, 96..=99 stand or stood for other subjects on plates than in tax numbers).
pub fn subject(number: u32) -> Option<&'static str> {
    match number {
        1..=79 => SUBJECTS.get(number as usize - 1).copied(),
        83 => Some("Nenets Autonomous Okrug"),
        86 => Some("Khanty-Mansi Autonomous Okrug"),
        87 => Some("Chukotka"),
        89 => Some("Yamalo-Nenets Autonomous Okrug"),
        95 => Some("Chechnya"),
        _ => None,
    }
}

/// The subject of a plate's code of two or three digits: two digits as [`subject`], and the codes that were added when
/// those ran out.
///
/// # Source
/// Ministry of Internal Affairs of the Russian Federation, order 766 of 2018-10-05, annex, and its predecessors.
pub fn of_plate(code: u32) -> Option<&'static str> {
    match code {
        90 => subject(50),
        91 => subject(39),
        93 => subject(23),
        96 => subject(66),
        97 | 99 => subject(77),
        98 => subject(78),
        193 | 323 => subject(23),
        190 | 250 | 550 | 750 | 790 => subject(50),
        196 => subject(66),
        197 | 199 | 777 | 797 | 799 | 977 => subject(77),
        198 => subject(78),
        // 1, 2 or 7 before the first code of the same subject.
        102 | 702 | 103 | 105 | 109 | 111 | 113 | 116 | 716 | 118 | 121 | 122 | 222 | 123 | 124 | 125 | 126 | 130
        | 134 | 136 | 138 | 142 | 147 | 150 | 152 | 252 | 154 | 754 | 155 | 156 | 158 | 159 | 161 | 761 | 163 | 763
        | 164 | 169 | 172 | 173 | 174 | 774 | 177 | 178 | 186 => subject(code % 100),
        _ => subject(code),
    }
}

/// Subjects 1 to 79.
///
/// # Source
/// Federal Tax Service of the Russian Federation, codes of subjects (order ММВ-7-11/485 of 2015-10-30, annex), which
/// follow the order of article 65 of the constitution of 1993.
#[rustfmt::skip]
const SUBJECTS: [&str; 79] = [
    "Adygea", "Bashkortostan", "Buryatia", "Altai Republic", "Dagestan", "Ingushetia", "Kabardino-Balkaria",
    "Kalmykia", "Karachay-Cherkessia", "Karelia", "Komi", "Mari El", "Mordovia", "Sakha", "North Ossetia",
    "Tatarstan", "Tuva", "Udmurtia", "Khakassia", "Chechnya", "Chuvashia", "Altai Krai", "Krasnodar Krai",
    "Krasnoyarsk Krai", "Primorsky Krai", "Stavropol Krai", "Khabarovsk Krai", "Amur Oblast", "Arkhangelsk Oblast",
    "Astrakhan Oblast", "Belgorod Oblast", "Bryansk Oblast", "Vladimir Oblast", "Volgograd Oblast", "Vologda Oblast",
    "Voronezh Oblast", "Ivanovo Oblast", "Irkutsk Oblast", "Kaliningrad Oblast", "Kaluga Oblast", "Kamchatka",
    "Kemerovo Oblast", "Kirov Oblast", "Kostroma Oblast", "Kurgan Oblast", "Kursk Oblast", "Leningrad Oblast",
    "Lipetsk Oblast", "Magadan Oblast", "Moscow Oblast", "Murmansk Oblast", "Nizhny Novgorod Oblast",
    "Novgorod Oblast", "Novosibirsk Oblast", "Omsk Oblast", "Orenburg Oblast", "Oryol Oblast", "Penza Oblast",
    "Perm Krai", "Pskov Oblast", "Rostov Oblast", "Ryazan Oblast", "Samara Oblast", "Saratov Oblast",
    "Sakhalin Oblast", "Sverdlovsk Oblast", "Smolensk Oblast", "Tambov Oblast", "Tver Oblast", "Tomsk Oblast",
    "Tula Oblast", "Tyumen Oblast", "Ulyanovsk Oblast", "Chelyabinsk Oblast", "Zabaykalsky Krai", "Yaroslavl Oblast",
    "Moscow", "Saint Petersburg", "Jewish Autonomous Oblast",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_stand_at_their_numbers() {
        for (number, name) in [(1, "Adygea"), (16, "Tatarstan"), (50, "Moscow Oblast"), (66, "Sverdlovsk Oblast")] {
            assert_eq!(subject(number), Some(name));
        }
        assert_eq!((subject(77), subject(78), subject(79)), (Some("Moscow"), Some("Saint Petersburg"), of_plate(79)));
        assert_eq!((subject(0), subject(80), subject(82), subject(100)), (None, None, None, None));
    }

    #[test]
    fn codes_of_plates_beyond_two_digits() {
        for (code, number) in [(99, 77), (177, 77), (777, 77), (98, 78), (190, 50), (716, 16), (252, 52), (161, 61)] {
            assert_eq!(of_plate(code), subject(number), "{code}");
        }
        assert_eq!((of_plate(188), of_plate(400), of_plate(0)), (None, None, None));
    }
}
