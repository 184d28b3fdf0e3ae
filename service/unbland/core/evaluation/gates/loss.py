"""Gates on what a result loses or bends: requirements, reason, modality, negation and facts."""

from __future__ import annotations

import re

from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.cases.reading import fold, is_expression, says
from unbland.core.evaluation.gates.gate import Gate, Output
from unbland.core.evaluation.gates.given import shown
from unbland.core.evaluation.gates.slots import UNTOUCHED
from unbland.core.posting import Form, Line, SectionKind

_PREFERENCE = re.compile(
    r"\b(preferred|preferably|ideally|desirable|helpful|optional|nice to have"
    r"|a plus|an? (\w+ )?(asset|advantage)|a bonus)\b"
)
_NEGATION = re.compile(r"\b(no|not|never|none|without|cannot|neither|nor)\b|n't\b")
#: A preference in brackets or after a semicolon is about what stands there, not about the rest of the line.
_SEGMENTS = re.compile(r"[();]|\. ")
#: Where a must-have may stand; as a wish it is in the right place, and a matter of modality.
_DEMANDS = frozenset({SectionKind.MUST, SectionKind.NICE})


def lost_must_haves(case: Case, output: Output) -> tuple[str, ...]:
    """Must-haves that no line states, quantities and bounds included."""
    return tuple(_name(item) for item in case.gold.must_have if not _stating(item, output))


def lost_wishes(case: Case, output: Output) -> tuple[str, ...]:
    """Nice-to-haves that no line states."""
    return tuple(_name(item) for item in case.gold.nice_to_have if not _stating(item, output))


def misplaced(case: Case, output: Output) -> tuple[str, ...]:
    """Must-haves that stand only under duties, benefits or the like."""
    if output.status in UNTOUCHED:
        return ()
    lines = {line for section in output.posting.sections if section.kind in _DEMANDS for line in section.lines}
    found = ((item, _stating(item, output)) for item in case.gold.must_have)
    return tuple(_name(item) for item, stating in found if stating and lines.isdisjoint(stating))


def late_reason(case: Case, output: Output) -> tuple[str, ...]:
    """A reason that somebody gives and the opening does not."""
    sections = [] if output.status in UNTOUCHED else output.posting.sections
    opening = [line.text for section in sections if section.kind is SectionKind.OPENING for line in section.lines]
    text = fold(" ".join(opening))
    return tuple(pattern for pattern in case.gold.opening if sections and not says(pattern, text))


def changed_modality(case: Case, output: Output) -> tuple[str, ...]:
    """Must-haves that became wishes, and wishes that became must-haves."""
    softened = [
        f"only wished for: {_name(item)}"
        for item in case.gold.must_have
        if (lines := _stating(item, output)) and all(_is_wish(item, line, output) for line in lines)
    ]
    hardened = [
        f"demanded: {line.text!r}"
        for item in case.gold.nice_to_have
        for line in _stating(item, output)
        if not _is_wish(item, line, output)
    ]
    return (*softened, *hardened)


def changed_polarity(case: Case, output: Output) -> tuple[str, ...]:
    """What is denied and now said, or said and now denied."""
    freed = [
        f"no longer denied: {line.text!r}"
        for item in case.gold.negated
        for line in _stating(item, output)
        if not _NEGATION.search(fold(line.text))
    ]
    texts = {source.id: fold(source.text) for source in output.accounting.sources}
    denied = [
        f"denied by nobody: {line.text!r}"
        for line in output.posting.lines
        if line.form in {Form.WRITTEN, Form.VERIFIED} and _NEGATION.search(fold(line.text))
        if not any(_NEGATION.search(texts.get(cite, "")) for cite in line.cites)
    ]
    return (*freed, *denied)


def lost_facts(case: Case, output: Output) -> tuple[str, ...]:
    """Facts of the gold that no line states; a phrase may run over several lines."""
    lines = [fold(line) for line in shown(output)]
    everything = " ".join(lines)
    return tuple(p for p in case.gold.survive if not any(says(p, text) for text in (*lines, _whole(p, everything))))


def _whole(pattern: str, everything: str) -> str:
    """The text a pattern may match across lines: all of it for a phrase, none for a regular expression."""
    return "" if is_expression(pattern) else everything


def _stating(item: tuple[str, ...], output: Output) -> list[Line]:
    """The lines that say all of an item."""
    return [line for line in output.posting.lines if all(says(pattern, fold(line.text)) for pattern in item)]


def _is_wish(item: tuple[str, ...], line: Line, output: Output) -> bool:
    """Whether a line only wishes for an item: by its section, or by a word beside it."""
    sections = {section.kind for section in output.posting.sections if line in section.lines}
    if sections == {SectionKind.NICE}:
        return True
    segments = [text for text in _SEGMENTS.split(fold(line.text)) if any(says(pattern, text) for pattern in item)]
    return any(_PREFERENCE.search(text) for text in segments)


def _name(item: tuple[str, ...]) -> str:
    return " + ".join(item)


LOSS = (
    Gate(id="must-have", holds="Every must-have is stated, with its figures.", look=lost_must_haves),
    Gate(id="wish", holds="Every nice-to-have is stated.", look=lost_wishes),
    Gate(id="place", holds="Must-haves stand among the requirements.", look=misplaced),
    Gate(id="opening", holds="The reason opens the posting.", look=late_reason),
    Gate(id="modality", holds="Must-haves stay demanded, wishes stay wishes.", look=changed_modality),
    Gate(id="polarity", holds="What is denied stays denied, and nothing else is.", look=changed_polarity),
    Gate(id="fact", holds="The facts that must survive do.", look=lost_facts),
)
