"""Gates on how a result behaves: its status, shape and score, what it asks and what it reports."""

from __future__ import annotations

from itertools import combinations

from unbland.core.evaluation.cases.case import Case
from unbland.core.evaluation.cases.reading import figures, squash, visible
from unbland.core.evaluation.gates.gate import Gate, Output
from unbland.core.posting import SectionKind

_STATUSES = frozenset({"rewritten", "unchanged", "needs_facts", "failed"})
_ORDER = tuple(SectionKind)
_SCORES = range(101)

#: Two figures that are the same in two lines are no chance.
_TELLING = 2


def wrong_status(case: Case, output: Output) -> tuple[str, ...]:
    """A status that is not among the right ones."""
    right = " or ".join(case.gold.status)
    return () if output.status in case.gold.status else (f"{output.status}, not {right}",)


def wrong_questions(case: Case, output: Output) -> tuple[str, ...]:
    """Questions that are missing, or ask for what is known."""
    fields = {question.field for question in output.questions}
    missing = [f"does not ask {field}" for field in case.gold.asked if field not in fields]
    return (*missing, *(f"asks {field}" for field in case.gold.not_asked if field in fields))


def silent_conflicts(case: Case, output: Output) -> tuple[str, ...]:
    """Disagreements of draft and facts that are not reported."""
    fields = {conflict.field.partition("[")[0] for conflict in output.conflicts}
    return tuple(field for field in case.gold.conflicts if field not in fields)


def lower_score(case: Case, output: Output) -> tuple[str, ...]:  # noqa: ARG001 - every gate takes both
    """A result that scores below its draft."""
    before, after = output.before.total, output.after.total
    return (f"{before} → {after}",) if after < before else ()


def touched(case: Case, output: Output) -> tuple[str, ...]:
    """A result that says it is the draft, and is not."""
    if output.status != "unchanged":
        return ()
    draft = squash(visible(case.draft.content, case.draft.format))
    return () if draft in {squash(output.rendered.text), squash(output.rendered.markdown)} else ("the text differs",)


def repeated(case: Case, output: Output) -> tuple[str, ...]:  # noqa: ARG001 - every gate takes both
    """Lines that state the figures of another line again: a range or a sum told twice."""
    lines = [line.text for line in output.posting.lines]
    values = [frozenset(figure.value for figure in figures(line)) for line in lines]
    return tuple(
        f"{one!r} and {other!r}"
        for (one, first), (other, second) in combinations(zip(lines, values, strict=True), 2)
        if first == second and len(first) >= _TELLING
    )


def broken_shape(case: Case, output: Output) -> tuple[str, ...]:  # noqa: ARG001 - every gate takes both
    """A posting that no client could work with: empty parts, sections out of order, slots unfilled."""
    sections, lines = output.posting.sections, [line.text for line in output.posting.lines]
    order = [_ORDER.index(section.kind) for section in sections]
    checks = {
        "unknown status": output.status in _STATUSES,
        "no title": output.posting.title.strip() != "",
        "no lines": lines != [],
        "empty section": all(section.lines for section in sections),
        "empty line": all(text.strip() for text in lines),
        "sections out of order": output.status == "unchanged" or order == sorted(set(order)),
        "a slot was left unfilled": "{{" not in "".join(lines),
        "not rendered": "" not in (output.rendered.markdown, output.rendered.html, output.rendered.text),
        "score out of range": output.before.total in _SCORES and output.after.total in _SCORES,
    }
    return tuple(fault for fault, holds in checks.items() if not holds)


def broken_accounting(case: Case, output: Output) -> tuple[str, ...]:  # noqa: ARG001 - every gate takes both
    """Sources that are listed twice, or point to lines that do not exist."""
    ids = [source.id for source in output.accounting.sources]
    places = {place for source in output.accounting.sources for place in source.lines}
    checks = {
        "a source is listed twice": len(ids) == len(set(ids)),
        "a source points to a line that is not there": places <= set(range(len(output.posting.lines))),
    }
    return tuple(fault for fault, holds in checks.items() if not holds)


CONDUCT = (
    Gate(id="status", holds="The status is a right one.", look=wrong_status),
    Gate(id="questions", holds="It asks what nobody says, and nothing that is known.", look=wrong_questions),
    Gate(id="conflict", holds="Draft and facts that disagree are reported.", look=silent_conflicts),
    Gate(id="score", holds="The result never scores below its draft.", look=lower_score),
    Gate(id="untouched", holds="An unchanged draft is unchanged.", look=touched),
    Gate(id="twice", holds="Nothing is told twice.", look=repeated),
    Gate(id="shape", holds="The posting has the promised shape.", look=broken_shape),
    Gate(
        id="accounting", holds="The accounting lists each source once, with lines that exist.", look=broken_accounting
    ),
)
