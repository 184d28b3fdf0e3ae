"""The readers of Word and PDF files themselves, without the process around them."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from unbland.adapters.files.docx_reader import read_docx
from unbland.adapters.files.kinds import Broken, TooLarge
from unbland.adapters.files.packed import check
from unbland.adapters.files.pdf_reader import read_pdf

_DRAWN = (
    b"BT /F1 12 Tf 50 800 Td (Night Nurse) Tj ET BT 3 Tr 50 600 Td (Hidden.) Tj ET"
    b" BT 0 Tr 1 1 1 rg 50 500 Td (White.) Tj ET"
)


def _pdf(pages: int) -> bytes:
    """A PDF without a table of its objects, which readers make anew."""
    kids = b" ".join(b"%d 0 R" % (5 + page) for page in range(pages))
    fonts = b"<< /Font << /F1 4 0 R >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(_DRAWN), _DRAWN),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *[b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources %s >>" % fonts] * pages,
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R >>\n%%EOF"


def test_a_pdf_is_what_is_drawn_in_a_colour_that_shows() -> None:
    """Page by page; more pages than a posting has are refused, and so is what is no PDF."""
    assert read_pdf(_pdf(2)).split() == ["Night", "Nurse"] * 2
    with pytest.raises(TooLarge):
        read_pdf(_pdf(31))
    with pytest.raises(Broken):
        read_pdf(b"%PDF-1.4")


def test_a_word_file_is_html_of_its_blocks(tmp_path: Path) -> None:
    """Styles tell headings and lists, runs tell what is bold, hidden or white."""
    document = docx.Document()
    document.add_heading("Cook", 0)
    document.add_heading("Duties", 2)
    document.add_paragraph("Bake", style="List Number")
    run = document.add_paragraph("At ").add_run("six\tsharp")
    run.bold = True
    document.add_paragraph(" ")
    document.add_paragraph().add_run("Never").font.hidden = True
    document.add_table(rows=1, cols=1).cell(0, 0).text = "A & B"
    document.save(str(tmp_path / "a.docx"))

    assert read_docx((tmp_path / "a.docx").read_bytes()) == (
        "<h1>Cook</h1><h2>Duties</h2><ul><li>Bake</li></ul><p>At <b>six sharp</b></p>"
        '<p><span style="display:none">Never</span></p><table><tr><td><p>A &amp; B</p></td></tr></table>'
    )


def test_what_is_no_word_file_is_broken() -> None:
    """A list at the end is closed, a cut file is not opened."""
    document = docx.Document()
    document.add_paragraph("Bake", style="List Bullet")
    stream = io.BytesIO()
    document.save(stream)

    assert read_docx(stream.getvalue()).endswith("</li></ul>")
    with pytest.raises(Broken):
        check(stream.getvalue()[:2_000])
