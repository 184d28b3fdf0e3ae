"""How much of a text is a posting that says something: what of its mean counts, from 0 to 1.

Rules can be kept by a text that says nothing: by repeating a line, by headings of the guide with hollow words below, by
names and figures poured in. What it then lacks can be counted.
"""

from __future__ import annotations

from unbland.core.guide.density import ENOUGH, capitals_of, stems_of
from unbland.core.guide.reading import TELLING, Reading
from unbland.core.ledger.model import Kind

#: Different words that mean something, from which a text is a posting; half as many count half.
FULL_TEXT = 25

#: Below the share of such words that real postings have, the mean is cut by this power: a text at two thirds of it
#: keeps a third.
STEEPNESS = 3

#: Share of the words within a line that begin with a capital, in the middle one of the lines that tell something, above
#: which a text is no prose, and how fast it then loses all.
CAPITALS, CAPITALS_SLOPE = 0.28, 4

#: Share of the lines that tell something else than the job, which 96 in 100 real postings and nearly every honest
#: version of the ranked ones stay below, and how fast the mean is then lost.
STRAY, STRAY_SLOPE = 0.1, 4

_WORDED = frozenset({*TELLING, Kind.PAY})

#: Share of the different words that are in no word list, above which a text is hardly English prose.
KNOWN = 0.5


def substance(read: Reading) -> float:
    """What of the mean counts: the product of length, density, prose and known words, each from 0 to 1."""
    says, telling = read.density, read.telling()
    full = min(len(says.own & stems_of(telling)) / FULL_TEXT, 1.0)
    dense = min(says.share / ENOUGH, 1.0) ** STEEPNESS
    prose = 1.0 - min(1.0, max(0.0, capitals_of(telling) - CAPITALS) * CAPITALS_SLOPE)
    known = min(says.known / KNOWN, 1.0) ** STEEPNESS
    lines = len(read.beside) + sum(source.kind in _WORDED for source in telling)
    share = len(read.beside) / max(1, lines)
    pertinent = 1.0 - min(1.0, max(0.0, share - STRAY) * STRAY_SLOPE)
    return full * dense * prose * known * pertinent
