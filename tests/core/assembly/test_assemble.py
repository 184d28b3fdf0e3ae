"""The posting in the guide's order."""

from __future__ import annotations

from builders import fact, ledger, line, source
from unbland.core.assembly.accounting import Aside, Fate
from unbland.core.assembly.assemble import assemble
from unbland.core.assembly.composition import Composition
from unbland.core.brief import make_brief
from unbland.core.ledger.model import Kind, Ledger
from unbland.core.posting import Line, Posting, SectionKind


def _assembled(sources: Ledger, **lines: tuple[Line, ...]) -> Posting:
    written = {SectionKind(kind): group for kind, group in lines.items()}
    return assemble(make_brief("Nurse", sources, ()), Composition(lines=written, aside={}))


def test_sections_come_in_the_guides_order() -> None:
    """However an engine orders them, the guide's order stands, and empty sections go."""
    made = _assembled(ledger(), about=(line("We run a clinic."),), do=(line("Treat burns."),), must=())

    assert [section.kind for section in made.sections] == [SectionKind.DO, SectionKind.ABOUT]


def test_pay_stands_before_benefits() -> None:
    """Code's pay line opens the offer."""
    sources = ledger(fact("F1", "EUR 40,000 a year", Kind.PAY, "pay"))
    made = _assembled(sources, offer=(line("30 days off."),))

    assert [each.text for each in made.lines] == ["Pay: EUR 40,000 a year.", "30 days off."]


def test_no_line_stands_twice() -> None:
    """A line that differs from an earlier one by case or a full stop alone is left out."""
    made = _assembled(ledger(), do=(line("Treat burns."), line("treat  burns")))

    assert [each.text for each in made.lines] == ["Treat burns."]


def test_the_last_section_carries_the_companys_name() -> None:
    """The company's name from the facts heads the section about it."""
    sources = ledger(fact("F1", "Harbor Clinic", Kind.COMPANY, "company.name"))
    made = _assembled(sources, about=(line("We treat burns."),))

    assert made.sections[-1].heading == "About Harbor Clinic"


def test_aside_sources_are_not_rendered() -> None:
    """A protected line of the draft that was set aside does not come back."""
    sources = ledger(source("D1", "Apply by 1 May.", Kind.PROCESS))
    gone = {"D1": Aside(fate=Fate.MERGED, reason="F1 says the same")}

    assert assemble(make_brief("Nurse", sources, ()), Composition(lines={}, aside=gone)).lines == ()
