"""The number of a vacancy is a part of the way in where applicants must quote it, and noise elsewhere."""

from __future__ import annotations

import pytest

from unbland.core.document import read
from unbland.core.facts import NO_FACTS
from unbland.core.ledger import build
from unbland.core.ledger.model import Kind

DRAFT = "# Surveyor\n\nRef: KLS/HR/07\n\n## How to apply\n\n{}\n"


@pytest.mark.parametrize(
    ("way_in", "kind"),
    [
        ("Send your CV to jobs@kls.example, quoting the reference number.", Kind.PROCESS),
        ("Write to jobs@kls.example and put the vacancy number in the subject.", Kind.PROCESS),
        ("Send your CV to jobs@kls.example.", Kind.NOISE),
        ("Send your CV and two references to jobs@kls.example.", Kind.NOISE),
        ("Send your CV to jobs@kls.example, quoting ref KLS07.", Kind.NOISE),
    ],
)
def test_a_number_stays_where_it_is_asked_for(way_in: str, kind: Kind) -> None:
    """Nobody could apply as told without it."""
    sources = build(read(DRAFT.format(way_in)), NO_FACTS).sources
    assert next(source.kind for source in sources if "KLS/HR/07" in source.text) is kind
