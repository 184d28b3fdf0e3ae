"""The command as it is typed: what it prints, what it says when it cannot, and its exit code."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "account-manager"
COMMAND = (sys.executable, "-m", "unbland")


def run(*arguments: str, stdin: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    """The finished command."""
    environment = os.environ | variables
    command = [*COMMAND, *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, env=environment, timeout=60, check=False)  # noqa: S603


def test_the_main_job() -> None:
    """The posting alone on standard output, the report on standard error."""
    done = run("rewrite", str(EXAMPLE / "draft.md"), "--facts", str(EXAMPLE / "facts.yaml"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().startswith("# Key Account Manager\n\nLast winter we delivered late")
    report = done.stderr.decode()
    assert report.startswith("Rewritten, by the editor engine. Score ")
    assert "What became of the draft" in report
    assert "Traceback" not in report
    assert "\x1b" not in report


def test_the_whole_result_is_json() -> None:
    """A program gets everything, from a draft that came through a pipe."""
    draft = (EXAMPLE / "draft.md").read_bytes()
    done = run("rewrite", "-", "--facts", str(EXAMPLE / "facts.yaml"), "--format", "json", stdin=draft)
    result = json.loads(done.stdout)
    assert (done.returncode, result["status"], result["provenance"]["engine"]) == (0, "rewritten", "editor")
    assert result["score"]["after"]["total"] > result["score"]["before"]["total"]


def test_a_draft_without_facts_is_asked_about() -> None:
    """A template of a draft becomes questions, not filler."""
    template = b"# Clerk\n\n- Handles documents as requested\n- Excellent communication skills\n- Competitive salary\n"
    done = run("rewrite", "-", stdin=template)
    assert done.returncode == 0
    assert "What we ask you" in done.stderr.decode()
    assert "[Why are you hiring" in done.stdout.decode()


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    """And standard output stays empty."""
    target = tmp_path / "posting.html"
    done = run("rewrite", str(EXAMPLE / "draft.md"), "--format", "html", "-o", str(target))
    assert (done.returncode, done.stdout) == (0, b"")
    assert "<h2>" in target.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["posting.html"]


@pytest.mark.parametrize(
    ("draft", "facts", "says"),
    [
        (b"", "", "The draft holds no text that a reader would see"),
        (b"<p style='display:none'>x</p>", "", "The draft holds no text that a reader would see"),
        (b"x" * 1_000_000, "", "The draft is larger than 400,000 bytes"),
        (
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)),
            "",
            "save it as text, Markdown or HTML and send that.",
        ),
        (b"# Clerk", "pay: {mim: 3}", "facts.yaml: pay.mim: no such field; did you mean min?"),
        (b"# Clerk", "pay: {min: 9, max: 8}", "facts.yaml: pay: min 9 is above max 8; swap them or mend one."),
        (b"# Clerk", "pay: [", "facts.yaml: The facts cannot be read: no YAML at line 2"),
        (b"# Clerk", None, "facts.yaml' cannot be read: there is no such file"),
        (None, "", "draft' cannot be read: there is no such file"),
    ],
)
def test_bad_input_is_one_sentence(draft: bytes | None, facts: str | None, says: str, tmp_path: Path) -> None:
    """Exit code 2, a sentence with the way out, nothing on standard output, no traceback."""
    for name, content in (("draft", draft), ("facts.yaml", facts.encode() if facts is not None else None)):
        if content is not None:
            (tmp_path / name).write_bytes(content)
    done = run("rewrite", str(tmp_path / "draft"), "--facts", str(tmp_path / "facts.yaml"))
    assert (done.returncode, done.stdout) == (2, b"")
    said = done.stderr.decode()
    assert says in said
    assert (said.startswith("unbland: "), said.count("\n")) == (True, 1)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "cp1252", "utf-8-sig"])
def test_a_draft_in_another_encoding_is_read(encoding: str) -> None:
    """Old systems export what they export."""
    done = run("rewrite", "-", stdin="# Café manager\n\nYou run the café of 40 seats.\n".encode(encoding))
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().startswith("# Café manager")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("rewrite",), "Missing argument 'DRAFT'"),
        (("rewrite", "x", "--format", "pdf"), "pdf"),
        (("rewrit", "x"), "No such command 'rewrit'"),
        (("rewrite", "-", "--facts", "-"), "Only one of draft and facts can come from standard input."),
        (("rewrite", "-", "--engine", "llm"), "set OPENAI_API_KEY"),
        (("rules", "pay.compettive"), "did you mean pay.competitive"),
        (("rewrite", "-", "-o", "/no/such/folder/x"), "cannot be written"),
    ],
)
def test_wrong_use_says_what_is_right(arguments: tuple[str, ...], says: str) -> None:
    """Exit code 2, and no traceback."""
    done = run(*arguments, stdin=b"# Clerk\n\nYou file 40 letters a day.\n")
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_wrong_setting_is_named() -> None:
    """The operator reads which variable, and never the key beside it."""
    done = run("rewrite", "-", UNBLAND_DEADLINE_SECONDS="soon", OPENAI_API_KEY="sk-CANARY")
    assert done.returncode == 2
    assert "UNBLAND_DEADLINE_SECONDS: input should be a valid number" in done.stderr.decode()
    assert "CANARY" not in done.stderr.decode()


@pytest.mark.parametrize(("bound", "code"), [("0", 0), ("100", 1)])
def test_a_review_can_fail_a_build(bound: str, code: int) -> None:
    """Below the bound is exit code 1, with the review all the same."""
    done = run("review", str(EXAMPLE / "draft.md"), "--fail-under", bound)
    assert done.returncode == code
    assert "draft.md:" in done.stdout.decode()
    assert " of 100, " in done.stdout.decode()


@pytest.mark.parametrize("command", ["", "rewrite", "review", "rules", "eval", "eval guard", "eval score", "serve"])
def test_every_help_shows_an_example(command: str) -> None:
    """Whoever is lost finds a line to copy."""
    done = run(*command.split(), "--help")
    assert done.returncode == 0
    assert "Example" in done.stdout.decode()
    assert max(map(len, done.stdout.decode().splitlines())) <= 80


def test_a_closed_pipe_is_quiet() -> None:
    """`unbland rules | head -1` complains of nothing."""
    shell = f"{sys.executable} -m unbland rules --markdown | head -1"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, timeout=60, check=True)  # noqa: S603, S607
    assert (done.stdout, done.stderr) == (b"# The rules\n", b"")


def test_an_interrupt_is_quiet() -> None:
    """Ctrl-C while it waits for input ends it with 130 and no traceback."""
    with subprocess.Popen([*COMMAND, "rewrite", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
        assert process.stderr is not None
        time.sleep(1.5)  # no sign shows from outside that it waits for input
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130
        assert process.stderr.read() == b""


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_are_for_terminals_that_want_them(variables: dict[str, str], coloured: bool) -> None:
    """A terminal gets them unless it says no; a file never does (see above)."""
    ours, theirs = pty.openpty()
    arguments = [*COMMAND, "rewrite", str(EXAMPLE / "draft.md")]
    environment = os.environ | {"TERM": "xterm-256color"} | variables
    subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=theirs, env=environment, check=True, timeout=60)  # noqa: S603
    os.close(theirs)
    assert bool(re.search(rb"\x1b\[[\d;]*3\dm", os.read(ours, 100_000))) is coloured
    os.close(ours)
