"""The review as a whole: order, spans in markup, quotes, and what it does not read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide_cases import draft
from unbland.core.document import read
from unbland.core.facts import CompanyFacts
from unbland.core.guide import ReviewOptions, place, reading, review, shape
from unbland.core.guide.rule import Phrases
from unbland.core.guide.rules import RULES
from unbland.core.ledger import build
from unbland.core.ledger.model import Kind, Ledger, Modality, Source, Tier


def test_findings_come_in_the_order_of_the_text() -> None:
    """What is missing comes first, then one reads on."""
    made = draft([{"duty": "Utilize the till"}, {"must": "Team player"}])
    starts = [finding.start for finding in review(made.reading)]
    assert starts == sorted(starts)
    assert starts[0] == 0


def test_a_finding_names_its_source() -> None:
    """An editor drops or mends the very line."""
    made = draft([{"duty": "Bake bread"}, {"must": "Team player"}])
    assert {finding.source for finding in made.findings("specific.generic-skill")} == {"D2"}


@pytest.mark.parametrize(
    ("html", "rule", "span"),
    [
        ("<ul><li>Call <b>in order</b> to sell</li></ul>", "concise.filler", "in order</b> to"),
        ("<p>We are R&amp;D people and a world&#45;class team in Leeds</p>", "specific.boast", "world&#45;class"),
        ("<p>Salary: <b>$2,400</b></p>", "pay.no-period", "$2,400"),
        ("<p>Q&A; a <b>world-class</b> team in Leeds</p>", "specific.boast", "world-class"),
        ("<p>Be our <b>foo_rock star</b></p>", "specific.cliche", "Be our <b>foo_rock star"),
        ("<p>Our team\u00adwork is world-class in Leeds</p>", "specific.boast", "world-class"),
        ("<p>A world\u200b-class team in Leeds</p>", "specific.boast", "world\u200b-class"),
        ("<p>Cook</p><p>We&rsquo;re like a family.</p>", "specific.generic-company", "We&rsquo;re like a family."),
    ],
)
def test_a_span_holds_the_characters_of_the_input(html: str, rule: str, span: str) -> None:
    """Offsets are into what came in, markup and entities included."""
    document = read(html)
    found = [f for f in review(reading(document, build(document, CompanyFacts()))) if f.rule == rule]
    assert [document.source[f.start : f.end] for f in found] == [span]


def test_a_span_that_cannot_be_told_is_the_whole_line() -> None:
    """A source whose words were changed on the way in is still pointed at."""
    made = draft({"duty": "Café hygiene in order to serve"})
    changed = made.document.source.replace("Café", "Caf&eacute;")
    source = made.ledger.sources[0]
    document = type(made.document)(
        source=changed, format=made.document.format, encoding="utf-8", sections=made.document.sections, removed=()
    )
    found = [f for f in review(reading(document, made.ledger)) if f.rule == "concise.filler"]
    assert [(f.start, f.end, f.text) for f in found] == [(source.start, source.end, "in order to")]


def test_facts_are_not_reviewed() -> None:
    """The guide speaks of the draft; what the company states beside it is no posting."""
    made = draft({"duty": "Bake 300 loaves"})
    fact = Source(
        id="F1",
        text="World-class ninja",
        kind=Kind.COMPANY,
        modality=Modality.NONE,
        tier=Tier.GUARDED,
        field="notes[0]",
    )
    ledger = Ledger(sources=(*made.ledger.sources, fact))
    assert review(reading(made.document, ledger)) == review(made.reading)


def test_a_message_quotes_a_long_line_short() -> None:
    """A finding points at the line; it does not repeat it."""
    made = draft({"pay": "$45,000 to $52,000 a year " + "depending on experience"})
    (found,) = made.findings("pay.depends")
    assert found.message.startswith('"depending on experience"')
    long = draft({"must": "Anything goes with a university degree " + "here " * 40})
    assert all(len(f.message) < 200 for f in long.findings("requirements.degree-only"))


def test_turkish_capitals_do_not_move_a_span() -> None:
    """Some letters grow when they are made small; places stay."""
    (found,) = draft({"duty": "İİİ in order to sell"}).findings("concise.filler")
    assert (found.start, found.end) == (4, 15)


def test_the_longest_phrase_stands_alone() -> None:
    """`excellent communication skills` is one cliché, not two."""
    found = draft({"must": "Excellent verbal and written communication skills"}).findings("specific.cliche")
    assert [f.text for f in found] == ["Excellent verbal and written communication skills"]


def test_s24_a_long_text_is_reviewed_without_trouble() -> None:
    """Ten thousand lines of one word end, and cost no more than their length."""
    made = draft({"duty": "in order to " * 20, "times": 500})
    assert len(made.findings("concise.filler")) == 10_000


@pytest.mark.parametrize("off", ["pay.depends", "pay"])
def test_what_is_switched_off_says_nothing(off: str) -> None:
    """A rule by its id, or all rules of a principle by its name."""
    made = draft({"pay": "$45,000 to $52,000 a year depending on experience"})
    assert made.findings("pay.depends")
    silent = review(reading(made.document, made.ledger, ReviewOptions(off=frozenset({off}))))
    assert not [finding for finding in silent if finding.rule == "pay.depends"]


def test_one_endless_line_with_thousands_of_findings_is_not_read_again_for_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What spares a line is asked once by rule, and the words of a finding are looked for at its beginning alone."""
    asked = _counted(monkeypatch, Phrases, "takes")
    looked_for = _counted(monkeypatch, place, "_within")
    line = "We are a dy\u200bnamic, world-cl\u200bass team player.x " * 1100
    document = read(line)
    assert len(review(reading(document, build(document, CompanyFacts())))) > 3000
    assert 0 < len(asked) <= len(RULES)
    assert 0 < len(looked_for) < 300


def test_lines_that_differ_in_a_figure_alone_are_each_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is compared with all before it: the figures of a line are read for the line, not for each pair."""
    read_for = _counted(monkeypatch, shape, "quantities")
    lines = (f"- Order fish and flour for {n} kitchens a week\n" for n in range(200))
    document = read(f"# Cook\n\n## Duties\n\n{''.join(lines)}")
    told = replace(reading(document, build(document, CompanyFacts())), beside={})  # one series of lines is told as such
    assert not list(shape.repeated(told))
    assert 0 < len(read_for) <= 200


def _counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[object]:
    """The first arguments of the calls of a function, as they come."""
    calls: list[object] = []
    real = getattr(owner, name)

    def count(first: object, *others: object) -> object:
        calls.append(first)
        return real(first, *others)

    monkeypatch.setattr(owner, name, count)
    return calls
