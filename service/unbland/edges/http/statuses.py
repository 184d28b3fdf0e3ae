"""The one table of what each error is over HTTP, and what the API page says of each status."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from unbland.application.connectors.refusals import NoEvents, NotAnEvent, WrongSignature
from unbland.errors import (
    AlreadyDecided,
    BadInput,
    BatchByFile,
    BatchComing,
    BatchOver,
    DatabaseDown,
    DraftTooLong,
    Forbidden,
    InFlight,
    Misconfigured,
    ModelFailed,
    NoModel,
    NoSuchBatch,
    NoSuchEntry,
    NoSuchRewrite,
    NoSuchWebhook,
    NotDone,
    TooMany,
    Unauthorized,
    UnblandError,
    UnknownRule,
)

#: What each branch of the tree is over HTTP; the nearest ancestor counts.
STATUS: Mapping[type[UnblandError], HTTPStatus] = {
    BadInput: HTTPStatus.UNPROCESSABLE_ENTITY,
    DraftTooLong: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    UnknownRule: HTTPStatus.NOT_FOUND,
    NoSuchRewrite: HTTPStatus.NOT_FOUND,
    NoSuchBatch: HTTPStatus.NOT_FOUND,
    BatchOver: HTTPStatus.CONFLICT,
    BatchComing: HTTPStatus.CONFLICT,
    BatchByFile: HTTPStatus.CONFLICT,
    NoSuchWebhook: HTTPStatus.NOT_FOUND,
    NoSuchEntry: HTTPStatus.NOT_FOUND,
    NoEvents: HTTPStatus.NOT_FOUND,
    WrongSignature: HTTPStatus.UNAUTHORIZED,
    NotAnEvent: HTTPStatus.BAD_REQUEST,
    Unauthorized: HTTPStatus.UNAUTHORIZED,
    Forbidden: HTTPStatus.FORBIDDEN,
    TooMany: HTTPStatus.TOO_MANY_REQUESTS,
    NotDone: HTTPStatus.CONFLICT,
    AlreadyDecided: HTTPStatus.CONFLICT,
    InFlight: HTTPStatus.CONFLICT,
    DatabaseDown: HTTPStatus.SERVICE_UNAVAILABLE,
    #: The caller asks for an engine that this service does not have.
    NoModel: HTTPStatus.UNPROCESSABLE_ENTITY,
    Misconfigured: HTTPStatus.SERVICE_UNAVAILABLE,
    ModelFailed: HTTPStatus.BAD_GATEWAY,
    UnblandError: HTTPStatus.INTERNAL_SERVER_ERROR,
}

#: Seconds after which it is worth asking again.
RETRY_AFTER: Mapping[type[UnblandError], int] = {InFlight: 1, BatchComing: 1, DatabaseDown: 5}

#: What the API page says of each status.
SAID: Mapping[int, str] = {
    400: "The body is no JSON, or a header is wrong",
    401: "There is no valid key in the Authorization header",
    403: "The key may not be used for this",
    404: "There is nothing of this id",
    409: "It has no result yet, was decided on, or the first request with this key is still worked on",
    413: "The draft is too large",
    415: "The body is not sent as JSON, or as JSON lines for a batch",
    422: "A field is wrong, the facts contradict themselves, the draft holds no text, there is no such engine, "
    "or the key was used before",
    429: "More requests a minute, more rewrites at a time, or more spent on models today than the tenant may",
    503: "The database is away",
}
