"""Lines that code owns: rendered from typed facts, or a protected source's own words; no writer touches them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from unbland.core.assembly.captions import captioned
from unbland.core.law.gazetteer import from_afar, in_a_sentence
from unbland.core.ledger.model import Kind, Ledger, Source, Tier
from unbland.core.ledger.values.days import deadline
from unbland.core.posting import Form, Line, SectionKind

#: Fact field → the sentence around its text. Sentences that gather several fields are made below.
_SENTENCES: Mapping[str, str] = {
    "pay": "Pay: {}.",
    "role.schedule": "Schedule: {}.",
    "role.travel": "Travel: {}.",
    "role.start_date": "Start: {}.",
    "process.deadline": "Apply by {}.",
    "company.website": "More about us: {}",
}

#: Typed values that a posting says in a fixed sentence (Ontario, O. Reg. 476/24, asks for both statements).
_STATEMENTS: Mapping[tuple[str, str], str] = {
    ("process.vacancy", "existing"): "This posting is for an existing vacancy.",
    ("process.vacancy", "future"): "This posting is for a future vacancy.",
    ("process.ai_screening", "true"): "We use artificial intelligence to screen applicants.",
}

#: Section → fact fields that code renders there, in reading order.
_PLACES: Mapping[SectionKind, tuple[str, ...]] = {
    SectionKind.OFFER: ("pay", "pay.extras", "role.schedule", "role.travel", "role.start_date"),
    SectionKind.ABOUT: ("company.website",),
    SectionKind.APPLY: ("process.how_to_apply", "process.deadline", "process.vacancy", "process.ai_screening", "legal"),
}

#: Section → kinds of draft sources that stand there in their own words.
_PROTECTED: Mapping[SectionKind, tuple[Kind, ...]] = {
    SectionKind.OPENING: (Kind.LOCATION, Kind.REPORTING),
    SectionKind.OFFER: (Kind.PAY, Kind.SCHEDULE),
    SectionKind.APPLY: (Kind.PROCESS, Kind.CONTACT, Kind.LEGAL),
}

#: The role's fields, gathered into the sentences of the opening.
_WHERE = ("role.team", "company.name", "role.location")
_TERMS = ("role.employment_type", "role.workplace")
_BOSS = ("role.reports_to",)
#: The employment types that name a thing; the others say how the job is.
_THINGS: Mapping[str, str] = {"contract": "a contract", "internship": "an internship"}
_ROLE_FIELDS = frozenset((*_WHERE, *_TERMS, *_BOSS))

_SCHEME = re.compile(r"^(?:mailto|tel):")
#: What people leave out of an address on the web.
_WEB = re.compile(r"^https?://(?:www\.)?|/$")
#: A post takes an article ("the Director of Accounts"), a person's name does not.
_POST = re.compile(
    r"(?:[\w&-]+ ){0,2}?(director|manager|head|lead|leader|chief|officer|supervisor|president|vp|owner|founder"
    r"|coordinator|chef|principal|partner|controller|foreman|superintendent|dean|editor|engineer|producer)\b",
    re.IGNORECASE,
)
#: `Our client is looking for drivers`: an agency's posting, and nobody works at the agency.
_FOR_A_CLIENT = re.compile(
    r"\b(?:our|my) client(?:,|['’]s| is| has| are| needs?| seeks| based| requires?)(?!\w)"
    r"|\bas an employment (?:business|agency)\b",
    re.IGNORECASE,
)
_HAS_ARTICLE = re.compile(r"(the|our|a|an)\b", re.IGNORECASE)


def is_rendered(source: Source) -> bool:
    """Whether code has its own line for a source, so that no writer needs one."""
    if source.from_draft:
        return any(source.kind in kinds for kinds in _PROTECTED.values())
    name = (source.field or "").partition("[")[0]
    return name in _ROLE_FIELDS or any(name in names for names in _PLACES.values())


def stated(fact: Source) -> str:
    """What a posting says of a fact that code renders, without the words around a value; empty where it is silent."""
    name = (fact.field or "").partition("[")[0]
    silent = any(name == field for field, _ in _STATEMENTS)
    return _STATEMENTS.get((name, fact.text), "" if silent else fact.text)


def slot_lines(ledger: Ledger, section: SectionKind, open_ids: frozenset[str]) -> tuple[Line, ...]:
    """The lines code owns in one section; of the draft's sources only those in `open_ids` are taken."""
    drafts = [s for s in ledger.of(*_PROTECTED.get(section, ())) if s.from_draft and s.id in open_ids]
    facts = _role_lines(ledger, drafts) if section is SectionKind.OPENING else ()
    facts += tuple(_fact_lines(ledger, section, drafts))
    told = _under_told_headings(ledger)
    return facts + tuple(_protected(replace(s, heading=None) if s.id in told else s) for s in drafts)


def _under_told_headings(ledger: Ledger) -> frozenset[str]:
    """The draft's sources that are not the first under their heading: it is no label of theirs."""
    return frozenset(after.id for before, after in pairwise(ledger.sources) if before.heading == after.heading)


