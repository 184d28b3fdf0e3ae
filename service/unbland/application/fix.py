"""The fixes of a posting that need no mind: what can be put in place of its findings, made and read again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from unbland.application.review import Draft, Looked, look
from unbland.core.document.decode import encode_like
from unbland.core.editor.changes import changed
from unbland.core.editor.fixing import Left, Plan, plan, says_the_same
from unbland.core.facts import NO_FACTS, CompanyFacts
from unbland.core.guide import DEFAULT_OPTIONS, ReviewOptions

#: One change may make room for another; beyond so many rounds they would chase each other.
_MOST_ROUNDS = 6


class Kept(StrEnum):
    """Why a text was left as it is, though there was something to fix."""

    #: Its score would have been lower.
    SCORE = "score"
    #: It would have read otherwise: other lines, or a line that says something else.
    READING = "reading"
    #: Its bytes are not the text's in any one encoding, so that writing it would change more than the fixes.
    BYTES = "bytes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A posting and what became of it."""

    before: Looked
    #: The text as it is now; the same where nothing was changed.
    after: Looked
    #: The bytes of it; None where nothing was changed.
    content: bytes | None
    #: How many findings were settled.
    count: int
    #: The findings with a replacement that were left to a person.
    left: tuple[Left, ...]
    kept: Kept | None = None


def fix(draft: Draft, facts: CompanyFacts = NO_FACTS, options: ReviewOptions = DEFAULT_OPTIONS) -> Fixed:
    """Make every fix that the guard lets pass and that leaves the text no worse, and read the result again.

    Raises EmptyDraft, DraftTooLong and NotText.
    """
    before = look(draft, facts, options)
    after, count = _all(before, facts, options)
    kept = _worse(before, after)
    if kept is not None:
        after, count = _each(before, facts, options)
    content = _bytes(draft, before, after) if count else None
    if content is not None:
        return Fixed(before=before, after=after, content=content, count=count, left=_plan(after).left)
    kept = Kept.BYTES if count else kept
    return Fixed(before=before, after=before, content=None, count=0, left=_plan(before).left, kept=kept)


def _all(before: Looked, facts: CompanyFacts, options: ReviewOptions) -> tuple[Looked, int]:
    """The text after every fix, and how many there were."""
    after, count = before, 0
    for _ in range(_MOST_ROUNDS):
        rest = _plan(after)
        if not rest.fixes:
            break
        text = changed(after.document.source, rest.changes)
        count += len(rest.fixes)
        after = look(Draft(content=text, format=after.document.format), facts, options)
    return after, count


def _each(before: Looked, facts: CompanyFacts, options: ReviewOptions) -> tuple[Looked, int]:
    """The same where all of them together make it worse: one after another, without those that do.

    From the end, so that the places of the others stay where they are.
    """
    after, count = before, 0
    for one in sorted(_plan(before).fixes, key=lambda fix: -fix.change.start):
        text = changed(after.document.source, [one.change])
        now = look(Draft(content=text, format=after.document.format), facts, options)
        if _worse(after, now) is None:
            after, count = now, count + 1
    return after, count


def _plan(looked: Looked) -> Plan:
    return plan(looked.document, looked.ledger, looked.findings)


def _worse(before: Looked, after: Looked) -> Kept | None:
    """Why the result may not stand, if it may not."""
    if after.score.total < before.score.total:
        return Kept.SCORE
    old, new = ([s for s in looked.ledger.sources if s.from_draft] for looked in (before, after))
    alike = len(old) == len(new) and all(
        was.text == now.text or says_the_same(now.text, was, before.ledger) for was, now in zip(old, new, strict=True)
    )
    return None if alike else Kept.READING


def _bytes(draft: Draft, before: Looked, after: Looked) -> bytes | None:
    """The text in the encoding that it came in."""
    text = after.document.source
    if isinstance(draft.content, str):
        return text.encode()
    return encode_like(draft.content, before.document.source, text, before.document.encoding)
