"""The main job: a draft and facts in, a posting that is short, specific and true out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from unbland.application.chain import Chain
from unbland.application.engines import Composed, EditorWriter, LlmWriter, Writer
from unbland.application.result import Provenance, Rewrite, ScoreChange, Status
from unbland.application.review import Draft, Looked, look
from unbland.core.assembly.accounting import account
from unbland.core.assembly.aside import set_aside
from unbland.core.assembly.assemble import HEADINGS, assemble
from unbland.core.assembly.composition import Composition
from unbland.core.assembly.untouched import as_posting
from unbland.core.brief import Brief, make_brief
from unbland.core.document.model import Format
from unbland.core.editor import edit
from unbland.core.editor.gaps import mark_gaps
from unbland.core.facts import NO_FACTS, CompanyFacts
from unbland.core.guide.model import Score
from unbland.core.language.english import is_english
from unbland.core.language.quantities import quantities
from unbland.core.language.words import content_stems
from unbland.core.ledger.model import MUTE_KINDS, Kind, Ledger
from unbland.core.posting import Posting
from unbland.core.render.rendered import Rendered, render
from unbland.errors import NoModel

#: A draft from here on is left alone: what we would change is taste (docs/score.md says what the score counts).
GOOD = 85


class Engine(StrEnum):
    """Who writes."""

    #: The llm engine where a model is set, the editor otherwise.
    AUTO = "auto"
    EDITOR = "editor"
    LLM = "llm"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Attempt:
    """One candidate for the result, reviewed like the draft was."""

    status: Status
    posting: Posting
    rendered: Rendered
    looked: Looked
    score: Score
    composed: Composed


class Rewriter:
    """Rewrites drafts, one at a time or many at once; holds no state between them."""

    def __init__(self, *, chain: Chain | None, new_id: Callable[[], str], seconds: float) -> None:
        """Take the chain to a model (None: the editor alone), a source of ids, and the time one rewrite may take."""
        self._llm = LlmWriter(chain) if chain is not None else None
        self._new_id = new_id
        self._seconds = seconds

    async def rewrite(self, draft: Draft, facts: CompanyFacts = NO_FACTS, engine: Engine = Engine.AUTO) -> Rewrite:
        """The rewrite of one draft.

        Raises EmptyDraft, DraftTooLong and NotText for the draft, and NoModel when the llm engine is asked for and
        none is set. A model that fails raises nothing: the editor writes, and the result says so.
        """
        deadline = asyncio.get_running_loop().time() + self._seconds
        writer = self._writer(engine)
        before = look(draft, facts)
        brief = make_brief(_title(before, facts), before.ledger, before.findings)
        job = _Job(before=before, brief=brief, facts=facts)
        if not is_english(before.document.source):
            chosen = job.untouched(degraded="the draft is not in English, so it was left as it is")
        elif job.is_good:
            chosen = job.untouched()
        else:
            composed = await writer.compose(brief, set_aside(before.ledger, before.findings), deadline)
            chosen = next(attempt for attempt in job.attempts(composed) if attempt.score.total >= before.score.total)
        return self._result(job, chosen)

    def _writer(self, engine: Engine) -> Writer:
        """Who writes; NoModel when a model is asked for by name and none is set."""
        if engine is Engine.EDITOR or (engine is Engine.AUTO and self._llm is None):
            return EditorWriter()
        if self._llm is None:
            raise NoModel
        return self._llm

    def _result(self, job: _Job, chosen: _Attempt) -> Rewrite:
        """The result of the attempt that was chosen, with its accounting."""
        composed = chosen.composed
        return Rewrite(
            id=self._new_id(),
            status=chosen.status,
            posting=chosen.posting,
            rendered=chosen.rendered,
            score=ScoreChange(before=job.before.score, after=chosen.score),
            findings=chosen.looked.findings,
            questions=job.brief.questions,
            conflicts=job.before.ledger.conflicts,
            accounting=account(
                job.before.ledger, chosen.posting, composed.composition.aside, composed.composition.refused
            ),
            provenance=Provenance(
                engine=composed.engine,
                model=composed.model,
                prompts=composed.prompts,
                calls=composed.usage.calls,
                input_tokens=composed.usage.input_tokens,
                output_tokens=composed.usage.output_tokens,
                degraded=composed.degraded,
                ai_generated=composed.model is not None,
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """One draft on its way, with what was seen of it."""

    before: Looked
    brief: Brief
    facts: CompanyFacts

    @property
    def is_good(self) -> bool:
        """Whether the draft is good as it is, says all the facts, and hides and contradicts nothing."""
        document, ledger = self.before.document, self.before.ledger
        clean = not document.removed and not ledger.conflicts and not ledger.of(*MUTE_KINDS)
        return clean and self.before.score.total >= GOOD and _says_all_facts(ledger)

    def attempts(self, composed: Composed) -> Iterator[_Attempt]:
        """What was written; the edit; the edit that cuts nothing; the draft itself, which cannot score lower."""
        yield self._attempt(composed)
        aside = set_aside(self.before.ledger, self.before.findings)
        if composed.model is not None:
            yield self._attempt(self._instead(composed, edit(self.brief, aside)))
        uncut = set_aside(self.before.ledger, ())
        yield self._attempt(self._instead(composed, edit(self.brief, uncut)))
        yield self.untouched(degraded=composed.degraded, spent=composed)

    def untouched(self, *, degraded: str | None = None, spent: Composed | None = None) -> _Attempt:
        """The draft itself; its own text, byte for byte, where nothing had to be taken out."""
        document = self.before.document
        posting = as_posting(self.brief.title, document, self.before.ledger)
        rendered = render(posting, self.facts)
        if not document.removed and not self.before.ledger.of(*MUTE_KINDS):
            own = {Format.MARKDOWN: "markdown", Format.TEXT: "text"}.get(document.format)
            rendered = replace(rendered, **{own: document.source}) if own else rendered
        composed = replace(
            spent or Composed(composition=Composition(lines={}, aside={}), engine="editor"),
            composition=Composition(lines={}, aside=set_aside(self.before.ledger, ())),
            degraded=degraded,
        )
        return _Attempt(
            status=Status.UNCHANGED,
            posting=posting,
            rendered=rendered,
            looked=self.before,
            score=self.before.score,
            composed=composed,
        )

    def _attempt(self, composed: Composed) -> _Attempt:
        """A composition as a posting, reviewed; gaps are marked after the review, since a mark says nothing."""
        posting = assemble(self.brief, composed.composition)
        rendered = render(posting, self.facts)
        looked = look(Draft(content=rendered.markdown, format=Format.MARKDOWN), self.facts)
        status = Status.REWRITTEN
        if not self.brief.enough:
            status = Status.NEEDS_FACTS
            posting = mark_gaps(posting, self.brief.questions, HEADINGS)
            rendered = render(posting, self.facts)
        return _Attempt(
            status=status,
            posting=posting,
            rendered=rendered,
            looked=looked,
            score=looked.score,
            composed=composed,
        )

    @staticmethod
    def _instead(composed: Composed, composition: Composition) -> Composed:
        """The editor's work in place of the model's, which is kept on the bill."""
        worse = "the model's posting scored below the draft" if composed.model is not None else composed.degraded
        return replace(composed, composition=composition, engine="editor", degraded=worse)


def _title(looked: Looked, facts: CompanyFacts) -> str:
    """The job's title: the facts', else the draft's."""
    titles = looked.ledger.of(Kind.TITLE)
    return facts.role.title or next((source.text for source in titles), "")


def _says_all_facts(ledger: Ledger) -> bool:
    """Whether the draft already holds the words and figures of every fact."""
    words = content_stems(" ".join(s.text for s in ledger.sources if s.from_draft))
    figures = {q.key for s in ledger.sources if s.from_draft for q in quantities(s.text)}
    return all(
        content_stems(s.text) <= words and {q.key for q in quantities(s.text)} <= figures
        for s in ledger.sources
        if not s.from_draft
    )
