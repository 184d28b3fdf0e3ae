"""Which vendor's document it is, where in it the posting stands, and what is said of one that cannot be used."""

from __future__ import annotations

import copy

import pytest

from ats_samples import SAMPLES, fields, sample, value_of
from unbland.core.ats import AtsFormat, open_document, recognise
from unbland.core.ats.shape import at
from unbland.core.ats.xml import elements
from unbland.errors import NotAtsDocument


@pytest.mark.parametrize(("name", "fmt"), SAMPLES.items())
def test_a_document_is_known_by_its_shape(name: str, fmt: AtsFormat) -> None:
    """Each sample as it came, and the posting without what it is wrapped in."""
    document = sample(name)

    assert recognise(value_of(name)) is fmt
    assert recognise(at(document.value, *document.root)) is fmt


@pytest.mark.parametrize("value", [None, 5, "words", {}, [], {"a": 1}, {"title": "x", "content": "y"}, [[[[[]]]]]])
def test_other_values_are_no_document(value: object) -> None:
    """Nothing is guessed."""
    assert recognise(value) is None


@pytest.mark.parametrize("name", [name for name in SAMPLES if name.endswith("json")])
@pytest.mark.parametrize("wrap", ["data", "jobs", "list"])
def test_what_an_interface_wraps_is_found(name: str, wrap: str) -> None:
    """In `data`, in a list of one, in both."""
    document = sample(name)
    job = copy.deepcopy(at(document.value, *document.root))
    wrapped: object = [job] if wrap == "list" else {wrap: [job]}

    assert open_document(wrapped, SAMPLES[name]).posting == document.posting


def test_a_page_may_describe_itself_beside_the_posting() -> None:
    """Structured data comes as a graph with the site and the company in it."""
    graph = {"@graph": [{"@type": "WebSite"}, {**fields(value_of("jsonld.json")), "@type": ["JobPosting", "Thing"]}]}

    assert open_document(graph, AtsFormat.JSONLD).posting.title == "Night Nurse"


_SEVERAL = {"jobs": [value_of("greenhouse.json")] * 3}
_TWO = "<workzag-jobs><position/><position/></workzag-jobs>"


@pytest.mark.parametrize(
    ("value", "fmt", "says"),
    [
        (value_of("lever.json"), AtsFormat.GREENHOUSE, "ats:greenhouse; it looks like ats:lever."),
        ({"a": 1}, AtsFormat.ASHBY, "name another format"),
        (_SEVERAL, AtsFormat.GREENHOUSE, "holds 3 postings; send one at a time"),
        ({"offers": []}, AtsFormat.RECRUITEE, "holds 0 postings"),
        (_TWO, AtsFormat.PERSONIO, "holds 2 positions"),
        ("<jobs/>", AtsFormat.PERSONIO, "holds 0 positions"),
        ("<workzag-jobs><position>", AtsFormat.PERSONIO, "no well-formed XML"),
        ("\ud800", AtsFormat.PERSONIO, "no well-formed XML"),
        ({**fields(value_of("jsonld.json")), "description": " "}, AtsFormat.JSONLD, "no text of its own"),
    ],
)
def test_what_cannot_be_used_says_the_way_out(value: object, fmt: AtsFormat, says: str) -> None:
    """One sentence, none of it the posting's."""
    with pytest.raises(NotAtsDocument) as caught:
        open_document(value, fmt)
    assert says in str(caught.value)
    assert "Northlane" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa">]><position><name>&a;</name></position>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><position/>',
        "<a>" * 100_000,
        "",
    ],
)
def test_xml_brings_nothing_of_its_own(text: str) -> None:
    """No document type, no entity, no endless nesting (S22)."""
    with pytest.raises(NotAtsDocument):
        elements(text)


@pytest.mark.parametrize("name", [name for name in SAMPLES if name.endswith("json")])
def test_fields_of_any_type_break_nothing(name: str) -> None:
    """A vendor that sends null, a number or a list where text was is read without them."""
    value = value_of(name)
    document = sample(name)
    job = at(value, *document.root)
    assert isinstance(job, dict)
    bodies = {str(part.path[0]) if part.path else "content" for part in document.posting.editable}
    for field in job.keys() - bodies - {"@type"}:
        odds: tuple[object, ...] = (None, 5, [], {}, [None], "")
        for odd in odds:
            open_document(dict(job, **{field: odd}), SAMPLES[name])
