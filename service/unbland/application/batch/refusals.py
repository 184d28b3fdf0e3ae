"""What a provider's batch API refuses, and that it is away."""

from __future__ import annotations

from unbland.errors import Misconfigured, ModelFailed

#: The machine word for a batch or a file that the provider does not have, or does not show to this key.
UNKNOWN = "not_found"


class NoBatchApi(Misconfigured):
    """The model's server has no files and batches of its own (OpenAI's Batch API); run without --via openai-batch."""


class KeyRefused(Misconfigured):
    """The model's provider does not take the key for files and batches; set OPENAI_API_KEY to one that may."""


class NoModelToAsk(Misconfigured):
    """--via openai-batch asks a model; set OPENAI_API_KEY, and leave the editor engine out."""


class ProviderAway(ModelFailed):
    """The model's provider gives no answer about its batches; nothing is lost, so try again in a while."""


class ProviderRefused(ModelFailed):
    """The model's provider refuses what it was sent."""

    def __init__(self, reason: str, message: str | None = None) -> None:
        """Take the provider's machine word for why."""
        super().__init__(message)
        self.reason = reason


class FileGone(ProviderRefused):
    """The model's provider no longer has a file of what it answered."""


class FileTooLarge(ProviderRefused):
    """The model's provider takes no file that large."""
