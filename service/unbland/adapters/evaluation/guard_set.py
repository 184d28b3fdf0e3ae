"""The guard's labelled sentences as files: one YAML file a trade in `dev/` or `test/`, and the committed figures."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter

from unbland.adapters.evaluation.files import read_file, schema
from unbland.core.evaluation.sentences.committed import Committed, Part
from unbland.core.evaluation.sentences.labelled import Trade
from unbland.errors import EvalSetInvalid

_TRADE = TypeAdapter(Trade)
_COMMITTED = TypeAdapter(dict[Part, Committed])
_EXAMPLE = "eval/README.md shows a whole file"


def read_trades(folder: Path) -> tuple[Trade, ...]:
    """All trades in `folder`, by file name; none where it is empty or not there.

    Raises EvalSetInvalid for a file that cannot be used, and for a trade that has two.
    """
    return tuple(trade for _, trade in _files(folder))


def read_guard_set(folder: Path) -> dict[Part, tuple[Trade, ...]]:
    """Both parts of the set; raises EvalSetInvalid also for a trade that stands in both."""
    files = {part: _files(folder / part) for part in Part}
    _refuse_twins([file for part in files.values() for file in part])
    return {part: tuple(trade for _, trade in found) for part, found in files.items()}


def read_committed(path: Path) -> dict[Part, Committed]:
    """The committed figures of each part; raises EvalSetInvalid."""
    if not path.is_file():
        raise EvalSetInvalid(f"{path.name} is missing beside the guard's sentences; put the figures there.")
    return read_file(path, _COMMITTED, "eval/README.md says what stands in it")


def sentences_schema() -> dict[str, object]:
    """The JSON schema of a trade; `eval/guard/sentences.schema.json` is this, written out."""
    return schema(_TRADE)


def _files(folder: Path) -> list[tuple[str, Trade]]:
    paths = sorted(folder.glob("*.yaml"))
    files = [(f"{path.parent.name}/{path.name}", read_file(path, _TRADE, _EXAMPLE)) for path in paths]
    _refuse_twins(files)
    return files


def _refuse_twins(files: list[tuple[str, Trade]]) -> None:
    """One trade is one cluster, and belongs to one part: a second file of it would leak across or be counted apart."""
    seen: dict[str, str] = {}
    for name, trade in files:
        other = seen.setdefault(trade.trade.casefold(), name)
        if other != name:
            raise EvalSetInvalid(f"{name}: trade: {trade.trade!r} is the trade of {other} too; put them in one file.")
