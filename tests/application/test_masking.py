"""What a model sees of persons, and what comes back."""

from __future__ import annotations

import json

import pytest

from unbland.adapters.prompt_files import read_prompts
from unbland.application.chain import Chain, Verifier
from unbland.application.masking import Masked, masked, unmasked
from unbland.application.ports import Request
from unbland.application.review import Draft
from unbland.application.rewrite import Rewriter
from unbland.testing import ScriptedCompleter

DRAFT = """# Cook

We opened a second kitchen in May and Ana Ortega leads it.

Duties
- Plan the menus of 90 children with Ms Ortega, our dietitian
- Report to Ana Ortega
- Order fish from ana.ortega@example.com

Requirements
- A food handler's licence

Apply: call Ana Ortega, +44 113 496 0000. Employee no. 88231-AX.
"""

OWN = ("Ortega", "ana.ortega", "496 0000", "88231")


def _reply(*lines: tuple[str, str]) -> str:
    """A posting with these lines, each with the id it cites."""
    rows = [{"text": text, "cites": [cite]} for text, cite in lines]
    return json.dumps({"title": "Cook", "sections": [{"kind": "do", "lines": rows}]})


def _request(user: str) -> Request:
    return Request(step="write", system="Edit.", user=user, schema={}, deadline=float("inf"))


async def test_s21_a_model_sees_placeholders_and_the_posting_has_what_they_stand_for() -> None:
    """Name, address, telephone number and id of a draft are in no request; the model's line is published with them."""
    model = ScriptedCompleter(
        _reply(("With [[NAME_2]], our dietitian, plan the menus of 90 children.", "D3")), _reply()
    )
    rewriter = Rewriter(chain=Chain(Masked(model), read_prompts()), new_id=lambda: "rw_1", seconds=60)
    result = await rewriter.rewrite(Draft(content=DRAFT))
    asked = "\n".join(request.system + request.user for request in model.requests)
    assert not [said for said in OWN if said in asked]
    assert "with [[NAME_2]], our dietitian" in asked
    assert "With Ms Ortega, our dietitian, plan the menus of 90 children." in result.rendered.markdown
    assert "[[" not in result.rendered.markdown
    assert all(said in result.rendered.markdown for said in OWN)


async def test_s21_who_is_a_person_in_one_line_is_so_in_every_step() -> None:
    """The repair and the verifier see the duty alone, without the line that shows that Zsofia Nagyova is a person."""
    draft = "# Picker\n\nDuties\n- Brief Zsofia Nagyova each morning\n- Lead 12 pickers\n\nContact Zsofia Nagyova.\n"
    model = ScriptedCompleter(
        _reply(("Thoroughly brief [[NAME_1]] each morning.", "D2"), ("Lead 15 pickers.", "D3")), _reply()
    )
    second = ScriptedCompleter('{"verdicts": []}', '{"verdicts": []}')
    verifier = Verifier(Masked(second), read_prompts())
    chain = Chain(Masked(model), read_prompts())
    rewriter = Rewriter(chain=chain, new_id=lambda: "rw_1", seconds=60, verifier=verifier)
    await rewriter.rewrite(Draft(content=draft))
    steps = [*model.requests, *second.requests]
    assert {request.step for request in steps} == {"write", "verify", "repair"}
    assert [request.step for request in steps if "Nagyova" in request.user or "Zsofia" in request.user] == []


async def test_without_masking_the_model_sees_the_draft_as_it_is() -> None:
    """What the test above would miss if nothing personal were ever shown."""
    model = ScriptedCompleter(_reply(("Plan the menus of 90 children.", "D3")), _reply())
    rewriter = Rewriter(chain=Chain(model, read_prompts()), new_id=lambda: "rw_1", seconds=60)
    await rewriter.rewrite(Draft(content=DRAFT))
    asked = "\n".join(request.user for request in model.requests)
    assert all(said in asked for said in OWN[:3])


async def test_a_placeholder_that_stands_for_nothing_is_left_to_the_guard() -> None:
    """A model that makes one up, or that a draft brought along, gets no name for it."""
    seen: list[str] = []
    model = ScriptedCompleter('{"text": "Ask [[NAME_7]] or [[NAME_1]] or [[NAME_2]]"}')
    request = _request("The draft says [[NAME_1]]. Ask for Ana Ortega.")
    await Masked(model).complete(request, seen.append)
    assert model.requests[0].user == "The draft says [[NAME_1]]. Ask for [[NAME_2]]."
    assert seen == ['{"text": "Ask [[NAME_7]] or [[NAME_1]] or Ana Ortega"}']


@pytest.mark.parametrize("name", ["John O'Neill", "José Łukasz", "Ng Ân"])
def test_what_comes_back_is_the_same_text(name: str) -> None:
    """Signs that JSON writes in another way come back as they were."""
    text = f"Ask for {name}: she answers."
    hidden, behind = masked(text)
    assert name not in hidden
    assert json.loads(unmasked(json.dumps(hidden), behind)) == text


def test_the_same_text_is_masked_the_same() -> None:
    """A question that was asked once is known again by its words."""
    assert masked(DRAFT) == masked(DRAFT)
