"""Set aside before anybody writes: duplicates, what the facts overrule, what is hollow, what no posting repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from unbland.core.assembly.accounting import Aside, Fate
from unbland.core.assembly.slots import stated
from unbland.core.assembly.worth import is_missed, only_leads_in
from unbland.core.guide import generic
from unbland.core.guide.model import Finding
from unbland.core.guide.perks import names_benefit
from unbland.core.language.quantities import quantities, without_figures
from unbland.core.language.words import content_stems
from unbland.core.ledger.model import Kind, Ledger, Source
from unbland.core.ledger.orders import asks_for_secrets, is_order

#: Two sources say the same when this share of the one's words is in the other, and all of its figures.
SAME = 0.8

#: Where so few words of content are all that a demand has, what it names ("based in the US") is what it says.
_FEW = 2
_NAMED = re.compile(r"(?<=\w )[A-Z][\w.&-]*\b")
_WORD = re.compile(r"\w[\w.&-]*\b")

#: Words that only label a value ("Salary range:", "Location"), so that they never make two values differ.
_LABELS = content_stems(
    "salary pay compensation wage rate range annual annually base year month hour hourly location job position"
    " role work place title deadline apply application date reports report reporting employment type company name"
    " ltd limited llc inc gmbh plc pte pty"
)

#: `Hybrid remote` says no more than `hybrid`.
_HYBRID, _PARTLY = content_stems("hybrid"), content_stems("remote")

#: The facts of which code makes the sentence on where the work is done.
_WHERE = frozenset({"company.name", "role.location", "role.workplace"})

_MUTE = {
    Kind.NOISE: "not the employer's words",
    Kind.MARKET_STAT: "a market figure, not what this job pays",
    Kind.BOILERPLATE: "says nothing about this job",
}

GENERIC_DUTY = Aside(fate=Fate.DROPPED, reason="generic: it goes without saying in this trade")

_LEAD_IN = Aside(fate=Fate.DROPPED, reason="only leads into the list below it")
_NOTE = Aside(fate=Fate.DROPPED, reason="a note for whoever hires, not for readers")

_NO_PAY = Aside(fate=Fate.DROPPED, reason="hollow: it names no pay")
_WORN = Aside(fate=Fate.DROPPED, reason="worn: every posting says it, and nobody learns anything from it")

#: Rule → why a source that it finds is not worth a reader's time.
_EMPTY = {
    "specific.generic-duty": GENERIC_DUTY,
    "specific.generic-skill": Aside(
        fate=Fate.DROPPED, reason="generic: any posting asks for it, and any applicant claims it"
    ),
    "specific.generic-company": Aside(fate=Fate.DROPPED, reason="generic: any company could say it of itself"),
    "specific.cliche": _WORN,
    "specific.boast": _WORN,
    "respect.pressure": _WORN,
    "specific.other-duties": Aside(fate=Fate.DROPPED, reason="hollow: it names no duty"),
    "requirements.hollow": Aside(fate=Fate.DROPPED, reason="hollow: it asks for nothing that could be checked"),
    "benefits.hollow": Aside(fate=Fate.DROPPED, reason="hollow: it names no benefit"),
    "benefits.promise": Aside(fate=Fate.DROPPED, reason="hollow: it promises what no fact shows"),
    "pay.competitive": _NO_PAY,
    "reason.pretended": Aside(fate=Fate.DROPPED, reason="hollow: it gives no reason that could be checked"),
}


#: Words that say of the pay only that there is some, and how a figure is meant.
_ONLY_PAY = _LABELS | content_stems(
    "competitive attractive good great excellent generous fair commensurate depending dependent depends based according"
    " negotiable experience skill skills qualification qualifications skillset level offer offered package doe gross"
    " basic from up to between starting amount exact final plus uncapped"
)

#: A line on pay of these words alone leaves it open: `Salary: to be discussed at interview`. A period says something.
_LEFT_OPEN = (_ONLY_PAY - content_stems("annual annually year month hour hourly")) | content_stems(
    "open discuss discussed discussion interview confirm confirmed determine determined decided agreed agreement mutual"
    " specified stated provided mentioned listed disclosed company policy standard request highly very tbd tbc tba"
    " applicant candidate profile market"
)

#: What is left of `Pay and benefits`, where the pay says nothing.
_ONLY_BENEFITS = content_stems("benefit benefits package perk perks")


#: `Go the extra mile for our patients`: for whom one is what everybody is.
_FOR_WHOM = re.compile(r"\b(?:for|to|with) (?:our|your|their|the) \w+\W*$", re.IGNORECASE)


def set_aside(ledger: Ledger, findings: Iterable[Finding]) -> dict[str, Aside]:
    """The sources that go to no writer, by id: mute, overruled by a fact, said by another, or empty."""
    aside = {s.id: Aside(fate=Fate.DROPPED, reason=_why_mute(s)) for s in ledger.sources if s.kind in _MUTE}
    notes = (s for s in ledger.sources if s.field is not None and s.field.startswith("notes"))
    aside |= {s.id: _NOTE for s in notes if s.kind is not Kind.NOISE}
    aside |= {s.id: _LEAD_IN for s in ledger.sources if only_leads_in(s)}
    aside |= {s.id: _NO_PAY for s in ledger.of(Kind.PAY) if _leaves_open(s)}
    aside |= {s.id: _EMPTY["benefits.hollow"] for s in ledger.of(Kind.BENEFIT) if _only_says_benefits(s)}
    aside |= _overruled(ledger)
    aside |= _twins(ledger, aside)
    return _empty(ledger, findings) | aside


def _only_says_benefits(source: Source) -> bool:
    """Whether a line says that there are benefits, and names none."""
    bare = source.from_draft and content_stems(source.text) <= _ONLY_BENEFITS
    return bare and not (quantities(source.text) or names_benefit(source.text) or is_missed(source))


def _why_mute(source: Source) -> str:
    """Why no posting repeats a source."""
    if source.kind is Kind.NOISE and is_order(source.text):
        return "meant for a program, not for readers"
    if source.kind is Kind.NOISE and asks_for_secrets(source.text):
        return "asks applicants for money or for secret numbers, as frauds do"
    return _MUTE[source.kind]


def _empty(ledger: Ledger, findings: Iterable[Finding]) -> dict[str, Aside]:
    """The sources that say nothing of their own beside the words that the guide has found in them."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.rule in _EMPTY:
            found.setdefault(finding.source, []).append(finding)
    return {i: _EMPTY[worn[0].rule] for i, worn in found.items() if _says_nothing_else(ledger.by_id[i], worn)}


