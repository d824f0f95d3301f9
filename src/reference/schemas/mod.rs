//! The known systems, one file each.
//!
//! **Comes in:** the files of this folder. **Goes out:** their text, to [`super::schema`], which reads user files alike.
//!
//! **Never happens here:** nothing is parsed or judged; no record of any system stands here, only what its records look
//! like, with public sources.
//!
//! **To add one:** `<id>.json` (the format is told in [`super::schema`]) and its line below, sorted. The tests read every
//! file: ids, fields, header words and sources are checked, and `fixtures/schemas/fit.txt` shows how well each schema
//! fits itself and the others (`UPDATE_GOLDENS=1 cargo test --test schemas`).

/// Includes the files and lists them.
macro_rules! schemas {
    ($($id:literal)*) => {
        /// Id and text of every built-in schema, sorted by id.
        pub(super) static TEXTS: &[(&str, &str)] = &[$(($id, include_str!(concat!($id, ".json")))),*];
    };
}

schemas! {
    "000webhost_2015"
    "adobe_2013"
    "adultfriendfinder_2016"
    "ashleymadison_2015"
    "badoo_2013"
    "cafepress_2019"
    "canva_2019"
    "combolist_email_pass"
    "dbf_cis"
    "dropbox_2012"
    "facebook_533m"
    "forbes_2014"
    "houzz_2018"
    "kg.safe_city_violation"
    "kg.state_services"
    "kickstarter_2014"
    "lastfm_2012"
    "lifeboat_2016"
    "linkedin_2012_full"
    "linkedin_2012_hashes"
    "linkedin_2021_scrape"
    "livejournal_2017"
    "mailru_2014"
    "mongo_export"
    "mssql_export"
    "myfitnesspal_2018"
    "myheritage_2017"
    "myspace_2008"
    "mysqldump"
    "neopets_2013"
    "nitropdf_2020"
    "patreon_2015"
    "pg_dump"
    "qip_2011"
    "rambler_2014"
    "sms_interception_log"
    "stealer_passwords_txt"
    "stealer_system_txt"
    "stratfor_2011"
    "telegram_desktop_export"
    "tumblr_2013"
    "ua.diia_app"
    "ua.edr_passport"
    "ua.hsc_driver_licence"
    "ua.nova_poshta"
    "ua.privatbank_clients"
    "ua.tg_bot_reply"
    "ua.vehicle_registry_open"
    "ua.vehicle_registry_personal"
    "ua.voters"
    "ulp_stealer_list"
    "vk_2012"
    "yandex_2014"
    "zynga_2019"
}

#[cfg(test)]
mod tests;
