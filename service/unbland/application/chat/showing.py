"""A result in a few lines: what changed and why, what was dropped, and the posting as people edited it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from unbland.application.chat.messages import Result
from unbland.application.chat.model import Turn, Wishes
from unbland.application.chat.typed import TITLE, held
from unbland.application.review import Draft, Looked, look
from unbland.application.rewrites.model import Record
from unbland.core.assembly.accounting import Accounting, Fate
from unbland.core.document.model import Format
from unbland.core.guide import to_settle
from unbland.core.guide.model import Finding, Principle, Score
from unbland.core.guide.principles import PRINCIPLES
from unbland.core.ledger.model import Kind
from unbland.core.posting import Posting, Section
from unbland.core.render.markdown import to_markdown
from unbland.errors import BadInput

#: Lines on what changed: a manager reads them between two meetings.
_CHANGES = 5

#: Characters of a dropped source that are shown; the result has it whole.
_SHORT = 90

#: The id of a source behind a reason, which says nothing in a chat.
_ID = re.compile(r" \([A-Z]\d+\)$")


def result_of(turn: Turn, record: Record) -> Result:
    """What is shown of a rewrite that has a result."""
    made = record.result
    if made is None:
        raise ValueError("only a rewrite that is done has a result")
    shown = Result(
        turn=turn.id,
        revision=record.revision,
        rewrite=made,
        posting=made.posting,
        markdown=made.rendered.markdown,
        score=made.score.after.total,
        changes=changes(made.score.before, made.score.after),
        dropped=dropped(made.accounting),
        settle=settle(made.findings),
        decision=record.decision,
        superseded=bool(turn.wishes.next),
    )
    return _edited(shown, turn.wishes, record) if turn.wishes.edits else shown


def _edited(shown: Result, wishes: Wishes, record: Record) -> Result:
    """The same with people's edits, and what is to be said of them."""
    looked = look(record.order.draft, record.order.facts)
    kept = held(shown.posting, wishes, looked.ledger, readable=not looked.partial)
    posting = replace(kept.posting, sections=tuple(section for section in kept.posting.sections if section.lines))
    markdown = to_markdown(posting)
    read = _read(markdown, record)
    return replace(
        shown,
        posting=posting,
        markdown=markdown,
        score=shown.score if read is None else read.score.total,
        settle=shown.settle if read is None else settle(read.findings),
        edited_by=wishes.edited_by,
        typed=kept.typed,
        taken_out=kept.taken_out,
        mark=wishes.mark,
    )


def words_of(section: Section) -> str:
    """A section as a person edits it: a line for each of its lines."""
    return "\n".join(line.text for line in section.lines)


def parts_of(posting: Posting) -> dict[str, str]:
    """Every part of a posting as a person edits it."""
    sections = {str(number): words_of(section) for number, section in enumerate(posting.sections)}
    return {TITLE: posting.title, **sections}


def changes(before: Score, after: Score) -> tuple[str, ...]:
    """At most five lines on what the rewrite gained, the most first, each with what the guide asks there."""
    gains = {part: after.parts[part] - before.parts.get(part, 0) for part in after.parts}
    best = sorted((part for part, gain in gains.items() if gain > 0), key=lambda part: -gains[part])[:_CHANGES]
    return tuple(
        f"{part.capitalize()}: {before.parts.get(part, 0)} → {after.parts[part]}. {PRINCIPLES[Principle(part)]}"
        for part in best
    )


def dropped(accounting: Accounting) -> tuple[str, ...]:
    """Each source that is in no line of the posting, and why."""
    gone = (each for each in accounting.sources if each.fate is Fate.DROPPED and each.kind is not Kind.NOISE)
    return tuple(f"“{short(each.text)}”: {_ID.sub('', each.reason)}" for each in gone)


def settle(findings: Sequence[Finding]) -> tuple[str, ...]:
    """What somebody should settle before the posting is published, once each."""
    return tuple(dict.fromkeys(finding.message for finding in to_settle(findings)))


def _read(markdown: str, record: Record) -> Looked | None:
    """An edited posting, looked at as any other; None where nothing is left of it."""
    try:
        return look(Draft(content=markdown, format=Format.MARKDOWN), record.order.facts)
    except BadInput:
        return None


def short(text: str, most: int = _SHORT) -> str:
    """A text on one line of at most so many characters."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
