"""A review as people, programs, GitHub's runner and code scanning read it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from doubles.made import FINDING
from unbland import __version__
from unbland.application.review import Draft, Looked, look
from unbland.core.document.model import Document, Format
from unbland.core.guide import RULES
from unbland.core.guide.model import Finding, Gain, Principle, Score
from unbland.core.ledger.model import Ledger
from unbland.edges.cli.lint import ReviewFormat, Tally, report
from unbland.edges.cli.page import Page
from unbland.edges.cli.reviewed import RULE_OF, Level, Reviewed, level

SOURCE = "# Nurse\n\nYou are a rock star, 100 % of the time.\n"
ROCK_STAR = replace(
    FINDING,
    rule="specific.cliche",
    principle=Principle.SPECIFIC,
    start=19,
    end=28,
    text="rock star",
    message="Say what the person will do,\nnot “rock star”: 100 %.",
    suggestion="Name the work.",
)
WORD = replace(ROCK_STAR, start=14, end=16, text="re", replacement="are")
CUT = replace(ROCK_STAR, start=30, end=35, text="100 %", replacement="")


def _looked(source: str = SOURCE, *findings: Finding) -> Looked:
    document = Document(source=source, format=Format.MARKDOWN, encoding="utf-8", sections=(), removed=())
    gains = (Gain(rule="pay.missing", points=9), Gain(rule="specific.cliche", points=4))
    score = Score(total=12, parts={"specific": 20, "pay": 0}, gains=gains)
    return Looked(document=document, ledger=Ledger(sources=()), findings=findings, score=score)


def _shown(fmt: ReviewFormat, capsys: pytest.CaptureFixture[str], *reviews: Reviewed, failed: int = 0) -> str:
    shown = report(fmt, Page(to_stderr=False))
    shown.begin()
    for review in reviews or (Reviewed(name="nurse.md", looked=_looked(SOURCE, FINDING, WORD, ROCK_STAR, CUT)),):
        shown.show(review)
    shown.end(failed=failed)
    return capsys.readouterr().out


def _sarif(capsys: pytest.CaptureFixture[str], *drafts: str, name: str = "nurse.md", failed: int = 0) -> Any:  # noqa: ANN401 (JSON)
    """The one run over these drafts."""
    reviews = [Reviewed(name=name, looked=look(Draft(content=draft))) for draft in drafts]
    log = json.loads(_shown(ReviewFormat.SARIF, capsys, *reviews, failed=failed))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    return log["runs"][0]


def test_people_read_findings_by_principle(capsys: pytest.CaptureFixture[str]) -> None:
    """Place and rule, the line with the words underlined and what to put, what to do, why; then the score."""
    assert _shown(ReviewFormat.TEXT, capsys) == TEXT


TEXT = """\
specific 20
nurse.md:3:6 specific.cliche
      You are a rock star, 100 % of the time.
           ^^ put “are”
nurse.md:3:11 specific.cliche
      You are a rock star, 100 % of the time.
                ^^^^^^^^^
nurse.md:3:22 specific.cliche
      You are a rock star, 100 % of the time.
                           ^^^^^ cut it
      Say what the person will do,
      not “rock star”: 100 %.
      For example: Name the work.
      Why: Of 500,000 UK job ads, about nine in ten held one of ten clichés:
      nobody learns anything from them.
      +4 points or more when mended.

pay 0
nurse.md:1:1 pay.missing
      No line says what the job pays.
      For example: Name the range.
      Why: Pay is what most readers look for first, and many do not apply
      without it.
      +9 points or more when mended.

nurse.md: 12 of 100, 4 findings
  specific 20, pay 0
  Most to gain: +9 pay.missing, +4 specific.cliche
"""


def test_each_why_is_told_once_whatever_the_number_of_files(capsys: pytest.CaptureFixture[str]) -> None:
    """Who reads the tenth posting knows it."""
    twice = [Reviewed(name=name, looked=_looked(SOURCE, FINDING)) for name in ("a.md", "b.md")]
    assert _shown(ReviewFormat.TEXT, capsys, *twice).count("Why: Pay is what most readers look for") == 1


def test_what_is_said_of_several_words_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    """The words are underlined, so that the sentence need not repeat them; of a single one it does."""
    praise = "# Nurse\n\n- World-class team of six\n- Leading-edge beds for all\n- Award-winning food, twice a day\n"
    shown = _shown(ReviewFormat.TEXT, capsys, Reviewed(name="a.md", looked=look(Draft(content=praise))))
    assert shown.count("This is praise that nobody can check") == 1
    one = _shown(
        ReviewFormat.TEXT, capsys, Reviewed(name="a.md", looked=look(Draft(content="# Nurse\n\n- World-class team\n")))
    )
    assert '"World-class" is praise that nobody can check' in " ".join(one.split())


@pytest.mark.parametrize(
    ("line", "start", "end", "shown"),
    [
        ("- Bake bread", 2, 12, "- Bake bread"),
        ("Bake bread", 5, 10, "Bake bread\n" + " " * 11 + "^^^^^"),
        ("We 焼く bread", 3, 5, "We 焼く bread\n" + " " * 9 + "^^^^"),
        ("\tBake \x1b[31mbread", 6, 16, "Bake [31mbread\n" + " " * 11 + "^^^^^^^^^"),
        ("x" * 60 + " bread " + "y" * 60, 61, 66, None),
        ("x " * 100, 0, 200, None),
        ("bread " * 30 + "end", 0, 6 * 30, None),
    ],
)
def test_an_excerpt_fits_the_page(
    line: str, start: int, end: int, shown: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Long lines are cut on both sides of what is meant; wide signs count twice, and nothing steers the terminal."""
    Page(to_stderr=False).excerpt(line, start, end)
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert shown is None or out == f"      {shown}\n"


