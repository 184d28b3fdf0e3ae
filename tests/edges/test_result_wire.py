"""The wire format of a result (DESIGN 6.2), which clients hold us to."""

from __future__ import annotations

import json

from doubles.made import rewrite
from unbland.edges.wire import rewrite_json


def test_a_result_has_the_agreed_fields() -> None:
    """Every field of the contract is there under its name, then what was added since."""
    assert list(rewrite_json(rewrite())) == [
        "id",
        "status",
        "posting",
        "rendered",
        "score",
        "findings",
        "questions",
        "conflicts",
        "accounting",
        "provenance",
        "removed",
    ]


def test_values_are_what_json_has() -> None:
    """Words of our own are strings, and nothing needs an encoder of ours."""
    result = rewrite_json(rewrite())
    assert json.loads(json.dumps(result)) == result
    assert result["status"] == "rewritten"
    assert result["posting"] == {
        "title": "Key Account Manager",
        "sections": [
            {
                "kind": "do",
                "heading": "What you will do",
                "lines": [{"text": "Manage 30 grocery accounts.", "cites": ["D2", "F1"], "form": "written"}],
            }
        ],
    }


def test_a_violation_names_its_class() -> None:
    """The wire says `class`, whatever Python calls it; a source says its kind."""
    accounting = rewrite_json(rewrite())["accounting"]
    assert isinstance(accounting, dict)
    violation = accounting["refused_lines"][0]["violations"][0]
    assert violation == {"class": "number", "detail": "150,000 is in no source it cites"}
    unused = {"text": "You report to Ann.", "cites": ["F1"], "reason": "code writes this itself"}
    assert accounting["unused_lines"] == [unused]
    assert accounting["sources"][1] == {
        "id": "D2",
        "text": "Responsible for managing 30 grocery accounts",
        "kind": "duty",
        "fate": "used",
        "reason": "",
        "lines": [0],
    }
