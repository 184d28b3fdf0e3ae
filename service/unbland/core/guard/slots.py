"""Slots: pay, dates, places, contacts and legal text are left to code, untouched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.language.synonyms import meaning
from unbland.core.language.words import word_set
from unbland.core.ledger.model import Kind, Tier

#: A slot as a writer leaves it for code to fill: `{{F3}}`.
SLOT = re.compile(r"\{\{\s*(\w+)\s*\}\}")

#: Words that may stand around a slot: they say which slot it is and nothing about what is in it.
_FRAME = word_set(
    """
    pay salary wage rate range earn earns offer offers pays paid place location located based office site
    report reports reporting manager line deadline date close closes closing apply applications application
    contact questions question send email write call start starts join work works working job role position
    schedule process hiring legal notice
    """
)
#: The same as they are compared.
FRAME_MEANINGS = frozenset(map(meaning, _FRAME))


def check(case: Case) -> Iterator[Violation]:
    """Each slot source is left as `{{id}}`, each `{{id}}` is a slot source that the line cites."""
    slot_ids = {source.id for source in case.sources if source.tier is Tier.SLOT}
    for id_ in case.slots:
        if id_ not in case.line.cites:
            yield _violation(f"{{{{{id_}}}}} stands in the line and the line does not cite {id_}")
        elif id_ not in slot_ids:
            yield _violation(f"{id_} is no slot; only pay, dates, places, contacts and legal text are")
    for id_ in sorted(slot_ids.difference(case.slots)):
        yield _violation(f"{id_} may not be worded anew; write {{{{{id_}}}}}")
    if "{{" in case.claim.text or "}}" in case.claim.text:
        yield _violation("a slot is not closed or not named")
    if any(source.kind is Kind.PAY and source.id in case.slots for source in case.sources):
        for figure in case.claim.figures:
            yield _violation(f"{figure.text!r} stands beside the pay, which code writes")


def _violation(detail: str) -> Violation:
    return Violation(class_=ViolationClass.SLOT, detail=detail)
