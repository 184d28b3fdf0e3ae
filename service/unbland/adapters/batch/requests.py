"""Lines of a file that are requests, in the shape in which `POST /v1/batches` takes them."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from unbland.adapters.batch.postings import MOST_NAME, unusable, vendors
from unbland.adapters.files.kinds import FileKind
from unbland.application.batch.items import Item
from unbland.application.review import Draft
from unbland.core.ats import AtsFormat, recognise
from unbland.core.batch.triaged import Labels
from unbland.core.document.model import Format
from unbland.core.facts import NO_FACTS, CompanyFacts, given, known
from unbland.core.strict_json import Unreadable, json_value

_AUTO = "auto"
_FILES = frozenset(FileKind)

#: What a posting's text may be called, in a line or in a column.
TEXTS = {
    "text": Format.TEXT,
    "text/plain": Format.TEXT,
    "markdown": Format.MARKDOWN,
    "md": Format.MARKDOWN,
    "text/markdown": Format.MARKDOWN,
    "html": Format.HTML,
    "text/html": Format.HTML,
}

#: How a text begins that may be a vendor's document.
_OPENS = ("{", "[", "<?xml", "<position", "<workzag-jobs")


def _known_format(said: str) -> str:
    """The word for a format, small; raises ValueError for one that nobody knows."""
    word = said.lower()
    if word not in {_AUTO, *TEXTS, *FileKind, *AtsFormat}:
        raise ValueError(f"write {', '.join((_AUTO, *Format, *FileKind, *AtsFormat))}")
    return word


def _auto_for_none(word: object) -> object:
    return _AUTO if word is None else word


class _Draft(BaseModel):
    model_config = ConfigDict(extra="forbid")
    content: str | dict[str, Any] | list[Any]
    format: Annotated[str, BeforeValidator(_auto_for_none), AfterValidator(_known_format)] = _AUTO


class _Request(BaseModel):
    """A line."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)
    custom_id: Annotated[str, Field(min_length=1, max_length=MOST_NAME, pattern=r"^[^\x00]+$")] | None = None
    draft: _Draft
    facts: Annotated[CompanyFacts, BeforeValidator(given), AfterValidator(known)] = NO_FACTS


def requested(record: Mapping[str, object], place: str) -> Item:
    """The item of a line."""
    try:
        request = _Request.model_validate(record)
    except ValidationError as error:
        return _wrong(error, record.get("custom_id"), place)
    key, content, fmt = request.custom_id or place, request.draft.content, request.draft.format
    role = request.facts.role
    labels = Labels(key=key, place=place, title=role.title, company=request.facts.company.name, team=role.team)
    made = _posting(content, fmt, place)
    return Item(labels=labels, draft=made.draft, file=made.file, facts=request.facts, code=made.code, error=made.error)


def _wrong(error: ValidationError, key: object, place: str) -> Item:
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(step) for step in first["loc"])
    sentence = f"The field {where} is wrong; see docs/batch.md for the shape of a line."
    if first["type"] == "value_error":  # said by our own words
        sentence = f"The field {where} is wrong: {first['ctx']['error']}."
    return unusable(place, "invalid_line", sentence, _name(key))


def _name(key: object) -> str:
    """What a caller calls a line, a number as it is written; empty where that is no name."""
    return str(key) if isinstance(key, str | int | float) and not isinstance(key, bool) else ""


def _posting(content: object, fmt: str, place: str) -> Item:
    """The draft as an item without its names; a text that nobody called a document is one by its shape alone."""
    if fmt in _FILES:
        return _file(content, place)
    if fmt in TEXTS:
        if isinstance(content, str):
            return _text(content, place, TEXTS[fmt])
        return unusable(place, "not_text", "The draft must be text for this format; write it in quotes.")
    document = _document(content)
    found = AtsFormat(fmt) if fmt != _AUTO else recognise(document)
    if found is not None:
        return vendors(document, place, found)
    if isinstance(content, str):
        return _text(content, place)
    sentence = "The draft has the shape of no posting that is known; send its text."
    return unusable(place, "not_ats_document", sentence)


def _text(content: str, place: str, fmt: Format | None = None) -> Item:
    return Item(labels=Labels(key=place, place=place), draft=Draft(content=content, format=fmt))


def _file(content: object, place: str) -> Item:
    """A Word or PDF file, which comes as base64."""
    try:
        held = base64.b64decode(content if isinstance(content, str) else "", validate=True)
    except (binascii.Error, ValueError):
        held = b""
    if not held:
        return unusable(place, "not_text", "The file cannot be read; send its bytes as base64.")
    return Item(labels=Labels(key=place, place=place), file=held)


def _document(content: object) -> object:
    """The value of a document that came as text; a text of XML stays one, as does what is none."""
    if not isinstance(content, str) or not content.lstrip().startswith(_OPENS) or content.lstrip().startswith("<"):
        return content
    try:
        return json_value(content)
    except Unreadable:
        return content
