"""One contestant in a run: started, warmed up, asked for rounds; or the reason why it is missing."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from statistics import median

from peers import Contestant, Missing
from process import Process, Round

#: The first texts warm up: code is compiled, tables of words are read. Memory is counted from here on.
WARM_UP = 200


class Measured:
    """What a contestant has shown so far."""

    def __init__(self, contestant: Contestant) -> None:
        """Nothing is started yet."""
        self.contestant = contestant
        self.rounds: list[Round] = []
        #: Why it is missing; empty while it is not.
        self.missing = ""

    def start(self, postings: Path, folder: Path, stack: ExitStack) -> None:
        """Install it into the folder where it is not there, start it and warm it up; the stack ends it."""
        try:
            self._process = stack.enter_context(Process(self.contestant.start(postings, folder)))
            self._warm = self._process.round(WARM_UP)
        except Missing as reason:
            self.missing = str(reason)

    def run(self, count: int) -> None:
        """One round over so many postings, if it is there."""
        if self.missing:
            return
        try:
            self.rounds.append(self._process.round(count))
        except Missing as reason:
            self.missing = str(reason)

    @property
    def who(self) -> dict[str, str]:
        """Version and rules, as it tells them itself."""
        return self._process.who

    @property
    def speed(self) -> float:
        """Postings in a second of one core, in the round in the middle."""
        seconds = median([one.seconds for one in self.rounds])
        return len(self.rounds[0].taken) / seconds

    @property
    def growth(self) -> tuple[float, float] | None:
        """Megabytes added from the warm-up to the end of the first round, and from there to the end of the last.

        None where the system does not tell.
        """
        warm, first, last = self._warm.rss, self.rounds[0].rss, self.rounds[-1].rss
        return None if warm is None or first is None or last is None else (first - warm, last - first)

    def within(self, share: float) -> float:
        """Milliseconds in which so large a share of the postings is done; each counts by its own median round."""
        each: list[float] = sorted(median(taken) for taken in zip(*(one.taken for one in self.rounds), strict=True))
        return each[min(int(len(each) * share), len(each) - 1)]
