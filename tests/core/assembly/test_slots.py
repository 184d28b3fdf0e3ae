"""Lines that code owns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import fact, ledger, source
from unbland.core.assembly.slots import slot_lines
from unbland.core.ledger.model import Kind, Source
from unbland.core.posting import Form, SectionKind

_ROLE_FIELDS = {"team": Kind.COMPANY, "location": Kind.LOCATION, "reports_to": Kind.REPORTING}


def _opening(**fields: str) -> list[str]:
    """The code-owned opening over these role fields; `company` is the company's name."""
    facts = [
        fact(
            f"F{n}",
            text,
            _ROLE_FIELDS.get(name, Kind.SCHEDULE),
            "company.name" if name == "company" else f"role.{name}",
        )
        for n, (name, text) in enumerate(fields.items(), 1)
    ]
    return [line.text for line in slot_lines(ledger(*facts), SectionKind.OPENING, frozenset())]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"team": "Food Accounts", "company": "Northlane"}, "You will join the Food Accounts team at Northlane."),
        ({"team": "the Night Team"}, "You will join the Night Team."),
        ({"company": "Northlane Inc.", "location": "Toronto, ON"}, "You will work at Northlane Inc in Toronto, ON."),
        ({"location": "Leeds"}, "You will work in Leeds."),
        ({"company": "St Bride's, Leeds", "location": "Leeds"}, "You will work at St Bride's, Leeds."),
        ({"location": "US"}, "You will work in the US."),
        ({"location": "Netherlands"}, "You will work in the Netherlands."),
        ({"location": "Utrecht, Netherlands"}, "You will work in Utrecht, Netherlands."),
        ({"company": "Northlane", "location": "Remote"}, "You will work at Northlane remotely."),
        ({"location": "Fully remote"}, "You will work remotely."),
        ({"location": "Remote, Canada"}, "You will work remotely in Canada."),
        ({"location": "UK (remote)"}, "You will work remotely in the UK."),
        ({"location": "Remote in the EU", "workplace": "remote"}, "You will work remotely in the EU."),
        ({"location": "Remote or Leeds"}, "You will work in Remote or Leeds."),
        ({"employment_type": "full-time", "workplace": "onsite"}, "The job is full-time and on site."),
        ({"employment_type": "part-time"}, "The job is part-time."),
        ({"employment_type": "temporary", "workplace": "hybrid"}, "The job is temporary and hybrid."),
        ({"employment_type": "internship"}, "The job is an internship."),
        ({"employment_type": "contract"}, "The job is a contract."),
        ({"employment_type": "contract", "workplace": "onsite"}, "The job is a contract, on site."),
        ({"workplace": "remote"}, "The job is remote."),
        ({"reports_to": "Director of Accounts"}, "You will report to the Director of Accounts."),
        ({"reports_to": "our Head Chef"}, "You will report to our Head Chef."),
        ({"reports_to": "Dana Reyes"}, "You will report to Dana Reyes."),
    ],
)
def test_role_fields_become_sentences(fields: dict[str, str], said: str) -> None:
    """Each combination of role fields reads as a sentence of its own."""
    assert _opening(**fields) == [said]


def test_no_facts_say_nothing() -> None:
    """Without facts code owns no line of the opening."""
    assert _opening() == []


@pytest.mark.parametrize(
    ("field", "text", "section", "said", "form"),
    [
        ("pay", "CAD 62,000–87,000 a year", "offer", "Pay: CAD 62,000–87,000 a year.", Form.SLOT),
        ("pay.extras[0]", "A bonus of 8 %.", "offer", "A bonus of 8 %.", Form.VERBATIM),
        ("process.deadline", "18 December 2026", "apply", "Apply by 18 December 2026.", Form.SLOT),
        ("process.vacancy", "existing", "apply", "This posting is for an existing vacancy.", Form.SLOT),
        ("process.ai_screening", "true", "apply", "We use artificial intelligence to screen applicants.", Form.SLOT),
        ("legal[0]", "We hire by merit.", "apply", "We hire by merit.", Form.VERBATIM),
    ],
)
def test_a_fact_is_rendered_in_its_section(field: str, text: str, section: str, said: str, form: Form) -> None:
    """Pay, dates, statements and legal text come out as code words them."""
    (line,) = slot_lines(ledger(fact("F1", text, Kind.PROCESS, field)), SectionKind(section), frozenset())

    assert (said, ("F1",), form) == (line.text, line.cites, line.form)


