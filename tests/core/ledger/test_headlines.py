"""Headings that say something are lines; what nobody knows for a section goes on under the heading above it."""

from __future__ import annotations

import pytest

from unbland.core.document import read
from unbland.core.facts import NO_FACTS
from unbland.core.ledger import build
from unbland.core.ledger.model import Kind, Modality, Source
from unbland.core.ledger.titles import shown, title_of, without_company

PROSE = (
    "We cook fish from the harbour for ninety guests a night, and the kitchen is open to the room, so that every guest"
    " sees how it is done."
)


def _sources(text: str) -> tuple[Source, ...]:
    return build(read(text), NO_FACTS).sources


@pytest.mark.parametrize(
    "line",
    [
        "St. Brendan's Hospital, Galway",
        "Prairie Line Carriers · Omaha, NE",
        "Bayline Erectors Inc., Oakland, CA",
        "Tidewater Cold Storage - Norfolk, Virginia",
        "Murrumbidgee Institute, Wagga Wagga NSW",
        "Fully remote (EU time zones ±2h)",
    ],
)
@pytest.mark.parametrize("below", [PROSE, "**Pay:** $30 an hour"])
def test_firm_and_place_below_the_title_are_a_place(line: str, below: str) -> None:
    """A short line alone over a paragraph looks like a heading, and says where the work is done."""
    placed = [source.text for source in _sources(f"# Line Cook\n\n{line}\n\n{below}\n") if source.kind is Kind.LOCATION]
    assert placed == [line]


@pytest.mark.parametrize(
    "line", ["Your new kitchen", "Tools, Systems and Methods", "Our Story - Part One", "Growth, learning", "The Role"]
)
def test_what_only_names_a_section_is_no_line(line: str) -> None:
    """A heading that tells nothing stays a heading."""
    assert line not in {source.text for source in _sources(f"# Line Cook\n\n{line}\n\n{PROSE}\n")}


@pytest.mark.parametrize("value", ["No restrictions", "All qualified candidates", "Undergraduates"])
def test_whom_a_job_is_open_to_is_said_with_its_label(value: str) -> None:
    """The value alone says nothing of the person."""
    label = "OPEN TO/ ELIGIBILITY CRITERIA"
    texts = [source.text for source in _sources(f"TITLE: Clerk\n{label}: {value}\nLOCATION: Oslo\n")]
    assert f"{label}: {value}" in texts
    assert value not in texts


def test_what_is_asked_of_one_grade_is_said_with_its_label() -> None:
    """However long it is: without the label it would be asked of all."""
    long = "Valid certificate of registration as a weights and measures officer, and a year of experience in it."
    texts = [
        source.text
        for source in _sources(f"# Officer I/II\n\nMINIMUM QUALIFICATIONS\nWMO I: A letter.\nWMO II: {long}\n")
    ]
    assert f"WMO II: {long}" in texts
    assert "WMO I: A letter." in texts


@pytest.mark.parametrize("name", ["EDUCATION", "Education"])
def test_a_known_label_is_no_grade(name: str) -> None:
    """What says its part as a heading is not said again before its value."""
    long = "A certificate of registration as a weights and measures officer, and a year of experience in it."
    assert f"{name}: {long}" not in {s.text for s in _sources(f"# Officer\n\nQUALIFICATIONS\n{name}: {long}\n")}


def test_what_leads_to_a_list_is_no_item_of_it() -> None:
    """Though it says `should`, which else only a demand does."""
    assert "Candidates should demonstrate" not in {
        s.text for s in _sources("# Clerk\n\n## Requirements\n\nCandidates should demonstrate:\n\n- SQL\n- dbt\n")
    }


def test_a_label_that_stays_with_its_value_is_no_line_beside_it() -> None:
    """To whose attention, once."""
    texts = [s.text for s in _sources("TITLE: Clerk\nAPPLICATION: Write to:\nOur office\nAttn: Jo Tonoyan\n")]
    assert [text for text in texts if "Attn" in text] == ["Attn: Jo Tonoyan"]


def test_acronyms_in_capitals_are_items_of_their_list() -> None:
    """`IPAF / PASMA` is asked for, and what follows is still only wished for."""
    wished = ("IPAF / PASMA", "Asbestos awareness", "Experience of working in occupied properties")
    sources = _sources("Electrician\n\nEssential\n18th Edition\nDriving licence\n\nDesirable\n" + "\n".join(wished))
    assert tuple(s.text for s in sources if s.modality is Modality.PREFERRED) == wished


