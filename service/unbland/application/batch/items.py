"""One posting of an input: what stands there, or why it cannot be used."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from unbland.application.review import Draft
from unbland.core.batch.triaged import Labels
from unbland.core.facts import NO_FACTS, CompanyFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One posting as the input has it."""

    labels: Labels
    draft: Draft | None = None
    #: The bytes of a Word or PDF file, which is opened where the work is done.
    file: bytes = field(default=b"", repr=False)
    #: What the input's own fields state beside the text.
    facts: CompanyFacts = NO_FACTS
    posted: date | None = None
    #: Why it cannot be used, as a machine word and a sentence; empty where it can.
    code: str = ""
    error: str = ""
