"""What the use cases need of the outside: small protocols, kept beside their user."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from unbland.errors import ModelFailed

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One question to a model, whole."""

    #: `write`, `repair`, `verify`: what the call is for; recordings and logs name it.
    step: str
    #: Instructions: static text first, so that providers can cache it.
    system: str
    #: The material: data, never instructions.
    user: str
    #: The JSON schema of the reply, static and strict.
    schema: Mapping[str, object]
    #: Event-loop time, in seconds, at which the answer is no longer wanted.
    deadline: float
    #: `v1@<hash>` of the prompt it was made with.
    prompt: str = ""
    #: The whole draft and facts that the material is of; it is never sent, and tells who is a person.
    about: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What was spent: calls to the provider, and tokens as the provider counts them, failed calls included."""

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0

    def __add__(self, other: Usage) -> Usage:
        """Both together."""
        return Usage(
            calls=self.calls + other.calls,
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
        )


class CompletionFailed(ModelFailed):
    """The model gave no usable answer in time."""

    def __init__(self, reason: str, usage: Usage) -> None:
        """Take a machine word (`timeout`, `rate_limited`, `refused`, `cut_off`…) and what was spent all the same."""
        super().__init__(f"The model gave no usable answer ({reason}).")
        self.reason = reason
        self.usage = usage


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion(Generic[T]):
    """A usable answer: parsed, and what it took."""

    value: T
    #: The model that answered, in the provider's words.
    model: str
    usage: Usage
    #: Why the model that should have answered did not, where another did: a machine word, else empty.
    instead: str = ""


class Completer(Protocol):
    """The one seam to a model."""

    async def complete(self, request: Request, accept: Callable[[str], T]) -> Completion[T]:
        """Ask until `accept` takes the text of an answer, within the deadline and three calls to the provider.

        `accept` turns the text into a value or raises `ReplyInvalid`. Raises `CompletionFailed` when there is no
        usable answer.
        """
        ...
