"""Whether a criterion may gate: only where readers agree on it, and the judge agrees with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from unbland.core.evaluation.judging.agreement import Agreement, agreement
from unbland.core.evaluation.judging.votes import Answer

#: Criterion → posting → answer: what one reader, or the judge, said of them all.
Sheet = Mapping[str, Mapping[str, Answer]]

#: "Substantial" (J. R. Landis and G. G. Koch 1977, Biometrics 33, 159-174).
LEAST_KAPPA = 0.6
#: With 50 postings the interval is ±0.2, so the figure alone could be luck.
LEAST_LOW = 0.4
LEAST_POSTINGS = 50
#: A judge that abstains where it is hard would choose what it is measured on.
LEAST_COVERAGE = 0.8


class Trust(StrEnum):
    """What a criterion is good for."""

    GATES = "gates"
    REPORTS = "reports and does not gate"
    #: Readers do not agree on it, so there is nothing that a judge could be right about.
    BROKEN = "broken: readers do not agree on it"
    UNMEASURED = "reports and does not gate: agreement not measured"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a criterion stands."""

    criterion: str
    #: Reader with reader; None with one reader.
    readers: Agreement | None
    #: Each reader with the judge; none where the judge has not answered.
    judged: tuple[Agreement, ...]

    @property
    def trust(self) -> Trust:
        """What the criterion is good for."""
        if self.readers is not None and self.readers.asked and not _is_clear(self.readers):
            return Trust.BROKEN
        if self.readers is None or not self.judged or any(each.asked < LEAST_POSTINGS for each in self.judged):
            return Trust.UNMEASURED
        return Trust.GATES if all(_is_sure(each) for each in self.judged) else Trust.REPORTS


def standings(criteria: Sequence[str], readers: Sequence[Sheet], judge: Sheet | None) -> tuple[Standing, ...]:
    """How each criterion stands by the sheets of one or two readers, and of the judge where it has answered."""
    return tuple(
        Standing(
            criterion=name,
            readers=agreement(readers[0][name], readers[1][name]) if len(readers) > 1 else None,
            judged=tuple(agreement(reader[name], judge[name]) for reader in readers) if judge else (),
        )
        for name in criteria
    )


def _is_clear(found: Agreement) -> bool:
    return found.kappa is not None and found.kappa >= LEAST_KAPPA


def _is_sure(found: Agreement) -> bool:
    low = found.interval.low if found.interval else 0.0
    return _is_clear(found) and low > LEAST_LOW and found.coverage >= LEAST_COVERAGE
