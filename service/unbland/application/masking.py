"""Personal data kept from models: placeholders go out in its place and are filled again in what comes back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import TypeVar

from unbland.application.ports import Completer, Completion, Request
from unbland.core.personal import names_in, personal

T = TypeVar("T")

_PLACEHOLDER = re.compile(r"\[\[[A-Z]{4,7}_\d{1,4}\]\]")


class Masked:
    """A model that sees no personal data we find; see `Completer`.

    The same material gets the same placeholders, so that what was asked once is known again.
    """

    def __init__(self, inner: Completer) -> None:
        """Take the model."""
        self._inner = inner

    async def complete(self, request: Request, accept: Callable[[str], T]) -> Completion[T]:
        """As the model answers, with what stands behind placeholders in their place; see `Completer`."""
        user, behind = masked(request.user, names_in(request.about))
        return await self._inner.complete(replace(request, user=user), lambda text: accept(unmasked(text, behind)))


def masked(text: str, names: frozenset[str] = frozenset()) -> tuple[str, dict[str, str]]:
    """The text with placeholders (`[[NAME_1]]`) for personal data and these names, and what stands behind each.

    What looks like a placeholder in the text itself is never used for another.
    """
    taken = set(_PLACEHOLDER.findall(text))
    called: dict[str, str] = {}
    pieces, end = [], 0
    for one in personal(text, names):
        said = text[one.start : one.end]
        if said not in called:
            forms = (f"[[{one.kind.name}_{number}]]" for number in count(1))
            called[said] = next(form for form in forms if form not in taken)
            taken.add(called[said])
        pieces += [text[end : one.start], called[said]]
        end = one.end
    return "".join([*pieces, text[end:]]), {name: said for said, name in called.items()}


def unmasked(reply: str, behind: dict[str, str]) -> str:
    """A reply in JSON with what stands behind each placeholder; one that nothing stands behind is left as it is."""
    return _PLACEHOLDER.sub(lambda match: _in_json(behind.get(match.group(), match.group())), reply)


def _in_json(text: str) -> str:
    """The text as it stands between the quotes of a JSON string."""
    return json.dumps(text, ensure_ascii=False)[1:-1]
