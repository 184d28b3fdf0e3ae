"""Short ways to ask a model in tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from unbland.adapters.langchain_completer import Endpoint, LangChainCompleter
from unbland.application.ports import Request
from unbland.application.replies import POSTING

#: What nobody may find in a log or an error.
DRAFT = "SECRET of the draft {with braces} and <<places>>"


class Naps:
    """A sleep that takes no time and remembers how long it was asked to take."""

    def __init__(self) -> None:
        """Nothing was slept yet."""
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        """Remember, and let others run."""
        self.taken.append(seconds)
        await asyncio.sleep(0)


def request(seconds: float = 10.0) -> Request:
    """A request of the write step that may take so many seconds from now."""
    deadline = asyncio.get_running_loop().time() + seconds
    return Request(step="write", system="Edit. {braces}", user=DRAFT, schema=POSTING, deadline=deadline)


@asynccontextmanager
async def completer(
    base_url: str, *, naps: Naps | None = None, patience: float = 60.0, fallback: str = ""
) -> AsyncIterator[LangChainCompleter]:
    """The real completer against a server, closed in the end."""
    endpoint = Endpoint(model="m-1", base_url=base_url, api_key="k", timeout=patience, fallback=fallback)
    real = LangChainCompleter(endpoint, sleep=naps or Naps())
    try:
        yield real
    finally:
        await real.aclose()
