"""Rewrites that a model outside did not answer: the posting is none the worse, and is tried again."""

from __future__ import annotations

from unbland.application.result import Rewrite
from unbland.application.rewrites.model import Failure

#: How a model fails that would fail at the next posting as well.
_OUTSIDE = frozenset(
    {"unreachable", "timeout", "rate_limited", "server_error", "out_of_quota", "unauthorized", "paused"}
)

#: How a provider fails that has too much to do, and the seconds after which an item asks it again; the last of them
#: outlasts the pause of a breaker, which nobody gets past (`PAUSED`).
BUSY, PAUSED = frozenset({"model_rate_limited", "model_server_error"}), "model_paused"
PAUSES = (2.0, 5.0, 31.0)


def unanswered(result: Rewrite) -> Failure | None:
    """The failure of an item that the editor wrote because the model was away; None where that is not why."""
    step, _, why = (result.provenance.degraded or "").partition("; ")[0].partition(": ")
    reasons = why.split(", ")
    reason = next((each for each in reasons if each in _OUTSIDE), None)
    if reason == "rate_limited" and "paused" in reasons:
        reason = "paused"
    if step != "write" or reason is None:
        return None
    return Failure(code=f"model_{reason}", detail=f"The model gave no answer ({reason}); try it again.")
