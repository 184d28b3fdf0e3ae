"""How the models stand, in words that an edge can show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from unbland.adapters.breaker import Breaker, State
from unbland.adapters.calls import SETTLED

#: The names of the models of one completer, the first one's first.
_NAMES = ("model", "fallback_model")


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What is wrong with the models, as `model_unauthorized`; and whether nobody writes until somebody mends it."""

    wrong: tuple[str, ...] = ()
    refused: bool = False


def all_well() -> Health:
    """The health of an application that asks no model."""
    return Health()


def health_of(writers: Sequence[Breaker], verifiers: Sequence[Breaker] = ()) -> Health:
    """The health that the breakers of these models show."""
    named = [*zip(_NAMES, writers, strict=False), *(("verifier_model", breaker) for breaker in verifiers)]
    wrong = tuple(f"{name}_{breaker.why}" for name, breaker in named if breaker.why is not None)
    refused = all(breaker.why in SETTLED and breaker.state is State.OPEN for breaker in writers)
    return Health(wrong=wrong, refused=refused)
