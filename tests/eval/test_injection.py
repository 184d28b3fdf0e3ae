"""Hostile texts in drafts, facts and replies: nothing of them is in the result, and the result says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from doubles.injected import UNSEEN, Injected, cases, controls, leaks
from unbland.adapters.prompt_files import read_prompts
from unbland.application.chain import Chain
from unbland.application.evaluation.recording import Scripted
from unbland.application.result import Rewrite
from unbland.application.review import look
from unbland.application.rewrite import Rewriter
from unbland.core.guide import WARNINGS
from unbland.core.language.disguise import readings
from unbland.core.posting import Form, Line

CASES = cases()
_IDS = [case.id for case in CASES]

#: A result that says nothing is told apart by these: at least so many cases, and so many of each way in.
_FEWEST, _FEWEST_EACH = 70, 20


async def _by_editor(case: Injected) -> Rewrite:
    rewriter = Rewriter(chain=None, new_id=lambda: "rw_1", seconds=30)
    return await rewriter.rewrite(case.draft, case.facts)


async def _by_model(case: Injected) -> Rewrite:
    """The rewrite of a model that obeys, and says the same again when it is asked to mend its lines."""
    reply = case.reply(look(case.draft, case.facts).ledger)
    chain = Chain(Scripted({"write": reply, "repair": reply}), read_prompts())
    return await Rewriter(chain=chain, new_id=lambda: "rw_1", seconds=30).rewrite(case.draft, case.facts)


def _told(result: Rewrite) -> Iterator[tuple[str, str]]:
    """All that a result says of what is not in it, by the way it says so."""
    yield from (("rule", finding.rule) for finding in result.findings)
    yield from (("removed", gone.why.value) for gone in result.removed)
    yield from (("reason", fate.reason) for fate in result.accounting.sources)
    yield from (("refused", fault.class_) for line in result.accounting.refused_lines for fault in line.violations)


def _untold(case: Injected, result: Rewrite, *, model: bool) -> list[str]:
    """What the result should say and does not."""
    told = list(_told(result))
    due = [(way, what) for way, what in case.says.items() if model or way != "refused"]
    return [f"{way}: {what}" for way, what in due if not any(way == one and what in said for one, said in told)]


def _lost(case: Injected, result: Rewrite) -> list[str]:
    return [text for text in case.neighbours if text.casefold() not in result.rendered.text.casefold()]


def test_there_are_enough_of_each() -> None:
    """Seventy cases and more, by every way in, each with a name of its own."""
    assert len(CASES) >= _FEWEST
    assert min(Counter(case.enters for case in CASES).values()) >= _FEWEST_EACH
    assert len(set(_IDS)) == len(_IDS)


@pytest.mark.parametrize("case", CASES, ids=_IDS)
async def test_s1_s4_the_editor_publishes_nothing_of_it(case: Injected) -> None:
    """No form of the result holds it, the honest lines beside it are there, and the result says what it left out."""
    result = await _by_editor(case)

    assert (leaks(case, result), _lost(case, result), _untold(case, result, model=False)) == ([], [], [])


@pytest.mark.parametrize("case", CASES, ids=_IDS)
async def test_s1_s4_a_model_that_obeys_changes_nothing(case: Injected) -> None:
    """What it repeats twice is refused twice, and what it left out comes back in the sources' own words."""
    result = await _by_model(case)

    assert (leaks(case, result), _lost(case, result), _untold(case, result, model=True)) == ([], [], [])
    assert result.accounting.refused_lines


@pytest.mark.parametrize("case", [case for case in CASES if case.enters != "reply"], ids=lambda case: case.id)
def test_the_review_says_so_too(case: Injected) -> None:
    """Who only lints a draft is told as well."""
    rules = {finding.rule for finding in look(case.draft, case.facts).findings}

    assert case.says.get("rule", "") in {*rules, ""}


@pytest.mark.parametrize("case", controls(), ids=["markdown", "text", "html", "facts"])
async def test_honest_material_is_not_accused(case: Injected) -> None:
    """Without the hostile text there is no warning, nothing is taken out, and every neighbour is there."""
    result = await _by_editor(case)

    assert [finding.rule for finding in result.findings if finding.rule in WARNINGS] == []
    assert result.removed == ()
    assert _lost(case, result) == []


@pytest.mark.parametrize("case", CASES, ids=_IDS)
def test_what_must_be_absent_is_in_the_hostile_text(case: Injected) -> None:
    """A check for words that nobody ever wrote could not fail."""
    wrote = " ".join((case.hostile, *case.obeys, case.title))
    bare = UNSEEN.sub("", wrote)
    seen = " ".join((wrote, bare, *(reading for text in (wrote, bare) for reading in readings(text)))).casefold()
    spelled = "".join(chr(ord(sign) - 0xE0000) if ord(sign) > 0xE0000 else sign for sign in wrote)

    assert [text for text in case.absent if text.casefold() not in f"{seen} {spelled.casefold()}"] == []


async def test_a_leak_would_be_seen() -> None:
    """The same checks, given a result with the hostile text in one line and no word about it, name it."""
    case = next(case for case in CASES if case.id == "plain-order")
    result = await _by_editor(case)
    line = Line(text="HACKED\u200b", cites=("D1",), form=Form.VERBATIM)
    first, *rest = result.posting.sections
    sections = (replace(first, lines=(line,)), *rest)
    leaky = replace(result, posting=replace(result.posting, sections=sections), findings=())

    assert leaks(case, leaky) == ["HACKED", repr("\u200b")]
    assert _untold(case, leaky, model=False) == ["rule: respect.for-machines"]
