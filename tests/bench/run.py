#!/usr/bin/env python3
"""Measure leakprov beside chdb and DuckDB on the same files, one command.

    run.py [--rows 26000000] [--dir DIR] [--bin PATH] [--base PATH] [--pairs 5] [--only abcde] [--out FILE]

Makes the inputs if they are not there, reads them once so that they are in the page cache, then
runs the programs in turn (A B C, B C A, ...), so that a busy machine is busy for all of them. Ratios are
printed only if every run of every program gave the counts that truth.json holds.

Sections: a  overlap without the digest    b  overlap with the digest
          c  analyze against the service   d  analyze at a quarter of the rows and at all
          e  with --base only: analyze by this program and by another one, such as a build that knows
             fewer kinds: what the kinds added since cost

Exit status: 0 measured (whether or not a bar is met), 1 the counts differ or a program failed, 2 something is missing.
"""

import argparse
import importlib.metadata
import importlib.util
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
KEY = "ua.driver_licence"
BARS_ROWS = 26_000_000
COLUMNS = ["full_name", "birth_date", "phone", "licence", "issue_date", "categories", "email", "address"]

# --- what is run ------------------------------------------------------------------------------


class Inputs:
    """A folder with dump.csv, service.csv and truth.json."""

    def __init__(self, folder):
        self.dump, self.service = str(folder / "dump.csv"), str(folder / "service.csv")
        self.truth = json.loads((folder / "truth.json").read_text())
        self.rows = self.truth["rows"]

    def true_counts(self):
        """Every count a job may report, by one name for all programs."""
        return {"rows": self.rows, "dump": self.truth["distinct"]["licence"],
                "reference_size": self.truth["service_rows"], "shared": self.truth["shared"]["licence"],
                **{f"distinct {c}": self.truth["distinct"][c] for c in COLUMNS}}

    def warm(self):
        for path in (self.dump, self.service):
            with open(path, "rb", buffering=0) as file:
                while file.read(1 << 20):
                    pass


class Job:
    """One program on one pair of files: its command, and how its answer becomes counts."""

    def __init__(self, name, inputs, command, counts, pairs):
        self.name, self.inputs, self.command, self.counts, self.pairs = name, inputs, command, counts, pairs


def overlap_counts(report):
    found = [o for o in report.get("overlaps", []) if o["kind"] == KEY and o["level"] == "key"]
    if len(found) != 1:
        return {f"overlaps of {KEY} at level key": len(found)}
    return {"rows": report.get("dump", {}).get("rows")} | {n: found[0][n] for n in ("dump", "reference_size", "shared")}


def analyze_counts(report):
    columns = sorted(report["dump"]["columns"], key=lambda c: c["position"])
    if len(columns) != len(COLUMNS):
        return {"columns": len(columns)}
    return overlap_counts(report) | {f"distinct {n}": c["distinct"] for n, c in zip(COLUMNS, columns)}


def peer_counts(answer):
    distinct = answer.get("distinct", {})
    return {n: v for n, v in answer.items() if n not in ("distinct", "seconds")} | {f"distinct {n}": v for n, v in distinct.items()}


def jobs_of(section, options, full, quarter):
    def leakprov(name, arguments, counts, inputs=full, program=options.bin):
        return Job(name, inputs, [program, *arguments], counts, options.pairs)

    def peer(name, pairs=options.pairs):
        command = [sys.executable, str(HERE / "peers.py"), name, full.dump, full.service]
        return Job(name, full, command, peer_counts, pairs)

    def analyze(name, inputs, program=options.bin):
        return leakprov(name, ["analyze", "--format", "json", "--service", f"service={inputs.service}", inputs.dump],
                        analyze_counts, inputs, program)

    overlap = ["--key", KEY, "--format", "json", full.dump, full.service]
    return {
        "a": lambda: [leakprov("overlap --no-digest", ["overlap", "--no-digest", *overlap], overlap_counts),
                      peer("chdb-overlap"), peer("duckdb-overlap", options.duckdb_pairs)],
        "b": lambda: [leakprov("overlap", ["overlap", *overlap], overlap_counts), peer("chdb-overlap")],
        "c": lambda: [analyze("analyze", full), peer("chdb-distinct"), peer("chdb-overlap")],
        "d": lambda: [analyze("analyze quarter", quarter), analyze("analyze", full)],
        "e": lambda: [analyze("analyze", full), analyze("analyze by base", full, options.base)],
    }[section]()


