"""The one composition root: reads the settings, picks the adapters, wires the use cases."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from unbland.adapters.files.kinds import FileKind
from unbland.adapters.files.reading import LARGEST_FILE, kind_of, read_file
from unbland.adapters.prompt_files import read_prompts
from unbland.application import warming
from unbland.application.books.meter import Metered
from unbland.application.masking import Masked
from unbland.application.ports import Completer
from unbland.application.review import Draft
from unbland.application.rewrite import Engine, Rewriter, rewriter_over
from unbland.bootstrap.health import Health, all_well, health_of
from unbland.bootstrap.misnamed import misnamed
from unbland.errors import Misconfigured, NoModel, NotText
from unbland.settings import Settings

if TYPE_CHECKING:
    from unbland.adapters.langchain_completer import Heard, LangChainCompleter

    #: What stands between a step and its model, which is named beside it.
    Seam = Callable[[LangChainCompleter, str], Completer]

#: Bytes: what an edge reads of a file at most.
MAX_FILE_BYTES = LARGEST_FILE


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """All that an edge needs; close it in the event loop that used it."""

    rewriter: Rewriter
    settings: Settings
    #: The model that is asked; None where the editor engine alone writes.
    model: str | None
    aclose: Callable[[], Awaitable[None]]
    #: What is wrong with the models now, and whether none of those that write may be asked until somebody mends it.
    health: Callable[[], Health] = all_well
    #: The models by their names in `rewriter_over`, for whoever writes elsewhere and asks them here.
    models: Mapping[str, Completer] = field(default_factory=dict)

    def working(self) -> Application:
        """The same in a process that does the work itself."""
        return replace(self, settings=self.settings.model_copy(update={"serve_works": True}))


def read_settings(engine: Engine | None = None) -> Settings:
    """The settings of the environment, the engine's under the one that is given; raises Misconfigured.

    A variable that is nearly one of them is refused: a limit that is misspelled limits nothing.
    """
    if (found := misnamed(os.environ)) is not None:
        raise Misconfigured(f"{found[0]} is no setting; did you mean {found[1]}?")
    try:
        settings = Settings()
    except ValidationError as error:
        wrong = "; ".join(_wrong(detail) for detail in error.errors(include_url=False, include_input=False))
        raise Misconfigured(f"The environment is not set right: {wrong}.") from None
    return settings if engine is None else settings.model_copy(update={"engine": engine.value})


def application(settings: Settings | None = None, heard: Heard | None = None, seam: Seam | None = None) -> Application:
    """The application as the settings want it; raises Misconfigured where it could not do its work.

    `heard` is told how each call to the model that writes ended; `seam` stands before each model.
    """
    settings = settings or read_settings()
    engine = Engine(settings.engine)
    if engine is Engine.LLM and not settings.has_model:
        raise NoModel
    if not steps(settings):
        return _wired(settings, {}, _nothing_to_close)
    return _with_model(settings, heard, seam or Metered)


def steps(settings: Settings) -> tuple[str, ...]:
    """The names of the models that an application of these settings has, before it has them."""
    if settings.engine == Engine.EDITOR.value or not settings.has_model:
        return ()
    return ("write",) if settings.verifier_model is None else ("write", "verify")


def warm_up() -> None:
    """Do what only the first rewrite does: patterns are woven and tables read, for which nobody shall wait."""
    asyncio.run(warming.warm_up())


def is_file(content: bytes) -> bool:
    """Whether the bytes are a Word or PDF file, by how they begin."""
    return kind_of(content) is not None


def file_draft(content: bytes, kind: str | None = None) -> Draft:
    """The draft in a Word or PDF file; raises NotText, DraftTooLong, and Misconfigured where its library is missing."""
    known = FileKind(kind) if kind else kind_of(content)
    if known is None:
        raise NotText
    text, fmt = read_file(content, known)
    return Draft(content=text, format=fmt)


def completer_of(
    settings: Settings, model: str | None = None, fallback: str | None = None, heard: Heard | None = None
) -> LangChainCompleter:
    """The model of the settings, or another at the same endpoint."""
    # The model's libraries take more than a second to load; who asks no model does not wait for them.
    from unbland.adapters.langchain_completer import OPENAI, Endpoint, LangChainCompleter  # noqa: PLC0415

    endpoint = Endpoint(
        model=model or settings.model,
        base_url=settings.openai_base_url or OPENAI,
        api_key=settings.openai_api_key.get_secret_value() if settings.openai_api_key else "",
        temperature=settings.temperature,
        tracing=settings.tracing,
        fallback=fallback or "",
    )
    return LangChainCompleter(endpoint, heard=heard)


def _with_model(settings: Settings, heard: Heard | None, seam: Seam) -> Application:
    """The application with a model behind it."""
    completer = completer_of(settings, fallback=settings.fallback_model, heard=heard)
    models = {"write": _veiled(seam(completer, settings.model), settings)}
    if settings.verifier_model is None:
        made = _wired(settings, models, completer.aclose)
        return replace(made, health=lambda: health_of(completer.breakers))
    second = completer_of(settings, settings.verifier_model)

    async def aclose() -> None:
        await completer.aclose()
        await second.aclose()

    models |= {"verify": _veiled(seam(second, settings.verifier_model), settings)}
    made = _wired(settings, models, aclose)
    return replace(made, health=lambda: health_of(completer.breakers, second.breakers))


def _veiled(model: Completer, settings: Settings) -> Completer:
    """The model, which sees no personal data where the settings want it so."""
    return Masked(model) if settings.mask_personal else model


def _wired(settings: Settings, models: Mapping[str, Completer], aclose: Callable[[], Awaitable[None]]) -> Application:
    prompts = read_prompts() if models else {}
    return Application(
        rewriter=rewriter_over(models, prompts, new_id=new_id, seconds=settings.deadline_seconds),
        settings=settings,
        model=settings.model if models else None,
        aclose=aclose,
        models=models,
    )


def new_id() -> str:
    """An id for a rewrite that nobody can guess."""
    return f"rw_{uuid4().hex}"


async def _nothing_to_close() -> None:
    """The editor engine holds nothing open."""


def _wrong(detail: ErrorDetails) -> str:
    """One setting by the name of its variable, and what is wrong; never its value, which may be a key."""
    name = str(detail["loc"][0])
    field = Settings.model_fields[name if name in Settings.model_fields else name.lower()]
    variable = field.validation_alias or f"UNBLAND_{name.upper()}"
    if detail["type"] == "string_pattern_mismatch" and field.description:  # a pattern is for programs
        return f"{variable}: write {field.description[:1].lower()}{field.description[1:].removesuffix('.')}"
    return f"{variable}: {detail['msg'][:1].lower()}{detail['msg'][1:]}"
