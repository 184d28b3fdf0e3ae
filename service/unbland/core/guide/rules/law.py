"""Law: what the place of work demands of a posting, from dated data."""

from __future__ import annotations

from unbland.core.guide.rule import Lawful, Rule
from unbland.core.law import Demand

_WHY = "The place of work is named, and its law speaks of the posting itself."
_SOURCE = "The entry of the place; each names its own"

LAW: tuple[Rule, ...] = (
    Lawful(
        id="law.pay",
        any_language=True,
        demands=(Demand.PAY,),
        message="Missing for {found}: a pay figure or range.",
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
        id="law.benefits",
        demands=(Demand.BENEFITS,),
        message="Missing for {found}: a general description of benefits, and of bonus or commission if there is any.",
        why=_WHY,
        source=_SOURCE,
        cost=40,
    ),
    Lawful(
        id="law.deadline",
        demands=(Demand.DEADLINE,),
        message="Missing for {found}: the date by which to apply, or that there is none.",
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
        id="law.unsure",
        demands=tuple(Demand),
        certain=False,
        message="Not sure for {found}, ask counsel: the posting may owe more than it says.",
        why="The sources conflict, are thin or speak of a proposal.",
        source=_SOURCE,
        cost=0,
    ),
)
