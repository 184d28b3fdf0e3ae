"""What a report shows of runs: sums side by side, and each posting once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doubles.evaluated import output
from doubles.runs import given, run, trial
from unbland.core.evaluation.reporting.report import Report, report
from unbland.core.evaluation.reporting.shown import ShownCase
from unbland.core.evaluation.runs.run import Run, Spent, Trial
from unbland.core.posting import Posting

POSTING = output().posting


def _run(*trials: Trial, **changes: object) -> Run:
    cases = tuple(given(name) for name in dict.fromkeys(each.case for each in trials))
    return replace(run({}), cases=cases, trials=trials, **changes)  # type: ignore[arg-type]


def _written(case: str, posting: Posting = POSTING, **changes: object) -> Trial:
    return replace(trial(case), posting=posting, **changes)  # type: ignore[arg-type]


def _first(shown: Report) -> ShownCase:
    return shown.cases[0]


@pytest.mark.parametrize(
    ("trials", "changes", "says"),
    [
        ([trial("a"), trial("b")], {}, "All 2 trials hold every gate."),
        ([trial("a", gates=["figure"]), trial("b")], {}, "1 of 2 trials break a gate."),
        ([trial("a", crashed=True), trial("b")], {}, "It proves nothing: 1 of 2 trials was not measured."),
        (
            [trial("a", crashed=True), trial("b")],
            {"stopped": "the limit in money was reached"},
            "It ended early, since the limit in money was reached: 1 of 2 trials was not measured.",
        ),
        (
            [
                *(trial("a", repeat=number) for number in range(1, 39)),
                trial("b", gates=["pay"]),
                trial("c", crashed=True),
            ],
            {"live": True},
            "1 of 40 trials break a gate, and 1 was not measured.",
        ),
    ],
)
def test_the_verdict_is_a_sentence(trials: list[Trial], changes: dict[str, object], says: str) -> None:
    """What broke a gate and what was not measured are told apart."""
    assert report([_run(*trials, **changes)]).designs[0].verdict == says


def test_sums_are_means_over_the_trials_they_apply_to() -> None:
    """By criterion, by writer with how many passed, by principle with the drafts' part where it is known."""
    one = _run(trial("a", 0.5), trial("b", 1.0, gates=["pay"]), trial("c", crashed=True))
    one = replace(one, cases=tuple(replace(case, parts={"pay": 20}) for case in one.cases))

    shown = report([one])

    facts = next(row for row in shown.criteria if row.name == "facts")
    assert facts.says
    assert facts.figures[0] is not None
    assert (facts.figures[0].share, facts.figures[0].count) == (0.75, 2)
    (writer,) = shown.writers
    assert writer.figures[0] is not None
    assert (writer.figures[0].share, writer.figures[0].count, writer.figures[0].passed) == (0.5, 3, 1)
    (pay,) = shown.principles
    assert pay.figures[0] is not None
    assert (pay.figures[0].before, pay.figures[0].share) == (0.2, 0.75)


def test_a_principle_of_which_a_draft_is_unknown_has_no_before() -> None:
    """A mean over some of the drafts would be held against a mean over all of the results."""
    one = _run(trial("a"), trial("b"))
    cases = (replace(one.cases[0], parts={"pay": 20}), one.cases[1])

    (pay,) = report([replace(one, cases=cases)]).principles

    assert pay.figures[0] is not None
    assert pay.figures[0].before is None


def test_gates_and_violations_are_counted_by_trial_and_by_time() -> None:
    """A gate broken twice in one trial is one trial; the cases are named."""
    trials = (
        trial("a", gates=["pay", "pay"]),
        trial("b", gates=["figure"]),
        replace(trial("c"), refused={"number": 3}),
    )

    shown = report([_run(*trials)])

    assert [(row.name, row.counts, row.cases) for row in shown.broken] == [
        ("figure", ((1, 1),), ("b",)),
        ("pay", ((1, 2),), ("a",)),
    ]
    assert all(row.says for row in shown.broken)
    assert [(row.name, row.counts) for row in shown.refused] == [("number", ((1, 3),))]


def test_a_kind_of_case_is_shown_from_three_cases_on() -> None:
    """Of one or two it says nothing."""
    three, two = report([run(dict.fromkeys("abc", 0.9))]), report([run(dict.fromkeys("ab", 0.9))])

    assert [row.name for row in three.tags] == ["text"]
    assert two.tags == ()


def test_what_scripts_answer_costs_nothing() -> None:
    """A run with a model says what it took, half and nearly all of its postings; a price may be unknown."""
    waits = [replace(trial(str(second)), spent=Spent(calls=1, seconds=second, dollars=0.5)) for second in range(1, 21)]
    live = report([_run(*waits)]).designs[0].spending

    assert live is not None
    assert (live.calls, live.postings, live.dollars, live.half, live.most) == (20, 20, 10.0, 10, 19)
    assert report([_run(*waits, endpoint="")]).designs[0].spending is None
    unknown = report([_run(replace(trial("a"), spent=Spent(calls=1, dollars=None)))]).designs[0].spending
    assert unknown is not None
    assert unknown.dollars is None


