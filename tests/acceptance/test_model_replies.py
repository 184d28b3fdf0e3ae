"""Replies that are whole, of the right shape, and worth nothing: what of them is published, with every call counted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from doubles.fault_server import FaultServer, Play, completion
from unbland import bootstrap
from unbland.application.result import Rewrite
from unbland.application.review import Draft
from unbland.core.assembly.accounting import Fate
from unbland.core.facts import NO_FACTS, CompanyFacts

DRAFT = (Path(__file__).parents[2] / "examples" / "account-manager" / "draft.md").read_text("utf-8")

#: What a model may say of a source, and the source's id.
Said = tuple[str, Sequence[str]]


def _reply(*lines: Said, title: str = "", kind: str = "do") -> Play:
    """A reply of these lines, in one section."""
    made = [{"text": text, "cites": list(cites)} for text, cites in lines]
    return completion(json.dumps({"title": title, "sections": [{"kind": kind, "lines": made}]}))


async def _rewritten(*plays: Play, draft: str = DRAFT, facts: CompanyFacts = NO_FACTS) -> tuple[Rewrite, int]:
    """The rewrite by a model that answers so, and how often it was asked; by the editor where it answers nothing."""
    async with FaultServer(*plays) as server:
        changed = {"openai_base_url": server.base_url} if plays else {}
        application = bootstrap.application(bootstrap.read_settings().model_copy(update=changed))
        try:
            result = await application.rewriter.rewrite(Draft(content=draft), facts)
        finally:
            await application.aclose()
        return result, server.calls


async def _sources() -> list[Said]:
    """Every source of the draft, as it stands there."""
    edited, _ = await _rewritten()
    return [(source.text, [source.id]) for source in edited.accounting.sources]


async def _is_the_editors(result: Rewrite) -> bool:
    """Whether nothing that a model said is in the result."""
    edited, _ = await _rewritten()
    return result.rendered == edited.rendered


@pytest.mark.parametrize("times", [1, 3], ids=["once", "three times"])
async def test_b19_a_reply_that_copies_the_draft_is_not_taken(times: int) -> None:
    """One call: the editor writes, which betters it, and the result says that the model did not."""
    lines = [line for line in await _sources() for _ in range(times)]
    result, calls = await _rewritten(_reply(*lines))

    assert await _is_the_editors(result)
    assert (result.provenance.degraded, result.provenance.engine, calls) == ("write: copied", "editor", 1)
    assert not result.provenance.ai_generated
    assert result.provenance.calls == calls


async def test_b19_a_line_that_needs_no_other_words_is_no_copy() -> None:
    """A source that the guide has nothing against may stand as it is."""
    line = "Fluent French and English"
    (cites,) = [cites for text, cites in await _sources() if text == line]
    result, calls = await _rewritten(_reply((line, cites), kind="must"))

    assert (result.provenance.degraded, result.provenance.engine, calls) == (None, "llm", 1)


#: White space, and what takes no space at all.
INVISIBLE = " \u00a0\u200b\u2060"

#: Two lines of the draft, in German.
GERMAN = (
    "Verhandeln Sie Verlängerungen mit 30 Kunden aus Handel und Gastronomie auf Englisch und Französisch.",
    "Besuchen Sie jeden der zehn größten Kunden einmal im Quartal.",
)
#: What a model adds that has nothing to say.
PADDING = " and this is a wonderful and important thing that matters to everybody at the company every single day" * 3


async def _of(kind: str) -> list[Said]:
    """The lines of a reply that is worth nothing."""
    sources = await _sources()
    if kind == "other language":
        return [(text, cites) for text, (_, cites) in zip(GERMAN, sources[7:9], strict=True)]
    if kind == "swollen":
        return [(text.rstrip(".") + PADDING, cites) for text, cites in sources]
    return [(text, ["D9"]) for text in ("", "   ", "-", "•", "…", "***", "\u200b\u2060", "\u00a0")]


@pytest.mark.parametrize("kind", ["other language", "swollen", "hollow"])
async def test_b19_a_reply_worth_nothing_leaves_no_trace(kind: str) -> None:
    """Every line is refused, one repair is asked for, and the posting is the editor's to the byte."""
    lines = await _of(kind)
    result, calls = await _rewritten(_reply(*lines))

    assert await _is_the_editors(result)
    assert calls == 2
    assert len(result.accounting.refused_lines) >= len([text for text, _ in lines if text.strip(INVISIBLE)]) // 2
    assert result.score.after.total >= result.score.before.total


PAID = """# Ward Nurse

## Duties

- Responsible for changing dressings on the 24-bed burns ward
- Running the Thursday scar clinic with two physiotherapists

## Pay

- Salary: $61,250.50 – $74,800.00 per year

## Legal

Harbor Clinic is an Equal Opportunity Employer, incl. veterans & people with disabilities (41 C.F.R. § 60-1.4).
"""


async def test_b19_what_a_model_says_again_and_again_stands_once() -> None:
    """A reply does not swell by saying true lines again."""
    (cites,) = [cites for text, cites in await _sources() if text.startswith("Visiting each")]
    said = "Visit each of the ten largest accounts once a quarter."
    result, calls = await _rewritten(_reply(*[(said, cites)] * 9))

    assert result.rendered.markdown.count("ten largest accounts") == 1
    assert calls == 1


async def test_b21_pay_and_legal_lines_that_a_model_drops_come_back() -> None:
    """The legal line and the pay byte for byte, each named as protected, beside the line that the model did write."""
    pay, legal = PAID.splitlines()[9].removeprefix("- "), PAID.splitlines()[-1]
    edited, _ = await _rewritten(draft=PAID)
    (duty,) = [source.id for source in edited.accounting.sources if "dressings" in source.text]
    said = "Change dressings on the 24-bed burns ward."
    result, calls = await _rewritten(_reply((said, [duty])), draft=PAID)

    assert calls == 1
    assert (result.provenance.engine, result.provenance.degraded) == ("llm", None)
    for text in (result.rendered.markdown, result.rendered.text):
        assert [words for words in (said, pay, legal) if words not in text] == []
    assert legal in [line.text for line in result.posting.lines]
    protected = {source.text for source in result.accounting.sources if source.fate is Fate.PROTECTED}
    assert protected == {pay, legal}
