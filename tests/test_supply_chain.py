"""What is installed is what was locked: nothing changed, nothing that runs unasked, nothing unlisted."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import re
import subprocess
import sys
import zipfile
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = [ROOT / "requirements.lock", ROOT / "tests" / "requirements.lock"]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """`.ci/supply_chain`, which CI runs over a clean environment."""
    loader = SourceFileLoader("supply_chain", str(ROOT / ".ci" / "supply_chain"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_file_location("supply_chain", loader=loader))  # type: ignore[arg-type] # of a loader
    loader.exec_module(module)
    return module


def _wheel(folder: Path, version: str = "1.0") -> str:
    """A wheel of a package `ferry` put there; its hash."""
    files = {
        "ferry.py": "SAILS = True\n",
        f"ferry-{version}.dist-info/METADATA": f"Metadata-Version: 2.1\nName: ferry\nVersion: {version}\n",
        f"ferry-{version}.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    lines = []
    path = folder / f"ferry-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in files.items():
            wheel.writestr(name, text)
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
            lines.append(f"{name},sha256={digest},{len(text)}\n")
        wheel.writestr(f"ferry-{version}.dist-info/RECORD", "".join(lines))
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _install(folder: Path, digest: str) -> subprocess.CompletedProcess[str]:
    """Install from a lock that has this hash, with the options that we install with; no index is asked."""
    (folder / "lock").write_text(f"ferry==1.0 \\\n    --hash=sha256:{digest}\n")
    command = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--no-index", "--no-cache-dir"]
    command += ["--find-links", str(folder), "--target", str(folder / "site"), "--require-hashes", "--no-deps"]
    return subprocess.run([*command, "-r", str(folder / "lock")], capture_output=True, text=True, check=False)  # noqa: S603


def test_s30_supply_a_package_that_changed_is_not_installed(tmp_path: Path) -> None:
    """The version is the same and a byte is not; unchanged it would be."""
    digest = _wheel(tmp_path)
    changed = _install(tmp_path, hashlib.sha256(b"another").hexdigest())
    was_installed = (tmp_path / "site" / "ferry.py").exists()
    unchanged = _install(tmp_path, digest)

    assert (changed.returncode, was_installed) == (1, False)
    assert "DO NOT MATCH THE HASHES" in changed.stderr
    assert unchanged.returncode == 0, unchanged.stderr
    assert (tmp_path / "site" / "ferry.py").exists()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.parent.name)
def test_s30_supply_every_locked_package_has_a_version_and_hashes(lock: Path) -> None:
    """Nothing is taken from anywhere else, and nothing without a hash."""
    packages = [line for line in lock.read_text("utf-8").splitlines() if line and line[0] not in " #"]

    assert len(packages) > 30
    assert [line for line in packages if not re.fullmatch(r"[\w.-]+(\[[\w,.-]+\])?==\S+( ; .+)? \\", line)] == []
    assert lock.read_text("utf-8").count("--hash=sha256:") >= len(packages)


@pytest.mark.parametrize("name", ["Makefile", "Dockerfile", ".ci/run"])
def test_s30_supply_every_lock_is_installed_by_its_hashes(name: str) -> None:
    """And what is not from a lock brings nothing along."""
    installs = re.findall(r"pip install (.*)", (ROOT / name).read_text("utf-8"))

    assert len(installs) >= 2
    assert [line for line in installs if "--no-deps" not in line] == []
    assert [line for line in installs if "-r " in line and "--require-hashes" not in line] == []


def test_s30_supply_what_runs_at_start_is_found(script: ModuleType, tmp_path: Path) -> None:
    """A .pth file or a module that Python looks for at every start; not the one that an environment comes with."""
    for name in ("distutils-precedence.pth", "ferry.py", "evil.pth", "sitecustomize.py"):
        (tmp_path / name).touch()

    assert script.starters(tmp_path) == ["evil.pth", "sitecustomize.py"]


def test_s30_supply_the_bill_of_materials_names_every_locked_package(script: ModuleType, tmp_path: Path) -> None:
    """An environment of its own: all as locked, then one with another version, one that is missing, one beside."""
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)  # noqa: S603
    (site,) = venv.glob("lib/python3*/site-packages")
    _wheel(tmp_path)
    with zipfile.ZipFile(tmp_path / "ferry-1.0-py3-none-any.whl") as wheel:
        wheel.extractall(site)
    lock, bill = tmp_path / "lock", tmp_path / "sbom.json"

    def looked(*lines: str) -> int:
        lock.write_text("".join(f"{line} \\\n    --hash=sha256:0\n" for line in lines))
        return int(script.main(str(venv / "bin" / "python"), lock, bill))

    assert looked("ferry==1.0", "absent==1 ; sys_platform == 'win32'") == 0
    assert '"ferry"' in bill.read_text("utf-8")
    assert looked("ferry==1.1") == 1
    assert looked("ferry==1.0", "absent==1") == 1
    assert looked() == 1
    (site / "evil.pth").write_text("import os\n")
    assert looked("ferry==1.0") == 1
