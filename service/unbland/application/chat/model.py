"""What a chat keeps of one revision: who asked where, what is still to be begun, and what was shown already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from unbland.application.rewrites.model import Verdict
from unbland.core.facts import NO_FACTS, CompanyFacts


class Standing(StrEnum):
    """How far a turn is."""

    #: A text that somebody began to send; nothing is done until it is sent.
    HELD = "held"
    #: Something is to be begun or shown.
    OPEN = "open"
    #: All that there is was shown.
    SHOWN = "shown"
    #: The chat does not take it; the result lasts, and is in the list of the last rewrites.
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that somebody put into the chat; only the chat's own hosts are asked for it."""

    name: str
    url: str
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be begun: a draft, or answers to the questions of the turn before."""

    text: str = ""
    attachment: Attachment | None = None
    facts: CompanyFacts = NO_FACTS
    #: Whether a form showed the profile's words on the company and its benefits, so that what it says stands alone.
    prefilled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where somebody speaks."""

    tenant: str
    channel: str
    user: str
    #: The message that the thread hangs under; empty outside a thread.
    thread: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What was shown, as far as the courier has come; nobody else writes it."""

    #: Where it is shown: the channel, or whoever asked where the channel does not take it.
    channel: str
    #: The message that what we say hangs under; the stage line itself, where nobody else began the thread.
    thread: str = ""
    #: The message with the stage line.
    line: str = ""
    #: The message with the result.
    message: str = ""
    #: What is about to be posted, `line`, `message`, or `file` and its id; until it is said where it came to stand, it
    #: may stand or not.
    posting: str = ""
    #: The stage that the stage line tells, with its step.
    stage: str = ""
    #: The step that the work was at when it was last told: `look`, `write`, `repair`, `verify`.
    step: str = ""
    #: The mark of what the result's message shows: it changes with edits and decisions.
    told: str = ""
    #: The mark of the text that it shows, as `Wishes.mark`.
    text: str = ""
    #: Files that were sent, one less where the posting does not fit its message, so that one is owed for each text.
    files: int = 0
    tries: int = 0
    #: Why there will be no rewrite, in a sentence of ours.
    complaint: str = ""
    #: Why the chat did not take it, in the chat's machine word.
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """What somebody decides, written down first: whoever goes on after a death has it done."""

    verdict: Verdict
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What people want of a turn; the courier only reads it."""

    #: Who may answer, edit and decide beside whoever asked.
    deciders: tuple[str, ...] = ()
    #: Part of the posting → a person's own words: `title`, or the number of the section.
    edits: Mapping[str, str] = field(default_factory=dict)
    edited_by: str = ""
    #: Typed line → who typed it.
    typed: Mapping[str, str] = field(default_factory=dict)
    #: The first decision, made or about to be: from then on nobody edits any more.
    deciding: Deciding | None = None
    #: How often the posting was wanted as a file.
    files: int = 0
    #: The turn that answers made, of the next revision.
    next: str = ""
    #: How often anything was wanted, a decision among it.
    times: int = 0

    @property
    def mark(self) -> str:
        """What tells one text of the posting from another; empty for the text that nobody has edited."""
        return sha256(repr(sorted(self.edits.items())).encode()).hexdigest()[:16] if self.edits else ""

    def without(self, turn: str) -> Wishes:
        """The same where this turn, if it was the next one, is so no more."""
        return replace(self, next="") if self.next == turn else self


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Where the chat says that a message stands which was about to be posted."""

    #: The message, as in `Course.posting`.
    what: str
    channel: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One revision in a chat."""

    id: str
    tenant: str
    user: str
    channel: str
    standing: Standing
    course: Course
    heard: Heard | None = None
    wishes: Wishes = Wishes()
    #: Emptied when the rewrite is begun, which then has the text.
    asked: Asked | None = None
    rewrite: str | None = None
    #: The turn before, whose next one this is.
    parent: str | None = None
    created: datetime
    updated: datetime

    def may_act(self, user: str) -> bool:
        """Whether somebody may answer, edit and decide."""
        return user == self.user or user in self.wishes.deciders


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What somebody did or tried, for whoever looks into it later; no text."""

    tenant: str
    turn: str
    user: str
    action: str
    at: datetime
