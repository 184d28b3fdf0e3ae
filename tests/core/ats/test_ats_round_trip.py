"""In and out again (B50): what nobody changes is the same, and what is changed is so in its bodies alone."""

from __future__ import annotations

import json
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_samples import SAMPLES, dom, fields, sample, text_of, value_of
from unbland.core.ats import AtsFormat, open_document
from unbland.core.ats.model import Bodies
from unbland.core.ats.personio import VENDOR as PERSONIO

_ALL = pytest.mark.parametrize("name", SAMPLES)


@_ALL
def test_b50_nothing_changed_is_nothing_changed(name: str) -> None:
    """Without a new body the document is equal, its fields in their order; XML is equal byte for byte."""
    back = sample(name).written(Bodies(html={}))

    assert json.dumps(back) == json.dumps(value_of(name))


@_ALL
def test_b50_each_body_put_back_is_the_same_page(name: str) -> None:
    """Every body written over with itself: the same values, and the same page to a parser of HTML."""
    document = sample(name)

    back = document.written(Bodies(html={part.key: part.html for part in document.posting.editable}))

    again = open_document(back, SAMPLES[name]).posting
    assert [dom(part.html) for part in again.parts] == [dom(part.html) for part in document.posting.parts]
    if name not in {
        "greenhouse.json",
        "personio.xml",
        "personio-de.xml",
    }:  # they hold entities and white space of their own
        assert _without_plain(back) == _without_plain(value_of(name))


def _without_plain(value: object) -> object:
    """A value without the plain copies, which are made anew."""
    if isinstance(value, dict):
        return {k: _without_plain(v) for k, v in value.items() if "lain" not in k and k != "description"}
    return [_without_plain(each) for each in value] if isinstance(value, list) else value


@_ALL
def test_b50_a_new_body_leaves_the_rest_byte_for_byte(name: str) -> None:
    """Boilerplate, titles, pay, questions and dates stay; each new body stands where the old one stood."""
    document = sample(name)
    new = {part.key: f"<li>Body {n}</li>" for n, part in enumerate(document.posting.editable)}

    again = open_document(document.written(Bodies(html=new)), SAMPLES[name]).posting

    assert {part.key: part.html for part in again.editable} == new
    kept = [part for part in document.posting.parts if not part.editable]
    assert [part for part in again.parts if not part.editable] == kept
    assert _facts(again) == _facts(document.posting)


def _facts(posting: object) -> list[object]:
    names = ("title", "company", "location", "workplace", "employment_type", "pay", "posted", "closes")
    return [getattr(posting, name) for name in names]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
@pytest.mark.parametrize("name", ["greenhouse.json", "greenhouse-harvest.json", "jsonld.json", "personio.xml"])
def test_b50_whatever_a_body_holds_comes_back(name: str, text: str) -> None:
    """Entities, brackets and ends of CDATA in a body are read as they were written."""
    document = sample(name)
    key = document.posting.editable[0].key
    html = f"<p>{text}</p>"

    again = open_document(document.written(Bodies(html={key: html})), SAMPLES[name]).posting

    assert again.editable[0].html == html.replace("]]>", "]]&gt;") if name.endswith("xml") else html


def test_b50_no_boilerplate_of_greenhouse_is_doubled() -> None:
    """The introduction, the pay and the conclusion stand once, the same letters as before."""
    document = sample("greenhouse.json")
    before = fields(document.value)["content"]

    after = fields(document.written(Bodies(html={document.posting.editable[0].key: "<p>New</p>"})))["content"]

    for mark in ("content-intro", "content-pay-transparency", "content-conclusion"):
        assert after.count(mark) == 1
    head, tail = before.index("&lt;h2&gt;"), before.index("&lt;div class=&quot;content-pay")
    assert after == f"{before[:head]}&lt;p&gt;New&lt;/p&gt;{before[tail:]}"


@pytest.mark.parametrize(
    ("name", "fmt"),
    [("greenhouse.json", AtsFormat.GREENHOUSE), ("greenhouse-harvest.json", AtsFormat.GREENHOUSE_HARVEST)],
)
def test_s9_double_unescape_never_makes_a_tag(name: str, fmt: AtsFormat) -> None:
    """Words about a tag stay words: the public interface is turned back once, Harvest not at all."""
    wire = "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;"
    content = wire if fmt is AtsFormat.GREENHOUSE else unescape(wire)
    document = open_document({**fields(value_of(name)), "content": content}, fmt)

    html = document.posting.editable[0].html

    assert html == "&lt;script&gt;alert(1)&lt;/script&gt;"
    assert dom(html) == ["text:<script>alert(1)</script>"]
    back = document.written(Bodies(html={document.posting.editable[0].key: html}))
    assert fields(back)["content"] == content


def test_b50_personio_keeps_every_other_byte() -> None:
    """Comments, white space and entities around a changed block are as they were."""
    text = text_of("personio.xml").replace("<schedule>", "<!-- full --> <schedule>").replace("\n", "\r\n")
    posting = PERSONIO.read(text)

    new = PERSONIO.write(text, posting, Bodies(html={posting.editable[0].key: "<p>Neu ☀</p>"}))

    assert isinstance(new, str)
    old_block = text[text.index("<![CDATA[<p>We are") : text.index("]]>", text.index("<![CDATA[<p>We are")) + 3]
    start = text.rindex("<value>", 0, text.index(old_block)) + len("<value>")
    end = text.index("</value>", start)
    assert new == f"{text[:start]}<![CDATA[<p>Neu ☀</p>]]>{text[end:]}"
