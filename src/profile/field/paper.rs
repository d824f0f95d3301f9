//! Fields of documents, registers and offices.

use super::super::look::Look;
use super::{Field, of};

pub(super) static FIELDS: &[Field] = &[
    of(
        "ua.rntrc",
        "Ukrainian tax number",
        "ua.rntrc",
        [
            "іпн рнокпп ідентифікаційнийкод ідентифікаційнийномер податковийномер",
            "инн идентификационныйкод идентификационныйномер налоговыйномер",
            "inn ipn tin innchar rnokpp taxid taxnumber taxpayernumber",
        ],
    )
    .looks(&[Look::Digits])
    .long(10, 10),
    of(
        "ua.unzr",
        "number in the Ukrainian demographic register",
        "ua.unzr",
        ["унзр запис№унзр запис№(унзр) записунзр", "унзр", "unzr recordnumber"],
    )
    .looks(&[Look::Code])
    .long(13, 14),
    of(
        "ua.passport_booklet",
        "Ukrainian passport (booklet)",
        "ua.passport_booklet",
        [
            "паспорт номерпаспорта серіяномерпаспорта серіятаномерпаспорта",
            "паспорт номерпаспорта пас",
            "passport passportnumber pasp paspser paspnum passportno",
        ],
    )
    .looks(&[Look::Code])
    .long(8, 9),
    of(
        "passport_series",
        "series of a passport",
        "",
        ["серія серіяпаспорта", "серия серияпаспорта", "paspser passportseries series"],
    )
    .looks(&[Look::Series])
    .few()
    .long(2, 4),
    of(
        "passport_number",
        "number of a passport",
        "",
        ["номер номерпаспорта", "номер номерпаспорта", "paspnum passportnumber number"],
    )
    .looks(&[Look::Digits])
    .long(6, 9),
    of("ua.id_card", "Ukrainian identity card", "ua.id_card", ["idкартка ідкартка", "idкарта", "idcard idcardnumber"])
        .looks(&[Look::Digits])
        .long(9, 9),
    of(
        "ua.passport_international",
        "Ukrainian passport for travel abroad",
        "ua.passport_international",
        ["закордоннийпаспорт", "загранпаспорт", "internationalpassport foreignpassport travelpassport"],
    )
    .looks(&[Look::Code])
    .long(8, 8),
    of(
        "ua.driver_licence",
        "Ukrainian driving licence",
        "ua.driver_licence",
        [
            "водійськепосвідчення серіятаномерпосвідчення посвідченняводія номерпосвідчення посвідчення права",
            "водительскоеудостоверение водительское ву впу права",
            "driverlicence driverlicense driverslicence driverslicense drivinglicence drivinglicense licence license \
             licencenumber licensenumber dl",
        ],
    )
    .looks(&[Look::Code])
    .long(9, 11),
    of(
        "licence_series",
        "series of a driving licence",
        "",
        ["серія серіядокумента", "серия", "sdoc series licenceseries licenseseries"],
    )
    .looks(&[Look::Series])
    .few()
    .long(3, 3),
    of(
        "licence_number",
        "number of a driving licence",
        "",
        ["номер номердокумента", "номер", "ndoc number licencenumber licensenumber"],
    )
    .looks(&[Look::Digits])
    .long(6, 6),
    of(
        "ua.student_card",
        "Ukrainian student card",
        "ua.student_card",
        ["студентськийквиток студквиток", "студенческийбилет", "studentcard studentid"],
    )
    .looks(&[Look::Code])
    .long(10, 12),
    of(
        "ua.military_ticket",
        "Ukrainian military document",
        "ua.military_ticket",
        ["військовийквиток військовообліковийдокумент", "военныйбилет", "militaryid militaryticket"],
    )
    .looks(&[Look::Code])
    .long(8, 9),
    of("kg.pin", "Kyrgyz personal number", "kg.pin", ["", "пин инн персональныйномер", "pin inn personalnumber"])
        .looks(&[Look::Digits])
        .long(14, 14),
    of(
        "kg.passport",
        "Kyrgyz passport or identity card",
        "kg.passport",
        ["", "паспорт серияиномер серияномер", "passport passportnumber"],
    )
    .looks(&[Look::Code])
    .long(9, 10),
    of(
        "doc_number",
        "number of a document",
        "",
        ["номердокумента номердокументу", "номердокумента", "docnumber serialnumber documentnumber documentno"],
    )
    .looks(&[Look::Code, Look::Digits])
    .long(6, 14),
    of(
        "document_number",
        "number of a document",
        "",
        [
            "номердокумента номердокументу серіяномер",
            "номердокумента серияиномер",
            "documentsnumber documentnumber docnumber nodoc",
        ],
    )
    .looks(&[Look::Code, Look::Digits])
    .long(6, 14),
    of(
        "doc_type",
        "type of a document",
        "",
        ["типдокумента", "типдокумента", "doctype documenttype doctypevalue doctypeid"],
    )
    .looks(&[Look::Status])
    .few()
    .long(1, 60),
    of(
        "document_type",
        "type of a document",
        "",
        ["типдокумента виддокумента", "типдокумента виддокумента", "documentstype documenttype doctype"],
    )
    .looks(&[Look::Status])
    .few()
    .long(1, 60),
    of(
        "doc_status",
        "status of a document",
        "",
        ["статусдокумента стан", "статусдокумента состояние", "docstatus documentstatus"],
    )
    .looks(&[Look::Status])
    .few()
    .long(1, 30),
    of("status", "status", "", ["статус стан", "статус состояние", "status statusvalue statusid userstatus state"])
        .looks(&[Look::Status, Look::Number])
        .few()
        .long(1, 30),
    of("type", "type", "", ["тип", "тип вид", "type"]).looks(&[Look::Status]).few().long(2, 20),
    of(
        "issue_date",
        "day of issue",
        "date",
        [
            "датавидачі датавидано видано",
            "датавыдачи выдан",
            "issuedate dateissue dateissued dateofissue ddoc issued paspdate validfrom",
        ],
    )
    .many()
    .long(8, 20),
    of(
        "expiry_date",
        "day up to which it is valid",
        "date",
        [
            "дійснедо дійснийдо дійснадо терміндії",
            "действителендо действительнодо срокдействия",
            "expirydate expirationdate expires expiry dend dateexpiry validto",
        ],
    )
    .many()
    .long(8, 20),
    of(
        "registration_date",
        "day of registration",
        "date",
        [
            "датареєстрації датастворення",
            "датарегистрации датасоздания",
            "regdate registered registrationdate created createdat createddate joined dreg userregistered",
        ],
    )
    .many()
    .long(8, 22),
    of(
        "issued_by",
        "office that issued a document",
        "",
        ["кимвидано органвидачі", "кемвыдан органвыдачи", "pasporg issuedby issuer"],
    )
    .looks(&[Look::Office, Look::Sentence])
    .many()
    .long(5, 90),
    of("issuer_code", "code of the office that issued", "", ["кодоргану", "кодоргана", "depissue issuercode"])
        .looks(&[Look::Digits])
        .few()
        .long(4, 4),
    of(
        "department",
        "office",
        "",
        ["підрозділ органвидачі", "подразделение органвыдачи", "department departmentid dept issuedepartment"],
    )
    .looks(&[Look::Office, Look::Digits])
    .few()
    .long(4, 90),
    of(
        "dept_id_and_name",
        "code and name of an office",
        "",
        ["підрозділ органвидачі", "подразделение", "departmentvalue departmentid department dept"],
    )
    .looks(&[Look::Office])
    .few()
    .long(8, 90),
    of("dept_code", "code of an office", "", ["кодпідрозділу", "кодподразделения", "depcode deptcode"])
        .looks(&[Look::Digits])
        .few()
        .long(3, 6),
    of("dept_name", "name of an office", "", ["назвапідрозділу", "названиеподразделения", "dep depname deptname"])
        .looks(&[Look::Office])
        .few()
        .long(3, 60),
    of(
        "category",
        "categories of a driving licence",
        "",
        ["категорії категорія", "категории категория", "categories category categoriesfull categoriescategory"],
    )
    .looks(&[Look::LicenceClass])
    .few()
    .long(1, 30),
    of(
        "category_open_date",
        "day on which a category was opened",
        "date",
        ["датавідкриттякатегорії", "датаоткрытиякатегории", "categoriesdopen dopen"],
    )
    .many()
    .long(8, 20),
    of("record_id", "number of a record", "", ["ідентифікатор ід", "идентификатор ид", "id recordid rowid"])
        .looks(&[Look::Digits, Look::Number])
        .long(1, 12),
    of("client_id", "number of a client", "", ["кодклієнта", "кодклиента", "clientid customerid client"])
        .looks(&[Look::Digits, Look::Number])
        .long(4, 12),
    of("full_name_hash", "digest of a name", "", ["", "", "fullnamehash"]).looks(&[Look::Hex]).long(64, 128),
    of("photo_base64", "photo as text", "", ["фото", "фото", "photo signature photobase64 image"])
        .looks(&[Look::Base64])
        .long(200, 9999),
    of(
        "photo_file",
        "name of a photo's file",
        "",
        ["фото файлфото", "фото файлфото", "photo photofile photourl image file picture"],
    )
    .looks(&[Look::Image])
    .long(8, 90),
    of(
        "polling_station",
        "number of a polling station",
        "",
        ["двк виборчадільниця дільниця", "участок избирательныйучасток", "dvk pollingstation"],
    )
    .looks(&[Look::Digits])
    .few()
    .long(6, 6),
    of(
        "registration_place_code",
        "code of a place in the register of places",
        "ua.koatuu ua.katottg",
        ["катоттг", "катоттг", "katottg"],
    )
    .looks(&[Look::Digits])
    .many()
    .long(10, 19),
    of("ua.koatuu", "code of a place (KOATUU)", "ua.koatuu", ["коатуу", "коатуу", "koatuu regaddrkoatuu"])
        .looks(&[Look::Digits])
        .few()
        .long(10, 10),
    of("person_type", "natural or legal person", "", ["типособи", "типлица", "person persontype"])
        .looks(&[Look::Letter])
        .few()
        .long(1, 1),
];
