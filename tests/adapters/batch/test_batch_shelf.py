"""What triage keeps and writes: ranks, near doubles, a sheet to fill in, cells that run nothing."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from unbland.adapters.batch.sheets import write_csv_sheet, write_postings, yaml_sheet
from unbland.adapters.batch.shelf import Shelf
from unbland.core.batch.cells import safe
from unbland.core.batch.near import signature_of
from unbland.core.batch.triaged import Labels, Triaged
from unbland.core.question import Question
from unbland.edges.cli.batch.facts import read_answers
from unbland.errors import BadFacts

ABOUT = Question(field="company.about", ask="What do you do?", why="Nobody says.")
PAY = Question(field="pay", ask="What does it pay?", why="People look first.")


def _posting(key: str, harm: int, text: str, *questions: Question, company: str = "") -> Triaged:
    return Triaged(
        labels=Labels(key=key, place=f"line {key}", title=f"Job {key}", company=company),
        language="en",
        harm=harm,
        questions=questions,
        signature=signature_of(text),
    )


SAME = " ".join(f"crate {n} of apples at pier {n * 3}" for n in range(80))


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    """Four postings, two of them nearly the same, and one that could not be read."""
    made = Shelf()
    made.add(_posting("1", 20, SAME, ABOUT, PAY, company="Acme"))
    made.add(_posting("2", 70, "Cook for 9 guests on the boat", ABOUT, company="Acme"))
    made.add(_posting("3", 20, f"{SAME} now", ABOUT, PAY, company="Acme"))
    made.add(_posting("4", 40, "Paint the hull of every ferry", PAY, company="=Hull()"))
    made.add(replace(_posting("5", 0, ""), error="It is empty.", signature=()))
    yield made
    made.close()


def test_one_of_each_cluster_is_ranked_the_worst_first(shelf: Shelf) -> None:
    """With how many are like it; what could not be read is in no rank."""
    assert [(each.posting.labels.key, each.copies) for each in shelf.worst(9)] == [("2", 1), ("4", 1), ("1", 2)]
    assert shelf.cluster_counts() == (1, 1)
    (cluster,) = shelf.clusters(9)
    assert (cluster.labels.key, cluster.places) == ("1", ("line 1", "line 3"))
    assert [posting.labels.key for posting, _ in shelf.postings()] == ["2", "4", "1", "3", "5"]


def test_the_sheet_asks_first_what_serves_most(shelf: Shelf) -> None:
    """A company's question once for the company, a job's once for those that are the same."""
    sheet = shelf.sheet(9)

    assert [(each.group.company, each.group.cluster, each.serves) for each in sheet] == [
        ("Acme", "", 3),
        ("Acme", "1", 2),
        ("=Hull()", "4", 1),
    ]
    assert sheet[1].keys == ("1", "3")


def test_a_sheet_that_is_filled_in_comes_back_as_facts(shelf: Shelf, tmp_path: Path) -> None:
    """As YAML and as CSV alike; what nobody answered says nothing."""
    text = yaml_sheet(shelf.sheet(9))
    assert read_answers(_written(tmp_path / "empty.yaml", text)).groups == ()
    filled = yaml.safe_load(text)
    filled["groups"][0]["facts"]["company"]["about"] = ["We sail."]
    filled["groups"][1]["facts"]["pay"] = {"min": 31000, "currency": "EUR"}
    as_yaml = read_answers(_written(tmp_path / "facts.yaml", yaml.safe_dump(filled)))

    file = tmp_path / "facts.csv"
    write_csv_sheet(file, shelf.sheet(9))
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    rows[0]["answer"] = "We sail."
    rows[1]["answer"], rows[3]["answer"] = "31000", "EUR"
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)

    assert [row["field"] for row in rows[1:5]] == ["pay.min", "pay.max", "pay.currency", "pay.period"]
    assert as_yaml == read_answers(file)
    assert set(as_yaml.own) == {"1", "3"}
    assert as_yaml.groups[0].facts.company.about == ("We sail.",)


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "utf-8-sig"), (",", "cp1252"), ("\t", "utf-16")])
def test_a_sheet_is_read_as_spreadsheets_save_it(tmp_path: Path, delimiter: str, encoding: str) -> None:
    """With another sign between the cells, in another character set; names that would run or hold spaces are whole."""
    shelf = Shelf()
    shelf.add(_posting("a b.txt", 20, SAME, PAY))
    shelf.add(_posting("c d.txt", 20, f"{SAME} now", PAY))
    shelf.add(_posting("=e.txt", 20, "Cook for 9 guests on the boat", PAY, ABOUT, company="=Hull()"))
    file = tmp_path / "facts.csv"
    write_csv_sheet(file, shelf.sheet(9))
    shelf.close()
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    answers = {"pay.min": "31000", "company.about": "We run a café."}
    with file.open("w", encoding=encoding, newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(row | {"answer": answers.get(row["field"], "")} for row in rows)
    found = read_answers(file)

    assert {key: str(facts.pay.min) for key, facts in found.own.items()} == dict.fromkeys(
        ("a b.txt", "c d.txt", "=e.txt"), "31000"
    )
    assert [(each.company, each.facts.company.about) for each in found.groups] == [("=Hull()", ("We run a café.",))]


def test_a_table_that_is_no_facts_sheet_is_refused(tmp_path: Path) -> None:
    """Rather than taken for one that nobody has filled in."""
    for content in (b"key;harm\n1;2\n", b"", bytes(range(256)) * 9):
        file = tmp_path / "facts.csv"
        file.write_bytes(content)
        with pytest.raises(BadFacts, match=r"facts\.csv"):
            read_answers(file)


def test_s26_no_cell_runs_in_a_spreadsheet(shelf: Shelf, tmp_path: Path) -> None:
    """Of no table that is written."""
    write_postings(tmp_path / "postings.csv", shelf.postings())
    write_csv_sheet(tmp_path / "facts.csv", shelf.sheet(9))

    for name in ("postings.csv", "facts.csv"):
        with (tmp_path / name).open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
        assert "'=Hull()" in {row["company"] for row in rows}
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())


@pytest.mark.parametrize("value", ['=HYPERLINK("http://x")', "+1", "-1", "@x", "\tx", "\rx"])
def test_s26_what_would_run_is_quoted(value: str) -> None:
    """And what would not is left alone."""
    assert safe(value) == f"'{value}"
    assert safe(f"a{value}") == f"a{value}"
    assert safe(-1) == -1


def _written(file: Path, text: str) -> Path:
    file.write_text(text)
    return file
