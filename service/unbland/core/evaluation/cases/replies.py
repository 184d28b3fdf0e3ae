"""Scripted models: a persona's lines become an answer on the wire, their cites found in the ledger of the day."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from unbland.core.evaluation.cases.case import Case, Reply
from unbland.core.evaluation.cases.personas import FAITHFUL, derived
from unbland.core.evaluation.cases.reading import fold
from unbland.core.ledger.model import Ledger
from unbland.errors import EvalSetInvalid

#: The sections a writer writes (DESIGN 6.3).
_SECTIONS = ("opening", "do", "must", "nice", "offer", "about")

_SLOT = re.compile(r"\{\{(.+?)\}\}")


def answer(case: Case, persona: str, ledger: Ledger) -> str:
    """The text that this persona answers to the write step.

    Raises EvalSetInvalid where the case has no such persona, or one of its cites or changes meets nothing.
    """
    if persona not in case.replies and FAITHFUL in case.replies:
        made = derived(case, persona, answer(case, FAITHFUL, ledger))
        if made is not None:
            return made
    reply = _reply(case, persona)
    if reply.raw:
        return reply.raw
    sections = [
        {"kind": kind, "lines": [_line(case, line, ledger) for line in lines]}
        for kind, lines in _lines(case, reply).items()
        if lines
    ]
    title = reply.title or _reply(case, reply.base).title
    return json.dumps({"title": title, "sections": sections}, ensure_ascii=False)


def _reply(case: Case, persona: str) -> Reply:
    if persona not in case.replies:
        raise EvalSetInvalid(f"Case {case.id} has no reply of a persona {persona!r}; write one under `replies`.")
    return case.replies[persona]


def _lines(case: Case, reply: Reply) -> Mapping[str, list[str]]:
    """The lines of each section: the base's, changed, then its own."""
    own: dict[str, list[str]] = {kind: list(getattr(reply, kind)) for kind in _SECTIONS}
    if not reply.base:
        return own
    base = _lines(case, _reply(case, reply.base))
    _refuse_idle(case, reply, "\n".join(line for lines in base.values() for line in lines))
    return {
        kind: [_swapped(line, reply) for line in base[kind] if not any(word in line for word in reply.without)]
        + own[kind]
        for kind in _SECTIONS
    }


def _refuse_idle(case: Case, reply: Reply, text: str) -> None:
    """A change that meets no line would test nothing."""
    for words in (*reply.without, *reply.swap):
        if words not in text:
            raise EvalSetInvalid(f"Case {case.id}: no line of {reply.base!r} holds {words!r}; mend the reply.")


def _swapped(line: str, reply: Reply) -> str:
    """A line with its words exchanged; its cites stay, as a lying model's would."""
    text, arrow, cites = line.partition(" <- ")
    for old, new in reply.swap.items():
        text = text.replace(old, new)
    return f"{text}{arrow}{cites}"


def _line(case: Case, line: str, ledger: Ledger) -> dict[str, object]:
    text, _, cites = line.partition(" <- ")
    slots = _SLOT.sub(lambda match: f"{{{{{_id(case, match[1], ledger)}}}}}", text)
    return {"text": slots, "cites": [_id(case, cite, ledger) for cite in cites.split(" | ") if cite]}


def _id(case: Case, cite: str, ledger: Ledger) -> str:
    """The id of a field of the facts, or of the first draft source that holds these words."""
    if cite in ledger.by_field:
        return ledger.by_field[cite].id
    words = fold(cite)
    found = next((source.id for source in ledger.sources if source.from_draft and words in fold(source.text)), None)
    if found is None:
        raise EvalSetInvalid(
            f"Case {case.id}: no source holds {cite!r}; cite a field of the facts or words of one draft line."
        )
    return found
