"""Word and PDF files: what is read of them, and that no file takes the service with it."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor

from unbland.adapters.files import child, reading
from unbland.adapters.files.kinds import FileKind
from unbland.adapters.files.reading import kind_of, read_file
from unbland.core.document import read
from unbland.core.document.model import Format, Removal
from unbland.errors import DraftTooLong, Misconfigured, NotText


def word_file() -> bytes:
    """A posting as people write it in Word."""
    document = docx.Document()
    document.add_heading("Night Nurse", 0)
    document.add_paragraph("Since August 12 more residents live with us.")
    document.add_heading("Duties", 1)
    document.add_paragraph("Look after 42 residents & one cat", style="List Bullet")
    document.add_paragraph("Give the medicine at six", style="List Bullet")
    document.add_paragraph().add_run("You earn a million.").font.hidden = True
    document.add_paragraph().add_run("White words.").font.color.rgb = RGBColor(255, 255, 255)
    document.add_paragraph().add_run("Tiny words.").font.size = Pt(1)
    document.add_heading("Requirements", 1)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Licence", "NMC registration"
    return _saved(document)


def _saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf_file(content: bytes, pages: int = 1, filters: bytes = b"") -> bytes:
    """A PDF of one content on every page."""
    kids = b" ".join(b"%d 0 R" % (5 + page) for page in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(content), filters, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    fonts = b"/Resources << /Font << /F1 4 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R %s >>" % fonts
    parts, places, size = [b"%PDF-1.4\n"], [], 9
    for number, each in enumerate([*objects, *[page] * pages], 1):
        places.append(size)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, each))
        size += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, size)
    return b"".join((*parts, head, table, tail))


_POSTING = (
    b"BT /F1 12 Tf 50 800 Td (Night Nurse) Tj 0 -30 Td (Look after 42 residents.) Tj ET"
    b" BT 3 Tr /F1 12 Tf 50 600 Td (You earn a million.) Tj ET"
    b" BT 0 Tr 1 1 1 rg /F1 12 Tf 50 500 Td (White words.) Tj ET"
)


def _packed(**entries: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in entries.items():
            packed.writestr(name, data)
    return stream.getvalue()


def _with_document(xml: bytes) -> bytes:
    """A Word file whose document is this XML."""
    old, stream = zipfile.ZipFile(io.BytesIO(word_file())), io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "word/document.xml" else old.read(name))
    return stream.getvalue()


def test_a_word_file_is_headings_lists_and_tables() -> None:
    """In their order; what Word hides is hidden in the HTML too, so that the reader reports it."""
    text, fmt = read_file(word_file(), FileKind.DOCX)
    document = read(text, fmt)

    assert fmt is Format.HTML
    assert [line.text for line in document.lines] == [
        "Since August 12 more residents live with us.",
        "Look after 42 residents & one cat",
        "Give the medicine at six",
        "Licence: NMC registration",
    ]
    assert [s.heading.text for s in document.sections if s.heading] == ["Night Nurse", "Duties", "Requirements"]
    assert [each.why for each in document.removed] == [Removal.HIDDEN] * 3


def test_a_link_of_a_word_file_keeps_its_address() -> None:
    """The words stand in a link."""
    document = docx.Document()
    part = document.add_paragraph("Apply ").part
    key = part.relate_to(
        "https://a.example/jobs?x=1&y=2",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    xml = document.paragraphs[0]._p

    space = "http://schemas.openxmlformats.org"
    link = (
        f'<w:hyperlink xmlns:w="{space}/wordprocessingml/2006/main"'
        f' xmlns:r="{space}/officeDocument/2006/relationships" r:id="{key}"><w:r><w:t>here</w:t></w:r></w:hyperlink>'
    )
    xml.append(parse_xml(link))

    assert read_file(_saved(document), FileKind.DOCX)[0] == (
        '<p>Apply <a href="https://a.example/jobs?x=1&amp;y=2">here</a></p>'
    )


def test_a_pdf_is_the_text_that_a_reader_sees() -> None:
    """Words that are not drawn, or drawn in white, are none."""
    text, fmt = read_file(pdf_file(_POSTING), FileKind.PDF)

    assert fmt is Format.TEXT
    assert text.split() == ["Night", "Nurse", "Look", "after", "42", "residents."]


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"PK\x03\x04...", FileKind.DOCX), (b"%PDF-1.7", FileKind.PDF), (b"<p>", None), (b"", None)],
)
def test_a_file_is_known_by_its_first_bytes(data: bytes, kind: FileKind | None) -> None:
    """Whatever it is called."""
    assert kind_of(data) is kind


_SPACE = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><w:document xmlns:w="' + _SPACE + b'">&c;</w:document>'
)
_OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="'
    + _SPACE
    + b'"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'
)
_DEEP = (
    b'<w:document xmlns:w="'
    + _SPACE
    + b'"><w:body>'
    + b"<w:p>" * 50_000
    + b"</w:p>" * 50_000
    + b"</w:body></w:document>"
)


def _bomb() -> bytes:
    """Some 40 kB that unpack to 40 MB."""
    return _packed(**{"word/document.xml": b" " * 40_000_000})


_DOCX: dict[str, tuple[Callable[[], bytes], type[Exception]]] = {
    "bomb": (_bomb, DraftTooLong),
    "many entries": (lambda: _packed(**{f"a{n}": b"" for n in range(2_000)}), DraftTooLong),
    "much in many": (lambda: _packed(**{f"a{n}": bytes(900_000) for n in range(30)}), DraftTooLong),
    "nested": (lambda: _packed(**{"word/document.xml": _packed(**{"a.zip": _bomb()})}), NotText),
    "entities": (lambda: _with_document(_LAUGHS), NotText),
    "outside": (lambda: _with_document(_OUTSIDE), NotText),
    "utf-16": (
        lambda: _with_document(_OUTSIDE.replace(b"?>", b' encoding="utf-16"?>', 1).decode().encode("utf-16")),
        NotText,
    ),
    "deep": (lambda: _with_document(_DEEP), NotText),
    "cut": (lambda: word_file()[:5_000], NotText),
    "no word file": (lambda: _packed(a=b"b"), NotText),
}


@pytest.mark.parametrize("name", _DOCX)
def test_s22_docx_bomb_ends_in_a_sentence(name: str) -> None:
    """Counted while it is unpacked, or refused for what its XML brings."""
    made, error = _DOCX[name]
    with pytest.raises(error, match=r"send that\.$"):
        read_file(made(), FileKind.DOCX)


def _flate_bomb() -> bytes:
    """Some 2 kB that unpack to 400 MB of text, by two filters."""
    packer = zlib.compressobj(9)
    piece = b"BT /F1 9 Tf (x) Tj ET " * 50_000
    once = b"".join([*(packer.compress(piece) for _ in range(400)), packer.flush()])
    return pdf_file(zlib.compress(once, 9), filters=b"/Filter [/FlateDecode /FlateDecode] ")


_PDF: dict[str, tuple[Callable[[], bytes], type[Exception]]] = {
    "flate bomb": (_flate_bomb, DraftTooLong),
    "many pages": (lambda: pdf_file(_POSTING, pages=50_000), DraftTooLong),
    "31 pages": (lambda: pdf_file(_POSTING, pages=31), DraftTooLong),
    "own parent": (lambda: pdf_file(_POSTING).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"), NotText),
    "cut": (lambda: pdf_file(_POSTING)[:60], NotText),
    "empty": (lambda: b"%PDF-1.4", NotText),
}


@pytest.mark.parametrize("name", _PDF)
def test_s23_pdf_bomb_ends_in_a_sentence(name: str) -> None:
    """The process that reads it runs out of memory or refuses it, and the service goes on."""
    made, error = _PDF[name]
    with pytest.raises(error, match=r"send that\.$"):
        read_file(made(), FileKind.PDF)


def test_s22_s23_the_reader_has_300_mb_and_5_seconds() -> None:
    """What is resident is never more than the address space; more of it is not to be had."""
    assert child.MEMORY <= 300_000_000
    assert child.SECONDS <= 5
    code = "from unbland.adapters.files import child; child.limit(); bytearray(300_000_000)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)  # noqa: S603
    assert b"MemoryError" in done.stderr


def test_s22_a_file_over_the_limit_is_not_opened() -> None:
    """Its size is enough."""
    with pytest.raises(DraftTooLong, match="larger than 10,000,000 bytes"):
        read_file(b"PK\x03\x04" + bytes(10_000_000), FileKind.DOCX)


def test_s23_a_file_that_takes_its_time_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the clock, whatever it waits for."""
    monkeypatch.setattr(reading, "_PATIENCE", 0.0)
    with pytest.raises(DraftTooLong, match="takes too long"):
        read_file(pdf_file(_POSTING), FileKind.PDF)


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is left out of a lean installation."""
    monkeypatch.setattr(reading, "_LIBRARIES", {FileKind.PDF: "no_such_library"})
    with pytest.raises(Misconfigured, match=r"install `unbland\[files\]`"):
        read_file(pdf_file(_POSTING), FileKind.PDF)


def test_no_module_of_the_folder_at_hand_is_loaded_by_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever lies there beside the file."""
    (tmp_path / "resource.py").write_text("raise SystemExit\n")
    monkeypatch.chdir(tmp_path)

    assert read_file(pdf_file(_POSTING), FileKind.PDF)[0]
