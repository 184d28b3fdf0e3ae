"""Benefits: concrete and named."""

from __future__ import annotations

from unbland.core.guide.rule import Absent, Phrases, Rule
from unbland.core.guide.words import listed
from unbland.core.ledger.model import Kind

_OFFER = frozenset({Kind.BENEFIT, Kind.PAY, Kind.BOILERPLATE, Kind.COMPANY})

_PRAISE = listed("""
    great, excellent, competitive, comprehensive, generous, attractive, amazing, fantastic, outstanding, full, good,
    extensive, company, other, industry leading
""")
_BENEFITS = ("benefits", "benefits package", "benefit package", "benefits packages", "benefits program", "perks")

BENEFITS: tuple[Rule, ...] = (
    Absent(
        id="benefits.missing",
        wants=(Kind.BENEFIT,),
        specific=True,
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
