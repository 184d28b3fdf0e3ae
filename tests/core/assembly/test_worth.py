"""What a recruiter would miss, however worn its words, and what nobody misses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import source
from unbland.core.assembly.worth import is_missed, only_leads_in
from unbland.core.ledger.model import Kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Experience in writing and editing", Kind.REQUIREMENT),
        ("Experience organizing meetings and events", Kind.REQUIREMENT),
        ("User journey feedback experience", Kind.REQUIREMENT),
        ("Strong familiarity with sports statistics", Kind.REQUIREMENT),
        ("Strong knowledge of data architecture", Kind.REQUIREMENT),
        ("Professional experience in an accounting position", Kind.REQUIREMENT),
        ("Technical education", Kind.REQUIREMENT),
        ("Track record in mobilizing resources from foundations", Kind.REQUIREMENT),
        ("We are unable to provide employment documents.", Kind.REQUIREMENT),
        ("You must prepare commercial offers and answer quotations", Kind.REQUIREMENT),
        ("Valid forklift certificate", Kind.REQUIREMENT),
        ("Apply to jobs@acme.example today!", Kind.PROCESS),
        ("You need not meet every requirement to apply.", Kind.PROCESS),
        ("A motivated person for a full-time position", Kind.SCHEDULE),
        ("A key member of our fully remote environment", Kind.LOCATION),
        ("As a permanent employee you get a competitive salary.", Kind.PAY),
    ],
)
def test_what_says_something_is_missed(text: str, kind: Kind) -> None:
    """A field that was learnt, a denial, a demand with substance, an address, a term."""
    assert is_missed(source("D1", text, kind))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Experience in a similar role", Kind.REQUIREMENT),
        ("Experience working with people", Kind.REQUIREMENT),
        ("Proven track record of success", Kind.REQUIREMENT),
        ("Strong skills in communication and teamwork", Kind.REQUIREMENT),
        ("Must have good communication skills", Kind.REQUIREMENT),
        ("Experience in a fast-paced environment", Kind.REQUIREMENT),
        ("Apply today and grow with us!", Kind.PROCESS),
        ("A competitive salary", Kind.PAY),
        ("We do not only say it, we live it.", Kind.COMPANY),
    ],
)
def test_small_talk_is_not(text: str, kind: Kind) -> None:
    """What anybody claims, and cries."""
    assert not is_missed(source("D1", text, kind))


def test_a_link_is_missed() -> None:
    """Where it leads, nobody finds without it."""
    assert is_missed(replace(source("D1", "Good values", Kind.REQUIREMENT), links=("https://acme.example/values",)))


@pytest.mark.parametrize(
    ("text", "kind", "goes"),
    [
        ("In addition, you have:", Kind.REQUIREMENT, True),
        ("You will:", Kind.DUTY, True),
        ("Experience", Kind.REQUIREMENT, True),
        ("Experience with boats", Kind.REQUIREMENT, False),
        ("Please send your CV by 30 July 2027 to:", Kind.PROCESS, False),
        ("Write to hiring@acme.example or bring it to:", Kind.CONTACT, False),
        ("Please contact our office at:", Kind.PROCESS, False),
        ("Acme is an equal opportunity employer:", Kind.LEGAL, False),
        ("You report to the board.", Kind.REPORTING, False),
    ],
)
def test_a_lead_in_goes_only_when_it_says_nothing(text: str, kind: Kind, goes: bool) -> None:
    """A date, an address or a statement of law before a colon stays."""
    assert only_leads_in(source("D1", text, kind)) is goes


def test_a_name_of_a_section_among_bullets_is_an_item() -> None:
    """Training is offered there."""
    assert not only_leads_in(replace(source("D1", "Training", Kind.BENEFIT), bullet=True))
    assert only_leads_in(source("D1", "Training", Kind.BENEFIT))
