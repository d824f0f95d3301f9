//! What is kept of each table: decided before the long pass, when the kinds of all record sets are known.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{self, Scratch};
use crate::kind::{Kind, Rank, Region, Wider, date, facts, password};
use crate::profile::tally::Matter;
use crate::record::page::Page;
use crate::text::mojibake::Repair;

/// Kinds that must agree in one row, with the number of columns of each; ids ascending. Rows agree in a kind if they hold
/// the same valid keys of it, at least one, in whatever columns. One row is one record, so that every count of records is
/// one of rows.
pub type KindSet = Vec<(&'static str, usize)>;

/// One column as it will be read.
#[derive(Debug, Clone)]
pub struct ColumnPlan {
    /// The kind under which it is read; `None`: its trimmed values are counted.
    pub kind: Option<&'static Kind>,
    /// Region of national spellings.
    pub region: Region,
    /// Positions whose cells are joined to one value, in this order; empty where the column is read alone.
    pub parts: Vec<usize>,
    /// Whether it is read at all.
    pub read: bool,
    /// How a wrong decoding of its cells is undone.
    pub repair: Option<Repair>,
    /// Whether its informative keys are linked to their rows, so that the rows can be attributed to references.
    pub linked: bool,
}

/// How the second column says openly what the number holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Openly {
    /// A date, with the region of its spellings.
    Date(Region),
    /// A whole name with a patronymic.
    Name(&'static Kind, Region),
    /// A word for the sex.
    Word,
    /// A patronymic.
    Patronymic,
}

/// Two columns that are compared row by row.
#[derive(Debug, Clone)]
pub struct Pair {
    /// What both speak of.
    pub matter: Matter,
    /// Position of the column of numbers.
    pub number: usize,
    /// Position of the column that says it openly.
    pub other: usize,
    pub(super) kind: &'static Kind,
    pub(super) region: Region,
    pub(super) facts: facts::Read,
    pub(super) openly: Openly,
}

/// Id of the second tier: name and day of birth together.
pub const NAME_BIRTH: &str = "person.name_birth";

/// One second key of a table.
#[derive(Debug, Clone)]
pub enum Second {
    /// A wider key of a kind, of all its columns.
    Wider(&'static Kind, &'static Wider),
    /// Surname and given name with the day of birth, at these positions.
    NameBirth(usize, usize),
    /// Rare hashes of passwords under this id and kind; `true`: made of the rare passwords that stand there in clear.
    Hashed(&'static str, &'static Kind, bool),
    /// Hashes of so many digits under this id and kind, of columns with their salts and of those that came without: a list of
    /// bare hashes may be of the same table.
    WithoutSalt(&'static str, &'static Kind, usize),
}

/// Ids under which salted hashes are compared with bare ones, the usual kind of as many digits, and the digits.
pub const WITHOUT_SALT: [(&str, &str, usize); 4] = [
    ("hash.md5.without_salt", "hash.md5", 32),
    ("hash.sha1.without_salt", "hash.sha1", 40),
    ("hash.sha256.without_salt", "hash.sha256", 64),
    ("hash.sha512.without_salt", "hash.sha512", 128),
];

impl Second {
    /// Its id in reports.
    pub fn id(&self) -> &'static str {
        match self {
            Second::Wider(_, wider) => wider.id,
            Second::NameBirth(..) => NAME_BIRTH,
            Second::Hashed(id, ..) | Second::WithoutSalt(id, ..) => id,
        }
    }

    /// The kinds that it is made from, by id.
    pub fn kinds(&self) -> Vec<&'static str> {
        match self {
            Second::Wider(kind, _) => vec![kind.id],
            Second::NameBirth(..) => vec![date::KIND.id, "person_name"],
            Second::Hashed(_, hash, _) => vec![hash.id, password::KIND.id],
            Second::WithoutSalt(_, hash, _) => vec![hash.id],
        }
    }
}

