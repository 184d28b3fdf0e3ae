"""One write to an applicant tracking system: re-read, compare, send once, read back, and say truly what came of it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from unbland.application.connectors.model import Body, Found, Link, LinkState
from unbland.application.connectors.ports import Ats, LinkStore
from unbland.application.connectors.refusals import ConnectorFailed, ConnectorRefused, PostingChanged, WriteUnsure
from unbland.core.ats.sameness import fingerprint, is_same
from unbland.errors import UnblandError

_LOG = logging.getLogger(__name__)

_KEPT = "The applicant tracking system said yes and kept the old text; nothing was written."


class Writing:
    """Writes the text of a link, or the one from before."""

    def __init__(self, store: LinkStore, now: Callable[[], datetime]) -> None:
        """Take where links last, and the time."""
        self._store = store
        self._now = now

    async def write(self, ats: Ats, link: Link, goal: LinkState, by: str) -> Link:
        """The link as it then is; raises AlreadyDecided, PostingChanged, and ConnectorFailed with the link kept."""
        rest = link.state if goal is LinkState.UNDONE else LinkState.REFUSED
        rest = LinkState.UNSURE if link.state in {LinkState.UNSURE, LinkState.WRITING} else rest
        held = await self._keep(link, LinkState.WRITING, by, goal=goal)
        try:
            found = await ats.fetch(link.posting)
        except UnblandError as error:
            # Nothing was sent: as it was before, and the audit says why.
            was = LinkState.UNSURE if link.state is LinkState.WRITING else link.state
            await self._keep(held, was, by, code=error.code)
            raise
        if is_same(found.body, _target(held)):
            return await self._landed(held, found, by)
        if fingerprint(found.document.posting) != (held.written if goal is LinkState.UNDONE else held.read):
            stays = link.state if goal is LinkState.UNDONE else LinkState.CONFLICT
            await self._keep(held, stays, by, code=PostingChanged().code)
            raise PostingChanged
        return await self._send(ats, held, rest)

    async def look(self, ats: Ats, link: Link, by: str) -> Link:
        """The link after a look at the posting, without a write; raises ConnectorFailed."""
        found = await ats.fetch(link.posting)
        if is_same(found.body, _target(link)):
            return await self._landed(link, found, by)
        return await self._keep(link, LinkState.UNSURE, by, code="not_there")

    async def _send(self, ats: Ats, held: Link, rest: LinkState) -> Link:
        said = None
        try:
            await ats.write(held.posting, _target(held))
        except (WriteUnsure, ConnectorRefused) as error:
            said = error
        except ConnectorFailed as error:  # it did not take the call
            await self._keep(held, rest, held.by, code=error.code)
            raise
        return await self._read_back(ats, held, rest, said)

    async def _read_back(
        self, ats: Ats, held: Link, rest: LinkState, said: WriteUnsure | ConnectorRefused | None
    ) -> Link:
        """What the posting says now is what counts, whatever the answer was, or whether there was one."""
        try:
            found = await ats.fetch(held.posting)
        except UnblandError as error:
            return await self._keep(held, LinkState.UNSURE, held.by, code=error.code)
        if is_same(found.body, _target(held)):
            return await self._landed(held, found, held.by)
        if not is_same(found.body, _before(held)):
            written = fingerprint(found.document.posting)
            return await self._keep(held, LinkState.ALTERED, held.by, code="altered", written=written)
        if isinstance(said, WriteUnsure):
            return await self._keep(held, LinkState.UNSURE, held.by, code=said.code)
        await self._keep(held, rest, held.by, code=said.code if said else "not_written")
        raise said or ConnectorRefused(_KEPT)

    async def _landed(self, link: Link, found: Found, by: str) -> Link:
        _LOG.info("written", extra={"action": "ats.written", "link": link.id, "state": link.goal.value})
        return await self._keep(link, link.goal, by, written=fingerprint(found.document.posting))

    async def _keep(
        self,
        link: Link,
        state: LinkState,
        by: str,
        *,
        code: str | None = None,
        **fields: str | LinkState,
    ) -> Link:
        after = replace(link, state=state, by=by, updated=self._now(), **fields)  # type: ignore[arg-type] # by name
        return await self._store.change(link, after, code)


def _target(link: Link) -> Body:
    """What the posting is to say."""
    return link.old if link.goal is LinkState.UNDONE else link.new


def _before(link: Link) -> Body:
    return link.new if link.goal is LinkState.UNDONE else link.old
