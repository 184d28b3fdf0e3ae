"""Rulings: what a settled doubt becomes, and that nothing else is moved by it."""

from __future__ import annotations

from builders import fact, ledger, line, source
from unbland.application.settle import Judged, Ruling
from unbland.core.assembly.accounting import Aside, Fate
from unbland.core.guard.model import Outcome, Verdict, Violation, ViolationClass
from unbland.core.ledger.model import Kind
from unbland.core.posting import Form, SectionKind

LEDGER = ledger(source("D1", "Changing dressings", Kind.DUTY), source("D2", "Running the clinic", Kind.DUTY))


def _ruling(text: str, outcome: Outcome, *cites: str) -> Ruling:
    faults = {Outcome.REFUSED: ViolationClass.NUMBER, Outcome.DOUBT: ViolationClass.NOVELTY}
    found = (Violation(class_=faults[outcome], detail="-"),) if outcome in faults else ()
    verdict = Verdict(outcome=outcome, violations=found)
    return Ruling(section=SectionKind.DO, line=line(text, *cites), verdict=verdict)


DOUBT = _ruling("Renew bandages.", Outcome.DOUBT, "D1")


def test_a_settled_doubt_passes_as_verified_and_in_its_place() -> None:
    """The other lines keep their form, and a doubt that was not settled stays out."""
    other = _ruling("Calm patients.", Outcome.DOUBT, "D1")
    judged = Judged(rulings=(DOUBT, _ruling("Run the clinic.", Outcome.PASSED, "D2"), other))

    settled = judged.settled({DOUBT.claim})

    lines = settled.passed(LEDGER)[SectionKind.DO]
    assert [(each.text, each.form) for each in lines] == [
        ("Renew bandages.", Form.VERIFIED),
        ("Run the clinic.", Form.WRITTEN),
    ]
    assert settled.doubts == (other,)
    assert [each.text for each in settled.refused] == ["Calm patients."]


def test_a_refusal_of_the_same_words_is_not_overruled() -> None:
    """What the guard says of a line is said of that line, whatever became of its twin."""
    refused = _ruling("RENEW BANDAGES.", Outcome.REFUSED, "D1")
    assert refused.claim == DOUBT.claim

    settled = Judged(rulings=(DOUBT, refused)).settled({DOUBT.claim})

    assert settled.rulings[1] == refused
    assert [each.text for each in settled.refused] == ["RENEW BANDAGES."]


def test_the_same_words_on_other_sources_are_another_claim() -> None:
    """A yes holds for the sources it was given on."""
    elsewhere = _ruling("Renew bandages.", Outcome.DOUBT, "D2")

    assert Judged(rulings=(elsewhere,)).settled({DOUBT.claim}).doubts == (elsewhere,)


def test_every_line_that_is_not_used_says_why() -> None:
    """Left to code, resting on what was dropped, or saying too little; refused ones are on their own list."""
    sources = ledger(
        source("D1", "Changing dressings", Kind.DUTY),
        source("D2", "Two years of burns nursing in a hospital", Kind.REQUIREMENT, modality="required"),
        source("D3", "Strong communication", Kind.REQUIREMENT),
        fact("F1", "Leeds", Kind.LOCATION, "role.location"),
    )
    passed = [_ruling(text, Outcome.PASSED, cite) for text, cite in (("Change dressings.", "D1"), ("Nursing.", "D2"))]
    generic = _ruling("Strong communication.", Outcome.PASSED, "D3")
    refused = _ruling("Change 9 dressings.", Outcome.REFUSED, "D1")
    judged = Judged(rulings=(*passed, generic, refused)).then(Judged(rulings=(), codes_own=(line("In York.", "F1"),)))
    aside = {"D3": Aside(fate=Fate.DROPPED, reason="generic")}

    unused = judged.unused({SectionKind.DO: (passed[0].line,)}, sources, aside)

    assert {each.text: each.reason for each in unused} == {
        "In York.": "code writes this itself",
        "Nursing.": "says too little of a must-have, which stands in its own words",
        "Strong communication.": "what it rests on was dropped",
    }
