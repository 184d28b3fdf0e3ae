"""What a reader must know to apply: asked where no source says it, or says it in part; never asked where one does."""

from __future__ import annotations

import pytest

from builders import fact, ledger, source
from unbland.core.brief import make_brief
from unbland.core.ledger.model import Kind, Source

TITLE = source("D1", "Nurse", Kind.TITLE)
PLACE = source("D2", "Leeds, UK", Kind.LOCATION)
TERM = source("D3", "Full-time", Kind.SCHEDULE)
PAY = source("D4", "GBP 31,000–38,000 a year", Kind.PAY)


def _asked(*sources: Source) -> dict[str, str]:
    """What is asked beyond reason, goals, company and benefits: the field and the question."""
    telling = {"hiring_reason", "goals", "company.about", "benefits"}
    reasons = (
        source("D90", "Two nurses left", Kind.REASON),
        source("D91", "Fill the night rota by June", Kind.GOAL),
        source("D92", "We treat burns", Kind.COMPANY),
        source("D93", "33 days off", Kind.BENEFIT),
    )
    questions = make_brief("Nurse", ledger(*sources, *reasons), ()).questions
    return {question.field: question.ask for question in questions if question.field not in telling}


def test_a_post_that_a_fact_names_is_not_the_job() -> None:
    """Whoever left, or shares an adviser, is no title."""
    assert "role.title" in _asked(
        PLACE, TERM, PAY, fact("F1", "Our HR Adviser covers three sites", Kind.REASON, "hiring_reason")
    )


def test_who_knows_all_is_asked_nothing() -> None:
    """Title, place, terms and a whole pay leave no question."""
    assert _asked(TITLE, PLACE, TERM, PAY) == {}


@pytest.mark.parametrize(
    ("field", "sources"),
    [
        ("role.title", (PLACE, TERM, PAY)),
        ("role.location", (TITLE, TERM, PAY)),
        ("role.employment_type", (TITLE, PLACE, PAY)),
        ("pay", (TITLE, PLACE, TERM)),
        ("role.schedule", (TITLE, PLACE, TERM, PAY, fact("F1", "hybrid", Kind.LOCATION, "role.workplace"))),
        ("role.schedule", (TITLE, PLACE, TERM, PAY, source("D5", "Hybrid working", Kind.LOCATION))),
        ("role.schedule", (TITLE, PLACE, TERM, PAY, source("D5", "8-hour shifts", Kind.SCHEDULE))),
        ("process.deadline", (TITLE, PLACE, TERM, PAY, source("D5", "Apply before the deadline.", Kind.PROCESS))),
        ("process.deadline", (TITLE, PLACE, TERM, PAY, source("D5", "The closing date is soon.", Kind.PROCESS))),
    ],
)
def test_what_is_missing_is_asked(field: str, sources: tuple[Source, ...]) -> None:
    """Each gap alone is one question."""
    assert list(_asked(*sources)) == [field]


def test_what_is_not_hybrid_is_asked_for_no_days() -> None:
    """`Hybrid not available` says that there is none."""
    assert _asked(TITLE, PLACE, TERM, PAY, source("D5", "Hybrid not available.", Kind.LOCATION)) == {}
    assert _asked(TITLE, PLACE, TERM, PAY, source("D5", "Repair diesel, hybrid and battery buses", Kind.DUTY)) == {}
    assert _asked(TITLE, PLACE, TERM, PAY, source("D5", "The job is hybrid.", Kind.LOCATION)) != {}


def test_a_title_tells_the_shift() -> None:
    """`Night Nurse` works nights; `Shift Manager` may work any."""
    shifts = source("D5", "Three 12-hour shifts", Kind.SCHEDULE)
    assert _asked(source("D1", "Night Nurse", Kind.TITLE), PLACE, TERM, PAY, shifts) == {}
    assert [*_asked(source("D1", "Shift Manager", Kind.TITLE), PLACE, TERM, PAY, shifts)] == ["role.schedule"]


def test_an_hour_behind_a_bar_is_a_period() -> None:
    """`£12.60/h` is paid by the hour."""
    assert _asked(TITLE, PLACE, TERM, source("D4", "£12.60/h plus tips", Kind.PAY)) == {}


