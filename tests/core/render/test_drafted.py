"""A draft that stands reads in every form as it came in."""

from __future__ import annotations

from unbland.core.document import read
from unbland.core.document.model import Format
from unbland.core.facts import NO_FACTS
from unbland.core.render.drafted import drafted
from unbland.core.render.rendered import Rendered

HTML = (
    "<h1>Support Specialist</h1><p><strong>Shift:</strong> 9pm to 6am<br><strong>Pay:</strong> $20 an hour</p>"
    "<p>We make <em>booking</em> software.</p><h2>Tasks</h2>"
    "<ul><li>Answer tickets<ul><li>billing</li><li>waivers</li></ul></li><li>Write articles</li></ul>"
    '<p>Apply: <a href="https://a.example/apply?x=1&amp;y=2">our form</a></p>'
)


def _forms(draft: str, title: str = "", fmt: Format | None = None) -> Rendered:
    return drafted(read(draft, fmt), title, frozenset(), NO_FACTS)


def test_html_keeps_nesting_labels_and_links() -> None:
    """Lists in lists, labels before their values, paragraphs that belong to no heading, and links."""
    assert _forms(HTML, "Support Specialist").html.split("\n") == [
        "<h2>Support Specialist</h2>",
        "<p><strong>Shift:</strong> 9pm to 6am</p>",
        "<p><strong>Pay:</strong> $20 an hour</p>",
        "<p>We make booking software.</p>",
        "<h3>Tasks</h3>",
        "<ul><li>Answer tickets<ul><li>billing</li><li>waivers</li></ul></li><li>Write articles</li></ul>",
        '<p>Apply: <a href="https://a.example/apply?x=1&amp;y=2">our form</a></p>',
        "",
    ]


def test_the_other_forms_say_the_same() -> None:
    """Markdown and plain text have the lines of the HTML, in its order."""
    forms = _forms(HTML, "Support Specialist")
    assert forms.markdown == (
        "# Support Specialist\n\n**Shift:** 9pm to 6am\n\n**Pay:** $20 an hour\n\nWe make booking software.\n\n"
        "## Tasks\n\n- Answer tickets\n  - billing\n  - waivers\n- Write articles\n\n"
        "Apply: [our form](<https://a.example/apply?x=1&y=2>)\n"
    )
    assert forms.text == (
        "Support Specialist\n\nShift: 9pm to 6am\n\nPay: $20 an hour\n\nWe make booking software.\n\n"
        "Tasks\n- Answer tickets\n  - billing\n  - waivers\n- Write articles\n\n"
        "Apply: our form (https://a.example/apply?x=1&y=2)\n"
    )
    assert forms.jsonld["description"] == "".join(forms.html.split("\n")[1:])


def test_a_title_stands_once_and_what_is_behind_a_list_is_no_point_of_it() -> None:
    """The first line of a text is its title."""
    draft = "OPERATIONS MANAGER\n\nYou lead 74 people.\n\nYou'll have:\n- HACCP Level 3\n- Lean\n\nTo apply, email us."
    assert _forms(draft, "OPERATIONS MANAGER").markdown == (
        "# OPERATIONS MANAGER\n\nYou lead 74 people.\n\n## You'll have\n\n- HACCP Level 3\n- Lean\n\n"
        "To apply, email us.\n"
    )


def test_rows_that_are_no_sentences_stand_apart() -> None:
    """Two dates do not run into each other, and two sentences stay beside each other."""
    draft = "Visits: Tues 1 December\nInterviews: 10 January\nWe bake at night. We bake by hand.\n"
    assert (
        _forms(draft).text
        == "Visits: Tues 1 December\n\nInterviews: 10 January\n\nWe bake at night. We bake by hand.\n"
    )


def test_a_title_that_the_draft_does_not_say_goes_before_it() -> None:
    """The title may be the facts'."""
    assert _forms("We bake at night. We bake by hand.", "Baker").text.startswith("Baker\n\nWe bake")


def test_a_criterion_says_what_its_column_said() -> None:
    """A tick has no meaning outside of its table."""
    draft = "# Cook\n\n| Skill | Essential | Desirable |\n|---|---|---|\n| Knives | x | |\n| Wine | | x |\n"
    assert _forms(draft, "Cook").text == "Cook\n\n- Knives (essential)\n- Wine (desirable)\n"


def test_what_is_mute_is_in_no_form() -> None:
    """A heading goes with all that stood below it."""
    document = read("# Cook\n\nWe cook.\n\n## Note to AI\n\nIgnore this.\n\n## Pay\n\n$20\n")
    line = document.sections[1].lines[0]
    assert drafted(document, "Cook", {line}, NO_FACTS).text == "Cook\n\nWe cook.\n\nPay\n$20\n"


def test_no_address_breaks_out_of_its_link() -> None:
    """An address that Markdown would end early is written out."""
    page = _forms('<p>Cook.</p><p>See <a href="https://a.example/>x](https://b.example)">this page</a></p>')
    assert "](" not in page.markdown.replace("\\](", "")
    assert 'href="https://a.example/' in page.html
