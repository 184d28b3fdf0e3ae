"""A contestant as a process with all its children: its memory, its CPU, its end, and its death."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE") / 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How a process went."""

    seconds: float
    #: Seconds of CPU, of all its children too.
    cpu: float
    #: Megabytes at the most.
    memory: float
    code: int | None
    #: Whether it was killed.
    killed: bool


def run(
    command: list[str], environment: Mapping[str, str], log: Path, patience: float, enough: Callable[[], bool]
) -> Run:
    """Run it to its end; kill it with all its children after so many seconds, or as soon as `enough` says."""
    began, before, most, cut = time.monotonic(), os.times(), 0.0, False
    with log.open("ab") as said:
        process = subprocess.Popen(  # noqa: S603 - the commands of this folder
            command, env={**os.environ, **environment}, stdout=said, stderr=said, start_new_session=True
        )
        while process.poll() is None and not cut:
            most = max(most, sum(map(_memory, _group(process.pid))))
            cut = time.monotonic() - began > patience or enough()
            if cut:
                os.killpg(process.pid, signal.SIGKILL)
            time.sleep(0.1)
        process.wait()
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(seconds=time.monotonic() - began, cpu=cpu, memory=most, code=process.returncode, killed=cut)


def _group(leader: int) -> list[int]:
    """The processes of a session."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if int((place / "stat").read_text().rsplit(")", 1)[1].split()[3]) == leader:
                found.append(int(place.name))
        except (OSError, ValueError):
            continue
    return found


def _memory(pid: int) -> float:
    """Megabytes that a process holds."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0.0
