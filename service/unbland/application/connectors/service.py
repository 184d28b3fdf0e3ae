"""The use cases: list postings, propose texts for them, accept one, undo it, and find out what became of a write."""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from unbland.application.connectors.model import Found, Link, LinkState, Listing, Proposal, Step, System
from unbland.application.connectors.ports import Ats, LinkStore, Rewriting
from unbland.application.connectors.refusals import WrongToken
from unbland.application.connectors.writing import Writing
from unbland.application.result import Status
from unbland.application.review import Draft
from unbland.core.ats.intake import draft_of
from unbland.core.ats.sameness import fingerprint
from unbland.core.document.model import Format
from unbland.core.facts import NO_FACTS, CompanyFacts
from unbland.errors import AlreadyDecided, ConnectorAuth, NoConnector, UnblandError

_LOG = logging.getLogger(__name__)

#: A command that was at it longer has died; a call and its answer take a minute at most.
_STALE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the use cases share."""

    systems: Mapping[System, Ats]
    store: LinkStore
    rewriting: Rewriting
    #: The time, in UTC.
    now: Callable[[], datetime]
    new_id: Callable[[], str]


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
        if not self._may(link, LinkState.APPLIED, {LinkState.PROPOSED, LinkState.REFUSED}):
            raise AlreadyDecided(f"This text is {link.state} already, by {link.by}.")
        return await self._writing.write(self._ats(link.system), link, LinkState.APPLIED, by)

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

    async def ours(self, tenant: str, system: System, found: Found) -> Link | None:
        """The link whose text a posting holds, as a hint that it changed may come of our own writing."""
        link = await self._store.last_written(tenant, system, found.id)
        return link if link is not None and link.written == fingerprint(found.document.posting) else None

    async def _propose(self, tenant: str, system: System, posting: str, how: tuple[str, CompanyFacts]) -> Proposal:
        by, facts = how
        ats = self._ats(system)
        found = await ats.fetch(posting)
        if (own := await self.ours(tenant, system, found)) is not None:
            return Proposal(system=system, posting=posting, link=own, ours=True)
        document = found.document
        draft = Draft(content=draft_of(document.posting), format=Format.HTML, ats=document)
        result = await self._desk.rewriting(draft, facts)
        if result.status is not Status.REWRITTEN:  # marks of missing facts are for people, not for a live page
            return Proposal(system=system, posting=posting, result=result)
        now = self._desk.now()
        link = Link(
            id=f"al_{self._desk.new_id()}",
            tenant=tenant,
            system=system,
            posting=posting,
            title=document.posting.title,
            state=LinkState.PROPOSED,
            read=fingerprint(document.posting),
            old=found.body,
            new=ats.body(result.rendered.ats),
            nonce=self._desk.new_id(),
            by=by,
            created=now,
            updated=now,
        )
        await self._store.add(link)
        _LOG.info("proposed", extra={"action": "ats.proposed", "system": system.value, "link": link.id})
        return Proposal(system=system, posting=posting, link=link, token=token_of(link), result=result)

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


def token_of(link: Link) -> str:
    """What accepts exactly this text for exactly this posting as it was read: bound to both by their hash."""
    said = json.dumps([link.id, link.system, link.posting, link.read, dict(link.new)], sort_keys=True)
    return "ok_" + hmac.new(link.nonce.encode(), said.encode(), hashlib.sha256).hexdigest()[:32]


def _failed(system: System, posting: str, error: UnblandError) -> Proposal:
    return Proposal(system=system, posting=posting, code=error.code, detail=str(error))
