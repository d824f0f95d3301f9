//! What a world is to be, as data: sets with sizes, who was copied from whom, and what the dump was made of.
//!
//! Shares and rates are thousandths. Days count as in the calendar: 1 is 1900-01-01. Sets are named by their place in
//! [`Plan::sets`].

use super::super::random::Bits;

/// A whole world.
pub(in crate::synth) struct Plan {
    /// Persons in the population.
    pub people: u32,
    /// Spread of the latent visibility: hundredths of the standard deviation of its logarithm.
    pub visibility: u32,
    /// Licence numbers are dense: a number drawn from the issued range is somebody's with good chance.
    pub dense: bool,
    /// The kind in which the service is asked about.
    pub main: Field,
    /// When the service began.
    pub started: u32,
    /// When the dump appeared.
    pub dump_day: u32,
    pub sets: Vec<SetPlan>,
    pub parts: Vec<Part>,
    pub sample: Sample,
    pub claims: Vec<Claim>,
    /// Whether the case file says that the service is a view of its register.
    pub says_view: bool,
    /// Last day that the service's list is said to cover; none: not said.
    pub complete_to: Option<u32>,
    /// What only this class knows about the right answers.
    pub answers: Answers,
    /// What a told case says beyond that.
    pub told: Told,
}

/// What a told case says that no class of worlds does: lines of the case file and of the README.
#[derive(Default)]
pub(in crate::synth) struct Told {
    /// What is known of how the rows were chosen, where it is not what was done; none: as done.
    pub selection: Option<&'static str>,
    /// Claims and populations, as they stand in the case file; a class has claims of its own.
    pub said: String,
    /// More lines of a reference, by the place of its set.
    pub of_sets: Vec<(usize, String)>,
    /// References of which nobody has records.
    pub references: String,
    /// Look-ups by hand: group, people asked for, people found.
    pub look_ups: &'static [(&'static str, u64, u64)],
    /// Claimed numbers whose outcome follows from counting.
    pub sizes: Vec<SizeSaid>,
    /// Paths and what must stand there; they take the place of common ones.
    pub expect: Vec<(String, String)>,
    /// End of the README.
    pub notes: String,
}

/// A claimed number of things.
pub(in crate::synth) struct SizeSaid {
    pub by: &'static str,
    /// `rows` or a kind.
    pub unit: &'static str,
    pub records: u64,
    pub rounding: u64,
    /// How many of the unit were ever issued, if anybody knows.
    pub ever_issued: Option<u64>,
}

/// What a class knows about the right answers that cannot be counted.
#[derive(Clone, Copy, Default)]
pub(in crate::synth) struct Answers {
    /// The service's list cannot be trusted, and in which way; none: it is sound.
    pub list_fault: Option<&'static str>,
    /// Records came from the service over another's hands: content of it, and no leak of it.
    pub bought_elsewhere: bool,
    /// The control list shares nothing with the held bases, so that its spelling cannot be tried.
    pub control_filtered: bool,
}

/// One record set.
#[derive(Clone)]
pub(in crate::synth) struct SetPlan {
    pub id: String,
    pub role: Role,
    /// Day on which it was taken; its values are those of that day or older.
    pub day: u32,
    pub members: Members,
    pub fields: &'static [Field],
    pub form: Form,
    /// Rows with one mistyped cell.
    pub typos: u32,
    /// Records that were never updated since they were created.
    pub stale: u32,
    /// What is wrong with the list that is handed over; the true set is another.
    pub fault: ListFault,
}

/// What a set is to the question.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::synth) enum Role {
    Service,
    Corpus,
    Register,
    Control,
    Member,
    Canary,
    /// Nobody holds it: it is no reference, and its rows are of unknown source.
    Unheld,
}

/// Who is in a set.
#[derive(Clone)]
pub(in crate::synth) enum Members {
    /// So many of the whole population.
    Of { size: u32, by: Taste },
    /// So many of the members of other sets (each member once); `in_none` are left out.
    Among { sets: Vec<usize>, in_none: Vec<usize>, size: u32, by: Taste },
    /// All members of the named sets, as these sets have them.
    Union { sets: Vec<usize> },
    /// The service's own: `early` thousandths of `size` are taken over at its start from the first set, the rest signs
    /// up later from the second.
    SignUps { size: u32, by: Taste, early: u32, early_from: usize, from: usize },
    /// A part of a set: its records as they are.
    Some { set: usize, size: u32, cut: Cut },
    /// Invented persons, planted in the service.
    Planted { size: u32 },
}

/// Who is drawn more readily.
#[derive(Clone, Copy)]
pub(in crate::synth) enum Taste {
    /// Everybody alike.
    Even,
    /// The more visible.
    Visible,
    /// The younger among the visible.
    Young,
    /// The older.
    Old,
    /// Those of some regions.
    Regional,
    /// Members of this set so many times as readily as others (hundredths).
    Fond { set: usize, times: u32 },
}

/// Which records are copied.
#[derive(Clone)]
pub(in crate::synth) enum Cut {
    /// Each alike.
    Random,
    /// Whole runs of the file.
    Blocks,
    /// Whole regions.
    Regions,
    /// Whole letters of the alphabet.
    Alphabet,
    /// The more visible first.
    Visible,
    /// The file's first ones.
    First,
    /// Those created up to a day.
    Until(u32),
    /// Those created after a day.
    After(u32),
    /// Those whose persons are in one of these sets.
    Within(Vec<usize>),
}

