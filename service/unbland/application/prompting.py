"""A prompt: text with named places, checked when it is made, filled in when it is used."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from unbland.errors import PromptInvalid

_PLACE = re.compile(r"<<(.*?)>>", re.DOTALL)

#: Digits of the hash that provenance shows.
_SHORT = 12


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """One version of one step's prompt, as its file has it."""

    id: str
    version: int
    step: str
    #: The names of its places; each stands in it, and no other.
    inputs: frozenset[str]
    #: Instructions, the same for every draft.
    system: str
    #: The material.
    user: str
    #: The JSON schema of the reply.
    schema: Mapping[str, object]
    #: The whole file, normalised, which the hash is taken of.
    content: str

    def __post_init__(self) -> None:
        """Refuse a place without an input, and an input without a place."""
        places = frozenset(_PLACE.findall(self.system + self.user))
        if unknown := places - self.inputs:
            raise PromptInvalid(f"has places that its inputs do not name: {', '.join(sorted(unknown))}")
        if unused := self.inputs - places:
            raise PromptInvalid(f"names inputs that have no place: {', '.join(sorted(unused))}")

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the file and its schema: whatever changes what is asked changes it."""
        schema = json.dumps(self.schema, sort_keys=True)
        return hashlib.sha256(f"{self.content}\n{schema}".encode()).hexdigest()

    @property
    def label(self) -> str:
        """Version and hash, as provenance shows them: `v1@0a1b2c3d4e5f`."""
        return f"v{self.version}@{self.digest[:_SHORT]}"

    def render(self, **values: str) -> tuple[str, str]:
        """System and user text with every place filled; what a value holds is never filled in again."""
        if values.keys() != self.inputs:
            raise PromptInvalid(f"{self.id} takes {', '.join(sorted(self.inputs))}")

        def fill(text: str) -> str:
            return _PLACE.sub(lambda match: values[match[1]], text)

        return fill(self.system), fill(self.user)
