"""`unbland batch triage` as its users meet it: a table, a report in a real browser, a sheet that goes into a run."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import NamedTuple

import pytest

from browser import needs_chromium, opened
from doubles.typed import typed

BLAND = "We are a fast-paced industry leader looking for a rock star. You will do many things for us and our customers."


@pytest.fixture
def postings(tmp_path: Path) -> Path:
    """A table of postings that hurt in different ways."""
    file = tmp_path / "jobs.csv"
    duties = "\n".join(f"- Sell tickets for ferry {n} at pier {n * 3}" for n in range(12))
    rows = [
        ("1", "Clerk", "Acme", f"Clerk\n\nDuties\n{duties}\n\nApplicants must be male and 22-35 years old."),
        ("2", "Clerk", "Acme", f"Clerk\n\nDuties\n{duties}\n\nPay: EUR 31,000 to 34,000 a year."),
        ("3", "Clerk", "Acme", f"Clerk\n\nDuties\n{duties}\n\nPay: EUR 31,000 to 34,000 a year. Soon."),
        ("4", "<img src=x onerror=alert(1)>", "Acme", f"Cook\n\n{BLAND} {{{{city}}}}"),
        ("5", "Empty", "Acme", ""),
    ]
    with file.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("Job ID", "Job Title", "Company Name", "Job Description"))
        writer.writerows(rows)
    return file


class Done(NamedTuple):
    """A finished command."""

    returncode: int
    stdout: str
    stderr: str


def _run(folder: Path, *command: str, **variables: str) -> Done:
    variables = {"XDG_STATE_HOME": str(folder / "state"), "UNBLAND_DATABASE_URL": ""} | variables
    done = typed("batch", *command, folder=folder, variables=variables)
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_the_worst_come_first_and_the_guess_is_shown(postings: Path, tmp_path: Path) -> None:
    """Each with why; what cannot be read is counted; near doubles stand once."""
    done = _run(tmp_path, "triage", str(postings), "-o", "found")

    assert done.returncode == 0, done.stderr
    assert "body         ← Job Description (guessed)" in done.stderr
    assert "4 of 5 postings were read" in done.stdout
    rows = [line for line in done.stdout.splitlines() if "jobs.csv, line" in line]
    assert "broken text" in rows[0]
    assert "unlawful wording" in rows[1]
    assert len(rows) == 2
    with (tmp_path / "found" / "postings.csv").open(encoding="utf-8-sig", newline="") as stream:
        table = list(csv.DictReader(stream))
    assert [row["key"] for row in table][:2] == ["4", "1"]
    assert {row["key"]: row["nearly the same as"] for row in table}["3"] == "1"
    assert {row["key"]: row["broken"] for row in table}["4"].startswith("a placeholder")
    assert table[-1]["error"] == "The posting's text is empty."


@needs_chromium
@pytest.mark.parametrize("width", [1280, 390])
def test_the_report_is_whole_in_itself_and_runs_nothing_of_a_posting(
    postings: Path, tmp_path: Path, width: int
) -> None:
    """Nothing is fetched, no error, and finding narrows the rows down."""
    assert _run(tmp_path, "triage", str(postings), "-o", "found").returncode == 0

    with opened(tmp_path / "found" / "report.html", width=width) as (page, wrong):
        assert page.locator("#rows tr:visible").count() == 2
        page.fill("#find", "img src")
        assert page.locator("#rows tr:visible").count() == 1
        page.fill("#find", "")
        page.select_option("#only", "unlawful wording")
        assert page.locator("#rows tr:visible").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert wrong == []


def test_a_sheet_that_is_filled_in_goes_into_every_posting_of_its_group(postings: Path, tmp_path: Path) -> None:
    """Triage asks, somebody answers once, and the run says it in each."""
    assert _run(tmp_path, "triage", str(postings), "-o", "found").returncode == 0
    sheet = tmp_path / "found" / "facts.yaml"
    text = sheet.read_text()
    blank = "about:\n        - ''"
    assert blank in text
    sheet.write_text(text.replace(blank, blank.replace("''", "Acme runs 9 ferries, 1,500 berths, to 4 islands."), 1))
    done = _run(tmp_path, "run", str(postings), "--facts", str(sheet), "-o", "out", "--engine", "editor")

    assert done.returncode == 0, done.stderr
    results = [json.loads(line) for line in (tmp_path / "out" / "results.jsonl").read_text().splitlines()]
    assert [result["custom_id"] for result in results] == ["1", "2", "3", "4"]
    assert all("9 ferries, 1,500 berths, to 4 islands" in result["rendered"]["text"] for result in results)
    errors = [json.loads(line) for line in (tmp_path / "out" / "errors.jsonl").read_text().splitlines()]
    assert [(error["custom_id"], error["error"]["code"]) for error in errors] == [("5", "empty_draft")]


def test_triage_again_loses_no_answer(postings: Path, tmp_path: Path) -> None:
    """A sheet that somebody has filled in is kept beside the new one, and one that is the same makes no second file."""
    folder = tmp_path / "found"
    assert _run(tmp_path, "triage", str(postings), "-o", "found").returncode == 0
    blank = (folder / "facts.yaml").read_text()
    for number, answer in enumerate(("one", "two"), 1):
        (folder / "facts.yaml").write_text(f"{blank}# {answer}\n")
        again = _run(tmp_path, "triage", str(postings), "-o", "found")
        assert again.returncode == 0, again.stderr
        assert f"found/facts-{number}.yaml has what stood there before" in again.stderr
    assert _run(tmp_path, "triage", str(postings), "-o", "found").returncode == 0

    told = {file.name: file.read_text() for file in folder.iterdir() if file.name.startswith("facts")}
    assert told.keys() == {"facts.yaml", "facts.csv", "facts-1.yaml", "facts-2.yaml"}
    assert (told["facts.yaml"], told["facts-1.yaml"]) == (blank, f"{blank}# one\n")
    refused = _run(tmp_path, "triage", str(postings), "-o", str(postings / "found"))
    assert (refused.returncode, "cannot be written to" in refused.stderr, refused.stdout) == (2, True, "")


@needs_chromium
def test_the_review_book_keeps_decisions_and_exports_them(postings: Path, tmp_path: Path) -> None:
    """Accepted by a click, rejected by a key, exported a line each; no text of a posting runs."""
    assert _run(tmp_path, "run", str(postings), "-o", "out", "--engine", "editor").returncode == 0

    with opened(tmp_path / "out" / "review.html", width=1280) as (page, wrong):
        page.locator("article").nth(0).get_by_role("button", name="Accept").click()
        page.keyboard.press("j")
        page.keyboard.press("r")
        with page.expect_download() as download:
            page.click("#export")
        lines = [json.loads(line) for line in Path(download.value.path()).read_text().splitlines()]
        page.check("#open")
        assert page.locator("article:visible").count() == 2
        wrong[:] = [url for url in wrong if not url.startswith("blob:")]
    assert [(line["custom_id"], line["verdict"]) for line in lines] == [("1", "accepted"), ("2", "rejected")]
    assert wrong == []


def test_what_a_run_would_take_is_told_before_anybody_pays(postings: Path, tmp_path: Path) -> None:
    """Calls, tokens, money and hours as ranges; nothing is kept."""
    model = {"OPENAI_API_KEY": "sk-none", "OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}
    done = _run(tmp_path, "run", str(postings), "-o", "out", "--dry-run", **model)

    assert done.returncode == 0, done.stderr
    assert "5 postings: 4 to write (2 nearly the same as another), 0 copies, 1 unusable" in done.stdout
    assert "calls   2 to 9" in done.stdout
    assert "cost    $" in done.stdout
    assert not (tmp_path / "out").exists()
