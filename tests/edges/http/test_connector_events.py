"""Events of applicant tracking systems over HTTP: who is heard, and what becomes of it; the systems are on a socket."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import select

from asked import asking
from databases import ready_file
from doubles.fake_ats import ASHBY_ID, ASHBY_KEY, CLIENT, GREENHOUSE_ID, SECRET, FakeAts
from doubles.fault_server import INPUT_TOKENS, VALID, FaultServer
from unbland import bootstrap
from unbland.adapters.database.connection import Database
from unbland.adapters.database.link_tables import HINTS
from unbland.application.books.model import midnight_after
from unbland.application.connectors.model import Link
from unbland.bootstrap import connectors
from unbland.bootstrap.service import Service, service
from unbland.edges.http.app import create
from unbland.edges.http.errors import MEDIA_TYPE

SIGNING = "signing-CANARY"
HEADERS = {"greenhouse": ("Signature", "sha256 "), "ashby": ("Ashby-Signature", "sha256=")}
BOTH = pytest.mark.parametrize("system", list(HEADERS))

#: Events as the vendors show them, of the postings that the double holds (docs/connectors.md has the sources). What the
#: vendor escapes stays escaped: the signature is over these bytes.
EVENTS: Mapping[str, bytes] = {
    "greenhouse": (
        b'{"action": "job_post_updated", "payload": {"id": %b, "title": "Cook", "location": "Ghent", "content":'
        b' "\\u003cp\\u003eCook for 40 guests.\\u003c/p\\u003e", "internal_content": null, "updated_at":'
        b' "2026-10-12T18:29:08.399Z", "job_id": 1842002, "external": true, "live": false, "questions": []}}'
    )
    % GREENHOUSE_ID.encode(),
    "ashby": (
        b'{"webhookActionId": "75395d87-4044-4dc4-bc29-0cec185e5f06", "action": "jobPostingUpdate", "data":'
        b' {"jobPosting": {"id": "%b", "title": "Cook", "isListed": true, "updatedAt": "2026-11-20T09:00:00.000Z"}}}'
    )
    % ASHBY_ID.encode(),
}


@dataclass
class Served:
    """A service that asks for keys, with the secrets and keys of both systems, and what asks it."""

    service: Service
    client: httpx2.AsyncClient
    ats: FakeAts

    async def send(self, system: str, body: bytes, secret: str = SIGNING, **more: str) -> httpx2.Response:
        """An event, signed as the system does."""
        name, mark = HEADERS.get(system, HEADERS["ashby"])
        signature = mark + hmac.digest(secret.encode(), body, "sha256").hex()
        headers = {"Content-Type": "application/json", name: signature, **more}
        sent = {name.encode(): value.encode("latin-1") for name, value in headers.items()}
        return await self.client.post(f"/v1/connectors/{system}/events", content=body, headers=sent)

    async def said(self, system: str, **event: Any) -> httpx2.Response:  # noqa: ANN401 (any JSON)
        """An event of these fields."""
        return await self.send(system, json.dumps(event).encode())

    async def links(self) -> list[Link]:
        """The proposals, when all work is done."""
        await self.service.engine.stop()
        return list(await self.service.hints.hints._desk.store.all("local", 50))


@pytest.fixture
def ats(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeAts]:
    """The systems, with keys and secrets in the environment."""
    given = {
        "GREENHOUSE_CLIENT_ID": CLIENT,
        "GREENHOUSE_CLIENT_SECRET": SECRET,
        "GREENHOUSE_WEBHOOK_SECRET": SIGNING,
        "ASHBY_API_KEY": ASHBY_KEY,
        "ASHBY_WEBHOOK_SECRET": SIGNING,
    }
    for name, value in given.items():
        monkeypatch.setenv(f"UNBLAND_{name}", value)
    with FakeAts() as server:
        monkeypatch.setattr(connectors, "HOSTS", server.hosts)
        yield server


@pytest.fixture
async def served(ats: FakeAts, tmp_path: Path) -> AsyncIterator[Served]:
    """A service on a file of its own."""
    settings = {"database_url": ready_file(tmp_path), "require_keys": True}
    made = service(bootstrap.read_settings().model_copy(update=settings))
    async with asking(create(lambda: made)) as client:
        yield Served(made, client, ats)


def _refused(answer: httpx2.Response, status: int, code: str) -> None:
    problem = answer.json()
    assert (answer.status_code, problem["code"], answer.headers["content-type"]) == (status, code, MEDIA_TYPE)
    assert problem["detail"].endswith(".")
    assert "CANARY" not in answer.text


@BOTH
async def test_b46_seven_events_are_noted_and_become_one_proposal(served: Served, system: str) -> None:
    """Each is answered 200, which is all that Greenhouse takes for delivered; the text waits for a person."""
    for _ in range(7):
        answer = await served.send(system, EVENTS[system])
        assert (answer.status_code, answer.json()) == (200, {"noted": True})

    (link,) = await served.links()
    assert (link.system, link.state) == (system, "proposed")
    assert served.ats.writes == []


@BOTH
@pytest.mark.parametrize(
    ("secret", "more"),
    [
        ("another", {}),
        (SIGNING, {"Signature": "", "Ashby-Signature": ""}),
        (SIGNING, {"Signature": "sha256 \u00e9", "Ashby-Signature": "sha256=\u00e9"}),
        (SIGNING, {"Signature": "sha1 0", "Ashby-Signature": "sha1=0"}),
    ],
)
async def test_what_is_not_signed_is_not_read(served: Served, system: str, secret: str, more: dict[str, str]) -> None:
    """Not even whether it is JSON: nothing is noted, nobody is asked."""
    for body in (EVENTS[system], b"{", b"\xff\xfe"):
        _refused(await served.send(system, body, secret, **more), 401, "wrong_signature")

    assert (await served.links(), served.ats.asked) == ([], [])


@BOTH
async def test_a_signature_of_other_bytes_is_none(served: Served, system: str) -> None:
    """The same event, written another way, is not what was signed."""
    name, mark = HEADERS[system]
    signature = mark + hmac.digest(SIGNING.encode(), EVENTS[system], "sha256").hex()
    other = json.dumps(json.loads(EVENTS[system])).encode() + b" "
    answer = await served.client.post(
        f"/v1/connectors/{system}/events", content=other, headers={name: signature, "Content-Type": "application/json"}
    )
    _refused(answer, 401, "wrong_signature")


@BOTH
@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "unusable_json"),
        (b"{", "unusable_json"),
        (b"\xff", "unusable_json"),
        (b'{"action": "ping", "action": "x"}', "unusable_json"),
        (b"[" * 100_000, "unusable_json"),
        (b"[]", "not_an_event"),
        (b"null", "not_an_event"),
    ],
)
async def test_what_is_signed_and_no_event_is_told(served: Served, system: str, body: bytes, code: str) -> None:
    """400, in one sentence."""
    _refused(await served.send(system, body), 400, code)


@pytest.mark.parametrize("id_", [None, True, 1.5, "", "a/b", "../x", "x" * 65, "9\u0000", "\ud800", {}, [1]])
async def test_an_event_that_names_no_posting_is_told(served: Served, id_: object) -> None:
    """400; nothing of it reaches a query or an address."""
    made = [
        await served.said("greenhouse", action="job_post_updated", payload={"id": id_, "job_id": 1}),
        await served.said("ashby", action="jobPostingUpdate", data={"jobPosting": {"id": id_}}),
        await served.said("ashby", action="jobPostingPublish", data=[]),
    ]
    for answer in made:
        _refused(answer, 400, "not_an_event")


async def test_each_action_after_which_a_posting_may_say_something_else_is_heard(served: Served) -> None:
    """Made, changed, published: of each system under its own name."""
    for action in ("job_post_created", "job_post_updated"):
        answer = await served.said("greenhouse", action=action, payload={"id": int(GREENHOUSE_ID), "job_id": 4})
        assert answer.json() == {"noted": True}
    for action in ("jobPostingUpdate", "jobPostingPublish"):
        answer = await served.said("ashby", action=action, data={"jobPosting": {"id": ASHBY_ID}})
        assert answer.json() == {"noted": True}

    assert sorted(each.system for each in await served.links()) == ["ashby", "greenhouse"]


async def test_what_is_none_of_ours_is_taken_and_left(served: Served) -> None:
    """A ping, without which a webhook is switched off; candidates; a post that nobody applies to; one that is gone."""
    answers = [
        await served.said(
            "ashby", action="ping", data={"webhookActionType": "ping", "webhookType": "jobPostingUpdate"}
        ),
        await served.said("ashby", action="jobPostingUnpublish", data={"jobPosting": {"id": ASHBY_ID}}),
        await served.said("ashby", action=["jobPostingUpdate"]),
        await served.said("greenhouse", action="ping", payload={"web_hook": {"id": 1}}),
        await served.said("greenhouse", id=3),
        await served.said("greenhouse", action="candidate_hired", payload={"id": 7}),
        await served.said("greenhouse", action="job_post_deleted", payload={"job_post": {"id": 991, "job_id": 4}}),
        await served.said("greenhouse", action="job_post_updated", payload={"id": 991, "title": "Prospects"}),
    ]

    assert [(each.status_code, each.json()) for each in answers] == [(200, {"noted": False})] * len(answers)
    assert (await served.links(), served.ats.asked) == ([], [])


@pytest.mark.parametrize("system", ["lever", "workable", "%00", "Ashby", "x" * 5000])
async def test_a_system_without_events_is_not_there(served: Served, system: str) -> None:
    """Lever has none of postings; whether a system is known is said before a body is read."""
    answer = await served.send(system, b"{")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found" if "%" in system else "no_events")


async def test_without_its_secret_a_system_has_no_events(
    ats: FakeAts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can make the service believe an unsigned one."""
    monkeypatch.delenv("UNBLAND_ASHBY_WEBHOOK_SECRET")
    settings = bootstrap.read_settings().model_copy(update={"database_url": ready_file(tmp_path)})
    made = service(settings)
    async with asking(create(lambda: made)) as client:
        served = Served(made, client, ats)
        _refused(await served.send("ashby", EVENTS["ashby"], secret=""), 404, "no_events")
        assert (await served.send("greenhouse", EVENTS["greenhouse"])).status_code == 200


