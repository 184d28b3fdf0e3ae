"""The servers that are measured, each a process on one core."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_HERE = Path(__file__).parent
_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")

#: Seconds that a server may take to listen.
_BOOT = 60
_TICKS = os.sysconf("SC_CLK_TCK")


class Missing(Exception):
    """A peer is not there and could not be installed; the message says why."""


@contextmanager
def running(command: list[str], port: int, environment: Mapping[str, str]) -> Iterator[int]:
    """The process id of a server that listens on the port; raises Missing where it does not come up."""
    everything = {**os.environ, **environment}
    server = subprocess.Popen(  # noqa: S603 - the commands of this file
        command, cwd=_HERE, env=everything, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.sched_setaffinity(server.pid, {0})
    try:
        _wait(server, port)
        yield server.pid
    finally:
        server.terminate()
        server.wait()


def cpu(pid: int) -> float:
    """Seconds of CPU that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def memory(pid: int) -> float:
    """Megabytes that a process holds."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])


def ours(port: int) -> list[str]:
    """The command of our own service."""
    return [sys.executable, "-m", "unbland", "serve", "--port", str(port)]


def echo(port: int) -> list[str]:
    """The command of the bare FastAPI service."""
    return _uvicorn(sys.executable, "echo:app", port)


def langserve(port: int) -> list[str]:
    """The command of the same behind langserve, in an environment of its own; raises Missing."""
    home, lock = _CACHE / "unbland" / "service-peers", _HERE / "langserve.lock"
    done = home / lock.name
    if not done.is_file() or done.read_bytes() != lock.read_bytes():
        _run([sys.executable, "-m", "venv", "--clear", str(home)])
        options = ["-q", "--disable-pip-version-check", "--require-hashes", "--no-deps"]
        _run([str(home / "bin" / "python"), "-m", "pip", "install", *options, "-r", str(lock)])
        shutil.copy(lock, done)
    return _uvicorn(str(home / "bin" / "python"), "by_langserve:app", port)


def _uvicorn(python: str, app: str, port: int) -> list[str]:
    return [python, "-m", "uvicorn", app, "--port", str(port), "--no-access-log", "--log-level", "warning"]


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise Missing(f"{Path(command[0]).name} failed: {(done.stderr or 'no word why').strip().splitlines()[-1]}")


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + _BOOT
    while time.monotonic() < end and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise Missing("the server did not come up")
