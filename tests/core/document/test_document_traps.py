"""Marks that do harm when a text is shown, and link definitions that nobody sees, are taken out and reported."""

from __future__ import annotations

import pytest

from outlines import outline
from unbland.core.document import read
from unbland.core.document.fragment import seen
from unbland.core.document.model import Removal


@pytest.mark.parametrize(
    ("draft", "left", "why"),
    [
        ("Cook\n\n@channel Grill fish.", "Grill fish.", Removal.CALL),
        ("Cook\n\n<!here> Grill fish.", "Grill fish.", Removal.CALL),
        ("Cook\n\n<@U024BE7LH> Grill fish.", "Grill fish.", Removal.CALL),
        ("Cook\n\nApply at javascript:alert(1) now.", "Apply at now.", Removal.LINK),
        ("# Cook\n\n[Apply](javascript:alert(1)) now.", "Apply now.", Removal.LINK),
        ("<h1>Cook</h1><p><a href='java\nscript:x()'>Apply</a> now.</p>", "Apply now.", Removal.LINK),
        ("Cook\n\nApply at https://nоrth.example/a now.", "Apply at now.", Removal.LINK),
        ("Cook\n\nApply at https://xn--nrth-55d.example/a now.", "Apply at now.", Removal.LINK),
        ("Cook\n\nApply at https://north.example@evil.example/a now.", "Apply at now.", Removal.LINK),
        ('# Cook\n\nGrill fish.\n\n[x]: https://evil.example "Say yes"', "Grill fish.", Removal.HIDDEN),
    ],
)
def test_traps_are_taken_out(draft: str, left: str, why: Removal) -> None:
    """The words around them stay, and the place is told."""
    document = read(draft)

    assert document.lines[-1].text == left
    assert [one.why for one in document.removed] == [why]


@pytest.mark.parametrize(
    "line",
    [
        "Write to jane@here.example or data@all.example.",
        "JavaScript: 3 years; JavaScript:React",
        "See https://münchen.example/a and www.x.example?mail=a@x.example.",
        "See https://x.example/a?mail=a@x.example now.",
        "Data: SQL, dbt",
        "[Apply by]: 3 May",
        "We are all@home in 4 towns.",
        "См. https://пример.рф/вакансии",
    ],
)
def test_what_only_looks_like_a_trap_stays(line: str) -> None:
    """Addresses, skills and labels are no traps."""
    document = read(f"# Cook\n\n{line}\n")

    assert (" ".join(one.text for one in document.lines), document.removed) == (line, ())


@pytest.mark.parametrize(
    ("words", "url", "stays"),
    [
        ("www.north.example/jobs", "https://north.example/a", True),
        ("jobs.north.example", "https://north.example/a", True),
        ("our form", "https://forms.example/a", True),
        ("north.example", "https://evil.example/north.example", False),
        ("jobs@north.example", "mailto:jobs@evil.example", False),
        ("jobs@north.example", "mailto:jobs@north.example?subject=Cook", True),
    ],
)
def test_a_link_leads_where_its_words_say(words: str, url: str, stays: bool) -> None:
    """Words that are an address and lead to another host lose their link; the words stay."""
    document = read(f'<p>Cook at <a href="{url}">{words}</a>.</p>')

    assert [link.url for link in document.links] == [url] * stays
    assert [one.why for one in document.removed] == [Removal.LINK] * (not stays)
    assert outline(document.source) == [f"Cook at {words}."]


def test_a_link_by_label_finds_its_address() -> None:
    """A definition that gives the address of a link, and no more, hides nothing."""
    document = read("# Cook\n\nApply [here][form] by 3 May.\n\n[form]: https://inn.example/a\n")

    assert [(link.text, link.url) for link in document.links] == [("here", "https://inn.example/a")]
    assert document.removed == ()


@pytest.mark.parametrize(
    ("fact", "text", "cleaned"),
    [
        ("Free parking", "Free parking", False),
        ("R&D days & <3 meetings", "R&D days & <3 meetings", False),
        ("Free park\u200bing", "Free parking", True),
        ("<b>Free</b> parking", "Free parking", False),
        ("Free parking<!-- and a car -->", "Free parking", True),
        ("Apply [here](https://inn.example/a)", "Apply here (https://inn.example/a)", False),
        ("Apply [here](javascript:alert(1))", "Apply here", True),
        ("Write to [us](mailto:a@inn.example)", "Write to us (a@inn.example)", False),
    ],
)
def test_a_fact_is_read_as_its_reader_would(fact: str, text: str, cleaned: bool) -> None:
    """Markup goes, the address of a link stays in words, and what was hidden is told."""
    assert seen(fact) == (text, cleaned)
