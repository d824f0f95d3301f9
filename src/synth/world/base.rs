//! What most worlds have in common: a register, a service that shows part of it or takes sign-ups, seven older bases
//! with forms of their own, a control list. A class changes what it is about.

use super::super::calendar;
use super::plan::{
    Answers, Claim, Copied, Cut, Dice, Field, Form, Header, ListFault, MadeUp, Members, Packing, Part, Plan, Role,
    Sample, SetPlan, Taste, Told,
};

/// Places of the sets that every world has.
pub(super) const REGISTER: usize = 0;
pub(super) const EXTRACT: usize = 1;
pub(super) const BANK: usize = 2;
pub(super) const SOCIAL: usize = 3;
pub(super) const NETWORK: usize = 4;
pub(super) const POST: usize = 5;
pub(super) const SHOP: usize = 6;
pub(super) const INSURER: usize = 7;
pub(super) const SERVICE: usize = 8;

/// The older bases.
pub(super) const CORPORA: [usize; 7] = [EXTRACT, BANK, SOCIAL, NETWORK, POST, SHOP, INSURER];

/// Columns of the sets, by the main kind: register, service, the same without the day of making, insurer, control.
struct Columns {
    register: &'static [Field],
    service: &'static [Field],
    undated: &'static [Field],
    insurer: &'static [Field],
    control: &'static [Field],
}

fn columns(main: Field) -> Columns {
    use Field::{Birth, Created, Email, Father, FullName, Given, Issued, Licence, Phone, Surname, Tax, Town};
    match main {
        Licence => Columns {
            register: &[Licence, Surname, Given, Father, Birth, Issued],
            service: &[Licence, Surname, Given, Father, Birth, Issued, Created],
            undated: &[Licence, Surname, Given, Father, Birth, Issued],
            insurer: &[Licence, FullName, Phone, Birth],
            control: &[Licence, Surname, Given],
        },
        Tax => Columns {
            register: &[Tax, Surname, Given, Father, Birth, Town],
            service: &[Tax, FullName, Birth, Created],
            undated: &[Tax, FullName, Birth],
            insurer: &[Tax, FullName, Town],
            control: &[Tax, FullName],
        },
        _ => Columns {
            register: &[Phone, FullName, Town],
            service: &[Phone, Email, FullName, Created],
            undated: &[Phone, Email, FullName],
            insurer: &[Email, FullName, Town],
            control: &[Phone, FullName],
        },
    }
}

/// A hashed list without the day of making.
const HASHED_UNDATED: &[Field] = &[Field::Digest, Field::FullName];
const BANK_FIELDS: &[Field] = &[Field::Surname, Field::Given, Field::Father, Field::Birth, Field::Tax, Field::Phone];
const LOGIN_FIELDS: &[Field] = &[Field::Email, Field::Password];
const NETWORK_FIELDS: &[Field] = &[Field::Email, Field::Sha1];
const POST_FIELDS: &[Field] = &[Field::Phone, Field::FullName, Field::Town];
const SHOP_FIELDS: &[Field] = &[Field::Email, Field::FullName, Field::Created];

/// A plan while it is drawn.
pub(super) struct Sketch {
    pub(super) dice: Dice,
    pub(super) plan: Plan,
}

impl Sketch {
    /// The common world: everything but the dump. `scale` is the share of the full population.
    pub(super) fn new(mut dice: Dice, scale: f64, main: Option<Field>) -> Sketch {
        let people = ((f64::from(dice.range(8_000, 14_000)) * scale) as u32).max(1_500);
        let any = [Field::Licence, Field::Licence, Field::Licence, Field::Tax, Field::Tax, Field::Phone];
        let main = main.unwrap_or(dice.one(&any));
        let started = calendar::day(dice.range(2017, 2019), dice.range(1, 12), 1);
        let dump_day = calendar::day(2020, dice.range(2, 11), dice.range(1, 28));
        let plan = Plan {
            people,
            visibility: dice.range(0, 80),
            dense: false,
            main,
            started,
            dump_day,
            sets: Vec::new(),
            parts: Vec::new(),
            sample: Sample::All,
            claims: vec![Claim { by: "seller", accuses: true, records: 1000, content: Vec::new() }],
            says_view: false,
            complete_to: dice.thousandths(800).then_some(dump_day),
            answers: Answers::default(),
            told: Told::default(),
        };
        let mut sketch = Sketch { dice, plan };
        sketch.older();
        sketch.service();
        sketch
    }

