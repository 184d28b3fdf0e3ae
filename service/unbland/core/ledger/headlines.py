"""Headings that say something themselves: a place, a pay, an item that only looks like one, the label of a value."""

from __future__ import annotations

import re

from unbland.core.document.labels import is_labelled
from unbland.core.document.model import BlockKind, Document, DraftLine, DraftSection, Heading
from unbland.core.document.names import is_name
from unbland.core.language.digits import has_digit
from unbland.core.ledger.evidence import duty_weight, weigh
from unbland.core.ledger.headings import HeadingClass, heading_class, is_sentence
from unbland.core.ledger.labels import label
from unbland.core.ledger.leads import CLAUSE
from unbland.core.ledger.lexicon.cue import CERTAIN, FIRM, PLAIN, STRONG
from unbland.core.ledger.model import SLOT_KINDS, Kind, Modality
from unbland.core.ledger.offers import REPORTING
from unbland.core.ledger.orders import is_order
from unbland.core.ledger.rows import are_names, names_place

#: What a short line of its own may tell outright.
_TOLD = SLOT_KINDS | {Kind.SCHEDULE}

#: Above `no restrictions`, `female candidates`, `all qualified candidates`; above what nobody is turned down for, and
#: above an extra (`Shift Differential: $3/hr`).
_KEEPS_LABEL = re.compile(
    r"open to\b|(?:job|pay|salary) group\b|eligib|intended audience|not needed|not required"
    r"|(?:[\w-]+ ){0,2}(?:differentials?|premiums?|overtime|allowance|stipend|call[- ]out)\b",
    re.IGNORECASE,
)

#: `You: are enrolled, speak German`: the label is the subject of its sentence.
_SUBJECTS = frozenset({"You", "We"})
_GOES_ON = re.compile(r"(?:are|have|speak|know|hold|can|will|want|like|love|bring|offer|pay|give|provide|work)\b")

#: `Inspector II: a certificate`: without its label, what is asked of one grade is asked of all.
_OF_A_GRADE = re.compile(r".*\w (?:I{1,3}|I?V|VI{1,3})")

_YEARS = re.compile(r"\d+\+?(?: ?(?:-|–|to) ?\d+)?\+? ?(?:years?|yrs?)\.?", re.IGNORECASE)

#: A heading over work or over skills.
_WORK_OR_SKILL = re.compile(r"\bneed from you\b", re.IGNORECASE)

#: Over what is done by a day, `built a yard`, or over what somebody brings, `a friendly manner`.
_HAVE = re.compile(r"you(?: will|['’]ll) have", re.IGNORECASE)
_DONE = re.compile(
    r"\w+ed\b|(?:built|brought|cut|won|grown|led|run|set|taken|made|begun|written|hired|met|found|got|seen)\b",
    re.IGNORECASE,
)

#: `CNA (Required)`: one demand, with how much it is wanted.
_ASKED = re.compile(r".+ \((?:required|preferred|essential|desirable)\)", re.IGNORECASE)

#: Characters: a longer value, or one with a verb, says by itself what it is about.
_LONGEST_VALUE = 80


def as_line(heading: Heading) -> DraftLine:
    """A heading as a line of the draft."""
    return DraftLine(text=heading.text, start=heading.start, end=heading.end)


def says_something(heading: Heading, section: DraftSection, document: Document) -> bool:
    """Whether a heading is a line as well: a sentence, a demand, an order to a machine, a button, a figure of pay."""
    return (
        is_sentence(heading.text)
        or _ASKED.fullmatch(heading.text) is not None
        or is_order(heading.text)
        or REPORTING.match(heading.text) is not None
        or (not section.lines and _is_link(heading, document))
        or (has_digit(heading.text) and _tells(heading.text))
    )


def is_item(section: DraftSection, following: DraftSection | None, document: Document) -> bool:
    """Whether what looks like a heading is a line among those around it: nobody calls a section so.

    It names a place or tells a fact, or nothing stands below it, neither a line nor a deeper heading.
    """
    heading = section.heading
    if heading is None or heading_class(heading.text).kind is not None or is_name(heading.text):
        return False
    if not section.lines:
        below = following.heading.level if following is not None and following.heading is not None else 0
        return below <= heading.level
    over_list = section.blocks[0].kind is BlockKind.LIST
    if over_list and is_lead(heading, document):
        return False
    return _tells(heading.text) or (not over_list and are_names(heading.text))


def is_lead(heading: Heading, document: Document) -> bool:
    """Whether a colon behind a heading leads to what is below it: `Candidates should demonstrate:`."""
    return ":" in document.source[heading.end - 1 : heading.end + len("**:")]


def of_list(section: DraftSection, says: HeadingClass) -> HeadingClass:
    """What a heading says of its lines; `What we need from you` may be over work, which begins with its verbs."""
    if section.heading is not None and _HAVE.fullmatch(section.heading.text):
        done = sum(_DONE.match(line.text) is not None for line in section.lines)
        return says if 2 * done > len(section.lines) else HeadingClass(Kind.REQUIREMENT, Modality.REQUIRED, FIRM)
    if section.heading is None or not _WORK_OR_SKILL.search(section.heading.text):
        return says
    work = sum(duty_weight(line.text) >= PLAIN for line in section.lines)
    return says._replace(kind=Kind.DUTY) if work > len(section.lines) / 2 else says


def with_label(section: DraftSection, document: Document) -> DraftLine | None:
    """The first line with the label before it (`Home time: Out Monday`), where it says too little without.

    A label that is known (`Salary`) says its part as a heading; whom a job is open to, and years of what, nobody knows
    without it.
    """
    heading, sentence = section.heading, _with_subject(section)
    if heading is None or sentence is not None:
        return sentence
    first = section.lines[0] if is_labelled(section, document) else None
    if first is None or not (_OF_A_GRADE.fullmatch(heading.text) or _needs_its_label(heading, first)):
        return None
    return DraftLine(text=f"{heading.text}: {first.text}", start=heading.start, end=first.end)


def _needs_its_label(heading: Heading, first: DraftLine) -> bool:
    """Whether a value is short, and nothing but its label says what it is about."""
    short = len(first.text) <= _LONGEST_VALUE and not CLAUSE.search(first.text)
    return short and not _says_its_part(heading, first)


def _with_subject(section: DraftSection) -> DraftLine | None:
    """The first line behind the heading that is its subject (`You: are enrolled`); None under any other."""
    heading, first = section.heading, next(iter(section.lines), None)
    if heading is None or first is None or heading.text not in _SUBJECTS or not _GOES_ON.match(first.text):
        return None
    return DraftLine(text=f"{heading.text} {first.text}", start=heading.start, end=first.end)


def _says_its_part(heading: Heading, first: DraftLine) -> bool:
    """Whether a label is known and need not stand before its value: not whom a job is open to, nor years of what."""
    kind = heading_class(heading.text).kind
    if kind is Kind.REQUIREMENT and _YEARS.fullmatch(first.text):
        return False
    return (kind is not None or is_name(f"{heading.text}:")) and not _KEEPS_LABEL.match(heading.text)


def _tells(text: str) -> bool:
    """Whether a text tells of place, pay, hours, law or contact, asks what only a requirement asks, or heads a mail."""
    evidence = weigh(text)
    if evidence.hard or evidence.weights[Kind.NOISE] >= CERTAIN or names_place(text):
        return True
    kind = label(text).kind
    return kind in _TOLD and evidence.weights[kind] >= STRONG


def _is_link(heading: Heading, document: Document) -> bool:
    """Whether a heading leads somewhere: a button that looks like one."""
    return any(link.start < heading.end and heading.start < link.end for link in document.links)
