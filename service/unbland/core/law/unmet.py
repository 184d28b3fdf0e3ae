"""What a text owes to the posting laws of the places where the work is done."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from unbland.core.law.laws import coming, laws_of
from unbland.core.law.model import Circumstances, Demand, PostingLaw, Unmet
from unbland.core.law.offences import OFFENCES
from unbland.core.ledger.model import Source

_ALL = tuple(Demand)


def unmet(sources: Sequence[Source], where: Circumstances, demands: Collection[Demand] = _ALL) -> tuple[Unmet, ...]:
    """Of these demands those that the sources do not meet, each once: for the surest and nearest law that makes it."""
    laws = sorted(laws_of(where), key=lambda law: not law.certain)
    return tuple(one for demand in _ALL if demand in demands for one in _first(laws, demand, sources)) if laws else ()


def _first(laws: Sequence[PostingLaw], demand: Demand, sources: Sequence[Source]) -> Sequence[Unmet]:
    for law in laws:
        if demand in law.demands:
            found = [Unmet(law=law, demand=demand, source=source) for source in OFFENCES[demand](law, sources)]
            if found:
                return found
    return ()


def unmet_soon(sources: Sequence[Source], where: Circumstances) -> Iterator[tuple[PostingLaw, tuple[Demand, ...]]]:
    """The laws that are sure to come soon, with what they ask that no law asks yet and the sources do not meet."""
    asked = {(law.place, demand) for law in laws_of(where) for demand in law.demands}
    for law in coming(where):
        new = (demand for demand in law.demands if (law.place, demand) not in asked)
        missing = tuple(demand for demand in new if [*OFFENCES[demand](law, sources)])
        if missing and law.certain:
            yield law, missing
