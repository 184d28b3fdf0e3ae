"""The command as it is typed, in this process: one of its own takes two seconds to load what is loaded here."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Mapping
from io import BytesIO, TextIOWrapper
from pathlib import Path
from subprocess import CompletedProcess
from unittest.mock import patch

from unbland.edges.cli.app import main

_NONE: Mapping[str, str] = {}


def typed(
    *arguments: str, stdin: bytes = b"", folder: Path | None = None, variables: Mapping[str, str] = _NONE
) -> CompletedProcess[bytes]:
    """The finished command, with all that it wrote; what depends on the process has a process in its test."""
    ours = {name: TextIOWrapper(BytesIO(given)) for name, given in (("stdin", stdin), ("stdout", b""), ("stderr", b""))}
    code: object = 0
    with (
        patch.dict(os.environ, variables),
        patch.object(sys, "argv", ["unbland", *arguments]),
        patch.object(sys, "stdin", ours["stdin"]),
        patch.object(sys, "stdout", ours["stdout"]),
        patch.object(sys, "stderr", ours["stderr"]),
        patch.object(gc, "freeze"),  # nobody ends here
        contextlib.chdir(folder or Path.cwd()),
    ):
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
        for name in ("stdout", "stderr"):
            ours[name].flush()
    assert isinstance(code, int)
    stdout, stderr = (ours[name].buffer for name in ("stdout", "stderr"))
    assert isinstance(stdout, BytesIO)
    assert isinstance(stderr, BytesIO)
    return CompletedProcess(arguments, code, stdout.getvalue(), stderr.getvalue())
