"""Hostile texts at growing lengths: `python benchmarks/review/linear.py`; names what grows faster than its text."""

from __future__ import annotations

import argparse
import cProfile
import math
import signal
import time
from dataclasses import dataclass
from importlib import import_module
from unittest.mock import patch

from forget import forgetting
from hostile import HOSTILE, Hostile
from hottest import hottest

from unbland.application.review import Draft, look
from unbland.core.document.read import MOST_CHARACTERS
from unbland.errors import UnblandError

#: In thousands of characters. What is longer than the limit is refused in earnest; here the limit is lifted, so that
#: the growth shows beyond it.
SIZES = (25, 50, 100)
LIMIT = MOST_CHARACTERS // 1000
ALL_SIZES = sorted({*SIZES, LIMIT})

#: What is told as slow: time that grows by more than this power of the length, or more seconds for the longest.
#: Noise and what a text costs whatever its length move a straight line's exponent between about 0.8 and 1.2.
STEEPEST, SECONDS = 1.3, 1.0

#: After so many seconds by the clock a text is given up, and so are the longer ones.
PATIENCE = 20

#: So many seconds are measured well enough by one try; the growth of fewer says nothing.
STEADY = 0.1

TOP = 6

_forget = forgetting()


class TooLong(BaseException):
    """A text took longer than we wait; no part of the review may take it for a failure of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """One hostile text at each length."""

    hostile: Hostile
    #: By thousands of characters; what would take too long is missing.
    seconds: dict[int, float]

    @property
    def exponent(self) -> float:
        """The power of the length by which the time grows between the shortest and the longest that was tried."""
        if len(self.seconds) < 2:  # noqa: PLR2004 - a slope needs two points
            return math.inf
        short, long = min(self.seconds), max(self.seconds)
        return math.log(self.seconds[long] / self.seconds[short], long / short)

    @property
    def is_slow(self) -> bool:
        """Whether it must be looked at."""
        last = self.seconds.get(SIZES[-1], math.inf)
        return last > SECONDS or (last > STEADY and self.exponent > STEEPEST)


def main() -> None:
    """Print a line for each text, then for the slow ones where the time goes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", help="texts whose name holds this")
    only = parser.parse_args().only or ""
    heads = " | ".join(f"{size:,} k" for size in ALL_SIZES)
    print(
        f"Seconds by thousands of characters; {LIMIT} k is the longest draft that is taken; – took over {PATIENCE} s.\n"
    )
    print(f"| text | format | {heads} | exponent | |\n|---|---|{'---:|' * (len(SIZES) + 2)}---|")
    signal.signal(signal.SIGALRM, _give_up)
    look(Draft(content="Clerk\n\n- Sort the post"))  # reads the tables of words
    slow = []
    with patch.object(import_module("unbland.core.document.read"), "MOST_CHARACTERS", 10**9):
        for hostile in HOSTILE:
            if only in hostile.name:
                growth = _growth(hostile)
                print(_row(growth), flush=True)
                slow += [growth] if growth.is_slow else []
        for growth in slow:
            print(f"\n{growth.hostile.name} ({growth.hostile.format}):\n\n{_profile(growth)}", flush=True)


def _growth(hostile: Hostile) -> Growth:
    seconds: dict[int, float] = {}
    for size in ALL_SIZES:
        taken = _seconds(hostile, hostile.text(1000 * size))
        if taken is None:
            break
        seconds[size] = taken
    return Growth(hostile=hostile, seconds=seconds)


def _seconds(hostile: Hostile, text: str) -> float | None:
    """The least of three, or the first that is steady; None where it takes too long."""
    least = math.inf
    for _ in range(3):
        _forget()
        began = time.process_time()
        if not _is_done(hostile, text):
            return None
        least = min(least, time.process_time() - began)
        if least > STEADY:
            break
    return least


def _is_done(hostile: Hostile, text: str) -> bool:
    """Whether the review was done in time; a refusal is an answer."""
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        look(Draft(content=text, format=hostile.format))
    except UnblandError:
        return True
    except TooLong:
        return False
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return True


def _give_up(*_: object) -> None:
    raise TooLong


def _row(growth: Growth) -> str:
    cells = [f"{growth.seconds[size]:.2f}" if size in growth.seconds else "–" for size in ALL_SIZES]
    mark = "slow" if growth.is_slow else ""
    cells = [growth.hostile.name, str(growth.hostile.format), *cells, f"{growth.exponent:.1f}", mark]
    return f"| {' | '.join(cells)} |"


def _profile(growth: Growth) -> str:
    profiler = cProfile.Profile()
    _forget()
    with profiler:
        _is_done(growth.hostile, growth.hostile.text(1000 * SIZES[0]))
    return hottest(profiler, TOP)


if __name__ == "__main__":
    main()
