"""Batches wired: where they last, who writes, and how many postings may be under way."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from unbland import __version__, bootstrap
from unbland.adapters.batch.inputs import Input, read_items
from unbland.adapters.batch.pool import in_order, processors
from unbland.adapters.batch.pooled import PooledEditor
from unbland.adapters.calls import Fault
from unbland.adapters.database.batch_making import DatabaseBatchMaking
from unbland.adapters.database.batch_work import DatabaseBatchWork
from unbland.adapters.database.batches import DatabaseBatches
from unbland.adapters.database.connection import Database
from unbland.adapters.prompt_files import read_prompts
from unbland.application.batch.gate import Gate
from unbland.application.batch.loading import Prepare
from unbland.application.batch.making import Making
from unbland.application.batch.model import NewItem
from unbland.application.batch.service import Batches, BatchMeans
from unbland.application.batch.working import KIND, BatchWorker
from unbland.application.result import Rewrite
from unbland.application.rewrite import Engine
from unbland.application.rewrites.model import Order
from unbland.application.rewrites.ports import Handler, JobEngine
from unbland.application.rewrites.service import Terms
from unbland.bootstrap.books import quota_of
from unbland.core.batch.answers import Answers
from unbland.core.batch.columns import Mapped
from unbland.settings import Settings

#: Seconds that the model may take for one posting of a batch: nobody waits before a screen.
_PATIENCE = 600.0

#: Postings under way at most where a model writes and nobody says a number.
_MOST = 64

__all__ = ["BatchRoom", "Input", "batch_room", "ready_items"]


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
    aclose: Callable[[], Awaitable[None]]

    @property
    def handlers(self) -> dict[str, Handler]:
        """What the engine calls for the work of batches."""
        return {KIND: self.worker.work}

    async def sweep(self, age: timedelta) -> None:
        """Resume what was left behind, and delete what is over and older."""
        await self.worker.resume()
        await self.batches.purge(age)
        await self.making.discard_cut_off()


def batch_room(settings: Settings, database: Database, engine: JobEngine, at_once: int | None = None) -> BatchRoom:
    """Batches on a database; `at_once` postings under way, found out where it is None."""
    made: list[Gate] = []

    def heard(fault: Fault | None, wait: float | None) -> None:
        for gate in made:
            if fault is None:
                gate.accepted()
            elif fault in {Fault.RATE_LIMITED, Fault.SERVER_ERROR}:
                gate.refused(wait if fault is Fault.RATE_LIMITED else 0)

    patient = settings.model_copy(update={"deadline_seconds": _PATIENCE})
    application = bootstrap.application(patient, heard)
    if application.model is None:
        gate = Gate(at_once or processors() + 1, fixed=True)  # one more, so that no processor waits for the database
    else:
        gate = Gate(at_once or _MOST, fixed=at_once is not None)
    made.append(gate)

    editor = PooledEditor(bootstrap.new_id)

    async def writes(order: Order) -> Rewrite:
        if application.model is None or order.engine is Engine.EDITOR:
            application.rewriter.refuse(order.engine)
            return await editor.write(order)
        return await application.rewriter.rewrite(order.draft, order.facts, order.engine, verify=order.verify)

    async def aclose() -> None:
        await editor.aclose()
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
        worker=BatchWorker(means, writes, gate),
        gate=gate,
        writer=_writer(settings, application.model),
        model=application.model,
        aclose=aclose,
    )


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
