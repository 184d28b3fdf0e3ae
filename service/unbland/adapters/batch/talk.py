"""What passes between a process and one that writes for it: values, each pickled behind its length."""

from __future__ import annotations

import asyncio
import pickle
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from unbland.application.ports import Request, Usage
from unbland.application.result import Rewrite
from unbland.application.rewrites.model import Order
from unbland.errors import UnblandError

#: Bytes that say how long a value is.
_HEAD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """A posting to be written."""

    order: Order
    #: The id of its result.
    id: str
    #: The result of a posting that says nearly the same.
    like: Rewrite | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question to a model, by the model's name among those that may be asked."""

    model: str
    request: Request
    accept: Callable[[str], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """No model's answer: why, and what was spent all the same."""

    reason: str
    usage: Usage


@dataclass(frozen=True, slots=True, kw_only=True)
class Crashed:
    """A fault of ours: the error's class and the line it came from, nothing of the text."""

    error: str
    where: str


#: How a piece of work ended.
Outcome = Rewrite | UnblandError | Crashed


class Line:
    """One end of a line between two processes of ours."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take both directions."""
        self._reader = reader
        self._writer = writer

    @classmethod
    async def over(cls, end: socket.socket) -> Line:
        """The line of a connected socket."""
        return cls(*await asyncio.open_connection(sock=end))

    def say(self, about: int, value: object) -> None:
        """Send a value about a piece of work; what cannot be sent because nobody is there any more is lost."""
        data = pickle.dumps((about, value), pickle.HIGHEST_PROTOCOL)
        self._writer.write(len(data).to_bytes(_HEAD) + data)

    async def hear(self) -> tuple[int, Any]:
        """The next value and what it is about; raises EOFError when the other end is gone."""
        try:
            length = int.from_bytes(await self._reader.readexactly(_HEAD))
            return pickle.loads(await self._reader.readexactly(length))  # type: ignore[no-any-return] # noqa: S301 - of ours
        except (asyncio.IncompleteReadError, ConnectionError):
            raise EOFError from None

    def close(self) -> None:
        """Hang up; what was said is still sent."""
        self._writer.close()
