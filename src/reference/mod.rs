//! What a record set is compared with, and under which name.
//!
//! **Comes in:** what the command line and the case file say of a reference. **Goes out:** [`Reference`].
//!
//! Beside it: what the records of known systems look like ([`schema`]), as data.
//!
//! **Never happens here:** no system of any case is named in code; the files of `schemas/` name them.

pub mod holders;
pub mod schema;
mod schemas;
pub mod user;

pub mod catalogue;

/// What a reference is to the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The system that is said to have leaked.
    Service,
    /// A record set that was out before.
    Corpus,
    /// An upstream register that the service may draw on.
    Register,
    /// Records of the same population that the service does not hold.
    Control,
    /// Records that were planted in the service's own list, so that a copy of it betrays itself: held by nobody else.
    Canary,
    /// Records known from elsewhere to be the service's: a complete list of it holds them.
    Member,
}

impl Role {
    /// Every role, in the order in which it is listed.
    pub const ALL: [Role; 6] = [Role::Service, Role::Corpus, Role::Register, Role::Control, Role::Canary, Role::Member];

    /// Whether a dump can have been copied from a set in this role. The others serve to test the service's part.
    pub fn is_source(self) -> bool {
        matches!(self, Role::Service | Role::Corpus | Role::Register)
    }

    /// The name in reports and options.
    pub fn name(self) -> &'static str {
        match self {
            Role::Service => "service",
            Role::Corpus => "corpus",
            Role::Register => "register",
            Role::Control => "control",
            Role::Canary => "canary",
            Role::Member => "member",
        }
    }
}

/// How a reference's name is known: a name is a claim too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Provenance {
    /// Checked against its holder.
    Verified,
    /// Held under that name, not checked.
    #[default]
    Unverified,
    /// Known to be made up.
    Fabricated,
}

/// A stated size of a reference.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Size {
    /// Records.
    pub count: u64,
    /// When, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Half width of the rounding of `count`, in records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounding: Option<u64>,
}

/// A reference as it was named: everything but its records.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// Short name, `[a-z0-9_-]`.
    pub id: String,
    /// What it is to the question.
    pub role: Role,
    /// How its name is known.
    pub provenance: Provenance,
    /// Its date, ISO 8601.
    pub date: Option<String>,
    /// Stated sizes, latest last.
    pub sizes: Vec<Size>,
    /// Id of the register that it only shows.
    pub view_of: Option<String>,
    /// Day up to which the list covers all that it ever held, ISO 8601.
    pub complete_to: Option<String>,
    /// When it began to hold or show records, ISO 8601.
    pub started: Option<String>,
}
