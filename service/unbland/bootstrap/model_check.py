"""Whether the model of the settings can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from unbland import bootstrap
from unbland.adapters.calls import Fault
from unbland.bootstrap.found import Found
from unbland.settings import Settings

#: Seconds that the model may take to answer, where its deadline is not shorter.
_PATIENCE = 10.0

_KEY = "set OPENAI_API_KEY to a key that is valid there"
_LATER = "try again later, or set another model"
_ENDPOINT = "see that the server runs, and that OPENAI_BASE_URL names it"
_FAULTS: Mapping[Fault, tuple[str, str]] = {
    Fault.UNREACHABLE: ("cannot be reached", _ENDPOINT),
    Fault.TIMEOUT: ("did not answer in time", _ENDPOINT),
    Fault.UNAUTHORIZED: ("does not take the key", _KEY),
    Fault.OUT_OF_QUOTA: ("has no quota left for the key", "raise the account's limit, or set another key"),
    Fault.RATE_LIMITED: ("takes no more requests now", _LATER),
    Fault.SERVER_ERROR: ("answers with an error of its own", _LATER),
    Fault.MALFORMED: ("does not answer as an OpenAI-compatible server does", "see that OPENAI_BASE_URL ends in /v1"),
    Fault.REJECTED: ("does not take the request", "set UNBLAND_MODEL to a model that it has"),
    Fault.NO_SUCH_MODEL: ("does not have this model", "set UNBLAND_MODEL to a model that it has"),
}


async def model_found(settings: Settings, part: str, model: str, *, offline: bool) -> Found:
    """What is found of the model that writes or verifies; it is asked once for a few tokens, unless `offline`."""
    if settings.engine != "editor" and not settings.has_model and part in settings.model_fields_set:
        said = f"{model} is named, and nothing says where it is, so that the editor engine writes"
        return Found(
            part=part, ok=False, said=said, way_out="set OPENAI_API_KEY, or OPENAI_BASE_URL to a server of yours"
        )
    if settings.engine == "editor" or not settings.has_model:
        return Found(part=part, ok=True, said="is not set; the editor engine writes")
    if offline:
        return Found(part=part, ok=True, said=f"{model} was not asked")
    completer = bootstrap.completer_of(settings, model)
    try:
        fault = await completer.probe(min(_PATIENCE, settings.deadline_seconds))
    finally:
        await completer.aclose()
    if fault is None:
        return Found(part=part, ok=True, said=f"{model} answers")
    said, way_out = _FAULTS.get(fault, ("gives no answer that can be used", _LATER))
    where = urlsplit(completer.endpoint.base_url)
    return Found(part=part, ok=False, said=f"{model} at {where.hostname} {said}", way_out=way_out)
