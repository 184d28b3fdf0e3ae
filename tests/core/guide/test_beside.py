"""Lines that look specific and tell nothing of the job."""

from __future__ import annotations

import pytest

from unbland.core.guide.beside import Beside, beside


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("A hook for your coat, the third from the door", Beside.FURNITURE),
        ("Sit at the desk beside the window", Beside.FURNITURE),
        ("The clock in the hall is 40 cm wide", Beside.FURNITURE),
        ("97 % of our people say that they are proud", Beside.STATISTIC),
        ("Nine out of ten colleagues recommend us", Beside.STATISTIC),
        ("110 % commitment", Beside.STATISTIC),
        ("India has 1.4 billion people and 28 states", Beside.WORLD),
        ("We think across 6 continents and 24 time zones", Beside.WORLD),
        ("Know Mumbai, Pune, Nashik, Nagpur, Surat and Indore", Beside.NAMES),
        ("Excel 97, 2003, 2007, 2010", Beside.NAMES),
        ("Deliver Apex 7 Kestrel 12 Omega Tier 4", Beside.NAMES),
        ("Achieve 97% excellence in 12 key areas within 90 days", Beside.UNCOUNTED),
        ("You must achieve a 25% increase in efficiency within 6 months", Beside.UNCOUNTED),
        ("Reach 110% quality by winter", Beside.UNCOUNTED),
    ],
)
def test_a_line_beside_the_point_is_told_by_what_it_tells(line: str, told: Beside) -> None:
    """Things of any building, shares of people who say something, the size of the world, heaps of names."""
    assert beside(line) is told


@pytest.mark.parametrize(
    "line",
    [
        "Open the kitchen at 8 and have nine dishes ready by 11:30",
        "Answer nine in ten calls within two minutes",
        "Two dental chains buy 74 percent of what we make",
        "Raise renewals from 84 % to 90 %",
        "Raise quality from 84 % to 90 % by May",
        "Increase revenue by 20 % in your first year",
        "Minimum 1 year of experience",
        "Team of 18, growing to 24 in 2026",
        "Paint doors for three housing estates",
        "Walk each site weekly with its caretaker",
        "Drive to stores from Yarmouth to Sydney",
        "HGV Class 1 licence",
        "Run 14 sites in Leeds, York and Hull",
        "",
    ],
)
def test_a_line_about_the_job_is_left(line: str) -> None:
    """A figure, a place or one thing with a door is no filling."""
    assert beside(line) is None


def test_what_a_trade_handles_is_no_furniture() -> None:
    """A joiner hangs doors."""
    line = "Hang doors and windows"
    assert beside(line) is Beside.FURNITURE
    assert beside(line, frozenset({"door", "window"})) is None
