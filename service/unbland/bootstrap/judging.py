"""What the judge works with: criteria, labels, its prompt, and a recorded or a real model."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from unbland import bootstrap
from unbland.adapters.evaluation.judge_set import criteria_hash, read_criteria, read_labels, read_postings
from unbland.adapters.evaluation.judged_runs import read_judged, write_judged
from unbland.adapters.evaluation.recordings import read_recording, recording_to
from unbland.adapters.evaluation.runs import read_run
from unbland.adapters.prompt_files import read_prompts
from unbland.adapters.resources import data_dir
from unbland.application.evaluation.budget import Budgeted, Purse
from unbland.application.evaluation.judge import Sitting
from unbland.application.evaluation.panel import Panel
from unbland.application.evaluation.recording import Model, Recorded, Recording
from unbland.application.ports import Completer
from unbland.bootstrap.evaluation import file_name, known_price
from unbland.core.evaluation.judging.criteria import Posted
from unbland.core.evaluation.judging.judged import Judge, JudgedRun
from unbland.core.evaluation.judging.standing import Sheet, Trust
from unbland.core.evaluation.runs.run import Run
from unbland.core.pricing import Price, price_of
from unbland.errors import Misconfigured, NoModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How the judge is asked."""

    #: None for the recording of the model of the settings, in `folder`.
    recording: Path | None = None
    folder: Path = Path()
    live: bool = False
    #: US dollars that may be spent.
    dollars: float = 0.0
    #: US dollars for a million tokens; None for the list price.
    price: Price | None = None
    votes: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A judge, ready to be asked."""

    judge: Judge
    panel: Panel
    #: The same, from what is recorded alone.
    recorded: Panel
    live: bool = False

    def kept(self, run: Run, sitting: Sitting, trust: Mapping[str, Trust]) -> JudgedRun:
        """A run as it is kept when it was judged, now."""
        return JudgedRun(
            made=datetime.now(UTC).isoformat(timespec="seconds"),
            judge=self.judge,
            label=run.label,
            writer=run.model,
            dataset=run.dataset,
            criteria=self.panel.criteria,
            trust=trust,
            live=self.live,
            stopped=sitting.stopped,
            trials=sitting.trials,
        )


def label_sheet() -> tuple[tuple[Posted, ...], tuple[Sheet, ...]]:
    """The postings that readers judged, and what each of them said; raises EvalSetInvalid."""
    folder = data_dir("eval") / "judge"
    postings = read_postings(folder)
    return postings, read_labels(folder, criteria(), postings)


def criteria() -> tuple[str, ...]:
    """The names of the criteria; raises EvalSetInvalid."""
    return tuple(criterion.id for criterion in read_criteria(data_dir("eval") / "judge"))


def the_run(file: Path) -> Run:
    """A run that `eval -o` kept; raises EvalSetInvalid."""
    return read_run(file)


def judged_before(file: Path) -> JudgedRun:
    """A judged run that `eval judge -o` kept; raises EvalSetInvalid."""
    return read_judged(file)


def keep(file: Path, judged: JudgedRun) -> None:
    """Write a judged run to a file; raises Misconfigured where that cannot be."""
    try:
        write_judged(file, judged)
    except OSError as error:
        raise Misconfigured(f"{file} cannot be written ({error.strerror}); name another with -o.") from None


def has_recording(terms: Terms) -> bool:
    """Whether there is a judge to ask, or answers of one."""
    return terms.live or terms.recording is not None or _judge_model() is not None


@asynccontextmanager
async def bench(terms: Terms) -> AsyncIterator[Bench]:
    """The judge on these terms; raises NoModel, Misconfigured, EvalSetInvalid and PromptInvalid."""
    file = terms.recording or terms.folder / f"judge-{file_name(_named_model())}"
    if not terms.live:
        yield _bench(terms, read_recording(file), None)
        return
    settings = bootstrap.read_settings()
    if not settings.has_model:
        raise NoModel
    price = known_price(_named_model(), terms.price)
    completer = bootstrap.completer_of(settings, _named_model())
    asked = completer.endpoint
    model = Model(name=asked.model, endpoint=asked.base_url, temperature=asked.temperature)
    try:
        with recording_to(file, model) as recording:
            yield _bench(terms, recording, Budgeted(completer, Purse(terms.dollars, price)))
    finally:
        await completer.aclose()


def _bench(terms: Terms, recording: Recording, live: Completer | None) -> Bench:
    asked, prompts, model = read_criteria(data_dir("eval") / "judge"), read_prompts(), recording.model
    price = terms.price or price_of(model.name)

    def panel(completer: Completer | None) -> Panel:
        return Panel(asked, prompts, _voices(recording, completer), votes=terms.votes, price=price)

    judge = Judge(
        model=model.name,
        endpoint=model.endpoint,
        prompt=prompts["judge"].label,
        criteria=criteria_hash(asked),
        votes=terms.votes,
    )
    return Bench(judge=judge, panel=panel(live), recorded=panel(None), live=terms.live)


def _voices(recording: Recording, live: Completer | None) -> Callable[[str, int], Recorded]:
    return lambda name, vote: Recorded(recording, name, vote, live=live, clock=time.monotonic)


def _judge_model() -> str | None:
    return bootstrap.read_settings().judge_model


def _named_model() -> str:
    name = _judge_model()
    if name is None:
        raise Misconfigured(
            "No judge is named: set UNBLAND_JUDGE_MODEL to a model, best of another family than the one that writes, "
            "or name a recording of one with --recording."
        )
    return name
