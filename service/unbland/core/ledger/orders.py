"""Whether a text speaks to a machine that reads the posting, in plain words or in disguise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from unbland.core.language.disguise import encoded, plain, readings
from unbland.core.ledger.lexicon.machine import FOREIGN, ORDERS, RUN_TOGETHER, SECRETS


def _any_of(shapes: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{shape})" for shape in shapes), re.DOTALL)


_ORDER = _any_of((*ORDERS, RUN_TOGETHER))
_FOREIGN = _any_of(FOREIGN)
_SECRET = _any_of(SECRETS)

#: No word in Latin letters is so long; addresses have other signs between.
_NO_WORD = re.compile(r"[A-Za-z0-9+=*#~^$!]{120}")


@lru_cache(maxsize=4_096)
def is_order(text: str) -> bool:
    """Whether a text speaks to a machine, carries words in code, or is no text at all."""
    if _NO_WORD.search(text) or any(True for _ in encoded(text)):
        return True
    return _FOREIGN.search(plain(text)) is not None or any(_ORDER.search(said) for said in readings(text))


@lru_cache(maxsize=4_096)
def asks_for_secrets(text: str) -> bool:
    """Whether a text asks applicants for money, or for numbers that open an account or make up a person."""
    return any(_SECRET.search(said) for said in readings(text))
