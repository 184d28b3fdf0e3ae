"""A call for applicants without its praise."""

from __future__ import annotations

import pytest

from unbland.core.editor.called import called


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "An exciting opportunity has arisen for a dynamic and enthusiastic Physio to join our friendly team.",
            "An opportunity has arisen for a Physio to join our team.",
        ),
        ("We are seeking a passionate and experienced cook.", "We are seeking an experienced cook."),
        ("We seek an experienced and passionate cook.", "We seek an experienced cook."),
        ("We seek an experienced, passionate and careful cook.", "We seek an experienced and careful cook."),
        ("Firth is looking for dedicated / committed, highly motivated drivers.", "Firth is looking for drivers."),
        ("We have a fantastic new opportunity for a clerk.", "We have a new opportunity for a clerk."),
    ],
)
def test_praise_goes_from_a_call(before: str, after: str) -> None:
    """Alone, in a row, beside a word that stays; the article goes by what then follows."""
    assert called(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "We are looking for someone passionate about bread.",
        "We are looking for a cook who is committed and careful.",
        "Are you committed, and looking for a job in Hull?",
        "We need a programmer for dynamic pages.",
        "We are looking for a great cook.",
        "We seek a user of Dynamic Messenger.",
        "We need a target-driven clerk.",
    ],
)
def test_what_a_call_needs_stays(text: str) -> None:
    """Behind a verb, before what it is for, in a name or a term; and where a plain noun would be left."""
    assert called(text) == text
