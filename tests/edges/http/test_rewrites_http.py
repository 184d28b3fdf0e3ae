"""Lasting rewrites over HTTP: waited for or followed, once for all, answered, decided on, each its tenant's own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import event

from asked import asking
from databases import KINDS, ready_url
from unbland import bootstrap
from unbland.application.result import Rewrite
from unbland.application.review import Draft
from unbland.application.rewrite import Engine, Rewriter
from unbland.bootstrap import Application
from unbland.bootstrap.service import Service, service_over
from unbland.core.facts import NO_FACTS, CompanyFacts
from unbland.edges.http.app import create
from unbland.errors import BadFacts

BODY = {"draft": {"content": "Ferry Clerk\n\nDuties\n- Sell tickets for 3 ferries\n- Count the till at 18:00\n"}}
ANSWER = {"facts": {"hiring_reason": "A third ferry sails from May.", "pay": {"min": 31000, "max": 34000}}}


class Held(Rewriter):
    """The editor, held back until it is let go, and counted."""

    def __init__(self) -> None:
        """Hold nothing back yet."""
        super().__init__(chain=None, new_id=lambda: "", seconds=30)
        self.open = asyncio.Event()
        self.open.set()
        self.begun = 0
        self.asked = asyncio.Event()
        self.failure: Exception | None = None

    async def rewrite(
        self, draft: Draft, facts: CompanyFacts = NO_FACTS, engine: Engine = Engine.AUTO, *, verify: bool = True
    ) -> Rewrite:
        """The editor's rewrite, when it is let go."""
        self.begun += 1
        self.asked.set()
        await self.open.wait()
        if self.failure is not None:
            raise self.failure
        return await super().rewrite(draft, facts, engine, verify=verify)


@dataclass
class Running:
    """A service under way, its client, and who rewrites."""

    service: Service
    client: httpx2.AsyncClient
    rewriter: Held = field(default_factory=Held)


@asynccontextmanager
async def _running(url: str, rewriter: Held) -> AsyncIterator[Running]:
    settings = bootstrap.read_settings().model_copy(update={"database_url": url, "drain_seconds": 0.2})

    async def nothing() -> None:
        """Hold nothing."""

    application = Application(rewriter=rewriter, settings=settings, model=None, aclose=nothing)
    service = service_over(application)
    app = create(lambda: service)
    async with asking(app) as client:
        yield Running(service, client, rewriter)


@pytest.fixture(params=KINDS)
async def running(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Running]:
    """A service on each kind of database."""
    with ready_url(request.param, tmp_path) as url:
        async with _running(url, Held()) as made:
            yield made


async def test_a_rewrite_is_answered_at_once_where_it_is_done_in_time(running: Running) -> None:
    """200 with the whole result, and where it lasts."""
    answer = await running.client.post("/v1/rewrites", json=BODY, headers={"Prefer": "wait=20"})

    assert answer.status_code == 200
    assert answer.headers["preference-applied"] == "wait=20"
    assert answer.json()["state"] == "done"
    assert answer.json()["posting"]["title"] == "Ferry Clerk"
    again = await running.client.get(answer.headers["location"])
    assert again.json() == answer.json()


@pytest.mark.parametrize("prefer", ["respond-async", "wait=0", 'handling=lenient; wait="0"'])
async def test_b22_a_rewrite_that_takes_longer_is_followed(running: Running, prefer: str) -> None:
    """202 and where to look; later the result is there."""
    running.rewriter.open.clear()
    answer = await running.client.post("/v1/rewrites", json=BODY, headers={"Prefer": prefer})

    assert answer.status_code == 202
    assert answer.json()["state"] in {"queued", "running"}
    assert answer.headers["retry-after"] == "1"
    running.rewriter.open.set()
    await _over(running, answer.headers["location"])


@pytest.mark.parametrize(
    "body",
    [
        BODY | {"facts": {"hiring_reason": "A third ferry sails.\x00"}},
        BODY | {"facts": {"company": {"name": "North\x00lane"}}},
        {
            "draft": {
                "format": "jsonld",
                "content": {"@type": "JobPosting", "description": "<p>Cook</p>", "x": ["\x00"]},
            }
        },
        {"draft": {"format": "jsonld", "content": {"@type": "JobPosting", "description": "<p>Cook</p>", "\x00": 1}}},
    ],
)
async def test_b39_what_no_database_keeps_is_refused_in_words(running: Running, body: dict[str, object]) -> None:
    """A NUL in the facts or anywhere in a vendor's document; a backslash before `u0000` is text."""
    answer = await running.client.post("/v1/rewrites", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "not_text")

    done = await running.client.post("/v1/rewrites", json=BODY | {"facts": {"notes": ["The key is \\u0000"]}})
    assert done.status_code == 200
    place = f"{done.headers['location']}/answers"
    answer = await running.client.post(place, json={"facts": {"goals": ["Sail\x00"]}})
    assert (answer.status_code, answer.json()["code"]) == (422, "not_text")


