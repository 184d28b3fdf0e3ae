"""The lines of a draft in order, each with what stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from unbland.core.document.labels import is_labelled, row_end
from unbland.core.document.model import BlockKind, Document, DraftLine, DraftSection, Heading
from unbland.core.ledger.below import VALUES, Below
from unbland.core.ledger.headings import NO_HEADING, HeadingClass, heading_class, split_label
from unbland.core.ledger.headlines import as_line, is_item, of_list, says_something, with_label
from unbland.core.ledger.leads import whole_statements
from unbland.core.ledger.lexicon.cue import CERTAIN, FAINT, STRONG
from unbland.core.ledger.lists import lead, over_list
from unbland.core.ledger.model import Kind, Modality
from unbland.core.ledger.titles import is_another, is_short, names_job, reads_as_title, title_of

#: A heading of this level is over the whole document.
_TITLE_LEVEL = 1


class _Over(NamedTuple):
    """The heading that lines stand under, and what it says of them."""

    heading: Heading | None
    says: HeadingClass


class Placed(NamedTuple):
    """A line, the heading above it, and what that says of it."""

    line: DraftLine
    heading: Heading | None
    says: HeadingClass


#: What is said of the line or heading that names the job.
_IS_TITLE = HeadingClass(Kind.TITLE, Modality.NONE, CERTAIN)


def walk(document: Document) -> Iterator[Placed]:
    """Every line in order; a heading that names the job, or says something itself, is one too."""
    title = title_of(document)
    named = _names(document, title)
    over = _Over(None, NO_HEADING)
    sections = [whole_statements(section) for section in document.sections]
    for (section, says), following in zip(_classed(sections), (*sections[1:], None), strict=False):
        heading, labelled = section.heading, with_label(section, document)
        if heading is not None and _is_title(heading, title, named):
            yield Placed(as_line(heading), None, _IS_TITLE)
            # What the title says of shifts or hours is no heading over the lines below it.
            over = _Over(heading, NO_HEADING)
        elif heading is not None and is_item(section, following, document):
            if not labelled:  # else its value stands behind it, and both are one line
                yield Placed(as_line(heading), *over)
            over = over._replace(says=over.says._replace(weight=FAINT))
        else:
            if heading is not None and not labelled and says_something(heading, section, document):
                yield Placed(as_line(heading), None, NO_HEADING)
            over = _Over(heading, says)
        for line, nearest in _lines(section, over.says, document):
            whole = labelled if labelled is not None and line is section.lines[0] else line
            yield Placed(whole, over.heading, _IS_TITLE if line is title or _folded(line.text) in named else nearest)


def _names(document: Document, title: Heading | DraftLine | None) -> frozenset[str]:
    """The name of the job as a label gives it, which a line above or below may repeat by itself."""
    if title is not None:
        return frozenset()
    labelled = [value for own, value in (split_label(line.text) for line in document.lines) if own.kind is Kind.TITLE]
    below = [section.lines[0].text for section in document.sections if names_job(section)]
    given = [name for name in (*labelled, *below) if is_short(name)]
    if given:
        first = document.sections[0].heading or document.lines[0]
        given += [first.text] if reads_as_title(first.text) else []
    return frozenset(map(_folded, given))


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _is_title(heading: Heading, title: Heading | DraftLine | None, named: frozenset[str]) -> bool:
    """Whether a heading names the job, or one of several."""
    return heading is title or is_another(heading, title) or _folded(heading.text) in named


def _classed(sections: Sequence[DraftSection]) -> Iterator[tuple[DraftSection, HeadingClass]]:
    """Each section with what its heading says; one that says nothing inherits from the heading it is below.

    A heading with nothing under it is over the next one, whatever their levels are.
    """
    above: list[tuple[int, HeadingClass]] = []
    empty = NO_HEADING
    for section in sections:
        if section.heading is None:
            yield section, NO_HEADING
            continue
        level = section.heading.level
        above = [(upper, says) for upper, says in above if upper < level]
        own = of_list(section, heading_class(section.heading.text))
        inherited = above[-1][1] if above else empty
        says = inherited if own == NO_HEADING and inherited.kind is not None else own
        empty = NO_HEADING if section.lines or level == _TITLE_LEVEL else own
        if level > _TITLE_LEVEL:
            above.append((level, says))
        yield section, says


def _lines(section: DraftSection, says: HeadingClass, document: Document) -> Iterator[tuple[DraftLine, HeadingClass]]:
    """The lines of a section, each with what is nearest above.

    A list that a line leads to ("You will need:") goes by that line, and below a value on the line of its heading
    ("Salary: £28,000") the heading says little of one. A paragraph behind a list has often left the
    heading's subject, and so has what comes after a value ("Nice to have: a crane ticket"): the heading says little
    of it.
    """
    labelled = is_labelled(section, document)
    value = labelled and says.kind in VALUES
    if value and says.kind is Kind.LOCATION:
        says = says._replace(weight=STRONG)  # `Location: The firm is based in Hull`: whatever else its words speak for
    below, led = Below(says, row_end(section, document), value=value), NO_HEADING
    for block in section.blocks:
        nearest = says
        if block.kind is BlockKind.LIST:
            below_value = value and block is not section.blocks[0]
            nearest = over_list(block, says._replace(weight=FAINT) if below_value else says, led)
        yield from below.lines(block, nearest)
        below.leave(block, behind_value=labelled)
        led = lead(block)
