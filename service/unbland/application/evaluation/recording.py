"""Recordings: what a model answered, kept under all that the answer depends on, and given back without a call."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from unbland.application.ports import Completer, Completion, CompletionFailed, Request, Usage
from unbland.errors import EvalSetInvalid, ReplyInvalid

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Which model was asked, where and how: with the request, what an answer depends on."""

    name: str
    #: The base URL.
    endpoint: str
    temperature: float | None = None

    def key(self, request: Request, repeat: int) -> str:
        """The SHA-256 of model, endpoint, temperature, the whole request with its prompt's hash, and the repeat.

        The deadline is left out, since no answer depends on it. The repeat is in it, so that repeats stay draws of
        their own.
        """
        asked = [request.step, request.prompt, request.system, request.user, request.schema]
        whole = json.dumps([self.endpoint, self.name, self.temperature, asked, repeat], sort_keys=True)
        return hashlib.sha256(whole.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One answer that was accepted, with what it took when it was given."""

    key: str
    #: For whoever reads the file; nothing is looked up by them.
    case: str
    step: str
    repeat: int
    text: str
    #: The model that answered, in the provider's words.
    model: str
    calls: int
    input_tokens: int
    output_tokens: int
    #: Seconds from the question to the answer, retries included.
    seconds: float


@dataclass(slots=True)
class Recording:
    """The answers of one model."""

    model: Model
    entries: dict[str, Entry] = field(default_factory=dict)
    #: Called with each new entry, before anybody sees the answer.
    keep: Callable[[Entry], None] = lambda _: None

    def add(self, entry: Entry) -> None:
        """Take in and keep one answer."""
        self.keep(entry)
        self.entries[entry.key] = entry


class Recorded:
    """A model for one trial: answers from the recording, and asks the real one for what is not there.

    Only what was accepted is kept: a refusal, an answer that was cut off and one of no use are asked for anew.
    """

    def __init__(
        self, recording: Recording, case: str, repeat: int, *, live: Completer | None, clock: Callable[[], float]
    ) -> None:
        """Take the recording and the trial; without a live model a missing answer is an error."""
        self._recording = recording
        self._case = case
        self._repeat = repeat
        self._live = live
        self._clock = clock
        #: Seconds that this trial waited for the model, or did when it was recorded.
        self.seconds = 0.0

    async def complete(self, request: Request, accept: Callable[[str], T]) -> Completion[T]:
        """The recorded answer, else the model's; raises EvalSetInvalid for neither, and CompletionFailed."""
        key = self._recording.model.key(request, self._repeat)
        if key in self._recording.entries:
            return self._again(self._recording.entries[key], accept)
        if self._live is None:
            raise EvalSetInvalid(
                f"No answer of {self._recording.model.name} to the step {request.step!r} of case {self._case}, "
                f"repeat {self._repeat}, is recorded: the prompt, the case or a rule has changed since. "
                "Record it with `unbland eval --live`."
            )
        return await self._ask(self._live, request, accept, key)

    def _again(self, entry: Entry, accept: Callable[[str], T]) -> Completion[T]:
        self.seconds += entry.seconds
        usage = Usage(calls=entry.calls, input_tokens=entry.input_tokens, output_tokens=entry.output_tokens)
        try:
            return Completion(value=accept(entry.text), model=entry.model, usage=usage)
        except ReplyInvalid as error:
            raise CompletionFailed("invalid_reply", usage) from error

    async def _ask(self, live: Completer, request: Request, accept: Callable[[str], T], key: str) -> Completion[T]:
        said: list[str] = []

        def heard(text: str) -> T:
            value = accept(text)
            said.append(text)
            return value

        start = self._clock()
        try:
            done = await live.complete(request, heard)
        finally:
            seconds = self._clock() - start
            self.seconds += seconds
        self._recording.add(
            Entry(
                key=key,
                case=self._case,
                step=request.step,
                repeat=self._repeat,
                text=said[-1],
                model=done.model,
                calls=done.usage.calls,
                input_tokens=done.usage.input_tokens,
                output_tokens=done.usage.output_tokens,
                seconds=round(seconds, 3),
            )
        )
        return done


class Scripted:
    """A model that answers each step with the text written down for it; a step without one is an error."""

    seconds = 0.0

    def __init__(self, answers: Mapping[str, str]) -> None:
        """Take step → the text that is answered."""
        self._answers = answers

    async def complete(self, request: Request, accept: Callable[[str], T]) -> Completion[T]:
        """The answer of the step; one that is not accepted is not asked for again, since it would be the same."""
        usage = Usage(calls=1)
        if request.step not in self._answers:
            raise EvalSetInvalid(f"No answer is written down for the step {request.step!r}; add it to the case.")
        try:
            value = accept(self._answers[request.step])
        except ReplyInvalid as error:
            raise CompletionFailed("invalid_reply", usage) from error
        return Completion(value=value, model=SCRIPTED, usage=usage)


#: What provenance names as the model of a script.
SCRIPTED = "scripted"
