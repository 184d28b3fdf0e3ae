"""Markdown, and the HTML that people put into it, becomes the lines a reader sees."""

import pytest

from outlines import outline
from unbland.core.document import read
from unbland.core.document.model import Format, Removal


@pytest.mark.parametrize(
    ("draft", "seen"),
    [
        (
            "# Cook\n\nJoin **us** in `Oslo`.\n\n## Duties\n\n- Bake\n- Fry",
            ["# Cook", "Join us in Oslo.", "## Duties", "* Bake", "* Fry"],
        ),
        ("Cook\n====\n\nHi.\n\nDuties\n------\n\nBake.", ["# Cook", "Hi.", "## Duties", "Bake."]),
        ("- a\n  - b\n    - c\n- d", ["* a", "  * b", "    * c", "* d"]),
        ("1. a\n2. b\n\n\n3) c", ["* a", "* b", "* c"]),
        ("- a\n\n  more\n\n- b", ["* a more", "* b"]),
        ("- a\nlazy tail\n**Duties:**\n- b", ["* a lazy tail", "## Duties", "* b"]),
        (
            "- Sort the mail\nAbout us: The ferry firm has carried the mail for years\nand still does.\n- Sell tickets",
            [
                "* Sort the mail",
                "## About us",
                "The ferry firm has carried the mail for years and still does.",
                "* Sell tickets",
            ],
        ),
        (
            "The ferry has crossed the sound since 1950\nand carries the mail.\n-----\nWrite to us.",
            ["The ferry has crossed the sound since 1950 and carries the mail.", "Write to us."],
        ),
        (
            "Write to the office of the harbour master at Pier 4,\nPort Ellen.",
            ["Write to the office of the harbour master at Pier 4, Port Ellen."],
        ),
        ("- **Own**: the kitchen\n- [x] done", ["* Own: the kitchen", "* [x] done"]),
        ("**Place:** Oslo\n**Pay**: 5 EUR", ["## Place", "Oslo", "## Pay", "5 EUR"]),
        ("**Duties**\n\nBake.\n\n***Skills:***\n\nFry.", ["## Duties", "Bake.", "## Skills", "Fry."]),
        ("| Place | Oslo |\n|---|---|\n| Pay | a \\| b |", ["| Place: Oslo", "| Pay: a | b"]),
        ("> Quoted.\n> - a\n\nEnd.", ["Quoted.", "* a", "End."]),
        ("Hi.\n\n```\n- a\n  - b\n```\n\nEnd.", ["Hi.", "* a", "  * b", "End."]),
        ("Hi.\n\n    - a\n    - b", ["Hi.", "* a", "* b"]),
        ("R&amp;D \\*not bold\\* &lt;b&gt; 2 < 3 **.", ["R&D *not bold* <b> 2 < 3 **."]),
        ("We bake.  \nWe fry.\\\nWe eat.", ["We bake.", "We fry.", "We eat."]),
        ("[Note]: this is no link definition.", ["[Note]: this is no link definition."]),
        ("Hi.\n\n---\n\n* * *\n\nEnd.", ["Hi.", "End."]),
        ("Hi ``a ` b`` and *c* __d__ ***e***.", ["Hi a ` b and c d e."]),
        ("Hi.\n\n• a\n• b", ["Hi.", "* a", "* b"]),
        ("Hi.<br>There.<br/>\nYou.", ["Hi.", "There.", "You."]),
        ("<details>\n<summary>More</summary>\n\n- a\n- b\n\n</details>", ["# More", "* a", "* b"]),
        ("Hi <span style='display:none'>not *seen*</span> you.", ["Hi you."]),
        ("Hi.\n\n<div hidden>\n\nNot **seen**.\n\n</div>\n\nYou.", ["Hi.", "You."]),
        ("Hi <!-- not\nseen --> you.", ["Hi you."]),
        ("Hi <script>alert(1)</script> you.", ["Hi you."]),
        ("Hi.\n\n<ul><li>a</li>\n<li>b</li></ul>", ["Hi.", "* a", "* b"]),
    ],
)
def test_structure(draft: str, seen: list[str]) -> None:
    """Blocks and inlines are read as CommonMark reads them; a draft's loose ends as a person does."""
    assert seen == outline(draft, Format.MARKDOWN)


def test_removals_inside() -> None:
    """What HTML hides inside Markdown is reported with its place; an image's text is one of them."""
    draft = "Hi <!-- x --> ![Pay is 1M](a.png) you.\n\n> <p hidden>y\n> z</p>\n"

    removed = read(draft, Format.MARKDOWN).removed

    assert [(one.why, draft[one.start : one.end]) for one in removed] == [
        (Removal.COMMENT, "<!-- x -->"),
        (Removal.HIDDEN, "![Pay is 1M](a.png)"),
        (Removal.HIDDEN, "<p hidden>y\n> z</p>"),
    ]


def test_links() -> None:
    """Links of all shapes are collected; the words around them keep their places."""
    draft = 'See [our *site*](https://a.example/b_(c) "the title"), <https://d.example>, https://e.example/x_y. End.'

    document = read(draft, Format.MARKDOWN)

    assert [line.text for line in document.lines] == ["See our site, https://d.example, https://e.example/x_y.", "End."]
    assert [x.url for x in document.links] == ["https://a.example/b_(c)", "https://d.example", "https://e.example/x_y"]
    assert [x.text for x in document.links] == ["our site", "https://d.example", "https://e.example/x_y"]
    assert [0, draft.index("End.")] == [line.start for line in document.lines]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "/relative", "ftp://a.example"])
def test_links_that_lead_nowhere(url: str) -> None:
    """Other schemes than http, https and mailto are words and no links."""
    assert read(f"See [this]({url}) now.", Format.MARKDOWN).links == ()


@pytest.mark.parametrize("sign", ["> ", "- "])
def test_deep_nesting(sign: str) -> None:
    """Text nested deeper than the parser goes is read as plain text, and not lost."""
    assert "deep" in outline(sign * 30 + "deep", Format.MARKDOWN)[0]


@pytest.mark.parametrize(
    ("draft", "fmt"),
    [
        ("Cook wanted.\n- Bake\n- Fry", Format.TEXT),
        ("Under 5 < 6 & more", Format.TEXT),
        ("# Cook\n\nHi.", Format.MARKDOWN),
        ("**Duties**\nBake.", Format.MARKDOWN),
        ("See [us](https://a.example).", Format.MARKDOWN),
        ("| a | b |\n|---|---|\n| c | d |", Format.MARKDOWN),
        ("Hi <b>you</b>.\n\n- a", Format.MARKDOWN),
        ("# Cook\n\n**Hi**\n\n<br>\n\nx", Format.MARKDOWN),
        ("<p>Hi **you**.</p><p>x</p>", Format.HTML),
        ("Hi.<br>You.", Format.HTML),
        ("&lt;p&gt;Hi.&lt;/p&gt;", Format.HTML),
    ],
)
def test_format_found_out(draft: str, fmt: Format) -> None:
    """What a draft is written in shows in the draft; when in doubt it is plain text."""
    assert fmt == read(draft).format
