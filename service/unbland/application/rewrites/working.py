"""The work of a rewrite: claimed, held while it goes on, ended once; and what is left behind is found again."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

from unbland.application.books.meter import Meter, metered
from unbland.application.correlation import working_for
from unbland.application.holding import held, kept
from unbland.application.result import Rewrite
from unbland.application.rewrite import Rewriter
from unbland.application.rewrites.model import Claim, Failure, Record
from unbland.application.rewrites.ports import Work
from unbland.application.rewrites.service import KIND, Means
from unbland.application.spans import About, watched
from unbland.errors import UnblandError

_LOG = logging.getLogger(__name__)

#: A draft on which the process died so often is set aside: it may be what kills it.
_MOST_ATTEMPTS = 3


class Worker:
    """Does the work of rewrites in this process."""

    def __init__(self, means: Means, rewriter: Rewriter) -> None:
        """Take what the use cases share, and who rewrites."""
        self._store = means.work
        self._engine = means.engine
        self._terms = means.terms
        self._ends = means.ends
        self._quota = means.quota
        self._spans = means.spans
        self._rewriter = rewriter
        self._owner = means.terms.new_id()
        #: What was to be done at the look before; None before the first look.
        self._seen: frozenset[tuple[str, str]] | None = None

    async def work(self, id_: str) -> None:
        """Do the work of one rewrite, unless somebody else does or it is over."""
        record = await self._store.claim(id_, self._claim(), self._terms.now())
        if record is None:
            return
        with working_for(record.request), watched(self._spans), metered() as meter:
            about: About = {"unbland.rewrite": id_, "unbland.attempt": record.attempts}
            with self._spans.span("rewrite", about, record.trace) as said:
                outcome = await self._end(record, meter)
                said |= {f"unbland.{name}": word for name, word in _about(outcome).items()}
            _LOG.info("rewrite ended", extra={"action": "rewrite.ended", "rewrite": id_, **_about(outcome)})
        self._ends.tell(id_)

    async def _end(self, record: Record, meter: Meter) -> Rewrite | Failure:
        """Do the work, and keep what came of it and what it took; given up, it goes back."""
        try:
            async with held(lambda: self._store.renew(record, self._claim()), self._terms.lease):
                outcome = await self._outcome(record)
        except asyncio.CancelledError:  # the process is told to stop: another one does it, and soon
            await asyncio.shield(self._store.release(record, self._owner, self._terms.now(), meter.spent))
            raise
        ended = self._terms.now()
        await kept(lambda: self._store.finish(record, self._owner, outcome, ended, meter.spent), self._terms.lease)
        return outcome

    async def take_over(self) -> None:
        """Take all that was begun for left behind: for a process that is the only one on its database."""
        await self._store.take_over(self._terms.now())

    async def resume(self) -> int:
        """Have everything done that was begun or waits, as after a crash; how many there were.

        After the first look only what two looks have seen: between them whoever lives has renewed its claim, so that
        a clock that jumps takes no work from anybody.
        """
        waiting = await self._store.unfinished(self._terms.now())
        due = waiting if self._seen is None else [work for work in waiting if work in self._seen]
        self._seen = frozenset(waiting)
        for tenant, id_ in due:
            await self._engine.submit(Work(KIND, tenant, id_))
        return len(due)

    def _claim(self) -> Claim:
        """The right to work from now on, for as long as a worker is waited for."""
        return Claim(owner=self._owner, until=self._terms.now() + self._terms.lease)

    async def _outcome(self, record: Record) -> Rewrite | Failure:
        if record.attempts > _MOST_ATTEMPTS:
            return Failure(code="set_aside", detail="It was begun three times and never ended, so it was set aside.")
        order = record.order
        try:
            if self._quota.limited and record.aside.tokens:
                now = self._terms.now()
                self._quota.check(await self._store.standing(record.tenant, now), record.aside, now)
            result = await self._rewriter.rewrite(order.draft, order.facts, order.engine, verify=order.verify)
        except UnblandError as error:
            return Failure(code=error.code, detail=str(error))
        except Exception:  # noqa: BLE001 - a fault of ours ends this rewrite, not the worker
            _LOG.exception("crashed", extra={"action": "rewrite.crashed", "rewrite": record.id})
            return Failure(code="internal_error", detail="Something went wrong on our side; report it with the id.")
        return replace(result, id=record.id)


def _about(outcome: Rewrite | Failure) -> dict[str, str]:
    """What the log says of an end: machine words, and nothing of the draft."""
    if isinstance(outcome, Failure):
        return {"engine": "", "status": outcome.code, "degraded": ""}
    made = outcome.provenance
    return {"engine": made.engine, "status": outcome.status.value, "degraded": made.degraded or ""}
