"""What is read of each vendor's document: its parts, and what its typed fields state."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ats_samples import SAMPLES, fields, sample, value_of
from unbland.core.ats import AtsFormat, open_document
from unbland.core.ats.intake import draft_of, facts_of
from unbland.core.ats.model import Bodies
from unbland.core.ats.shape import put
from unbland.core.facts import EmploymentType, Pay, Period, Workplace
from unbland.errors import NotAtsDocument

#: File, then title, company, location, workplace, employment.
_TERMS = [
    ("greenhouse.json", "Customer Support Lead", "Tidewater Bikes", "Halifax, NS", None, None),
    ("greenhouse-harvest.json", "Payroll Specialist", "", "York, England", None, None),
    ("lever.json", "Lift Mechanic", "", "Columbus, OH", "onsite", "full-time"),
    ("lever-data.json", "Nursery Gardener", "", "Bath, England", None, "part-time"),
    ("ashby.json", "Backend Engineer", "Lumenfield", "Denver, CO", "hybrid", "full-time"),
    ("ashby-board.json", "Data Analyst", "", "Canada", "remote", "contract"),
    ("smartrecruiters.json", "Hospital Pharmacist", "Bracken Hospitals", "Cork, Munster, IE", None, "full-time"),
    ("workable.json", "Pastry Chef", "", "Edinburgh, Scotland, United Kingdom", "onsite", "full-time"),
    ("recruitee.json", "Route Planner", "Kestrel Vans", "Utrecht, Netherlands", "hybrid", "part-time"),
    ("personio.xml", "Site Manager", "Halden Solar GmbH", "Berlin or Leipzig", None, "full-time"),
    ("jsonld.json", "Night Nurse", "Elm House", "Leeds, England, GB", None, "full-time"),
]

_PAY: dict[str, tuple[str, str, str, Period | None]] = {
    "greenhouse.json": ("62000", "74000", "CAD", Period.YEAR),
    "lever.json": ("36.5", "48", "USD", Period.HOUR),
    "ashby.json": ("150000", "185000", "USD", Period.YEAR),
    "workable.json": ("29000", "33000", "GBP", None),
    "recruitee.json": ("3100.00", "3600.00", "EUR", Period.MONTH),
    "personio.xml": ("54000", "62000", "EUR", Period.YEAR),
    "jsonld.json": ("21.4", "24", "GBP", Period.HOUR),
}

_DATES = {
    "greenhouse.json": (date(2026, 10, 28), None),
    "greenhouse-harvest.json": (date(2026, 9, 14), None),
    "ashby.json": (date(2026, 10, 19), date(2026, 12, 31)),
    "ashby-board.json": (date(2026, 8, 30), None),
    "smartrecruiters.json": (date(2026, 11, 3), None),
    "recruitee.json": (date(2026, 10, 5), date(2026, 12, 15)),
    "jsonld.json": (date(2026, 11, 10), date(2027, 1, 15)),
}

#: The keys of the parts; in brackets those that stay.
_PARTS = {
    "greenhouse.json": "[content.intro] content.2 [content.pay-transparency] [content.conclusion]",
    "greenhouse-harvest.json": "content.0 [internal_content]",
    "lever.json": "[opening] descriptionBody lists.0.content lists.1.content lists.2.content lists.3.content"
    " [additional] [salaryDescription]",
    "lever-data.json": "content.descriptionHtml content.lists.0.content [content.lists.1.content]"
    " content.lists.2.content [content.closingHtml]",
    "ashby.json": "[descriptionParts.descriptionOpening.html] descriptionParts.descriptionBody.html"
    " [descriptionParts.descriptionClosing.html]",
    "ashby-board.json": "descriptionHtml",
    "smartrecruiters.json": "[jobAd.sections.companyDescription.text] jobAd.sections.jobDescription.text"
    " jobAd.sections.qualifications.text jobAd.sections.additionalInformation.text",
    "workable.json": "description requirements benefits",
    "recruitee.json": "description requirements",
    "personio.xml": "[jobDescriptions.0] jobDescriptions.1 jobDescriptions.2 jobDescriptions.3",
    "personio-de.xml": "jobDescriptions.0 jobDescriptions.1 jobDescriptions.2 jobDescriptions.3",
    "jsonld.json": "description",
}


@pytest.mark.parametrize(("name", "title", "company", "location", "workplace", "employment"), _TERMS)
def test_typed_fields_are_facts(  # noqa: PLR0913, PLR0917 (a row of the table)
    name: str, title: str, company: str, location: str, workplace: str | None, employment: str | None
) -> None:
    """Title, company and terms, in the words of the facts; what no field states is no fact."""
    facts = facts_of(sample(name).posting)

    assert (facts.role.title, facts.company.name, facts.role.location) == (title, company, location)
    assert facts.role.workplace == (Workplace(workplace) if workplace else None)
    assert facts.role.employment_type == (EmploymentType(employment) if employment else None)


@pytest.mark.parametrize("name", SAMPLES)
def test_pay_and_dates_are_what_the_fields_state(name: str) -> None:
    """Cents are units, a period is taken only where it is named, and pay that a company hides stays hidden."""
    posting = sample(name).posting
    stated = _PAY.get(name)
    pay = Pay(min=Decimal(stated[0]), max=Decimal(stated[1]), currency=stated[2], period=stated[3]) if stated else Pay()

    assert facts_of(posting).pay == pay
    if name in _DATES:
        assert (posting.posted, posting.closes) == _DATES[name]


@pytest.mark.parametrize(("name", "keys"), _PARTS.items())
def test_parts_are_named_and_told_apart(name: str, keys: str) -> None:
    """The company's own words and law stay; the job's may change."""
    parts = sample(name).posting.parts

    assert " ".join(part.key if part.editable else f"[{part.key}]" for part in parts) == keys


@pytest.mark.parametrize("name", SAMPLES)
def test_only_what_may_change_is_in_the_draft(name: str) -> None:
    """Each editable body once, and nothing of the others."""
    posting = sample(name).posting
    draft = draft_of(posting)

    assert all(
        draft.count(part.html.replace("\n", "<br>\n")) + draft.count(part.html) >= 1 for part in posting.editable
    )
    assert not any(part.html in draft for part in posting.parts if not part.editable)


def test_several_ranges_that_differ_are_no_pay_of_this_job() -> None:
    """Two cities, two ranges: which one is meant nobody knows."""
    job = fields(value_of("greenhouse.json"))
    ranges = job["pay_input_ranges"]
    both = {**job, "pay_input_ranges": [*ranges, {**ranges[0], "max_cents": 9900000}]}

    assert facts_of(open_document(both, AtsFormat.GREENHOUSE).posting).pay == Pay()
    assert (
        facts_of(open_document({**job, "pay_input_ranges": ranges * 2}, AtsFormat.GREENHOUSE).posting).pay.max == 74000
    )


@pytest.mark.parametrize(
    ("named", "place"),
    [
        (["Boston, MA", "Salem, MA"], "Boston, MA or Salem, MA"),
        (["Boston, MA", "Boston, MA", None, 5], "Boston, MA"),
        (["Boston, MA", "Remote (US)"], "Boston, MA"),
        (["Boston, MA", "Leeds", "Lyon", "Oslo", "Rome"], "Boston, MA"),
    ],
)
def test_a_posting_for_several_places_names_them(named: list[object], place: str) -> None:
    """Whoever reads it in the second town must not be told to work in the first."""
    job = fields(value_of("lever.json"))
    several = {**job, "categories": {**job["categories"], "location": "Boston, MA", "allLocations": named}}
    assert facts_of(open_document(several, AtsFormat.LEVER).posting).role.location == place


@pytest.mark.parametrize(
    ("fmt", "first"),
    [(AtsFormat.WORKABLE, "Edinburgh, Scotland, United Kingdom"), (AtsFormat.RECRUITEE, "Utrecht, Netherlands")],
)
def test_towns_that_a_careers_site_lists_are_named(fmt: AtsFormat, first: str) -> None:
    """The first once, however it is written; one that the site hides, and what is no town, not at all."""
    job = fields(value_of(f"{fmt.value.removeprefix('ats:')}.json"))
    job = fields(job["offers"][0]) if "offers" in job else fields(job.get("job", job))
    more = [{"city": "Leeds", "country": "United Kingdom"}, {"city": "York", "hidden": True}, {"city": None}, "Hull"]
    several = {**job, "locations": [*job["locations"], *more]}
    assert facts_of(open_document(job, fmt).posting).role.location == first
    assert facts_of(open_document(several, fmt).posting).role.location == f"{first} or Leeds, United Kingdom"


@pytest.mark.parametrize("figure", ["NaN", "sNaN", "Infinity", "-3", 10**400, "1e5000"])
def test_a_figure_that_nobody_is_paid_is_no_pay(figure: object) -> None:
    """What a field holds that a number reader takes and a posting cannot say."""
    job = fields(value_of("recruitee.json"))["offers"][0]
    for end in ("min", "max"):
        strange = {**job, "salary": {**job["salary"], end: figure}}
        pay = facts_of(open_document(strange, AtsFormat.RECRUITEE).posting).pay
        assert pay == Pay()


def test_lists_of_lever_stay_lists() -> None:
    """Bare elements in their order; a list that lost all is gone, a new one stands behind the others."""
    document = sample("lever.json")
    bodies = Bodies(
        html={"lists.0.content": "", "lists.1.content": "<li>New</li>"}, added=(("Later", "<li>More</li>"),)
    )

    lists = fields(document.written(bodies))["lists"]

    assert [each["text"] for each in lists] == ["Requirements:", "Nice to have:", "Benefits:", "Later"]
    assert lists[0] == {"text": "Requirements:", "content": "<li>New</li>"}
    assert "<ul>" not in str(lists)


def test_copies_of_a_body_follow_it() -> None:
    """The whole description, its plain text and the structured data say what the body says."""
    document = sample("ashby.json")
    key = "descriptionParts.descriptionBody.html"

    job = fields(document.written(Bodies(html={key: "<p>New &amp; short.</p>"})))["results"]

    opening, closing = (job["descriptionParts"][f"description{name}"]["html"] for name in ("Opening", "Closing"))
    assert job["descriptionHtml"] == job["linkedData"]["description"] == f"{opening}<p>New &amp; short.</p>{closing}"
    assert job["descriptionParts"]["descriptionBody"]["plain"] == "New & short."
    assert job["descriptionPlain"].splitlines()[1] == "New & short."


def test_a_copy_that_cannot_be_followed_is_put_together_anew() -> None:
    """Workable's whole description, where it words a part otherwise than the part does."""
    job = {**fields(value_of("workable.json")), "full_description": "<p>Another text.</p>"}
    document = open_document(job, AtsFormat.WORKABLE)

    new = document.written(Bodies(html={"benefits": "<ul><li>Bread</li></ul>"}))

    whole = fields(new)["full_description"]
    assert (
        whole
        == f"{job['description']}<h3>Requirements</h3>{job['requirements']}<h3>Benefits</h3><ul><li>Bread</li></ul>"
    )


