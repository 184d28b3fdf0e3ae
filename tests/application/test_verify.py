"""The verify step in a whole rewrite: what is asked, when, and what a lying, broken or late verifier can do."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import pytest

from unbland.adapters.prompt_files import read_prompts
from unbland.application.chain import Chain, Verifier
from unbland.application.ports import CompletionFailed, Usage
from unbland.application.result import Rewrite
from unbland.application.review import Draft
from unbland.application.rewrite import Rewriter
from unbland.core.facts import Company, CompanyFacts, Role
from unbland.core.posting import Form, Line
from unbland.testing import ScriptedCompleter

DRAFT = """# Ward Nurse

## Duties

- Responsible for changing dressings on the 24-bed burns ward
- Running the Thursday scar clinic with two physiotherapists

## Requirements

- At least 2 years of experience in burns or plastics
"""
FACTS = CompanyFacts(
    company=Company(name="Harbor Clinic", about=("We treat every burn from the five northern counties.",)),
    role=Role(location="Leeds"),
    hiring_reason="In May we open six more beds, and the ward has nobody for its night rota.",
    goals=("Fill the night rota without agency staff by September.",),
)

#: What the guard doubts, what it lets through, and what it refuses.
DOUBT, PLAIN, WRONG = (
    "Put fresh bandages on wounds on the 24-bed burns ward.",
    "Run the Thursday scar clinic with two physiotherapists.",
    "Put fresh bandages on wounds on the 42-bed burns ward.",
)
OTHER_DOUBT = "Swap old bandages for fresh ones on the 24-bed burns ward."
QUOTE = "changing dressings on the 24-bed burns ward"

Said = tuple[str, str]


def _posting(*do: Said) -> str:
    """A writer's reply: duties with the source that each cites."""
    lines = [{"text": text, "cites": [cite]} for text, cite in do]
    return json.dumps({"title": "Ward Nurse", "sections": [{"kind": "do", "lines": lines}]})


def _verdicts(*said: Said, supported: bool = True) -> str:
    """A verifier's reply: a quote for each line."""
    rows = [{"line": line, "supported": supported, "quote": quote} for line, quote in said]
    return json.dumps({"verdicts": rows})


NOTHING = _posting()
YES = _verdicts(("L1", QUOTE))
NO = _verdicts(("L1", ""), supported=False)


@dataclass
class Run:
    """One rewrite by a scripted writer, with a scripted verifier beside it."""

    writer: ScriptedCompleter
    verifier: ScriptedCompleter = field(default_factory=ScriptedCompleter)

    async def rewrite(self, *, seconds: float = 5, verify: bool = True) -> Rewrite:
        """The result."""
        prompts = read_prompts()
        rewriter = Rewriter(
            chain=Chain(self.writer, prompts),
            verifier=Verifier(self.verifier, prompts),
            new_id=lambda: "rw_1",
            seconds=seconds,
        )
        return await rewriter.rewrite(Draft(content=DRAFT), FACTS, verify=verify)

    @property
    def steps(self) -> list[str]:
        """What the writer was asked for, in turn."""
        return [request.step for request in self.writer.requests]

    @property
    def questions(self) -> list[str]:
        """The lines that the verifier was shown, call by call."""
        shown = (request.user.partition("Lines to check\n")[2] for request in self.verifier.requests)
        return [part.partition("\nEND ")[0] for part in shown]


def _line(result: Rewrite, text: str) -> Line | None:
    return next((line for line in result.posting.lines if line.text == text), None)


def _refused(result: Rewrite) -> list[str]:
    return [line.text for line in result.accounting.refused_lines]