def test_no_ai_screening_needs_no_statement() -> None:
    """Only screening by AI must be stated; its absence is no line."""
    facts = ledger(fact("F1", "false", Kind.PROCESS, "process.ai_screening"))

    assert slot_lines(facts, SectionKind.APPLY, frozenset()) == ()


@pytest.mark.parametrize(
    ("text", "said", "form"),
    [
        ("Yerevan, Armenia", "Location: Yerevan, Armenia", Form.SLOT),
        ("Location: Stockholm", "Location: Stockholm", Form.VERBATIM),
        ("Full-time, hybrid (3 days in office)", "Full-time, hybrid (3 days in office)", Form.VERBATIM),
        ("The role is remote within Canada.", "The role is remote within Canada.", Form.VERBATIM),
    ],
)
def test_a_bare_value_of_the_draft_gets_its_label_back(text: str, said: str, form: Form) -> None:
    """A value that stood under a heading keeps its meaning; a sentence keeps its words."""
    (line,) = slot_lines(ledger(source("D1", text, Kind.LOCATION)), SectionKind.OPENING, frozenset({"D1"}))

    assert (said, form) == (line.text, line.form)


@pytest.mark.parametrize(
    ("kind", "heading", "text", "said"),
    [
        (Kind.SCHEDULE, "START DATE/ TIME", "September", "Start date/ time: September"),
        (Kind.SCHEDULE, "Contract", "permanent", "Contract: permanent"),
        (Kind.SCHEDULE, "Seniority level", "Entry level", "Seniority level: Entry level"),
        (Kind.PAY, "REMUNERATION", "Negotiable", "Remuneration: Negotiable"),
        (Kind.SCHEDULE, "Travel", "20%", "Travel: 20%"),
        (Kind.SCHEDULE, "Season", "May 29 - September 6, 2027", "Season: May 29 - September 6, 2027"),
        (Kind.SCHEDULE, "What we offer", "40 hours a week", "40 hours a week"),
        (Kind.SCHEDULE, "fte", "1.0", "FTE: 1.0"),
        (Kind.SCHEDULE, "", "on-call 1 week in 6 (we page too often)", "On-call 1 week in 6 (we page too often)"),
        (Kind.PAY, "Salary", "2.4 LPA to 3.6 LPA + TA/DA", "Salary: 2.4 LPA to 3.6 LPA + TA/DA"),
        (Kind.PAY, "Salary", "£12.21 + tips", "Salary: £12.21 + tips"),
        (Kind.LOCATION, "where", "kiosk at the end of platform three", "Location: kiosk at the end of platform three"),
        (Kind.SCHEDULE, "", "HOURS: Mon-Thu 3:30p-2:00a", "Hours: Mon-Thu 3:30p-2:00a"),
        (Kind.PAY, "", "CTC: 3.2 LPA", "CTC: 3.2 LPA"),
        (Kind.SCHEDULE, "when", "every day but Monday, and some evenings", "Every day but Monday, and some evenings"),
    ],
)
def test_a_term_of_the_draft_gets_its_label_back(kind: Kind, heading: str, text: str, said: str) -> None:
    """September is no benefit by itself."""
    stood = replace(source("D1", text, kind), heading=heading)
    section = SectionKind.OPENING if kind is Kind.LOCATION else SectionKind.OFFER
    (line,) = slot_lines(ledger(stood), section, frozenset({"D1"}))

    assert line.text == said


