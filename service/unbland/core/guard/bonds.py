"""Bonds: a condition or an exception that binds what a source says is not lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import takewhile

from unbland.core.guard.evidence import Case
from unbland.core.guard.grammar import PRONOUNS
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.provisos import adds_only, is_proviso, keeps_order, parts_subject
from unbland.core.guard.reading import Reading
from unbland.core.guard.word import Word
from unbland.core.language.synonyms import LIGHT_STEMS
from unbland.core.language.words import word_set
from unbland.core.ledger.model import Kind

#: Kinds of sources in which a small word more binds: what is offered, asked for or agreed.
DEALS = frozenset({Kind.BENEFIT, Kind.PAY, Kind.REQUIREMENT, Kind.LEGAL, Kind.SCHEDULE, Kind.LOCATION})

#: Words that bind whatever stands before them, in any kind of source.
_ALWAYS = word_set("when against if unless until except excluding only provided subject depending without once")
#: Words that bind in a deal.
_IN_DEALS = _ALWAYS | word_set(
    "after when while from within before pending against capped above beyond below outside during"
)
#: Words that bind in a deal where a comma parts them: ", agreed with your manager".
_APART = word_set("never not agreed approved")
#: With these a line says as much.
_ALSO = {"within": ("in",), "after": ("over", "beyond", "above"), "unless": ("if",)}
#: With one of these a line may say the contrary of an "unless".
_UNLESS = word_set("if unless without except not no never only until otherwise")
#: Words with which a lost figure is a lost bond, whatever else the line keeps of it.
_COUNTED = word_set("if unless within after once")

#: With these a clause of light words binds as well: "if you complete it".
_STATED = word_set("if unless once")

#: So many words of content before a bond tell what it binds.
_NEAR = 3
#: So many words behind the same word of the line are looked at for what it binds to.
_AHEAD = 8
#: So much of what is bound must stand in the line before the bond is missed, and so much of a bond to keep it.
_USED = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bond:
    """A word that binds, with what it binds and what it binds that to."""

    word: Word
    #: The last words of content before it; those of the rest of the statement where it comes first.
    bound: Sequence[Word]
    #: All words behind it, to the next comma.
    behind: Sequence[Word]
    #: The words of content of a second condition behind "and".
    second: Sequence[Word]
    #: Whether a lost figure is a lost bond: in what is offered, asked for or agreed, or where it tells which are meant.
    in_deal: bool


def check(case: Case) -> Iterator[Violation]:
    """A condition whose statement the line takes over and of which it has too few words."""
    for source, reading, taken in zip(case.sources, case.readings, case.taken, strict=True):
        for bond in _bonds(case, reading, taken, in_deal=source.kind in DEALS):
            if _takes_over(reading, taken, bond) and _is_lost(case, reading, taken, bond):
                text = " ".join(word.text for word in bond.behind)
                detail = f"the cited source says it {bond.word.text!r} {text!r}, and the line leaves that out"
                yield Violation(class_=ViolationClass.SCOPE, detail=detail)


def _bonds(case: Case, reading: Reading, taken: frozenset[int], *, in_deal: bool) -> Iterator[_Bond]:
    """Each word of a source that binds something and that the line has not, or has without a second condition."""
    for place, word in enumerate(reading.words):
        parts = parts_subject(reading.words, place)
        if not parts and not is_proviso(reading.words, place) and not _binds(word, in_deal=in_deal):
            continue
        before = [other for other in reading.words[:place] if other.statement == word.statement]
        after = [other for other in reading.words[place + 1 :] if other.statement == word.statement]
        behind = [*takewhile(lambda other: other.figure, after)] if parts else _to_comma(after)
        second = _second(word, after)
        told = _is_told(case, reading, word, behind) and not _lacks_second(word, second, taken)
        if told and not (in_deal and _is_eased(case, reading, word, behind)):
            continue
        if adds_only(reading.words, place):
            yield _Bond(word=word, bound=_content(behind)[:_NEAR], behind=behind, second=(), in_deal=in_deal)
            continue
        bound = _content(before) or ([] if place else _content([word, *after[len(behind) :]]))
        if bound:
            yield _Bond(word=word, bound=bound[-_NEAR:], behind=behind, second=second, in_deal=in_deal or parts)


def _binds(word: Word, *, in_deal: bool) -> bool:
    if word.plain == "provided" and word.verb == "passive":
        return False  # "insurance is provided for you"
    apart = in_deal and word.comma and word.plain in _APART
    return not word.figure and (apart or word.plain in (_IN_DEALS if in_deal else _ALWAYS))


def _to_comma(words: Sequence[Word]) -> Sequence[Word]:
    end = next((at for at, word in enumerate(words) if word.comma), len(words))
    return words[:end]


def _second(bond: Word, after: Sequence[Word]) -> Sequence[Word]:
    """The second of two conditions: "after 60 cases and Dana's sign-off"."""
    opener = next((at for at, word in enumerate(after) if word.clause != bond.clause), len(after))
    if opener == len(after) or after[opener].plain != "and" or after[opener].comma:
        return []
    rest = [word for word in after[opener + 1 :] if word.clause == after[opener].clause]
    return [] if any(word.verb == "verb" or word.party for word in rest) else _content(rest)


def _lacks_second(bond: Word, second: Sequence[Word], taken: frozenset[int]) -> bool:
    """Whether the line has nothing of the second of two conditions."""
    return bond.plain in _COUNTED and bool(second) and not any(word.start in taken for word in second)


def _is_told(case: Case, reading: Reading, word: Word, behind: Sequence[Word]) -> bool:
    """Whether the line has the word that binds, and behind it something of what it binds to."""
    forms = (word.plain, *_ALSO.get(word.plain, ()))
    places = [place for place, other in enumerate(case.claim.words) if other.plain in forms]
    if not places or word.plain == "only" or not _content(behind):
        # "For visits, not for private use" is "for visits only".
        return bool(places) or (word.plain == "not" and word.comma and " only " in case.claim.plain)
    meanings = {other.meaning for other in behind if other.content}
    values = {figure.values for figure in reading.figures if any(figure.start <= w.start < figure.end for w in behind)}
    told = [figure.start for figure in case.claim.figures if figure.values in values]
    near = [other for place in places for other in case.claim.words[place + 1 : place + 1 + _AHEAD]]
    starts = {other.start for other in behind if other.content}
    return any(
        other.meaning in meanings
        or other.start in told
        or (other.start in case.rests and case.rests[other.start].word.start in starts)
        for other in near
    )


def _is_eased(case: Case, reading: Reading, word: Word, behind: Sequence[Word]) -> bool:
    """Whether a condition is told without its figure: "if you move" of "if you move more than 50 miles"."""
    spans = [other.start for other in behind if other.figure] if word.plain == "if" else []
    figures = [one for one in reading.figures if any(one.start <= start < one.end for start in spans)]
    values = {figure.values for figure in case.claim.figures}
    return bool(figures) and not any(figure.values in values for figure in figures)


def _takes_over(reading: Reading, taken: frozenset[int], bond: _Bond) -> bool:
    """Whether the line takes over what is bound: half of its words, and the last of them; "and only" may bind none."""
    meanings = {word.meaning for word in reading.statement_at(bond.word.start) if word.start in taken}
    kept = [word.start in taken or word.meaning in meanings for word in bond.bound]
    return bool(kept) and kept[-1] and sum(kept) >= _USED * len(kept)


def _is_lost(case: Case, reading: Reading, taken: frozenset[int], bond: _Bond) -> bool:
    """Whether the line has too little of what a bond says."""
    meanings = {word.meaning for word in reading.words if word.start in taken}
    if bond.word.plain == "unless" and not _UNLESS.intersection(word.plain for word in case.claim.words):
        return True
    if bond.word.plain == "unless" or (bond.word.plain in _STATED and not any(word.figure for word in bond.behind)):
        # What is said outside of it tells nothing of it.
        meanings -= {word.meaning for word in reading.words if word.content and word not in bond.behind}
    says = [word.meaning in meanings for word in bond.behind if word.content]
    if any(word.figure for word in bond.behind):
        kept = _keeps_figure(case, reading, bond) and keeps_order(case.claim.words, bond.word)
        gone = not kept and _lacks(bond, says)
    else:
        gone = _is_gone(says) if says else _is_stated(bond)
    return gone or _is_open(bond, says) or _is_halved(bond, says, meanings)


def _is_stated(bond: _Bond) -> bool:
    """Whether a bond of light words alone tells a condition: "if you complete it"."""
    own = [word for word in bond.behind if word.plain in PRONOUNS or word.content]
    return bond.word.plain in _STATED and len(own) > 1 and not any(word.denied for word in own)


def _lacks(bond: _Bond, says: Sequence[bool]) -> bool:
    """Whether without its figure a bond in a deal has too little left."""
    return bond.in_deal and (bond.word.plain in _COUNTED or _is_gone(says))


def _is_open(bond: _Bond, says: Sequence[bool]) -> bool:
    """Whether what was said of some only is said of others too."""
    if bond.word.plain != "only":
        return False
    return (not bond.second and bond.bound == _content(bond.behind)[:_NEAR]) or not all(says[:2])


def _is_halved(bond: _Bond, says: Sequence[bool], meanings: AbstractSet[str]) -> bool:
    """Whether the second thing that a bond names is left out, or half of what always goes with it."""
    always = bond.word.plain in _ALWAYS
    second = [word.meaning in meanings for word in bond.second]
    without = (bond.in_deal or always) and bool(second) and not any(second)
    return without or (always and sum(says) < _USED * len(says))


def _is_gone(says: Sequence[bool]) -> bool:
    """Whether none of the first words of a bond is kept, a third of them and one more."""
    return not any(says[: 1 + len(says) // 3])


def _keeps_figure(case: Case, reading: Reading, bond: _Bond) -> bool:
    """Whether the line has a figure that the bond names."""
    spans = [(word.start, word.end) for word in bond.behind if word.figure]
    figures = [one for one in reading.figures if any(one.start <= start < one.end for start, _ in spans)]
    values = {figure.values for figure in case.claim.figures}
    return any(figure.values in values for figure in figures)


def _content(words: Iterable[Word]) -> list[Word]:
    return [word for word in words if word.content and word.meaning not in LIGHT_STEMS]