async def test_b34_one_key_makes_one_rewrite(running: Running) -> None:
    """Fifty requests at once: one rewrite is begun; the others are told to ask again, or get it."""
    answers = await asyncio.gather(
        *(running.client.post("/v1/rewrites", json=BODY, headers={"Idempotency-Key": "job-7"}) for _ in range(50))
    )

    assert {answer.status_code for answer in answers} <= {200, 409}
    assert len({answer.json()["id"] for answer in answers if answer.status_code == 200}) == 1
    assert running.rewriter.begun == 1
    again = await running.client.post("/v1/rewrites", json=BODY, headers={"Idempotency-Key": "job-7"})
    assert (again.status_code, again.headers["idempotency-replayed"]) == (200, "true")


async def test_a_request_in_flight_is_a_conflict(running: Running) -> None:
    """409, and when to ask again."""
    running.rewriter.open.clear()
    headers = {"Idempotency-Key": "job-7", "Prefer": "respond-async"}
    await running.client.post("/v1/rewrites", json=BODY, headers=headers)
    second = await running.client.post("/v1/rewrites", json=BODY, headers=headers)
    running.rewriter.open.set()

    assert (second.status_code, second.json()["code"]) == (409, "in_flight")
    assert second.headers["retry-after"] == "1"


async def test_b35_a_key_with_another_body_is_refused(running: Running) -> None:
    """422; what the key first led to is untouched."""
    headers = {"Idempotency-Key": "job-7"}
    first = await running.client.post("/v1/rewrites", json=BODY, headers=headers)
    other = {"draft": {"content": "Baker\n\nDuties\n- Bake 40 loaves"}}
    second = await running.client.post("/v1/rewrites", json=other, headers=headers)

    assert (second.status_code, second.json()["code"]) == (422, "key_reused")
    assert (await running.client.get(first.headers["location"])).json() == first.json()


async def test_b36_what_failed_is_done_again_and_not_replayed(running: Running) -> None:
    """The same rewrite, driven again under the same key; no failure is kept for ever."""
    running.rewriter.failure = RuntimeError("DRAFT-CANARY")
    headers = {"Idempotency-Key": "job-7"}
    first = await running.client.post("/v1/rewrites", json=BODY, headers=headers)
    running.rewriter.failure = None
    second = await running.client.post("/v1/rewrites", json=BODY, headers=headers)

    assert (first.status_code, first.json()["code"]) == (500, "internal_error")
    assert "CANARY" not in first.text
    assert (second.status_code, second.headers["idempotency-replayed"]) == (200, "true")
    assert running.rewriter.begun == 2


@pytest.mark.parametrize("key", ["", "a b", "é", "x" * 256])
async def test_a_key_that_is_none_is_refused(running: Running, key: str) -> None:
    """400, in one sentence, and not as a body that is no JSON."""
    headers = {b"Idempotency-Key": key.encode("latin-1")}
    answer = await running.client.post("/v1/rewrites", json=BODY, headers=headers)

    assert (answer.status_code, answer.json()["code"]) == (400, "unusable_key")
    assert "Idempotency-Key" in answer.json()["detail"]


@pytest.mark.parametrize(
    "nulls",
    [{"options": None}, {"options": {"engine": None, "verify": None}}, {"draft": {**BODY["draft"], "format": None}}],
)
async def test_null_is_what_nobody_has_stated(running: Running, nulls: dict[str, object]) -> None:
    """Many clients write it for what they leave out; what must be there is still missed."""
    assert (await running.client.post("/v1/rewrites", json={**BODY, **nulls})).status_code == 200
    missed = await running.client.post("/v1/rewrites", json={"draft": None})
    assert (missed.status_code, missed.json()["errors"][0]["pointer"]) == (422, "/draft")


