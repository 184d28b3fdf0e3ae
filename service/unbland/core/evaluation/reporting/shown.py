"""Each case with what became of it: every posting once, whoever came to it how often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from unbland.core.evaluation.reporting.texts import Piece, PlacedDraft, Stretch, pieces, placed, words_of
from unbland.core.evaluation.runs.run import Given, Run, Trial
from unbland.core.posting import Line, Posting


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """A line of a posting with what it rests on."""

    pieces: tuple[Piece, ...]
    form: str
    #: Id and text of each source.
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """A draft beside the posting that was made of it."""

    title: str
    #: Heading and lines.
    sections: tuple[tuple[str, tuple[ShownLine, ...]], ...]
    draft: tuple[tuple[Stretch, ...], ...]
    #: Each fact beside the draft: id, text, and whether it was left out.
    facts: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who came to a posting: a writer in one run, with what befell its lines on the way."""

    #: The run's letter; empty where there is one run alone.
    letter: str
    writer: str
    trials: tuple[Trial, ...]

    @property
    def first(self) -> Trial:
        """One of the trials; the others had the same lines refused."""
        return self.trials[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What trials came to: one posting, or none."""

    authors: tuple[Author, ...]
    #: None where they crashed, or the run was kept without its texts.
    texts: SideBySide | None

    @property
    def first(self) -> Trial:
        """One of the trials; the others came to the same."""
        return self.authors[0].first

    @property
    def quality(self) -> float:
        """The mean of its trials: how many of a writer's lines were refused differs."""
        return fmean(trial.quality for author in self.authors for trial in author.trials)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCase:
    """A case and what became of it."""

    given: Given
    shown: tuple[Shown, ...]
    #: Of each run; None where it did not have the case.
    qualities: tuple[float | None, ...]
    passed: int
    planned: int
    #: Score of the draft and mean score of the results; None where all crashed.
    before: int | None
    after: float | None
    #: Lines that the guard refused, over all trials.
    refused: int
    #: Whether another run had this case with other text: then the two are not one case.
    changed: bool = False

    @property
    def quality(self) -> float:
        """The lowest of the runs, which is where to look first."""
        return min((each for each in self.qualities if each is not None), default=0.0)


#: A case is the same case where its text is the same, too.
_Key = tuple[str, str]


def shown_cases(runs: Mapping[str, Run]) -> tuple[ShownCase, ...]:
    """Every case of these runs, each by its letter, in the order in which they have them."""
    givens: dict[_Key, Given] = {}
    trials: dict[_Key, dict[str, list[Trial]]] = {}
    for letter, run in runs.items():
        keys = {case.id: (case.id, case.fingerprint) for case in run.cases}
        givens |= {keys[case.id]: case for case in run.cases if keys[case.id] not in givens}
        for trial in run.trials:
            if trial.case in keys:
                trials.setdefault(keys[trial.case], {}).setdefault(letter, []).append(trial)
    ids = [name for name, _ in givens]
    return tuple(
        _case(given, {letter: trials.get(key, {}).get(letter, []) for letter in runs}, changed=ids.count(key[0]) > 1)
        for key, given in givens.items()
    )


def _case(given: Given, by_run: Mapping[str, Sequence[Trial]], *, changed: bool) -> ShownCase:
    trials = [trial for own in by_run.values() for trial in own]
    measures = [trial.measures for trial in trials if trial.measures is not None]
    return ShownCase(
        given=given,
        shown=tuple(_shown(given, by_run)),
        qualities=tuple(fmean(trial.quality for trial in own) if own else None for own in by_run.values()),
        passed=sum(trial.passed for trial in trials),
        planned=len(trials),
        before=measures[0].before if measures else None,
        after=fmean(each.after for each in measures) if measures else None,
        refused=sum(each.refused for each in measures),
        changed=changed,
    )


def _shown(given: Given, by_run: Mapping[str, Sequence[Trial]]) -> Iterator[Shown]:
    """What was come to, what failed first."""
    draft = placed(given.draft, given.sources)
    alike: dict[object, list[tuple[str, Trial]]] = {}
    for letter, own in by_run.items():
        for trial in own:
            came_to = (trial.posting, trial.breaches, trial.status, trial.error, trial.measured)
            alike.setdefault(came_to, []).append((letter, trial))
    for group in sorted(alike.values(), key=lambda group: group[0][1].passed):
        posting = group[0][1].posting
        texts = None if posting is None else _side_by_side(given, draft, posting)
        yield Shown(authors=tuple(_authors(group, many=len(by_run) > 1)), texts=texts)


def _authors(group: Iterable[tuple[str, Trial]], *, many: bool) -> Iterator[Author]:
    own: dict[object, list[tuple[str, Trial]]] = {}
    for letter, trial in group:
        befell = (letter, trial.writer, tuple(sorted(trial.refused.items())), trial.degraded)
        own.setdefault(befell, []).append((letter, trial))
    for found in own.values():
        letter, first = found[0]
        yield Author(letter=letter if many else "", writer=first.writer, trials=tuple(trial for _, trial in found))


def _side_by_side(given: Given, draft: PlacedDraft, posting: Posting) -> SideBySide:
    cited = frozenset(cite for line in posting.lines for cite in line.cites)
    text = "\n".join((posting.title, *(line.text for line in posting.lines)))
    said = words_of(text)
    return SideBySide(
        title=posting.title,
        sections=tuple(
            (section.heading or section.kind.capitalize(), tuple(_line(line, given.sources) for line in section.lines))
            for section in posting.sections
        ),
        draft=draft.marked(cited, text),
        facts=tuple(
            (name, fact, name not in cited and not words_of(fact) <= said)
            for name, fact in given.sources.items()
            if name.startswith("F")
        ),
    )


def _line(line: Line, sources: Mapping[str, str]) -> ShownLine:
    cited = tuple((cite, sources[cite]) for cite in line.cites if cite in sources)
    return ShownLine(pieces=pieces(line.text, [text for _, text in cited]), form=line.form, sources=cited)
