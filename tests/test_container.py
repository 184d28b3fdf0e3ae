"""What the Dockerfile says of the image; `.ci/container` runs it as far as that goes without an engine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import dockerfile
from unbland.settings import Settings

ROOT = Path(__file__).parents[1]


def test_s31_the_image_has_a_user_without_a_name_and_no_shell() -> None:
    """Nothing is run while the image's own stage is built, and nothing in it splits words."""
    (base,) = dockerfile.final("FROM")
    words = {word for word, _ in dockerfile.stages()[-1]}

    assert "distroless" in base
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", dockerfile.final("USER")[0])
    assert words.isdisjoint({"RUN", "ADD", "SHELL"})
    assert all("--from=build" in copied for copied in dockerfile.final("COPY"))
    assert dockerfile.command("ENTRYPOINT")[0].startswith("/")
    assert dockerfile.command("HEALTHCHECK")[:3] == dockerfile.command("ENTRYPOINT")


def test_s31_the_image_takes_no_installer_along() -> None:
    """What installs and builds is taken off before the packages are copied."""
    built = " ".join(rest for word, rest in dockerfile.stages()[0] if word == "RUN")

    assert "pip uninstall --yes hatchling editables setuptools pip" in built
    assert not re.search(r"\b(apt-get|curl|wget)\b", built)


def test_s31_the_image_writes_nothing_but_its_state() -> None:
    """No bytecode, no module from the working folder, and every variable of ours is a setting."""
    given = dockerfile.environment()
    ours = {name for name in given if name.startswith("UNBLAND_")}

    assert given["PYTHONDONTWRITEBYTECODE"] == given["PYTHONSAFEPATH"] == "1"
    assert dockerfile.final("VOLUME") == [given["XDG_STATE_HOME"]]
    assert dockerfile.final("WORKDIR") == ["/tmp"]  # noqa: S108 - the image's own
    assert {name.removeprefix("UNBLAND_").lower() for name in ours} <= Settings.model_fields.keys()
    assert given["UNBLAND_REQUIRE_KEYS"] == "true"


def test_s31_the_container_runs_without_rights_as_the_docs_say() -> None:
    """The line to run it with takes away all that the service does not need."""
    page = (ROOT / "docs" / "service.md").read_text("utf-8")
    line = page[page.index("docker run") :].partition("\n\n")[0]

    for option in ("--read-only", "--cap-drop=ALL", "--security-opt=no-new-privileges", "--tmpfs /tmp"):
        assert option in line


def test_s31_the_image_s_commands_run(tmp_path: Path) -> None:
    """The check of a container whose service does not answer fails; its words are commands that there are."""
    words = dockerfile.command("HEALTHCHECK")
    env = os.environ | dockerfile.environment()
    env |= {"UNBLAND_PORT": "1", "PYTHONPATH": str(ROOT / "service"), "XDG_STATE_HOME": str(tmp_path)}
    done = subprocess.run(  # noqa: S603
        [sys.executable, *words[1:]], env=env, cwd=tmp_path, capture_output=True, text=True, timeout=180, check=False
    )

    assert done.returncode == 3
    assert done.stdout.startswith("wrong  service   does not answer on port 1;")
    assert list(tmp_path.iterdir()) == []
