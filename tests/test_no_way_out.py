"""The tests cannot leave this machine."""

from __future__ import annotations

import os
import socket

import httpx2
import pytest

from fence import OutsideConnection


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "example.com"])
def test_a_connection_to_the_outside_fails(host: str) -> None:
    """Addresses and names alike, before a packet leaves."""
    with pytest.raises(OutsideConnection):
        socket.create_connection((host, 80), timeout=1)


@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_a_socket_itself_refuses(method: str) -> None:
    """Code that looks up no name is held as well."""
    with socket.socket() as plain, pytest.raises(OutsideConnection):
        getattr(plain, method)(("192.0.2.1", 80))


def test_a_client_library_is_held() -> None:
    """What the adapters use cannot leave either."""
    with pytest.raises(OutsideConnection):
        httpx2.get("http://192.0.2.1/")


def test_this_machine_is_reached() -> None:
    """Servers that tests start answer."""
    with socket.create_server(("127.0.0.1", 0)) as door, socket.create_connection(door.getsockname()) as mine:
        theirs, _ = door.accept()
        mine.sendall(b"x")
        assert theirs.recv(1) == b"x"
        theirs.close()


def test_the_environment_is_bare() -> None:
    """No setting of whoever runs the tests changes what they test."""
    ours = ("OPENAI_", "UNBLAND_", "LANGSMITH_", "LANGCHAIN_")
    assert not [name for name in os.environ if name.startswith(ours) and not name.startswith("UNBLAND_TEST_")]
