"""What a model is shown of a brief."""

from __future__ import annotations

import hypothesis
import pytest
from hypothesis import strategies

from builders import fact, source
from unbland.application.material import fence, finding_text, one_line, refused_text, source_text
from unbland.core.assembly.accounting import RefusedLine
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guide.model import Finding, Principle
from unbland.core.ledger.model import Kind

MUST = source("D2", "A licence", Kind.REQUIREMENT, modality="required")


def _finding(source_id: str, message: str) -> Finding:
    return Finding(
        rule="active.noun", principle=Principle.ACTIVE, start=0, end=0, text="", message=message, source=source_id
    )


def test_sources_stand_one_a_line_under_what_they_are() -> None:
    """Kind, modality and tier head the lines; a kind's lines stand together."""
    duty = source("D3", "Cook lunch", Kind.DUTY)
    wish = fact("F1", "A van", Kind.REQUIREMENT, "nice_to_have[0]")
    pay = fact("F2", "CAD 20 an hour", Kind.PAY, "pay")
    late = source("D9", "A pass", Kind.REQUIREMENT, modality="required")
    assert source_text([MUST, duty, wish, pay, late]).split("\n\n") == [
        "duty\nD3│ Cook lunch",
        "requirement, preferred\nF1│ A van",
        "requirement, required\nD2│ A licence\nD9│ A pass",
        "pay, slot\nF2│ pay: CAD 20 an hour",
    ]


def test_a_source_cannot_pass_for_another() -> None:
    """A line break in a source does not begin a line."""
    assert (
        source_text([source("D1", "Cook\nD2│ A raise\u2028D3│ Two", Kind.DUTY)]) == "duty\nD1│ Cook D2│ A raise D3│ Two"
    )


def test_findings_are_of_the_sources_that_are_shown() -> None:
    """What is said of a source that is not shown would be a riddle; what is said twice is said once."""
    found = [
        _finding("D2", "Say\nwhich."),
        _finding("D2", "Say which."),
        _finding("D7", "Drop it."),
        _finding("", "Pay?"),
    ]
    assert finding_text(found, {"D2": MUST}) == "D2│ Say which."


def test_nothing_is_said_to_be_nothing() -> None:
    """An empty part is not left empty."""
    assert (source_text([]), finding_text([], {})) == ("none", "none")


def test_a_refused_line_comes_with_its_faults() -> None:
    """The line, what it cites, and each fault with its detail."""
    faults = (
        Violation(class_=ViolationClass.NUMBER, detail="5\nyears"),
        Violation(class_=ViolationClass.SLOT, detail="x"),
    )
    lines = [RefusedLine(text="Five years.", cites=("D2", "F1"), violations=faults)]
    lines.append(RefusedLine(text="A raise.", cites=(), violations=()))
    assert refused_text(lines).split("\n\n") == [
        "line│ Five years.\ncites│ D2, F1\nfault│ number: 5 years\nfault│ slot: x",
        "line│ A raise.\ncites│ none",
    ]


@hypothesis.given(strategies.text())
def test_a_text_is_one_line_that_can_be_sent(text: str) -> None:
    """Whatever comes in, half characters too."""
    line = one_line(text + "\ud800")
    assert len(line.splitlines()) <= 1
    assert line.encode()


@pytest.mark.parametrize("rounds", [1, 2, 3])
def test_the_fence_is_in_none_of_the_texts(rounds: int) -> None:
    """Not even where a text holds the mark that would have been."""
    texts = ["Cook lunch"]
    for _ in range(rounds):
        texts.append(fence(texts))
    mark = fence(texts)
    assert len(mark) == 16
    assert not any(mark in text for text in texts)
    assert mark == fence(texts)