/// What is wrong with the list that a service hands over.
#[derive(Clone)]
pub(in crate::synth) enum ListFault {
    None,
    /// Spelled so that no normaliser gets the key back.
    Spelled(Misspelling),
    /// Only records created up to this day.
    Until(u32),
    /// Only so many of its records, at random.
    Partly(u32),
    /// The records that the dump holds were taken out, but for so many.
    Doctored {
        left: u32,
    },
}

/// Spellings that make other keys of the right ones.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::synth) enum Misspelling {
    /// Digests of a spelling with Latin letters (licences), of a number with a blank (others).
    Hashed,
    /// Licences without their series, tax numbers without the check digit, telephones without the operator.
    Cut,
    /// One letter or digit is always read as another, and the result is well formed.
    Misread,
}

/// A file of the dump.
pub(in crate::synth) struct Part {
    pub from: Vec<Copied>,
    pub fields: &'static [Field],
    pub form: Form,
    pub typos: u32,
    /// Identical rows: rows in all, in thousandths of the rows without repeats.
    pub times: u32,
    /// Rows stand in another order than in their sources.
    pub shuffled: bool,
}

/// Where rows of a part come from.
pub(in crate::synth) enum Copied {
    /// Copied from a set: `share` of its records. `at` is the day to which `updated` thousandths of them were brought
    /// up.
    Set { set: usize, share: u32, cut: Cut, updated: u32, at: u32 },
    /// So many rows about nobody.
    MadeUp { rows: u32, how: MadeUp },
}

/// How invented rows are made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::synth) enum MadeUp {
    /// With every check right, as if of real persons.
    Careful,
    /// Numbers drawn digit by digit.
    Careless,
}

/// How a file is written.
#[derive(Clone, Copy)]
pub(in crate::synth) struct Form {
    pub delimiter: u8,
    pub header: Header,
    pub windows_1251: bool,
    pub packing: Packing,
    /// Rows whose numbers are spelled in other ways.
    pub messy: u32,
    /// Rows whose series have Latin letters that look the same.
    pub latin: u32,
    pub capitals: bool,
    /// Dates as 2020-05-12; else 12.05.2020.
    pub iso: bool,
}

/// The language of a header line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::synth) enum Header {
    None,
    Ukrainian,
    Russian,
    English,
    /// This line, without its end.
    Own(&'static str),
}

/// How a file is packed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::synth) enum Packing {
    Plain,
    Gzip,
    Zstd,
}

/// What is known of how the rows were chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::synth) enum Sample {
    All,
    /// Each row with so many thousandths.
    Random(u32),
    /// So many thousandths of each file, its beginning.
    First(u32),
    /// The rows are all that was shown of something greater.
    Shown,
}

/// A claim of the case file.
pub(in crate::synth) struct Claim {
    pub by: &'static str,
    /// Whether it names the service as the source.
    pub accuses: bool,
    /// Rows claimed, in thousandths of the dump's; 0: none claimed.
    pub records: u32,
    /// Sets named as the content.
    pub content: Vec<usize>,
}

/// A column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::synth) enum Field {
    Licence,
    Tax,
    Phone,
    Email,
    Password,
    /// SHA-1 of the password.
    Sha1,
    /// SHA-256 of the main key.
    Digest,
    Surname,
    Given,
    Father,
    FullName,
    Birth,
    Issued,
    Created,
    Town,
    /// The e-mail address, in two rows of three.
    SomeMail,
    /// MD5 of the e-mail address.
    Md5Mail,
    /// A password that nobody ever had, another one in every file.
    Guess,
    /// A password out of a small stock, by holder.
    Worn,
    /// Where one logs in, by file.
    Site,
    /// A street, by file.
    Street,
    /// A word of the holder's own: a group of customers.
    Segment,
    /// The holder's own number of the person.
    Code,
}

impl Form {
    /// A plain table with a header.
    pub(in crate::synth) const TABLE: Form = Form {
        delimiter: b';',
        header: Header::Ukrainian,
        windows_1251: false,
        packing: Packing::Plain,
        messy: 0,
        latin: 0,
        capitals: false,
        iso: true,
    };

    /// `login:password`, one a line.
    pub(in crate::synth) const LOGINS: Form = Form { delimiter: b':', header: Header::None, ..Form::TABLE };
}

impl Part {
    /// Whether rows were made up without care for their checks.
    pub(in crate::synth) fn is_careless(&self) -> bool {
        self.from.iter().any(|from| matches!(from, Copied::MadeUp { how: MadeUp::Careless, .. }))
    }
}

impl Copied {
    /// A plain copy of a share of a set.
    pub(in crate::synth) fn of(set: usize, share: u32, cut: Cut) -> Copied {
        Copied::Set { set, share, cut, updated: 0, at: 0 }
    }
}

/// A stream of choices for drawing a plan.
pub(in crate::synth) struct Dice(Bits);

impl Dice {
    pub(in crate::synth) fn new(bits: u64) -> Self {
        Dice(Bits::new(bits))
    }

    /// A number of `from..=to`.
    pub(in crate::synth) fn range(&mut self, from: u32, to: u32) -> u32 {
        from + self.0.below(u64::from(to.saturating_sub(from)) + 1) as u32
    }

    /// Yes in `share` of a thousand cases.
    pub(in crate::synth) fn thousandths(&mut self, share: u32) -> bool {
        self.0.thousandths(u64::from(share))
    }

    /// One of several.
    pub(in crate::synth) fn one<T: Clone>(&mut self, among: &[T]) -> T {
        among[self.0.below(among.len() as u64) as usize].clone()
    }
}
