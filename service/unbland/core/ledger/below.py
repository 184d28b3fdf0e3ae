"""What a heading still says of each line below it: little once a list, a value or a signature has left its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.document.model import Block, BlockKind, DraftLine
from unbland.core.ledger.headings import NO_HEADING, HeadingClass, heading_class
from unbland.core.ledger.labels import label
from unbland.core.ledger.lexicon.cue import CERTAIN, FAINT, FIRM, SURE
from unbland.core.ledger.lexicon.letters import SIGN_OFF
from unbland.core.ledger.lists import leads_on, only_names
from unbland.core.ledger.model import Kind, Modality
from unbland.core.ledger.orders import is_order

#: Headings over a value or two ("Salary", "Location"); what goes on and on below them is something else.
VALUES = frozenset({Kind.PAY, Kind.LOCATION, Kind.SCHEDULE, Kind.REPORTING, Kind.TITLE, Kind.CONTACT})
_VALUE_LINES = 2

#: An amount, which is all that a heading over pay promised.
_FIGURE = re.compile(r"[$£€] ?\d|\d,\d{3}\b")

#: What is said of a block that holds an order to a machine: which of its lines it is about, nobody can tell.
IS_ORDER = HeadingClass(Kind.NOISE, Modality.NONE, CERTAIN)

#: Words: a line below the end of a letter that has no more is who signs; an address in it still counts.
_SIGNATURE_WORDS = 6
_SIGNATURE = HeadingClass(Kind.BOILERPLATE, Modality.NONE, FIRM)

#: What is said of a bullet that only names the ones below it: `Projects`, in a list of what to do.
_GROUP = HeadingClass(Kind.BOILERPLATE, Modality.NONE, SURE)

#: What those who plant an order want a posting to say.
_PLANTED = frozenset({Kind.PAY, Kind.BENEFIT, Kind.CONTACT, Kind.PROCESS})


class Below:
    """What is nearest above each line of a section, by what stood before it there."""

    def __init__(self, says: HeadingClass, row_end: int, *, value: bool) -> None:
        """Take what the heading says, where the row of a label ends, and whether a value stands on that row."""
        self._says, self._row_end, self._value = says, row_end, value
        #: Whether a list or a value has left the heading's subject.
        self.has_left = False
        #: Whether the pay has been told, or whoever wrote it has signed; the lines of prose so far.
        self._paid = self._signed = False
        self._prose = 0

    def leave(self, block: Block, *, behind_value: bool) -> None:
        """Note that a list leaves the subject, and so does what stands behind a value, unless it leads on."""
        left = block.kind is BlockKind.LIST or (behind_value and not leads_on(block))
        self.has_left = self.has_left or left

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
            return heading_class(line.column)._replace(weight=SURE + FIRM)
        return self._listed(nearest, line) if is_list else self._still(nearest, line)

    def _listed(self, says: HeadingClass, line: DraftLine) -> HeadingClass:
        """What stands over a bullet: little over `Rate: £30 an hour`, on the row behind `Must have: a licence`."""
        behind = says.kind is Kind.REQUIREMENT and not self.has_left and line.start > self._row_end
        return says._replace(weight=FAINT) if behind else says

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
