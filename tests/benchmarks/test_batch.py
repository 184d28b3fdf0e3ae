"""The benchmarks of batches run; what they measure is not judged here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from databases import POSTGRES

FOLDER = Path(__file__).parents[2] / "benchmarks" / "batch"


def _rows(script: str, *arguments: str) -> list[list[str]]:
    """The rows of the table that it prints."""
    command = [sys.executable, str(FOLDER / script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ, timeout=300, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    lines = [line.strip("|") for line in done.stdout.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.split("|")] for line in lines[2:]]


@pytest.mark.parametrize("name", ["ours", "openai, appended, six retries"])
def test_a_contestant_loses_nothing_to_a_provider_that_is_quick(name: str) -> None:
    """Each posting asks once, and has an answer in the end."""
    (row,) = _rows("run.py", "--only", name, "--count", "4", "--rpm", "6000", "--seconds", "0.01")

    assert (row[0], row[3]) == (name, "0")
    assert int(row[6]) >= 4


def test_memory_is_told_for_each_number_of_postings() -> None:
    """Every posting has a result, the copies too."""
    rows = _rows("memory.py", "--counts", "3", "5", "--distinct", "2")

    assert [row[0] for row in rows] == ["3", "5"]
    assert all(int(row[2]) > 50 for row in rows)


@pytest.mark.skipif(not POSTGRES, reason="UNBLAND_TEST_POSTGRES names none")
def test_a_crowd_ends_each_posting_once() -> None:
    """With a core for each worker, by the editor engine."""
    command = [sys.executable, str(FOLDER / "crowd.py"), "--postgres", POSTGRES, "--kills", "0", "--workers", "2"]
    command += ["--count", "6", "--engine", "editor", "--cores"]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ, timeout=300, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    assert "lost 0, doubled 0" in done.stdout
