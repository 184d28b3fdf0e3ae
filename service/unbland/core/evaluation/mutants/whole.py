"""Defects of the whole: cites, questions, conflicts, status, shape and accounting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.cases.reading import figures
from unbland.core.evaluation.gates.gate import Output
from unbland.core.evaluation.gates.slots import UNTOUCHED
from unbland.core.evaluation.mutants.mutant import (
    Defect,
    added,
    cited,
    exchanged,
    stating,
    with_posting,
    with_text,
)
from unbland.core.guide.model import Score
from unbland.core.posting import Form, Line, Section, SectionKind
from unbland.core.question import Question
from unbland.core.render.rendered import render

#: Places of one case that a kind of defect is seeded at.
_PLACES = 3


def _unknown_cite(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    for line in islice(stating(output), _PLACES):
        yield "cites D999", exchanged(case, output, line, replace(line, cites=("D999",)))


def _no_cite(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    for line in islice((each for each in stating(output) if each.cites), _PLACES):
        yield "cites nothing", exchanged(case, output, line, replace(line, cites=()))


def _question_lost(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    for name in case.gold.asked:
        left = tuple(question for question in output.questions if question.field != name)
        yield f"does not ask {name}", replace(output, questions=left)


def _question_needless(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    for name in case.gold.not_asked:
        yield f"asks {name}", replace(output, questions=(*output.questions, Question(field=name, ask="?", why="")))


def _conflict(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    if case.gold.conflicts:
        yield "says nothing of it", replace(output, conflicts=())


def _status(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    for status in ("rewritten", "needs_facts", "failed"):
        if status not in case.gold.status and output.status != "unchanged":
            yield status, replace(output, status=status)


def _score(_: Case, output: Output) -> Iterator[tuple[str, Output]]:
    if output.before.total:
        yield "one point less", replace(output, after=Score(total=output.before.total - 1, parts={}))


def _touched(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    if output.status == "unchanged":
        line = output.posting.lines[-1]
        posting = with_text(case, output, line, f"{line.text} And more.").posting
        yield "a line more", replace(output, posting=posting, rendered=render(posting, case.facts))


def _twice(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    counting = [line for line in stating(output) if len(figures(line.text)) > 1 and output.status not in UNTOUCHED]
    for line in islice(counting, _PLACES):
        yield line.text, added(case, output, SectionKind.ABOUT, replace(line, text=f"Again: {line.text}"))


def _shape(case: Case, output: Output) -> Iterator[tuple[str, Output]]:
    posting = output.posting
    yield "no title", with_posting(case, output, replace(posting, title=""))
    yield "an unfilled slot", added(case, output, SectionKind.OFFER, cited(output, "{{F1}}"))
    empty = Section(kind=SectionKind.APPLY, heading="", lines=(Line(text=" ", cites=("D1",), form=Form.VERBATIM),))
    yield "an empty line", replace(output, posting=replace(posting, sections=(*posting.sections, empty)))
    if output.status != "unchanged" and len(posting.sections) > 1:
        turned = replace(posting, sections=posting.sections[::-1])
        yield "sections turned round", replace(output, posting=turned)


def _accounting(_: Case, output: Output) -> Iterator[tuple[str, Output]]:
    first = output.accounting.sources[0]
    twice = replace(output.accounting, sources=(*output.accounting.sources, first))
    yield "a source twice", replace(output, accounting=twice)
    lost = replace(first, lines=(len(output.posting.lines),))
    yield (
        "a line that is not there",
        replace(output, accounting=replace(output.accounting, sources=(lost, *output.accounting.sources[1:]))),
    )


WHOLE = (
    Defect(kind="unknown cite", gates=("cites",), seed=_unknown_cite),
    Defect(kind="no cite", gates=("cites",), seed=_no_cite),
    Defect(kind="question lost", gates=("questions",), seed=_question_lost),
    Defect(kind="needless question", gates=("questions",), seed=_question_needless),
    Defect(kind="conflict silenced", gates=("conflict",), seed=_conflict),
    Defect(kind="wrong status", gates=("status",), seed=_status),
    Defect(kind="score lowered", gates=("score",), seed=_score),
    Defect(kind="unchanged touched", gates=("untouched",), seed=_touched),
    Defect(kind="told twice", gates=("twice",), seed=_twice),
    Defect(kind="shape", gates=("shape",), seed=_shape),
    Defect(kind="accounting", gates=("accounting",), seed=_accounting),
)
