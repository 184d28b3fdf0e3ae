"""A batch whose postings cannot all be read, a folder that is no folder, limits that would never be reached."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest
from typer.testing import CliRunner

from unbland.adapters.database.batch_work import DatabaseBatchWork
from unbland.bootstrap.batch_folder import working_alone
from unbland.edges.cli.app import app
from unbland.errors import BadInput, BatchComing, DatabaseUnwritable, Misconfigured

TEXT = "Ferry Clerk\n\nDuties\n- Sell tickets for {} ferries\n- Count the till at 18:00\n"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the database is, of this test alone."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "unbland" / "batches.db"


@pytest.fixture
def postings(tmp_path: Path) -> Path:
    """A file of two."""
    file = tmp_path / "postings.jsonl"
    file.write_text("".join(json.dumps({"id": str(n), "text": TEXT.format(n)}) + "\n" for n in (2, 3)))
    return file


def _said(*words: object) -> str:
    result = CliRunner().invoke(app, ["batch", *map(str, words)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_an_input_that_cannot_be_read_leaves_the_folder_as_it_was(postings: Path, tmp_path: Path, state: Path) -> None:
    """It can be run again at once; a folder that was about another batch is about that still."""
    out = tmp_path / "out"
    with pytest.raises(BadInput, match="wrong"):
        _said("run", postings, "-o", out, "--column", "body=wrong")
    _said("run", postings, "-o", out)
    assert "2 done" in _said("status", out)
    broken = tmp_path / "feed.xml"
    broken.write_text("<jobs>" + "<job><id>1</id><description>Sell</description></job>" * 300 + "<a>" * 40)
    with pytest.raises(BadInput, match="nested"):
        _said("run", broken, "-o", out)

    assert "2 done" in _said("status", out)
    with closing(sqlite3.connect(state)) as database:
        assert database.execute("SELECT name, state FROM batches").fetchall() == [("postings.jsonl", "completed")]


def test_b24_a_batch_that_was_killed_before_all_was_read_is_not_taken_for_whole(
    postings: Path, tmp_path: Path, state: Path
) -> None:
    """Going on with it would lose what was not read yet; it is run again, and makes way."""
    out = tmp_path / "out"
    _said("run", postings, "-o", out)
    with closing(sqlite3.connect(state)) as database:
        database.execute("UPDATE batches SET state = 'validating', total = 1")
        database.execute("DELETE FROM batch_items WHERE number = 2")
        database.commit()

    for command in ("resume", "retry-failed", "status", "report"):
        with pytest.raises(BadInput, match="run it again"):
            _said(command, out)
    _said("run", postings, "-o", out)
    assert "2 done" in _said("status", out)


def test_b29_a_batch_that_was_killed_before_all_was_read_can_be_cancelled(
    postings: Path, tmp_path: Path, state: Path
) -> None:
    """Nobody reads on, so that there is nothing to wait for: it is deleted; one that is being read is waited for."""
    out = tmp_path / "out"
    _said("run", postings, "-o", out)
    with closing(sqlite3.connect(state)) as database:
        database.execute("UPDATE batches SET state = 'validating', total = 1")
        database.commit()

    with working_alone(out):
        with pytest.raises(BatchComing):
            _said("cancel", out)
        assert "validating" in _said("status", out)
    assert "never whole" in _said("cancel", out)
    with closing(sqlite3.connect(state)) as database:
        assert database.execute("SELECT count(*) FROM batches").fetchone() == (0,)
    with pytest.raises(BadInput, match="about no batch"):
        _said("status", out)
    _said("run", postings, "-o", out)


def test_a_disk_that_is_full_leaves_the_folder_its_batch(
    postings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which batch a folder is about is written whole or not at all, or no command would find the batch again."""
    out = tmp_path / "out"
    _said("run", postings, "-o", out)
    write = Path.write_text

    def full(path: Path, text: str, *about: str) -> int:
        write(path, "", *about)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) if "batch.json" in path.name else AssertionError(text)

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(BadInput, match="No space left"):
        _said("run", postings, "-o", out)
    assert "2 done" in _said("status", out)


def test_b26_a_database_that_cannot_be_written_ends_the_command(
    postings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is not waited for without end; when there is room, the batch goes on."""
    out, claim = tmp_path / "out", DatabaseBatchWork.claim

    async def full(*_: object) -> NoReturn:
        raise DatabaseUnwritable

    monkeypatch.setattr(DatabaseBatchWork, "claim", full)
    with pytest.raises(DatabaseUnwritable, match="make room"):
        _said("run", postings, "-o", out)
    monkeypatch.setattr(DatabaseBatchWork, "claim", claim)
    _said("resume", out)
    assert "2 done" in _said("status", out)


@pytest.mark.parametrize("command", ["run", "triage"])
def test_a_batch_of_which_nothing_can_be_used_is_no_success(command: str, tmp_path: Path) -> None:
    """A script that goes on with what came of it must not: the exit code says that all of it is bad."""
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"custom_id": "1", "draft": {"content": "Sell"}, "fcts": {}}\n' * 2)
    with pytest.raises(BadInput, match="Not one posting"):
        _said(command, lines, "-o", tmp_path / "out")


def test_a_folder_that_is_none_is_told_and_none_is_made(postings: Path, tmp_path: Path) -> None:
    """A file in its place for what is run; for what goes on, a name that was misspelt."""
    with pytest.raises(BadInput, match="cannot be written to"):
        _said("run", postings, "-o", postings)
    for command in ("resume", "retry-failed", "cancel", "report", "status"):
        with pytest.raises(BadInput, match="about no batch"):
            _said(command, tmp_path / "rewriten")
    assert not (tmp_path / "rewriten").exists()


@pytest.mark.parametrize("limit", [("--max-cost", "inf"), ("--price", "nan,1"), ("--price", "1,-1"), ("--price", "1")])
def test_a_limit_that_would_never_be_reached_is_refused(limit: tuple[str, str], postings: Path, tmp_path: Path) -> None:
    """And a price that is none."""
    with pytest.raises(BadInput, match=limit[0]):
        _said("run", postings, "-o", tmp_path / "out", *limit)


def test_b30_a_cost_that_nobody_can_count_is_refused_when_it_is_told_later(
    postings: Path, tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A batch without a price would spend without end; with one it goes on."""
    out = tmp_path / "out"
    _said("run", postings, "-o", out)
    with closing(sqlite3.connect(state)) as database:
        database.execute("UPDATE batches SET state = 'in_progress', halted = 'model_unavailable'")
        database.execute("UPDATE batch_items SET state = 'queued', result = NULL")
        database.commit()
    monkeypatch.setenv("OPENAI_API_KEY", "sk-none")
    monkeypatch.setenv("UNBLAND_MODEL", "nobody-knows")
    with pytest.raises(Misconfigured, match="--price"):
        _said("resume", out, "--max-cost", "5")
