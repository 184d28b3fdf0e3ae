"""The report of the eval in a real browser: it shows, sifts and explains, asks for nothing, and fits a phone.

A new picture for the docs: UNBLAND_TEST_CHROMIUM=/usr/bin/chromium UNBLAND_TEST_PICTURES=docs/images
.venv/bin/python -m pytest tests/acceptance/test_report_page.py
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import FloatRect
from typer.testing import CliRunner

from browser import needs_chromium, opened
from unbland.adapters.evaluation.runs import read_run, write_run
from unbland.edges.cli.app import app

#: Where pictures go; a folder of the test's own without a word.
PICTURES = os.environ.get("UNBLAND_TEST_PICTURES")

#: A picture of one colour is smaller than this, in bytes.
_BLANK = 10_000


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of every case, as the commands make it."""
    folder = tmp_path_factory.mktemp("report")
    run, file = folder / "run.json", folder / "report.html"
    CliRunner().invoke(app, ["eval", "-o", str(run)])
    result = CliRunner().invoke(app, ["eval", "report", str(run), "-o", str(file)])
    assert result.exit_code == 0, result.output
    return file


def test_the_report_is_one_file_of_less_than_two_megabytes(report: Path) -> None:
    """It can be sent around."""
    text = report.read_text("utf-8")

    assert len(text.encode()) < 2_000_000
    assert "default-src 'none'" in text
    assert "https://" not in text.split("<main>")[0]


def test_what_drafts_hold_is_text(report: Path, tmp_path: Path) -> None:
    """A draft, a posting or an error that holds markup is shown, never run."""
    run = read_run(report.with_name("run.json"))
    evil = '<script>alert(1)</script><img src="https://evil.example/x.png" onerror="alert(2)">\u202e'
    cases = tuple(replace(case, draft=evil) for case in run.cases)
    write_run(tmp_path / "evil.json", replace(run, cases=cases, label=evil))
    CliRunner().invoke(app, ["eval", "report", str(tmp_path / "evil.json"), "-o", str(tmp_path / "evil.html")])

    text = (tmp_path / "evil.html").read_text("utf-8")

    assert "<script>alert" not in text
    assert "<img" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_a_report_that_cannot_be_written_says_so(report: Path) -> None:
    """Exit code 3, one sentence."""
    result = CliRunner().invoke(app, ["eval", "report", str(report.with_name("run.json")), "-o", "/nowhere/x.html"])

    assert result.exit_code == 3
    assert "cannot be written" in result.stderr


@needs_chromium
def test_cases_are_sifted_and_lines_tell_their_sources(report: Path) -> None:
    """By words; a case opens; a line that has the focus shows what it rests on."""
    with opened(report, width=1280) as (page, wrong):
        cases = page.locator(".case:visible")
        assert cases.count() > 10
        page.fill("#find", "electrician")
        assert cases.count() == 1
        cases.first.locator("> summary").click()
        line = cases.first.locator(".line").first
        assert not line.locator(".sources").is_visible()
        line.locator("summary").focus()
        assert line.locator(".sources").is_visible()
        assert line.locator(".sources code").first.inner_text()[0] in "DF"
        page.check("#failed")
        assert page.locator("#count").inner_text().startswith("0 of ")
        assert wrong == []


@needs_chromium
@pytest.mark.parametrize("dark", [False, True])
def test_it_fits_a_phone(report: Path, tmp_path: Path, dark: bool) -> None:
    """390 pixels wide, a case open, and no page that scrolls sideways; in light and in dark it is not blank."""
    with opened(report, width=390, dark=dark) as (page, wrong):
        page.locator(".case > summary").first.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        picture = page.screenshot(path=tmp_path / "phone.png")
        assert len(picture) > _BLANK
        assert wrong == []


@needs_chromium
def test_the_picture_in_the_docs_can_be_taken(report: Path, tmp_path: Path) -> None:
    """The page as it opens, and a case of it."""
    folder = Path(PICTURES) if PICTURES else tmp_path
    with opened(report, width=1280) as (page, _):
        page.fill("#find", "account-manager-plain")
        case = page.locator(".case:visible").first
        case.locator("> summary").click()
        case.locator(".line summary").nth(2).hover()
        picture = page.screenshot(path=folder / "eval-report.png", full_page=True, clip=_part(page.evaluate(_PLACE)))
    assert len(picture) > _BLANK


#: From the heading of the cases to a screen below it.
_PLACE = "document.getElementById('cases').getBoundingClientRect().top + window.scrollY"


def _part(top: float) -> FloatRect:
    return {"x": 0, "y": max(0.0, top - 20), "width": 1280, "height": 900}
