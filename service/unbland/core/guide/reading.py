"""What the rules read: the draft's sources by kind, its headings, its opening, and which lines are generic."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from unbland.core.document.model import Document
from unbland.core.guide.abroad import states_amount
from unbland.core.guide.beside import Beside, beside
from unbland.core.guide.credentials import is_checkable
from unbland.core.guide.density import Density, density, names_in, says_nothing
from unbland.core.guide.generic import GENERIC, GENERIC_DUTY, GENERIC_REASON, SURELY, SURELY_SKILL, is_generic
from unbland.core.guide.options import DEFAULT_OPTIONS, ReviewOptions
from unbland.core.guide.refrain import refrains
from unbland.core.guide.terms import ends_soon
from unbland.core.guide.tied import tied
from unbland.core.language.digits import has_digit
from unbland.core.language.net import Net
from unbland.core.language.trades import everyday, trade_of
from unbland.core.language.which import ENGLISH
from unbland.core.ledger.model import MUTE_KINDS, Kind, Ledger, Modality, Source

#: A reader has decided by then: about a third of a page, the first screen of a telephone.
OPENING_WORDS = 120

#: Kinds that tell one job from another, so that a line of theirs can be generic.
TELLING = (Kind.REASON, Kind.GOAL, Kind.DUTY, Kind.REQUIREMENT, Kind.BENEFIT, Kind.COMPANY, Kind.SCHEDULE)

#: What follows the job's name in a title.
_TITLE_END = re.compile(r"\s*[-–—(,|/:]\s*|\s+(?:at|in|for)\s+")

#: Kinds of which no reader learns about this job.
_EMPTY_KINDS = MUTE_KINDS | {Kind.BOILERPLATE}

#: Kinds that tell of the job and the employer in words.
_SAID = frozenset(Kind) - MUTE_KINDS - {Kind.TITLE, Kind.LEGAL, Kind.CONTACT, Kind.LOCATION}

#: Kinds whose lines state something.
_WORDED = frozenset({*TELLING, Kind.PAY})

_OFFERED = frozenset({Kind.PAY, Kind.BENEFIT, Kind.SCHEDULE, Kind.COMPANY})

#: What the odds of being generic must pass, by kind.
_SURE_BARS = {Kind.REQUIREMENT: SURELY_SKILL}
_BARS = {Kind.DUTY: GENERIC_DUTY, Kind.GOAL: GENERIC_DUTY, Kind.REASON: GENERIC_REASON}

#: Every kind that is the employer's own prose; legal statements stand as they are.
PROSE = frozenset(Kind) - MUTE_KINDS - {Kind.LEGAL, Kind.CONTACT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One text, prepared once for all rules."""

    document: Document
    #: The draft's sources in order, without what is not the employer's.
    sources: tuple[Source, ...]
    #: All their texts, one a line.
    text: str
    #: Words of these sources.
    words: int
    #: Ids of the sources that open the text.
    opening: frozenset[str]
    #: Ids of the sources that could stand in any company's posting.
    generic: frozenset[str]
    #: Those of them of which hardly a reader would say otherwise.
    surely_generic: frozenset[str]
    #: Ids of the sources that say nothing: names and words of the form only, or the same thing twice.
    hollow: frozenset[str]
    #: Ids of the sources that tell something else than the job, with what.
    beside: Mapping[str, Beside]
    #: What it says for its length.
    density: Density
    #: Ids of the sources that have to do with the job.
    tied: frozenset[str]
    options: ReviewOptions = DEFAULT_OPTIONS
    #: What stands in the draft or the facts and is nobody's word about the job.
    noise: tuple[Source, ...] = ()
    #: Fields of the facts out of which hidden words or traps were taken.
    cleaned: tuple[str, ...] = ()
    #: ISO 639-1.
    language: str = ENGLISH
    #: Of a text in another language than English: whether it states an amount of money, the pay as far as we can tell.
    amount: bool = False

    @property
    def partial(self) -> bool:
        """Whether the text is in a language of which only some rules can speak."""
        return self.language != ENGLISH

    @property
    def ends_soon(self) -> bool:
        """Whether the job is too short for a goal of its own."""
        return ends_soon(self.text, self.sources)

    def of(self, *kinds: Kind) -> tuple[Source, ...]:
        """The sources of these kinds, in order."""
        return tuple(source for source in self.sources if source.kind in kinds)

    def says(self, net: Net) -> bool:
        """Whether a source matches one of the net's patterns."""
        return any(self.saying(net))

    def saying(self, net: Net) -> Iterator[Source]:
        """The sources that match one of the net's patterns, in order."""
        return (source for source in self.sources if net.matches(source.text)) if net.caught(self.text) else iter(())

    def required(self) -> tuple[Source, ...]:
        """The deal-breakers."""
        return tuple(source for source in self.of(Kind.REQUIREMENT) if source.modality is Modality.REQUIRED)

    def is_empty(self, source: Source) -> bool:
        """Whether a line tells nothing of this job: any posting could say it, or it says nothing at all."""
        return source.id in self.generic or source.id in self.hollow or source.id in self.beside

    def is_tied(self, source: Source) -> bool:
        """Whether a line has to do with the job."""
        return source.id in self.tied

    def specific(self) -> tuple[Source, ...]:
        """The lines that say something of this job alone."""
        return tuple(s for s in self.of(*TELLING) if not self.is_empty(s) and not _is_intro(s))

    def telling(self) -> tuple[Source, ...]:
        """The different lines that tell a reader something of the job.

        A generic line counts for nothing, so cutting it costs nothing; a line about something else, or one that was
        said before, does not either, so adding it gains nothing.
        """
        told = {s.text: s for s in self.sources if self.is_tied(s) and not self.is_empty(s)}
        return tuple(s for s in told.values() if s.kind not in _EMPTY_KINDS)


