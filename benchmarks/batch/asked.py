"""What peers share: the questions that are still to be asked, and a line for each answer."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: Told by `run.py`.
URL = os.environ["OPENAI_BASE_URL"]
AT_ONCE = int(os.environ["AT_ONCE"])
RPM = int(os.environ["RPM"])
QUESTIONS = Path(os.environ["QUESTIONS"])
OUT = Path(os.environ["OUT"])
MODEL = "true"


@dataclass(frozen=True)
class Question:
    """What is asked for one posting."""

    id: str
    messages: list[dict[str, str]]
    schema: dict[str, Any]

    @property
    def format(self) -> dict[str, Any]:
        """The form of the answer, as the API takes it."""
        return {"type": "json_schema", "json_schema": self.schema}


def questions() -> list[Question]:
    """Those without an answer in the output."""
    done = {row["id"] for row in _rows() if row["ok"]}
    found = (Question(**json.loads(line)) for line in QUESTIONS.open(encoding="utf-8"))
    return [question for question in found if question.id not in done]


def row(question: Question, answer: str | None) -> str:
    """The line of an answer; of none that is no posting."""
    try:
        ok = "sections" in json.loads(answer or "")
    except ValueError:
        ok = False
    return json.dumps({"id": question.id, "ok": ok, "answer": answer}) + "\n"


def _rows() -> list[dict[str, Any]]:
    if not OUT.exists():
        return []
    whole = [line for line in OUT.read_text("utf-8").splitlines(keepends=True) if line.endswith("\n")]
    return [json.loads(line) for line in whole]