def test_a_heading_is_the_label_of_the_first_value_below_it() -> None:
    """`Closing date: Enhanced DBS required` is nonsense."""
    stood = [
        replace(source(f"D{number}", text, Kind.PROCESS), heading="Closing date")
        for number, text in enumerate(("9am on 8 March", "Visits on request", "References"), start=1)
    ]
    lines = slot_lines(ledger(*stood), SectionKind.APPLY, frozenset({"D1", "D2", "D3"}))

    assert [line.text for line in lines] == [
        "Application deadline: 9am on 8 March",
        "Visits on request",
        "References",
    ]


@pytest.mark.parametrize(
    ("heading", "kind", "text", "shown"),
    [
        ("Department", Kind.REPORTING, "Administration", "Department: Administration"),
        ("Dept", Kind.REPORTING, "Treasury Operations", "Dept: Treasury Operations"),
        ("Department/Division", Kind.REPORTING, "Public Health", "Department/division: Public Health"),
        ("Reporting to", Kind.REPORTING, "Managing Director", "Reports to: Managing Director"),
        ("LANES", Kind.LOCATION, "MO - IL - TN", "Lanes: MO - IL - TN"),
        ("Location", Kind.LOCATION, "Sedalia, MO", "Location: Sedalia, MO"),
        ("Notice period", Kind.SCHEDULE, "Up to 45 days; we can buy 30", "Notice period: Up to 45 days; we can buy 30"),
        ("Notice period", Kind.SCHEDULE, "You must give us 30 days", "You must give us 30 days"),
        ("Interviews", Kind.PROCESS, "w/c 22 February 2027", "Interviews: w/c 22 February 2027"),
    ],
)
def test_a_bare_value_keeps_the_name_of_what_it_is(heading: str, kind: Kind, text: str, shown: str) -> None:
    """Nobody reports to a department, and a week by itself says nothing."""
    stood = replace(source("D1", text, kind), heading=heading)
    sections = {Kind.PROCESS: SectionKind.APPLY, Kind.SCHEDULE: SectionKind.OFFER}
    section = sections.get(kind, SectionKind.OPENING)
    (line,) = slot_lines(ledger(stood), section, frozenset({"D1"}))

    assert line.text == shown


@pytest.mark.parametrize("text", ["open", "10 June 2027, 5:00 P.M"])
def test_a_deadline_that_is_open_is_one(text: str) -> None:
    """`open` by itself says nothing, and a date with its hour hardly more."""
    stood = replace(source("D1", text, Kind.PROCESS), heading="APPLICATION DEADLINE:")
    (line,) = slot_lines(ledger(stood), SectionKind.APPLY, frozenset({"D1"}))

    assert line.text == f"Application deadline: {text}"


def test_what_is_set_aside_stays_away() -> None:
    """A protected source of the draft that was set aside is not rendered."""
    sources = ledger(source("D1", "Apply by 1 May.", Kind.PROCESS))

    assert slot_lines(sources, SectionKind.APPLY, frozenset()) == ()


def test_a_link_that_words_only_stand_for_keeps_its_address() -> None:
    """Nobody can apply at "here"; a mail address that the text says is not said twice."""
    here = replace(source("D1", "Apply here.", Kind.PROCESS), links=("https://clinic.example/apply",))
    mail = replace(source("D2", "Write to a@b.example.", Kind.CONTACT), links=("mailto:a@b.example",))

    lines = slot_lines(ledger(here, mail), SectionKind.APPLY, frozenset({"D1", "D2"}))

    assert [line.text for line in lines] == ["Apply here. (https://clinic.example/apply)", "Write to a@b.example."]


