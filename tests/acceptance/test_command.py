"""The command as it is typed: what it prints, what it says when it cannot, and its exit code."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from doubles.typed import typed

EXAMPLE = Path(__file__).parents[2] / "examples" / "account-manager"
COMMAND = (sys.executable, "-m", "unbland")


def test_the_main_job() -> None:
    """The posting alone on standard output, the report on standard error."""
    command = [*COMMAND, "rewrite", str(EXAMPLE / "draft.md"), "--facts", str(EXAMPLE / "facts.yaml")]
    done = subprocess.run(command, capture_output=True, timeout=180, check=False)  # noqa: S603
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
    done = typed("rewrite", "-", "--facts", str(EXAMPLE / "facts.yaml"), "--format", "json", stdin=draft)
    result = json.loads(done.stdout)
    assert (done.returncode, result["status"], result["provenance"]["engine"]) == (0, "rewritten", "editor")
    assert result["score"]["after"]["total"] > result["score"]["before"]["total"]


@pytest.mark.parametrize(("day", "warned"), [("2020-03-05", True), ("2999-03-05", False)])
def test_a_deadline_that_is_over_is_told(day: str, warned: bool, tmp_path: Path) -> None:
    """The posting says it as it is stated; whoever runs the command is warned."""
    facts = tmp_path / "facts.yaml"
    facts.write_text(f"process: {{deadline: {day}}}")
    done = typed("rewrite", str(EXAMPLE / "draft.md"), "--facts", str(facts))
    assert "5 March" in done.stdout.decode()
    assert (f"The deadline in the facts, {day}, is over" in done.stderr.decode()) is warned


def test_a_draft_without_facts_is_asked_about() -> None:
    """A template of a draft becomes questions, not filler."""
    template = b"# Clerk\n\n- Handles documents as requested\n- Excellent communication skills\n- Competitive salary\n"
    done = typed("rewrite", "-", stdin=template)
    assert done.returncode == 0
    assert "What we ask you" in done.stderr.decode()
    assert "[Why are you hiring" in done.stdout.decode()


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    """And standard output stays empty."""
    target = tmp_path / "posting.html"
    done = typed("rewrite", str(EXAMPLE / "draft.md"), "--format", "html", "-o", str(target))
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
    done = typed("rewrite", str(tmp_path / "draft"), "--facts", str(tmp_path / "facts.yaml"))
    assert (done.returncode, done.stdout) == (2, b"")
    said = done.stderr.decode()
    assert says in said
    assert (said.startswith("unbland: "), said.count("\n")) == (True, 1)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "cp1252", "utf-8-sig"])
def test_a_draft_in_another_encoding_is_read(encoding: str) -> None:
    """Old systems export what they export."""
    done = typed("rewrite", "-", stdin="# Café manager\n\nYou run the café of 40 seats.\n".encode(encoding))
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
        (("review", "-", "--off", "pay.mising"), "did you mean pay.missing"),
        (("review", "-", "--jurisdiction", "Ontario"), "write CA-ON, GB"),
        (("review", "-", "x.md", "--fix"), "Fix standard input alone"),
        (("review", "-", "--as-of", "soon"), "write a date, such as 2026-12-18"),
        (("review", "-", "--config", "/no/such.yaml"), "there is no such file"),
        (("rewrite", "-", "-o", "/no/such/folder/x"), "cannot be written"),
    ],
)
def test_wrong_use_says_what_is_right(arguments: tuple[str, ...], says: str) -> None:
    """Exit code 2, and no traceback."""
    done = typed(*arguments, stdin=b"# Clerk\n\nYou file 40 letters a day.\n")
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_wrong_setting_is_named() -> None:
    """The operator reads which variable, and never the key beside it."""
    done = typed("rewrite", "-", variables={"UNBLAND_DEADLINE_SECONDS": "soon", "OPENAI_API_KEY": "sk-CANARY"})
    assert done.returncode == 2
    assert "UNBLAND_DEADLINE_SECONDS: input should be a valid number" in done.stderr.decode()
    assert "CANARY" not in done.stderr.decode()


@pytest.mark.parametrize(("bound", "code"), [("0", 0), ("100", 1)])
def test_a_review_can_fail_a_build(bound: str, code: int) -> None:
    """Below the bound is exit code 1, with the review all the same."""
    done = typed("review", str(EXAMPLE / "draft.md"), "--fail-under", bound)
    assert done.returncode == code
    assert "draft.md:" in done.stdout.decode()
    assert " of 100, " in done.stdout.decode()


def test_a_file_in_the_repository_says_how_it_is_reviewed(tmp_path: Path) -> None:
    """The options on the command line count instead of the file's, one by one."""
    (tmp_path / ".unbland.yaml").write_text("off: [law.vacancy]\njurisdictions: [CA-ON]\nfail_under: 90\n")
    (tmp_path / "draft.md").write_bytes((EXAMPLE / "draft.md").read_bytes())
    done = typed("review", "draft.md", folder=tmp_path)
    assert (done.returncode, b"law.pay" in done.stdout, b"law.vacancy" in done.stdout) == (1, True, False)
    done = typed("review", "draft.md", "--off", "law.pay", "--fail-under", "1", folder=tmp_path)
    assert (done.returncode, b"law.pay" in done.stdout, b"law.vacancy" in done.stdout) == (0, False, True)


