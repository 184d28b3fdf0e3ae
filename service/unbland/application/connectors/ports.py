"""What connectors need of the outside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from unbland.application.connectors.model import Body, Found, Link, Listing, Step, System
from unbland.application.result import Rewrite
from unbland.application.review import Draft
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

    async def last_written(self, tenant: str, system: System, posting: str) -> Link | None:
        """The link whose text was last written to a posting."""
        ...

    async def change(self, before: Link, after: Link, code: str | None = None) -> Link:
        """Keep what became of a link; raises AlreadyDecided where another was faster."""
        ...

    async def steps(self, tenant: str, id_: str) -> Sequence[Step]:
        """The audit, the first line first; raises NoSuchLink."""
        ...
