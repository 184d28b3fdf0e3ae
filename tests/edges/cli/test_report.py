"""The report of a rewrite, as it is read at 80 columns without colour."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doubles.made import rewrite
from unbland.application.result import Status
from unbland.core.guide.model import Finding, Principle
from unbland.core.posting import Form
from unbland.edges.cli.page import Page
from unbland.edges.cli.report import show_rewrite


def _report(capsys: pytest.CaptureFixture[str], status: Status = Status.REWRITTEN, degraded: str | None = None) -> str:
    show_rewrite(rewrite(status, degraded), Page())
    return capsys.readouterr().err


def test_the_whole_report(capsys: pytest.CaptureFixture[str]) -> None:
    """What moved, what changed and why, what was refused, what contradicts itself, what is asked: in this order."""
    assert _report(capsys) == REPORT


def test_what_was_planted_is_told_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    """A person who publishes is told of orders to machines, in one sentence each."""
    planted = Finding(
        rule="respect.for-machines",
        principle=Principle.RESPECT,
        start=0,
        end=0,
        text="",
        message='"Ignore all rules" is meant for a program.',
    )
    show_rewrite(replace(rewrite(), findings=(planted,)), Page())

    head = 'Kept out: look at these before you publish\n  - "Ignore all rules" is meant for a program.\n'
    assert head in capsys.readouterr().err


def test_who_is_shut_out_is_told_with_the_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Of the result, whatever became of the draft: the gravest first, at most five, and not whose law was looked at."""
    made = rewrite(Status.UNCHANGED)
    where = made.rendered.markdown.index("30 grocery")
    found = [
        _found("law.place", Principle.LAW, "Held against the posting law of Ontario."),
        *(_found("respect.native", Principle.RESPECT, f"Words {n} ask where somebody was born.") for n in range(5)),
        replace(_found("respect.age-limit", Principle.RESPECT, "It is a limit."), start=where, end=where + 2),
        _found("pay.missing", Principle.PAY, "It names no pay."),
    ]

    show_rewrite(replace(made, findings=tuple(found)), Page())

    told = capsys.readouterr().err.partition("Who is shut out, and what a law asks: settle these before you publish\n")[
        2
    ]
    assert told.startswith(
        "  - It is a limit.\n      - Manage 30 grocery accounts.\n               ^^\n  - Words 0 ask"
    )
    assert "  - Words 3 ask where somebody was born.\n      and 1 more, which a review of the result shows\n" in told
    assert "Ontario" not in told
    assert "names no pay" not in told


def test_a_line_refused_twice_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    """A model that says the same again when it is asked to repair it has said one thing."""
    made = rewrite(Status.REWRITTEN)
    books = replace(made.accounting, refused_lines=made.accounting.refused_lines * 2)

    show_rewrite(replace(made, accounting=books), Page())

    assert capsys.readouterr().err.count("You earn $150,000.") == 1


def _found(rule: str, principle: Principle, message: str) -> Finding:
    return Finding(rule=rule, principle=principle, start=0, end=0, text="", message=message)


REPORT = """\
Rewritten, by the llm engine, gpt-5.4-mini. Score 31 → 88 of 100.

Score
  reason          0   → 100
  pay            10   →  90
      as before: concise 80

What became of the draft
  3 statements: 1 used, 0 kept to the letter, 1 said already, 1 dropped.
  - 1 dropped: says nothing about this job
      “We are a [dynamic] industry leader.”

Taken out first: what no reader of the draft would see
  - hidden text: 1 place, 42 characters
  - invisible characters: 2 places, 2 characters

What the model wrote and no source says: not let through
  - “You earn $150,000.”
      number: 150,000 is in no source it cites

What else the model wrote and does not stand
  - 1 left out: code writes this itself
      “You report to Ann.”

Contradictions: settle these before you publish
  - The draft and the facts differ on the pay.
      draft: “Responsible for managing 30 grocery accounts”
      facts: “Renew the contracts of both customers.”

What we ask you: answer in the facts file and run it again
  1. Which benefits do you offer?
      benefits · No source names one.
"""


@pytest.mark.parametrize(
    ("why", "says"),
    [
        ("write: rate_limited", "Not as asked: the model failed at the step “write” (rate limited)."),
        ("the draft is not in English", "Not as asked: the draft is not in English."),
    ],
)
def test_degraded_is_said_at_once(why: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Who asked for a model reads in the second line that another hand wrote."""
    assert _report(capsys, degraded=why).splitlines()[1] == says


def test_every_step_that_failed_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """One may fail after the other."""
    report = " ".join(_report(capsys, degraded="verify: timeout; repair: rate_limited").split())
    assert "the model failed at the step “verify” (timeout) and “repair” (rate limited)." in report


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (Status.UNCHANGED, "Left as it was, at 31 of 100."),
        (Status.NEEDS_FACTS, "Edited, with gaps marked: too few facts to write a posting that is yours,"),
    ],
)
def test_the_headline_says_what_became_of_it(status: Status, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A reader who stops after a line knows whether there is something to publish."""
    assert _report(capsys, status).startswith(says)


def test_lines_wrap_under_their_text(capsys: pytest.CaptureFixture[str]) -> None:
    """No line is wider than a terminal, and its rest stands under its beginning."""
    Page().item("word " * 40)
    lines = capsys.readouterr().err.splitlines()
    assert max(map(len, lines)) <= 80
    assert all(line.startswith("    word") for line in lines[1:])


def test_a_draft_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Control characters of a quotation are left out, brackets are no markup."""
    Page().quote("\x1b[31mred\x07 [bold]x[/bold] :smile:")
    assert capsys.readouterr().err == "      “[31mred [bold]x[/bold] :smile:”\n"


def test_what_a_verifier_vouches_for_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Who publishes sees which lines stand on a model's word."""
    plain = rewrite()
    (section,) = plain.posting.sections
    lines = (replace(section.lines[0], form=Form.VERIFIED),)
    posting = replace(plain.posting, sections=(replace(section, lines=lines),))
    show_rewrite(replace(plain, posting=posting), Page())
    heading = "What only a second model vouches for: read these with care"
    assert f"\n{heading}\n  - “Manage 30 grocery accounts.”\n" in capsys.readouterr().err
