"""Which column holds what: told, guessed, refused."""

from __future__ import annotations

import pytest

from unbland.core.batch.columns import mapped
from unbland.errors import BadInput


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (
            ["Job ID", "Job Title", "Job Description"],
            {"key": "Job ID", "title": "Job Title", "body": "Job Description"},
        ),
        (["id", "name", "department", "html"], {"key": "id", "title": "name", "team": "department", "body": "html"}),
        (["referencenumber", "company", "city", "description", "date"], {"body": "description", "posted": "date"}),
        (["Ort", "Stellentitel", "Stellenbeschreibung"], {"location": "Ort", "body": "Stellenbeschreibung"}),
    ],
)
def test_columns_are_guessed_by_their_names(columns: list[str], expected: dict[str, str]) -> None:
    """Without case, spaces and signs; each column for one field."""
    found = mapped(columns, {})

    assert {name: found.columns[name] for name in expected} == expected
    assert found.guessed == frozenset(found.columns)
    assert len(set(found.columns.values())) == len(found.columns)


def test_what_is_told_comes_before_what_is_guessed() -> None:
    """And the guess takes no column that was told."""
    found = mapped(["id", "title", "text", "description"], {"body": "text", "company": "title"})

    assert found.columns == {"body": "text", "company": "title", "key": "id"}
    assert found.guessed == {"key"}


@pytest.mark.parametrize(
    ("columns", "told", "says"),
    [
        (["a", "b"], {}, "--column body="),
        (["body"], {"bdy": "body"}, "no field bdy"),
        (["body"], {"title": "heading"}, "'heading'"),
    ],
)
def test_what_cannot_be_mapped_is_refused_with_the_way_out(columns: list[str], told: dict[str, str], says: str) -> None:
    """The sentence names the columns that there are."""
    with pytest.raises(BadInput, match=says):
        mapped(columns, told)


def test_a_table_without_names_is_refused_without_its_postings() -> None:
    """Its first line would be taken for the names: of a text nothing is said; an empty one has none."""
    with pytest.raises(BadInput) as refused:
        mapped(["7", "We sell tickets for 3 ferries. " * 40, "Ferry Clerk\nDuties"], {})
    assert str(refused.value).endswith("--column body=… of '7', (odd name), (odd name).")
    with pytest.raises(BadInput, match=r"^The input has no columns; "):
        mapped([], {})
