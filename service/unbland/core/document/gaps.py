"""Lists that lost their bullets and their line breaks: two spaces stand where each point began."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from unbland.core.document.entry import Entry, Role
from unbland.core.document.traced import Traced

#: Characters without a line break that nobody types.
_WALL = 300

#: Where a point begins, for certain: behind a stop two spaces may be somebody's way of typing, and between days or
#: masked figures (`Monday  Friday`, `****  ****`) a dash was lost.
_GAP = re.compile(r"(?<=[^\s.!?:*])(?<!day)  (?=[A-Z])")

#: Where one begins in what is such a list.
_NEXT = re.compile(r"(?<=[^\s*])(?<!day)  (?=[A-Z])")

#: What leads to such a list: a colon and the same two spaces.
_LED = re.compile(r":  (?=[A-Z])")

#: Where a point of a list of deeds begins that has not even those: `Answering calls Logging them Writing to tenants`.
_DEED = re.compile(r"(?<=[a-z)])(?<! and)(?<! or)(?<! a)(?<! of)(?<! for)(?<! the)(?<! in) (?=[A-Z][a-z]+ing\b)")

_DEED_FIRST = re.compile(r"[A-Z][a-z]+ing\b")

#: What leads to such a list.
_LED_TO_DEEDS = re.compile(r": +(?=[A-Z][a-z]+ing\b)")

_STOP = re.compile(r"(?<=[a-z\d)][.!?])\s+(?=[A-Z])")

#: Characters: what is longer and of several sentences is a paragraph of its own.
_POINT = 200

#: Points by which a text behind the name of a section is a list; two may be a title and its branch.
_FEWEST = 3

#: Where the text goes on behind the last point without a stop: a new sentence by its first word.
_GOES_ON = re.compile(
    r"(?<=[.!?])\s+(?=[A-Z])|(?<=[\w)%])\s+(?=(?:You|The|My|Our|This|These|We|They|If|For|Please|However|In|As|It|Your"
    r"|To|There|Any|Interested|Candidates|Applicants|Should|Due|Successful|All|Contact|Apply|On|With|What|Are|Do)\b)"
)

#: The same behind any point, by words that no point has in its middle.
_BREAKS = re.compile(
    r"(?<=[\w)%])\s+(?=(?:You (?:must|will|should|are|need)|(?:My|Our) client|We (?:are|offer|will)|Please"
    r"|The (?:ideal|successful|role|salary))\b)"
)


def is_wall(text: str) -> bool:
    """Whether a text has lost its line breaks, and shows where they may have been."""
    return len(text) > _WALL and "\n" not in text and bool(_GAP.search(text) or _DEED.search(text))


def parted(entry: Entry) -> Iterator[Entry]:
    """An entry of running text, with the points of a list in it each by itself; as it is where there is none."""
    return (part for part in _parted(entry) if part.text)


def _parted(entry: Entry) -> Iterator[Entry]:
    text = entry.text
    begin, gaps = _by_gaps(entry)
    if not gaps:
        begin, gaps = _by_deeds(entry)
    if not gaps:
        yield entry
        return
    if begin:
        yield from _before(entry, text.part(0, begin).stripped())
    begins, ends = [begin, *(gap.end() for gap in gaps)], [*(gap.start() for gap in gaps), len(text)]
    for number, (start, end) in enumerate(zip(begins, ends, strict=True), 1):
        yield from _point(text.part(start, end).stripped(), entry, is_last=number == len(begins))


def _by_gaps(entry: Entry) -> tuple[int, list[re.Match[str]]]:
    """Where a list begins and its points part, by two spaces."""
    text = entry.text.text
    led = None if entry.labelled else _LED.search(text)
    begin = 0 if entry.labelled else led.end() if led else len(text)
    gaps = list(_NEXT.finditer(text, begin))
    few = not _GAP.search(text, begin) or (entry.labelled and len(gaps) + 1 < _FEWEST)
    return begin, [] if few else gaps


def _by_deeds(entry: Entry) -> tuple[int, list[re.Match[str]]]:
    """Where a list begins and its points part, by the deeds that they begin with."""
    text = entry.text.text
    led = _LED_TO_DEEDS.search(text)
    begin = led.end() if led else 0 if entry.labelled and _DEED_FIRST.match(text) else len(text)
    stop = _STOP.search(text, begin)
    gaps = list(_DEED.finditer(text, begin, stop.start() if stop else len(text)))
    return begin, [] if len(gaps) + 1 < _FEWEST else gaps


def _before(entry: Entry, text: Traced) -> Iterator[Entry]:
    """What stands before a list, apart from the sentence that leads to it."""
    stops = list(_STOP.finditer(text.text))
    if stops:
        yield replace(entry, text=text.part(0, stops[-1].start()))
        entry, text = replace(entry, gap=True), text.part(stops[-1].end())
    yield replace(entry, text=text)


def _point(text: Traced, entry: Entry, *, is_last: bool) -> Iterator[Entry]:
    """One point; the last of a list, apart from the text that goes on behind it."""
    goes_on = (_GOES_ON if is_last or text.text.endswith(":") else _BREAKS).search(text.text)
    said = text.part(0, goes_on.start()) if goes_on else text
    tells = len(said) > _POINT and _STOP.search(said.text)
    yield Entry(role=Role.PLAIN if tells else Role.BULLET, text=said, level=entry.level, gap=bool(tells))
    if goes_on:
        yield Entry(role=Role.PLAIN, text=text.part(goes_on.end()))
