"""What is published passes the guard, whoever wrote it; what code renders from slots is the one thing it never sees."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from doubles.given import GIVEN, MODELS, Given, Lines, edited, modelled
from unbland.application.result import Rewrite
from unbland.core import guard
from unbland.core.guard.model import Outcome, Verdict
from unbland.core.ledger.model import Ledger
from unbland.core.posting import Form

#: Code's own: what it renders from facts, and the marks where one is missing.
_CODES_OWN = frozenset({Form.SLOT, Form.FREE})


def _stopped(result: Rewrite, ledger: Ledger) -> list[tuple[str, Verdict]]:
    """The lines of a posting that the guard would not let through, each where it stands."""
    verdicts = (
        (line.text, guard.check(line, ledger, section=section.kind))
        for section in result.posting.sections
        for line in section.lines
        if line.form not in _CODES_OWN
    )
    return [(text, verdict) for text, verdict in verdicts if verdict.outcome is not Outcome.PASSED]


@pytest.mark.parametrize("given", GIVEN, ids=lambda given: given.name)
async def test_every_line_of_the_editor_passes(given: Given) -> None:
    """Mended, cut or as it stood, and it words something in every posting."""
    result, ledger = await edited(given)

    assert any(line.form not in _CODES_OWN for line in result.posting.lines)
    assert _stopped(result, ledger) == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@pytest.mark.parametrize("given", GIVEN, ids=lambda given: given.name)
async def test_every_line_left_of_a_model_passes(given: Given, model: Callable[[Ledger], Lines]) -> None:
    """And so does whatever comes back for what the model lost."""
    assert _stopped(*await modelled(given, model)) == []
