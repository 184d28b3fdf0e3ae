"""Where the draft and the facts disagree, or the draft with itself: reported, never settled silently."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from unbland.core.ledger import values
from unbland.core.ledger.companies import company
from unbland.core.ledger.model import Conflict, Kind, Source
from unbland.core.ledger.rivals import rivals

V = TypeVar("V")

#: A message quotes no more than this: it names the value, it does not retell the posting.
_QUOTE = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Generic[V]):
    """One typed value that the facts and several lines of the draft may state."""

    field: str
    #: How the message calls it.
    name: str
    #: What the draft states it in.
    kinds: frozenset[Kind]
    #: The value that a source states; None where it states none.
    read: Callable[[Source], V | None]
    #: Whether draft and fact say the same.
    agree: Callable[[V, V], bool]
    #: Whether two lines of one draft can both be true.
    can_stand: Callable[[V, V], bool]

    def conflicts(self, drafted: Sequence[Source], stated: Sequence[Source]) -> Iterator[Conflict]:
        """The disagreement about this value, if there is one; against the facts before the draft with itself."""
        said = [(source, value) for source in drafted if source.kind in self.kinds for value in self._values(source)]
        fact = next(((f, value) for f in stated if f.field == self.field for value in self._values(f)), None)
        if fact is None:
            yield from self._with_itself(said)
            return
        # Once a line agrees with the facts, another must flatly contradict to be reported.
        agree = self.can_stand if any(self.agree(value, fact[1]) for _, value in said) else self.agree
        against = [source for source, value in said if not agree(value, fact[1])]
        if against:
            yield _conflict(self.field, self.name, (*against, fact[0]))

    def _values(self, source: Source) -> tuple[V, ...]:
        """The value of a source, or nothing."""
        value = self.read(source)
        return () if value is None else (value,)

    def _with_itself(self, said: Sequence[tuple[Source, V]]) -> Iterator[Conflict]:
        """The first two lines of the draft that cannot both be true."""
        pairs = ((a, b) for (a, one), (b, other) in combinations(said, 2) if not self.can_stand(one, other))
        for first, second in pairs:
            yield _conflict(self.field, self.name, (first, second))
            return


def conflicts(drafted: Sequence[Source], stated: Sequence[Source]) -> tuple[Conflict, ...]:
    """Every disagreement: typed values in the order of the facts, then requirements and benefits."""
    typed = (conflict for check in CHECKS for conflict in check(drafted, stated))
    paired = (
        _conflict(rival.fact.field or "", rival.name, (rival.line, rival.fact)) for rival in rivals(drafted, stated)
    )
    return (*typed, *paired)


def _conflict(field: str, name: str, sources: Sequence[Source]) -> Conflict:
    """One disagreement in one plain sentence that names both values."""
    first, last = _short(sources[0].text), _short(sources[-1].text)
    if sources[-1].from_draft:
        message = f"{name}: the draft says “{first}” and also “{last}”."
    else:
        message = f"{name}: the draft says “{first}”, the facts say “{last}”."
    return Conflict(field=field, sources=tuple(source.id for source in sources), message=message)


def _short(text: str) -> str:
    """The text, cut at a word where it is long."""
    folded = " ".join(text.split()).rstrip(".")
    return folded if len(folded) <= _QUOTE else f"{folded[:_QUOTE].rpartition(' ')[0]}…"


#: Every typed value that is compared; adding one is adding a row.
CHECKS: tuple[Callable[[Sequence[Source], Sequence[Source]], Iterator[Conflict]], ...] = (
    Check(
        field="company.name",
        name="Company",
        kinds=frozenset(Kind),
        read=company,
        agree=values.share_a_word,
        # A draft may name its clients and its parent.
        can_stand=lambda _one, _other: True,
    ).conflicts,
    Check(
        field="role.title",
        name="Job title",
        kinds=frozenset({Kind.TITLE}),
        read=values.title,
        agree=values.titles_agree,
        can_stand=values.titles_agree,
    ).conflicts,
    Check(
        field="role.reports_to",
        name="Reporting line",
        kinds=frozenset({Kind.REPORTING}),
        read=values.boss,
        agree=values.one_in_the_other,
        can_stand=values.one_in_the_other,
    ).conflicts,
    Check(
        field="role.employment_type",
        name="Employment",
        kinds=frozenset({Kind.SCHEDULE}),
        read=values.employment,
        agree=values.employments_agree,
        can_stand=values.employments_agree,
    ).conflicts,
    Check(
        field="role.schedule",
        name="Weekly hours",
        kinds=frozenset({Kind.SCHEDULE}),
        read=values.weekly_hours,
        agree=values.hours_agree,
        can_stand=values.hours_agree,
    ).conflicts,
    Check(
        field="role.workplace",
        name="Workplace",
        kinds=frozenset({Kind.LOCATION, Kind.SCHEDULE}),
        read=values.workplaces,
        agree=values.share_a_word,
        can_stand=values.workplaces_can_stand,
    ).conflicts,
    Check(
        field="role.location",
        name="Location",
        kinds=frozenset({Kind.LOCATION}),
        read=values.towns,
        agree=values.share_a_word,
        # A draft that names two towns may mean both.
        can_stand=lambda _one, _other: True,
    ).conflicts,
    Check(
        field="pay",
        name="Pay",
        kinds=frozenset({Kind.PAY}),
        read=values.pay,
        agree=values.pays_agree,
        can_stand=values.pays_can_stand,
    ).conflicts,
    Check(
        field="process.deadline",
        name="Deadline",
        kinds=frozenset({Kind.PROCESS}),
        read=values.deadline,
        agree=values.days_agree,
        can_stand=values.days_agree,
    ).conflicts,
)
