"""The main job: a draft and facts in, a posting that is short, specific and true out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from unbland.application.asking import asked_about
from unbland.application.attempts import Attempt, Job
from unbland.application.chain import Chain, Verifier
from unbland.application.engines import Asks, Composed, EditorWriter, LlmWriter, Writer
from unbland.application.intake import asked, given_back, taken_in
from unbland.application.ports import Completer
from unbland.application.prompting import Prompt
from unbland.application.result import Provenance, Rewrite, ScoreChange, Status
from unbland.application.reusing import ReusingWriter
from unbland.application.review import Draft, Looked, look
from unbland.application.spans import stage
from unbland.core import guide
from unbland.core.assembly.accounting import account
from unbland.core.assembly.aside import set_aside
from unbland.core.assembly.composition import Composition
from unbland.core.ats import AtsDocument
from unbland.core.brief import make_brief
from unbland.core.facts import NO_FACTS, CompanyFacts
from unbland.core.guide.model import Finding
from unbland.core.ledger.model import Kind, Ledger
from unbland.core.ledger.titles import shown, without_company
from unbland.core.ledger.usable import usable
from unbland.core.ledger.values.names import sought
from unbland.errors import NoModel

_NOT_ENGLISH = "the draft is not in English, so it was left as it is"


class Engine(StrEnum):
    """Who writes."""

    #: The llm engine where a model is set, the editor otherwise.
    AUTO = "auto"
    EDITOR = "editor"
    LLM = "llm"


class Rewriter:
    """Rewrites drafts, one at a time or many at once; holds no state between them."""

    def __init__(
        self,
        *,
        chain: Asks | None,
        new_id: Callable[[], str],
        seconds: float,
        verifier: Verifier | None = None,
        repairs: bool = True,
    ) -> None:
        """Take the chain to a model (None: the editor alone), a source of ids, and the time one rewrite may take.

        Without a verifier, what the guard doubts is refused; without repairs, what it refuses is not asked for again.
        """
        self._chain = chain
        self._repairs = repairs
        self._verifier = verifier
        self._new_id = new_id
        self._seconds = seconds

    async def rewrite(
        self, draft: Draft, facts: CompanyFacts = NO_FACTS, engine: Engine = Engine.AUTO, *, verify: bool = True
    ) -> Rewrite:
        """The rewrite of one draft; without `verify` no verifier is asked, though one is set.

        Raises EmptyDraft, DraftTooLong and NotText for the draft, and NoModel when the llm engine is asked for and
        none is set. A model that fails raises nothing: the editor writes, and the result says so.
        """
        return await self._rewritten(draft, facts, self._writer(engine, verify=verify))

    async def rewrite_like(
        self, like: Rewrite, draft: Draft, facts: CompanyFacts, engine: Engine, *, verify: bool
    ) -> Rewrite:
        """The same for a draft that says nearly the same as the one of this result: a model's lines are taken over."""
        return await self._rewritten(draft, facts, ReusingWriter(like, self._writer(engine, verify=verify)))

    async def _rewritten(self, draft: Draft, facts: CompanyFacts, writer: Writer) -> Rewrite:
        """What becomes of a draft, in the shape that it came in."""
        with stage("look"):
            before, known = await asyncio.to_thread(_looked, draft, facts)
        posted = draft.ats.posting.posted if draft.ats else None
        result = await self._written(before, known, writer, posted)
        return result if draft.ats is None else _in_its_shape(result, draft.ats, before.ledger)

    async def rewrite_looked(
        self, before: Looked, facts: CompanyFacts = NO_FACTS, engine: Engine = Engine.AUTO
    ) -> Rewrite:
        """The rewrite of a draft that was looked at with these facts; see `rewrite`."""
        return await self._written(before, facts, self._writer(engine, verify=True), posted=None)

    async def _written(self, before: Looked, facts: CompanyFacts, writer: Writer, posted: date | None) -> Rewrite:
        """What becomes of a draft that was looked at, within the time that one rewrite may take."""
        deadline = asyncio.get_running_loop().time() + self._seconds
        job = await asyncio.to_thread(_job, before, facts, posted)
        chosen = await _chosen(job, writer, deadline)
        return await asyncio.to_thread(self._result, job, chosen)

    def refuse(self, engine: Engine) -> None:
        """Raise NoModel for an engine that cannot be had."""
        if engine is Engine.LLM and self._chain is None:
            raise NoModel

    def _writer(self, engine: Engine, *, verify: bool) -> Writer:
        """Who writes; NoModel when a model is asked for by name and none is set."""
        self.refuse(engine)
        if engine is Engine.EDITOR or self._chain is None:
            return EditorWriter()
        return LlmWriter(self._chain, self._verifier if verify else None, repairs=self._repairs)

    def _result(self, job: Job, chosen: Attempt) -> Rewrite:
        """The result of the candidate that was chosen, with its accounting."""
        composed, ledger = chosen.composed, job.before.ledger
        composition = composed.composition
        return Rewrite(
            id=self._new_id(),
            status=chosen.status,
            posting=chosen.posting,
            rendered=chosen.rendered,
            score=ScoreChange(before=job.before.score, after=chosen.score),
            findings=_told(job, chosen),
            questions=() if job.before.partial else job.brief.questions,  # what is missing there nobody has read
            conflicts=ledger.conflicts,
            removed=job.before.document.removed,
            accounting=account(ledger, chosen.posting, composition.aside, composition.refused, composition.unused),
            provenance=Provenance(
                engine=composed.engine,
                model=composed.model,
                verifier=composed.verifier,
                prompts=composed.prompts,
                calls=composed.usage.calls,
                input_tokens=composed.usage.input_tokens,
                output_tokens=composed.usage.output_tokens,
                degraded=composed.degraded,
                ai_generated=composed.engine == "llm",
                reused=composed.reused,
            ),
        )


