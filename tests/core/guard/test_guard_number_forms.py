"""Figures in many forms: the same one told in another way passes, another one does not, whichever is the source."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from builders import ledger, line, source
from unbland.core import guard
from unbland.core.guard.model import Outcome, Verdict
from unbland.core.ledger.model import Kind

FORMS = yaml.safe_load((Path(__file__).parent / "number_forms.yaml").read_text(encoding="utf-8"))
OTHER = [(class_, *pair) for class_, pairs in FORMS["other"].items() for pair in pairs]


def _verdict(said: str, told: str) -> Verdict:
    """What the guard says of a line that tells what a source says; neither is the other's words."""
    duty = source("D1", f"Handle {said} here.", Kind.DUTY)
    return guard.check(line(f"You handle {told} here.", "D1"), ledger(duty))


@pytest.mark.parametrize(("said", "told"), FORMS["same"])
def test_another_form_of_the_same_figure_passes(said: str, told: str) -> None:
    """Digits or words, before or behind, whole or abbreviated."""
    assert _verdict(said, told).violations == ()


@pytest.mark.parametrize(("class_", "said", "told"), [*OTHER, *((class_, b, a) for class_, a, b in OTHER)])
def test_s5_another_figure_is_refused(class_: str, said: str, told: str) -> None:
    """Another value, bound, unit, currency or period, more or less of it, under the class that it is of."""
    verdict = _verdict(said, told)

    assert verdict.outcome is Outcome.REFUSED
    assert class_ in {violation.class_.value for violation in verdict.violations}
