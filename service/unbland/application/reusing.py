"""What a model wrote for one posting, taken over for another that says nearly the same: nobody is asked again."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace

from unbland.application.engines import Composed, Writer
from unbland.application.result import Rewrite
from unbland.application.settle import HOMES, Lines, judge, make_whole
from unbland.core.assembly.accounting import Aside
from unbland.core.assembly.composition import Composition
from unbland.core.brief import Brief
from unbland.core.ledger.model import Ledger
from unbland.core.posting import Form, Line

#: The share of a posting from which on taking over is worth it: of what differs the editor has the word, and where
#: that is more than a third, a model's own wording is worth a call.
_ENOUGH = 2 / 3


class ReusingWriter:
    """Takes lines over where enough is the same, and has another write where it is not."""

    def __init__(self, like: Rewrite, otherwise: Writer) -> None:
        """Take the result of the posting that says nearly the same, and who else writes."""
        self._like = like
        self._otherwise = otherwise

    async def compose(self, brief: Brief, aside: Mapping[str, Aside], deadline: float) -> Composed:
        """The lines whose sources say the same to the letter, and the editor's for the rest."""
        wrote = self._like.provenance
        same = _same(self._like, brief.ledger)
        if wrote.engine != "llm" or wrote.degraded or not _enough(same, brief.ledger):
            return await self._otherwise.compose(brief, aside, deadline)
        lines = await asyncio.to_thread(_taken_over, self._like, same, brief.ledger)
        whole = await asyncio.to_thread(make_whole, lines, (), brief, aside)
        return Composed(
            composition=Composition(lines=whole, aside=aside),
            engine=wrote.engine,
            model=wrote.model,
            verifier=wrote.verifier,
            prompts=wrote.prompts,
            reused=True,
        )


def _same(like: Rewrite, ledger: Ledger) -> Mapping[str, str]:
    """The ids of the sources that a writer may word and that say the same to the letter, there and here."""
    own = {(source.kind, source.text): source.id for source in ledger.of(*HOMES)}
    said = ((fate.id, own.get((fate.kind, fate.text))) for fate in like.accounting.sources)
    return {there: here for there, here in said if here is not None}


def _enough(same: Mapping[str, str], ledger: Ledger) -> bool:
    """Whether of what a writer may word enough is the same, by its characters."""
    here = set(same.values())
    worded = [(len(source.text), source.id in here) for source in ledger.of(*HOMES)]
    return sum(length for length, known in worded if known) >= _ENOUGH * sum(length for length, _ in worded)


def _taken_over(like: Rewrite, same: Mapping[str, str], ledger: Ledger) -> Lines:
    """The lines of which every source says the same here, as far as the guard lets them stand on the sources here."""
    sections = tuple(
        replace(section, lines=tuple(_cited(line, same) for line in section.lines if _is_said(line, same)))
        for section in like.posting.sections
    )
    judged = judge(replace(like.posting, sections=sections), ledger)
    heard = {ruling.claim for ruling in judged.doubts if ruling.line.form is Form.VERIFIED}
    return judged.settled(heard).passed(ledger)


def _is_said(line: Line, same: Mapping[str, str]) -> bool:
    return bool(line.cites) and same.keys() >= set(line.cites)


def _cited(line: Line, same: Mapping[str, str]) -> Line:
    """The line on the sources here."""
    return replace(line, cites=tuple(same[cite] for cite in line.cites))
