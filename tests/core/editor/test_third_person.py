"""Duties in the third person as commands."""

from __future__ import annotations

import pytest

from unbland.core.brief import make_brief
from unbland.core.document import read
from unbland.core.editor import edit
from unbland.core.facts import NO_FACTS
from unbland.core.guide.third_person import as_order, is_told_of_another
from unbland.core.ledger import build
from unbland.core.posting import SectionKind


@pytest.mark.parametrize(
    ("told", "order"),
    [
        ("Sets up and operates lathes and mills", "Set up and operate lathes and mills"),
        ("Plans, prepares and serves lunch", "Plan, prepare and serve lunch"),
        (
            "Checks parts with a gauge; records results in the log",
            "Check parts with a gauge; record results in the log",
        ),
        ("Carries trays and washes the floor", "Carry trays and wash the floor"),
        ("Changes tools and inserts as needed", "Change tools and inserts as needed"),
        ("Ensures the crew follows procedures", "Ensure the crew follows procedures"),
        ("Prepares invoices and records", "Prepares invoices and records"),
        ("Ensures that each baker signs in and cleans shoes", "Ensures that each baker signs in and cleans shoes"),
        ("owns flows from sketch to shipped", "Own flows from sketch to shipped"),
        ("Shovels ramps and stops the lift", "Shovel ramps and stop the lift"),
        ("Milk 40 cows", "Milk 40 cows"),
        ("Class 2 driving", "Class 2 driving"),
    ],
)
def test_each_verb_becomes_a_command_or_none_does(told: str, order: str) -> None:
    """A later word that may be a noun, or somebody else's verb, leaves the line as it stands."""
    assert as_order(told) == order


def test_one_such_line_among_others_is_a_noun() -> None:
    """`Records management`, in a list that speaks to the reader."""
    assert not is_told_of_another(("Records management", "Milk 40 cows", "Drive the van", "Feed the calves"))
    assert is_told_of_another(("Milks 40 cows", "Drives the van", "Feeds the calves", "Night work"))


def test_a_list_told_of_another_is_told_to_the_reader() -> None:
    """As a form tells it, and a posting should not."""
    duties = "- Milks 40 cows twice a day.\n- Drives the van to Hull.\n- Mows verges and clears ditches.\n"
    made = edit(make_brief("Cowman", build(read(f"# Cowman\n\n## Duties\n\n{duties}"), NO_FACTS), ()), {})
    assert [line.text for line in made.lines[SectionKind.DO]] == [
        "Milk 40 cows twice a day.",
        "Drive the van to Hull.",
        "Mow verges and clear ditches.",
    ]
