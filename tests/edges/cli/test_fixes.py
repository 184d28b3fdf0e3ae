"""What `--fix` and `--diff` tell of a file."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from unbland.application.fix import Fixed, Kept, fix
from unbland.application.review import Draft
from unbland.edges.cli.fixes import diff, sentence

TEXT = "# Nurse\n\n- Managing 12 beds\n- A wide variety of 12 wards\n- People who are enthusiastic\n\n12 beds."


def _fixed(text: str = TEXT) -> Fixed:
    return fix(Draft(content=text))


def test_it_says_how_many_and_what_is_left() -> None:
    """And why a person is needed there."""
    fixed = _fixed()
    score = f"{fixed.before.score.total} → {fixed.after.score.total} of 100"
    left = "left to you: 1 that the sentence needs, 1 that would say something else"
    assert sentence("a.md", fixed, written=True) == f"a.md: 1 fixed, {score}; {left}."
    assert sentence("a.md", fixed, written=False).startswith("a.md: 1 to be fixed, ")
    assert sentence("a.md", _fixed("# Nurse\n\n- 12 beds\n"), written=True) == "a.md: nothing to fix."


@pytest.mark.parametrize(
    ("kept", "says"),
    [(Kept.SCORE, "its score would be lower"), (Kept.READING, "read otherwise"), (Kept.BYTES, "save it as UTF-8")],
)
def test_a_file_that_is_kept_says_why(kept: Kept, says: str) -> None:
    """One reason, and where there is one the way out."""
    told = sentence("a.md", replace(_fixed(), kept=kept), written=True)
    assert told.startswith("a.md: left as it is, since ")
    assert says in told


@pytest.mark.parametrize("text", [TEXT, f"{TEXT}\n", TEXT.replace("\n", "\r\n"), "# Nurse\n\n- Managing 12 beds"])
def test_a_diff_can_be_patched_in(text: str, tmp_path: Path) -> None:
    """Line ends and a last line without one included."""
    fixed = _fixed(text)
    (tmp_path / "a.md").write_bytes(text.encode())
    patch = diff("a.md", fixed).encode()
    subprocess.run(["patch", "--binary", "-p0"], cwd=tmp_path, input=patch, check=True, capture_output=True)  # noqa: S607
    assert (tmp_path / "a.md").read_bytes() == fixed.content


def test_without_a_change_there_is_no_diff() -> None:
    """Not even a header."""
    assert diff("a.md", _fixed("# Nurse\n\n- 12 beds\n")) == ""
