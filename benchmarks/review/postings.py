"""The postings that all contestants read: from a file, or made from the committed eval data."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice, product
from pathlib import Path

from unbland.bootstrap import sets
from unbland.core.evaluation.sentences.committed import Part

_EXAMPLES = Path(__file__).parents[2] / "examples"
_FORMATS = {".md": "markdown", ".txt": "text"}

#: A single digit counts things that a text also spells out; longer figures are amounts, days and years.
_FIGURE = re.compile(r"\d+(?=\d)\d")
#: Where a name can be put: before what closes the line.
_CLOSE = re.compile(r"[.!?:;,]*(?:</\w+>)*\s*$")
#: Headings and labels are shorter, and real postings share them.
_FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One posting as it came in."""

    #: text, markdown or html.
    format: str
    text: str


def from_file(path: Path) -> list[Posting]:
    """The postings of a file of JSON lines, gzipped or not; each has `format`, and `body` or `text`.

    Raises ValueError, in a sentence for people, where the file is something else.
    """
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
        rows = [json.loads(line) for line in text.split("\n") if line.strip()]
        found = [Posting(format=row.get("format", "text"), text=row.get("body") or row["text"]) for row in rows]
    except (OSError, EOFError, zlib.error, ValueError, AttributeError, KeyError):
        found = []
    if not found:
        raise ValueError(f"{path} holds no postings; give JSON lines with `format` and `body` or `text`.")
    return found


def spread(postings: list[Posting], most: int) -> list[Posting]:
    """At most so many of them, at even distances, so that each part of a file has its share."""
    if len(postings) <= most:
        return postings
    return [postings[place * len(postings) // most] for place in range(most)]


def made(most: int) -> list[Posting]:
    """So many postings out of the committed eval data: first as they are, then in copies that share no long line.

    In each copy every figure of two or more digits is another, and every line of four or more words ends in a made-up
    name, so that what remembers whole lines gains nothing.
    """
    originals = [*_originals()]
    copies = (_copy(original, number) for number in count() for original in originals)
    return [*islice(copies, most)]


def _originals() -> Iterator[Posting]:
    for case in sets.eval_cases():
        yield Posting(format=case.draft.format or "text", text=case.draft.content)
    for _, group in sorted(sets.score_set()[Part.DEV].items()):
        for version in group.versions:
            yield Posting(format="markdown", text=version.text)
    for path in sorted(_EXAMPLES.glob("*/draft.*")):
        yield Posting(format=_FORMATS[path.suffix], text=path.read_text("utf-8"))


def _copy(posting: Posting, number: int) -> Posting:
    if not number:
        return posting
    name = _name(number)
    text = _FIGURE.sub(lambda match: f"{match[0][:-1]}{(int(match[0][-1]) + number) % 10}", posting.text)
    return Posting(format=posting.format, text="\n".join(_with_name(line, name) for line in text.split("\n")))


def _with_name(line: str, name: str) -> str:
    if len(line.split()) < _FEWEST_WORDS:
        return line
    return _CLOSE.sub(lambda match: f" at {name}{match[0]}", line, count=1)


def _name(number: int) -> str:
    """A made-up name, another for each of the first thousand numbers."""
    parts = [*product(("Bel", "Cor", "Dun", "Fal", "Gar", "Hol", "Kel", "Mor", "Nor", "Tar"), _MIDDLES, _ENDS)]
    return "".join(parts[number % len(parts)])


_MIDDLES = ("a", "be", "de", "ga", "la", "mi", "ne", "ra", "si", "va")
_ENDS = ("brook", "croft", "dale", "fax", "gate", "kin", "ley", "mere", "ton", "wick")
