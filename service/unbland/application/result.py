"""The result of a rewrite, field for field as the outside sees it (DESIGN 6.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from unbland.core.assembly.accounting import Accounting
from unbland.core.document.model import Removed
from unbland.core.guide.model import Finding, Score
from unbland.core.ledger.model import Conflict
from unbland.core.posting import Posting
from unbland.core.question import Question
from unbland.core.render.rendered import Rendered


class Status(StrEnum):
    """What became of a draft."""

    REWRITTEN = "rewritten"
    #: Already good, or nothing we could write would have been better.
    UNCHANGED = "unchanged"
    #: Too few facts: a gap-marked edit and questions.
    NEEDS_FACTS = "needs_facts"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreChange:
    """The score of the draft and of the result, by the same formula."""

    before: Score
    after: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Who wrote it, with what, at what cost."""

    engine: str
    model: str | None = None
    #: The model that was asked about the guard's doubts; its word is in the lines of form `verified`.
    verifier: str | None = None
    #: Step → `v1@<hash>` of each prompt that was used.
    prompts: dict[str, str] = field(default_factory=dict)
    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    #: Why the engine that was asked for did not write this, or did so in part; None where it did.
    degraded: str | None = None
    ai_generated: bool = False
    #: Whether the model wrote its lines for a posting that says nearly the same, and nothing was asked for this one.
    reused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """One rewrite, whole."""

    id: str
    status: Status
    posting: Posting
    rendered: Rendered
    score: ScoreChange
    #: What the guide says: first, without a place, of what was kept out of the result (hidden words, orders to
    #: machines), then of the result itself; offsets are into `rendered.markdown`.
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    conflicts: tuple[Conflict, ...]
    accounting: Accounting
    provenance: Provenance
    #: What no reader of the draft would see, taken out before anything else; offsets are into the draft.
    removed: tuple[Removed, ...] = ()
