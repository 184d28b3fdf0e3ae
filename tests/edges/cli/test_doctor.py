"""`unbland doctor`: each part that can be wrong is told with the way out, and nothing is changed."""

from __future__ import annotations

import asyncio
import json
import socket
import sqlite3
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import psycopg
import pytest
from typer.testing import CliRunner, Result

from databases import KINDS, POSTGRES, fresh_url
from doubles.fault_server import PLAYS, FaultServer
from unbland.adapters import prompt_files
from unbland.adapters.database import connection
from unbland.adapters.database.connection import Database
from unbland.adapters.database.migrating import migrate
from unbland.adapters.prompt_files import changed_prompts
from unbland.adapters.resources import data_dir
from unbland.bootstrap.service import service
from unbland.edges.cli.app import app
from unbland.errors import Misconfigured, PromptInvalid

KEY = "sk-CANARY-0123456789"


def _run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words), catch_exceptions=False)


def _line(result: Result, part: str) -> str:
    """What is said of a part."""
    (line,) = (line for line in result.stdout.splitlines() if line[7:].startswith(f"{part} "))
    return line


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the settings name; it is not there yet."""
    file = tmp_path / "state" / "unbland.db"
    monkeypatch.setenv("UNBLAND_DATABASE_URL", f"sqlite:///{file}")
    return file


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The URL of a database of each kind, which the settings name."""
    with fresh_url(request.param, tmp_path) as made:
        monkeypatch.setenv("UNBLAND_DATABASE_URL", made)
        yield made


def _migrate(url: str, revision: str = "head") -> None:
    async def migrated() -> None:
        database = Database(url)
        await migrate(database, revision)
        await database.aclose()

    asyncio.run(migrated())


def test_a_fresh_machine_is_well(file: Path) -> None:
    """A line for each part, and nothing is made."""
    result = _run("doctor")

    assert result.exit_code == 0
    parts = [line[7:].split()[0] for line in result.stdout.splitlines()]
    assert parts == ["settings", "database", "keys", "model", "prompts", "extras", "folder"]
    assert all(line.startswith("ok ") for line in result.stdout.splitlines())
    assert not file.parent.exists()


