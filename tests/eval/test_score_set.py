"""The ranked postings as files: they load, no trade stands in two parts, and what is wrong is named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from unbland.adapters.evaluation.score_set import groups_schema, read_groups, read_score_figures, read_score_set
from unbland.bootstrap import sets
from unbland.core.evaluation.sentences.committed import Part
from unbland.errors import EvalSetInvalid

SCORE = Path(__file__).parents[2] / "eval" / "score"
OURS = Path(__file__).parent / "score"


def test_the_set_loads_with_many_groups() -> None:
    """As many in either part, and trades enough that no single one decides."""
    parts = sets.score_set()

    assert [len(parts[part]) >= 30 for part in Part] == [True, True]
    assert all(len({group.trade for group in parts[part].values()}) >= 15 for part in Part)


@pytest.mark.parametrize("part", Part)
def test_the_readme_counts_what_is_there(part: Part) -> None:
    """Its table has the trades, groups and versions of each part."""
    groups = sets.score_set()[part].values()
    trades, versions = {group.trade for group in groups}, sum(len(group.versions) for group in groups)

    readme = (SCORE.parent / "README.md").read_text("utf-8")
    assert f"| `{part}` | {len(trades)} | {len(groups)} | {versions} |" in readme


def test_the_schema_for_editors_is_up_to_date() -> None:
    """`groups.schema.json` is the types, written out; on failure write `groups_schema()` with an indent of 1."""
    assert json.loads((SCORE / "groups.schema.json").read_text("utf-8")) == groups_schema()


def test_every_file_names_the_schema() -> None:
    """The first line lets an editor complete and check the fields."""
    first = "# yaml-language-server: $schema=../groups.schema.json\n"
    files = [path for part in Part for path in (SCORE / part).glob("*.yaml")]

    assert [path.name for path in files if not path.read_text("utf-8").startswith(first)] == []


def test_versions_are_read_best_first() -> None:
    """In the file they stand in any order."""
    group = read_groups(OURS)["cheesemonger-harrow"]

    assert [version.rank for version in group.versions] == [3, 1, 4, 2]
    assert [version.rank for version in group.best_first] == [1, 2, 3, 4]
    assert [version.gamed for version in group.best_first] == [False, False, False, True]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("trade: ", "trad: ", "trad: Unexpected keyword"),
        ("trade: cheesemonger", 'trade: " "', "trade: it is empty"),
        ("place: GB", "place: Devon", "place: 'Devon' is no ISO code"),
        ("    gamed: true", "    gamd: true", "versions.2.gamd: Unexpected keyword"),
        ("    gamed: true\n", "", "versions: none of them is gamed; exactly one must be"),
        ("second: 3\n", "second: 3\n    gamed: true\n", "versions: 2 of them are gamed"),
        ("rank: 3", "rank: 2", "versions.0.rank: 2 is wrong; the ranks are 1 to 4, each once"),
        ("rank: 3", "rank: 5", "versions.0.rank: 5 is wrong"),
        ("rank: 3", "rank: third", "versions.0.rank: Input should be a valid integer"),
        ("second: 3", "second: 0", "versions.0.second: 0 is wrong"),
        ("    second: 3\n", "", "versions.0.second: "),
        ("    second: 3\n", "    second: 3\n    second: 3\n", "line 7: second stands twice"),
        ('why: "a duty', 'wy: "a duty', "versions.0.wy: Unexpected keyword"),
        ('why: "a duty or two and one wage; no reason, no results"', 'why: ""', "versions.0.why: it is empty"),
        ('why: "a duty', 'why: "a "duty', "line 7 is no YAML"),
    ],
)
def test_a_wrong_file_is_refused_by_name_and_field(tmp_path: Path, old: str, new: str, said: str) -> None:
    """One sentence that names the file and the field."""
    text = (OURS / "cheesemonger-harrow.yaml").read_text("utf-8")
    assert old in text
    (tmp_path / "cheesemonger-harrow.yaml").write_text(text.replace(old, new, 1), "utf-8")

    with pytest.raises(EvalSetInvalid) as refused:
        read_groups(tmp_path)
    assert str(refused.value).startswith("cheesemonger-harrow.yaml")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("versions", "said"),
    [
        ([(1, "a"), (2, "b"), (3, "c")], "versions: there are 3, and a group has at least 4"),
        ([(1, "a"), (2, "b"), (3, "a"), (4, "d")], "versions.2.text: the same text stands in the group twice"),
        ([(1, "a"), (2, " "), (3, "c"), (4, "d")], "versions.1.text: it is empty"),
        ([(4, "a"), (3, "b"), (1, "c"), (2, "d")], "versions.3.gamed: a gamed version ranks last or last but one"),
    ],
)
def test_a_group_that_says_little_is_refused(tmp_path: Path, versions: list[tuple[int, str]], said: str) -> None:
    """Too few versions, one twice, one without a word, and one that cannot be both gamed and good."""
    rows = [
        {"rank": rank, "second": rank, "why": "so", "text": text, "gamed": place == len(versions) - 1}
        for place, (rank, text) in enumerate(versions)
    ]
    group = {"trade": "cook", "place": "GB", "versions": rows}
    (tmp_path / "cook.yaml").write_text(json.dumps(group), "utf-8")

    with pytest.raises(EvalSetInvalid, match=said):
        read_groups(tmp_path)


def test_a_trade_belongs_to_one_part(tmp_path: Path) -> None:
    """In both, the test would be of what was tuned on; in one part it may have several groups."""
    for copy in ("dev/cheesemonger-harrow.yaml", "dev/cheesemonger-rind.yaml"):
        (tmp_path / copy).parent.mkdir(exist_ok=True)
        shutil.copy(OURS / "cheesemonger-harrow.yaml", tmp_path / copy)
    assert list(read_score_set(tmp_path)[Part.DEV]) == ["cheesemonger-harrow", "cheesemonger-rind"]

    (tmp_path / "test").mkdir()
    text = (OURS / "cheesemonger-harrow.yaml").read_text("utf-8")
    (tmp_path / "test" / "monger.yaml").write_text(text.replace("cheesemonger", "Cheesemonger", 1), "utf-8")
    said = r"test/monger\.yaml: trade: 'Cheesemonger' is the trade of dev/cheesemonger-harrow\.yaml too"
    with pytest.raises(EvalSetInvalid, match=said):
        read_score_set(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("train: {tau: 0.9, best_above_worst: 1, gamed_low: 1, length_tau: 0}", "train"),
        ("dev: {tau: 0.9, best_above_worst: 1, gamed_low: 1, length: 0}", "dev.length: "),
        ("dev: {tau: 0.9, best_above_worst: 1, gamed_low: 1}", "dev.length_tau: "),
        ("dev: {tau: 0.9, best_above_worst: 97, gamed_low: 1, length_tau: 0}", "dev: best_above_worst: 97.0 is not"),
        ("dev: {tau: 0.9, best_above_worst: 1, gamed_low: 1, length_tau: -0.1}", "dev: length_tau: -0.1 is not"),
    ],
)
def test_wrong_figures_are_refused(tmp_path: Path, text: str, said: str) -> None:
    """A figure that holds nothing must not look like one that does."""
    (tmp_path / "figures.yaml").write_text(text, "utf-8")

    with pytest.raises(EvalSetInvalid, match=rf"figures\.yaml: {said}"):
        read_score_figures(tmp_path / "figures.yaml")


def test_missing_figures_are_refused(tmp_path: Path) -> None:
    """Without them the set would hold nothing."""
    with pytest.raises(EvalSetInvalid, match=r"figures\.yaml is missing"):
        read_score_figures(tmp_path / "figures.yaml")
