"""Many files at once: in their order, with what went wrong in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from unbland.core.facts import NO_FACTS
from unbland.core.guide import DEFAULT_OPTIONS
from unbland.edges.cli import workers
from unbland.edges.cli.reviewing import Task, work
from unbland.edges.cli.workers import work_all

TASK = Task(facts=NO_FACTS, options=DEFAULT_OPTIONS, limit=1_000)


def test_many_files_come_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From several processes the same as from one, failures too."""
    monkeypatch.setattr(workers, "_processors", lambda: 2)
    names = [str(tmp_path / f"{number}.md") for number in range(60)]
    for number, name in enumerate(names):
        if number != 7:
            Path(name).write_text(f"# Nurse\n\n- {number} beds\n" if number != 9 else "")
    many = list(work_all(TASK, names))
    assert many == [work(TASK, name) for name in names]
    assert [number for number, outcome in enumerate(many) if outcome.looked is None] == [7, 9]


def test_a_run_can_be_left_before_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed pipe: nobody waits for the rest."""
    monkeypatch.setattr(workers, "_processors", lambda: 2)
    outcomes = work_all(TASK, [str(tmp_path / "none.md")] * 100)
    assert next(outcomes).looked is None
    outcomes.close()
    assert list(outcomes) == []
