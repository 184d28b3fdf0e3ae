"""Headings are found by markup, by looks, and by the names that sections go by."""

import pytest

from outlines import outline
from unbland.core.document import read
from unbland.core.document.model import Format

LONG = (
    "We run two kitchens in the old town of Bergen, and this year we open a third one by the harbour,"
    " so we need more cooks now."
)


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("REQUIREMENTS", "REQUIREMENTS"),
        ("WHO WE ARE AND MORE", "WHO WE ARE AND MORE"),
        ("Your first months here:", "Your first months here"),
        ("Responsibilities", "Responsibilities"),
        ("how to apply", "how to apply"),
        ("What you'll do", "What you'll do"),
        ("What You’ll Do", "What You’ll Do"),
        ("Skills & Experience", "Skills & Experience"),
        ("Who we are…", "Who we are…"),
        ("About Acme Foods", "About Acme Foods"),
        ("Why Acme?", "Why Acme?"),
        ("Nice-to-Have Skills", "Nice-to-Have Skills"),
        ("Good to have experience", "Good to have experience"),
        ("🚀 What you'll do", "What you'll do"),
        ("What we're looking for 🌱", "What we're looking for 🌱"),
        ("🏢 Our first kitchens:", "Our first kitchens"),
        ("1. Responsibilities", "Responsibilities"),
        ("• Requirements:", "Requirements"),
        ("-- Requirements --", "Requirements"),
    ],
)
def test_without_markup(line: str, heading: str) -> None:
    """A line that looks like a heading, or is called like one, is one."""
    assert ["We hire.", f"## {heading}", "Bake."] == outline(f"We hire.\n\n{line}\n\nBake.", Format.TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "SQL",
        "We are hiring now.",
        "Requirements.",
        "You will work with people from all over the house on this:",
        "Bergen, Norway",
        "JOIN US!",
        "12:30",
        "A LINE OF CAPITALS THAT GOES ON AND ON IS NO HEADING BUT SOMEBODY WHO SHOUTS AT US",
    ],
)
def test_no_heading(line: str) -> None:
    """Sentences, acronyms and long lines are text, even in capitals or with a colon."""
    assert line in outline(f"We hire.\n\n{line}\n\nBake.", Format.TEXT)


@pytest.mark.parametrize(
    ("markup", "heading"),
    [
        ("<h3>Duties of yours</h3>", "### Duties of yours"),
        ("<p><strong>Your kitchen</strong></p>", "## Your kitchen"),
        ("<p><strong>Your kitchen</strong>:</p>", "## Your kitchen"),
        ("<b>Your kitchen:</b><br>", "## Your kitchen"),
        ("<p><span style='font-weight:700'>Your kitchen</span></p>", "## Your kitchen"),
        ("<h2>About Acme Inc.</h2>", "## About Acme Inc."),
        ("<h1>Your kitchen</h1>", "## Your kitchen"),
    ],
)
def test_markup(markup: str, heading: str) -> None:
    """Heading elements and lines that are bold as a whole are headings; only the first is the title."""
    assert ["We hire.", heading, "Bake."] == outline(f"<p>We hire.</p>{markup}<p>Bake.</p>")


@pytest.mark.parametrize(
    "markup",
    [
        "<h2>You will bake all of the bread in the house.</h2>",
        f"<h2>{LONG} {LONG}</h2>",
        "<p><b>You will bake.</b></p>",
        "<p><b>You</b> will bake bread, <b>daily</b></p>",
        f"<p><b>{LONG}</b></p>",
        "<p><b style='font-weight:400'>Plain words</b></p>",
    ],
)
def test_markup_on_sentences(markup: str) -> None:
    """A sentence stays one, whatever markup somebody put on it."""
    assert [section.heading for section in read(f"<p>We hire.</p>{markup}<p>Bake.</p>").sections] == [None]


@pytest.mark.parametrize(
    ("draft", "seen"),
    [
        ("Hi.\nLOCATION: Oslo", ["Hi.", "## LOCATION", "Oslo"]),
        ("Hi.\nJOB RESPONSIBILITIES:   Bake bread.\nFry.", ["Hi.", "## JOB RESPONSIBILITIES", "Bake bread.", "Fry."]),
        ("Hi.\nLocation: Oslo\nStart on: Monday", ["Hi.", "## Location", "Oslo", "## Start on", "Monday"]),
        ("Hi.\nNote: bring a hat.", ["Hi.", "Note: bring a hat."]),
        ("Hi.\n- Location: Oslo", ["Hi.", "* Location: Oslo"]),
        (
            "Hi. We are good. Requirements: You bake. Benefits: Bread.",
            ["Hi.", "We are good.", "## Requirements", "You bake.", "## Benefits", "Bread."],
        ),
        (
            "Hi.\nLocation: Oslo or Bergen | Contract: Permanent | Our floor: 3",
            ["Hi.", "## Location", "Oslo or Bergen", "## Contract", "Permanent", "## Our floor", "3"],
        ),
        ("Hi.\n<b>Our place:</b> Oslo", ["Hi.", "## Our place", "Oslo"]),
        ("Hi.\n**Our place**: Oslo", ["Hi.", "## Our place", "Oslo"]),
        ("Hi.\n\n**Why now.** Two of us left.", ["Hi.", "## Why now.", "Two of us left."]),
        ("Hi.\n\n**Please wait.** We open at 8.", ["Hi.", "Please wait.", "We open at 8."]),
        ("Hi.\n**Our place** is Oslo.", ["Hi.", "Our place is Oslo."]),
        (f"Hi.\n**{LONG}:** yes", ["Hi.", f"{LONG}: yes"]),
    ],
)
def test_labels(draft: str, seen: list[str]) -> None:
    """A label before text on the same line is the heading of that text."""
    assert seen == outline(draft)


