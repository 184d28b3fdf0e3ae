"""What a duty is about, and so what to ask of one that says too little.

The guide tells six sides of an account manager's work apart: relations with clients, sales, strategy, projects,
liaison, and money with its audits. Most office work has them; two more are added for work with people and with things.
"""

from __future__ import annotations

from typing import NamedTuple

from unbland.core.language.words import content_stems, stem, word_set


class Facet(NamedTuple):
    """A side of the work: the stems that tell it, and what a reader would like to know of it."""

    name: str
    stems: frozenset[str]
    ask: str


def _facet(name: str, words: str, ask: str) -> Facet:
    return Facet(name, frozenset(stem(word) for word in word_set(words)), ask)


#: Where a duty has words of two, the one with more of them counts, and of those the first.
FACETS = (
    _facet(
        "relations",
        "client clients customer customers relationship relationships partner partners account accounts"
        " retention trust rapport satisfaction supplier suppliers vendor vendors guest guests",
        "With whom, how many, and what must get better?",
    ),
    _facet(
        "sales",
        "sell sales sale revenue upsell prospect prospects lead leads pipeline quota target targets deal"
        " deals growth market marketing campaign campaigns promote brand opportunities",
        "Which product, to whom, and how much in a year?",
    ),
    _facet(
        "strategy",
        "strategy strategies strategic roadmap vision recommend recommendations insight insights analyse"
        " analyze analysis trends priorities plan plans planning decision decisions",
        "Which decision rests on it, and by when?",
    ),
    _facet(
        "projects",
        "project projects deliver delivery implement implementation deadline deadlines milestone scope"
        " timeline launch requirements rollout coordinate",
        "Which project, how large, and what is done when it is done?",
    ),
    _facet(
        "liaison",
        "communicate communication liaise liaison collaborate collaboration team teams department departments"
        " stakeholder stakeholders cross-functional meeting meetings present presentation work closely partner",
        "Between whom, and about what?",
    ),
    _facet(
        "money",
        "budget budgets finance financial report reports reporting invoice invoices payroll audit audits cost"
        " costs forecast ledger reconcile compliance records data documentation",
        "Which figures, how often, and for whom?",
    ),
    _facet(
        "people",
        "patient patients care student students pupil pupils children resident residents family families"
        " staff employee employees train training coach mentor supervise hire teach support",
        "For whom, how many, and what is different for them with you?",
    ),
    _facet(
        "things",
        "machine machines equipment system systems software code test tests maintain maintenance repair"
        " install clean cleaning stock order orders food materials quality safety process processes tools",
        "Which ones, how many, and what goes wrong with them today?",
    ),
)

#: Words of a facet from which a duty is surely about it; one alone is often said in passing.
_SURE = 2

_ANY = "What, for whom or how much with you?"


def question(duty: str) -> str:
    """What a reader would like to know of a duty that any posting could have."""
    stems = content_stems(duty)
    best = max(FACETS, key=lambda facet: len(facet.stems & stems))
    return best.ask if len(best.stems & stems) >= _SURE else _ANY
