"""The chain: a brief goes to a model as a prompt, and its answer comes back as lines for the guard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from unbland.application.asking import whole_at_hand
from unbland.application.material import fence, finding_text, line_text, one_line, refused_text, source_text
from unbland.application.ports import Completer, Request, Usage
from unbland.application.prompting import Prompt
from unbland.application.replies import Opinion, parse, parse_opinions
from unbland.application.spans import stage
from unbland.core.assembly.accounting import RefusedLine
from unbland.core.assembly.aside import set_aside
from unbland.core.brief import Brief
from unbland.core.guide import guide_text
from unbland.core.ledger.model import MUTE_KINDS, Ledger, Source
from unbland.core.posting import Line, Posting
from unbland.errors import PromptInvalid

T = TypeVar("T")
S = TypeVar("S")

#: Step → what its prompt is given.
INPUTS: Mapping[str, frozenset[str]] = {
    "write": frozenset({"guide", "fence", "title", "sources", "findings"}),
    "repair": frozenset({"fence", "refused", "sources"}),
    "verify": frozenset({"fence", "lines", "sources"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Generic[T]):
    """What a model answered at one step, not yet judged."""

    value: T
    model: str
    usage: Usage
    #: Step → `v1@<hash>` of the prompt that was used.
    prompts: dict[str, str]
    #: Why the first model did not answer, where another did; else empty.
    instead: str = ""

    def with_usage(self, usage: Usage) -> Answered[T]:
        """With what another call cost all the same."""
        return replace(self, usage=self.usage + usage)

    def after(self, other: Answered[S]) -> Answered[T]:
        """With the bill and the prompts of another answer."""
        return replace(self, usage=self.usage + other.usage, prompts=other.prompts | self.prompts)


class Chain:
    """The steps that ask the model that writes; each is one answer, however many calls it took."""

    def __init__(self, completer: Completer, prompts: Mapping[str, Prompt]) -> None:
        """Take the model and a prompt for each step; raises PromptInvalid for one that cannot be filled."""
        self._completer = completer
        self._write = made("write", prompts)
        self._repair = made("repair", prompts)

    async def write(self, brief: Brief, deadline: float) -> Answered[Posting]:
        """The posting as the model words it, slots still as `{{F3}}`; raises CompletionFailed."""
        visible = shown(brief)
        values = {
            "title": one_line(brief.title),
            "sources": source_text(visible.values()),
            "findings": finding_text(brief.findings, visible),
        }
        values["fence"] = fence(list(values.values()))
        return await asked(self._completer, self._write, values | {"guide": guide_text()}, deadline, parse)

    async def repair(self, brief: Brief, refused: Sequence[RefusedLine], deadline: float) -> Answered[Posting]:
        """Only the refused lines, worded anew from the sources they cite; raises CompletionFailed."""
        cited = {cite for line in refused for cite in line.cites}
        sources = [source for source in shown(brief).values() if source.id in cited]
        values = {"refused": refused_text(refused), "sources": source_text(sources)}
        values["fence"] = fence(list(values.values()))
        return await asked(self._completer, self._repair, values, deadline, parse)


class Verifier:
    """The step that asks a second model whether sources carry a line that the guard doubts."""

    def __init__(self, completer: Completer, prompts: Mapping[str, Prompt]) -> None:
        """Take the model and the prompts; raises PromptInvalid when the step has none that can be filled."""
        self._completer = completer
        self._prompt = made("verify", prompts)

    async def verify(self, lines: Sequence[Line], ledger: Ledger, deadline: float) -> Answered[tuple[Opinion, ...]]:
        """What the model says of all these lines, in one answer; raises CompletionFailed.

        It is shown the lines and the sources they cite, and nothing of who wrote them or why they are doubted.
        """
        cited = {cite for line in lines for cite in line.cites}
        sources = [s for s in ledger.sources if s.id in cited and s.kind not in MUTE_KINDS]
        values = {"lines": line_text(lines), "sources": source_text(sources)}
        values["fence"] = fence(list(values.values()))
        return await asked(self._completer, self._prompt, values, deadline, parse_opinions)


def made(step: str, prompts: Mapping[str, Prompt], inputs: Mapping[str, frozenset[str]] = INPUTS) -> Prompt:
    """The step's prompt; raises PromptInvalid where there is none, or it does not take what the step gives."""
    if step not in prompts:
        raise PromptInvalid(
            f"There is no prompt for the step {step}; put prompts/{step}/ back, or install unbland anew."
        )
    if prompts[step].inputs != inputs[step]:
        takes = ", ".join(sorted(inputs[step]))
        raise PromptInvalid(f"The step {step} needs a prompt that takes {takes}; mend `inputs` in prompts/{step}/.")
    return prompts[step]


async def asked(
    completer: Completer, prompt: Prompt, values: Mapping[str, str], deadline: float, accept: Callable[[str], T]
) -> Answered[T]:
    """What the model answers to the prompt filled with these values, with its bill; raises CompletionFailed."""
    system, user = prompt.render(**values)
    request = Request(
        step=prompt.step,
        system=system,
        user=user,
        schema=prompt.schema,
        deadline=deadline,
        prompt=prompt.label,
        about=whole_at_hand(),
    )
    with stage(prompt.step):
        done = await completer.complete(request, accept)
    prompts = {prompt.step: prompt.label}
    return Answered(value=done.value, model=done.model, usage=done.usage, prompts=prompts, instead=done.instead)


def shown(brief: Brief) -> dict[str, Source]:
    """The sources that a writer may see, by id: what was set aside would only tempt it."""
    aside = set_aside(brief.ledger, brief.findings)
    return {source.id: source for source in brief.ledger.sources if source.id not in aside}
