"""Who takes part: how each is started, and started again; peers are installed once, outside of the repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent
_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "unbland" / "batch-peers"


class Missing(Exception):
    """A peer is not there and could not be installed; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """A peer, as one file of this folder."""

    name: str
    script: str
    #: Whether it runs in our own environment, which has what it needs.
    at_home: bool = False

    def command(self) -> list[str]:
        """What starts it; raises Missing."""
        return [sys.executable if self.at_home else _installed(), "-W", "ignore", str(_HERE / self.script)]

    def again(self) -> list[str]:
        """What goes on after a kill."""
        return self.command()

    def environment(self, home: Path) -> dict[str, str]:
        """What it is told beside what all are told."""
        return {"HOME": str(home), "LANGSMITH_TRACING": "false", "LITELLM_LOCAL_MODEL_COST_MAP": "True"}

    def kept(self, home: Path) -> set[str]:
        """The postings with an answer."""
        return {row["id"] for row in _lines(home / "out.jsonl") if row["ok"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ours(Contestant):
    """`unbland batch run`: the whole rewrite, of which a peer's question is one step."""

    def command(self) -> list[str]:
        """The command line."""
        limits = ["--rpm", "{RPM}"] if os.environ.get("PACED", "1") == "1" else []
        return [
            *_UNBLAND,
            "run",
            "{POSTINGS}",
            "-o",
            "{FOLDER}",
            "--engine",
            "llm",
            "--concurrency",
            "{AT_ONCE}",
            *limits,
        ]

    def again(self) -> list[str]:
        """As a user goes on."""
        return [*_UNBLAND, "resume", "{FOLDER}", "--concurrency", "{AT_ONCE}"]

    def environment(self, home: Path) -> dict[str, str]:
        """Its database and its folder."""
        return {"FOLDER": str(home / "rewritten"), "XDG_STATE_HOME": str(home), "UNBLAND_LOG_LEVEL": "error"}

    def kept(self, home: Path) -> set[str]:
        """The postings with a result; before the end, those in the database."""
        rows = _lines(home / "rewritten" / "results.jsonl")
        if rows:
            return {row["custom_id"] for row in rows}
        import sqlite3  # noqa: PLC0415 - only after a kill

        with sqlite3.connect(home / "unbland" / "batches.db") as database:
            return {key for (key,) in database.execute("SELECT key FROM batch_items WHERE state = 'done'")}


_UNBLAND = [sys.executable, "-m", "unbland", "batch"]

CONTESTANTS = (
    Ours(name="ours", script=""),
    Contestant(name="openai, gathered", script="by_gather.py", at_home=True),
    Contestant(name="openai, appended, six retries", script="by_append.py", at_home=True),
    Contestant(name="LangChain abatch", script="by_langchain.py", at_home=True),
    Contestant(name="LangChain, paced and appended", script="by_langchain_paced.py", at_home=True),
    Contestant(name="litellm batch", script="by_litellm.py"),
    Contestant(name="curator", script="by_curator.py"),
)


def _lines(file: Path) -> list[dict[str, object]]:
    """The whole lines of a file; none where there is no file."""
    if not file.is_file():
        return []
    whole = [line for line in file.read_text("utf-8").splitlines(keepends=True) if line.endswith("\n")]
    return [json.loads(line) for line in whole]


def _installed() -> str:
    """The Python of the peers; raises Missing."""
    lock, python = _HERE / "peers.lock", _CACHE / "bin" / "python"
    done = _CACHE / lock.name
    if not done.is_file() or done.read_bytes() != lock.read_bytes():
        _run([sys.executable, "-m", "venv", "--clear", str(_CACHE)])
        options = ["-q", "--disable-pip-version-check", "--require-hashes", "--no-deps"]
        _run([str(python), "-m", "pip", "install", *options, "-r", str(lock)])
        shutil.copy(lock, done)
    return str(python)


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - of this file
    if done.returncode:
        raise Missing(f"{Path(command[0]).name} failed: {(done.stderr or 'no word why').strip().splitlines()[-1]}")
