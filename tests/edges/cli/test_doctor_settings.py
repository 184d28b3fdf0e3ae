"""`unbland doctor` on settings that are read and yet are not what was meant."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner, Result

from unbland.bootstrap.misnamed import misnamed
from unbland.edges.cli.app import app


def _doctor(monkeypatch: pytest.MonkeyPatch, tmp_path: object, **settings: str) -> Result:
    monkeypatch.setenv("UNBLAND_DATABASE_URL", f"sqlite:///{tmp_path}/unbland.db")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return CliRunner().invoke(app, ["doctor", "--offline"], catch_exceptions=False)


@pytest.mark.parametrize(
    ("settings", "code", "says"),
    [
        (
            {"UNBLAND_TOKEN_PER_DAY": "5"},
            2,
            "UNBLAND_TOKEN_PER_DAY is no setting; did you mean UNBLAND_TOKENS_PER_DAY?",
        ),
        (
            {"UNBLAND_COST_PER_DAY": "5", "UNBLAND_MODEL": "strange", "OPENAI_API_KEY": "sk-x"},
            2,
            "UNBLAND_COST_PER_DAY needs the price of strange, which is not in the table; set UNBLAND_TOKENS_PER_DAY",
        ),
        ({"UNBLAND_ENCRYPTION_KEY": "short"}, 3, "wrong  seal      UNBLAND_ENCRYPTION_KEY is no key; make one with"),
        ({"UNBLAND_MODEL": "gpt-5.4"}, 3, "wrong  model     gpt-5.4 is named, and nothing says where it is"),
        ({"UNBLAND_VERIFIER_MODEL": "gpt-5.4"}, 0, "the editor engine writes"),
        ({"UNBLAND_MODEL": "gpt-5.4", "UNBLAND_ENGINE": "editor"}, 0, "the editor engine writes"),
    ],
)
def test_what_would_be_passed_over_is_told(
    settings: dict[str, str], code: int, says: str, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    """A misspelled limit limits nothing, and a service that would not start is not well."""
    result = _doctor(monkeypatch, tmp_path, **settings)
    assert result.exit_code == code
    assert says in result.stdout


@pytest.mark.parametrize(
    ("variable", "near"),
    [
        ("UNBLAND_PORTT", "UNBLAND_PORT"),
        ("UNBLAND_RETENTION_DAY", "UNBLAND_RETENTION_DAYS"),
        ("UNBLAND_REQUEST_PER_MINUTE", "UNBLAND_REQUESTS_PER_MINUTE"),
        ("UNBLAND_SLACK_BOTTOKEN", "UNBLAND_SLACK_BOT_TOKEN"),
        ("UNBLAND_LEVER_API_KEYS", "UNBLAND_LEVER_API_KEY"),
        ("UNBLAND_REQUIRE_KEY", "UNBLAND_REQUIRE_KEYS"),
        # What Kubernetes sets for a service that is called unbland, and what tests and scripts set.
        ("UNBLAND_SERVICE_HOST", None),
        ("UNBLAND_SERVICE_PORT", None),
        ("UNBLAND_PORT_8080_TCP", None),
        ("UNBLAND_PORT_8080_TCP_ADDR", None),
        ("UNBLAND_PORT_8080_TCP_PORT", None),
        ("UNBLAND_TEST_POSTGRES", None),
        ("UNBLAND", None),
        ("UNBLAND_PORT", None),
        ("UNBLAND_SLACK_ENCRYPTION_KEY", None),
        ("OPENAI_API_KEYS", None),
    ],
)
def test_only_what_is_nearly_a_setting_is_a_misspelling(variable: str, near: str | None) -> None:
    """Others may have variables that begin as ours do."""
    assert misnamed(["HOME", variable]) == (None if near is None else (variable, near))
