"""A run of the eval as it is kept: what was planned, what came of each trial, and what it took."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from statistics import fmean

from unbland.core.evaluation.gates.gate import Breach
from unbland.core.evaluation.runs.criteria import quality
from unbland.core.evaluation.runs.measures import Measures
from unbland.core.posting import Posting

#: The shape of a kept run; a reader refuses any other.
FORMAT = 1

#: Why a model gave no answer at all (`write: timeout`): what the editor then wrote says nothing of the model.
_NO_ANSWER = frozenset(
    {
        "timeout",
        "unreachable",
        "rate_limited",
        "server_error",
        "malformed",
        "out_of_quota",
        "unauthorized",
        "rejected",
        "no_such_model",
    }
)

#: Of what was planned, so much must have run: a model on the network may fail now and then, a replay never.
_LIVE_COMPLETION = 0.95


class Verdict(StrEnum):
    """What a run says."""

    PASSED = "passed"
    #: A hard gate was broken.
    BROKEN = "broken"
    #: Too many planned trials have no result, or none was planned: the run measured less than it was to.
    INVALID = "invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What a trial took; of a replay, what it took when it was recorded."""

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    #: Seconds that the model was waited for.
    seconds: float = 0.0
    #: US dollars; None where nobody knows the model's price.
    dollars: float | None = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A case as a run shows it, once for all its trials."""

    id: str
    cluster: str
    trade: str
    jurisdiction: str
    tags: tuple[str, ...]
    #: Hash of the whole case: draft, facts, gold and scripts.
    fingerprint: str
    #: The draft as a reader sees it.
    draft: str
    #: Source id → its text.
    sources: Mapping[str, str]
    #: Principle → part of the score of the draft, 0 to 100.
    parts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What came of one trial; without measures it crashed, and counts as failed in every figure."""

    case: str
    #: `editor`, `llm:faithful` of a scripted model, `llm` of a real one.
    writer: str
    #: From 1.
    repeat: int = 1
    status: str = "crashed"
    error: str = ""
    breaches: tuple[Breach, ...] = ()
    measures: Measures | None = None
    #: Criterion → share, of those that apply.
    shares: Mapping[str, float] = field(default_factory=dict)
    #: Principle → part of the score of the result, 0 to 100.
    parts: Mapping[str, int] = field(default_factory=dict)
    #: Class of violation → lines that were refused for it.
    refused: Mapping[str, int] = field(default_factory=dict)
    #: None where a run was made small to be kept for long.
    posting: Posting | None = None
    #: Why the model did not write it, or not all of it.
    degraded: str | None = None
    spent: Spent = field(default_factory=Spent)

    @property
    def ran(self) -> bool:
        """Whether it has a result."""
        return self.measures is not None

    @property
    def measured(self) -> bool:
        """Whether it says something of its writer: a model that was not reached was not measured."""
        step, _, why = (self.degraded or "").partition("; ")[0].partition(": ")
        return self.ran and not (step == "write" and why.removesuffix(", paused") in _NO_ANSWER)

    @property
    def passed(self) -> bool:
        """Whether it was measured and broke no gate."""
        return self.measured and not self.breaches

    @property
    def quality(self) -> float:
        """The mean of its criteria; 0 of a trial that was not measured."""
        return quality(self.shares) if self.measured else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Every planned trial, in its order, and under what conditions."""

    #: When it was made, ISO 8601 in UTC.
    made: str
    #: Hash of the cases that were run, and of the code that judges.
    dataset: str
    scorers: str
    #: What it is called in tables: the model and the strategy.
    label: str
    model: str = ""
    endpoint: str = ""
    strategy: str = ""
    #: Step → `v1@<hash>`.
    prompts: Mapping[str, str] = field(default_factory=dict)
    repeats: int = 1
    live: bool = False
    #: Why it ended before its time; empty where it did not.
    stopped: str = ""
    cases: tuple[Given, ...] = ()
    trials: tuple[Trial, ...] = ()
    format: int = FORMAT

    @property
    def passed(self) -> int:
        """How many trials passed, of all that were planned."""
        return sum(trial.passed for trial in self.trials)

    @property
    def completion(self) -> float:
        """The share of the planned trials that were measured."""
        return sum(trial.measured for trial in self.trials) / len(self.trials) if self.trials else 0.0

    @property
    def verdict(self) -> Verdict:
        """The run as a whole; a run that measured less than it was to is never a pass."""
        if self.completion < (_LIVE_COMPLETION if self.live else 1) or self.stopped:
            return Verdict.INVALID
        return Verdict.PASSED if self.passed == len(self.trials) else Verdict.BROKEN

    @property
    def quality(self) -> float:
        """The mean of all trials; those that were not measured count as 0."""
        return fmean(trial.quality for trial in self.trials) if self.trials else 0.0

    def small(self) -> Run:
        """What comparing needs of it, without a draft or a posting."""
        return replace(
            self,
            cases=tuple(replace(case, draft="", sources={}) for case in self.cases),
            trials=tuple(replace(trial, posting=None) for trial in self.trials),
        )
