"""Facts come before the score: a good draft stands only where it says what they state and contradicts none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from unbland.application.result import Rewrite, Status
from unbland.application.review import Draft
from unbland.application.rewrite import Rewriter
from unbland.core.facts import CompanyFacts, Pay, Period, Process, Role

#: A draft that the editor can only make worse.
GOOD = """# Head Gardener

Live-in. Private estate, near Millbrook, 14 acres.

The previous head gardener retires in February after 26 years. The garden opens to the public four days a year.

You will run the walled kitchen garden (0.7 acre), 2 glasshouses, and lead two full-time gardeners and a seasonal one.

Essential: RHS Level 3 or equivalent; full driving licence; 5 years running a private garden.
Desirable: experience of peaches under glass; shooting parties.

Accommodation: 3-bed cottage, council tax & utilities paid; a dog is fine. Partner may be offered housekeeping work.
Salary: £36,000–£40,000 according to experience. 28 days holiday.

Closing date: 11 December 2026
"""
SAME_PAY = Pay(min=Decimal(36_000), max=Decimal(40_000), currency="GBP", period=Period.YEAR)
OTHER_PAY = Pay(min=Decimal(30_000), max=Decimal(33_000), currency="GBP", period=Period.YEAR)


async def _rewritten(facts: CompanyFacts) -> Rewrite:
    return await Rewriter(chain=None, new_id=lambda: "rw_1", seconds=60).rewrite(Draft(content=GOOD), facts)


async def test_a_draft_that_says_all_that_is_stated_stands() -> None:
    """In its own words: another way to write the pay and the date is no other value."""
    result = await _rewritten(CompanyFacts(pay=SAME_PAY, process=Process(deadline=date(2026, 12, 11))))

    assert result.status is Status.UNCHANGED
    assert result.rendered.markdown == GOOD


@pytest.mark.parametrize(
    ("facts", "said", "gone"),
    [
        (CompanyFacts(pay=OTHER_PAY), "GBP 30,000–33,000 a year", "£36,000"),
        (CompanyFacts(process=Process(deadline=date(2027, 1, 11))), "Apply by 11 January 2027.", "11 December"),
        (CompanyFacts(role=Role(location="Chipping Campden")), "Chipping Campden", ""),
        (CompanyFacts(process=Process(ai_screening=True)), "We use artificial intelligence", ""),
        (CompanyFacts(legal=("Garda vetting applies.",)), "Garda vetting applies.", ""),
    ],
)
async def test_what_is_stated_is_published_at_any_score(facts: CompanyFacts, said: str, gone: str) -> None:
    """A fact that the draft contradicts or leaves out is in the result, and what it overrules is not."""
    result = await _rewritten(facts)

    assert said in result.rendered.markdown
    assert not gone or gone not in result.rendered.markdown
