"""Which addresses are called: public ones alone (OWASP's cheat sheet on server-side request forgery)."""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from unbland.errors import WebhookRefused

#: Host → its addresses; raises OSError.
Resolver = Callable[[str], Awaitable[tuple[str, ...]]]

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

#: IPv6 networks whose addresses carry an IPv4 address, which is what is reached: NAT64 (RFC 6052, 8215).
_NAT64 = tuple(ipaddress.IPv6Network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48"))

#: Signs that every parser of URLs reads alike: no blank, no backslash, no fragment; 2,000 at most.
_PLAIN = re.compile(r"[!-\"$-\[\]-~]{1,2000}")

_HTTPS = 443


@dataclass(frozen=True, slots=True)
class Target:
    """One endpoint, taken apart."""

    host: str
    port: int
    #: Path and query.
    path: str


def target(url: str, ports: frozenset[int]) -> Target:
    """The parts of a URL; raises WebhookRefused for one that is not plain https to one of these ports."""
    try:
        parts = urlsplit(url if _PLAIN.fullmatch(url) else "")
        host, port = parts.hostname, parts.port or _HTTPS
        (host or "").encode("idna")  # as the system looks it up: no label is empty, or longer than 63 signs
    except ValueError:
        raise WebhookRefused from None
    if parts.scheme != "https" or not host or "@" in parts.netloc or port not in ports:
        raise WebhookRefused
    return Target(host=host, port=port, path=(parts.path or "/") + (f"?{parts.query}" if parts.query else ""))


async def resolve(host: str) -> tuple[str, ...]:
    """The addresses of a host, as the system finds them; it reads `0x7f.1` and the like as addresses too."""
    found = await asyncio.get_running_loop().getaddrinfo(host, _HTTPS, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(one[4][0]) for one in found))


def is_public(address: str) -> bool:
    """Whether an address can be reached from everywhere and is one host's."""
    try:
        found = _reached(ipaddress.ip_address(address.partition("%")[0]))
    except ValueError:
        return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def _reached(address: _Address) -> _Address:
    """The address that is reached in the end; of a tunnel's, one that is not public."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if any(address in net for net in _NAT64):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address.sixtofour is not None or address.teredo is not None:
        return ipaddress.IPv6Address("::1")
    return address
