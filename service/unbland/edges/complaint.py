"""What is wrong with a value, in one sentence that names each field by its path and echoes no input."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, get_type_hints

#: More than this in one sentence and nobody reads it; the rest is counted.
MOST_NAMED = 3

#: What to write instead, under the words that begin the validator's own name for the fault.
_INSTEAD = (
    ("missing", "is required"),
    ("string_unicode", "write whole characters"),
    ("string", "write text"),
    ("tuple", "write a list"),
    ("list", "write a list"),
    ("dataclass", "write fields with their values"),
    ("model", "write fields with their values"),
    ("dict", "write fields with their values"),
    ("decimal", "write a plain number, such as 62000"),
    ("finite", "write a plain number, such as 62000"),
    ("int", "write a whole number"),
    ("float", "write a number"),
    ("date", "write a date, such as 2026-12-18"),
    ("bool", "write true or false"),
    ("json", "write JSON"),
)

#: The same for numbers out of bounds, under the validator's name for it, with its name for the bound.
_BOUNDS = {
    "greater_than_equal": "write {ge} or more",
    "less_than_equal": "write {le} or less",
    "string_too_short": "write no fewer characters than {min_length}",
    "string_too_long": "write no more characters than {max_length}",
}

#: What is a text to whoever writes YAML is fields with their values to YAML where it holds a colon.
_COLON = ", in quotes if it holds a colon"

#: A name we can repeat; anything else in its place could be the text of a posting.
_NAME = re.compile(r"\w[\w-]{0,39}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One field and what is wrong with it."""

    #: The way to the field, names and places in lists.
    path: tuple[str | int, ...]
    message: str

    def __str__(self) -> str:
        """`pay.mim: no such field; did you mean min?`."""
        where = "".join(f"[{step}]" if isinstance(step, int) else f".{_shown(step)}" for step in self.path)
        return f"{where.removeprefix('.')}: {self.message}" if where else self.message

    @property
    def pointer(self) -> str:
        """`/pay/mim` (RFC 6901)."""
        return "".join(f"/{_shown(str(step))}" for step in self.path)


def faults(details: Iterable[Mapping[str, Any]], root: object, *, yaml: bool = False) -> tuple[Fault, ...]:
    """What the validator found, in our words; `root` is the type that was asked for, or whose hints name it.

    `yaml` says that it was written in YAML, where a text may need quotes.
    """
    found = ((detail["type"], tuple(detail["loc"]), detail.get("ctx", {})) for detail in details)
    made = ((kind, _fault(kind, path, context, root)) for kind, path, context in found)
    return tuple(
        replace(fault, message=fault.message + _COLON) if yaml and kind == "string_type" else fault
        for kind, fault in made
    )


def sentence(found: Sequence[Fault]) -> str:
    """All faults in one sentence."""
    named = "; ".join(map(str, found[:MOST_NAMED]))
    more = len(found) - MOST_NAMED
    return f"{named}; and {more} more." if more > 0 else f"{named}{'' if named.endswith('?') else '.'}"


def _fault(kind: str, path: tuple[str | int, ...], context: Mapping[str, object], root: object) -> Fault:
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        return Fault(path=path, message=_no_such_field(path, root))
    if kind in {"enum", "literal_error"}:
        return Fault(path=path, message=f"write {context['expected']}".replace("'", ""))
    if kind == "value_error":
        return Fault(path=path, message=str(context["error"]))
    if kind in _BOUNDS:
        return Fault(path=path, message=_BOUNDS[kind].format(**context))
    instead = (words for start, words in _INSTEAD if kind.startswith(start))
    return Fault(path=path, message=next(instead, "cannot be used"))


def _no_such_field(path: tuple[str | int, ...], root: object) -> str:
    """That a field is unknown, and which known one is nearest."""
    owner = root
    for step in path[:-1]:
        owner = get_type_hints(owner)[str(step)]
    names = [name for name in get_type_hints(owner) if not name.startswith("_") and name != "model_config"]
    near = get_close_matches(str(path[-1]), names, n=1)
    return f"no such field; did you mean {near[0]}?" if near else f"no such field; there are {', '.join(names)}"


def _shown(step: str) -> str:
    """A field's name as we repeat it."""
    return step if _NAME.fullmatch(step) else "(odd name)"
