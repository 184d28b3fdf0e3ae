"""The report of the eval in a real browser: it shows, sifts and explains, asks for nothing, and fits a phone.

docs/contributing.md says how the pictures in the docs are taken anew.
"""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page
from typer.testing import CliRunner

from browser import needs_chromium, opened
from doubles.hostile import hostile
from doubles.runs import run
from unbland.adapters.evaluation.runs import write_run
from unbland.edges.cli.app import app

#: Where pictures go; a folder of the test's own without a word.
PICTURES = os.environ.get("UNBLAND_TEST_PICTURES")

#: So many different rows of pixels has any page with a few lines of text.
_FEW_ROWS = 50

_CASE = "account-manager-plain"


def _written(run_file: Path, *others: Path) -> Path:
    file = run_file.with_suffix(".html")
    names = [str(run_file), *map(str, others)]
    result = CliRunner().invoke(app, ["eval", "report", *names, "-o", str(file)])
    assert result.exit_code == 0, result.output
    return file


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of three cases, as the commands make it."""
    file = tmp_path_factory.mktemp("report") / "run.json"
    cases = [f"--case={name}" for name in (_CASE, "electrician", "florist")]
    CliRunner().invoke(app, ["eval", *cases, "-o", str(file)])
    return _written(file)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of every case and every scripted model."""
    file = tmp_path_factory.mktemp("whole") / "run.json"
    CliRunner().invoke(app, ["eval", "-o", str(file)])
    return _written(file)


@pytest.fixture
def evil(tmp_path: Path) -> Path:
    """The report of a run that means harm."""
    file = tmp_path / "evil.json"
    write_run(file, hostile())
    return _written(file)


def _case(page: Page, name: str) -> Locator:
    case = page.locator(f"[id='case-{name}']")
    case.locator("> summary").click()
    return case


