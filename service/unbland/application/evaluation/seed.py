"""The gates on seeded defects: true results are made wrong in one place each, and the gates must see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from unbland.application.evaluation.evaluate import Bench
from unbland.application.evaluation.plan import Planned
from unbland.application.standing import Standing, standing_of
from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.gates.breaches import breaches
from unbland.core.evaluation.mutants.mutation import DEFECTS, Mutation, Seen, tried

#: The honest model's result and the editor's: both are true, and worded otherwise.
_HONEST = ("faithful", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sown:
    """What the gates saw, and how that stands."""

    mutation: Mutation
    standing: Standing
    shortfalls: tuple[str, ...]


async def sow(bench: Bench, cases: Sequence[Case], floors: Mapping[str, float]) -> Sown:
    """Seed every defect in every true result, and hold the shares that are caught against the floors."""
    seen: list[Seen] = []
    for case in cases:
        for persona in _HONEST:
            output = await bench.output(Planned(case=case, persona=persona))
            if not breaches(case, output):  # a result that is not true is the run's affair
                seen += tried(case, output)
    mutation = Mutation(seen=tuple(seen))
    shortfalls = tuple(_shortfalls(mutation, floors))
    standing = standing_of(measured=bool(seen), committed=bool(floors), shortfalls=shortfalls)
    return Sown(mutation=mutation, standing=standing, shortfalls=shortfalls)


def _shortfalls(mutation: Mutation, floors: Mapping[str, float]) -> list[str]:
    """A sentence for each kind that falls short, has no floor, or has a floor and no mutant."""
    found = []
    for kind in (defect.kind for defect in DEFECTS):
        hits, floor = mutation.by_kind.get(kind), floors.get(kind)
        if hits is None:
            found.append(f"{kind}: no case offers a place for it")
        elif floor is None:
            found.append(f"{kind}: no floor is committed")
        elif hits.hits < floor * hits.all:
            found.append(f"{kind}: {hits.hits} of {hits.all} caught, {100 * floor:.0f} % committed")
    found += [f"{kind}: there is no such defect" for kind in floors if kind not in {d.kind for d in DEFECTS}]
    return found