def test_a_program_reads_the_same() -> None:
    """As JSON, with a field for each thing."""
    said = json.loads(_run("doctor", "--format", "json").stdout)

    assert said["ok"] is True
    assert said["checks"][0].keys() == {"part", "ok", "said", "way_out"}


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("UNBLAND_PORT", "CANARY", "UNBLAND_PORT"),
        ("UNBLAND_ENGINE", "llm", "set OPENAI_API_KEY"),
        ("UNBLAND_HOST", "0.0.0.0", "UNBLAND_REQUIRE_KEYS"),  # noqa: S104 - refused
        ("UNBLAND_DATABASE_URL", "CANARY", "no database URL"),
        ("UNBLAND_DATABASE_URL", "mysql://CANARY@db/u", "sqlite:///file.db"),
    ],
)
def test_wrong_settings_end_it(variable: str, value: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 2, and nothing else is looked at; the value is not repeated."""
    monkeypatch.setenv(variable, value)
    result = _run("doctor")

    assert result.exit_code == 2
    assert result.stdout.startswith("wrong  settings")
    assert says in result.stdout
    assert "CANARY" not in result.output
    assert json.loads(_run("doctor", "--format", "json").stdout)["ok"] is False


def test_every_wrong_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two at once are said at once, and the way out is one."""
    monkeypatch.setenv("UNBLAND_PORT", "x")
    monkeypatch.setenv("UNBLAND_AT_ONCE", "0")
    (found,) = json.loads(_run("doctor", "--format", "json").stdout)["checks"]

    assert "UNBLAND_PORT" in found["said"]
    assert "UNBLAND_AT_ONCE" in found["said"]
    assert found["way_out"] == "mend each variable that is named"


def test_a_driver_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the extra that brings it."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.setenv("UNBLAND_DATABASE_URL", "postgresql://unbland@db/unbland")
    result = _run("doctor")

    assert (result.exit_code, "unbland[postgres]" in _line(result, "settings")) == (2, True)


def test_extras_that_are_not_installed_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are wanted by those who use them alone, so nothing is wrong."""
    asked = metadata.version

    def version(name: str) -> str:
        if name == "pyarrow":
            raise metadata.PackageNotFoundError(name)
        return asked(name)

    monkeypatch.setattr(metadata, "version", version)
    result = _run("doctor")

    assert (result.exit_code, "not parquet" in _line(result, "extras")) == (0, True)


def test_a_service_with_nowhere_to_write_says_so_at_its_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence with the way out, as in a container without a volume."""
    monkeypatch.setenv("UNBLAND_DATABASE_URL", "sqlite:////proc/unbland/unbland.db")
    result = CliRunner().invoke(app, ["serve", "--port", "0"])

    assert isinstance(result.exception, Misconfigured)
    assert "/proc/unbland" in str(result.exception)
    assert "UNBLAND_DATABASE_URL" in str(result.exception)


@pytest.mark.parametrize(
    ("play", "says"),
    [
        ("valid", ""),
        ("length", ""),
        ("401", "does not take the key; set OPENAI_API_KEY"),
        ("402", "has no quota left"),
        ("429", "takes no more requests"),
        ("503", "an error of its own"),
        ("404", "set UNBLAND_MODEL"),
        ("html", "OPENAI_BASE_URL ends in /v1"),
        ("silent", "did not answer in time"),
    ],
)
async def test_the_model_is_asked_once(play: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What its server answers is told with the way out, never with the key or the server's words."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("UNBLAND_DEADLINE_SECONDS", "0.5" if play == "silent" else "10")
    async with FaultServer(PLAYS[play]) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        result = await asyncio.to_thread(_run, "doctor")
        offline = await asyncio.to_thread(_run, "doctor", "--offline")

    assert server.calls == 1
    assert result.exit_code == (3 if says else 0)
    assert says in _line(result, "model")
    assert (offline.exit_code, "was not asked" in _line(offline, "model")) == (0, True)
    assert "CANARY" not in result.output
    assert "SECRET" not in result.output


async def test_the_verifier_is_asked_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its own name."""
    monkeypatch.setenv("UNBLAND_VERIFIER_MODEL", "second")
    async with FaultServer(PLAYS["valid"], PLAYS["404"]) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        result = await asyncio.to_thread(_run, "doctor")

    assert [request["model"] for request in server.requests] == ["gpt-5.4-mini", "second"]
    assert (result.exit_code, _line(result, "verifier").startswith("wrong")) == (3, True)


def test_a_host_that_is_dead_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With its name alone: an address may hold a password."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    monkeypatch.setenv("OPENAI_BASE_URL", f"http://user:CANARY@127.0.0.1:{port}/v1")
    result = _run("doctor")

    assert result.exit_code == 3
    assert "127.0.0.1 cannot be reached" in _line(result, "model")
    assert "CANARY" not in result.output


def test_the_newest_schema_is_well(url: str) -> None:
    """On both databases."""
    _migrate(url)

    assert "newest schema" in _line(_run("doctor"), "database")


def test_an_old_schema_is_told(url: str) -> None:
    """A file is brought forward by the service; a server's database by its operator. Neither by looking at it."""
    _migrate(url, "a001")
    first, again = _run("doctor"), _run("doctor")

    assert first.stdout == again.stdout
    if url.startswith("sqlite"):
        assert (first.exit_code, "when the service starts" in _line(first, "database")) == (0, True)
    else:
        assert (first.exit_code, "run `unbland migrate`" in _line(first, "database")) == (3, True)


def test_the_schema_of_a_newer_version_is_told(url: str) -> None:
    """After a step back to an older version of ours."""
    _migrate(url)
    if url.startswith("sqlite"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as file:
            file.execute("UPDATE alembic_version SET version_num = 'z999'")
        file.close()
    else:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute("UPDATE alembic_version SET version_num = 'z999'")
    result = _run("doctor")

    assert (result.exit_code, "newer version" in _line(result, "database")) == (3, True)


@pytest.mark.skipif(not POSTGRES, reason="UNBLAND_TEST_POSTGRES names none")
def test_a_database_without_tables_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that makes them."""
    with fresh_url("postgresql", tmp_path) as url:
        monkeypatch.setenv("UNBLAND_DATABASE_URL", url)
        assert "has no tables; run `unbland migrate`" in _line(_run("doctor"), "database")


def test_a_database_that_is_away_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """And that its keys cannot be told; the password is not."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    monkeypatch.setenv("UNBLAND_DATABASE_URL", f"postgresql://unbland:CANARY@127.0.0.1:{port}/unbland")
    monkeypatch.setenv("UNBLAND_REQUIRE_KEYS", "true")
    result = _run("doctor")

    assert result.exit_code == 3
    assert "cannot be reached" in _line(result, "database")
    assert "mend that first" in _line(result, "keys")
    assert "CANARY" not in result.output


def test_a_file_that_is_no_database_is_told(file: Path) -> None:
    """It stays as it is."""
    file.parent.mkdir()
    file.write_bytes(b"CANARY" * 1000)
    result = _run("doctor")

    assert (result.exit_code, "cannot be read" in _line(result, "database")) == (3, True)
    assert file.read_bytes() == b"CANARY" * 1000


def test_a_service_that_asks_for_keys_has_some(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is revoked does not count; none is shown."""
    _migrate(url)
    monkeypatch.setenv("UNBLAND_REQUIRE_KEYS", "true")
    monkeypatch.setenv("UNBLAND_HOST", "0.0.0.0")  # noqa: S104 - nothing listens
    without = _run("doctor")
    made = _run("keys", "create", "northlane")
    with_one = _run("doctor")
    _run("keys", "revoke", made.stderr.split()[0])
    revoked = _run("doctor")

    assert (without.exit_code, "unbland keys create" in _line(without, "keys")) == (3, True)
    assert (with_one.exit_code, "1 may be used" in _line(with_one, "keys")) == (0, True)
    assert made.stdout.strip() not in with_one.output
    assert (revoked.exit_code, "none that may be used" in _line(revoked, "keys")) == (3, True)


def test_a_folder_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With its name."""
    monkeypatch.setenv("UNBLAND_DATABASE_URL", "sqlite:////proc/unbland/unbland.db")
    result = _run("doctor")

    assert (result.exit_code, "/proc/unbland cannot be written" in _line(result, "folder")) == (3, True)


def test_b26_a_disk_that_is_full_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the doctor and by readiness: a file can still be made on it, and no rewrite kept."""
    _migrate(f"sqlite:///{file}")
    assert _run("doctor").exit_code == 0
    monkeypatch.setattr(connection, "_ROOM", 1 << 80)
    result = _run("doctor")

    assert (result.exit_code, "is on a disk that is full; make room" in _line(result, "folder")) == (3, True)
    made = service()
    assert asyncio.run(made.wrong()) == ("disk",)
    asyncio.run(made.database.aclose())


def _prompts(folder: Path) -> Path:
    """The shipped prompts, to be changed."""
    for path in data_dir("prompts").rglob("*.*"):
        (folder / path.relative_to(data_dir("prompts"))).parent.mkdir(parents=True, exist_ok=True)
        (folder / path.relative_to(data_dir("prompts"))).write_bytes(path.read_bytes())
    return folder


def test_prompts_that_were_changed_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By their names: one with a word more, one that is gone."""
    folder = _prompts(tmp_path / "prompts")
    write = folder / "write" / "v1.md"
    write.write_text(write.read_text("utf-8") + "\nCANARY\n", "utf-8")
    (folder / "verify" / "v1.md").unlink()
    monkeypatch.setattr(prompt_files, "data_dir", lambda _: folder)
    result = _run("doctor")

    assert (result.exit_code, "verify/v1, write/v1" in _line(result, "prompts")) == (3, True)
    assert "CANARY" not in result.output


@pytest.mark.parametrize("lock", ["", "[1]", None])
def test_a_lock_that_cannot_be_read_is_told(lock: str | None, tmp_path: Path) -> None:
    """Missing, or no JSON of names."""
    folder = _prompts(tmp_path)
    (folder / "lock.json").unlink() if lock is None else (folder / "lock.json").write_text(lock)

    with pytest.raises(PromptInvalid, match=r"lock\.json"):
        changed_prompts(folder)


def test_a_service_that_does_not_run_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a container asks itself; the answer of one that runs is in the acceptance tests."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    monkeypatch.setenv("UNBLAND_PORT", str(port))
    result = _run("doctor", "--running")

    assert result.exit_code == 3
    assert result.stdout == f"wrong  service   does not answer on port {port}; start it with `unbland serve`\n"
