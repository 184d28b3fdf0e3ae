"""The systems over a real socket: lists over pages, limits, and answers that cannot be trusted."""

from __future__ import annotations

import asyncio
import json
import time
import tracemalloc
from collections.abc import AsyncIterator, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doubles.fake_ats import ASHBY_ID, ASHBY_KEY, CLIENT, GREENHOUSE_ID, LEVER_ID, LEVER_KEY, SECRET, FakeAts, Play
from unbland.adapters.connectors.calls import Limits
from unbland.adapters.connectors.items import Items
from unbland.application.connectors.model import System
from unbland.application.connectors.ports import Ats
from unbland.application.connectors.refusals import ConnectorBusy, ConnectorFailed, NoSuchPosting
from unbland.bootstrap.connectors import HOSTS, systems
from unbland.errors import NoConnector, UnblandError
from unbland.settings import ConnectorSettings

IDS = {System.GREENHOUSE: GREENHOUSE_ID, System.LEVER: LEVER_ID, System.ASHBY: ASHBY_ID}
LIST = {
    System.GREENHOUSE: ("GET", "/v3/job_posts"),
    System.LEVER: ("GET", "/v1/postings"),
    System.ASHBY: ("POST", "/jobPosting.list"),
}
READ = LIST | {System.ASHBY: ("POST", "/jobPosting.info")}
ALL = pytest.mark.parametrize("system", list(System))
LIMITS = Limits(wait=1.5, backoff=0.01, read=10, connect=10, whole=120, most_list=64_000_000)
KEYS = {
    "greenhouse_client_id": CLIENT,
    "greenhouse_client_secret": SECRET,
    "lever_api_key": LEVER_KEY,
    "ashby_api_key": ASHBY_KEY,
}


@pytest.fixture
def ats() -> Iterator[FakeAts]:
    """The three systems."""
    with FakeAts() as server:
        yield server


@pytest.fixture
async def made(ats: FakeAts) -> AsyncIterator[dict[System, Ats]]:
    """A connector for each."""
    found = systems(ConnectorSettings.model_validate(KEYS), ats.hosts, LIMITS)
    yield found
    for each in found.values():
        await each.aclose()


@ALL
async def test_a_list_goes_over_all_pages(ats: FakeAts, made: dict[System, Ats], system: System) -> None:
    """Seven postings, two a page, each once, under the key."""
    ats.more(6)

    listing = await made[system].list(100)

    assert len({each.id for each in listing.postings}) == 7
    assert listing.partial is None
    assert sum(each.path == LIST[system][1] for each in ats.asked) == 4


@ALL
async def test_a_list_ends_where_enough_is(ats: FakeAts, made: dict[System, Ats], system: System) -> None:
    """Three of seven, and it says that there are more; as many as there are is all."""
    ats.more(6)

    listing = await made[system].list(3)

    assert (len(listing.postings), listing.partial) == (3, "too_many")
    assert (await made[system].list(7)).partial is None


@ALL
async def test_b54_a_key_revoked_between_two_pages(ats: FakeAts, made: dict[System, Ats], system: System) -> None:
    """The first page stays, the list says why it ends, and nobody tries again."""
    ats.more(6)

    def revoke() -> None:
        ats.revoked = True

    method, path = LIST[system]
    ats.play(method, path, Play(before=revoke, body=_first_page(ats, system), headers=_link(ats, system)))
    listing = await made[system].list(100)

    assert [each.id for each in listing.postings] == [IDS[system]]
    assert listing.partial == "connector_auth"
    assert sum(each.path == path for each in ats.asked) == 2


def _first_page(ats: FakeAts, system: System) -> bytes:
    held = {System.GREENHOUSE: ats.greenhouse, System.LEVER: ats.lever, System.ASHBY: ats.ashby}[system]
    one = [held[IDS[system]]]
    around: dict[System, object] = {
        System.GREENHOUSE: one,
        System.LEVER: {"data": one, "hasNext": True, "next": "1"},
        System.ASHBY: {"success": True, "results": one, "moreDataAvailable": True, "nextCursor": "1"},
    }
    return json.dumps(around[system]).encode()


def _link(ats: FakeAts, system: System) -> dict[str, str]:
    return {"link": f'<{ats.url}/v3/job_posts?cursor=1>; rel="next"'} if system is System.GREENHOUSE else {}


def _board(count: int, size: int, start: bytes = b"[", end: bytes = b"]") -> Iterator[bytes]:
    """So many jobs in one answer, each of about so many bytes."""
    yield start
    for n in range(count):
        job = {"id": str(n), "title": f"Job {n}", "text": f"Job {n}", "job_id": n, "content": "<p>" + "x" * size}
        yield (b"," if n else b"") + json.dumps(job).encode()
    yield end


