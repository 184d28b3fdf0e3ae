"""A rewrite is held against the law of the same places as its draft."""

from __future__ import annotations

import pytest

from unbland.application.result import Rewrite
from unbland.application.review import Draft, look
from unbland.application.rewrite import Rewriter
from unbland.core.facts import CompanyFacts, Role

DRAFT = """\
# Ward Nurse – Denver, CO

In May we opened a second ward, and nobody covers its nights.

## Duties

- Plan the care of 12 patients a night with the ward doctor
- Hand over to the day shift at 7 in the morning

## Requirements

- Registered nurse with a Colorado licence
- At least 2 years on a surgical ward

## Benefits

- 20 days of paid leave
"""


async def _rewritten(draft: str, facts: CompanyFacts) -> Rewrite:
    rewriter = Rewriter(chain=None, new_id=lambda: "rw_1", seconds=5)
    return await rewriter.rewrite(Draft(content=draft), facts)


@pytest.mark.parametrize(
    ("facts", "law"),
    [
        (CompanyFacts(), "Colorado"),
        (CompanyFacts(role=Role(location="Toronto, ON")), "Ontario"),
        (CompanyFacts(role=Role(location="Denver, CO", jurisdictions=("US-CA",))), "California"),
    ],
)
async def test_draft_and_result_are_held_against_the_same_law(facts: CompanyFacts, law: str) -> None:
    """Jurisdictions go first, then the place in the facts, then the draft."""
    result = await _rewritten(DRAFT, facts)

    assert "law" in result.score.before.parts
    assert "law" in result.score.after.parts
    said = [finding.message for finding in result.findings if finding.rule == "law.pay"]
    assert [message.partition(":")[0] for message in said] == [f"Missing for {law}"]


def test_a_review_says_with_which_places_it_was_made() -> None:
    """So that another text can be reviewed with the same."""
    looked = look(Draft(content=DRAFT))
    elsewhere = look(Draft(content="# Baker – Toronto, ON\n\nBake bread."), options=looked.options)

    assert looked.options.where.places == ("US-CO",)
    assert elsewhere.options.where.places == ("US-CO",)