# --- the bars ---------------------------------------------------------------------------------
# A bar: section, what is measured, the value of each pair from that pair's runs by job name, the
# comparison, the limit, and the text of the limit. Medians are held against it; of memory, the most.


def ratio(measure, job, other):
    return lambda runs: runs[job][measure] / runs[other][measure] if job in runs and other in runs else None


def peak(job):
    return lambda runs: runs[job]["rss_mib"]


def per_row(measure):
    def value(runs):
        small, large = runs["analyze quarter"], runs["analyze"]
        return (large[measure] / large["rows"]) / (small[measure] / small["rows"])
    return value


BARS = [
    ("a", "wall, of chdb's", ratio("wall", "overlap --no-digest", "chdb-overlap"), "<=", 1 / 4, "1/4"),
    ("a", "wall, of DuckDB's", ratio("wall", "overlap --no-digest", "duckdb-overlap"), "<=", 1 / 10, "1/10"),
    ("a", "cpu, of chdb's", ratio("cpu", "overlap --no-digest", "chdb-overlap"), None, None, None),
    ("a", "cores used (cpu / wall)", lambda runs: runs["overlap --no-digest"]["cpu"] / runs["overlap --no-digest"]["wall"], ">=", 1.7, "1.7"),
    ("a", "peak memory, MiB", peak("overlap --no-digest"), "<=", 600, "600"),
    ("b", "wall, of chdb's", ratio("wall", "overlap", "chdb-overlap"), "<=", 1 / 3, "1/3"),
    ("b", "cpu, of chdb's", ratio("cpu", "overlap", "chdb-overlap"), None, None, None),
    ("c", "wall, of chdb's one overlap", ratio("wall", "analyze", "chdb-overlap"), "<=", 1.2, "1.2"),
    ("c", "wall, of chdb's distinct counts", ratio("wall", "analyze", "chdb-distinct"), "<=", 0.6, "0.6"),
    ("c", "cpu, of chdb's distinct counts", ratio("cpu", "analyze", "chdb-distinct"), None, None, None),
    ("c", "peak memory, MiB", peak("analyze"), "<=", 2560, "2560"),
    ("d", "wall a row, all : quarter", per_row("wall"), "<=", 1.15, "1.15"),
    ("d", "cpu a row, all : quarter", per_row("cpu"), None, None, None),
    ("e", "cpu, of the base's", ratio("cpu", "analyze", "analyze by base"), "<=", 1.3, "1.3"),
    ("e", "wall, of the base's", ratio("wall", "analyze", "analyze by base"), None, None, None),
]


def judge(section, runs, pairs):
    """The section's bars with min, median, max over the pairs that have the value."""
    by_pair = [{r["job"]: r for r in runs if r["pair"] == pair} for pair in range(pairs)]
    judged = []
    for of, title, value, comparison, limit, text in BARS:
        values = [v for v in map(value, by_pair) if v is not None] if of == section else []
        if not values:
            continue
        low, middle, high = min(values), statistics.median(values), max(values)
        held = high if title.startswith("peak") else middle
        met = None if limit is None else held <= limit if comparison == "<=" else held >= limit
        judged.append({"section": section, "what": title, "pairs": len(values), "min": low, "median": middle, "max": high,
                       "bar": None if limit is None else f"{comparison} {text}", "met": met})
    return judged


# --- running ----------------------------------------------------------------------------------


