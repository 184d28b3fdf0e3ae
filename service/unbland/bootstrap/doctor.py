"""What is wrong with how a service is set up: each part tried as the service would use it, none of them changed."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from unbland import bootstrap
from unbland.adapters.database.connection import Database
from unbland.adapters.database.keys import DatabaseKeys
from unbland.adapters.database.migrating import SCHEMAS, Standing, standing
from unbland.adapters.prompt_files import changed_prompts, read_prompts
from unbland.bootstrap.books import refuse_unpriced
from unbland.bootstrap.found import Found
from unbland.bootstrap.misnamed import misnamed
from unbland.bootstrap.model_check import model_found
from unbland.bootstrap.reach import refuse_open
from unbland.bootstrap.sealing import key_found, seal_found
from unbland.bootstrap.storage import database_url
from unbland.bootstrap.vendors import vendors_found
from unbland.errors import DatabaseDown, Misconfigured, NoModel, UnblandError
from unbland.settings import Settings

#: Seconds that an outside part may take to answer.
_PATIENCE = 10.0

#: A package that an extra brings, as the metadata of ours words it.
_EXTRA = re.compile(r"""([\w.-]+).*\bextra == ["']([\w-]+)["']""")


def settings_found() -> tuple[Settings | None, Found]:
    """The settings, None where they are wrong or contradict each other, and what is to be said of them."""
    if (wrong := misnamed(os.environ)) is not None:
        return None, _wrong(f"{wrong[0]} is no setting", f"did you mean {wrong[1]}?")
    try:
        settings = bootstrap.read_settings()
    except Misconfigured as error:
        return None, _wrong(str(error).removesuffix("."), "mend each variable that is named")
    try:
        refuse_open(settings.host, settings)
        if settings.engine == "llm" and not settings.has_model:
            raise NoModel
        Database(database_url(settings), make=False)
        refuse_unpriced(settings)
    except ModuleNotFoundError:
        said = "UNBLAND_DATABASE_URL names PostgreSQL, and its driver is not installed"
        return None, _wrong(said, "pip install 'unbland[postgres]'")
    except Misconfigured as error:
        said, _, way_out = str(error).removesuffix(".").partition("; ")
        return None, _wrong(said, way_out)
    return settings, Found(part="settings", ok=True, said="can be read and do not contradict each other")


async def examined(settings: Settings, *, offline: bool = False) -> AsyncIterator[Found]:
    """What is found of each part, one after the other; `offline` asks no model and no vendor."""
    database = await _database(settings)
    yield database
    yield await _keys(settings, database)
    if (sealed := await _seal(settings, database)) is not None:
        yield sealed
    for part, model in (("model", settings.model), ("verifier", settings.verifier_model)):
        if part == "model" or model:
            yield await model_found(settings, part, model or "", offline=offline)
    async for vendor in vendors_found(offline=offline):
        yield vendor
    yield _prompts()
    yield _extras()
    yield _folder(settings)


def _wrong(said: str, way_out: str) -> Found:
    """A setting that is wrong, or does not go with another."""
    return Found(part="settings", ok=False, said=said, way_out=way_out)


def _file(settings: Settings) -> Path | None:
    """The file of an SQLite database; None for a server's."""
    database = Database(database_url(settings), make=False)
    return Path(str(database.url.database)) if database.is_sqlite else None


async def _database(settings: Settings) -> Found:
    file = _file(settings)
    if file is not None and not file.exists():
        return Found(part="database", ok=True, said="is a file that the service makes when it starts")
    database = Database(database_url(settings), make=False)
    try:
        async with asyncio.timeout(_PATIENCE):
            found = await standing(database)
    except (DatabaseDown, TimeoutError):
        way_out = "see that it runs and that UNBLAND_DATABASE_URL names it, with a user it knows"
        return Found(part="database", ok=False, said="cannot be reached", way_out=way_out)
    except (DBAPIError, OSError, Misconfigured):  # a user who may not read, a file that is no database
        way_out = "name another with UNBLAND_DATABASE_URL"
        return Found(part="database", ok=False, said="cannot be read", way_out=way_out)
    finally:
        await database.aclose()
    if found is Standing.CURRENT:
        return Found(part="database", ok=True, said="is reached and has the newest schema")
    if file is not None and found is not Standing.NEWER:
        return Found(part="database", ok=True, said="is brought to the newest schema when the service starts")
    said, way_out = SCHEMAS[found]
    return Found(part="database", ok=False, said=said, way_out=way_out)


async def _keys(settings: Settings, database: Found) -> Found:
    if not settings.require_keys:
        return Found(part="keys", ok=True, said="are not asked for; the service listens on this machine alone")
    if not database.ok:
        return Found(part="keys", ok=False, said="cannot be told without the database", way_out="mend that first")
    held = 0
    file = _file(settings)
    if file is None or file.exists():
        opened = Database(database_url(settings), make=False)
        try:
            now = datetime.now(UTC)
            held = sum(key.holds(now) for key in await DatabaseKeys(opened).all(None))
        except DatabaseDown:  # a file without our tables yet
            held = 0
        finally:
            await opened.aclose()
    if held:
        return Found(part="keys", ok=True, said=f"are asked for, and {held} may be used")
    way_out = "make one with `unbland keys create TENANT`"
    return Found(part="keys", ok=False, said="are asked for, and there is none that may be used", way_out=way_out)


async def _seal(settings: Settings, database: Found) -> Found | None:
    """What is said of the seal: of its key, and where the database can be looked at of what it opens."""
    file = _file(settings)
    if not database.ok or (file is not None and not file.exists()):
        return key_found()
    opened = Database(database_url(settings), make=False)
    try:
        return await seal_found(opened)
    finally:
        await opened.aclose()


def _prompts() -> Found:
    try:
        count, changed = len(read_prompts()), changed_prompts()
    except UnblandError as error:
        return Found(part="prompts", ok=False, said=str(error).removesuffix("."), way_out="install unbland anew")
    if changed:
        said = f"are not as they were released: {', '.join(changed)}"
        return Found(part="prompts", ok=False, said=said, way_out="install unbland anew")
    return Found(part="prompts", ok=True, said=f"of {count} steps are as they were released")


def _extras() -> Found:
    """Which of the optional parts are there; none of them has to be."""
    missing: dict[str, bool] = {}
    for line in metadata.requires("unbland") or ():
        if found := _EXTRA.match(line):
            missing[found[2]] = missing.get(found[2], False) or not _is_installed(found[1])
    there = ", ".join(name for name, lacks in missing.items() if not lacks) or "none"
    lacking = ", ".join(name for name, lacks in missing.items() if lacks)
    said = f"{there} installed" + (f"; not {lacking} (pip install 'unbland[…]')" if lacking else "")
    return Found(part="extras", ok=True, said=said)


def _is_installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _folder(settings: Settings) -> Found:
    """The folder of the database's file, or the one for passing files; the nearest that there is."""
    file = _file(settings)
    folder = file.absolute().parent if file is not None else Path(tempfile.gettempdir())
    nearest = next(each for each in (folder, *folder.parents) if each.exists())
    if file is not None and file.exists() and not Database(database_url(settings), make=False).has_room:
        return Found(part="folder", ok=False, said=f"{folder} is on a disk that is full", way_out="make room there")
    try:
        with tempfile.TemporaryFile(dir=nearest):
            return Found(part="folder", ok=True, said=f"{folder} can be written")
    except OSError:
        way_out = f"let this user write there, or mount a tmpfs or a volume on {folder}"
        return Found(part="folder", ok=False, said=f"{folder} cannot be written", way_out=way_out)