def reading(
    document: Document, ledger: Ledger, options: ReviewOptions = DEFAULT_OPTIONS, language: str = ENGLISH
) -> Reading:
    """The draft as the rules read it."""
    sources = tuple(s for s in ledger.sources if s.from_draft and s.kind is not Kind.NOISE)
    titles = tuple(_TITLE_END.split(source.text)[0] for source in sources if source.kind is Kind.TITLE)
    trade = next((found.name for found in map(trade_of, titles) if found), "")
    said = [s for s in sources if s.kind in _SAID]
    names = names_in([s.text for s in said], titles)
    ties = tied(sources, names, trade)
    says = density([s.text for s in said if s.id in ties], [s.text for s in said if s.id not in ties], names)
    generic = [source for source in sources if _is_generic(source, names, trade)]
    return Reading(
        document=document,
        sources=sources,
        text="\n".join(source.text for source in sources),
        words=sum(word_count(source.text) for source in sources if source.kind not in MUTE_KINDS),
        opening=_opening(sources),
        generic=frozenset(source.id for source in generic),
        surely_generic=frozenset(source.id for source in generic if _is_surely_generic(source, names, trade)),
        hollow=frozenset(source.id for source in sources if _is_hollow(source, names)),
        beside={
            **refrains(sources, names, trade),
            **{s.id: told for s in sources if s.kind in _WORDED and (told := _beside(s, trade, names))},
        },
        density=says,
        tied=ties,
        options=options.settled(ledger.sources),
        noise=ledger.of(Kind.NOISE),
        cleaned=ledger.cleaned,
        language=language,
        amount=language != ENGLISH and states_amount(document),
    )


def _is_generic(source: Source, names: frozenset[str], trade: str, *, bar: float | None = None) -> bool:
    duty = source.kind in (Kind.DUTY, Kind.GOAL)
    tells = source.kind in TELLING and not _is_intro(source)
    bar = _BARS.get(source.kind, GENERIC) if bar is None else bar
    return tells and not is_checkable(source) and is_generic(source.text, duty=duty, bar=bar, names=names, trade=trade)


def _beside(source: Source, trade: str, names: frozenset[str]) -> Beside | None:
    """What a line tells instead of the job; a list of names may be a demand (tools), or say who backs the company."""
    told = beside(source.text, everyday(trade) | names)
    return None if told is Beside.NAMES and source.kind in (Kind.REQUIREMENT, Kind.PAY) else told


def _is_surely_generic(source: Source, names: frozenset[str], trade: str) -> bool:
    return _is_generic(source, names, trade, bar=_SURE_BARS.get(source.kind, SURELY))


def _is_hollow(source: Source, names: frozenset[str]) -> bool:
    """Whether a line says nothing; what is offered may be said by a figure alone: "28 days"."""
    if source.kind not in _WORDED or (source.kind in _OFFERED and has_digit(source.text)):
        return False
    return says_nothing(source.text, names)


def _is_intro(source: Source) -> bool:
    """Whether a line only leads into the list below it."""
    return source.text.endswith(":")


def word_count(text: str) -> int:
    """How many words a text has, as a reader counts them."""
    return len(text.split())


def _opening(sources: Collection[Source]) -> frozenset[str]:
    """The sources that begin within the first words of the text and stand in no list."""
    ids, words = [], 0
    for source in sources:
        if words >= OPENING_WORDS:
            break
        if not source.bullet:
            ids.append(source.id)
        words += word_count(source.text)
    return frozenset(ids)
