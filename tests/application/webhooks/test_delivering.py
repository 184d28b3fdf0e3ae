"""Deliveries on a real database to a real receiver: the schedule, one id, one end."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from standardwebhooks import Webhook

from databases import KINDS, fresh_database
from doubles.receiver import HOST, Receiver, receiving, status
from unbland.adapters.database.connection import Database
from unbland.adapters.database.rewrites import DatabaseRewrites
from unbland.adapters.database.tables import WEBHOOKS
from unbland.adapters.database.webhooks import DatabaseWebhooks
from unbland.adapters.database.work import DatabaseWork
from unbland.adapters.seal import Seal, new_key
from unbland.adapters.webhooks.sending import Doors, HttpSender
from unbland.application.review import Draft
from unbland.application.rewrites.model import Claim, Failure, Order, Record, State
from unbland.application.webhooks.delivering import Deliverer
from unbland.application.webhooks.model import SCHEDULE, Answer, Delivery, Endpoint, Fate, Told, pause
from unbland.application.webhooks.service import OVERLAP, WebhookMeans, Webhooks
from unbland.errors import NoSuchWebhook, WebhookRefused


@dataclass
class Post:
    """A tenant's webhooks, whoever delivers, and a clock that is set by hand."""

    database: Database
    receiver: Receiver
    now: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))
    doors: Doors | None = None
    count: int = 0
    #: What the secrets are sealed with.
    keys: str = ""

    @property
    def store(self) -> DatabaseWebhooks:
        """Where they last."""
        return DatabaseWebhooks(self.database, Seal(self.keys))

    async def kept(self) -> str:
        """The secrets as the database has them."""
        async with self.database.reading() as connection:
            return repr((await connection.execute(select(WEBHOOKS.c.secrets))).all())

    @property
    def means(self) -> WebhookMeans:
        """What both sides share."""
        sender = HttpSender(self.doors or self.receiver.doors())
        return WebhookMeans(store=self.store, sender=sender, now=lambda: self.now, new_id=self._new_id)

    def _new_id(self) -> str:
        self.count += 1
        return f"we_{self.count}"

    @property
    def webhooks(self) -> Webhooks:
        """The use cases."""
        return Webhooks(self.means)

    async def endpoint(self, *events: Told) -> Endpoint:
        """An endpoint of the tenant."""
        return await self.webhooks.create("acme", self.receiver.url, events)

    async def end(self, id_: str = "rw_1", tenant: str = "acme") -> None:
        """A rewrite that failed, as the work ends it."""
        draft = Draft(content="Cook\n\n- Cook lunch for 40\n")
        record = Record(
            id=id_,
            tenant=tenant,
            family=id_,
            revision=1,
            state=State.QUEUED,
            order=Order(draft=draft),
            created=self.now,
            updated=self.now,
        )
        await DatabaseRewrites(self.database).add(record)
        work, claim = DatabaseWork(self.database), Claim(owner="w", until=self.now + timedelta(seconds=30))
        begun = await work.claim(id_, claim, self.now)
        assert begun is not None
        assert await work.finish(begun, "w", Failure(code="empty_draft", detail="None."), self.now)

    async def deliver(self) -> int:
        """One look for what is due."""
        return await Deliverer(self.means).deliver()

    async def one(self, endpoint: Endpoint) -> Delivery:
        """The only delivery."""
        (found,) = await self.webhooks.deliveries("acme", endpoint.id, 10)
        return found


@pytest.fixture(params=KINDS)
async def post(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Post]:
    """An empty database, and a receiver that takes everything."""
    async with fresh_database(request.param, tmp_path) as database, receiving(tmp_path) as receiver:
        yield Post(database, receiver)


async def test_the_end_of_a_rewrite_is_told_once_signed_and_without_a_text(post: Post) -> None:
    """To the tenant's endpoints alone, and to those that want to know."""
    endpoint = await post.endpoint()
    await post.endpoint(Told.DONE)
    await post.webhooks.create("other", post.receiver.url, ())
    await post.end()

    assert await post.deliver() == 1
    assert await post.deliver() == 0
    (got,) = post.receiver.got
    said = Webhook(endpoint.secrets[0].text).verify(got.body, dict(got.headers))
    data = {"id": "rw_1", "family": "rw_1", "revision": 1}
    assert said == {"type": "rewrite.failed", "timestamp": post.now.isoformat(), "data": data}
    assert (await post.one(endpoint)).fate is Fate.DELIVERED


