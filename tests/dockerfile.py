"""The Dockerfile, read: its stages, each a list of instructions."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

TEXT = (Path(__file__).parents[1] / "Dockerfile").read_text("utf-8")


def stages() -> list[list[tuple[str, str]]]:
    """The instructions of each stage, as pairs of word and rest; continued lines are one."""
    found: list[list[tuple[str, str]]] = []
    lines = "\n".join(line for line in TEXT.splitlines() if not line.startswith("#"))
    for line in re.sub(r"\\\n\s*", "", lines).splitlines():
        word, _, rest = line.partition(" ")
        if word == "FROM":
            found.append([])
        if word:
            found[-1].append((word, rest))
    return found


def final(word: str) -> list[str]:
    """What the image's own stage says with this word."""
    return [rest for said, rest in stages()[-1] if said == word]


def environment() -> dict[str, str]:
    """The variables of the image."""
    return dict(pair.split("=", 1) for rest in final("ENV") for pair in shlex.split(rest))


def command(word: str) -> list[str]:
    """The words of ENTRYPOINT, CMD or HEALTHCHECK, which are lists: there is no shell to split them."""
    (rest,) = final(word)
    words: list[str] = json.loads(rest[rest.index("[") :])
    return words
