"""What a client gets of a lasting rewrite: its state, and the whole result once there is one."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from unbland.application.result import Rewrite
from unbland.application.rewrites.model import Decision, Failure, Record, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A rewrite without a result: it waits, is worked on, or failed."""

    id: str
    state: State
    family: str
    revision: int
    created: datetime
    updated: datetime
    failure: Failure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished(Rewrite):
    """A rewrite with its result, and what was decided on it."""

    state: State
    #: The id of the first revision.
    family: str
    revision: int
    created: datetime
    updated: datetime
    decision: Decision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some of the rewrites, the newest first."""

    data: tuple[Finished | Pending, ...]
    #: Whether there are older ones; `starting_after` the last id gives them.
    has_more: bool


def resource(record: Record) -> Finished | Pending:
    """What a client gets of one revision."""
    about: dict[str, Any] = {
        "state": record.state,
        "family": record.family,
        "revision": record.revision,
        "created": record.created,
        "updated": record.updated,
    }
    if record.result is None:
        return Pending(id=record.id, failure=record.failure, **about)
    whole: dict[str, Any] = {member.name: getattr(record.result, member.name) for member in fields(Rewrite)}
    return Finished(**whole, **about, decision=record.decision)
