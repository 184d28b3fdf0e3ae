"""What rewrites in a chat need of the outside: a chat to show them in, and where turns last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from unbland.application.chat.messages import Message, Posted
from unbland.application.chat.model import Asked, Attachment, Course, Deed, Heard, Standing, Turn, Wishes
from unbland.application.review import Draft
from unbland.application.rewrites.model import Claim
from unbland.core.facts import CompanyFacts


class Undelivered(Exception):
    """The chat did not take something."""

    def __init__(
        self, code: str, *, wait: float | None = None, gone: bool = False, barred: bool = False, unsure: bool = False
    ) -> None:
        """Take the chat's machine word, the seconds it asks to wait, and what is wrong.

        `gone`: this place takes nothing, another may; `barred`: nothing can be told to this tenant at all;
        `unsure`: it may have been taken all the same.
        """
        super().__init__(code)
        self.code = code
        self.wait = wait
        self.gone = gone
        self.barred = barred
        self.unsure = unsure
        #: The message that may stand all the same; empty where none does.
        self.posting = ""


class MayNotLook(Undelivered):
    """The chat does not let us see what stands in a place."""


class Messenger(Protocol):
    """A chat that messages are shown in; every method raises Undelivered."""

    async def post(self, tenant: str, channel: str, thread: str, message: Message, mark: str) -> Posted:
        """Show a message, under the thread's first one where there is a thread; nobody sees the mark on it."""
        ...

    async def find(self, tenant: str, channel: str, thread: str, mark: str, since: datetime) -> Posted | None:
        """Where our message with this mark stands, posted not long before `since` at the earliest; None for nowhere.

        Raises MayNotLook.
        """
        ...

    async def update(self, tenant: str, at: Posted, message: Message) -> bool:
        """Show something else in a message's place; whether the posting is in it."""
        ...

    async def upload(self, tenant: str, thread: Posted, name: str, text: str) -> str:
        """Bring a text to the chat as a file that nobody sees yet; its id."""
        ...

    async def share(self, tenant: str, thread: Posted, name: str, file: str) -> None:
        """Show a file that was uploaded in a thread."""
        ...

    async def is_shared(self, tenant: str, file: str) -> bool:
        """Whether a file that was uploaded is shown already."""
        ...

    async def fetch(self, tenant: str, attachment: Attachment) -> bytes:
        """The bytes of a file; raises BadInput for one that is not the chat's own, or too large."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a courier leaves of a turn that it had."""

    course: Course
    standing: Standing
    asked: Asked | None
    rewrite: str | None
    #: Not before then.
    due: datetime


class TurnStore(Protocol):
    """Where turns last. Whatever is asked for a tenant looks only at the tenant's rows."""

    async def add(self, turn: Turn) -> Turn:
        """Keep a turn; gives the one that is there where its id was kept before."""
        ...

    async def get(self, tenant: str, id_: str) -> Turn:
        """The turn; raises NoSuchTurn."""
        ...

    async def of_rewrite(self, rewrite: str) -> Turn | None:
        """The turn that a rewrite is shown in."""
        ...

    async def ask(self, tenant: str, id_: str, asked: Asked, deciders: tuple[str, ...]) -> bool:
        """Open a held turn with what is asked; False, and nothing kept, where it was not held. Raises NoSuchTurn."""
        ...

    async def wish(self, tenant: str, id_: str, change: Callable[[Wishes], Wishes]) -> Turn:
        """Change what people want, count it, and open the turn, in one transaction; raises NoSuchTurn."""
        ...

    async def follow(self, id_: str, following: Turn) -> Turn:
        """Keep a turn as the next one of another, its parent; gives the other as it then stands.

        Nothing changes where the other has a next one, or is decided on. Raises NoSuchTurn.
        """
        ...

    async def hear(self, tenant: str, id_: str, heard: Heard, now: datetime) -> None:
        """Keep where the chat says that a message stands, and make the turn due."""
        ...

    async def claim(self, id_: str, claim: Claim, now: datetime) -> Turn | None:
        """An open turn that is due; None where there is none, or another owner has it."""
        ...

    async def intend(self, turn: Turn, owner: str, course: Course) -> bool:
        """Keep what is about to be done; False, and nothing kept, where it was lost to another or deleted."""
        ...

    async def leave(self, turn: Turn, owner: str, step: Step) -> Step | None:
        """Keep how far it is and let go; the step as it is kept.

        It stays open where somebody wanted something meanwhile, and is due at once where the chat said meanwhile
        where a message stands. None, and nothing kept, where it was lost to another or deleted.
        """
        ...

    async def waiting(self, now: datetime) -> Sequence[tuple[str, str]]:
        """Tenant and id of what is open, due, and nobody's."""
        ...

    async def take_over(self) -> None:
        """Free all that anybody had: for a process that is the only one on its database."""
        ...

    async def purge(self, now: datetime, age: timedelta) -> int:
        """Delete texts that were held for a day and never sent, and what is older; how many turns there were."""
        ...

    async def forget(self, tenant: str) -> None:
        """Delete every row of a tenant: turns, profile, tokens, deeds."""
        ...


class Shelf(Protocol):
    """What else lasts: the company's profile, what was seen already, who did what."""

    async def profile(self, tenant: str) -> CompanyFacts:
        """The facts that hold for every posting of a workspace; none where none were said."""
        ...

    async def keep_profile(self, tenant: str, facts: CompanyFacts) -> None:
        """Keep them."""
        ...

    async def latest(self, tenant: str, user: str, limit: int) -> Sequence[tuple[str, str]]:
        """Turn and rewrite of what somebody asked for, the newest first."""
        ...

    async def first(self, tenant: str, key: str, now: datetime) -> bool:
        """Whether a request comes for the first time; it is then held for a few seconds, until `seen` or `unseen`."""
        ...

    async def seen(self, tenant: str, key: str, until: datetime) -> None:
        """That it was dealt with: until then it is not dealt with again."""
        ...

    async def unseen(self, tenant: str, key: str) -> None:
        """That it was not dealt with after all."""
        ...

    async def note(self, deed: Deed) -> None:
        """Keep who did or tried what."""
        ...


#: The draft in the bytes of a file; raises BadInput.
ReadFile = Callable[[bytes], Draft]
