"""Spans of a trace, for whoever watches; without a watcher they cost nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import Protocol

#: What a span says of itself: machine words and figures, never text.
Value = str | int | float | list[str]
About = dict[str, Value]


class Spans(Protocol):
    """Whoever keeps spans."""

    def here(self) -> str:
        """Where in which trace this is (W3C `traceparent`), so that work goes on there; empty where there is none."""
        ...

    def span(self, name: str, about: Mapping[str, Value], parent: str | None) -> AbstractContextManager[About]:
        """A span while this is open, under the parent (None: the span at hand); what is put into its About is kept."""
        ...


class NoSpans:
    """Nobody watches."""

    def here(self) -> str:
        """Nowhere."""
        return ""

    @contextmanager
    def span(self, name: str, about: Mapping[str, Value], parent: str | None) -> Iterator[About]:  # noqa: ARG002
        """Nothing."""
        yield {}


NO_SPANS = NoSpans()

_SPANS: ContextVar[Spans] = ContextVar("spans", default=NO_SPANS)
_TOLD: ContextVar[Callable[[str], None] | None] = ContextVar("told", default=None)


@contextmanager
def watched(spans: Spans) -> Iterator[None]:
    """Let the stages of what is done meanwhile be seen."""
    before = _SPANS.set(spans)
    try:
        yield
    finally:
        _SPANS.reset(before)


@contextmanager
def telling(told: Callable[[str], None]) -> Iterator[None]:
    """Have each stage that is begun meanwhile told by name."""
    before = _TOLD.set(told)
    try:
        yield
    finally:
        _TOLD.reset(before)


def stage(name: str) -> AbstractContextManager[About]:
    """A stage of the work at hand: `look`, `write`, `guard`."""
    if told := _TOLD.get():
        told(name)
    return _SPANS.get().span(name, {}, None)
