"""An input by what it is: a folder, or a file told by its name and its first signs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from unbland.adapters.batch.documents import export, is_personio, positions, table
from unbland.adapters.batch.feeds import jobs
from unbland.adapters.batch.folders import files, packed
from unbland.adapters.batch.lines import lines, rows
from unbland.adapters.batch.records import Records
from unbland.adapters.batch.texts import encoding_of, is_packed, size_of
from unbland.application.batch.items import Item
from unbland.core.batch.columns import Mapped
from unbland.core.batch.triaged import Labels
from unbland.errors import BadInput

_KINDS = {
    ".csv": "csv",
    ".tsv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".parquet": "parquet",
    ".zip": "zip",
    ".xml": "xml",
}

#: Kinds that are packed by themselves.
_WHOLE = frozenset({"parquet", "zip"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """What is to be read, and how."""

    path: Path
    #: Field → column, as the user says.
    columns: Mapping[str, str] = field(default_factory=dict)
    #: The character set, where neither a mark nor UTF-8 tells; empty for cp1252.
    encoding: str = ""

    @property
    def kind(self) -> str:
        """`folder`, `csv`, `jsonl`, `json`, `parquet`, `zip` or `xml`; raises BadInput for any other."""
        if self.path.is_dir():
            return "folder"
        if not self.path.is_file():
            raise BadInput(f"{str(self.path)!r} cannot be read: there is no such file or folder.")
        is_gz = is_packed(self.path)
        kind = _KINDS.get(Path(self.path.stem if is_gz else self.path).suffix.lower())
        if kind is None or (is_gz and kind in _WHOLE):
            known = ", ".join(sorted(_KINDS))
            raise BadInput(
                f"{self.path.name} is of no kind that is read; name a folder, or a file in {known}, or a text in .gz."
            )
        return kind


def read_items(source: Input, show: Callable[[Mapped, str], None]) -> Iterator[Item]:
    """The postings of an input in its order; `show` is told the mapping of columns and the character set, if any.

    Raises BadInput and Misconfigured for an input that cannot be read at all; a posting that cannot says so itself.
    """
    return map(_named, _read(source, show))


def _checked(items: Iterator[Item], records: Records) -> Iterator[Item]:
    yield from items
    records.check()


def _named(item: Item) -> Item:
    """The item under names that can be written: a file's may be of bytes that are no text, and JSON has half signs."""
    labels = {name: text.encode("utf-8", "backslashreplace").decode() for name, text in asdict(item.labels).items()}
    return replace(item, labels=Labels(**labels))


def _read(source: Input, show: Callable[[Mapped, str], None]) -> Iterator[Item]:
    kind, path = source.kind, source.path
    if kind in {"folder", "zip"}:
        return files(path) if kind == "folder" else packed(path)
    if is_packed(path):
        size_of(path)  # a broken one is told before anything of it is read
    encoding = "" if kind in {"parquet", "xml"} else encoding_of(path, source.encoding)
    records = Records(source.columns, lambda mapping: show(mapping, encoding))
    match kind:
        case "csv":
            return rows(path, encoding, records)
        case "jsonl":
            return _checked(lines(path, encoding, records), records)
        case "json":
            return _checked(export(path, encoding, records), records)
        case "xml":
            return positions(path) if is_personio(path) else _checked(jobs(path, records), records)
    return table(path, records)
