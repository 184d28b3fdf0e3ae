"""Who can reach the service: this machine alone, or others, and then they need keys."""

from __future__ import annotations

import ipaddress

from unbland.adapters.answering import answers
from unbland.bootstrap.found import Found
from unbland.errors import Misconfigured
from unbland.settings import Settings


def refuse_open(address: str, settings: Settings) -> None:
    """Refuse to serve others who show no key; raises Misconfigured."""
    if settings.require_keys or is_here(address):
        return
    raise Misconfigured(
        f"Others could reach the service on {address} without a key; set UNBLAND_REQUIRE_KEYS=true and make "
        "keys with `unbland keys create`, or listen on 127.0.0.1."
    )


def is_here(address: str) -> bool:
    """Whether only this machine can reach an address."""
    try:
        return address == "localhost" or ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def running(settings: Settings) -> Found:
    """Whether the service of these settings answers on this machine."""
    if answers(settings.host, settings.port):
        return Found(part="service", ok=True, said=f"answers on port {settings.port}")
    said = f"does not answer on port {settings.port}"
    return Found(part="service", ok=False, said=said, way_out="start it with `unbland serve`")