@pytest.mark.parametrize(
    "nulls", [{"off": None, "jurisdictions": None}, {"off": [None], "jurisdictions": [None, "GB"]}]
)
async def test_null_in_a_list_is_what_nobody_has_stated(running: Running, nulls: dict[str, object]) -> None:
    """In the options of a review as in facts; a number there is still refused."""
    draft = {"draft": BODY["draft"]}
    assert (await running.client.post("/v1/reviews", json=draft | {"options": nulls})).status_code == 200
    refused = await running.client.post("/v1/reviews", json=draft | {"options": {"off": [None, 3]}})
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_body")


async def test_b37_a_client_that_leaves_loses_no_work(running: Running) -> None:
    """It gave up waiting; the rewrite goes on and is there."""
    running.rewriter.open.clear()
    waiting = asyncio.create_task(running.client.post("/v1/rewrites", json=BODY))
    await running.rewriter.asked.wait()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    running.rewriter.open.set()

    (listed,) = (await running.client.get("/v1/rewrites")).json()["data"]
    await _over(running, f"/v1/rewrites/{listed['id']}")
    assert running.rewriter.begun == 1


async def test_b38_events_resume_without_a_gap_or_a_repeat(running: Running) -> None:
    """From the start, from the middle, and after the end; the last one says that it is over."""
    done = await running.client.post("/v1/rewrites", json=BODY)
    path = done.headers["location"] + "/events"
    whole = await _events(running, path)
    rest = await _events(running, path, after=whole[0]["id"])
    ended = [await running.client.get(path, headers={"Last-Event-ID": after}) for after in (whole[-1]["id"], "99")]
    none_seen = await running.client.get(path, headers={"Last-Event-ID": ""})

    assert none_seen.text.count("event: ") == len(whole)
    assert [event["event"] for event in whole] == ["queued", "running", "done"]
    assert [event["id"] for event in whole] == ["1", "2", "3"]
    assert rest == whole[1:]
    assert [(answer.status_code, answer.text) for answer in ended] == [(204, "")] * 2  # a browser asks no more


@pytest.mark.parametrize("after", ["9223372036854775808", "-1", "two"])
async def test_an_event_that_cannot_be_is_refused(running: Running, after: str) -> None:
    """Before the stream begins, which could no longer say so."""
    done = await running.client.post("/v1/rewrites", json=BODY)
    answer = await running.client.get(done.headers["location"] + "/events", headers={"Last-Event-ID": after})

    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_body")
    assert answer.json()["detail"].count("last-event-id") == len(answer.json()["errors"]) == 1


async def test_events_come_while_the_work_goes_on(running: Running) -> None:
    """Whoever follows sees the end when it comes, not when it asks."""
    running.rewriter.open.clear()
    begun = await running.client.post("/v1/rewrites", json=BODY, headers={"Prefer": "respond-async"})
    following = asyncio.create_task(_events(running, begun.headers["location"] + "/events"))
    await running.rewriter.asked.wait()
    assert not following.done()
    running.rewriter.open.set()

    assert [event["event"] for event in await following][-1] == "done"


async def test_whoever_follows_costs_the_database_little(running: Running) -> None:
    """One row is looked at, less and less often, and no text is read; else a few hundred hold up everybody."""
    running.rewriter.open.clear()
    begun = await running.client.post("/v1/rewrites", json=BODY, headers={"Prefer": "respond-async"})
    await running.rewriter.asked.wait()
    following = asyncio.create_task(_events(running, begun.headers["location"] + "/events"))
    await asyncio.sleep(0.3)
    looks: list[str] = []

    def heard(*about: Any) -> None:  # noqa: ANN401 - what SQLAlchemy hands over
        if about[2].startswith("SELECT rewrite"):
            looks.append(about[2])

    event.listen(running.service.database.engine.sync_engine, "before_cursor_execute", heard)
    clock = asyncio.get_running_loop().time
    start = clock()
    await asyncio.sleep(2)
    seconds = clock() - start  # a busy machine sleeps longer, and looks go on meanwhile
    event.remove(running.service.database.engine.sync_engine, "before_cursor_execute", heard)
    running.rewriter.open.set()

    assert [told["event"] for told in await following] == ["queued", "running", "done"]
    assert 1 <= len(looks) <= 4 * seconds
    assert not any("rewrites.result" in look for look in looks)


