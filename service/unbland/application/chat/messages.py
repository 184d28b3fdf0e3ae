"""What a chat shows of a turn: the stage line, and the result with people's edits in it."""

from __future__ import annotations

from dataclasses import dataclass

from unbland.application.result import Rewrite
from unbland.application.rewrites.model import Decision
from unbland.core.posting import Posting


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The stage line of a turn."""

    user: str
    title: str
    #: `queued`, `working`, `done` or `failed`.
    stage: str
    #: How many were asked for earlier and are not done, while it is queued.
    ahead: int = 0
    #: What is done while it works, as `Course.step`; empty where that is not known.
    step: str = ""
    revision: int = 1
    before: int = 0
    after: int = 0
    #: Why there is no result.
    complaint: str = ""
    #: What somebody names who asks for help.
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A line that somebody typed and no source bears out."""

    text: str
    by: str
    #: What it says that the sources do not.
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A result as it is shown: with people's edits in it, and what was decided."""

    turn: str
    revision: int
    rewrite: Rewrite
    #: With the edits.
    posting: Posting
    markdown: str
    #: The score of what is shown.
    score: int
    changes: tuple[str, ...]
    dropped: tuple[str, ...]
    settle: tuple[str, ...] = ()
    edited_by: str = ""
    typed: tuple[Typed, ...] = ()
    #: Must-haves, pay and legal text that people took out.
    taken_out: tuple[str, ...] = ()
    #: Which text of the posting this is: accepting names it.
    mark: str = ""
    decision: Decision | None = None
    #: Whether answers made a newer revision.
    superseded: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it can still be answered, edited and decided on."""
        return self.decision is None and not self.superseded


#: What a chat can show.
Message = Progress | Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """Where a message came to stand."""

    channel: str
    id: str
    #: Whether the posting is in the message; one that does not fit is owed as a file.
    is_whole: bool = True
