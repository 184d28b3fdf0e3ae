"""A draft of any kind from whatever came in: text, bytes of a file, JSON values."""

from __future__ import annotations

import base64
import io
import json

import docx
import pytest

from ats_samples import SAMPLES, text_of, value_of
from unbland.core.ats import AtsFormat
from unbland.core.document.model import Format
from unbland.edges.drafts import DraftFormat, draft_from
from unbland.errors import BadInput, DraftTooLong, NotAtsDocument, NotText

_LIMIT = 400_000


def test_every_format_of_a_vendor_has_its_name() -> None:
    """A caller can name each."""
    assert {fmt.value for fmt in AtsFormat} <= {fmt.value for fmt in DraftFormat}


@pytest.mark.parametrize(("name", "fmt"), SAMPLES.items())
def test_a_document_may_come_as_value_text_or_bytes(name: str, fmt: AtsFormat) -> None:
    """Named or not, it is the same draft."""
    text = text_of(name)
    drafts = [
        draft_from(value_of(name), DraftFormat(fmt.value), _LIMIT),
        draft_from(text, DraftFormat(fmt.value), _LIMIT),
        draft_from(text, DraftFormat.AUTO, _LIMIT),
        draft_from(b"\xef\xbb\xbf" + text.encode(), DraftFormat.AUTO, _LIMIT),
    ]

    assert all(draft == drafts[0] and draft.format is Format.HTML for draft in drafts)
    assert drafts[0].ats is not None
    assert drafts[0].ats.format is fmt


@pytest.mark.parametrize(
    ("content", "fmt", "known"),
    [
        ("# Nurse", DraftFormat.AUTO, None),
        ("# Nurse", DraftFormat.MARKDOWN, Format.MARKDOWN),
        (b"<p>Nurse</p>", DraftFormat.HTML, Format.HTML),
        ("<p>Nurse</p>", DraftFormat.AUTO, None),
        ('{"a": "b"}', DraftFormat.TEXT, Format.TEXT),
        ('{"a": "b"}', DraftFormat.AUTO, None),
        ("[Nurse](https://a.example) for nights", DraftFormat.AUTO, None),
        (b"{ Nurse }", DraftFormat.AUTO, None),
        ('["a', DraftFormat.AUTO, None),
        ("<?xml version='1.0'?><html><p>Nurse</p></html>", DraftFormat.AUTO, None),
    ],
)
def test_any_other_text_is_a_draft_as_before(content: bytes | str, fmt: DraftFormat, known: Format | None) -> None:
    """Even where it looks like JSON."""
    draft = draft_from(content, fmt, _LIMIT)

    assert (draft.content, draft.format, draft.ats) == (content, known, None)


def _nested(depth: int) -> str:
    """A posting of Lever with something deep beside it."""
    return '{"text": "x", "categories": {}, "lists": [], "description": "<p>Plan shifts.</p>", "deep": ' + (
        "[" * depth + "]" * depth + "}"
    )


@pytest.mark.parametrize(
    ("content", "fmt", "error", "says"),
    [
        ("{", DraftFormat.LEVER, NotAtsDocument, "cannot be read: no JSON at line 1, column 2"),
        ('{"a": 1, "a": 2}', DraftFormat.LEVER, NotAtsDocument, "a field stands twice"),
        ('{"a": NaN}', DraftFormat.LEVER, NotAtsDocument, "NaN and Infinity"),
        ("[" * 100_000, DraftFormat.LEVER, NotAtsDocument, "nested too deep"),
        ('{"text": "\\ud800", "lists": [], "categories": {}}', DraftFormat.LEVER, NotText, "not text"),
        (_nested(900), DraftFormat.LEVER, NotAtsDocument, "nested too deep"),
        (_nested(100), DraftFormat.LEVER, NotAtsDocument, "nested too deep"),
        ({"a": 1}, DraftFormat.AUTO, NotAtsDocument, "no posting that is known"),
        ({"a": 1}, DraftFormat.HTML, NotText, "must be text for this format"),
        ({"a": "x" * 500}, DraftFormat.LEVER, DraftTooLong, "larger than 100 bytes"),
        ('{"a": "' + "x" * 500 + '"}', DraftFormat.LEVER, DraftTooLong, "larger than 100 bytes"),
        ("no base64!", DraftFormat.DOCX, NotText, "send its bytes as base64"),
        (base64.b64encode(b"no PDF").decode(), DraftFormat.PDF, NotText, "no PDF file that can be read"),
        (b"\x89PNG..", DraftFormat.AUTO, NotText, "an image"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(
    content: object, fmt: DraftFormat, error: type[BadInput], says: str
) -> None:
    """Which says what is wrong and echoes nothing."""
    with pytest.raises(error, match=says):
        draft_from(content, fmt, 100 if "xxx" in str(content) else _LIMIT)


def test_the_character_set_is_told_in_the_known_order() -> None:
    """Mark, strict UTF-8, cp1252: a JSON file of an old exporter is read as it was meant."""
    text = json.dumps(value_of("jsonld.json")).replace("Night Nurse", "Pflegekraft für Köln")
    plain = text.replace("\\u00fc", "ü").replace("\\u00f6", "ö")

    titles = {
        draft.ats.posting.title
        for data in (plain.encode(), plain.encode("cp1252"), b"\xff\xfe" + plain.encode("utf-16-le"))
        if (draft := draft_from(data, DraftFormat.AUTO, _LIMIT)).ats
    }

    assert titles == {"Pflegekraft für Köln"}


def test_a_word_file_is_known_by_its_first_bytes() -> None:
    """And over JSON by its format, in base64."""
    stream = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Plan 12 shifts")
    document.save(stream)

    plain = draft_from(stream.getvalue(), DraftFormat.AUTO, _LIMIT)
    packed = draft_from(base64.b64encode(stream.getvalue()).decode(), DraftFormat.DOCX, _LIMIT)

    assert plain == packed
    assert (plain.content, plain.format) == ("<p>Plan 12 shifts</p>", Format.HTML)
