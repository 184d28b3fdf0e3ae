"""The company that a draft names as the employer."""

from __future__ import annotations

import re

from unbland.core.language.words import content_stems
from unbland.core.ledger.model import Kind, Source

_ABOUT = re.compile(r"^About (?!(?:Us|The|Our|You|Your|This|Company|Role|Job|Team|Me)\b)(?P<name>[A-Z0-9].*)$")
#: `ABC Corp is looking for …`: a name, and what it is or seeks.
_NAMED = re.compile(
    r"^(?:The )?(?!(?:This|That|These|It|There|You|Your|We|Our|The|An?|If|What|Who|As|At|In|All|Work|Team|Company)\b)"
    r"(?P<name>[A-Z][\w&.’'-]*(?: (?:of |and |& )?[A-Z][\w&.’'-]*){0,3}),? (?:is|are)"
    r" (?:currently |now |actively )?(?:an?|the|one of|seeking|looking|hiring|recruiting)\b"
)

#: Words that many names share.
_FIRMS = content_stems("corp corporation inc ltd limited llc gmbh plc co company group holdings")


def company(source: Source) -> frozenset[str] | None:
    """The company that the heading `About Northlane` or a line about it names, or the fact."""
    if not source.from_draft:
        return content_stems(source.text) - _FIRMS or None
    found = _ABOUT.match(source.heading or "") or (_NAMED.match(source.text) if source.kind is Kind.COMPANY else None)
    return (content_stems(found["name"]) - _FIRMS or None) if found else None
