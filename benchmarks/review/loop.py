"""The loop of the contestants in Python: reads how many postings to review, and answers with times and memory.

It needs the standard library alone, since it also runs in the environments of others.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

_MEGABYTE = 1_000_000
_FIELDS = {"rss": "VmRSS", "peak": "VmHWM"}


def serve(who: dict[str, str], review: Callable[[str, str], int | None], forget: Callable[[], None]) -> None:
    """Review the postings of the file that is named on the command line, as often as standard input asks.

    `review` takes a text and its format and returns the number of findings, None where it takes no such text;
    `forget` is called before each round.
    """
    postings = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    _say(who)
    for line in sys.stdin:
        forget()
        _say(_round(review, postings[: int(line)]))


def _round(review: Callable[[str, str], int | None], postings: Iterable[dict[str, str]]) -> dict[str, Any]:
    taken, found = [], []
    began = time.process_time()
    for posting in postings:
        begin = time.process_time()
        found.append(review(posting["text"], posting["format"]))
        taken.append(1000 * (time.process_time() - begin))
    seconds = time.process_time() - began
    return {"seconds": seconds, "taken": taken, "found": found, **_memory()}


def _memory() -> dict[str, float | None]:
    """Megabytes that the process holds now and held at most, as Linux tells them; None elsewhere.

    Not from getrusage: its maximum begins with what the parent held.
    """
    try:
        lines = Path("/proc/self/status").read_text("ascii").splitlines()
    except OSError:
        return {"rss": None, "peak": None}
    told = dict(line.split(":", 1) for line in lines)
    return {name: int(told[field].split()[0]) * 1024 / _MEGABYTE for name, field in _FIELDS.items()}


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(f"{json.dumps(answer)}\n")
    sys.stdout.flush()
