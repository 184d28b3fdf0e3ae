"""What is asked of a duty that says too little depends on what it is about."""

from __future__ import annotations

import pytest

from unbland.core.guide.facets import FACETS, question


@pytest.mark.parametrize(
    ("duty", "facet"),
    [
        ("Build lasting relationships with clients", "relations"),
        ("Meet sales targets and grow revenue", "sales"),
        ("Analyse trends and recommend strategies", "strategy"),
        ("Deliver projects before their deadlines", "projects"),
        ("Liaise with other departments and stakeholders", "liaison"),
        ("Prepare financial reports and budgets", "money"),
        ("Provide care to patients and their families", "people"),
        ("Maintain equipment in a safe state", "things"),
    ],
)
def test_a_duty_is_asked_for_what_its_side_of_the_work_lacks(duty: str, facet: str) -> None:
    """The six sides of the guide, and two more."""
    assert question(duty) == next(one.ask for one in FACETS if one.name == facet)


def test_a_duty_of_no_known_side_is_asked_in_general() -> None:
    """The question still is one."""
    assert question("Wave").endswith("?")
    assert question("Wave") not in {facet.ask for facet in FACETS}
