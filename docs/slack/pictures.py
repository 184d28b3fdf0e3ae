"""Make the pictures of docs/slack.md: a real rewrite of the first example, its blocks as pages, and those as pictures.

`python docs/slack/pictures.py` needs the test tools and a Chromium (`CHROMIUM=/usr/bin/chromium`).
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from blocks_to_html import page
from playwright.sync_api import sync_playwright

from unbland import bootstrap
from unbland.adapters.slack.blocks import blocks_of
from unbland.application.chat.messages import Progress
from unbland.application.chat.model import Course, Standing, Turn, Wishes
from unbland.application.chat.showing import parts_of, result_of
from unbland.application.review import Draft
from unbland.application.rewrite import Engine
from unbland.application.rewrites.model import Decision, Order, Record, State, Verdict
from unbland.core.facts import NO_FACTS, Company, CompanyFacts
from unbland.edges.slack import windows
from unbland.edges.wire import facts_of

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "account-manager"
NOW = datetime(2026, 11, 26, 14, 5, tzinfo=UTC)


def record(facts: CompanyFacts) -> Record:
    """A rewrite of the example."""
    made = bootstrap.application(bootstrap.read_settings(Engine.EDITOR))
    order = Order(draft=Draft(content=(EXAMPLE / "draft.md").read_text("utf-8")), facts=facts)
    result = asyncio.run(made.rewriter.rewrite(order.draft, order.facts))
    about = {"family": "rw_1", "revision": 1, "state": State.DONE, "created": NOW, "updated": NOW}
    return Record(id="rw_1", tenant="slack:T1", order=order, result=result, **about)  # type: ignore[arg-type]


def main() -> None:
    """Write docs/images/slack-*.png."""
    full = facts_of((EXAMPLE / "facts.yaml").read_bytes())
    bare = record(NO_FACTS)
    good = replace(record(full), revision=2, decision=Decision(verdict=Verdict.ACCEPTED, by="U024ANN", at=NOW))
    turn = Turn(
        id="ct_1", tenant="slack:T1", user="U024ANN", channel="C1", standing=Standing.SHOWN, course=Course(channel="C1"),
        wishes=Wishes(), rewrite="rw_1", created=NOW, updated=NOW,
    )  # fmt: skip
    whole = parts_of(good.result.posting) if good.result else {}
    edits = {part: words.replace("30 grocery", "50 grocery") for part, words in whole.items() if "30 grocery" in words}
    by = {line: "U031BEN" for words in edits.values() for line in words.splitlines() if "50 grocery" in line}
    typed = replace(turn, wishes=Wishes(edits=edits, typed=by, edited_by="U031BEN"))
    profile = CompanyFacts(company=Company(name=full.company.name, about=full.company.about), benefits=full.benefits)
    score = bare.result.score if bare.result else None
    lines = [
        Progress(user="U024ANN", title="", stage="queued", ahead=2),
        Progress(user="U024ANN", title="", stage="working"),
        Progress(user="U024ANN", title="", stage="working", step="verify"),
        Progress(
            user="U024ANN", title="Account Manager", stage="done", before=score.before.total, after=score.after.total
        ),
        Progress(user="U024ANN", title="", stage="failed", complaint="The draft holds no text.", reference="rw_1"),
    ]  # fmt: skip
    questions = bare.result.questions if bare.result else ()
    pay = next(each for each in questions if each.field == "pay")
    pictures: dict[str, list[Any]] = {
        "lines": [{"blocks": blocks_of(line)[1]} for line in lines],
        "result": [{"blocks": blocks_of(result_of(turn, bare))[1]}],
        "accepted": [{"blocks": blocks_of(result_of(turn, good))[1]}],
        "typed": [{"blocks": blocks_of(result_of(typed, replace(good, decision=None)))[1]}],
        "draft": [windows.draft_window("ct_1", (EXAMPLE / "draft.md").read_text("utf-8"), profile, "C1")],
        "question": [windows.question_window("ct_1", questions[0]), windows.question_window("ct_1", pay)],
        "edit": [windows.edit_window("ct_1", result_of(turn, good).posting)],
        "home": [windows.home(profile, [("ct_1", good), ("ct_2", bare)])],
        "late": [windows.reopen("ct_1")],
        "copy": [windows.copy_window(good.result.posting.title, good.result.rendered.markdown)] if good.result else [],
    }
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"))
        tab = browser.new_page(viewport={"width": 680, "height": 100})
        for name, shown in pictures.items():
            named = page(shown).replace("@U024ANN", "@Ann").replace("@U031BEN", "@Ben")  # Slack shows names for ids
            tab.set_content(named)
            tab.screenshot(path=ROOT / "docs" / "images" / f"slack-{name}.png", full_page=True)
        browser.close()


if __name__ == "__main__":
    main()
