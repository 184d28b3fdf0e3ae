"""Posting laws outside the United States, and all of them together."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from unbland.core.law.model import Certainty, Demand, PostingLaw
from unbland.core.law.states import STATES

#: The day on which the data was last held against its sources; the core has no clock, so "in force" means on this day.
AS_OF = date(2026, 11, 23)

_MEMBERS = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
#: Members of the Union, whose common law is filed under `EU`.
EU_MEMBERS = frozenset(_MEMBERS.split())

_CANADA: tuple[PostingLaw, ...] = (
    PostingLaw(
        place="CA-ON",
        from_date=date(2026, 1, 1),
        demands=(
            Demand.PAY,
            Demand.NARROW_RANGE,
            Demand.VACANCY,
            Demand.AI_STATEMENT,
            Demand.NO_LOCAL_EXPERIENCE,
        ),
        employers="25 or more employees",
        certainty=Certainty.A,
        source="https://nortonrosefulbright.com/en-ca/knowledge/publications/f3b6cad0/ontario-updates-rules-on-job-postings-and-more",
        max_width=Decimal(50_000),
        free_above=Decimal(200_000),
        note="O. Reg. 476/24; the AI statement is owed only where AI screens, assesses or selects",
    ),
    PostingLaw(
        place="CA-BC",
        from_date=date(2023, 11, 1),
        demands=(Demand.PAY, Demand.CLOSED_RANGE),
        employers="all employers",
        certainty=Certainty.A,
        source="https://laborrelationscounsel.com/es/node/613831",
    ),
    PostingLaw(
        place="CA-PE",
        from_date=date(2022, 6, 1),
        demands=(Demand.PAY,),
        employers="all employers",
        certainty=Certainty.A,
        source="https://www.canadaemploymenthumanrightslaw.com/2023/12/ontario-introduces-pay-transparency-bill-as-it-aims-to-keep-pace-with-british-columbia-and-prince-edward-island/",
    ),
    PostingLaw(
        place="CA-NB",
        from_date=None,
        demands=(Demand.PAY,),
        employers="threshold not known",
        certainty=Certainty.C,
        source="https://hrcurated.com/talent-management-and-development/can-new-brunswicks-new-law-finally-close-the-wage-gap/",
    ),
)

_EUROPE: tuple[PostingLaw, ...] = (
    PostingLaw(
        place="EU",
        from_date=date(2026, 6, 7),
        demands=(Demand.NEUTRAL_TITLE,),
        employers="all employers, once the member state has made it law",
        certainty=Certainty.B,
        source="https://leglobal.law/2023/08/23/eu-the-eu-pay-transparency-directive-what-employers-need-to-know/",
        note="Directive 2023/970: pay may be told before the interview; titles and notices must be neutral",
    ),
    PostingLaw(
        place="IT",
        from_date=date(2026, 6, 7),
        demands=(Demand.PAY,),
        employers="all employers",
        certainty=Certainty.B,
        source="https://www.teamed.global/eu-pay-transparency/transposition-tracker",
    ),
    PostingLaw(
        place="LT",
        from_date=date(2019, 1, 1),
        demands=(Demand.PAY,),
        employers="all employers",
        certainty=Certainty.B,
        source="https://www.teamed.global/eu-pay-transparency/transposition-tracker",
    ),
    PostingLaw(
        place="GB",
        from_date=None,
        demands=(),
        employers="nobody",
        certainty=Certainty.B,
        source="https://freemancarr.client-link.co.uk/newsletter-by-email/salary-transparency-on-recruitment",
        note="no duty to state pay; a call for evidence in 2025 only",
    ),
)

#: Every law; adding one is adding an entry here or to the list of its continent.
LAWS: tuple[PostingLaw, ...] = _CANADA + STATES + _EUROPE


def caveat(law: PostingLaw) -> str:
    """How far an entry may be trusted, to stand beside everything that rests on it."""
    since = f"since {law.from_date}" if law.from_date else "date not known"
    note = f"; {law.note}" if law.note else ""
    return f"{since}, {law.employers}{note}; as of {AS_OF}, not legal advice: check {law.source}"
