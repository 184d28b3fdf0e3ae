"""A Word file as HTML: headings, lists, tables, links; what is hidden says so, for the draft's reader."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table, _Cell
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from unbland.adapters.files.kinds import Broken
from unbland.adapters.files.packed import check

#: A reader without a glass does not see less.
_SMALLEST = Pt(2)
_LOWEST_HEADING = 6


def read_docx(data: bytes) -> str:
    """The text of the file, headers and footers left out; raises TooLarge or Broken."""
    check(data)
    try:
        document = docx.Document(BytesIO(data))
        return "".join(_blocks(document))
    except (OpcError, BadZipFile, KeyError, ValueError, AttributeError, SyntaxError):
        raise Broken from None


def _blocks(holder: Document | _Cell) -> Iterator[str]:
    """Paragraphs and tables in order, bullets in a list."""
    in_list = False
    for block in holder.iter_inner_content():
        bullet = isinstance(block, Paragraph) and _is_bullet(block)
        if bullet != in_list:
            yield "<ul>" if bullet else "</ul>"
            in_list = bullet
        yield _table(block) if isinstance(block, Table) else _paragraph(block, bullet=bullet)
    if in_list:
        yield "</ul>"


def _table(table: Table) -> str:
    rows = ("".join(f"<td>{''.join(_blocks(cell))}</td>" for cell in row.cells) for row in table.rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _paragraph(paragraph: Paragraph, *, bullet: bool) -> str:
    inside = "".join(_inline(paragraph))
    if not inside.strip():
        return ""
    tag = "li" if bullet else _tag(paragraph)
    return f"<{tag}>{inside}</{tag}>"


def _tag(paragraph: Paragraph) -> str:
    name = (paragraph.style.name if paragraph.style else None) or ""
    if name == "Title":
        return "h1"
    level = name.removeprefix("Heading ")
    return f"h{min(int(level), _LOWEST_HEADING)}" if level != name and level.isdigit() else "p"


def _is_bullet(paragraph: Paragraph) -> bool:
    """Whether a paragraph is one of a list, by its style or by its own numbering."""
    name = (paragraph.style.name if paragraph.style else None) or ""
    properties = paragraph._p.pPr  # noqa: SLF001 (the library has no other way to a paragraph's numbering)
    numbered = properties is not None and properties.find(qn("w:numPr")) is not None
    return not name.startswith("Heading") and (numbered or name.startswith(("List Bullet", "List Number")))


def _inline(paragraph: Paragraph) -> Iterator[str]:
    for piece in paragraph.iter_inner_content():
        if isinstance(piece, Hyperlink):
            words = "".join(map(_run, piece.runs))
            yield f'<a href="{escape(piece.url)}">{words}</a>' if piece.url else words
        else:
            yield _run(piece)


def _run(run: Run) -> str:
    """The words of a run; hidden ones in an element that is hidden too, bold ones bold."""
    words = escape(run.text).replace("\n", "<br>").replace("\t", " ")
    if not words.strip():
        return words
    if _is_hidden(run):
        return f'<span style="display:none">{words}</span>'
    colour = run.font.color.rgb if run.font.color is not None else None
    if colour is not None:
        words = f'<span style="color:#{colour}">{words}</span>'
    return f"<b>{words}</b>" if run.bold else words


def _is_hidden(run: Run) -> bool:
    """Whether Word shows the run to nobody, by its own mark or its style's, or by a size that no eye reads."""
    fonts = (run.font, run.style.font)
    return any(font.hidden or (font.size is not None and font.size < _SMALLEST) for font in fonts)
