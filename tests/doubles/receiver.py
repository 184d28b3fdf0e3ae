"""A receiver of webhooks: a server with a certificate on a real socket, which answers as it is told."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from unbland.adapters.webhooks.sending import Doors

#: The name that the certificate is for.
HOST = "hooks.example.com"


@dataclass(frozen=True, slots=True)
class Got:
    """One request."""

    headers: Mapping[str, str]
    body: bytes


@dataclass
class Receiver:
    """What it answers, in turn and then the last for ever, and what it got."""

    port: int
    trust: ssl.SSLContext
    answers: list[bytes] = field(default_factory=lambda: [status(204)])
    got: list[Got] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Where it is reached, by its name."""
        return f"https://{HOST}:{self.port}/hook"

    def doors(self, seconds: float = 10, **allows: bool) -> Doors:
        """Doors through which this machine is called in place of the open network."""

        async def resolve(_: str) -> tuple[str, ...]:
            return ("127.0.0.1",)

        allowed = {"127.0.0.1": True} | allows
        return Doors(resolve=resolve, ports=frozenset({self.port}), allows=allowed, trust=self.trust, seconds=seconds)


def status(code: int, **headers: str) -> bytes:
    """An answer without a body."""
    lines = [f"HTTP/1.1 {code} Said", "content-length: 0"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


#: The connection stays open and nothing comes.
SILENCE = b""


@asynccontextmanager
async def receiving(folder: Path) -> AsyncIterator[Receiver]:
    """A receiver that listens while this is open; its key lies in the folder."""
    served, trust = _certificate(folder)
    made: list[Receiver] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        receiver = made[0]
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        headers = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if line)
        cased = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if line)
        body = await reader.readexactly(int(headers["content-length"]))
        receiver.got.append(Got({name.lower(): value for name, value in cased.items()}, body))
        answer = receiver.answers.pop(0) if len(receiver.answers) > 1 else receiver.answers[0]
        if answer == SILENCE:
            await reader.read()
        writer.write(answer)
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0, ssl=served)
    made.append(Receiver(server.sockets[0].getsockname()[1], trust))
    async with server:
        yield made[0]


def _certificate(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """What the receiver shows, and what trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
    signed = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "receiver.pem"
    path.write_bytes(secret + signed)
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(path)
    return served, ssl.create_default_context(cadata=signed.decode())
