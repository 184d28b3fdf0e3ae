"""What a writer's lines keep of the must-haves they rest on: a hollow mention keeps nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from unbland.core import guard
from unbland.core.assembly.accounting import Aside, Fate
from unbland.core.language.quantities import without_figures
from unbland.core.language.synonyms import LIGHT_STEMS, meaning
from unbland.core.language.words import is_content, tokens, word_set
from unbland.core.ledger.model import Kind, Ledger, Source
from unbland.core.posting import Line

#: So much of a must-have's own words stands in the lines that rest on it, or they only mention it: three words in ten
#: may give way to another (an editor seldom changes more and leaves the meaning).
_KEPT = 0.7

#: Words that any requirement may have; they make none of it.
_ANY = frozenset(
    meaning(word)
    for word in word_set(
        """
        experience experienced required requirement minimum least must ability able knowledge skill skills strong
        relevant proven good solid previous prior demonstrated candidate successful applicant working work
        year years preferably plus have hold holding possess similar role position degree
        """
    )
)


def hollowed(lines: Iterable[Line], ledger: Ledger) -> tuple[Source, ...]:
    """The must-haves that lines rest on and do not say."""
    lines = tuple(lines)
    said: dict[str, set[str]] = {}
    for line in lines:
        for cite in line.cites:
            said.setdefault(cite, set()).update(_words(line.text))
    return tuple(
        need
        for need in ledger.must_haves
        if need.id in said and not _says(said[need.id], _words(need.text)) and not _says_otherwise(lines, need, ledger)
    )


def _says(words: AbstractSet[str], need: AbstractSet[str]) -> bool:
    own = need - _ANY - LIGHT_STEMS or need
    return len(own & words) >= _KEPT * len(own)


def _says_otherwise(lines: Sequence[Line], need: Source, ledger: Ledger) -> bool:
    """Whether they say it in words that the guard takes for the same: "RN" for "registered nurse"."""
    own, told = guard.kept(lines, need, ledger)
    return bool(own - _ANY - LIGHT_STEMS) and _says(told, own)


def _words(text: str) -> set[str]:
    """The meanings of the words of content; figures are the guard's, which reads "3+" as "three or more"."""
    return {meaning(token.text) for token in tokens(without_figures(text)) if is_content(token.text)}


def worth_reading(lines: Sequence[Line], ledger: Ledger, aside: Mapping[str, Aside]) -> tuple[Line, ...]:
    """The lines without those that rest on nothing but what was dropped: overruled by a fact, or said by everybody.

    A generic duty may stand: without any, a reader would not learn what the job is.
    """
    return tuple(line for line in lines if not line.cites or not all(_is_dropped(c, ledger, aside) for c in line.cites))


def _is_dropped(cite: str, ledger: Ledger, aside: Mapping[str, Aside]) -> bool:
    found = aside.get(cite)
    if found is None or found.fate is not Fate.DROPPED or cite not in ledger.by_id:
        return False
    return found.overruled or ledger.by_id[cite].kind is Kind.REQUIREMENT
