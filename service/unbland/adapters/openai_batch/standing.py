"""What the provider says of its batches, read as far as it has the shape that is documented."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from unbland.adapters.responses import named
from unbland.application.batch.parcels import Standing

#: Characters of a state or an error's code, and of an id.
_WORD, MOST_ID = 64, 200

#: More than any batch has; what says more has not counted.
_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Listed:
    """A batch in a list: how far it is, our name for it, and when it was made (Unix time), as far as told."""

    standing: Standing
    name: str
    created: float


@dataclass(frozen=True, slots=True)
class Page:
    """Some batches, the newest first, and whether there are older ones."""

    batches: tuple[Listed, ...]
    more: bool


def standing_of(said: object) -> Standing | None:
    """How far a batch is; None where it is no batch."""
    match said:
        case {"id": str(id_), "status": str(status)} if len(id_) <= MOST_ID:
            pass
        case _:
            return None
    done = 0
    match said:
        case {"request_counts": {"completed": int(completed), "failed": int(failed)}}:
            done = min(max(0, completed + failed), _MOST)
    code, lines = _errors(said)
    return Standing(id=id_, status=named(status)[:_WORD], done=done, files=_files(said), code=code, bad_lines=lines)


def page_of(said: object) -> Page | None:
    """A page of the list of batches; None where it is none."""
    match said:
        case {"data": [*data]}:
            found = [_listed(each) for each in data]
            more = bool(said.get("has_more")) if isinstance(said, dict) else False
            return Page(tuple(each for each in found if each is not None), more)
    return None


def file_named(name: str, said: object) -> str | None:
    """The id of a file in a list of files; None where it is not there."""
    match said:
        case {"data": [*data]}:
            for each in data:
                match each:
                    case {"id": str(id_), "filename": str(its)} if its == name and len(id_) <= MOST_ID:
                        return id_
    return None


def _listed(said: object) -> Listed | None:
    standing = standing_of(said)
    if standing is None:
        return None
    name, created = "", inf
    match said:
        case {"metadata": {"unbland": str(told)}}:
            name = told
    match said:
        case {"created_at": int(at)}:
            created = float(at)
    return Listed(standing, name, created)


def _files(said: object) -> tuple[str, ...]:
    if not isinstance(said, dict):
        return ()
    found = (said.get("output_file_id"), said.get("error_file_id"))
    return tuple(each for each in found if isinstance(each, str) and 0 < len(each) <= MOST_ID)


def _errors(said: object) -> tuple[str, tuple[int, ...]]:
    """The code of the first error, and the lines that errors name."""
    match said:
        case {"errors": {"data": [*errors]}}:
            codes = [
                error["code"] for error in errors if isinstance(error, dict) and isinstance(error.get("code"), str)
            ]
            lines = [
                error["line"] for error in errors if isinstance(error, dict) and isinstance(error.get("line"), int)
            ]
            return named(codes[0])[:_WORD] if codes else "", tuple(lines)
    return "", ()
