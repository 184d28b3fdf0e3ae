"""A tour of the API: what clients ask one after the other, and what they are answered."""

from __future__ import annotations

import asyncio
import hmac
import json
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import httpx2

from asked import asking
from unbland import bootstrap
from unbland.adapters.connectors.events import SCHEMES, Events
from unbland.adapters.webhooks.sending import Doors
from unbland.application.connectors.model import System
from unbland.application.keys.model import Scope
from unbland.application.webhooks.delivering import Deliverer
from unbland.bootstrap.service import service
from unbland.edges.http.app import create
from unbland.edges.http.batch_making import BATCH_EXAMPLE, FORM_EXAMPLE
from unbland.edges.http.bodies import ANSWERS_EXAMPLE, DECISION_EXAMPLE, REVIEW_EXAMPLE, REWRITE_EXAMPLE
from unbland.edges.http.connectors import ASHBY_EXAMPLE, GREENHOUSE_EXAMPLE
from unbland.edges.http.webhooks import WEBHOOK_EXAMPLE

#: Headers of answers that clients go by.
_HEADERS = (
    *("content-type", "location", "retry-after", "preference-applied", "idempotency-replayed", "www-authenticate"),
    *("x-request-id", "ratelimit", "ratelimit-policy"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request; `{name}` in its path is the id that an earlier answer kept under this name."""

    name: str
    method: str
    path: str
    body: object = None
    #: Whether the body is sent as a form with a file, which it holds.
    form: bool = False
    #: In place of a body: a text as it stands, with its type in the headers.
    text: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    #: The name under which the answer's id is kept.
    keeps: str = ""
    with_key: bool = True
    #: The system whose signature is on the body.
    signed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A call and its answer."""

    call: Call
    #: The path as it was asked.
    path: str
    status: int
    headers: Mapping[str, str]
    #: The JSON of the answer, or its text.
    body: Any


_SECRET = "tour"  # noqa: S105 - of the tour alone
_ASYNC = {"Prefer": "respond-async"}
_LINES = {"Content-Type": "application/x-ndjson"}
_ONCE = {"Idempotency-Key": "vacancy-17"}

#: Every route has a call here, and every way in which a client is answered.
CALLS: Sequence[Call] = (
    Call(name="review", method="POST", path="/v1/reviews", body=REVIEW_EXAMPLE),
    Call(name="rewrite", method="POST", path="/v1/rewrites", body=REWRITE_EXAMPLE, headers=_ONCE, keeps="first"),
    Call(name="the same again", method="POST", path="/v1/rewrites", body=REWRITE_EXAMPLE, headers=_ONCE),
    Call(name="the key with another body", method="POST", path="/v1/rewrites", body=REVIEW_EXAMPLE, headers=_ONCE),
    Call(
        name="rewrite, not waiting",
        method="POST",
        path="/v1/rewrites",
        body=REVIEW_EXAMPLE,
        headers=_ASYNC,
        keeps="second",
    ),
    Call(name="follow", method="GET", path="/v1/rewrites/{second}/events"),
    Call(name="resume", method="GET", path="/v1/rewrites/{second}/events", headers={"Last-Event-ID": "1"}),
    Call(name="result", method="GET", path="/v1/rewrites/{second}"),
    Call(name="answer", method="POST", path="/v1/rewrites/{second}/answers", body=ANSWERS_EXAMPLE, keeps="third"),
    Call(
        name="answer, not waiting",
        method="POST",
        path="/v1/rewrites/{third}/answers",
        body=ANSWERS_EXAMPLE,
        headers=_ASYNC,
        keeps="fourth",
    ),
    Call(name="follow the answer", method="GET", path="/v1/rewrites/{fourth}/events"),
    Call(name="revisions", method="GET", path="/v1/rewrites/{second}/revisions"),
    Call(name="accept", method="POST", path="/v1/rewrites/{third}/accept", body=DECISION_EXAMPLE),
    Call(name="reject", method="POST", path="/v1/rewrites/{first}/reject", body=DECISION_EXAMPLE),
    Call(name="a second decision", method="POST", path="/v1/rewrites/{first}/accept", body=DECISION_EXAMPLE),
    Call(name="trace", method="GET", path="/v1/rewrites/{third}/trace"),
    Call(name="usage", method="GET", path="/v1/usage"),
    Call(name="audit", method="GET", path="/v1/audit?limit=2"),
    Call(name="list", method="GET", path="/v1/rewrites?limit=2"),
    Call(name="the next page", method="GET", path="/v1/rewrites?limit=2&starting_after={third}"),
    Call(name="name an endpoint", method="POST", path="/v1/webhooks", body=WEBHOOK_EXAMPLE, keeps="endpoint"),
    Call(name="endpoints", method="GET", path="/v1/webhooks"),
    Call(name="an endpoint", method="GET", path="/v1/webhooks/{endpoint}"),
    Call(name="a new secret", method="POST", path="/v1/webhooks/{endpoint}/rotate"),
    Call(name="something ends", method="POST", path="/v1/rewrites", body=REVIEW_EXAMPLE),
    Call(name="deliveries", method="GET", path="/v1/webhooks/{endpoint}/deliveries", keeps="delivery"),
    Call(name="have it again", method="POST", path="/v1/webhooks/{endpoint}/deliveries/{delivery}/replay"),
    Call(name="no such delivery", method="POST", path="/v1/webhooks/{endpoint}/deliveries/msg_never/replay"),
    Call(name="an endpoint less", method="DELETE", path="/v1/webhooks/{endpoint}"),
    Call(name="many", method="POST", path="/v1/batches", text=BATCH_EXAMPLE, headers=_LINES, keeps="batch"),
    Call(name="batches", method="GET", path="/v1/batches?limit=2"),
    Call(name="results so far", method="GET", path="/v1/batches/{batch}/output"),
    Call(name="errors so far", method="GET", path="/v1/batches/{batch}/errors"),
    Call(name="no more of it", method="POST", path="/v1/batches/{batch}/cancel"),
    Call(name="a batch", method="GET", path="/v1/batches/{batch}"),
    Call(name="go on", method="POST", path="/v1/batches/{batch}/resume"),
    Call(name="how far it is", method="GET", path="/v1/batches/{batch}/events"),
    Call(name="many, listed", method="POST", path="/v1/batches", body=[json.loads(BATCH_EXAMPLE)], headers=_ONCE),
    Call(name="the list again", method="POST", path="/v1/batches", body=[json.loads(BATCH_EXAMPLE)], headers=_ONCE),
    Call(name="many in a file", method="POST", path="/v1/batches", body=FORM_EXAMPLE, form=True),
    Call(
        name="a posting changed",
        method="POST",
        path="/v1/connectors/ashby/events",
        body=ASHBY_EXAMPLE,
        with_key=False,
        signed="ashby",
    ),
    Call(
        name="another changed",
        method="POST",
        path="/v1/connectors/greenhouse/events",
        body=GREENHOUSE_EXAMPLE,
        with_key=False,
        signed="greenhouse",
    ),
    Call(name="alive", method="GET", path="/healthz", with_key=False),
    Call(name="ready", method="GET", path="/readyz", with_key=False),
    Call(name="metrics", method="GET", path="/metrics", with_key=False),
    Call(name="no key", method="GET", path="/v1/rewrites", with_key=False),
    Call(name="nothing of this id", method="GET", path="/v1/rewrites/rw_never"),
    Call(name="no JSON", method="POST", path="/v1/reviews", text="{", headers={"Content-Type": "application/json"}),
    Call(name="not sent as JSON", method="POST", path="/v1/reviews", text="{}", headers={"Content-Type": "text/plain"}),
    Call(
        name="a mistyped field",
        method="POST",
        path="/v1/rewrites",
        body={"draft": {"content": "Cook"}, "facts": {"pay": {"mim": 31000}}},
    ),
    Call(name="no text", method="POST", path="/v1/rewrites", body={"draft": {"content": " "}}),
    Call(name="no such path", method="GET", path="/v1/rewirtes"),
    Call(name="no such method", method="DELETE", path="/v1/rewrites"),
)


@asynccontextmanager
async def visited(folder: Path) -> AsyncIterator[tuple[httpx2.AsyncClient, str]]:
    """A client of a fresh service that asks for keys, and the header of a key."""
    url = f"sqlite:///{folder / 'unbland.db'}"
    settings = {"database_url": url, "require_keys": True, "log_level": "error"}
    made = service(bootstrap.read_settings().model_copy(update=settings), Doors(resolve=_public))
    sources = {system: Events(scheme, _SECRET) for system, scheme in SCHEMES.items()}
    made = replace(made, deliverer=cast("Deliverer", _Idle()), hints=replace(made.hints, sources=sources))
    async with asking(create(lambda: made)) as client:
        _, text = await made.keys.create("northlane", "tour", list(Scope))
        yield client, f"Bearer {text}"


async def _public(_: str) -> tuple[str, ...]:
    """Every host has a public address."""
    return ("93.184.216.34",)


class _Idle:
    """Delivers nothing, so that every delivery of the tour is as it was made."""

    async def run(self, over: asyncio.Event) -> None:
        """Wait for the end."""
        await over.wait()


async def toured(calls: Sequence[Call], client: httpx2.AsyncClient, key: str) -> list[Answered]:
    """Ask one after the other, with the ids that were kept on the way."""
    ids: dict[str, str] = {}
    answered = []
    for call in calls:
        path = re.sub(r"\{(\w+)\}", lambda found: ids[found[1]], call.path)
        headers = {**call.headers, **({"Authorization": key} if call.with_key else {})}
        if call.signed:
            headers |= _signature(System(call.signed), call.body)
        json_ = None if call.text is not None or call.form else call.body
        files = {"file": ("postings.csv", cast("dict[str, str]", call.body)["file"].encode())} if call.form else None
        response = await client.request(call.method, path, headers=headers, content=call.text, json=json_, files=files)
        answer: Any = response.json() if is_json(response.headers.get("content-type", "")) else response.text
        if call.keeps:
            ids[call.keeps] = (answer if "id" in answer else answer["data"][0])["id"]
        kept = {name: response.headers[name] for name in _HEADERS if name in response.headers}
        answered.append(Answered(call=call, path=path, status=response.status_code, headers=kept, body=answer))
    return answered


def _signature(system: System, body: object) -> dict[str, str]:
    """The header of a system that knows the secret, for a body as the client sends it."""
    scheme, sent = SCHEMES[system], httpx2.Request("POST", "http://test", json=body).content
    return {scheme.header: scheme.mark + hmac.digest(_SECRET.encode(), sent, "sha256").hex()}


def is_json(kind: str) -> bool:
    """Whether a media type says that all of it is one JSON value."""
    return kind.partition(";")[0] in {"application/json", "application/problem+json"}


def plain(value: Any) -> Any:  # noqa: ANN401 (any JSON)
    """The same with ids counted and times made one, so that two recordings of one behaviour are the same bytes."""
    text = json.dumps(value, ensure_ascii=False)
    ids: dict[str, str] = {}
    text = re.sub(r"req_[0-9a-f]{32}", "req_4f2a9c", text)
    for found in re.findall(r"\b[a-z]+_[0-9a-f]{32}\b", text):
        ids.setdefault(found, f"{found.partition('_')[0]}_{len(ids) + 1:032x}")
    for found, said in ids.items():
        text = text.replace(found, said)
    text = re.sub(r'(\\"minute\\";r=)\d+;t=\d+', r"\g<1>599;t=60", text)
    text = re.sub(r"whsec_[A-Za-z0-9+/=]+", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", text)
    text = re.sub(r"20\d\d-\d\d-\d\dT[\d:.]+(Z|\+00:00)", r"2026-11-23T09:00:00\1", text)
    text = re.sub(r"20\d\d-\d\d-\d\d \d\d:\d\d UTC", "2026-11-23 09:00 UTC", text)
    return json.loads(text)