/// One table as it will be read.
#[derive(Debug, Clone, Default)]
pub struct TablePlan {
    /// Its columns by position.
    pub columns: Vec<ColumnPlan>,
    /// Kinds that must agree in one row, for each comparison that needs it.
    pub records: Vec<KindSet>,
    /// Columns of a login and of its password (or hash), the most telling pair.
    pub login: Option<(usize, usize)>,
    /// Whether identical rows are counted.
    pub rows: bool,
    /// Whether login with password is linked to the rows.
    pub linked: bool,
    /// Whether people and rows with an informative key are counted.
    pub people: bool,
    /// Columns that are compared row by row; none where nobody asks.
    pub agreements: Vec<Pair>,
    /// Whether linked keys are linked to their stratum ([`super::stratum`]) instead of their row.
    pub divided: bool,
    /// Column with the day on which each record was made.
    pub created: Option<usize>,
    /// Column with the day of birth of each record's person.
    pub birth: Option<usize>,
    /// Rows of the whole record set, about: what blocks are parts of.
    pub rows_about: u64,
    /// Columns of whole names and of their days of birth, where the table has both.
    pub born: Option<(usize, usize)>,
    /// Wider keys that must be asked for, by id, and whether its sample does.
    pub needed: Vec<(&'static str, bool)>,
    /// Keys that are counted beside the strict ones.
    pub seconds: Vec<Second>,
    /// Ids of the second keys that both sides could have and that are left out: the keys of two large sets must do.
    pub left_out: Vec<&'static str>,
    /// Whether addresses with a tag are counted, and textures of its columns told.
    pub tags: bool,
    /// Whether its marks are looked for and decoys drawn from it: a dump's, not a reference's.
    pub examined: bool,
    /// Whether neighbours of its keys are drawn: where the dump may hold them by being dense.
    pub neighbours: bool,
}

impl TablePlan {
    /// The content of a cell, or of all parts of the value that is told at its position; wrong decodings undone.
    #[inline(always)]
    pub fn content<'a>(
        &self,
        page: &'a Page<'_>,
        record: usize,
        position: usize,
        scratch: &'a mut Scratch,
    ) -> Option<&'a [u8]> {
        let column = &self.columns[position];
        if column.parts.is_empty() {
            return cell::mended(page.cell(record, position), page.layout, column.repair, scratch);
        }
        let repair = |part: usize| self.columns.get(part).and_then(|column| column.repair);
        let cells = column.parts.iter().map(|&part| (page.cell(record, part), repair(part)));
        cell::joined(cells, page.layout, scratch)
    }

    /// Positions of the columns of a kind.
    pub fn columns_of<'a>(&'a self, id: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.columns
            .iter()
            .enumerate()
            .filter(move |(_, c)| c.read && c.kind.is_some_and(|k| k.id == id))
            .map(|(i, _)| i)
    }

    /// The kinds of the table with the number of columns of each.
    pub fn kinds(&self) -> BTreeMap<&'static str, usize> {
        let mut kinds = BTreeMap::new();
        for kind in self.columns.iter().filter(|c| c.read).filter_map(|c| c.kind) {
            *kinds.entry(kind.id).or_default() += 1;
        }
        kinds
    }

    /// Whether it counts every second key that another plan of the table does.
    pub fn has_seconds_of(&self, other: &TablePlan) -> bool {
        other.seconds.iter().all(|wanted| self.seconds.iter().any(|own| own.id() == wanted.id()))
    }

    /// Positions whose keys are looked at together: of kinds that must agree, of login and password, of one kind in
    /// several columns.
    pub fn combined(&self) -> BTreeSet<usize> {
        let records = self.records.iter().flatten().flat_map(|(id, _)| self.columns_of(id));
        let login = self.login.iter().flat_map(|(login, secret)| [*login, *secret]);
        records.chain(login).chain(self.repeated().into_values().flatten()).collect()
    }

    /// The kinds that stand in several columns, with their positions.
    pub fn repeated(&self) -> BTreeMap<&'static str, Vec<usize>> {
        let several = self.kinds().into_iter().filter(|(_, columns)| *columns > 1);
        several.map(|(id, _)| (id, self.columns_of(id).collect())).collect()
    }

    /// Positions in reading order: the most telling kinds first, so that a row is named by its most telling key; before
    /// them the days of creation and of birth, where keys are linked to their stratum.
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.columns.len()).filter(|&position| self.columns[position].read).collect();
        order.sort_by_key(|&position| {
            let dates = self.divided && [self.created, self.birth].contains(&Some(position));
            (!dates, self.columns[position].kind.map_or(Rank::Attribute, |kind| kind.rank), position)
        });
        order
    }

    /// Finds the pair of login and password: e-mail before telephone, password before hash, the first column of each.
    pub fn find_login(&self) -> Option<(usize, usize)> {
        let first = |rank: Rank| self.columns.iter().position(|c| c.read && c.kind.is_some_and(|k| k.rank == rank));
        let login = first(Rank::Email).or_else(|| first(Rank::Phone))?;
        let secret = first(Rank::Password).or_else(|| first(Rank::Hash))?;
        Some((login, secret))
    }
}

/// The kinds that two tables share for the record level: at least two, each with the same number of columns on both sides.
/// Of a kind with more columns on one side no row could be said to agree as a whole.
pub fn shared_kinds(one: &TablePlan, other: &TablePlan) -> Option<KindSet> {
    let (one, other) = (one.kinds(), other.kinds());
    let shared: KindSet = one.into_iter().filter(|(id, columns)| other.get(id) == Some(columns)).collect();
    (shared.len() >= 2).then_some(shared)
}

/// Gives every table the kind sets that its comparisons with the other side's tables need.
pub fn plan_records(dump: &mut [TablePlan], references: &mut [Vec<TablePlan>]) {
    let mut of_dump: Vec<BTreeSet<KindSet>> = vec![BTreeSet::new(); dump.len()];
    for tables in references {
        for table in tables {
            let mut sets = BTreeSet::new();
            for (own, wanted) in dump.iter().zip(&mut of_dump) {
                if let Some(set) = shared_kinds(own, table) {
                    wanted.insert(set.clone());
                    sets.insert(set);
                }
            }
            table.records = sets.into_iter().collect();
        }
    }
    for (table, sets) in dump.iter_mut().zip(of_dump) {
        table.records = sets.into_iter().collect();
    }
}
