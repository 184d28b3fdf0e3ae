"""Self-refine: the model reads its own posting, says what is wrong with it, and writes it again.

After Madaan et al. 2023 (arXiv 2303.17651), one round. Three calls a posting, against one call and a repair where the
guard refuses something; `unbland eval --strategy` measures whether they are worth it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from unbland.application.chain import Answered, Chain, asked, made, shown
from unbland.application.material import fence, line_text, one_line, posting_text, source_text
from unbland.application.ports import Completer, CompletionFailed
from unbland.application.prompting import Prompt
from unbland.application.replies import Remark, parse, parse_remarks
from unbland.core.assembly.accounting import RefusedLine
from unbland.core.brief import Brief
from unbland.core.guide import guide_text
from unbland.core.posting import Posting

#: Step → what its prompt is given.
INPUTS: Mapping[str, frozenset[str]] = {
    "feedback": frozenset({"guide", "fence", "lines", "sources"}),
    "refine": frozenset({"fence", "feedback", "posting", "sources"}),
}


class SelfRefining:
    """A chain whose writing is a draft, remarks on it, and the draft again."""

    def __init__(self, chain: Chain, completer: Completer, prompts: Mapping[str, Prompt]) -> None:
        """Take the chain, the model and the prompts; raises PromptInvalid where a step has none that can be filled."""
        self._chain = chain
        self._completer = completer
        self._feedback = made("feedback", prompts, INPUTS)
        self._refine = made("refine", prompts, INPUTS)

    async def write(self, brief: Brief, deadline: float) -> Answered[Posting]:
        """The posting after one round, or the first one where that fails or finds nothing; raises CompletionFailed."""
        written = await self._chain.write(brief, deadline)
        try:
            remarks = await self._remarks(brief, written.value, deadline)
        except CompletionFailed as failure:
            return written.with_usage(failure.usage)
        written = written.after(remarks)
        if not remarks.value:
            return written
        try:
            refined = await self._refined(brief, written.value, remarks.value, deadline)
        except CompletionFailed as failure:
            return written.with_usage(failure.usage)
        return refined.after(written)

    async def repair(self, brief: Brief, refused: Sequence[RefusedLine], deadline: float) -> Answered[Posting]:
        """As the chain repairs."""
        return await self._chain.repair(brief, refused, deadline)

    async def _remarks(self, brief: Brief, posting: Posting, deadline: float) -> Answered[tuple[Remark, ...]]:
        values = {"lines": line_text(posting.lines), "sources": source_text(shown(brief).values())}
        values["fence"] = fence(list(values.values()))
        values["guide"] = guide_text()
        return await asked(self._completer, self._feedback, values, deadline, parse_remarks)

    async def _refined(
        self, brief: Brief, posting: Posting, remarks: Sequence[Remark], deadline: float
    ) -> Answered[Posting]:
        values = {
            "posting": posting_text(posting),
            "feedback": "\n".join(f"{one_line(remark.line)}│ {one_line(remark.say)}" for remark in remarks),
            "sources": source_text(shown(brief).values()),
        }
        values["fence"] = fence(list(values.values()))
        return await asked(self._completer, self._refine, values, deadline, parse)