def _says_nothing_else(source: Source, worn: Iterable[Finding]) -> bool:
    rest = source.text
    for finding in worn:
        rest = rest.replace(finding.text, " ")
    rest = _FOR_WHOM.sub("", rest)
    return not is_missed(source) and (
        not content_stems(rest) or generic.is_generic(rest, duty=True, bar=generic.GENERIC_DUTY)
    )


def _leaves_open(source: Source) -> bool:
    """Whether a line on pay says of it only that it will be told, or praises it."""
    return source.from_draft and content_stems(source.text) <= _LEFT_OPEN and not is_missed(source)


@dataclass(frozen=True, slots=True)
class Content:
    """What a source says, as far as two sources can be held beside each other."""

    source: Source
    words: frozenset[str]
    figures: frozenset[object]

    @classmethod
    def of(cls, source: Source) -> Content:
        """The content of one source."""
        text = source.text if source.from_draft else stated(source)
        figures = frozenset(quantity.values for quantity in quantities(text))
        return cls(source=source, words=content_stems(text) - _LABELS, figures=figures)

    def is_in(self, other: Content) -> bool:
        """Whether `other` carries all of it: same kind and modality, its figures, most of its words."""
        mine, theirs = self.source, other.source
        if mine.kind is not theirs.kind or mine.modality is not theirs.modality or not self.figures <= other.figures:
            return False
        if mine.kind is Kind.PAY and (self.figures or (theirs.field or "").startswith("pay")):
            beside = content_stems(without_figures(mine.text)) - content_stems(theirs.text) - _ONLY_PAY
            return not beside and _same_period(mine, theirs)
        return len(self.words & other.words) >= SAME * len(self.words) and self._named_in(theirs.text)

    def _named_in(self, text: str) -> bool:
        """Whether a text has what a demand of few words names; without a word of content that is every word."""
        if self.source.kind is not Kind.REQUIREMENT or len(self.words) > _FEW:
            return True
        named = _NAMED.findall(self.source.text) if self.words else _WORD.findall(self.source.text)
        return {name.lower().rstrip(".") for name in named} <= set(_WORD.findall(text.lower()))


def _told_together(content: Content, place: Sequence[Content]) -> Content | None:
    """The first of the facts on where the work is done, where all of them together say what a line on it says."""
    if content.source.kind is not Kind.LOCATION or not place or content.figures:
        return None
    told = frozenset().union(*(fact.words for fact in place))
    told |= _PARTLY if told & _HYBRID else frozenset()
    return place[0] if content.words <= told else None


def _same_period(mine: Source, theirs: Source) -> bool:
    """Whether no figure of the one is for a period that the same figure of the other does not name."""
    others = {(quantity.values, quantity.period) for quantity in quantities(theirs.text)}
    return all(not q.period or (q.values, q.period) in others for q in quantities(mine.text))


def _overruled(ledger: Ledger) -> dict[str, Aside]:
    """The draft's side of each conflict in which a fact says otherwise; the conflict itself is reported."""
    overruled: dict[str, Aside] = {}
    for conflict in ledger.conflicts:
        fact = next((i for i in conflict.sources if not ledger.by_id[i].from_draft), None)
        if fact is not None:
            aside = Aside(fate=Fate.DROPPED, reason=f"the facts say otherwise ({fact})", overruled=True)
            overruled |= {i: aside for i in conflict.sources if ledger.by_id[i].from_draft}
    return overruled


def _twins(ledger: Ledger, gone: Mapping[str, Aside]) -> dict[str, Aside]:
    """The draft's sources that a fact, or an earlier line of the draft, carries whole."""
    contents = [Content.of(source) for source in ledger.sources if source.id not in gone]
    kept = [content for content in contents if not content.source.from_draft]
    twins: dict[str, Aside] = {}
    place = [content for content in kept if content.source.field in _WHERE]
    for content in (content for content in contents if content.source.from_draft):
        twin = next((other for other in kept if content.is_in(other)), None) or _told_together(content, place)
        if twin is None:
            kept.append(content)
        else:
            twins[content.source.id] = Aside(fate=Fate.MERGED, reason=f"{twin.source.id} says the same")
    return twins
