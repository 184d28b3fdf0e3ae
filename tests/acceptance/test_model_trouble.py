"""The command with a model that lies, and with a provider that fails in every way, on a real socket."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from pathlib import Path

import pytest

from doubles.fault_server import PLAYS, FaultServer, Play, completion

EXAMPLE = Path(__file__).parents[2] / "examples" / "account-manager"
DEADLINE = 4.0


async def _rewritten(*plays: Play) -> tuple[dict[str, object], int, str]:
    """The whole result of the command, how often the provider was called, and what stood on standard error."""
    async with FaultServer(*plays) as server:
        environment = os.environ | {
            "OPENAI_BASE_URL": server.base_url,
            "OPENAI_API_KEY": "sk-none",
            "UNBLAND_DEADLINE_SECONDS": str(DEADLINE),
        }
        arguments = ("rewrite", str(EXAMPLE / "draft.md"), "--facts", str(EXAMPLE / "facts.yaml"), "--format", "json")
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "unbland", *arguments, "--engine", "llm", env=environment, stdout=-1, stderr=-1
        )
        out, err = await process.communicate()
        assert process.returncode == 0, err.decode()
        return json.loads(out), server.calls, err.decode()


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


async def test_a_lying_model_gets_nothing_published() -> None:
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
