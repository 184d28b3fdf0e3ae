"""The kinds of files that are read, and how their reader ends."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class FileKind(StrEnum):
    """What a file is."""

    DOCX = "docx"
    PDF = "pdf"


class Ending(IntEnum):
    """The exit codes of the reading process; any other is a crash, or the end of its memory or time."""

    READ = 0
    TOO_LARGE = 3
    BROKEN = 4
    MISSING = 5


class TooLarge(Exception):
    """The file unpacks to more than any posting is."""


class Broken(Exception):
    """The file is not of its kind, or damaged."""
