"""A batch that lasts: its items, each with one end, what it may spend and has spent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from unbland.application.books.model import NOTHING, Spent
from unbland.application.ports import Usage
from unbland.application.result import Rewrite
from unbland.application.rewrite import Engine
from unbland.application.rewrites.model import Failure, Order
from unbland.core.batch.triaged import Labels
from unbland.core.pricing import BATCH_SHARE, Price


class BatchState(StrEnum):
    """How far a batch is, in the words of OpenAI's Batch API."""

    #: Its items are still coming in.
    VALIDATING = "validating"
    IN_PROGRESS = "in_progress"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
    COMPLETED = "completed"

    @property
    def over(self) -> bool:
        """Whether nothing more comes, unless somebody asks for it."""
        return self in {BatchState.CANCELLED, BatchState.COMPLETED}


class ItemState(StrEnum):
    """How far an item is; the last three are ends."""

    #: Says the same as an item before it, or nearly the same, and waits for what that one gets.
    WAITING = "waiting"
    QUEUED = "queued"
    RUNNING = "running"
    #: Its next question is in a provider's batch, or is to go into one.
    PARKED = "parked"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


#: Items to which nothing more happens.
ENDS = frozenset({ItemState.DONE, ItemState.FAILED, ItemState.CANCELLED})


class Halt(StrEnum):
    """Why a batch that is not over does nothing, until it is told to go on."""

    BUDGET = "budget_exceeded"
    MODEL = "model_unavailable"
    #: The tenant's quota of the day is spent: it goes on by itself on the next.
    QUOTA = "quota_exceeded"
    #: The provider refused a batch of ours, or somebody cancelled it there.
    PROVIDER = "provider_refused"


class Via(StrEnum):
    """How the model is asked."""

    #: One call after the other, answered at once.
    LIVE = "live"
    #: By the file, within a day, for less (OpenAI's Batch API).
    OPENAI_BATCH = "openai-batch"


_NO_USAGE = Usage()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a batch may spend, and how fast; None where there is no limit."""

    #: US dollars, by `price`.
    cost: float | None = None
    #: Input and output together.
    tokens: int | None = None
    #: Calls to the provider a minute, of all workers together.
    rpm: int | None = None
    #: Tokens a minute, of all workers together.
    tpm: int | None = None
    #: US dollars for a million tokens in and out.
    price: tuple[float, float] | None = None

    def cost_of(self, spent: Usage, reduced: Usage = _NO_USAGE) -> float | None:
        """What was spent in US dollars, `reduced` of it in a provider's batch; None where no price is known."""
        if self.price is None:
            return None
        price, off = Price(*self.price), 1 - BATCH_SHARE
        full = price.of(spent.input_tokens, spent.output_tokens)
        return full - off * price.of(reduced.input_tokens, reduced.output_tokens)

    def is_used_up(self, spent: Usage, reduced: Usage = _NO_USAGE) -> bool:
        """Whether nothing more may be spent."""
        cost = self.cost_of(spent, reduced)
        too_dear = self.cost is not None and cost is not None and cost >= self.cost
        return too_dear or (self.tokens is not None and spent.input_tokens + spent.output_tokens >= self.tokens)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One batch."""

    id: str
    tenant: str
    #: What it was read from, for people.
    name: str
    state: BatchState
    created: datetime
    updated: datetime
    engine: Engine = Engine.AUTO
    verify: bool = True
    #: Who writes, to the letter: what is written by another is written again.
    writer: str = ""
    #: Whether items that come in are worded as one before them that says nearly the same, with nobody asked: not where
    #: code writes them, which costs nothing.
    near: bool = False
    limits: Limits = field(default_factory=Limits)
    #: The caller's own words about it.
    metadata: Mapping[str, str] = field(default_factory=dict)
    halted: Halt | None = None
    #: Items, the unusable ones included.
    total: int = 0
    spent: Usage = field(default_factory=Usage)
    via: Via = Via.LIVE
    #: What of `spent` was asked in a provider's batch.
    reduced: Usage = field(default_factory=Usage)

    @property
    def cost(self) -> float | None:
        """What was spent in US dollars; None where no price is known."""
        return self.limits.cost_of(self.spent, self.reduced)

    @property
    def is_used_up(self) -> bool:
        """Whether nothing more may be spent."""
        return self.limits.is_used_up(self.spent, self.reduced)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewItem:
    """An item as it comes in: an order, or why there is none."""

    labels: Labels
    order: Order | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchItem:
    """One item as it is kept."""

    batch: str
    #: Its place in the input, from 1.
    number: int
    labels: Labels
    state: ItemState
    order: Order | None = None
    result: Rewrite | None = None
    failure: Failure | None = None
    #: Where its result was taken from, which was asked the same to the letter, or its wording, which was asked nearly
    #: the same: `batch/number`; empty for its own.
    copied_from: str = ""
    #: The number of an item before it that says nearly the same, 0 where none does; and the result of that one.
    near: int = 0
    like: Rewrite | None = None
    #: How often it was begun, and how often claimed: the latter fences off whoever was given up for dead.
    begun: int = 0
    claims: int = 0
    #: Whether the provider's batch has failed it, or had it often enough: what it still asks is asked live.
    live: bool = False

    @property
    def why(self) -> Failure:
        """Why it has no result."""
        left = "The batch ended before this posting was written; resume the batch to have it."
        return self.failure or Failure(code=str(self.state), detail=left)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How the work on an item ended, and what it took all the same."""

    outcome: Rewrite | Failure
    spent: Spent = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many items of a batch are how far, and how they failed."""

    states: Mapping[ItemState, int]
    #: Machine word → items.
    failures: Mapping[str, int] = field(default_factory=dict)
    copied: int = 0

    @property
    def open(self) -> int:
        """Items to which something is yet to happen."""
        return sum(count for state, count in self.states.items() if state not in ENDS)

    def of(self, state: ItemState) -> int:
        """Items that are so far."""
        return self.states.get(state, 0)
