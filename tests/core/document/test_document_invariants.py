"""What holds for every draft: nothing visible is lost, every line knows its place, and reading never fails."""

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from outlines import words
from unbland.core.document import read
from unbland.core.document.model import Document, Format
from unbland.errors import BadInput

#: Pieces that drafts are made of, whole and broken; `~` parts them.
PIECES = (
    "Cook~We bake bread. ~Requirements~Location: Oslo~ABOUT US~and fry ~\n~\n\n~\r\n~  ~\t~- ~* ~• ~o ~1. ~a) ~# ~## "
    "~---\n~===\n~**~*~_~`~```\n~[x](https://a.example)~[~](~)~![~<p>~</p>~<b>~</b>~<ul>~<li>~</li>~</ul>~<br>~<h2>~</h2>~<table>~<tr>"
    "~<td>~</td>~</table>~<div~>~<~<!--~-->~<script>~</script>~<p style='display:none'>~<span hidden>~</span>"
    "~<a href='https://b.example'>~</a>~&amp;~&~&lt;~&lt;p&gt;~&#8203;~\u200b~\u200d~🚀~\u00ad~\\"
    "~\"~'~: ~> ~    ~é~字~\x85~<pre>~</pre>~| ~|\n"
)
DRAFTS = st.lists(st.sampled_from(PIECES.split("~")), max_size=40).map("".join) | st.text(max_size=120)
FORMATS = st.sampled_from([None, *Format])


def parts(document: Document) -> list[tuple[str, int, int]]:
    """Text and place of each heading and line, in order."""
    rows: list[tuple[str, int, int]] = []
    for section in document.sections:
        if heading := section.heading:
            rows.append((heading.text, heading.start, heading.end))
        rows += [(line.text, line.start, line.end) for line in section.lines]
    return rows


def try_read(draft: str | bytes, fmt: Format | None) -> Document | None:
    """The document, or None where the draft is refused; anything else is a failure of the test."""
    try:
        return read(draft, fmt)
    except BadInput:
        return None


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(draft=DRAFTS, fmt=FORMATS)
@example(draft="<td>a<td>b", fmt=Format.HTML)
def test_places(draft: str, fmt: Format | None) -> None:
    """Reading is total; lines and removals are in order, inside the source, and do not overlap."""
    document = try_read(draft, fmt)

    for spans in (
        document and ([row[1:] for row in parts(document)], [(r.start, r.end) for r in document.removed])
    ) or ():
        edges = [place for span in spans for place in span]
        assert sorted(edges) == edges
        assert all(0 <= start < end <= len(draft) for start, end in spans)


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=80), fmt=FORMATS)
def test_bytes(data: bytes, fmt: Format | None) -> None:
    """Any bytes are read or refused."""
    document = try_read(data, fmt)

    assert document is None or document.sections


LINES = "We bake|Cook|SKILLS:|a b c.|Duties| |\n|\n|\n\n|  |wrapped text of some length that goes on here"


@settings(max_examples=200, deadline=None)
@given(draft=st.lists(st.sampled_from(LINES.split("|"))).map("".join))
def test_text_loses_nothing(draft: str) -> None:
    """In plain text each line is its stretch of the source, folded, and all of them are all the words."""
    rows = parts(document) if (document := try_read(draft, Format.TEXT)) else []

    for text, start, end in rows:
        assert text.rstrip(":") == " ".join(draft[start:end].rstrip(":").split())
    assert "".join(draft.split()).replace(":", "") == "".join(row[0] for row in rows).replace(" ", "").replace(":", "")


@pytest.mark.parametrize("fmt", [Format.TEXT, Format.MARKDOWN, Format.HTML])
@given(names=st.lists(st.text("abcXYZ", min_size=1, max_size=8), min_size=1, max_size=20), data=st.data())
def test_words_survive_markup(fmt: Format, names: list[str], data: st.DataObject) -> None:
    """Whatever markup stands between them, all words come out, in order."""
    between = {
        Format.TEXT: ["\n", "\n\n", " ", ".\n", ":\n", "\n• ", "\n- ", "\n1. ", "\t"],
        Format.MARKDOWN: [
            "\n",
            "\n\n",
            " ",
            " **",
            "** ",
            "\n- ",
            "\n  - ",
            "\n\n## ",
            " `",
            " | ",
            "<br>",
            "\n> ",
            "\n\n---\n\n",
        ],
        Format.HTML: [
            "<p>",
            "</p>",
            "<br>",
            " <b>",
            "</b> ",
            "<ul><li>",
            "<li>",
            "</ul>",
            "<td>",
            "<tr>",
            "<h3>",
            "</div>",
        ],
    }[fmt]
    draft = "".join(name + data.draw(st.sampled_from(between)) for name in names)

    found = re.findall("[a-zA-Z]+", " ".join(words(read(draft, fmt))))

    assert "".join(names) == "".join(found)


def test_time_is_bound_by_construction() -> None:
    """The longest draft of one sign is read in one walk: each place of the source is in one line at most."""
    for sign in ("<", "(", " ", "a", "*", "[", "\n- ", "&", "<b>", "<a ", "<!--", "Location: ", "• "):
        document = read("Cook.\n" + sign * (50_000 // len(sign)), Format.HTML)

        assert sum(end - start for _, start, end in parts(document)) <= len(document.source)
