"""Runs made by hand, for tests of what is done with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from unbland.core.evaluation.gates.gate import Breach
from unbland.core.evaluation.runs.measures import Measures
from unbland.core.evaluation.runs.run import Given, Run, Spent, Trial

MEASURES = Measures(before=40, after=80, words=200, figures=5, questions=1, refused=0)


def given(name: str, cluster: str | None = None, fingerprint: str = "f") -> Given:
    """A case, alone in its cluster without a word."""
    return Given(
        id=name,
        cluster=cluster or name,
        trade="ferry clerk",
        jurisdiction="IE",
        tags=("text",),
        fingerprint=fingerprint,
        draft="Ferry clerk",
        sources={"D1": "Ferry clerk"},
    )


def trial(
    case: str, quality: float = 0.9, *, repeat: int = 1, gates: Sequence[str] = (), crashed: bool = False
) -> Trial:
    """A trial of a real model with this quality on its two criteria, one of which moves with the rules."""
    if crashed:
        return Trial(case=case, writer="llm", repeat=repeat, error="RuntimeError: out of paper")
    return Trial(
        case=case,
        writer="llm",
        repeat=repeat,
        status="rewritten",
        measures=MEASURES,
        breaches=tuple(Breach(gate=gate, evidence="9") for gate in gates),
        shares={"facts": quality, "score": quality},
        parts={"pay": round(100 * quality)},
        spent=Spent(calls=1, input_tokens=2000, output_tokens=500, seconds=2.0, dollars=0.004),
    )


def run(
    qualities: Mapping[str, float], *, clusters: Mapping[str, str] | None = None, dataset: str = "d", scorers: str = "s"
) -> Run:
    """A run of these cases, one trial each."""
    return Run(
        made="2027-03-01T12:00:00+00:00",
        dataset=dataset,
        scorers=scorers,
        label="a model",
        model="gpt-5.4-mini",
        endpoint="http://localhost/v1",
        strategy="write-repair",
        cases=tuple(given(name, (clusters or {}).get(name)) for name in qualities),
        trials=tuple(trial(name, quality) for name, quality in qualities.items()),
    )
