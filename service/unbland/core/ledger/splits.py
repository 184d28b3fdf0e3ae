"""Lines that hold a deal-breaker and a preference, cut where the one ends; each word stays in one of the parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from unbland.core.language.words import tokens
from unbland.core.ledger.demands import goes_on, is_added, is_another, is_hard, is_ideal, stands_alone
from unbland.core.ledger.lexicon.cue import words_of
from unbland.core.ledger.modality import asks_for_more, has_both_in_a_bracket, is_about_it, marks, modality
from unbland.core.ledger.model import Modality

#: Where a line may be cut. At `;`, brackets and full stops each side reads by itself; what stands beyond a dash may be
#: no more than what is meant, and a comma or `and` may part the members of one list. A bracket that closes in
#: mid-phrase ("(MSc preferred) in law") ends nothing.
_CUT = re.compile(
    r"(?P<side>;|\)(?=\s*(?:[;.]|$|and\b(?!/)|plus\b|but\b)))|(?P<stop>(?<=[a-z]{3}[.!?])\s+(?=[A-Z]))"
    r"|(?P<dash>\s[-–—]\s)"
    r"|(?P<bracket>\((?=[^()]*\)))"
    r"|(?P<item>\)(?=\s*,)|,(?!\s*(?:and|or|but|so|which|who|where|because|if|while|until|especially"
    r"|particularly|including|mainly|such)\b)(?!\d))"
    r"|(?P<joint>,\s*(?:and|or|but)\b|(?<!/)\b(?:and|but)\b(?!/))"
)

#: Words that may stand beside `preferred` and add nothing: what holds only these belongs to the part before it.
_EMPTY = frozenset(
    words_of("a an the is are be but clearly highly strongly also definitely very not would or and this")
)

#: Cuts at which each side reads by itself.
_SIDES = frozenset({"side", "stop", "bracket"})

#: Cuts that may part the two halves of one statement.
_LOOSE = frozenset({"item", "dash"})

_LEADING = " \t\n\r\u00a0,;)-–—"
_TRAILING = " \t\n\r\u00a0,;(-–—"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A stretch of a line between two places where it may be cut."""

    start: int
    end: int
    #: How it is parted from the piece before: `side`, `stop`, `dash`, `bracket`, `item` or `joint`.
    cut: str
    #: What it says itself; NONE where it says nothing of modality.
    says: Modality
    #: It holds words of modality and no other.
    bare: bool = False


def parts(text: str, default: Modality) -> tuple[tuple[int, int], ...]:
    """Half-open spans of a line, one for each stretch of one modality; the whole line where it has only one.

    `default` is what the heading says of a stretch that says nothing itself; without one, a bare demand is a must.
    """
    default = Modality.REQUIRED if default is Modality.NONE else default
    whole = ((0, len(text)),)
    if not marks(text) or has_both_in_a_bracket(text):
        return whole
    groups = _grouped(text, (group for said in _sentences(text) for group in _grouped(text, said, default)), default)
    return tuple(_trimmed(text, group) for group in groups) if len(groups) > 1 else whole


def _grouped(text: str, pieces: Iterable[_Piece], default: Modality) -> list[_Piece]:
    """Neighbours that say the same, as one."""
    groups: list[_Piece] = []
    for piece in pieces:
        if groups and not _differ(text, groups[-1], piece, default):
            groups[-1] = _joined(groups[-1], piece)
        else:
            groups.append(piece)
    return groups


def _sentences(text: str) -> Iterator[list[_Piece]]:
    """The pieces of each sentence: what it says at its end holds for its beginning, and for no sentence before it."""
    said: list[_Piece] = []
    for piece in _standing(_pieces(text)):
        if piece.cut == "stop" and said:
            yield said
            said = []
        said.append(piece)
    yield said


def _pieces(text: str) -> Iterator[_Piece]:
    """The stretches of a line between all the places where it may be cut."""
    start, cut = 0, "side"
    for found in _CUT.finditer(text):
        # An opening bracket goes with what it opens, a conjunction with what it joins.
        end = found.end() if found.group() in {";", ")", ","} else found.start()
        if _has_words(text[start:end]):
            yield _piece(text, start, end, cut)
            start, cut = end, found.lastgroup or cut
    if _has_words(text[start:]):
        yield _piece(text, start, len(text), cut)


