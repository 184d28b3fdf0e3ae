"""Requirements of a draft that contradict each other: as a must and as a wish, other years, another degree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unbland.core.language.digits import has_digit
from unbland.core.language.words import content_stems
from unbland.core.ledger.headings import heading_class
from unbland.core.ledger.lexicon.degrees import ALTERNATIVE
from unbland.core.ledger.modality import marks
from unbland.core.ledger.model import Kind, Modality, Source
from unbland.core.ledger.rivals import EXPERIENCE, Rival, degrees, years

#: Words that say how much a thing is wanted, and not what.
_WANTED = content_stems(
    "asset plus preferred preferable required requirement must mandatory essential nice bonus advantage ideally ideal"
    " desirable desired helpful considered optional needed need good strong very highly beneficial bonus points"
    " skills qualifications criteria nice-to-haves"
)


#: One word alone (`Remote`) may be asked for in one place and wished for in another.
_FEWEST = 2


def doubles(drafted: Sequence[Source]) -> Iterator[Rival]:
    """The first contradiction of each sort; each line is looked at once, however long the draft."""
    asked = [source for source in drafted if source.kind is Kind.REQUIREMENT]
    firm = [s for s in asked if s.modality is Modality.REQUIRED and not ALTERNATIVE.search(s.text)]
    for found in (_must_and_wish(asked), _other_years(firm), _other_degree(firm)):
        yield from found[:1]


def _must_and_wish(asked: Sequence[Source]) -> list[Rival]:
    """Lines that ask for the same in the same words, one as a must and one as a wish."""
    seen: dict[tuple[frozenset[str], tuple[str, ...]], Source] = {}
    found = []
    for source in asked:
        words = content_stems(source.text) - EXPERIENCE - _WANTED
        figures = tuple(filter(has_digit, source.text.split())) if has_digit(source.text) else ()
        if len(words) < _FEWEST or (source.modality is Modality.REQUIRED and not _is_demanded(source)):
            continue
        first = seen.setdefault((words, figures), source)
        if first.modality is not source.modality:
            found.append(Rival("nice_to_have", "Must-have and nice-to-have", first, source))
    return found


def _is_demanded(source: Source) -> bool:
    """Whether the line itself or its heading asks for it; elsewhere a requirement is taken for a must to be safe."""
    return bool(marks(source.text)) or heading_class(source.heading or "").kind is Kind.REQUIREMENT


def _other_years(firm: Sequence[Source]) -> list[Rival]:
    """Lines that ask for other years of the very same."""
    seen: dict[frozenset[str], tuple[Source, object]] = {}
    found = []
    for source in firm:
        for asked in years(source):
            first, least = seen.setdefault(asked.subject, (source, asked.least))
            if first is not source and least != asked.least:
                found.append(Rival("must_have", "Experience", first, source))
    return found


def _other_degree(firm: Sequence[Source]) -> list[Rival]:
    """Lines that ask for degrees of which none will do for both."""
    named = [(source, levels) for source in firm if (levels := degrees(source))]
    return [
        Rival("must_have", "Degree", named[0][0], source) for source, levels in named if levels.isdisjoint(named[0][1])
    ]
