"""Whether a text speaks to a machine that reads the posting, in plain words or in disguise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from unbland.core.language.disguise import encoded, readings
from unbland.core.language.late import late
from unbland.core.language.net import Net
from unbland.core.ledger.lexicon.foreign import FOREIGN
from unbland.core.ledger.lexicon.machine import CANCELS, ORDERS, RUN_TOGETHER
from unbland.core.ledger.lexicon.secrets import SECRETS
from unbland.core.ledger.lexicon.this_text import ABOUT_THIS_TEXT


def _all(shapes: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(late(shape, re.DOTALL) for shape in shapes)


_ORDERS = _all((*ORDERS, *ABOUT_THIS_TEXT, RUN_TOGETHER))
_CANCEL = late("|".join(f"(?:{shape})" for shape in CANCELS), re.DOTALL)
#: "Never bypass, override or …": the verbs before, one after the other; "do not hesitate to …" is no such row.
_DENIED = re.compile(r"(?:\bnot|\bnever|n't|\bnor) (?:[\w-]{1,30}(?:, or|, and| or| and|,) ){0,4}$")
#: Characters that such a row takes.
_ROW = 120
_FOREIGN = tuple((late(shape, re.DOTALL), late(earlier)) for shape, earlier in FOREIGN)
_SECRETS = _all(SECRETS)

#: All of them in one net, in this order.
_NET = Net((*_ORDERS, _CANCEL, *_SECRETS, *(shape for shape, _ in _FOREIGN)))
_FIRST_CANCEL = len(_ORDERS)
_FIRST_SECRET = _FIRST_CANCEL + 1
_FIRST_FOREIGN = _FIRST_SECRET + len(_SECRETS)

#: Characters on both sides of an order in which a word for "earlier" belongs to it.
_NEAR = 60

#: No word in Latin letters is so long; addresses have other signs between.
_NO_WORD_SIGNS = 120
_NO_WORD = re.compile(rf"[A-Za-z0-9+=*#~^$!]{{{_NO_WORD_SIGNS}}}")


class _View(NamedTuple):
    """One way to read a text, and the numbers in the net of what it may say."""

    said: str
    caught: tuple[int, ...]


@lru_cache(maxsize=4_096)
def is_order(text: str) -> bool:
    """Whether a text speaks to a machine, carries words in code, or is no text at all."""
    if (len(text) >= _NO_WORD_SIGNS and _NO_WORD.search(text)) or encoded(text):
        return True
    views = _views(text)
    return _is_foreign(views[0]) or any(_is_english(view) for view in views)


@lru_cache(maxsize=4_096)
def asks_for_secrets(text: str) -> bool:
    """Whether a text asks applicants for money, or for numbers that open an account or make up a person."""
    return any(
        _SECRETS[number - _FIRST_SECRET].search(view.said)
        for view in _views(text)
        for number in view.caught
        if _FIRST_SECRET <= number < _FIRST_FOREIGN
    )


@lru_cache(maxsize=256)
def _views(text: str) -> tuple[_View, ...]:
    """Every way to read a text, as it stands first; both questions are asked of a line one after the other."""
    said, *others = readings(text)
    first = text if text.isascii() else said  # written alike for the net, which has seen the text itself
    return (_View(said, _NET.caught(first)), *[_View(view, _NET.caught(view)) for view in others])


def _is_english(view: _View) -> bool:
    said = view.said
    for number in view.caught:
        if number < _FIRST_CANCEL and _ORDERS[number].search(said):
            return True
        if number == _FIRST_CANCEL and any(
            not _DENIED.search(said[max(0, it.start() - _ROW) : it.start()]) for it in _CANCEL.finditer(said)
        ):
            return True
    return False


def _is_foreign(view: _View) -> bool:
    """Whether a text cancels in another language what a machine was told before."""
    return any(
        earlier.search(view.said, max(0, found.start() - _NEAR), found.end() + _NEAR)
        for number in view.caught
        if number >= _FIRST_FOREIGN
        for shape, earlier in (_FOREIGN[number - _FIRST_FOREIGN],)
        for found in shape.finditer(view.said)
    )