async def test_b39_an_event_without_an_end_is_not_read_to_the_end(served: Served) -> None:
    """413 for what is announced or comes; 415 for what is packed."""
    large = b" " * 900_000
    _refused(await served.send("ashby", large), 413, "body_too_large")
    _refused(await served.send("ashby", EVENTS["ashby"], **{"Content-Encoding": "gzip"}), 415, "not_json")


async def test_b26_an_event_is_answered_when_it_is_noted_and_not_before(served: Served) -> None:
    """While the database is away the system is told to come again."""
    store: Any = served.service.hints.hints._store
    there, store._database = store._database, Database("postgresql://unbland@127.0.0.1:1/none")
    answer = await served.send("ashby", EVENTS["ashby"])
    _refused(answer, 503, "database_down")
    assert int(answer.headers["retry-after"]) > 0

    store._database = there
    assert (await served.send("ashby", EVENTS["ashby"])).status_code == 200
    assert len(await served.links()) == 1


async def test_s20_no_secret_and_no_text_of_an_event_is_logged(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither where it is taken nor where it is refused."""
    caplog.set_level(logging.DEBUG, logger="unbland")
    title = {"id": ASHBY_ID, "title": "DRAFT-CANARY"}
    await served.said("ashby", action="jobPostingUpdate", data={"jobPosting": title})
    await served.send("ashby", b'{"action": "DRAFT-CANARY"')
    await served.send("ashby", EVENTS["ashby"], "other-CANARY")
    await served.links()

    logged = json.dumps([str(vars(record)) for record in caplog.records])
    assert "ats.hint_ended" in logged
    assert "CANARY" not in logged


async def test_s27_a_flood_of_edits_spends_no_more_than_the_quota(ats: FakeAts, tmp_path: Path) -> None:
    """What a look takes of a model is on the tenant's bill; when the day is spent, the next one waits for midnight."""
    dues = select(HINTS.c.due).where(HINTS.c.tries == 1, HINTS.c.owner.is_(None)).order_by(HINTS.c.system.desc())
    found: list[datetime | None] = []
    async with FaultServer(VALID) as model:
        settings = {"database_url": ready_file(tmp_path), "openai_base_url": model.base_url, "engine": "llm"}
        made = service(bootstrap.read_settings().model_copy(update={**settings, "tokens_per_day": INPUT_TOKENS}))
        async with asking(create(lambda: made)) as client:
            served = Served(made, client, ats)
            for place, system in enumerate(HEADERS, 1):
                await served.send(system, EVENTS[system])
                async with asyncio.timeout(90):
                    while len(found) < place:
                        await asyncio.sleep(0.05)
                        async with made.database.reading() as connection:
                            found = list(await connection.scalars(dues))
            (day,) = (await client.get("/v1/usage")).json()["days"]
            assert len(await served.links()) == 1

    assert found[0] is None
    assert found[1] is not None
    assert abs(found[1] - midnight_after(datetime.now(UTC))) < timedelta(minutes=1)
    assert (day["calls"], day["input_tokens"]) == (model.calls, model.calls * INPUT_TOKENS)