def test_a_file_is_fixed_in_place(tmp_path: Path) -> None:
    """First shown, then made, then there is nothing left to do; permissions stay."""
    file = tmp_path / "draft.md"
    file.write_bytes((EXAMPLE / "draft.md").read_bytes())
    file.chmod(0o640)
    done = typed("review", "draft.md", "--diff", folder=tmp_path)
    assert (done.returncode, file.read_bytes()) == (1, (EXAMPLE / "draft.md").read_bytes())
    assert b"\n-- Negotiating renewals" in done.stdout
    assert b"\n+- Negotiate renewals" in done.stdout
    done = typed("review", "draft.md", "--fix", folder=tmp_path)
    assert (done.returncode, file.stat().st_mode & 0o777) == (0, 0o640)
    assert b"- Negotiate renewals with 30 grocery" in file.read_bytes()
    assert re.fullmatch(r"draft.md: \d+ fixed, \d+ → \d+ of 100.*\.\n", done.stderr.decode())
    assert "draft.md: " in done.stdout.decode()
    done = typed("review", "draft.md", "--diff", folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"draft.md: nothing to fix.\n")


def test_standard_input_is_fixed_to_standard_output() -> None:
    """The text and nothing else, whether there was anything to fix or not."""
    text = "# Café clerk\r\n\r\n- Filing 40 letters".encode("cp1252")
    done = typed("review", "-", "--fix", stdin=text)
    assert (done.returncode, done.stdout) == (0, text.replace(b"Filing", b"File"))
    assert typed("review", "-", "--fix", stdin=done.stdout).stdout == done.stdout


@pytest.mark.parametrize("fmt", ["text", "json", "github", "sarif"])
def test_one_bad_file_loses_nothing_of_the_others(fmt: str, tmp_path: Path) -> None:
    """Patterns are expanded here too; what failed is told, and the exit code says so after the others are shown."""
    (tmp_path / "a.md").write_text("# Nurse\n\n- 12 beds\n")
    (tmp_path / "b.md").write_text("")
    (tmp_path / "c.md").write_text("# Nurse\n\n- 14 beds\n")
    done = typed("review", "*.md", "nix.md", "*.rst", "--format", fmt, folder=tmp_path)
    assert done.returncode == 2
    assert all(name in done.stdout for name in (b"a.md", b"c.md"))
    says = done.stderr.decode().splitlines()
    assert says[0] == "unbland: No file matches '*.rst'; check the pattern, or name the files."
    assert says[1].startswith("unbland: b.md: The draft holds no text")
    assert says[2].startswith("unbland: 'nix.md' cannot be read: there is no such file")
    assert says[3].startswith("2 postings, ")
    assert says[3].endswith("of 100 on average, 3 could not be reviewed.")
    if fmt in {"json", "sarif"}:
        assert json.loads(done.stdout)


