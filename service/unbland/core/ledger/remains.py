"""What is left of a line when a fact overrules one part of it: the other parts are sources of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from unbland.core.language.quantities import quantities, without_figures
from unbland.core.language.words import content_stems
from unbland.core.ledger.evidence import weigh
from unbland.core.ledger.labels import label, tier
from unbland.core.ledger.lexicon.conditions import EXTRA
from unbland.core.ledger.model import Kind, Source

#: Where a line may be cut: a date or a sum behind `by`, `plus` or a comma is another statement than what is before it.
_JOINT = re.compile(
    r"(?:;|(?<!Monday|Friday|Sunday)(?<!Tuesday)(?<!Wednesday)(?<!Thursday|Saturday),)\s+(?:(?:and|plus|with)\s+)?"
    r"|\.\s+(?=[A-Z])|\s+(?:\+|[-–—]|plus|on top of|and|as well as|with|but)\s+"
    r"|\s+(?=\()"
    r"|\s+(?=(?:by|before|until|no later than)\s)",
    re.IGNORECASE,
)
_LEADING, _TRAILING = " ,;+–—-(", " ,;+–—-("

#: A line that is longer, or has more joints, is no line of a posting, and every joint of it would be tried.
_LONGEST, _MOST_JOINTS = 600, 10

#: Fewer words of content than this, without a figure, are a scrap: `dental care` is none, `with us` is.
_WORDS = 2

#: What is left of these says more of the value that was overruled.
_ONE_MATTER = frozenset({Kind.SCHEDULE, Kind.LOCATION, Kind.REPORTING, Kind.TITLE, Kind.COMPANY})

#: What is named in one breath with pay and is a matter of its own.
_BESIDE_PAY = frozenset({Kind.BENEFIT, Kind.SCHEDULE, Kind.CONTACT, Kind.PROCESS, Kind.LEGAL})

#: How the pay is paid is none.
_HOW_PAID = re.compile(r"\W*(?:paid|payable) (?:\w+ly|on|every|by|in|into)\b", re.IGNORECASE)

#: The way in must stand, in however few words; what is left of a deadline must not.
_WAY_IN = re.compile(r"\S@\S|\bhttps?://|\bwww\.", re.IGNORECASE)
_DEADLINE = re.compile(r"\b(?:deadline|clos(?:es?|ing))\b", re.IGNORECASE)

#: Whether a source of the draft says otherwise than a fact.
Contradicts = Callable[[Source], bool]


class _Stretch(NamedTuple):
    """A stretch of a source's text, half-open, and whether a fact overrules it."""

    start: int
    end: int
    overruled: bool


def parted(source: Source, contradicts: Contradicts) -> tuple[Source, ...]:
    """The overruled parts and those that still stand, in order; the source alone where nothing of it would stand."""
    if len(source.text) > _LONGEST or len([*_joints(source.text, 0, len(source.text))]) > _MOST_JOINTS:
        return (source,)
    stretches = _stretches(source, 0, len(source.text), contradicts)
    if all(stretch.overruled for stretch in stretches):
        return (source,)
    parts = ((_part(source, start, end), overruled) for start, end, overruled in stretches)
    return tuple(part if overruled else _labelled(part) for part, overruled in parts)


def _stretches(source: Source, start: int, end: int, contradicts: Contradicts) -> list[_Stretch]:
    """A stretch that contradicts: the least of it that does by itself, and what stands before and after it.

    What would say nothing without the overruled part goes with it.
    """
    first = before = start
    last = after = end
    joints = list(_joints(source.text, start, end))
    for left, right in joints:
        if not contradicts(_part(source, right, end)):
            break
        before, first = left, right
    for left, right in reversed(joints):
        if left <= first or not contradicts(_part(source, first, left)):
            break
        last, after = left, right
    head = _rest(source, start, before, contradicts)
    tail = _rest(source, after, end, contradicts)
    gone = _Stretch(first if head else start, last if tail else end, overruled=True)
    return [*head, gone, *tail]


def _joints(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a stretch may be cut: never within a figure, as between the ends of a range."""
    figures = [(figure.start, figure.end) for figure in quantities(text)]
    for joint in _JOINT.finditer(text, start, end):
        if not any(low < joint.start() < high for low, high in figures):
            yield joint.span()


def _rest(source: Source, start: int, end: int, contradicts: Contradicts) -> list[_Stretch]:
    """What stands of a stretch beside an overruled one; nothing where it says nothing by itself."""
    rest = _part(source, start, end)
    if not rest.text:
        return []
    if contradicts(rest):
        return _stretches(source, start, end, contradicts)
    return [_Stretch(start, end, overruled=False)] if _stands(rest) else []


def _part(source: Source, start: int, end: int) -> Source:
    """A stretch of a source; `start` and `end` become places in the source's text."""
    stretch = source.text[start:end]
    start += len(stretch) - len(stretch.lstrip(_LEADING))
    text = source.text[start:end].rstrip(_TRAILING)
    if text.endswith(")") and "(" not in text:
        text = text[:-1]
    elif text.count(")") > text.count("(") and source.text[:start].endswith("("):
        start, text = start - 1, f"({text}"
    return replace(source, text=text, start=start, end=start + len(text))


def _stands(rest: Source) -> bool:
    """Whether what is left says something without the part that was overruled."""
    text, kind = rest.text, rest.kind
    if kind is Kind.PROCESS and (rest.links or _WAY_IN.search(text)):
        return True
    if len(content_stems(text)) < _WORDS and not quantities(text) and not EXTRA.search(text):
        return False
    if kind is Kind.PAY:
        beside = label(text).kind in _BESIDE_PAY and not _HOW_PAID.match(text)
        return beside or EXTRA.search(text) is not None
    if kind is Kind.REQUIREMENT:
        return weigh(text).hard or bool(quantities(text))
    if kind is Kind.PROCESS:
        return not _DEADLINE.search(text) and len(content_stems(without_figures(text))) >= _WORDS
    return kind not in _ONE_MATTER or label(text).kind not in {kind, Kind.BOILERPLATE, Kind.COMPANY, Kind.TITLE}


def _labelled(rest: Source) -> Source:
    """The part with the label of its own words, where they are another matter; else it stays what it was a part of."""
    known = label(rest.text)
    other = known.kind in _BESIDE_PAY if rest.kind is Kind.PAY else rest.kind in _ONE_MATTER
    if not other or known.kind is Kind.NOISE:
        return rest
    return replace(rest, kind=known.kind, modality=known.modality, tier=tier(known.kind))
