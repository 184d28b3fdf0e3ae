"""The report on the guard as JSON."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from unbland.application.evaluation.measure import GuardReport, PartReport
from unbland.core.evaluation.sentences.judging import Judged
from unbland.core.evaluation.sentences.labelled import Label
from unbland.core.evaluation.sentences.measuring import VERIFIER_ERROR, Count


def to_wire(report: GuardReport, listed: Collection[str]) -> dict[str, object]:
    """Every part; sentences only of the parts that are listed."""
    return {
        "standing": report.standing,
        "verifier_error": VERIFIER_ERROR,
        "parts": [_part(part, listed) for part in report.parts],
    }


def _part(part: PartReport, listed: Collection[str]) -> dict[str, object]:
    measured = part.measured
    return {
        "part": part.name,
        "standing": part.standing,
        "committed_figures_apply": part.held,
        "shortfalls": part.shortfalls,
        "trades": len({each.sentence.trade for each in measured.judged}),
        "unfaithful": _count(measured.unfaithful),
        **{label: _count(measured.of(label)) for label in (Label.LIGHT, Label.FREE, Label.HOLLOW)},
        "labels": {label: _count(count) for label, count in measured.labels.items()},
        "leaks": _failures(measured.leaks) if part.name in listed else None,
        "false_alarms": _failures(measured.false_alarms) if part.name in listed else None,
    }


def _count(count: Count) -> dict[str, object]:
    return {
        "all": count.all,
        "refused": count.refused,
        "doubted": count.doubted,
        "passed": count.passed,
        "stopped_share": count.share,
        "interval": count.interval,
        "interval_by_trade": count.by_trade,
        "stopped_share_with_verifier": count.verified,
    }


def _failures(judged: Sequence[Judged]) -> list[dict[str, object]]:
    return [
        {
            "trade": each.sentence.trade,
            "label": each.sentence.label,
            "text": each.sentence.line.text,
            "cites": each.sentence.line.cites,
            "outcome": each.outcome,
            "violations": [
                {"class": violation.class_, "detail": violation.detail} for violation in each.verdict.violations
            ],
        }
        for each in judged
    ]
