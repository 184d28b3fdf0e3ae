"""Words that a posting changed: noted before they are answered, then looked into; what they say is never believed.

A look reads the posting anew and proposes a text for the version that stands there, once. It writes nothing back.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from unbland.application.connectors.model import Found, Hint, Link, System
from unbland.application.connectors.ports import HintStore
from unbland.application.connectors.proposing import Desk, ours, proposed
from unbland.application.connectors.refusals import NoSuchPosting
from unbland.application.holding import held, kept
from unbland.application.rewrites.model import Claim
from unbland.application.rewrites.ports import JobEngine, Work
from unbland.core.ats.sameness import fingerprint
from unbland.core.facts import NO_FACTS
from unbland.errors import BadInput, TooMany, UnblandError

_LOG = logging.getLogger(__name__)

#: What the engine knows the work as.
KIND = "ats_hint"

#: Who made a proposal that nobody asked for.
BY = "an event"

#: How long a look that says nothing more is waited for; one that lives renews its claim four times as often.
_LEASE = timedelta(seconds=10)

#: Between two looks where the system did not answer, which a look asks three times itself: 8.6 hours in all, within
#: which somebody mends a key.
_PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    """How a look ended."""

    hint: Hint
    #: A machine word: `proposed`, what came in place of a text, or what went wrong.
    outcome: str
    link: Link | None = None
    #: When there is another look; None where there is none.
    due: datetime | None = None
    #: Whether something went wrong that another look may find mended.
    failed: bool = False


class Hints:
    """The hints of one tenant, and the looks at postings in this process."""

    def __init__(self, desk: Desk, store: HintStore, engine: JobEngine, tenant: str) -> None:
        """Take what proposals need, where hints last, who runs the looks, and whose proposals they make."""
        self._desk = desk
        self._store = store
        self._engine = engine
        self._tenant = tenant
        self._systems = tuple(desk.systems)

    async def note(self, system: System, posting: str) -> None:
        """Keep that a posting changed, and have it looked at; raises DatabaseDown where it may not be kept."""
        id_ = await self._store.note(self._tenant, system, posting, self._desk.now())
        about = {"action": "ats.hint_noted", "hint": id_, "system": system.value, "posting": posting}
        _LOG.info("hint noted", extra=about)
        await self._engine.submit(Work(KIND, self._tenant, id_))

    async def work(self, id_: str) -> None:
        """Look at the posting until all that was said of it was said before a look."""
        while True:
            claim = Claim(owner=self._desk.new_id(), until=self._until())
            hint = await self._store.claim(id_, claim, self._systems, self._desk.now())
            if hint is None:
                return
            await self._work(hint)

    async def resume(self) -> None:
        """Have everything looked at that is due, as after a crash or a pause."""
        for tenant, id_ in await self._store.waiting(self._systems, self._desk.now()):
            await self._engine.submit(Work(KIND, tenant, id_))

    async def _work(self, hint: Hint) -> None:
        """One look, and what came of it kept, while the claim holds."""
        try:
            async with held(lambda: self._store.renew(hint, self._until()), _LEASE):
                end = await self._end(hint)
        except asyncio.CancelledError:  # the process is told to stop: another one looks, and soon
            await asyncio.shield(self._store.release(hint))
            raise
        if await kept(lambda: self._store.settle(end.hint, self._desk.now(), end.due, end.link), _LEASE):
            _tell(end)

    async def _end(self, hint: Hint) -> _End:
        if hint.tries > len(_PAUSES) + 1:
            return _End(hint=hint, outcome="set_aside", failed=True)  # the process died in each of the looks
        try:
            return await self._look(hint)
        except UnblandError as error:
            return self._wrong(hint, error)
        except Exception:  # noqa: BLE001 - a fault of ours ends this look, not the worker
            _LOG.exception("crashed", extra={"action": "ats.hint_crashed", "hint": hint.id})
            return self._again(hint, "internal_error")

    async def _look(self, hint: Hint) -> _End:
        """Read the posting, and propose a text for a version that nothing was made of."""
        found = await self._desk.systems[hint.system].fetch(hint.posting)
        seen = replace(hint, read=fingerprint(found.document.posting))
        if known := await self._known(hint, seen, found):
            return _End(hint=seen, outcome=known)
        proposal = await proposed(self._desk, hint.tenant, hint.system, found, (BY, NO_FACTS))
        if proposal.link is None:
            return _End(hint=seen, outcome=proposal.result.status.value if proposal.result else "")
        return _End(hint=seen, outcome="proposed", link=proposal.link)

    async def _known(self, hint: Hint, seen: Hint, found: Found) -> str:
        """Why nothing is to be made of a version; empty where something is."""
        if await ours(self._desk, hint.tenant, hint.system, found) is not None:
            return "ours"
        newest = await self._desk.store.newest(hint.tenant, hint.system, hint.posting)
        return "known" if seen.read in {hint.read, newest.read if newest else None} else ""

    def _wrong(self, hint: Hint, error: UnblandError) -> _End:
        """What follows on an error: nothing that another look finds the same, such as a posting without a text."""
        if isinstance(error, TooMany):
            return self._again(hint, error.code, timedelta(seconds=error.seconds))
        if isinstance(error, BadInput) and not isinstance(error, NoSuchPosting):  # that may be a moment old
            return _End(hint=hint, outcome=error.code)
        return self._again(hint, error.code)

    def _again(self, hint: Hint, outcome: str, pause: timedelta | None = None) -> _End:
        """Another look after a pause, where there were not too many."""
        if hint.tries > len(_PAUSES):
            return _End(hint=hint, outcome=outcome, failed=True)
        due = self._desk.now() + (pause or _PAUSES[hint.tries - 1])
        return _End(hint=hint, outcome=outcome, due=due, failed=True)

    def _until(self) -> datetime:
        return self._desk.now() + _LEASE


def _tell(end: _End) -> None:
    """The line of the log that says how a look ended: ids and machine words."""
    hint, link = end.hint, end.link.id if end.link else ""
    about = {"hint": hint.id, "system": hint.system.value, "posting": hint.posting, "tries": hint.tries}
    if not end.failed:
        _LOG.info("hint ended", extra={"action": "ats.hint_ended", **about, "outcome": end.outcome, "link": link})
    elif end.due:
        _LOG.warning("look failed", extra={"action": "ats.hint_failed", **about, "code": end.outcome})
    else:
        _LOG.error("hint given up", extra={"action": "ats.hint_given_up", **about, "code": end.outcome})