def test_a_name_in_small_letters_wants_a_gap_before_it() -> None:
    """In the middle of a text it is a word of it."""
    assert "* experience" in outline("Hi.\n\nWe look for people of some\nexperience\nof boats.", Format.TEXT)


def test_text_after_a_labelled_fact() -> None:
    """A short labelled fact ends with its line: what comes after a gap is not under it."""
    sections = read(f"Hi.\n\nLocation: Oslo\n\n{LONG}\n\nDuties\n\n- Bake").sections

    assert [section.heading and section.heading.text for section in sections] == [None, "Location", None, "Duties"]


@pytest.mark.parametrize(
    ("draft", "first"),
    [
        ("Senior Cook\n\nWe hire.", "# Senior Cook"),
        (f"Senior Cook\n{LONG}", "# Senior Cook"),
        ("Senior Cook\n- Bake", "# Senior Cook"),
        ("Senior Cook\nAcme Foods\nBergen, Norway", "# Senior Cook"),
        ("<h2>Senior Cook</h2><p>We hire.</p>", "# Senior Cook"),
        ("SENIOR COOK\nWe hire.", "# SENIOR COOK"),
        ("About us\n\nWe hire.", "## About us"),
        ("<h1>About us</h1><p>We hire.</p>", "## About us"),
        ("We hire a cook.\n\nJoin us.", "We hire a cook."),
        ("- Bake\n- Fry", "* Bake"),
        ("Senior Cook", "Senior Cook"),
    ],
)
def test_title(draft: str, first: str) -> None:
    """The first line is the title, unless it is a sentence, a list, a section's name, or all there is."""
    assert first == outline(draft)[0]


@pytest.mark.parametrize(
    ("draft", "seen"),
    [
        ("Hi.\n\nTools we use\n- Go", ["Hi.", "## Tools we use", "* Go"]),
        (f"Hi.\n\nYour new kitchen\n\n{LONG}", ["Hi.", "## Your new kitchen", LONG]),
        (f"Hi.\n\nUp to 50 EUR\n\n{LONG}", ["Hi.", "Up to 50 EUR", LONG]),
        ("Hi.\n\nYour new kitchen\n\nBergen", ["Hi.", "Your new kitchen", "Bergen"]),
    ],
)
def test_names_by_their_place(draft: str, seen: list[str]) -> None:
    """A short line right over a list, or alone over a paragraph, is its name; one with a figure is a fact."""
    assert seen == outline(draft, Format.TEXT)


def test_levels() -> None:
    """A heading without markup stands below the marked one above it."""
    assert outline("# Cook\n\nHi.\n\n## Us\n\nREQUIREMENTS\n\nBake.") == [
        "# Cook",
        "Hi.",
        "## Us",
        "### REQUIREMENTS",
        "Bake.",
    ]


@pytest.mark.parametrize("name", ["What the job is", "Need to have", "Nice if you have", "A day in the life"])
def test_a_half_sentence_heads_a_section(name: str) -> None:
    """A short line that only asks or announces is the heading of what follows, without any markup."""
    document = read(f"Driver\n\n{name}\nTwo winters on gravel roads\nNo fear of cows\n", Format.TEXT)

    assert name in [section.heading.text for section in document.sections if section.heading]


@pytest.mark.parametrize(
    "line",
    [
        *("-5 yrs of welding", "> can edit video", "-2-3 years in sales", "-401k match", "-401(k)"),
        *("-12 paid holidays", "-2nd shift bonus", "-3% pension"),
    ],
)
def test_a_tight_sign_begins_a_bullet(line: str) -> None:
    """A hyphen before years and a quote sign before words are bullets of people in a hurry."""
    document = read(f"Needs:\n-licence\n{line}\n-boots\n", Format.TEXT)

    assert [each.text for each in document.lines][1] == line.lstrip("->").strip()


@pytest.mark.parametrize("line", ["-18 degrees in the freezer", "-25 dollars per hour", "-40 to +60", "-5°C"])
def test_a_number_below_nought_or_the_end_of_a_range_keeps_its_sign(line: str) -> None:
    """What a figure's minus stands before is no item of a list."""
    document = read(f"The store:\n\n{line}\n", Format.TEXT)

    assert line in document.source[document.lines[-1].start - 1 :]
    assert document.lines[-1].text.startswith("-")


def test_a_line_that_ends_open_runs_on() -> None:
    """A line break after "in" parts no sentence, whatever the next line begins with."""
    text = "According to a job board, the average salary of an account manager in\nCanada is $51,212 per year.\n"

    assert [line.text for line in read(text, Format.MARKDOWN).lines] == [" ".join(text.split())]


def test_a_request_in_capitals_is_no_heading() -> None:
    """In a text that is all in capitals, what the reader is asked to do at its end names no section."""
    request = "PLEASE EMAIL RESUME WITH PHOTO"
    document = read(f"DUTIES:\n- FILING\n- DATA ENTRY\n\n{request}\n", Format.TEXT)

    assert document.lines[-1].text == request