def test_an_address_that_stands_without_its_scheme_is_not_said_twice() -> None:
    """People leave out `https://`."""
    link = replace(
        source("D1", "Apply at jobs.clinic.example/4.", Kind.PROCESS), links=("https://jobs.clinic.example/4",)
    )

    (line,) = slot_lines(ledger(link), SectionKind.APPLY, frozenset({"D1"}))

    assert line.text == "Apply at jobs.clinic.example/4."


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("Our client, a name in flour, needs drivers.", "You will work in Hull."),
        ("We act as an employment business.", "You will work in Hull."),
        ("Our clients are 40 cafes.", "You will work at Firth in Hull."),
    ],
)
def test_nobody_works_at_the_agency_that_seeks_for_a_client(said: str, where: str) -> None:
    """Its name stands over what it says of itself."""
    facts = (fact("F1", "Firth", Kind.COMPANY, "company.name"), fact("F2", "Hull", Kind.LOCATION, "role.location"))
    lines = slot_lines(ledger(*facts, source("D1", said, Kind.COMPANY)), SectionKind.OPENING, frozenset())
    assert [line.text for line in lines] == [where]


def test_a_deadline_that_the_draft_says_with_more_is_said_once() -> None:
    """The draft's line has the hour and the address; another day's is no such line."""
    by = fact("F1", "14 December 2026", Kind.PROCESS, "process.deadline")

    def apply_by(text: str) -> list[str]:
        draft = source("D1", text, Kind.PROCESS)
        return [line.text for line in slot_lines(ledger(by, draft), SectionKind.APPLY, frozenset({"D1"}))]

    assert apply_by("Apply by December 14, 2026 at noon.") == ["Apply by December 14, 2026 at noon."]
    for less in ("Interviews are on 16 December 2026.", "Apply by 14 December at noon."):
        assert apply_by(less)[0] == "Apply by 14 December 2026."


def test_a_place_is_told_without_the_cry_before_it() -> None:
    """`NOW HIRING –` over name and town."""
    place = source("D1", "NOW HIRING – The Perch, Savannah GA", Kind.LOCATION)
    (line,) = slot_lines(ledger(place), SectionKind.OPENING, frozenset({"D1"}))
    assert line.text == "Location: The Perch, Savannah GA"


def test_a_superior_whom_the_draft_names_in_a_sentence_is_named_once() -> None:
    """The sentence says more; another superior is the facts' to name."""
    boss = fact("F1", "Head Chef", Kind.REPORTING, "role.reports_to")
    said = source("D1", "You report to the head chef and lead 14 cooks.", Kind.REPORTING)
    other = source("D2", "You report to the owner.", Kind.REPORTING)

    def opening(draft: Source) -> list[str]:
        return [line.text for line in slot_lines(ledger(boss, draft), SectionKind.OPENING, frozenset({draft.id}))]

    assert opening(said) == [said.text]
    assistant = source("D3", "You report to the assistant head chef.", Kind.REPORTING)
    assert opening(assistant) == ["You will report to the Head Chef.", assistant.text]
    assert opening(other) == ["You will report to the Head Chef.", other.text]


def test_pay_without_a_period_keeps_its_label() -> None:
    """`£29,500 pro rata` says by itself neither that it is pay nor for how long."""
    pay = [
        replace(source("D1", text, Kind.PAY), heading="Salary")
        for text in ("£29,500 pro rata", "£29,500 a year", "£14 per hour")
    ]

    told = [slot_lines(ledger(one), SectionKind.OFFER, frozenset({"D1"}))[0].text for one in pay]

    assert told == ["Salary: £29,500 pro rata", "£29,500 a year", "£14 per hour"]


def test_a_subject_is_no_label() -> None:
    """`We: pay` is a sentence that somebody wrote as a row."""
    said = source("D1", "We: pay €1,100 a month.", Kind.PAY)

    assert [line.text for line in slot_lines(ledger(said), SectionKind.OFFER, frozenset({"D1"}))] == [
        "We pay €1,100 a month."
    ]


def test_a_superior_behind_reporting_needs_no_label() -> None:
    """`Reports to: Reporting to the owner` says it twice."""
    said = source("D1", "Reporting to the owner", Kind.REPORTING)

    assert [line.text for line in slot_lines(ledger(said), SectionKind.OPENING, frozenset({"D1"}))] == [said.text]
