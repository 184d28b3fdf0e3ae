"""When a question's turn comes, so that all workers together stay within calls and tokens a minute."""

from __future__ import annotations

from unbland.application.batch.model import Batch

#: Seconds of turns that may be taken at once, after a pause (the generic cell rate algorithm, ITU-T I.371). Providers
#: that count by the second take as many again, so that a call that comes a little early is not refused.
_BURST = 0.5

#: Tokens of a call until the first ones have shown it: a draft of a page and its result.
_TOKENS = 5_000.0

_MINUTE = 60.0


def turn(batch: Batch, calls: int, taken_until: float, now: float) -> tuple[float, float]:
    """The seconds to wait for a turn of so many calls, and until when turns are then taken; in seconds since 1970."""
    limits, spent = batch.limits, batch.spent
    tokens = (spent.input_tokens + spent.output_tokens) / spent.calls if spent.calls else _TOKENS
    each = max(_MINUTE / limits.rpm if limits.rpm else 0, _MINUTE * tokens / limits.tpm if limits.tpm else 0)
    takes = calls * each
    if not takes:
        return 0.0, taken_until
    begins = max(taken_until, now - _BURST)
    return max(0.0, begins - now), begins + takes