def test_what_has_nothing_below_it_is_an_item() -> None:
    """Bold items look like headings; no heading has nothing below it."""
    sources = _sources("# Electrician\n\n**Desirable**\n\n**IPAF**\n\n**PASMA**\n\n## How we work\n\nIn vans.\n")
    assert [s.text for s in sources if s.modality is Modality.PREFERRED] == ["IPAF", "PASMA"]


def test_a_known_heading_with_nothing_below_it_is_over_the_next() -> None:
    """`Technical` right under `Requirements` tells which requirements."""
    sources = _sources("# Cook\n\n**Requirements**\n\n**Technical**\n\n- Knife skills\n- Sous vide\n")
    assert [source.kind for source in sources[1:]] == [Kind.REQUIREMENT] * 2


def test_a_heading_that_tells_the_pay_is_a_line() -> None:
    """Bold type makes no heading of a sum."""
    assert ("£45,000 a year plus tips", Kind.PAY) in [
        (source.text, source.kind) for source in _sources(f"# Cook\n\n**£45,000 a year plus tips**\n\n{PROSE}\n")
    ]


def test_the_head_of_a_mail_heads_nothing() -> None:
    """Who wrote to whom is no section of the posting, and none of its lines."""
    text = "From: Ana Costa\nTo: Recruiting\nSubject: Re: baker\n\nPlease post the Head Baker role in Hull.\n"
    kinds = [source.kind for source in _sources(text)]
    assert kinds[:3] == [Kind.NOISE] * 3
    assert all(source.heading is None for source in _sources(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("**Freight:** 95% no-touch dry van", "Freight: 95% no-touch dry van"),
        ("<p>Cook wanted.</p><p><b>Kitchen</b>: 14 covers</p>", "Kitchen: 14 covers"),
        ("**Freight:** You will haul dry vans over seven states.", "You will haul dry vans over seven states."),
        ("**Freight**\n\n95% no-touch dry van", "95% no-touch dry van"),
        ("**Requirements:** Class A CDL", "Class A CDL"),
    ],
)
def test_a_short_value_keeps_a_label_that_nobody_knows(text: str, said: str) -> None:
    """A label that is known says its part as a heading; a sentence needs none."""
    document = read(text if text.startswith("<") else f"# Driver\n\n{text}\n")
    last = build(document, NO_FACTS).sources[-1]
    assert last.text == said
    assert last.end == len(document.source.rstrip().removesuffix("</p>"))


@pytest.mark.parametrize("label", ["Probation", "FAX", "Tel"])
def test_a_label_with_its_value_is_one_line(label: str) -> None:
    """And not the label by itself as well."""
    told = [source.text for source in _sources(f"COOK\nLOCATION: Hull\n{label}: 3 months\nDUTIES:\n- Cook lunch.\n")]
    assert [text for text in told if label.lower() in text.lower()] == [f"{label}: 3 months"]


def test_a_list_below_a_labelled_value_is_not_of_it() -> None:
    """`Salary: £28,000` is told on its line; what comes next is the work."""
    text = "# Mechanic\n\n**Salary:** £28,000\n- Service 8 bikes a day\n- Cytech 2 required\n"
    assert [s.kind for s in _sources(text)] == [Kind.TITLE, Kind.PAY, Kind.DUTY, Kind.REQUIREMENT]


def test_a_demand_in_brackets_is_no_heading() -> None:
    """As a job board prints the certificates that it asks for."""
    asked = [s for s in _sources("Nurse\n\nCertifications\n\nCNA (Required)\n\nshow more\n") if s.modality]
    assert ("CNA (Required)", Modality.REQUIRED) in [(s.text, s.modality) for s in asked]


def test_two_jobs_in_one_draft_contradict_each_other() -> None:
    """A posting is for one; whoever sent two is told."""
    ledger = build(read("# Cobalt\n\n## Bike Mechanic\n\n- Fix bikes\n\n## Shop Manager\n\n- Run the shop\n"), NO_FACTS)
    assert [conflict.field for conflict in ledger.conflicts] == ["role.title"]
    assert [s.text for s in ledger.of(Kind.TITLE)] == ["Bike Mechanic", "Shop Manager"]


def test_below_the_end_of_a_letter_stands_who_signs() -> None:
    """Whoever signs is no part of the company's story; the address below the name still counts."""
    sources = _sources("We need a cook.\n\nCheers\nMel\nHead Chef\nmel@cove.example\n")
    assert [s.kind for s in sources[-4:]] == [Kind.BOILERPLATE] * 3 + [Kind.CONTACT]


