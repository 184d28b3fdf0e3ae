"""Running text that lost its line breaks: cut again where bullets or names of sections stand in the middle of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from unbland.core.document.entry import Entry, Role
from unbland.core.document.gaps import is_wall, parted
from unbland.core.document.names import inline_names
from unbland.core.document.run_in import amid_names, run_in_names
from unbland.core.document.traced import Traced

#: Bullets in the middle of a line, from lists whose line breaks were lost; white space is looked at from its start
#: alone, or a long stretch of it would be looked at from each of its signs.
_INLINE_BULLET = re.compile(r"(?<!\s)\s+(?:[•●▪■◦‣]|â¢|â€¢)+\s*(?=\S)")
_INLINE_DASH = re.compile(r"(?<=[.:;])\s+[-–]\s+(?=[A-Z])")


#: What boards put behind a posting, often without a stop before it: totaljobs and its sisters where an advert came
#: from, RemoteOK a word that shows who has read it.
_BOARDS_LAST = re.compile(
    r"(?<=\S)\s+(?=This (?:job|vacancy|advert|position) was originally posted\b|Please mention the word \W*[A-Z]{4})"
)

#: Characters: in a shorter text a name of a section may be what its sentence is about.
_SHORT = 100


def cut(entry: Entry) -> Iterator[Entry]:
    """An entry, cut where bullets, names of sections or a board's last words stand in the middle of its text."""
    last = _BOARDS_LAST.search(entry.text.text)
    wall = is_wall(entry.text.text)
    for part in _named(replace(entry, text=entry.text.part(0, last.start())) if last else entry):
        yield from parted(part) if wall and part.role is Role.PLAIN else (part,)
    if last:
        yield Entry(role=Role.PLAIN, text=entry.text.part(last.end()))


def _named(entry: Entry) -> Iterator[Entry]:
    """An entry of running text, cut where names of sections or bullets stand in the middle of it."""
    if entry.role is not Role.PLAIN:
        yield from _bulleted(entry) if entry.role is Role.BULLET else (entry,)
        return
    done, text = 0, entry.text.text
    names = _names(text)
    for (begin, end, stop), (following, *_) in zip(names, (*names[1:], (len(text), 0, 0)), strict=False):
        if begin < done:
            continue
        yield from _bulleted(replace(entry, text=_without_bar(entry.text.part(done, begin))))
        yield Entry(role=Role.HEADING, text=entry.text.part(begin, end))
        entry, done = replace(entry, gap=False, labelled=True), end
        if stop > end:  # what the name stood over, without breaks; behind its stop, another matter begins
            done = min(stop, following)
            said = entry.text.part(end, done).stripped()
            if said:
                yield Entry(role=Role.BULLET, text=said, gap=False)
    rest = (entry.text.part(done) if done else entry.text).stripped()
    yield from _bulleted(entry if rest is entry.text else replace(entry, text=rest))


def _names(text: str) -> list[tuple[int, int, int]]:
    """Where names of sections stand, from the first to the last, and where the stretch ends that each stands over."""
    found = [*inline_names(text)] if ":" in text else []
    if len(text) <= _SHORT:
        return [(begin, end, end) for begin, end in found]
    return sorted([*((begin, end, end) for begin, end in (*found, *run_in_names(text))), *amid_names(text)])


def _without_bar(text: Traced) -> Traced:
    """The text without the bar that parts it from the next label."""
    return text.part(0, len(text.text.rstrip(" |"))).stripped()


def _bulleted(entry: Entry) -> Iterator[Entry]:
    """An entry, cut before each bullet inside it; one dash is a dash, several are bullets."""
    text = entry.text.text
    dashes = list(_INLINE_DASH.finditer(text)) if "-" in text or "–" in text else []
    bullets = () if text.isascii() else _INLINE_BULLET.finditer(text)
    cuts = [match.span() for match in (dashes if len(dashes) > 1 else bullets)]
    if not cuts and entry.text.stripped() is entry.text and entry.text:
        yield entry
        return
    begins, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    parts = [entry.text.part(begin, end).stripped() for begin, end in zip(begins, ends, strict=True)]
    if parts[0]:
        yield replace(entry, text=parts[0])
    for part in parts[1:]:
        yield Entry(role=Role.BULLET, text=part, level=entry.level, gap=False)
