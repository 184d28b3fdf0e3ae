"""The mutation score: of the seeded defects, how many are seen by the gate that is there for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.gates.breaches import GATES
from unbland.core.evaluation.gates.gate import Output
from unbland.core.evaluation.intervals import Hits
from unbland.core.evaluation.mutants.losses import LOSSES
from unbland.core.evaluation.mutants.mutant import Defect, Mutant
from unbland.core.evaluation.mutants.whole import WHOLE
from unbland.core.evaluation.mutants.wording import WORDING

#: Every kind of defect; reports list them in this order.
DEFECTS: tuple[Defect, ...] = (*WORDING, *LOSSES, *WHOLE)

_LOOKS = {gate.id: gate.look for gate in GATES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One seeded defect and who saw it."""

    case: str
    kind: str
    note: str
    #: Whether a gate that is there for it fired.
    caught: bool
    #: Whether any gate fired.
    noticed: bool


@dataclass(frozen=True)
class Mutation:
    """What became of all seeded defects."""

    seen: tuple[Seen, ...]

    @cached_property
    def by_kind(self) -> Mapping[str, Hits]:
        """Kind → how many were caught of how many."""
        return {kind: _hits(self.seen, kind) for kind in dict.fromkeys(each.kind for each in self.seen)}

    @property
    def all(self) -> Hits:
        """How many were caught of how many."""
        return Hits(sum(each.caught for each in self.seen), len(self.seen))


def mutants(case: Case, output: Output) -> Iterator[Mutant]:
    """Every mutant of a true result; one that changes nothing is none."""
    for defect in DEFECTS:
        for note, made in defect.seed(case, output):
            if made != output:
                yield Mutant(kind=defect.kind, gates=frozenset(defect.gates), note=note, output=made)


def tried(case: Case, output: Output) -> tuple[Seen, ...]:
    """What the gates see of every mutant of a result that breaks none of them."""
    return tuple(_seen(case, mutant) for mutant in mutants(case, output))


def _seen(case: Case, mutant: Mutant) -> Seen:
    caught = _fires(case, mutant.output, sorted(mutant.gates))
    noticed = caught or _fires(case, mutant.output, _LOOKS)
    return Seen(case=case.id, kind=mutant.kind, note=mutant.note, caught=caught, noticed=noticed)


def _fires(case: Case, output: Output, gates: Iterable[str]) -> bool:
    return any(_LOOKS[gate](case, output) for gate in gates)


def _hits(seen: Sequence[Seen], kind: str) -> Hits:
    own = [each for each in seen if each.kind == kind]
    return Hits(sum(each.caught for each in own), len(own))
