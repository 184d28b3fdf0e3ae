"""Names of towns: the table beside this file is made by `docs/words/build_towns.py`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

_SAINT = re.compile(r"^st\.? ")


def plain(name: str) -> str:
    """A name in lower case, without accents and with `Saint` in full."""
    spread = unicodedata.normalize("NFKD", name)
    return _SAINT.sub("saint ", "".join(sign for sign in spread if not unicodedata.combining(sign)).lower())


def is_town(name: str) -> bool:
    """Whether a town is called so, somewhere; a name may be a person's or a company's as well."""
    return plain(name) in _towns()


@cache
def _towns() -> frozenset[str]:
    return frozenset(files(__package__).joinpath("towns.txt").read_text("utf-8").splitlines()[1:])
