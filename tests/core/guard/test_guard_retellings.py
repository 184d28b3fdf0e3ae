"""What may be told in other words, and what may not be left out: each mechanism with both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from builders import ledger, line, source
from unbland.core.guard import check
from unbland.core.guard.model import Outcome, Verdict
from unbland.core.ledger.model import Kind, Tier

TABLES = ("retellings.yaml", "idioms.yaml")
TABLE = {
    mechanism: rows
    for name in TABLES
    for mechanism, rows in yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8")).items()
}
ROWS = [row for rows in TABLE.values() for row in rows]


def _pairs(column: str) -> list[tuple[Sequence[tuple[str, str]], str]]:
    """Each line of a column with the kind and text of the sources that it cites; most rows have one."""
    return [
        ([(one["kind"], one["said"]) for one in (row, *row.get("beside", ()))], told)
        for row in ROWS
        for told in row.get(column, ())
    ]


def _verdict(sources: Sequence[tuple[str, str]], told: str) -> Verdict:
    stated = [
        replace(
            source(f"D{number}", said, Kind(kind), modality="required" if kind == "requirement" else "none"),
            tier=Tier.GUARDED,
        )
        for number, (kind, said) in enumerate(sources, 1)
    ]
    return check(line(told, *(one.id for one in stated)), ledger(*stated))


@pytest.mark.parametrize(("sources", "told"), _pairs("passes"), ids=str)
def test_the_same_in_other_words_passes(sources: Sequence[tuple[str, str]], told: str) -> None:
    """A line that says what its sources say, by the mechanism that the table names."""
    assert _verdict(sources, told).violations == ()


@pytest.mark.parametrize(("sources", "told"), _pairs("stops"), ids=str)
def test_what_the_same_mechanism_must_stop(sources: Sequence[tuple[str, str]], told: str) -> None:
    """A line near it that says more or something else does not pass."""
    assert _verdict(sources, told).outcome is not Outcome.PASSED


@pytest.mark.parametrize("mechanism", TABLE)
def test_each_mechanism_shows_both(mechanism: str) -> None:
    """One that only lets pass, or only stops, proves nothing."""
    assert any(row.get("passes") for row in TABLE[mechanism])
    assert any(row.get("stops") for row in TABLE[mechanism])