def test_a_button_at_the_top_heads_nothing() -> None:
    """What a company says of itself below `Apply now` is no way to apply."""
    sources = _sources("# Packer\n\n## Apply now\n\nWe deliver parcels to 60 islands.\n\n## Duties\n\n- Pack\n")
    assert sources[1].kind is Kind.COMPANY


@pytest.mark.parametrize(
    ("title", "seen"),
    [
        ("Job Title: Support Executive (Voice)", "Support Executive (Voice)"),
        ("🐾 Veterinary Technician (RVT) 🐾", "Veterinary Technician (RVT)"),
        (">>> ELECTRICIAN WANTED <<<", "Electrician Wanted"),
        ("Cleaner wanted.", "Cleaner wanted"),
        ("We're hiring: BENCH JOINER", "Bench Joiner"),
        ("Developer, C++ and C#", "Developer, C++ and C#"),
        ("Night Porter (m/f/d)", "Night Porter (m/f/d)"),
        ("URGENT HIRING!!! CALL HANDLER – NIGHTS", "Call Handler – Nights"),
        ("🌟 NOW HIRING 🌟 Shift Lead", "Shift Lead"),
        ("JD – Test Engineer", "Test Engineer"),
        ("Senior Planner - Land, Hull.", "Senior Planner - Land, Hull"),
    ],
)
def test_a_title_is_shown_without_what_stands_around_it(title: str, seen: str) -> None:
    """Its label and pictures are not part of what people search for."""
    assert shown(title) == seen


def test_what_stands_on_the_row_below_a_list_of_perks_has_left_it() -> None:
    """`Perks: a meal` is one row; a demand on the next is one."""
    text = "Cook\n\nPerks: shift meal, paid parking\nMust be 18+ for the bar.\nServSafe a plus for cooks.\n"
    found = {source.text: source.kind for source in build(read(text), NO_FACTS).sources}
    assert found["shift meal, paid parking"] is Kind.BENEFIT
    assert found["Must be 18+ for the bar."] is Kind.REQUIREMENT
    assert found["ServSafe a plus for cooks."] is Kind.REQUIREMENT


def test_one_word_over_deeper_points_only_names_them() -> None:
    """`Research` is a verb at the start of a line, and alone a noun."""
    text = "# Fellow\n\n## Duties\n\n1. Research\n   a. Design trials on six farms\n   b. Write papers\n"
    assert [source.text for source in build(read(text), NO_FACTS).of(Kind.DUTY)] == [
        "Design trials on six farms",
        "Write papers",
    ]


def test_what_is_not_needed_keeps_its_label() -> None:
    """`Not needed: a degree` below the wishes would read as one without it."""
    text = "Tutor\n\nneed: A level physics, a clean record, and able to explain things to a child\nnot needed: QTS\n"
    assert [source.text for source in build(read(text), NO_FACTS).of(Kind.REQUIREMENT)][-1] == "not needed: QTS"


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Baker @ Firth & Sons", "Baker"),
        ("Baker at Firth & Sons", "Baker"),
        ("Baker – Firth & Sons", "Baker"),
        ("Baker, Firth & Sons, Hull", "Baker, Firth & Sons, Hull"),
        ("Firth & Sons Baker", "Firth & Sons Baker"),
        ("Firth & Sons - Baker (nights)", "Baker (nights)"),
        ("Shift Lead @ Firth & Sons (Hull)", "Shift Lead (Hull)"),
        ("Firth & Sons", "Firth & Sons"),
    ],
)
def test_a_title_ends_before_the_employer(title: str, bare: str) -> None:
    """The posting names the employer by itself; a name that is all there is stays."""
    assert without_company(title, "Firth & Sons") == bare


def test_a_cry_between_pictures_is_no_part_of_a_title() -> None:
    """Only the post is."""
    assert shown("🚨 WE'RE HIRING 🚨 Lab Technician – Water Testing 💧") == "Lab Technician – Water Testing"


def test_a_post_in_two_languages_is_a_title() -> None:
    """The second names it."""
    named = title_of(read(f"Vaktsjef / Shift Manager – Lofoten\n\n{PROSE}\n"))
    assert named is not None


@pytest.mark.parametrize("title", ["PhD position (m/f/x) in Soil Science, E13 65%", "Postdoctoral Fellowship in Hull"])
def test_a_position_at_a_university_is_a_title(title: str) -> None:
    """Whatever trade it is in; its share of a full week stays with it."""
    named = title_of(read(f"{title}\n\n{PROSE}\n"))
    assert named is not None
    assert shown(named.text) == title


