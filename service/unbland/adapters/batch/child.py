"""A process that writes postings: it computes, and has its parent ask the models and keep count of that."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from socket import socket
from traceback import extract_tb
from typing import TypeVar

from unbland.adapters.batch.talk import Asked, Crashed, Line, Ordered, Outcome, Unanswered
from unbland.adapters.prompt_files import read_prompts
from unbland.application.ports import Completion, CompletionFailed, Request
from unbland.application.result import Rewrite
from unbland.application.rewrite import rewriter_over
from unbland.errors import UnblandError
from unbland.garbage import look_seldom

T = TypeVar("T")

#: Seconds that one posting may take beside the waits for turns: nobody sits before a screen.
_PATIENCE = 600.0


class _Desk:
    """Writes what it is told to, many at a time: while one waits for a model another is computed."""

    def __init__(self, line: Line, models: Sequence[str]) -> None:
        self._line = line
        self._models = models
        self._prompts = read_prompts() if models else {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        #: What is asked and not yet answered.
        self._answers: dict[int, asyncio.Future[Completion[object] | Unanswered]] = {}

    async def work(self) -> None:
        """Work until the parent is gone, whatever became of it."""
        # One thread: more would share one interpreter, and each posting would take as much longer.
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
        while True:
            try:
                number, said = await self._line.hear()
            except EOFError:
                return
            if isinstance(said, Ordered):
                self._tasks[number] = asyncio.create_task(self._one(number, said))
            elif said is not None:
                self._answers.pop(number).set_result(said)
            elif number in self._tasks:  # it is not wanted any more
                self._tasks.pop(number).cancel()
                self._answers.pop(number, None)

    async def asked(self, number: int, asked: Asked) -> Completion[object] | Unanswered:
        """What the parent says to a question about a piece of work."""
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        self._line.say(number, asked)
        said: Completion[object] | Unanswered = await answer
        return said

    async def _one(self, number: int, ordered: Ordered) -> None:
        outcome: Outcome
        try:
            outcome = await self._written(number, ordered)
        except UnblandError as error:
            outcome = error
        except Exception as error:  # noqa: BLE001 - it is told, and the process writes the next
            last = extract_tb(error.__traceback__)[-1]
            outcome = Crashed(error=type(error).__name__, where=f"{Path(last.filename).name}:{last.lineno}")
        self._tasks.pop(number, None)
        self._line.say(number, outcome)

    async def _written(self, number: int, ordered: Ordered) -> Rewrite:
        models = {name: _Parent(self, number, name) for name in self._models}
        rewriter = rewriter_over(models, self._prompts, new_id=lambda: ordered.id, seconds=_PATIENCE)
        order = ordered.order
        if ordered.like is None:
            return await rewriter.rewrite(order.draft, order.facts, order.engine, verify=order.verify)
        return await rewriter.rewrite_like(ordered.like, order.draft, order.facts, order.engine, verify=order.verify)


class _Parent:
    """A model, asked by the parent for one piece of work; see `Completer`."""

    def __init__(self, desk: _Desk, number: int, model: str) -> None:
        self._desk = desk
        self._number = number
        self._model = model

    async def complete(self, request: Request, accept: Callable[[str], T]) -> Completion[T]:
        """As the parent's model answers; see `Completer`."""
        # The deadline holds there as well: all processes of a machine have one monotonic clock.
        said = await self._desk.asked(self._number, Asked(model=self._model, request=request, accept=accept))
        if isinstance(said, Unanswered):
            raise CompletionFailed(said.reason, said.usage)
        return said  # type: ignore[return-value] # what `accept` made of the text


async def _work(number: int, models: Sequence[str]) -> None:
    line = await Line.over(socket(fileno=number))
    await _Desk(line, models).work()


if __name__ == "__main__":
    look_seldom()
    asyncio.run(_work(int(sys.argv[1]), sys.argv[2:]))
    gc.freeze()  # who ends it waits for that, and an ending process looks for garbage too
