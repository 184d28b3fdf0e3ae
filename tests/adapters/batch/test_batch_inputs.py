"""Inputs of many postings: every kind, in every character set, and what is bad in one of them told and passed over."""

from __future__ import annotations

import base64
import csv
import gzip
import io
import json
import os
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from unbland.adapters.batch.inputs import Input, read_items
from unbland.application.batch.items import Item
from unbland.core.batch.columns import Mapped
from unbland.core.document.model import Format
from unbland.core.facts import NO_FACTS
from unbland.errors import BadInput

ATS = Path(__file__).parents[2] / "core" / "ats" / "fixtures"


#: A posting as structured data.
POSTING = {"@type": "JobPosting", "title": "Clerk", "description": "<p>Sell tickets for 3 ferries</p>"}


def _read(path: Path, *, columns: dict[str, str] | None = None, encoding: str = "") -> tuple[list[Item], str]:
    """The items of a file, and the character set that was told."""
    told: list[str] = []

    def show(_: Mapped, name: str) -> None:
        told.append(name)

    items = list(read_items(Input(path=path, columns=columns or {}, encoding=encoding), show))
    return items, told[0] if told else ""


def _texts(items: Sequence[Item]) -> list[str]:
    return [str(item.draft.content) if item.draft else item.code for item in items]


@pytest.mark.parametrize(
    ("encoding", "declared", "told"),
    [
        ("utf-8", "", "utf-8"),
        ("utf-8-sig", "", "utf-8-sig"),
        ("utf-16", "", "utf-16"),
        ("utf-16-le", "", "utf-16-le"),
        ("utf-16-be", "", "utf-16-be"),
        ("cp1252", "", "cp1252"),
        ("iso-8859-2", "iso-8859-2", "iso-8859-2"),
        ("utf-8", "iso-8859-2", "utf-8"),
    ],
)
def test_b28_the_character_set_is_found_by_one_rule(tmp_path: Path, encoding: str, declared: str, told: str) -> None:
    """Mark, UTF-16 by its NULs, UTF-8 where all of it is, what is declared, cp1252."""
    file = tmp_path / "jobs.csv"
    word = "Łódź" if encoding == "iso-8859-2" else "Bücher"
    file.write_bytes(f"id;title;description\r\n1;Clerk;Sell {word}\r\n".encode(encoding))
    items, found = _read(file, encoding=declared)

    assert (_texts(items), found) == ([f"Sell {word}"], told)


def test_a_character_set_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    """In one sentence."""
    file = tmp_path / "jobs.csv"
    file.write_text("body\nx\n")
    with pytest.raises(BadInput, match="klingon"):
        _read(file, encoding="klingon")


def test_a_row_becomes_an_item_with_its_fields_as_facts(tmp_path: Path) -> None:
    """Line breaks in quotes, empty rows passed over, places by line."""
    file = tmp_path / "jobs.csv"
    file.write_text(
        "id,title,department,company,city,jurisdiction,date,description\r\n"
        '7,Clerk,Pier,Acme,Toronto,"CA-ON, US-NY",2026-01-05,"Sell\r\ntickets"\r\n\r\n8,Cook,,,,,,\r\n',
        newline="",
    )
    (item, empty), _ = _read(file)

    assert (item.labels.key, item.labels.place) == ("7", "jobs.csv, line 2")
    assert (item.labels.title, item.labels.team, item.labels.company) == ("Clerk", "Pier", "Acme")
    assert item.facts.role.jurisdictions == ("CA-ON", "US-NY")
    assert str(item.posted) == "2026-01-05"
    assert _texts([item]) == ["Sell\r\ntickets"]
    assert (empty.code, empty.labels.key) == ("empty_draft", "8")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_sign_that_parts_cells_is_found_in_the_header(tmp_path: Path, delimiter: str) -> None:
    """Whatever the cells hold."""
    file = tmp_path / "jobs.csv"
    file.write_text(f'id{delimiter}body{delimiter}title\n1{delimiter}"a,b;c|d"{delimiter}T\n')

    assert _texts(_read(file)[0]) == ["a,b;c|d"]