def _has_words(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def _piece(text: str, start: int, end: int, cut: str) -> _Piece:
    """One stretch, with what it says."""
    stretch = text[start:end]
    found = marks(stretch)
    says = modality(stretch, Modality.NONE) if found else Modality.NONE
    rest = [t for t in tokens(stretch) if not any(m.start <= t.start < m.end for m in found)]
    if cut != "stop" and start and is_about_it(stretch):
        found, says = (), Modality.NONE
    bare = bool(found) and all(token.text.lower() in _EMPTY for token in rest)
    return _Piece(start=start, end=end, cut=cut, says=says, bare=bare)


def _standing(pieces: Iterator[_Piece]) -> list[_Piece]:
    """The pieces, where one that holds only `(preferred)` or `Preferred –` is joined to what it speaks of."""
    standing: list[_Piece] = []
    for piece in pieces:
        if standing and (standing[-1].bare or piece.bare):
            standing[-1] = _joined(standing[-1], piece)
        else:
            standing.append(piece)
    return standing


def _joined(first: _Piece, second: _Piece) -> _Piece:
    """Two neighbours as one; the first that says anything says it for both."""
    says = first.says if first.says is not Modality.NONE else second.says
    return _Piece(start=first.start, end=second.end, cut=first.cut, says=says)


def _differ(text: str, group: _Piece, piece: _Piece, default: Modality) -> bool:
    """Whether a piece says another modality than the group before it."""
    before, after, stretch = group.says, piece.says, text[piece.start : piece.end]
    joint = piece.cut == "joint" or (is_added(stretch) and not _closed(text, group))
    if goes_on(stretch) or (joint and not _closed(text, group) and not is_another(stretch)):
        return False  # `Basic knowledge of rights and of procedures an asset`: one of several things known
    if piece.cut == "bracket" and _is_of_what_is_before(stretch):
        return False
    if before is Modality.NONE and _is_demand(text, group, piece, joint=joint):
        before = default
    if after is Modality.NONE and _is_apart(text, group, piece):
        after = default
    return Modality.NONE not in {before, after} and before is not after


def _is_of_what_is_before(stretch: str) -> bool:
    """Whether a bracket speaks of what is before it: `(or equivalent) preferred`, `Level 2 (Level 3 preferred)`."""
    return not marks(stretch.partition(")")[0]) or asks_for_more(stretch)


def _is_demand(text: str, group: _Piece, piece: _Piece, *, joint: bool) -> bool:
    """Whether what stands before a cut is a demand of its own, of which the piece behind it says nothing."""
    stretch = text[piece.start : piece.end]
    if joint and not is_ideal(stretch):
        return False
    return piece.cut not in _LOOSE or stands_alone(text[group.start : group.end], stretch)


def _is_apart(text: str, group: _Piece, piece: _Piece) -> bool:
    """Whether what stands behind a cut is a demand of its own, of which the group before it says nothing."""
    if group.cut == "bracket" and text[group.start : piece.start].rstrip(" ,").endswith(")"):
        return True
    if piece.cut == "dash" or _closed(text, group):
        return piece.cut in _SIDES or is_hard(text[piece.start : piece.end])
    return piece.cut in _SIDES


def _closed(text: str, group: _Piece) -> bool:
    """Whether a group ends with its `preferred`, so that what follows is another matter."""
    found = marks(text[group.start : group.end])
    return bool(found) and not _has_words(text[group.start + found[-1].end : group.end])


def _trimmed(text: str, piece: _Piece) -> tuple[int, int]:
    """The span of a part without the signs that parted it."""
    stretch = text[piece.start : piece.end]
    start = piece.start + len(stretch) - len(stretch.lstrip(_LEADING))
    stretch = text[start : piece.end].rstrip(_TRAILING)
    if stretch.startswith("(") and stretch.find(")") in {-1, len(stretch) - 1}:
        start, stretch = start + 1, stretch[1:]
    if stretch.endswith(")") and "(" not in stretch:
        stretch = stretch[:-1]
    return start, start + len(stretch)
