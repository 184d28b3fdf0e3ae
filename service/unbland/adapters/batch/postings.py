"""What stands at a place of an input as an item: a vendor's document, or what is no posting."""

from __future__ import annotations

from typing import Any

from unbland.application.batch.items import Item
from unbland.application.intake import ats_draft
from unbland.core.batch.triaged import Labels
from unbland.errors import NotAtsDocument

#: Characters of a title, a company or a team; more is no name.
MOST_NAME = 200


def vendors(value: object, place: str, fmt: Any) -> Item:  # noqa: ANN401 - an AtsFormat
    """The item of a vendor's document."""
    try:
        draft = ats_draft(value, fmt)
    except NotAtsDocument as error:
        return unusable(place, error.code, str(error))
    posting = draft.ats.posting if draft.ats else None
    title, company = (posting.title, posting.company) if posting else ("", "")
    number = value.get("id") if isinstance(value, dict) else None
    key = str(number) if isinstance(number, str | int) else place
    labels = Labels(key=key[:MOST_NAME], place=place, title=title[:MOST_NAME], company=company[:MOST_NAME])
    return Item(labels=labels, draft=draft, posted=posting.posted if posting else None)


def unusable(place: str, code: str, error: str, key: str = "") -> Item:
    """What stands at a place and is no posting."""
    return Item(labels=Labels(key=key or place, place=place), code=code, error=error)