async def test_s21_whoever_follows_a_tenant_that_is_forgotten_is_told_no_more(running: Running) -> None:
    """The stream ends, and nothing crashes."""
    running.rewriter.open.clear()
    begun = await running.client.post("/v1/rewrites", json=BODY, headers={"Prefer": "respond-async"})
    await running.rewriter.asked.wait()
    following = asyncio.create_task(_events(running, begun.headers["location"] + "/events"))
    await asyncio.sleep(0.3)
    await running.service.rewrites.forget("local")
    running.rewriter.open.set()

    assert [event["event"] for event in await following] == ["queued", "running"]
    assert "unbland_crashes_total{" not in (await running.client.get("/metrics")).text


async def test_answers_make_the_next_revision(running: Running) -> None:
    """The facts that were asked for are in it; the first revision stays as it was, and both are listed."""
    first = (await running.client.post("/v1/rewrites", json=BODY)).json()
    assert "hiring_reason" in {question["field"] for question in first["questions"]}

    second = (await running.client.post(f"/v1/rewrites/{first['id']}/answers", json=ANSWER)).json()

    assert (second["revision"], second["family"]) == (2, first["id"])
    assert "A third ferry sails from May." in second["rendered"]["markdown"]
    assert "hiring_reason" not in {question["field"] for question in second["questions"]}
    revisions = (await running.client.get(f"/v1/rewrites/{second['id']}/revisions")).json()["data"]
    assert [revision["id"] for revision in revisions] == [first["id"], second["id"]]
    assert revisions[0] == first


async def test_answers_add_to_the_answers_before(running: Running) -> None:
    """A third revision knows what the second was told."""
    first = (await running.client.post("/v1/rewrites", json=BODY)).json()
    await running.client.post(f"/v1/rewrites/{first['id']}/answers", json=ANSWER)
    more = {"facts": {"benefits": ["25 days off"], "pay": {"currency": "EUR"}}}
    third = (await running.client.post(f"/v1/rewrites/{first['id']}/answers", json=more)).json()

    assert third["revision"] == 3
    text = third["rendered"]["markdown"]
    assert "A third ferry sails from May." in text
    assert "31,000" in text
    assert "25 days off" in text


async def test_answers_that_cannot_be_are_refused(running: Running) -> None:
    """A maximum below the minimum that was said before."""
    first = (await running.client.post("/v1/rewrites", json=BODY)).json()
    second = (await running.client.post(f"/v1/rewrites/{first['id']}/answers", json=ANSWER)).json()
    wrong = await running.client.post(f"/v1/rewrites/{second['id']}/answers", json={"facts": {"pay": {"max": 100}}})

    assert (wrong.status_code, wrong.json()["code"]) == (422, "bad_facts")


async def test_answers_at_once_follow_on_each_other(running: Running) -> None:
    """Four people answer in the same moment: each gets a revision, and the last one knows what all of them said."""
    first = (await running.client.post("/v1/rewrites", json=BODY)).json()
    path = f"/v1/rewrites/{first['id']}/answers"
    said = [f"Fluent {language}" for language in ("French", "Welsh", "Danish", "Greek")]

    answers = await asyncio.gather(
        *(running.client.post(path, json={"facts": {"must_have": [demand]}}) for demand in said)
    )

    assert {answer.status_code for answer in answers} == {200}
    made = sorted((answer.json() for answer in answers), key=lambda revision: revision["revision"])
    assert [revision["revision"] for revision in made] == [2, 3, 4, 5]
    assert [demand for demand in said if demand not in made[-1]["rendered"]["markdown"]] == []


async def test_b34_one_key_makes_one_revision(running: Running) -> None:
    """Answers that are sent twice at once, and again when another's would contradict them, are put in once."""
    first = (await running.client.post("/v1/rewrites", json=BODY)).json()
    path = f"/v1/rewrites/{first['id']}/answers"
    low, high = {"facts": {"pay": {"min": 90}}}, {"facts": {"pay": {"min": 50, "max": 80}}}

    both = await asyncio.gather(
        *(running.client.post(path, json=low, headers={"Idempotency-Key": "low"}) for _ in range(2))
    )
    await running.client.post(path, json=high)
    again = await running.client.post(path, json=low, headers={"Idempotency-Key": "low"})

    assert {answer.status_code for answer in both} <= {200, 409}
    assert (again.status_code, again.headers["idempotency-replayed"]) == (200, "true")
    revisions = (await running.client.get(f"/v1/rewrites/{first['id']}/revisions")).json()["data"]
    assert [revision["revision"] for revision in revisions] == [1, 2, 3]


