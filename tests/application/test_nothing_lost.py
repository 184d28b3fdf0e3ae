"""Nothing lost: whoever writes, what a reader needs to know stands in the result, or is gone for a reason on a list.

The comparison (`nothing_lost`) reads the result anew and shares no code with the guard.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from doubles.given import GIVEN, MODELS, Given, Lines, edited, modelled
from nothing_lost import Loss, losses
from unbland.application.result import Rewrite
from unbland.core.ledger.model import Ledger


def _lost(result: Rewrite, ledger: Ledger) -> list[Loss]:
    return list(losses(result, ledger))


@pytest.mark.parametrize("given", GIVEN, ids=lambda given: given.name)
async def test_the_editor_loses_nothing(given: Given) -> None:
    """Everything weighty stands whole, or is gone for a reason on the list."""
    assert _lost(*await edited(given)) == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@pytest.mark.parametrize("given", GIVEN, ids=lambda given: given.name)
async def test_no_model_can_lose_anything(given: Given, model: Callable[[Ledger], Lines]) -> None:
    """Dropped, hollowed, thinned, moved or lumped together: what the model loses comes back."""
    assert _lost(*await modelled(given, model)) == []
