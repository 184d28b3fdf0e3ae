"""Where the sections of a rewritten posting go, and that none is lost on the way."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_samples import SAMPLES, fields, sample, value_of
from builders import line
from unbland.core.ats import AtsFormat, open_document
from unbland.core.ats.allotment import allotted
from unbland.core.ats.markup import embeds, plain
from unbland.core.posting import Posting, Section, SectionKind

_LINES = {kind: (line(f"Line of {kind}."), line(f"More of {kind}.")) for kind in SectionKind}
_FULL = Posting(
    title="Nurse",
    sections=tuple(Section(kind=kind, heading=kind.title(), lines=lines) for kind, lines in _LINES.items()),
)


@pytest.mark.parametrize("name", SAMPLES)
@given(kinds=st.sets(st.sampled_from(list(SectionKind)), min_size=1))
def test_every_line_goes_somewhere_once(name: str, kinds: set[SectionKind]) -> None:
    """Whatever sections there are, whatever parts the vendor has."""
    sections = [section for section in _FULL.sections if section.kind in kinds]

    bodies = allotted(sample(name).posting, sections)

    said = "".join([*bodies.html.values(), *(html for _, html in bodies.added)])
    for section in _FULL.sections:
        for each in section.lines:
            assert said.count(each.text) == (section.kind in kinds)


def test_sections_go_where_the_vendor_has_them() -> None:
    """Requirements under requirements, benefits under benefits, and no heading twice."""
    bodies = allotted(sample("workable.json").posting, _FULL.sections).html

    assert re.findall("Line of (\\w+)", bodies["description"]) == ["opening", "do", "about", "apply"]
    assert re.findall("Line of (\\w+)", bodies["requirements"]) == ["must", "nice"]
    assert bodies["benefits"] == "<ul><li>Line of offer.</li><li>More of offer.</li></ul>"


def test_lists_of_lever_take_lists_alone() -> None:
    """Prose goes to the description; a section without a list of its own becomes one."""
    full = allotted(sample("lever.json").posting, _FULL.sections)
    data = allotted(sample("lever-data.json").posting, _FULL.sections)

    assert [re.findall("Line of (\\w+)", full.html[f"lists.{n}.content"]) for n in range(4)] == [
        ["do"],
        ["must"],
        ["nice"],
        ["offer"],
    ]
    assert full.added == ()
    assert [heading for heading, _ in data.added] == ["Nice", "Offer"]
    assert not {"<ul>", "<p>"} & set(re.findall("<\\w+>", full.html["lists.0.content"]))


def test_a_posting_of_lever_without_prose_gets_some() -> None:
    """Its lists do not take the opening, and the empty field does."""
    document = open_document({**fields(value_of("lever.json")), "descriptionBody": ""}, AtsFormat.LEVER)

    bodies = allotted(document.posting, _FULL.sections)

    assert bodies.html["descriptionBody"].startswith("<h3>Opening</h3><p>Line of opening.")
    new = fields(document.written(bodies))
    assert new["descriptionBody"] == bodies.html["descriptionBody"]
    assert new["description"] == new["opening"] + new["descriptionBody"]
    assert new["descriptionBodyPlain"].startswith("Opening\nLine of opening.")


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (
            '<p>a<img src="https://a.example/b.png" onerror="x()" width="9"></p>',
            '<img src="https://a.example/b.png" width="9">',
        ),
        ('<iframe src="https://v.example/1"></iframe>', '<iframe src="https://v.example/1"></iframe>'),
        ('<iframe src="javascript:x()"></iframe><img src="http://a.example/p.gif">', ""),
        ('<img src=x onerror="x()"><svg><img src="data:image/png,x"></svg>', ""),
        ("<p>none</p>", ""),
    ],
)
def test_images_and_frames_stay_with_their_part(html: str, kept: str) -> None:
    """With their address and size; without code, and from https alone."""
    assert embeds(html) == kept


def test_plain_text_of_a_body() -> None:
    """A line for a heading, a paragraph, and each bullet; nothing of nothing."""
    assert plain("<h3>Duties</h3><p>You lead. You plan.</p><ul><li>a &amp; b<li>c</ul>") == (
        "Duties\nYou lead. You plan.\n- a & b\n- c"
    )
    assert plain(" <p></p>") == ""
