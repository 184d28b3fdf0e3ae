"""Values of a vendor's document, reached by their path without trust in what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

#: Names of fields and places in lists, from the outside in.
Path = tuple[str | int, ...]

#: `2026-04-03` of `2026-04-03T18:06:18Z`.
_DAY_LENGTH = 10


def at(value: object, *path: str | int) -> object:
    """What stands at the path; None where nothing does."""
    for step in path:
        if isinstance(value, Mapping) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def has(value: object, *names: str) -> bool:
    """Whether the value is an object with all these fields."""
    return isinstance(value, Mapping) and all(name in value for name in names)


def text(value: object, *path: str | int) -> str:
    """The text at the path, without white space around it; empty where there is none."""
    found = at(value, *path)
    return found.strip() if isinstance(found, str) else ""


def raw(value: object, *path: str | int) -> str:
    """The text at the path, every character of it."""
    found = at(value, *path)
    return found if isinstance(found, str) else ""


def items(value: object, *path: str | int) -> Sequence[object]:
    """The list at the path; empty where there is none."""
    found = at(value, *path)
    return found if isinstance(found, list) else ()


def number(value: object, *path: str | int) -> Decimal | None:
    """The number at the path, written as one or as text."""
    found = at(value, *path)
    if isinstance(found, bool) or not isinstance(found, int | float | str):
        return None
    try:
        return Decimal(str(found))
    except InvalidOperation:
        return None


def day(value: object, *path: str | int) -> date | None:
    """The day of the date or time at the path (ISO 8601)."""
    try:
        return date.fromisoformat(text(value, *path)[:_DAY_LENGTH])
    except ValueError:
        return None


def put(value: object, path: Path, new: object) -> object:
    """The same value with another one at the path; the fields keep their order."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, Mapping):
        return {name: put(item, rest, new) if name == step else item for name, item in value.items()}
    if isinstance(value, list):
        return [put(item, rest, new) if place == step else item for place, item in enumerate(value)]
    return value


def is_deep(value: object, most: int) -> bool:
    """Whether values lie within values more than so many times."""
    level = [value]
    for _ in range(most):
        level = [inner for each in level for inner in _inside(each)]
        if not level:
            return False
    return True


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, list) else ()


def joined(*texts: str) -> str:
    """The texts that are there, each once, with commas between."""
    return ", ".join(dict.fromkeys(text for text in texts if text))


def towns(value: object) -> Iterator[str]:
    """The towns of a posting's `locations` that are shown and not the one it names first, each with what it is in."""
    here = text(value, "city") or text(value, "location", "city")
    for each in items(value, "locations"):
        town = text(each, "city")
        if town and town != here and at(each, "hidden") is not True:
            region = text(each, "region") or text(each, "subregion") or text(each, "state")
            yield joined(town, region, text(each, "country_name") or text(each, "country"))
