"""The composition root: which engine comes of which settings."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from unbland import bootstrap
from unbland.application.review import Draft
from unbland.application.rewrite import Engine
from unbland.application.rewrites.service import Rewrites
from unbland.application.rewrites.working import Worker
from unbland.bootstrap import service, sets
from unbland.errors import NoModel
from unbland.settings import Settings

KEY = Settings(openai_api_key=SecretStr("sk-CANARY"))
DRAFT = Draft(content="# Clerk\n\n- You file 40 letters a day.\n")


@pytest.mark.parametrize(
    ("settings", "model"),
    [
        (Settings(), None),
        (KEY, KEY.model),
        (Settings(openai_base_url="http://localhost:1/v1"), KEY.model),
        (KEY.model_copy(update={"engine": "llm", "model": "m"}), "m"),
        (KEY.model_copy(update={"engine": "editor"}), None),
    ],
)
async def test_a_model_is_asked_where_one_is_set(settings: Settings, model: str | None) -> None:
    """A key or a server of one's own is enough; an operator who says `editor` keeps drafts in the house."""
    application = bootstrap.application(settings)
    await application.aclose()
    assert application.model == model
    assert bootstrap.steps(settings) == tuple(application.models)


@pytest.mark.parametrize("given", [{}, {"engine": "editor"}], ids=["a model", "the editor"])
async def test_a_verifier_alone_is_no_model(given: dict[str, str]) -> None:
    """It settles doubts about what a model wrote; it writes nothing, and the application closes what it opened."""
    assert bootstrap.application(Settings(verifier_model="judge")).model is None
    settings = KEY.model_copy(update={"verifier_model": "judge", **given})
    application = bootstrap.application(settings)
    await application.aclose()
    assert application.model == (None if given else KEY.model)
    assert bootstrap.steps(settings) == tuple(application.models)


async def test_the_llm_engine_needs_a_model() -> None:
    """At start for the operator, at the call for a client."""
    with pytest.raises(NoModel, match="set OPENAI_API_KEY"):
        bootstrap.application(Settings(engine="llm"))
    with pytest.raises(NoModel):
        await bootstrap.application().rewriter.rewrite(DRAFT, engine=Engine.LLM)


async def test_rewrites_have_ids_of_their_own() -> None:
    """Two rewrites of one draft are two."""
    rewriter = bootstrap.application().rewriter
    first, second = [(await rewriter.rewrite(DRAFT)).id for _ in range(2)]
    assert first.startswith("rw_")
    assert first != second


async def test_an_unreachable_model_is_no_error() -> None:
    """The editor writes, and the result says why."""
    application = bootstrap.application(Settings(openai_base_url="http://127.0.0.1:9/v1", deadline_seconds=2))
    result = await application.rewriter.rewrite(DRAFT)
    await application.aclose()
    assert result.provenance.engine == "editor"
    assert result.provenance.degraded is not None


def test_the_eval_set_is_found() -> None:
    """It travels with the package, as the prompts do."""
    assert len(sets.eval_cases()) >= 12


def test_without_a_model_its_libraries_are_not_loaded() -> None:
    """They take a second, and nobody who asks no model waits for them."""
    code = (
        "import sys, unbland.bootstrap as b; b.application();"
        "print([m for m in sys.modules if m.partition('.')[0] in ('langchain_core', 'openai', 'fastapi')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=180, check=True)  # noqa: S603
    assert done.stdout == "[]\n"


def test_who_is_warm_has_woven_its_patterns() -> None:
    """All but those for lines that few drafts have; the first caller waits for none of the others."""
    code = (
        "import gc, unbland.bootstrap as b; from unbland.core.language.net import Net; b.warm_up();"
        "nets = [each for each in gc.get_objects() if isinstance(each, Net)];"
        "print(len(nets) > 5, sum('_woven' not in vars(each) for each in nets) <= 1)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=180, check=True)  # noqa: S603
    assert done.stdout == "True True\n"


async def test_what_is_left_behind_is_looked_for_often_and_what_is_too_old_seldom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look for old rows reads them all, and on SQLite nobody else writes meanwhile."""
    looks: list[str] = []
    often = asyncio.Event()
    resume, purge = Worker.resume, Rewrites.purge

    async def resumed(self: Worker) -> int:
        looks.append("resume")
        if looks.count("resume") == 5:
            often.set()
        return await resume(self)

    async def purged(self: Rewrites, age: timedelta) -> int:
        looks.append("purge")
        return await purge(self, age)

    monkeypatch.setattr(Worker, "resume", resumed)
    monkeypatch.setattr(Rewrites, "purge", purged)
    monkeypatch.setattr(service, "_SWEEP", 0.01)
    made = service.service(Settings(database_url=f"sqlite:///{tmp_path / 'unbland.db'}"))
    async with made.running(), asyncio.timeout(90):
        await often.wait()
    assert looks.count("purge") == 1
