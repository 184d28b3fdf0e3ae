"""Order: opening, what you will do, what you bring, what you get, about us, how to apply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from unbland.core.document.model import DraftSection
from unbland.core.guide.reading import Reading
from unbland.core.guide.rule import Hit, Rule, Whole, whole
from unbland.core.ledger.model import Kind, Source

#: The parts of a posting in the guide's order; the company has rules of its own (`about.first`).
_PARTS: dict[Kind, tuple[int, str]] = {
    Kind.DUTY: (1, "what you will do"),
    Kind.GOAL: (1, "what you will do"),
    Kind.REQUIREMENT: (2, "what you bring"),
    Kind.BENEFIT: (3, "what you get"),
}

#: A heading that holds a colon or ends a sentence was a line with a label, and has said its say.
_NO_HEADING = re.compile(r":|[.!?]$")

#: One stray line is no part of a posting.
_A_PART = 2


def _disorder(read: Reading) -> Iterator[Hit]:
    """The first line of each part that comes before one which should precede it."""
    parts: dict[tuple[int, str], list[int]] = {}
    for index, source in enumerate(read.sources):
        part = _PARTS.get(source.kind)
        if part is not None and source.id not in read.opening:
            parts.setdefault(part, []).append(index)
    #: A part stands where its middle line stands, so that strays do not move it.
    found = sorted((lines[len(lines) // 2], part, lines[0]) for part, lines in parts.items() if len(lines) >= _A_PART)
    for (_, early, first), (_, late, _) in pairwise(found):
        if early > late:
            yield _hit(read.sources[first], early[1], late[1])


def _hit(source: Source, early: str, late: str) -> Hit:
    hit = whole(source)
    return Hit(source=hit.source, end=hit.end, found=f'"{early}" stands before "{late}"')


def _empty_headings(read: Reading) -> Iterator[Hit]:
    """Headings under which nothing stands, though the next one is no smaller."""
    sections = read.document.sections
    for section, following in pairwise(sections):
        if _is_empty(section, following):
            yield Hit(found=section.heading.text if section.heading else "")


def _is_empty(section: DraftSection, following: DraftSection) -> bool:
    heading, after = section.heading, following.heading
    if heading is None or after is None or section.lines or _NO_HEADING.search(heading.text):
        return False
    return 1 < heading.level >= after.level


ORDER: tuple[Rule, ...] = (
    Whole(
        id="order.sections",
        finds=_disorder,
        message="{found}; swap them.",
        why="People read what they will do, then whether they can, then what they get; in that order each part makes sense.",
        source="The guide: requirements matter more in the long run, save the benefits for later",
        cost=35,
    ),
    Whole(
        id="order.empty-heading",
        finds=_empty_headings,
        message='Nothing stands under the heading "{found}"; fill it or drop it.',
        why="An empty heading promises what the text does not keep.",
        source="The guide: construct sentences tightly, omit unnecessary words",
        cost=15,
        cap=30,
    ),
)
