"""The report on the guard for people: a table a part, its sums, and how it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from unbland.application.evaluation.measure import GuardReport, PartReport
from unbland.application.standing import Standing
from unbland.core.evaluation.intervals import Interval
from unbland.core.evaluation.sentences.judging import Judged
from unbland.core.evaluation.sentences.labelled import UNFAITHFUL, Label
from unbland.core.evaluation.sentences.measuring import VERIFIER_ERROR, Count, Measured
from unbland.edges.cli.counting import counted
from unbland.edges.cli.page import table_console, visible

_COLUMNS = ("label", "lines", "refused", "doubted", "stopped", "95 % interval", "95 % by trade")


def show(report: GuardReport, listed: Collection[str], *, hint: bool) -> None:
    """Print every part; its failures where it is listed, and with `hint` why they are not where it is not."""
    console = table_console()
    for part in report.parts:
        _show_part(console, part)
        if part.name in listed:
            for line in _failures(part.measured):
                console.print(Text(visible(line)), soft_wrap=True)
        elif hint:
            _say(
                console, "Its sentences stay unread, or it would be no test any more; --reveal lists them all the same."
            )
        _say(console, *_ending(part))
    if not report.parts:
        _say(console, "Nothing measured: there are no sentences.")


def _show_part(console: Console, part: PartReport) -> None:
    measured = part.measured
    trades = len({each.sentence.trade for each in measured.judged})
    _say(console, f"{part.name}: {len(measured.judged)} sentences of {counted(trades, 'trade')}")
    if not measured.judged:
        return
    table = Table(box=box.SIMPLE, pad_edge=False)
    for number, name in enumerate(_COLUMNS):
        table.add_column(name, justify="right" if number else "left")
    for label, count in measured.labels.items():
        if label in UNFAITHFUL:
            table.add_row(*_row(label, count), style="red" if count.passed else "")
    table.add_section()
    table.add_row(*_row("unfaithful", measured.unfaithful), style="bold")
    for label in (Label.LIGHT, Label.FREE, Label.HOLLOW):
        table.add_row(*_row(label, measured.of(label)), style="bold")
    console.print(table)
    _say(console, *_sums(measured))


def _row(name: str, count: Count) -> tuple[str, ...]:
    # One label has too few lines a trade for an interval over trades.
    over = count.by_trade if name not in UNFAITHFUL else None
    counts = (str(count.all), str(count.refused), str(count.doubted))
    return (name, *counts, _percent(count.share), _interval(count.interval), _interval(over))


def _sums(measured: Measured) -> Iterator[str]:
    """The table in words, and what a verifier would make of the doubts."""
    unfaithful, hollow = measured.unfaithful, measured.of(Label.HOLLOW)
    light, free = measured.of(Label.LIGHT), measured.of(Label.FREE)
    yield (
        f"caught {_of(unfaithful.stopped, unfaithful)}, {unfaithful.passed} leak; "
        f"false alarms: light {_of(light.stopped, light)}, free {_of(free.stopped, free)}; "
        f"hollow accepted {_of(hollow.passed, hollow)}"
    )
    accepted = None if hollow.verified is None else 1 - hollow.verified
    yield (
        f"expected with a verifier that settles doubts and is wrong {VERIFIER_ERROR:.0%} of the time each way: "
        f"caught {_percent(unfaithful.verified)}; false alarms: light {_percent(light.verified)}, "
        f"free {_percent(free.verified)}; hollow accepted {_percent(accepted)}"
    )


def _failures(measured: Measured) -> Iterator[str]:
    yield from _list("leak", measured.leaks)
    yield from _list("false alarm", measured.false_alarms)


def _list(what: str, judged: Sequence[Judged]) -> Iterator[str]:
    for each in judged:
        cites = ", ".join(each.sentence.line.cites)
        why = "; ".join(f"{violation.class_}: {violation.detail}" for violation in each.verdict.violations)
        yield f"{what} · {each.sentence.trade} · {each.sentence.label}: {each.sentence.line.text} ({cites})" + (
            f" ← {why}" if why else ""
        )


def _ending(part: PartReport) -> tuple[str, ...]:
    if part.standing is Standing.EMPTY:
        return (f"{part.name}: nothing measured, since there are no sentences.",)
    if part.standing is Standing.UNCOMMITTED:
        return (f"{part.name}: no figures are committed for it; put them into eval/guard/figures.yaml.",)
    if not part.held:
        return (f"{part.name}: measured; no committed figures apply.",)
    if part.standing is Standing.HOLDS:
        return (f"{part.name}: holds the committed figures.",)
    return (f"{part.name}: falls short of the committed figures.", *(f"  {each}" for each in part.shortfalls))


def _say(console: Console, *lines: str) -> None:
    for line in lines:
        console.print(Text(line), soft_wrap=True)


def _of(hits: int, count: Count) -> str:
    return f"{_percent(hits / count.all)} ({hits} of {count.all})" if count.all else "–"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def _interval(interval: Interval | None) -> str:
    return "–" if interval is None else f"{100 * interval.low:.1f}–{100 * interval.high:.1f}"
