"""YAML as strictly as facts need it: nothing twice, nothing endless, nothing guessed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

import yaml

from unbland.core.strict_json import Unreadable, unique

#: Facts are three levels deep; more than this is an attack or an accident.
MAX_DEPTH = 20

#: The plain words that stand for nothing (YAML 1.2, core schema); all others are text.
_NULL = frozenset({"", "~", "null", "Null", "NULL"})

#: The parser in C is about 8 times as fast; some builds of the library lack it.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def yaml_value(text: str) -> object:
    """The value of a YAML text, in which every plain word but null stays text for the validator to read.

    So `NO` stays Norway, a date stays as written, and `62000` becomes a number only where a number is wanted.
    Aliases, tags and endless nesting are refused: facts need none of them.
    """
    events = _whole(yaml.parse(text, Loader=_LOADER))
    try:
        started = [event for event in (next(events), next(events)) if isinstance(event, yaml.DocumentStartEvent)]
        value = _node(events, next(events), 0) if started else None
        if any(isinstance(event, yaml.DocumentStartEvent) for event in events):
            raise Unreadable("it holds more than one YAML document; keep one")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise Unreadable(f"no YAML{where}: {error.problem}") from None
    except yaml.YAMLError:
        raise Unreadable("no YAML, since it holds characters that no text has") from None
    return value


def _whole(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """The events, unless a comma that was meant to stand in a number parted it: `[A bonus of £1,500]` is two items."""
    before: yaml.Event | None = None
    for event in events:
        if _is_plain(before) and _is_plain(event) and _parted(before, event):
            raise Unreadable(
                f"line {_line(event)} has a comma between two digits, where YAML parts the text; put it in quotes, or a"
                " space after the comma if these are two"
            )
        yield event
        before = event


def _is_plain(event: yaml.Event | None) -> TypeGuard[yaml.ScalarEvent]:
    """Whether it is a word without quotes."""
    return isinstance(event, yaml.ScalarEvent) and not event.style


def _parted(before: yaml.ScalarEvent, after: yaml.ScalarEvent) -> bool:
    """Whether nothing but a comma, which is all that can be there, stands between two digits."""
    end, start = before.end_mark, after.start_mark
    if end is None or start is None or (end.line, end.column + 1) != (start.line, start.column):
        return False
    return before.value[-1:].isdigit() and after.value[:1].isdigit()


def _node(events: Iterator[yaml.Event], event: yaml.Event, depth: int) -> object:
    """The value that begins with this event."""
    if isinstance(event, yaml.AliasEvent):
        raise Unreadable(f"line {_line(event)} uses an alias (*…); write the value itself")
    if getattr(event, "tag", None):
        raise Unreadable(f"line {_line(event)} uses a tag (!…); write the value alone")
    if depth > MAX_DEPTH:
        raise Unreadable("nested too deep")
    if isinstance(event, yaml.ScalarEvent):
        return None if event.implicit[0] and event.value in _NULL else event.value
    if isinstance(event, yaml.SequenceStartEvent):
        return [_node(events, item, depth + 1) for item in _until(events, yaml.SequenceEndEvent)]
    return unique(
        [
            (_name(events, key, depth), _node(events, next(events), depth + 1))
            for key in _until(events, yaml.MappingEndEvent)
        ]
    )


def _until(events: Iterator[yaml.Event], end: type[yaml.Event]) -> Iterator[yaml.Event]:
    """The events up to the one that closes the collection."""
    for event in events:
        if isinstance(event, end):
            return
        yield event


def _name(events: Iterator[yaml.Event], event: yaml.Event, depth: int) -> str:
    """The name of a field."""
    name = _node(events, event, depth + 1)
    if not isinstance(name, str):
        raise Unreadable(f"line {_line(event)} begins with no field name")
    return name


def _line(event: yaml.Event) -> int:
    """The line that an event begins on, from 1; the parser in C marks every event."""
    return event.start_mark.line + 1 if event.start_mark is not None else 0
