//! Dumps put together from older bases or made up, without the service.

use super::super::base::{BANK, CORPORA, EXTRACT, INSURER, NETWORK, POST, SHOP, SOCIAL};
use super::super::plan::{Copied, Cut, Field, MadeUp, Members, Role, Taste};
use super::{Recipe, about, recipe};

/// The story of the project: several old bases, the service not among them.
pub static OLD_MIX: Recipe = recipe(
    "old-mix",
    "Several old bases sold as a service's list",
    "A mix of bases that have been out for years, an old extract of the register among them; the service is not in it, \
     though it shares many people with the mix.",
    |sketch| {
        sketch.composite(true);
        sketch.denied();
        sketch.control(750);
        sketch.members(500);
    },
);

/// One old base under a new name.
pub static RELABELLED: Recipe = recipe(
    "relabelled",
    "An old base sold under a service's name",
    "The dump is one base that has been out for years, nearly whole, in another form; the service is not in it.",
    |sketch| {
        let base = sketch.dice.one(&[EXTRACT, EXTRACT, EXTRACT, BANK, SOCIAL, SHOP]);
        let share = sketch.dice.range(850, 1000);
        sketch.copy(base, share, Cut::Random);
        sketch.control(750);
        sketch.members(500);
    },
);

/// Old bases, brought up to date here and there.
pub static PARTIAL_UPDATED: Recipe = recipe(
    "partial-updated",
    "Parts of old bases, some values updated, with noise",
    "Parts of several old bases; in some rows telephones or addresses of mail are current ones, some rows are mistyped, \
     some are made up. The kind that the service is asked about was not updated; the service is not in it.",
    |sketch| {
        sketch.composite(true);
        let (main, today) = (sketch.plan.main, sketch.plan.dump_day);
        let (share, updates, noise) =
            (sketch.dice.range(150, 700), sketch.dice.range(200, 800), sketch.dice.range(5, 40));
        for part in &mut sketch.plan.parts {
            part.typos = noise;
            let carries_main = part.fields.contains(&main);
            for from in &mut part.from {
                if let Copied::Set { share: copied, updated, at, .. } = from {
                    *copied = share;
                    (*updated, *at) = if carries_main { (0, 0) } else { (updates, today) };
                }
            }
        }
        let rows = sketch.plan.people / 40;
        sketch.invent(POST, rows, MadeUp::Careful);
        sketch.control(750);
        sketch.members(500);
    },
);

/// Rows repeated or made up, so that the dump looks large.
pub static PADDED: Recipe = recipe(
    "padded",
    "Old bases blown up with repeats or invented rows",
    "Old bases; the dump is 1.2 to 4 times as large as what was copied, by identical rows or by rows about nobody. The \
     service is not in it.",
    |sketch| {
        sketch.composite(true);
        sketch.plan.parts.truncate(3);
        let times = sketch.dice.range(1200, 4000);
        if sketch.dice.thousandths(500) {
            sketch.plan.parts.iter_mut().for_each(|part| part.times = times);
        } else {
            let how = sketch.dice.one(&[MadeUp::Careful, MadeUp::Careless]);
            let rows = (u64::from(sketch.plan.people) * u64::from(times - 1000) / 5000) as u32;
            let like = sketch.dice.one(&[BANK, EXTRACT]);
            sketch.invent(like, rows, how);
        }
        sketch.control(750);
        sketch.members(500);
    },
);

/// Nobody in it exists.
pub static FABRICATED: Recipe = recipe(
    "fabricated",
    "A dump that is made up",
    "Every row is about nobody, with right check digits or without; a few rows of an old base may stand in front.",
    |sketch| {
        let how = sketch.dice.one(&[MadeUp::Careful, MadeUp::Careless]);
        let rows = (u64::from(sketch.plan.people) * u64::from(sketch.dice.range(200, 500)) / 1000) as u32;
        if sketch.dice.thousandths(400) {
            sketch.copy(SOCIAL, 50, Cut::First);
        }
        sketch.invent(EXTRACT, rows, how);
        if sketch.dice.thousandths(500) {
            sketch.invent(BANK, rows / 2, how);
        }
        sketch.control(750);
        sketch.members(500);
    },
);

