"""A draft of any kind that is read: text, a file, or the document of an applicant tracking system."""

from __future__ import annotations

import base64
import binascii
import json
from enum import StrEnum

from unbland import bootstrap
from unbland.application.intake import ats_draft
from unbland.application.review import Draft
from unbland.core.ats import AtsFormat, recognise
from unbland.core.document.decode import decode
from unbland.core.document.model import Format
from unbland.core.strict_json import Unreadable, json_value
from unbland.edges.wire import draft_of
from unbland.errors import NotAtsDocument, NotText

#: What the first sign of a text must be for it to be looked at as a vendor's document.
_OPENS = ("{", "[", "<?xml", "<position")
_FEED = "<workzag-jobs"


class DraftFormat(StrEnum):
    """What a draft is written in; `auto` finds out."""

    AUTO = "auto"
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    GREENHOUSE = AtsFormat.GREENHOUSE
    GREENHOUSE_HARVEST = AtsFormat.GREENHOUSE_HARVEST
    LEVER = AtsFormat.LEVER
    LEVER_DATA = AtsFormat.LEVER_DATA
    ASHBY = AtsFormat.ASHBY
    ASHBY_BOARD = AtsFormat.ASHBY_BOARD
    SMARTRECRUITERS = AtsFormat.SMARTRECRUITERS
    WORKABLE = AtsFormat.WORKABLE
    RECRUITEE = AtsFormat.RECRUITEE
    PERSONIO = AtsFormat.PERSONIO
    JSONLD = AtsFormat.JSONLD


_TEXTS = {DraftFormat.TEXT: Format.TEXT, DraftFormat.MARKDOWN: Format.MARKDOWN, DraftFormat.HTML: Format.HTML}
_FILES = frozenset({DraftFormat.DOCX, DraftFormat.PDF})


def draft_from(content: object, fmt: DraftFormat, limit: int) -> Draft:
    """The draft in what came in; `limit` is in bytes and holds for texts.

    Bytes are a file; any value but a text is a document of an applicant tracking system. Over JSON, a Word or PDF file
    comes as base64. Raises BadInput.
    """
    if fmt is DraftFormat.AUTO:
        return _found_out(content, limit)
    if fmt in _FILES:
        return bootstrap.file_draft(content if isinstance(content, bytes) else _unpacked(content), fmt.value)
    if fmt not in _TEXTS:
        return ats_draft(_value(content, limit), AtsFormat(fmt.value))
    if isinstance(content, bytes | str):
        return draft_of(content, _TEXTS[fmt], limit)
    raise NotText("The draft must be text for this format; write it in quotes.")


def _found_out(content: object, limit: int) -> Draft:
    """The draft by its first bytes, or by its shape; what has none is text, even where it begins with a bracket."""
    if isinstance(content, bytes) and bootstrap.is_file(content):
        return bootstrap.file_draft(content)
    if isinstance(content, bytes | str):
        draft = draft_of(content, None, limit)
        document = _document(content, limit)
        return draft if document is None else document
    value = _encodable(content, limit)
    found = recognise(value)
    if found is None:
        raise NotAtsDocument("The draft has the shape of no posting that is known; name its format, or send its text.")
    return ats_draft(value, found)


def _document(content: bytes | str, limit: int) -> Draft | None:
    """The draft in a text that is a vendor's document; None for any other text."""
    text = decode(content)[0] if isinstance(content, bytes) else content
    if not text.lstrip().startswith(_OPENS) and _FEED not in text:
        return None
    try:
        value = _value(text, limit)
    except NotAtsDocument:
        return None
    found = recognise(value)
    return ats_draft(value, found) if found else None


def _value(content: object, limit: int) -> object:
    """The JSON value of a document; a text of XML stays one."""
    if not isinstance(content, bytes | str):
        return _encodable(content, limit)
    draft_of(content, None, limit)
    text = decode(content)[0] if isinstance(content, bytes) else content
    if text.lstrip().startswith("<"):
        return text
    try:
        return _encodable(json_value(text), limit)
    except Unreadable as error:
        raise NotAtsDocument(f"The draft cannot be read: {error}.") from None


def _encodable(value: object, limit: int) -> object:
    """The value, where it can go out again as it came in: halves of characters and endless nesting cannot."""
    try:
        draft_of(json.dumps(value, ensure_ascii=False), None, limit)
    except RecursionError:
        raise NotAtsDocument("The draft cannot be read: nested too deep.") from None
    return value


def _unpacked(content: object) -> bytes:
    """The bytes of a file that came as base64."""
    try:
        return base64.b64decode(content if isinstance(content, str) else "", validate=True)
    except (binascii.Error, ValueError):
        raise NotText("The file cannot be read; send its bytes as base64.") from None
