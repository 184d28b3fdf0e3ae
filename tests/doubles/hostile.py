"""A run of which every text was written to do harm on a page."""

from __future__ import annotations

from dataclasses import replace

from doubles.runs import given, run, trial
from unbland.core.evaluation.gates.gate import Breach
from unbland.core.evaluation.runs.run import Run
from unbland.core.posting import Form, Line, Posting, Section, SectionKind

#: Markup, a script, an attribute that ends too early, a picture from elsewhere, and a template's own signs.
MARKUP = (
    '</script><script>alert(1)</script>"\'><img src="https://evil.example/x.png" onerror="alert(2)">{{ 7 * 7 }}{% x %}'
)

#: Text that runs from right to left, in part without an end; signs that nobody sees; a family, a flag.
ODD = "\u202egnirotcod \u2066\u200babc\x00\x1b[31m \U000e0041 👩\u200d👩\u200d👧 🏳️\u200d🌈 שלום"

#: One word without an end, and as many words as a draft may have.
ENDLESS, WORDY = "x" * 60_000, "a b " * 15_000

EVIL = f"{MARKUP} {ODD}"


def hostile() -> Run:
    """Two cases with an evil draft, one of 60,000 letters and one of 30,000 words, and evil everywhere else."""
    posting = Posting(
        title=EVIL,
        sections=(
            Section(
                kind=SectionKind.DO,
                heading=EVIL,
                lines=tuple(
                    Line(text=text, cites=("D1", "F1", "D9"), form=Form.WRITTEN) for text in (EVIL, ENDLESS, WORDY)
                ),
            ),
        ),
    )
    cases = tuple(
        replace(
            given(name),
            trade=EVIL,
            jurisdiction=EVIL,
            tags=(EVIL, ENDLESS),
            draft=f"{EVIL}\n{long}",
            sources={"D1": long, "F1": EVIL, EVIL: EVIL},
        )
        for name, long in (("endless", ENDLESS), (f"wordy{EVIL}", WORDY))
    )
    trials = tuple(
        replace(
            trial(case.id),
            writer=writer,
            posting=posting,
            breaches=(Breach(gate=EVIL, evidence=EVIL),),
            refused={EVIL: 1},
            degraded=EVIL,
        )
        for case in cases
        for writer in ("llm", EVIL)
    )
    crashed = replace(trial(cases[0].id, crashed=True), error=EVIL)
    return replace(
        run({}),
        label=EVIL,
        model=EVIL,
        strategy=EVIL,
        stopped=EVIL,
        made=EVIL,
        dataset=EVIL,
        prompts={EVIL: EVIL},
        cases=cases,
        trials=(*trials, crashed),
    )
