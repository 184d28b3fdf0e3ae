"""`unbland ats`: listed, proposed, accepted, undone, and told what became of it; the systems are on a real socket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from doubles.fake_ats import ASHBY_KEY, CLIENT, GREENHOUSE_ID, LEVER_ID, LEVER_KEY, SECRET, FakeAts, Play
from unbland.application.connectors.refusals import NoSuchLink, PostingChanged
from unbland.bootstrap import connectors
from unbland.edges.cli.app import app
from unbland.errors import NoConnector, UnblandError

_KEYS = {
    "GREENHOUSE_CLIENT_ID": CLIENT,
    "GREENHOUSE_CLIENT_SECRET": SECRET,
    "LEVER_API_KEY": LEVER_KEY,
    "LEVER_PERFORM_AS": "user-1",
    "ASHBY_API_KEY": ASHBY_KEY,
}


@pytest.fixture
def ats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeAts]:
    """The three systems, keys for them, and a database of our own."""
    with FakeAts() as server:
        monkeypatch.setattr(connectors, "HOSTS", server.hosts)
        monkeypatch.setenv("UNBLAND_DATABASE_URL", f"sqlite:///{tmp_path / 'unbland.db'}")
        for name, value in _KEYS.items():
            monkeypatch.setenv(f"UNBLAND_{name}", value)
        yield server


def _ats(*words: str, code: int = 0) -> tuple[str, str]:
    result = CliRunner().invoke(app, ["ats", *words], catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.stdout, result.stderr


def _proposed(said: str) -> list[str]:
    found = re.search(r"unbland ats accept (al_\w+) (ok_\w+)", said)
    assert found
    return [found[1], found[2]]


def test_from_a_list_to_an_undone_text(ats: FakeAts) -> None:
    """As the page shows it."""
    listed, _ = _ats("list")
    assert {line.split("\t")[0] for line in listed.splitlines()} == {"greenhouse", "lever", "ashby"}

    before = ats.lever[LEVER_ID]["content"]
    text, said = _ats("rewrite", "lever", LEVER_ID, "--by", "ana")
    assert "Nursery Gardener" in text
    link, token = _proposed(said)
    assert ats.writes == []

    assert "waits for a person" in _ats("status", link)[0]
    assert "stands in the posting" in _ats("accept", link, token, "--by", "ana")[1]
    assert ats.lever[LEVER_ID]["content"] != before
    assert "holds the text of" in _ats("rewrite", "lever", LEVER_ID)[1]
    assert "stands again" in _ats("undo", link, "--by", "boris")[1]
    assert ats.lever[LEVER_ID]["content"]["lists"] == before["lists"]

    told, _ = _ats("status", link)
    assert re.findall(r"(\w+), (\w+)$", told, re.MULTILINE) == [
        ("proposed", "ana"),
        ("writing", "ana"),
        ("applied", "ana"),
        ("writing", "boris"),
        ("undone", "boris"),
    ]
    assert link in _ats("status")[0]
    assert _ats("status", "--tenant", "other")[0] == ""


@pytest.mark.parametrize(("system", "posting"), [("greenhouse", GREENHOUSE_ID), ("lever", LEVER_ID)])
def test_a_text_that_waits_is_shown_with_what_accepts_it(system: str, posting: str, ats: FakeAts) -> None:
    """Every line that was proposed, and what stays beside it; once it stands there, no token is offered."""
    proposed, said = _ats("rewrite", system, posting)
    link, token = _proposed(said)

    text, said = _ats("show", link)
    assert _proposed(said) == [link, token]
    lines = {line for line in proposed.splitlines() if line.startswith("- ")}
    assert len(lines) >= 3
    assert lines <= set(text.splitlines())
    assert "<" not in text

    _ats("accept", link, token)
    text, said = _ats("show", link)
    assert (lines <= set(text.splitlines()), "stands in the posting" in said, "ok_" in said) == (True, True, False)
    with pytest.raises(NoSuchLink):
        _ats("show", link, "--tenant", "other")
    assert len(ats.writes) == 1


def test_what_fails_is_said_beside_what_does_not(ats: FakeAts) -> None:
    """Exit code 2 where an id is none, 3 where a system failed; the other posting has its proposal."""
    said = _ats("rewrite", "greenhouse", "17", GREENHOUSE_ID, code=2)[1]

    assert "greenhouse 17: no_such_posting: " in said
    assert "`unbland ats list` shows them." in said
    _proposed(said)
    ats.play("GET", "/v3/job_posts", *[Play(status=500)] * 3)
    assert "connector_failed" in _ats("rewrite", "greenhouse", GREENHOUSE_ID, "x", code=3)[1]

    ats.play("POST", "/jobPosting.list", Play(status=401))
    listed, said = _ats("list", code=3)
    assert "lever\t" in listed
    assert "ashby: 0 postings; these are not all (connector_auth): the key was refused" in said
    ats.play("POST", "/jobPosting.list", Play(status=429, headers={"retry-after": "3600"}))
    said = _ats("list", code=3)[1]
    assert "(connector_busy): the system takes no more calls for now; try again in a few minutes." in said


def test_an_edit_in_between_is_one_sentence(ats: FakeAts) -> None:
    """The command says it, and nothing is written."""
    link, token = _proposed(_ats("rewrite", "greenhouse", GREENHOUSE_ID)[1])
    ats.greenhouse[GREENHOUSE_ID]["content"] += "<p>Edited.</p>"

    with pytest.raises(PostingChanged):
        _ats("accept", link, token)
    assert "somebody has edited" in _ats("status", link)[0]
    assert ats.writes == []


def test_an_unknown_end_is_exit_code_3(ats: FakeAts) -> None:
    """Sent, and not there yet."""
    link, token = _proposed(_ats("rewrite", "greenhouse", GREENHOUSE_ID)[1])
    ats.play("PATCH", "/v3/job_posts", Play(drops=True))

    assert "not there yet" in _ats("accept", link, token, code=3)[1]


@pytest.mark.parametrize("words", [("list",), ("list", "lever"), ("status",)])
def test_without_a_key_the_sentence_says_where_to_look(
    words: tuple[str, ...], ats: FakeAts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For no key at all, and for one that is missing."""
    for name in _KEYS if words != ("list", "lever") else ("LEVER_API_KEY",):
        monkeypatch.delenv(f"UNBLAND_{name}")

    with pytest.raises(NoConnector, match="connectors page"):
        _ats(*words)
    assert ats.asked == []


def test_a_setting_that_cannot_be_used_is_named_without_its_value(
    ats: FakeAts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variable, not what stands in it."""
    monkeypatch.setenv("UNBLAND_LEVER_PERFORM_AS", "a b CANARY")

    with pytest.raises(UnblandError, match="UNBLAND_LEVER_PERFORM_AS") as caught:
        _ats("list")
    assert "CANARY" not in str(caught.value)
    assert ats.asked == []
