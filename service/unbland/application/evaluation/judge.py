"""A run and the readers' postings before the judge, and how a judged run stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from unbland.application.evaluation.panel import NOT_RECORDED, Findings, Panel, Text, judge_all
from unbland.application.standing import Standing
from unbland.core.evaluation.judging.criteria import Posted
from unbland.core.evaluation.judging.judged import JudgedRun, JudgedTrial
from unbland.core.evaluation.judging.paired import Change, Difference
from unbland.core.evaluation.judging.standing import Sheet, Trust
from unbland.core.evaluation.judging.votes import Answer
from unbland.core.evaluation.runs.run import Run, Spent, Trial
from unbland.core.render.plain import to_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What came of a run; of one that was stopped before its time, too."""

    trials: tuple[JudgedTrial, ...]
    #: Why it ended early; empty where it did not.
    stopped: str = ""


async def judge_run(panel: Panel, run: Run, at_once: int) -> Sitting:
    """Every trial of a run, judged."""
    texts = [Text(trial.case, posting_of(trial)) for trial in run.trials]
    # Two trials may have the same text: it is judged once, and the first of them has the bill.
    first = {posting.text: place for place, posting in reversed(list(enumerate(texts)))}
    found, stopped = await judge_all(panel, [texts[place] for place in first.values()], at_once)
    known = dict(zip(first, found, strict=True))
    clusters = {case.id: case.cluster for case in run.cases}
    trials = tuple(
        _judged(
            trial,
            clusters.get(trial.case, trial.case),
            posting.text or "",
            known[posting.text] if first[posting.text] == place else replace(known[posting.text], spent=Spent()),
        )
        for place, (trial, posting) in enumerate(zip(run.trials, texts, strict=True))
    )
    return Sitting(trials=trials, stopped=stopped)


async def judge_sheet(panel: Panel, postings: Sequence[Posted], at_once: int) -> tuple[Sheet | None, str]:
    """What the judge says of the readers' postings, and why it ended early; None where it has not answered for all."""
    found, stopped = await judge_all(panel, [Text(posting.id, posting.text) for posting in postings], at_once)
    if stopped or any(findings.error == NOT_RECORDED for findings in found):
        return None, stopped
    names = [posting.id for posting in postings]
    return {name: dict(zip(names, (_answer(each, name) for each in found), strict=True)) for name in panel.criteria}, ""


def posting_of(trial: Trial) -> str | None:
    """The posting of a trial as a reader sees it; None where its writer has written none."""
    return to_text(trial.posting) if trial.posting is not None and trial.measured else None


def standing_of(judged: JudgedRun, differences: Sequence[Difference]) -> Standing:
    """How a judged run stands: against an older one, by the criteria that may gate; without one, by its being whole."""
    if not judged.valid:
        return Standing.EMPTY
    if differences and not any(difference.cases for difference in differences):
        return Standing.EMPTY
    gating = [each for each in differences if judged.trust.get(each.criterion) is Trust.GATES]
    if any(each.change is Change.WORSE for each in gating):
        return Standing.SHORT
    return Standing.EMPTY if any(each.interval is None for each in gating) else Standing.HOLDS


def _judged(trial: Trial, cluster: str, text: str, findings: Findings) -> JudgedTrial:
    return JudgedTrial(
        case=trial.case,
        writer=trial.writer,
        repeat=trial.repeat,
        cluster=cluster,
        ballots=findings.ballots,
        withheld=findings.withheld,
        words=len(text.split()),
        failed=findings.failed,
        error=findings.error,
        spent=findings.spent,
    )


def _answer(findings: Findings, criterion: str) -> Answer:
    return findings.ballots[criterion].answer
