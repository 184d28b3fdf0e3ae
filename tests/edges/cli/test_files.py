"""Files in and out, and a sentence for each way they fail."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from unbland.core.document.model import Format
from unbland.core.facts import NO_FACTS
from unbland.edges.cli.files import MAX_FACTS_BYTES, read_draft, read_facts, write
from unbland.errors import BadFacts, BadInput, DraftTooLong


@pytest.mark.parametrize(
    ("name", "fmt"), [("a.md", Format.MARKDOWN), ("a.HTM", Format.HTML), ("a.txt", None), ("a", None)]
)
def test_a_name_says_what_a_file_is(name: str, fmt: Format | None, tmp_path: Path) -> None:
    """Where the name does not say it, the text does."""
    (tmp_path / name).write_bytes(b"x")
    draft = read_draft(str(tmp_path / name), 10)
    assert (draft.content, draft.format) == (b"x", fmt)


def test_a_draft_that_is_too_large_is_not_read_whole(tmp_path: Path) -> None:
    """One byte more than the limit is enough to know."""
    (tmp_path / "a").write_bytes(b"x" * 100)
    with pytest.raises(DraftTooLong):
        read_draft(str(tmp_path / "a"), 10)


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drafts come out of pipes."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a draft")))
    assert read_draft("-", 10).content == b"a draft"


def test_no_facts_file_is_no_facts() -> None:
    """Facts are optional."""
    assert read_facts(None) is NO_FACTS


def test_facts_have_a_limit_and_their_errors_a_file(tmp_path: Path) -> None:
    """What is wrong is said of the file it is wrong in."""
    path = tmp_path / "facts.yaml"
    path.write_bytes(b"x" * (MAX_FACTS_BYTES + 1))
    with pytest.raises(BadFacts, match="larger than"):
        read_facts(str(path))
    path.write_text("pay: {mim: 3}")
    with pytest.raises(BadFacts, match=r"facts\.yaml: pay\.mim: no such field; did you mean min\?$"):
        read_facts(str(path))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("none.md", "there is no such file"),
        (".", "it is a folder"),
        ("a\0b", "it is no file name"),
        ("a" * 300, "too long"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(name: str, says: str, tmp_path: Path) -> None:
    """The reason is the system's, in plain words."""
    with pytest.raises(BadInput, match=f"cannot be read: .*{says}"):
        read_draft(str(tmp_path / name), 10)


def test_a_result_replaces_a_file_whole(tmp_path: Path) -> None:
    """Nothing lies beside it afterwards, and a link still leads to it."""
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old")
    link.symlink_to(real)
    write("new – é\n", str(link))
    assert real.read_bytes() == "new – é\n".encode()
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.md", "real.md"]


def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    """A pipe or a device is not replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write("through", str(pipe))
    assert os.read(reader, 10) == b"through"
    os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["no/such/folder.md", "."])
def test_what_cannot_be_written_is_a_sentence(name: str, tmp_path: Path) -> None:
    """And leaves nothing behind."""
    with pytest.raises(BadInput, match="cannot be written"):
        write("x", str(tmp_path / name))
    assert not list(tmp_path.iterdir())


def test_without_a_file_it_is_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    """`-` and nothing mean the same."""
    write("a", None)
    write("b", "-")
    assert capsys.readouterr().out == "ab"
