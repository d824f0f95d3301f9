//! Fields of vehicles, parcels, devices, money and places.

use super::super::look::Look;
use super::{Field, of};

pub(super) static FIELDS: &[Field] = &[
    of(
        "ua.vehicle_plate_2004",
        "Ukrainian number plate",
        "ua.vehicle_plate_2004 ua.vehicle_plate_1995 ua.vehicle_plate_soviet",
        [
            "номернийзнак держномер реєстраційнийномер",
            "госномер грз номернойзнак регномер",
            "plate platenumber carnumber licenseplate licenceplate nregnew",
        ],
    )
    .looks(&[Look::Code])
    .long(7, 9),
    of(
        "kg.plate_2016",
        "Kyrgyz number plate",
        "kg.plate_2016 kg.plate_1994 kg.plate_foreign",
        ["", "госномер грз номернойзнак регномер", "plate platenumber carnumber licenseplate"],
    )
    .looks(&[Look::Code])
    .long(6, 10),
    of(
        "ua.vrc",
        "Ukrainian vehicle registration certificate",
        "ua.vrc",
        ["техпаспорт свідоцтвопрореєстрацію", "техпаспорт стс", "techpass registrationcertificate vrc"],
    )
    .looks(&[Look::Code])
    .long(9, 10),
    of(
        "vin",
        "vehicle identification number",
        "vin",
        ["номеркузова він", "кузов двигатель шасси номеркузова", "vin vincode chassis bodynumber"],
    )
    .looks(&[Look::Code])
    .long(17, 17),
    of("brand", "make of a vehicle", "", ["марка", "марка", "brand make"]).looks(&[Look::Vehicle]).many().long(2, 30),
    of("model", "model of a vehicle", "", ["модель", "модель", "model"])
        .looks(&[Look::Vehicle, Look::Word])
        .many()
        .long(1, 25),
    of(
        "brand_model",
        "make and model of a vehicle",
        "",
        ["марка маркамодель", "марка маркамодель", "brand brandmodel car vehicle"],
    )
    .looks(&[Look::Vehicle])
    .many()
    .long(3, 40),
    of("year", "year", "", ["рік ріквипуску", "год годвыпуска", "year makeyear yearmade"])
        .looks(&[Look::Year])
        .few()
        .long(4, 4),
    of("colour", "colour", "", ["колір", "цвет", "color colour"]).looks(&[Look::Colour]).few().long(3, 20),
    of(
        "vehicle_kind",
        "kind of vehicle",
        "",
        ["видтз видтранспорту", "видтс видтранспорта", "kind vehiclekind vehicletype"],
    )
    .looks(&[Look::VehicleKind])
    .few()
    .long(4, 30),
    of("body", "body of a vehicle", "", ["кузов типкузова", "типкузова", "body bodytype"])
        .looks(&[Look::Body])
        .few()
        .long(4, 40),
    of("purpose", "purpose of a vehicle", "", ["призначення", "назначение", "purpose"])
        .looks(&[Look::Purpose])
        .few()
        .long(4, 30),
    of("fuel", "fuel", "", ["паливо", "топливо", "fuel fueltype"]).looks(&[Look::Fuel]).few().long(3, 40),
    of("engine_cc", "engine capacity", "", ["обємдвигуна", "объемдвигателя", "capacity enginecc engine"])
        .looks(&[Look::Number])
        .many()
        .long(2, 5),
    of("weight", "weight", "", ["вага маса", "вес масса", "weight ownweight totalweight mass"])
        .looks(&[Look::Number, Look::Money])
        .many()
        .long(1, 6),
    of("operation_code", "code of an operation", "", ["кодоперації", "кодоперации", "opercode operationcode"])
        .looks(&[Look::Digits])
        .few()
        .long(2, 4),
    of("operation_name", "name of an operation", "", ["назваоперації", "названиеоперации", "opername operationname"])
        .looks(&[Look::Sentence])
        .few()
        .long(10, 120),
    of(
        "geo.latlon",
        "geographic position",
        "geo.latlon",
        ["координати", "координаты", "latlon coordinates geo location gps"],
    )
    .looks(&[Look::Coordinate])
    .long(9, 40),
    of("latitude", "latitude", "", ["широта", "широта", "lat latitude"]).looks(&[Look::Coordinate]).long(4, 20),
    of("longitude", "longitude", "", ["довгота", "долгота", "lon lng longitude"])
        .looks(&[Look::Coordinate])
        .long(4, 20),
    of(
        "branch",
        "branch of a delivery company",
        "",
        [
            "відділення номервідділення",
            "отделение номеротделения",
            "branch warehouse warehousedescription recipientwarehouse",
        ],
    )
    .looks(&[Look::Branch])
    .many()
    .long(3, 90),
    of(
        "nova_poshta.waybill",
        "waybill of a parcel",
        "nova_poshta.waybill",
        ["ттн ен накладна номернакладної", "ттн накладная", "intdocnumber waybill ttn tracking trackingnumber"],
    )
    .looks(&[Look::Digits])
    .long(14, 14),
    of(
        "parcel_description",
        "description of a parcel",
        "",
        ["опис описвідправлення", "описание", "cargodescription description parcel"],
    )
    .looks(&[Look::Goods, Look::Sentence])
    .many()
    .long(3, 60),
    of(
        "parcel_cost",
        "declared value or cost of a parcel",
        "",
        ["оголошенавартість вартість", "стоимость объявленнаястоимость", "cost price declaredvalue"],
    )
    .looks(&[Look::Money, Look::Number])
    .many()
    .long(1, 9),
    of("uuid", "universally unique id", "uuid", ["", "", "ref uuid guid"]).looks(&[Look::Uuid]).long(32, 36),
    of(
        "card_or_account",
        "number of a bank card or account",
        "pan iban ua.iban",
        ["картка рахунок номеркартки", "карта счет счёт номеркарты", "card account cardnumber accountnumber"],
    )
    .looks(&[Look::Digits])
    .long(12, 19),
    of(
        "pan",
        "number of a payment card",
        "pan",
        ["картка номеркартки", "карта номеркарты", "pan card cardnumber creditcard"],
    )
    .looks(&[Look::Digits])
    .long(13, 19),
    of("iban", "IBAN", "iban ua.iban", ["iban рахунокiban", "iban", "iban"]).looks(&[Look::Code]).long(15, 34),
    of("payment", "payments", "", ["платежі", "платежи", "transactions payment payments amount"])
        .looks(&[Look::Money])
        .many()
        .long(1, 12),
    of(
        "phone",
        "telephone number",
        "phone",
        [
            "телефон тел телефони номертелефону мобільний мобільнийтелефон моб контактнийтелефон",
            "телефон тел телефоны номертелефона мобильный мобильныйтелефон моб мобтел контактныйтелефон",
            "phone phonenumber mobile mobilephone tel telephone cellphone cell msisdn phoneno contactphone nohp \
         personalinformationphonenumber contactslistphonenumber",
        ],
    )
    .looks(&[Look::Digits])
    .long(9, 17),
    of(
        "caller",
        "who calls or sends",
        "phone",
        ["абонента відправник від", "абонента отправитель от", "anumber from sender callingnumber"],
    )
    .looks(&[Look::Digits, Look::Sender])
    .many()
    .long(3, 15),
    of(
        "called",
        "who is called or receives",
        "phone",
        ["абонентб кому", "абонентб кому", "bnumber to msisdn recipient callednumber"],
    )
    .looks(&[Look::Digits])
    .long(9, 15),
    of("imsi", "number of a SIM card's subscriber", "imsi", ["", "", "imsi"]).looks(&[Look::Digits]).long(15, 15),
    of("imei", "number of a mobile device", "imei", ["", "", "imei"]).looks(&[Look::Digits]).long(15, 15),
    of("cell", "radio cell", "", ["базовастанція", "бс базоваястанция", "lac cid cellid bs lacandcell"])
        .looks(&[Look::Digits, Look::Code])
        .many()
        .long(3, 20),
    of("sms_centre", "SMS centre", "phone", ["", "смсцентр", "smsc smscentre"])
        .looks(&[Look::Digits])
        .few()
        .long(9, 15),
    of("machine_id", "id of a computer", "uuid", ["", "", "machineid hwid"])
        .looks(&[Look::Uuid, Look::Hex])
        .long(16, 40),
    of("computer_name", "name of a computer", "", ["", "", "computer computername pcname machinename hostname"])
        .looks(&[Look::Computer])
        .long(4, 20),
    of("application", "name of an application", "", ["", "", "soft browser application storage"])
        .looks(&[Look::Software])
        .few()
        .long(3, 40),
];
