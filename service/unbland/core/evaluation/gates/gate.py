"""A gate, what it looks at, and what it finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from unbland.core.assembly.accounting import Accounting
from unbland.core.evaluation.cases.case import Case
from unbland.core.guide.model import Score
from unbland.core.ledger.model import Conflict
from unbland.core.posting import Posting
from unbland.core.question import Question
from unbland.core.render.rendered import Rendered


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What came out of a case, as far as the gates look at it."""

    status: str
    posting: Posting
    rendered: Rendered
    before: Score
    after: Score
    questions: tuple[Question, ...]
    conflicts: tuple[Conflict, ...]
    accounting: Accounting


#: Looks at a case and its output; each string is one piece of evidence against the output.
Look = Callable[[Case, Output], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A hard check: one hit fails the run."""

    id: str
    #: What must hold, as a sentence.
    holds: str
    look: Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A gate that was broken, and by what."""

    gate: str
    evidence: str
