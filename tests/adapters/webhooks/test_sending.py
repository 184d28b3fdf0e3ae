"""The way to endpoints: which addresses are called, what is trusted, what counts as delivered."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from doubles.receiver import HOST, SILENCE, Receiver, receiving, status
from unbland.adapters.webhooks.addresses import Resolver, is_public
from unbland.adapters.webhooks.sending import Doors, HttpSender
from unbland.errors import WebhookRefused


@pytest.fixture
async def receiver(tmp_path: Path) -> AsyncIterator[Receiver]:
    """A receiver that takes everything."""
    async with receiving(tmp_path) as made:
        yield made


def _answering(*addresses: str) -> Resolver:
    """A resolver that knows one answer."""

    async def resolve(_: str) -> tuple[str, ...]:
        return addresses

    return resolve


async def _as_the_system(host: str) -> tuple[str, ...]:
    """The address of a number in any of the forms that C libraries read, without asking the network."""
    if ":" in host:
        return (host,)
    return (socket.inet_ntoa(socket.inet_aton("127.0.0.1" if host == "localhost" else host)),)


REFUSED = [
    "http://hooks.example.com/",
    "https://hooks.example.com:22/",
    "https://hooks.example.com:8443/",
    "https://ann@hooks.example.com/",
    "https://ann:secret@hooks.example.com/",
    "https://hooks.example.com/#part",
    "https://",
    "https:///path",
    "https://[::1",
    "ftp://hooks.example.com/",
    "file:///etc/passwd",
    "https://hooks.example.com\\@127.0.0.1/",
    "https://hooks.example.com/\r\nx: y",
    "https://hooks.example.com/a b",
    "//hooks.example.com/",
    "",
    "https://" + "a" * 2100 + ".example.com/",
    "https://" + "a" * 64 + ".example.com/",
    "https://hooks..example.com/",
    "https://./",
]


@pytest.mark.parametrize("url", REFUSED)
async def test_s11_only_plain_https_is_called(url: str) -> None:
    """On its own port, with no user in it."""
    with pytest.raises(WebhookRefused):
        await HttpSender(Doors(resolve=_answering("93.184.216.34"))).vet(url)


INNER = [
    "http://169.254.169.254/latest/meta-data",
    "https://169.254.169.254/",
    "https://127.0.0.1/",
    "https://127.1/",
    "https://0x7f000001/",
    "https://2130706433/",
    "https://017700000001/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://localhost/",
    "https://0.0.0.0/",
    "https://10.0.0.1/",
    "https://192.168.1.1/",
    "https://172.16.0.1/",
    "https://100.64.0.1/",
]


@pytest.mark.parametrize("url", INNER)
async def test_s11_addresses_of_this_machine_and_its_neighbours_are_not_called(url: str) -> None:
    """However they are written: numbers are read as the system's resolver reads them."""
    with pytest.raises(WebhookRefused):
        await HttpSender(Doors(resolve=_as_the_system)).vet(url)


NOT_ONE_HOST = "224.0.0.1 240.0.0.1 255.255.255.255 fe80::1%eth0 fc00::1 ff02::1 64:ff9b::7f00:1 64:ff9b:1::a00:1"
NOT_ONE_HOST += " 2002:7f00:1:: 2001:0:53aa:64c::1 :: 192.0.2.1 198.18.0.1 none"


@pytest.mark.parametrize("address", NOT_ONE_HOST.split())
def test_s11_an_address_that_is_not_one_public_host_is_not_called(address: str) -> None:
    """Groups, tunnels, what carries another address in it."""
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_a_public_address_is_called(address: str) -> None:
    """Also where it is carried in an IPv6 address."""
    assert is_public(address)


async def test_s11_one_bad_address_among_good_ones_is_enough() -> None:
    """Which of them a connection would take nobody knows."""
    with pytest.raises(WebhookRefused):
        await HttpSender(Doors(resolve=_answering("93.184.216.34", "10.0.0.1"))).vet("https://hooks.example.com/")


async def test_s12_a_name_that_means_another_address_later_is_not_called(receiver: Receiver) -> None:
    """Public when it was created, this machine when it is sent to: nothing arrives."""
    answers = [("93.184.216.34",), ("127.0.0.1",)]

    async def rebinding(_: str) -> tuple[str, ...]:
        return answers.pop(0)

    sender = HttpSender(replace(receiver.doors(), resolve=rebinding, allows={}))
    await sender.vet(receiver.url)
    answer = await sender.send(receiver.url, {}, b"{}")

    assert (answer.status, answer.why, receiver.got) == (None, "refused_address", [])


async def test_what_is_sent_arrives_by_the_name_at_the_vetted_address(receiver: Receiver) -> None:
    """The certificate is held against the name, though the address is called."""
    answer = await HttpSender(receiver.doors()).send(receiver.url, {"webhook-id": "msg_1"}, b'{"a":1}')

    assert answer.delivered
    assert receiver.got[0].body == b'{"a":1}'
    assert receiver.got[0].headers["host"] == f"{HOST}:{receiver.port}"
    assert receiver.got[0].headers["webhook-id"] == "msg_1"


async def test_a_certificate_of_another_name_is_not_trusted(receiver: Receiver) -> None:
    """Nothing is told to whoever happens to listen there."""
    answer = await HttpSender(receiver.doors()).send(f"https://other.example.com:{receiver.port}/", {}, b"{}")

    assert (answer.status, answer.why, receiver.got) == (None, "unreachable", [])


@pytest.mark.parametrize("code", [301, 302, 307, 308])
async def test_s14_b43_a_redirect_is_not_followed(receiver: Receiver, code: int) -> None:
    """It is a failure, and nobody else is called."""
    receiver.answers = [status(code, location=receiver.url)]
    answer = await HttpSender(receiver.doors()).send(receiver.url, {}, b"{}")

    assert (answer.status, answer.delivered, len(receiver.got)) == (code, False, 1)


async def test_b43_a_receiver_that_says_nothing_is_not_waited_for(receiver: Receiver) -> None:
    """Its time is up, in a word that the owner reads."""
    receiver.answers = [SILENCE]
    answer = await HttpSender(receiver.doors(seconds=0.3)).send(receiver.url, {}, b"{}")

    assert (answer.status, answer.why) == (None, "timeout")


async def test_nobody_there_is_a_word() -> None:
    """And so is a host that is not known."""
    nobody = Doors(resolve=_answering("127.0.0.1"), ports=frozenset({1}), allows={"127.0.0.1": True})
    assert (await HttpSender(nobody).send("https://hooks.example.com:1/", {}, b"")).why == "unreachable"

    async def unknown(_: str) -> tuple[str, ...]:
        raise OSError

    with pytest.raises(WebhookRefused, match="not known"):
        await HttpSender(Doors(resolve=unknown)).vet("https://hooks.example.com/")
