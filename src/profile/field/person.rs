//! Fields that say who somebody is.

use super::super::look::Look;
use super::{Field, of};

pub(super) static FIELDS: &[Field] = &[
    of(
        "surname",
        "surname",
        "family_name",
        ["прізвище прізв", "фамилия фам fam", "surname lastname familyname lname secondname lastnameua lastnamefull"],
    )
    .looks(&[Look::Name])
    .many()
    .long(3, 16),
    of(
        "given_name",
        "given name",
        "given_name",
        ["імя", "имя im", "givenname firstname forename fname name firstnameua"],
    )
    .looks(&[Look::Name])
    .many()
    .long(3, 12),
    of(
        "patronymic",
        "patronymic",
        "patronymic",
        ["побатькові", "отчество ot", "patronymic patronym middlename mname middlenameua"],
    )
    .looks(&[Look::Patronymic])
    .many()
    .long(6, 16),
    of(
        "full_name",
        "full name",
        "person_name",
        [
            "піб прізвищеімяпобатькові прізвищетаімя прізвищеімя клієнт власник водій одержувач відправник абонент \
             громадянин користувач імяпобатькові",
            "фио фамилияимяотчество фамилияимя клиент владелец собственник водитель получатель отправитель \
             гражданин имяотчество",
            "fullname fio pib name personname clientname customername owner ownername displayname driver recipient \
             sender recipientname personalinformationfirstname contactslistfirstname",
        ],
    )
    .looks(&[Look::Names])
    .long(8, 40),
    of(
        "name_ru",
        "name in Russian spelling",
        "person_name family_name given_name",
        ["", "имярус фамилиярус", "lastnameru firstnameru middlenameru nameru"],
    )
    .looks(&[Look::Name, Look::Names])
    .many()
    .long(3, 40),
    of(
        "name_en",
        "name in Latin letters",
        "person_name family_name given_name",
        [
            "імялат прізвищелат",
            "имялат фамилиялат",
            "lastnameen firstnameen middlenameen nameen lastnamelat firstnamelat namelat",
        ],
    )
    .looks(&[Look::Name, Look::Names])
    .many()
    .long(3, 40),
    of(
        "birth_date",
        "day of birth",
        "date",
        [
            "датанар датанародження народився",
            "датарождения деньрождения др dr рождения",
            "birthday birthdate dateofbirth datebirth dob bdate birth born dateofbirthday",
        ],
    )
    .many()
    .long(8, 12),
    of("sex", "sex", "", ["стать", "пол", "sex gender jenkel plec płeć"]).looks(&[Look::Sex]).few().long(1, 8),
    of(
        "birth_place",
        "place of birth",
        "",
        [
            "місценародження ріднемісто",
            "месторождения местарождения роднойгород",
            "birthplace placeofbirth birthtown hometown clientaddraddress",
        ],
    )
    .looks(&[Look::Place, Look::Address])
    .many()
    .long(3, 60),
    of(
        "address",
        "postal address",
        "",
        [
            "адреса адресапроживання місцепроживання місцереєстрації адресдоставки адресадоставки",
            "адрес адреспроживания местожительства местопроживания прописка ulica",
            "address addr adres street streetaddress postaladdress homeaddress",
        ],
    )
    .looks(&[Look::Address])
    .long(10, 120),
    of(
        "registration_address",
        "address of registration",
        "",
        [
            "адресареєстрації зареєстрований місцереєстрації",
            "адресрегистрации адреспрописки месторегистрации",
            "registration registrationaddress regaddress regaddr",
        ],
    )
    .looks(&[Look::Address])
    .long(10, 120),
    of(
        "city",
        "town",
        "",
        [
            "місто населенийпункт селище село",
            "город населенныйпункт поселок посёлок gorod",
            "city town village citydescription settlement cityname",
        ],
    )
    .looks(&[Look::Place])
    .many()
    .long(3, 30),
    of(
        "location",
        "place where somebody says to live",
        "",
        [
            "місцеперебування розташування локація",
            "местоположение локация",
            "location residence locationname locationcountry city country currentcity region state",
        ],
    )
    .looks(&[Look::Place, Look::Country])
    .many()
    .long(2, 50),
    of("country", "country", "", ["країна", "страна", "country countrycode lastcountry sessionslistlastcountry"])
        .looks(&[Look::Country])
        .few()
        .long(2, 30),
    of(
        "region",
        "region",
        "",
        ["область район регіон", "регион республика", "region oblast state district lastregion"],
    )
    .looks(&[Look::Place])
    .few()
    .long(3, 40),
    of("nationality", "nationality", "", ["національність", "национальность", "nationality ethnicity"])
        .looks(&[Look::Nation])
        .few()
        .long(4, 20),
    of("citizenship", "citizenship", "", ["громадянство", "гражданство", "citizenship"])
        .looks(&[Look::Country])
        .few()
        .long(2, 30),
    of(
        "employer",
        "employer",
        "",
        [
            "місцероботи робота роботодавець підприємство компанія фірма",
            "месторабоаты местоработы работа работодатель компания фирма",
            "work workplace employer company jobcompanyname organisation organization",
        ],
    )
    .looks(&[Look::Company])
    .many()
    .long(3, 60),
    of(
        "job_title",
        "job title",
        "",
        ["посада професія", "должность профессия", "jobtitle headline position occupation profession job"],
    )
    .looks(&[Look::Job])
    .many()
    .long(4, 60),
    of(
        "educational_institution",
        "school or university",
        "",
        ["навчальнийзаклад", "учебноезаведение", "educationalinstitution school university"],
    )
    .looks(&[Look::Company])
    .many()
    .long(4, 80),
    of("education", "education", "", ["освіта", "образование", "education"])
        .looks(&[Look::Education])
        .few()
        .long(4, 30),
    of(
        "marital_status",
        "marital status",
        "",
        ["сімейнийстан", "семейноеположение семположение", "marital maritalstatus"],
    )
    .looks(&[Look::Relation])
    .few()
    .long(3, 25),
    of(
        "relationship",
        "relationship status",
        "",
        [
            "стосунки сімейнийстан",
            "отношения семейноеположение семположение",
            "relationship relationshipstatus maritalstatus",
        ],
    )
    .looks(&[Look::Relation])
    .few()
    .long(3, 25),
    of(
        "sexual_preference",
        "sexual preference",
        "",
        ["уподобання", "предпочтения", "pref preference orientation seeking lookingfor"],
    )
    .looks(&[Look::Number])
    .few()
    .long(1, 20),
    of("car_owned", "whether somebody owns a car", "", ["наявністьавто", "наличиеавто", "auto hascar"])
        .looks(&[Look::YesNo])
        .few()
        .long(1, 8),
    of("bio", "what somebody writes of himself", "", ["просебе", "осебе", "bio about aboutme"])
        .looks(&[Look::Sentence])
        .long(5, 140),
    of("contacts", "list of contacts", "", ["контакти", "контакты", "contacts contactslist contactslistuserid"])
        .looks(&[Look::Json])
        .long(10, 9999),
];
