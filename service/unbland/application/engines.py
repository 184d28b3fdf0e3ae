"""The two engines: the editor, which needs no model, and the llm engine, which falls back on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from unbland.application.chain import Chain, Written
from unbland.application.ports import CompletionFailed, Usage
from unbland.application.settle import Judged, judge, make_whole
from unbland.core.assembly.accounting import Aside
from unbland.core.assembly.composition import Composition
from unbland.core.brief import Brief
from unbland.core.editor import edit
from unbland.core.posting import SectionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """What an engine wrote, and what it took."""

    composition: Composition
    engine: str
    model: str | None = None
    usage: Usage = field(default_factory=Usage)
    #: Step → `v1@<hash>` of each prompt that was used.
    prompts: dict[str, str] = field(default_factory=dict)
    #: Why the model did not write this, or not all of it.
    degraded: str | None = None


class Writer(Protocol):
    """Whoever turns a brief into lines."""

    async def compose(self, brief: Brief, aside: Mapping[str, Aside], deadline: float) -> Composed:
        """Lines for every section a writer may word; done by `deadline` (event-loop time, seconds)."""
        ...


class EditorWriter:
    """The editor engine."""

    async def compose(self, brief: Brief, aside: Mapping[str, Aside], deadline: float) -> Composed:  # noqa: ARG002
        """The edited draft; takes milliseconds, so no deadline can pass it."""
        return Composed(composition=edit(brief, aside), engine="editor")


class LlmWriter:
    """The llm engine: one write call, one repair call when the guard refuses a line, the editor when both fail."""

    def __init__(self, chain: Chain) -> None:
        """Take the chain that asks the model."""
        self._chain = chain

    async def compose(self, brief: Brief, aside: Mapping[str, Aside], deadline: float) -> Composed:
        """The model's lines that passed the guard, and the editor's for the rest."""
        try:
            written = await self._chain.write(brief, deadline)
        except CompletionFailed as failure:
            edited = Composed(composition=edit(brief, aside), engine="editor")
            return replace(edited, usage=failure.usage, degraded=f"write: {failure.reason}")
        judged = judge(written.posting, brief.ledger)
        composed = Composed(
            composition=Composition(lines={}, aside=aside),
            engine="llm",
            model=written.model,
            usage=written.usage,
            prompts=written.prompts,
        )
        if judged.refused:
            judged, composed = await self._repair(brief, judged, composed, deadline)
        lines = make_whole(judged.passed, judged.refused, brief, aside)
        return replace(composed, composition=Composition(lines=lines, aside=aside, refused=judged.refused))

    async def _repair(
        self, brief: Brief, judged: Judged, composed: Composed, deadline: float
    ) -> tuple[Judged, Composed]:
        """One call with the failing lines and why; what it does not mend stays refused."""
        try:
            repaired = await self._chain.repair(brief, judged.refused, deadline)
        except CompletionFailed as failure:
            spent = composed.usage + failure.usage
            return judged, replace(composed, usage=spent, degraded=f"repair: {failure.reason}")
        again = judge(repaired.posting, brief.ledger)
        passed = {
            kind: (*judged.passed.get(kind, ()), *again.passed.get(kind, ()))
            for kind in SectionKind
            if kind in judged.passed or kind in again.passed
        }
        whole = Judged(passed=passed, refused=(*judged.refused, *again.refused))
        return whole, _spent(composed, repaired)


def _spent(composed: Composed, repaired: Written) -> Composed:
    """With the cost and the prompt of the repair."""
    return replace(composed, usage=composed.usage + repaired.usage, prompts=composed.prompts | repaired.prompts)
