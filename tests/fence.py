"""The fence around the tests: connections and names that are not of this machine are refused."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable


class OutsideConnection(RuntimeError):
    """A test tried to leave this machine; it is no OSError, so that nothing takes it for a failed network."""


def guarded_method(original: Callable[..., object]) -> Callable[..., object]:
    """A socket's method that looks at the address, its last argument, before it is used."""

    def guarded(self: socket.socket, *args: object) -> object:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            _refuse_outside(args[-1])
        return original(self, *args)

    return guarded


def local_names_only(original: Callable[..., object]) -> Callable[..., object]:
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
