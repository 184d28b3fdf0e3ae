"""For every test: no way out of this machine, and an environment without settings of its own."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Callable

import hypothesis
import pytest

_OURS = ("OPENAI_", "UNBLAND_", "LANGSMITH_", "LANGCHAIN_", "FORCE_COLOR", "NO_COLOR", "COLUMNS")
for _name in [name for name in os.environ if name.startswith(_OURS)]:
    del os.environ[_name]

hypothesis.settings.register_profile("unbland", deadline=None, derandomize=True, max_examples=50, database=None)
hypothesis.settings.load_profile("unbland")


class OutsideConnection(RuntimeError):
    """A test tried to leave this machine; it is no OSError, so that nothing takes it for a failed network."""


@pytest.fixture(autouse=True)
def no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection and every name that is not of this machine."""
    for method in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, method, _guarded(getattr(socket.socket, method)))
    monkeypatch.setattr(socket, "getaddrinfo", _local_names_only(socket.getaddrinfo))


def _guarded(original: Callable[..., object]) -> Callable[..., object]:
    """A socket's method that looks at the address, its last argument, before it is used."""

    def guarded(self: socket.socket, *args: object) -> object:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            _refuse_outside(args[-1])
        return original(self, *args)

    return guarded


def _local_names_only(original: Callable[..., object]) -> Callable[..., object]:
    """A look-up of names that asks no server."""

    def local(host: object, *args: object, **options: object) -> object:
        _refuse_outside((host,))
        return original(host, *args, **options)

    return local


def _refuse_outside(address: object) -> None:
    host = address[0] if isinstance(address, tuple) else address
    host = host.decode() if isinstance(host, bytes) else host
    if host in {None, "", "localhost"}:
        return
    try:
        inside = ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        inside = False
    if not inside:
        raise OutsideConnection(f"a test tried to reach {host}")
