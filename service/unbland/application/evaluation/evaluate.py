"""The eval: every planned trial through the whole way of a posting, and judged by what came out."""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from unbland.application.evaluation.budget import BudgetSpent
from unbland.application.evaluation.plan import Planned
from unbland.application.evaluation.recording import Scripted
from unbland.application.ports import Completer
from unbland.application.result import Rewrite
from unbland.application.review import Draft, Looked, look
from unbland.application.rewrite import Engine, Rewriter
from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.cases.reading import visible
from unbland.core.evaluation.cases.replies import answer
from unbland.core.evaluation.gates.breaches import breaches
from unbland.core.evaluation.gates.gate import Output
from unbland.core.evaluation.runs.criteria import shares
from unbland.core.evaluation.runs.measures import measure
from unbland.core.evaluation.runs.run import Given, Spent, Trial
from unbland.core.pricing import Price

#: Makes the product over a model; the eval gives it scripted, recorded and real ones.
MakeRewriter = Callable[[Completer], Rewriter]


class Metered(Completer, Protocol):
    """A model for one trial that knows how long it was waited for."""

    seconds: float


#: The model of one trial, given what was seen of its draft.
ModelFor = Callable[[Planned, Looked], Metered]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What trials are run with."""

    rewriter: MakeRewriter
    model: ModelFor
    #: The price of the model; None where nobody knows it.
    price: Price | None = None
    #: A case is looked at once, however many trials it has.
    seen: dict[str, Looked] = field(default_factory=dict)

    async def trial(self, planned: Planned) -> Trial:
        """Run and judge one trial; whatever goes wrong in it is its result, so that it stays in every denominator."""
        failed = Trial(case=planned.case.id, writer=planned.writer, repeat=planned.repeat)
        try:
            return await self._run(planned)
        except BudgetSpent:
            raise
        except Exception as error:  # noqa: BLE001 - a crash of the product is what an eval is there to count
            return _with_error(failed, f"{type(error).__name__}: {error}")

    async def output(self, planned: Planned) -> Output:
        """What comes out of one trial, not judged; raises what the product raises."""
        return _seen((await self._rewrite(planned))[0])

    async def _rewrite(self, planned: Planned) -> tuple[Rewrite, Metered]:
        looked = self.look(planned.case)
        model = self.model(planned, looked)
        engine = Engine.EDITOR if planned.persona is None else Engine.LLM
        return await self.rewriter(model).rewrite_looked(looked, planned.case.facts, engine), model

    async def _run(self, planned: Planned) -> Trial:
        case = planned.case
        rewrite, model = await self._rewrite(planned)
        output, bill = _seen(rewrite), rewrite.provenance
        price = self.price.of(bill.input_tokens, bill.output_tokens) if self.price else None
        return Trial(
            case=case.id,
            writer=planned.writer,
            repeat=planned.repeat,
            status=output.status,
            breaches=breaches(case, output),
            measures=measure(output),
            shares=shares(case, output),
            parts=output.after.parts,
            refused=Counter(v.class_.value for line in output.accounting.refused_lines for v in line.violations),
            posting=output.posting,
            degraded=bill.degraded,
            spent=Spent(
                calls=bill.calls,
                input_tokens=bill.input_tokens,
                output_tokens=bill.output_tokens,
                seconds=round(model.seconds, 3),
                dollars=price if bill.calls else 0.0,
            ),
        )

    def look(self, case: Case) -> Looked:
        """What is seen of a case's draft."""
        if case.id not in self.seen:
            self.seen[case.id] = look(Draft(content=case.draft.content, format=case.draft.format), case.facts)
        return self.seen[case.id]

    def given(self, case: Case) -> Given:
        """A case as a run shows it."""
        looked = self.look(case)
        return Given(
            id=case.id,
            cluster=case.cluster,
            trade=case.trade,
            jurisdiction=case.jurisdiction,
            tags=case.tags,
            fingerprint=hashlib.sha256(repr(case).encode()).hexdigest()[:12],
            draft=visible(case.draft.content, case.draft.format).strip(),
            sources={source.id: source.text for source in looked.ledger.sources},
            parts=looked.score.parts,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Trials:
    """What came of a plan; of what was stopped before its time, too."""

    trials: tuple[Trial, ...]
    cases: tuple[Given, ...]
    #: Why it ended early; empty where it did not.
    stopped: str = ""


async def run_all(
    bench: Bench, plan: Sequence[Planned], *, at_once: int = 1, done: Callable[[Trial], None] = lambda _: None
) -> Trials:
    """Run every planned trial, so many at a time; `done` hears of each as it ends.

    Where the money ends, the trials that are left count as not run.
    """
    gate, stopped = asyncio.Semaphore(at_once), asyncio.Event()

    async def one(planned: Planned) -> Trial:
        async with gate:
            left = Trial(case=planned.case.id, writer=planned.writer, repeat=planned.repeat)
            if stopped.is_set():
                return _with_error(left, _STOPPED)
            try:
                trial = await bench.trial(planned)
            except BudgetSpent:
                stopped.set()
                trial = _with_error(left, _STOPPED)
            done(trial)
            return trial

    trials = await asyncio.gather(*(one(planned) for planned in plan))
    cases = {planned.case.id: planned.case for planned in plan}
    return Trials(
        trials=tuple(trials),
        cases=tuple(bench.given(case) for case in cases.values()),
        stopped=_STOPPED if stopped.is_set() else "",
    )


def scripted(planned: Planned, looked: Looked) -> Scripted:
    """The scripted model of a trial; the editor's has nothing to say.

    Asked to mend its lines, a script says the same again: what it cannot be talked out of must not pass.
    """
    if not planned.persona:
        return Scripted({})
    text = answer(planned.case, planned.persona, looked.ledger)
    return Scripted({"write": text, "repair": text, "feedback": _CONTENT, "refine": text})


#: What a script says of its own posting.
_CONTENT = '{"feedback": []}'

_STOPPED = "the limit in money was reached"


def _with_error(trial: Trial, error: str) -> Trial:
    return Trial(case=trial.case, writer=trial.writer, repeat=trial.repeat, error=error)


def _seen(rewrite: Rewrite) -> Output:
    """A rewrite as the gates look at it."""
    return Output(
        status=rewrite.status,
        posting=rewrite.posting,
        rendered=rewrite.rendered,
        before=rewrite.score.before,
        after=rewrite.score.after,
        questions=rewrite.questions,
        conflicts=rewrite.conflicts,
        accounting=rewrite.accounting,
    )
