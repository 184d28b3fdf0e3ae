"""Builds the ledger: every line of the draft and every fact as a source, and where they disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from unbland.core.document.fragment import seen
from unbland.core.document.model import Document, DraftLine
from unbland.core.facts import CompanyFacts
from unbland.core.ledger.bars import values
from unbland.core.ledger.below import IS_ORDER, VALUES
from unbland.core.ledger.conflicts import conflicts
from unbland.core.ledger.echoes import Echoes
from unbland.core.ledger.headings import NO_HEADING, HeadingClass, split_label
from unbland.core.ledger.labels import Label, label, tier
from unbland.core.ledger.lexicon.cue import CERTAIN, FAINT, SURE
from unbland.core.ledger.lists import kind_before
from unbland.core.ledger.modality import modality
from unbland.core.ledger.model import Conflict, Kind, Ledger, Modality, Source
from unbland.core.ledger.offers import offer_apart
from unbland.core.ledger.orders import asks_for_secrets, is_order
from unbland.core.ledger.places import place
from unbland.core.ledger.reasons import OPENING_WORDS, as_reason, whole_reasons
from unbland.core.ledger.references import with_reference
from unbland.core.ledger.remains import parted
from unbland.core.ledger.rows import are_names
from unbland.core.ledger.splits import parts
from unbland.core.ledger.statements import Statement, statements
from unbland.core.ledger.walk import walk

#: What is named in one breath with pay is offered, too; behind a superior's name it only leads on.
_OFFERED = HeadingClass(Kind.BENEFIT, Modality.NONE)
_BEHIND = {Kind.REPORTING: HeadingClass(Kind.BOILERPLATE, Modality.NONE, CERTAIN)}

#: What is said of a line that goes on with a statistic.
_STATISTIC = HeadingClass(Kind.MARKET_STAT, Modality.NONE, CERTAIN)

#: Headings under which a posting is still about itself: none, one on the company or the reason, or the label of a value
#: ("Location: Leeds"), which says nothing of the paragraph below it.
_BEFORE_THE_JOB = frozenset({None, Kind.COMPANY, Kind.REASON, Kind.PROCESS}) | VALUES

#: What a link says that leads to the form.
_BUTTON = re.compile(r"apply(?: now| here| online| today)?[.!]?", re.IGNORECASE)

#: What a demand goes on with that asks for nothing: `Kubernetes is not needed; we run on two big servers`.
_OURS = re.compile(r"(?:we|our)\b(?! (?:need|ask|require|want|look|expect|prefer)\b)", re.IGNORECASE)
_ASIDE_WORDS = 15

#: The rest of a sentence on the market that was cut before the place: `Canada is $51,212 per year.`
_ITS_REST = re.compile(r"(?:[A-Z][\w.'’-]*,? ){1,4}(?:is|are) (?:[A-Z]{3} )?[$£€]")

#: What is said of one demand and holds of the next: `Night work is a plus. So is experience with owls.`
_LIKEWISE = ("So is ", "So are ", "So would ")


class _Part(NamedTuple):
    """What becomes one source of the draft: a text, its half-open place, and what it speaks of."""

    text: str
    start: int
    end: int
    known: Label


def build(document: Document, facts: CompanyFacts) -> Ledger:
    """The ledger of one draft and its facts; total: any document gives one."""
    read = [(statement, seen(statement.text)) for statement in statements(facts)]
    said = (statement._replace(text=what.text) for statement, what in read if what.text)
    stated = tuple(_fact(number, statement) for number, statement in enumerate(said, start=1))
    usable = tuple(fact for fact in stated if fact.kind is not Kind.NOISE)
    drafted = tuple(with_reference(tuple(whole_reasons(tuple(_draft(document, Echoes(usable)))))))
    compare = partial(conflicts, drafted, usable)  # no cache: what was looked at goes to other processes
    while usable and len(kept := tuple(_without_the_overruled(document, drafted, usable, compare()))) > len(drafted):
        drafted = tuple(_number(kept))  # a part may be of another kind, and overruled in part by another fact
        compare = partial(conflicts, drafted, usable)
    cleaned = tuple(statement.field for statement, what in read if what.cleaned)
    return Ledger(sources=drafted + stated, compare=compare, cleaned=cleaned)


def _without_the_overruled(
    document: Document, drafted: Sequence[Source], stated: Sequence[Source], found: Sequence[Conflict]
) -> Iterator[Source]:
    """The draft's sources; one that a fact overrules in part is parted there, so that the other part still stands."""
    facts = {source.id for source in stated}
    overruled = {i for conflict in found if not facts.isdisjoint(conflict.sources) for i in conflict.sources}
    for source in drafted:
        parts: tuple[Source, ...] = (source,)
        if source.id in overruled:
            parts = parted(source, lambda part: bool(conflicts((part,), stated)))
        yield from parts if len(parts) == 1 else (_placed(document, source, part) for part in parts)


def _placed(document: Document, whole: Source, part: Source) -> Source:
    """A part of a source, at its place in the draft."""
    line = next(line for line, *_ in walk(document) if line.start <= (whole.start or 0) < line.end)
    shift = line.text.find(whole.text)
    start, end = place(document.source, line, shift + (part.start or 0), shift + (part.end or 0))
    return replace(part, start=start, end=end, links=_links(document, start, end))


