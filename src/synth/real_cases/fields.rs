//! Columns that several cases have.

use super::super::world::plan::Field::{
    self, Birth, Created, Email, FullName, Guess, Password, Phone, Sha1, Site, Tax,
};
use super::super::world::plan::Field::{Town, Worn};

pub(super) const LOGIN: &[Field] = &[Email, Password];
pub(super) const GUESSED: &[Field] = &[Email, Guess];
pub(super) const WORN: &[Field] = &[Email, Worn];
pub(super) const HASHED: &[Field] = &[Email, Sha1];
pub(super) const STOLEN: &[Field] = &[Site, Email, Password];
pub(super) const MAIL: &[Field] = &[Email];
pub(super) const CUSTOMER: &[Field] = &[Email, FullName, Created];
pub(super) const CALLER: &[Field] = &[Phone, FullName, Town];
pub(super) const CITIZEN: &[Field] = &[Tax, FullName, Birth];
