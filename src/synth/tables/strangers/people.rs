//! Schools, clinics, clubs, employers: lists of people that are nobody's known base.

use super::super::Home::{Kg, Ru, Ua, World};
use super::super::cells as c;
use super::super::columns::{cis, names as n, net as w, nothing as x, ua};
use super::{Stranger, table};

pub(super) static TABLES: &[Stranger] = &[
    table("school_marks", Ua, &[
        ("pupil", n::full_name), ("class", pat!("1#-А")), ("subject", one!("алгебра" "історія" "фізика" "мова")), ("mark", num!(1, 12)),
        ("date", n::recent), ("teacher", n::surname),
    ]),
    table("university_admission", Ua, &[
        ("ПІБ", n::full_name), ("спеціальність", pat!("1##")), ("бал", dec!(110, 198)), ("пріоритет", num!(1, 5)), ("квота", x::flag),
        ("статус", one!("допущено" "рекомендовано" "відмовлено")),
    ]),
    table("student_grades", World, &[
        ("student_id", pat!("S20######")), ("last_name", n::surname), ("first_name", n::given), ("course", pat!("@@@-###")), ("grade", x::category),
        ("credits", num!(2, 8)), ("semester", one!("2019F" "2020S" "2020F")),
    ]),
    table("clinic_appointments", Ua, &[
        ("date", n::recent), ("time", x::time), ("patient", n::full_name), ("born", c::born_dotted), ("doctor", n::surname),
        ("cabinet", num!(1, 60)), ("first_visit", x::flag),
    ]),
    table("lab_results", World, &[
        ("sample", pat!("LB########")), ("patient", n::full_name), ("test", one!("glucose" "TSH" "ferritin" "CRP")), ("value", dec!(0, 90)),
        ("unit", one!("mmol/l" "mg/l" "ng/ml")), ("taken", n::moment),
    ]),
    table("vaccinations", World, &[
        ("first_name", n::given), ("last_name", n::surname), ("dob", c::born_iso), ("vaccine", one!("Comirnaty" "Vaxzevria" "Spikevax")),
        ("dose", num!(1, 3)), ("lot", pat!("@@####")), ("date", n::recent),
    ]),
    table("insurance_claims", World, &[
        ("claim", pat!("CL-2020-######")), ("policy", pat!("P#########")), ("holder", n::full_name), ("date", n::recent), ("damage", x::price),
        ("paid", x::price), ("adjuster", n::surname),
    ]),
    table("hr_employees", World, &[
        ("emp_id", pat!("E#####")), ("name", n::full_name), ("email", w::email), ("department", one!("IT" "Sales" "Finance" "HR")),
        ("manager", n::full_name), ("hired", n::recent), ("salary", num!(28000, 140000)),
    ]),
    table("hr_vacations", Ru, &[
        ("сотрудник", n::full_name), ("отдел", one!("бухгалтерия" "ИТ" "склад")), ("с", n::recent), ("по", n::recent), ("дней", num!(1, 28)),
        ("замещает", n::surname),
    ]),
    table("job_applicants", World, &[
        ("applied", n::moment), ("name", n::full_name), ("email", w::email), ("phone", c::phone), ("position", c::headline), ("years", num!(0, 25)),
        ("cv", pat!("cv_######.pdf")),
    ]),
    table("time_sheets", World, &[
        ("badge", pat!("######")), ("worker", n::full_name), ("day", n::recent), ("in", x::time), ("out", x::time), ("breaks", x::amount),
    ]),
    table("gym_members", Ua, &[
        ("card", pat!("77######")), ("name", n::full_name), ("phone", ua::phone), ("plan", one!("місяць" "рік" "разове")), ("until", n::recent),
        ("visits", x::amount),
    ]),
    table("sports_roster", World, &[
        ("team", one!("Lions" "Eagles" "Sharks" "Wolves")), ("player", n::full_name), ("number", num!(1, 99)),
        ("position", one!("GK" "DF" "MF" "FW")), ("height", num!(160, 210)), ("goals", x::amount), ("born", c::born_iso),
    ]),
    table("marathon_results", World, &[
        ("place", x::number), ("bib", num!(1, 9000)), ("runner", n::full_name), ("country", c::country_code), ("club", x::company),
        ("time", pat!("0#:4#:##")), ("age_group", one!("M30" "W30" "M40" "W40")),
    ]),
    table("chess_games", World, &[
        ("white", n::surname), ("black", n::surname), ("white_elo", num!(1200, 2700)), ("black_elo", num!(1200, 2700)),
        ("result", one!("1-0" "0-1" "1/2-1/2")), ("eco", pat!("B##")), ("date", n::recent), ("moves", num!(12, 120)),
    ]),
    table("library_loans", World, &[
        ("reader", n::full_name), ("card", pat!("L#######")), ("title", x::title), ("isbn", pat!("978-3-16-######-#")), ("lent", n::recent),
        ("due", n::recent), ("fine", x::price),
    ]),
    table("conference_attendees", World, &[
        ("name", n::full_name), ("email", w::email), ("company", x::company), ("ticket", one!("early" "regular" "student" "speaker")),
        ("diet", one!("none" "vegan" "halal")), ("checked_in", x::flag),
    ]),
    table("wedding_guests", Ua, &[
        ("гість", n::full_name), ("плюс один", x::flag), ("стіл", num!(1, 20)), ("телефон", ua::phone), ("страва", one!("риба" "м'ясо" "овочі")),
    ]),
    table("church_donations", World, &[
        ("donor", n::full_name), ("date", n::recent), ("amount", x::price), ("purpose", one!("roof" "organ" "poor")), ("receipt", x::number),
    ]),
    table("neighbourhood_watch", Kg, &[
        ("дом", num!(1, 99)), ("квартира", num!(1, 120)), ("жилец", n::full_name), ("телефон", cis::kg_phone), ("долг", x::price),
        ("счётчик", pat!("########")),
    ]),
    table("utility_readings", Ua, &[
        ("особовий рахунок", pat!("4#########")), ("споживач", n::full_name), ("адреса", n::address), ("показник", num!(100, 99999)),
        ("дата", n::recent), ("борг", x::price),
    ]),
    table("kindergarten_queue", Ua, &[
        ("номер", x::number), ("дитина", n::full_name), ("народження", n::recent), ("заявник", n::full_name), ("садок", pat!("ДНЗ ###")),
        ("пільга", x::flag),
    ]),
    table("contacts_phone_book", World, &[
        ("First Name", n::given), ("Last Name", n::surname), ("Mobile Phone", c::phone), ("E-mail Address", w::email), ("Company", x::company),
        ("Job Title", x::job), ("Notes", x::comment),
    ]),
    table("dating_survey", World, &[
        ("respondent", x::number), ("age", num!(18, 70)), ("sex", n::sex), ("orientation", one!("A" "B" "C")), ("q1", num!(1, 5)), ("q2", num!(1, 5)),
        ("q3", num!(1, 5)), ("comment", x::comment),
    ]),
    table("volunteers", Ua, &[
        ("ім'я", n::given), ("прізвище", n::surname), ("місто", x::town), ("телефон", ua::phone), ("пошта", w::email),
        ("навички", one!("водій" "лікар" "перекладач" "кухар")), ("з", n::recent),
    ]),
    table("alumni", World, &[
        ("name", n::full_name), ("class_of", x::year), ("degree", one!("BSc" "MSc" "BA" "PhD")), ("email", w::email), ("city", x::town),
        ("donated", x::price),
    ]),
];