@pytest.mark.parametrize(
    ("draft", "title"),
    [
        ("Level 3 Apprenticeship: Stonemason (Banker Mason)\n\n", "Level 3 Apprenticeship: Stonemason (Banker Mason)"),
        (
            "📣 WE'RE HIRING 📣\n\nCare Assistants wanted for St Finn's, Galway\n\n",
            "Care Assistants wanted for St Finn's, Galway",
        ),
    ],
)
def test_an_apprenticeship_and_what_stands_below_a_cry_are_titles(draft: str, title: str) -> None:
    """Who learns a trade is named so; a cry that there is a job is over its name, and a page on the subject is not."""
    named = title_of(read(f"{draft}{PROSE}\n"))
    assert named is not None
    assert named.text == title


@pytest.mark.parametrize("draft", ["An apprenticeship you will love\n\n", "📣 WE'RE HIRING 📣\n\nCome and see us\n\n"])
def test_what_only_speaks_of_a_job_below_a_cry_is_no_title(draft: str) -> None:
    """It names none."""
    assert title_of(read(f"{draft}{PROSE}\n")) is None


@pytest.mark.parametrize(
    "title",
    [
        "Little Wrens Nursery - Room Leader (2-3s)",
        "Key Holder / Sales Lead",
        "Senior Planner - Land Development, Hull.",
        "Monitoring, Care and Learning (MCL) Officer",
    ],
)
def test_a_title_may_stand_behind_the_employer(title: str) -> None:
    """What stands behind a dash is a post by its last word, and a row of names may end in a stop."""
    named = title_of(read(f"{title}\n\n{PROSE}\n"))
    assert named is not None
    assert named.text == title


@pytest.mark.parametrize(
    "line",
    ["Bread - baked for every nurse in Hull", "Hull Foods hiring Fish People - Baker | Jobs", "Hull Partners, Inc."],
)
def test_what_only_speaks_of_a_post_is_no_title(line: str) -> None:
    """A sentence behind a dash, and the name that a board gives its page."""
    assert title_of(read(f"{line}\n\n{PROSE}\n")) is None


def test_a_value_ends_where_the_next_label_begins() -> None:
    """The name of the job is over no other fact, known or not, and a row of perks over nothing below a blank line."""
    text = (
        "Position: Hygiene Officer\nDuty Station: Hull, with field days on the boats of the whole of the northern"
        " fleet\n"
        "Project: Clean Decks\nBenefits: pension; boots; a free crossing each month; a place at the harbour nursery\n\n"
        "Help needed with:\n- Shopping\n- Letters\n"
    )
    found = {source.text: source.kind for source in build(read(text), NO_FACTS).sources}
    assert found["Hygiene Officer"] is Kind.TITLE
    assert found["Shopping"] is not Kind.BENEFIT


def test_a_long_lead_is_over_the_list_right_below_it() -> None:
    """It says of what no verb or noun tells."""
    text = "Cook\n\nDuties\nFeed 40.\nWe should love to hear from you if you have the following:\nSteady hands\nKnife\n"
    kinds = {source.text: source.kind for source in build(read(text), NO_FACTS).sources}
    assert kinds["Steady hands"] is Kind.REQUIREMENT


def test_an_extra_keeps_the_label_that_names_it() -> None:
    """`$5/hr nights` alone says nothing of what it is added to."""
    text = "Nurse\n\nShift Differential: $5.50/hr nights, $3.00/hr weekends\n\n## Duties\n\n- Chart\n"
    assert "Shift Differential: $5.50/hr nights, $3.00/hr weekends" in {s.text for s in _sources(text)}


def test_what_you_will_have_is_brought_or_done() -> None:
    """`You will have:` is over what a person brings, and over what was built by a day."""
    brought = "Nurse\n\nYou will have:\n- A friendly manner\n- Right to work in the UK\n"
    done = "Baker\n\nYou will have:\n- Built a second oven\n- Trained two bakers\n"
    assert {source.kind for source in _sources(brought)[1:]} == {Kind.REQUIREMENT}
    assert Kind.REQUIREMENT not in {source.kind for source in _sources(done)[1:]}


def test_the_row_below_a_demand_may_be_another_matter() -> None:
    """`Must have` names the demand on its row; bare names on the next rows are still of it."""
    text = "Crane hand\n\nMust have: a rigging ticket\nSteel boots\nRate R96/hr\nLifts as planned each day\n"
    kinds = {source.text: source.kind for source in _sources(text)[1:]}
    assert kinds["Steel boots"] is Kind.REQUIREMENT
    assert kinds["Rate R96/hr"] is Kind.PAY
