"""The judge: a model that says of each posting which criteria it meets, so many times, and code that counts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from unbland.application.chain import asked, made
from unbland.application.evaluation.budget import BudgetSpent
from unbland.application.evaluation.evaluate import Metered
from unbland.application.material import fence
from unbland.application.ports import CompletionFailed, Usage
from unbland.application.prompting import Prompt
from unbland.application.replies import parse_judged
from unbland.core.evaluation.judging.criteria import Criterion, criteria_text
from unbland.core.evaluation.judging.votes import Ballot, Vote, shown, void, votes
from unbland.core.evaluation.runs.run import Spent
from unbland.core.pricing import Price
from unbland.errors import EvalSetInvalid

#: Step → what its prompt is given.
INPUTS: Mapping[str, frozenset[str]] = {"judge": frozenset({"criteria", "fence", "posting"})}

#: Why a vote has no answer, or a posting no votes.
NOT_RECORDED = "not recorded"
_STOPPED = "the limit in money was reached"

#: As for the writer in a run: what a judge needs is waited for.
_SECONDS = 3600.0


class Text(NamedTuple):
    """A posting to be judged; None where a trial has none."""

    #: Its case or id, for whoever reads the recording.
    name: str
    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the judge says of one posting."""

    #: Criterion → the votes on it; empty where there was nothing to judge.
    ballots: Mapping[str, Ballot] = field(default_factory=dict)
    #: Lines that speak to a machine, which the judge was not shown.
    withheld: int = 0
    #: Votes without a usable answer.
    failed: int = 0
    #: Why the first of them has none.
    error: str = ""
    spent: Spent = field(default_factory=Spent)


class _Cast(NamedTuple):
    """One vote on all criteria."""

    said: Mapping[str, Vote]
    usage: Usage
    seconds: float
    error: str


class Panel:
    """Asks the judge for its votes on postings."""

    def __init__(
        self,
        criteria: Sequence[Criterion],
        prompts: Mapping[str, Prompt],
        model: Callable[[str, int], Metered],
        *,
        votes: int,
        price: Price | None,
    ) -> None:
        """Take what is asked, and who is asked for a posting's first, second … vote; raises PromptInvalid."""
        self._prompt = made("judge", prompts, INPUTS)
        self._model = model
        self.votes = votes
        self._price = price
        self._asks = criteria_text(criteria)
        self.criteria = tuple(criterion.id for criterion in criteria)

    async def judge(self, posting: Text) -> Findings:
        """All votes on one posting; raises BudgetSpent."""
        if posting.text is None:
            return Findings()
        seen, withheld = shown(posting.text)
        cast = [await self._vote(posting.name, seen, number) for number in range(1, self.votes + 1)]
        errors = [vote.error for vote in cast if vote.error]
        return Findings(
            ballots={name: Ballot(tuple(vote.said[name] for vote in cast)) for name in self.criteria},
            withheld=withheld,
            failed=len(errors),
            error=errors[0] if errors else "",
            spent=self._spent(cast),
        )

    async def _vote(self, name: str, text: str, number: int) -> _Cast:
        model = self._model(name, number)
        values = {"criteria": self._asks, "fence": fence([self._asks, text]), "posting": text}
        deadline = asyncio.get_running_loop().time() + _SECONDS
        try:
            done = await asked(model, self._prompt, values, deadline, parse_judged)
        except CompletionFailed as failure:
            why = f"no usable answer: {failure.reason}"
            return _Cast(void(why, self.criteria), failure.usage, model.seconds, why)
        except EvalSetInvalid:  # a replay knows no answer
            return _Cast(void(NOT_RECORDED, self.criteria), Usage(), 0.0, NOT_RECORDED)
        return _Cast(votes(done.value, self.criteria, text), done.usage, model.seconds, "")

    def _spent(self, cast: Sequence[_Cast]) -> Spent:
        bill = sum((vote.usage for vote in cast), Usage())
        return Spent(
            calls=bill.calls,
            input_tokens=bill.input_tokens,
            output_tokens=bill.output_tokens,
            seconds=round(sum(vote.seconds for vote in cast), 3),
            dollars=self._price.of(bill.input_tokens, bill.output_tokens) if self._price else None,
        )


async def judge_all(panel: Panel, postings: Sequence[Text], at_once: int) -> tuple[tuple[Findings, ...], str]:
    """The findings on each posting, and why it ended early; empty where it did not."""
    gate, stopped = asyncio.Semaphore(at_once), asyncio.Event()

    async def one(posting: Text) -> Findings:
        async with gate:
            if not stopped.is_set():
                try:
                    return await panel.judge(posting)
                except BudgetSpent:
                    stopped.set()
            return Findings(failed=panel.votes, error=_STOPPED)

    found = await asyncio.gather(*(one(posting) for posting in postings))
    return tuple(found), _STOPPED if stopped.is_set() else ""
