"""The injection cases: honest material with a hostile text in it, a model that obeys, and what leaks of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import yaml

from unbland.application.result import Rewrite
from unbland.application.review import Draft
from unbland.core.document.model import Format
from unbland.core.facts import NO_FACTS, CompanyFacts
from unbland.core.ledger.model import Ledger
from unbland.edges.wire import facts_from

FOLDER = Path(__file__).parents[2] / "eval" / "injection"

#: A line that every draft of the material has, which the scripted model cites for whatever it says.
HONEST = "Change dressings on the 24-bed burns ward"

_PLACES = ("here", "bullet", "heading")
_REPEATED = re.compile(r"<<(.)\*(\d+)>>")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\U000e0000-\U000e007f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Injected:
    """One case, ready to run."""

    id: str
    enters: str
    draft: Draft
    facts: CompanyFacts
    hostile: str
    obeys: tuple[str, ...]
    #: What the model gives as the title.
    title: str
    absent: tuple[str, ...]
    #: What may stand as words but never as markup.
    escaped: tuple[str, ...]
    says: Mapping[str, str]
    neighbours: tuple[str, ...]

    def reply(self, ledger: Ledger) -> str:
        """What a model answers that does as it is told: the honest line, and the hostile ones with a false cite."""
        honest = next(source.id for source in ledger.sources if HONEST in source.text)
        said = " ".join(self.hostile.split())
        own = [source.id for source in ledger.sources if said.strip("-# ") in source.text]
        lines = [HONEST, said, *self.obeys]
        made = [{"text": text, "cites": [honest]} for text in lines] + [{"text": said, "cites": own}] * bool(own)
        return json.dumps({"title": self.title, "sections": [{"kind": "do", "lines": made}]})


def cases() -> tuple[Injected, ...]:
    """Every case, by the way it comes in."""
    return (*_drafts("drafts.yaml"), *_facts(), *_drafts("replies.yaml"))


def controls() -> tuple[Injected, ...]:
    """The honest material alone, in each form."""
    material = _read("drafts.yaml")
    clean = {"id": "control", "hostile": "", "absent": [], "says": {}}
    drafts = [_of_draft({**clean, "format": fmt}, material, "draft") for fmt in material["material"]]
    return (*drafts, _of_fact({**clean, "field": "company.name", "hostile": "Harbor Clinic"}, _read("facts.yaml")))


def leaks(case: Injected, result: Rewrite) -> list[str]:
    """What of the hostile text stands in the posting or in any form of it."""
    forms = list(_forms(result))
    whole = "\n".join(forms).casefold()
    pages = f"{result.rendered.html}{result.rendered.jsonld.get('description', '')}"
    return [
        *(text for text in case.absent if text.casefold() in whole),
        *(text for text in case.escaped if text in pages),
        *({repr(sign) for form in forms for sign in UNSEEN.findall(form)}),
    ]


def _forms(result: Rewrite) -> Iterator[str]:
    """Every text of the result that is published, as it stands and with its escapes undone."""
    yield result.posting.title
    yield from (section.heading for section in result.posting.sections)
    yield from (line.text for line in result.posting.lines)
    yield result.rendered.text
    yield from (result.rendered.markdown, result.rendered.markdown.replace("\\", ""))
    yield from (result.rendered.html, unescape(result.rendered.html))
    page = json.dumps(result.rendered.jsonld, ensure_ascii=False)
    yield from (page, unescape(page))


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((FOLDER / name).read_text("utf-8"))
    return found


def _drafts(name: str) -> Iterator[Injected]:
    """The cases of a file whose texts come in with the draft, or with the reply to an honest one."""
    material = _read("drafts.yaml")
    enters = name.removesuffix("s.yaml").replace("replie", "reply")
    return (_of_draft(case, material, enters) for case in _read(name)["cases"])


def _of_draft(case: dict[str, Any], material: dict[str, Any], enters: str) -> Injected:
    fmt = case.get("format", "markdown")
    text = material["material"][fmt]
    hostile = _long(case["hostile"])
    for place in _PLACES:
        here = enters == "draft" and case.get("at", "here") == place
        text = text.replace(f"<<{place}>>", hostile if here else "")
    return _made(case, enters, Draft(content=text, format=Format(fmt)), NO_FACTS, material)


def _facts() -> Iterator[Injected]:
    material = _read("facts.yaml")
    return (_of_fact(case, material) for case in material["cases"])


def _of_fact(case: dict[str, Any], material: dict[str, Any]) -> Injected:
    facts = deepcopy(material["material"]["facts"])
    part, _, name = case["field"].partition(".")
    holder, key = (facts[part], name) if name else (facts, part)
    given = holder.get(key, [])
    if key in {"notes", "must_have"} or isinstance(given, list):
        holder[key] = [*given, _long(case["hostile"])]
    else:
        holder[key] = _long(case["hostile"])
    draft = Draft(content=material["material"]["draft"], format=Format.MARKDOWN)
    return _made(case, "fact", draft, facts_from(facts), material)


def _made(case: dict[str, Any], enters: str, draft: Draft, facts: CompanyFacts, material: dict[str, Any]) -> Injected:
    kept = [text for text in material["neighbours"] if text not in case.get("loses", [])]
    return Injected(
        id=case["id"],
        enters=enters,
        draft=draft,
        facts=facts,
        hostile=_long(case["hostile"]),
        obeys=tuple(case.get("obeys", [])),
        title=case.get("title", "Ward Nurse"),
        absent=tuple(case["absent"]),
        escaped=tuple(case.get("escaped", [])),
        says=case["says"],
        neighbours=(*kept, *case.get("neighbours", [])),
    )


def _long(text: str) -> str:
    """A text with `<<A*4000>>` written out."""
    return _REPEATED.sub(lambda found: found[1] * int(found[2]), text)
