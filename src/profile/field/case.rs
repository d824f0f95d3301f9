//! Fields of events: violations, messages, answers of bots.

use super::super::look::Look;
use super::{Field, of};

pub(super) static FIELDS: &[Field] = &[
    of(
        "violation_id",
        "number of a violation or order",
        "",
        ["номерпостанови", "номерпостановления №протокола номерпротокола", "violationid protocol fineid id"],
    )
    .looks(&[Look::Digits, Look::Number])
    .long(5, 14),
    of(
        "violation_type",
        "kind of violation",
        "",
        ["видпорушення стаття", "виднарушения статья нарушение", "article violation violationtype offence"],
    )
    .looks(&[Look::Violation])
    .few()
    .long(3, 80),
    of(
        "violation_time",
        "time of a violation",
        "date",
        [
            "датаічаспорушення датапорушення",
            "датаивремянарушения датанарушения времянарушения",
            "datetime violationtime violationdate date time",
        ],
    )
    .looks(&[Look::Moment])
    .long(10, 20),
    of(
        "place",
        "place of an event",
        "",
        ["місцепорушення місце", "местонарушения место", "place camera location cameraaddress"],
    )
    .looks(&[Look::Address, Look::Place])
    .many()
    .long(8, 90),
    of(
        "camera_id",
        "number of a camera",
        "",
        ["номеркамери камера", "номеркамеры камера", "cameraid camera complexid"],
    )
    .looks(&[Look::Code, Look::Digits])
    .few()
    .long(2, 16),
    of("speed", "speed", "", ["швидкість", "скорость", "speed speedkmh"]).looks(&[Look::Speed]).few().long(2, 7),
    of("speed_limit", "speed allowed", "", ["дозволенашвидкість", "разрешеннаяскорость", "speedlimit limit"])
        .looks(&[Look::Speed])
        .few()
        .long(2, 7),
    of("fine", "amount of a fine", "", ["сумаштрафу штраф", "суммаштрафа штраф", "fine amount fineamount"])
        .looks(&[Look::Money, Look::Number])
        .few()
        .long(3, 8),
    of(
        "face_match",
        "score of a face comparison",
        "",
        ["збіг", "совпадение процентсовпадения", "facematch match similarity score facescore"],
    )
    .looks(&[Look::Score, Look::Number])
    .many()
    .long(2, 6),
    of(
        "sms_text",
        "text of a message",
        "",
        ["текст текстповідомлення", "текст текстсообщения", "text message smstext body"],
    )
    .looks(&[Look::LoginCode, Look::Sentence])
    .many()
    .long(8, 160),
    of(
        "messages",
        "text of a chat message",
        "",
        ["повідомлення", "сообщения сообщение", "messages text chatslistmessagestext"],
    )
    .looks(&[Look::Sentence])
    .many()
    .long(2, 400),
    of("message_id", "number of a message", "", ["", "", "id messageid"])
        .looks(&[Look::Number, Look::Digits])
        .long(1, 10),
    of("message_from", "who sent a message", "person_name", ["від", "от", "from actor"])
        .looks(&[Look::Names, Look::Name])
        .few()
        .long(2, 30),
    of("from_id", "account that sent a message", "", ["", "", "fromid actorid"])
        .looks(&[Look::FromId])
        .few()
        .long(6, 18),
    of("date_unixtime", "time in seconds since 1970", "", ["", "", "dateunixtime unixtime"])
        .looks(&[Look::UnixTime])
        .long(10, 10),
    of("message_kind", "kind of a message", "", ["", "", "type"]).looks(&[Look::MessageKind]).few().long(7, 12),
    of(
        "source_label",
        "name of the base that an answer comes from",
        "",
        ["база джерело", "база источник", "source base sourcelabel"],
    )
    .looks(&[Look::SourceLabel])
    .few()
    .long(2, 40),
    of("criminal_record", "entry of a criminal record", "", ["судимість", "судимость", "criminalrecord conviction"])
        .looks(&[Look::Violation, Look::Sentence])
        .many()
        .long(3, 90),
];
