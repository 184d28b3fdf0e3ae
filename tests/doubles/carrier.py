"""A provider of batches that says what it is told to, in memory, at whatever time it is."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from unbland.application.batch.parcels import Came, Line, Standing
from unbland.application.batch.parking import Reply
from unbland.application.batch.refusals import FileTooLarge, ProviderAway, ProviderRefused
from unbland.application.books.model import Spent

REPLY = Reply(200, "req_1", b"{}")


class Clock:
    """A time that goes on when it is told to."""

    def __init__(self, now: datetime) -> None:
        """Begin then."""
        self.now = now

    def __call__(self) -> datetime:
        """What it is."""
        return self.now

    def pass_by(self, seconds: float) -> None:
        """Later."""
        self.now += timedelta(seconds=seconds)


class ScriptedCarrier:
    """See `Carrier`; whatever it is asked while something is to be raised, it raises that."""

    def __init__(self) -> None:
        """Begin without a batch."""
        #: Name → how far it is, and the questions of it.
        self.batches: dict[str, Standing] = {}
        self.files: dict[str, list[Line]] = {}
        #: What was asked, in turn.
        self.asked: list[str] = []
        self.raises: dict[str, ProviderAway | ProviderRefused] = {}
        #: Whether a batch is made although its creation fails, and whether it shows in the list.
        self.made_anyhow = False
        self.shows = True
        self.most = 1000
        #: How batches stand when they are looked at.
        self.status = "completed"
        self.code = ""
        self.bad_lines: tuple[int, ...] = ()

    async def check(self) -> None:
        """Nothing is wrong."""

    async def upload(self, name: str, lines: AsyncIterator[Line]) -> str:
        """Keep the questions."""
        self._asked("upload")
        found = [line async for line in lines]
        if len(found) > self.most:
            raise FileTooLarge("file_too_large")
        self.files[f"file-{name}"] = found
        return f"file-{name}"

    async def find_file(self, name: str) -> str | None:
        """The file, if it is there."""
        self._asked("find_file")
        return f"file-{name}" if f"file-{name}" in self.files else None

    async def create(self, name: str, file: str) -> Standing:
        """Make a batch."""
        if self.made_anyhow or "create" not in self.raises:
            self.batches[name] = Standing(id=name, status="validating")
        assert file in self.files
        self._asked("create")
        return self.batches[name]

    async def find(self, name: str, since: datetime) -> Standing | None:
        """The batch, if it shows."""
        assert since.tzinfo is not None
        self._asked("find")
        return self.batches.get(name) if self.shows else None

    async def look(self, id_: str) -> Standing:
        """As it is told."""
        self._asked("look")
        if self.batches[id_].status != "cancelled":
            self.batches[id_] = replace(
                self.batches[id_], status=self.status, code=self.code, bad_lines=self.bad_lines, files=(f"out-{id_}",)
            )
        return self.batches[id_]

    async def read(self, file: str) -> AsyncIterator[Sequence[Came]]:
        """An answer to every question, if it was completed."""
        self._asked("read")
        if self.status == "completed":
            for line in self.files[f"file-{file.removeprefix('out-')}"]:
                yield [Came(line.number, line.step, REPLY, Spent(calls=1))]

    async def cancel(self, id_: str) -> None:
        """Cancel it at once."""
        self._asked("cancel")
        self.batches[id_] = replace(self.batches[id_], status="cancelled")

    async def delete(self, file: str) -> None:
        """Forget it."""
        self._asked("delete")
        self.files.pop(file, None)

    def _asked(self, what: str) -> None:
        self.asked.append(what)
        if what in self.raises:
            raise self.raises[what]
