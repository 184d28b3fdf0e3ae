"""`.unbland.yaml`: how the postings of a repository are reviewed, written down once."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import Field, TypeAdapter, ValidationError

from unbland.core.strict_json import Unreadable
from unbland.edges.choices import Choices, Texts
from unbland.edges.cli.files import read_bytes
from unbland.edges.cli.paths import root
from unbland.edges.cli.patterns import Excluded, Meant, expand
from unbland.edges.complaint import faults, sentence
from unbland.edges.strict import yaml_value
from unbland.errors import BadConfig, BadInput

#: The file's name, in the working directory or above it.
NAME = ".unbland.yaml"

#: A configuration is a page; this is the size of a book.
_MOST_BYTES = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Config(Choices):
    """What the file may say."""

    #: The score below which a posting fails, as `--fail-under`.
    fail_under: Annotated[int, Field(ge=0, le=100)] | None = None
    #: What is reviewed where the command line names nothing: files, folders and patterns, from the file's own folder.
    files: Texts = ()
    #: What folders and patterns do not mean, likewise.
    exclude: Texts = ()

    def under(self, given: Config) -> Config:
        """The same under what a command line gave: field by field that counts, where it gave anything."""
        return Config(
            off=given.off or self.off,
            jurisdictions=given.jurisdictions or self.jurisdictions,
            as_of=given.as_of or self.as_of,
            employees=self.employees if given.employees is None else given.employees,
            fail_under=self.fail_under if given.fail_under is None else given.fail_under,
            files=given.files or self.files,
            exclude=given.exclude or self.exclude,
        )


class Found(NamedTuple):
    """A configuration, and the folder from which its patterns are meant."""

    config: Config
    folder: Path


_CONFIG: TypeAdapter[Config] = TypeAdapter(Config)


def read_config(name: str | None) -> Found:
    """The configuration in a file, or in the nearest one; without any it is empty. Raises BadConfig."""
    path = Path(name) if name is not None else find(Path.cwd())
    if path is None:
        return Found(Config(), Path.cwd())
    shown = _shown(path)
    content = read_bytes(str(path), _MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise BadConfig(f"{shown} is larger than {_MOST_BYTES:,} bytes; a configuration is a page.")
    try:
        return Found(_config(content), path.parent)
    except BadConfig as error:
        raise BadConfig(f"{shown}: {error}") from None


def meant(names: Sequence[str], config: Config, folder: Path) -> Meant:
    """The files that a command line means, or where it names none those that the configuration means."""
    if not names and not config.files:
        raise BadInput(f"Name the postings to review, or put `files: [...]` into {NAME}.")
    wanted = names or [os.path.relpath(folder / name) for name in config.files]
    return expand(wanted, Excluded(patterns=config.exclude, folder=folder))


def find(folder: Path) -> Path | None:
    """The file in a folder or the nearest above it, up to the root of the repository."""
    top = root(folder)
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return place / NAME
        if place == top:
            return None
    return None


def _config(content: bytes) -> Config:
    """The configuration of the file's bytes."""
    try:
        given = yaml_value(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadConfig("it is not UTF-8 text; save it as UTF-8.") from None
    except Unreadable as error:
        raise BadConfig(f"it cannot be read: {error}.") from None
    if not isinstance(given, Mapping | None):
        raise BadConfig("write fields with their values, such as `fail_under: 60`.")
    try:
        return _CONFIG.validate_python(dict(given or {}))
    except ValidationError as error:
        raise BadConfig(sentence(faults(error.errors(), Config, yaml=True))) from None


def _shown(path: Path) -> str:
    """The path as it is shortest from here."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
