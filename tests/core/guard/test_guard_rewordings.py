"""What a line may say of one source and what not, row by row: true rewordings and subtle untrue ones."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from builders import ledger, line
from unbland.core import guard
from unbland.core.guard.model import Outcome
from unbland.core.ledger.model import Kind, Modality, Source, Tier

with (Path(__file__).parent / "rewordings.tsv").open(encoding="utf-8") as _table:
    ROWS = list(csv.DictReader(_table, delimiter="\t", quoting=csv.QUOTE_NONE))

#: A requirement goes by its modality.
_ASKED = {modality.value: (Kind.REQUIREMENT, modality) for modality in (Modality.REQUIRED, Modality.PREFERRED)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["line"])
def test_a_line_passes_or_is_stopped_as_its_writer_said(row: dict[str, str]) -> None:
    """Each line against its one source, as somebody judged it before the guard did."""
    kind, modality = _ASKED.get(row["kind"]) or (Kind(row["kind"]), Modality.NONE)
    source = Source(id="D1", text=row["source"], kind=kind, modality=modality, tier=Tier.GUARDED)

    passed = guard.check(line(row["line"], "D1"), ledger(source)).outcome is Outcome.PASSED

    assert passed is (row["verdict"] == "passes")
