"""The buttons of a result: what can be done with it, and what is asked once more before it is."""

from __future__ import annotations

from unbland.adapters.slack.signs import plain
from unbland.application.chat.messages import Result

Block = dict[str, object]

_BUTTON = 75


def button(text: str, action: str, value: str) -> Block:
    """A button that carries an opaque id, of a turn or of its text, and nothing else."""
    return {"type": "button", "text": plain(text, _BUTTON), "action_id": action, "value": value}


def buttons(result: Result) -> list[Block]:
    """What can be done with a result; a decided one can still be copied."""
    copies = [button("Copy as Markdown", "copy", result.turn), button("As a file", "file", result.turn)]
    if not result.is_open:
        return copies
    final = _confirm("Reject it?", "Nobody can answer, edit or accept this revision after that.", "Reject")
    return [
        button("Accept", "accept", ":".join(filter(None, (result.turn, result.mark)))) | _sure(result),
        button("Edit", "edit", result.turn),
        button("Reject", "reject", result.turn) | {"style": "danger", "confirm": final},
        *copies,
    ]


def counted(count: int, what: str) -> str:
    """So many of something."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def _sure(result: Result) -> Block:
    """The look of the button that accepts; it asks once more where something is open or has no source."""
    gaps = sum(line.text.startswith("[") and line.text.endswith("]") for line in result.posting.lines)
    asked = (
        (gaps, "question", "in [brackets] that nobody answered"),
        (len(result.typed), "line", "typed by hand that no source bears out"),
        (len(result.taken_out), "source", "taken out that it should say"),
    )
    said = [f"{counted(count, what)} {which}" for count, what, which in asked if count]
    style: Block = {"style": "primary"}
    if not said:
        return style
    *first, last = said
    text = f"The posting has {' and '.join([', '.join(first), last] if first else [last])}."
    return style | {"confirm": _confirm("Accept it as it is?", text, "Accept")}


def _confirm(title: str, text: str, yes: str) -> Block:
    return {
        "title": plain(title, 100),
        "text": plain(text, 300),
        "confirm": plain(yes, 30),
        "deny": plain("Look again", 30),
    }
