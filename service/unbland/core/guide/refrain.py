"""Lines that come again in a text: the same one with other figures, and one reason after another.

Figures are cheap: who writes a line thrice and changes its number has said it once, who wants three things more "by
25 %" without saying where they stand has counted none, and who puts a figure into line after line that any posting
could have has poured them in. The guide asks for one statement of why the job exists; from the third on, none of them
is the reason.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from unbland.core.guide.beside import BASELINE, Beside, unfigured
from unbland.core.guide.credentials import is_checkable
from unbland.core.guide.generic import GENERIC, is_generic
from unbland.core.language.digits import has_digit
from unbland.core.language.quantities import without_figures
from unbland.core.ledger.model import Kind, Source

#: Lines from which one with other figures is a series; two may be two shops, or two shifts.
_A_SERIES = 3

#: What is to be done or had. Pay, hours and benefits are figures, and a list of them is a table.
_STATED = frozenset({Kind.REASON, Kind.GOAL, Kind.DUTY, Kind.REQUIREMENT, Kind.COMPANY})

#: What is wanted of the person; the company's figures are its own.
_ASKED = frozenset({Kind.GOAL, Kind.DUTY, Kind.REQUIREMENT})

#: What announces a reason, and how often a text may: an honest one has a because behind its because.
_BECAUSE = re.compile(r"\b(?:because|reasons? (?:for|we|why|to)|why we (?:are )?hir\w+)\b", re.IGNORECASE)
_REASONS = 2


#: A change by so many percent, and not from where to where.
_BY_PERCENT = re.compile(r"^\W*(?:you(?:['’]ll| will| must)? )?\w+(?: [\w'’-]+){1,4} by \d[\d.,]* ?%", re.IGNORECASE)


#: What a figure alone tells from any posting's: from so many such lines, and so large a share of what is asked, figures
#: were poured in. Of 400 real postings none has them, nor has one of 266 honest ones among the ranked.
_POURED, _POURED_SHARE = 3, 0.35

#: A figure within a word, or joined to a sign, that counts nothing: `v4.2`, `24/7`.
_FIGURE = re.compile(r"\S*\d\S*")


def refrains(sources: Sequence[Source], names: frozenset[str], trade: str) -> Mapping[str, Beside]:
    """What comes again, by the id of its source: of a series all but the first, of reasons all beyond the second.

    Of changes by so many percent, and of lines with a figure and nothing else of their own, it is all of them. `names`
    are stems of the job's and the company's names.
    """
    return {
        **dict.fromkeys(_poured(sources, names, trade), Beside.UNCOUNTED),
        **dict.fromkeys(_series(sources), Beside.SERIES),
        **dict.fromkeys(_percents(sources), Beside.UNCOUNTED),
        **dict.fromkeys(_reasons(sources), Beside.REASONS),
    }


def _series(sources: Sequence[Source]) -> Iterator[str]:
    """The lines that differ in figures alone from an earlier one, where there are so many."""
    alike: dict[frozenset[str], list[Source]] = defaultdict(list)
    for source in sources:
        if source.kind in _STATED and has_digit(source.text):
            alike[unfigured(source.text)].append(source)
    for words, lines in alike.items():
        if words and len(lines) >= _A_SERIES:
            yield from (line.id for line in lines[1:])


def _poured(sources: Sequence[Source], names: frozenset[str], trade: str) -> Iterator[str]:
    """The lines that without their figures could stand in any posting, where they are a good part of it."""
    stated = [source for source in sources if source.kind in _ASKED]
    lines = [source for source in stated if has_digit(source.text) and not BASELINE.search(source.text)]
    if len(lines) < _POURED:
        return
    poured = [source.id for source in lines if not is_checkable(source) and _is_bare(source, names, trade)]
    if len(poured) >= max(_POURED, _POURED_SHARE * len(stated)):
        yield from poured


def _is_bare(source: Source, names: frozenset[str], trade: str) -> bool:
    """Whether a line tells nothing of this job beside its figures."""
    words = _FIGURE.sub(" ", without_figures(source.text))
    duty = source.kind in (Kind.DUTY, Kind.GOAL)
    return is_generic(words, duty=duty, bar=GENERIC, names=names, trade=trade)


def _percents(sources: Sequence[Source]) -> Iterator[str]:
    """The lines that want more by so many percent and not from where, where there are so many."""
    lines = [s for s in sources if s.kind in _STATED and _BY_PERCENT.match(s.text) and not BASELINE.search(s.text)]
    return iter([line.id for line in lines] if len(lines) >= _A_SERIES else [])


def _reasons(sources: Sequence[Source]) -> Iterator[str]:
    """The lines that give a reason when enough of them were given; one line may give them all."""
    given = 0
    for source in sources:
        more = len(_BECAUSE.findall(source.text)) if source.kind is Kind.REASON else 0
        given += more
        if more and given > _REASONS:
            yield source.id