def test_days_that_are_named_short_are_told() -> None:
    """`Tue/Wed/Thu` in the office answers how many."""
    days = source("D6", "Must work 8 to 5; in office Tue/Wed/Thu", Kind.REQUIREMENT)
    assert _asked(TITLE, PLACE, TERM, PAY, source("D5", "Hybrid working", Kind.LOCATION), days) == {}


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Full time at The Copper Pot, Portland OR, five days a week.", []),
        ("We hire a sales associate for the new store in Burlington, VT, which opens on 3 April.", []),
        ("Customers of our head office in Burlington, VT, call you.", ["role.location"]),
        ("You work in IT, and OR means nothing here.", ["role.location"]),
        ("We're looking for an electrician at Kestrel Electric in Red Deer.", []),
        ("Hollowell is an 11-18 school in Lewisham.", []),
        ("You open our new Boise location in April.", []),
        ("Firth Dental in Nanaimo is looking for a hygienist to replace a colleague.", []),
        ("St. Brigid's Primary School, Cork, wishes to appoint a cook.", []),
        ("Holt is seeking a rigger to join our team in Manchester.", []),
        ("Holt in England is seeking a rigger.", ["role.location"]),
        ("Keen, customer focussed people join a busy arcade based in Flookburgh.", []),
        ("Your work takes in testing, and you join a new team based in Belfast.", []),
        ("Our client, based in Luton, has a gap.", []),
        ("We call clients based in Luton.", ["role.location"]),
        ("Our other team is based in Belfast.", ["role.location"]),
        ("You start at Kestrel Electric in March.", ["role.location"]),
        ("Moss began in a shed in Hebden.", []),
        ("The Institut für Moore in Greifswald, Germany, invites applications for a post.", []),
        ("Suppliers in Greifswald, Germany, send us peat.", ["role.location"]),
        ("The Tin House is a small museum in Redruth, in a former smelting works.", []),
        ("We're a 70 seat pub in Ludlow.", []),
        ("Clearview Glazing Ltd, Stockport", []),
        ("You fit windows in 1,400 flats in Salford.", ["role.location"]),
        ("Our shops in Leeds and York sell bread.", ["role.location"]),
        ("Clearview Glazing, Enterprise", ["role.location"]),
        ("We hold a diploma in Welding from a guild.", ["role.location"]),
    ],
)
def test_a_town_in_a_sentence_is_a_place(said: str, asked: list[str]) -> None:
    """Where a sentence names it, nobody is asked for it; another's place is none."""
    assert list(_asked(TITLE, TERM, PAY, source("D5", said, Kind.COMPANY))) == asked


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Vane Ltd are recruiting for a Claims Manager at the council.", []),
        ("We currently have a vacancy for a Counter Assistant.", []),
        ("Our client has a six month interim opportunity for an HR Manager.", []),
        ("A Stock Controller is required to help the buyers.", []),
        ("My client is looking for experienced Recruitment Consultants from any sector.", []),
        ("We are currently recruiting for an experienced Stock Controller.", []),
        ("The Food Bank seeks an experienced Volunteer Coordinator to lead 900 people.", []),
        ("From 4 January we need a Payroll Officer to cover twelve months.", []),
        ("Reporting to the Harbour Master, the Port Officer performs the checks of two quays.", []),
        ("The Cargo Manager is responsible for two quays.", []),
        ("Can you do an advert for a sous chef please?", []),
        ("Can you do an advert for the spring?", ["role.title"]),
        ("Need a weekend barista at the Leith shop.", []),
        ("Need a second coffee machine in the Leith shop.", ["role.title"]),
        ("The Harbour Company is responsible for two quays.", ["role.title"]),
        ("The Harbour Manager gives you the keys.", ["role.title"]),
        ("We need a Change in how freight is sold.", ["role.title"]),
        ("You will need an Engineer card.", ["role.title"]),
        ("We are looking for Java and Go.", ["role.title"]),
        ("We have an opportunity for a Change.", ["role.title"]),
        ("We have an opening for a careful hand.", ["role.title"]),
    ],
)
def test_a_title_in_a_sentence_is_told(said: str, asked: list[str]) -> None:
    """Who is looked for by name has a title; what else there is an opportunity for is none."""
    assert list(_asked(PLACE, TERM, PAY, source("D5", said, Kind.COMPANY))) == asked


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Tree Officer, Northmoor Council (Kendal, Cumbria)", []),
        ("Baker, Nights | Firth & Daughters, Hull, East Yorkshire", []),
        ("Engineer, payments — Sloe, Lisbon or remote", []),
        ("Baker, Nights and Weekends", ["role.location"]),
        ("Baker (Bread, Rolls)", ["role.location"]),
    ],
)
def test_a_place_in_the_title_is_told(title: str, asked: list[str]) -> None:
    """Town and region at its end, or from afar; other names in brackets are none."""
    assert list(_asked(source("D1", title, Kind.TITLE), TERM, PAY)) == asked