def _fact(number: int, statement: Statement) -> Source:
    """One fact as a source; one that speaks to a machine is no more the company's word than a line of the draft."""
    known = label(statement.text) if statement.kind is None else Label(statement.kind, statement.modality)
    if is_order(statement.text) or asks_for_secrets(statement.text):
        known = Label(Kind.NOISE, Modality.NONE)
    return Source(
        id=f"F{number}",
        text=statement.text,
        kind=known.kind,
        modality=known.modality,
        tier=tier(known.kind),
        field=statement.field,
    )


def _number(sources: Sequence[Source]) -> Iterator[Source]:
    """The draft's sources with their ids, in order."""
    return (replace(source, id=f"D{number}") for number, source in enumerate(sources, start=1))


def _draft(document: Document, echoes: Echoes) -> Iterator[Source]:
    """The sources of the draft, with their ids in order."""
    before: Source | None = None
    number = words = 0
    for line, heading, says in walk(document):
        above = heading.text if heading else None
        last = before if before is not None and before.heading == above else None
        opens = words < OPENING_WORDS and _may_give_reason(line, says)
        for said in _line_parts(document, line, _gone_on(last, line) or says, echoes, last):
            number += 1
            known = as_reason(said.text, said.known) if opens else said.known
            links = _links(document, said.start, said.end)
            known = _as_button(said.text, known) if links else known
            if before is not None and before.kind is Kind.TITLE and said.text != line.text:
                known = _as_employer(said.text, known)
            before = Source(
                id=f"D{number}",
                text=said.text,
                kind=known.kind,
                modality=known.modality,
                tier=tier(known.kind),
                start=said.start,
                end=said.end,
                heading=above,
                bullet=line.bullet,
                links=links,
            )
            yield before
        words += len(line.text.split())


def _may_give_reason(line: DraftLine, says: HeadingClass) -> bool:
    """Whether a line is a sentence of the posting on itself: before the job, or past the list of what is offered."""
    past_offer = says.kind is Kind.BENEFIT and says.weight == FAINT
    return not line.bullet and (says.kind in _BEFORE_THE_JOB or past_offer)


def _as_button(text: str, known: Label) -> Label:
    """What a text with a link in it is: a button to apply is the way in, and no noise of the page around it."""
    return known._replace(kind=Kind.PROCESS) if known.kind is Kind.NOISE and _BUTTON.fullmatch(text) else known


def _as_employer(text: str, known: Label) -> Label:
    """What a value of a row below the title is: `Oakfield Vets, Bristol` is no other title."""
    return label(text) if known.kind is Kind.TITLE and are_names(text) else known


def _links(document: Document, start: int, end: int) -> tuple[str, ...]:
    """Where the links within a stretch go."""
    if not document.links:
        return ()
    return tuple(dict.fromkeys(link.url for link in document.links if link.start < end and start < link.end))


def _gone_on(last: Source | None, line: DraftLine) -> HeadingClass | None:
    """What is said of a line that goes on with a statistic cut in mid-sentence, a demand, or an order to a machine."""
    if last is None:
        return None
    if last.kind is Kind.REQUIREMENT and line.text.startswith(_LIKEWISE):
        return HeadingClass(Kind.REQUIREMENT, last.modality, SURE)
    if last.kind is Kind.MARKET_STAT and (not last.text.endswith((".", "!", "?")) or _ITS_REST.match(line.text)):
        return _STATISTIC
    # An order to a machine seldom ends with its first paragraph; in the next list, each bullet speaks for itself.
    return IS_ORDER if last.kind is Kind.NOISE and not line.bullet and is_order(last.text) else None


def _line_parts(
    document: Document, line: DraftLine, says: HeadingClass, echoes: Echoes, last: Source | None
) -> Iterator[_Part]:
    """One line as one part, or as several where it holds a deal-breaker and a preference, or values between bars."""
    for start, end, known in (row := values(line.text, titled=says.kind is Kind.TITLE)):
        text = line.text[start:end]
        yield _Part(text, *place(document.source, line, start, end), _as_stated(known, echoes.of(text)))
    if row:
        return
    whole = label(line.text, says, before=kind_before(last), bullet=line.bullet)
    demanded, own = whole.kind is Kind.REQUIREMENT, split_label(line.text)[0]
    asked = (own if own.kind is Kind.REQUIREMENT else says).modality  # its own label is nearer than the heading
    spans = parts(line.text, asked) if demanded else offer_apart(line.text, whole.kind)
    if len(spans) == 1:
        yield _Part(line.text, line.start, line.end, _as_stated(whole, echoes.of(line.text)))
        return
    for start, end in spans:
        text = line.text[start:end]
        if _OURS.match(text) is not None and len(text.split()) <= _ASIDE_WORDS:
            known = label(text)
        elif demanded:
            known = Label(Kind.REQUIREMENT, modality(text, asked))
        else:
            known = label(text, NO_HEADING if start == 0 else _BEHIND.get(whole.kind, _OFFERED))
        yield _Part(text, *place(document.source, line, start, end), _as_stated(known, echoes.of(text)))


def _as_stated(known: Label, fact: Source | None) -> Label:
    """The label of a line that repeats a fact: the fact's kind; the draft's own modality where it has one."""
    return known if fact is None or fact.kind is known.kind else Label(fact.kind, fact.modality)
