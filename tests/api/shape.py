"""The shape of a JSON value: which fields there are and of what type, whatever stands in them."""

from __future__ import annotations

from collections.abc import Iterator

_KINDS = {bool: "boolean", int: "number", float: "number", str: "string", type(None): "null"}


def shape(value: object) -> set[str]:
    """Every place of a value with its type, such as `posting.sections[].heading: string`."""
    return set(_places(value, ""))


def lacking(recorded: object, today: object) -> list[str]:
    """The places that were there and are not, or are of another type; what was added does not matter.

    What was null may be anything now. Of a list that is empty now nothing can be said.
    """
    was, is_ = shape(recorded), shape(today)
    paths = {place.rpartition(": ")[0] for place in is_}
    empty = tuple(place.removesuffix(": empty") for place in is_ if place.endswith(": empty"))
    return sorted(
        place
        for place in was - is_
        if not (place.endswith(": null") and _any(place.removesuffix(": null"), paths))
        and not place.endswith(": empty")
        and not (empty and place.startswith(empty))
    )


def _any(path: str, paths: set[str]) -> bool:
    return path in paths or any(other.startswith((f"{path}.", f"{path}[")) for other in paths)


def _places(value: object, at: str) -> Iterator[str]:
    if isinstance(value, dict):
        if at:
            yield f"{at}: object"
        for name, item in value.items():
            yield from _places(item, f"{at}.{name}" if at else name)
    elif isinstance(value, list):
        yield f"{at}: array"
        if not value:
            yield f"{at}[]: empty"
        for item in value:
            yield from _places(item, f"{at}[]")
    else:
        yield f"{at}: {_KINDS[type(value)]}"
