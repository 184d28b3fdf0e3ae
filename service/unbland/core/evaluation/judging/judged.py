"""A run as it was judged: every trial's verdicts, and what was asked of whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from statistics import fmean

from unbland.core.evaluation.judging.standing import Trust
from unbland.core.evaluation.judging.votes import SCORED, Answer, Ballot
from unbland.core.evaluation.runs.run import Spent

#: The shape of a kept judged run; a reader refuses any other.
FORMAT = 1

#: Of the trials with a posting, so many must have been answered for: as in a run.
_LIVE_COMPLETION = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Who judged, and how: two judged runs of different judges are not comparable."""

    model: str
    endpoint: str
    #: `v1@<hash>`.
    prompt: str
    #: Hash of the criteria.
    criteria: str
    #: Votes on each posting.
    votes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedTrial:
    """What the judge says of one trial; one without a posting meets nothing, and counts as such."""

    case: str
    writer: str
    repeat: int
    cluster: str
    #: Criterion → the votes on it; empty where there was nothing to judge.
    ballots: Mapping[str, Ballot] = field(default_factory=dict)
    #: Lines of the posting that speak to a machine, which the judge was not shown.
    withheld: int = 0
    #: Words of the posting: a judge that likes length shows.
    words: int = 0
    #: Votes that the judge gave no usable answer for.
    failed: int = 0
    #: Why the first of them has none.
    error: str = ""
    spent: Spent = field(default_factory=Spent)

    def share(self, criterion: str) -> float | None:
        """1 where it is met, 0 where not or where there is no posting, None where nothing was scored."""
        if not self.ballots:
            return None if self.failed else 0.0
        answer = self.ballots[criterion].answer
        return float(answer is Answer.MET) if answer in SCORED else None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedRun:
    """Every trial of a run, judged."""

    #: When it was judged, ISO 8601 in UTC.
    made: str
    judge: Judge
    #: What the run is called, the model that wrote its postings, and the hash of its cases.
    label: str
    writer: str
    dataset: str
    criteria: tuple[str, ...]
    #: Criterion → what it was good for when it was judged.
    trust: Mapping[str, Trust] = field(default_factory=dict)
    live: bool = False
    #: Why it ended before its time; empty where it did not.
    stopped: str = ""
    trials: tuple[JudgedTrial, ...] = ()
    format: int = FORMAT

    def share(self, criterion: str) -> float | None:
        """The share of the trials that meet a criterion, of those that were scored."""
        shares = [share for trial in self.trials if (share := trial.share(criterion)) is not None]
        return fmean(shares) if shares else None

    def coverage(self, criterion: str) -> float:
        """The share of the trials that were scored."""
        scored = sum(trial.share(criterion) is not None for trial in self.trials)
        return scored / len(self.trials) if self.trials else 0.0

    def flips(self, criterion: str) -> float | None:
        """The chance that two votes on one posting differ; None where no posting had two."""
        counts = [ballot.flips for ballot in self.ballots(criterion)]
        pairs = sum(pairs for _, pairs in counts)
        return sum(differ for differ, _ in counts) / pairs if pairs else None

    @property
    def answered(self) -> float:
        """The share of the votes that were asked for and came; a trial without a posting asks for none."""
        asked = self.judge.votes * sum(bool(trial.ballots or trial.failed) for trial in self.trials)
        return 1 - sum(trial.failed for trial in self.trials) / asked if asked else 0.0

    def ballots(self, criterion: str) -> Iterator[Ballot]:
        """The votes on a criterion, a trial at a time."""
        return (trial.ballots[criterion] for trial in self.trials if trial.ballots)

    @property
    def valid(self) -> bool:
        """Whether it measured what it was to: a judge on the network may fail now and then, a replay never."""
        return self.answered >= (_LIVE_COMPLETION if self.live else 1) and not self.stopped
