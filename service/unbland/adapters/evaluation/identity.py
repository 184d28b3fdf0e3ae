"""What makes two runs comparable: hashes of the cases, and of the code that judges."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pydantic import TypeAdapter

from unbland.core.evaluation.cases.case import Case

_CASES = TypeAdapter(tuple[Case, ...])
_CORE = Path(__file__).resolve().parents[2] / "core"

#: What decides on gates, criteria and score; the guard is not among them, since it makes results and judges none here.
_JUDGES = ("evaluation/cases", "evaluation/gates", "evaluation/runs", "guide", "law", "scoring", "language")

#: Digits of a hash that runs show.
_SHORT = 12


def dataset_hash(cases: Iterable[Case]) -> str:
    """The hash of these cases, whatever their order."""
    ordered = tuple(sorted(cases, key=lambda case: case.id))
    return hashlib.sha256(_CASES.dump_json(ordered)).hexdigest()[:_SHORT]


def scorers_hash() -> str:
    """The hash of the code, words and rules that judge results."""
    digest = hashlib.sha256()
    for folder in _JUDGES:
        for path in sorted((_CORE / folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(_CORE).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:_SHORT]
