"""The guide in twelve lines, and the text of it that a prompt carries."""

from __future__ import annotations

from functools import cache

from unbland.core.guide.model import Principle
from unbland.core.guide.rule import Phrases
from unbland.core.guide.rules import RULES

#: What each principle asks, in one line; the docs, the prompt and `rules` all show this.
PRINCIPLES: dict[Principle, str] = {
    Principle.REASON: "The opening says in one statement why the job exists: what happened, what must be solved.",
    Principle.SPECIFIC: "A line that could stand in any company's posting goes; what only this job has, stays.",
    Principle.GOALS: "Say what the person must accomplish, not what everybody in the trade does anyway.",
    Principle.CONCISE: "Short sentences, no filler, no jargon, the reader's own words; read in about two minutes.",
    Principle.ACTIVE: 'Duties start with an action verb; the reader is "you".',
    Principle.REQUIREMENTS: "Every deal-breaker, nice-to-haves apart, nothing that goes without saying.",
    Principle.PAY: 'Pay is a range with currency and period, not one number and not "competitive"; extras are named.',
    Principle.BENEFITS: "Benefits are concrete and named, and come after the requirements.",
    Principle.ABOUT: "The company comes last and short: what makes it and this job different.",
    Principle.RESPECT: "Plain, neutral words; nobody shut out by wording; no pressure, no boasting.",
    Principle.ORDER: "Opening, what you will do, what you bring (must, nice), what you get, about us, how to apply.",
    Principle.LAW: "What the law of the place of work demands of a posting is there.",
}

#: So many phrases of a rule show a writer what it means; the rest of the list is of the same kind.
_SHOWN = 5


@cache
def guide_text() -> str:
    """The guide as a writer reads it: each principle, and words that break it."""
    return "\n".join(f"- {principle.value}: {line}{_avoid(principle)}" for principle, line in PRINCIPLES.items())


def _avoid(principle: Principle) -> str:
    """Words that break a principle, a few of each of its rules."""
    rules = [rule for rule in RULES if isinstance(rule, Phrases) and rule.principle is principle]
    shown = [f'"{phrase}"' for rule in rules for phrase in _spread((*rule.phrases, *rule.swaps))]
    return f" Avoid words like {', '.join(shown)}." if shown else ""


def _spread(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """A few phrases from all over a list, since neighbours are alike."""
    return phrases[:: max(1, -(-len(phrases) // _SHOWN))]
