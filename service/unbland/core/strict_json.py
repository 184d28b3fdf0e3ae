"""JSON read strictly: nothing twice, nothing endless, no number that is none."""

from __future__ import annotations

import json
import re
from typing import NoReturn

#: A NUL in JSON, behind no backslash of its own.
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


class Unreadable(ValueError):
    """Text that is not what it should be; the message says why and never repeats it."""


def json_value(text: str | bytes) -> object:
    """The value of a JSON text; a name twice in one object, NaN and endless nesting are refused."""
    try:
        return json.loads(text, object_pairs_hook=unique, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise Unreadable(f"no JSON at line {error.lineno}, column {error.colno}: {error.msg}") from None
    except UnicodeDecodeError:
        raise Unreadable("no JSON, since it is no UTF-8 text") from None
    except RecursionError:
        raise Unreadable("nested too deep") from None
    except Unreadable:
        raise
    except ValueError:  # what the interpreter says of an integer of thousands of digits
        raise Unreadable("a number is too long") from None


def is_kept(text: bytes) -> bool:
    """Whether a database keeps a JSON text: PostgreSQL takes no NUL."""
    return _NUL.search(text) is None


def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """The object of these pairs; a name twice would lose a value without a word."""
    value = dict(pairs)
    if len(value) < len(pairs):
        raise Unreadable("a field stands twice in one place; keep one")
    return value


def _no_number(_: str) -> NoReturn:
    raise Unreadable("NaN and Infinity are no numbers")
