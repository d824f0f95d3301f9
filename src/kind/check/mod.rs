//! Arithmetic that kinds share: calendars, check digits, numbering plans, countries.
//!
//! **Comes in:** digits, or the bytes of a number as it was written. **Goes out:** whether they can be. **Never happens here:** no kind is known, no text is
//! cleaned but of what stands between the characters of a number.
//!
//! **To add one:** a file here; the kinds call it.

pub mod baltic;
pub mod base58;
pub mod bech32;
pub mod calendar;
pub mod compact;
pub mod countries;
pub mod iso7064;
pub mod luhn;
pub mod numbering;
pub mod plans;
pub mod spanish;
pub mod verhoeff;
pub mod weighted;
