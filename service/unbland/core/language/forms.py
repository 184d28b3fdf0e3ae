"""Many forms of words as one pattern, written so that a person can read the list."""

from __future__ import annotations

import re

from unbland.core.language.late import late


def any_of(lines: str) -> re.Pattern[str]:
    """Whole words in any of the forms, which stand two spaces or a line apart; an apostrophe may be curly."""
    forms = (form.strip() for form in re.split(r"\s{2,}|\n", lines) if form.strip())
    return late(r"\b(?:" + "|".join(forms).replace("'", "['’]") + r")(?!\w)", re.IGNORECASE)
