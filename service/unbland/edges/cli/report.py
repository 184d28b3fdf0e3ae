"""The report of a rewrite: what moved, what changed and why, what is contradicted, what is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from unbland.application.result import Rewrite, ScoreChange, Status
from unbland.core.assembly.accounting import Fate, RefusedLine, SourceFate, UnusedLine
from unbland.core.document.model import Removal, Removed
from unbland.core.guide import WARNINGS, to_settle
from unbland.core.guide.model import Finding
from unbland.core.posting import Form, Line
from unbland.edges.cli.page import Page
from unbland.edges.cli.reviewed import line_of

#: Examples under one reason; the JSON result has them all.
_EXAMPLES = 4

#: Findings that are to be settled; more of them and nobody reads the first.
_SETTLED = 5

_VERDICTS = {
    Status.REWRITTEN: "Rewritten",
    Status.UNCHANGED: "Left as it was",
    Status.NEEDS_FACTS: "Edited, with gaps marked: too few facts to write a posting that is yours",
    Status.FAILED: "Failed",
}

_HIDDEN = {
    Removal.HIDDEN: "hidden text",
    Removal.COMMENT: "comments",
    Removal.INVISIBLE: "invisible characters",
    Removal.SCRIPT: "scripts and styles",
    Removal.CALL: "calls to a whole chat",
    Removal.LINK: "links that run code or lead elsewhere than they say",
}


def show_rewrite(rewrite: Rewrite, page: Page) -> None:
    """Write the report of one rewrite."""
    _headline(rewrite, page)
    _score(rewrite.score, page)
    _changes(rewrite.accounting.sources, page)
    _removed(rewrite.removed, page)
    _warn(rewrite.findings, page)
    _settle(rewrite, page)
    _verified(rewrite.posting.lines, page)
    _refused(rewrite.accounting.refused_lines, page)
    _unused(rewrite.accounting.unused_lines, page)
    texts = {source.id: source.text for source in rewrite.accounting.sources}
    if rewrite.conflicts:
        page.heading("Contradictions: settle these before you publish")
    for conflict in rewrite.conflicts:
        page.item(conflict.message)
        for source in conflict.sources:
            if texts.get(source, "") not in conflict.message:
                page.quote(texts[source], _side(source))
    if rewrite.questions:
        page.heading("What we ask you: answer in the facts file and run it again")
    for number, question in enumerate(rewrite.questions, start=1):
        page.item(question.ask, sign=f"{number}.")
        page.note(f"{question.field} · {question.why}")


def _headline(rewrite: Rewrite, page: Page) -> None:
    provenance = rewrite.provenance
    by = f"the {provenance.engine} engine" + (f", {provenance.model}" if provenance.model else "")
    if rewrite.status is Status.UNCHANGED:
        page.title(f"{_VERDICTS[rewrite.status]}, at {rewrite.score.before.total} of 100.")
    else:
        before, after = rewrite.score.before.total, rewrite.score.after.total
        page.title(f"{_VERDICTS[rewrite.status]}, by {by}. Score {before} → {after} of 100.")
    if provenance.degraded:
        page.warning(_degraded(provenance.degraded))


def _degraded(why: str) -> str:
    """Why it is not as asked: each step and the machine word of a model's failure, or a sentence."""
    steps = [part.partition(": ") for part in why.split("; ")]
    if all(reason for _, _, reason in steps):
        failed = " and ".join(f"“{step}” ({reason.replace('_', ' ')})" for step, _, reason in steps)
        return f"Not as asked: the model failed at the step {failed}."
    return f"Not as asked: {why}."


def _score(score: ScoreChange, page: Page) -> None:
    """The parts that moved, and the others in a line."""
    before, after = score.before.parts, score.after.parts
    parts = [*before, *(part for part in after if part not in before)]
    moved = [part for part in parts if before.get(part) != after.get(part)]
    if moved:
        page.heading("Score")
    for part in moved:
        page.row(part, _points(before.get(part)), "→", _points(after.get(part)))
    still = [f"{part} {before[part]}" for part in parts if part not in moved]
    if moved and still:
        page.note("as before: " + ", ".join(still))