def test_another_language_of_an_offer_stays() -> None:
    """Recruitee repeats the offer under its language; the Dutch text is not ours."""
    document = sample("recruitee.json")

    offer = fields(document.written(Bodies(html={"requirements": "<p>New</p>"})))["offers"][0]

    assert offer["translations"]["en"]["requirements"] == offer["requirements"] == "<p>New</p>"
    assert offer["translations"]["nl"]["requirements"] == "<p>Nederlands.</p>"


@pytest.mark.parametrize(
    ("flags", "place"),
    [({"remote": True}, Workplace.REMOTE), ({"remote": True, "hybrid": True}, Workplace.HYBRID), ({}, None)],
)
def test_flags_of_smartrecruiters_say_where(flags: dict[str, bool], place: Workplace | None) -> None:
    """A flag that is not set says nothing."""
    job = fields(value_of("smartrecruiters.json"))

    assert open_document({**job, "location": flags}, AtsFormat.SMARTRECRUITERS).posting.workplace is place


def test_an_old_posting_of_lever_has_one_description() -> None:
    """Without a body of its own the whole description is the job's, and its plain text follows."""
    job = {k: v for k, v in fields(value_of("lever.json")).items() if not k.startswith(("descriptionBody", "opening"))}
    document = open_document(job, AtsFormat.LEVER)

    new = fields(document.written(Bodies(html={"description": "<p>New.</p>"})))

    assert document.posting.parts[0].key == "description"
    assert (new["description"], new["descriptionPlain"]) == ("<p>New.</p>", "New.")


