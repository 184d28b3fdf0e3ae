"""Scope: nothing holds for more than its source says: all, always, only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import DENIED, SAID, Word

#: Words that make a statement hold for more than its source says; the words of a line mean the same.
_WIDE = (
    ("always", "at all times"),
    ("never",),
    ("only", "solely", "exclusively"),
    ("unlimited", "endless", "uncapped"),
    ("guaranteed", "guarantee", "guarantees", "ensured"),
    ("anywhere", "worldwide", "everywhere"),
    ("anyone", "everyone", "anybody", "everybody"),
    ("entire", "whole", "full"),
    ("completely", "fully", "entirely", "totally"),
    ("for life", "lifetime", "forever"),
    ("majority", "most"),
    ("more", "additional", "extra", "further", "another", "other"),
    ("many", "numerous"),
    ("several",),
    ("both",),
    ("whatever", "whoever", "regardless"),
    ("whether",),
    ("few", "fewer", "less"),
    ("throughout",),
    ("even",),
)
#: The same as they stand among the words of a text.
_SPACED = tuple(tuple(f" {word} " for word in group) for group in _WIDE)
#: Told of what is paid or given on top as well.
_NOBODY = re.compile(r"\b(?:nobody|no one|no-one)\b")
#: Short of all.
_NEARLY = re.compile(r"\b(?:nearly|almost|virtually|practically|not) (?:all|every|each|everyone)\b")
_ALL_OF = re.compile(r"\b(?:all|every|each|everyone)\b")
#: Says it of a deed, where a source says it of who does it.
_DO_ONLY = re.compile(r"\b(?:may|can|must|will) only\b")
#: Nothing but what stands before it, and what of a source says as much.
_ENDS_ONLY = re.compile(r"(?<!read )\bonly ?(?:[.;)]|$)")
_ALONE = re.compile(r"\b(?:only|solely|exclusively|alone|just|nothing but|no other|not?)\b")
_HAVE_BEFORE = re.compile(r"\byou(?: have|'ve) [^.;:]*\bbefore ?(?:[.;)]|$)", re.IGNORECASE)
_EVEN_IF = re.compile(r"\beven (?:if|when|where|though)\b")
_ONLY_WHO = re.compile(r"\bonly (?:the|a|an|our) ")
_SO_IS = re.compile(r"\bso (?:is|are|does|do|will|can|must)\b")
#: Told with "never" as well: "no", and "not" of what is not so by rule or in part.
_DENIES = re.compile(r"\bno\b|\bnot (?!always|usually|normally|often|only|necessarily|yet|all|every|more|less)")
#: Told with "only" as well: "not without a permit", "needs a permit", "nothing but".
_BINDS = re.compile(r"\b(?:without|unless|until|needs?|must|subject to|requires?|not|no|never|alone)\b")
_MORE = re.compile(r" plus | more|\b(?:differential|supplement|premium|allowance|surcharge|on top|in addition)\b")
_MORE_THAN = re.compile(r"\b(?:more|less|better|worse|higher|lower)\b(?: \w+){0,2} than\b")
_AS_MUCH = re.compile(r"\bas \w+ as\b(?! (?:possible|soon|well|\d))").search
#: Wide words, each with what of a source says as much.
_TOLD_BY: Mapping[str, re.Pattern[str]] = {
    "never": _DENIES,
    "only": _BINDS,
    "both": re.compile(" and | either "),
    "whether": re.compile(r"\b(?:decision|decid\w*|if|with or without|regardless of)\b"),
    "throughout": re.compile(r"\b(?:across|all over|whole|entire)\b"),
    **dict.fromkeys(("anyone", "anybody"), _NOBODY),
    **dict.fromkeys(("additional", "extra", "further", "another"), _MORE),
}
#: Words for a limit, and the words of a source that say as much or more.
_LIMITS = (
    ({"after"}, frozenset({"after", "once", "following", "since", "from", "when", "upon", "behind"})),
    ({"before"}, frozenset({"before", "until", "till", "by"})),
    ({"until", "till"}, frozenset({"before", "until", "till", "by", "to", "through"})),
    ({"except"}, frozenset({"except", "excluding", "not", "no", "unless", "but", "without", "only", "other"})),
)
#: Words that take something out, whatever stands behind them.
_EXCEPTING = frozenset({"except", "excluding", "unless", "but", "without", "other"})


def check(case: Case) -> Iterator[Violation]:
    """Words that widen a statement beyond what its source says, and limits that no source has."""
    texts = [reading.text.lower() for reading in case.readings]
    yield from _wide(case, texts)
    yield from _excepted(case)
    if _asks_own(case):
        yield _scope("no cited source asks for one's own")
    yield from _nearly(case, texts)
    if " than " in case.claim.plain and _MORE_THAN.search(case.claim.text.lower()) and any(map(_AS_MUCH, texts)):
        yield _scope("the cited source says 'as', the line 'more than'")
    yield from _only(case, texts)
    yield from _so_is(case)
    if _is_of_nobody(case):
        yield _scope("the cited source says 'nobody else'")
    if _is_in_total(case):
        yield _scope("the cited source says it in total, the line of each")


def _asks_own(case: Case) -> bool:
    """Whether a line asks for one's own, and no source says so."""
    return case.asks and " own " in case.claim.plain and not any(" own " in r.plain for r in case.readings)


