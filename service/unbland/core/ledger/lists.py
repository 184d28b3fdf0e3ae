"""What stands above a list: the line that leads to it, the heading, or what most of its bullets tell."""

from __future__ import annotations

from unbland.core.document.model import Block, DraftLine
from unbland.core.ledger.evidence import duty_weight
from unbland.core.ledger.headings import NO_HEADING, HeadingClass, heading_class, is_of_job
from unbland.core.ledger.labels import label, says_something
from unbland.core.ledger.lexicon.cue import FIRM, PLAIN
from unbland.core.ledger.model import Kind, Modality, Source

#: A line leads to a list with its last words.
_LEAD_WORDS = 8

#: What is said of a list most of whose bullets tell what one gets: nobody mixes those with anything else.
_GIVEN = HeadingClass(Kind.BENEFIT, Modality.NONE)
_GIFTS = frozenset({Kind.BENEFIT, Kind.PAY, Kind.SCHEDULE})
_FEWEST_GIVEN = 3

#: What is said of a list below `Role`, which names one thing only: it is work, as below `The role`.
_OF_JOB = HeadingClass(None, Modality.NONE, PLAIN)


def lead(block: Block) -> HeadingClass:
    """What the last words of a block say of a list below it."""
    return heading_class(" ".join(block.lines[-1].text.split()[-_LEAD_WORDS:])) if leads_on(block) else NO_HEADING


def leads_on(block: Block) -> bool:
    """Whether a block ends with a colon, so that the next one belongs to it."""
    return bool(block.lines) and block.lines[-1].text.rstrip().endswith(":")


def over_list(block: Block, says: HeadingClass, led: HeadingClass) -> HeadingClass:
    """What is nearest above a list, below a heading and perhaps a line that leads to it."""
    if led.kind is not None:
        return led
    if says.kind in {None, Kind.COMPANY} and _is_given(block):
        return _GIVEN
    return _OF_JOB if says.kind is Kind.TITLE and says.weight < FIRM and len(block.lines) > 1 else says


def only_names(line: DraftLine, says: HeadingClass) -> bool:
    """Whether a bullet over deeper ones only names them; what is asked for by its name is asked for."""
    of_work = says.kind is Kind.DUTY or is_of_job(says)
    is_work = duty_weight(line.text) > 0 and " " in line.text  # `Research` alone is a noun
    return of_work and not says_something(line.text) and not is_work


def kind_before(last: Source | None) -> Kind | None:
    """What a line that says nothing goes on with: the kind of the line before it, or what that leads to."""
    if last is None or last.text.endswith("?"):
        return None  # what answers a question is no part of it
    if last.kind is not Kind.BOILERPLATE:
        return last.kind
    return heading_class(last.text).kind or last.kind


def _is_given(block: Block) -> bool:
    """Whether most bullets of a list tell by themselves what one gets, and more than what it pays."""
    told = [label(line.text, bullet=True).kind for line in block.lines]
    given = told.count(Kind.BENEFIT) and sum(kind in _GIFTS for kind in told)
    return len(told) >= _FEWEST_GIVEN and 2 * given > len(told)
