"""What is done with a window that was sent: taken as facts and drafts, or told field by field what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from unbland.application.chat.model import Asked
from unbland.bootstrap.chat import SlackRoom
from unbland.core.facts import CompanyFacts
from unbland.edges.answers import answer, lines, pay
from unbland.edges.slack.payloads import Malformed, Press, attachment, object_in, people, said, text_in, typed
from unbland.edges.wire import facts_from
from unbland.errors import BadInput

#: The inputs of a draft; a message of Slack's has at most 40,000 characters.
_PARTS = ("draft", *(f"rest{n or ''}" for n in range(30)))

#: Window → its first input.
_FIRST = {"draft": "draft", "edit": "title", "profile": "company", "answer": "answer"}

Reply = Mapping[str, object]


async def sent(room: SlackRoom, press: Press) -> Reply:
    """Take a window in; what Slack shows where something is wrong. Raises Malformed for no window of ours."""
    view = press.view or {}
    name, _, field = press.name.partition(":")
    if name == "copy":
        return {}
    if name not in _FIRST:
        raise Malformed
    try:
        await _take(room, press, view, field)
    except BadInput as error:
        return wrong(press, str(error))
    return {}


def wrong(press: Press, words: str) -> Reply:
    """What has a window show these words, at its first input: Slack shows none at an input that is not there."""
    name, _, field = press.name.partition(":")
    first = "min" if field == "pay" else _FIRST.get(name, "draft")
    return {"response_action": "errors", "errors": {first: words[:1500]}}


async def _take(room: SlackRoom, press: Press, view: Mapping[str, Any], field: str) -> None:
    chat, where, turn = room.chat, press.where, press.value[:64]
    match press.name.partition(":")[0]:
        case "draft":
            await chat.ask(where, turn, _asked(view), people(view, "deciders"))
        case "edit":
            shown = _shown(view)  # what was left as it was shown is not put back over what others made of it since
            edits = {name: said(view, name) for name in _blocks(view)}
            await chat.edit(where, turn, {name: edits[name] for name in edits if edits[name] != shown.get(name)})
        case "profile":
            await room.workspace.keep_profile(where, _profile(view))
        case _:
            facts = _answer(view, field)
            await chat.answer(where, turn, facts, f"answer {_view_id(view)}")


def _asked(view: Mapping[str, Any]) -> Asked:
    """The draft and the facts of the first window; raises BadInput."""
    text = "\n".join(part for part in (typed(view, name) for name in _PARTS) if part)
    file = attachment(view, "file")
    if file is not None and text.strip():
        raise BadInput("Paste the draft or put in a file, not both; empty the one that is not it.")
    facts = facts_from(
        {**_company(view), "role": {"title": said(view, "title")}, "hiring_reason": said(view, "reason")}
    )
    return Asked(text=text, attachment=file, facts=facts, prefilled=True)


def _profile(view: Mapping[str, Any]) -> CompanyFacts:
    return facts_from(_company(view))


def _company(view: Mapping[str, Any]) -> dict[str, object]:
    company = {"name": said(view, "company"), "about": lines(said(view, "about"))}
    return {"company": company, "benefits": lines(said(view, "benefits"))}


def _answer(view: Mapping[str, Any], field: str) -> CompanyFacts:
    """The facts of an answer; raises BadFacts."""
    if field == "pay":
        return pay(said(view, "min"), said(view, "max"), said(view, "currency"), said(view, "period"))
    return answer(field, said(view, "answer"))


def _blocks(view: Mapping[str, Any]) -> tuple[str, ...]:
    """The blocks of an edit: the title and numbers of sections."""
    state = view.get("state")
    values = state.get("values") if isinstance(state, dict) else None
    names = values if isinstance(values, dict) else {}
    return tuple(name for name in names if name == "title" or (name.isdecimal() and len(name) < 3))  # noqa: PLR2004


def _shown(view: Mapping[str, Any]) -> dict[str, str]:
    """What each input had in it when the window was opened."""
    blocks = view.get("blocks")
    inputs = [block for block in blocks if isinstance(block, dict)] if isinstance(blocks, list) else []
    return {text_in(each, "block_id"): text_in(object_in(each, "element"), "initial_value").strip() for each in inputs}


def _view_id(view: Mapping[str, Any]) -> str:
    found = text_in(view, "id")
    if not found:
        raise Malformed
    return found[:100]
