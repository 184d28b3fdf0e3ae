"""Hand-made results, for tests of what is shown and sent."""

from __future__ import annotations

from unbland.application.result import Provenance, Rewrite, ScoreChange, Status
from unbland.core.assembly.accounting import Accounting, Fate, RefusedLine, SourceFate, UnusedLine
from unbland.core.document.model import Removal, Removed
from unbland.core.facts import NO_FACTS
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guide.model import Finding, Principle, Score
from unbland.core.ledger.model import Conflict, Kind
from unbland.core.posting import Form, Line, Posting, Section, SectionKind
from unbland.core.question import Question
from unbland.core.render.rendered import render

POSTING = Posting(
    title="Key Account Manager",
    sections=(
        Section(
            kind=SectionKind.DO,
            heading="What you will do",
            lines=(Line(text="Manage 30 grocery accounts.", cites=("D2", "F1"), form=Form.WRITTEN),),
        ),
    ),
)

FINDING = Finding(
    rule="pay.missing",
    principle=Principle.PAY,
    start=0,
    end=0,
    text="",
    message="No line says what the job pays.",
    suggestion="Name the range.",
)


def fate(source_id: str, text: str, became: Fate, reason: str = "", lines: tuple[int, ...] = ()) -> SourceFate:
    """What became of a duty."""
    return SourceFate(id=source_id, text=text, kind=Kind.DUTY, fate=became, reason=reason, lines=lines)


ACCOUNTING = Accounting(
    sources=(
        fate("D1", "We are a [dynamic] industry leader.", Fate.DROPPED, "says nothing about this job"),
        fate("D2", "Responsible for managing 30 grocery accounts", Fate.USED, lines=(0,)),
        fate("D3", "Managing grocery accounts, 30 of them", Fate.MERGED, "D2 says the same"),
        fate("F1", "Renew the contracts of both customers.", Fate.USED, lines=(0,)),
    ),
    refused_lines=(
        RefusedLine(
            text="You earn $150,000.",
            cites=("D2",),
            violations=(Violation(class_=ViolationClass.NUMBER, detail="150,000 is in no source it cites"),),
        ),
    ),
    unused_lines=(UnusedLine(text="You report to Ann.", cites=("F1",), reason="code writes this itself"),),
)


def rewrite(status: Status = Status.REWRITTEN, degraded: str | None = None) -> Rewrite:
    """A rewrite with something in every part of it."""
    return Rewrite(
        id="rw_1",
        status=status,
        posting=POSTING,
        rendered=render(POSTING, NO_FACTS),
        score=ScoreChange(
            before=Score(total=31, parts={"reason": 0, "pay": 10, "concise": 80}),
            after=Score(total=88, parts={"reason": 100, "pay": 90, "concise": 80}),
        ),
        findings=(FINDING,),
        questions=(Question(field="benefits", ask="Which benefits do you offer?", why="No source names one."),),
        conflicts=(Conflict(field="pay", sources=("D2", "F1"), message="The draft and the facts differ on the pay."),),
        accounting=ACCOUNTING,
        provenance=Provenance(
            engine="llm",
            model="gpt-5.4-mini",
            prompts={"write": "v1@0a1b2c3d4e5f"},
            calls=2,
            degraded=degraded,
            ai_generated=True,
        ),
        removed=(
            Removed(why=Removal.HIDDEN, start=10, end=52),
            Removed(why=Removal.INVISIBLE, start=60, end=61),
            Removed(why=Removal.INVISIBLE, start=70, end=71),
        ),
    )