def test_an_introduction_of_greenhouse_that_never_ends_is_all_there_is() -> None:
    """One inside another is the outer one's; where its end is missing, nothing is the job's."""
    nested = '<div class="content-intro"><div class="content-conclusion">a</div>b</div><p>Job</p>'
    job = fields(value_of("greenhouse-harvest.json"))

    parts = open_document({**job, "content": nested}, AtsFormat.GREENHOUSE_HARVEST).posting.parts
    assert [(part.key, part.editable) for part in parts][:2] == [("content.intro", False), ("content.2", True)]
    with pytest.raises(NotAtsDocument):
        open_document({**job, "content": '<div class="content-intro"><p>Job'}, AtsFormat.GREENHOUSE_HARVEST)


def test_an_address_of_structured_data_may_be_a_text() -> None:
    """Or one of several, of which none is the place."""
    job = fields(value_of("jsonld.json"))
    place = {"@type": "Place", "address": "4 Elm Road, Leeds"}

    one = open_document({**job, "jobLocation": [place]}, AtsFormat.JSONLD).posting
    two = open_document({**job, "jobLocation": [place, place]}, AtsFormat.JSONLD).posting

    assert (one.location, two.location) == ("4 Elm Road, Leeds", "")


def test_a_position_of_personio_may_stand_alone() -> None:
    """Without the feed around it, and with a block that has no text."""
    xml = (
        "<position><name>Cook</name><jobDescriptions><jobDescription><name>A</name></jobDescription>"
        "<jobDescription><name>Duties</name><value>&lt;p&gt;Bake&lt;/p&gt;</value></jobDescription>"
        "</jobDescriptions></position>"
    )
    document = open_document(xml, AtsFormat.PERSONIO)

    assert [(part.key, part.html) for part in document.posting.parts] == [("jobDescriptions.1", "<p>Bake</p>")]
    assert document.written(Bodies(html={"jobDescriptions.1": "<p>Cook</p>"})) == xml.replace(
        "&lt;p&gt;Bake&lt;/p&gt;", "<![CDATA[<p>Cook</p>]]>"
    )


def test_a_copy_that_is_not_there_is_not_added() -> None:
    """Ashby leaves the structured data out of postings that are not listed."""
    results = fields(fields(value_of("ashby.json"))["results"])
    document = open_document({**results, "linkedData": None}, AtsFormat.ASHBY)

    new = document.written(Bodies(html={"descriptionParts.descriptionBody.html": "<p>New</p>"}))

    assert fields(new)["linkedData"] is None
    assert put(5, ("a",), "b") == 5