WHOLE = {
    System.GREENHOUSE: (b"[", b"]"),
    System.LEVER: (b'{"data": [', b'], "hasNext": false}'),
    System.ASHBY: (b'{"success": true, "results": [', b'], "moreDataAvailable": false}'),
}


@ALL
async def test_b52_5000_jobs_in_one_answer_are_streamed(ats: FakeAts, made: dict[System, Ats], system: System) -> None:
    """60 MB go through less than 8 MB of ours; every job is in the list."""
    ats.play(*LIST[system], Play(stream=lambda: _board(5000, 12_000, *WHOLE[system])))
    tracemalloc.start()
    try:
        listing = await made[system].list(100_000)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert (len(listing.postings), listing.partial) == (5000, None)
    assert peak < 8_000_000


async def test_b52_what_is_larger_is_cut_and_said(ats: FakeAts) -> None:
    """At the cap the list ends with what came so far."""
    limits = Limits(most_list=6_000_000)
    (lever,) = systems(ConnectorSettings.model_validate({"lever_api_key": LEVER_KEY}), ats.hosts, limits).values()
    ats.play("GET", "/v1/postings", Play(stream=lambda: _board(5000, 12_000, *WHOLE[System.LEVER])))

    listing = await lever.list(100_000)
    await lever.aclose()

    assert listing.partial == "too_large"
    assert 450 < len(listing.postings) < 500


@ALL
async def test_b52_one_posting_without_an_end_is_cut(ats: FakeAts, made: dict[System, Ats], system: System) -> None:
    """A single field of any size is not read to its end."""

    def endless() -> Iterator[bytes]:
        yield WHOLE[system][0] + b'{"id": "1", "content": "'
        for _ in range(500):
            yield b"x" * 65_536

    ats.play(*LIST[system], Play(stream=endless))
    assert (await made[system].list(10)).partial == "connector_failed"
    ats.play(*READ[system], Play(stream=endless))
    with pytest.raises(ConnectorFailed):
        await made[system].fetch(IDS[system])


@ALL
async def test_s14_a_redirect_is_not_followed(ats: FakeAts, made: dict[System, Ats], system: System) -> None:
    """Another host is not asked, and gets no key; neither for a read nor for a write."""
    with FakeAts() as attacker:
        for method, path in (READ[system], WRITE[system]):
            ats.play(method, path, Play(status=308, headers={"location": f"{attacker.url}{path}"}))
        with pytest.raises(ConnectorFailed):
            await made[system].fetch(IDS[system])
        with pytest.raises(UnblandError):
            await made[system].write(IDS[system], {"content": "x", "descriptionBody": "x"})

        assert attacker.asked == []


WRITE = {
    System.GREENHOUSE: ("PATCH", "/v3/job_posts"),
    System.LEVER: ("POST", "/v1/postings"),
    System.ASHBY: ("POST", "/jobPosting.update"),
}


async def test_s14_a_next_page_elsewhere_is_asked_for_here(ats: FakeAts, made: dict[System, Ats]) -> None:
    """Of the address of Greenhouse's next page only the cursor is taken."""
    ats.more(2)
    with FakeAts() as attacker:
        link = {"link": f'<{attacker.url}/v3/job_posts?cursor=2>; rel="next"'}
        ats.play("GET", "/v3/job_posts", Play(body=b"[]", headers=link))
        listing = await made[System.GREENHOUSE].list(10)

        assert len(listing.postings) == 1
        assert attacker.asked == []


@ALL
@pytest.mark.parametrize(
    "id_", ["evil.com#", "../users", "1/../../v1/users", "", "1?x=1", "1\n2", "%2e%2e", "@evil.example", "x" * 65]
)
async def test_s13_an_id_leads_nowhere_else(ats: FakeAts, made: dict[System, Ats], system: System, id_: str) -> None:
    """What is no id is refused before a call is made, for reads and writes."""
    for call in (made[system].fetch(id_), made[system].write(id_, {"content": "x", "descriptionBody": "x"})):
        with pytest.raises((NoSuchPosting, NoConnector)):
            await call
    assert ats.asked == []


def test_s13_hosts_are_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every host is the vendor's over TLS, and no variable of the environment is read for another."""
    assert {*HOSTS.values()} == {
        "https://harvest.greenhouse.io",
        "https://auth.greenhouse.io",
        "https://api.lever.co",
        "https://api.eu.lever.co",
        "https://api.ashbyhq.com",
    }
    for name in ("HOST", "URL", "BASE_URL", "SUBDOMAIN"):
        monkeypatch.setenv(f"UNBLAND_LEVER_{name}", "https://evil.example")
    assert not any("evil" in str(value) for value in ConnectorSettings().model_dump().values())


