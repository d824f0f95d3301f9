#!/usr/bin/env python3
"""Run one job of one peer and print its counts as one line of JSON.

    peers.py chdb-overlap|duckdb-overlap|chdb-distinct DUMP SERVICE

The overlap counts distinct licences on both sides and in common; the normaliser is the one the
program under test applies, written in the peer's SQL: blanks out, upper case, Latin look-alikes
to Cyrillic. `seconds` is the time of the query alone, without starting Python and loading the
library; run.py measures the whole process.
"""

import argparse
import json
import time

COLUMNS = ["full_name", "birth_date", "phone", "licence", "issue_date", "categories", "email", "address"]
SERVICE_COLUMNS = ["full_name", "birth_date", "licence", "phone"]
LATIN, CYRILLIC = "ABEIKMHOPCTX", "АВЕІКМНОРСТХ"


def text(value):
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def chdb_table(path, columns):
    return f"file({text(path)}, 'CSVWithNames', {text(', '.join(c + ' String' for c in columns))})"


CHDB_LICENCE = f"translateUTF8(upperUTF8(replaceAll(licence, ' ', '')), '{LATIN}', '{CYRILLIC}')"
CHDB_DIGITS = "translate(phone, ' +-()./', '')"
CHDB_CANONICAL = {
    "full_name": "upperUTF8(if(position(full_name, '  ') > 0, replaceRegexpAll(full_name, ' +', ' '), full_name))",
    "phone": f"if(length({CHDB_DIGITS} AS digits) = 10 AND startsWith(digits, '0'), concat('38', digits), digits)",
    "licence": CHDB_LICENCE,
    "email": "lower(email)",
}


def chdb_query(sql):
    import chdb

    start = time.perf_counter()
    answer = chdb.query(sql + " SETTINGS format_csv_delimiter = ';'", "JSONCompactEachRow")
    seconds = time.perf_counter() - start
    return [int(n) for n in json.loads(str(answer))], seconds


def chdb_overlap(dump, service):
    """One pass over both files; the key is hashed to 64 bits, which is ClickHouse's fastest form."""
    counts, seconds = chdb_query(f"""
        SELECT sum(d), countIf(d > 0), countIf(s > 0), countIf(d > 0 AND s > 0)
        FROM (SELECT key, countIf(side = 0) AS d, countIf(side = 1) AS s
              FROM (SELECT xxh3({CHDB_LICENCE}) AS key, 0 AS side FROM {chdb_table(dump, COLUMNS)}
                    UNION ALL
                    SELECT xxh3({CHDB_LICENCE}) AS key, 1 AS side FROM {chdb_table(service, SERVICE_COLUMNS)})
              GROUP BY key)""")
    return dict(zip(("rows", "dump", "reference_size", "shared"), counts)) | {"seconds": seconds}


def chdb_distinct(dump, _service):
    """Distinct canonical values of all eight columns, each hashed to 64 bits: a third faster than as text."""
    fields = ", ".join(f"uniqExact(xxh3({CHDB_CANONICAL.get(c, c)}))" for c in COLUMNS)
    counts, seconds = chdb_query(f"SELECT count(), {fields} FROM {chdb_table(dump, COLUMNS)}")
    return {"rows": counts[0], "distinct": dict(zip(COLUMNS, counts[1:])), "seconds": seconds}


def duckdb_overlap(dump, service):
    """One pass over both files, grouped by a 64-bit hash of the key.

    Of its forms the fastest: two grouped tables with a semi join, or string keys, took as long or
    up to an eighth longer.
    """
    import duckdb

    def table(path, columns):
        types = ", ".join(f"'{c}': 'VARCHAR'" for c in columns)
        path = path.replace("'", "''")
        return f"read_csv('{path}', delim = ';', header = true, quote = '\"', escape = '\"', auto_detect = false, columns = {{{types}}})"

    key = f"hash(translate(upper(replace(licence, ' ', '')), '{LATIN}', '{CYRILLIC}'))"
    database = duckdb.connect()
    start = time.perf_counter()
    counts = database.execute(f"""
        SELECT sum(d), count(*) FILTER (d > 0), count(*) FILTER (s > 0), count(*) FILTER (d > 0 AND s > 0)
        FROM (SELECT key, count(*) FILTER (side = 0) AS d, count(*) FILTER (side = 1) AS s
              FROM (SELECT {key} AS key, 0 AS side FROM {table(dump, COLUMNS)}
                    UNION ALL
                    SELECT {key} AS key, 1 AS side FROM {table(service, SERVICE_COLUMNS)})
              GROUP BY key)""").fetchone()
    seconds = time.perf_counter() - start
    return dict(zip(("rows", "dump", "reference_size", "shared"), map(int, counts))) | {"seconds": seconds}


JOBS = {"chdb-overlap": chdb_overlap, "chdb-distinct": chdb_distinct, "duckdb-overlap": duckdb_overlap}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("job", choices=JOBS)
    parser.add_argument("dump")
    parser.add_argument("service")
    options = parser.parse_args()
    print(json.dumps(JOBS[options.job](options.dump, options.service)))


if __name__ == "__main__":
    main()