def rewriter_over(
    models: Mapping[str, Completer], prompts: Mapping[str, Prompt], *, new_id: Callable[[], str], seconds: float
) -> Rewriter:
    """A rewriter over the models that are there: `write`, and `verify` for doubts; without the first the editor writes.

    Raises PromptInvalid for a step whose prompt cannot be filled.
    """
    chain = Chain(models["write"], prompts) if "write" in models else None
    verifier = Verifier(models["verify"], prompts) if "verify" in models else None
    return Rewriter(chain=chain, new_id=new_id, seconds=seconds, verifier=verifier)


def _looked(draft: Draft, facts: CompanyFacts) -> tuple[Looked, CompanyFacts]:
    """The draft looked at, and the facts with what it brought; like all that counts here, in a thread of its own."""
    text, known = taken_in(draft, facts)
    return look(text, known), known


def _job(before: Looked, facts: CompanyFacts, posted: date | None) -> Job:
    brief = make_brief(_title(before), before.ledger, before.findings)
    return Job(before=before, brief=brief, facts=usable(facts, before.ledger), posted=posted)


async def _chosen(job: Job, writer: Writer, deadline: float) -> Attempt:
    """What becomes of the draft: itself where nobody should touch it, else what was written, or better."""
    if job.before.partial:
        return job.untouched(_nobody(degraded=_NOT_ENGLISH))
    if await asyncio.to_thread(lambda: job.is_good):
        return job.untouched(_nobody())
    aside = set_aside(job.before.ledger, job.before.findings)
    with asked_about(job.before.ledger):
        composed = await writer.compose(job.brief, aside, deadline)
    return await asyncio.to_thread(job.best, composed)


def _in_its_shape(result: Rewrite, document: AtsDocument, ledger: Ledger) -> Rewrite:
    """The result with the vendor's document that the draft was; of a draft that stands, as it came in."""
    unchanged = result.status is Status.UNCHANGED
    new = document.value if unchanged else given_back(document, result.posting, ledger)
    rendered = replace(result.rendered, ats=new)
    return replace(result, rendered=rendered, questions=asked(document, result.questions))


def _told(job: Job, chosen: Attempt) -> tuple[Finding, ...]:
    """What the guide says of the result, after what it says of that which was kept out of it."""
    kept_out = guide.warnings(job.before.findings)
    said = {(finding.rule, finding.message) for finding in kept_out}
    return (*kept_out, *(f for f in chosen.findings if (f.rule, f.message) not in said))


def _nobody(*, degraded: str | None = None) -> Composed:
    """Nothing composed: the draft stands."""
    return Composed(composition=Composition(lines={}, aside={}), engine="editor", degraded=degraded)


def _title(looked: Looked) -> str:
    """The job's title: the facts', else the draft's, be it in a sentence; of what was read in part, its beginning."""
    stated = looked.ledger.by_field.get("role.title")
    if stated:
        return stated.text
    titles = [source.text for source in looked.ledger.of(Kind.TITLE)]
    titles += filter(None, (sought(source.text) for source in looked.ledger.sources))
    if looked.partial:
        titles += [section.heading.text for section in looked.document.sections if section.heading]
        titles += [line.text for line in looked.document.lines]
    employer = looked.ledger.by_field.get("company.name")
    return next((without_company(shown(text), employer.text if employer else "") for text in titles), "")
