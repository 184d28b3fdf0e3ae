"""A key: its text is shown once and never kept; what is kept is its hash."""

from __future__ import annotations

import hashlib
import secrets
import string
import zlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

_PREFIX = "unb_"

#: 62 signs to the power of 43 are a little more than 256 bits: nobody guesses one, so that a fast hash is enough.
_SIGNS = string.digits + string.ascii_letters
_LENGTH = 43
_CHECK = 6


class Scope(StrEnum):
    """What a key may be used for."""

    REVIEW = "review"
    #: Ask for rewrites, follow and answer them.
    REWRITE = "rewrite"
    #: Accept and reject results.
    DECIDE = "decide"
    #: Name endpoints that are told of ends.
    WEBHOOKS = "webhooks"
    #: Read who decided what, and when.
    AUDIT = "audit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What is kept of a key."""

    id: str
    tenant: str
    #: What it is for, in the words of whoever made it.
    name: str
    scopes: frozenset[Scope]
    created: datetime
    #: None: it does not run out.
    expires: datetime | None = None
    revoked: datetime | None = None
    last_used: datetime | None = None

    def holds(self, now: datetime) -> bool:
        """Whether it may be used now."""
        return self.revoked is None and (self.expires is None or now < self.expires)


def new_text() -> str:
    """The text of a new key: a prefix that scanners of leaked secrets know, 256 bits, and a checksum.

    The form is that of GitHub's tokens (github.blog, 2021-04-05): a mistyped key is told without asking the database.
    """
    body = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
    return f"{_PREFIX}{body}{_checksum(body)}"


def is_key(text: str) -> bool:
    """Whether a text has the form of a key and its checksum."""
    if not text.isascii():  # what compares without telling by its time takes nothing else
        return False
    body, check = text[len(_PREFIX) : -_CHECK], text[-_CHECK:]
    return text.startswith(_PREFIX) and len(body) == _LENGTH and secrets.compare_digest(check, _checksum(body))


def hashed(text: str) -> str:
    """What is kept of a key's text: its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()


def _checksum(body: str) -> str:
    """The CRC-32 of the body in base 62, six signs long."""
    number, signs = zlib.crc32(body.encode("utf-8", "surrogatepass")), ""
    for _ in range(_CHECK):
        number, rest = divmod(number, len(_SIGNS))
        signs = _SIGNS[rest] + signs
    return signs
