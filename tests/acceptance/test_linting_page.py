"""What the page on linting shows: its commands run, its files are taken, its hooks are there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from unbland.edges.cli.config import NAME, read_config

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "linting.md").read_text("utf-8")
DRAFT = (ROOT / "examples" / "account-manager" / "draft.md").read_bytes()


def _blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def _steps() -> Iterator[str]:
    """What the workflow runs of ours."""
    for step in _yaml("jobs")["jobs"]["review"]["steps"]:
        if str(step.get("run", "")).startswith("unbland"):
            yield step["run"]


def _yaml(key: str) -> Any:  # noqa: ANN401 (somebody else's format)
    """The one block that has this key."""
    (block,) = (block for block in map(yaml.safe_load, _blocks("yaml")) if key in block)
    return block


COMMANDS = [line for block in _blocks("sh") for line in block.splitlines()]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with postings."""
    for name in ("postings/nurse.md", "postings/old/cook.md", "drafts/2026/baker.md", "drafts/clerk.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(DRAFT)
    (tmp_path / NAME).write_text("files: [postings]\nfail_under: 10\n")
    bin_folder = tmp_path / ".bin"
    bin_folder.mkdir()
    (bin_folder / "unbland").write_text(f'#!/bin/sh\nexec {sys.executable} -m unbland "$@"\n')
    (bin_folder / "unbland").chmod(0o755)
    return tmp_path


def _run(command: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    path = f"{folder / '.bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(  # noqa: S603
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=os.environ | {"PATH": path},
        capture_output=True,
        timeout=180,
        check=False,
    )


@pytest.mark.parametrize("command", [*COMMANDS, *_steps()])
def test_every_command_runs(command: str, folder: Path) -> None:
    """Exit code 1 is for a bound that the example does not reach, and for what is yet to be fixed."""
    done = _run(command, folder)
    assert done.returncode == int("--fail-under" in command or "--diff" in command), done.stderr
    assert done.stdout or ">" in command
    assert b"Traceback" not in done.stderr


def test_the_configuration_is_taken(tmp_path: Path) -> None:
    """And names every field that there is."""
    (block,) = (block for block in _blocks("yaml") if "fail_under" in block)
    (tmp_path / NAME).write_text(block)
    config, _ = read_config(str(tmp_path / NAME))
    assert [name for name in config.__dataclass_fields__ if not getattr(config, name)] == []


def test_the_workflow_uploads_what_the_review_writes() -> None:
    """The same file, and also where a posting falls short."""
    (step,) = (step for step in _yaml("jobs")["jobs"]["review"]["steps"] if "upload-sarif" in step.get("uses", ""))
    assert [command.partition("> ")[2] for command in _steps()] == [step["with"]["sarif_file"]]
    assert step["if"] == "success() || failure()"


def test_the_hooks_that_are_shown_are_offered() -> None:
    """By the names under which the hooks file has them."""
    (repository,) = _yaml("repos")["repos"]
    assert {hook["id"] for hook in repository["hooks"]} == HOOKS.keys()


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_runs(hook: dict[str, str], folder: Path) -> None:
    """The fix changes files and is content; the review changes none and holds the repository's bound."""
    (folder / NAME).write_text("fail_under: 90\n")
    done = _run(f"{hook['entry']} postings/nurse.md drafts/clerk.md", folder)
    changed = (folder / "drafts/clerk.md").read_bytes() != DRAFT
    assert (done.returncode, changed) == ((0, True) if hook["id"] == "unbland-fix" else (1, False)), done.stderr
