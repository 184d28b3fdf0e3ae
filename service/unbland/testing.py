"""Doubles that ship with the package, for tests of whatever is built on it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from unbland.application.ports import Completion, CompletionFailed, Request, Usage
from unbland.errors import ReplyInvalid

T = TypeVar("T")

#: What provenance names as the model.
MODEL = "scripted"

#: Like the real one, it asks once more when an answer is not accepted.
_ANSWERS = 2


class ScriptedCompleter:
    """A model that gives the answers it was given, in turn; a failure among them is raised."""

    def __init__(self, *script: str | CompletionFailed) -> None:
        """Take texts and failures, one for each call."""
        self._script = list(script)
        #: What it was asked, in turn.
        self.requests: list[Request] = []

    async def complete(self, request: Request, accept: Callable[[str], T]) -> Completion[T]:
        """The next answer that is accepted; see `Completer`."""
        self.requests.append(request)
        usage = Usage()
        if asyncio.get_running_loop().time() >= request.deadline:
            raise CompletionFailed("timeout", usage)
        for _ in range(_ANSWERS):
            usage += Usage(calls=1)
            text = self._next()
            try:
                return Completion(value=accept(text), model=MODEL, usage=usage)
            except ReplyInvalid:
                continue
        raise CompletionFailed("invalid_reply", usage)

    def _next(self) -> str:
        if not self._script:
            raise AssertionError("The script has no answer left; give it one for each call.")
        said = self._script.pop(0)
        if isinstance(said, CompletionFailed):
            raise said
        return said