def test_a_column_that_stands_twice_is_refused_where_it_is_read(tmp_path: Path) -> None:
    """The last of both would be taken without a word; two without a name, or that nobody reads, do no harm."""
    file = tmp_path / "jobs.csv"
    file.write_text("id,description,description\n1,Cook lunch for 40,old text\n")
    with pytest.raises(BadInput, match="has the column 'description' twice"):
        _read(file)
    file.write_text("id,body,note,note,,\n1,Cook lunch for 40,a,b,,\n")

    assert _texts(_read(file)[0]) == ["Cook lunch for 40"]


def test_s25_a_row_that_cannot_be_read_costs_only_itself(tmp_path: Path) -> None:
    """Too many cells, and a cell of six million signs."""
    file = tmp_path / "jobs.csv"
    with file.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerows([["id", "body"], ["1", "one"], ["2", "two", "three"], ["4", "x" * 6_000_000], ["5", "five"]])
    items, _ = _read(file)

    assert [item.code for item in items if item.error][:1] == ["bad_row"]
    assert [text for text in _texts(items) if text in {"one", "five"}] == ["one", "five"]


def test_b28_bad_lines_are_told_and_the_good_ones_read(tmp_path: Path) -> None:
    """Mark, carriage returns, bad JSON, an empty line, no record, NaN, endless nesting, a field that nobody knows."""
    lines = [
        '{"custom_id": "a", "draft": {"content": "Clerk"}}',
        "{bad",
        "",
        "[1]",
        '{"body": NaN}',
        "[" * 100_000,
        '{"draft": {"content": "Cook"}, "fcts": {}}',
        '{"draft": {"content": "Cook"}, "facts": {"hiring_reason": "A third ferry."}}',
        '{"draft": {"content": "Cook"}, "draft": {"content": "Baker"}}',
        '{"draft": {"content": "Cook"}, "facts": null}',
        '{"draft": {"content": "Cook"}, "facts": {"pay": null, "hiring_reason": "", "goals": [null]}}',
    ]
    file = tmp_path / "jobs.jsonl"
    file.write_bytes("\r\n".join(lines).encode("utf-8-sig"))
    items, _ = _read(file)

    assert [item.code for item in items] == [
        "", "bad_json", "not_a_record", "bad_json", "bad_json", "invalid_line", "", "bad_json", "", ""
    ]  # fmt: skip
    assert (items[0].labels.key, items[6].labels.key) == ("a", "jobs.jsonl, line 8")
    assert items[6].facts.hiring_reason == "A third ferry."
    assert items[8].facts == items[9].facts == NO_FACTS
    assert not any("Cook" in item.error for item in items)


@pytest.mark.parametrize(
    ("draft", "code", "about"),
    [
        ({"content": base64.b64encode(b"PK\x03\x04 a Word file").decode(), "format": "docx"}, "", "file"),
        ({"content": "no base64!", "format": "pdf"}, "not_text", ""),
        ({"content": {"text": "Clerk"}, "format": "html"}, "not_text", ""),
        ({"content": "Clerk", "format": "markdwn"}, "invalid_line", ""),
        ({"content": {"id": 1, "title": "Clerk"}, "format": "ats:greenhouse"}, "not_ats_document", ""),
        ({"content": POSTING, "format": "jsonld"}, "", "jsonld"),
        ({"content": json.dumps(POSTING), "format": "jsonld"}, "", "jsonld"),
        ({"content": json.dumps(POSTING)}, "", "jsonld"),
        ({"content": json.dumps(POSTING), "format": "text"}, "", "text"),
        ({"content": "[Kestrel] seeks a clerk"}, "", "text"),
        ({"content": "<p>Sell tickets</p>", "format": "text/html"}, "", "text"),
    ],
)
def test_b28_a_line_is_read_as_over_http(draft: dict[str, object], code: str, about: str, tmp_path: Path) -> None:
    """A Word file is opened, a document given back; base64 or JSON is never rewritten as if it were a posting."""
    file = tmp_path / "jobs.jsonl"
    file.write_text(json.dumps({"custom_id": "a", "draft": draft}))
    (item,), _ = _read(file)

    assert (item.code, item.labels.key) == (code, "a")
    ats = item.draft.ats if item.draft else None
    assert ("file" if item.file else ats.format if ats else "text" if item.draft else "") == about


