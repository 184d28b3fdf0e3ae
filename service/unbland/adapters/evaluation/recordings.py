"""Recordings as files: JSON Lines, the model first, then an answer a line, each written before it is used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from unbland.application.evaluation.recording import Entry, Model, Recording
from unbland.errors import EvalSetInvalid

_MODEL = TypeAdapter(Model)
_ENTRY = TypeAdapter(Entry)


def read_recording(path: Path) -> Recording:
    """The recording in this file, which takes no more answers.

    Raises EvalSetInvalid where there is none; a last line that was cut off half way is left out.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise EvalSetInvalid(f"{path} cannot be read ({error.strerror}); record it with `eval --live`.") from None
    try:
        model = _MODEL.validate_json(lines[0] if lines else b"")
        entries = [_ENTRY.validate_json(line) for line in _whole(lines[1:])]
    except ValidationError:
        raise EvalSetInvalid(f"{path} is no recording; name a file that `eval --live` wrote.") from None
    return Recording(model=model, entries={entry.key: entry for entry in entries})


@contextmanager
def recording_to(path: Path, model: Model) -> Iterator[Recording]:
    """The recording in this file, which takes in what is new; it is made where it is missing.

    Raises EvalSetInvalid where the file is another model's, or cannot be written.
    """
    found = read_recording(path) if path.exists() else Recording(model=model)
    if found.model != model:
        raise EvalSetInvalid(
            f"{path} records {found.model.name} at {found.model.endpoint}; name another file with --recording."
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError as error:
        raise EvalSetInvalid(f"{path} cannot be written ({error.strerror}); name another with --recording.") from None
    with file:
        if not file.tell():
            file.write(_MODEL.dump_json(model) + b"\n")
        elif not path.read_bytes().endswith(b"\n"):  # the end of a run that was killed
            file.write(b"\n")

        def keep(entry: Entry) -> None:
            file.write(_ENTRY.dump_json(entry) + b"\n")
            file.flush()

        yield Recording(model=model, entries=found.entries, keep=keep)


def _whole(lines: list[bytes]) -> Iterator[bytes]:
    """Every line that was written to its end; one that was not ends without a brace."""
    return (line for line in lines if line.endswith(b"}"))