/// One file in which real and invented rows stand mixed.
pub static LACED: Recipe = about(
    Field::Phone,
    recipe(
        "laced",
        "An old base with invented rows between its own",
        "One file with tax numbers: most of an old base, and between its rows a part that is about nobody, with numbers drawn \
         digit by digit; another base beside it or not. How much is invented is asked for. The service is not in it.",
        |sketch| {
            let (share, part) = (sketch.dice.range(400, 1000), sketch.dice.range(50, 700));
            let copied = match sketch.plan.sets[BANK].members {
                Members::Of { size, .. } => u64::from(size) * u64::from(share) / 1000,
                _ => 0,
            };
            let rows = (copied * u64::from(part) / u64::from(1000 - part)) as u32;
            let laced = sketch.copy(BANK, share, Cut::Random);
            laced.from.push(Copied::MadeUp { rows, how: MadeUp::Careless });
            laced.shuffled = true;
            if sketch.dice.thousandths(500) {
                let share = sketch.dice.range(300, 1000);
                sketch.copy(SOCIAL, share, Cut::Random);
            }
            sketch.control(750);
            sketch.members(500);
        },
    ),
);

/// A held base that was itself put together from held bases.
pub static COMPILATION: Recipe = recipe(
    "compilation",
    "Held bases that contain each other",
    "Among the held files is a compilation of two others. The dump was copied from the compilation or from one of its \
     parts, beside another base; the service is not in it.",
    |sketch| {
        let logins = sketch.dice.thousandths(500);
        let (parts, fields): ([usize; 2], &'static [Field]) = if logins {
            ([SOCIAL, NETWORK], &[Field::Email, Field::Password])
        } else {
            ([BANK, POST], &[Field::Phone, Field::FullName])
        };
        parts.iter().for_each(|part| sketch.plan.sets[*part].typos = 0);
        let day = sketch.plan.sets[POST].day + 200;
        let union = sketch.set("compilation", Role::Corpus, day, Members::Union { sets: parts.to_vec() }, fields);
        let source = sketch.dice.one(&[union, union, parts[0]]);
        let (share, more) = (sketch.dice.range(500, 1000), sketch.dice.range(300, 1000));
        sketch.copy(source, share, Cut::Random);
        sketch.copy(EXTRACT, more, Cut::Random);
        sketch.control(750);
        sketch.members(500);
    },
);

/// Fifty held bases; two of them matter.
pub static MANY_CORPORA: Recipe = recipe(
    "many-corpora",
    "Fifty held bases, of which two matter",
    "Two old bases make the dump; 48 more are held that nothing was copied from, of the same people.",
    |sketch| {
        for extra in 0..43 {
            let (id, year) = (format!("other-{extra:02}"), 2012 + extra % 5);
            let like = sketch.dice.one(&[EXTRACT, BANK, SOCIAL, NETWORK, POST, SHOP, INSURER]);
            let (fields, size) = (sketch.plan.sets[like].fields, sketch.dice.range(60, 250));
            let by = sketch.dice.one(&[Taste::Visible, Taste::Young, Taste::Even, Taste::Regional]);
            let day = super::super::super::calendar::day(year, 6, 1);
            sketch.set(&id, Role::Corpus, day, Members::Of { size, by }, fields);
        }
        let second = sketch.dice.one(&[BANK, SOCIAL, POST]);
        for base in [EXTRACT, second] {
            let share = sketch.dice.range(400, 1000);
            sketch.copy(base, share, Cut::Random);
        }
        sketch.control(750);
    },
);

/// Numbers so dense that a made-up one is somebody's.
pub static DENSE_KEYS: Recipe = about(
    Field::Licence,
    recipe(
        "dense-keys",
        "Numbers so dense that invented ones hit",
        "Licences are numbered one after the other, so that a number made up within the range is somebody's with good \
         chance. The dump is made up, beside an old base or not; the service is not in it.",
        |sketch| {
            sketch.plan.dense = true;
            if sketch.dice.thousandths(600) {
                let base = sketch.dice.one(&CORPORA[1..4]);
                let share = sketch.dice.range(300, 1000);
                sketch.copy(base, share, Cut::Random);
            }
            let rows = (u64::from(sketch.plan.people) * u64::from(sketch.dice.range(100, 400)) / 1000) as u32;
            sketch.invent(EXTRACT, rows, MadeUp::Careful);
            sketch.control(750);
            sketch.members(300);
        },
    ),
);