def test_a_posting_is_shown_once_however_often_it_came_out() -> None:
    """With everybody who came to it, and how often; what befell their lines keeps them apart."""
    other = replace(POSTING, title="Clerk")
    trials = (
        _written("a"),
        _written("a", repeat=2),
        _written("a", writer="editor", degraded="write: invalid_reply"),
        _written("a", other, repeat=3, refused={"number": 1}),
    )

    shown = _first(report([_run(*trials)])).shown

    assert [[(author.writer, len(author.trials)) for author in each.authors] for each in shown] == [
        [("editor", 1), ("llm", 2)],
        [("llm", 1)],
    ]
    assert [each.texts.title for each in shown if each.texts] == ["Ferry Clerk", "Clerk"]


def test_a_posting_says_how_long_it_was_waited_for() -> None:
    """The mean of its trials; of scripts, nothing."""
    waited = [_written("a", repeat=second, spent=Spent(calls=1, seconds=second)) for second in (1, 3)]

    assert _first(report([_run(*waited)])).shown[0].seconds == 2
    assert _first(report([_run(_written("a", spent=Spent()))])).shown[0].seconds == 0


def test_what_failed_comes_first() -> None:
    """A crash has no texts; a broken gate keeps a posting apart from the same posting that held."""
    failed = trial("a", gates=["pay"])
    trials = (_written("a"), _written("a", breaches=failed.breaches), trial("a", crashed=True))

    case = _first(report([_run(*trials)]))

    assert [each.first.passed for each in case.shown] == [False, False, True]
    assert [each.texts is None for each in case.shown] == [False, True, False]
    assert (case.passed, case.planned) == (1, 3)


def test_a_line_stands_beside_what_it_rests_on() -> None:
    """Its sources with their texts, the draft beside it, and the facts that were left out."""
    sources = {"F3": "Write to crew@halyard.example.", "F9": "A canteen", "D1": "Selling tickets for 3 ferries"}
    one = _run(_written("a"))
    case = replace(one.cases[0], sources=sources, draft="Selling tickets for 3 ferries\nFun!")

    (shown,) = _first(report([replace(one, cases=(case,))])).shown

    assert shown.texts is not None
    lines = [line for _, lines in shown.texts.sections for line in lines]
    assert [line.sources for line in lines if line.sources] == [
        (("D1", "Selling tickets for 3 ferries"),),
        (("F3", "Write to crew@halyard.example."),),
    ]
    assert [[(part.text, part.left_out) for part in line] for line in shown.texts.draft] == [
        [("Selling tickets for 3 ferries", False)],
        [("Fun!", True)],
    ]
    assert [(name, left_out) for name, _, left_out in shown.texts.facts] == [("F3", False), ("F9", True)]
    assert shown.texts.sections[0][0] == "Opening"


def test_a_run_that_was_kept_small_has_figures_and_no_texts() -> None:
    """Blessed runs hold no draft and no posting."""
    (shown,) = _first(report([_run(_written("a")).small()])).shown

    assert shown.texts is None
    assert shown.first.ran


def test_runs_stand_side_by_side() -> None:
    """A figure of each, none where a run has nothing of that name; each case once."""
    one, other = _run(trial("a", 0.5)), _run(trial("a", 0.7), replace(trial("b"), writer="editor"))

    shown = report([one, other])

    assert [design.letter for design in shown.designs] == ["A", "B"]
    assert [[None if one is None else one.count for one in row.figures] for row in shown.writers] == [[1, 1], [None, 1]]
    assert [(case.given.id, case.qualities) for case in shown.cases] == [("a", (0.5, 0.7)), ("b", (None, 0.9))]
    assert shown.cases[0].quality == 0.5
    assert shown.alone is None
    assert shown.same_cases
    assert not report([one, replace(other, dataset="e")]).same_cases


def test_a_case_that_changed_between_runs_is_two() -> None:
    """Each under a name of its own, and said to have changed."""
    one = _run(_written("a"))
    other = replace(one, cases=(given("a", fingerprint="g"),))

    shown = report([one, other])

    assert [(case.anchor, case.changed, case.planned) for case in shown.cases] == [("a", True, 1), ("a g", True, 1)]


def test_sources_are_those_of_the_run_that_cites_them() -> None:
    """Two versions of the code may number the lines of one draft otherwise."""
    one = _run(_written("a"))
    old = replace(one, cases=(replace(one.cases[0], sources={"D1": "old"}),))
    new = replace(one, cases=(replace(one.cases[0], sources={"D1": "new"}),))

    shown = _first(report([old, new])).shown

    cited = [each.texts.sections[1][1][0].sources for each in shown if each.texts]
    assert cited == [(("D1", "old"),), (("D1", "new"),)]
