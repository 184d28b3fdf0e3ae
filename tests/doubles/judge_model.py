"""A judge on a socket that says of each posting what a test wants, and postings and runs for it to judge."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from doubles.runs import MEASURES
from unbland.core.evaluation.judging.standing import Sheet
from unbland.core.evaluation.runs.run import Given, Run, Trial
from unbland.core.posting import Form, Line, Posting, Section, SectionKind

_MATERIAL = re.compile(r"^BEGIN (?P<mark>\w+)\n(?P<text>.*)\nEND (?P=mark)$", re.MULTILINE | re.DOTALL)

#: Posting, criterion, and which vote it is from 1 → quote and verdict.
Mood = Callable[[str, str, int], tuple[str, str]]


@dataclass
class JudgeModel:
    """What answers, and what it was shown."""

    criteria: Sequence[str]
    mood: Mood
    bend: Callable[[str], dict[str, object] | None] = lambda text: {"content": text}
    url: str = ""
    #: Posting → how often it was shown.
    asked: Counter[str] = field(default_factory=Counter)
    systems: set[str] = field(default_factory=set)

    def reply(self, body: dict[str, object]) -> dict[str, object] | None:
        """A verdict on each criterion, of what stands between the marks."""
        messages = body["messages"]
        assert isinstance(messages, list)
        found = _MATERIAL.search(messages[1]["content"])
        assert found is not None
        posting = found["text"]
        self.asked[posting] += 1
        self.systems.add(messages[0]["content"])
        verdicts = []
        for name in self.criteria:
            quote, verdict = self.mood(posting, name, self.asked[posting])
            verdicts.append({"criterion": name, "quote": quote, "reason": "so", "verdict": verdict})
        return self.bend(json.dumps({"verdicts": verdicts}))


def passage(posting: str) -> str:
    """The first words of a posting that are enough for a quote."""
    return next((line for line in posting.splitlines() if len(line.split()) >= 3), "")


def knowing(sheet: Sheet, texts: Mapping[str, str]) -> Mood:
    """A judge that says what a reader said."""
    names = {text.strip(): name for name, text in texts.items()}
    return lambda posting, criterion, _: (passage(posting), sheet[criterion][names[posting.strip()]])


def coin(posting: str, criterion: str, vote: int) -> tuple[str, str]:
    """A judge that looks at nothing, and says the same when it is asked the same again."""
    dice = random.Random(f"{posting} {criterion} {vote}")  # noqa: S311 - a double, no secret
    return passage(posting), dice.choice(("met", "unmet"))


def nodding(posting: str, _: str, __: int) -> tuple[str, str]:
    """A judge that says yes to everything."""
    return passage(posting), "met"


def run_of(lines: Mapping[str, str | None]) -> Run:
    """A run of one trial a case, each posting a single line; None for a case that crashed."""
    trials = tuple(
        Trial(case=case, writer="llm", measures=MEASURES, posting=_posting(line))
        if line
        else Trial(case=case, writer="llm", error="KeyError: 'x'")
        for case, line in lines.items()
    )
    cases = tuple(
        Given(id=case, cluster=case, trade="cook", jurisdiction="GB", tags=(), fingerprint="f", draft="", sources={})
        for case in lines
    )
    return Run(
        made="2026-11-24T10:00:00+00:00",
        dataset="d0",
        scorers="s0",
        label="writer-1, one-shot",
        model="writer-1",
        cases=cases,
        trials=trials,
    )


def _posting(line: str) -> Posting:
    lines = tuple(Line(text=each, cites=(), form=Form.WRITTEN) for each in line.split("\n"))
    return Posting(title="Line cook", sections=(Section(kind=SectionKind.DO, heading="What you will do", lines=lines),))
