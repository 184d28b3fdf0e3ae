"""List prices of models, from a dated table."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from importlib import resources

_TABLE = tomllib.loads((resources.files(__package__) / "prices.toml").read_text("utf-8"))

#: The day on which the table was last held against its source.
AS_OF: date = _TABLE["as_of"]

#: What of the list price is paid for what is asked in a provider's batch.
BATCH_SHARE: float = _TABLE["batch_share"]

_MILLION = 1_000_000
_SNAPSHOT = re.compile(r"-\d{4}-\d{2}-\d{2}$")


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for a million tokens that go in, and for a million that come out."""

    input: float
    output: float

    def of(self, input_tokens: int, output_tokens: int) -> float:
        """What so many tokens cost, in US dollars."""
        return (input_tokens * self.input + output_tokens * self.output) / _MILLION


def price_of(model: str) -> Price | None:
    """The list price of a model or of one of its dated snapshots; None for a model that the table does not have."""
    found = _TABLE["models"].get(_SNAPSHOT.sub("", model))
    return None if found is None else Price(found["input"], found["output"])
