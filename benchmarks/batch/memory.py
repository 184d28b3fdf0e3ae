"""Memory of a batch by the number of its postings: read, kept, written and put into files by the editor engine.

    .venv/bin/python benchmarks/batch/memory.py [--counts 2000 200000] [--distinct 1000]

So many of the postings differ; the others say the same as one of them and get what that one gets, since to write each
of 200,000 takes hours. All of them are read, kept as rows, copied, and written into the files.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from process import run

_TEXT = "Ferry Clerk\n\nDuties\n- Sell tickets for {0} ferries\n- Count the till of pier {0} at 18:00\n"


def main() -> int:
    """Print a line for each count; 1 where a posting has no result."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])  # type: ignore[union-attr]
    parser.add_argument("--counts", type=int, nargs="+", default=[2_000, 200_000])
    parser.add_argument("--distinct", type=int, default=1_000)
    options = parser.parse_args()
    names = ("postings", "seconds", "MB of all processes", "MB of results.jsonl", "MB of the database")
    print(f"| {' | '.join(names)} |\n{'|---:' * len(names)}|", flush=True)
    return max(_measured(count, options.distinct) for count in options.counts)


def _measured(count: int, distinct: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        postings, out = Path(folder) / "postings.jsonl", Path(folder) / "out"
        with postings.open("w", encoding="utf-8") as lines:
            for number in range(count):
                lines.write(json.dumps({"id": f"p{number}", "body": _TEXT.format(number % distinct + 10)}) + "\n")
        command = [sys.executable, "-m", "unbland", "batch", "run", str(postings), "-o", str(out), "--engine", "editor"]
        environment = os.environ | {"XDG_STATE_HOME": folder, "UNBLAND_DATABASE_URL": "", "UNBLAND_LOG_LEVEL": "error"}
        went = run(command, environment, Path(folder) / "log", float("inf"), lambda: False)
        results, database = out / "results.jsonl", Path(folder) / "unbland" / "batches.db"
        with results.open("rb") as lines:
            written = sum(1 for _ in lines)
        sizes = [f"{file.stat().st_size / 1e6:,.0f}" for file in (results, database)]
        print(f"| {count:,} | {went.seconds:,.0f} | {went.memory:,.0f} | {' | '.join(sizes)} |", flush=True)
        return int(written != count)


if __name__ == "__main__":
    sys.exit(main())
