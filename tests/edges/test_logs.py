"""Log lines: a machine word with fields, and no words of an error."""

from __future__ import annotations

import json
import logging

import pytest

from unbland.edges import logs


@pytest.fixture(autouse=True)
def _restored() -> object:
    """The loggers as they were."""
    root, ours = logging.getLogger(), logging.getLogger("unbland")
    before = (list(root.handlers), root.level, ours.level)
    yield
    root.handlers[:], root.level, ours.level = before


def _line(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    event: dict[str, object] = json.loads(capsys.readouterr().err)
    return event


def test_an_event_is_one_json_line(capsys: pytest.CaptureFixture[str]) -> None:
    """The word, the fields, when and how severe."""
    logs.configure("info")
    logging.getLogger("unbland.x").info("done", extra={"action": "rewrite.done", "ms": 12})
    event = _line(capsys)
    assert str(event.pop("at")).endswith("+00:00")
    assert event == {"level": "info", "logger": "unbland.x", "action": "rewrite.done", "ms": 12}


def test_the_level_is_ours_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """Debugging us does not make the libraries tell what they send."""
    logs.configure("debug")
    logging.getLogger("openai").info("a draft")
    logging.getLogger("unbland").debug("x", extra={"action": "x"})
    assert _line(capsys)["logger"] == "unbland"


def test_an_error_is_its_type_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    """Its words may be the draft's."""
    logs.configure("info")
    try:
        int("CANARY")
    except ValueError:
        logging.getLogger("unbland").exception("failed", extra={"action": "x.failed"})
    event = _line(capsys)
    assert (event["action"], event["error"]) == ("x.failed", "ValueError")
    assert "test_an_error_is_its_type_and_place" in str(event["where"])
    assert "CANARY" not in str(event)


def test_a_line_of_a_library_is_a_word_with_fields(capsys: pytest.CaptureFixture[str]) -> None:
    """What it puts into its words are addresses and statements, and a line that comes whole may have them too."""
    logs.configure("info")
    pool = logging.getLogger("psycopg.pool")
    pool.warning("error connecting in %r: %s", "pool-1", "connection to server at CANARY failed")
    event = _line(capsys)
    assert (event["action"], event["logger"]) == ("library.said", "psycopg.pool")
    assert event["words"] == "error connecting in %r: %s"
    assert "test_a_line_of_a_library_is_a_word_with_fields" in str(event["where"])
    pool.warning("connection to server at CANARY failed")
    assert _line(capsys)["words"] == ""
    assert "CANARY" not in str(event)