def test_a_label_that_does_not_fit_beside_stands_below(capsys: pytest.CaptureFixture[str]) -> None:
    """It is never cut: it is what to write."""
    label = f"put “{'word ' * 12}”"
    Page(to_stderr=False).excerpt("Bake bread for the town", 5, 10, label)
    assert "".join(capsys.readouterr().out.split()).endswith("^^^^^" + "".join(label.split()))


def test_programs_read_json(capsys: pytest.CaptureFixture[str]) -> None:
    """One object whatever the number of files, offsets and all."""
    reviews = json.loads(_shown(ReviewFormat.JSON, capsys))["reviews"]
    assert [review["file"] for review in reviews] == ["nurse.md"]
    assert reviews[0]["score"] == {
        "total": 12,
        "parts": {"specific": 20, "pay": 0},
        "gains": [{"rule": "pay.missing", "points": 9}, {"rule": "specific.cliche", "points": 4}],
    }
    assert (reviews[0]["findings"][2]["start"], reviews[0]["findings"][2]["end"]) == (19, 28)


def test_json_is_json_for_two_files_and_for_none(capsys: pytest.CaptureFixture[str]) -> None:
    """A run in which every file failed has an empty list; the layout is the library's own."""
    two = [Reviewed(name=name, looked=_looked(SOURCE, FINDING)) for name in ("a.md", "b.md")]
    text = _shown(ReviewFormat.JSON, capsys, *two)
    assert [review["file"] for review in json.loads(text)["reviews"]] == ["a.md", "b.md"]
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
    shown = report(ReviewFormat.JSON, Page(to_stderr=False))
    shown.begin()
    shown.end(failed=1)
    assert json.loads(capsys.readouterr().out) == {"reviews": []}


def test_github_reads_annotations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A workflow command a finding, from the root of the repository, with what would end a value escaped."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "ads").mkdir()
    monkeypatch.chdir(tmp_path / "ads")
    broken = replace(ROCK_STAR, start=0, end=28)
    review = Reviewed(name="a,b:c.md", looked=_looked(SOURCE, FINDING, ROCK_STAR, broken))
    where = "file=ads/a%2Cb%3Ac.md,line="
    missing = "No line says what the job pays. For example: Name the range."
    says = "Say what the person will do,%0Anot “rock star”: 100 %25. For example: Name the work."
    assert _shown(ReviewFormat.GITHUB, capsys, review).splitlines() == [
        f"::warning {where}1,endLine=1,col=1,endColumn=1,title=pay.missing::{missing}",
        f"::notice {where}3,endLine=3,col=11,endColumn=19,title=specific.cliche::{says}",
        f"::notice {where}1,endLine=3,title=specific.cliche::{says}",
        "unbland: a,b:c.md: 12 of 100, 3 findings",
    ]


def test_words_are_notices_and_what_is_planted_is_a_warning() -> None:
    """GitHub shows ten of each and no more; no cliché may take the place of a missing pay."""
    levels = {rule: level(RULE_OF[rule]) for rule in ("pay.missing", "respect.hidden", "specific.cliche")}
    assert levels == {
        "pay.missing": Level.WARNING,
        "respect.hidden": Level.WARNING,
        "specific.cliche": Level.NOTICE,
    }


