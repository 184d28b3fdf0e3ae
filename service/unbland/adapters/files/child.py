"""The process that reads one file: from standard input, under limits of its own, to standard output."""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable

from unbland.adapters.files.kinds import Broken, Ending, FileKind, TooLarge

#: Bytes of address space, so that what is resident is less; a posting takes half of it.
MEMORY = 300_000_000

#: Seconds of computing; a posting takes a tenth of one.
SECONDS = 5

#: Characters that go back at most; the reader of drafts takes no more than 60,000.
_MOST = 2_000_000


def main() -> int:
    """Read standard input as the kind that is named, and say by the exit code how it went."""
    limit()
    data = sys.stdin.buffer.read()
    try:
        text = _reader(FileKind(sys.argv[1]))(data)
    except TooLarge:
        return Ending.TOO_LARGE
    except Broken:
        return Ending.BROKEN
    sys.stdout.buffer.write(text[:_MOST].encode("utf-8", "replace"))
    return Ending.READ


def limit() -> None:
    """Let this process have little memory, little time, and no file to write."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _reader(kind: FileKind) -> Callable[[bytes], str]:
    """What reads files of this kind; only its own library is loaded."""
    if kind is FileKind.DOCX:
        from unbland.adapters.files.docx_reader import read_docx  # noqa: PLC0415

        return read_docx
    from unbland.adapters.files.pdf_reader import read_pdf  # noqa: PLC0415

    return read_pdf


if __name__ == "__main__":
    sys.exit(main())
