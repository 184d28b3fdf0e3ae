"""HTML of boards and editors becomes the lines a reader sees."""

import pytest

from outlines import outline
from unbland.core.document import read
from unbland.core.document.model import Format


@pytest.mark.parametrize(
    ("draft", "seen"),
    [
        ("<p>One. Two.</p><p>Three.</p>", ["One.", "Two.", "Three."]),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", ["* a", "  * b", "* c"]),
        ("<ul><li>a<ul><li>b</ul>more<li>c</ul>", ["* a", "  * b", "* more", "* c"]),
        ("<li>bare</li><li>items</li>", ["* bare", "* items"]),
        ("<ul><li><p>One. Two.</p><p>Three.</p></li></ul>", ["* One. Two. Three."]),
        ("<ul><li>• a</li><li>- b</li><li>3 years</li></ul>", ["* a", "* b", "* 3 years"]),
        ("<ul><li></li></ul><p>After.</p>", ["After."]),
        ("<ul><li>lead<br>• a<br>• b</li></ul>", ["* lead", "  * a", "  * b"]),
        ("<p>• a</p><p>• b</p>", ["* a", "* b"]),
        ("<p>We use:<br>- Go<br>- SQL</p>", ["## We use", "* Go", "* SQL"]),
        ("<p>Hi.</p><p>Lead SQL<br>Write Go</p>", ["Hi.", "* Lead SQL", "* Write Go"]),
        ("<p>One.<br>Two.</p>", ["One.", "Two."]),
        ("<p>x.</p></br>y.", ["x.", "y."]),
        ("<h2>Senior<br>Cook</h2><p>Hi.</p>", ["# Senior Cook", "Hi."]),
        ("<h1>Cook<h2>Duties</h2><p>Hi.</p>", ["# Cook", "## Duties", "Hi."]),
        ("<div>a <b>b</b><i>c</i></div>", ["a bc"]),
        ("<p>R&amp;D &lt;3 &copy; &nbsp; &bogus; AT&T</p>", ["R&D <3 © &bogus; AT&T"]),
        ("<p>under 5 < 6 and 7 > 3</p>", ["under 5 < 6 and 7 > 3"]),
        ("<p title='a > b'>x</p>", ["x"]),
        ("<p>never <b closed", ["never <b closed"]),
        ('<p class="a>b</p>', ["b"]),
        ("<pre>one.\n\ntwo.</pre><p>x</p>", ["one.", "two.", "x"]),
        ("<p style='white-space:pre-line'>One.\nTwo.</p>", ["One.", "Two."]),
        ("<p>wrapped\nby a tool</p>", ["wrapped by a tool"]),
        ("x.<dl><dt>Place<dd>Oslo, Norway<dt>Pay<dd>Fair</dl>", ["x.", "## Place", "Oslo, Norway", "## Pay", "Fair"]),
        ("<p>a.</b></p></ul></td>b", ["a.", "b"]),
        ("<select><option>a.<option>b</select>", ["a.", "b"]),
    ],
)
def test_structure(draft: str, seen: list[str]) -> None:
    """Blocks, breaks, lists and headings become lines; broken markup costs no word."""
    assert seen == outline(draft, Format.HTML)


@pytest.mark.parametrize(
    ("cells", "seen"),
    [
        ("<tr><td>Place</td><td>Oslo</td></tr>", ["| Place: Oslo"]),
        ("<tr><th>Place:</th><td>Oslo</td></tr>", ["| Place: Oslo"]),
        ("<tr><td>a<td>b<td>c<tr><td>d<td>e<td>f", ["| a | b | c", "| d | e | f"]),
        ("<tr><td><p>Place<p>of work</td><td>Oslo</td></tr>", ["| Place of work: Oslo"]),
        ("<tr><td><p>Hi.</p><ul><li>a</li></ul></td></tr>", ["Hi.", "* a"]),
        ("<tr><td><h3>Duties</h3>x.</td><td><h3>Skills</h3>y.</td></tr>", ["### Duties", "x.", "### Skills", "y."]),
        ("<tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr>", ["| a: b"]),
    ],
)
def test_tables(cells: str, seen: list[str]) -> None:
    """A row of data is a line; a table that only lays out the page is not there."""
    assert [*seen, "End."] == outline(f"<table>{cells}</table><p>End.</p>")


@pytest.mark.parametrize("fmt", [None, Format.HTML])
def test_escaped_html(fmt: Format | None) -> None:
    """HTML that came as entities is turned back once; offsets are those of what came in."""
    draft = "&lt;p&gt;Join &lt;b&gt;us&lt;/b&gt; &amp;amp; &amp;lt;script&amp;gt;.&lt;/p&gt;"

    document = read(draft, fmt)

    (line,) = document.lines
    assert line.text == "Join us & <script>."
    assert draft[line.start : line.end] == "Join &lt;b&gt;us&lt;/b&gt; &amp;amp; &amp;lt;script&amp;gt;."


def test_no_second_unescape() -> None:
    """In HTML that was not escaped as a whole, an escaped entity is literal text."""
    assert outline("<p>&amp;lt;b&amp;gt; stays</p>") == ["&lt;b&gt; stays"]


def test_html_without_blocks() -> None:
    """Where no tag ends a line, the line breaks of the source do."""
    assert outline("<b>Cook</b>\nWe cook.\n\n- a\n- b", Format.HTML) == ["# Cook", "We cook.", "* a", "* b"]


def test_links() -> None:
    """Links are collected with their words and where they go; only http, https and mailto lead anywhere."""
    draft = (
        '<p><a href="https://acme.example/a?b=1&amp;c=2">Our <b>team</b></a>, <a href="mailto:a@b.example">mail</a>,'
        ' <a href="javascript:x()">no</a>, <a href="http://i.example"><img src=i></a>, https://bare.example/x.</p>'
    )

    links = read(draft).links

    assert [(link.text, link.url) for link in links] == [
        ("Our team", "https://acme.example/a?b=1&c=2"),
        ("mail", "mailto:a@b.example"),
        ("https://bare.example/x", "https://bare.example/x"),
    ]
    assert draft[3 : draft.index(", <a")] == draft[links[0].start : links[0].end]


def test_hidden_link() -> None:
    """A link that no reader sees is no link."""
    assert read('<p>x</p><p hidden><a href="https://evil.example">y</a></p>').links == ()
