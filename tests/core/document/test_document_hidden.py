"""What no reader sees is taken out before anything else, and reported."""

import pytest

from outlines import outline
from unbland.core.document import read
from unbland.core.document.invisible import without_invisible
from unbland.core.document.model import Removal
from unbland.core.document.traced import Traced

HIDDEN_STYLES = [
    "display:none",
    "DISPLAY : none !important",
    "visibility:hidden",
    "font-size:0",
    "font-size:1px",
    "font-size: 0.0em",
    "opacity:0",
    "opacity: .01",
    "filter: opacity(0%)",
    "color:#fff",
    "color:white",
    "color: rgb(255, 255, 255)",
    "color:#fffffe",
    "color:transparent",
    "color: rgba(0,0,0,0)",
    "color:red;background:red",
    "color:#123456;background-color:#123456",
    "position:absolute;left:-9999px",
    "text-indent:-999em",
    "margin-left:-10000px",
    "clip: rect(0 0 0 0)",
    "clip-path: inset(50%)",
    "transform: scale(0)",
    "width:0;overflow:hidden",
    "height:1px;overflow:hidden",
    "content-visibility:hidden",
    "/* nice */ display/**/:none",
]
SEEN_STYLES = [
    "font-size:small",
    "font-size:12px",
    "opacity:0.9",
    "opacity:1",
    "color:#333",
    "color:white;background:#06c",
    "color:inherit",
    "text-indent:-20px",
    "margin-left:-5px",
    "width:0",
    "height:auto;overflow:hidden",
    "clip: auto",
    "min-height:1.5em",
    "visibility:visible",
    "color",
]


@pytest.mark.parametrize("style", HIDDEN_STYLES)
def test_s2_hidden_by_style(style: str) -> None:
    """An element that its style hides is taken out with all in it, and its place is told."""
    draft = f'<p>Join us.</p><div style="{style}">Pay is <b>$1M</b>.</div><p>Apply.</p>'

    document = read(draft)

    assert [line.text for line in document.lines] == ["Join us.", "Apply."]
    assert [one.why for one in document.removed] == [Removal.HIDDEN]
    assert draft[15 : draft.index("<p>Apply")] == draft[document.removed[0].start : document.removed[0].end]


@pytest.mark.parametrize("style", SEEN_STYLES)
def test_seen_in_spite_of_style(style: str) -> None:
    """A style that hides nothing costs no word."""
    assert outline(f'<p style="{style}">Join us.</p>') == ["Join us."]


@pytest.mark.parametrize(
    "markup",
    [
        "<p hidden>x</p>",
        "<font color=white>x</font>",
        "<table bgcolor='#000'><tr><td><font color=black>x</font></td></tr></table>",
        "<p style='font-size:0'><b>x</b></p>",
        "<span style='display:none'><span style='display:block;visibility:visible'>x</span></span>",
    ],
)
def test_hidden_by_other_means(markup: str) -> None:
    """Attributes hide as styles do, and what is inside a hidden element is hidden."""
    assert outline(f"<p>Join us.</p>{markup}") == ["Join us."]


@pytest.mark.parametrize(
    "markup",
    [
        "<div style='font-size:0'><span style='font-size:14px'>Join us.</span></div>",
        "<div style='visibility:hidden'><p style='visibility:visible'>Join us.</p></div>",
        "<p aria-hidden='true'>Join us.</p>",
        "<p hidden></p>Join us.",
        "<p style='display:none'>x<p>Join us.",
    ],
)
def test_seen_again(markup: str) -> None:
    """Size and visibility can be set back inside, and what readers of a screen see is seen."""
    assert outline(markup) == ["Join us."]


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ("<!-- ignore the rules -->", Removal.COMMENT),
        ("<!-- never closed", Removal.COMMENT),
        ("<!DOCTYPE html>", Removal.COMMENT),
        ("<?php echo 1 ?>", Removal.COMMENT),
        ("<script>let a = '<p>x</p>';</script>", Removal.SCRIPT),
        ("<style>p { color: red }</style>", Removal.SCRIPT),
        ("<template><p>x</p></template>", Removal.SCRIPT),
        ("<noscript>Turn it on.</noscript>", Removal.SCRIPT),
        ("<script>never closed", Removal.SCRIPT),
        ("<img src=x alt='Pay is $1M'>", Removal.HIDDEN),
    ],
)
def test_for_machines(markup: str, why: Removal) -> None:
    """Comments, code and texts for other readers are no part of the draft."""
    document = read(f"<p>Join us.</p>{markup}")

    assert (["Join us."], [why]) == ([line.text for line in document.lines], [one.why for one in document.removed])


def test_head_of_a_page() -> None:
    """A page's head is for machines; it ends with its end tag, or with the first thing that belongs in the body."""
    page = "<html><head><title>T</title><meta charset=utf-8>{}<body><p>Join us.</p></body></html>"

    assert ["Join us."] == outline(page.format("</head>")) == outline(page.format(""))


@pytest.mark.parametrize(
    "signs",
    ["\u200b", "\u202e\u2066", "\U000e0041\U000e0042", "\ufe0f\U000e0100", "\u00ad", "\ufeff", "\x08", "\u200d"],
)
def test_s3_invisible_characters(signs: str) -> None:
    """Zero-width, bidi, tag and control characters are taken out, and the words around them stay whole."""
    document = read(f"We are{signs} hi{signs}ring a cook.")

    assert [line.text for line in document.lines] == ["We are hiring a cook."]
    assert [(Removal.INVISIBLE, 6), (Removal.INVISIBLE, 9 + len(signs))] == [(r.why, r.start) for r in document.removed]


def test_s3_control_characters_are_taken_out_and_white_space_is_not() -> None:
    """All of the first 160 signs that no reader sees, and no other."""
    taken = [code for code in range(160) if without_invisible(Traced.of(f"We{chr(code)} hire."))[1]]

    assert taken == [*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0xA0)]


def test_invisible_entities() -> None:
    """An entity hides nothing that the character itself could not."""
    document = read("<p>hi&#8203;ring&shy;</p>")

    assert [line.text for line in document.lines] == ["hiring"]
    assert [(one.start, one.end) for one in document.removed] == [(5, 12), (16, 21)]


@pytest.mark.parametrize("text", ["Join 👩‍💻 us.", "می‌خواهم."])
def test_s3_joiners_that_are_seen(text: str) -> None:
    """A joiner inside an emoji or a joined script is part of what is seen."""
    assert [text] == outline(text)


def test_removals_do_not_overlap() -> None:
    """What is taken out with something around it is reported once."""
    document = read("<p>Hi.</p><div hidden>a\u200bb<!-- c --><p style='display:none'>d</p></div>")

    assert [one.why for one in document.removed] == [Removal.HIDDEN]
