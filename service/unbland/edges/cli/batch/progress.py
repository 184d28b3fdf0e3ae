"""How far a batch is: a line on a terminal, a line now and then in a log."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import typer

from unbland.application.batch.model import Batch, Counts, ItemState
from unbland.errors import BadInput, ModelFailed, UnblandError

#: Seconds between two lines, on a terminal and in a log.
_TERMINAL, _LOG = 0.5, 15.0

#: Seconds up to which a time is told in seconds, and in minutes.
_SECONDS, _MINUTES = 90, 5400

#: How the words begin for what failed whatever the posting says.
_OURS = ("model_", "internal_", "set_aside")

#: Looks over which the rate is taken.
_LOOKS = 20

#: Times as long as a look took passes until the next: counting a million items takes the database a second.
_REST = 20


class Progress:
    """Tells how far a batch is."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin now, by a clock in seconds."""
        self._clock = clock
        self._live = sys.stderr.isatty()
        self._least = _TERMINAL if self._live else _LOG
        self._next = float("-inf")
        self._ends: deque[tuple[float, int]] = deque(maxlen=_LOOKS)

    @property
    def is_due(self) -> bool:
        """Whether it is time to look again."""
        return self._clock() >= self._next

    def look(self, batch: Batch, counts: Counts, away: int = 0, *, took: float) -> None:
        """Tell it, if it is time: `away` questions are with the provider, and the look took so many seconds."""
        if not self.is_due:
            return
        now = self._clock()
        self._next = now + max(self._least, _REST * took)
        ended = sum(counts.states.values()) - counts.open
        self._ends.append((now, ended))
        waits = f" · with the provider: {away:,}" if away else ""
        line = f"{ended:,} of {batch.total:,}{waits}{self._rate(counts.open)}{spent(batch)}{failures(counts)}"
        typer.echo(f"\r\x1b[K{line}" if self._live else line, err=True, nl=not self._live)

    def end(self) -> None:
        """Leave the line."""
        if self._live:
            typer.echo("", err=True)

    def _rate(self, left: int) -> str:
        (begin, first), (now, last) = self._ends[0], self._ends[-1]
        if last <= first or now <= begin:
            return ""
        rate = (last - first) / (now - begin)
        return f" · {rate:.1f}/s · {_long(left / rate)} left" if left else f" · {rate:.1f}/s"


def spent(batch: Batch) -> str:
    """What was spent, where anything was."""
    used = batch.spent
    if not used.calls:
        return ""
    money = "" if batch.cost is None else f" · ${batch.cost:,.2f}"
    return f"{money} · {used.input_tokens + used.output_tokens:,} tokens in {used.calls:,} calls"


def failures(counts: Counts) -> str:
    """How many failed, by machine word."""
    failed = counts.of(ItemState.FAILED)
    if not failed:
        return ""
    words = sorted(counts.failures.items(), key=lambda each: -each[1])
    return f" · {failed:,} failed ({', '.join(f'{word} {count:,}' for word, count in words[:4])})"


def to_raise(batch: Batch) -> str:
    """The options that raise the budget which a batch has used up, or all that it has where none is to the end."""
    own = {"--max-cost": replace(batch.limits, tokens=None), "--max-tokens": replace(batch.limits, cost=None)}
    has = [name for name, alone in own.items() if alone.cost is not None or alone.tokens is not None]
    used = [name for name in has if own[name].is_used_up(batch.spent, batch.reduced)]
    return " ".join(f"{name} …" for name in used or has)


def nothing_done(counts: Counts, folder: Path) -> UnblandError:
    """What is to be said of a batch that is done and has no result: of its postings, or of who should write them."""
    sentence = f"Not one posting could be rewritten; {folder / 'errors.jsonl'} says why of each."
    outside = any(word.startswith(_OURS) for word in counts.failures)
    return ModelFailed(sentence) if outside else BadInput(sentence)


def _long(seconds: float) -> str:
    if seconds < _SECONDS:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < _MINUTES else f"{seconds / 3600:.1f} h"