async def test_b43_what_fails_comes_again_by_the_schedule_and_then_no_more(post: Post) -> None:
    """Under one id, at the published times, ten attempts in all."""
    post.receiver.answers = [status(500)]
    endpoint = await post.endpoint()
    await post.end()

    for wait in SCHEDULE:
        assert await post.deliver() == 1
        delivery = await post.one(endpoint)
        assert delivery.due is not None
        assert 0.9 * wait <= delivery.due - post.now <= 1.1 * wait
        assert (delivery.fate, delivery.outcome) == (Fate.PENDING, "500")
        assert await post.deliver() == 0
        post.now = delivery.due
    assert await post.deliver() == 1
    assert (await post.one(endpoint)).fate is Fate.FAILED
    post.now += timedelta(days=3)
    assert await post.deliver() == 0
    assert len(post.receiver.got) == len(SCHEDULE) + 1 == 10
    assert len({got.headers["webhook-id"] for got in post.receiver.got}) == 1


async def test_b43_a_receiver_that_asks_for_time_gets_it(post: Post) -> None:
    """Up to a day."""
    post.receiver.answers = [status(429, retry_after="600")]
    endpoint = await post.endpoint()
    await post.end()
    await post.deliver()

    delivery = await post.one(endpoint)
    assert delivery.due is not None
    assert delivery.due - post.now == timedelta(seconds=600)
    assert pause(1, Answer(status=503, retry_after=1e12), 0.5) == timedelta(days=1)


async def test_b43_gone_switches_the_endpoint_off_until_it_has_a_new_secret(post: Post) -> None:
    """The owner reads why; what came meanwhile is not sent."""
    post.receiver.answers = [status(410)]
    endpoint = await post.endpoint()
    await post.end()
    await post.deliver()

    assert (await post.webhooks.get("acme", endpoint.id)).disabled == "It answered 410 Gone."
    assert (await post.one(endpoint)).fate is Fate.FAILED
    await post.end("rw_2")
    assert await post.deliver() == 0
    assert (await post.webhooks.rotate("acme", endpoint.id)).disabled is None
    await post.end("rw_3")
    assert await post.deliver() == 1


async def test_b43_gone_takes_back_no_secret_that_was_made_meanwhile(post: Post) -> None:
    """The owner rotates while an attempt is under way that is then answered with 410."""
    endpoint = await post.endpoint()
    await post.end()
    post.receiver.answers = [status(410)]
    made: list[Endpoint] = []

    async def resolve(_: str) -> tuple[str, ...]:
        if not made:
            post.doors = None
            made.append(await post.webhooks.rotate("acme", endpoint.id))
        return ("127.0.0.1",)

    post.doors = replace(post.receiver.doors(), resolve=resolve)
    await post.deliver()

    kept = await post.webhooks.get("acme", endpoint.id)
    assert kept.disabled == "It answered 410 Gone."
    assert kept.secrets == made[0].secrets


async def test_b43_a_receiver_that_is_silent_holds_up_nobody_else(post: Post) -> None:
    """Its deliveries run into their time-out, five at once; another tenant's go out meanwhile."""
    calls: list[asyncio.StreamWriter] = []
    async with await asyncio.start_server(lambda _, writer: calls.append(writer), "127.0.0.1", 0) as silent:
        port = silent.sockets[0].getsockname()[1]
        doors = post.receiver.doors(seconds=60)
        post.doors = replace(doors, ports=doors.ports | {port})
        await post.webhooks.create("dead", f"https://{HOST}:{port}/hook", ())
        await post.endpoint()
        for number in range(30):
            await post.end(f"rw_dead_{number}", "dead")
        for number in range(12):
            await post.end(f"rw_{number}")
        over = asyncio.Event()
        running = asyncio.create_task(Deliverer(post.means).run(over))
        async with asyncio.timeout(60):
            while len(post.receiver.got) < 12 or len(calls) < 5:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.01)
        over.set()
        for writer in calls:
            writer.close()
        await running

    assert len(calls) == 5


