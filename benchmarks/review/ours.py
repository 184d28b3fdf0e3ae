"""Ours: the text is read in a format that is found out, every rule applied, and the whole scored."""

from __future__ import annotations

from forget import forgetting
from loop import serve

from unbland import __version__
from unbland.application.review import Draft, look
from unbland.core.guide import RULES
from unbland.core.guide.rule import Phrases
from unbland.errors import UnblandError


def _review(text: str, _: str) -> int | None:
    try:
        return len(look(Draft(content=text)).findings)
    except UnblandError:
        return None


if __name__ == "__main__":
    _PHRASES = sum(len([*rule.entries()]) for rule in RULES if isinstance(rule, Phrases))
    serve(
        {"version": f"(unbland {__version__})", "rules": f"{len(RULES)} ({_PHRASES:,} phrases)"}, _review, forgetting()
    )
