"""A new batch over HTTP: once for all with a key, as a list or a file, followed by its events."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.requests import ClientDisconnect

from asked import asking
from databases import ready_file
from doubles.batches import add_batch
from unbland import bootstrap
from unbland.application.batch.model import ItemState, Via
from unbland.bootstrap.service import Service, service
from unbland.edges.http.app import create

TEXT = "Ferry Clerk\n\nDuties\n- Sell tickets for {} ferries\n- Count the till at 18:00\n"
LINES = {"Content-Type": "application/x-ndjson"}


@pytest.fixture
def made(tmp_path: Path) -> Service:
    """A service."""
    changed = {"database_url": ready_file(tmp_path), "drain_seconds": 5}
    return service(bootstrap.read_settings().model_copy(update=changed))


@pytest.fixture
async def client(made: Service) -> AsyncIterator[httpx2.AsyncClient]:
    """What asks it while it runs."""
    async with asking(create(lambda: made)) as asks:
        yield asks


@pytest.fixture
def _idle(made: Service) -> None:
    """Nobody works on batches, so that only what comes in is seen."""
    made.batch.worker.stop()


def _posting(key: str) -> dict[str, Any]:
    return {"custom_id": key, "draft": {"content": TEXT.format(key)}}


def _lines(*keys: str) -> bytes:
    return "".join(json.dumps(_posting(key)) + "\n" for key in keys).encode()


async def _ask(
    client: httpx2.AsyncClient, body: bytes | AsyncIterator[bytes], key: str, **query: str
) -> httpx2.Response:
    return await client.post("/v1/batches", content=body, headers={**LINES, "Idempotency-Key": key}, params=query)


async def _events(client: httpx2.AsyncClient, id_: str, after: str = "") -> list[dict[str, str]]:
    """The events of a batch until it is over."""
    answer = await client.get(f"/v1/batches/{id_}/events", headers={"Last-Event-ID": after} if after else {})
    assert answer.headers["content-type"].startswith("text/event-stream")
    blocks = [block for block in answer.text.split("\n\n") if block.startswith("event:")]
    return [dict(line.split(": ", 1) for line in block.splitlines()) for block in blocks]


async def _items(made: Service, id_: str) -> list[tuple[str, str, str]]:
    """Key, place and machine word of what a batch holds."""
    batch = await made.batch.batches.get("local", id_)
    found = made.batch.batches.items(batch, tuple(ItemState))
    return [(each.labels.key, each.labels.place, each.failure.code if each.failure else "") async for each in found]


@pytest.mark.usefixtures("_idle")
async def test_b4_a_key_that_is_sent_again_leads_to_the_same_batch(client: httpx2.AsyncClient) -> None:
    """Another body or other options are refused, and another key is another batch."""
    first = await _ask(client, _lines("1", "2"), "once")
    id_ = first.json()["id"]
    assert (first.status_code, first.headers["location"]) == (201, f"/v1/batches/{id_}")
    again = await _ask(client, _lines("1", "2"), "once")
    assert (again.status_code, again.json()["id"]) == (201, id_)
    assert again.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in first.headers

    for body, query in ((_lines("1"), {}), (_lines("1", "2"), {"rpm": "9"})):
        refused = await _ask(client, body, "once", **query)
        assert (refused.status_code, refused.json()["code"]) == (422, "key_reused")
    assert (await _ask(client, _lines("1", "2"), "two")).json()["id"] != id_
    assert (await _ask(client, _lines("1"), "a b")).status_code == 400
    assert len((await client.get("/v1/batches")).json()["data"]) == 2


@pytest.mark.usefixtures("_idle")
async def test_a_word_that_no_query_knows_is_refused(client: httpx2.AsyncClient) -> None:
    """A limit that is misspelt would hold for nobody; where there are other words they are told."""
    refused = await _ask(client, _lines("1"), "once", tokens="9")
    assert refused.status_code == 422
    assert "there are engine, verify, max_tokens, rpm, tpm, column" in refused.json()["detail"]
    made = (await _ask(client, _lines("1"), "once")).json()["id"]
    refused = await client.post(f"/v1/batches/{made}/resume", params={"max_cost": "9"})
    assert (refused.status_code, "max_tokens, rpm, tpm" in refused.json()["detail"]) == (422, True)
    assert (await client.get("/v1/batches", params={"after": made})).status_code == 422


@pytest.mark.usefixtures("_idle")
async def test_b5_a_key_whose_body_still_comes_is_in_flight_and_free_when_it_breaks_off(
    client: httpx2.AsyncClient,
) -> None:
    """Whoever asks meanwhile comes back in a second; the sender that goes away leaves nothing behind."""
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow() -> AsyncIterator[bytes]:
        yield _lines("1")
        begun.set()
        await go_on.wait()
        raise ClientDisconnect

    sending = asyncio.create_task(_ask(client, slow(), "once"))
    await begun.wait()
    meanwhile = await _ask(client, _lines("1"), "once")
    assert (meanwhile.status_code, meanwhile.json()["code"], meanwhile.headers["retry-after"]) == (
        409,
        "in_flight",
        "1",
    )
    (coming,) = (await client.get("/v1/batches")).json()["data"]
    for verb in ("resume", "cancel"):
        refused = await client.post(f"/v1/batches/{coming['id']}/{verb}")
        assert (refused.status_code, refused.json()["code"]) == (409, "batch_coming")
    assert (await client.get("/v1/batches")).json()["data"] == [coming]
    go_on.set()
    with suppress(Exception):  # nobody is there to hear the answer
        await sending

    assert (await client.get("/v1/batches")).json()["data"] == []
    assert (await _ask(client, _lines("1"), "once")).status_code == 201


async def test_a_batch_that_goes_by_the_file_is_not_worked_on_here(client: httpx2.AsyncClient, made: Service) -> None:
    """All of it would be asked live, and what came by the file would be paid for twice."""
    await add_batch(made.database, "batch_1", "local", via=Via.OPENAI_BATCH)
    refused = await client.post("/v1/batches/batch_1/resume")

    assert (refused.status_code, refused.json()["code"]) == (409, "batch_by_file")
    assert "`unbland batch resume`" in refused.json()["detail"]
    await made.batch.worker.resume()
    assert (await client.get("/v1/batches/batch_1")).json()["request_counts"]["completed"] == 0


@pytest.mark.usefixtures("_idle")
async def test_a_list_is_as_good_as_lines(client: httpx2.AsyncClient, made: Service) -> None:
    """What of it is no posting is an error of its own."""
    answer = await client.post("/v1/batches", json=[_posting("1"), 7, {"draft": {"content": TEXT.format("x")}}])

    assert await _items(made, answer.json()["id"]) == [
        ("1", "item 1", ""),
        ("item-2", "item 2", "invalid_line"),
        ("item-3", "item 3", ""),
    ]


@pytest.mark.usefixtures("_idle")
async def test_a_table_is_read_by_its_columns_which_are_shown(client: httpx2.AsyncClient, made: Service) -> None:
    """Guessed, or told; a column that is not there, or none that could be the text, is a refusal with the way out."""
    table = 'id,headline,text\n7,Clerk,"Sell tickets for 3 ferries"\n8,Baker,"Bake 40 loaves by 5:00"\n'.encode(
        "utf-16"
    )
    files = {"file": ("jobs.csv", table)}
    answer = await client.post("/v1/batches", files=files, params={"column": "title=headline"})
    assert answer.status_code == 201, answer.text
    assert answer.json()["columns"] == {"title": "headline", "body": "text", "key": "id"}
    assert [key for key, _, _ in await _items(made, answer.json()["id"])] == ["7", "8"]

    for column in ("body=nowhere", "body"):
        assert (await client.post("/v1/batches", files=files, params={"column": column})).status_code == 422
    unclear = await client.post("/v1/batches", files={"file": ("jobs.csv", b"a,b\n1,2\n")})
    assert unclear.status_code == 422
    assert "?column=body=" in unclear.json()["detail"]
    empty = await client.post("/v1/batches", files={"file": ("jobs.csv", b"id,text\n")})
    assert (empty.status_code, empty.json()["detail"][:27]) == (400, "The file holds no postings;")
    assert len((await client.get("/v1/batches")).json()["data"]) == 1


@pytest.mark.usefixtures("_idle")
async def test_a_zip_of_files_is_read_and_what_is_no_file_of_postings_is_refused(
    client: httpx2.AsyncClient, made: Service
) -> None:
    """By its name; two files, a field beside it, and a file under another name are no form of ours."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/one.md", "# Ferry Clerk\n\n- Sell tickets for 3 ferries\n")
        archive.writestr("two.html", "<h1>Baker</h1><ul><li>Bake 40 loaves by 5:00</li></ul>")
        archive.writestr("../../picture.png", b"no posting")
    answer = await client.post("/v1/batches", files={"file": ("jobs.zip", packed.getvalue())})
    assert [key for key, _, _ in await _items(made, answer.json()["id"])] == ["a/one.md", "two.html"]

    refused: dict[int, list[Any]] = {
        415: [{"file": ("jobs.parquet", b"PAR1")}, {"file": ("jobs", b"x")}],
        400: [{"other": ("jobs.csv", b"text\nx\n")}, [("file", ("a.csv", b"text\n")), ("file", ("b.csv", b"text\n"))]],
        422: [{"file": ("jobs.zip", b"no zip")}, {"file": ("jobs.json", b"no json")}],
    }
    for status, forms in refused.items():
        for form in forms:
            found = await client.post("/v1/batches", files=form)
            assert (found.status_code, found.headers["content-type"]) == (status, "application/problem+json"), form
    beside = await client.post("/v1/batches", files={"file": ("a.csv", b"text\nx\n")}, data={"rpm": "5"})
    assert beside.status_code == 400


async def test_b38_a_batch_is_followed_to_its_end(client: httpx2.AsyncClient) -> None:
    """What was told is not told again; the last event comes whenever it is asked for; a stranger's id is none."""
    answer = await _ask(client, _lines(*map(str, range(30))), "k")
    id_ = answer.json()["id"]
    events = await _events(client, id_)
    last = json.loads(events[-1]["data"])

    assert events[-1]["event"] == "completed"
    assert {event["event"] for event in events[:-1]} <= {"progress"}
    assert (last["batch"], last["request_counts"]["completed"]) == (id_, 30)
    assert len({event["id"] for event in events}) == len(events)
    assert await _events(client, id_, events[-1]["id"]) == events[-1:]
    assert (await client.get("/v1/batches/batch_none/events")).status_code == 404
