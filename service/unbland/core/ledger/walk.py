"""The lines of a draft in order, each with what stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from unbland.core.document.labels import is_labelled, row_end
from unbland.core.document.model import Block, BlockKind, Document, DraftLine, DraftSection, Heading
from unbland.core.ledger.headings import NO_HEADING, HeadingClass, heading_class, split_label
from unbland.core.ledger.headlines import as_line, is_item, of_list, says_something, with_label
from unbland.core.ledger.labels import label
from unbland.core.ledger.leads import whole_statements
from unbland.core.ledger.lexicon.cue import CERTAIN, FAINT, FIRM, STRONG, SURE
from unbland.core.ledger.lexicon.letters import SIGN_OFF
from unbland.core.ledger.lists import lead, leads_on, only_names, over_list
from unbland.core.ledger.model import Kind, Modality
from unbland.core.ledger.orders import is_order
from unbland.core.ledger.titles import is_another, is_short, names_job, reads_as_title, title_of

#: Headings over a value or two ("Salary", "Location"); what goes on and on below them is something else.
VALUES = frozenset({Kind.PAY, Kind.LOCATION, Kind.SCHEDULE, Kind.REPORTING, Kind.TITLE, Kind.CONTACT})
_VALUE_LINES = 2

#: An amount, which is all that a heading over pay promised.
_FIGURE = re.compile(r"[$£€] ?\d|\d,\d{3}\b")

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

#: What is said of a block that holds an order to a machine: which of its lines it is about, nobody can tell.
IS_ORDER = HeadingClass(Kind.NOISE, Modality.NONE, CERTAIN)


#: Words: a line below the end of a letter that has no more is who signs; an address in it still counts.
_SIGNATURE_WORDS = 6
_SIGNATURE = HeadingClass(Kind.BOILERPLATE, Modality.NONE, FIRM)

#: What is said of a bullet that only names the ones below it: `Projects`, in a list of what to do.
_GROUP = HeadingClass(Kind.BOILERPLATE, Modality.NONE, SURE)

#: What those who plant an order want a posting to say.
_PLANTED = frozenset({Kind.PAY, Kind.BENEFIT, Kind.CONTACT, Kind.PROCESS})


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
    below, led = _Below(says, row_end(section, document), value=value), NO_HEADING
    for block in section.blocks:
        nearest = says
        if block.kind is BlockKind.LIST:
            below_value = value and block is not section.blocks[0]
            nearest = over_list(block, says._replace(weight=FAINT) if below_value else says, led)
        yield from below.lines(block, nearest)
        below.has_left = below.has_left or block.kind is BlockKind.LIST or (labelled and not leads_on(block))
        led = lead(block)


class _Below:
    """What is nearest above each line of a section, by what stood before it there."""

    def __init__(self, says: HeadingClass, row_end: int, *, value: bool) -> None:
        """Take what the heading says, where the row of a label ends, and whether a value stands on that row."""
        self._says, self._row_end, self._value = says, row_end, value
        #: Whether a list or a value has left the heading's subject.
        self.has_left = False
        #: Whether the pay has been told, or whoever wrote it has signed; the lines of prose so far.
        self._paid = self._signed = False
        self._prose = 0

    def lines(self, block: Block, nearest: HeadingClass) -> Iterator[tuple[DraftLine, HeadingClass]]:
        """Each line of a block, with what is said of it."""
        ordered = any(is_order(line.text) for line in block.lines)
        for line, after in zip(block.lines, (*block.lines[1:], None), strict=False):
            if line.header:
                continue
            if after is not None and after.level > line.level and only_names(line, nearest):
                yield line, _GROUP
                continue
            yield line, self._said(line, block, nearest, ordered=ordered)
            self._note(line, block)

    def _said(self, line: DraftLine, block: Block, nearest: HeadingClass, *, ordered: bool) -> HeadingClass:
        is_list = block.kind is BlockKind.LIST
        if self._signed and len(line.text.split()) <= _SIGNATURE_WORDS:
            return _SIGNATURE
        if ordered and (not is_list or _is_planted(line, nearest)):
            return IS_ORDER
        if line.column:
            return heading_class(line.column)._replace(weight=SURE)
        if is_list and nearest.kind is Kind.REQUIREMENT and not self.has_left and line.start > self._row_end:
            return nearest._replace(weight=FAINT)  # `Must have: a licence`, and on the next row `Rate: £30 an hour`
        return nearest if is_list else self._still(nearest, line)

    def _still(self, says: HeadingClass, line: DraftLine) -> HeadingClass:
        """What a heading still says of prose: nothing once its pay is told, little once its subject was left."""
        if self._paid:
            return NO_HEADING
        below = says.kind is Kind.BENEFIT and line.start > self._row_end  # `Perks: a meal`, and a demand on the next
        left = self.has_left or below or (self._says.kind in VALUES and self._prose >= _VALUE_LINES)
        return says._replace(weight=FAINT) if left else says

    def _note(self, line: DraftLine, block: Block) -> None:
        self._signed = self._signed or SIGN_OFF.match(line.text) is not None
        if block.kind is not BlockKind.LIST:
            self._paid = self._paid or (self._says.kind is Kind.PAY and bool(_FIGURE.search(line.text)))
            self._prose += 1
            self.has_left = self.has_left or self._value  # a posting without line breaks goes on behind it


def _is_planted(line: DraftLine, says: HeadingClass) -> bool:
    """Whether a bullet says what is planted beside an order: an order too, or money, a gift, a way to apply.

    The duties and requirements of its list stay, or one planted bullet would cost every must-have.
    """
    return is_order(line.text) or label(line.text, says, bullet=True).kind in _PLANTED
