//! Networks, shops, games and other accounts with e-mail addresses and passwords.

use super::super::Home;
use super::super::cells::*;
use super::super::columns::{hashes, names, net, nothing};
use super::{Field, System, may, must};

const ID: Field = must("id", "id", account);
const EMAIL: Field = must("email", "email", net::email);
const USER: Field = must("username", "username", net::username);
const MD5: Field = must("password_hash", "password", hashes::md5);
const SHA1: Field = must("password_hash", "password", hashes::sha1);
const BCRYPT: Field = must("password_hash", "password", hashes::bcrypt);
const PASSWORD: Field = must("password", "password", names::password);
const SALT: Field = must("salt", "salt", salt);
const IP: Field = must("ip", "ip", net::ipv4);

pub(super) static SYSTEMS: &[System] = &[
    System {
        id: "vk_2012",
        also: &[&[EMAIL, PASSWORD]],
        home: Home::Ru,
        fields: &[
            must("given_name", "first_name", names::given),
            must("surname", "last_name", names::surname),
            EMAIL,
            must(
                "phone",
                "phone",
                |cell| if cell.dice.percent(70) { cell.dice.fill("79#########") } else { String::new() },
            ),
            PASSWORD,
            may("city", "city", nothing::town),
            may("email", "email2", rare_email),
        ],
    },
    System {
        id: "linkedin_2012_hashes",
        also: &[],
        home: Home::World,
        fields: &[must("password_hash", "password", hashes::zeroed)],
    },
    System { id: "linkedin_2012_full", also: &[], home: Home::World, fields: &[EMAIL, SHA1] },
    System {
        id: "linkedin_2021_scrape",
        also: &[],
        home: Home::World,
        fields: &[
            must("profile", "public_identifier", profile_slug),
            must("full_name", "full_name", names::full_name),
            may("email", "email", net::email),
            may("phone", "phone", spaced_phone),
            may("sex", "gender", sex_word),
            must("job_title", "job_title", headline),
            must("employer", "job_company_name", employer),
            must("country", "location_country", nothing::country),
            must("url", "linkedin_url", profile_link),
        ],
    },
    System {
        id: "facebook_533m",
        also: &[],
        home: Home::World,
        fields: &[
            must("phone", "phone", bare_phone),
            must("account_id", "userid", net::facebook),
            must("given_name", "first_name", names::given),
            must("surname", "last_name", names::surname),
            must("sex", "gender", sex_word),
            must("place", "residence", world_town),
            must("birth_place", "birthplace", world_town),
            must("relationship", "relationship", relationship),
            must("employer", "workplace", employer),
            must("date", "joined", american_day),
            may("email", "email", rare_email),
            may("birth_date", "birthday", |cell| if cell.dice.percent(15) { born_iso(cell) } else { String::new() }),
        ],
    },
    System {
        id: "adobe_2013",
        also: &[],
        home: Home::World,
        fields: &[
            ID,
            may("username", "username", |cell| if cell.dice.percent(90) { String::new() } else { net::username(cell) }),
            EMAIL,
            must("password_cipher", "password", hashes::adobe),
            may("hint", "hint", hint),
        ],
    },
    System {
        id: "myspace_2008",
        also: &[],
        home: Home::World,
        fields: &[
            ID,
            EMAIL,
            USER,
            must("password_hash", "password", |cell| {
                let text = names::password(cell).to_lowercase();
                let ten: String = text.chars().take(10).collect();
                format!("0x{}", hashes::sha1_of(&ten).to_uppercase())
            }),
            may("password_hash", "hash2", second_hash),
        ],
    },
    System {
        id: "dropbox_2012",
        // Half of the passwords were salted SHA-1, in files of their own without the salts.
        also: &[&[EMAIL, must("password_hash", "password", hashes::sha1_peppered)]],
        home: Home::World,
        fields: &[EMAIL, BCRYPT],
    },
    System { id: "lastfm_2012", also: &[], home: Home::World, fields: &[USER, EMAIL, MD5] },
    System {
        id: "tumblr_2013",
        also: &[],
        home: Home::World,
        fields: &[EMAIL, must("password_hash", "password", hashes::sha1_peppered)],
    },
    System {
        id: "badoo_2013",
        also: &[],
        home: Home::World,
        fields: &[
            USER,
            EMAIL,
            MD5,
            must("given_name", "first_name", names::given),
            must("surname", "last_name", names::surname),
            must("birth_date", "birthday", born_iso),
            must("sex", "gender", sex_letter),
        ],
    },
    System {
        id: "zynga_2019",
        also: &[],
        home: Home::World,
        fields: &[
            ID,
            EMAIL,
            USER,
            may("phone", "phone", bare_phone),
            must("salt", "salt", hex_40),
            must("password_hash", "password", hex_40),
        ],
    },
    System {
        id: "canva_2019",
        also: &[],
        home: Home::World,
        fields: &[
            ID,
            USER,
            EMAIL,
            must("full_name", "display_name", names::full_name),
            must("place", "city", nothing::town),
            BCRYPT,
        ],
    },
    System {
        id: "ashleymadison_2015",
        also: &[],
        home: Home::World,
        fields: &[
            ID,
            USER,
            EMAIL,
            BCRYPT,
            must("birth_date", "dob", born_iso),
            must("address", "address", names::address),
            must("phone", "phone", phone),
            must("preference", "pref", pref),
            must("payment", "transactions", nothing::price),
        ],
    },
    System {
        id: "000webhost_2015",
        also: &[],
        home: Home::World,
        fields: &[must("full_name", "name", names::full_name), EMAIL, IP, PASSWORD],
    },
    System {
        id: "neopets_2013",
        also: &[],
        home: Home::World,
        fields: &[
            USER,
            PASSWORD,
            EMAIL,
            must("birth_date", "birthday", born_iso),
            must("country", "country", country_code),
            must("sex", "gender", sex_letter),
            IP,
            must("full_name", "name", names::full_name),
        ],
    },
    System {
        id: "adultfriendfinder_2016",
        also: &[],
        home: Home::World,
        fields: &[
            ID,
            USER,
            EMAIL,
            must("unknown", "x", zero),
            must("password_hash", "password", hashes::sha1_peppered),
        ],
    },
    System {
        id: "kickstarter_2014",
        also: &[],
        home: Home::World,
        fields: &[EMAIL, must("password_hash", "password", hex_40), SALT],
    },
    System {
        id: "myheritage_2017",
        also: &[],
        home: Home::World,
        fields: &[EMAIL, must("password_hash", "password", hex_40), must("unknown", "x", zero), SALT],
    },
    System {
        id: "houzz_2018",
        also: &[],
        home: Home::World,
        fields: &[
            must("full_name", "name", names::full_name),
            must("unknown", "x", zero),
            must("unknown", "x2", zero),
            BCRYPT,
            EMAIL,
        ],
    },
    System {
        id: "nitropdf_2020",
        also: &[],
        home: Home::World,
        fields: &[
            ID,
            EMAIL,
            must("given_name", "first_name", names::given),
            must("surname", "last_name", names::surname),
            BCRYPT,
        ],
    },
    System { id: "patreon_2015", also: &[], home: Home::World, fields: &[ID, EMAIL, BCRYPT, USER] },
    System {
        id: "forbes_2014",
        also: &[],
        home: Home::World,
        fields: &[
            must("id", "ID", nothing::number),
            must("username", "user_login", net::username),
            must("password_hash", "user_pass", hashes::wordpress),
            must("nicename", "user_nicename", net::username),
            must("email", "user_email", net::email),
            must("url", "user_url", rare_url),
            must("date", "user_registered", names::moment),
            must("key", "user_activation_key", rare_key),
            must("status", "user_status", zero),
            must("full_name", "display_name", names::full_name),
        ],
    },
    System { id: "stratfor_2011", also: &[], home: Home::World, fields: &[ID, USER, MD5, EMAIL] },
    System { id: "lifeboat_2016", also: &[], home: Home::World, fields: &[USER, EMAIL, MD5] },
];
