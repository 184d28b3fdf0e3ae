"""Work on any number of machines: jobs in PostgreSQL, run by `unbland work` and by services that work themselves."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator, Mapping

from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Status
from sqlalchemy.engine import URL

from unbland.application.rewrites.ports import Handler, Work
from unbland.errors import DatabaseDown

#: Seconds after which a worker without a sign of life is dead; it gives one three times as often.
_STALLED = 30

#: Seconds that the worker itself takes to end, beside what is under way.
_GRACE = 0.5

#: Seconds between two looks for work where the database's notice was missed.
_POLL = 1.0


class ProcrastinateEngine:
    """Runs work by procrastinate; see `JobEngine`."""

    def __init__(self, url: URL, at_once: int, *, works: bool, drain: float, queue: str = "unbland") -> None:
        """Take the database, how much may be under way at a time, whether this process works, and how it stops.

        `drain` is the seconds after which work that is under way is given up when the process is told to stop; `queue`
        is what its jobs stand in.
        """
        plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._app = App(connector=PsycopgConnector(conninfo=plain, min_size=1, max_size=6))
        self._at_once = at_once
        self._works = works
        self._drain = drain
        self._handlers: Mapping[str, Handler] = {}
        self._worker: asyncio.Task[None] | None = None
        self._queue = queue
        self._task = self._app.task(name="unbland.work", queue=queue)(self._run)

    async def start(self, handlers: Mapping[str, Handler]) -> None:
        """Begin to run what is submitted, where this process works; see the port."""
        self._handlers = handlers
        with _told():
            await self._app.open_async()
        if self._works:
            self._worker = asyncio.create_task(
                self._app.run_worker_async(
                    queues=[self._queue],
                    concurrency=self._at_once,
                    install_signal_handlers=False,
                    delete_jobs="always",
                    fetch_job_polling_interval=_POLL,
                    update_heartbeat_interval=_STALLED / 3,
                    stalled_worker_timeout=_STALLED,
                    shutdown_graceful_timeout=self._drain,
                )
            )

    async def submit(self, work: Work) -> None:
        """Have it run; a tenant with much that waits goes after one with little. See the port."""
        waiting = await self._waiting(work.tenant)
        job = self._task.configure(queueing_lock=f"{work.kind}:{work.id}", priority=-waiting)
        with _told(), contextlib.suppress(AlreadyEnqueued):
            await job.defer_async(kind=work.kind, tenant=work.tenant, id_=work.id)

    async def tidy(self) -> None:
        """Take away the jobs of workers that died; what they worked on is submitted anew by whoever keeps it."""
        manager = self._app.job_manager
        with _told():
            for job in await manager.get_stalled_jobs(seconds_since_heartbeat=_STALLED):
                await manager.finish_job(job, status=Status.FAILED, delete_job=True)

    async def stop(self) -> None:
        """Let what is under way end; see the port."""
        await self.drain()
        await self._app.close_async()

    async def drain(self) -> None:
        """Take on nothing more; see the port."""
        while self._worker is not None and not self._worker.done():
            # The first is taken as a wish to stop, so that what is under way may end; one that comes while the worker
            # starts is lost, so it is said again.
            self._worker.cancel()
            await asyncio.wait([self._worker], timeout=self._drain + _GRACE)

    async def _run(self, kind: str, tenant: str, id_: str) -> None:  # noqa: ARG002 - for whoever reads the jobs
        await self._handlers[kind](id_)

    async def _waiting(self, tenant: str) -> int:
        query = (
            "SELECT count(*) AS waiting FROM procrastinate_jobs WHERE status = 'todo' AND args->>'tenant' = %(tenant)s"
        )
        with _told():
            row = await self._app.connector.execute_query_one_async(query, tenant=tenant)
        return int(row["waiting"])


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """What the library says of a database that is away, in our words."""
    try:
        yield
    except ConnectorException:
        raise DatabaseDown from None
