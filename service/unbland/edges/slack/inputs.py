"""What Slack's windows and home are made of, each within Slack's limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

View = dict[str, object]

#: Characters that one input takes, and a label (Slack's limits).
LONGEST_INPUT, _LABEL = 3000, 2000


def select(options: Iterable[str]) -> View:
    """A choice of one."""
    return {"type": "static_select", "options": [{"text": plain(each), "value": each} for each in options]}


def line(block: str, label: str, value: str = "", *, optional: bool = False) -> View:
    """An input for one line."""
    return chooser(block, label, _text(value, many=False), optional=optional)


def lines(block: str, label: str, value: str = "", *, optional: bool = True, hint: str = "") -> View:
    """An input for lines."""
    made = chooser(block, label, _text(value, many=True), optional=optional)
    return made | {"hint": plain(hint)} if hint else made


def _text(value: str, *, many: bool) -> View:
    element: View = {"type": "plain_text_input", "multiline": many, "max_length": LONGEST_INPUT}
    return element | {"initial_value": value[:LONGEST_INPUT]} if value else element


def pieces(text: str) -> list[str]:
    """The text in parts that inputs take, at least one; a line break between them makes it whole again."""
    parts = [""]
    for row in _rows(text):
        if len(parts[-1]) + len(row) > LONGEST_INPUT:
            parts.append("")
        parts[-1] += row
    return [part.removesuffix("\n") for part in parts]


def _rows(text: str) -> Iterator[str]:
    """Its rows; one that no input takes is cut between words."""
    for whole in text.splitlines(keepends=True):
        row = whole
        while len(row) > LONGEST_INPUT:
            cut = row.rfind(" ", 1, LONGEST_INPUT) + 1 or LONGEST_INPUT
            yield row[:cut]
            row = row[cut:]
        yield row


def chooser(block: str, label: str, element: View, *, optional: bool = True) -> View:
    """A block with one element that is called as the block is."""
    return {
        "type": "input",
        "block_id": block,
        "label": plain(label, _LABEL),
        "optional": optional,
        "element": element | {"action_id": block},
    }


def note(text: str) -> View:
    """A line of ours beside the inputs."""
    return {"type": "context", "elements": [plain(text)]}


def button(text: str, action: str, value: str = "-") -> View:
    """A button that carries an opaque id, or nothing."""
    return {"type": "button", "text": plain(text, 75), "action_id": action, "value": value}


def plain(text: str, most: int = 150) -> View:
    """A text object in which nothing is markup."""
    return {"type": "plain_text", "text": text if len(text) <= most else f"{text[: most - 1]}…", "emoji": False}
