"""Tasks: whose a deed is that a source names; a duty that names one without a doer gives it to the reader."""

from __future__ import annotations

from collections.abc import Sequence

from unbland.core.guard.doers import doer
from unbland.core.guard.equivalents import Rest
from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import YOU
from unbland.core.guard.reading import Reading
from unbland.core.guard.verbs import RELATIVES
from unbland.core.guard.word import Word
from unbland.core.language.synonyms import meaning
from unbland.core.language.words import word_set
from unbland.core.ledger.model import Kind

#: Before a deed these say only that it is the reader's.
_TASKS = word_set("responsible responsibility responsibilities duties tasks")
#: With these a noun names a deed: "conduct interviews".
_DOING = word_set("conduct conducting perform performing provide providing undertake undertaking hold holding")
#: Before a deed that is somebody else's: "their assessment".
_THEIRS = word_set("their his her its our")
#: Does nothing, so that "you do not" says the same of the reader.
_NOBODY = frozenset({meaning("nobody")})
#: Endings of the names of deeds: "preparing", "preparation", "treatment".
_NAMED_DEEDS = ("ing", "ion", "ment", "ance", "al")


def their_doer(case: Case, rest: Rest) -> frozenset[str]:
    """Who does a deed of a source; the reader where a duty or a goal names it without a subject."""
    reading, word = case.readings[rest.reading], rest.word
    found = doer(reading, reading.places[word.start])
    if found & _NOBODY:
        return frozenset()
    told = case.sources[rest.reading].kind in (Kind.DUTY, Kind.GOAL)
    return found or (frozenset({YOU}) if told and is_task(reading, word) else found)


def is_task(reading: Reading, word: Word) -> bool:
    """Whether a deed is named at the head of a statement, or goes on a list of such: "training X and checking Y"."""
    own = [other for other in reading.statements[word.statement] if other.start <= word.start]
    head = next((other for other in own if other.content and other.plain not in _TASKS), word)
    if head.marker not in ("", "for") or any(other.plain in _THEIRS for other in own[:-1] if other.start < head.start):
        return False
    content = [other for other in own if other.content and other.plain not in _TASKS]
    if head.form in _DOING and content[1:2] == [word] and not word.marker:
        return True  # "conduct interviews"
    if any(other.plain in RELATIVES or other.verb in ("verb", "passive") for other in own if other is not word):
        return False
    if word is head or _ends_attributes(content, word):
        return word.text.lower().endswith(_NAMED_DEEDS)
    goes_on = word.marker in ("and", "or", "for") or word.comma
    return goes_on and word.text.lower().endswith("ing") and head.text.lower().endswith(_NAMED_DEEDS)


def _ends_attributes(content: Sequence[Word], word: Word) -> bool:
    """Whether it is the last of words that only tell which: "daily checking"."""
    return content[-1:] == [word] and not any(other.marker or other.comma or other.verb for other in content[1:])
