"""`unbland work` and `unbland migrate`: the work of a service on other machines, and the schema of its database."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

import typer

from unbland import bootstrap
from unbland.edges import logs

if TYPE_CHECKING:
    from unbland.bootstrap.service import Service

WORK_EXAMPLES = """\b
Example:
  UNBLAND_DATABASE_URL=postgresql://unbland@db/unbland unbland work
"""

MIGRATE_EXAMPLES = """\b
Example:
  UNBLAND_DATABASE_URL=postgresql://unbland@db/unbland unbland migrate
"""


def work() -> None:
    """Do the work of a service on PostgreSQL; as many of these as you like, on any machine."""
    from unbland.bootstrap import service  # noqa: PLC0415 - the database's libraries load slowly

    made = service.worker()
    logs.configure(made.settings.log_level)
    bootstrap.warm_up()
    asyncio.run(_work(made))


def migrate() -> None:
    """Bring the database to the newest schema; run it before a new version is started."""
    from unbland.bootstrap import storage  # noqa: PLC0415 - the database's libraries load slowly

    asyncio.run(storage.migrate_database(bootstrap.read_settings()))
    typer.echo("The database has the newest schema.", err=True)


async def _work(made: Service) -> None:
    """Work until the process is told to stop; then what is under way may end."""
    told = asyncio.Event()
    for signum in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(signum, told.set)
    async with made.running():
        typer.echo("unbland works; stop it with Ctrl-C or SIGTERM.", err=True)
        await told.wait()