def test_a_parquet_file_is_read_by_the_row(tmp_path: Path) -> None:
    """Columns as anywhere, whatever their type."""
    file = tmp_path / "jobs.parquet"
    parquet.write_table(pa.table({"id": [1, 2], "description": ["Clerk", None], "n": [0.5, 1.5]}), file)
    items, _ = _read(file)

    assert _texts(items) == ["Clerk", "empty_draft"]
    assert [item.labels.key for item in items] == ["1", "2"]
    (tmp_path / "bad.parquet").write_bytes(b"PAR1nothing")
    with pytest.raises(BadInput, match="Parquet"):
        _read(tmp_path / "bad.parquet")


def test_a_folder_and_a_zip_of_it_are_the_same(tmp_path: Path) -> None:
    """By name, with what the name says; what is no posting is passed over, a Word file goes on as bytes."""
    folder = tmp_path / "jobs"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "b.html").write_text("<p>Cook</p>")
    (folder / "a.md").write_text("# Clerk")
    (folder / "c.pdf").write_bytes(b"%PDF-1.7 nothing")
    (folder / "logo.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.md").write_text("no")
    file = tmp_path / "jobs.zip"
    with zipfile.ZipFile(file, "w") as packed:
        for path in folder.rglob("*"):
            packed.write(path, path.relative_to(folder).as_posix())
    items, _ = _read(folder)

    assert items == _read(file)[0]
    assert [item.labels.key for item in items] == ["a.md", "c.pdf", "deep/b.html"]
    assert items[2].draft is not None
    assert items[2].draft.format is Format.HTML
    assert items[1].file.startswith(b"%PDF-")


def test_s22_a_zip_bomb_costs_one_entry(tmp_path: Path) -> None:
    """What it unpacks to is counted while it is read."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * 200_000_000)
        archive.writestr("b.txt", "Clerk")
    file = tmp_path / "bomb.zip"
    file.write_bytes(packed.getvalue())
    items, _ = _read(file)

    assert [item.code for item in items] == ["draft_too_long", ""]
    (tmp_path / "no.zip").write_text("no")
    with pytest.raises(BadInput, match="no zip"):
        _read(tmp_path / "no.zip")


def test_a_feed_of_jobs_is_read_as_a_stream(tmp_path: Path) -> None:
    """As job boards take it: a field's first value, whatever lies within it."""
    jobs = "".join(
        f"<job><referencenumber>{n}</referencenumber><title><![CDATA[Clerk {n}]]></title><company>Acme</company>"
        f"<city>Toronto</city><description><![CDATA[<p>Sell {n} tickets</p>]]></description></job>"
        for n in range(3)
    )
    file = tmp_path / "feed.xml"
    file.write_text(f"<?xml version='1.0'?><source><publisher>Acme</publisher>{jobs}</source>")
    items, _ = _read(file)

    assert _texts(items) == [f"<p>Sell {n} tickets</p>" for n in range(3)]
    assert [item.labels.key for item in items] == ["0", "1", "2"]
    file.write_text(f"<source>{jobs}<job><title>broken")
    assert [item.code for item in _read(file)[0]] == ["", "", "", "bad_xml"]
    file.write_text(f"<source>{jobs}<job><title>A&nbsp;clerk</title></job></source>")
    assert [item.error for item in _read(file)[0] if item.error and "write &#160;" in item.error] != []


