"""When an item's turn comes, so that all workers together stay within calls and tokens a minute."""

from __future__ import annotations

from unbland.application.batch.model import Batch

#: Seconds of turns that may be taken at once, after a pause (the generic cell rate algorithm, ITU-T I.371).
_BURST = 1.0

#: What an item takes until the first ones have shown it: one call, and the tokens of a draft of a page and its result.
_CALLS, _TOKENS = 1.0, 5_000.0

_MINUTE = 60.0


def turn(batch: Batch, written: int, taken_until: float, now: float) -> tuple[float, float]:
    """The seconds to wait for the next turn, and until when turns are then taken; times in seconds since 1970."""
    limits, spent = batch.limits, batch.spent
    calls = max(1.0, spent.calls / written) if written else _CALLS
    tokens = (spent.input_tokens + spent.output_tokens) / written if written else _TOKENS
    takes = max(_MINUTE * calls / limits.rpm if limits.rpm else 0, _MINUTE * tokens / limits.tpm if limits.tpm else 0)
    if not takes:
        return 0.0, taken_until
    begins = max(taken_until, now - _BURST)
    return max(0.0, begins - now), begins + takes
