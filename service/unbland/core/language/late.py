"""Patterns that are compiled when a text first asks for them: behind a net most wait in vain while a command runs."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives for the same, but made when it is first asked for more than how it is written."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    """Stands for a pattern; what was asked of it once is kept, and costs no more than of the pattern itself."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags if flags & re.ASCII else flags | re.UNICODE

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found
