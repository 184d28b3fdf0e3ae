"""A model that answers from a script, for runs without a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from unbland.application.ports import Completion, CompletionFailed, Request, Usage
from unbland.errors import EvalSetInvalid, ReplyInvalid

T = TypeVar("T")

#: What provenance names as the model.
MODEL = "replay"


class Replay:
    """Answers each step with the text written down for it; a step without one is an error, never a call."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        """Take step → the text that is answered."""
        self._answers = answers

    async def complete(self, request: Request, accept: Callable[[str], T]) -> Completion[T]:
        """The answer of the step; one that is not accepted is not asked for again, since it would be the same."""
        usage = Usage(calls=1)
        if request.step not in self._answers:
            raise EvalSetInvalid(f"No answer is written down for the step {request.step!r}; add it to the case.")
        try:
            value = accept(self._answers[request.step])
        except ReplyInvalid as error:
            raise CompletionFailed("invalid_reply", usage) from error
        return Completion(value=value, model=MODEL, usage=usage)
