"""Triage wired: an input read as a stream, judged on all processors, and what comes of it written to a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

from unbland import bootstrap
from unbland.adapters.batch.inputs import Input, read_items
from unbland.adapters.batch.pool import in_order
from unbland.adapters.batch.sheets import write_csv_sheet, write_postings, yaml_sheet
from unbland.adapters.batch.shelf import Shelf
from unbland.application.batch.triage import Triage
from unbland.core.batch.columns import Mapped
from unbland.core.batch.overview import Overview
from unbland.core.guide import ReviewOptions
from unbland.errors import BadInput

#: What the report shows at most: what somebody reads, and not so much that a browser stalls.
_WORST, _CLUSTERS, _GROUPS = 500, 100, 200

__all__ = ["Input", "Wish", "Written", "refuse_unwritable", "triaged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How postings are triaged, and what is told on the way."""

    options: ReviewOptions
    today: date
    #: Told the mapping of columns, and the character set.
    show: Callable[[Mapped, str], None]
    #: Told how many postings there have been.
    progress: Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was found."""

    overview: Overview
    shelf: Shelf

    def write(self, folder: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """Write the report, the facts sheet and the table to a folder; raises BadInput where that cannot be.

        The files, and those that hold what somebody had filled in before.
        """
        from unbland.adapters.pages.pages import page  # noqa: PLC0415 - only here, and slow to load

        places = tuple(folder / name for name in ("report.html", "facts.yaml", "facts.csv", "postings.csv"))
        report, sheet, sheet_csv, table = places
        try:
            folder.mkdir(parents=True, exist_ok=True)
            report.write_text(page("triage", triage=self.overview), "utf-8")
            groups = self.overview.sheet
            spared = (
                _put(sheet, lambda file: file.write_text(yaml_sheet(groups), "utf-8")),
                _put(sheet_csv, lambda file: write_csv_sheet(file, groups)),
            )
            write_postings(table, self.shelf.postings())
        except OSError as error:
            raise BadInput(f"{folder} cannot be written to ({error.strerror}); name another with -o.") from None
        return places, tuple(filter(None, spared))


def refuse_unwritable(folder: Path) -> None:
    """Raise BadInput for a folder that nobody can write to, before thousands of postings are read for it."""
    nearest = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    if not nearest.is_dir() or not os.access(nearest, os.W_OK):
        raise BadInput(f"{folder} cannot be written to; name another with -o.")


def _put(file: Path, write: Callable[[Path], object]) -> Path | None:
    """Write a sheet; one that stands there and says anything else, such as answers, is kept beside."""
    new, before = file.with_name(f".{file.name}.part"), None
    try:
        write(new)
        if file.exists() and file.read_bytes() != new.read_bytes():
            names = (file.with_name(f"{file.stem}-{number}{file.suffix}") for number in count(1))
            before = file.replace(next(each for each in names if not each.exists()))
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)  # a disk that is full leaves no half of a sheet
    return before


@contextmanager
def triaged(source: Input, wish: Wish) -> Iterator[Written]:
    """What triage finds in an input; raises BadInput and Misconfigured for one that cannot be read at all."""
    triage = Triage(options=wish.options, opens=bootstrap.file_draft, today=wish.today)
    shelf = Shelf()
    try:
        for posting in in_order(triage, read_items(source, wish.show)):
            shelf.add(posting)
            wish.progress(shelf.totals.postings)
        if not shelf.totals.postings:
            raise BadInput(f"{source.path.name} holds no postings.")
        yield Written(overview=_overview(source, wish, shelf), shelf=shelf)
    finally:
        shelf.close()


def _overview(source: Input, wish: Wish, shelf: Shelf) -> Overview:
    clusters, copies = shelf.cluster_counts()
    return Overview(
        name=source.path.name,
        day=wish.options.as_of.isoformat(),
        totals=shelf.totals,
        worst=shelf.worst(_WORST),
        clusters=shelf.clusters(_CLUSTERS),
        cluster_count=clusters,
        copies=copies,
        sheet=shelf.sheet(_GROUPS),
    )
