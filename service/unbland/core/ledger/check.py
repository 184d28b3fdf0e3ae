"""One value that several sources may state, and the sentence that reports two that cannot both be true."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Generic, TypeVar

from unbland.core.ledger.model import Conflict, Kind, Source

V = TypeVar("V")

#: A message quotes no more than this: it names the value, it does not retell the posting.
_QUOTE = 70

#: From here on a text is halved before words are taken from it.
_LONG = 4 * _QUOTE


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
    #: Fields that may state it before `field` does, as `role.schedule` may say more of the days than `role.workplace`.
    before: tuple[str, ...] = ()

    def conflicts(self, drafted: Sequence[Source], stated: Sequence[Source]) -> Iterator[Conflict]:
        """The disagreement about this value, if there is one; against the facts before the draft with itself."""
        said = [(source, value) for source in drafted if source.kind in self.kinds for value in self._values(source)]
        fact = next(self._facts(stated), None)
        if fact is None:
            yield from self._with_itself(said)
            return
        others = [(source, value) for source, value in said if not self.agree(value, fact[1])]
        # Once a line agrees with the facts, another must flatly contradict to be reported.
        agreed = len(others) < len(said)
        against = [source for source, value in others if not (agreed and self.can_stand(value, fact[1]))]
        if against:
            yield self._conflict(fact[0].field or self.field, (*against, fact[0]))

    def _facts(self, stated: Sequence[Source]) -> Iterator[tuple[Source, V]]:
        """The facts that state the value, those that say most of it first."""
        for field in (*self.before, self.field):
            yield from ((f, value) for f in stated if f.field == field for value in self._values(f))

    def _values(self, source: Source) -> tuple[V, ...]:
        """The value of a source, or nothing."""
        value = self.read(source)
        return () if value is None else (value,)

    def _with_itself(self, said: Sequence[tuple[Source, V]]) -> Iterator[Conflict]:
        """The first two lines of the draft that cannot both be true."""
        pairs = ((a, b) for (a, one), (b, other) in combinations(said, 2) if not self.can_stand(one, other))
        for first, second in pairs:
            yield self._conflict(self.field, (first, second))
            return

    def _conflict(self, field: str, sources: Sequence[Source]) -> Conflict:
        return conflict(field, self.name, sources, self._quoted)

    def _near(self, source: Source, value: V | None) -> str:
        """The half of a long text that states the value, halved again and again: word by word would take too long."""
        text = source.text
        while len(text) > _LONG:
            middle = text.find(" ", len(text) // 2)
            halves = (text[:middle], text[middle + 1 :]) if middle > 0 else ()
            text = next((half for half in halves if self.read(replace(source, text=half)) == value), text[:_QUOTE])
        return text

    def _quoted(self, source: Source) -> str:
        """The stretch of a source that states the value, as short as it can be and at most a quote long."""
        value = self.read(source)
        words = self._near(source, value).split()
        for cut in (slice(None, -1), slice(1, None)):
            while _too_long(words) and self.read(replace(source, text=" ".join(words[cut]))) == value:
                words = words[cut]
        stretch = " ".join(words)
        whole = " ".join(source.text.split())
        return f"{'' if whole.startswith(stretch) else '…'}{short(stretch)}{'' if whole.endswith(stretch) else '…'}"


def conflict(field: str, name: str, sources: Sequence[Source], quoted: Callable[[Source], str]) -> Conflict:
    """One disagreement in one plain sentence that names both values."""
    first, last = quoted(sources[0]), quoted(sources[-1])
    if sources[-1].from_draft:
        message = f"{name}: the draft says “{first}” and also “{last}”."
    else:
        message = f"{name}: the draft says “{first}”, the facts say “{last}”."
    return Conflict(field=field, sources=tuple(source.id for source in sources), message=message)


def short(text: str) -> str:
    """The text, cut at a word where it is long."""
    folded = " ".join(text.split()).rstrip(".")
    return folded if len(folded) <= _QUOTE else f"{folded[:_QUOTE].rpartition(' ')[0]}…"


def _too_long(words: Sequence[str]) -> bool:
    return len(" ".join(words)) > _QUOTE
