#!/usr/bin/env python3
"""Make the inputs of the benchmark: dump.csv, service.csv and truth.json.

    make_inputs.py --rows 26000000 --out DIR

The dump has eight columns and looks like a leaked list of driving licences: Cyrillic names and
addresses, 30 % of the licences in a messy spelling, 2.5 % of the rows with a quoted field. The
service is a quarter as long, spelt cleanly, and shares 59/65 of its licences with the dump.
truth.json says what a right answer is: distinct canonical values of every column, and what the
two files share.

Every value is a pure function of (seed, row), so the files are the same bytes on every machine
and with any number of processes. No person is meant: all values are drawn by a hash.

How a row is made: the row number is carried to a slot by a permutation; the slot names a person;
a person's values are slices of hashes of the person's number. A block of rows is one matrix of
bytes, a fixed width for each piece, filled from tables; bytes left at 0 are cut out at the end.
"""

import argparse
import json
import math
import multiprocessing
import os
import sys
from datetime import date, timedelta
from pathlib import Path

import numpy as np

BLOCK_ROWS = 200_000

# --- the vocabulary ---------------------------------------------------------------------------

GIVEN_NAMES = """
Олександр Олександра Олексій Олена Ольга Ганна Андрій Наталія Марія Іван Микола Михайло Василь
Сергій Володимир Дмитро Тетяна Ірина Світлана Катерина Юлія Юрій Павло Петро Богдан Тарас Роман
Ярослав Ярослава Оксана Людмила Галина Віктор Вікторія Валентина Валерій Ігор Артем Максим Денис
Антон Євген Євгенія Анастасія Дарина Софія Вероніка Інна Алла Лариса Надія Віра Любов Леся
Зоряна Соломія Христина Мирослава Мирослав Остап Назар Орест Степан Семен Федір Федора Яків
Захар Гліб Борис Вадим Віталій Віталіна Станіслав Станіслава Ростислав Святослав Вячеслав
Всеволод Данило Кирило Матвій Лука Марко Тимофій Тимур Руслан Руслана Едуард Елла Емма Ніна
Ніка Поліна Раїса Рената Римма Стефанія Уляна Устим Устина Фаїна Юхим Юстина Ада Аліна Аліса
Альбіна Ангеліна Анжела Антоніна Арсен Артур Белла Влада Владислав Владислава Геннадій Герман Зиновій
""".split()
SURNAME_STARTS = """
Ба Бо Бу Ва Ве Га Го Гу Да До Ду За Зо Ка Ко Ку Ла Ло Лу Ма Ме Мо На Но Па Пе По Ро Са Со Та
То Ха Ше
""".split()
SURNAME_MIDDLES = ["л", "рон", "нч", "вор", "бр", "ндр", "стр", "мч", "рк", "лад"]
SURNAME_ENDINGS = ["енко", "ончук", "ейко", "ущенко", "анець", "иненко", "айло", "ило", "юченко", "ущак"]

STREET_TYPES = ["вул.", "пров.", "пр.", "пл.", "б-р", "узв.", "туп.", "ш."]
STREET_NAMES = """
Франка Стуса Тичини Мазепи Сосюри Гоголя Орлика Хмеля Глінки Бажана Вишні Куліша Малика Миру Нечуя
Павлова Пулюя Патона Правди Садова Лісова Зелена Лугова Польова Озерна Нова Річна Весняна Кленова
Липова Вишнева Соборна Київська Сумська Козацька Гончара Дачна Рильська Паркова Вокзальна Тиха Ясна
Морська Гірська Літня Зоряна Східна Західна Руська Кутова Млинова Долинна Ставкова Ярова Дубова
Теплична Ткацька Поштова Шевська Берегова
""".split()
HOUSES = 240

NICK_STARTS = """
ba be bo bu da de do fa fe fo ga go ka ko ku la le lo lu ma me mo na ne no pa pe po ra ro sa se
so ta to
""".split()
NICK_MIDDLES = ["l", "r", "n", "v", "br", "st", "nt", "m", "d", "sh"]
NICK_ENDS = ["a", "o", "i", "ka", "ko", "yk", "us", "en", "ar"]
NICK_NUMBERS = 20_000
DOMAINS = "gmail.com gmail.com gmail.com gmail.com ukr.net ukr.net ukr.net i.ua meta.ua bigmir.net".split()