def _fact_lines(ledger: Ledger, section: SectionKind, drafts: Sequence[Source]) -> Iterable[Line]:
    """The fact fields of a section, each as its sentence; not the deadline where the draft says it and more."""
    told = {deadline(source) for source in drafts} - {None}
    for name in _PLACES.get(section, ()):
        for source in _fields(ledger, name):
            if name == "process.deadline" and deadline(source) in told:
                continue
            if text := _SENTENCES.get(name, "{}").format(stated(source)):
                form = Form.VERBATIM if text == source.text else Form.SLOT
                yield Line(text=text, cites=(source.id,), form=form)


def _fields(ledger: Ledger, name: str) -> Iterable[Source]:
    """The facts of a field, or of each place in a list field."""
    return (s for field, s in ledger.by_field.items() if field == name or field.startswith(f"{name}["))


def _protected(source: Source) -> Line:
    """A draft source's own words, under the label that its heading gave it where it is a bare value."""
    text = captioned(addressed(source.text, source), source)
    return Line(text=text, cites=(source.id,), form=Form.VERBATIM if text == source.text else Form.SLOT)


def addressed(text: str, source: Source) -> str:
    """The words with the address of each link of the source that they only stand for: `Apply here (https://…)`."""
    hidden = [place for place in (_SCHEME.sub("", link) for link in source.links) if _WEB.sub("", place) not in text]
    if not hidden:
        return text
    # Words that must stand letter by letter keep their full stop.
    said = text if source.tier is Tier.SLOT else text.rstrip(".")
    return f"{said} ({', '.join(hidden)})"


def _role_lines(ledger: Ledger, drafts: Sequence[Source]) -> tuple[Line, ...]:
    """Where the person will work, in what terms, and for whom, from the role's typed fields.

    Not for whom where a line of the draft that stands beside it says that and more.
    """
    boss = re.compile(
        rf"\bto (?:the |our |an? )?{re.escape(_text(ledger.by_field, 'role.reports_to'))}\b", re.IGNORECASE
    )
    told = any(s.kind is Kind.REPORTING and boss.search(s.text) for s in drafts)
    by_agency = any(s.from_draft and _FOR_A_CLIENT.search(s.text) for s in ledger.sources)
    silent = (_BOSS if told else ()) + (("company.name",) if by_agency else ())
    fields = {name: fact for name, fact in ledger.by_field.items() if name not in silent}
    lines = (
        _slot(_where(fields), fields, _WHERE),
        _slot(_terms(fields), fields, _TERMS),
        _slot(_boss(fields), fields, _BOSS),
    )
    return tuple(line for line in lines if line is not None)


def _slot(text: str, fields: Mapping[str, Source], names: tuple[str, ...]) -> Line | None:
    """A slot line over the fields that are there; None where there is nothing to say."""
    cites = tuple(fields[name].id for name in names if name in fields)
    return Line(text=text, cites=cites, form=Form.SLOT) if text else None


def _where(fields: Mapping[str, Source]) -> str:
    """Where, as in: You will join the Food Accounts team at Northlane Freight in Toronto, ON."""
    team, company, place = (_text(fields, name) for name in _WHERE)
    if not (team or company or place):
        return ""
    start = f"You will join {_the_team(team)}" if team else "You will work"
    place = "" if place and company.endswith(f", {place}") else place  # `St Bride's, Norwich` has said it
    return _sentence(start + _after(" at ", company) + _after(" ", in_a_sentence(place) if place else ""))


def _the_team(team: str) -> str:
    """The team as a sentence names it: `Food Accounts` is "the Food Accounts team"."""
    named = team if team.lower().endswith("team") else f"{team} team"
    return named if _HAS_ARTICLE.match(named) else f"the {named}"


def _after(word: str, text: str) -> str:
    """The text behind its preposition; nothing where there is none."""
    return word + text if text else ""


def _terms(fields: Mapping[str, Source]) -> str:
    """The terms, as in: The job is full-time and hybrid."""
    kind, place = (_text(fields, name) for name in _TERMS)
    if place == "remote" and from_afar(_text(fields, "role.location")) is not None:
        place = ""  # where one works has said it
    between = ", " if kind in _THINGS else " and "
    said = between.join(filter(None, (_THINGS.get(kind, kind), place.replace("onsite", "on site"))))
    return _sentence(f"The job is {said}" if said else "")


def _boss(fields: Mapping[str, Source]) -> str:
    """Who is answered to, as in: You will report to the Director of Accounts."""
    boss = _text(fields, "role.reports_to")
    if boss and _POST.match(boss) and not _HAS_ARTICLE.match(boss) and "," not in boss:
        boss = f"the {boss}"
    return _sentence(f"You will report to {boss}" if boss else "")


def _text(fields: Mapping[str, Source], name: str) -> str:
    """The text of a field, without a closing full stop; empty where no fact gives it."""
    return fields[name].text.rstrip(".") if name in fields else ""


def _sentence(text: str) -> str:
    """The text with a full stop; an abbreviation's own stop serves."""
    return f"{text}." if text else ""
