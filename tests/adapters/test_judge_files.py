"""The judge's files: what ships is whole, and what is wrong is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from unbland.adapters.evaluation.judge_set import criteria_hash, read_criteria, read_labels, read_postings
from unbland.adapters.resources import data_dir
from unbland.core.evaluation.judging.criteria import Criterion
from unbland.core.evaluation.judging.standing import LEAST_POSTINGS
from unbland.core.evaluation.judging.votes import Answer, shown
from unbland.errors import EvalSetInvalid

OURS = data_dir("eval") / "judge"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of what ships, with the first reader's sheet alone."""
    copy = tmp_path / "judge"
    shutil.copytree(OURS, copy)
    (copy / "labels-b.tsv").unlink(missing_ok=True)
    return copy


def _names(criteria: tuple[Criterion, ...]) -> list[str]:
    return [criterion.id for criterion in criteria]


def test_the_labels_that_ship_are_enough_to_measure_with() -> None:
    """Fifty postings and more, each text once, and yes and no ten times each at least for every criterion."""
    criteria, postings = read_criteria(OURS), read_postings(OURS)
    sheets = read_labels(OURS, _names(criteria), postings)

    assert len({posting.text for posting in postings}) == len(postings) >= LEAST_POSTINGS
    assert len({posting.origin.partition(",")[0] for posting in postings}) == len(postings)
    for answers in sheets[0].values():
        assert min(list(answers.values()).count(answer) for answer in (Answer.MET, Answer.UNMET)) >= 10


def test_no_line_of_them_is_kept_from_the_judge() -> None:
    """It is asked about what the readers read."""
    assert [posting.id for posting in read_postings(OURS) if shown(posting.text)[1]] == []


def test_no_criterion_asks_what_code_decides() -> None:
    """Truth is not the judge's."""
    asked = " ".join(criterion.asks for criterion in read_criteria(OURS)).lower()
    assert not any(word in asked for word in ("faithful", "true to", "accurate", "source", "concise", "length"))


def test_the_second_reader_may_be_missing(folder: Path) -> None:
    """And is read where there is one."""
    criteria, postings = _names(read_criteria(folder)), read_postings(folder)
    assert len(read_labels(folder, criteria, postings)) == 1
    shutil.copy(folder / "labels-a.tsv", folder / "labels-b.tsv")
    one, other = read_labels(folder, criteria, postings)
    assert one == other


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("company\twhy_now", "why_now\tcompany", "first row is not posting, company"),
        ("p02\t-", "p02\tx", "p02, company: write [+]"),
        ("p02\t-\t", "p02\t\t", "p02, company: write [+]"),
        ("p03\t+\t+\t+\t+\t+\t+", "p03\t+\t+\t+\t+\t+", "p03, hard_part: write [+]"),
        ("p03", "p04", "does not have each posting"),
        ("p60\t+\t+\t+\t+\t+\t+\n", "", "does not have each posting"),
    ],
)
def test_a_sheet_that_is_not_whole_is_refused(folder: Path, old: str, new: str, says: str) -> None:
    """File, posting and column are named."""
    path = folder / "labels-a.tsv"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(EvalSetInvalid, match=says) as refused:
        read_labels(folder, _names(read_criteria(folder)), read_postings(folder))
    assert str(refused.value).startswith("labels-a.tsv")


def test_an_empty_sheet_is_refused(folder: Path) -> None:
    """One sentence, as for any other."""
    (folder / "labels-a.tsv").write_text("", "utf-8")
    with pytest.raises(EvalSetInvalid, match="no table"):
        read_labels(folder, _names(read_criteria(folder)), read_postings(folder))


def test_criteria_are_refused_by_name(folder: Path) -> None:
    """One example too few, and one criterion too few."""
    path = folder / "criteria.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('    - "Flexibility is required."\n', ""), "utf-8")
    with pytest.raises(EvalSetInvalid, match=r"criteria.yaml: .*hard_part needs"):
        read_criteria(folder)
    path.write_text(text[: text.index("- id: outcome")], "utf-8")
    with pytest.raises(EvalSetInvalid, match="4 to 7"):
        read_criteria(folder)


def test_another_word_is_another_hash(folder: Path) -> None:
    """So that two judged runs are not compared that were asked differently."""
    before = criteria_hash(read_criteria(folder))
    path = folder / "criteria.yaml"
    path.write_text(path.read_text("utf-8").replace("Flexibility", "Stamina"), "utf-8")

    assert criteria_hash(read_criteria(folder)) != before == criteria_hash(read_criteria(OURS))
