"""The benchmark of the review runs; what it measures is not judged here."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

RUN = Path(__file__).parents[2] / "benchmarks" / "review" / "run.py"

#: A posting that three rules see at least.
POSTING = {"format": "html", "body": "<h1>Clerk</h1><ul><li>A dynamic rock star who hits the ground running</li></ul>"}


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The finished benchmark."""
    command = [sys.executable, str(RUN), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=os.environ, timeout=300, check=False)  # noqa: S603


def test_ours_alone_over_five_postings_prints_a_row() -> None:
    """Without a file the postings are made from the eval data, and every one of them has findings."""
    done = run("--only", "ours", "--count", "5", "--rounds", "1")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("5 postings of ")
    *_, row = done.stdout.strip().splitlines()
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[0].startswith("ours (unbland ")
    assert (cells[3], cells[-1]) == ("1.00", "100 %")


def test_postings_come_from_a_file(tmp_path: Path) -> None:
    """Gzipped JSON lines; of more than were asked for, so many are taken."""
    file = tmp_path / "postings.jsonl.gz"
    file.write_bytes(gzip.compress("".join(f"{json.dumps(POSTING)}\n" for _ in range(9)).encode()))
    done = run("--only", "ours", "--count", "3", "--rounds", "1", "--postings", file)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"3 postings of {len(POSTING['body'])} characters")


def test_a_peer_that_is_not_there_has_a_row_that_says_so(tmp_path: Path) -> None:
    """Nobody drops out in silence."""
    done = run("--only", "joblint", "--count", "1", "--peers", tmp_path)
    assert done.returncode == 0, done.stderr
    assert f"| joblint 2.3.2 | missing: put a checkout of its tag 2.3.2 into {tmp_path}" in done.stdout


def test_a_file_without_postings_is_refused_in_one_sentence(tmp_path: Path) -> None:
    """And no traceback."""
    file = tmp_path / "postings.jsonl"
    file.write_text("{}\n", "utf-8")
    done = run("--postings", file)
    assert done.returncode == 1
    assert done.stderr == f"{file} holds no postings; give JSON lines with `format` and `body` or `text`.\n"
