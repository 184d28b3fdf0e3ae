"""Mattermost's slash command: the token is looked at, then the same use cases as everywhere."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from urllib.parse import parse_qs

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from unbland.application.chat.model import Asked, Where
from unbland.application.rewrites.model import Verdict
from unbland.bootstrap.chat import MattermostRoom
from unbland.edges.answers import answer
from unbland.errors import BadFacts, BadInput, DatabaseDown

#: Bytes of a request: a post of Mattermost has 16,383 characters.
_LARGEST = 262_144

_VERDICTS = {"accept": Verdict.ACCEPTED, "reject": Verdict.REJECTED}

_HELP = (
    "`/rewrite` and the draft behind it rewrites the draft. `/rewrite answer ID hiring_reason: why` answers a question;"
    " `/rewrite accept ID` and `/rewrite reject ID` decide; `/rewrite file ID` gives the posting as a file."
)


def router_of(room: MattermostRoom) -> APIRouter:
    """The route of the command."""
    router = APIRouter(prefix="/integrations/mattermost", include_in_schema=False)

    @router.post("/command")
    async def command(request: Request) -> Response:
        fields = await _form(request)
        if fields is None or not _is_known(room, request, fields):
            return Response("unauthorized", 401)
        names = [fields.get(name, "") for name in ("team_id", "channel_id", "user_id")]
        if not all(name.isascii() and name.isalnum() and len(name) <= 40 for name in names):  # noqa: PLR2004 - they have 26
            return Response("malformed", 400)
        where = Where(tenant=f"mattermost:{names[0]}", channel=names[1], user=names[2])
        try:
            words = await _done(room, where, fields)
        except BadInput as error:
            words = str(error)
        except DatabaseDown:
            words = "We cannot reach our database; nothing was done. Try again in a minute."
        return JSONResponse({"response_type": "ephemeral", "text": words})

    return router


async def _done(room: MattermostRoom, where: Where, fields: Mapping[str, str]) -> str:
    """Do what the command says; what whoever typed it is told."""
    text, occasion = fields.get("text", "").strip(), f"command {fields.get('trigger_id') or fields.get('text', '')}"
    verb, _, rest = text.partition(" ")
    verb, (turn, _, said) = verb.lower(), rest.strip().partition(" ")
    if text.lower() in {"", "help"}:
        return _HELP
    if turn and not turn.startswith("ct_"):  # "file clerk" is a draft
        verb = ""
    if verdict := _VERDICTS.get(verb):
        await room.chat.decide(where, turn, verdict)
        return "Done."
    if verb == "answer":
        field, _, words = said.partition(":")
        if not words.strip():
            raise BadFacts("Write the field, a colon and your answer: `hiring_reason: …`.")
        await room.chat.answer(where, turn, answer(field.strip(), words.strip()), occasion)
        return "Thank you; the next revision comes."
    if verb == "file":
        await room.chat.want_file(where, turn)
        return "The file comes."
    held = await room.chat.hold(where, occasion, text)
    await room.chat.ask(where, held.id, Asked(text=text))
    return "Rewriting; the result comes as a thread."


async def _form(request: Request) -> dict[str, str] | None:
    """The fields of the request; None for what is none."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            return None
    try:
        fields = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=100)
    except (UnicodeDecodeError, ValueError):
        return None
    return {name: values[0].replace("\0", "") for name, values in fields.items()}  # NUL, which no database takes


def _is_known(room: MattermostRoom, request: Request, fields: Mapping[str, str]) -> bool:
    """Whether the token of the header, or of the form, is one of ours; every one is compared in full."""
    scheme, _, header = request.headers.get("authorization", "").partition(" ")
    given = (header.strip() if scheme.lower() == "token" else fields.get("token", "")).encode("utf-8", "replace")
    matches = [hmac.compare_digest(given, token.encode()) for token in room.tokens]
    return any(matches)
