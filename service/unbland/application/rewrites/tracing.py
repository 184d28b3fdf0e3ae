"""Where a delivered text comes from: hashes of what went in and came out, who wrote, what was checked, who accepted."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from unbland.application.books.model import Action, Entry
from unbland.application.result import Provenance, Rewrite
from unbland.application.rewrites.model import Decider, Decision, Record, Verdict
from unbland.core.facts import CompanyFacts

_ACTIONS = {Verdict.ACCEPTED: Action.ACCEPTED, Verdict.REJECTED: Action.REJECTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """What the guard and the score said of the text."""

    #: How the lines came to be: form → how many.
    lines: Mapping[str, int]
    #: What was refused of what an engine wrote: class of violation → how many times.
    refused: Mapping[str, int]
    score_before: int
    score_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Everything that says how one text came to be, and nothing of the text. Hashes are SHA-256, in hex."""

    id: str
    family: str
    revision: int
    #: The id of the HTTP request that asked for it.
    request: str
    #: Of the draft's text in UTF-8, of the facts as canonical JSON, of `rendered.markdown` in UTF-8.
    input: str
    facts: str
    artifact: str
    #: How often the work was begun.
    attempts: int
    #: Engine, models, prompts with their versions, calls and tokens.
    provenance: Provenance
    checks: Checks
    #: Who accepted or rejected it; None while nobody has.
    decision: Decision | None


def trace_of(record: Record, result: Rewrite) -> Trace:
    """The trace of a revision that has a result."""
    refused = Counter(v.class_.value for line in result.accounting.refused_lines for v in line.violations)
    return Trace(
        id=record.id,
        family=record.family,
        revision=record.revision,
        request=record.request,
        input=text_hash(record.order.draft.content),
        facts=facts_hash(record.order.facts),
        artifact=artifact_hash(result),
        attempts=record.attempts,
        provenance=result.provenance,
        checks=Checks(
            lines=Counter(line.form.value for line in result.posting.lines),
            refused=refused,
            score_before=result.score.before.total,
            score_after=result.score.after.total,
        ),
        decision=record.decision,
    )


def decided(record: Record, decision: Decision, id_: str, decider: Decider) -> Entry:
    """The entry that a decision on a result makes in the audit trail."""
    return Entry(
        id=f"au_{id_}",
        tenant=record.tenant,
        at=decision.at,
        actor=decision.by,
        action=_ACTIONS[decision.verdict],
        subject=record.id,
        artifact=decider.artifact or (artifact_hash(record.result) if record.result else ""),
        key=decider.key,
    )


def artifact_hash(result: Rewrite) -> str:
    """The SHA-256 of the text as Markdown, which `sha256sum` gives too."""
    return text_hash(result.rendered.markdown)


def facts_hash(facts: CompanyFacts) -> str:
    """The SHA-256 of facts, whatever order their fields were sent in; numbers and dates as text."""
    return text_hash(json.dumps(asdict(facts), sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str))


def text_hash(content: str | bytes) -> str:
    """The SHA-256 of a text in UTF-8, in hex."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()
