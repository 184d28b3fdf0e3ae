"""A review as people, programs and GitHub read it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from doubles.made import FINDING
from unbland.application.review import Looked
from unbland.core.document.model import Document, Format
from unbland.core.guide.model import Principle, Score
from unbland.core.ledger.model import Ledger
from unbland.edges.cli.lint import Reviewed, ReviewFormat, show_reviews
from unbland.edges.cli.page import Page

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


def _shown(fmt: ReviewFormat, capsys: pytest.CaptureFixture[str], name: str = "nurse.md") -> str:
    document = Document(source=SOURCE, format=Format.MARKDOWN, encoding="utf-8", sections=(), removed=())
    looked = Looked(
        document=document,
        ledger=Ledger(sources=()),
        findings=(FINDING, WORD, ROCK_STAR),
        score=Score(total=12, parts={"specific": 20, "pay": 0}),
    )
    show_reviews([Reviewed(name=name, looked=looked)], fmt, Page(to_stderr=False))
    return capsys.readouterr().out


def test_people_read_findings_by_principle(capsys: pytest.CaptureFixture[str]) -> None:
    """Place and rule on a line of their own, the words, what to do, then the score with its parts."""
    assert _shown(ReviewFormat.TEXT, capsys) == TEXT


TEXT = """\
specific 20
nurse.md:3:6 specific.cliche
      “re” → “are”
nurse.md:3:11 specific.cliche
      Say what the person will do,
      not “rock star”: 100 %.
      For example: Name the work.

pay 0
nurse.md:1:1 pay.missing
      No line says what the job pays.
      For example: Name the range.

nurse.md: 12 of 100, 3 findings
  specific 20, pay 0
"""


def test_programs_read_json(capsys: pytest.CaptureFixture[str]) -> None:
    """One object whatever the number of files, offsets and all."""
    reviews = json.loads(_shown(ReviewFormat.JSON, capsys))["reviews"]
    assert [review["file"] for review in reviews] == ["nurse.md"]
    assert reviews[0]["score"] == {"total": 12, "parts": {"specific": 20, "pay": 0}}
    assert (reviews[0]["findings"][2]["start"], reviews[0]["findings"][2]["end"]) == (19, 28)


def test_github_reads_annotations(capsys: pytest.CaptureFixture[str]) -> None:
    """One workflow command a finding, with what would end a value escaped."""
    where = "::warning file=a%2Cb%3Ac.md,line="
    missing = "No line says what the job pays. For example: Name the range."
    says = "Say what the person will do,%0Anot “rock star”: 100 %25. For example: Name the work."
    assert _shown(ReviewFormat.GITHUB, capsys, "a,b:c.md").splitlines() == [
        f"{where}1,endLine=1,col=1,endColumn=1,title=pay.missing::{missing}",
        f"{where}3,endLine=3,col=6,endColumn=7,title=specific.cliche::{says}",
        f"{where}3,endLine=3,col=11,endColumn=19,title=specific.cliche::{says}",
    ]
