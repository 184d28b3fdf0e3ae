"""Scripted models: their lines become the wire format, their cites ids of the ledger of the day."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from doubles.evaluated import CASE
from unbland.core.evaluation.cases.case import Reply
from unbland.core.evaluation.cases.replies import answer
from unbland.core.ledger.model import Kind, Ledger, Modality, Source, Tier
from unbland.errors import EvalSetInvalid


def _source(name: str, text: str, field: str | None = None) -> Source:
    return Source(id=name, text=text, kind=Kind.DUTY, modality=Modality.NONE, tier=Tier.GUARDED, field=field)


LEDGER = Ledger(
    sources=(
        _source("D1", "Responsible for selling  Tickets for 3 ferries"),
        _source("D2", "Call 01 555 0199."),
        _source("F1", "EUR 30,000 to EUR 34,000 a year", "pay"),
    )
)


def test_cites_are_found_by_field_and_by_words() -> None:
    """A field of the facts, or words of a draft line in any case and spacing; slots the same."""
    reply = json.loads(answer(CASE, "faithful", LEDGER))

    assert reply == {
        "title": "Ferry Clerk",
        "sections": [
            {
                "kind": "do",
                "lines": [
                    {"text": "Sell tickets for 3 ferries.", "cites": ["D1"]},
                    {"text": "{{F1}}", "cites": ["F1", "D2"]},
                ],
            }
        ],
    }


def test_a_lying_model_starts_from_the_honest_one() -> None:
    """Lines are left out, words exchanged, lines added; the cites stay as they were."""
    reply = json.loads(answer(CASE, "lying", LEDGER))

    assert reply["title"] == "Ferry Clerk"
    assert reply["sections"] == [
        {"kind": "do", "lines": [{"text": "Sell tickets for 9 ferries.", "cites": ["D1"]}]},
        {"kind": "must", "lines": [{"text": "A boat", "cites": []}]},
    ]


def test_an_answer_that_is_no_posting_goes_out_as_it_is() -> None:
    """`raw` is the whole answer."""
    assert answer(CASE, "rambling", LEDGER) == "Sure!"


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(do=("Sell. <- words of nobody",)), "words of nobody"),
        (Reply(do=("{{benefits[0]}} <- pay",)), "benefits"),
        (Reply(base="faithful", swap={"12 ferries": "9"}), "12 ferries"),
        (Reply(base="faithful", without=("a boat",)), "a boat"),
        (Reply(base="nobody"), "nobody"),
    ],
)
def test_what_meets_nothing_is_refused(reply: Reply, said: str) -> None:
    """A cite, a change or a base that is not there would test nothing."""
    case = replace(CASE, replies=CASE.replies | {"wrong": reply})

    with pytest.raises(EvalSetInvalid, match=said):
        answer(case, "wrong", LEDGER)


def test_an_unknown_persona_is_refused() -> None:
    """The message says where to write it."""
    with pytest.raises(EvalSetInvalid, match="replies"):
        answer(CASE, "shy", LEDGER)