async def test_a_doubt_that_is_settled_stands_where_it_was_written_and_says_so() -> None:
    """One call settles it: nothing is left to repair, and the result names who vouches and what it cost."""
    run = Run(ScriptedCompleter(_posting((DOUBT, "D2"), (PLAIN, "D3"))), ScriptedCompleter(YES))

    result = await run.rewrite()

    duties = [(line.text, line.form) for line in result.posting.lines if set(line.cites) & {"D2", "D3"}]
    assert duties == [(DOUBT, Form.VERIFIED), (PLAIN, Form.WRITTEN)]
    assert (run.steps, run.questions) == (["write"], [f"L1│ {DOUBT} ⟵ D2"])
    assert _refused(result) == []
    provenance = result.provenance
    assert list(provenance.prompts) == ["write", "verify"]
    assert (provenance.model, provenance.verifier) == ("scripted", "scripted")
    assert (provenance.calls, provenance.degraded) == (2, None)


async def test_all_doubts_are_asked_about_in_one_call_and_refusals_in_none() -> None:
    """A figure that is wrong is never even shown, so no yes can reach it; a claim made twice is asked about once."""
    written = _posting((WRONG, "D2"), (DOUBT, "D2"), (PLAIN, "D3"), (DOUBT, "D2"), (OTHER_DOUBT, "D2"))
    yes = _verdicts(*((f"L{n}", QUOTE) for n in range(1, 9)))
    run = Run(ScriptedCompleter(written, NOTHING), ScriptedCompleter(yes))

    result = await run.rewrite()

    assert run.questions == [f"L1│ {DOUBT} ⟵ D2\nL2│ {OTHER_DOUBT} ⟵ D2"]
    assert _refused(result) == [WRONG]
    assert "42-bed" not in result.rendered.markdown
    assert [line.text for line in result.posting.lines if line.form is Form.VERIFIED] == [DOUBT, OTHER_DOUBT]


@pytest.mark.parametrize(
    "lie",
    [
        _verdicts(("L1", "bandages are renewed on the 24-bed burns ward")),
        _verdicts(("L1", "Running the Thursday scar clinic with two physiotherapists")),
        _verdicts(("L1", "dressings")),
        _verdicts(("L1", "")),
        _verdicts(("L1", QUOTE), ("L1", QUOTE)),
        _verdicts(("L2", QUOTE), ("L99", QUOTE), ("D2", QUOTE)),
        _verdicts(),
        NO,
    ],
    ids=["made up", "another source", "one word", "nothing", "twice", "lines not asked", "no answer", "no"],
)
async def test_a_yes_that_the_sources_do_not_bear_out_leaves_the_refusal(lie: str) -> None:
    """The line goes to the repair as if nobody had been asked, and nothing is called a failure."""
    run = Run(ScriptedCompleter(_posting((DOUBT, "D2")), NOTHING), ScriptedCompleter(lie))

    result = await run.rewrite()

    assert run.steps == ["write", "repair"]
    assert DOUBT in run.writer.requests[1].user
    assert _refused(result) == [DOUBT]
    assert _line(result, DOUBT) is None
    assert "24-bed burns ward" in result.rendered.markdown
    assert list(result.provenance.prompts) == ["write", "verify", "repair"]
    assert (result.provenance.calls, result.provenance.degraded, result.provenance.verifier) == (3, None, "scripted")


@pytest.mark.parametrize(
    ("script", "reason", "calls"),
    [
        ((CompletionFailed("timeout", Usage(calls=1, input_tokens=9)),), "timeout", 3),
        ((CompletionFailed("refused", Usage(calls=1)),), "refused", 3),
        (("All lines are fine.", '{"verdicts": [{"line": "L1", "supported": "yes"}]}'), "invalid_reply", 4),
    ],
)
async def test_a_verifier_that_fails_is_named_and_costs_nothing_else(
    script: tuple[str | CompletionFailed, ...], reason: str, calls: int
) -> None:
    """The doubt stays a refusal and is repaired, the result says which step failed and what was spent on it."""
    run = Run(ScriptedCompleter(_posting((DOUBT, "D2")), NOTHING), ScriptedCompleter(*script))

    result = await run.rewrite()

    assert run.steps == ["write", "repair"]
    assert _line(result, DOUBT) is None
    assert result.provenance.degraded == f"verify: {reason}"
    assert (result.provenance.calls, result.provenance.verifier) == (calls, None)
    assert result.provenance.engine == "llm"


