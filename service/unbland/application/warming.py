"""Warming up: what only the first rewrite does is done before anybody waits for it."""

from __future__ import annotations

from unbland.application.review import Draft
from unbland.application.rewrite import Rewriter

#: Seconds that it may take; it takes less than one.
_SECONDS = 60.0

#: With a reason and a sum; and without a reason, with demands.
_DRAFTS = (
    "# Clerk\n\nWe opened a shop in May.\n\n- Count the till at 18:00\n- Pay: $20 an hour\n",
    "# Clerk\n\n- Count the till at 18:00\n- Entry-level role, no experience required\n- Good at sums\n",
)


async def warm_up() -> None:
    """Weave patterns and read tables, by rewriting what needs them."""
    rewriter = Rewriter(chain=None, new_id=str, seconds=_SECONDS)
    for text in _DRAFTS:
        await rewriter.rewrite(Draft(content=text))