@pytest.mark.parametrize(
    ("feed", "says"),
    [
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><source><job><title>&a;</title></job></source>", "document type"),
        ("<source></source>", "no jobs"),
        ("<source>" + "<a>" * 50, "nested"),
    ],
)
def test_s22_a_feed_that_nobody_should_read_is_refused(tmp_path: Path, feed: str, says: str) -> None:
    """In one sentence, before anything is expanded."""
    file = tmp_path / "feed.xml"
    file.write_text(feed)
    with pytest.raises(BadInput, match=says):
        _read(file)


@pytest.mark.parametrize("name", [*sorted(path.name for path in ATS.glob("*.json")), "personio.xml"])
def test_an_export_of_a_tracking_system_is_opened_as_its_own(name: str) -> None:
    """Each of its postings, with the document that it came in."""
    items, _ = _read(ATS / name)

    assert items
    assert all(item.draft is not None and item.draft.ats is not None for item in items)


def test_b52_a_board_of_many_jobs_in_one_text_is_read_whole(tmp_path: Path) -> None:
    """A list in a field of the answer; what is bad in it is told."""
    job = json.loads((ATS / "greenhouse.json").read_text())
    file = tmp_path / "board.json"
    file.write_text(json.dumps({"jobs": [job] * 50 + [7], "meta": {"total": 51}}))
    items, _ = _read(file)

    assert len(items) == 51
    assert [item.code for item in items].count("") == 50


def test_a_position_of_a_feed_has_the_number_that_its_system_knows_it_by() -> None:
    """What comes of it goes back there by that."""
    assert [item.labels.key for item in _read(ATS / "personio.xml")[0]][:1] == ["2800938"]


def test_what_holds_no_postings_but_tables_is_refused_by_the_name_of_one(tmp_path: Path) -> None:
    """A folder and a zip alike; beside postings, or hidden, a table is passed over."""
    folder = tmp_path / "export"
    (folder / "__MACOSX").mkdir(parents=True)
    (folder / "__MACOSX" / "a.csv").write_text("body\nx\n")
    assert _read(folder)[0] == []
    (folder / "jobs.csv").write_text("body\nx\n")
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.write(folder / "jobs.csv", "all/jobs.csv")
    for path, name in ((folder, "jobs.csv"), (tmp_path / "export.zip", "all/jobs.csv")):
        with pytest.raises(BadInput, match=f"{name}; take that out"):
            _read(path)
    (folder / "one.txt").write_text("Clerk")
    assert len(_read(folder)[0]) == 1


def test_what_is_of_no_kind_is_refused(tmp_path: Path) -> None:
    """With the kinds that there are."""
    (tmp_path / "x.xlsx").write_bytes(b"PK")
    for name in ("x.xlsx", "none.csv"):
        with pytest.raises(BadInput, match=r"cannot be read|parquet"):
            _read(tmp_path / name)


def test_a_quotation_mark_that_never_closes_is_told(tmp_path: Path) -> None:
    """It holds the rest of the file, which is no posting; one that closes at the end of the file is well."""
    file = tmp_path / "jobs.csv"
    file.write_text('id,description\n1,Sell tickets\n2,"Cook\n3,Count crates\n4,Paint')
    items, _ = _read(file)
    assert [(item.labels.place, item.code) for item in items] == [
        ("jobs.csv, line 2", ""),
        ("jobs.csv, line 3", "bad_row"),
    ]

    file.write_text('id,description\n1,"Sell ""all"" tickets\nand more"')
    assert _texts(_read(file)[0]) == ['Sell "all" tickets\nand more']


def test_jobs_before_the_place_where_a_feed_breaks_are_read(tmp_path: Path) -> None:
    """However near it they are."""
    file = tmp_path / "jobs.xml"
    job = "<job><id>{0}</id><description>Sell {0} tickets</description></job>"
    file.write_text(f"<source>{job.format(1)}{job.format(2)}<job></jb></source>")

    assert _texts(_read(file)[0]) == ["Sell 1 tickets", "Sell 2 tickets", "bad_xml"]


