"""`unbland rewrite`: a draft in, a posting out, and beside it what changed, why, and what is asked."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from unbland import bootstrap
from unbland.application import review
from unbland.application.result import Rewrite, Status
from unbland.bootstrap import Application
from unbland.core.facts import CompanyFacts
from unbland.edges.cli.files import STANDARD, read_any_draft, read_facts, write
from unbland.edges.cli.page import Page
from unbland.edges.cli.report import show_rewrite
from unbland.edges.cli.rewrite_options import Draft, Facts, Format, FormatIn, NoVerify, Output, OutputFormat, WhoWrites
from unbland.edges.drafts import DraftFormat
from unbland.edges.wire import rewrite_json
from unbland.errors import BadInput, ModelFailed

EXAMPLES = """\b
Examples:
  unbland rewrite draft.md --facts facts.yaml
  unbland rewrite draft.html --format html -o posting.html
  unbland rewrite job.json --format-in ats:greenhouse --format ats
  pbpaste | unbland rewrite - --engine editor
"""


def rewrite(  # noqa: PLR0913, PLR0917 - each option of a command is a parameter
    draft: Draft,
    facts: Facts = None,
    fmt: Format = OutputFormat.MARKDOWN,
    fmt_in: FormatIn = DraftFormat.AUTO,
    engine: WhoWrites = None,
    no_verify: NoVerify = False,
    output: Output = None,
) -> None:
    """Rewrite a posting: short, specific, and true to what the draft and the facts say.

    The posting goes to standard output. Beside it, on standard error, stands what
    changed and why, what contradicts itself, and what only you can answer.
    """
    if draft == facts == STANDARD:
        raise BadInput("Only one of draft and facts can come from standard input.")
    settings = bootstrap.read_settings(engine)
    stated = read_facts(facts)
    posting = read_any_draft(draft, fmt_in, settings.max_draft_bytes)
    if fmt is OutputFormat.ATS and posting.ats is None:
        raise BadInput("Only a document of an applicant tracking system is written back; name it with --format-in.")
    result = asyncio.run(_rewrite(bootstrap.application(settings), posting, stated, verify=not no_verify))
    write(_ended(_RENDERED[fmt](result)), output)
    page = Page()
    show_rewrite(result, page)
    _overdue(stated, page)
    if result.status is Status.FAILED:
        raise ModelFailed


def _overdue(facts: CompanyFacts, page: Page) -> None:
    """Warn of a last day to apply that is over; what is written does not depend on the day."""
    last = facts.process.deadline
    if last is not None and last < datetime.now(UTC).date():
        page.warning(f"The deadline in the facts, {last}, is over; give another, or nobody can apply by it.")


async def _rewrite(application: Application, draft: review.Draft, facts: CompanyFacts, *, verify: bool) -> Rewrite:
    try:
        return await application.rewriter.rewrite(draft, facts, verify=verify)
    finally:
        await application.aclose()


def _ended(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _document(value: object) -> str:
    """A vendor's document as its interface sends it: JSON, or a text of XML."""
    return value if isinstance(value, str) else _json(value)


#: How each form is made of the result.
_RENDERED: Mapping[OutputFormat, Callable[[Rewrite], str]] = {
    OutputFormat.MARKDOWN: lambda result: result.rendered.markdown,
    OutputFormat.HTML: lambda result: result.rendered.html,
    OutputFormat.TEXT: lambda result: result.rendered.text,
    OutputFormat.JSON: lambda result: _json(rewrite_json(result)),
    OutputFormat.JSONLD: lambda result: _json(result.rendered.jsonld),
    OutputFormat.ATS: lambda result: _document(result.rendered.ats),
}
