"""What binds a statement stays bound."""

from __future__ import annotations

import pytest

from builders import ledger, line, source
from unbland.core.guard import check
from unbland.core.guard.model import Outcome
from unbland.core.ledger.model import Kind

CASES = [
    (Kind.DUTY, "Do not sign off work without a permit.", "Sign off work without a permit."),
    (Kind.DUTY, "Visit customers in Kent except on Fridays.", "Visit customers in Kent on Fridays."),
    (Kind.BENEFIT, "Bonus of 10% of salary if the plant meets its target.", "Bonus of 10% of salary."),
    (Kind.BENEFIT, "Health insurance after 90 days.", "Health insurance."),
    (Kind.DUTY, "Check invoices before they are paid and after they arrive.", "Check invoices after they are paid."),
]


@pytest.mark.parametrize(("kind", "said", "told"), CASES)
def test_a_bond_may_not_be_lost_or_moved(kind: Kind, said: str, told: str) -> None:
    """A denial, an exception, a condition or a time that the source gives is part of what it says."""
    assert check(line(told, "D1"), ledger(source("D1", said, kind))).outcome is Outcome.REFUSED


@pytest.mark.parametrize(("kind", "said", "told"), CASES)
def test_the_bond_kept_is_no_violation(kind: Kind, said: str, told: str) -> None:
    """The source's own words pass, with "You will" or without it."""
    assert check(line(said, "D1"), ledger(source("D1", said, kind))).outcome is Outcome.PASSED, told
