"""The peers: how each is started, and how it is installed into a folder outside of the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent
_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")

#: Where peers lie unless `--peers` says otherwise.
FOLDER = _CACHE / "unbland" / "review-peers"


class Missing(Exception):
    """A peer is not there and could not be installed; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """One tool that is measured."""

    name: str
    #: As pinned, for a row that cannot be filled; it tells its own version when it runs.
    version: str
    #: The command, the file of the postings excepted; installs what is not there, or raises Missing.
    command: Callable[[Path], list[str]]
    #: What it is given beside the postings, if anything.
    folder_is_argument: bool = False

    def start(self, postings: Path, folder: Path) -> list[str]:
        """The whole command; raises Missing."""
        command = [*self.command(folder), str(postings)]
        return [*command, str(folder)] if self.folder_is_argument else command


def _ours(_: Path) -> list[str]:
    return [sys.executable, str(_HERE / "ours.py")]


def _joblint(folder: Path) -> list[str]:
    """Looked for before anything is installed for it: the npm registry does not have it everywhere."""
    if not (folder / "joblint" / "lib" / "joblint.js").is_file():
        raise Missing(f"put a checkout of its tag 2.3.2 into {folder / 'joblint'}")
    return _in_node("joblint", folder)


def _write_good(folder: Path) -> list[str]:
    return _in_node("write-good", folder)


def _alex(folder: Path) -> list[str]:
    return _in_node("alex", folder)


def _proselint(folder: Path) -> list[str]:
    lock, home = _HERE / "proselint.lock", folder / "proselint"
    python = home / "bin" / "python"
    if _differs(lock, home / lock.name):
        folder.mkdir(parents=True, exist_ok=True)
        _run([sys.executable, "-m", "venv", "--clear", str(home)], folder)
        options = ["-q", "--disable-pip-version-check", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
        _run([str(python), "-m", "pip", "install", *options, "-r", str(lock)], folder)
        shutil.copy(lock, home)
    return [str(python), str(_HERE / "by_proselint.py")]


def _in_node(name: str, folder: Path) -> list[str]:
    """All peers of Node share one folder of modules, as the lock file says."""
    lock, done = _HERE / "package-lock.json", folder / "node_modules" / "package-lock.json"
    if _differs(lock, done):
        folder.mkdir(parents=True, exist_ok=True)
        for file in ("package.json", lock.name):
            shutil.copy(_HERE / file, folder)
        _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder)
        shutil.copy(lock, done)
    return ["node", str(_HERE / "node" / f"{name}.mjs")]


def _differs(lock: Path, installed: Path) -> bool:
    """Whether this lock file is not what was installed last; the copy is made when the installation is whole."""
    return not installed.is_file() or installed.read_bytes() != lock.read_bytes()


def _run(command: list[str], folder: Path) -> None:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError as error:
        raise Missing(f"{command[0]}: {error.strerror}") from None
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines() or ["no word why"]
        raise Missing(f"{Path(command[0]).name} failed: {lines[0]}")


#: In the order of the table; ours first, since all others are held against it.
CONTESTANTS = (
    Contestant(name="ours", version="", command=_ours),
    Contestant(name="joblint", version="2.3.2", command=_joblint, folder_is_argument=True),
    Contestant(name="write-good", version="1.0.8", command=_write_good, folder_is_argument=True),
    Contestant(name="proselint", version="0.16.0", command=_proselint),
    Contestant(name="alex", version="11.0.1", command=_alex, folder_is_argument=True),
)
