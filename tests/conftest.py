"""For every test: no way out of this machine, and an environment without settings of its own."""

from __future__ import annotations

import os
import socket
import tempfile

import hypothesis
import pytest

from fence import guarded_method, local_names_only

_OURS = ("OPENAI_", "UNBLAND_", "LANGSMITH_", "LANGCHAIN_", "FORCE_COLOR", "NO_COLOR", "COLUMNS")
for _name in [name for name in os.environ if name.startswith(_OURS) and not name.startswith("UNBLAND_TEST_")]:
    del os.environ[_name]

# What a service keeps without a word goes to a folder of the tests, not to the user's.
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="unbland-tests-")

hypothesis.settings.register_profile("unbland", deadline=None, derandomize=True, max_examples=50, database=None)
hypothesis.settings.load_profile("unbland")


@pytest.fixture(autouse=True)
def no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection and every name that is not of this machine."""
    for method in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, method, guarded_method(getattr(socket.socket, method)))
    monkeypatch.setattr(socket, "getaddrinfo", local_names_only(socket.getaddrinfo))
