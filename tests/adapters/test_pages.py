"""Pages: whatever they show is text, and they fetch nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pytest

from doubles.hostile import ENDLESS, hostile
from doubles.runs import run
from unbland.adapters.pages.pages import page
from unbland.adapters.pages.wording import counted, dollars
from unbland.core.evaluation.reporting.report import report

_PAGES = files("unbland.adapters.pages")

#: Ink and ground of what is written on the pages.
_WRITTEN = [
    *(("ink", ground) for ground in ("paper", "card", "own", "lit", "track")),
    *(("quiet", ground) for ground in ("paper", "card", "own")),
    ("accent", "card"),
    ("good", "good-soft"),
    ("bad", "bad-soft"),
]


class _Seen(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def evil() -> str:
    """The page of a run that means harm."""
    return page("eval_report", report=report([hostile()]))


def test_what_is_shown_is_text(evil: str) -> None:
    """No tag, no attribute and no template of what is shown becomes one of the page."""
    seen = _Seen(evil)
    templates = [file.read_text("utf-8") for file in _PAGES.iterdir() if file.name.endswith(".j2")]
    ours = {tag for text in templates for tag in re.findall(r"<([a-z][a-z0-9]*)", text)}

    assert {tag for tag, _ in seen.tags} <= ours
    assert sum(tag == "script" for tag, _ in seen.tags) == 1
    assert not [name for _, attributes in seen.tags for name in attributes if name.startswith("on") or name == "style"]
    assert "{{ 7 * 7 }}" in evil


@pytest.mark.parametrize("runs", [1, 2])
def test_headings_and_tables_can_be_told_by_ear(runs: int) -> None:
    """One heading of the first level, none skips a level, and each heading of a table says what it heads."""
    seen = _Seen(page("eval_report", report=report([hostile()] * runs))).tags
    levels = [int(tag[1]) for tag, _ in seen if re.fullmatch(r"h[1-6]", tag)]

    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert {attributes.get("scope") for tag, attributes in seen if tag == "th"} == {"col", "row"}


def test_nothing_is_fetched(evil: str) -> None:
    """There is no address but places in the page itself, and the policy names what runs by its hash."""
    addresses = [
        attributes[name] or ""
        for _, attributes in _Seen(evil).tags
        for name in ("src", "href", "action")
        if name in attributes
    ]
    policy = next(a["content"] or "" for tag, a in _Seen(evil).tags if a.get("http-equiv") == "Content-Security-Policy")

    assert all(address.startswith("#case-") for address in addresses)
    assert policy.startswith("default-src 'none'; base-uri 'none'; form-action 'none';")
    for kind in ("style", "script"):
        (part,) = re.findall(rf"<{kind}>(.*?)</{kind}>", evil, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_signs_that_mislead_are_named(evil: str) -> None:
    """Text is not turned round or hidden; a pictograph made of several stays one."""
    assert not re.search("[\x00\x1b\u200b\u202e\u2066\U000e0041]", evil)
    assert "[U+202E]gnirotcod" in evil
    assert "👩\u200d👩\u200d👧" in evil


def test_many_such_signs_are_one_note() -> None:
    """A draft of nothing else does not grow eightfold; a lone half of a sign can be written to a file."""
    text = page("eval_report", report=report([run({"\u202e" * 60_000 + "\ud800": 0.9})]))

    assert "[U+202E ×60000][U+D800]" in text
    assert text.encode()


def test_a_long_text_is_shown_whole(evil: str) -> None:
    """It may be long, but it is not cut."""
    assert ENDLESS in evil


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), _WRITTEN)
def test_what_is_written_can_be_read(scheme: int, ink: str, ground: str) -> None:
    """Contrast of at least 4.5, as WCAG 2.2 AA asks of text."""
    css = _PAGES.joinpath("page.css").read_text("utf-8")
    schemes = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): #([0-9a-f]{6})", schemes[scheme]))

    light, dark = sorted((_luminance(colours[ink]), _luminance(colours[ground])), reverse=True)

    assert (light + 0.05) / (dark + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (dollars(None), "price not known"),
        (dollars(0.0123), "$0.0123"),
        (dollars(1234.5), "$1,234.50"),
        (counted(1, "query", "queries"), "1 query"),
        (counted(1200, "line"), "1,200 lines"),
    ],
)
def test_figures_are_written_for_people(written: str, says: str) -> None:
    """Small amounts are not nothing, and a number has its noun."""
    assert written == says
