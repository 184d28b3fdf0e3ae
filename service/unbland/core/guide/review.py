"""The review: every rule over one text, as findings in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from unbland.core.document.model import Document
from unbland.core.guide.hit import Hit
from unbland.core.guide.model import Finding, Principle
from unbland.core.guide.phrases import Match, PhraseBook
from unbland.core.guide.place import place
from unbland.core.guide.reading import Reading
from unbland.core.guide.rule import Phrases, Rule
from unbland.core.guide.rules import RULES
from unbland.core.guide.rules.trust import WARNINGS
from unbland.core.language.net import Net

#: Longer stretches are cut in a message, which quotes and does not repeat.
_QUOTED = 60

#: What holds a word up: joined to another, or with nothing behind it that it describes.
#: Characters in which the word before a match stands.
_NEAR = 20
_JOINED_BEFORE = re.compile(r"\b(?:and|or|&)\s+$", re.IGNORECASE)
_JOINED_AFTER = re.compile(r"\s*(?:$|[^\w\s,]|(?:and|or|at|with|in|about|to|for|&)\b)", re.IGNORECASE)

#: What a published posting may be called to account for.
_GRAVE = frozenset({Principle.RESPECT, Principle.LAW})
_COSTS = {rule.id: rule.cost for rule in RULES}

_PHRASES = {rule.id: rule for rule in RULES if isinstance(rule, Phrases)}
_BOOK = PhraseBook(entry for rule in _PHRASES.values() for entry in rule.entries())

#: The shapes that rules seek, with who seeks them: one walk over a text tells which rules need not look at it.
_SOUGHT = tuple((rule.id, shape) for rule in RULES for shape in rule.seeks)
_NET = Net([shape for _, shape in _SOUGHT])


def review(read: Reading) -> tuple[Finding, ...]:
    """What the guide says of a text, by place; what is missing comes first, with start and end 0."""
    off = read.options.off
    hits = [(rule, hit) for rule in _looking(read) for hit in rule.hits(read)]
    if not read.partial:  # phrases are English
        hits += _phrase_hits(read)
    found = (_finding(read.document, rule, hit) for rule, hit in hits if not (off and rule.is_off(off)))
    return tuple(sorted(found, key=lambda f: (f.start, f.end)))


def warnings(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Of a draft's findings those that a result must repeat, since their cause is gone from it; they have no place."""
    told = (replace(f, start=0, end=0, text="") for f in findings if f.rule in WARNINGS)
    return tuple({(f.rule, f.message): f for f in told}.values())


def to_settle(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Of a result's findings those that somebody should settle before it is published, the gravest first.

    Whom it shuts out, and what a law asks; not what was kept out of it, nor whose law it was held against.
    """
    found = (f for f in findings if f.principle in _GRAVE and f.rule not in WARNINGS and f.rule != "law.place")
    return tuple(sorted(found, key=lambda f: -_COSTS.get(f.rule, 0)))


def _looking(read: Reading) -> Iterator[Rule]:
    """The rules that may find something, in order: those for its language whose shapes it may hold."""
    held = {_SOUGHT[number][0] for number in _NET.caught(read.text)}
    partial = read.partial
    for rule in RULES:
        if (rule.any_language or not partial) and (not rule.seeks or rule.id in held):
            yield rule


def _phrase_hits(read: Reading) -> Iterator[tuple[Rule, Hit]]:
    """The hits of all phrase rules, each source walked once."""
    for source in read.sources:
        takes = cache(lambda rule, source=source: _PHRASES[rule].takes(source))

        def accepts(match: Match) -> bool:
            rule = match.entry.rule
            return _PHRASES[rule].accepts(match) and (match.entry.leave or takes(rule))  # noqa: B023 - called at once

        for match in _BOOK.find(source.text, accepts):
            replacement = match.entry.replacement
            no_swap = _PHRASES[match.entry.rule].no_swap
            if (replacement == "" and not _can_go(source.text, match)) or (no_swap and no_swap.search(source.text)):
                replacement = None
            hit = Hit(source=source, start=match.start, end=match.end, replacement=replacement)
            yield _PHRASES[match.entry.rule], hit


def _can_go(text: str, match: Match) -> bool:
    """Whether an adjective can be cut: a word that it describes follows, and no other is joined to it."""
    before = text[max(0, match.start - _NEAR) : match.start]
    return not _JOINED_AFTER.match(text, match.end) and not _JOINED_BEFORE.search(before)


def _finding(document: Document, rule: Rule, hit: Hit) -> Finding:
    """A hit as the finding that a reader gets."""
    text, start, end = "", hit.start, hit.end
    replacement = hit.replacement
    if hit.source is not None:
        text = hit.source.text[hit.start : hit.end]
        start, end = place(document, hit.source, hit.start, hit.end)
        replacement = None if replacement is None else _cased(replacement, like=text)
    return Finding(
        rule=rule.id,
        principle=rule.principle,
        start=start,
        end=end,
        text=text,
        message=rule.message.format(found=hit.found or _quote(text)) + hit.aside,
        suggestion=rule.instead,
        replacement=replacement,
        source=hit.source.id if hit.source else "",
    )


def _quote(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1].rstrip()}…"


def _cased(replacement: str, *, like: str) -> str:
    """A replacement that begins with a capital where the words it replaces do."""
    return replacement[:1].upper() + replacement[1:] if like[:1].isupper() else replacement
