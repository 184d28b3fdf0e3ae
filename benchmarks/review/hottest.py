"""The functions of a profile that take longest themselves."""

from __future__ import annotations

import cProfile
from collections import defaultdict
from pathlib import Path
from types import CodeType


def hottest(profiler: cProfile.Profile, most: int) -> str:
    """A line for each: share of the whole, and where it stands; built-in functions count for who calls them."""
    own: defaultdict[str, float] = defaultdict(float)
    for entry in profiler.getstats():
        if isinstance(entry.code, str):
            continue
        own[_where(entry.code)] += entry.inlinetime
        for called in entry.calls or ():
            if isinstance(called.code, str):
                own[_where(entry.code)] += called.inlinetime
    whole = sum(own.values())
    return "\n".join(
        f"{100 * seconds / whole:5.1f} %  {place}"
        for place, seconds in sorted(own.items(), key=lambda item: -item[1])[:most]
    )


def _where(code: CodeType) -> str:
    file = Path(code.co_filename)
    _, ours, inside = code.co_filename.rpartition("/unbland/")
    return f"{inside if ours else file.name}:{code.co_firstlineno} {code.co_name}"
