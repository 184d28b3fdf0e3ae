"""Calls for applicants: they tell whom an employer looks for, and nothing of the employer."""

from __future__ import annotations

import re

_CALL = re.compile(
    r"^need (?:an?|another)\b"
    r"|\b(?:(?:are|is|['’]re|now|currently) (?:seeking|looking for|hiring|recruiting|searching for)|seeks|we seek"
    r"|looking for (?:an?|our|another|one|two|three)|in search of|on the look-?out"
    r"|(?:opportunity|vacancy)(?: has arisen| is available)? for"
    r"|wish(?:es)? to (?:appoint|recruit|employ)|ha(?:s|ve) (?:an |\w+ )?(?:opening|vacanc|opportunit)\w+ for)\b",
    re.IGNORECASE,
)


def is_call(text: str) -> bool:
    """Whether a sentence calls for applicants: `Firth, Hull, is looking for a clerk`."""
    return _CALL.search(text) is not None
