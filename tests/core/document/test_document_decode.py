"""Bytes become text by one rule, and what is no text is told apart with a way out."""

import pytest

from unbland.core.document import read
from unbland.core.document.read import MOST_CHARACTERS
from unbland.errors import DraftTooLong, EmptyDraft, NotText

TEXT = "Wir suchen dich – für Köln"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"), "utf-32-le"),
        (TEXT.encode("cp1252"), "cp1252"),
        (TEXT, "utf-8"),
    ],
)
def test_encodings(data: bytes | str, encoding: str) -> None:
    """A byte order mark decides, then strict UTF-8, then cp1252; the mark is no part of the text."""
    document = read(data)

    assert (TEXT, encoding) == (document.source, document.encoding)


@pytest.mark.parametrize(
    ("declared", "encoding", "word"),
    [
        ("iso-8859-2", "iso-8859-2", "Łódź"),
        ("windows-1251", "windows-1251", "Работа"),
        ("utf-7", "cp1252", "caf\xe9"),
        ("no-such-set", "cp1252", "caf\xe9"),
    ],
)
def test_declared_character_set(declared: str, encoding: str, word: str) -> None:
    """What a page declares is believed where the bytes are no UTF-8; codecs that are no page's are not."""
    page = f"<meta charset='{declared}'><p>{word}</p>".encode(encoding)

    document = read(page)

    assert (encoding, [word]) == (document.encoding, [line.text for line in document.lines])


def test_declared_set_that_does_not_fit() -> None:
    """A declaration that the bytes contradict falls through to cp1252, and nothing fails."""
    document = read(b"<meta charset=shift_jis><p>caf\xe9</p>\xff")

    assert document.encoding == "cp1252"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("We want youâ€™re best.", "We want you’re best."),
        ("Weâ\x80\x99re bakers at heart", "We’re bakers at heart"),
        ("CafÃ© ZoÃ« bakes", "Café Zoë bakes"),
        ("Mill andÂ\xa0oven", "Mill and\xa0oven"),
        ("Bread \xf0\x9f\x8d\x9e here", "Bread 🍞 here"),
        ("Ã‰cole de pain", "École de pain"),
    ],
)
def test_letters_read_wrongly_on_their_way_are_put_right(broken: str, whole: str) -> None:
    """UTF-8 that somebody read as cp1252 or Latin-1 is read as what it was, at its place in the draft."""
    document = read(broken)
    line = document.lines[0]
    assert " ".join(line.text.split()) == " ".join(whole.split())
    assert (line.start, line.end) == (0, len(broken))
    assert document.source == broken


@pytest.mark.parametrize(
    "text",
    ["« Le CAFÉ» is our shop", "His “IRMÃ” bakes", "“the café…” is ours", "A £9 ½ loaf · 3° colder", "Coração São Âme"],
)
def test_letters_that_only_look_wrong_stay(text: str) -> None:
    """Capitals with an accent before a quotation mark are what somebody wrote."""
    assert [line.text for line in read(text).lines] == [text]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04rest", "a DOCX"),
        (b"\xd0\xcf\x11\xe0rest", "an old Word file"),
        (b"{\\rtf1 Hello}", "an RTF file"),
        (b"\x89PNG\r\n", "an image"),
        (b"text\x00with NUL", "not text"),
        (b"\x01\x02\x03\x04ab", "not text"),
        ("text\x00with NUL", "not text"),
    ],
)
def test_binary(data: bytes | str, says: str) -> None:
    """Files and control characters are refused with a sentence that says what to send."""
    with pytest.raises(NotText, match=says) as caught:
        read(data)

    assert "save it as text, Markdown or HTML" in str(caught.value)


@pytest.mark.parametrize("data", ["", b"", " \n\t ", "<p>&nbsp;</p>", "---\n***", "<!-- only this -->", "\u200b"])
def test_empty(data: bytes | str) -> None:
    """Nothing that a reader would see is no draft."""
    with pytest.raises(EmptyDraft):
        read(data)


def test_too_long() -> None:
    """The refusal names the number, and the longest draft that is taken is taken."""
    with pytest.raises(DraftTooLong, match="60,001 characters"):
        read("a" * (MOST_CHARACTERS + 1))

    assert len(read("a" * MOST_CHARACTERS).lines) == 1
