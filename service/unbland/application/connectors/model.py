"""What passes between an applicant tracking system and us, and the link between its posting and our text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from unbland.application.result import Rewrite
from unbland.core.ats import AtsDocument

#: The fields of a posting that are written back, in the vendor's names; never a status, a title or a flag.
Body = Mapping[str, object]


class System(StrEnum):
    """The systems that are read and written."""

    GREENHOUSE = "greenhouse"
    LEVER = "lever"
    ASHBY = "ashby"


class LinkState(StrEnum):
    """How far a proposal is."""

    #: Waits for a person.
    PROPOSED = "proposed"
    #: Somebody's command is at it.
    WRITING = "writing"
    #: Written, read back, and the same.
    APPLIED = "applied"
    #: Sent, and not known yet whether it arrived.
    UNSURE = "unsure"
    #: The posting was edited meanwhile; nothing was written.
    CONFLICT = "conflict"
    #: The system said no, or said yes and kept the old text; it may be tried again.
    REFUSED = "refused"
    #: Written, and the system made something else of it.
    ALTERED = "altered"
    #: The text from before stands again.
    UNDONE = "undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A posting in a list."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The postings of one system."""

    system: System
    postings: tuple[Summary, ...] = ()
    #: Why these are not all: `too_many`, `too_large`, `connector_auth`, …; None where they are.
    partial: str | None = None
    #: What cannot be rewritten: posts without a job, without an id.
    skipped: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A posting as the system has it now."""

    id: str
    document: AtsDocument
    body: Body


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A text of ours for a posting of a system, what stood there before, and how far it is."""

    id: str
    tenant: str
    system: System
    posting: str
    title: str
    state: LinkState
    #: Which way it goes, or went last: `applied` or `undone`.
    goal: LinkState = LinkState.APPLIED
    #: The fingerprint of the posting as it was rewritten.
    read: str
    #: The same after our writing, by which it is known again.
    written: str | None = None
    old: Body
    new: Body
    #: What makes the token of acceptance one that nobody can guess.
    nonce: str
    #: Who did the last thing.
    by: str
    created: datetime
    updated: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the audit: what became of a link, through whom, and the machine word of what went wrong."""

    number: int
    state: LinkState
    by: str
    at: datetime
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A word of a system that one of its postings changed: one for each posting, however often it is said."""

    id: str
    tenant: str
    system: System
    posting: str
    #: How often it was said; more often than when the look began means another look.
    said: int
    #: Looks that were begun since it was last said.
    tries: int
    #: The fingerprint of the posting at the last look that ended well.
    read: str | None
    #: Whose look is under way: a name that is given once.
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What came of one posting that was to be rewritten."""

    system: System
    posting: str
    #: What is to be accepted; None where there is nothing to write.
    link: Link | None = None
    #: Accepts this text and no other; None where nothing waits.
    token: str | None = None
    result: Rewrite | None = None
    #: The machine word and the sentence of what went wrong.
    code: str | None = None
    detail: str = ""
    #: Whether what was asked for is at fault, such as an id that is none, and nothing outside.
    misasked: bool = False
    #: Whether the posting holds the text that we wrote ourselves.
    ours: bool = False