def test_code_scanning_learns_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """All of them, in their order, each with what GitHub shows: short and full text, help, level, tag."""
    driver = _sarif(capsys, SOURCE)["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("unbland", __version__)
    assert [rule["id"] for rule in driver["rules"]] == [rule.id for rule in RULES]
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"])
        assert {"text", "markdown"} == rule["help"].keys()
        assert "{" not in rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in {"warning", "note"}
        assert rule["properties"]["tags"] == [rule["id"].partition(".")[0]]


def test_a_result_points_into_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    """Lines and columns from 1, the end exclusive, characters from 0, in code points."""
    run = _sarif(capsys, "# Nurse\r\n\r\nWir 😀: you are a rock star, 100 % of the time.\r\n")
    (result,) = (result for result in run["results"] if result["ruleId"] == "specific.cliche")
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "specific.cliche"
    assert (result["level"], result["message"]["text"].startswith('"rock star"')) == ("note", True)
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "nurse.md"},
        "region": {
            "startLine": 3,
            "startColumn": 18,
            "endLine": 3,
            "endColumn": 27,
            "charOffset": 28,
            "charLength": 9,
        },
    }


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a b#ä.md", "ads/a%20b%23%C3%A4.md"),
        ("../up.md", "up.md"),
        ("/elsewhere/x.md", "file:///elsewhere/x.md"),
        ("-", "stdin"),
    ],
)
def test_a_file_is_named_from_the_root_of_the_repository(
    name: str, uri: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """So the viewer finds it, wherever the command was typed."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "ads").mkdir()
    monkeypatch.chdir(tmp_path / "ads")
    results = _sarif(capsys, SOURCE, name=name)["results"]
    assert {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in results} == {uri}


def test_a_fingerprint_stays_when_lines_move(capsys: pytest.CaptureFixture[str]) -> None:
    """And two findings of the same words have two."""
    draft = "# Nurse\n\nYou are a rock star.\n\nWe want a rock star.\n"
    prints = [
        [r["partialFingerprints"] for r in _sarif(capsys, text)["results"] if r["ruleId"] == "specific.cliche"]
        for text in (draft, draft.replace("\n\n", "\n\nThe ward has 40 beds.\n\n", 1))
    ]
    assert prints[0] == prints[1]
    assert len(set(map(str, prints[0]))) == 2


def test_a_replacement_is_a_fix(capsys: pytest.CaptureFixture[str]) -> None:
    """The change as `--fix` would make it, mark and article included; what it would leave has none."""
    run = _sarif(capsys, "# Nurse\n\n- Lead an enthusiastic, calm ward of six\n- Call in order to plan 12 shifts\n")
    fixes = {r["ruleId"]: r["fixes"][0] for r in run["results"] if "fixes" in r}
    (replacement,) = fixes["concise.filler"]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"]["text"] == "to"
    assert replacement["deletedRegion"]["charLength"] == len("in order to")
    assert fixes["concise.filler"]["description"]["text"] == "Put “to”"
    (cut,) = fixes["specific.boast"]["artifactChanges"][0]["replacements"]
    assert (cut["insertedContent"]["text"], cut["deletedRegion"]["charLength"]) == ("a ", len("an enthusiastic, "))


@pytest.mark.parametrize(("failed", "well"), [(0, True), (1, False)])
def test_the_run_says_whether_it_went_well(failed: int, well: bool, capsys: pytest.CaptureFixture[str]) -> None:
    """A viewer must not take a file that could not be read for one without findings."""
    invocation = {"executionSuccessful": well, "toolExecutionNotifications": []}
    assert _sarif(capsys, SOURCE, failed=failed)["invocations"] == [invocation]


@pytest.mark.parametrize(
    ("tally", "says"),
    [
        (Tally(least=None, files=3, points=100), "3 postings, 33 of 100 on average."),
        (Tally(least=60, files=1, points=12, below=1), "1 posting, 12 of 100 on average, 1 below 60."),
        (Tally(least=None, failed=2), "0 postings, 2 could not be reviewed."),
    ],
)
def test_many_files_come_to_a_sentence(tally: Tally, says: str) -> None:
    """How many, how good, how many too bad."""
    assert tally.sentence == says


@pytest.mark.parametrize(
    ("fmt", "says"),
    [
        (
            ReviewFormat.TEXT,
            "\nnurse.md is not in English (de, as it seems): reviewed in part, layout, pay and\nlaw only.\n",
        ),
        (ReviewFormat.GITHUB, "\n::notice file=nurse.md,line=1,title=language::nurse.md is not in English (de, "),
        (ReviewFormat.JSON, '"language": "de",\n      "partial": true'),
        (ReviewFormat.SARIF, '"toolExecutionNotifications": [{"level": "note", "message": {"text": "nurse.md is not '),
    ],
)
def test_a_review_in_part_says_so(fmt: ReviewFormat, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Silence on the rest must not be taken for praise."""
    review = Reviewed(name="nurse.md", looked=replace(_looked(SOURCE, FINDING), language="de"))
    assert says in _shown(fmt, capsys, review)


def test_a_language_that_nobody_can_tell_is_called_so() -> None:
    """No code is shown that says nothing to anybody."""
    note = Reviewed(name="a.md", looked=replace(_looked(), language="und")).note
    assert note == "a.md is in a language we do not know: reviewed in part, layout, pay and law only."