async def test_both_failures_are_named() -> None:
    """The second does not hide the first."""
    failed = CompletionFailed("rate_limited", Usage(calls=3))
    run = Run(ScriptedCompleter(_posting((DOUBT, "D2")), failed), ScriptedCompleter(failed))

    result = await run.rewrite()

    assert result.provenance.degraded == "verify: rate_limited; repair: rate_limited"
    assert result.provenance.calls == 7


async def test_a_verifier_that_hangs_leaves_time_to_repair() -> None:
    """It has half of what is left, the repair all the rest."""
    run = Run(ScriptedCompleter(_posting((DOUBT, "D2")), NOTHING), ScriptedCompleter(NO))

    await run.rewrite(seconds=600)

    (asked,), (_, repair) = run.verifier.requests, run.writer.requests
    assert 290 < repair.deadline - asked.deadline <= 301


async def test_what_the_repair_makes_doubtful_is_heard_once() -> None:
    """A mended line has not been heard and may be settled; one that was denied is not put again."""
    run = Run(
        ScriptedCompleter(_posting((DOUBT, "D2"), (WRONG, "D2")), _posting((DOUBT, "D2"), (OTHER_DOUBT, "D2"))),
        ScriptedCompleter(NO, YES),
    )

    result = await run.rewrite()

    assert run.questions == [f"L1│ {DOUBT} ⟵ D2", f"L1│ {OTHER_DOUBT} ⟵ D2"]
    said = _line(result, OTHER_DOUBT)
    assert said is not None
    assert said.form is Form.VERIFIED
    assert _line(result, DOUBT) is None
    assert result.provenance.calls == 4


@pytest.mark.parametrize("repaired", [_posting((DOUBT, "D2")), _posting((PLAIN, "D3")), NOTHING])
async def test_a_repair_without_a_new_doubt_asks_nobody(repaired: str) -> None:
    """The second hearing is there for new lines alone."""
    run = Run(ScriptedCompleter(_posting((DOUBT, "D2")), repaired), ScriptedCompleter(NO))

    await run.rewrite()

    assert len(run.verifier.requests) == 1


async def test_a_verifier_that_has_failed_is_not_waited_for_again() -> None:
    """The deadline is one for the whole rewrite."""
    run = Run(
        ScriptedCompleter(_posting((DOUBT, "D2")), _posting((OTHER_DOUBT, "D2"))),
        ScriptedCompleter(CompletionFailed("timeout", Usage(calls=1))),
    )

    result = await run.rewrite()

    assert len(run.verifier.requests) == 1
    assert _refused(result) == [DOUBT, OTHER_DOUBT]


async def test_without_a_doubt_nobody_is_asked() -> None:
    """A verifier that is set costs nothing where there is nothing to settle."""
    run = Run(ScriptedCompleter(_posting((PLAIN, "D3"))))

    result = await run.rewrite()

    assert run.verifier.requests == []
    assert "verify" not in result.provenance.prompts


async def test_it_can_be_switched_off_for_one_rewrite() -> None:
    """The doubt is a refusal, as where no verifier is set."""
    run = Run(ScriptedCompleter(_posting((DOUBT, "D2")), NOTHING), ScriptedCompleter(YES))

    result = await run.rewrite(verify=False)

    assert run.verifier.requests == []
    assert _refused(result) == [DOUBT]
    assert result.provenance.verifier is None


async def test_a_slot_is_shown_as_it_will_stand() -> None:
    """The verifier reads what would be published; the repair gets the line as it was written."""
    place = next(
        s.id for s in (await Run(ScriptedCompleter(NOTHING)).rewrite()).accounting.sources if s.text == "Leeds"
    )
    text = f"Put fresh bandages on wounds on the 24-bed burns ward in {{{{{place}}}}}."
    run = Run(ScriptedCompleter(_posting((text, "D2")), NOTHING), ScriptedCompleter(NO))

    await run.rewrite()

    assert run.questions == [f"L1│ Put fresh bandages on wounds on the 24-bed burns ward in Leeds. ⟵ D2,{place}"]
    assert text in run.writer.requests[1].user
