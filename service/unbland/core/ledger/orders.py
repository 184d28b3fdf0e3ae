"""Whether a text speaks to a machine that reads the posting, in plain words or in disguise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from unbland.core.language.disguise import encoded, plain, readings
from unbland.core.ledger.lexicon.foreign import FOREIGN
from unbland.core.ledger.lexicon.machine import CANCELS, ORDERS, RUN_TOGETHER
from unbland.core.ledger.lexicon.secrets import SECRETS
from unbland.core.ledger.lexicon.this_text import ABOUT_THIS_TEXT


def _any_of(shapes: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{shape})" for shape in shapes), re.DOTALL)


_ORDER = _any_of((*ORDERS, *ABOUT_THIS_TEXT, RUN_TOGETHER))
_CANCEL = _any_of(CANCELS)
#: "Never bypass, override or …": the verbs before, one after the other; "do not hesitate to …" is no such row.
_DENIED = re.compile(r"(?:\bnot|\bnever|n't|\bnor) (?:[\w-]{1,30}(?:, or|, and| or| and|,) ){0,4}$")
#: Characters that such a row takes.
_ROW = 120
_FOREIGN = tuple((re.compile(shape, re.DOTALL), re.compile(earlier)) for shape, earlier in FOREIGN)
_ANY_FOREIGN = _any_of(shape for shape, _ in FOREIGN)
_SECRET = _any_of(SECRETS)

#: Characters on both sides of an order in which a word for "earlier" belongs to it.
_NEAR = 60

#: No word in Latin letters is so long; addresses have other signs between.
_NO_WORD = re.compile(r"[A-Za-z0-9+=*#~^$!]{120}")


@lru_cache(maxsize=4_096)
def is_order(text: str) -> bool:
    """Whether a text speaks to a machine, carries words in code, or is no text at all."""
    if _NO_WORD.search(text) or any(True for _ in encoded(text)):
        return True
    return _is_foreign(plain(text)) or any(_is_english(said) for said in readings(text))


@lru_cache(maxsize=4_096)
def asks_for_secrets(text: str) -> bool:
    """Whether a text asks applicants for money, or for numbers that open an account or make up a person."""
    return any(_SECRET.search(said) for said in readings(text))


def _is_english(said: str) -> bool:
    if _ORDER.search(said):
        return True
    return any(not _DENIED.search(said[max(0, it.start() - _ROW) : it.start()]) for it in _CANCEL.finditer(said))


def _is_foreign(said: str) -> bool:
    """Whether a text cancels in another language what a machine was told before."""
    if not _ANY_FOREIGN.search(said):
        return False
    return any(
        earlier.search(said, max(0, found.start() - _NEAR), found.end() + _NEAR)
        for shape, earlier in _FOREIGN
        for found in shape.finditer(said)
    )
