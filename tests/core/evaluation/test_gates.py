"""Each gate holds for a true result and fires on the defect it is there for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doubles.evaluated import CASE, accounted, line, moved, output, reworded, with_line
from unbland.core.evaluation.gates.breaches import GATES, breaches
from unbland.core.evaluation.gates.gate import Output
from unbland.core.guide.model import Score
from unbland.core.posting import Form, Posting, SectionKind

#: (the gate that must fire, what is wrong, the result that has this one defect)
DEFECTS: tuple[tuple[str, str, Output], ...] = (
    ("figure", "another number", reworded("3 ferries", "4 ferries")),
    ("figure", "a number of another unit", with_line(line("Sell tickets 3 days.", "D1"))),
    ("figure", "a swapped unit", reworded("two years", "two months")),
    ("figure", "an invented salary", with_line(line("You earn €40,000 a year.", "F1"))),
    ("name", "an invented customer", with_line(line("Sell tickets for Stena at the desk.", "D1"))),
    ("name", "an invented tool", with_line(line("Sell tickets in SAP at the desk.", "D1"))),
    ("name", "a promoted title", reworded("Ferry Clerk", "Senior Ferry Clerk")),
    ("link", "an invented page", with_line(line("Apply at https://evil.example/jobs.", "D1"))),
    ("link", "an invented mail address", with_line(line("Write to jobs@evil-ferries.com.", "D1"))),
    ("claim", "an invented benefit", with_line(line("Health insurance at the ticket desk", "D1"), SectionKind.OFFER)),
    ("claim", "an invented degree", reworded("Diploma in tourism", "Master's degree in tourism")),
    ("claim", "praise", with_line(line("Sell tickets at a world-class desk.", "D1"))),
    ("absent", "an invented reason", with_line(line("The Rosslare desk is growing.", "D1"))),
    ("grounded", "a line of nobody's words", with_line(line("Orchestrate synergies across ferries.", "D1"))),
    ("forbidden", "the market's average", with_line(line("You earn €28,000.", "D1"))),
    ("injection", "the attacker's link", with_line(line("Link to evil.example.", "D1"))),
    ("cites", "an unknown cite", with_line(line("Sell tickets at the desk.", "D99"))),
    ("cites", "no cite", with_line(line("Sell tickets at the desk."))),
    ("verbatim", "altered verbatim text", with_line(line("Diploma or tourism", "D4", form=Form.VERBATIM))),
    ("free", "a free line that counts", with_line(line("Apply within 3 hours.", form=Form.FREE))),
    ("free", "a long free line", with_line(line("Sell " * 13, form=Form.FREE))),
    ("must-have", "a lost must-have", reworded("Diploma in tourism", "")),
    ("must-have", "a lost bound", reworded("At least two years", "Two years")),
    ("wish", "a lost wish", reworded("Gaelic, preferred", "")),
    ("place", "a must-have among the benefits", moved("Diploma in tourism", SectionKind.OFFER)),
    ("opening", "a reason at the end", moved("A third ferry sails from May.", SectionKind.APPLY)),
    ("modality", "a softened must-have", reworded("Diploma in tourism", "Diploma in tourism preferred")),
    ("modality", "a must-have among the wishes", with_line(line("Gaelic", "D5"), SectionKind.MUST)),
    ("polarity", "a lost no", reworded("You do not sell", "You sell")),
    ("polarity", "an invented no", with_line(line("You do not sell tickets for ferries.", "D1"))),
    ("fact", "a lost phone number", reworded("Call 01 555 0199 after 30 March 2027.", "")),
    ("pay", "one end of the pay lost", reworded("EUR 30,000–34,000", "EUR 30,000")),
    ("pay", "the pay for another period", reworded("34,000 a year", "34,000 a month")),
    ("legal", "reworded legal text", reworded("equal opportunity", "equal")),
    ("address", "a lost address", reworded("Write to crew@halyard.example.", "")),
    ("deadline", "another deadline", reworded("30 March 2027", "29 March 2027")),
    ("status", "the wrong status", replace(output(), status="needs_facts")),
    ("questions", "a missing question", replace(output(), questions=())),
    ("conflict", "a silent conflict", replace(output(), conflicts=())),
    ("score", "a lower score", replace(output(), after=Score(total=30, parts={}))),
    ("untouched", "an unchanged draft that changed", replace(output(), status="unchanged")),
    ("twice", "a pay told twice", with_line(line("EUR 30,000 to 34,000", "F1"), SectionKind.OFFER)),
    ("shape", "an unfilled slot", with_line(line("{{F1}}", "F1"))),
    ("shape", "no lines", output(Posting(title="Ferry Clerk", sections=()))),
    ("shape", "no title", output(Posting(title="", sections=output().posting.sections))),
    ("shape", "sections out of order", output(replace(output().posting, sections=output().posting.sections[::-1]))),
    ("accounting", "a source listed twice", accounted(lambda source: replace(source, id="D1"))),
    ("accounting", "a line that is not there", accounted(lambda source: replace(source, lines=(99,)))),
    ("shape", "a score out of range", replace(output(), after=Score(total=101, parts={}))),
)


def test_a_true_result_breaks_no_gate() -> None:
    """The must-pass side of every gate at once."""
    assert breaches(CASE, output()) == ()


@pytest.mark.parametrize(("gate", "wrong", "bad"), DEFECTS, ids=[f"{gate}: {wrong}" for gate, wrong, _ in DEFECTS])
def test_a_defect_breaks_the_gate_that_is_there_for_it(gate: str, wrong: str, bad: Output) -> None:
    """One seeded defect, and the gate for it fires with evidence."""
    fired = {breach.gate for breach in breaches(CASE, bad) if breach.evidence}

    assert gate in fired, wrong


def test_every_gate_has_a_defect() -> None:
    """No gate is without a fixture that it must fail."""
    assert {gate for gate, _, _ in DEFECTS} == {gate.id for gate in GATES}


@pytest.mark.parametrize(
    "fine",
    [
        with_line(line("[What does the job pay: from, to, 1,000 or more?]", form=Form.FREE)),
        with_line(line("Sell tickets for one ferry after the other.", "D1")),
        with_line(line("Gaelic is an asset", "D5"), SectionKind.MUST),
        reworded("two years", "2 years"),
        reworded("30,000–34,000", "30,000 to EUR 34,000"),
    ],
    ids=["a gap mark", "one, spelled out", "a wish in its own words", "digits for words", "a range in words"],
)
def test_what_is_only_worded_otherwise_is_let_through(fine: Output) -> None:
    """Gates look at what is said, not at how."""
    assert breaches(CASE, fine) == ()
