"""The sheets that triage writes: whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from unbland.bootstrap.triage import _put


def test_a_full_disk_leaves_no_half_of_a_sheet(tmp_path: Path) -> None:
    """What stood there stands, and nothing is beside it."""
    sheet = tmp_path / "facts.yaml"
    sheet.write_text("answers")

    def fill(file: Path) -> None:
        file.write_text("ha")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        _put(sheet, fill)
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"facts.yaml": "answers"}
