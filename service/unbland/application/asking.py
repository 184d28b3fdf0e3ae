"""What models are asked about: set where a draft goes to a writer, read by each question that shows a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from unbland.core.ledger.model import Ledger

_WHOLE: ContextVar[str] = ContextVar("whole", default="")


@contextmanager
def asked_about(ledger: Ledger) -> Iterator[None]:
    """Hold a whole draft and its facts while models see parts of them: who is a person in one line is so in all."""
    said = (f"{source.heading or source.field or ''}: {source.text}" for source in ledger.sources)
    before = _WHOLE.set("\n".join(said))
    try:
        yield
    finally:
        _WHOLE.reset(before)


def whole_at_hand() -> str:
    """The draft and the facts that are written about, a statement a line; empty outside of any."""
    return _WHOLE.get()
