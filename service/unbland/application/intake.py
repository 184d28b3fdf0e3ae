"""Drafts that come as documents of an applicant tracking system: taken in before the rewrite, given back after it."""

from __future__ import annotations

from dataclasses import replace

from unbland.application.review import Draft
from unbland.core.ats import AtsDocument, AtsFormat, open_document
from unbland.core.ats.allotment import allotted
from unbland.core.ats.intake import draft_of, facts_of, overruled, settled
from unbland.core.document.model import Format
from unbland.core.facts import NO_FACTS, CompanyFacts
from unbland.core.ledger.model import Ledger
from unbland.core.ledger.wording import pay_text
from unbland.core.posting import Form, Line, Posting, Section
from unbland.core.question import Question


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
    before, behind = overruled(vendor, facts)
    content = f"{before}{draft_of(draft.ats.posting)}\n{behind}"
    return replace(draft, content=content, ats=None), settled(vendor, facts)


def given_back(document: AtsDocument, posting: Posting, ledger: Ledger) -> object:
    """The vendor's document with a rewritten posting in its editable parts.

    Pay that the vendor shows beside them is not said again; where the caller's facts pay otherwise, it is said.
    """
    fact = ledger.by_field.get("pay")
    is_shown = document.posting.shows_pay and fact is not None and fact.text == pay_text(facts_of(document.posting).pay)
    sections = _without(posting.sections, fact.id) if fact and is_shown else posting.sections
    return document.written(allotted(document.posting, sections))


def asked(document: AtsDocument, questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """The questions, but not for words on the company where the vendor shows some around the posting."""
    around = any(not part.editable for part in document.posting.parts)
    return tuple(question for question in questions if not (around and question.field == "company.about"))


def _without(sections: tuple[Section, ...], source: str) -> tuple[Section, ...]:
    """The sections without the lines that code made of this source."""
    kept = (
        replace(section, lines=tuple(line for line in section.lines if not _is_slot_of(line, source)))
        for section in sections
    )
    return tuple(section for section in kept if section.lines)


def _is_slot_of(line: Line, source: str) -> bool:
    return line.form is Form.SLOT and source in line.cites
