"""Batches wired: where they last, who writes, and how many postings may be under way."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from unbland import __version__, bootstrap
from unbland.adapters.batch.hands import Hands
from unbland.adapters.batch.inputs import Input, read_items
from unbland.adapters.batch.pool import in_order, processors
from unbland.adapters.batch.pooled import PooledWriter
from unbland.adapters.calls import Fault
from unbland.adapters.database.batch_making import DatabaseBatchMaking
from unbland.adapters.database.batch_work import DatabaseBatchWork
from unbland.adapters.database.batches import DatabaseBatches
from unbland.adapters.database.connection import Database
from unbland.adapters.engines.local import LocalEngine
from unbland.adapters.prompt_files import read_prompts
from unbland.application.batch.gate import Gate
from unbland.application.batch.loading import Prepare
from unbland.application.batch.making import Making
from unbland.application.batch.model import NewItem, Via
from unbland.application.batch.service import Batches, BatchMeans
from unbland.application.batch.turns import Paced
from unbland.application.batch.working import KIND, BatchWorker
from unbland.application.books.meter import Metered
from unbland.application.ports import Completer
from unbland.application.rewrites.ports import Handler, JobEngine
from unbland.application.rewrites.service import Terms
from unbland.bootstrap.books import quota_of
from unbland.bootstrap.post import KeptSeam, PostRoom, post_room
from unbland.core.batch.answers import Answers
from unbland.core.batch.columns import Mapped
from unbland.settings import Settings

if TYPE_CHECKING:
    from unbland.adapters.langchain_completer import LangChainCompleter

#: Postings under way at most where a model writes and nobody says a number.
_MOST = 64

#: Chunks that are worked on at a time, of four batches or more; the gate says how many postings are.
_CHUNKS = 32

#: What their jobs stand in.
_QUEUE = "unbland-batch"

__all__ = ["BatchRoom", "Input", "batch_engine", "batch_room", "ready_items"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRoom:
    """Batches, and who works on them in this process."""

    making: Making
    batches: Batches
    worker: BatchWorker
    gate: Gate
    #: Who writes, to the letter.
    writer: str
    #: The model that writes; None where the editor does.
    model: str | None
    #: Starts the processes that write, before there is work for them.
    begin: Callable[[], Awaitable[None]]
    aclose: Callable[[], Awaitable[None]]
    #: Who carries questions to a provider by the file; None where all are asked live.
    post: PostRoom | None = None

    @property
    def handlers(self) -> dict[str, Handler]:
        """What the engine calls for the work of batches."""
        return {KIND: self.worker.work}

    async def sweep(self, age: timedelta) -> None:
        """Resume what was left behind, and delete what is over and older."""
        await self.worker.resume()
        await self.batches.purge(age)
        await self.making.discard_cut_off()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What batches are written with."""

    #: Postings under way; None to find out how many.
    at_once: int | None = None
    #: How models are asked.
    via: Via = Via.LIVE
    #: Processes that write, where some were begun before the models were there; the room ends them.
    hands: Hands | None = None


def batch_room(settings: Settings, database: Database, engine: JobEngine, given: Tools = Tools()) -> BatchRoom:
    """Batches on a database, written with what is given."""
    made: list[Gate] = []
    kept = KeptSeam() if given.via is Via.OPENAI_BATCH else None
    application = bootstrap.application(settings, _told_to(made), kept or _paced)
    post = post_room(application, database, kept) if kept else None
    gate = _gate(application.model, given.at_once)
    made.append(gate)
    writer = PooledWriter(bootstrap.new_id, application.models, given.hands)

    async def aclose() -> None:
        await writer.aclose()
        if post is not None:
            await post.aclose()
        await application.aclose()

    terms = Terms(now=lambda: datetime.now(UTC), new_id=lambda: f"batch_{uuid4().hex}")
    means = BatchMeans(
        making=DatabaseBatchMaking(database),
        store=DatabaseBatches(database),
        work=DatabaseBatchWork(database, quota_of(application)),
        engine=engine,
        terms=terms,
    )
    return BatchRoom(
        making=Making(means),
        batches=Batches(means),
        worker=BatchWorker(means, writer.write, gate, post.parking if post else None),
        gate=gate,
        writer=_writer(settings, application.model),
        model=application.model,
        begin=writer.begin,
        aclose=aclose,
        post=post,
    )


def batch_engine(database: Database, settings: Settings, via: Via = Via.LIVE) -> JobEngine:
    """Who runs the work of batches, and no other work: a chunk holds its place for as long as its postings take."""
    drain = settings.drain_seconds
    if database.is_sqlite or via is not Via.LIVE:  # only this process has the replies of a batch that goes by the file
        return LocalEngine(_CHUNKS, drain=drain)
    from unbland.adapters.engines.procrastinating import ProcrastinateEngine  # noqa: PLC0415 - comes with an extra

    return ProcrastinateEngine(database.url, _CHUNKS, works=settings.serve_works, drain=drain, queue=_QUEUE)


def _paced(completer: LangChainCompleter, model: str) -> Completer:
    """The model, whose bill is counted and whose questions wait for their turns."""
    return Paced(Metered(completer, model))


def _told_to(gates: Sequence[Gate]) -> Callable[[Fault | None, float | None], None]:
    """What tells gates how calls ended."""

    def heard(fault: Fault | None, wait: float | None) -> None:
        for gate in gates:
            if fault is None:
                gate.accepted()
            elif fault in {Fault.RATE_LIMITED, Fault.SERVER_ERROR}:
                gate.refused(wait if fault is Fault.RATE_LIMITED else 0)

    return heard


def _gate(model: str | None, at_once: int | None) -> Gate:
    """How many postings may be under way."""
    if model is None:
        return Gate(at_once or processors() + 1, fixed=True)  # one more, so that no processor waits for the database
    return Gate(at_once or _MOST, fixed=at_once is not None)


def ready_items(
    source: Input, answers: Answers, limit: int, show: Callable[[Mapped, str], None], *, alone: bool = True
) -> Iterator[NewItem]:
    """The items of an input, ready for a batch; raises BadInput and Misconfigured for one that cannot be read.

    `alone` says that the machine is this one's, so that files are opened on all processors.
    """
    prepare = Prepare(answers=answers, opens=bootstrap.file_draft, limit=limit)
    items = read_items(source, show)
    # Opening a Word file takes a process of its own; putting a row together does not.
    return in_order(prepare, items) if alone and source.kind in {"folder", "zip"} else map(prepare, items)


def _writer(settings: Settings, model: str | None) -> str:
    """Who writes, to the letter: another version, model or prompt is another writer."""
    if model is None:
        return f"editor {__version__}"
    prompts = ",".join(prompt.label for _, prompt in sorted(read_prompts().items()))
    return f"llm {__version__} {model} {settings.verifier_model or '-'} {settings.temperature} {prompts}"