def run_once(job):
    """Runs a job to its end: wall and cpu seconds, peak MiB, and what it counted.

    The peak is of the largest process of the job. A child starts with this driver's own peak, a
    few MiB, which is why nothing large is loaded here.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(job.command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode != 0:
            sys.stderr.write(err.read().decode(errors="replace")[-2000:])
            fail(f"{job.name}: exit status {process.returncode}")
        try:
            answer = json.load(out)
        except ValueError as error:
            fail(f"{job.name}: no JSON on standard output: {error}")
        try:
            counts = job.counts(answer)
        except (KeyError, TypeError) as error:
            fail(f"{job.name}: its report lacks {error}")
    return {"job": job.name, "rows": job.inputs.rows, "wall": wall, "cpu": usage.ru_utime + usage.ru_stime,
            "rss_mib": usage.ru_maxrss / 1024, "query_wall": answer.get("seconds"), "counts": counts}


def differences(job, counts):
    truth = job.inputs.true_counts()
    return [f"{job.name} ({job.inputs.rows:,} rows): {name} is {value}, {truth.get(name, 'not expected')} is right"
            for name, value in counts.items() if value != truth.get(name)]


def run_section(jobs, pairs):
    """All runs of a section, the order of the jobs turned by one in each pair; stops at wrong counts."""
    runs = []
    for pair in range(pairs):
        turn = pair % len(jobs)
        wrong = []
        for job in jobs[turn:] + jobs[:turn]:
            if pair >= job.pairs:
                continue
            run = run_once(job) | {"pair": pair}
            runs.append(run)
            wrong += differences(job, run["counts"])
            print(f"  {pair + 1}/{pairs}  {job.name:22} {run['wall']:8.2f} s", file=sys.stderr, flush=True)
        if wrong:
            fail("the counts differ, so no ratios:\n  " + "\n  ".join(wrong))
    return runs


def fail(message, status=1):
    print(f"error: {message}", file=sys.stderr)
    sys.exit(status)


# --- before and after -------------------------------------------------------------------------


def need_packages(names):
    missing = [n for n in names if importlib.util.find_spec(n) is None]
    if missing:
        fail(f"{', '.join(missing)} not found\nhint: {sys.executable} -m pip install {' '.join(missing)}", 2)


def inputs_in(folder, rows):
    """The inputs in a folder, made there first if they are not."""
    if not (folder / "truth.json").is_file():
        need_packages(["numpy"])
        print(f"making {rows:,} rows in {folder}", file=sys.stderr)
        command = [sys.executable, str(HERE / "make_inputs.py"), "--rows", str(rows), "--out", str(folder)]
        if subprocess.run(command, stdout=subprocess.DEVNULL).returncode != 0:
            fail("the inputs could not be made")
    inputs = Inputs(folder)
    if inputs.rows != rows:
        fail(f"{folder} holds {inputs.rows:,} rows, not {rows:,}\nhint: --rows {inputs.rows}, or another folder", 2)
    return inputs


def binary(given):
    """The program to measure: the one given, or a fresh release build of this repository."""
    if given is None:
        if subprocess.run(["cargo", "build", "--release"], cwd=REPOSITORY).returncode != 0:
            fail("cargo build --release failed\nhint: --bin PATH takes a program that is built already")
        given = REPOSITORY / "target" / "release" / "leakprov"
    if not os.access(given, os.X_OK):
        fail(f"no program at {given}", 2)
    return str(Path(given).resolve())


def machine():
    model = platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), model)
    except OSError:
        pass
    return {"cpu": model, "cores": len(os.sched_getaffinity(0)), "load_before": os.getloadavg()[0],
            "peers": {n: importlib.metadata.version(n) for n in ("chdb", "duckdb") if importlib.util.find_spec(n)}}


def print_section(section, runs, judged):
    print(f"\n{section}  {'job':22} {'runs':>4} {'wall s':>8} {'query s':>8} {'cpu s':>8} {'cores':>6} {'peak MiB':>9}")
    for name in dict.fromkeys(r["job"] for r in sorted(runs, key=lambda r: r["pair"])):
        mine = [r for r in runs if r["job"] == name]
        wall, cpu = (statistics.median(r[m] for r in mine) for m in ("wall", "cpu"))
        query = [r["query_wall"] for r in mine if r["query_wall"] is not None]
        shown = f"{statistics.median(query):8.2f}" if query else f"{'':8}"
        print(f"   {name:22} {len(mine):4} {wall:8.2f} {shown} {cpu:8.2f} {cpu / wall:6.2f} {max(r['rss_mib'] for r in mine):9.0f}")
    print(f"   {'ratio':34} {'min':>8} {'median':>8} {'max':>8}   bar")
    for bar in judged:
        said = "" if bar["bar"] is None else f"{bar['bar']:8} {'met' if bar['met'] else 'MISSED'}"
        print(f"   {bar['what']:34} {bar['min']:8.3f} {bar['median']:8.3f} {bar['max']:8.3f}   {said}")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=BARS_ROWS, help="rows of the dump (default 26000000)")
    parser.add_argument("--dir", type=Path, default=REPOSITORY / "target" / "bench", help="folder of the inputs (default target/bench)")
    parser.add_argument("--quarter-dir", type=Path, help="folder of the inputs with a quarter of the rows (default DIR/quarter)")
    parser.add_argument("--bin", help="a built leakprov (default: builds target/release/leakprov)")
    parser.add_argument("--base", help="another built leakprov that section e pairs it with")
    parser.add_argument("--pairs", type=int, default=5, help="runs of each program in each section (default 5)")
    parser.add_argument("--duckdb-pairs", type=int, default=5, help="runs of DuckDB, the slowest (default 5)")
    parser.add_argument("--only", help="sections to run (default abcd, and e with --base)")
    parser.add_argument("--out", type=Path, help="write every run and every ratio to this file as JSON")
    options = parser.parse_args()
    options.only = options.only or ("abcde" if options.base else "abcd")
    if options.pairs < 1 or set(options.only) - set("abcde"):
        parser.error("--pairs must be at least 1 and --only made of the letters a, b, c, d, e")
    if "e" in options.only and not options.base:
        parser.error("section e needs --base PATH, a built leakprov to compare with")
    options.duckdb_pairs = min(options.duckdb_pairs, options.pairs)

    if set(options.only) & set("abc"):
        need_packages(["chdb"] + ["duckdb"] * ("a" in options.only and options.duckdb_pairs > 0))
    full = inputs_in(options.dir, options.rows)
    quarter = inputs_in(options.quarter_dir or options.dir / "quarter", options.rows // 4) if "d" in options.only else None
    options.bin = binary(options.bin)
    options.base = binary(options.base) if options.base else None
    result = {"rows": full.rows, "pairs": options.pairs, "machine": machine(), "runs": [], "ratios": []}
    sections = {}
    for section in options.only:
        jobs = jobs_of(section, options, full, quarter)
        for inputs in {id(j.inputs): j.inputs for j in jobs}.values():
            inputs.warm()
        print(f"section {section}", file=sys.stderr)
        sections[section] = run_section(jobs, options.pairs)

    print(f"{full.rows:,} rows, {options.pairs} pairs; counts equal in every run; {result['machine']['cores']} cores, "
          + ", ".join(f"{n} {v}" for n, v in result["machine"]["peers"].items()))
    if full.rows != BARS_ROWS:
        print(f"The bars are for {BARS_ROWS:,} rows; here they only show the way.")
    for section, runs in sections.items():
        judged = judge(section, runs, options.pairs)
        print_section(section, runs, judged)
        result["runs"] += [r | {"section": section} for r in runs]
        result["ratios"] += judged
    if options.out:
        options.out.write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