@pytest.mark.parametrize("encoding", ["klingon", "shift_jis"])
def test_a_feed_in_a_character_set_that_is_not_read_is_refused(tmp_path: Path, encoding: str) -> None:
    """In one sentence."""
    file = tmp_path / "jobs.xml"
    file.write_text(f'<?xml version="1.0" encoding="{encoding}"?><source><job><id>1</id></job></source>')
    with pytest.raises(BadInput, match="UTF-8"):
        _read(file)


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13"])
def test_a_declared_name_of_no_character_set_is_refused(tmp_path: Path, encoding: str) -> None:
    """Python knows more codecs than those of texts."""
    file = tmp_path / "jobs.csv"
    file.write_bytes(b"body\n\xff\n")
    with pytest.raises(BadInput, match=encoding):
        _read(file, encoding=encoding)


def test_names_that_are_no_text_are_told_apart(tmp_path: Path) -> None:
    """Of files whose names are of other bytes, and of keys with half a character: nothing that writes them breaks."""
    for name in (b"\xe9.txt", b"\xe8.txt"):
        Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_text("Sell tickets")
    file = tmp_path / "a" / "jobs.jsonl"
    file.parent.mkdir()
    file.write_text('{"id": "\\ud800", "body": "Sell tickets"}\n')
    keys = [item.labels.key for item in (*_read(tmp_path)[0], *_read(file)[0])]

    assert keys == ["\\udce8.txt", "\\udce9.txt", "\\ud800"]


def test_b28_codes_of_no_country_and_no_currency_are_told(tmp_path: Path) -> None:
    """Of a column and of a line of requests, in one sentence: no law would be found for them."""
    lines = [
        {"id": "1", "body": "Sell tickets", "jurisdiction": "CA-ON"},
        {"id": "2", "body": "Sell tickets", "jurisdiction": "US-NY, ZZ-ON"},
        {"custom_id": "3", "draft": {"content": "Sell"}, "facts": {"role": {"jurisdictions": ["QQ"]}}},
        {"custom_id": "4", "draft": {"content": "Sell"}, "facts": {"pay": {"min": 9, "currency": "ZZZ"}}},
    ]
    file = tmp_path / "jobs.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)))
    items, _ = _read(file)

    assert [item.code for item in items] == ["", "bad_facts", "invalid_line", "invalid_line"]
    assert "role.jurisdictions[1]: no country has this code; write CA-ON" in items[1].error
    assert "role.jurisdictions[0]: no country has this code; write CA-ON" in items[2].error
    assert "pay.currency: no ISO 4217 code in use; write CAD" in items[3].error


def test_a_line_with_a_number_for_a_name_and_a_null_for_a_format_is_read(tmp_path: Path) -> None:
    """As over HTTP, and as a record with a number for its id is."""
    file = tmp_path / "jobs.jsonl"
    lines = [{"custom_id": 7, "draft": {"content": "Sell", "format": None}}, {"custom_id": 8, "draft": {}}]
    file.write_text("\n".join(map(json.dumps, lines)))

    assert [(item.labels.key, item.code) for item in _read(file)[0]] == [("7", ""), ("8", "invalid_line")]


def test_values_that_are_no_texts_are_written_as_people_do(tmp_path: Path) -> None:
    """Lists parted by commas, records by their names; a posting's text that is one of them is an error."""
    lines = [
        {"id": 1, "body": "Sell", "location": ["Oslo", {"name": "Bergen"}], "company": {"name": "Pier", "id": 3}},
        {"id": 2, "body": {"rendered": "Sell"}},
        {"id": 3, "body": ["Sell", "Count"]},
    ]
    file = tmp_path / "jobs.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)))
    items, _ = _read(file)

    assert (items[0].facts.role.location, items[0].facts.company.name) == ("Oslo, Bergen", "Pier")
    assert [item.code for item in items] == ["", "not_text", "not_text"]


