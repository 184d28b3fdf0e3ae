"""The shipped doubles, where they do more than the contract."""

from __future__ import annotations

import pytest

from doubles import asking
from unbland.application.ports import CompletionFailed, Usage
from unbland.testing import ScriptedCompleter


async def test_the_double_remembers_what_it_was_asked() -> None:
    """Tests look at the requests."""
    model = ScriptedCompleter("a", "b")
    asked = [asking.request(), asking.request()]
    said = [(await model.complete(request, str.upper)).value for request in asked]
    assert (said, model.requests) == (["A", "B"], asked)


async def test_the_double_fails_as_it_is_told() -> None:
    """A failure in the script is raised as it stands."""
    failure = CompletionFailed("rate_limited", Usage(calls=3))
    with pytest.raises(CompletionFailed) as failed:
        await ScriptedCompleter(failure).complete(asking.request(), str)
    assert failed.value is failure


async def test_the_double_has_no_answers_of_its_own() -> None:
    """A script that is too short is a mistake in the test."""
    with pytest.raises(AssertionError, match="no answer left"):
        await ScriptedCompleter().complete(asking.request(), str)
