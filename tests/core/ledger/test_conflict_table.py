"""Conflicts by subject: what contradicts is reported in one sentence with both values, what only looks so is not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from pydantic import TypeAdapter

from core.ledger.drafts import draft
from unbland.core.document.model import Document
from unbland.core.facts import CompanyFacts
from unbland.core.ledger import build

TABLE = yaml.safe_load((Path(__file__).parent / "conflicts.yaml").read_text(encoding="utf-8"))
_FACTS = TypeAdapter(CompanyFacts)
#: One sentence: what it is about, and the two values in quotes.
_SENTENCE = re.compile(r"[A-Z][\w, -]+: the draft says “[^“”]+”(?:, the facts say| and also) “[^“”]+”\.")


class Case(NamedTuple):
    """One draft with its facts; `quotes` is empty where nothing may be reported."""

    name: str
    facts: CompanyFacts
    draft: Document
    quotes: tuple[str, ...]


def _cases(sort: str) -> list[object]:
    """The cases of one sort, each with its subject in its id."""
    return [
        pytest.param(_case(case, row["name"]), id=f"{subject}-{number}")
        for subject, row in TABLE.items()
        for number, case in enumerate(row[sort], start=1)
    ]


def _case(case: dict[str, Any], name: str) -> Case:
    return Case(
        name=case.get("name", name),
        facts=_FACTS.validate_python(case.get("facts", {})),
        draft=_draft(case["draft"]),
        quotes=tuple(case.get("quotes", ())),
    )


def _draft(lines: list[str]) -> Document:
    """The lines under their headings."""
    sections: list[tuple[str, tuple[str, ...]]] = [("", ())]
    for line in lines:
        if line.startswith("## "):
            sections.append((line.removeprefix("## "), ()))
        else:
            heading, before = sections[-1]
            sections[-1] = (heading, (*before, line))
    return draft(*(section for section in sections if section[1]))


@pytest.mark.parametrize("subject", TABLE)
def test_every_subject_has_six_of_each(subject: str) -> None:
    """Six contradictions, among them with the facts and within the draft, and six look-alikes."""
    says, agrees = TABLE[subject]["says"], TABLE[subject]["agrees"]

    assert min(len(says), len(agrees)) >= 6
    assert any("facts" in case for case in says)
    # A draft may name its clients and its parent beside the employer.
    assert subject == "company name" or any("facts" not in case for case in says)


@pytest.mark.parametrize("case", _cases("says"))
def test_s5_a_contradiction_is_reported(case: Case) -> None:
    """Under its name, with the words of both sides."""
    found = [c.message for c in build(case.draft, case.facts).conflicts if re.match(case.name, c.message)]

    assert len(found) == 1
    assert [quote for quote in case.quotes if quote not in found[0]] == []


@pytest.mark.parametrize("case", _cases("says"))
def test_each_message_is_one_sentence_with_both_values(case: Case) -> None:
    """Whatever is reported beside it, too."""
    messages = [conflict.message for conflict in build(case.draft, case.facts).conflicts]

    assert messages
    assert [message for message in messages if not _SENTENCE.fullmatch(message)] == []


@pytest.mark.parametrize("case", _cases("agrees"))
def test_a_look_alike_is_none(case: Case) -> None:
    """Nothing at all is reported where both can be true."""
    assert [conflict.message for conflict in build(case.draft, case.facts).conflicts] == []
