"""Defects of what is lost, softened or moved: must-haves, wishes, facts, the reason, the typed facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.cases.reading import figures, fold, is_expression, says
from unbland.core.evaluation.gates.gate import Output
from unbland.core.evaluation.gates.slots import UNTOUCHED
from unbland.core.evaluation.mutants.mutant import (
    Defect,
    added,
    moved,
    respelled,
    saying,
    stating,
    with_lines,
    with_text,
    without,
)
from unbland.core.posting import SectionKind

#: What makes a wish of a line, and what stands between it and the thing that is wished for.
_WISHING = re.compile(
    r"[(;,:?]|\b(?:prefer(?:red|ably)|ideally|helpful|desirable|is|are|would be|an? (?:asset|plus|advantage|bonus))\b",
    re.IGNORECASE,
)
_UPPER_END = re.compile(r"\s?(?:–|-|to)\s?\S*\d[\d,.]*")
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+\w")


def _must_lost(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    for item in case.gold.must_have:
        if lines := saying(item, output):
            yield f"no {item}", without(case, output, lines)


def _must_softened(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    for item in case.gold.must_have:
        if output.status not in UNTOUCHED and (lines := saying(item, output)):
            yield f"only wished for: {item}", moved(case, output, lines, SectionKind.NICE)


def _must_misplaced(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    for item in case.gold.must_have:
        if output.status not in UNTOUCHED and (lines := saying(item, output)):
            yield f"among the duties: {item}", moved(case, output, lines, SectionKind.DO)


def _wish_lost(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    for item in case.gold.nice_to_have:
        if lines := saying(item, output):
            yield f"no {item}", without(case, output, lines)


def _wish_hardened(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    for item in case.gold.nice_to_have:
        for line in saying(item, output):
            bare = _WISHING.split(line.text)
            said = next((part.strip() for part in bare if all(says(pattern, fold(part)) for pattern in item)), "")
            if said and output.status not in UNTOUCHED:
                hard = replace(line, text=f"You must have: {said}")
                yield hard.text, added(case, without(case, output, [line]), SectionKind.MUST, hard)


def _reason_late(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    opening = [
        line for section in output.posting.sections if section.kind is SectionKind.OPENING for line in section.lines
    ]
    if case.gold.opening and opening and output.status not in UNTOUCHED:
        yield "the opening stands last", moved(case, output, opening, SectionKind.ABOUT)


def _fact_lost(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    for pattern in case.gold.survive:
        lines = [line for line in output.posting.lines if says(pattern, fold(line.text))]
        mutant = without(case, output, lines)
        if lines and not _says_it(pattern, mutant):
            yield f"no {pattern}", mutant


def _says_it(pattern: str, output: Output) -> bool:
    lines = [fold(text) for text in (output.posting.title, *(line.text for line in output.posting.lines))]
    return any(says(pattern, line) for line in lines) or (not is_expression(pattern) and says(pattern, " ".join(lines)))


def _pay(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    """One end of the pay, or its period, gone."""
    pay = case.facts.pay
    if pay.min is None or pay.max is None or output.status in UNTOUCHED:
        return
    ends = {pay.min, pay.max}
    lines = [line for line in stating(output) if ends <= {figure.value for figure in figures(line.text)}]
    if not lines:
        return
    stated = {id(line) for line in lines}  # where it is told twice, it is wrong twice

    def wrong(pattern: re.Pattern[str]) -> Output:
        return with_lines(
            case,
            output,
            lambda line: replace(line, text=pattern.sub("", line.text, count=1)) if id(line) in stated else line,
        )

    yield "one end", wrong(_UPPER_END)
    if pay.period:
        yield "no period", wrong(re.compile(rf"\b(?:an?|per) {pay.period}\b"))


def _deadline(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    day = case.facts.process.deadline
    if day is None or output.status in UNTOUCHED:
        return
    old, new = str(day.day), str(day.day % 27 + 1)
    yield f"{old} → {new}", respelled(case, output, rf"\b{old}(?=\D)", new)


def _legal(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    for statement in case.facts.legal:
        for line in output.posting.lines:
            if statement in line.text and output.status not in UNTOUCHED:
                yield "a word less", with_text(case, output, line, line.text.replace(statement.split()[-1], "", 1))


def _address(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    for address in _ADDRESS.findall(case.facts.process.how_to_apply):
        if output.status not in UNTOUCHED:
            worse = address.replace("@", "s@")
            yield worse, respelled(case, output, re.escape(address), worse)


LOSSES = (
    Defect(kind="must-have lost", gates=("must-have",), seed=_must_lost),
    Defect(kind="must-have softened", gates=("modality",), seed=_must_softened),
    Defect(kind="must-have misplaced", gates=("place",), seed=_must_misplaced),
    Defect(kind="wish lost", gates=("wish",), seed=_wish_lost),
    Defect(kind="wish hardened", gates=("modality",), seed=_wish_hardened),
    Defect(kind="reason late", gates=("opening",), seed=_reason_late),
    Defect(kind="fact lost", gates=("fact",), seed=_fact_lost),
    Defect(kind="pay altered", gates=("pay",), seed=_pay),
    Defect(kind="deadline altered", gates=("deadline",), seed=_deadline),
    Defect(kind="legal text altered", gates=("legal",), seed=_legal),
    Defect(kind="address altered", gates=("address",), seed=_address),
)
