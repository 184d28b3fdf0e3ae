"""What a model wrote for one posting, taken over for one that says nearly the same."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from unbland.adapters.prompt_files import read_prompts
from unbland.application.chain import Chain, Verifier
from unbland.application.result import Rewrite
from unbland.application.review import Draft
from unbland.application.rewrite import Engine, Rewriter
from unbland.core.facts import NO_FACTS
from unbland.core.posting import Form
from unbland.testing import ScriptedCompleter

DRAFT = """# Ward Nurse

## Duties

- Change dressings on the 24-bed burns ward
- Run the Thursday scar clinic with two physiotherapists
- Teach new colleagues how to renew a graft dressing
- Answer calls of the wards in {town}

## Requirements

- Registered nurse with NMC registration
- At least 2 years of experience in burns or plastics

## Benefits

- {days} days of paid leave
- Free parking at the clinic for the night shift
- Dental cover after three months
"""
LEEDS, YORK = DRAFT.format(town="Leeds", days=33), DRAFT.format(town="York", days=28)

#: What the model words of it, by words of the source that it cites.
WORDED = {
    "24-bed": ("do", "You change dressings on the burns ward with its 24 beds."),
    "scar clinic": ("do", "You run the scar clinic on Thursdays with two physiotherapists."),
    "graft": ("do", "You teach new colleagues to renew a graft dressing."),
    "calls": ("do", "You answer calls of the wards in Leeds."),
    "NMC": ("must", "You are a registered nurse with NMC registration."),
    "paid leave": ("offer", "You get 33 days of paid leave."),
    "parking": ("offer", "You get free parking at the clinic for the night shift."),
}


def _reply(result: Rewrite, worded: dict[str, tuple[str, str]] | None = None) -> str:
    """The model's reply, citing the sources as they are numbered in this result."""
    sections: dict[str, list[dict[str, object]]] = {}
    for words, (kind, text) in (worded or WORDED).items():
        cites = [fate.id for fate in result.accounting.sources if words in fate.text]
        sections.setdefault(kind, []).append({"text": text, "cites": cites})
    return json.dumps({"title": "Ward Nurse", "sections": [{"kind": k, "lines": v} for k, v in sections.items()]})


async def _edited(draft: str) -> Rewrite:
    return await Rewriter(chain=None, new_id=lambda: "rw_0", seconds=5).rewrite(Draft(content=draft))


async def _asked(draft: str, *script: str, like: Rewrite | None = None, opinion: str = "") -> tuple[Rewrite, int]:
    """The rewrite, and how often the model that writes was asked."""
    model = ScriptedCompleter(*script)
    verifier = Verifier(ScriptedCompleter(opinion), read_prompts()) if opinion else None
    rewriter = Rewriter(
        chain=Chain(model, read_prompts()), new_id=lambda: "rw_1", seconds=5, verifier=verifier, repairs=False
    )
    if like is None:
        result = await rewriter.rewrite(Draft(content=draft))
    else:
        result = await rewriter.rewrite_like(like, Draft(content=draft), NO_FACTS, Engine.AUTO, verify=True)
    return result, len(model.requests)


@pytest.fixture
async def leeds() -> Rewrite:
    """The first of the two, as the model words it."""
    result, _ = await _asked(LEEDS, _reply(await _edited(LEEDS)))
    assert {text for _, text in WORDED.values()} <= {line.text for line in result.posting.lines}
    return result


async def test_what_is_the_same_is_worded_alike_and_nobody_is_asked(leeds: Rewrite) -> None:
    """The model's lines stand as they did, on the sources of this posting; the result says so, and cost nothing."""
    york, asked = await _asked(YORK, like=leeds)

    assert asked == 0
    assert york.provenance.reused
    assert (york.provenance.engine, york.provenance.model) == ("llm", leeds.provenance.model)
    assert (york.provenance.calls, york.provenance.input_tokens) == (0, 0)
    said = {line.text for line in york.posting.lines}
    assert {WORDED[words][1] for words in ("24-bed", "scar clinic", "graft", "NMC", "parking")} <= said
    known = {fate.id: fate.text for fate in york.accounting.sources}
    for line in york.posting.lines:
        if "graft" in line.text:
            assert ["graft" in known[cite] for cite in line.cites] == [True]


async def test_what_differs_is_from_its_own_text(leeds: Rewrite) -> None:
    """Another town and another number of days: nothing of the first posting's."""
    york, _ = await _asked(YORK, like=leeds)

    assert "Leeds" not in york.rendered.text
    assert "33" not in york.rendered.text
    assert "Answer calls of the wards in York" in york.rendered.text
    assert "28 days of paid leave" in york.rendered.text


async def test_what_is_asked_for_there_and_liked_here_is_not_asked_for(leeds: Rewrite) -> None:
    """The same words under another heading are another statement."""
    draft = (
        LEEDS.replace("- Registered nurse with NMC registration\n", "")
        + "\n## Nice to have\n\n- Registered nurse with NMC registration\n"
    )

    result, asked = await _asked(draft, like=leeds)

    assert asked == 0
    (nice,) = [section for section in result.posting.sections if any("NMC" in line.text for line in section.lines)]
    assert nice.kind.value == "nice"


async def test_a_line_that_a_verifier_settled_stays_settled() -> None:
    """Its source is the same, so the same model would be asked the same."""
    doubtful = WORDED | {"graft": ("do", "You teach new staff how to renew a graft bandage.")}
    before = await _edited(LEEDS)
    quote = {"verdicts": [{"line": "L1", "supported": True, "quote": "how to renew a graft dressing"}]}
    leeds, _ = await _asked(LEEDS, _reply(before, doubtful), opinion=json.dumps(quote))
    assert Form.VERIFIED in {line.form for line in leeds.posting.lines}

    york, asked = await _asked(YORK, like=leeds)

    assert asked == 0
    assert [line.text for line in york.posting.lines if line.form is Form.VERIFIED] == [
        line.text for line in leeds.posting.lines if line.form is Form.VERIFIED
    ]


@pytest.mark.parametrize("case", ["too little is the same", "the editor wrote it", "a step of it failed"])
async def test_else_the_model_is_asked(case: str, leeds: Rewrite) -> None:
    """A posting that only looks alike, and one that the model did not write or not wholly."""
    draft, like = YORK, leeds
    if case == "too little is the same":
        draft = YORK.replace("scar clinic", "burns clinic").replace("graft dressing", "wound dressing")
    elif case == "the editor wrote it":
        like = await _edited(LEEDS)
    else:
        like = replace(leeds, provenance=replace(leeds.provenance, degraded="repair: timeout"))

    result, asked = await _asked(draft, _reply(await _edited(draft)), like=like)

    assert asked == 1
    assert not result.provenance.reused
