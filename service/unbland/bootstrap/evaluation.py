"""What the eval is run with: cases, prompts, and scripted, recorded or real models."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from unbland import bootstrap
from unbland.adapters.evaluation.identity import dataset_hash, scorers_hash
from unbland.adapters.evaluation.recordings import read_recording, recording_to
from unbland.adapters.prompt_files import read_prompt, read_prompts
from unbland.application.evaluation.budget import Budgeted, Purse
from unbland.application.evaluation.evaluate import Bench, MakeRewriter, Trials, scripted
from unbland.application.evaluation.plan import Planned
from unbland.application.evaluation.recording import SCRIPTED, Model, Recorded, Recording
from unbland.application.ports import Completer
from unbland.application.prompting import Prompt
from unbland.application.review import Looked
from unbland.application.rewrite import Rewriter
from unbland.application.strategies import Strategy, chain_of
from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.runs.run import Run
from unbland.core.pricing import Price, price_of
from unbland.errors import Misconfigured, NoModel

#: Makes what trials are run with.
MakeBench = Callable[[], Bench]

#: Nothing in an eval run may end by the clock of the product: what a model needs is measured, not cut off.
_SECONDS = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """How the product is set up for a run."""

    strategy: Strategy = Strategy.WRITE_REPAIR
    #: Prompt files that are used in place of those of their steps that came with the package.
    prompts: tuple[Path, ...] = ()
    #: A prompt file that is not in use yet, wherever it lies.
    without: Path | None = None
    #: A setting of the model; None leaves it to the provider.
    temperature: float | None = None
    #: US dollars for a million tokens; None for the list price.
    price: Price | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What a run was, besides its design."""

    #: None where scripts answered.
    model: Model | None = None
    repeats: int = 1
    live: bool = False


def scripted_bench(design: Design) -> Bench:
    """What runs the scripts of the cases; raises PromptInvalid."""
    return Bench(rewriter=rewriter_of(design), model=scripted)


def replay_bench(design: Design, file: Path) -> Bench:
    """What runs on the answers recorded in this file; raises EvalSetInvalid and PromptInvalid."""
    recording = read_recording(file)
    return _bench(design, recording, live=None)


@asynccontextmanager
async def live_bench(design: Design, file: Path, dollars: float) -> AsyncIterator[tuple[Bench, Model]]:
    """What asks the model of the settings within so many dollars, and records what it answers in this file.

    Raises NoModel, EvalSetInvalid, PromptInvalid, and Misconfigured for a model whose price nobody knows.
    """
    settings = bootstrap.read_settings()
    if not settings.has_model:
        raise NoModel
    price = known_price(settings.model, design.price)
    completer = bootstrap.completer_of(settings)
    asked = completer.endpoint
    model = Model(name=asked.model, endpoint=asked.base_url, temperature=asked.temperature)
    try:
        with recording_to(file, model) as recording:
            live = Budgeted(completer, Purse(dollars, price))
            yield _bench(replace(design, price=price), recording, live), model
    finally:
        await completer.aclose()


def known_price(model: str, given: Price | None) -> Price:
    """The price that is given, else the list price; raises Misconfigured where there is neither."""
    price = given or price_of(model)
    if price is None:
        raise Misconfigured(
            f"No price of {model} is known, so no limit can be kept; give it with "
            "--price IN,OUT in dollars for a million tokens (0,0 for a server of your own)."
        )
    return price


def _bench(design: Design, recording: Recording, live: Completer | None) -> Bench:
    """What runs on a recording, and on a model for what it does not hold."""

    def model(planned: Planned, _: Looked) -> Recorded:
        return Recorded(recording, planned.case.id, planned.repeat, live=live, clock=time.monotonic)

    price = design.price or price_of(recording.model.name)
    return Bench(rewriter=rewriter_of(design), model=model, price=price)


def _prompts(design: Design) -> dict[str, Prompt]:
    """The prompt of each step; raises PromptInvalid."""
    other = (read_prompt(path) for path in design.prompts)
    return read_prompts(without=design.without) | {prompt.step: prompt for prompt in other}


def rewriter_of(design: Design) -> MakeRewriter:
    """The product as the design has it, over any model; raises PromptInvalid."""
    prompts = _prompts(design)

    def make(completer: Completer) -> Rewriter:
        return Rewriter(
            chain=chain_of(design.strategy, completer, prompts),
            new_id=lambda: "rw_eval",
            seconds=_SECONDS,
            repairs=design.strategy.repairs,
        )

    return make


def recorded_model(file: Path) -> Model:
    """The model whose answers this file holds; raises EvalSetInvalid."""
    return read_recording(file).model


def recording_name() -> str:
    """What the recording of the model of the settings is called."""
    return file_name(bootstrap.read_settings().model)


def file_name(words: str, ending: str = ".jsonl") -> str:
    """A file called after a model or the like; without a word, a recording."""
    return re.sub(r"[^\w.-]+", "-", words) + ending


def kept(trials: Trials, cases: tuple[Case, ...], design: Design, conditions: Conditions) -> Run:
    """A run as it is kept, made now."""
    prompts, model = _prompts(design), conditions.model
    name = model.name if model else SCRIPTED
    return Run(
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        dataset=dataset_hash(cases),
        scorers=scorers_hash(),
        label=f"{name}, {design.strategy}",
        model=name,
        endpoint=model.endpoint if model else "",
        strategy=design.strategy,
        prompts={step: prompt.label for step, prompt in sorted(prompts.items())},
        repeats=conditions.repeats,
        live=conditions.live,
        stopped=trials.stopped,
        cases=trials.cases,
        trials=trials.trials,
    )
