"""The two engines: the editor, which needs no model, and the llm engine, which falls back on it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from unbland.application.chain import Answered, Verifier
from unbland.application.hearing import Heard, hear
from unbland.application.ports import CompletionFailed, Usage
from unbland.application.settle import Judged, is_copy, judge, make_whole
from unbland.core.assembly.accounting import Aside, RefusedLine
from unbland.core.assembly.composition import Composition
from unbland.core.brief import Brief
from unbland.core.editor import edit
from unbland.core.posting import Posting


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """What an engine wrote, and what it took."""

    composition: Composition
    engine: str
    model: str | None = None
    #: The model that was asked about the guard's doubts.
    verifier: str | None = None
    usage: Usage = field(default_factory=Usage)
    #: Step → `v1@<hash>` of each prompt that was used.
    prompts: dict[str, str] = field(default_factory=dict)
    #: Why the model did not write this, or not all of it.
    degraded: str | None = None
    #: Whether the model wrote it for a posting that says nearly the same.
    reused: bool = False
    #: Whether the verifier has failed, so that it is not waited for again.
    unheard: bool = False


class Writer(Protocol):
    """Whoever turns a brief into lines."""

    async def compose(self, brief: Brief, aside: Mapping[str, Aside], deadline: float) -> Composed:
        """Lines for every section a writer may word; done by `deadline` (event-loop time, seconds)."""
        ...


class Asks(Protocol):
    """The steps that ask the model that writes."""

    async def write(self, brief: Brief, deadline: float) -> Answered[Posting]:
        """The posting as the model words it, not yet judged; raises CompletionFailed."""
        ...

    async def repair(self, brief: Brief, refused: Sequence[RefusedLine], deadline: float) -> Answered[Posting]:
        """Only the refused lines, worded anew; raises CompletionFailed."""
        ...


class EditorWriter:
    """The editor engine."""

    async def compose(self, brief: Brief, aside: Mapping[str, Aside], deadline: float) -> Composed:  # noqa: ARG002
        """The edited draft; takes milliseconds, so no deadline can pass it."""
        return Composed(composition=await asyncio.to_thread(edit, brief, aside), engine="editor")


class LlmWriter:
    """The llm engine: a model writes, the guard judges, a verifier may settle doubts, one repair, else the editor."""

    def __init__(self, chain: Asks, verifier: Verifier | None = None, *, repairs: bool = True) -> None:
        """Take who asks the model, and who settles doubts; without a verifier they are refusals."""
        self._chain = chain
        self._repairs = repairs
        self._verifier = verifier

    async def compose(self, brief: Brief, aside: Mapping[str, Aside], deadline: float) -> Composed:
        """The model's lines that passed the guard, and the editor's for the rest."""
        try:
            written = await self._chain.write(brief, deadline)
        except CompletionFailed as failure:
            return await _edited(brief, aside, failure.reason, failure.usage)
        if is_copy(written.value, brief):
            edited = await _edited(brief, aside, "copied", written.usage)
            return replace(edited, prompts=written.prompts)
        composed = Composed(
            composition=Composition(lines={}, aside=aside),
            engine="llm",
            model=written.model,
            usage=written.usage,
            prompts=written.prompts,
            degraded=f"write: {written.instead}, fallback wrote" if written.instead else None,
        )
        judged = await asyncio.to_thread(judge, written.value, brief.ledger)
        heard = await hear(self._verifier, judged.doubts, brief.ledger, _half(deadline))
        judged, composed = judged.settled(heard.settled), _heard(composed, heard)
        if judged.refused and self._repairs:
            judged, composed = await self._repair(brief, judged, composed, deadline)
        passed = judged.passed(brief.ledger)
        lines = await asyncio.to_thread(make_whole, passed, judged.refused, brief, aside)
        unused = judged.unused(lines, brief.ledger, aside)
        composition = Composition(lines=lines, aside=aside, refused=judged.refused, unused=unused)
        return replace(composed, composition=composition)

    async def _repair(
        self, brief: Brief, judged: Judged, composed: Composed, deadline: float
    ) -> tuple[Judged, Composed]:
        """One call with the failing lines and why; what it does not mend stays refused.

        Doubts about what it did mend have a hearing of their own, but no line has two, lest a verifier be asked until
        it says yes; and one that has failed once is not waited for again.
        """
        try:
            repaired = await self._chain.repair(brief, judged.refused, deadline)
        except CompletionFailed as failure:
            return judged, _failed(composed, f"repair: {failure.reason}", failure.usage)
        again = await asyncio.to_thread(judge, repaired.value, brief.ledger)
        before = {doubt.claim for doubt in judged.doubts}
        doubts = [doubt for doubt in again.doubts if doubt.claim not in before]
        verifier = None if composed.unheard else self._verifier
        heard = await hear(verifier, doubts, brief.ledger, deadline)
        again = again.settled(heard.settled)
        return judged.then(again), _heard(_spent(composed, repaired), heard)


async def _edited(brief: Brief, aside: Mapping[str, Aside], why: str, usage: Usage) -> Composed:
    """The edited draft, with what was spent on a model that did not write it."""
    composition = await asyncio.to_thread(edit, brief, aside)
    return Composed(composition=composition, engine="editor", usage=usage, degraded=f"write: {why}")


def _half(deadline: float) -> float:
    """Half the time that is left: a verifier that hangs must leave a repair its chance."""
    now = asyncio.get_running_loop().time()
    return now + (deadline - now) / 2


def _spent(composed: Composed, repaired: Answered[Posting]) -> Composed:
    """With the cost and the prompt of the repair."""
    spent = replace(composed, prompts=composed.prompts | repaired.prompts)
    if repaired.instead:
        return _failed(spent, f"repair: {repaired.instead}, fallback wrote", repaired.usage)
    return replace(spent, usage=composed.usage + repaired.usage)


def _heard(composed: Composed, heard: Heard) -> Composed:
    """With the cost of a hearing, and what it says of the verifier."""
    if heard.failed is not None:
        return replace(_failed(composed, f"verify: {heard.failed}", heard.usage), unheard=True)
    return replace(
        composed,
        verifier=heard.model or composed.verifier,
        usage=composed.usage + heard.usage,
        prompts=composed.prompts | heard.prompts,
    )


def _failed(composed: Composed, why: str, usage: Usage) -> Composed:
    """With what a failed step cost, and its failure beside that of a step before it."""
    degraded = f"{composed.degraded}; {why}" if composed.degraded else why
    return replace(composed, usage=composed.usage + usage, degraded=degraded)
