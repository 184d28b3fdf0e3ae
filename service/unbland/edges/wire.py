"""The shape of facts and results for every edge: one way in, one way out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, TypeAdapter, ValidationError

from unbland.application.result import Rewrite
from unbland.application.review import Draft, Looked
from unbland.core.document.model import Format
from unbland.core.facts import CompanyFacts, given, known
from unbland.core.guide.model import Review
from unbland.core.strict_json import Unreadable, json_value
from unbland.edges.complaint import faults, sentence
from unbland.edges.strict import yaml_value
from unbland.errors import BadFacts, DraftTooLong, NotText

#: Facts as they come in: checked field by field, blanks left out.
Facts = Annotated[CompanyFacts, BeforeValidator(given), AfterValidator(known)]

_FACTS: TypeAdapter[CompanyFacts] = TypeAdapter(Facts)
_REWRITE: TypeAdapter[Rewrite] = TypeAdapter(Rewrite)
_REVIEW: TypeAdapter[Review] = TypeAdapter(Review)


def facts_from(told: object, *, yaml: bool = False) -> CompanyFacts:
    """The facts of a mapping, written in YAML or not; raises BadFacts with one sentence that names each field."""
    if not isinstance(told, Mapping | None):
        raise BadFacts("The facts must be fields with their values, such as `hiring_reason: …`.")
    try:
        return _FACTS.validate_python(told)
    except ValidationError as error:
        raise BadFacts(sentence(faults(error.errors(), CompanyFacts, yaml=yaml))) from None


def facts_of(text: bytes) -> CompanyFacts:
    """The facts of a YAML or JSON text."""
    try:
        decoded = text.decode("utf-8-sig")
        if decoded.lstrip().startswith("{"):
            return facts_from(json_value(decoded))
        return facts_from(yaml_value(decoded), yaml=True)
    except UnicodeDecodeError:
        raise BadFacts("The facts are not UTF-8 text; save them as UTF-8.") from None
    except Unreadable as error:
        raise BadFacts(f"The facts cannot be read: {error}.") from None


def draft_of(content: bytes | str, fmt: Format | None, limit: int) -> Draft:
    """The draft of what came in; `limit` is in bytes."""
    try:
        size = len(content if isinstance(content, bytes) else content.encode())
    except UnicodeEncodeError:
        raise NotText from None
    if size > limit:
        raise DraftTooLong(f"The draft is larger than {limit:,} bytes; send one posting at a time.")
    return Draft(content=content, format=fmt)


def rewrite_json(rewrite: Rewrite) -> dict[str, object]:
    """A rewrite as every edge and every batch line writes it (DESIGN 6.2)."""
    return dict(_REWRITE.dump_python(rewrite, mode="json"))


def review_of(looked: Looked) -> Review:
    """What of a reviewed text goes out: never the text itself, and not its ledger."""
    return Review(findings=looked.findings, score=looked.score, language=looked.language, partial=looked.partial)


def review_json(looked: Looked) -> dict[str, object]:
    """A review as every edge writes it."""
    return dict(_REVIEW.dump_python(review_of(looked), mode="json"))
