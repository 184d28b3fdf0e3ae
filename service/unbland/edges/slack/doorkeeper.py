"""Who is let in: signed by Slack, fresh, and not seen before; anything else is refused before it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

from slack_sdk.signature import Clock, SignatureVerifier

#: Bytes of a request; Slack's own are below a quarter of it.
LARGEST = 1_048_576

_STAMP = re.compile(r"[0-9]{1,12}", re.ASCII)
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}", re.ASCII)


class Doorkeeper:
    """Knows Slack's signature."""

    def __init__(self, secret: str, clock: Clock | None = None) -> None:
        """Take the signing secret, and a clock for tests."""
        self._verifier = SignatureVerifier(secret, clock or Clock())

    def admits(self, headers: Mapping[str, str], body: bytes) -> bool:
        """Whether Slack signed these bytes within the last five minutes (docs.slack.dev, verifying requests)."""
        stamp, signature = headers.get("x-slack-request-timestamp", ""), headers.get("x-slack-signature", "")
        if not (_STAMP.fullmatch(stamp) and _SIGNATURE.fullmatch(signature)):
            return False
        try:
            return bool(self._verifier.is_valid(body, stamp, signature))
        except ValueError:  # bytes that are no UTF-8: Slack sends none
            return False


def fingerprint(*parts: str | bytes) -> str:
    """What tells one request from another."""
    whole = sha256()
    for part in parts:
        whole.update(part if isinstance(part, bytes) else part.encode("utf-8", "replace"))
        whole.update(b"\0")
    return whole.hexdigest()
