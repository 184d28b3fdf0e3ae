"""The description of the API as clients get it: an example for every answer, one shape for every refusal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from http import HTTPStatus
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from unbland.application.connectors.refusals import NoEvents, NotAnEvent, WrongSignature
from unbland.edges.http.errors import MEDIA_TYPE, REFUSALS, Problem
from unbland.edges.http.statuses import STATUS
from unbland.errors import (
    DatabaseDown,
    DraftTooLong,
    Forbidden,
    InFlight,
    NoSuchRewrite,
    TooMany,
    Unauthorized,
    UnblandError,
)

#: Answers as the service gave them, by method, path and status; `make pages` takes them anew.
_ANSWERS: Mapping[str, Any] = json.loads(Path(__file__).with_name("examples.json").read_text("utf-8"))

#: Why a status comes: an error of ours that has it.
_REASONS = (
    Unauthorized(),
    Forbidden("This key may not be used for rewrite; make one with `--scope rewrite`."),
    NoSuchRewrite(),
    InFlight(),
    DraftTooLong(),
    TooMany(),
    DatabaseDown(),
)

#: The same of a route whose callers have no key of ours, and sign what they send.
_SIGNED = (WrongSignature(), NoEvents(), NotAnEvent(), DatabaseDown())

#: What headers of answers say.
_HEADERS: Mapping[str, str] = {
    "X-Request-Id": "The id of the request: the caller's own where it sent one, and the one that logs have.",
    "RateLimit-Policy": "How many requests the tenant may make in how many seconds; absent where there is no limit.",
    "RateLimit": "How many of them are left, and the seconds until there are more.",
    "Retry-After": "Seconds after which it is worth asking again.",
    "WWW-Authenticate": "How a key is sent.",
    "Location": "Where the rewrite or the batch is.",
    "Preference-Applied": "What of `Prefer` was applied.",
    "Idempotency-Replayed": "`true` where the `Idempotency-Key` had led to this before.",
}

#: Statuses whose answers have headers of their own.
_BY_STATUS: Mapping[str, tuple[str, ...]] = {
    "202": ("Retry-After",),
    "401": ("WWW-Authenticate",),
    "409": ("Retry-After",),
    "429": ("Retry-After",),
    "503": ("Retry-After",),
}

#: What the framework says of its own refusals; ours are problem documents.
_NOT_OURS = ("HTTPValidationError", "ValidationError")


def describe(app: FastAPI) -> None:
    """Let the application describe itself as it is, with the routes that it will have when it is asked."""
    framework: Callable[[], dict[str, Any]] = app.openapi
    made: list[dict[str, Any]] = []

    def described() -> dict[str, Any]:
        if not made:
            made.append(_completed(framework()))
        return made[0]

    app.openapi = described  # type: ignore[method-assign] # the framework's own way to extend it


def operations(description: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every method and path of a description, with what it says of them."""
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def _completed(description: dict[str, Any]) -> dict[str, Any]:
    """The framework's description with what it does not know."""
    for method, path, operation in operations(description):
        reasons = _REASONS if operation.get("security") else _SIGNED
        for status, response in list(operation["responses"].items()):
            if _NOT_OURS[0] in str(response):
                del operation["responses"][status]
            for kind, content in response.get("content", {}).items():
                _show(kind, content, _problem(int(status), reasons), f"{method} {path} {status}")
            named = _headers(operation, status)
            response["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in named}
    components = description.setdefault("components", {})
    kept = {name: {"description": said, "schema": {"type": "string"}} for name, said in _HEADERS.items()}
    components["headers"] = kept
    schemas = components.setdefault("schemas", {})
    schemas["Problem"] = Problem.model_json_schema(mode="serialization")
    for name in _NOT_OURS:
        schemas.pop(name, None)
    return description


def _headers(operation: Mapping[str, Any], status: str) -> Iterator[str]:
    """The headers that an answer may have."""
    yield "X-Request-Id"
    if operation.get("security") and status != str(int(HTTPStatus.UNAUTHORIZED)):
        yield from ("RateLimit-Policy", "RateLimit")
    named = {each["name"] for each in operation.get("parameters", ())}
    if "Idempotency-Key" in named and status in {"200", "201", "202"}:
        yield from ("Location", "Idempotency-Replayed")
        yield from ("Preference-Applied",) if "prefer" in named else ()
    yield from _BY_STATUS.get(status, ()) if operation.get("security") or status != "401" else ()


def _show(kind: str, content: dict[str, Any], problem: dict[str, Any], place: str) -> None:
    """Put the example of one answer beside its schema."""
    if kind == MEDIA_TYPE:
        content["schema"] = {"$ref": "#/components/schemas/Problem"}
        content["example"] = problem
    elif place in _ANSWERS:
        content["example"] = _ANSWERS[place]


def _problem(status: int, reasons: Sequence[UnblandError]) -> dict[str, Any]:
    """A problem document of this status, for the first of the reasons that has it."""
    reason = next((each for each in reasons if STATUS[type(each)] == status), None)
    code, detail = (reason.code, str(reason)) if reason else REFUSALS.get(status, ("", ""))
    if status == HTTPStatus.UNPROCESSABLE_ENTITY:
        code, detail = "invalid_body", "facts.pay.mim: no such field; did you mean min?"
    shown = {"type": f"urn:unbland:problem:{code}", "title": HTTPStatus(status).phrase, "status": status}
    shown |= {"detail": detail, "code": code, "request_id": "req_4f2a9c"}
    if status == HTTPStatus.UNPROCESSABLE_ENTITY:
        shown["errors"] = [{"pointer": "/facts/pay/mim", "message": "no such field; did you mean min?"}]
    return shown
