"""`unbland keys`: a key is made, listed, rotated, revoked; a tenant is forgotten; a service for others needs keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from unbland.application.keys.model import is_key
from unbland.edges.cli.app import app


@pytest.fixture(autouse=True)
def _database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of its own."""
    monkeypatch.setenv("UNBLAND_DATABASE_URL", f"sqlite:///{tmp_path / 'unbland.db'}")


def _keys(*words: str) -> tuple[str, str]:
    result = CliRunner().invoke(app, ["keys", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout, result.stderr


def test_a_key_is_made_and_shown_once() -> None:
    """The text alone on standard output, for a script; the id beside it."""
    text, said = _keys("create", "northlane", "--name", "ATS", "--scope", "review", "--days", "30")
    listed, _ = _keys("list")

    assert is_key(text.strip())
    assert said.startswith("key_")
    assert said.split()[0] in listed
    assert "northlane" in listed
    assert text.strip() not in listed


def test_a_key_is_rotated_and_revoked() -> None:
    """Another text, and when the old one ends."""
    _, said = _keys("create", "northlane")
    first = said.split()[0]
    text, said = _keys("rotate", first, "--overlap-hours", "2")

    assert is_key(text.strip())
    assert f"{first} runs out in 2 hours" in said
    assert "revoked" in _keys("revoke", first)[1]


def test_a_tenant_is_forgotten_only_after_a_yes() -> None:
    """Its keys are gone; another's stay."""
    _keys("create", "northlane")
    _keys("create", "other")
    refused = CliRunner().invoke(app, ["keys", "forget", "northlane"], input="n\n")
    assert refused.exit_code == 1
    _keys("forget", "northlane", "--yes")

    listed, _ = _keys("list")
    assert "northlane" not in listed
    assert "other" in listed


def test_a_key_that_is_not_there_is_one_sentence() -> None:
    """With how to see those that are."""
    result = CliRunner().invoke(app, ["keys", "revoke", "key_x"])

    assert result.exit_code != 0
    assert "unbland keys list" in str(result.exception)


@pytest.mark.parametrize("address", ["0.0.0.0", "192.0.2.7", "::", "ats.example"])  # noqa: S104 - refused
def test_a_service_that_others_can_reach_needs_keys(address: str) -> None:
    """It does not start, and says what to set."""
    result = CliRunner().invoke(app, ["serve", "--host", address, "--port", "0"])

    assert result.exit_code != 0
    assert "UNBLAND_REQUIRE_KEYS" in str(result.exception)
