"""Lines that hold a deal-breaker and a preference."""

from __future__ import annotations

import pytest

from unbland.core.document import read
from unbland.core.document.model import Format
from unbland.core.facts import NO_FACTS
from unbland.core.ledger import build
from unbland.core.ledger.modality import modality
from unbland.core.ledger.model import Kind, Modality
from unbland.core.ledger.splits import parts

REQUIRED, PREFERRED = Modality.REQUIRED, Modality.PREFERRED


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("Bachelor's degree (MBA, preferred)", ["Bachelor's degree", "MBA, preferred"]),
        ("Diploma in law required, master's preferred", ["Diploma in law required", "master's preferred"]),
        ("Five years in retail; fashion a plus", ["Five years in retail", "fashion a plus"]),
        ("Degree in accounting, finance, or related field, CPA preferred",
         ["Degree in accounting, finance, or related field", "CPA preferred"]),
        ("Red Seal required and crane ticket preferred", ["Red Seal required", "and crane ticket preferred"]),
        ("Degree (required), CPA (preferred)", ["Degree (required)", "CPA (preferred)"]),
        ("Knowledge of CRM (HubSpot preferred) and Excel", ["Knowledge of CRM", "HubSpot preferred", "and Excel"]),
        ("A degree in law is required. A degree in trade, shipping or a related field would be a plus",
         ["A degree in law is required.", "A degree in trade, shipping or a related field would be a plus"]),
        ("Python required – Go a plus", ["Python required", "Go a plus"]),
        ("Degree preferred – 5 years' experience in sales", ["Degree preferred", "5 years' experience in sales"]),
        ("Nursing diploma. ICU work preferred.", ["Nursing diploma.", "ICU work preferred."]),
        ("Required: SQL; Preferred: Python", ["Required: SQL", "Preferred: Python"]),
        ("Good knowledge of Greek, knowledge of another language is desirable",
         ["Good knowledge of Greek", "knowledge of another language is desirable"]),
        ("Skill in cloud platforms (BigQuery preferred), SQL and Python",
         ["Skill in cloud platforms", "BigQuery preferred", "SQL and Python"]),
        ("English or Dutch, French a plus", ["English or Dutch", "French a plus"]),
        ("Level 2 Food Hygiene (Level 3 preferred)", ["Level 2 Food Hygiene (Level 3 preferred)"]),
        ("Three years in a nursery (5 years preferred)", ["Three years in a nursery (5 years preferred)"]),
        ("You know C++ well and ideally some Go", ["You know C++ well", "and ideally some Go"]),
        ("Proficiency in English and Armenian, Russian is an asset",
         ["Proficiency in English and Armenian", "Russian is an asset"]),
        ("BA in trade, preferably with courses in law, MBA is a plus",
         ["BA in trade, preferably with courses in law", "MBA is a plus"]),
        ("Secondary education, with training in law desirable",
         ["Secondary education", "with training in law desirable"]),
        ("3 years of Revit, AutoCAD desirable, and a valid licence",
         ["3 years of Revit", "AutoCAD desirable", "and a valid licence"]),
        ("A degree (Bachelor's in law required, Master's preferred);",
         ["A degree (Bachelor's in law required", "Master's preferred"]),
    ],
)  # fmt: skip
def test_a_line_of_two_modalities_is_cut(line: str, cut: list[str]) -> None:
    """A line is cut where one modality ends and the other begins."""
    assert [line[start:end] for start, end in parts(line, REQUIRED)] == cut