async def test_an_attempt_that_breaks_ends_no_other(post: Post, caplog: pytest.LogCaptureFixture) -> None:
    """It comes again when its claim has run out; the log says which it was, and none of what it was about."""
    first = await post.endpoint()
    await post.end("rw_1")
    await post.webhooks.create("other", f"{post.receiver.url}?secret", ())
    await post.end("rw_2", "other")

    class _Breaking(HttpSender):
        async def send(self, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
            if url.endswith("secret"):
                raise RuntimeError(url)
            return await super().send(url, headers, body)

    means = replace(post.means, sender=_Breaking(post.receiver.doors()))
    assert await Deliverer(means).deliver() == 2
    assert (await post.one(first)).fate is Fate.DELIVERED
    assert [record.__dict__["kind"] for record in caplog.records if record.__dict__.get("action") == "work.broke"] == [
        "webhook"
    ]
    post.now += timedelta(seconds=61)
    assert await post.deliver() == 1


async def test_b44_a_receiver_that_is_back_after_three_days_has_it_once(post: Post) -> None:
    """Each event arrives under its own id."""
    post.receiver.answers = [status(503)]
    endpoint = await post.endpoint()
    await post.end("rw_1")
    await post.end("rw_2")
    # Each pause may be a tenth shorter than planned: before this nobody has had the last attempt.
    end = post.now + 0.9 * sum(SCHEDULE, timedelta())
    while (due := [one.due for one in await post.webhooks.deliveries("acme", endpoint.id, 10) if one.due]) and min(
        due
    ) < end:
        post.now = min(due)
        await post.deliver()
    post.receiver.got.clear()
    post.receiver.answers, post.now = [status(200)], max(due)
    while await post.deliver():
        pass

    told = [json.loads(got.body)["data"]["id"] for got in post.receiver.got]
    assert sorted(told) == ["rw_1", "rw_2"]
    assert {one.fate for one in await post.webhooks.deliveries("acme", endpoint.id, 10)} == {Fate.DELIVERED}


async def test_b45_an_address_that_becomes_this_machine_is_told_to_the_owner(post: Post) -> None:
    """The second look at the name says so, and nothing is sent."""
    endpoint = await post.endpoint()
    post.doors = post.receiver.doors(**{"127.0.0.1": False})
    await post.end()
    await post.deliver()

    assert (await post.one(endpoint)).outcome == "refused_address"
    assert post.receiver.got == []
    with pytest.raises(WebhookRefused):
        await post.endpoint()


async def test_an_attempt_that_nobody_ended_is_made_again_under_its_id(post: Post) -> None:
    """As after a process that was killed; while the claim holds nobody else sends it."""
    endpoint = await post.endpoint()
    await post.end()
    begun = await DatabaseWebhooks(post.database).claim(post.now, post.now + timedelta(seconds=60), 10, 5)

    assert len(begun) == 1
    assert await post.deliver() == 0
    post.now += timedelta(seconds=61)
    assert await post.deliver() == 1
    late, _ = begun[0]
    await DatabaseWebhooks(post.database).settle(late)
    assert (await post.one(endpoint)).fate is Fate.DELIVERED
    assert post.receiver.got[0].headers["webhook-id"] == late.id


async def test_a_new_secret_signs_beside_the_one_before_for_a_day(post: Post) -> None:
    """Then it signs alone."""
    endpoint = await post.endpoint()
    fresh = await post.webhooks.rotate("acme", endpoint.id)
    await post.end("rw_1")
    await post.deliver()
    post.now += OVERLAP
    await post.end("rw_2")
    await post.deliver()

    assert fresh.secrets[0].text != endpoint.secrets[0].text
    both, alone = (got.headers["webhook-signature"].split() for got in post.receiver.got)
    assert (len(both), len(alone)) == (2, 1)
    for secret in (endpoint, fresh):
        Webhook(secret.secrets[0].text).verify(post.receiver.got[0].body, dict(post.receiver.got[0].headers))


async def test_a_second_rotation_leaves_the_first_secret_its_day(post: Post) -> None:
    """Who lost the answer to a rotation rotates again, and its receiver still has the first secret of all."""
    first = await post.endpoint()
    lost = await post.webhooks.rotate("acme", first.id)
    fresh = await post.webhooks.rotate("acme", first.id)
    await post.end("rw_1")
    await post.deliver()
    post.now += OVERLAP / 2
    await post.webhooks.rotate("acme", first.id)
    post.now += OVERLAP / 2
    await post.end("rw_2")
    await post.deliver()

    got, later = post.receiver.got
    for endpoint in (first, lost, fresh):
        Webhook(endpoint.secrets[0].text).verify(got.body, dict(got.headers))
    assert len(later.headers["webhook-signature"].split()) == 2  # no day is longer for a later rotation
    for _ in range(9):
        fresh = await post.webhooks.rotate("acme", first.id)
    assert len(fresh.secrets) == 5


async def test_of_two_rotations_at_once_none_is_lost(post: Post) -> None:
    """Both have read the endpoint before either changes it; each is told a secret, and each of those signs."""
    first = await post.endpoint()
    both = asyncio.Barrier(2)

    async def together(_: str) -> tuple[str, ...]:
        await both.wait()
        return ("127.0.0.1",)

    post.doors = replace(post.receiver.doors(), resolve=together)
    async with asyncio.timeout(60):
        rotated = await asyncio.gather(*(post.webhooks.rotate("acme", first.id) for _ in range(2)))
    post.doors = None
    await post.end()
    await post.deliver()

    (got,) = post.receiver.got
    assert len({endpoint.secrets[0].text for endpoint in rotated}) == 2
    for endpoint in (first, *rotated):
        Webhook(endpoint.secrets[0].text).verify(got.body, dict(got.headers))


async def test_every_delivery_can_be_found_page_by_page(post: Post) -> None:
    """Whoever was away for days has more to have again than a page holds; ends of one moment count apart."""
    endpoint, other = await post.endpoint(), await post.endpoint()
    for number in range(5):
        await post.end(f"rw_{number}")
        post.now += timedelta(seconds=number % 2)

    whole = [one.id for one in await post.webhooks.deliveries("acme", endpoint.id, 10)]
    seen: list[str] = []
    while page := await post.webhooks.deliveries("acme", endpoint.id, 2, seen[-1] if seen else None):
        seen += [one.id for one in page]
    assert (len(seen), seen) == (5, whole)
    with pytest.raises(NoSuchWebhook):
        await post.webhooks.deliveries("acme", other.id, 2, seen[0])


async def test_what_was_delivered_can_be_had_again(post: Post) -> None:
    """Under the same id; not by another tenant, nor through another endpoint."""
    endpoint, other = await post.endpoint(), await post.endpoint(Told.DONE)
    await post.end()
    await post.deliver()
    sent = await post.one(endpoint)

    for tenant, place in (("other", endpoint.id), ("acme", other.id)):
        with pytest.raises(NoSuchWebhook):
            await post.webhooks.replay(tenant, place, sent.id)
    assert (await post.webhooks.replay("acme", endpoint.id, sent.id)).fate is Fate.PENDING
    await post.deliver()
    assert [got.headers["webhook-id"] for got in post.receiver.got] == [sent.id, sent.id]


async def test_deliveries_go_with_their_time_and_their_tenant(post: Post) -> None:
    """What is old and over, or waits for an endpoint that is off, is deleted; with the tenant goes everything."""
    endpoint = await post.endpoint()
    await post.end()
    await post.deliver()
    store = DatabaseRewrites(post.database)

    await store.purge(post.now)
    assert len(await post.webhooks.deliveries("acme", endpoint.id, 10)) == 1
    await store.purge(post.now + timedelta(days=1))
    assert await post.webhooks.deliveries("acme", endpoint.id, 10) == ()
    post.receiver.answers = [status(500), status(410)]
    for id_ in ("rw_2", "rw_3"):
        await post.end(id_)
        await post.deliver()
    await store.purge(post.now + timedelta(days=1))
    assert await post.webhooks.deliveries("acme", endpoint.id, 10) == ()
    await store.forget("acme")
    with pytest.raises(NoSuchWebhook):
        await post.webhooks.get("acme", endpoint.id)


async def test_a_tenant_has_twenty_endpoints_at_most(post: Post) -> None:
    """The next is refused with the way out."""
    for _ in range(20):
        await post.endpoint()
    with pytest.raises(WebhookRefused, match="delete one"):
        await post.endpoint()


def test_receivers_that_come_back_are_not_met_by_all_at_once() -> None:
    """Pauses differ by a fifth."""
    pauses = [pause(3, Answer(status=500), chance) for chance in (0.0, 0.5, 1.0)]

    assert pauses == [timedelta(minutes=27), timedelta(minutes=30), timedelta(minutes=33)]


async def test_secrets_are_sealed_in_the_database_and_sign_as_before(post: Post) -> None:
    """Those from before there was a key too, after a start; a new key opens with the old one behind it."""
    first = await post.endpoint()
    assert first.secrets[0].text in await post.kept()
    post.keys = new_key()
    assert (await post.webhooks.get("acme", first.id)).secrets == first.secrets
    await post.store.seal()
    rotated = await post.webhooks.rotate("acme", first.id)
    assert "whsec_" not in await post.kept()

    post.keys = f"{new_key()},{post.keys}"
    await post.end()
    assert await post.deliver() == 1
    (got,) = post.receiver.got
    for secret in (first.secrets[0].text, rotated.secrets[0].text):
        assert Webhook(secret).verify(got.body, dict(got.headers))


@pytest.mark.parametrize("keys", ["", new_key()], ids=["no key", "another key"])
async def test_a_secret_that_no_key_opens_signs_nothing_and_is_not_lost(keys: str, post: Post) -> None:
    """Nothing is sent unsigned; the attempt says why, and with the key again the next one goes out."""
    mine = post.keys = new_key()
    endpoint = await post.endpoint()
    await post.end()
    post.keys = keys
    await post.store.seal()
    assert await post.deliver() == 1
    delivery = await post.one(endpoint)
    assert (delivery.outcome, delivery.fate, post.receiver.got) == ("sealed", Fate.PENDING, [])

    await post.webhooks.rotate("acme", endpoint.id)
    post.keys = f"{mine},{keys}".strip(",")
    assert delivery.due is not None
    post.now = delivery.due
    assert await post.deliver() == 1
    (got,) = post.receiver.got
    assert Webhook(endpoint.secrets[0].text).verify(got.body, dict(got.headers))
