"""Why somebody is hired, as the top of a posting tells it."""

from __future__ import annotations

import pytest

from unbland.core.document import read
from unbland.core.facts import NO_FACTS
from unbland.core.ledger import build
from unbland.core.ledger.model import Kind
from unbland.core.ledger.reasons import tells_reason


@pytest.mark.parametrize(
    "line",
    [
        "In March she goes down to two days a week.",
        "Our hygienist Carol is cutting back to 1 day.",
        "Our returns bench is six days behind.",
        "Kev, who built it, retired at Easter.",
        "Last winter we let 1,140 of those calls go to voicemail.",
        "From 1 July we fill the tanks of six roadhouses.",
        "The board has funded two permanent night posts.",
        "Only Jörg may sign, and customers wait eleven weeks.",
        "You will be the second of two social workers.",
    ],
)
def test_an_event_or_a_trouble_with_its_when_or_how_many_tells_a_reason(line: str) -> None:
    """Told as a story, a problem, a departure or a contract."""
    assert tells_reason(line)


@pytest.mark.parametrize(
    "line",
    [
        "We are a dynamic company in a growing market.",
        "Founded in 1988, we grew from 2 to 400 people.",
        "You will open the shop at eight.",
        "We are looking for a nurse who wants to move on.",
        "Are you tired of waiting?",
        "Salary from 1 July: $50,000.",
        "Problem-solving skills",
    ],
)
def test_the_past_praise_and_orders_to_the_reader_do_not(line: str) -> None:
    """Nor does an advertisement's own voice."""
    assert not tells_reason(line)


def test_a_reason_is_found_at_the_top_and_not_among_the_duties() -> None:
    """The same sentence further down speaks of something else."""
    line = "Our blood bank is six days behind."
    top = build(read(f"# Nurse\n\n{line}\n\n## Duties\n\n- Take blood\n- Teach at the chair\n"), NO_FACTS)
    below = build(read(f"# Nurse\n\nWe run a clinic.\n\n## What you will do\n\n- Take blood\n\n{line}\n"), NO_FACTS)
    assert [source.text for source in top.of(Kind.REASON)] == [line]
    assert below.of(Kind.REASON) == ()
