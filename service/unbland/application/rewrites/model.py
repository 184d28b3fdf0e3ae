"""A rewrite that lasts: what was asked for, how far it is, what came of it, and what people decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from unbland.application.books.model import NOTHING_ASIDE, Aside
from unbland.application.result import Rewrite
from unbland.application.review import Draft
from unbland.application.rewrite import Engine
from unbland.core.facts import NO_FACTS, CompanyFacts


class State(StrEnum):
    """How far the work is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    #: The draft or the facts cannot be rewritten, or it failed more often than is tried.
    FAILED = "failed"

    @property
    def over(self) -> bool:
        """Whether nothing more comes."""
        return self in {State.DONE, State.FAILED}


class Verdict(StrEnum):
    """What a person made of a result."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be rewritten, and how."""

    draft: Draft
    facts: CompanyFacts = NO_FACTS
    engine: Engine = Engine.AUTO
    #: Whether a verifier may settle what the guard doubts.
    verify: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why there is no result: a machine word, and a sentence that holds nothing of the draft."""

    code: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided on a result; the first one counts."""

    verdict: Verdict
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Decider:
    """Who decides, and on what, for the audit trail."""

    by: str
    #: The id of the key that the caller used.
    key: str = ""
    #: SHA-256 of the text as Markdown, where a person had edited it.
    artifact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One revision of a rewrite."""

    id: str
    tenant: str
    #: The first revision's id; all revisions share it.
    family: str
    #: From 1.
    revision: int
    state: State
    order: Order
    created: datetime
    updated: datetime
    result: Rewrite | None = None
    failure: Failure | None = None
    decision: Decision | None = None
    #: How often the work was begun; with the owner it fences off whoever was given up for dead.
    attempts: int = 0
    #: The id of the HTTP request that asked for it, and where its trace goes on (W3C `traceparent`).
    request: str = ""
    trace: str = ""
    #: What is set aside of the tenant's quotas until it ends.
    aside: Aside = NOTHING_ASIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A stage that a rewrite reached; never text of the draft."""

    #: From 1, without gaps, within one rewrite.
    number: int
    name: str
    at: datetime
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The right to work on one rewrite until a time."""

    owner: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """An idempotency key, and the fingerprint of what it was first sent with."""

    key: str
    fingerprint: str
    expires: datetime
