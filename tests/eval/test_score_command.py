"""`unbland eval score`: a table, an exit code, and a test part that stays unread."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from unbland.bootstrap import sets
from unbland.core.evaluation.sentences.committed import Part
from unbland.edges.cli.app import app

OURS = Path(__file__).parent / "score"
#: Figures that any order of scores meets.
FIGURES = "{tau: 0.0, best_above_worst: 0.0, gamed_low: 0.0, length_tau: 1.0}"


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["eval", "score", *arguments])


@pytest.fixture
def score(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set of our own in place of the one that ships: the cheesemonger in dev, the lighthouse keeper in test."""
    folder = tmp_path / "eval" / "score"
    for part, group in (("dev", "cheesemonger-harrow"), ("test", "lighthouse-keeper-skerry")):
        (folder / part).mkdir(parents=True)
        shutil.copy(OURS / f"{group}.yaml", folder / part)
    (folder / "figures.yaml").write_text(f"dev: {FIGURES}\ntest: {FIGURES}\n", "utf-8")
    monkeypatch.setattr(sets, "data_dir", lambda name: tmp_path / name)
    return folder


@pytest.mark.parametrize("part", Part)
def test_the_set_that_ships_holds_its_figures(part: Part) -> None:
    """Exit code 0, three rows, the sums under them, and the groups to look at next; of test only figures and names."""
    result = _run("--part", part)

    assert f"{part}: holds the committed figures." in result.stdout.splitlines(), result.stdout
    assert result.exit_code == 0
    assert re.search(rf"^{part}: \d+ groups of \d+ trades, \d+ versions$", result.stdout, re.MULTILINE)
    for row in ("score", "second reader", "word count"):
        assert re.search(rf"^ {row} +-?\d\.\d{{3}} +-?\d\.\d\d to -?\d\.\d\d", result.stdout, re.MULTILINE)
    assert re.search(r"^lowest: (\S+ -?\d\.\d\d(, |$)){5}", result.stdout, re.MULTILINE)


@pytest.mark.usefixtures("score")
def test_both_parts_are_printed_apart() -> None:
    """Each with its own table and its own end; one group has no interval."""
    said = _run().stdout

    assert said.index("dev: 1 group of 1 trade, 4 versions") < said.index("dev: holds")
    assert said.index("dev: holds") < said.index("test: 1 group of 1 trade") < said.index("test: holds")
    assert re.search(r"^ second reader +0\.667 +–", said, re.MULTILINE)
    assert "gamed version above none or one: 100.0% (1 of 1)" in said
    assert "test:" not in _run("--part", "dev").stdout


@pytest.mark.usefixtures("score")
def test_scores_by_rank_are_listed_of_dev_alone() -> None:
    """Of test the names and the agreement: a part that one tunes on is no test any more."""
    dev, test = (_run("--part", part, "--verbose").stdout for part in ("dev", "test"))

    assert re.search(r"^ \d\.\d\d  cheesemonger-harrow +\d+ +\d+ +\d+ +\d+\*$", dev, re.MULTILINE)
    assert "* is gamed" in dev
    assert re.search(r"^ -?\d\.\d\d  lighthouse-keeper-skerry$", test, re.MULTILINE)
    assert "* is gamed" not in test
    assert "lowest:" not in dev + test


@pytest.mark.usefixtures("score")
def test_no_text_is_printed() -> None:
    """Neither of a version nor of why it ranks where it does."""
    said = _run().output + _run("--verbose").output

    assert not any(word in said for word in ("Fore Street", "Morag", "magic words", "could be any job"))


def test_a_score_that_falls_short_fails(score: Path) -> None:
    """Exit code 1, and the figure that does not hold; the other part holds."""
    figures = FIGURES.replace("length_tau: 1.0", "length_tau: 0.1")
    (score / "figures.yaml").write_text(f"dev: {FIGURES}\ntest: {figures}\n", "utf-8")

    result = _run()

    assert result.exit_code == 1
    assert "test: falls short of the committed figures." in result.stdout
    assert "  word count and rank: a mean tau of 1.000, at most 0.100 either way committed" in result.stdout
    assert "dev: holds the committed figures." in result.stdout


def test_a_part_without_groups_measures_nothing(score: Path) -> None:
    """Exit code 2, whether it is asked for or its figures wait for it; without figures too it is no part yet."""
    shutil.rmtree(score / "test")

    for arguments in ([], ["--part", "test"]):
        result = _run(*arguments)
        assert result.exit_code == 2
        assert "test: nothing measured" in result.stdout
    (score / "figures.yaml").write_text(f"dev: {FIGURES}\n", "utf-8")
    assert _run().exit_code == 0
    shutil.rmtree(score / "dev")
    (score / "figures.yaml").write_text("{}", "utf-8")
    assert _run().exit_code == 2
    assert "Nothing measured" in _run().stdout


def test_a_part_without_figures_is_a_wrong_configuration(score: Path) -> None:
    """Exit code 3, with the table from which figures are taken."""
    (score / "figures.yaml").write_text(f"test: {FIGURES}", "utf-8")

    result = _run()

    assert result.exit_code == 3
    assert "dev: no figures are committed for it" in result.stdout
    assert "second reader" in result.stdout


def test_a_wrong_file_is_named(score: Path) -> None:
    """Exit code 3 and one sentence, without a word of the text."""
    path = score / "test" / "lighthouse-keeper-skerry.yaml"
    text = path.read_text("utf-8")
    for old, new, said in (
        ("gamed", "gamd", "lighthouse-keeper-skerry.yaml: versions.2.gamd: Unexpected keyword argument"),
        (
            "We are a dynamic team",
            "<!--",
            "lighthouse-keeper-skerry: the version of rank 4 cannot be scored. The draft",
        ),
    ):
        path.write_text(text.replace(old, new).replace("Competitive salary and great benefits.", "-->"), "utf-8")
        result = _run()
        assert result.exit_code == 3
        assert result.stdout == ""
        assert result.stderr.startswith(f"unbland: {said}"), result.stderr
        assert "passionate" not in result.stderr


def test_an_unknown_part_is_refused() -> None:
    """As any wrong option is."""
    assert _run("--part", "train").exit_code == 2
