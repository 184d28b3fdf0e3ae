"""Benefits: concrete and named."""

from __future__ import annotations

from collections.abc import Iterator

from unbland.core.guide.perks import names_benefit
from unbland.core.guide.reading import Reading
from unbland.core.guide.rule import Hit, Phrases, Rule, Whole
from unbland.core.guide.words import listed
from unbland.core.ledger.model import MUTE_KINDS, Kind

_OFFER = frozenset({Kind.BENEFIT, Kind.PAY, Kind.BOILERPLATE, Kind.COMPANY})

_PRAISE = listed("""
    great, excellent, competitive, comprehensive, generous, attractive, amazing, fantastic, outstanding, full, good,
    extensive, company, other, industry leading
""")
_BENEFITS = ("benefits", "benefits package", "benefit package", "benefits packages", "benefits program", "perks")

#: Kinds in which a benefit is not looked for: what the person does, must bring, or is told of the law.
_NO_OFFER = frozenset({Kind.REQUIREMENT, Kind.TITLE, Kind.LEGAL, Kind.CONTACT, Kind.REASON, *MUTE_KINDS})


def _missing(read: Reading) -> Iterator[Hit]:
    """Nothing that is offered has a name; what a duty handles ("administer pensions") is no offer."""
    offers = (s for s in read.sources if s.kind not in _NO_OFFER and not (s.kind is Kind.DUTY and s.bullet))
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
        phrases=(
            *(f"{praise} {noun}" for praise in _PRAISE for noun in _BENEFITS),
            "benefits package",
            "fun perks",
            "wide range of benefits",
            "usual benefits",
            "standard benefits",
        ),
        leaves=tuple(
            f"{hollow}{named}"
            for hollow in ("benefits package", *(f"{praise} {noun}" for praise in _PRAISE for noun in _BENEFITS))
            for named in (" including", " includes", " include", " such as", " (", ":")
        ),
        reads=_OFFER,
        message='"{found}" names nothing; list the benefits with their figures.',
        why="Every posting praises its benefits; what counts is which and how much.",
        source="The guide: when you list company benefits, be as specific as possible",
        instead="25 days off, 4 % pension match",
        cost=25,
        cap=60,
    ),
    Phrases(
        id="benefits.and-more",
        phrases=listed("""
            and more, and much more, and many more, etc, and so on, and others, amongst others, among others, to
            name a few
        """),
        reads=frozenset({Kind.BENEFIT, Kind.PAY}),
        message='"{found}" promises what you do not name; name it or stop.',
        why="It reads as if the list had run out, and Colorado does not accept it.",
        source="Colorado INFO #9, http://workplace-dynamics.com/EEOblog.php?pressID=415",
        cost=10,
        cap=20,
    ),
)
