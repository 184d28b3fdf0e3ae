"""The eval: every case through the whole way of a posting, with scripted models, judged by the gates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from unbland.application.evaluation.replay import Replay
from unbland.application.ports import Completer
from unbland.application.result import Rewrite
from unbland.application.review import Draft, look
from unbland.application.rewrite import Engine, Rewriter
from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.cases.replies import answer
from unbland.core.evaluation.gates.breaches import breaches
from unbland.core.evaluation.gates.gate import Breach, Output
from unbland.core.evaluation.runs.measures import Measures, measure
from unbland.errors import EvalSetInvalid

#: Makes the product over a model; the eval gives it scripted ones.
MakeRewriter = Callable[[Completer], Rewriter]


class Verdict(StrEnum):
    """What a run says."""

    PASSED = "passed"
    #: A hard gate was broken.
    BROKEN = "broken"
    #: A planned trial has no result, or none was planned: the run measured less than it was to.
    INVALID = "invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One case to be run: by the editor (no persona), or by the llm engine with a scripted model."""

    case: Case
    persona: str | None = None

    @property
    def writer(self) -> str:
        """The engine, and the persona behind it."""
        return Engine.EDITOR if self.persona is None else f"{Engine.LLM}:{self.persona}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialResult:
    """What came of one trial; without an output it crashed, and counts as failed all the same."""

    trial: Trial
    output: Output | None = None
    measures: Measures | None = None
    breaches: tuple[Breach, ...] = ()
    error: str = ""

    @property
    def passed(self) -> bool:
        """Whether it ran and broke no gate."""
        return self.output is not None and not self.breaches


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Every planned trial, in its order."""

    results: tuple[TrialResult, ...] = field(default=())

    @property
    def passed(self) -> int:
        """How many trials passed, of all that were planned."""
        return sum(result.passed for result in self.results)

    @property
    def verdict(self) -> Verdict:
        """The run as a whole; a run that measured less than it was to is never a pass."""
        if not self.results or any(result.output is None for result in self.results):
            return Verdict.INVALID
        return Verdict.PASSED if self.passed == len(self.results) else Verdict.BROKEN


def plan(
    cases: Iterable[Case], *, ids: Sequence[str] = (), engine: Engine = Engine.AUTO, personas: Sequence[str] = ()
) -> tuple[Trial, ...]:
    """The trials of these cases: the editor and every persona, or what is asked for.

    Raises EvalSetInvalid for a case or a persona that the set does not have.
    """
    cases = tuple(cases)
    _refuse_unknown("case", ids, {case.id for case in cases})
    _refuse_unknown("persona", personas, {persona for case in cases for persona in case.replies})
    return tuple(
        Trial(case=case, persona=persona)
        for case in cases
        if not ids or case.id in ids
        for persona in _writers(case, engine, personas)
    )


async def evaluate(trials: Iterable[Trial], rewriter: MakeRewriter) -> Report:
    """Run every trial and judge what came out."""
    return Report(results=tuple([await _run(trial, rewriter) for trial in trials]))


def _writers(case: Case, engine: Engine, personas: Sequence[str]) -> tuple[str | None, ...]:
    editor = (None,) if engine is not Engine.LLM and not personas else ()
    models = tuple(name for name in case.replies if not personas or name in personas)
    return editor + (models if engine is not Engine.EDITOR else ())


def _refuse_unknown(what: str, asked: Sequence[str], known: set[str]) -> None:
    if unknown := sorted(set(asked) - known):
        raise EvalSetInvalid(f"There is no {what} {unknown[0]!r}; there are {', '.join(sorted(known))}.")


async def _run(trial: Trial, rewriter: MakeRewriter) -> TrialResult:
    """One trial; whatever goes wrong in it is its result, so that it stays in every denominator."""
    try:
        output = await _output(trial, rewriter)
    except Exception as error:  # noqa: BLE001 - a crash of the product is what an eval is there to count
        return TrialResult(trial=trial, error=f"{type(error).__name__}: {error}")
    return TrialResult(
        trial=trial,
        output=output,
        measures=measure(output),
        breaches=breaches(trial.case, output),
    )


async def _output(trial: Trial, rewriter: MakeRewriter) -> Output:
    case = trial.case
    draft = Draft(content=case.draft.content, format=case.draft.format)
    answers, engine = {}, Engine.EDITOR
    if trial.persona is not None:
        text = answer(case, trial.persona, look(draft, case.facts).ledger)
        # Asked to mend its lines, a scripted model says the same again: what it cannot be talked out of must not pass.
        answers, engine = {"write": text, "repair": text}, Engine.LLM
    return _seen(await rewriter(Replay(answers)).rewrite(draft, case.facts, engine))


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
