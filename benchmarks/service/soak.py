"""Mixed load for minutes on a model with faults: what was lost, done twice or called done that was not, and memory.

    .venv/bin/python benchmarks/service/soak.py --postgres postgresql://… [--minutes 10] [--faults 0.05] [--at-once 8]

A service and a worker run as processes on a new database of that server. Rewrites come with and without waiting, one
in five with its Idempotency-Key sent twice at once; reviews, lists and reads come between. Each draft is one of an
eval case with a reference number of its own.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, cast
from uuid import uuid4

import psycopg
import servers
from soaking import Load, Seen, references

_HERE = Path(__file__).parent

#: Seconds between two looks at the memory.
_LOOK = 5.0


@contextmanager
def _database(server: str) -> Iterator[str]:
    """The URL of an empty database, gone afterwards."""
    name = f"soak_{uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload] # a name of our own
        try:
            yield server.rpartition("/")[0] + "/" + name
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')  # type: ignore[call-overload]


@contextmanager
def _process(*command: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(  # noqa: S603 - the commands of this file
        [sys.executable, *command], cwd=_HERE, env=os.environ | environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.wait()


def _model(stack: ExitStack, faults: float) -> str:
    process = stack.enter_context(_process("faulty.py", str(faults)))
    return cast("IO[str]", process.stdout).readline().strip()


async def _watch(pids: dict[str, int], into: dict[str, list[float]], over: asyncio.Event) -> None:
    while not over.is_set():
        for name, pid in pids.items():
            into.setdefault(name, []).append(servers.memory(pid))
        try:
            async with asyncio.timeout(_LOOK):
                await over.wait()
        except TimeoutError:
            continue


async def _soak(port: int, pids: dict[str, int], options: argparse.Namespace) -> tuple[Seen, dict[str, list[float]]]:
    memory: dict[str, list[float]] = {}
    over = asyncio.Event()
    watching = asyncio.create_task(_watch(pids, memory, over))
    async with Load(f"http://127.0.0.1:{port}") as load:
        await load.run(options.minutes * 60, options.at_once)
        await load.end()
    over.set()
    await watching
    return load.seen, memory


def _doubled(url: str, seen: Seen) -> list[str]:
    """What the database holds that was not asked for, or ended twice."""
    with psycopg.connect(url) as connection:
        rows = {str(id_) for (id_,) in connection.execute("SELECT id FROM rewrites")}
        ends = connection.execute("SELECT rewrite FROM rewrite_events WHERE name IN ('done', 'failed')")
        twice = {str(id_) for (id_,), times in Counter(ends.fetchall()).items() if times > 1}
    return sorted((rows - seen.asked.keys()) | twice)


def main() -> int:
    """Run it, and print what came of it; 1 where a rewrite was lost, doubled or not what it says."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--postgres", required=True)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--faults", type=float, default=0.05)
    parser.add_argument("--at-once", type=int, default=8)
    options = parser.parse_args()
    with ExitStack() as stack:
        url = stack.enter_context(_database(options.postgres))
        shared = {"UNBLAND_DATABASE_URL": url, "UNBLAND_LOG_LEVEL": "error", "OPENAI_API_KEY": "sk-none"}
        shared |= {"UNBLAND_REQUESTS_PER_MINUTE": "0", "OPENAI_BASE_URL": _model(stack, options.faults)}
        subprocess.run([sys.executable, "-m", "unbland", "migrate"], env=os.environ | shared, check=True)
        port = servers.free_port()
        pid = stack.enter_context(servers.running(servers.ours(port), port, shared))
        os.sched_setaffinity(pid, range(os.cpu_count() or 1))
        worker = stack.enter_context(_process("-m", "unbland", "work", **shared))
        seen, memory = asyncio.run(_soak(port, {"service": pid, "worker": worker.pid}, options))
        doubled = _doubled(url, seen)
    false = references(seen)
    print(seen.table())
    for name, values in memory.items():
        fifth = max(1, len(values) // 5)
        early, late = sorted(values[fifth : 2 * fifth])[fifth // 2], sorted(values[-fifth:])[fifth // 2]
        print(
            f"memory of the {name}: {early:.0f} MB in the second fifth, {late:.0f} MB in the last: {late / early:.2f}"
        )
    print(f"lost {len(seen.lost)}, doubled {len(doubled)}, false success {len(false)}")
    for line in [*seen.lost[:5], *doubled[:5], *false[:5]]:
        print(" ", line)
    return 1 if seen.lost or doubled or false else 0


if __name__ == "__main__":
    sys.exit(main())
