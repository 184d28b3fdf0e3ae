"""Questions that go to a provider together, as a file; and what is needed of the outside to send them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from unbland.application.batch.model import Halt
from unbland.application.batch.parking import Reply
from unbland.application.books.model import NOTHING, Spent


class ParcelState(StrEnum):
    """How far a parcel is; each is written down before what it names is done."""

    PACKED = "packed"
    #: The provider was asked to make a batch of it, and may have: it is looked for before it is asked again.
    HANDED_OVER = "handed_over"
    SENT = "sent"
    #: We asked the provider to cancel it.
    CANCELLING = "cancelling"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """Questions of one batch to one model that go together."""

    #: Unique; it stands in the metadata of the provider's batch.
    name: str
    batch: str
    model: str
    questions: int
    #: Bytes.
    size: int
    created: datetime
    updated: datetime
    state: ParcelState = ParcelState.PACKED
    #: The provider's ids of the file and of its batch.
    file: str | None = None
    provider_id: str | None = None
    #: What the provider said last: a state, or the machine word of an error.
    said: str = ""
    #: Questions that the provider is done with, in its own words.
    done: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One question of a parcel, as the file names it."""

    #: The item's number, and which of its questions it is.
    number: int
    step: int
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Came:
    """What came for one question; no reply where the provider failed at it, and another try may do better."""

    number: int
    step: int
    reply: Reply | None
    #: What it took, at the price of a provider's batch.
    spent: Spent = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far a provider's batch is, as it says itself."""

    id: str
    #: `in_progress`, `completed`, `expired`, `cancelled`, `failed`…
    status: str
    done: int = 0
    #: The files with what came, one of answers and one of errors.
    files: tuple[str, ...] = ()
    #: Why it was refused, where it was: a machine word, and the lines that are named, from 1.
    code: str = ""
    bad_lines: tuple[int, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes of it."""
        return self.status in {"completed", "expired", "cancelled", "failed"}


@dataclass(frozen=True, slots=True)
class Size:
    """The most that goes into a parcel."""

    questions: int
    #: Of the questions' bodies.
    bytes: int


class Carrier(Protocol):
    """A provider that takes questions by the file.

    Each call raises ProviderAway where it is worth asking again later, and ProviderRefused where it is not.
    """

    async def check(self) -> None:
        """Raise NoBatchApi or KeyRefused where nothing could be sent."""
        ...

    async def upload(self, name: str, lines: AsyncIterator[Line]) -> str:
        """The id of a file with these questions; raises FileTooLarge."""
        ...

    async def find_file(self, name: str) -> str | None:
        """The file that was uploaded under this name; None where there is none."""
        ...

    async def create(self, name: str, file: str) -> Standing:
        """Have a batch made of a file; it may have been made whatever is raised."""
        ...

    async def find(self, name: str, since: datetime) -> Standing | None:
        """The batch with this name in its metadata, made since then; None where there is none."""
        ...

    async def look(self, id_: str) -> Standing:
        """How far a batch is."""
        ...

    def read(self, file: str) -> AsyncIterator[Sequence[Came]]:
        """What came, some at a time, in whatever order; raises FileGone where the provider no longer has it."""
        ...

    async def cancel(self, id_: str) -> None:
        """Begin nothing more of a batch; what is over stays so."""
        ...

    async def delete(self, file: str) -> None:
        """Delete a file, if it is there."""
        ...


class Parcels(Protocol):
    """Where parcels and their questions last."""

    async def pack(self, batch: str, name: str, most: Size, now: datetime) -> Parcel | None:
        """Put parked questions of a batch together, as far as its budget reaches.

        None where there are none, where more are soon to come, or where nothing more may be spent: the batch is halted
        then, as soon as nothing is under way.
        """
        ...

    async def under_way(self, batch: str) -> Sequence[Parcel]:
        """The parcels of a batch that are not over, the oldest first."""
        ...

    async def away(self, batch: str) -> int:
        """How many questions of a batch are in parcels that the provider has."""
        ...

    def lines(self, parcel: Parcel) -> AsyncIterator[Line]:
        """The questions of a parcel, always in the same order."""
        ...

    async def tell(self, parcel: Parcel, now: datetime) -> Parcel:
        """Keep how far a parcel is."""
        ...

    async def keep(self, parcel: Parcel, came: Sequence[Came], now: datetime) -> None:
        """Keep what came and what it took, once: what has a reply already, or is not of the parcel, is left out."""
        ...

    async def lose(self, parcel: Parcel, places: Collection[int], now: datetime) -> None:
        """Have the questions in these places of the file, from 1, asked live."""
        ...

    async def close(self, parcel: Parcel, *, again: bool, now: datetime) -> None:
        """End a parcel: what has no reply goes into another one, or is asked live; in a cancelled batch neither."""
        ...

    async def halt(self, batch: str, why: Halt, now: datetime) -> None:
        """Begin nothing more of a batch until it is resumed."""
        ...
