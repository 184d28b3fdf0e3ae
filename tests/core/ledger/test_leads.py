"""What leads to a list says how its items are meant."""

from __future__ import annotations

import pytest

from unbland.core.document import read
from unbland.core.facts import NO_FACTS
from unbland.core.ledger import build
from unbland.core.ledger.model import Kind, Modality, Source


def _sources(text: str) -> tuple[Source, ...]:
    return build(read(text), NO_FACTS).sources


@pytest.mark.parametrize("lead", ["You must not:", "**You must not**", "Please do not:", "You won't"])
def test_a_list_of_what_is_forbidden_keeps_its_lead(lead: str) -> None:
    """`Smoke on site` alone asks for it."""
    text = f"# Carer\n\n{lead}\n\n- smoke on site\n- lend money;\n\nYou will:\n\n- cook\n"
    texts = [source.text for source in _sources(text)]
    assert texts[1] == f"{lead.strip('*:')}: smoke on site, lend money"
    assert "smoke on site" not in texts


def test_a_denial_in_the_middle_of_a_section_keeps_its_lead() -> None:
    """The same where it ends a paragraph."""
    text = "# Carer\n\n## Duties\n\nYou cook for six people. In this house we never:\n\n- shout\n- hurry\n"
    assert _sources(text)[-1].text == "In this house we never: shout, hurry"


def test_what_the_employer_will_do_is_no_order_to_the_reader() -> None:
    """`Pay for your training` alone asks the reader to pay."""
    last = _sources("# Carer\n\nYou will:\n- cook\n\nWe will:\n- pay for your training\n- plan a month ahead\n")[-1]
    assert (last.text, last.kind) == ("We will: pay for your training, plan a month ahead", Kind.BENEFIT)


def test_what_is_not_needed_is_no_demand() -> None:
    """A paragraph of names is a list, too; one of sentences speaks for itself."""
    last = _sources("# Carer\n\n## What you won't need\n\nA degree. A van. Years of night shifts.\n")[-1]
    assert last.text == "What you won't need: A degree, A van, Years of night shifts"
    assert (last.kind, last.modality) == (Kind.REQUIREMENT, Modality.PREFERRED)
    said = _sources("# Carer\n\n## What we don't do\n\nWe never shout. We do not lend money.\n")
    assert said[-1].text == "We do not lend money."


def test_who_should_not_apply_is_one_statement() -> None:
    """Neither half stands alone, and the heading over it is no line beside it."""
    text = "# Carer\n\n## You should NOT apply if\n\n- You want no nights\n- You hate dogs\n"
    assert [s.text for s in _sources(text)][1:] == ["You should NOT apply if: You want no nights, You hate dogs"]


def test_a_wish_is_no_denial() -> None:
    """`Not required, but nice` heads a list as any other heading does."""
    texts = [source.text for source in _sources("# Carer\n\n## Not required but nice to have\n\n- Polish\n- A car\n")]
    assert texts[1:] == ["Polish", "A car"]


def test_a_bullet_that_only_names_those_below_it_is_no_duty() -> None:
    """What is below it is work, though no verb says so."""
    text = (
        "# Fitter\n\n## The job\n\n- Projects\n  - Planned upkeep of 3 dryers\n  - Weld the new line\n- Keep records\n"
    )
    kinds = [(source.text, source.kind) for source in _sources(text)[1:]]
    assert kinds == [
        ("Projects", Kind.BOILERPLATE),
        ("Planned upkeep of 3 dryers", Kind.DUTY),
        ("Weld the new line", Kind.DUTY),
        ("Keep records", Kind.DUTY),
    ]


def test_what_is_asked_for_over_its_parts_stays() -> None:
    """`Python` with two of its libraries below it is a must-have, too."""
    text = "# Engineer\n\n## Requirements\n\n- Python\n  - Django\n  - FastAPI\n"
    assert [source.kind for source in _sources(text)[1:]] == [Kind.REQUIREMENT] * 3


@pytest.mark.parametrize(
    ("label", "value", "kind"),
    [
        ("where", "kiosk on platform 3", Kind.LOCATION),
        ("when", "Saturday and Sunday", Kind.SCHEDULE),
        ("what", "open up, cash up, close the shop", Kind.DUTY),
        ("who", "you've worked a big machine", Kind.REQUIREMENT),
        ("how", "drop in before 11", Kind.PROCESS),
        ("base", "Haverfordwest", Kind.LOCATION),
        ("responsible to", "the ward sister", Kind.REPORTING),
    ],
)
def test_a_note_says_by_its_labels_what_it_means(label: str, value: str, kind: Kind) -> None:
    """As one colleague writes to another."""
    text = f"Barista\n\npay: £12 an hour\n{label}: {value}\nstart: Monday\n"
    assert [s.kind for s in _sources(text) if value in s.text] == [kind]


def test_a_reason_that_points_back_brings_what_it_points_at() -> None:
    """`Fix that` says nothing without the sentence before it."""
    text = "# Engineer\n\nOur booking service falls over at 450 requests. We need someone to fix that before spring.\n"
    assert [source.kind for source in _sources(text)[1:]] == [Kind.REASON] * 2


def test_what_a_demand_goes_on_with_of_the_employer_is_no_demand() -> None:
    """`We run on two servers` asks for nothing."""
    *_, asked, told = _sources("# Engineer\n\nExperience with Kubernetes is not needed; we run on two big servers.\n")
    assert (asked.kind, told.kind) == (Kind.REQUIREMENT, Kind.COMPANY)
