"""Bare: a denial that stands alone and turns what is said beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.language.words import word_set

_DENIALS = word_set("no not never none nope nobody nothing false untrue")
_QUOTED = re.compile(r"[\"'“‘](?:no|not|never|without|none)[\"'”’]", re.IGNORECASE)


def check(case: Case) -> Iterator[Violation]:
    """A denial that stands alone, or in quotes, and turns what is said beside it: "(not)", "No.", a "no" overtime."""
    theirs = {words[0].plain for reading in case.readings for words in reading.statements.values() if len(words) == 1}
    for words in case.claim.statements.values():
        denying = [word for word in words if word.plain in _DENIALS]
        if denying and len(denying) == len(words) and denying[0].plain not in theirs:
            yield _violation(f"{denying[0].text!r} stands alone, and no cited source says it so")
    if match := _QUOTED.search(case.claim.text):
        yield _violation(f"{match.group()} stands in quotes, and no cited source says it so")


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.NEGATION, detail=detail)
