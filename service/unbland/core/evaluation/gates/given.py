"""What a case puts in, as text: the draft as a reader sees it, and every fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.cases.reading import visible
from unbland.core.evaluation.gates.gate import Output
from unbland.core.facts import Pay


def given(case: Case) -> str:
    """All the text of the input; nothing beyond it may be in the result."""
    return "\n".join((visible(case.draft.content, case.draft.format), *stated(case)))


def stated(case: Case) -> tuple[str, ...]:
    """Each fact as text."""
    return tuple(_texts(case.facts))


def shown(output: Output) -> tuple[str, ...]:
    """What a reader of the result sees, line by line, the title first."""
    return (output.posting.title, *(line.text for line in output.posting.lines))


def pay_text(pay: Pay) -> str:
    """A pay as figures with their currency; empty without any."""
    ends = [f"{pay.currency or '$'} {end:f}" for end in (pay.min, pay.max) if end is not None]
    return " to ".join(ends) + (f" per {pay.period}" if ends and pay.period else "")


def _texts(value: object) -> Iterator[str]:
    """The strings in a tree of facts; a date is written out, since a result may."""
    if isinstance(value, Pay):
        yield pay_text(value)
        yield from value.extras
    elif isinstance(value, date):
        yield f"{value.isoformat()}, {value.day} {value:%B} {value.year}, {value:%B} {value.day}, {value.year}"
    elif isinstance(value, str) and value:
        yield str(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for member in fields(value):
            yield from _texts(getattr(value, member.name))
