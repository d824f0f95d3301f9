//! Arithmetic that kinds share: calendars, check digits, numbering plans.
//!
//! **Comes in:** digits. **Goes out:** whether they can be. **Never happens here:** no kind is known, no text is
//! cleaned.
//!
//! **To add one:** a file here; the kinds call it.

pub mod calendar;
pub mod form;
pub mod letters;
pub mod numbering;
pub mod plans;
pub mod ru_regions;
pub mod ua_regions;
pub mod weighted;
