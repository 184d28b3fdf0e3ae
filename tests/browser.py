"""A real browser for tests: Chromium, where UNBLAND_TEST_CHROMIUM names one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

CHROMIUM = os.environ.get("UNBLAND_TEST_CHROMIUM", "")

#: Such tests run where there is one; `.ci/run` always has one.
needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="UNBLAND_TEST_CHROMIUM names none")

#: As a test wants it: no sandbox for root, and nothing of its own on the network.
_FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


#: In CSS pixels; the widest phones have about 450.
_PHONE = 500


@contextmanager
def opened(file: Path, *, width: int, dark: bool = False, scripts: bool = True) -> Iterator[tuple[Page, list[str]]]:
    """A page in the browser, and what went wrong in it: errors, and whatever it asked for beside itself.

    A narrow one is a phone, which is tapped on.
    """
    wrong: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_FLAGS))
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            has_touch=width < _PHONE,
        )
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: None if request.url == file.as_uri() else wrong.append(request.url))
        page.goto(file.as_uri())
        yield page, wrong
        browser.close()
