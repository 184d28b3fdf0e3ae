"""What became of every source."""

from __future__ import annotations

from builders import fact, ledger, line, posting, source
from unbland.core.assembly.accounting import Aside, Fate, SourceFate, UnusedLine, account
from unbland.core.ledger.model import Kind
from unbland.core.posting import Form

_SOURCES = ledger(
    source("D1", "Nurse", Kind.TITLE),
    source("D2", "Treat burns", Kind.DUTY),
    source("D3", "Teamwork", Kind.REQUIREMENT),
    source("D4", "Chat with peers", Kind.DUTY),
    fact("F1", "EUR 40,000 a year", Kind.PAY, "pay"),
    fact("F2", "Harbor Clinic", Kind.COMPANY, "company.name"),
)
_POSTING = posting(do=(line("Treat burns.", "D2"),), offer=(line("Pay: EUR 40,000 a year.", "F1", form=Form.SLOT),))


def _fates() -> dict[str, SourceFate]:
    aside = {"D3": Aside(fate=Fate.DROPPED, reason="generic")}
    return {fate.id: fate for fate in account(_SOURCES, _POSTING, aside, ()).sources}


def test_every_source_is_accounted_for_once_and_in_order() -> None:
    """Nothing is lost between the ledger and the accounting."""
    assert list(_fates()) == [each.id for each in _SOURCES.sources]


def test_a_used_source_names_its_lines() -> None:
    """The lines are counted from 0 over the whole posting."""
    fates = _fates()

    assert (fates["D2"].fate, fates["D2"].lines) == (Fate.USED, (0,))
    assert (fates["F1"].fate, fates["F1"].lines) == (Fate.PROTECTED, (1,))


def test_a_source_in_no_line_says_why() -> None:
    """Dropped sources carry the reason they were given, or that something mattered more."""
    fates = _fates()

    assert fates["D3"].reason == "generic"
    assert (fates["D4"].fate, fates["D4"].reason) == (Fate.DROPPED, "left out: the lines above say what matters more")


def test_what_needs_no_line_counts_as_used() -> None:
    """A title and a company's name are used without a line of their own."""
    fates = _fates()

    assert fates["D1"].fate is fates["F2"].fate is Fate.USED
    assert fates["D1"].reason == "the posting's title"


def test_a_title_that_a_fact_overrules_is_not_the_postings() -> None:
    """What the draft's title says beside the job's name is told, so that a person can put it back."""
    sources = ledger(source("D1", "Nurse – Ward 4B (Nights)", Kind.TITLE), fact("F1", "Cook", Kind.TITLE, "role.title"))
    overruled = Aside(fate=Fate.DROPPED, reason="the facts say otherwise (F1)", overruled=True)
    fates = account(sources, _POSTING, {"D1": overruled}, ()).sources

    assert [(fate.id, fate.fate) for fate in fates] == [("D1", Fate.DROPPED), ("F1", Fate.USED)]


def _unused(*lines: UnusedLine) -> list[str]:
    return [line.text for line in account(_SOURCES, _POSTING, {}, (), lines).unused_lines]


def _own(text: str, *cites: str) -> UnusedLine:
    return UnusedLine(text=text, cites=cites, reason="code writes this itself")


def test_a_line_that_is_not_used_is_told_once() -> None:
    """An engine may say it again when it is asked to mend something else."""
    untrue = _own("You earn EUR 90,000.", "F1")

    assert _unused(untrue, untrue) == ["You earn EUR 90,000."]


def test_what_stands_all_the_same_is_not_told_as_unused() -> None:
    """In code's words, in other capitals, or as the slot that was left to code; not as a slot that is nowhere."""
    code_has_it = (_own("pay: EUR 40,000 a year", "F1"), _own("Pay: {{F1}}.", "F1"), _own("{{F1}}", "F1"))

    assert _unused(*code_has_it, _own("{{D4}}", "D4"), _own("{{F9}} and {{F1}}", "F9", "F1")) == [
        "{{D4}}",
        "{{F9}} and {{F1}}",
    ]
