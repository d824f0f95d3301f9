//! Telegram ids beyond 31 bits.

use super::{Class, Mark, Window, seek};

/// The mark `telegram-ids`.
pub static MARK: Mark = Mark {
    id: "telegram-ids",
    title: "Telegram ids above 2,147,483,647",
    means: "Accounts got such ids from autumn 2021 on.",
    class: Class::Age,
    sources: &["core.telegram.org/bots/api-changelog (ids of more than 32 bits)"],
    caveat: "The season is general knowledge. Ids are told by their header alone.",
    look: |sample| {
        let found = seek::in_keys(sample, &["telegram.user_id"], |key| {
            std::str::from_utf8(key).is_ok_and(|id| id.parse::<u64>().is_ok_and(|id| id > i32::MAX as u64))
        });
        seek::bounded(found, &Window::not_before("2021-09", false))
    },
};
