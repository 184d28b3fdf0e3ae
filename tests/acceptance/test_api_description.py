"""The whole API against its own description, with thousands of requests nobody would write, on a real port."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

#: What must hold of every answer: no crash, no status, media type or body that the description does not have.
_CHECKS = (
    *("not_a_server_error", "status_code_conformance", "content_type_conformance"),
    *("response_schema_conformance", "response_headers_conformance", "unsupported_method"),
)


#: How a body of lines is sent, which the tool does not know.
_HOOKS = """
import schemathesis

@schemathesis.serializer("application/x-ndjson")
def lines(ctx, value):
    return str(value).encode("utf-8", "replace")
"""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Where a service listens that asks for keys, and a key."""
    env = os.environ | {"UNBLAND_DATABASE_URL": f"sqlite:///{tmp_path / 'u.db'}", "UNBLAND_REQUIRE_KEYS": "true"}
    env["UNBLAND_REQUESTS_PER_MINUTE"] = "0"
    unbland = (sys.executable, "-m", "unbland")
    made = subprocess.run([*unbland, "keys", "create", "t"], env=env, check=True, capture_output=True, text=True)  # noqa: S603
    with subprocess.Popen([*unbland, "serve", "--port", "0"], env=env, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stderr is not None
        said = re.search(r"http://[\d.:]+", process.stderr.readline())
        assert said is not None
        # What it logs is read by nobody, and must not fill the pipe.
        with subprocess.Popen(["cat"], stdin=process.stderr, stdout=subprocess.DEVNULL):  # noqa: S607
            yield said[0], made.stdout.strip()
            process.terminate()
            process.wait(timeout=180)


def test_b39_b40_no_request_gets_an_answer_that_is_not_described(served: tuple[str, str], tmp_path: Path) -> None:
    """Every route but the stream of events, which ends when its rewrite does; the requests are the same each time."""
    address, key = served
    command = (
        *(sys.executable, "-m", "schemathesis.cli", "run", f"{address}/openapi.json"),
        *("-H", f"Authorization: Bearer {key}", "--checks", ",".join(_CHECKS), "--exclude-path-regex", "events$"),
        *("--max-examples", "15", "--seed", "7", "--request-timeout", "30", "--phases", "examples,coverage,fuzzing"),
    )
    (tmp_path / "lines.py").write_text(_HOOKS)
    env = os.environ | {"SCHEMATHESIS_HOOKS": "lines", "PYTHONPATH": f"{tmp_path}:{os.environ.get('PYTHONPATH', '')}"}
    done = subprocess.run(command, cwd=tmp_path, env=env, check=False, capture_output=True, text=True)  # noqa: S603

    assert done.returncode == 0, done.stdout[-4000:]
    generated = re.search(r"(\d+) generated", done.stdout)
    assert generated is not None
    assert int(generated[1]) > 300
