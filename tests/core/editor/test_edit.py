"""What of a draft the editor takes, section by section."""

from __future__ import annotations

from unbland.core.brief import make_brief
from unbland.core.document import read
from unbland.core.editor import edit
from unbland.core.facts import NO_FACTS
from unbland.core.ledger import build
from unbland.core.posting import SectionKind

ABOUT = """# Clerk

## About us

We are a firm of people who care.

We believe in what we do and in those who do it.

Our people are our strength, and we grow with them.

We supply 40 cafes in Bristol and Bath.

We were founded by Ann Larsen.

We love what is new.
"""


def test_of_the_company_what_names_something_stays() -> None:
    """Behind its first sentence, in the order of the draft; what goes is told."""
    ledger = build(read(ABOUT), NO_FACTS)
    made = edit(make_brief("Clerk", ledger, ()), {})

    assert [line.text for line in made.lines[SectionKind.ABOUT]] == [
        "We are a firm of people who care.",
        "We supply 40 cafes in Bristol and Bath.",
        "We were founded by Ann Larsen.",
    ]
    assert [aside.reason for aside in made.aside.values()] == [
        "the company comes last and short; the sentences that say most stay"
    ] * 3


def test_a_call_for_applicants_opens_a_posting() -> None:
    """At its end, below the company, it reads as if the posting began anew."""
    text = "# Clerk\n\nFirth, Hull, is looking for a clerk.\n\n## About us\n\nWe supply 40 cafes in Hull.\n"
    made = edit(make_brief("Clerk", build(read(text), NO_FACTS), ()), {})

    assert [line.text for line in made.lines[SectionKind.OPENING]] == ["Firth, Hull, is looking for a clerk."]
    assert [line.text for line in made.lines[SectionKind.ABOUT]] == ["We supply 40 cafes in Hull."]


def test_a_call_takes_no_place_of_the_company() -> None:
    """What three sentences say of the company does not crowd out whom it looks for."""
    call = "We seek a clerk to run the books of our 40 cafes."
    made = edit(make_brief("Clerk", build(read(f"{ABOUT}\n{call}\n"), NO_FACTS), ()), {})

    assert [line.text for line in made.lines[SectionKind.OPENING]] == [call]
    assert len(made.lines[SectionKind.ABOUT]) == 3


def test_a_call_is_no_reason_beside_one_that_names_something() -> None:
    """`Due to growth` comes first in many drafts, and what happened second."""
    growth = "Due to continued growth we are now looking for a Clerk to join our friendly team."
    told = "Since we moved to version 9 in August, calls went from 60 to 140 a day."
    both = edit(make_brief("Clerk", build(read(f"# Clerk\n\n{growth} {told}\n"), NO_FACTS), ()), {})
    alone = edit(make_brief("Clerk", build(read(f"# Clerk\n\n{growth}\n"), NO_FACTS), ()), {})

    assert [line.text for line in both.lines[SectionKind.OPENING]] == [told]
    assert [line.text for line in alone.lines[SectionKind.OPENING]] == [growth.replace("friendly ", "")]


def test_each_part_of_a_run_on_begins_with_its_verb() -> None:
    """The charge stands before the first alone."""
    charge = "The postholder will be responsible for: processing the invoices of 40 cafes; "
    rest = "preparing accounts for the owners every two months; writing to the three banks that lend us money in Hull."
    made = edit(make_brief("Clerk", build(read(f"# Clerk\n\n## Duties\n\n{charge}{rest}\n"), NO_FACTS), ()), {})

    assert [line.text for line in made.lines[SectionKind.DO]] == [
        "Process the invoices of 40 cafes",
        "Prepare accounts for the owners every two months",
        "Write to the three banks that lend us money in Hull.",
    ]


def test_short_sentences_on_the_company_stand_beside_each_other() -> None:
    """`23 people.` takes the place of none that says more; three long ones are all that stands."""
    short = "We build ledgers for vets. Series A in May. 23 people. Our API files claims in 40 seconds for 610 clinics."
    told = edit(make_brief("Clerk", build(read(f"# Clerk\n\n## About us\n\n{short}\n"), NO_FACTS), ()), {})
    assert " ".join(line.text for line in told.lines[SectionKind.ABOUT]) == short

    long = " ".join(f"Our shop in town {n} has sold nets and ropes to {n} trawlers since 19{n}." for n in range(60, 65))
    told = edit(make_brief("Clerk", build(read(f"# Clerk\n\n## About us\n\n{long}\n"), NO_FACTS), ()), {})
    assert len(told.lines[SectionKind.ABOUT]) == 3
