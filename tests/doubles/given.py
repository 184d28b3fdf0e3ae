"""Every example and eval case as it comes in, and models that lose something of it, for tests of what is published."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from unbland.adapters.prompt_files import read_prompts
from unbland.application.chain import Chain
from unbland.application.evaluation.recording import Scripted
from unbland.application.result import Rewrite
from unbland.application.review import Draft, look
from unbland.application.rewrite import Rewriter
from unbland.bootstrap import sets
from unbland.core.facts import CompanyFacts
from unbland.core.ledger.model import Kind, Ledger, Modality, Source

EXAMPLES = Path(__file__).parents[2] / "examples"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A draft with its facts."""

    name: str
    draft: Draft
    facts: CompanyFacts


def _examples() -> Iterable[Given]:
    for folder in sorted(path for path in EXAMPLES.iterdir() if path.is_dir()):
        facts = yaml.safe_load((folder / "facts.yaml").read_text(encoding="utf-8"))
        text = next(folder.glob("draft.*")).read_text(encoding="utf-8")
        yield Given(name=folder.name, draft=Draft(content=text), facts=TypeAdapter(CompanyFacts).validate_python(facts))


GIVEN = (
    *_examples(),
    *(
        Given(name=case.id, draft=Draft(content=case.draft.content, format=case.draft.format), facts=case.facts)
        for case in sets.eval_cases()
    ),
)

#: A model's lines for a ledger: section → (text, cites).
Lines = dict[str, list[tuple[str, list[str]]]]

_HOMES = {Kind.REASON: "opening", Kind.DUTY: "do", Kind.GOAL: "do", Kind.BENEFIT: "offer", Kind.COMPANY: "about"}


def _home(source: Source) -> str:
    if source.kind is Kind.REQUIREMENT:
        return "nice" if source.modality is Modality.PREFERRED else "must"
    return _HOMES.get(source.kind, "offer")


def _by_section(lines: Iterable[tuple[str, str, list[str]]]) -> Lines:
    made: Lines = {}
    for section, text, cites in lines:
        made.setdefault(section, []).append((text, cites))
    return made


def _drops(ledger: Ledger) -> Lines:
    """A model that keeps the first duty and leaves out all the rest."""
    duties = ledger.of(Kind.DUTY, Kind.GOAL)[:1]
    return _by_section(("do", source.text, [source.id]) for source in duties)


def _echoes(ledger: Ledger) -> Lines:
    """A model that repeats every source in its own words."""
    return _by_section((_home(source), source.text, [source.id]) for source in ledger.sources)


def _hollows(ledger: Ledger) -> Lines:
    """A model that mentions every source and says none of it."""
    hollow = {Kind.REQUIREMENT: "Relevant experience and qualifications.", Kind.PAY: "We pay you well."}
    return _by_section(
        (_home(source), hollow.get(source.kind, "We look forward to working with you."), [source.id])
        for source in ledger.sources
    )


def _thins(ledger: Ledger) -> Lines:
    """A model that keeps the first half of each source's words, and with it often no figure."""
    return _by_section(
        (_home(source), " ".join(source.text.split()[: max(3, len(source.text.split()) // 2)]), [source.id])
        for source in ledger.sources
    )


def _moves(ledger: Ledger) -> Lines:
    """A model that puts every source under a heading where it does not belong."""
    away = {"must": "nice", "nice": "must", "do": "about", "offer": "opening", "opening": "about", "about": "do"}
    return _by_section((away[_home(source)], source.text, [source.id]) for source in ledger.sources)


def _lumps(ledger: Ledger) -> Lines:
    """A model that makes one line of all must-haves and cites them all for two words of each."""
    needs = ledger.must_haves
    text = ", ".join(" ".join(need.text.split()[:2]) for need in needs) or "Nothing."
    return {"must": [(text, [need.id for need in needs])], "do": []}


MODELS: tuple[Callable[[Ledger], Lines], ...] = (_drops, _echoes, _hollows, _thins, _moves, _lumps)


async def edited(given: Given) -> tuple[Rewrite, Ledger]:
    """The rewrite by the editor, and the ledger it rests on."""
    rewriter = Rewriter(chain=None, new_id=lambda: "rw_1", seconds=30)
    return await rewriter.rewrite(given.draft, given.facts), look(given.draft, given.facts).ledger


async def modelled(given: Given, model: Callable[[Ledger], Lines]) -> tuple[Rewrite, Ledger]:
    """The rewrite by a model that repeats itself when it is asked to mend a line."""
    ledger = look(given.draft, given.facts).ledger
    sections = [
        {"kind": kind, "lines": [{"text": text, "cites": cites} for text, cites in lines]}
        for kind, lines in model(ledger).items()
    ]
    reply = json.dumps({"title": "A job", "sections": sections})
    chain = Chain(Scripted({"write": reply, "repair": reply}), read_prompts())
    rewriter = Rewriter(chain=chain, new_id=lambda: "rw_1", seconds=30)
    return await rewriter.rewrite(given.draft, given.facts), ledger
