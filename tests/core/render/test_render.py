"""The posting in each form it is published in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from builders import line, posting
from unbland.core.facts import (
    NO_FACTS,
    Company,
    CompanyFacts,
    EmploymentType,
    Pay,
    Period,
    Process,
    Role,
    Workplace,
)
from unbland.core.posting import Posting
from unbland.core.render.html import to_html
from unbland.core.render.jsonld import to_jsonld
from unbland.core.render.markdown import escape, to_markdown
from unbland.core.render.rendered import render

_POSTING = posting(
    opening=(line("A ward opens."), line("You will work in Lyon.")),
    do=(line("Treat burns & scalds."),),
    apply=(line("Write to jobs@clinic.example."), line("See https://clinic.example/jobs.")),
)


def test_markdown_reads_like_a_posting() -> None:
    """Prose is a paragraph, lists are lists, and each line of how to apply stands alone."""
    assert to_markdown(_POSTING) == (
        "# Nurse\n\n## Opening\n\nA ward opens. You will work in Lyon.\n\n## Do\n\n- Treat burns & scalds.\n\n"
        "## Apply\n\nWrite to jobs@clinic.example.\n\nSee https://clinic.example/jobs.\n"
    )


def test_text_has_no_markup() -> None:
    """Headings stand alone, bullets begin with a hyphen."""
    assert "Do\n- Treat burns & scalds.\n" in render(_POSTING, NO_FACTS).text


def test_html_escapes_text_and_links_addresses() -> None:
    """Text cannot become a tag; a web or mail address becomes a link without its full stop."""
    html = to_html(_POSTING)

    assert "<li>Treat burns &amp; scalds.</li>" in html
    assert '<a href="mailto:jobs@clinic.example">jobs@clinic.example</a>.' in html
    assert '<a href="https://clinic.example/jobs">https://clinic.example/jobs</a>.' in html


def test_a_mark_of_a_list_is_no_end() -> None:
    """What stood in a list with semicolons is a sentence here."""
    made = posting(do=(line("Treat burns (2nd degree);"), line("Dress wounds,")))
    assert "- Treat burns (2nd degree).\n- Dress wounds.\n" in to_markdown(made)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "[x](javascript:alert(1))", '"><img src=x onerror=y>', "`code` *b* &lt;p&gt;"]
)
def test_no_line_can_become_markup(text: str) -> None:
    """What a source holds comes out as the characters it is, in Markdown and in HTML."""
    bad = posting(do=(line(text),))

    shown = MarkdownIt().render(to_markdown(bad))

    assert not {"<script", "<img", "<a ", "<em>", "<code>"} & {
        tag for tag in ("<script", "<img", "<a ", "<em>", "<code>") if tag in shown
    }
    assert "<script" not in to_html(bad)
    assert "<img" not in to_html(bad)


@given(st.text(alphabet=st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1))
def test_markdown_shows_every_character_as_it_stands(text: str) -> None:
    """Escaping is exact: what Markdown shows of a bullet is the text that went in."""
    tokens = MarkdownIt().parse(f"- a {escape(text)} z")
    inline = next(token for token in tokens if token.type == "inline")

    shown = "".join(child.content for child in inline.children or ())

    assert " ".join(shown.split()) == " ".join(f"a {text} z".split())


@pytest.mark.parametrize("text", ["# Not a heading", "- not a bullet", "1. not a list", "> not a quote", "+ plus"])
def test_a_line_cannot_open_a_block(text: str) -> None:
    """A sign that opens a block in Markdown stays a sign at the start of a paragraph."""
    tokens = MarkdownIt().parse(escape(text))

    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]


def test_an_empty_posting_renders_to_nothing() -> None:
    """No title and no lines make no text at all."""
    empty = Posting(title="", sections=())

    assert (to_markdown(empty), to_html(empty), render(empty, NO_FACTS).text) == ("", "", "")


def test_jsonld_holds_the_typed_facts() -> None:
    """Money, dates and terms come from the facts, in schema.org's words."""
    facts = CompanyFacts(
        company=Company(name="Clinic", website="https://clinic.example"),
        role=Role(employment_type=EmploymentType.PART_TIME, workplace=Workplace.ONSITE, location="Toronto, ON"),
        pay=Pay(min=Decimal("18.50"), max=Decimal(21), currency="EUR", period=Period.HOUR),
        process=Process(deadline=date(2026, 12, 18)),
    )

    assert to_jsonld("Nurse", "<p>x</p>", facts, date(2026, 11, 2)) == {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Nurse",
        "description": "<p>x</p>",
        "datePosted": "2026-11-02",
        "employmentType": "PART_TIME",
        "hiringOrganization": {"@type": "Organization", "name": "Clinic", "sameAs": "https://clinic.example"},
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": "Toronto",
                "addressRegion": "ON",
                "addressCountry": "CA",
            },
        },
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "EUR",
            "value": {"@type": "QuantitativeValue", "minValue": 18.5, "maxValue": 21, "unitText": "HOUR"},
        },
        "validThrough": "2026-12-18",
    }


@pytest.mark.parametrize(
    ("low", "high", "value"),
    [(40, 40, {"value": 40}), (40, None, {"minValue": 40}), (None, 50, {"maxValue": 50})],
)
def test_jsonld_states_a_figure_or_an_end(low: int | None, high: int | None, value: dict[str, int]) -> None:
    """One figure is a value, and half a range its end."""
    ends = (Decimal(end) if end else None for end in (low, high))
    pay = Pay(min=next(ends), max=next(ends), currency="USD", period=Period.YEAR)

    salary = to_jsonld("Nurse", "<p>x</p>", CompanyFacts(pay=pay))["baseSalary"]

    assert isinstance(salary, dict)
    assert salary["value"] == {"@type": "QuantitativeValue", **value, "unitText": "YEAR"}


