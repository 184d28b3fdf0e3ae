"""Two runs of the same cases, held against each other pair by pair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from statistics import fmean

from unbland.core.evaluation.runs.comparison import HONEST, Change, Comparison, Key, invalid, verdict
from unbland.core.evaluation.runs.criteria import CRITERIA
from unbland.core.evaluation.runs.paired import Draws, Pair
from unbland.core.evaluation.runs.run import Run, Spent, Trial, Verdict

#: Smaller changes of one case are not listed.
_MOVED = 0.01


def compare(old: Run, new: Run) -> Comparison:
    """Hold a run against an older one, on the cases and writers that both have."""
    for run in (old, new):
        if run.verdict is Verdict.INVALID:
            return invalid(f"the run “{run.label}” of {run.made} measured less than it was to")
    before, after = _by_key(old), _by_key(new)
    same = _same_cases(old, new)
    both = sorted(key for key in before.keys() & after.keys() if key[0] in same)
    keys = [key for key in both if key[1] in HONEST]
    if not keys:
        return invalid("the runs have no case and writer in common")
    names = _criteria(old, new)
    clusters = {case.id: case.cluster for case in new.cases}
    draws = Draws([clusters[case] for case, _ in keys])

    def change(figure: Callable[[Trial], float | None]) -> Change | None:
        return _change(list(_pairs(keys, clusters, before, after, figure)), draws)

    quality = change(lambda trial: _quality(trial, names))
    if quality is None or quality.interval is None:
        return invalid("fewer than five independent cases say nothing of others")
    broken = tuple(_newly_broken(both, before, after))
    outcome, because = verdict(quality, broken)
    principles = sorted({name for trial in new.trials for name in trial.parts})
    return Comparison(
        outcome=outcome,
        because=because,
        notes=tuple(_notes(old, new, len(same), names)),
        cases=len({case for case, _ in keys}),
        clusters=len({clusters[case] for case, _ in keys}),
        quality=quality,
        criteria=_present({name: change(_share(name)) for name in names}),
        principles=_present({name: change(_part(name)) for name in principles}),
        broken=broken,
        moved=tuple(_moved(keys, clusters, before, after, names)),
    )


def mean_spent(run: Run) -> Spent:
    """What a trial of a run takes, as the mean of those that asked a model; nothing where none did."""
    spent = [trial.spent for trial in run.trials if trial.spent.calls]
    if not spent:
        return Spent()
    dollars = [each.dollars for each in spent if each.dollars is not None]
    return Spent(
        calls=round(fmean(each.calls for each in spent)),
        input_tokens=round(fmean(each.input_tokens for each in spent)),
        output_tokens=round(fmean(each.output_tokens for each in spent)),
        seconds=fmean(each.seconds for each in spent),
        dollars=fmean(dollars) if len(dollars) == len(spent) else None,
    )


def _by_key(run: Run) -> dict[Key, list[Trial]]:
    found: dict[Key, list[Trial]] = {}
    for trial in run.trials:
        found.setdefault((trial.case, trial.writer), []).append(trial)
    return found


def _same_cases(old: Run, new: Run) -> set[str]:
    """The cases that are the same in both, to the last word."""
    before = {case.id: case.fingerprint for case in old.cases}
    return {case.id for case in new.cases if before.get(case.id) == case.fingerprint}


def _criteria(old: Run, new: Run) -> tuple[str, ...]:
    """What can be compared: where rules or scorers changed, not what moves with them."""
    same = old.scorers == new.scorers
    return tuple(criterion.id for criterion in CRITERIA if same or not criterion.by_rules)


def _quality(trial: Trial, names: Sequence[str]) -> float:
    known = [trial.shares[name] for name in names if name in trial.shares]
    return fmean(known) if known and trial.measured else 0.0


def _share(name: str) -> Callable[[Trial], float | None]:
    return lambda trial: trial.shares.get(name) if trial.measured else 0.0


def _part(name: str) -> Callable[[Trial], float | None]:
    return lambda trial: trial.parts[name] / 100 if name in trial.parts else None


def _pairs(
    keys: Iterable[Key],
    clusters: Mapping[str, str],
    before: Mapping[Key, Sequence[Trial]],
    after: Mapping[Key, Sequence[Trial]],
    figure: Callable[[Trial], float | None],
) -> Iterator[Pair]:
    """The figure of each case in both runs, as the mean over its repeats; a case that lacks it in one is left out."""
    for key in keys:
        old = [value for trial in before[key] if (value := figure(trial)) is not None]
        new = [value for trial in after[key] if (value := figure(trial)) is not None]
        if old and new:
            yield Pair(clusters[key[0]], fmean(old), fmean(new))


def _change(pairs: Sequence[Pair], draws: Draws) -> Change | None:
    if not pairs:
        return None
    return Change(
        old=fmean(pair.old for pair in pairs), new=fmean(pair.new for pair in pairs), interval=draws.interval(pairs)
    )


def _newly_broken(
    keys: Iterable[Key], before: Mapping[Key, Sequence[Trial]], after: Mapping[Key, Sequence[Trial]]
) -> Iterator[tuple[str, str, str]]:
    for key in keys:
        held = {breach.gate for trial in before[key] for breach in trial.breaches}
        for gate in sorted({breach.gate for trial in after[key] for breach in trial.breaches} - held):
            yield (*key, gate)


def _moved(
    keys: Iterable[Key],
    clusters: Mapping[str, str],
    before: Mapping[Key, Sequence[Trial]],
    after: Mapping[Key, Sequence[Trial]],
    names: Sequence[str],
) -> list[tuple[Key, float]]:
    found = [
        (key, pair.difference)
        for key in keys
        for pair in _pairs([key], clusters, before, after, lambda trial: _quality(trial, names))
    ]
    return sorted((item for item in found if abs(item[1]) >= _MOVED), key=lambda item: item[1])


def _notes(old: Run, new: Run, same: int, names: Sequence[str]) -> Iterator[str]:
    if old.dataset != new.dataset:
        yield f"The eval sets differ; compared are the {same} cases that are the same in both."
    if old.scorers != new.scorers:
        yield f"The rules or scorers differ; compared is only what does not move with them: {', '.join(names)}."


def _present(changes: Mapping[str, Change | None]) -> dict[str, Change]:
    return {name: change for name, change in changes.items() if change is not None}