@pytest.mark.parametrize(
    "line",
    [
        "Experience with Docker, Kubernetes preferred",
        "3+ years, preferably in retail",
        "Ideally experience in all steps of a process; including design and tests",
        "5 years' experience; preferably in banks",
        "Cloud analytics (Athena, Glue) and Git — a plus.",
        "Experience in retail, hospitality or similar is a plus",
        "Knowledge of languages such as ASP, JSP, Perl would be an advantage",
        "Tools: Purify, Valgrind, PureCoverage, etc. is a plus.",
        "Experience with streams like Kafka, will be a plus",
        "Experience with models (of churn, of demand) will be an asset",
        "Experience of running defined benefit (DB) and/or money purchase (DC) schemes is an asset",
        "A minimum of one year in an office, knowledge of rights and general rules, especially on asylum is an asset",
        "Diploma in nursing, midwifery, or related field preferred",
        "Master's degree (or equivalent) preferred",
        "Experience (3+ years) preferred",
        "Preferred – a second language",
        "Work with a tag manager such as Tealium (preferred), Google Tag Manager, or Adobe Launch",
        "Experience in a shop will be an asset, however it is not a prerequisite",
        "Fluent Greek required, so you can call our preferred suppliers",
        "Experience of boats, which is an advantage here",
        "Knowledge of the trade is an advantage – buying, transport, quality",
        "Buying, transport – knowledge preferred",
        "A plus",
        "Knowledge of R, Python and SQL",
        "",
        ";;;",
        "A forklift ticket is handy; we train it otherwise",
        "If you've used Sage before, it would be a plus but not needed",
    ],
)
def test_a_line_of_one_modality_stays_whole(line: str) -> None:
    """A list that is preferred as a whole, and a line that says nothing of modality, are not cut."""
    assert parts(line, REQUIRED) == ((0, len(line)),)


def test_a_label_before_wishes_holds_of_all_of_them() -> None:
    """`Desirable: MRICS; housing work` wishes for both, whatever stands above."""
    text = "# Surveyor\n\n## Requirements\n\n- Desirable: MRICS preferred; housing association work.\n- A degree\n"
    wished, asked = (s for s in build(read(text), NO_FACTS).sources if s.kind is Kind.REQUIREMENT)
    assert (wished.modality, asked.modality) == (PREFERRED, REQUIRED)


def test_what_is_said_of_the_next_demand_likewise_holds_of_it() -> None:
    """`So is …` says of its own demand what was said of the one before, and does not do so behind anything else."""
    text = "# Nurse\n\n## You bring\n\nNight work is a plus, not a must.\nSo is experience with owls.\n"
    assert build(read(text), NO_FACTS).sources[-1].modality is PREFERRED
    elsewhere = "# Nurse\n\nOur ward is old.\n\nSo is the lift.\n"
    assert build(read(elsewhere), NO_FACTS).sources[-1].kind is not Kind.REQUIREMENT


def test_what_the_heading_says_already_is_no_reason_to_cut() -> None:
    """Below `Nice to have`, a line that says `a plus` again holds one modality."""
    assert len(parts("Some French; German a plus", PREFERRED)) == 1


@pytest.mark.parametrize(
    ("markup", "fmt"),
    [
        (
            "## Requirements\n\n- **Bachelor's** degree ([MBA](https://example.org/degree), _preferred_)\n",
            Format.MARKDOWN,
        ),
        (
            "<h2>Requirements</h2><ul><li><b>Bachelor&#39;s</b> degree (<a href='/MBA'>MBA</a>, preferred)</li></ul>",
            Format.HTML,
        ),
        ("Requirements:\n- Bachelor's degree (MBA, preferred)\n", Format.TEXT),
    ],
)
def test_each_part_knows_its_place_past_markup(markup: str, fmt: Format) -> None:
    """The offsets of a part go round its own words in the draft as it came in."""
    first, second = build(read(markup, fmt), NO_FACTS).of(Kind.REQUIREMENT)
    assert (first.text, first.modality) == ("Bachelor's degree", REQUIRED)
    assert (second.text, second.modality) == ("MBA, preferred", PREFERRED)
    assert first.start is not None
    assert second.start is not None
    assert "MBA" not in markup[first.start : first.end]
    assert markup[second.start : second.end].startswith("MBA")
    assert "referred" in markup[second.start : second.end]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Level 2 Food Hygiene (Level 3 preferred)", REQUIRED),
        ("Three years in a nursery (5+ years preferred)", REQUIRED),
        ("Work in a nursery (preferred)", PREFERRED),
        ("A year in a nursery would be lovely but isn't essential", PREFERRED),
    ],
)
def test_more_of_what_is_asked_for_is_a_wish_and_the_rest_a_must(line: str, said: Modality) -> None:
    """A grade in brackets says nothing without the line before it."""
    assert modality(line, REQUIRED) is said