@pytest.mark.parametrize(
    ("role", "place", "applicants"),
    [
        (Role(location="Trébul"), {"addressLocality": "Trébul"}, None),
        (Role(location="Lyon"), {"addressLocality": "Lyon", "addressCountry": "FR"}, None),
        (Role(location="Utrecht, Netherlands"), {"addressLocality": "Utrecht", "addressCountry": "NL"}, None),
        (Role(location="Amsterdam, NL"), {"addressLocality": "Amsterdam", "addressCountry": "NL"}, None),
        (
            Role(location="Portland, Oregon, United States"),
            {"addressLocality": "Portland", "addressRegion": "Oregon", "addressCountry": "US"},
            None,
        ),
        (
            Role(location="Boston, MA"),
            {"addressLocality": "Boston", "addressRegion": "MA", "addressCountry": "US"},
            None,
        ),
        (
            Role(location="Lagos, Lagos, Nigeria"),
            {"addressLocality": "Lagos", "addressRegion": "Lagos", "addressCountry": "Nigeria"},
            None,
        ),
        (Role(location="Trébul, Upper Town"), {"addressLocality": "Trébul, Upper Town"}, None),
        (
            Role(location="12 Quay Street, Leeds"),
            {"addressLocality": "12 Quay Street, Leeds", "addressCountry": "GB"},
            None,
        ),
        (Role(location="Hove, UK"), {"addressLocality": "Hove", "addressCountry": "GB"}, None),
        (Role(location="Kilkenny, Ireland"), {"addressLocality": "Kilkenny", "addressCountry": "IE"}, None),
        (
            Role(location="Fresno, CA"),
            {"addressLocality": "Fresno", "addressRegion": "CA", "addressCountry": "US"},
            None,
        ),
        (
            Role(location="Leeds, England, GB"),
            {"addressLocality": "Leeds", "addressRegion": "England", "addressCountry": "GB"},
            None,
        ),
        (
            Role(location="Toronto, ON", jurisdictions=("CA-ON",)),
            {"addressLocality": "Toronto", "addressRegion": "ON", "addressCountry": "CA"},
            None,
        ),
        (Role(workplace=Workplace.REMOTE), None, None),
        (
            Role(workplace=Workplace.REMOTE, location="Remote, Canada"),
            None,
            {"@type": "Country", "name": "Canada"},
        ),
        (
            Role(workplace=Workplace.REMOTE, location="Netherlands"),
            None,
            {"@type": "Country", "name": "Netherlands"},
        ),
        (
            Role(workplace=Workplace.REMOTE, location="Remote, EMEA"),
            None,
            {"@type": "AdministrativeArea", "name": "EMEA"},
        ),
        (Role(location="Remote (US)"), None, {"@type": "Country", "name": "United States"}),
        (
            Role(workplace=Workplace.REMOTE, location="Canada", jurisdictions=("CA", "US-NY")),
            None,
            [{"@type": "Country", "name": "Canada"}, {"@type": "State", "name": "New York"}],
        ),
    ],
)
def test_jsonld_says_where(role: Role, place: dict[str, str] | None, applicants: object) -> None:
    """On site the address; for remote work from where one may apply, as far as it is known."""
    data = to_jsonld("Nurse", "<p>x</p>", CompanyFacts(role=role))

    address = {"@type": "PostalAddress", **place} if place else None
    assert data.get("jobLocation") == ({"@type": "Place", "address": address} if place else None)
    assert data.get("applicantLocationRequirements") == applicants
    assert data.get("jobLocationType") == ("TELECOMMUTE" if applicants or role.workplace else None)


@pytest.mark.parametrize(
    ("location", "addresses"),
    [
        (
            "Austin, TX or Denver, CO",
            [
                {"addressLocality": "Austin", "addressRegion": "TX", "addressCountry": "US"},
                {"addressLocality": "Denver", "addressRegion": "CO", "addressCountry": "US"},
            ],
        ),
        ("London or Toronto", [{"addressLocality": "London"}, {"addressLocality": "Toronto", "addressCountry": "CA"}]),
        ("Lyon; Oslo", [{"addressLocality": "Lyon", "addressCountry": "FR"}, {"addressLocality": "Oslo"}]),
    ],
)
def test_jsonld_names_each_of_several_places(location: str, addresses: list[dict[str, str]]) -> None:
    """With the country of each, as far as it is certain."""
    places = to_jsonld("Nurse", "<p>x</p>", CompanyFacts(role=Role(location=location)))["jobLocation"]
    assert places == [{"@type": "Place", "address": {"@type": "PostalAddress", **each}} for each in addresses]


@pytest.mark.parametrize("pay", [Pay(), Pay(min=Decimal(1)), Pay(currency="EUR", period=Period.DAY)])
def test_jsonld_leaves_out_what_no_fact_gives(pay: Pay) -> None:
    """Half a salary is no salary, and an unknown employer is not named."""
    assert set(to_jsonld("Nurse", "<p>x</p>", CompanyFacts(pay=pay))) == {
        "@context",
        "@type",
        "title",
        "description",
    }
