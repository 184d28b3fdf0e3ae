"""The courier: hands parcels to the provider, asks after them, and brings home what came, whatever happens between."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from unbland.application.batch.model import Batch, BatchState, Halt
from unbland.application.batch.parcels import Carrier, Parcel, Parcels, ParcelState, Size, Standing
from unbland.application.batch.refusals import UNKNOWN, FileGone, FileTooLarge, ProviderAway, ProviderRefused
from unbland.application.rewrites.service import Terms

_LOG = logging.getLogger(__name__)

#: What OpenAI takes in one batch: 50,000 questions, and 200 MB, of which each line takes some for its own name
#: (developers.openai.com/api/docs/guides/batch).
_LARGEST = Size(50_000, 190_000_000)

#: Between two looks at a parcel: at first, and at most where nothing changes.
_SOON, _LATE = timedelta(seconds=1), timedelta(seconds=60)

#: How long a batch that may have been made is looked for before another is asked for: better to wait than to pay twice.
_SETTLED = timedelta(seconds=30)

#: Why a batch fails that would have been taken at another time (the provider's word).
_QUEUE_IS_FULL = "token_limit_exceeded"

#: How long nothing is sent where the account has too many tokens in the provider's queue.
_QUEUE_FULL = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class _Due:
    """When a parcel is looked at next, and how long after that."""

    at: datetime
    pause: timedelta


class Courier:
    """Carries the questions of a batch; holds nothing that a new process would miss."""

    def __init__(self, parcels: Parcels, carrier: Carrier, terms: Terms) -> None:
        """Take where parcels last, the provider, and the time."""
        self._parcels = parcels
        self._carrier = carrier
        self._terms = terms
        self._due: dict[str, _Due] = {}
        #: What this process packed itself.
        self._packed: set[str] = set()
        self._most = _LARGEST
        #: From when on more may be sent, and whether something must come back first.
        self._send_from = terms.now()
        self._queue_full = False
        self._came = False

    async def go(self, batch: Batch) -> bool:
        """Do what is due for a batch now; whether something came back, so that there is work on it.

        Raises nothing that a later call could mend.
        """
        self._came = False
        under_way = await self._parcels.under_way(batch.id)
        for parcel in under_way:
            if self._is_due(parcel):
                await self._forward(batch, parcel)
        is_full = (self._queue_full and under_way) or self._terms.now() < self._send_from
        if batch.state is not BatchState.IN_PROGRESS or batch.halted or is_full:
            return self._came
        packed = await self._parcels.pack(batch.id, f"unbland_{self._terms.new_id()}", self._most, self._terms.now())
        if packed is not None:
            self._packed.add(packed.name)
            await self._forward(batch, packed)
        return self._came

    def _is_due(self, parcel: Parcel) -> bool:
        due = self._due.get(parcel.name)
        return due is None or self._terms.now() >= due.at

    async def _forward(self, batch: Batch, parcel: Parcel) -> None:
        """Take a parcel a step further; what fails is tried again later, what is refused halts the batch."""
        try:
            if parcel.provider_id is None:
                await self._hand_over(batch, parcel)
            else:
                await self._look(batch, parcel)
        except ProviderAway as away:
            _LOG.warning("provider away", extra={"action": "batch.provider_away", "batch": batch.id, "why": str(away)})
            self._later(parcel)
        except ProviderRefused as refused:
            await self._halt(parcel, refused.reason)
            if batch.state is BatchState.CANCELLING and refused.reason == UNKNOWN:
                await self._end(parcel, again=True)

    async def _hand_over(self, batch: Batch, parcel: Parcel) -> None:
        """Have the provider make a batch of it, unless it has one: a process before this one may have asked for it."""
        handed_over = parcel.state is ParcelState.HANDED_OVER
        found = await self._carrier.find(parcel.name, parcel.created) if handed_over else None
        if found is None:
            if handed_over and self._terms.now() < parcel.updated + _SETTLED:
                self._later(parcel)
                return
            if batch.state is BatchState.CANCELLING:
                await self._end(parcel, again=True)
                await self._clean(parcel.file)
                return
            parcel, found = await self._make(parcel)
        if found is None:
            return
        await self._tell(replace(parcel, state=ParcelState.SENT, provider_id=found.id, said=found.status))
        self._due[parcel.name] = _Due(self._terms.now(), _SOON)

    async def _make(self, parcel: Parcel) -> tuple[Parcel, Standing | None]:
        """Have a batch made; None where the provider refuses, and then nothing was made."""
        try:
            if parcel.file is None:
                # A process before this one may have sent the file and not lived to write that down.
                file = None if parcel.name in self._packed else await self._carrier.find_file(parcel.name)
                file = file or await self._carrier.upload(parcel.name, self._parcels.lines(parcel))
                parcel = await self._tell(replace(parcel, file=file))
            parcel = await self._tell(replace(parcel, state=ParcelState.HANDED_OVER))
            return parcel, await self._carrier.create(parcel.name, str(parcel.file))
        except ProviderAway:
            if parcel.state is ParcelState.HANDED_OVER:
                await self._tell(parcel)  # an answer may be waited for long, and it may be made until now
            raise
        except FileTooLarge:
            # Packed anew in halves; a single question that is too large is asked live.
            self._most = Size(self._most.questions, max(1, parcel.size // 2))
            await self._end(parcel, again=parcel.questions > 1)
        except ProviderRefused as refused:
            await self._end(parcel, again=True, refused=refused.reason)
        await self._clean(parcel.file)
        return parcel, None

    async def _look(self, batch: Batch, parcel: Parcel) -> None:
        """Ask after it; fetch what came where it is over."""
        if batch.state is BatchState.CANCELLING and parcel.state is ParcelState.SENT:
            await self._carrier.cancel(str(parcel.provider_id))
            parcel = await self._tell(replace(parcel, state=ParcelState.CANCELLING))
            self._due.pop(parcel.name, None)
        standing = await self._carrier.look(str(parcel.provider_id))
        if standing.status != parcel.said:
            self._due.pop(parcel.name, None)
        if (standing.status, standing.done) != (parcel.said, parcel.done):
            parcel = await self._tell(replace(parcel, said=standing.status, done=standing.done))
        if standing.is_over:
            await self._fetch(batch, parcel, standing)
        else:
            self._later(parcel)

    async def _fetch(self, batch: Batch, parcel: Parcel, standing: Standing) -> None:
        """Keep what came, end the parcel, and leave no text with the provider."""
        gone = ""
        for file in standing.files:
            try:
                async for came in self._carrier.read(file):
                    await self._parcels.keep(parcel, came, self._terms.now())
            except FileGone as lost:
                gone = lost.reason
        if gone:
            await self._end(parcel, again=True, refused=gone)
        elif standing.status == "failed":
            await self._failed(parcel, standing)
        elif standing.status == "cancelled":
            ours = parcel.state is ParcelState.CANCELLING or batch.state is not BatchState.IN_PROGRESS
            await self._end(parcel, again=True, refused="" if ours else standing.status)
        else:
            self._queue_full = False
            self._most = Size(min(2 * self._most.questions, _LARGEST.questions), self._most.bytes)
            await self._end(parcel, again=False)
        await self._clean(parcel.file, *standing.files)

    async def _failed(self, parcel: Parcel, standing: Standing) -> None:
        """A batch that the provider did not begin: the lines it names are asked live, the others go again."""
        refused = ""
        if standing.code == _QUEUE_IS_FULL:
            self._send_from = self._terms.now() + _QUEUE_FULL
            self._queue_full = len(await self._parcels.under_way(parcel.batch)) > 1
            if not self._queue_full:
                self._most = Size(max(1, parcel.questions // 2), self._most.bytes)
        elif standing.bad_lines:
            await self._parcels.lose(parcel, standing.bad_lines, self._terms.now())
        else:
            refused = standing.code or standing.status
        await self._end(parcel, again=True, refused=refused)

    async def _halt(self, parcel: Parcel, reason: str) -> None:
        _LOG.error("refused", extra={"action": "batch.refused", "batch": parcel.batch, "why": reason})
        await self._tell(replace(parcel, said=reason))
        await self._parcels.halt(parcel.batch, Halt.PROVIDER, self._terms.now())

    async def _end(self, parcel: Parcel, *, again: bool, refused: str = "") -> None:
        """End a parcel, and halt where the provider refused it: then a person looks before anything is sent again."""
        self._due.pop(parcel.name, None)
        self._came = True
        if refused:
            await self._halt(parcel, refused)
        await self._parcels.close(parcel, again=again, now=self._terms.now())

    async def _clean(self, *files: str | None) -> None:
        """Delete files at the provider, where it lets us; it deletes them itself after 30 days."""
        for file in filter(None, files):
            try:
                await self._carrier.delete(file)
            except (ProviderAway, ProviderRefused):
                _LOG.warning("file left", extra={"action": "batch.file_left", "file": file})

    async def _tell(self, parcel: Parcel) -> Parcel:
        return await self._parcels.tell(parcel, self._terms.now())

    def _later(self, parcel: Parcel) -> None:
        """Look again after a pause that grows."""
        before = self._due.get(parcel.name)
        pause = _SOON if before is None else min(before.pause * 2, _LATE)
        self._due[parcel.name] = _Due(self._terms.now() + pause, pause)
