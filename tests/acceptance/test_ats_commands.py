"""Documents of applicant tracking systems by command and over HTTP, as the page on them shows it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ats_samples import FOLDER, SAMPLES, fields, text_of, value_of
from doubles.typed import typed

_PAGE = (Path(__file__).parents[2] / "docs" / "ats.md").read_text("utf-8")
_COMMAND = (sys.executable, "-m", "unbland")


@pytest.mark.parametrize("name", ["lever.json", "personio.xml"])
def test_a_document_goes_in_and_comes_back_by_command(name: str) -> None:
    """Told by its shape; the same document with new bodies goes to standard output, the report beside it."""
    done = typed("rewrite", str(FOLDER / name), "--format", "ats")

    assert done.returncode == 0, done.stderr
    out = done.stdout.decode()
    if name.endswith("json"):
        new, old = fields(json.loads(out)), fields(value_of(name))
        assert list(new) == list(old)
        assert {key for key in old if new[key] != old[key]} <= {"description", "descriptionBody", "lists"} | {
            key for key in old if key.endswith("Plain")
        }
    else:
        changed = [line for line in out.splitlines() if line not in text_of(name).splitlines()]
        assert changed
        assert all(line.strip().startswith("<value><![CDATA[") for line in changed)


def test_only_a_document_comes_back_as_one() -> None:
    """For a text there is none."""
    done = typed("rewrite", "-", "--format", "ats", stdin=b"# Nurse\n\n- Plan 12 shifts\n")

    assert (done.returncode, done.stdout) == (2, b"")
    assert b"name it with --format-in" in done.stderr


def test_the_commands_of_the_page_work(tmp_path: Path) -> None:
    """Each line of the page, in a folder with the files it names; the service listens as the page has it."""
    for name in SAMPLES:
        (tmp_path / name).write_text(text_of(name), "utf-8")
    command, curl = re.findall(r"```sh\n(.+?)```", _PAGE, re.DOTALL)
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    (bin_folder / "unbland").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m unbland "$@"\n')
    (bin_folder / "unbland").chmod(0o755)
    environment = os.environ | {"PATH": f"{bin_folder}:{os.environ['PATH']}"}

    done = subprocess.run(["/bin/sh", "-ec", command], cwd=tmp_path, env=environment, capture_output=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    assert fields(json.loads((tmp_path / "posting.json").read_text("utf-8")))["id"] == 7712001

    with subprocess.Popen([*_COMMAND, "serve", "--port", "0"], stderr=subprocess.PIPE, text=True) as server:  # noqa: S603
        try:
            assert server.stderr is not None
            listens = re.search(r"http://[\d.:]+", server.stderr.readline())
            assert listens is not None
            line = curl.replace("localhost:8080", listens[0])
            asked = subprocess.run(["/bin/sh", "-ec", line], cwd=tmp_path, capture_output=True, check=False)  # noqa: S603
            assert asked.returncode == 0, asked.stderr
        finally:
            server.terminate()
    answer = json.loads((tmp_path / "result.json").read_text("utf-8"))
    assert [each["text"] for each in answer["rendered"]["ats"]["lists"]] == [
        "What you'll do:",
        "Requirements:",
        "Nice to have:",
        "Benefits:",
    ]


def test_every_format_stands_on_the_page() -> None:
    """With what is read, what may change and what comes back."""
    assert not [fmt for fmt in SAMPLES.values() if f"`{fmt}`" not in _PAGE]