def test_fields_that_the_first_record_leaves_out_are_found_later(tmp_path: Path) -> None:
    """Exports leave out what has no value; the fields that were found first stay what they are."""
    lines = [{"description": "Sell"}, {"id": "7", "description": "Count", "body": "Not it", "company": "Pier"}, {}]
    file = tmp_path / "jobs.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)))
    items, _ = _read(file)

    assert _texts(items) == ["Sell", "Count", "empty_draft"]
    assert (items[1].labels.key, items[1].labels.company) == ("7", "Pier")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2021-12-10", date(2021, 12, 10)),
        ("2021-12-10T22:49:39Z", date(2021, 12, 10)),
        ("Fri, 10 Dec 2021 22:49:39 GMT", date(2021, 12, 10)),
        ("1639176579", date(2021, 12, 10)),
        (1639176579000, date(2021, 12, 10)),
        ("soon", None),
        (" , ", None),
        (7, None),
    ],
)
def test_the_day_of_a_posting_is_read_as_feeds_and_exports_write_it(
    tmp_path: Path, said: object, day: date | None
) -> None:
    """Else no posting of theirs would ever be stale."""
    file = tmp_path / "jobs.jsonl"
    file.write_text(json.dumps({"id": 1, "body": "Sell tickets", "date": said}))

    assert _read(file)[0][0].posted == day


def test_a_column_that_is_told_may_come_later_and_must_come(tmp_path: Path) -> None:
    """The first record may leave it out; one that no record has is a mistake, told soon or at the end."""
    file = tmp_path / "jobs.jsonl"
    first, later = {"id": 1, "text": "Sell", "company": "No"}, {"id": 2, "text": "Count", "brand": "Pier"}
    file.write_text(f"{json.dumps(first)}\n{json.dumps(later)}\n")
    items, _ = _read(file, columns={"company": "brand"})
    assert [item.labels.company for item in items] == ["", "Pier"]

    for count in (1, 500):
        file.write_text(f"{json.dumps(first)}\n" * count)
        with pytest.raises(BadInput, match="no column 'brnd'"):
            _read(file, columns={"company": "brnd"})


_FEED = b"<source><job><title>Clerk</title><description>Sell tickets.</description></job></source>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("jobs.csv.gz", b"id,title,description\n1,Clerk,Sell tickets.\n"),
        ("jobs.jsonl.gz", b'{"id": "1", "title": "Clerk", "body": "Sell tickets."}\n'),
        ("jobs.json.GZ", b'[{"id": "1", "title": "Clerk", "body": "Sell tickets."}]'),
        ("jobs.xml.gz", _FEED),
    ],
)
def test_a_text_that_is_packed_is_read_as_it_is_unpacked(tmp_path: Path, name: str, content: bytes) -> None:
    """The same items as of the text itself."""
    file, plain = tmp_path / name, tmp_path / Path(name).stem
    file.write_bytes(gzip.compress(content))
    plain.write_bytes(content)

    assert _texts(_read(file)[0]) == _texts(_read(plain)[0])
    assert "Sell tickets." in _texts(_read(file)[0])[0]


@pytest.mark.parametrize("name", ["jobs.csv.gz", "jobs.json.gz", "jobs.xml.gz"])
def test_one_that_is_cut_off_is_told_before_anything_is_read(tmp_path: Path, name: str) -> None:
    """Half of a list taken for all of it would be published so."""
    file = tmp_path / name
    file.write_bytes(gzip.compress(os.urandom(100_000).hex().encode())[:-5000])

    with pytest.raises(BadInput, match="cannot be unpacked to its end; pack it again"):
        _read(file)


def test_one_that_unpacks_to_more_than_is_read_whole_is_refused(tmp_path: Path) -> None:
    """What it unpacks to counts, not what it is packed in."""
    file = tmp_path / "jobs.json.gz"
    file.write_bytes(gzip.compress(b"[" + b" " * 300_000_000, compresslevel=1))

    with pytest.raises(BadInput, match="is larger than"):
        _read(file)


def test_what_is_packed_by_itself_is_not_packed_again(tmp_path: Path) -> None:
    """A zip in a gz is no kind that anybody sends."""
    file = tmp_path / "jobs.zip.gz"
    file.write_bytes(b"")

    with pytest.raises(BadInput, match="of no kind that is read"):
        _read(file)