async def test_b61_the_first_decision_counts(running: Running) -> None:
    """Two people at once: one of them is told that the other was first; a repeat of the first is no conflict."""
    made = (await running.client.post("/v1/rewrites", json=BODY)).json()
    path = f"/v1/rewrites/{made['id']}"
    both = await asyncio.gather(
        running.client.post(f"{path}/accept", json={"by": "ann"}),
        running.client.post(f"{path}/reject", json={"by": "bob"}),
    )

    assert sorted(answer.status_code for answer in both) == [200, 409]
    winner = next(answer for answer in both if answer.status_code == 200).json()["decision"]
    loser = next(answer for answer in both if answer.status_code == 409).json()
    assert winner["by"] in loser["detail"]
    assert (await running.client.get(path)).json()["decision"] == winner
    action = "accept" if winner["verdict"] == "accepted" else "reject"
    assert (await running.client.post(f"{path}/{action}", json={"by": winner["by"]})).status_code == 200


async def test_nothing_is_decided_on_what_is_not_done(running: Running) -> None:
    """409, and what to do."""
    running.rewriter.open.clear()
    begun = await running.client.post("/v1/rewrites", json=BODY, headers={"Prefer": "respond-async"})
    early = await running.client.post(begun.headers["location"] + "/accept", json={"by": "ann"})
    running.rewriter.open.set()

    assert (early.status_code, early.json()["code"]) == (409, "not_done")


async def test_pages_hold_everything_once(running: Running) -> None:
    """The newest first, by the last id."""
    for _ in range(5):
        await running.client.post("/v1/rewrites", json=BODY)
    ids: list[str] = []
    more = True
    while more:
        query = {"limit": 2} | ({"starting_after": ids[-1]} if ids else {})
        page = (await running.client.get("/v1/rewrites", params=query)).json()
        ids += [item["id"] for item in page["data"]]
        more = page["has_more"]

    assert len(ids) == len(set(ids)) == 5


async def test_a_failure_of_the_draft_is_told_as_if_it_had_failed_at_once(running: Running) -> None:
    """The status and the machine word of the error, now and when the rewrite is looked at."""
    running.rewriter.failure = BadFacts("The facts are upside down.")
    answer = await running.client.post("/v1/rewrites", json=BODY)

    assert (answer.status_code, answer.json()["code"]) == (422, "bad_facts")
    (listed,) = (await running.client.get("/v1/rewrites")).json()["data"]
    assert listed["failure"] == {"code": "bad_facts", "detail": "The facts are upside down."}


async def test_a_draft_without_text_is_refused_before_anything_is_kept(running: Running) -> None:
    """422, and no rewrite."""
    answer = await running.client.post("/v1/rewrites", json={"draft": {"content": " "}})

    assert (answer.status_code, answer.json()["code"]) == (422, "empty_draft")
    assert (await running.client.get("/v1/rewrites")).json()["data"] == []


@pytest.mark.parametrize("kind", KINDS)
async def test_b24_a_service_that_stopped_in_the_middle_goes_on(kind: str, tmp_path: Path) -> None:
    """What was queued and what was begun is done by the next process."""
    with ready_url(kind, tmp_path) as url:
        held = Held()
        held.open.clear()
        async with _running(url, held) as first:
            begun = await first.client.post("/v1/rewrites", json=BODY, headers={"Prefer": "respond-async"})
            path = begun.headers["location"]
        async with _running(url, Held()) as second:
            record = await _over(second, path)

    assert record["state"] == "done"


async def _over(running: Running, path: str) -> dict[str, object]:
    """The rewrite, once its last event has come."""
    await _events(running, f"{path}/events")
    return dict((await running.client.get(path)).json())


async def _events(running: Running, path: str, after: str | None = None) -> list[dict[str, str]]:
    """Every event of a stream, until it ends."""
    headers = {"Last-Event-ID": after} if after else {}
    answer = await running.client.get(path, headers=headers)
    assert answer.headers["content-type"].startswith("text/event-stream")
    blocks = [block for block in answer.text.split("\n\n") if block and not block.startswith(":")]
    events = [dict(line.split(": ", 1) for line in block.splitlines()) for block in blocks]
    assert all(json.loads(event["data"])["rewrite"] in path for event in events)
    return events
