"""Ours beside its peers over the same postings: `python benchmarks/review/run.py`; benchmarks/README.md says how."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from measured import Measured
from peers import CONTESTANTS, FOLDER
from postings import Posting, from_file, made, spread
from table import table

_NAMES = tuple(contestant.name for contestant in CONTESTANTS)


def main() -> None:
    """Measure, and print the table as Markdown."""
    options = _options()
    try:
        chosen = spread(from_file(options.postings), options.count) if options.postings else made(options.count)
    except ValueError as wrong:
        sys.exit(str(wrong))
    core = _pin()
    print(
        f"{len(chosen):,} postings of {_median_length(chosen):,} characters (median), {options.rounds} rounds, {core}\n"
    )
    with TemporaryDirectory() as folder:
        file = Path(folder) / "postings.jsonl"
        file.write_text("".join(f"{json.dumps(asdict(posting))}\n" for posting in chosen), "utf-8")
        print(table(_measured(options, file, len(chosen))))


def _measured(options: argparse.Namespace, file: Path, count: int) -> list[Measured]:
    """Whoever was asked for, after all rounds; one round each, in turns, so that a busy minute hits all alike."""
    every = [Measured(one) for one in CONTESTANTS if one.name in options.only]
    with ExitStack() as stack:
        for one in every:
            one.start(file, options.peers, stack)
        for turn in range(options.rounds):
            for one in every:
                print(f"round {turn + 1} of {options.rounds}: {one.contestant.name}", file=sys.stderr, flush=True)
                one.run(count)
    return every


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postings", type=Path, help="JSON lines, gzipped or not, with `format` and `body` or `text`")
    parser.add_argument("--count", type=int, default=1000, help="how many postings (1000)")
    parser.add_argument("--rounds", type=int, default=5, help="how often; the median counts (5)")
    parser.add_argument("--only", type=_names, default=_NAMES, help=f"of {', '.join(_NAMES)}, with commas between")
    parser.add_argument("--peers", type=Path, default=FOLDER, help=f"where peers are installed ({FOLDER})")
    options = parser.parse_args()
    if options.count < 1 or options.rounds < 1:
        parser.error("--count and --rounds are at least 1")
    options.peers = options.peers.absolute()
    return options


def _names(text: str) -> frozenset[str]:
    names = frozenset(text.split(","))
    if strange := names - {*_NAMES}:
        raise argparse.ArgumentTypeError(f"{', '.join(sorted(strange))}: there are {', '.join(_NAMES)}")
    return names


def _pin() -> str:
    """Keep this process, and so all that it starts, on one core; what to say of the machine."""
    cores = "not pinned"
    if hasattr(os, "sched_setaffinity"):
        last = max(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {last})
        cores = "one core"
    return f"{cores} of {os.cpu_count()}, {platform.machine()}, Python {platform.python_version()}"


def _median_length(chosen: list[Posting]) -> int:
    return sorted(len(posting.text) for posting in chosen)[len(chosen) // 2]


if __name__ == "__main__":
    main()
