"""What names, patterns and folders mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from unbland.edges.cli.patterns import Excluded, expand

FILES = (
    "ads/a.md",
    "ads/b.txt",
    "ads/c.HTML",
    "ads/old/d.md",
    "ads/old/deep/e.md",
    "ads/.hidden/f.md",
    "ads/logo.png",
    "odd[1].md",
    "z.md",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with postings, in which we stand."""
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("names", "files"),
    [
        (["z.md", "ads/a.md"], ["z.md", "ads/a.md"]),
        (["ads/a.md", "z.md", "./ads/../ads/a.md", "ads/a.md"], ["ads/a.md", "z.md", "./ads/../ads/a.md"]),
        (["ads"], ["ads/a.md", "ads/b.txt", "ads/c.HTML", "ads/old/d.md", "ads/old/deep/e.md"]),
        (["ads/*.md"], ["ads/a.md"]),
        (["ads/*"], ["ads/a.md", "ads/b.txt", "ads/c.HTML", "ads/logo.png", "ads/old/d.md", "ads/old/deep/e.md"]),
        (["ads/**/*.md"], ["ads/a.md", "ads/old/d.md", "ads/old/deep/e.md"]),
        (["[az]*.md", "ads/[ab].*"], ["z.md", "ads/a.md", "ads/b.txt"]),
        (["odd[1].md"], ["odd[1].md"]),
        (["-", "ads/logo.png"], ["-", "ads/logo.png"]),
        (["nix.md", "a\0b"], ["nix.md", "a\0b"]),
    ],
)
def test_what_is_meant(names: list[str], files: list[str]) -> None:
    """In the order of the names, each once; a file that is not there is told when its turn comes."""
    assert expand(names, Excluded()) == (tuple(files), ())


def test_what_means_nothing_is_told_and_loses_nothing() -> None:
    """A sentence for each, with the way out; the others are reviewed."""
    files, wrong = expand(["*.rst", "z.md", "empty"], Excluded())
    assert files == ("z.md",)
    assert wrong[0] == "No file matches '*.rst'; check the pattern, or name the files."
    assert wrong[1].startswith("'empty' holds no posting; those end in .htm, ")


@pytest.mark.parametrize(
    ("patterns", "files"),
    [
        (("ads/old",), ["ads/a.md", "ads/b.txt", "ads/c.HTML"]),
        (("ads/old/",), ["ads/a.md", "ads/b.txt", "ads/c.HTML"]),
        (("*.md",), ["ads/b.txt", "ads/c.HTML"]),
        (("deep/", "a.md"), ["ads/b.txt", "ads/c.HTML", "ads/old/d.md"]),
        (("old/deep",), ["ads/a.md", "ads/b.txt", "ads/c.HTML", "ads/old/d.md", "ads/old/deep/e.md"]),
        (("ads/*/deep/*", "b.*"), ["ads/a.md", "ads/c.HTML", "ads/old/d.md"]),
    ],
)
def test_what_is_excluded(patterns: tuple[str, ...], files: list[str]) -> None:
    """A folder with all beneath it, or a file by its name or its place."""
    assert expand(["ads"], Excluded(patterns=patterns)).files == tuple(files)


def test_what_is_named_itself_is_not_excluded(folder: Path) -> None:
    """Who names a file means it."""
    excluded = Excluded(patterns=("*",), folder=folder)
    assert expand(["z.md"], excluded).files == ("z.md",)
    assert expand(["*.md"], excluded).files == ()


def test_a_pattern_is_meant_from_the_configuration_s_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the command is typed; what lies elsewhere it does not mean."""
    monkeypatch.chdir(folder / "ads")
    assert expand(["old"], Excluded(patterns=("ads/old/deep",), folder=folder)).files == ("old/d.md",)
    assert expand(["../ads/*.md"], Excluded(patterns=("*",), folder=folder / "empty")).files == ("../ads/a.md",)