    /// Leaves out of the service's list when each record was made.
    pub(super) fn forget_dates(&mut self) {
        let Columns { service, undated, .. } = columns(self.plan.main);
        let list = &mut self.plan.sets[SERVICE];
        list.fields = if list.fields == service { undated } else { HASHED_UNDATED };
    }

    /// The register and the older bases.
    fn older(&mut self) {
        let Columns { register, insurer, .. } = columns(self.plan.main);
        let (people, main, dump_day) = (self.plan.people, self.plan.main, self.plan.dump_day);
        let part = |dice: &mut Dice, from, to| (u64::from(people) * u64::from(dice.range(from, to)) / 1000) as u32;
        let size = part(&mut self.dice, 720, 950);
        self.set("register", Role::Unheld, dump_day, Members::Of { size, by: Taste::Even }, register);
        let taste = self.dice.one(&[Taste::Even, Taste::Old, Taste::Regional]);
        let most = if main == Field::Phone { 300 } else { 480 };
        let members =
            Members::Among { sets: vec![REGISTER], in_none: vec![], size: part(&mut self.dice, 220, most), by: taste };
        let day = calendar::day(self.dice.range(2014, 2016), self.dice.range(1, 12), 15);
        self.set("old-extract", Role::Corpus, day, members, register);
        let less = if main == Field::Phone { 2 } else { 1 };
        let bases: [(&str, u32, [u32; 2], &'static [Field]); 6] = [
            ("bank", 2014, [200 / less, 450 / less], BANK_FIELDS),
            ("social", 2012, [150, 350], LOGIN_FIELDS),
            ("network", 2012, [60, 180], NETWORK_FIELDS),
            ("post", 2016, [120 / less, 300 / less], POST_FIELDS),
            ("shop", 2015, [60, 200], SHOP_FIELDS),
            ("insurer", 2016, [60, 180], insurer),
        ];
        for (id, year, [from, to], fields) in bases {
            let size = part(&mut self.dice, from, to);
            let by = self.dice.one(&[Taste::Visible, Taste::Young, Taste::Even, Taste::Regional, Taste::Old]);
            let day = calendar::day(year, self.dice.range(1, 12), self.dice.range(1, 28));
            self.set(id, Role::Corpus, day, Members::Of { size, by }, fields);
        }
    }

    fn service(&mut self) {
        let fields = columns(self.plan.main).service;
        let size = (u64::from(self.plan.people) * u64::from(self.dice.range(280, 450)) / 1000) as u32;
        let by = self.dice.one(&[Taste::Visible, Taste::Young, Taste::Even]);
        let early = self.dice.range(50, 250);
        let members = Members::SignUps { size, by, early, early_from: EXTRACT, from: REGISTER };
        self.set("service", Role::Service, self.plan.dump_day, members, fields);
        self.plan.sets[SERVICE].form = Form { packing: Packing::Zstd, ..Form::TABLE };
        self.plan.says_view = self.plan.main != Field::Phone && self.dice.thousandths(200);
    }

    /// Adds a set with a form of its own; gives its place.
    pub(super) fn set(&mut self, id: &str, role: Role, day: u32, members: Members, fields: &'static [Field]) -> usize {
        let mut form = self.form(fields);
        if role != Role::Corpus && role != Role::Register {
            form.header = Header::Ukrainian;
        }
        if form.packing == Packing::Plain {
            // Plain files are for dumps: the repository keeps a world of every class.
            form.packing = Packing::Zstd;
        }
        let (typos, stale) = match role {
            Role::Corpus => (self.dice.range(0, 10), self.dice.range(0, 600)),
            _ => (0, 0),
        };
        let fault = ListFault::None;
        self.plan.sets.push(SetPlan { id: id.to_owned(), role, day, members, fields, form, typos, stale, fault });
        self.plan.sets.len() - 1
    }

    /// A form that suits the columns.
    pub(super) fn form(&mut self, fields: &[Field]) -> Form {
        let packing =
            self.dice.one(&[Packing::Plain, Packing::Gzip, Packing::Gzip, Packing::Zstd, Packing::Zstd, Packing::Zstd]);
        if fields == LOGIN_FIELDS || fields == NETWORK_FIELDS {
            return Form { packing, ..Form::LOGINS };
        }
        Form {
            delimiter: self.dice.one(b";;,\t|"),
            header: self.dice.one(&[Header::Ukrainian, Header::Russian, Header::English]),
            windows_1251: self.dice.thousandths(250),
            packing,
            messy: self.dice.one(&[0, 0, 50, 400]),
            latin: 0,
            capitals: self.dice.thousandths(300),
            iso: self.dice.thousandths(500),
        }
    }

    /// A file of the dump copied from a set, with all of its columns.
    pub(super) fn copy(&mut self, set: usize, share: u32, cut: Cut) -> &mut Part {
        let fields = self.plan.sets[set].fields;
        let form = self.form(fields);
        let from = vec![Copied::of(set, share, cut)];
        let shuffled = self.dice.thousandths(400);
        self.part(Part { from, fields, form, typos: 0, times: 1000, shuffled })
    }

    /// A file of the dump that is made up, with the columns of a set.
    pub(super) fn invent(&mut self, like: usize, rows: u32, how: MadeUp) -> &mut Part {
        let fields = self.plan.sets[like].fields;
        let form = self.form(fields);
        self.part(Part {
            from: vec![Copied::MadeUp { rows, how }],
            fields,
            form,
            typos: 0,
            times: 1000,
            shuffled: false,
        })
    }

    fn part(&mut self, part: Part) -> &mut Part {
        self.plan.parts.push(part);
        let last = self.plan.parts.len() - 1;
        &mut self.plan.parts[last]
    }

    /// Any way in which compilers cut a base.
    pub(super) fn any_cut(&mut self) -> Cut {
        self.dice.one(&[Cut::Random, Cut::Random, Cut::Blocks, Cut::Regions, Cut::Alphabet, Cut::Visible, Cut::First])
    }

    /// The usual old mix: three to five of the older bases, most of each; the old extract always if `extract`.
    pub(super) fn composite(&mut self, extract: bool) {
        let mut bases = CORPORA.to_vec();
        if extract {
            bases.retain(|base| *base != EXTRACT);
        }
        let wanted = self.dice.range(2, 4) as usize;
        while bases.len() > wanted {
            let out = self.dice.range(0, bases.len() as u32 - 1) as usize;
            bases.remove(out);
        }
        if extract {
            bases.push(EXTRACT);
        }
        for base in bases {
            let (share, cut) = (self.dice.range(300, 1000), self.any_cut());
            self.copy(base, share, cut);
        }
    }

    /// A control list, in so many of a thousand worlds: people of the register who are not in the service. Whoever hands it
    /// over knows nothing of the held bases; in a fifth of the worlds those in a held base with the main kind were left out
    /// beforehand, and then nothing shows that it is spelled rightly.
    pub(super) fn control(&mut self, worlds: u32) {
        if !self.dice.thousandths(worlds) {
            return;
        }
        let main = self.plan.main;
        let holds = |set: &&usize| self.plan.sets[**set].fields.contains(&main);
        let mut in_none = vec![SERVICE];
        if self.dice.thousandths(200) {
            in_none.extend(CORPORA.iter().filter(holds));
            self.plan.answers.control_filtered = true;
        }
        let size = self.dice.range(800, 1100);
        let members = Members::Among { sets: vec![REGISTER], in_none, size, by: Taste::Even };
        self.set("control", Role::Control, self.plan.dump_day, members, columns(main).control);
    }

    /// Records known to be the service's, from elsewhere.
    pub(super) fn members(&mut self, worlds: u32) {
        if self.dice.thousandths(worlds) {
            let size = self.dice.range(60, 150);
            let members = Members::Some { set: SERVICE, size, cut: Cut::Random };
            self.set("known-members", Role::Member, self.plan.dump_day, members, columns(self.plan.main).control);
        }
    }

    /// Records that the service planted.
    pub(super) fn canaries(&mut self, worlds: u32) {
        if self.dice.thousandths(worlds) {
            let size = self.dice.range(20, 60);
            let fields = columns(self.plan.main).control;
            self.set("canaries", Role::Canary, self.plan.dump_day, Members::Planted { size }, fields);
        }
    }

    /// A registry of the same population that nobody holds; gives its place.
    pub(super) fn unheld(&mut self, id: &str, share: [u32; 2]) -> usize {
        let size = (u64::from(self.plan.people) * u64::from(self.dice.range(share[0], share[1])) / 1000) as u32;
        let by = self.dice.one(&[Taste::Visible, Taste::Young, Taste::Even, Taste::Regional]);
        let (fields, day) = (columns(self.plan.main).register, self.plan.dump_day - self.dice.range(5, 200));
        self.set(id, Role::Unheld, day, Members::Of { size, by }, fields)
    }

    /// The service denies; it names bases as the content.
    pub(super) fn denied(&mut self) {
        self.plan.claims.push(Claim { by: "service", accuses: false, records: 0, content: vec![BANK, SOCIAL] });
    }
}