MOBILE_CODES = "50 66 95 99 67 68 96 97 98 63 73 93".split()
# Numbers that anybody would take for a placeholder are left out: a program may well refuse them.
PLACEHOLDER_LINES = np.array([1111111 * d for d in range(1, 10)] + [1234567, 2345678, 3456789, 7654321, 9876543])
LINE_LEAST, LINE_COUNT = 1_000_000, 9_000_000

LOOK_ALIKES = {"А": "A", "В": "B", "Е": "E", "І": "I", "К": "K", "М": "M",
               "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "Х": "X"}
SERIES_LETTERS = [*LOOK_ALIKES, "Б", "Г", "Д", "Л"]
PLACEHOLDER_NUMBERS = {111111 * d for d in range(10)} | {123456, 654321, 12345, 234567}
LICENCE_NUMBERS = np.array([n for n in range(1_000_000) if n not in PLACEHOLDER_NUMBERS], dtype=np.uint64)
SERIES_COUNT = len(SERIES_LETTERS) ** 3

CATEGORIES = ["B", "A,B", "B,C", "B,C1", "A,A1,B", "C", "B,C,D", "A", "B,C,CE", "D"]
CATEGORY_WEIGHTS = [140, 40, 30, 14, 8, 8, 6, 5, 3, 2]  # of 256

BIRTH_DAYS = [d for d in (date(1942, 6, 1) + timedelta(n) for n in range(21_841)) if d != date(1970, 1, 1)]
ISSUE_DAYS = [date(1993, 1, 2) + timedelta(n) for n in range(10_080)]
LICENCE_AGE_DAYS = 18 * 365 + 5

DUMP_HEADER = "full_name;birth_date;phone;licence;issue_date;categories;email;address\n"
SERVICE_HEADER = "full_name;birth_date;licence;phone\n"


def table(texts):
    """Texts as rows of a byte matrix, filled up with 0 to the longest."""
    encoded = [t.encode() for t in texts]
    width = max(map(len, encoded))
    return np.frombuffer(b"".join(e.ljust(width, b"\0") for e in encoded), dtype=np.uint8).reshape(-1, width)


def skewed_index(count, uniform_part, size=1 << 16):
    """A lookup from 16 random bits to 0..count, part uniform and part falling as 1/rank."""
    zipf = 1 / np.arange(1, count + 1)
    weights = uniform_part / count + (1 - uniform_part) * zipf / zipf.sum()
    edges = np.cumsum(weights) * size
    return np.searchsorted(edges, np.arange(size) + 0.5).clip(0, count - 1).astype(np.uint32)


SURNAMES = [s + m + e for s in SURNAME_STARTS for m in SURNAME_MIDDLES for e in SURNAME_ENDINGS]
NICKS = [s + m + e for s in NICK_STARTS for m in NICK_MIDDLES for e in NICK_ENDS]
STREETS = [f"{t} {n}" for n in STREET_NAMES for t in STREET_TYPES]
for _words in (GIVEN_NAMES, SURNAMES, NICKS, STREETS):
    assert len(set(_words)) == len(_words)
assert len(GIVEN_NAMES) == 120 and len(SURNAMES) == 3_400

SURNAME_TABLE = table(SURNAMES + [s.upper() for s in SURNAMES])
GIVEN_TABLE = table(GIVEN_NAMES + [g.upper() for g in GIVEN_NAMES])
SURNAME_OF_BITS = skewed_index(len(SURNAMES), 0.5)
GIVEN_OF_BITS = skewed_index(len(GIVEN_NAMES), 0.5)
BIRTH_TABLE = table(d.strftime("%d.%m.%Y") for d in BIRTH_DAYS)
ISSUE_TABLE = table(d.strftime("%d.%m.%Y") for d in ISSUE_DAYS)
ISSUE_LEAST = np.array([max(0, (d - ISSUE_DAYS[0]).days + LICENCE_AGE_DAYS) for d in BIRTH_DAYS], dtype=np.uint64)
CATEGORY_TABLE = table(CATEGORIES)
CATEGORY_OF_BITS = np.repeat(np.arange(len(CATEGORIES)), CATEGORY_WEIGHTS)
NICK_TABLE = table(NICKS + [n.capitalize() for n in NICKS] + [n.upper() for n in NICKS])
DOMAIN_TABLE = table(["@" + d for d in DOMAINS] * 2 + ["@" + d.upper() for d in DOMAINS])
STREET_TABLE = table(STREETS)
DECIMALS = table(str(n) for n in range(NICK_NUMBERS))
THREE_DIGITS = table(f"{n:03}" for n in range(1_000))
TWO_DIGITS = table(f"{n:02}" for n in range(100))
CODE_TABLE = table(MOBILE_CODES)
CANONICAL, LOWER, LATIN = 0, 1, 2
LETTER_TABLE = np.stack([table(SERIES_LETTERS), table(c.lower() for c in SERIES_LETTERS),
                         table(LOOK_ALIKES.get(c, c) for c in SERIES_LETTERS)])
HAS_LOOK_ALIKE = np.array([c in LOOK_ALIKES for c in SERIES_LETTERS])
# An address whose number is a multiple of this has a `;` or a doubled quote in it, so it is quoted.
QUOTED_EVERY = 40

EMAIL_COUNT = len(NICKS) * NICK_NUMBERS
ADDRESS_COUNT = len(STREETS) * HOUSES
NAME_COUNT = len(SURNAMES) * len(GIVEN_NAMES)
PHONE_COUNT = len(MOBILE_CODES) * LINE_COUNT

# --- numbers drawn by hash --------------------------------------------------------------------


def mix(numbers, salt):
    """64 well-mixed bits for each number (the finaliser of SplitMix64)."""
    with np.errstate(over="ignore"):
        x = numbers * np.uint64(0x9E3779B97F4A7C15) + np.uint64(salt * 0xD1B54A32D192ED03 % 2**64)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return x ^ (x >> np.uint64(31))


def bits(hashes, low, width):
    return (hashes >> np.uint64(low)) & np.uint64((1 << width) - 1)


def below(hashes, low, count):
    """A number below `count` from 32 bits of the hashes."""
    return (bits(hashes, low, 32) * np.uint64(count)) >> np.uint64(32)


def coprime(near, modulus):
    while math.gcd(near, modulus) != 1:
        near += 1
    return near


def permute(numbers, modulus, seed):
    """A permutation of 0..modulus that scatters neighbours."""
    factor = coprime(int(modulus * 0.6180339887) + 1, modulus)
    return (numbers * np.uint64(factor) + np.uint64(seed * 7919 % modulus)) % np.uint64(modulus)


class Scale:
    """How many rows there are of what, all from the number of rows of the dump."""

    def __init__(self, rows, seed):
        self.rows, self.seed = rows, seed
        self.licences = rows * 12 // 13
        self.service_rows = rows // 4
        self.shared = rows * 59 // 260

    def salt(self, purpose):
        return self.seed * 1_000 + purpose


class Person:
    """The values of people as numbers; the texts come from the tables."""

    def __init__(self, number, scale):
        self.number, self.scale = number, scale
        self.who = mix(number, scale.salt(1))
        self.reach = mix(number, scale.salt(2))
        self.home = mix(number, scale.salt(3))
        self.surname = SURNAME_OF_BITS[bits(self.who, 0, 16)]
        self.given = GIVEN_OF_BITS[bits(self.who, 16, 16)]
        self.birth = below(self.who, 32, len(BIRTH_DAYS))
        self.document = mix(number, scale.salt(4))
        least = ISSUE_LEAST[self.birth]
        self.issue = least + ((bits(self.document, 32, 32) * (np.uint64(len(ISSUE_DAYS)) - least)) >> np.uint64(32))
        self.category = CATEGORY_OF_BITS[bits(self.document, 0, 8)]
        self.contact(self.reach, self.home)

    def contact(self, reach, home):
        self.code = below(mix(reach, 11), 0, len(MOBILE_CODES))
        line = below(reach, 0, LINE_COUNT) + np.uint64(LINE_LEAST)
        self.line = np.where(np.isin(line, PLACEHOLDER_LINES), line - np.uint64(13), line)
        self.email = below(reach, 32, EMAIL_COUNT)
        self.address = below(home, 0, ADDRESS_COUNT)

    def name_number(self):
        return self.surname.astype(np.int64) * len(GIVEN_NAMES) + self.given

    def phone_number(self):
        return self.code * np.uint64(LINE_COUNT) + self.line - np.uint64(LINE_LEAST)

    def licence(self):
        """Series and number; a different pair for each person."""
        space = SERIES_COUNT * len(LICENCE_NUMBERS)
        first = (self.number * np.uint64(coprime(2_654_435_769, space)) + np.uint64(self.scale.seed + 1)) % np.uint64(space)
        turned = (first % np.uint64(SERIES_COUNT)) * np.uint64(len(LICENCE_NUMBERS)) + first // np.uint64(SERIES_COUNT)
        place = (turned * np.uint64(coprime(1_597_334_677, space)) + np.uint64(97)) % np.uint64(space)
        return place // np.uint64(len(LICENCE_NUMBERS)), LICENCE_NUMBERS[place % np.uint64(len(LICENCE_NUMBERS))]


# --- texts ------------------------------------------------------------------------------------


class Block:
    """Rows under construction: pieces side by side, each a byte matrix or one text for all rows."""

    def __init__(self, rows):
        self.rows, self.pieces = rows, []

    def put(self, piece, where=None):
        """Appends a piece; with `where`, only to the rows it holds for."""
        if isinstance(piece, str):
            piece = np.broadcast_to(np.frombuffer(piece.encode(), dtype=np.uint8), (self.rows, len(piece.encode())))
        self.pieces.append((piece, where))

    def bytes(self):
        matrix = np.zeros((self.rows, sum(p.shape[1] for p, _ in self.pieces)), dtype=np.uint8)
        left = 0
        for piece, where in self.pieces:
            right = left + piece.shape[1]
            if where is None:
                matrix[:, left:right] = piece
            else:
                matrix[where, left:right] = piece[where]
            left = right
        return matrix[matrix != 0].tobytes()


def put_name(block, person, upper=None, wide=None):
    shift = 0 if upper is None else upper.astype(np.uint32)
    block.put(SURNAME_TABLE[person.surname + shift * np.uint32(len(SURNAMES))])
    block.put(" ")
    if wide is not None:
        block.put(" ", wide)
    block.put(GIVEN_TABLE[person.given + shift * np.uint32(len(GIVEN_NAMES))])


def put_phone(block, person, plus=None, country=None, blanks=None):
    code, line = CODE_TABLE[person.code], person.line
    block.put("+", plus)
    block.put("38", country)
    block.put("0")
    if blanks is not None:
        block.put(" ", blanks & country)
    block.put(code)
    for piece in (THREE_DIGITS[line // np.uint64(10_000)], TWO_DIGITS[line // np.uint64(100) % np.uint64(100)],
                  TWO_DIGITS[line % np.uint64(100)]):
        if blanks is not None:
            block.put(" ", blanks)
        block.put(piece)


def put_licence(block, person, spelling=None, blank=None):
    series, number = person.licence()
    letters = len(SERIES_LETTERS)
    spelling = CANONICAL if spelling is None else spelling
    for power in (letters * letters, letters, 1):
        block.put(LETTER_TABLE[spelling, series // np.uint64(power) % np.uint64(letters)])
    if blank is not None:
        block.put(" ", blank)
    block.put(THREE_DIGITS[number // np.uint64(1_000)])
    block.put(THREE_DIGITS[number % np.uint64(1_000)])


def licence_mess(person, spell):
    """(spelling, blank) of each licence: 30 % messy, by blank, lower case or Latin look-alikes."""
    dice = below(spell, 0, 1_000)
    blank = (dice < 120) | ((dice >= 250) & (dice < 300))
    spelling = np.where((dice >= 120) & (dice < 175) | (dice >= 250) & (dice < 270), LOWER, CANONICAL)
    latin = (dice >= 175) & (dice < 250) | (dice >= 270) & (dice < 300)
    series, _ = person.licence()
    letters = np.uint64(len(SERIES_LETTERS))
    foldable = (HAS_LOOK_ALIKE[series % letters] | HAS_LOOK_ALIKE[series // letters % letters]
                | HAS_LOOK_ALIKE[series // letters // letters])
    spelling = np.where(latin & foldable, LATIN, spelling)
    return spelling, blank | (latin & ~foldable)


def put_email(block, person, style):
    """`style`: 0 lower case, 1 capital first, 2 upper case."""
    number = person.email // np.uint64(len(NICKS))
    block.put(NICK_TABLE[person.email % np.uint64(len(NICKS)) + style * np.uint64(len(NICKS))])
    block.put(DECIMALS[number])
    block.put(DOMAIN_TABLE[number % np.uint64(len(DOMAINS)) + style * np.uint64(len(DOMAINS))])


def put_address(block, person):
    address = person.address
    quoted = address % np.uint64(QUOTED_EVERY) == 0
    named = quoted & (address // np.uint64(QUOTED_EVERY) % np.uint64(2) == 0)
    block.put('"', quoted)
    block.put(STREET_TABLE[address % np.uint64(len(STREETS))])
    block.put(" ")
    block.put(DECIMALS[address // np.uint64(len(STREETS)) + np.uint64(1)])
    block.put(' ""Мрія""', named)
    block.put("; кв. 4", quoted & ~named)
    block.put('"', quoted)
    return quoted


# --- blocks of the two files ------------------------------------------------------------------

SEEN = {}  # which values occurred, shared between the processes; filled before they start


def seen_marks(rows_of):
    for name, count in rows_of.items():
        SEEN[name] = np.frombuffer(multiprocessing.RawArray("B", count), dtype=np.uint8)


def dump_block(scale, first, last):
    slot = permute(np.arange(first, last, dtype=np.uint64), scale.rows, scale.seed)
    again = slot >= scale.licences  # a second row about a person the dump already holds
    number = np.where(again, mix(slot, scale.salt(5)) % np.uint64(scale.licences), slot)
    person = Person(number, scale)
    # Half of the second rows have another phone, e-mail and address: an older or a newer copy.
    moved = again & (bits(mix(slot, scale.salt(6)), 0, 1) == 1)
    person.contact(np.where(moved, mix(slot, scale.salt(7)), person.reach),
                   np.where(moved, mix(slot, scale.salt(8)), person.home))
    spell = mix(slot, scale.salt(9))
    other = mix(slot, scale.salt(10))

    block = Block(last - first)
    put_name(block, person, upper=below(other, 0, 100) < 4, wide=bits(spell, 32, 7) == 0)
    block.put(";")
    block.put(BIRTH_TABLE[person.birth])
    block.put(";")
    style = below(other, 32, 100)  # 85 % +380…, 6 % 0…, 4 % +380 with blanks, 3 % 0… with blanks, 2 % 380…
    put_phone(block, person, plus=style < 89, country=(style < 89) | (style >= 98), blanks=(style >= 85) & (style < 92))
    block.put(";")
    spelling, blank = licence_mess(person, spell)
    put_licence(block, person, spelling, blank)
    block.put(";")
    block.put(ISSUE_TABLE[person.issue])
    block.put(";")
    block.put(CATEGORY_TABLE[person.category])
    block.put(";")
    case = bits(spell, 40, 7)
    put_email(block, person, np.where(case < 4, 2, np.where(case < 7, 1, 0)).astype(np.uint64))
    block.put(";")
    quoted = put_address(block, person)
    block.put("\n")

    for column, values in (("full_name", person.name_number()), ("birth_date", person.birth), ("phone", person.phone_number()),
                           ("issue_date", person.issue), ("categories", person.category), ("email", person.email),
                           ("address", person.address)):
        SEEN["dump", column][values] = 1
    messy = int(((spelling != CANONICAL) | blank).sum())
    return block.bytes(), {"rows_messy_licence": messy, "rows_quoted": int(quoted.sum())}


def service_block(scale, first, last):
    slot = permute(np.arange(first, last, dtype=np.uint64), scale.service_rows, scale.seed + 1)
    shared = slot < scale.shared
    number = np.where(shared, slot, slot - np.uint64(scale.shared) + np.uint64(scale.licences))
    person = Person(number, scale)
    # Some facts changed between the two copies: 5 % another phone, 2 % another surname.
    change = mix(number, scale.salt(20))
    was = person.surname, person.phone_number()
    person.contact(np.where(below(change, 0, 100) < 5, mix(number, scale.salt(21)), person.reach), person.home)
    person.surname = np.where(below(change, 32, 100) < 2, SURNAME_OF_BITS[bits(mix(number, scale.salt(22)), 0, 16)], person.surname)

    block = Block(last - first)
    put_name(block, person)
    block.put(";")
    block.put(BIRTH_TABLE[person.birth])
    block.put(";")
    put_licence(block, person)
    block.put(";")
    put_phone(block, person)
    block.put("\n")

    for column, values in (("full_name", person.name_number()), ("birth_date", person.birth), ("phone", person.phone_number())):
        SEEN["service", column][values] = 1
    same = shared & (person.surname == was[0]) & (person.phone_number() == was[1])
    return block.bytes(), {"records_shared": int(same.sum())}


def one_block(task):
    make, scale, first, last = task
    return make(scale, first, last)


def write_file(path, header, make, scale, rows, pool):
    """Writes one file under a temporary name and returns the sums of what its blocks counted."""
    tasks = [(make, scale, first, min(first + BLOCK_ROWS, rows)) for first in range(0, rows, BLOCK_ROWS)]
    part = path.with_suffix(".part")
    sums = {}
    with open(part, "wb") as out:
        out.write(header.encode())
        for done, (text, counts) in enumerate(pool.imap(one_block, tasks), 1):
            out.write(text)
            for name, count in counts.items():
                sums[name] = sums.get(name, 0) + count
            if sys.stderr.isatty():
                print(f"\r{path.name}: {100 * done // len(tasks)} %", end="", file=sys.stderr)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    part.rename(path)
    return sums


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--rows", type=int, default=26_000_000, help="rows of the dump (default 26000000)")
    parser.add_argument("--out", type=Path, required=True, help="folder for dump.csv, service.csv, truth.json")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes (default: all cores)")
    options = parser.parse_args()
    if options.rows < 260:
        parser.error("--rows must be at least 260")

    scale = Scale(options.rows, options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    shared_columns = {"full_name": NAME_COUNT, "birth_date": len(BIRTH_DAYS), "phone": PHONE_COUNT}
    dump_columns = {**shared_columns, "issue_date": len(ISSUE_DAYS), "categories": len(CATEGORIES),
                    "email": EMAIL_COUNT, "address": ADDRESS_COUNT}
    seen_marks({("dump", c): n for c, n in dump_columns.items()} | {("service", c): n for c, n in shared_columns.items()})

    dump, service = options.out / "dump.csv", options.out / "service.csv"
    with multiprocessing.get_context("fork").Pool(options.jobs) as pool:
        counts = write_file(dump, DUMP_HEADER, dump_block, scale, scale.rows, pool)
        counts |= write_file(service, SERVICE_HEADER, service_block, scale, scale.service_rows, pool)

    def distinct(side, columns):
        return {c: int(np.count_nonzero(SEEN[side, c])) for c in columns}

    truth = {
        "seed": scale.seed,
        "rows": scale.rows,
        "service_rows": scale.service_rows,
        "dump_bytes": dump.stat().st_size,
        "service_bytes": service.stat().st_size,
        "rows_messy_licence": counts["rows_messy_licence"],
        "rows_quoted": counts["rows_quoted"],
        # of canonical spellings, in the order of the file's columns
        "distinct": {c: scale.licences if c == "licence" else distinct("dump", [c])[c] for c in DUMP_HEADER.strip().split(";")},
        "service_distinct": {**distinct("service", shared_columns), "licence": scale.service_rows},
        "shared": {**{c: int(np.count_nonzero(SEEN["dump", c] & SEEN["service", c])) for c in shared_columns},
                   "licence": scale.shared},
        # rows of the service whose name, birth date, licence and phone all stand in one row of the dump
        "records_shared": counts["records_shared"],
    }
    (options.out / "truth.json").write_text(json.dumps(truth, indent=2) + "\n")
    print(json.dumps(truth))


if __name__ == "__main__":
    main()
