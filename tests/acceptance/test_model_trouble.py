"""The command with a model that lies, and with a provider that fails in every way, on a real socket."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from doubles.fault_server import PLAYS, FaultServer, Play, completion
from doubles.typed import typed

EXAMPLE = Path(__file__).parents[2] / "examples" / "account-manager"
DEADLINE = 4.0


async def _rewritten(*plays: Play) -> tuple[dict[str, object], int, str]:
    """The whole result of the command, how often the provider was called, and what stood on standard error."""
    result, requests, report = await _run(plays)
    return result, len(requests), report


async def _run(
    plays: Sequence[Play], *options: str, **settings: str
) -> tuple[dict[str, object], list[dict[str, object]], str]:
    """The whole result of the command, what the provider was asked, and what stood on standard error."""
    async with FaultServer(*plays) as server:
        settings = {"OPENAI_BASE_URL": server.base_url, "OPENAI_API_KEY": "sk-none"} | settings
        settings |= {"UNBLAND_DEADLINE_SECONDS": str(DEADLINE)}
        arguments = ("rewrite", str(EXAMPLE / "draft.md"), "--facts", str(EXAMPLE / "facts.yaml"), "--format", "json")
        done = await asyncio.to_thread(typed, *arguments, "--engine", "llm", *options, variables=settings)
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout), server.requests, done.stderr.decode()


def _markdown(result: dict[str, object]) -> str:
    rendered = result["rendered"]
    assert isinstance(rendered, dict)
    return str(rendered["markdown"])


#: Facts and must-haves of the example that no trouble may cost.
WHOLE = (
    "Last winter we delivered late",
    "CAD 62,000–87,000 a year",
    "3-5 years of experience owning accounts",
    "Fluent French and English",
    "Bachelor's degree",
    "driver's licence",
    "20 days of paid vacation",
    "18 December 2026",
    "jobs@northlane.example",
    "Northlane Freight is an equal opportunity employer",
)


def _lie() -> Play:
    """A posting that invents pay, a benefit and a degree, and drops every must-have."""
    lines = [
        {"text": "CAD 120,000 a year and a company car.", "cites": ["F16"]},
        {"text": "Unlimited paid leave for everyone.", "cites": ["F18"]},
    ]
    degree = [{"text": "A Master's degree in business.", "cites": ["D14"]}]
    sections = [{"kind": "offer", "lines": lines}, {"kind": "must", "lines": degree}]
    return completion(json.dumps({"title": "Vice President of Accounts", "sections": sections}))


async def test_b20_a_lying_model_gets_nothing_published() -> None:
    """What it invents is refused and listed, what it drops comes back, in two calls."""
    result, calls, _ = await _rewritten(_lie())

    text = _markdown(result)
    assert not re.search(r"120,000|company car|[Uu]nlimited|Master|Vice President", text)
    assert [words for words in WHOLE if words not in text] == []
    assert calls == 2
    accounting = result["accounting"]
    assert isinstance(accounting, dict)
    assert len(accounting["refused_lines"]) >= 3


@pytest.mark.parametrize("name", ["prose", "html", "refusal", "no choices", "length", "429", "silent", "drip"])
async def test_a_failing_provider_leaves_a_whole_posting(name: str) -> None:
    """True, complete, marked, within the deadline, and after at most three calls."""
    result, calls, report = await _rewritten(PLAYS[name])

    text = _markdown(result)
    assert [words for words in WHOLE if words not in text] == []
    provenance = result["provenance"]
    assert isinstance(provenance, dict)
    assert provenance["degraded"]
    assert provenance["engine"] == "editor"
    assert 1 <= calls <= 3
    assert calls == provenance["calls"]
    assert "SECRET" not in text + report
    assert "Traceback" not in report


#: A duty in words that its source does not have, and one with a figure that it does not have.
DOUBTED = "Knock at the door of each of the ten largest accounts once a quarter."
REFUSED = "Knock at the door of each of the twelve largest accounts once a quarter."
VERIFIER = {"UNBLAND_VERIFIER_MODEL": "judge-1"}


def _duties() -> Play:
    """A posting with both."""
    lines = [{"text": text, "cites": ["D9"]} for text in (REFUSED, DOUBTED)]
    return completion(json.dumps({"title": "", "sections": [{"kind": "do", "lines": lines}]}))


def _verdicts(quote: str) -> Play:
    """A verifier that says yes to everything, with one quote for all."""
    verdicts = [{"line": f"L{n}", "supported": True, "quote": quote} for n in range(1, 4)]
    return completion(json.dumps({"verdicts": verdicts}))


def _repaired() -> Play:
    """A repair that mends nothing."""
    return completion('{"title": "", "sections": []}')


def _forms(result: dict[str, object]) -> dict[str, str]:
    """The form of each line."""
    posting = result["posting"]
    assert isinstance(posting, dict)
    return {line["text"]: line["form"] for section in posting["sections"] for line in section["lines"]}


async def test_a_verifier_settles_a_doubt_and_never_a_refusal() -> None:
    """The second model is asked by its own name, shown the doubt alone, and what it settles says so."""
    plays = (_duties(), _verdicts("the ten largest accounts once a quarter"), _repaired())
    result, requests, report = await _run(plays, **VERIFIER)

    forms = _forms(result)
    assert forms.get(DOUBTED) == "verified"
    assert REFUSED not in forms
    assert "twelve" not in _markdown(result)
    assert [words for words in WHOLE if words not in _markdown(result)] == []
    assert [request["model"] for request in requests] == ["gpt-5.4-mini", "judge-1", "gpt-5.4-mini"]
    shown = json.dumps(requests[1], ensure_ascii=False)
    assert f"L1│ {DOUBTED} ⟵ D9" in shown
    assert "twelve" not in shown
    provenance = result["provenance"]
    assert isinstance(provenance, dict)
    assert list(provenance["prompts"]) == ["write", "verify", "repair"]
    assert (provenance["calls"], provenance["input_tokens"], provenance["output_tokens"]) == (3, 33, 21)
    assert provenance["degraded"] is None
    assert "What only a second model vouches for" in report


@pytest.mark.parametrize(
    ("answer", "degraded"),
    [
        (_verdicts("knocking at the door of the ten largest accounts"), None),
        (_verdicts("Negotiating renewals with 30 grocery and restaurant accounts"), None),
        (_verdicts("accounts"), None),
        (PLAYS["refusal"], "verify: refused"),
        (PLAYS["401"], "verify: unauthorized"),
        (PLAYS["silent"], "verify: timeout"),
    ],
    ids=["made up", "another source", "one word", "refusal", "401", "silent"],
)
async def test_a_verifier_that_lies_or_fails_publishes_nothing(answer: Play, degraded: str | None) -> None:
    """The doubt is a refusal, the repair is still asked, and the posting is whole."""
    result, requests, report = await _run((_duties(), answer, _repaired()), **VERIFIER)

    forms = _forms(result)
    assert not {DOUBTED, REFUSED} & forms.keys()
    assert "verified" not in forms.values()
    assert [words for words in WHOLE if words not in _markdown(result)] == []
    assert [request["model"] for request in requests] == ["gpt-5.4-mini", "judge-1", "gpt-5.4-mini"]
    provenance = result["provenance"]
    assert isinstance(provenance, dict)
    assert (provenance["degraded"], provenance["calls"]) == (degraded, 3)
    assert "SECRET" not in json.dumps(result) + report


@pytest.mark.parametrize(("options", "settings"), [((), {}), (("--no-verify",), VERIFIER)], ids=["unset", "off"])
async def test_without_a_verifier_a_doubt_is_a_refusal(options: tuple[str, ...], settings: dict[str, str]) -> None:
    """Nobody is asked where none is set, nor where it is switched off for this rewrite."""
    result, requests, _ = await _run((_duties(), _repaired()), *options, **settings)

    assert [request["model"] for request in requests] == ["gpt-5.4-mini", "gpt-5.4-mini"]
    accounting = result["accounting"]
    assert isinstance(accounting, dict)
    assert [line["text"] for line in accounting["refused_lines"]] == [REFUSED, DOUBTED]
