"""Drafts that come as documents of an applicant tracking system: taken in before the rewrite, given back after it."""

from __future__ import annotations

from dataclasses import replace

from unbland.application.review import Draft
from unbland.core.ats import AtsDocument, AtsFormat, open_document
from unbland.core.ats.allotment import allotted
from unbland.core.ats.intake import draft_of, facts_of, overruled, settled
from unbland.core.document.model import Format
from unbland.core.facts import NO_FACTS, CompanyFacts
from unbland.core.posting import Posting


def ats_draft(value: object, fmt: AtsFormat) -> Draft:
    """The draft in a vendor's document: the HTML of its editable parts; raises NotAtsDocument."""
    document = open_document(value, fmt)
    return Draft(content=draft_of(document.posting), format=Format.HTML, ats=document)


def taken_in(draft: Draft, facts: CompanyFacts = NO_FACTS) -> tuple[Draft, CompanyFacts]:
    """Draft and facts as any other: the vendor's typed fields are facts, the caller's own stand before them.

    Where the two contradict each other, the vendor's word is a line of the draft, so that it is reported.
    """
    if draft.ats is None:
        return draft, facts
    vendor = facts_of(draft.ats.posting)
    content = f"{draft_of(draft.ats.posting)}{overruled(vendor, facts)}"
    return replace(draft, content=content, ats=None), settled(vendor, facts)


def given_back(document: AtsDocument, posting: Posting) -> object:
    """The vendor's document with a rewritten posting in its editable parts."""
    return document.written(allotted(document.posting, posting.sections))
