"""An XML feed of jobs as job boards take it (Indeed's, and feeds that copied it), read as a stream."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from unbland.adapters.batch.postings import unusable
from unbland.adapters.batch.records import Records
from unbland.adapters.batch.texts import bytes_of
from unbland.application.batch.items import Item
from unbland.errors import BadInput

_CHUNK = 1 << 16

#: Elements that hold one job, by the feeds that use them.
_JOBS = frozenset({"job", "position", "item", "vacancy"})

#: Values within a job lie two or three deep.
_DEEPEST = 30

#: Characters of one field.
_FIELD = 5_000_000


class _Jobs:
    """Gathers the fields of each job as the parser meets them."""

    def __init__(self) -> None:
        self.done: deque[dict[str, object]] = deque()
        self._path: list[str] = []
        self._job: dict[str, object] | None = None
        self._depth = 0
        self._said: list[str] = []

    def begin(self, name: str, _: dict[str, str]) -> None:
        """An element begins."""
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise BadInput("The feed is nested without end; send it as it came.")
        if self._job is None and name in _JOBS:
            self._job, self._depth = {}, len(self._path)
        if self._job is not None and len(self._path) == self._depth + 1:
            self._said = []

    def end(self, name: str) -> None:
        """An element ends; a field's first value counts."""
        if self._job is not None and len(self._path) == self._depth + 1:
            self._job.setdefault(name, "".join(self._said).strip()[:_FIELD])
        if self._job is not None and len(self._path) == self._depth:
            self.done.append(self._job)
            self._job = None
        self._path.pop()

    def say(self, text: str) -> None:
        """Text in an element."""
        if self._job is not None:
            self._said.append(text)


def jobs(file: Path, records: Records) -> Iterator[Item]:
    """The jobs of a feed; raises BadInput for what brings a document type or is no feed."""
    gathered = _Jobs()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = gathered.begin, gathered.end
    parser.CharacterDataHandler = gathered.say
    parser.StartDoctypeDeclHandler = _refuse
    number, broken = 0, None
    with bytes_of(file) as stream:
        while broken is None:
            chunk = stream.read(_CHUNK)
            try:
                parser.Parse(chunk, not chunk)
            except expat.ExpatError as error:
                broken = unusable(f"{file.name}, line {error.lineno}", "bad_xml", _broken(error))
            except (LookupError, ValueError):
                raise BadInput(f"{file.name} names a character set that is not read; save it as UTF-8.") from None
            while gathered.done:  # those before the break, too
                number += 1
                yield records.item(gathered.done.popleft(), f"{file.name}, job {number}")
            if not chunk:
                break
    if broken is not None:
        yield broken
        return
    if not number:
        raise BadInput(f"{file.name} holds no jobs; a feed has an element called job for each.")


def _broken(error: expat.ExpatError) -> str:
    """Why a feed is read no further, and what to do."""
    if error.code == expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]:
        return "From here on it is no XML: only HTML has signs such as &nbsp;; write &#160;, or put the text in CDATA."
    return "From here on it is no XML; have the feed written anew, or send the postings as CSV."


def _refuse(*_: object) -> NoReturn:
    raise BadInput("The feed brings a document type, which is not read; send it without.")