def test_without_names_the_files_of_the_configuration_are_meant(tmp_path: Path) -> None:
    """From anywhere in the repository."""
    (tmp_path / "ads" / "old").mkdir(parents=True)
    (tmp_path / "ads" / "old" / "x.md").write_text("# Nurse\n")
    (tmp_path / "ads" / "a.md").write_text("# Nurse\n\n- 12 beds\n")
    (tmp_path / ".unbland.yaml").write_text("files: [ads]\nexclude: [old]\n")
    done = typed("review", "--format", "json", folder=tmp_path / "ads" / "old")
    assert [review["file"] for review in json.loads(done.stdout)["reviews"]] == ["../a.md"]
    done = typed("review", folder=Path("/"))
    assert (done.returncode, b"Name the postings to review" in done.stderr) == (2, True)


@pytest.mark.parametrize("command", ["", "rewrite", "review", "rules", "eval", "eval guard", "eval score", "serve"])
def test_every_help_shows_an_example(command: str) -> None:
    """Whoever is lost finds a line to copy."""
    done = typed(*command.split(), "--help")
    assert done.returncode == 0
    assert "Example" in done.stdout.decode()
    assert max(map(len, done.stdout.decode().splitlines())) <= 80


def test_a_closed_pipe_is_quiet() -> None:
    """`unbland rules | head -1` complains of nothing."""
    shell = f"{sys.executable} -m unbland rules --markdown | head -1"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, timeout=180, check=True)  # noqa: S603, S607
    assert (done.stdout, done.stderr) == (b"# The rules\n", b"")


def test_an_interrupt_among_many_files_is_quiet(tmp_path: Path) -> None:
    """The workers end with it, and none of them complains."""
    for number in range(400):
        (tmp_path / f"{number}.md").write_bytes((EXAMPLE / "draft.md").read_bytes())
    arguments = [*COMMAND, "review", str(tmp_path)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:  # noqa: S603
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        process.stdout.read()
        assert (process.wait(timeout=120), process.stderr.read()) == (130, b"")


def test_an_interrupt_is_quiet(tmp_path: Path) -> None:
    """Ctrl-C while it waits for input ends it with 130 and no traceback."""
    pipe = tmp_path / "draft"
    os.mkfifo(pipe)
    with subprocess.Popen([*COMMAND, "rewrite", str(pipe)], stderr=subprocess.PIPE) as process:  # noqa: S603
        assert process.stderr is not None
        writer = _open_when_read(pipe, process)
        assert _interrupted(process) == 130
        assert process.stderr.read() == b""
    os.close(writer)


def _interrupted(process: subprocess.Popen[bytes]) -> int:
    """The exit code of a process that is interrupted; a signal between two calls of the system is seen by neither."""
    for _ in range(4):
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.wait(timeout=5)
    process.kill()
    raise AssertionError("The command was interrupted, and went on.")


def _open_when_read(pipe: Path, process: subprocess.Popen[bytes]) -> int:
    """The writing end of a pipe, once the process waits at the other."""
    while process.poll() is None:
        with contextlib.suppress(OSError):  # nobody reads yet
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
    raise AssertionError("The command ended before it read its input.")


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_are_for_terminals_that_want_them(variables: dict[str, str], coloured: bool) -> None:
    """A terminal gets them unless it says no; a file never does (see above)."""
    ours, theirs = pty.openpty()
    arguments = [*COMMAND, "rewrite", str(EXAMPLE / "draft.md")]
    environment = os.environ | {"TERM": "xterm-256color"} | variables
    subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=theirs, env=environment, check=True, timeout=180)  # noqa: S603
    os.close(theirs)
    assert bool(re.search(rb"\x1b\[[\d;]*3\dm", os.read(ours, 100_000))) is coloured
    os.close(ours)
