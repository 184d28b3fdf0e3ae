"""The chain: a brief goes to a model as a prompt, and its answer comes back as lines for the guard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from unbland.application.material import fence, finding_text, one_line, refused_text, source_text
from unbland.application.ports import Completer, Request, Usage
from unbland.application.prompting import Prompt
from unbland.application.replies import parse
from unbland.core.assembly.accounting import RefusedLine
from unbland.core.assembly.aside import set_aside
from unbland.core.brief import Brief
from unbland.core.guide import guide_text
from unbland.core.ledger.model import Source
from unbland.core.posting import Posting
from unbland.errors import PromptInvalid

#: Step → what its prompt is given.
INPUTS: Mapping[str, frozenset[str]] = {
    "write": frozenset({"guide", "fence", "title", "sources", "findings"}),
    "repair": frozenset({"fence", "refused", "sources"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a model wrote, not yet judged; slots still stand as `{{F3}}`."""

    posting: Posting
    model: str
    usage: Usage
    #: Step → `v1@<hash>` of the prompt that was used.
    prompts: dict[str, str]


class Chain:
    """The steps that ask a model; each is one answer, however many calls it took."""

    def __init__(self, completer: Completer, prompts: Mapping[str, Prompt]) -> None:
        """Take the model and a prompt for each step; raises PromptInvalid for one that cannot be filled."""
        for step, inputs in INPUTS.items():
            if step not in prompts or prompts[step].inputs != inputs:
                raise PromptInvalid(f"The step {step} needs a prompt that takes {', '.join(sorted(inputs))}.")
        self._completer = completer
        self._prompts = prompts

    async def write(self, brief: Brief, deadline: float) -> Written:
        """The posting as the model words it; raises CompletionFailed."""
        shown = _shown(brief)
        values = {
            "title": one_line(brief.title),
            "sources": source_text(shown.values()),
            "findings": finding_text(brief.findings, shown),
        }
        values["fence"] = fence(list(values.values()))
        return await self._ask("write", values | {"guide": guide_text()}, deadline)

    async def repair(self, brief: Brief, refused: Sequence[RefusedLine], deadline: float) -> Written:
        """Only the refused lines, worded anew from the sources they cite; raises CompletionFailed."""
        cited = {cite for line in refused for cite in line.cites}
        sources = [source for source in _shown(brief).values() if source.id in cited]
        values = {"refused": refused_text(refused), "sources": source_text(sources)}
        values["fence"] = fence(list(values.values()))
        return await self._ask("repair", values, deadline)

    async def _ask(self, step: str, values: Mapping[str, str], deadline: float) -> Written:
        prompt = self._prompts[step]
        system, user = prompt.render(**values)
        request = Request(step=step, system=system, user=user, schema=prompt.schema, deadline=deadline)
        done = await self._completer.complete(request, parse)
        return Written(posting=done.value, model=done.model, usage=done.usage, prompts={step: prompt.label})


def _shown(brief: Brief) -> dict[str, Source]:
    """The sources that a writer may see, by id: what was set aside would only tempt it."""
    aside = set_aside(brief.ledger, brief.findings)
    return {source.id: source for source in brief.ledger.sources if source.id not in aside}
