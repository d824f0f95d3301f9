//! Fields of accounts: logins, addresses in networks, passwords and what stands beside them.

use super::super::look::Look;
use super::{Field, of};

pub(super) static FIELDS: &[Field] = &[
    of(
        "email",
        "e-mail address",
        "email",
        [
            "емейл електроннапошта електроннаадреса пошта елпошта",
            "емейл имейл мейл почта электроннаяпочта электронныйадрес элпочта",
            "email emailaddress mail mailaddress useremail",
        ],
    )
    .looks(&[Look::Email])
    .long(10, 40),
    of("email2", "second e-mail address", "email", ["", "", "email2 altemail backupemail recoveryemail"])
        .looks(&[Look::Email])
        .long(10, 40),
    of(
        "username",
        "user name",
        "username",
        [
            "логін користувач нікнейм",
            "логин пользователь ник никнейм",
            "username login nick nickname user userlogin handle screenname",
        ],
    )
    .looks(&[Look::Login])
    .long(3, 20),
    of(
        "login",
        "login: user name, e-mail address or telephone number",
        "email username phone",
        ["логін", "логин", "login username email user userlogin u53rn4m3"],
    )
    .looks(&[Look::Login, Look::Email])
    .long(4, 40),
    of(
        "password_plain",
        "password in plain text",
        "password",
        ["пароль", "пароль", "password pass pwd passwd userpassword p455w0rd cleartext plaintext plain"],
    )
    .looks(&[Look::Token])
    .many()
    .long(4, 20),
    of(
        "password_hash",
        "hash of a password",
        "hash.*",
        [
            "хешпароля пароль",
            "хэшпароля хешпароля хеш хэш пароль",
            "hash passhash passwordhash hashpassword passwordhashed userpass userpassword password passwd pass pwd digest",
        ],
    )
    .looks(&[Look::Crypt, Look::Hex])
    .long(16, 128),
    of("password_hash2", "second hash of a password", "hash.*", ["", "", "hash2 passwordhash2 loginkey"])
        .looks(&[Look::Crypt, Look::Hex])
        .long(16, 128),
    of("password_cipher", "enciphered password", "", ["", "", "password cipher encryptedpassword"])
        .looks(&[Look::Cipher])
        .many()
        .long(12, 64),
    of("password_hint", "hint at a password", "", ["підказка", "подсказка", "hint passwordhint"])
        .looks(&[Look::Hint])
        .many()
        .long(1, 60),
    of("salt", "salt of a hash", "hash.*", ["сіль", "соль", "salt passwordsalt"])
        .looks(&[Look::Hex, Look::Token])
        .long(2, 64),
    of("key", "activation key", "", ["", "", "useractivationkey activationkey key"])
        .looks(&[Look::Token, Look::Hex])
        .long(8, 64),
    of("nicename", "name of a user in addresses", "username", ["", "", "usernicename nicename"])
        .looks(&[Look::Login])
        .long(3, 30),
    of(
        "ip",
        "internet address",
        "ipv4 ipv6",
        ["ipадреса", "ipадрес", "ip ipaddress lastip regip clientip sessionslistlastip"],
    )
    .looks(&[Look::Ip])
    .long(7, 15),
    of(
        "url",
        "web address",
        "url",
        [
            "посилання",
            "ссылка",
            "url link host site website userurl linkedinurl linkedinprofile profilelink hostname ur1 domain domainname",
        ],
    )
    .looks(&[Look::Link])
    .long(8, 120),
    of(
        "numeric_id",
        "number of an account",
        "",
        ["ід ідентифікатор", "ид идентификатор", "id uid userid memberid accountid pnum"],
    )
    .looks(&[Look::Digits, Look::Number])
    .long(1, 10),
    of(
        "user_id",
        "number of a user",
        "telegram.user_id",
        ["", "", "userid personalinformationuserid contactslistuserid uid"],
    )
    .looks(&[Look::Digits])
    .long(5, 11),
    of(
        "telegram.username",
        "Telegram user name",
        "telegram.username",
        ["", "", "telegram telegramusername botusername personalinformationusername"],
    )
    .looks(&[Look::Handle])
    .long(5, 33),
    of("facebook.id", "number of a Facebook account", "facebook.id", ["", "", "facebookid fbid fb userid"])
        .looks(&[Look::FacebookId, Look::Digits])
        .long(6, 15),
    of("vk.id", "number of a VK account", "vk.id", ["", "", "vkid vk uid"]).looks(&[Look::Digits]).long(3, 10),
    of(
        "social_profile_id",
        "name of a profile in a network",
        "",
        ["", "", "linkedinid publicidentifier id profileid publicid"],
    )
    .looks(&[Look::Login, Look::Digits])
    .long(4, 40),
    of("date", "date", "date", ["дата", "дата", "date dreg timestamp datetime time day logdate lastseen installdate"])
        .many()
        .long(8, 22),
    of(
        "last_active",
        "time of last use",
        "date",
        ["", "", "lastactive sessionslistlastactive lastlogin lastvisit lastseen"],
    )
    .looks(&[Look::Moment])
    .long(8, 25),
    of("session_created", "time at which a session began", "date", ["", "", "sessionslistcreated created"])
        .looks(&[Look::Moment])
        .long(8, 25),
    of("device_model", "model of a device", "", ["", "устройство", "devicemodel device sessionslistdevicemodel"])
        .looks(&[Look::Device])
        .few()
        .long(4, 40),
    of(
        "platform",
        "platform of a device",
        "",
        ["", "платформа", "platform sessionslistplatform systemversion os sessionslistsystemversion"],
    )
    .looks(&[Look::Platform])
    .few()
    .long(3, 30),
    of(
        "application_name",
        "name and version of an application",
        "",
        ["", "приложение", "applicationname app applicationversion sessionslistapplicationname"],
    )
    .looks(&[Look::Software])
    .few()
    .long(3, 40),
    of("sessions", "list of sessions", "", ["", "", "sessions sessionslist"]).looks(&[Look::Json]).long(10, 9999),
    of("web_sessions", "list of web sessions", "", ["", "", "websessions websessionslist"])
        .looks(&[Look::Json])
        .long(10, 9999),
];
