"""What a client sends."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from unbland.application.rewrite import Engine
from unbland.core.facts import NO_FACTS
from unbland.edges.choices import Choices
from unbland.edges.drafts import DraftFormat
from unbland.edges.wire import Facts


def _text_or_document(value: object) -> object:
    """Refuse what is neither; a union of types would complain three times."""
    if not isinstance(value, str | dict | list):
        raise PydanticCustomError("string_type", "neither a text nor a document")
    return value


Content = Annotated[
    object,
    AfterValidator(_text_or_document),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "object"}, {"type": "array"}]}),
]


#: Control characters, ends of lines, and marks that turn the direction of writing (Unicode, UAX #9).
_HIDES = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class _Body(BaseModel):
    """A mistyped field is an error that names it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _stated(cls, value: object) -> object:
        """What may be left out may be null too, as many clients write what nobody has stated."""
        if not isinstance(value, dict):
            return value
        optional = {name for name, field in cls.model_fields.items() if not field.is_required()}
        return {name: stated for name, stated in value.items() if stated is not None or name not in optional}


class DraftBody(_Body):
    """The posting as it is today."""

    content: Content = Field(
        description="The text of the posting, markup and all; for a format of an applicant tracking system its"
        " document, as JSON or as text; for docx and pdf the file in base64."
    )
    format: DraftFormat = DraftFormat.AUTO


class Options(_Body):
    """How it is done."""

    engine: Engine = Field(default=Engine.AUTO, description="Who writes; auto asks a model where one is set.")
    verify: bool = Field(
        default=True,
        description="Whether a verifier model, where one is set, may settle what the guard doubts; else it is refused.",
    )


class _PostingBody(_Body):
    """A posting, and what the company states beside it."""

    draft: DraftBody
    facts: Facts = Field(default=NO_FACTS, description="What the company states beside it, every field optional.")


class ReviewBody(_PostingBody):
    """A posting to review."""

    options: Choices = Choices()


class RewriteBody(_PostingBody):
    """A posting to rewrite."""

    options: Options = Options()


class AnswersBody(_Body):
    """Facts that were asked for."""

    facts: Facts = Field(description="The answers, by the fields that the questions name.")


def _one_line(name: str) -> str:
    """Refuse what could hide or turn what stands beside it in a log or on a page."""
    if not name.strip() or _HIDES.search(name):
        raise ValueError("write a name on one line, without control characters")
    return name


class DecisionBody(_Body):
    """Who decides."""

    by: Annotated[
        str,
        Field(min_length=1, max_length=200, description="Who decides, as your own users are called."),
        AfterValidator(_one_line),
    ]


_DRAFT = {
    "content": "# Account Manager\n\nWe are a fast-paced industry leader looking for a rock star.\n\n"
    "## Duties\n\n- Responsible for managing 30 grocery accounts\n\n## Requirements\n\n- Fluent French and English\n",
    "format": "markdown",
}
_FACTS = {
    "company": {"name": "Northlane Freight", "about": ["We run 85 refrigerated trucks for food producers."]},
    "hiring_reason": "Two of our five largest customers ask for one person who answers for their freight.",
    "goals": ["Renew the contracts of both customers."],
    "pay": {"min": 62000, "max": 87000, "currency": "CAD", "period": "year"},
    "benefits": ["20 days of paid vacation from the first year."],
}

#: What the API page shows and sends when it is tried out.
REVIEW_EXAMPLE = {"draft": _DRAFT}
REWRITE_EXAMPLE = {"draft": _DRAFT, "facts": _FACTS, "options": {"engine": "auto"}}
ANSWERS_EXAMPLE = {"facts": {"pay": {"min": 62000, "max": 87000, "currency": "CAD", "period": "year"}}}
DECISION_EXAMPLE = {"by": "ann@northlane.example"}
