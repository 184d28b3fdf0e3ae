"""Where triaged postings are kept while the rest are read: a database on disk, so that memory stays as it is."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import TypeAdapter

from unbland.core.batch.near import alike, bands_of
from unbland.core.batch.overview import Cluster, Ranked, Totals
from unbland.core.batch.sheet import Asked, Group, Grouped, group_of
from unbland.core.batch.triaged import Labels, Triaged
from unbland.core.question import Question

_POSTING = TypeAdapter(Triaged)

_SCHEMA = """
CREATE TABLE postings (number INTEGER PRIMARY KEY, key TEXT, place TEXT, harm INTEGER, score INTEGER, cluster INTEGER,
                       posting TEXT);
CREATE TABLE bands (band INTEGER, cluster INTEGER, PRIMARY KEY (band, cluster)) WITHOUT ROWID;
CREATE TABLE clusters (number INTEGER PRIMARY KEY, signature BLOB, copies INTEGER);
CREATE TABLE asked (company TEXT, team TEXT, cluster INTEGER, field TEXT);
CREATE INDEX postings_cluster ON postings (cluster);
CREATE INDEX asked_group ON asked (company, team, cluster, field);
"""

#: Rows between two commits, and clusters that one posting is held against: a band that a thousand postings share is
#: one that says nothing.
_COMMIT, _LOOKS = 500, 40

#: Places of a cluster, and keys of one in the facts sheet.
_PLACES, _KEYS = 12, 2_000


class Shelf:
    """Triaged postings on disk, gone when it is closed."""

    def __init__(self) -> None:
        """Make an empty one."""
        self._folder = TemporaryDirectory(prefix="unbland-")
        self._database = sqlite3.connect(Path(self._folder.name) / "shelf.db")
        self._database.executescript(
            f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;{_SCHEMA}"
        )
        self.totals = Totals()
        self._questions: dict[str, Question] = {}

    def add(self, posting: Triaged) -> None:
        """Keep one, with those that it is nearly the same as."""
        self.totals.add(posting)
        number = self.totals.postings
        cluster = self._cluster(posting, number)
        labels = posting.labels
        kept = _POSTING.dump_json(posting, exclude={"signature"}).decode("utf-8", "replace")
        row = (number, labels.key, labels.place, posting.harm, posting.score, cluster, kept)
        self._database.execute("INSERT INTO postings VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        for question in posting.questions:
            self._questions.setdefault(question.field, question)
            group = group_of(question, Group(company=labels.company, team=labels.team, cluster="it"))
            asked = (group.company, group.team, cluster if group.cluster else 0, question.field)
            self._database.execute("INSERT INTO asked VALUES (?, ?, ?, ?)", asked)
        if number % _COMMIT == 0:
            self._database.commit()

    def worst(self, limit: int) -> tuple[Ranked, ...]:
        """The postings that hurt most, the worst one of each cluster."""
        worst = "row_number() OVER (PARTITION BY cluster ORDER BY harm DESC, score, number)"
        query = (
            f"SELECT posting, copies FROM (SELECT *, {worst} AS standing FROM postings) p "  # noqa: S608 - of ours
            "JOIN clusters c ON c.number = p.cluster WHERE standing = 1 ORDER BY harm DESC, score, p.number LIMIT ?"
        )
        rows = self._database.execute(query, (limit,))
        return tuple(Ranked(posting=_POSTING.validate_json(text), copies=copies) for text, copies in rows)

    def postings(self) -> Iterator[tuple[Triaged, str]]:
        """Every posting, the worst first, with the key of the one that stands for its cluster."""
        query = (
            "SELECT p.posting, r.key FROM postings p LEFT JOIN postings r ON r.number = p.cluster "
            "ORDER BY p.harm DESC, p.score, p.number"
        )
        for text, key in self._database.execute(query):
            yield _POSTING.validate_json(text), key or ""

    def clusters(self, limit: int) -> tuple[Cluster, ...]:
        """The largest clusters of two or more."""
        query = (
            "SELECT number, copies, posting FROM clusters JOIN postings USING (number) WHERE copies > 1 "
            "ORDER BY copies DESC, number LIMIT ?"
        )
        return tuple(
            Cluster(labels=_labels(text), copies=copies, places=self._members(number, "place", _PLACES))
            for number, copies, text in self._database.execute(query, (limit,)).fetchall()
        )

    def cluster_counts(self) -> tuple[int, int]:
        """How many clusters of two or more there are, and how many postings beyond the first of each."""
        query = "SELECT count(*), coalesce(sum(copies - 1), 0) FROM clusters WHERE copies > 1"
        found: tuple[int, int] = self._database.execute(query).fetchone()
        return found

    def sheet(self, limit: int) -> tuple[Grouped, ...]:
        """The groups whose answers serve most postings."""
        counted = "SELECT company, team, cluster, field, count(*) AS serves FROM asked GROUP BY 1, 2, 3, 4"
        order = "GROUP BY 1, 2, 3 ORDER BY max(serves) DESC, 1, 2, 3 LIMIT ?"
        query = f"SELECT company, team, cluster FROM ({counted}) {order}"  # noqa: S608 - of ours
        groups = self._database.execute(query, (limit,)).fetchall()
        return tuple(self._grouped(*group) for group in groups)

    def close(self) -> None:
        """Let go of it all."""
        self._database.close()
        self._folder.cleanup()

    def _grouped(self, company: str, team: str, cluster: int) -> Grouped:
        query = (
            "SELECT field, count(*) FROM asked WHERE (company, team, cluster) = (?, ?, ?) "
            "GROUP BY field ORDER BY 2 DESC, 1"
        )
        rows = self._database.execute(query, (company, team, cluster)).fetchall()
        asked = tuple(Asked(question=self._questions[field], serves=serves) for field, serves in rows)
        labels = self._posting(cluster) if cluster else Labels(key="", place="")
        return Grouped(
            group=Group(company=company, team=team, cluster=labels.key),
            title=labels.title,
            asked=asked,
            keys=self._members(cluster, "key", _KEYS) if cluster else (),
        )

    def _cluster(self, posting: Triaged, number: int) -> int | None:
        """The cluster it goes to; a new one where it is like none before. What could not be read is in none."""
        if posting.error:
            return None
        bands = bands_of(posting.signature)
        marks = ", ".join("?" * len(bands))
        query = f"SELECT DISTINCT cluster FROM bands WHERE band IN ({marks}) ORDER BY cluster LIMIT {_LOOKS}"  # noqa: S608
        for (found,) in self._database.execute(query, bands).fetchall():
            if alike(self._signature(found), posting.signature):
                self._database.execute("UPDATE clusters SET copies = copies + 1 WHERE number = ?", (found,))
                return int(found)
        packed = array("Q", posting.signature).tobytes()
        self._database.execute("INSERT INTO clusters VALUES (?, ?, 1)", (number, packed))
        self._database.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", [(band, number) for band in bands])
        return number

    def _signature(self, cluster: int) -> array[int]:
        query = "SELECT signature FROM clusters WHERE number = ?"
        signature: array[int] = array("Q")
        signature.frombytes(self._database.execute(query, (cluster,)).fetchone()[0])
        return signature

    def _posting(self, number: int) -> Labels:
        query = "SELECT posting FROM postings WHERE number = ?"
        return _labels(self._database.execute(query, (number,)).fetchone()[0])

    def _members(self, cluster: int, column: str, limit: int) -> tuple[str, ...]:
        query = f"SELECT {column} FROM postings WHERE cluster = ? ORDER BY number LIMIT ?"  # noqa: S608 - of ours
        return tuple(value for (value,) in self._database.execute(query, (cluster, limit)))


def _labels(text: str) -> Labels:
    return Labels(**json.loads(text)["labels"])