def test_the_report_of_everything_is_less_than_two_megabytes(whole: Path) -> None:
    """It can be sent around."""
    assert whole.stat().st_size < 2_000_000


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (["run.json", "-o", "/nowhere/x.html"], "cannot be written"),
        (["run.json", "-o", "run.json"], "would be written over the run"),
        (["run.json"] * 7, "at most 6 runs"),
        (["none.json"], "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_said(
    names: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 3, one sentence; the kept run stays."""
    monkeypatch.chdir(tmp_path)
    write_run(Path("run.json"), run({"a": 0.9}))
    kept = Path("run.json").read_bytes()

    result = CliRunner().invoke(app, ["eval", "report", *names])

    assert result.exit_code == 3
    assert says in result.stderr
    assert Path("run.json").read_bytes() == kept


@needs_chromium
def test_cases_are_sifted_and_sorted(report: Path) -> None:
    """By words, by who wrote, by what came of it; in another order."""
    with opened(report, width=1280) as (page, wrong):
        cases, count = page.locator(".case:visible"), page.locator("#count")
        assert count.inner_text() == "3 of 3 cases"
        page.fill("#find", "electrician us-wa")
        assert cases.count() == 1
        page.fill("#find", "")
        page.select_option("#writer", "llm:inventing")
        case = _case(page, "electrician")
        assert {shown.get_attribute("data-passed") for shown in case.locator(".shown:visible").all()} == {"yes"}
        assert all("llm:inventing" in shown.inner_text() for shown in case.locator(".shown:visible h4").all())
        page.select_option("#came", "no")
        assert count.inner_text() == "0 of 3 cases"
        page.select_option("#came", "")
        page.select_option("#order", "gain")
        gains = [float(case.get_attribute("data-gain") or "") for case in cases.all()]
        assert gains == sorted(gains)
        assert wrong == []


@needs_chromium
def test_a_line_tells_its_sources(report: Path) -> None:
    """When it is pointed at, when it has the focus; their words light up in the draft; Escape puts them away."""
    with opened(report, width=1280) as (page, wrong):
        case = _case(page, _CASE)
        line = case.locator(".line", has_text="Renew supply").first
        sources, lit = line.locator(".sources"), case.locator(".shown[open] .lit")
        assert not sources.is_visible()
        line.hover()
        assert sources.is_visible()
        assert sources.locator("code").first.inner_text()[0] in "DF"
        assert "Renewing supply contracts" in " ".join(lit.all_inner_texts())
        page.mouse.move(0, 0)
        assert not sources.is_visible()
        assert lit.count() == 0
        line.focus()
        assert sources.is_visible()
        page.keyboard.press("Escape")
        assert not sources.is_visible()
        assert wrong == []


@needs_chromium
def test_it_is_read_without_scripts(report: Path) -> None:
    """Cases open, lines tell their sources, and there is nothing to press that does nothing."""
    with opened(report, width=1280, scripts=False) as (page, wrong):
        line = _case(page, _CASE).locator(".line").first
        line.hover()
        assert line.locator(".sources").is_visible()
        assert not page.locator("#choices").is_visible()
        assert wrong == []


@needs_chromium
@pytest.mark.parametrize("dark", [False, True])
def test_it_fits_a_phone(report: Path, dark: bool) -> None:
    """390 pixels wide, a case open and a line tapped, and no page that scrolls sideways; not blank either."""
    with opened(report, width=390, dark=dark) as (page, wrong):
        line = _case(page, _CASE).locator(".line").first
        line.tap()
        assert line.locator(".sources").is_visible()
        assert _width(page) <= 390
        assert _rows(page.screenshot()) > _FEW_ROWS
        assert wrong == []


@needs_chromium
@pytest.mark.parametrize("width", [390, 1280])
def test_a_run_that_means_harm_does_none(evil: Path, width: int) -> None:
    """Scripts, signs that turn text round, words without end: nothing runs, nothing is asked for, nothing bursts."""
    with opened(evil, width=width) as (page, wrong):
        case = _case(page, "endless")
        assert case.locator(".line").first.is_visible()
        page.fill("#find", "wordy")
        assert page.locator("#count").inner_text() == "1 of 2 cases"
        assert _width(page) <= width
        assert wrong == []


@needs_chromium
def test_runs_stand_side_by_side(report: Path) -> None:
    """A column for each, and who of which run came to a posting; it fits a phone, too."""
    both = report.with_name("both.json")
    both.write_bytes(report.with_name("run.json").read_bytes())
    with opened(_written(both, report.with_name("run.json")), width=390) as (page, wrong):
        assert page.locator("h1").inner_text() == "2 runs side by side"
        assert page.locator(".designs tbody tr").count() == 2
        assert "A editor" in _case(page, _CASE).locator("h4").all_inner_texts()[0]
        assert _width(page) <= 390
        assert wrong == []


@needs_chromium
def test_the_pictures_in_the_docs_can_be_taken(whole: Path, tmp_path: Path) -> None:
    """The page as it opens, and a case of it."""
    folder = Path(PICTURES) if PICTURES else tmp_path
    with opened(whole, width=1280) as (page, _):
        top = page.screenshot(path=folder / "eval-report.png")
        page.fill("#find", _CASE)
        line = _case(page, _CASE).locator(".line", has_text="Manage the accounts").first
        page.evaluate("document.getElementById('cases').scrollIntoView()")
        page.mouse.move(0, 0)
        line.focus()
        case = page.screenshot(path=folder / "eval-report-case.png")
    assert _rows(top) > _FEW_ROWS
    assert _rows(case) > _FEW_ROWS


def _width(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))


def _rows(png: bytes) -> int:
    """How many different rows of pixels a picture has: what is blank has one or two, as they are packed."""
    (height,) = struct.unpack(">I", png[20:24])
    data, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += length + 12
    pixels = zlib.decompress(data)
    size = len(pixels) // height
    return len({pixels[start : start + size] for start in range(0, len(pixels), size)})
