"""What may be told in other words, and what may not be left out: each mechanism with both."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from builders import ledger, line, source
from unbland.core.guard import check
from unbland.core.guard.model import Outcome, Verdict
from unbland.core.ledger.model import Kind, Tier

TABLE = yaml.safe_load((Path(__file__).parent / "retellings.yaml").read_text(encoding="utf-8"))
ROWS = [row for rows in TABLE.values() for row in rows]


def _pairs(column: str) -> list[tuple[str, str, str]]:
    return [(row["kind"], row["said"], told) for row in ROWS for told in row[column]]


def _verdict(kind: str, said: str, told: str) -> Verdict:
    modality = "required" if kind == "requirement" else "none"
    stated = replace(source("D1", said, Kind(kind), modality=modality), tier=Tier.GUARDED)
    return check(line(told, "D1"), ledger(stated))


@pytest.mark.parametrize(("kind", "said", "told"), _pairs("passes"))
def test_the_same_in_other_words_passes(kind: str, said: str, told: str) -> None:
    """A line that says what its source says, by the mechanism that the table names."""
    assert _verdict(kind, said, told).violations == ()


@pytest.mark.parametrize(("kind", "said", "told"), _pairs("stops"))
def test_what_the_same_mechanism_must_stop(kind: str, said: str, told: str) -> None:
    """A line near it that says more or something else does not pass."""
    assert _verdict(kind, said, told).outcome is not Outcome.PASSED


@pytest.mark.parametrize("mechanism", TABLE)
def test_each_mechanism_shows_both(mechanism: str) -> None:
    """One that only lets pass, or only stops, proves nothing."""
    assert any(row["passes"] for row in TABLE[mechanism])
    assert any(row["stops"] for row in TABLE[mechanism])