@pytest.mark.parametrize(
    "pay", ["€13.50ph", "€13.50 p.h.", "₺38,000–₺45,000 per month", "zł 8,000–9,500 a month", "₱40,000 a month"]
)
def test_a_currency_by_its_sign_is_told(pay: str) -> None:
    """Nobody is asked what the sign says."""
    assert _asked(TITLE, PLACE, TERM, source("D5", pay, Kind.PAY)) == {}


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Hybrid: two days a week in the office", Kind.LOCATION),
        ("Hybrid, with 2 office days", Kind.LOCATION),
        ("Hybrid working – three days in Bristol or Bath, two from home", Kind.LOCATION),
        ("Hybrid: Tuesdays and Thursdays in our studio", Kind.LOCATION),
        ("Rotating shifts", Kind.SCHEDULE),
        ("8-hour shifts, 10 pm to 6 am", Kind.SCHEDULE),
        ("3.100 € brutto/Monat", Kind.PAY),
        ("Apply by 3 May 2027.", Kind.PROCESS),
        ("Apply before the position is filled; there is no closing date.", Kind.PROCESS),
        ("Send your CV to us.", Kind.PROCESS),
        ("5 years of nursing", Kind.REQUIREMENT),
    ],
)
def test_what_is_told_is_not_asked(said: str, kind: Kind) -> None:
    """Days on site, shifts and deadlines that are told, and a posting that announces no deadline."""
    assert _asked(TITLE, PLACE, TERM, PAY, source("D5", said, kind)) == {}


def test_who_works_from_home_needs_no_town() -> None:
    """A workplace is a place."""
    remote = fact("F1", "remote", Kind.LOCATION, "role.workplace")

    assert _asked(TITLE, TERM, PAY, remote) == {}


def test_years_are_never_asked_for() -> None:
    """A posting without a bar is complete."""
    assert "must_have" not in _asked()


@pytest.mark.parametrize(
    ("pay", "missing"),
    [
        (fact("F1", "CAD 62,000 a year and up", Kind.PAY, "pay"), ["other end"]),
        (fact("F1", "up to CAD 62,000 a year", Kind.PAY, "pay"), ["other end"]),
        (fact("F1", "CAD 62,000–87,000", Kind.PAY, "pay"), ["period"]),
        (fact("F1", "62,000–87,000 a year", Kind.PAY, "pay"), ["currency"]),
        (fact("F1", "up to 62,000", Kind.PAY, "pay"), ["other end", "period", "currency"]),
        (source("D4", "We pay up to $80K a year.", Kind.PAY), ["other end"]),
        (source("D4", "Starting from $350", Kind.PAY), ["other end", "period"]),
        (source("D4", "Pay: $800 to $900", Kind.PAY), ["period"]),
        (source("D4", "18,000 per annum", Kind.PAY), ["currency"]),
    ],
)
def test_a_pay_that_is_told_in_part_is_asked_about(pay: Source, missing: list[str]) -> None:
    """One question names all that is open: the other end, the period, the currency."""
    asked = _asked(TITLE, PLACE, TERM, pay)["pay"]

    assert [part for part in ("other end", "period", "currency") if part in asked] == missing


@pytest.mark.parametrize(
    "text",
    ["Salary: $62,000–$87,000", "$25–$30 an hour", "Up to $40 an hour, from $30", "£45,000 depending on experience"],
)
def test_a_pay_that_anybody_reads_is_not_asked_about(text: str) -> None:
    """A salary of tens of thousands is a year's."""
    assert _asked(TITLE, PLACE, TERM, source("D4", text, Kind.PAY)) == {}


@pytest.mark.parametrize(
    "said",
    [
        source("D2", "Care Assistants wanted for St Finn's Nursing Home, Loughrea, Co. Galway 💙", Kind.TITLE),
        source("D2", "8/6 roster, FIFO ex Perth and Busselton", Kind.SCHEDULE),
        source("D2", "Address: The Old Sawmill, Craven Arms, SY7 9ZZ", Kind.CONTACT),
    ],
)
def test_a_place_told_by_the_way_is_not_asked(said: Source) -> None:
    """In a title with its county, where one is flown from, and behind the label that boards give it."""
    assert "role.location" not in _asked(TITLE, TERM, PAY, said)


@pytest.mark.parametrize(
    "said",
    [
        source("D2", "Care Assistants wanted for St Finn's, Day, Night 💙", Kind.TITLE),
        source("D2", "8/6 roster, FIFO", Kind.SCHEDULE),
        source("D2", "Send it to the address: jobs", Kind.CONTACT),
    ],
)
def test_what_names_no_place_leaves_it_open(said: Source) -> None:
    """Nobody can tell from these where the work is."""
    assert "role.location" in _asked(TITLE, TERM, PAY, said)


def test_an_individual_consultancy_is_a_contract() -> None:
    """As terms of reference call it; a consultant may be employed in any way."""
    assert "role.employment_type" not in _asked(
        TITLE, PLACE, PAY, source("D3", "Individual consultancy", Kind.SCHEDULE)
    )
    assert "role.employment_type" in _asked(TITLE, PLACE, PAY, source("D3", "Consultant", Kind.SCHEDULE))


@pytest.mark.parametrize(("title", "asked"), [("Teacher (Maternity Cover)", False), ("Maternity Nurse", True)])
def test_the_cover_of_a_leave_is_why_somebody_is_hired(title: str, *, asked: bool) -> None:
    """The title says it; a trade that is called after the leave does not."""
    job = source("D1", title, Kind.TITLE)
    questions = make_brief(title, ledger(job, PLACE, TERM, PAY), ()).questions
    assert ("hiring_reason" in {question.field for question in questions}) == asked
