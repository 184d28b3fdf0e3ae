"""Events as the systems send them: whether one is signed with our secret, and which posting it is about.

Sources stand in docs/connectors.md. Neither system signs a time, so an event may be a replay: nothing of it is believed
but that a posting is worth a look.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from unbland.application.connectors.model import System
from unbland.application.connectors.refusals import NotAnEvent
from unbland.core.ats.shape import at, text

#: The ids of both systems; a connector knows the form of its own.
_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """How a system signs its events, and how it writes them."""

    #: The header with the digest, and what stands before that.
    header: str
    mark: str
    #: The actions after which a posting may say something else.
    actions: frozenset[str]
    #: Where the posting stands.
    posting: tuple[str, ...]
    #: The field that a posting without a job, which nobody applies to, has not; empty where all have one.
    job: str = ""


SCHEMES: Mapping[System, Scheme] = MappingProxyType(
    {
        System.GREENHOUSE: Scheme(
            header="signature",
            mark="sha256 ",
            actions=frozenset({"job_post_created", "job_post_updated"}),
            posting=("payload",),
            job="job_id",
        ),
        System.ASHBY: Scheme(
            header="ashby-signature",
            mark="sha256=",
            actions=frozenset({"jobPostingUpdate", "jobPostingPublish"}),
            posting=("data", "jobPosting"),
        ),
    }
)


class Events:
    """The events of one system."""

    def __init__(self, scheme: Scheme, secret: str) -> None:
        """Take how they are signed, and the secret."""
        self._scheme = scheme
        self._secret = secret.encode()

    def is_signed(self, headers: Mapping[str, str], body: bytes) -> bool:
        """Whether the header has the HMAC-SHA256 of these very bytes, in hexadecimal digits."""
        wanted = self._scheme.mark + hmac.digest(self._secret, body, "sha256").hex()
        return hmac.compare_digest(wanted.encode(), headers.get(self._scheme.header, "").encode())

    def posting_of(self, event: object) -> str | None:
        """The id of the posting that an event is about; None where it is about none. Raises NotAnEvent."""
        if not isinstance(event, Mapping):
            raise NotAnEvent
        if text(event, "action") not in self._scheme.actions:
            return None
        posting = at(event, *self._scheme.posting)
        found = at(posting, "id")
        id_ = str(found) if isinstance(found, int | str) and not isinstance(found, bool) else ""
        if not _ID.fullmatch(id_):
            raise NotAnEvent
        return None if self._scheme.job and at(posting, self._scheme.job) is None else id_
