"""Benefits: concrete and named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guide.hit import Hit, matching
from unbland.core.guide.perks import names_benefit
from unbland.core.guide.reading import Reading
from unbland.core.guide.rule import Each, Phrases, Rule, Whole
from unbland.core.guide.words import benefits as words
from unbland.core.ledger.model import MUTE_KINDS, Kind, Source
from unbland.core.ledger.rows import are_names

_OFFER = frozenset({Kind.BENEFIT, Kind.PAY, Kind.BOILERPLATE, Kind.COMPANY})


_UNLIMITED = re.compile(
    r"\b(?:unlimited|uncapped) (?:paid |annual |personal |vacation |holiday |time )*"
    r"(?:PTO|vacation|holidays?|leave|time[- ]off|days off)\b|\btake what you need\b",
    re.IGNORECASE,
)
_FLOOR = re.compile(r"\d|\b(?:minimum|at least|floor|two|three|four|five|six|average)\b", re.IGNORECASE)

#: Kinds in which a benefit is not looked for: what the person does, must bring, or is told of the law.
_NO_OFFER = frozenset({Kind.REQUIREMENT, Kind.TITLE, Kind.LEGAL, Kind.CONTACT, Kind.REASON, *MUTE_KINDS})


#: What is given stands among the demands now and then: "Food and housing will be provided."
_GIVEN = re.compile(r"\b(?:is|are|be) (?:provided|paid|covered|reimbursed)\b", re.IGNORECASE)


def _may_offer(source: Source) -> bool:
    """Whether a line may say what is given."""
    if source.kind is Kind.REQUIREMENT:
        return _GIVEN.search(source.text) is not None
    named = source.kind in _NO_OFFER or are_names(source.text)  # "Bright Smiles Dental, Leeds" is who hires
    return not named and not (source.kind is Kind.DUTY and source.bullet)


def _missing(read: Reading) -> Iterator[Hit]:
    """Nothing that is offered has a name; what a duty handles ("administer pensions") is no offer."""
    offers = (s for s in read.sources if _may_offer(s) and read.is_tied(s))
    if not any(names_benefit(source.text) and source.id not in read.hollow for source in offers):
        yield Hit()


BENEFITS: tuple[Rule, ...] = (
    Whole(
        id="benefits.missing",
        finds=_missing,
        message="The posting names no benefit; list what comes with the job, by name and number.",
        why="Named benefits raise the wish to apply and answer what people dare not ask.",
        source="The guide: a benefits section shows that applicants are treated well",
        instead="25 days off, 4 % pension match, the ferry pass paid",
        cost=100,
    ),
    Phrases(
        id="benefits.hollow",
        phrases=words.HOLLOW,
        leaves=words.HOLLOW_LEAVES,
        reads=_OFFER,
        message='"{found}" names nothing; list the benefits with their figures.',
        why="Every posting praises its benefits; what counts is which and how much.",
        source="The guide: when you list company benefits, be as specific as possible",
        instead="25 days off, 4 % pension match",
        cost=25,
        cap=60,
    ),
    Phrases(
        id="benefits.praised",
        phrases=words.PRAISED,
        reads=_OFFER,
        unless_anchored=True,
        message='"{found}" has a figure: say how many days, or how much.',
        why="Praise is all alike; 28 days against 20 is what a reader compares.",
        source="The guide: when you list company benefits, be as specific as possible",
        instead="28 days off, 8 % into your pension",
        cost=10,
        cap=30,
    ),
    Phrases(
        id="benefits.and-more",
        phrases=words.AND_MORE,
        reads=frozenset({Kind.BENEFIT, Kind.PAY}),
        message='"{found}" promises what you do not name; name it or stop.',
        why="It reads as if the list had run out, and Colorado does not accept it.",
        source="Colorado INFO #9, http://workplace-dynamics.com/EEOblog.php?pressID=415",
        cost=10,
        cap=20,
    ),
    Phrases(
        id="benefits.promise",
        phrases=words.PROMISES,
        reads=_OFFER - {Kind.COMPANY},
        unless_anchored=True,
        unless=words.PROVED,
        message='"{found}" promises a future without a fact; say what is paid, how many hours, or who rose from here.',
        why="Every posting promises growth; a course, a budget or a person who was promoted proves it.",
        source="The guide: when you list company benefits, be as specific as possible",
        instead="Two of the four team leads started in this job",
        cost=5,
        cap=15,
    ),
    Phrases(
        id="benefits.fun",
        phrases=words.FUN,
        leaves=("table tennis club", "pizza oven", "pizza chef", "beer sales"),
        reads=frozenset({Kind.BENEFIT, Kind.PAY, Kind.BOILERPLATE}),
        message='"{found}" is no benefit that anybody takes a job for; name pay, time off and cover first.',
        why="It says who fits in rather than what the work is worth, and reads as standing in for real benefits.",
        source="joblint (MIT) on hollow perks",
        cost=5,
        cap=10,
    ),
    Each(
        id="benefits.no-floor",
        reads=frozenset({Kind.BENEFIT, Kind.PAY}),
        finds=matching(_UNLIMITED, unless=_FLOOR),
        seeks=(_UNLIMITED,),
        message='"{found}" names no day; say how many days people must take, or took last year.',
        why="Without a floor nobody knows what is usual, and people take less.",
        source="The guide: when you list company benefits, be as specific as possible",
        instead="Unlimited leave; at least 25 days a year are taken",
        cost=8,
        cap=8,
    ),
)