def _is_of_nobody(case: Case) -> bool:
    """Whether a line says "nobody" where a source says "nobody else"."""
    alone = " nobody " in case.claim.plain and " nobody else " not in case.claim.plain
    return alone and any(" nobody else " in r.plain and r.plain.count(" nobody ") == 1 for r in case.readings)


def _is_in_total(case: Case) -> bool:
    """Whether a line says of each what a source says in total."""
    told = " each " in case.claim.plain
    return told and any(" in total " in r.plain and " each " not in r.plain for r in case.readings)


def _so_is(case: Case) -> Iterator[Violation]:
    """What is said of one more ("so is …"), and in the source in another statement."""
    match = _SO_IS.search(case.claim.text.lower())
    if match:
        before = {(r.reading, r.word.statement) for start, r in case.rests.items() if start < match.start()}
        after = [(r.reading, r.word.statement) for start, r in sorted(case.rests.items()) if start >= match.end()]
        if after and after[0] not in before:
            yield _scope(f"no cited source says {match.group()!r} of this")


def _only(case: Case, texts: list[str]) -> Iterator[Violation]:
    """What only one may do, told as the only thing that one may do; and what holds "even if", told as "unless"."""
    if _ends_only(case.claim, texts):
        yield _scope("'only' is in no cited source")
    if _turns_even(case.claim, texts):
        yield _scope("the cited source says 'even', the line 'unless'")
    if _does_only(case.claim, texts):
        yield _scope("the cited source says 'only' of whoever does it")


def _ends_only(claim: Reading, texts: list[str]) -> bool:
    """Whether a line says that there is nothing but what it names, and no source does."""
    if " only " not in claim.plain or not _ENDS_ONLY.search(claim.text.lower()):
        return False
    return not any(map(_ALONE.search, texts))


def _turns_even(claim: Reading, texts: list[str]) -> bool:
    """Whether a line says "unless" of what its sources say "even if"."""
    if " unless " not in claim.plain or not any(map(_EVEN_IF.search, texts)):
        return False
    return not any("unless" in text for text in texts)


def _does_only(claim: Reading, texts: list[str]) -> bool:
    """Whether a line says "only" of a deed, and its sources of who does it."""
    if not _DO_ONLY.search(claim.plain) or not any(map(_ONLY_WHO.search, texts)):
        return False
    return not any(map(_DO_ONLY.search, texts))


def _nearly(case: Case, texts: list[str]) -> Iterator[Violation]:
    """Nearly all told as all."""
    match = next((found for text in texts if (found := _NEARLY.search(text))), None)
    if match and not _NEARLY.search(case.claim.text.lower()) and _ALL_OF.search(case.claim.text.lower()):
        yield _scope(f"the cited source says {match.group()!r}")


def _wide(case: Case, texts: list[str]) -> Iterator[Violation]:
    """A word that makes a statement hold for more, of which no source has one that means the same."""
    line = case.claim.plain
    for group in _SPACED:
        found = next((word for word in group if word in line), None)
        if found is None or any(word in reading.plain for word in group for reading in case.readings):
            continue
        if not _is_told(found.strip(), line, texts):
            yield _scope(f"{found.strip()!r} is in no cited source")


def _is_told(found: str, line: str, texts: list[str]) -> bool:
    """Whether sources say a wide word of a line by other means; "other" widens nothing, nor does "five or more"."""
    if found in _TOLD_BY:
        return any(map(_TOLD_BY[found].search, texts))
    return found == "other" or (found == "more" and " or more " in line)


def _excepted(case: Case) -> Iterator[Violation]:
    """A limit ("after", "before", "except") where no cited source has anything like it."""
    for told, like in _LIMITS:
        word = next((word for word in case.claim.words if word.plain in told and not word.figure), None)
        if word and not _is_idle(case.claim, word) and not _is_limited(case, word, like):
            yield _scope(f"no cited source says {word.text!r} of this")


def _is_idle(claim: Reading, word: Word) -> bool:
    """Whether a word limits nothing: "you have done it before" says no more than "you have done it"."""
    return word.plain == "before" and _HAVE_BEFORE.search(claim.text) is not None


def _is_limited(case: Case, word: Word, like: frozenset[str]) -> bool:
    """Whether a cited source has a limit like that of a word of the line."""
    said = any(other.plain in like for reading in case.readings for other in reading.words)
    return said and (word.plain != "except" or _is_excepted(case, word))


def _is_excepted(case: Case, word: Word) -> bool:
    """Whether a source takes it out: it says "except" and the like, or denies what follows."""
    if any(other.plain in _EXCEPTING for reading in case.readings for other in reading.words):
        return True
    after = next((other for other in case.claim.words if other.start > word.start and other.content), None)
    rest = case.rests.get(after.start) if after else None
    denies = any(other.denied == DENIED and other.start < word.start for other in case.claim.words)
    return rest is None or (rest.word.denied != SAID) is not denies  # what is excepted from a denial is said


def _scope(detail: str) -> Violation:
    return Violation(class_=ViolationClass.SCOPE, detail=detail)
