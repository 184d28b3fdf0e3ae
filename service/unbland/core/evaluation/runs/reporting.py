"""What a report shows of a run: sums, and each case with what became of it; how it looks is the page's business."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from statistics import fmean

from unbland.core.evaluation.cases.reading import squash
from unbland.core.evaluation.runs.criteria import CRITERIA
from unbland.core.evaluation.runs.run import Given, Run, Trial
from unbland.core.posting import Line

#: Fewer trials of a tag say nothing.
_LEAST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure: a share of 0 to 1, of so many trials."""

    name: str
    share: float
    count: int
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a line: the sources', or the writer's own."""

    text: str
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """A line of a posting with what it rests on."""

    pieces: tuple[Piece, ...]
    form: str
    #: Id and text of each source.
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One posting, and every trial that came to it."""

    trials: tuple[Trial, ...]
    title: str
    sections: tuple[tuple[str, tuple[ShownLine, ...]], ...]
    #: The lines of the draft, each with whether a line of the posting rests on it.
    draft: tuple[tuple[str, bool], ...]

    @property
    def first(self) -> Trial:
        """One of its trials; the others came to the same."""
        return self.trials[0]

    @property
    def writers(self) -> str:
        """Who came to it, and how often where more than once."""
        counts = Counter(trial.writer for trial in self.trials)
        return ", ".join(name if count == 1 else f"{name} ×{count}" for name, count in counts.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCase:
    """A case and what became of it."""

    given: Given
    shown: tuple[Shown, ...]
    crashed: tuple[Trial, ...]
    quality: float
    passed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that a page shows of a run."""

    run: Run
    writers: tuple[Row, ...]
    criteria: tuple[Row, ...]
    principles: tuple[Row, ...]
    tags: tuple[Row, ...]
    #: Class of violation → lines that were refused for it; gate → trials that broke it.
    refused: tuple[tuple[str, int], ...]
    broken: tuple[tuple[str, int], ...]
    calls: int
    input_tokens: int
    output_tokens: int
    dollars: float | None
    #: Seconds within which half of the postings were written, and 95 of 100.
    half: float
    most: float
    cases: tuple[ShownCase, ...]


def report(run: Run) -> Report:
    """What a page shows of a run."""
    trials, spent = run.trials, [trial.spent for trial in run.trials if trial.spent.calls]
    waits = sorted(each.seconds for each in spent)
    prices = [each.dollars for each in spent]
    tags = {case.id: case.tags for case in run.cases}
    return Report(
        run=run,
        writers=tuple(_rows(trials, lambda trial: (trial.writer,))),
        criteria=tuple(_criteria(trials)),
        principles=tuple(_principles(trials)),
        tags=tuple(row for row in _rows(trials, lambda trial: tags.get(trial.case, ())) if row.count >= _LEAST),
        refused=tuple(sum((Counter(dict(trial.refused)) for trial in trials), Counter()).most_common()),
        broken=tuple(Counter(b.gate for trial in trials for b in trial.breaches).most_common()),
        calls=sum(each.calls for each in spent),
        input_tokens=sum(each.input_tokens for each in spent),
        output_tokens=sum(each.output_tokens for each in spent),
        dollars=None if None in prices else sum(each or 0.0 for each in prices),
        half=_within(waits, 0.5),
        most=_within(waits, 0.95),
        cases=tuple(_case(case, [trial for trial in trials if trial.case == case.id]) for case in run.cases),
    )


def _rows(trials: Iterable[Trial], names: Callable[[Trial], tuple[str, ...]]) -> Iterator[Row]:
    groups: dict[str, list[Trial]] = {}
    for trial in trials:
        for name in names(trial):
            groups.setdefault(name, []).append(trial)
    for name, own in groups.items():
        passed = sum(trial.passed for trial in own)
        yield Row(name=name, share=fmean(t.quality for t in own), count=len(own), says=f"{passed} of {len(own)} pass")


def _criteria(trials: Sequence[Trial]) -> Iterator[Row]:
    for criterion in CRITERIA:
        shares = [trial.shares[criterion.id] for trial in trials if criterion.id in trial.shares]
        if shares:
            yield Row(name=criterion.id, share=fmean(shares), count=len(shares), says=criterion.asks)


def _principles(trials: Sequence[Trial]) -> Iterator[Row]:
    for name in dict.fromkeys(name for trial in trials for name in trial.parts):
        parts = [trial.parts[name] / 100 for trial in trials if name in trial.parts]
        yield Row(name=name, share=fmean(parts), count=len(parts))


def _within(waits: Sequence[float], share: float) -> float:
    return waits[min(len(waits) - 1, int(share * len(waits)))] if waits else 0.0


def _case(case: Given, trials: Sequence[Trial]) -> ShownCase:
    alike: dict[object, list[Trial]] = {}
    for trial in trials:
        if trial.posting is not None:
            alike.setdefault((trial.posting, trial.breaches, trial.status), []).append(trial)
    return ShownCase(
        given=case,
        shown=tuple(_shown(case, own) for own in alike.values()),
        crashed=tuple(trial for trial in trials if not trial.ran),
        quality=fmean(trial.quality for trial in trials) if trials else 0.0,
        passed=all(trial.passed for trial in trials),
    )


def _shown(case: Given, trials: Sequence[Trial]) -> Shown:
    posting = trials[0].posting
    if posting is None:
        raise ValueError("only trials with a posting are shown")
    cited = {cite for line in posting.lines for cite in line.cites}
    texts = [squash(text) for id_, text in case.sources.items() if id_ in cited]
    return Shown(
        trials=tuple(trials),
        title=posting.title,
        sections=tuple(
            (section.heading or section.kind, tuple(_line(line, case.sources) for line in section.lines))
            for section in posting.sections
        ),
        draft=tuple((line, _used(squash(line), texts)) for line in case.draft.splitlines() if line.strip()),
    )


def _used(line: str, texts: Sequence[str]) -> bool:
    """Whether a line of the draft holds a source that is cited, or is a part of one."""
    return any(text in line or line in text for text in texts if text) if line else False


def _line(line: Line, sources: Mapping[str, str]) -> ShownLine:
    cited = tuple((cite, sources[cite]) for cite in line.cites if cite in sources)
    return ShownLine(
        pieces=tuple(_pieces(line.text, " ".join(text for _, text in cited))), form=line.form, sources=cited
    )


def _pieces(text: str, source: str) -> Iterator[Piece]:
    """The words of a line, told apart by whether the sources have them in this order."""
    said, given = text.split(), source.split()
    matcher = SequenceMatcher(a=[_bare(word) for word in given], b=[_bare(word) for word in said], autojunk=False)
    for what, _, _, start, end in matcher.get_opcodes():
        if start < end:
            yield Piece(text=" ".join(said[start:end]), own=what != "equal")


def _bare(word: str) -> str:
    return word.strip(".,;:!?()“”\"'*_").casefold()
