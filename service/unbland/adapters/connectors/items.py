"""The items of a long JSON answer, one at a time as its bytes come in, so that no answer is held whole."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from json import JSONDecodeError

from unbland.errors import ConnectorFailed

_BETWEEN = re.compile(r"[\s,]*")

#: Characters: one posting with its questions is a tenth of this.
_MOST_ITEM = 2_000_000

_UNREADABLE = "The applicant tracking system sent something that is no JSON; try again later."


class Items:
    """Takes bytes and gives what stands in the list under a name, or in the list that the answer is."""

    def __init__(self, name: str | None) -> None:
        """Take the name of the field that holds the list; None where the answer is a list itself."""
        self._start = re.compile(r"\s*\[") if name is None else re.compile(rf'"{name}"\s*:\s*\[')
        self._named = name is not None
        self._decoder = json.JSONDecoder()
        self._text = codecs.getincrementaldecoder("utf-8")()
        self._buffer, self._around = "", ""
        self._inside = self._over = False

    def feed(self, data: bytes, *, last: bool = False) -> Iterator[object]:
        """The items that are whole with these bytes; raises ConnectorFailed for what is no JSON."""
        try:
            self._buffer += self._text.decode(data, last)
        except UnicodeDecodeError:
            raise ConnectorFailed(_UNREADABLE) from None
        if not self._inside and not self._over:
            self._enter()
        while self._inside and (found := self._next()) is not None:
            yield found[0]
        if not self._inside and len(self._buffer) > _MOST_ITEM:
            raise ConnectorFailed(_UNREADABLE)

    @property
    def around(self) -> object:
        """The answer with an empty list for the items, once all of it is there; raises ConnectorFailed."""
        try:
            return json.loads(self._around + self._buffer)
        except (ValueError, RecursionError):
            raise ConnectorFailed(_UNREADABLE) from None

    def _enter(self) -> None:
        found = self._start.search(self._buffer) if self._named else self._start.match(self._buffer)
        if found:
            self._around, self._buffer, self._inside = self._buffer[: found.end()], self._buffer[found.end() :], True

    def _next(self) -> tuple[object] | None:
        """The next item; None where it is not whole yet, or the list is over."""
        start = _BETWEEN.match(self._buffer)
        place = start.end() if start else 0
        if self._buffer[place : place + 1] == "]":
            self._buffer, self._inside, self._over = self._buffer[place:], False, True
            return None
        try:
            item, end = self._decoder.raw_decode(self._buffer, place)
        except JSONDecodeError:
            if len(self._buffer) > _MOST_ITEM:
                raise ConnectorFailed(_UNREADABLE) from None
            return None
        except RecursionError:
            raise ConnectorFailed(_UNREADABLE) from None
        self._buffer = self._buffer[end:]
        return (item,)
