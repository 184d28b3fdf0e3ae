"""Candidates for one result, best wish first; the last is the draft itself, where it says and contradicts no less."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from unbland.application.engines import Composed
from unbland.application.result import Status
from unbland.application.review import Draft, Looked, look
from unbland.core.assembly.accounting import Aside, Fate
from unbland.core.assembly.aside import set_aside
from unbland.core.assembly.assemble import HEADINGS, assemble
from unbland.core.assembly.composition import Composition
from unbland.core.assembly.untouched import as_posting, is_letter, may_stand, mute_parts, told
from unbland.core.brief import Brief
from unbland.core.document.model import Format
from unbland.core.editor import edit
from unbland.core.editor.gaps import mark_gaps
from unbland.core.facts import CompanyFacts
from unbland.core.guide.model import Finding, Score
from unbland.core.language.quantities import quantities
from unbland.core.language.words import content_stems
from unbland.core.ledger.model import MUTE_KINDS, Source
from unbland.core.posting import Posting
from unbland.core.render.drafted import drafted
from unbland.core.render.rendered import Rendered, render
from unbland.errors import BadInput

#: A draft from here on is left alone: what we would still change is taste.
GOOD = 85

#: Lines that say nothing of this job in a draft that comes back untouched: one slips into most good postings.
MOST_DROPPED = 1

_WORSE = "the model's posting scored below the draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One candidate, reviewed as the draft was."""

    status: Status
    posting: Posting
    rendered: Rendered
    score: Score
    #: What the guide still says; offsets are into `rendered.markdown`.
    findings: tuple[Finding, ...]
    composed: Composed


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One draft on its way, with what was seen of it."""

    before: Looked
    brief: Brief
    facts: CompanyFacts
    #: The day on which the draft was first published, where its document says so.
    posted: date | None = None

    @property
    def is_good(self) -> bool:
        """Whether the draft is good as it is, says all the facts, and hides and contradicts nothing."""
        settled = not self.before.ledger.conflicts and self._is_clean
        return settled and self.before.score.total >= GOOD and self._says_all_facts and self._is_spare

    def best(self, composed: Composed) -> Attempt:
        """The first candidate that does not score below the draft, else the best; its gaps are marked, if too many."""
        tried: list[Attempt] = []
        for attempt in self._candidates(composed):
            tried.append(attempt)
            if attempt.score.total >= self.before.score.total:
                break
        chosen = max(tried, key=lambda attempt: attempt.score.total)
        if self.brief.enough:
            return chosen if chosen.status is Status.REWRITTEN else self._reviewed(chosen)
        return self._reviewed(self._marked(chosen))

    def untouched(self, composed: Composed) -> Attempt:
        """The draft itself; its own text, byte for byte, where nothing had to be taken out."""
        return self._reviewed(self._standing(composed))

    def _standing(self, composed: Composed) -> Attempt:
        """The same, before it is asked what the guide says of it."""
        document = self.before.document
        posting = as_posting(self.brief.title, document, self.before.ledger)
        mute = mute_parts(document, self.before.ledger)
        rendered = drafted(document, posting.title, mute, self.facts, self.posted)
        if self._is_clean and document.format is Format.MARKDOWN:
            rendered = replace(rendered, markdown=document.source)
        elif self._is_clean and document.format is Format.TEXT:
            rendered = replace(rendered, text=document.source)
        return Attempt(
            status=Status.UNCHANGED,
            posting=posting,
            rendered=rendered,
            score=self.before.score,
            findings=(),
            composed=self._instead(composed, Composition(lines={}, aside=self._untold)),
        )

    def _candidates(self, composed: Composed) -> Iterator[Attempt]:
        """What was written; the edit; the edit that cuts only what others say; the draft, where no fact is against it.

        A draft of which nothing else can be made stands all the same; its conflicts are reported.
        """
        tried: list[Posting] = []
        for composition in self._compositions(composed):
            with suppress(BadInput):  # nothing was left, or more than can be read back: the next candidate
                posting = assemble(self.brief, composition)
                if posting not in tried:  # the same again would score the same again
                    attempt = self._attempt(posting, self._instead(composed, composition))
                    tried.append(posting)
                    yield attempt
        if not tried or may_stand(self.before.ledger):
            yield self._standing(composed)

    def _compositions(self, composed: Composed) -> Iterator[Composition]:
        """The first three of them, each made when those before have failed."""
        ledger, findings = self.before.ledger, self.before.findings
        yield composed.composition
        if composed.model is not None:
            yield edit(self.brief, set_aside(ledger, findings))
        yield edit(self.brief, set_aside(ledger, ()))

    def _attempt(self, posting: Posting, composed: Composed) -> Attempt:
        """A posting, reviewed as the draft was."""
        rendered = render(posting, self.facts, self.posted)
        looked = self._look(rendered)
        return Attempt(
            status=Status.REWRITTEN,
            posting=posting,
            rendered=rendered,
            score=looked.score,
            findings=looked.findings,
            composed=composed,
        )

    def _marked(self, attempt: Attempt) -> Attempt:
        """The attempt with its gaps marked; the score stays, since a mark says nothing of the job."""
        posting = mark_gaps(attempt.posting, self.brief.questions, HEADINGS)
        rendered = render(posting, self.facts, self.posted)
        return replace(attempt, status=Status.NEEDS_FACTS, posting=posting, rendered=rendered)

    def _reviewed(self, attempt: Attempt) -> Attempt:
        """The attempt with what the guide says of it as it is rendered; nothing of one that cannot be read back."""
        try:
            return replace(attempt, findings=self._look(attempt.rendered).findings)
        except BadInput:
            return replace(attempt, findings=())

    def _look(self, rendered: Rendered) -> Looked:
        """The review of a rendered posting, by the way any draft goes and under the law of the same places."""
        draft = Draft(content=rendered.markdown, format=Format.MARKDOWN)
        return look(draft, self.facts, self.before.options)

    @staticmethod
    def _instead(composed: Composed, composition: Composition) -> Composed:
        """The composition with the bill of what was asked first; a model's work that was put aside is named so."""
        if composition is composed.composition or composed.model is None:
            return replace(composed, composition=composition)
        asked = composed.composition
        composition = replace(composition, refused=asked.refused, unused=asked.unused)
        return replace(composed, composition=composition, engine="editor", degraded=composed.degraded or _WORSE)

    @property
    def _untold(self) -> dict[str, Aside]:
        """Why a source is in no line of a draft that stands as it came in."""
        ledger = self.before.ledger
        return set_aside(ledger, ()) | told(ledger)

    @property
    def _is_clean(self) -> bool:
        """Whether every character of the draft may be published as it stands."""
        hides = self.before.document.removed or self.before.ledger.of(*MUTE_KINDS)
        return not hides and not is_letter(self.before.ledger)

    @property
    def _is_spare(self) -> bool:
        """Whether hardly a line of the draft would be dropped as one that says nothing of this job."""
        aside = set_aside(self.before.ledger, self.before.findings)
        dropped = [each for each in aside.values() if each.fate is Fate.DROPPED]
        return len(dropped) <= MOST_DROPPED

    @property
    def _says_all_facts(self) -> bool:
        """Whether the draft already holds the words and figures of every fact."""
        drafted = [s for s in self.before.ledger.sources if s.from_draft]
        words = content_stems(" ".join(s.text for s in drafted))
        figures = {q.values for s in drafted for q in quantities(s.text)}
        return all(_says(words, figures, s) for s in self.before.ledger.sources if not s.from_draft)


def _says(words: frozenset[str], figures: AbstractSet[object], fact: Source) -> bool:
    """Whether a fact's words and figures are among these."""
    return content_stems(fact.text) <= words and {q.values for q in quantities(fact.text)} <= figures
