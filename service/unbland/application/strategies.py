"""How the llm engine goes about a posting: named ways that can be compared on the same cases."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from unbland.application.chain import Chain
from unbland.application.engines import Asks
from unbland.application.ports import Completer
from unbland.application.prompting import Prompt
from unbland.application.refining import SelfRefining


class Strategy(StrEnum):
    """The ways; whatever the way, the guard judges every line."""

    #: One call. What the guard refuses falls back on the sources' own words.
    ONE_SHOT = "one-shot"
    #: One call, and another for the lines that the guard refuses: what the product does.
    WRITE_REPAIR = "write-repair"
    #: Three calls: the model writes, remarks on it, and writes again.
    SELF_REFINE = "self-refine"

    @property
    def repairs(self) -> bool:
        """Whether refused lines are asked for again."""
        return self is Strategy.WRITE_REPAIR


def chain_of(strategy: Strategy, completer: Completer, prompts: Mapping[str, Prompt]) -> Asks:
    """Who asks the model in this way; raises PromptInvalid."""
    chain = Chain(completer, prompts)
    return SelfRefining(chain, completer, prompts) if strategy is Strategy.SELF_REFINE else chain
