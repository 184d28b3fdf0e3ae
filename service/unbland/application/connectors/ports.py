"""What connectors need of the outside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Protocol

from unbland.application.connectors.model import Body, Found, Hint, Link, Listing, Step, System
from unbland.application.result import Rewrite
from unbland.application.review import Draft
from unbland.application.rewrites.model import Claim
from unbland.core.facts import CompanyFacts

#: Rewrites one draft; raises BadInput.
Rewriting = Callable[[Draft, CompanyFacts], Awaitable[Rewrite]]


class Ats(Protocol):
    """An applicant tracking system, through the key of one account."""

    async def list(self, most: int) -> Listing:
        """The postings, at most so many; what fails on the way ends the list and is said in it."""
        ...

    async def fetch(self, id_: str) -> Found:
        """The posting as it is now; raises NoSuchPosting, NotAtsDocument and ConnectorFailed."""
        ...

    def body(self, value: object) -> Body:
        """What of a document in the system's shape is written back."""
        ...

    async def write(self, id_: str, body: Body) -> None:
        """Send the body once, and nothing else; raises ConnectorFailed.

        WriteUnsure where it may have arrived all the same; after any other it has not.
        """
        ...

    async def aclose(self) -> None:
        """Let go of connections."""
        ...


class LinkStore(Protocol):
    """Where links last, with a line of audit for each change; only rows of the tenant that is named are looked at."""

    async def add(self, link: Link) -> None:
        """Keep a new link."""
        ...

    async def get(self, tenant: str, id_: str) -> Link:
        """The link; raises NoSuchLink, whether it is not there or not theirs."""
        ...

    async def all(self, tenant: str, limit: int) -> Sequence[Link]:
        """The newest first."""
        ...

    async def newest(self, tenant: str, system: System, posting: str) -> Link | None:
        """The link that was last made for a posting."""
        ...

    async def last_written(self, tenant: str, system: System, posting: str) -> Link | None:
        """The link whose text was last written to a posting."""
        ...

    async def change(self, before: Link, after: Link, code: str | None = None) -> Link:
        """Keep what became of a link; raises AlreadyDecided where another was faster."""
        ...

    async def steps(self, tenant: str, id_: str) -> Sequence[Step]:
        """The audit, the first line first; raises NoSuchLink."""
        ...


class HintStore(Protocol):
    """Where hints last until their postings were looked at, and what version a look saw."""

    async def note(self, tenant: str, system: System, posting: str, now: datetime) -> str:
        """Keep that a posting changed, due at once, as one hint with those before; the id it is kept under."""
        ...

    async def claim(self, id_: str, claim: Claim, systems: Sequence[System], now: datetime) -> Hint | None:
        """The hint, for a look that begins; None where it is not due, of no such system, or somebody else's."""
        ...

    async def renew(self, hint: Hint, until: datetime) -> None:
        """Hold the claim longer, where it still holds."""
        ...

    async def release(self, hint: Hint) -> None:
        """Give the claim back as if the look had not begun."""
        ...

    async def settle(self, hint: Hint, now: datetime, due: datetime | None = None, link: Link | None = None) -> bool:
        """Keep what the hint has read and the link, in one transaction; whether the claim held, else nothing is kept.

        Looked at again at `due`, or at once where it was said again meanwhile; else the hint rests until it is said.
        """
        ...

    async def waiting(self, systems: Sequence[System], now: datetime) -> Sequence[tuple[str, str]]:
        """Tenant and id of what is due and nobody looks at."""
        ...
