//! Arithmetic that kinds share: calendars, check digits, numbering plans, countries.
//!
//! **Comes in:** digits, or the bytes of a number as it was written. **Goes out:** whether they can be. **Never happens here:** no kind is known, no text is
//! cleaned but of what stands between the characters of a number.
//! What kinds share: calendars, check digits, numbering plans, alphabets of look-alike letters, forms of letters and digits,
//! regions by their numbers.
//!
//! **Comes in:** digits, or a spelling and its form. **Goes out:** whether they can be, and the letters and digits without what
//! stood between. **Never happens here:** no kind is known.
//!
//! **To add one:** a file here; the kinds call it.

pub mod baltic;
pub mod base58;
pub mod bech32;
pub mod calendar;
pub mod chance;
pub mod compact;
pub mod countries;
pub mod filler;
pub mod form;
pub mod iso7064;
pub mod letters;
pub mod luhn;
pub mod numbering;
pub mod places;
pub mod plans;
pub mod ru_regions;
pub mod spanish;
pub mod ua_regions;
pub mod verhoeff;
pub mod weighted;
