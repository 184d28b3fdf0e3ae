"""The main job: a draft and facts in, a posting that is short, specific and true out."""

from __future__ import annotations

from enum import StrEnum


class Engine(StrEnum):
    """Who writes."""

    #: The llm engine where a model is set, the editor otherwise.
    AUTO = "auto"
    EDITOR = "editor"
    LLM = "llm"
