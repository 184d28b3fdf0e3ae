"""The lines of a draft in order, each with what stands above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from unbland.core.document.model import Block, BlockKind, Document, DraftLine, DraftSection, Heading
from unbland.core.ledger.headings import NO_HEADING, HeadingClass, heading_class
from unbland.core.ledger.lexicon.cue import FAINT
from unbland.core.ledger.model import Kind

#: Headings over a value or two ("Salary", "Location"); what goes on and on below them is something else.
_VALUES = frozenset({Kind.PAY, Kind.LOCATION, Kind.SCHEDULE, Kind.REPORTING, Kind.TITLE, Kind.CONTACT})
_VALUE_LINES = 2

#: A heading of this level is over the whole document.
_TITLE_LEVEL = 1


class Placed(NamedTuple):
    """A line, or the heading that names the job, and what the heading above says of it."""

    what: DraftLine | Heading
    heading: Heading | None
    says: HeadingClass


def walk(document: Document, title: DraftLine | Heading | None) -> Iterator[Placed]:
    """Every line in order, and the heading that is the title in its place."""
    for section, says in _classed(document.sections):
        if section.heading is not None and section.heading is title:
            yield Placed(section.heading, None, NO_HEADING)
        for line, nearest in _lines(section.blocks, says):
            yield Placed(line, section.heading, nearest)


def _classed(sections: Sequence[DraftSection]) -> Iterator[tuple[DraftSection, HeadingClass]]:
    """Each section with what its heading says; one that says nothing inherits from the heading it is below."""
    above: list[tuple[int, HeadingClass]] = []
    for section in sections:
        if section.heading is None:
            yield section, NO_HEADING
            continue
        level = section.heading.level
        above = [(upper, says) for upper, says in above if upper < level]
        own = heading_class(section.heading.text)
        says = own if own.kind is not None or not above else above[-1][1]
        if level > _TITLE_LEVEL:
            above.append((level, says))
        yield section, says


def _lines(blocks: Sequence[Block], says: HeadingClass) -> Iterator[tuple[DraftLine, HeadingClass]]:
    """The lines of a section, each with what is nearest above.

    A list that a line leads to ("You will need:") goes by that line. A paragraph behind a list has often left the
    heading's subject, and so has what comes after a value; the heading says little of it.
    """
    lead, after_list, prose = NO_HEADING, False, 0
    for block in blocks:
        is_list = block.kind is BlockKind.LIST
        nearest = lead if is_list and lead.kind is not None else says
        for line in block.lines:
            left = not is_list and (after_list or (says.kind in _VALUES and prose >= _VALUE_LINES))
            yield line, nearest._replace(weight=FAINT) if left else nearest
            prose += not is_list
        after_list = after_list or is_list
        last = block.lines[-1].text.rstrip() if block.lines else ""
        lead = heading_class(last.rstrip(":")) if last.endswith(":") else NO_HEADING
