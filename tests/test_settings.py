"""The settings: names, bounds, and keys that stay secret."""

from __future__ import annotations

import pytest

from unbland import bootstrap
from unbland.application.rewrite import Engine
from unbland.errors import Misconfigured
from unbland.settings import Settings


def test_every_setting_has_a_sentence() -> None:
    """An operator reads what each setting does; there are few enough to read."""
    assert all(field.description and field.description.endswith(".") for field in Settings.model_fields.values())
    assert len(Settings.model_fields) <= 30


def test_defaults_ask_no_model() -> None:
    """Without a variable set, nothing leaves the machine."""
    settings = bootstrap.read_settings()
    assert (settings.openai_api_key, settings.openai_base_url, settings.tracing) == (None, None, False)


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("UNBLAND_PORT", "tcp://10.0.0.1:80", "UNBLAND_PORT: input should be a valid integer"),
        ("UNBLAND_PORT", "70000", "UNBLAND_PORT: input should be less than or equal to 65535"),
        ("UNBLAND_ENGINE", "gpt", "UNBLAND_ENGINE: input should be 'auto', 'editor' or 'llm'"),
        ("UNBLAND_DEADLINE_SECONDS", "nan", "UNBLAND_DEADLINE_SECONDS: input should be a finite number"),
        ("UNBLAND_TEMPERATURE", "hot", "UNBLAND_TEMPERATURE: input should be a valid number"),
        ("OPENAI_BASE_URL", "localhost:9000", "OPENAI_BASE_URL: write where an OpenAI-compatible server"),
    ],
)
def test_a_wrong_setting_is_named(variable: str, value: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A value that cannot be used is refused at start, by the name of its variable."""
    monkeypatch.setenv(variable, value)
    with pytest.raises(Misconfigured, match="The environment is not set right") as refused:
        bootstrap.read_settings()
    assert says in str(refused.value)
    assert value not in str(refused.value).removeprefix(says)


def test_a_misspelled_setting_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit that is misspelled limits nothing: whoever set it must hear of it before anything is kept or served."""
    monkeypatch.setenv("UNBLAND_RETENTION_DAY", "3")
    with pytest.raises(Misconfigured, match="UNBLAND_RETENTION_DAY is no setting; did you mean UNBLAND_RETENTION_DAYS"):
        bootstrap.read_settings()


def test_a_key_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither what settings look like nor what is wrong with others shows the key."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-CANARY")
    assert "CANARY" not in repr(bootstrap.read_settings())
    monkeypatch.setenv("UNBLAND_PORT", "x")
    with pytest.raises(Misconfigured) as refused:
        bootstrap.read_settings()
    assert "CANARY" not in str(refused.value)


def test_an_empty_variable_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compose files and shells leave variables empty."""
    monkeypatch.setenv("OPENAI_API_KEY", "")
    assert bootstrap.read_settings().openai_api_key is None


def test_what_is_asked_stands_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine named on the command line counts."""
    monkeypatch.setenv("UNBLAND_ENGINE", "llm")
    assert bootstrap.read_settings(Engine.EDITOR).engine == "editor"
