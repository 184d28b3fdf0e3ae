"""Whose certificates are believed."""

from __future__ import annotations

import ssl
from functools import cache

import httpx2


@cache
def trust() -> ssl.SSLContext:
    """The authorities that the HTTP library believes, or those of SSL_CERT_FILE; read once, as reading takes 40 ms."""
    return httpx2.create_ssl_context()
