"""How a part stands, and a run: nothing measured is never a pass, and no part hides a worse one."""

from __future__ import annotations

import pytest

from unbland.application.standing import Standing, standing_of, worst

HOLDS, SHORT, EMPTY, UNCOMMITTED = Standing.HOLDS, Standing.SHORT, Standing.EMPTY, Standing.UNCOMMITTED


@pytest.mark.parametrize(
    ("measured", "committed", "shortfalls", "standing"),
    [
        (True, True, [], HOLDS),
        (True, True, ["number: 75.0% caught"], SHORT),
        (True, False, [], UNCOMMITTED),
        (False, True, [], EMPTY),
        (False, False, [], EMPTY),
    ],
)
def test_a_part_stands_by_what_was_measured(
    measured: bool, committed: bool, shortfalls: list[str], standing: Standing
) -> None:
    """It holds only where something was measured and figures are there to hold it."""
    assert standing_of(measured=measured, committed=committed, shortfalls=shortfalls) is standing


@pytest.mark.parametrize(
    ("parts", "run"),
    [
        ([HOLDS, HOLDS], HOLDS),
        ([HOLDS, SHORT], SHORT),
        ([EMPTY, SHORT], EMPTY),
        ([EMPTY, UNCOMMITTED, HOLDS], UNCOMMITTED),
        ([], EMPTY),
    ],
)
def test_a_run_is_as_bad_as_its_worst_part(parts: list[Standing], run: Standing) -> None:
    """And a run of nothing proves nothing."""
    assert worst(parts) is run
