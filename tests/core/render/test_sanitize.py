"""The gate for HTML that goes out (S7): what is on its list passes, nothing else does, and twice is as once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_samples import dom, tags
from builders import line, posting
from unbland.core.document import read
from unbland.core.document.model import Format
from unbland.core.render.html import to_body, to_html
from unbland.core.render.sanitize import TAGS, sanitized

_HOSTILE = [
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">Apply</a>',
    '<a href="JaVaScRiPt:alert(1)">Apply</a>',
    '<a href="java&#10;script:alert(1)">Apply</a>',
    '<a href="data:text/html,<script>alert(1)</script>">Apply</a>',
    '<a href="//evil.example">Apply</a>',
    '<a href="/admin">Apply</a>',
    "<svg onload=alert(1)><p>Text</p></svg>",
    "<style>p{display:none}</style><p style='color:red' onclick=x()>Text</p>",
    "<script>alert(1)</script>",
    "<iframe src=https://evil.example></iframe>",
    "<form action=https://evil.example><input name=a></form>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<p><!-- <script> --><b>bold</b></p>",
    "[x](javascript:alert(1))",
]


def _is_clean(html: str) -> bool:
    links = [dict(each[1]) for each in dom(html) if isinstance(each, tuple) and each[1]]
    safe = all(set(link) == {"href"} and link["href"].startswith(("https://", "mailto:")) for link in links)
    return tags(html) <= TAGS and safe


@pytest.mark.parametrize("html", _HOSTILE)
def test_s7_only_what_is_on_the_list_gets_out(html: str) -> None:
    """Through the gate as markup, and through the posting as a line that a model wrote."""
    assert _is_clean(sanitized(html))
    assert sanitized(sanitized(html)) == sanitized(html)
    page = to_html(posting(title=html, opening=(line(html),), do=(line(html),)))
    assert _is_clean(page)
    assert html.partition("://")[2] or "a" not in tags(page)


@given(
    st.lists(
        st.sampled_from([*_HOSTILE, "<p>", "</p>", "<ul>", "<li>", "&lt;", "&amp;", "&nbsp;", "a < b", '"', "<h2>"])
    )
)
def test_s7_a_second_pass_changes_nothing(pieces: list[str]) -> None:
    """However broken the page is that comes in."""
    once = sanitized("".join(pieces))

    assert _is_clean(once)
    assert sanitized(once) == once


def test_s7_what_a_posting_needs_passes() -> None:
    """Headings, lists, bold, italics and links stay as they are."""
    html = (
        "<h2>A</h2><h3>B</h3><h4>C</h4><p>a <strong>b</strong> <em>c</em><br>"
        '<a href="https://a.example/?b=1&amp;c=2">d</a> <a href="mailto:e@f.example">g</a></p>'
        "<ul><li>h</li></ul><ol><li>i</li></ol>"
    )

    assert sanitized(html) == html


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), min_size=1))
def test_s7_a_line_reads_back_as_it_was(text: str) -> None:
    """What a posting says, a reader of its HTML sees, sign for sign."""
    page = to_body(posting(do=(line(f"Weld 3 {text} pipes."),)).sections, headings=False)

    lines = [each.text for each in read(page, Format.HTML).lines]

    assert lines in ([" ".join(f"Weld 3 {text} pipes.".split())], lines if "@" in text or "<" in text else [])


def test_only_safe_addresses_become_links() -> None:
    """An address without encryption is shown and leads nowhere."""
    page = to_body(
        posting(apply=(line("See http://a.example or https://b.example/x?y=1&z=2, mail c@d.example."),)).sections,
        headings=True,
    )

    assert page == (
        '<h3>Apply</h3><p>See http://a.example or <a href="https://b.example/x?y=1&amp;z=2">https://b.example/x?y=1&amp;z=2</a>,'
        ' mail <a href="mailto:c@d.example">c@d.example</a>.</p>'
    )
    assert "\n" not in page
