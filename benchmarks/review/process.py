"""A contestant as a process that reviews when it is told to and idles in between."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from types import TracebackType
from typing import IO, Any, Self, cast

from peers import Missing

_BROKE_OFF = "it broke off; what it said stands above"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One walk over postings."""

    #: Of the process's own time, so that a busy machine counts little.
    seconds: float
    #: Milliseconds of the same, for each posting.
    taken: list[float]
    #: Findings, for each posting; None where the contestant takes no such text.
    found: list[int | None]
    #: Megabytes at the end; None where the system does not tell.
    rss: float | None
    #: Megabytes at most so far; None likewise.
    peak: float | None


class Process:
    """A running contestant; leaving it ends it."""

    def __init__(self, command: list[str]) -> None:
        """Start it; raises Missing where it does not say who it is."""
        try:
            self._running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
        except OSError as error:
            raise Missing(f"{command[0]}: {error.strerror}") from None
        self.who: dict[str, str] = self._answer()

    def round(self, count: int) -> Round:
        """Have it review so many postings from the top; raises Missing where it broke off."""
        asked = cast("IO[str]", self._running.stdin)
        try:
            asked.write(f"{count}\n")
            asked.flush()
        except BrokenPipeError:
            raise Missing(_BROKE_OFF) from None
        return Round(**self._answer())

    def _answer(self) -> dict[str, Any]:
        if line := cast("IO[str]", self._running.stdout).readline():
            answer: dict[str, Any] = json.loads(line)
            return answer
        raise Missing(_BROKE_OFF)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._running.__exit__(kind, error, trace)
