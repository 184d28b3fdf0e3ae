"""What the page on the API shows: its commands, one after the other, against a real service, and their answers."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from api.shape import lacking

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")

#: Each command block with what is shown under it, if anything is.
STEPS: list[tuple[str, str, str]] = re.findall(
    r"^```sh\n(.*?)^```\n(?:\n```(json|http|text)\n(.*?)^```\n)?", PAGE, re.MULTILINE | re.DOTALL
)

pytestmark = pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")


@dataclass(frozen=True)
class Shown:
    """What a block of the page shows, and what its commands gave."""

    command: str
    kind: str
    shown: str
    given: str


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> list[Shown]:
    """Every block run in one shell, as a reader would, where `unbland` is ours."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "bin").mkdir()
    (folder / "bin" / "unbland").write_text(f'#!/bin/sh\nexec {sys.executable} -m unbland "$@"\n')
    (folder / "bin" / "unbland").chmod(0o755)
    env = os.environ | {"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    env |= {"UNBLAND_DATABASE_URL": f"sqlite:///{folder / 'u.db'}", "UNBLAND_REQUIRE_KEYS": "true"}
    serve = [str(folder / "bin" / "unbland"), "serve", "--port", "0"]
    with (
        (folder / "log").open("w") as log,
        subprocess.Popen(serve, env=env, stderr=subprocess.PIPE, stdout=log, text=True) as service,  # noqa: S603
    ):
        assert service.stderr is not None
        listens = re.search(r"http://[\d.:]+", service.stderr.readline())
        assert listens is not None
        blocks = (f"{{\n{command}}} > {n}.out" for n, (command, _, _) in enumerate(STEPS))
        script = "set -eu\n" + "\n".join(blocks).replace("http://localhost:8080", listens[0])
        done = subprocess.run(  # noqa: S603
            ["/bin/bash", "-c", script], cwd=folder, env=env, capture_output=True, text=True, timeout=300, check=False
        )
        service.terminate()
        service.stderr.read()
    assert done.returncode == 0, done.stderr
    given = [(folder / f"{n}.out").read_text("utf-8") for n in range(len(STEPS))]
    return [Shown(command, kind, shown, each) for (command, kind, shown), each in zip(STEPS, given, strict=True)]


def test_every_answer_is_as_it_is_shown(steps: list[Shown]) -> None:
    """Every field that the page shows is there, of the type that it shows; statuses, headers and events too."""
    assert len([each for each in steps if each.kind]) >= 11
    for each in steps:
        assert "Traceback" not in each.given
        assert _CHECKS[each.kind](each.shown, each.given) == [], each.command


def test_nothing_that_is_shown_is_a_command_s_error(steps: list[Shown]) -> None:
    """An answer is refused only where the page says so."""
    for each in steps:
        assert ("problem+json" in each.given) is ("problem+json" in each.shown), each.command


def test_the_words_that_clients_go_by_are_as_shown(steps: list[Shown]) -> None:
    """States, verdicts, codes and revisions are the ones that the page shows."""
    for each in steps:
        words = re.findall(r'"(?:state|status|code|verdict|revision|by)": ?("\w+"|\d+)', each.shown)
        given = re.findall(r'"(?:state|status|code|verdict|revision|by)": ?("\w+"|\d+)', each.given)
        assert set(words) <= set(given), each.command


def _json(shown: str, given: str) -> list[str]:
    """Fields that the page shows and that are not there."""
    return lacking(json.loads(shown), json.loads(given))


def _http(shown: str, given: str) -> list[str]:
    """The same of an answer with its head, which begins with the same status."""
    (head, body), (head_given, body_given) = (_parted(each) for each in (shown, given))
    names = {line.partition(":")[0] for line in head[1:]} - {line.partition(":")[0].lower() for line in head_given[1:]}
    wrong = [] if head[0].split()[1] == head_given[0].split()[1] else [head_given[0]]
    return [*wrong, *sorted(names), *_json(body, body_given)]


def _parted(text: str) -> tuple[list[str], str]:
    head, _, body = text.replace("\r\n", "\n").partition("\n\n")
    return head.splitlines(), body


def _events(shown: str, given: str) -> list[str]:
    """The same of a stream: every event in its place, with its fields."""
    streams = [re.findall(r"event: (\w+)\ndata: (.*)\nid: (\d+)", each) for each in (shown, given)]
    named = [[(name, number) for name, _, number in stream] for stream in streams]
    wrong = [] if named[0] == named[1] else [str(named[1])]
    return wrong + [
        place for was, now in zip(*streams, strict=False) for place in lacking(json.loads(was[1]), json.loads(now[1]))
    ]


_CHECKS: Mapping[str, Callable[[str, str], list[str]]] = {
    "json": _json,
    "http": _http,
    "text": _events,
    "": lambda _shown, _given: [],
}
