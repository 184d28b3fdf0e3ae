"""The table of a run, as Markdown."""

from __future__ import annotations

from measured import Measured
from peers import CONTESTANTS

_COLUMNS = (
    "contestant",
    "rules",
    "postings/s",
    "times ours",
    "p50 ms",
    "p99 ms",
    "peak MB",
    "growth MB, 1st round, rest",
    "findings",
    "postings hit",
)

#: The second line says that figures stand to the right.
_HEAD = f"| {' | '.join(_COLUMNS)} |\n|---|---|{'---:|' * (len(_COLUMNS) - 2)}"


def table(every: list[Measured]) -> str:
    """A line for each contestant, held against ours; who is missing has a line that says why."""
    ours = next((one for one in every if one.contestant is CONTESTANTS[0] and not one.missing), None)
    lines = [_absent(one) if one.missing else _row(one, ours) for one in every]
    return "\n".join([_HEAD, *lines])


def _row(one: Measured, ours: Measured | None) -> str:
    last = one.rounds[-1]
    found = [count for count in last.found if count is not None]
    cells = (
        f"{one.contestant.name} {one.who['version']}",
        one.who["rules"],
        f"{one.speed:,.0f}",
        f"{one.speed / ours.speed:.2f}" if ours else "–",
        f"{one.within(0.5):.2f}",
        f"{one.within(0.99):.1f}",
        "–" if last.peak is None else f"{last.peak:.0f}",
        "–" if one.growth is None else "{:+.0f}, {:+.0f}".format(*one.growth),
        f"{sum(found):,}",
        f"{100 * sum(count > 0 for count in found) / len(last.found):.0f} %",
    )
    return f"| {' | '.join(cells)} |"


def _absent(one: Measured) -> str:
    empty = " | ".join(["–"] * (len(_COLUMNS) - 2))
    return f"| {one.contestant.name} {one.contestant.version} | missing: {one.missing} | {empty} |"