def _points(part: int | None) -> str:
    return "–" if part is None else str(part)


def _changes(sources: Sequence[SourceFate], page: Page) -> None:
    """What became of the draft's lines: how many stayed, and what went for which reason."""
    draft = [source for source in sources if source.id.startswith("D")]
    count = {fate: sum(source.fate is fate for source in draft) for fate in Fate}
    page.heading("What became of the draft")
    page.line(
        f"{len(draft)} statements: {count[Fate.USED]} used, {count[Fate.PROTECTED]} kept to the letter, "
        f"{count[Fate.MERGED]} said already, {count[Fate.DROPPED]} dropped."
    )
    dropped = [source for source in draft if source.fate is Fate.DROPPED]
    for reason in dict.fromkeys(source.reason for source in dropped):
        texts = [source.text for source in dropped if source.reason == reason]
        page.item(f"{len(texts)} dropped: {reason}")
        _examples(texts, page)


def _examples(texts: Sequence[str], page: Page) -> None:
    for text in texts[:_EXAMPLES]:
        page.quote(text)
    if len(texts) > _EXAMPLES:
        page.note(f"and {len(texts) - _EXAMPLES} more")


def _removed(removed: Sequence[Removed], page: Page) -> None:
    """What a reader of the draft would not see, and so nobody was to read."""
    if removed:
        page.heading("Taken out first: what no reader of the draft would see")
    for why, name in _HIDDEN.items():
        sizes = [stretch.end - stretch.start for stretch in removed if stretch.why is why]
        if sizes:
            page.item(f"{name}: {len(sizes)} place{'s' if len(sizes) > 1 else ''}, {sum(sizes)} characters")


def _warn(findings: Iterable[Finding], page: Page) -> None:
    """What was planted in the draft or the facts, and what to do about it."""
    planted = [finding for finding in findings if finding.rule in WARNINGS]
    if planted:
        page.heading("Kept out: look at these before you publish")
    for finding in planted:
        page.item(finding.message)


def _settle(rewrite: Rewrite, page: Page) -> None:
    """What the result says against people, or leaves out against a law, with the line that it stands in."""
    found = to_settle(rewrite.findings)
    if found:
        page.heading("Who is shut out, and what a law asks: settle these before you publish")
    for finding in found[:_SETTLED]:
        page.item(finding.message)
        if finding.end > finding.start:
            page.excerpt(*line_of(rewrite.rendered.markdown, finding))
    if len(found) > _SETTLED:
        page.note(f"and {len(found) - _SETTLED} more, which a review of the result shows")


def _verified(lines: Iterable[Line], page: Page) -> None:
    """The lines that stand on a verifier's word."""
    verified = [line for line in lines if line.form is Form.VERIFIED]
    if verified:
        page.heading("What only a second model vouches for: read these with care")
    for line in verified:
        page.item(f"“{line.text}”")


def _refused(lines: Iterable[RefusedLine], page: Page) -> None:
    """The lines that the guard did not let through."""
    refused = dict.fromkeys((line.text, line.violations) for line in lines)  # a repair may say the same again
    if refused:
        page.heading("What the model wrote and no source says: not let through")
    for text, violations in refused:
        page.item(f"“{text}”")
        for violation in violations:
            page.note(f"{violation.class_}: {violation.detail}")


def _unused(lines: Sequence[UnusedLine], page: Page) -> None:
    """The lines that the guard had no cause to refuse, and that stand nowhere all the same."""
    if lines:
        page.heading("What else the model wrote and does not stand")
    for reason in dict.fromkeys(line.reason for line in lines):
        texts = list(dict.fromkeys(line.text for line in lines if line.reason == reason))
        page.item(f"{len(texts)} left out: {reason}")
        _examples(texts, page)


def _side(source: str) -> str:
    return "draft: " if source.startswith("D") else "facts: "
