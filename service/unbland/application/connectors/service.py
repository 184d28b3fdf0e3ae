"""The use cases: list postings, propose texts for them, accept one, undo it, and find out what became of a write."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Sequence
from datetime import timedelta

from unbland.application.connectors.model import Link, LinkState, Listing, Proposal, Step, System
from unbland.application.connectors.ports import Ats
from unbland.application.connectors.proposing import Desk, ours, proposed, token_of
from unbland.application.connectors.refusals import ConnectorAuth, WrongToken
from unbland.application.connectors.writing import Writing
from unbland.core.facts import NO_FACTS, CompanyFacts
from unbland.errors import AlreadyDecided, BadInput, NoConnector, UnblandError

_LOG = logging.getLogger(__name__)

#: A command that was at it longer has died; a call and its answer take a minute at most.
_STALE = timedelta(minutes=5)


class Connectors:
    """Postings of the systems that there are keys for."""

    def __init__(self, desk: Desk) -> None:
        """Take the systems, where links last, and who rewrites."""
        self._desk = desk
        self._store = desk.store
        self._writing = Writing(desk.store, desk.now)

    @property
    def systems(self) -> tuple[System, ...]:
        """Those that there is a key for."""
        return tuple(self._desk.systems)

    async def list(self, systems: Sequence[System], most: int) -> tuple[Listing, ...]:
        """The postings of each system; one that fails is said, and the others go on. Raises NoConnector."""
        return tuple([await self._ats(system).list(most) for system in systems])

    async def rewrite(
        self, tenant: str, wanted: Sequence[tuple[System, str]], by: str, facts: CompanyFacts = NO_FACTS
    ) -> tuple[Proposal, ...]:
        """A proposal for each posting; nothing is written. What fails is said, and the others go on.

        A key that is refused as a whole is not tried again for the postings that follow. Raises NoConnector.
        """
        for system, _ in wanted:
            self._ats(system)
        locked: dict[System, ConnectorAuth] = {}
        made = []
        for system, posting in wanted:
            if system in locked:
                made.append(_failed(system, posting, locked[system]))
                continue
            try:
                made.append(await self._propose(tenant, system, posting, (by, facts)))
            except UnblandError as error:
                if isinstance(error, ConnectorAuth) and error.everywhere:
                    locked[system] = error
                made.append(_failed(system, posting, error))
        return tuple(made)

    async def accept(self, tenant: str, id_: str, token: str, by: str) -> Link:
        """Write the text that the token was given for, once a re-read shows the posting as it was rewritten.

        Raises NoSuchLink, WrongToken, AlreadyDecided, PostingChanged, and ConnectorFailed.
        """
        link = await self._store.get(tenant, id_)
        if not hmac.compare_digest(token.encode(), token_of(link).encode()):
            raise WrongToken
        if link.state is LinkState.APPLIED:
            return link
        if not self._may_be_accepted(link):
            way_out = f"`unbland ats status {id_}` says what that means"
            raise AlreadyDecided(f"This text is {link.state}, by {link.by}; {way_out}.")
        return await self._writing.write(self._ats(link.system), link, LinkState.APPLIED, by)

    async def get(self, tenant: str, id_: str) -> tuple[Link, str | None]:
        """A text that was proposed, and its token where it may be accepted; raises NoSuchLink."""
        link = await self._store.get(tenant, id_)
        return link, token_of(link) if self._may_be_accepted(link) else None

    async def undo(self, tenant: str, id_: str, by: str) -> Link:
        """Put back the text from before, where the posting is as we left it; raises as `accept`."""
        link = await self._store.get(tenant, id_)
        if link.state is LinkState.UNDONE:
            return link
        if not self._may(link, LinkState.UNDONE, {LinkState.APPLIED, LinkState.ALTERED}):
            raise AlreadyDecided(f"There is nothing to undo: this text is {link.state}.")
        return await self._writing.write(self._ats(link.system), link, LinkState.UNDONE, by)

    async def settle(self, tenant: str, id_: str, by: str) -> tuple[Link, Sequence[Step]]:
        """The link and its audit; where a write had no known end, after a look at the posting, without a write."""
        link = await self._store.get(tenant, id_)
        if link.state is LinkState.UNSURE or self._is_stale(link):
            link = await self._writing.look(self._ats(link.system), link, by)
        return link, await self._store.steps(tenant, id_)

    async def all(self, tenant: str, limit: int) -> Sequence[Link]:
        """The newest links first."""
        return await self._store.all(tenant, limit)

    async def _propose(self, tenant: str, system: System, posting: str, how: tuple[str, CompanyFacts]) -> Proposal:
        found = await self._ats(system).fetch(posting)
        if (own := await ours(self._desk, tenant, system, found)) is not None:
            return Proposal(system=system, posting=posting, link=own, ours=True)
        proposal = await proposed(self._desk, tenant, system, found, how)
        if proposal.link is not None:
            await self._store.add(proposal.link)
            about = {"action": "ats.proposed", "system": system.value, "link": proposal.link.id}
            _LOG.info("proposed", extra=about)
        return proposal

    def _may_be_accepted(self, link: Link) -> bool:
        return self._may(link, LinkState.APPLIED, {LinkState.PROPOSED, LinkState.REFUSED})

    def _may(self, link: Link, goal: LinkState, open_: set[LinkState]) -> bool:
        """Whether it may be tried: it waits, or an earlier try that way had no known end."""
        lost = link.state is LinkState.UNSURE or self._is_stale(link)
        return link.state in open_ or (lost and link.goal is goal)

    def _is_stale(self, link: Link) -> bool:
        return link.state is LinkState.WRITING and link.updated + _STALE < self._desk.now()

    def _ats(self, system: System) -> Ats:
        try:
            return self._desk.systems[system]
        except KeyError:
            raise NoConnector(f"There is no key for {system}; the connectors page names the variables.") from None


def _failed(system: System, posting: str, error: UnblandError) -> Proposal:
    wrong = isinstance(error, BadInput)
    return Proposal(system=system, posting=posting, code=error.code, detail=str(error), misasked=wrong)
