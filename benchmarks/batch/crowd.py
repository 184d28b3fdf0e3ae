"""Four workers on PostgreSQL at one batch; two at a time are killed with `kill -9` and started again.

    .venv/bin/python benchmarks/batch/crowd.py --postgres postgresql://postgres@127.0.0.1/postgres [--count 20000]
    .venv/bin/python benchmarks/batch/crowd.py --postgres … --engine editor --kills 0 --cores --workers 4 --count 600

With `--cores` each worker has one core, the first to the last in turn. The editor engine gets postings of the review's
benchmark, the model short ones; it spoils one call in twenty. At the end the database, the files and the provider are
asked what became of each posting: one end, one line, and no more answers paid twice than were under way at the kills.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
from provider import Weather, provided, told

sys.path.append(str(Path(__file__).parents[1] / "review"))
from postings import made

_TEXT = "Ferry Clerk\n\nDuties\n- Sell tickets for {0} ferries\n- Count the till of pier {0} at 18:00\n"
_UNBLAND = [sys.executable, "-m", "unbland"]


def main() -> int:
    """Run it, and print what came of it; 1 where a posting was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])  # type: ignore[union-attr]
    parser.add_argument("--postgres", required=True)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--engine", choices=("llm", "editor"), default="llm")
    parser.add_argument("--cores", action="store_true", help="one core for each worker")
    parser.add_argument("--kills", type=int, default=2, help="how often two are killed; 0 for never")
    options = parser.parse_args()
    weather = Weather(seconds=0.05, rpm=0, busy=0.025, broken=0.025)
    with tempfile.TemporaryDirectory() as folder, _database(options.postgres) as url, provided(weather) as model:
        shared = os.environ | {"UNBLAND_DATABASE_URL": url, "OPENAI_BASE_URL": model, "OPENAI_API_KEY": "sk-none"}
        shared |= {"UNBLAND_LOG_LEVEL": "error", "UNBLAND_SERVE_WORKS": "false"}
        subprocess.run([*_UNBLAND, "migrate"], env=shared, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        postings, out = Path(folder) / "postings.jsonl", Path(folder) / "out"
        with postings.open("w", encoding="utf-8") as lines:
            for number, draft in enumerate(_drafts(options)):
                lines.write(json.dumps({"custom_id": f"p{number}", "draft": draft}) + "\n")
        command = [*_UNBLAND, "batch", "run", str(postings), "-o", str(out), "--engine", options.engine]
        with subprocess.Popen(command, env=shared, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:  # noqa: S603
            _await_all_in(url, options.count, run)
            seconds, killed = _worked(run, url, shared, options)
        return _judged(url, out, options.count, (seconds, killed, told(model).again))


def _drafts(options: argparse.Namespace) -> Iterator[dict[str, str]]:
    """So many drafts, each its own."""
    if options.engine == "editor":
        return ({"content": each.text, "format": each.format} for each in made(options.count))
    return ({"content": _TEXT.format(number + 10)} for number in range(options.count))


def _worked(
    run: subprocess.Popen[bytes], url: str, shared: Mapping[str, str], options: argparse.Namespace
) -> tuple[float, int]:
    """Work until the batch is over: seconds from the first end on, and items under way when workers were killed."""
    dice, lost, began = random.Random(20261126), 0, 0.0  # noqa: S311 - no secret
    shares = [[*_UNBLAND, "work"] for _ in range(options.workers)]
    if options.cores:
        cores = sorted(os.sched_getaffinity(0))
        shares = [["taskset", "-c", str(cores[n % len(cores)]), *share] for n, share in enumerate(shares)]
    workers = [_worker(share, shared) for share in shares]
    marks = [options.count * (n + 1) // (options.kills + 1) for n in range(options.kills)]
    while run.poll() is None:
        time.sleep(0.5)
        states = _states(url)
        began = began or (time.monotonic() if states["done"] else 0.0)
        if marks and states["done"] >= marks[0]:
            marks.pop(0)
            lost += _begun(url)
            for place in dice.sample(range(len(workers)), 2):
                workers[place].kill()
                workers[place].wait()
                workers[place] = _worker(shares[place], shared)
    seconds = time.monotonic() - began
    for worker in workers:
        worker.terminate()
    for worker in workers:
        worker.wait()
    return seconds, lost


def _worker(command: list[str], shared: Mapping[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, env=shared, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603


def _judged(url: str, out: Path, count: int, went: tuple[float, int, int]) -> int:
    """Say what became of each posting; 1 where that is not one end, once."""
    seconds, killed, again = went
    states = _states(url)
    lines = Counter(
        json.loads(line)["custom_id"]
        for name in ("results.jsonl", "errors.jsonl")
        for line in (out / name).read_text("utf-8").splitlines()
    )
    missing = [f"p{number}" for number in range(count) if f"p{number}" not in lines]
    twice = [key for key, times in lines.items() if times > 1]
    print(f"{count:,} postings in {seconds:.0f} s, {count / seconds:.0f} a second: {dict(states)}")
    print(f"under way at the kills {killed}, answers paid twice {again}")
    print(f"lost {len(missing)}, doubled {len(twice)}")
    ended = sum(states[name] for name in ("done", "failed", "cancelled"))
    return 1 if missing or twice or ended != count or again > killed else 0


def _states(url: str) -> Counter[str]:
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT state, count(*) FROM batch_items GROUP BY state").fetchall()
    return Counter({str(state): int(count) for state, count in rows})


def _begun(url: str) -> int:
    """Items that somebody has begun and not ended."""
    with psycopg.connect(url) as connection:
        (count,) = connection.execute(
            "SELECT count(*) FROM batch_items WHERE started = 1 AND state = 'running'"
        ).fetchone()
    return int(count)


def _await_all_in(url: str, count: int, run: subprocess.Popen[bytes]) -> None:
    while sum(_states(url).values()) < count:
        if run.poll() is not None:
            raise SystemExit("the batch did not begin")
        time.sleep(0.5)


@contextmanager
def _database(server: str) -> Iterator[str]:
    """A new database, gone when this is left."""
    name = f"crowd_{uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield server.rpartition("/")[0] + f"/{name}"
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


if __name__ == "__main__":
    sys.exit(main())
