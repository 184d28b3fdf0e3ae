"""Law: what the place of work demands of a posting, from dated data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from unbland.core import law
from unbland.core.guide.hit import Hit, whole
from unbland.core.guide.reading import Reading
from unbland.core.guide.rule import Lawful, Rule, Whole
from unbland.core.law import Demand, Mention, Unmet

_WHY = "The law of the place of work speaks of the posting itself."
_SOURCE = "The entry of the place in docs/law.md; each names its own"


def _place(reading: Reading) -> Iterator[Hit]:
    """Which places were looked at, why, and who says so, where anything is said of their law."""
    where = reading.options.where
    laws = [unmet.law for unmet in law.unmet(reading.sources, where)]
    laws += [one for one, _ in law.unmet_soon(reading.sources, where)]
    if laws:
        told = (law.name_of(place) for place in reading.options.places)
        named = (f"{law.name_of(one.place)}, because {_names(one)}" for one in reading.options.named or ())
        sources = ", ".join(dict.fromkeys(one.source for one in laws))
        yield Hit(
            found="; ".join((*told, *named)),
            aside=f" As of {where.day}; not legal advice. Sources: docs/law.md, {sources}",
        )


def _names(mention: Mention) -> str:
    return f"the facts name {mention.words}" if mention.stated else f"the posting names {mention.words}"


def _soon(reading: Reading) -> Iterator[Hit]:
    """What a law will ask that comes into force soon."""
    for one, demands in law.unmet_soon(reading.sources, reading.options.where):
        found = f"From {one.from_date}, {law.whom(one)}, you will need for {law.whose(one)}: {law.wants(demands)}"
        yield Hit(found=found)


def _unsure(reading: Reading) -> Iterator[Hit]:
    """What a law may ask whose sources conflict or are thin; all that one of them misses is one finding."""
    by_law: dict[str, list[Unmet]] = {}
    for unmet in law.unmet(reading.sources, reading.options.where):
        if not unmet.law.certain:
            by_law.setdefault(unmet.law.place, []).append(unmet)
    for place, asked in by_law.items():
        source = next((unmet.source for unmet in asked if unmet.source), None)
        hit = whole(source) if source else Hit()
        what = law.wants(tuple(dict.fromkeys(unmet.demand for unmet in asked)))
        notes = " ".join(dict.fromkeys(f"{unmet.law.note[:1].upper()}{unmet.law.note[1:]}." for unmet in asked))
        found = f"{law.name_of(place)}, ask counsel: the posting may need {what}"
        yield replace(hit, found=found, aside=f" {notes}")


LAW: tuple[Rule, ...] = (
    Whole(
        id="law.place",
        any_language=True,
        finds=_place,
        message="Held against the posting law of {found}.",
        why="A reader must know whose law was looked at, why, and as of which day.",
        source=_SOURCE,
        cost=0,
    ),
    Lawful(
        id="law.pay",
        any_language=True,
        demands=(Demand.PAY,),
        message="Missing for {found}: pay, as a figure or a range.",
        why=_WHY,
        source=_SOURCE,
        cost=60,
    ),
    Lawful(
        id="law.pay-range",
        demands=(Demand.CLOSED_RANGE, Demand.NARROW_RANGE),
        message="Risky for {found}: the pay range is open at one end or wider than allowed; close or narrow it.",
        why=_WHY,
        source=_SOURCE,
        cost=40,
        cap=60,
    ),
    Lawful(
        id="law.other-pay",
        demands=(Demand.OTHER_PAY,),
        message="Not sure for {found}: if there are bonuses, commissions or other pay, describe them.",
        why=_WHY,
        source=_SOURCE,
        cost=0,
    ),
    Lawful(
        id="law.tips",
        demands=(Demand.TIPS,),
        message="Not sure for {found}: if the job is tipped, say so and give the base wage.",
        why=_WHY,
        source=_SOURCE,
        cost=0,
    ),
    Lawful(
        id="law.benefits",
        demands=(Demand.BENEFITS,),
        message="Missing for {found}: a general description of benefits, and of bonus or commission if there is any.",
        why=_WHY,
        source=_SOURCE,
        cost=40,
    ),
    Lawful(
        id="law.open-benefits",
        demands=(Demand.CLOSED_BENEFITS,),
        message='Risky for {found}: the benefits end in "etc." or "and more"; name the others or end the list.',
        why=_WHY,
        source=_SOURCE,
        cost=20,
        cap=20,
    ),
    Lawful(
        id="law.deadline",
        demands=(Demand.DEADLINE,),
        message="Missing for {found}: the last day to apply, or that there is none.",
        why=_WHY,
        source=_SOURCE,
        cost=20,
    ),
    Lawful(
        id="law.how-to-apply",
        demands=(Demand.HOW_TO_APPLY,),
        message="Missing for {found}: how to apply.",
        why=_WHY,
        source=_SOURCE,
        cost=20,
    ),
    Lawful(
        id="law.duties",
        demands=(Demand.DUTIES,),
        message="Missing for {found}: the description of the job.",
        why=_WHY,
        source=_SOURCE,
        cost=30,
    ),
    Lawful(
        id="law.vacancy",
        demands=(Demand.VACANCY,),
        message="Missing for {found}: whether this is an existing vacancy.",
        why=_WHY,
        source=_SOURCE,
        cost=20,
    ),
    Lawful(
        id="law.ai-statement",
        demands=(Demand.AI_STATEMENT,),
        message="Not sure for {found}: if AI helps to screen, assess or select applicants, the posting must say so.",
        why=_WHY,
        source=_SOURCE,
        cost=0,
    ),
    Lawful(
        id="law.local-experience",
        demands=(Demand.NO_LOCAL_EXPERIENCE,),
        message='Risky for {found}: do not ask for "Canadian experience"; name the skill.',
        why=_WHY,
        source=_SOURCE,
        cost=40,
    ),
    Lawful(
        id="law.title",
        demands=(Demand.NEUTRAL_TITLE,),
        message="Risky for {found}: the title names a sex; use a neutral one.",
        why=_WHY,
        source=_SOURCE,
        cost=30,
    ),
    Lawful(
        id="law.pay-history",
        demands=(Demand.NO_PAY_HISTORY,),
        message="Risky for {found}: do not ask what applicants earn or earned; ask what they expect.",
        why=_WHY,
        source=_SOURCE,
        cost=30,
        cap=30,
    ),
    Whole(
        id="law.soon",
        finds=_soon,
        message="{found}.",
        why="A posting that is written now may still be up when the law begins, and its text will be used again.",
        source=_SOURCE,
        cost=0,
    ),
    Whole(
        id="law.unsure",
        finds=_unsure,
        message="Not sure for {found}.",
        why="The sources conflict, are thin or speak of a proposal.",
        source=_SOURCE,
        cost=0,
    ),
)
