"""The work on one file: read it, review it, fix it where that is asked for; what went wrong is part of the outcome."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from unbland.application.fix import Fixed, fix
from unbland.application.review import Draft, Looked, look
from unbland.core.facts import CompanyFacts
from unbland.core.guide import ReviewOptions
from unbland.edges.cli.files import STANDARD, read_draft, write_bytes
from unbland.errors import BadInput, DraftTooLong, EmptyDraft, NotText


class Mode(StrEnum):
    """What is done with a file."""

    REVIEW = "review"
    #: Fix it in place.
    FIX = "fix"
    #: Say what fixing would change.
    DIFF = "diff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is the same for every file."""

    facts: CompanyFacts
    options: ReviewOptions
    #: The largest draft that is read, in bytes.
    limit: int
    mode: Mode = Mode.REVIEW


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file."""

    name: str
    #: The text as it now stands; None where it could not be reviewed.
    looked: Looked | None = None
    fixed: Fixed | None = None
    #: Why it could not be reviewed.
    error: str = ""


def work(task: Task, name: str) -> Outcome:
    """Review one file, or fix it."""
    try:
        draft = read_draft(name, task.limit)
        if task.mode is Mode.REVIEW:
            return Outcome(name=name, looked=look(draft, task.facts, task.options))
        fixed = fix(draft, task.facts, task.options)
        if task.mode is Mode.FIX:
            _write(draft, fixed, name)
    except (EmptyDraft, DraftTooLong, NotText) as error:
        return Outcome(name=name, error=f"{name}: {error}")
    except BadInput as error:  # its sentence names the file
        return Outcome(name=name, error=str(error))
    return Outcome(name=name, looked=fixed.after, fixed=fixed)


def _write(draft: Draft, fixed: Fixed, name: str) -> None:
    """Put the fixed text in place of the file; what came from standard input goes on, fixed or not."""
    if fixed.content is not None:
        write_bytes(fixed.content, name)
    elif name == STANDARD and isinstance(draft.content, bytes):
        write_bytes(draft.content, name)
