"""What can be said on the command line of a rewrite."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from unbland.application.rewrite import Engine
from unbland.edges.drafts import DraftFormat


class OutputFormat(StrEnum):
    """What is written: the posting in a form, the whole result, or the document that came in, rewritten."""

    MARKDOWN = "markdown"
    HTML = "html"
    TEXT = "text"
    JSON = "json"
    JSONLD = "jsonld"
    ATS = "ats"


Draft = Annotated[
    str,
    typer.Argument(
        metavar="DRAFT",
        help="The posting as it is: text, Markdown, HTML, a Word or PDF file, or the document of an applicant tracking"
        " system; - for standard input.",
    ),
]
Facts = Annotated[str | None, typer.Option(metavar="FILE", help="What the company states beside it, YAML or JSON.")]
Format = Annotated[
    OutputFormat,
    typer.Option("--format", help="What to write; json is the whole result, ats the document that came in, rewritten."),
]
FormatIn = Annotated[
    DraftFormat,
    typer.Option(
        "--format-in",
        metavar="FORMAT",
        help="What the draft is written in: text, markdown, html, docx, pdf, jsonld, or ats: and the name of an"
        " applicant tracking system, as docs/ats.md has them; auto finds out.",
    ),
]
WhoWrites = Annotated[Engine | None, typer.Option(help="Who writes: auto asks a model where one is set.")]
NoVerify = Annotated[
    bool, typer.Option("--no-verify", help="Refuse what the guard doubts, though a verifier model is set.")
]
Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write, instead of standard output.")
]
