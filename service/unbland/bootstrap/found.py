"""What is found of one part of a service that is looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found of one part; nothing of a key or a text."""

    part: str
    ok: bool
    said: str
    #: What to do where it is not ok.
    way_out: str = ""
