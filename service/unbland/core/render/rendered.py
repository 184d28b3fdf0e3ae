"""All forms of one posting together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from unbland.core.facts import CompanyFacts
from unbland.core.posting import Posting
from unbland.core.render.html import to_body, to_html
from unbland.core.render.jsonld import to_jsonld
from unbland.core.render.markdown import to_markdown
from unbland.core.render.plain import to_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The posting in each form it is published in."""

    markdown: str
    html: str
    text: str
    #: schema.org JobPosting; what no fact gives is left out.
    jsonld: dict[str, object]
    #: The vendor's own document with the new text in it, where the draft came in so: JSON, or a text of XML.
    ats: object = None


def render(posting: Posting, facts: CompanyFacts, posted: date | None = None) -> Rendered:
    """Every form of the posting; `posted` is the day on which it was first published, where that is known."""
    return Rendered(
        markdown=to_markdown(posting),
        html=to_html(posting),
        text=to_text(posting),
        jsonld=to_jsonld(posting.title, to_body(posting.sections, headings=True), facts, posted),
    )