@ALL
async def test_a_429_is_waited_for_within_limits(ats: FakeAts, made: dict[System, Ats], system: System) -> None:
    """One second is; an hour is not, and after one call."""
    ats.play(*READ[system], Play(status=429, headers={"retry-after": "1"}))
    start = time.monotonic()
    assert (await made[system].fetch(IDS[system])).id == IDS[system]
    assert time.monotonic() - start >= 1

    ats.asked.clear()
    ats.play(*READ[system], Play(status=429, headers={"retry-after": "3600"}))
    with pytest.raises(ConnectorBusy):
        await made[system].fetch(IDS[system])
    assert sum(each.path.startswith(READ[system][1]) for each in ats.asked) == 1


@ALL
async def test_a_read_that_fails_is_tried_three_times(ats: FakeAts, made: dict[System, Ats], system: System) -> None:
    """Two failures and an answer; four are one too many."""
    ats.play(*READ[system], Play(status=502), Play(drops=True))
    assert (await made[system].fetch(IDS[system])).id == IDS[system]

    ats.play(*READ[system], *[Play(status=500)] * 3)
    with pytest.raises(ConnectorFailed):
        await made[system].fetch(IDS[system])


@ALL
@pytest.mark.parametrize(
    "body", [b"<html>SECRET</html>", b"", b"[" * 100_000, b'{"data": ', b"null", b'"x"', b"\xff\xfe", b"{}"]
)
async def test_an_answer_that_is_none_is_one_sentence(
    ats: FakeAts, made: dict[System, Ats], system: System, body: bytes
) -> None:
    """A 200 that holds no posting; nothing of it is repeated."""
    ats.play(*READ[system], Play(body=body))
    with pytest.raises(UnblandError) as caught:
        await made[system].fetch(IDS[system])
    assert "SECRET" not in str(caught.value)

    ats.play(*LIST[system], Play(body=body))
    listing = await made[system].list(5)
    assert listing.postings == ()
    assert listing.partial in ({"connector_failed"} if system is not System.GREENHOUSE else {"connector_failed", None})


@ALL
async def test_a_posting_that_is_another_is_none(ats: FakeAts, made: dict[System, Ats], system: System) -> None:
    """The system gives another posting than was asked for."""
    ats.more(1)
    other = {System.GREENHOUSE: "2000", System.LEVER: "l-0", System.ASHBY: "a-0"}[system]
    body = {
        System.GREENHOUSE: [ats.greenhouse[GREENHOUSE_ID]],
        System.LEVER: {"data": ats.lever[LEVER_ID]},
        System.ASHBY: {"success": True, "results": ats.ashby[ASHBY_ID]},
    }[system]
    ats.play(*READ[system], Play(body=json.dumps(body).encode()))

    with pytest.raises(NoSuchPosting):
        await made[system].fetch(other)


async def test_greenhouse_makes_a_token_once_and_skips_prospects(ats: FakeAts, made: dict[System, Ats]) -> None:
    """A post without a job is none of ours; the token lasts for many calls, and is made once by many at once."""
    ats.more(1)
    ats.greenhouse["2000"]["job_id"] = None

    listings = await asyncio.gather(*(made[System.GREENHOUSE].list(10) for _ in range(3)))

    assert [(len(each.postings), each.skipped) for each in listings] == [(1, 1)] * 3
    assert sum(each.path == "/token" for each in ats.asked) == 1


async def test_lever_does_not_write_in_nobody_s_name(ats: FakeAts, made: dict[System, Ats]) -> None:
    """The sentence names the variable."""
    with pytest.raises(NoConnector, match="UNBLAND_LEVER_PERFORM_AS"):
        await made[System.LEVER].write(LEVER_ID, {})
    assert ats.asked == []


@given(
    st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=9) | st.integers() | st.lists(st.none()))),
    st.integers(min_value=1, max_value=50),
    st.booleans(),
)
def test_items_are_the_same_however_the_bytes_are_cut(values: list[object], size: int, named: bool) -> None:
    """In pieces of any size, in the middle of a character too."""
    whole = {"data": values, "next": "7"} if named else values
    data = json.dumps(whole, ensure_ascii=False).encode("utf-8", "surrogatepass")
    items = Items("data" if named else None)
    got: list[object] = []
    for start in range(0, len(data), size):
        got += items.feed(data[start : start + size])
    got += items.feed(b"", last=True)

    assert got == values
    assert items.around == ({"data": [], "next": "7"} if named else [])
