"""Lines that come again: a series with other figures, and reason after reason."""

from __future__ import annotations

from guide_cases import draft
from unbland.core.guide.beside import Beside
from unbland.core.scoring.substance import substance

_DOORS = [
    {"goal": f"Keep {number} doors shut by {month}"} for number, month in ((40, "May"), (50, "June"), (60, "July"))
]
_THINGS = (
    "pumps",
    "belts",
    "crushers",
    "screens",
    "gates",
    "drills",
    "lamps",
    "ramps",
    "scales",
    "tracks",
    "hoists",
    "fans",
    "valves",
)
_WHY = [{"reason": f"We hire because {what}."} for what in ("our depot moved", "two drivers left", "a customer came")]


def test_a_line_with_other_figures_says_nothing_anew() -> None:
    """The first line of a series is kept: it may be meant."""
    read = draft(_DOORS).reading
    assert [*read.beside.values()] == [Beside.SERIES, Beside.SERIES]
    assert [source.text for source in read.specific()] == ["Keep 40 doors shut by May"]


def test_each_line_of_a_series_but_the_first_is_told() -> None:
    """Or nobody could tell what the score was cut for."""
    assert [found.text for found in draft(_DOORS).findings("concise.repeated")] == [
        "Keep 50 doors shut by June",
        "Keep 60 doors shut by July",
    ]


def test_two_lines_alike_are_no_series() -> None:
    """Two sites, or two halves of a year."""
    assert not draft(_DOORS[:2]).reading.beside


def test_three_changes_by_percent_from_nowhere_are_made_up() -> None:
    """Whatever shall change; who has counted one says where it stands."""
    wanted = [{"goal": f"Improve {what} by {share}% in year 1"} for what, share in (("herds", 25), ("milk", 30))]
    assert not draft(wanted).reading.beside
    counted = {"goal": "Raise barley yields by 35% from the four tons of today"}
    assert not draft([*wanted, counted]).reading.beside
    again = {"goal": "Improve farm profits by 35% in year 1"}
    assert [*draft([*wanted, again]).reading.beside.values()] == [Beside.UNCOUNTED] * 3


def test_figures_poured_into_what_any_posting_could_have_are_made_up() -> None:
    """From three such lines on, and a fifth of what is asked: real figures count things of the job."""
    poured = [
        {"duty": "Communicate with 8 stakeholders in 3 languages"},
        {"duty": "Provide 100% excellent care to 12 kinds of customers by 17:00"},
        {"goal": "Deliver projects on time in 4 quarters by December 31"},
    ]
    counted = [{"duty": f"Repair {count} pumps at the Leeds quarry each week"} for count in (4, 9)]
    assert [*draft([*poured, *counted]).reading.beside.values()] == [Beside.UNCOUNTED] * 3
    assert not draft([*poured[:2], *counted]).reading.beside
    assert not draft([*poured, *({"duty": f"Repair the {thing} at the quarry"} for thing in _THINGS)]).reading.beside


def test_what_is_offered_or_paid_may_be_a_table() -> None:
    """A scale by years of service is one line a step."""
    steps = [{"pay": f"Step {step}: $2{step}.40 an hour"} for step in range(1, 6)]
    assert not draft(steps).reading.beside


def test_a_third_reason_is_none() -> None:
    """The guide asks for one statement; an honest one may need a second because."""
    assert [*draft(_WHY).reading.beside.values()] == [Beside.REASONS]
    assert not draft(_WHY[:2]).reading.beside


def test_a_text_made_of_series_and_reasons_is_no_posting() -> None:
    """What it says for its length shrinks with them."""
    duties = [{"duty": f"Repair the {thing} of our Leeds depot"} for thing in ("gates", "pumps", "scales", "ramps")]
    assert substance(draft([*duties, *_WHY, *_DOORS]).reading) < substance(draft([*duties, _WHY[0], _DOORS[0]]).reading)
