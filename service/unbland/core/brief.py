"""The brief: what a writer gets, and what has to be asked before anybody can write well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unbland.core.guide.model import Finding
from unbland.core.guide.third_person import is_told_of_another
from unbland.core.ledger.evidence import weigh
from unbland.core.ledger.lexicon.cue import STRONG
from unbland.core.ledger.model import Kind, Ledger, Source
from unbland.core.ledger.reasons import covers_for_somebody
from unbland.core.practical import PLACE, TERMS, TITLE, Need, half_told_pay
from unbland.core.question import Question

#: More questions than this go unanswered: hiring managers have minutes, not an hour.
MAX_QUESTIONS = 5

#: Fewer specific sources than this, and what comes out is filler, whoever writes it.
MIN_SPECIFIC = 4

#: A source with one of these findings says nothing that this job could be told by.
_HOLLOW = (
    "specific.generic",
    "reason.pretended",
    "pay.competitive",
    "pay.market",
    "benefits.hollow",
    "requirements.hollow",
)

#: Kinds that tell one job from another.
_TELLING = (Kind.REASON, Kind.GOAL, Kind.DUTY, Kind.REQUIREMENT, Kind.PAY, Kind.BENEFIT, Kind.COMPANY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All that an engine may rest on."""

    title: str
    ledger: Ledger
    #: What the guide says of the draft; `Finding.source` names the source.
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    #: Whether there is enough to write with; otherwise the edit marks its gaps.
    enough: bool
    #: Whether the draft tells its duties in the third person: `Sets up and operates lathes`.
    told_of_another: bool


#: What the guide wants of every posting, most telling first (principles reason, pay, goals, about, benefits).
GAPS: tuple[tuple[Kind, Question], ...] = (
    (
        Kind.REASON,
        Question(
            field="hiring_reason",
            ask="Why are you hiring for this job now? Say what happened or what must be solved.",
            why="It is the first thing that sets this job apart, and no source says it.",
        ),
    ),
    (
        Kind.PAY,
        Question(
            field="pay",
            ask="What does the job pay: from, to, currency, and for which period?",
            why="People look for the pay first, and no source gives this job's own figure.",
        ),
    ),
    (
        Kind.GOAL,
        Question(
            field="goals",
            ask="What must this person have accomplished after a year? Two or three results.",
            why="People of the trade know the usual duties; what they must achieve here they cannot know.",
        ),
    ),
    (
        Kind.COMPANY,
        Question(
            field="company.about",
            ask="What do you do, for whom, and what is different about doing this job with you?",
            why="No source says anything about the company that another could not say.",
        ),
    ),
    (
        Kind.BENEFIT,
        Question(
            field="benefits",
            ask="Which benefits do you offer, by name and number (days off, pension match, allowances)?",
            why="A benefit that is named counts; no source names one.",
        ),
    ),
)


def make_brief(title: str, ledger: Ledger, findings: Sequence[Finding]) -> Brief:
    """The brief of one draft: what is asked, and whether there is enough to write with."""
    hollow = {f.source for f in findings if f.rule.startswith(_HOLLOW)}
    if any(finding.rule == "pay.missing" for finding in findings):
        hollow |= {source.id for source in ledger.of(Kind.PAY) if source.from_draft}
    telling = [s for s in ledger.of(*_TELLING) if s.id not in hollow]
    said = (*telling, *ledger.of(Kind.TITLE))
    open_gaps = tuple(question for kind, question in GAPS if not any(_fills(s, kind) for s in said))
    questions = tuple(_in_order(ledger, open_gaps))
    return Brief(
        title=title,
        ledger=ledger,
        findings=tuple(findings),
        questions=questions[:MAX_QUESTIONS],
        enough=len(open_gaps) < len(GAPS) and len(telling) >= MIN_SPECIFIC,
        told_of_another=is_told_of_another([s.text for s in ledger.of(Kind.DUTY) if s.from_draft]),
    )


def _fills(source: Source, kind: Kind) -> bool:
    """Whether a source closes the gap of a kind; a company's bare name says nothing about the company.

    Pay told in one breath with a benefit (`£15 an hour and 28 days off`) is both; so is the title of a leave's cover.
    """
    if kind is Kind.REASON and source.kind is Kind.TITLE:
        return covers_for_somebody(source.text)
    if kind is Kind.BENEFIT and source.kind is Kind.PAY:
        return weigh(source.text).weights[Kind.BENEFIT] > STRONG
    return source.kind is kind and source.field not in {"company.name", "company.website"}


def _in_order(ledger: Ledger, open_gaps: Sequence[Question]) -> Iterator[Question]:
    """Every question, most telling first, one for each field.

    Reason, pay and goals set the job apart; without a title and a place nobody can apply; company and benefits make
    the offer; terms come last, since an applicant can ask for them.
    """
    gaps = {question.field: question for question in open_gaps}
    pay = gaps.get("pay")
    asked = [
        gaps.get("hiring_reason"),
        *((pay,) if pay is not None else half_told_pay(ledger)),
        gaps.get("goals"),
        *_open(ledger, TITLE, PLACE),
        gaps.get("company.about"),
        gaps.get("benefits"),
        *_open(ledger, *TERMS),
    ]
    seen: set[str] = set()
    for question in asked:
        if question is not None and question.field not in seen:
            seen.add(question.field)
            yield question


def _open(ledger: Ledger, *needs: Need) -> Iterator[Question]:
    """The questions of the needs that no source meets."""
    return (need.question for need in needs if need.is_open(ledger))
