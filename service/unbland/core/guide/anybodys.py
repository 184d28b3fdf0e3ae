"""Lines that could be anybody's: where a duty, a skill or a word of praise says nothing of this job."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guide.density import ENOUGH
from unbland.core.guide.facets import question
from unbland.core.guide.hit import Hit, whole
from unbland.core.guide.reading import Reading, word_count
from unbland.core.ledger.evidence import duty_weight
from unbland.core.ledger.model import Source

#: Who does it: the reader, or whoever gets the job.
_PERSON = re.compile(
    r"\b(?:you|your|responsib\w+|candidate|applicant|incumbent|successful|person|holder|(?:s/?)?he|involv\w+|duties|tasks"
    r"|will (?:be|have to|need|also)?)\b",
    re.IGNORECASE,
)
#: No skill: what the person will do, and who is welcome to apply.
_NO_SKILL = re.compile(
    r"^the [\w ]{3,40} will\b"
    r"|\b(?:apply|encourag\w+|regardless|basis of|employment decisions?|accommodat\w+|disabilit\w+)\b",
    re.IGNORECASE,
)
#: The employer speaks of itself, and does not speak of how it hires.
_ITSELF = re.compile(
    r"\b(?:we|our|ours|us|company|organi[sz]ation|firm|business|employer|client|team|leader|provider|agency|group)\b",
    re.IGNORECASE,
)
_THE_WAY_IN = re.compile(
    r"\b(?:unable|cannot|can(?:'|’)t|do not|don(?:'|’)t|interviews?|process|visa|paperwork|apply|application"
    r"|applicants?|candidates?|position|role|vacancy|contact|call)\b",
    re.IGNORECASE,
)

#: Words from which a line is a statement, and a text a posting; fewer are a label or a heading.
_A_LINE, _A_TEXT = 4, 60


def generic_skill(source: Source, read: Reading) -> Iterator[Hit]:
    """A demand that goes without saying; what the person will do, or who may apply, is none."""
    if source.id in read.generic and not _NO_SKILL.search(source.text):
        yield whole(source)


def generic_company(source: Source, read: Reading) -> Iterator[Hit]:
    """What the employer says of itself and any could; what it says of the job or the way in, it says of those."""
    if source.id in read.generic and _ITSELF.search(source.text) and not _THE_WAY_IN.search(source.text):
        yield whole(source)


def generic_duty(source: Source, read: Reading) -> Iterator[Hit]:
    """A duty that any posting could have, with the question that its side of the work leaves open.

    A heading in a list, or what is said of the post and not of the person, is none.
    """
    if source.id in read.generic and (duty_weight(source.text) or _PERSON.search(source.text)):
        yield Hit(source=source, end=len(source.text), aside=f" {question(source.text)}")


def hollow(source: Source, read: Reading) -> Iterator[Hit]:
    """A statement that says nothing."""
    if source.id in read.hollow and word_count(source.text) >= _A_LINE:
        yield whole(source)


def little(read: Reading) -> Iterator[Hit]:
    """A whole posting that says less for its length than real ones do."""
    says = read.density
    if says.words >= _A_TEXT and says.share < ENOUGH:
        yield Hit(found=f"{len(says.own)} different words that mean something in {says.words}")


def specific_lines(read: Reading) -> int:
    """How many different lines say something of this job alone."""
    return len({source.text for source in read.specific()})
