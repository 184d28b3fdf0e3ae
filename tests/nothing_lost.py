"""Whether anything of the input was lost on the way: a comparison of its own, which shares no code with the guard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from unbland.application.result import Rewrite
from unbland.core.assembly.accounting import Fate, SourceFate
from unbland.core.language.quantities import quantities
from unbland.core.ledger.model import Kind, Ledger, Modality, Source

#: What a recruiter misses when it is gone: every must-have, and all of these.
WEIGHTY = frozenset({Kind.LEGAL, Kind.PAY, Kind.PROCESS, Kind.CONTACT, Kind.LOCATION, Kind.SCHEDULE})
#: What must stand letter by letter.
PROTECTED = frozenset({Kind.LEGAL, Kind.PROCESS, Kind.CONTACT})

#: The reasons for which a source may be in no line; nothing else is a reason.
_SAID_TWICE = re.compile(r"(?P<twin>[DF]\d+) says the same")
_OVERRULED = re.compile(r"the facts say otherwise \((?P<fact>F\d+)\)")
#: They hold only for what has no figure and no address, and never for law or contacts.
_EMPTY = frozenset(
    {
        "only leads into the list below it",
        "a note for whoever hires, not for readers",
        "generic: it goes without saying in this trade",
        "generic: any posting asks for it, and any applicant claims it",
        "generic: any company could say it of itself",
        "worn: every posting says it, and nobody learns anything from it",
        "hollow: it names no duty",
        "hollow: it asks for nothing that could be checked",
        "hollow: it names no pay",
        "hollow: it gives no reason that could be checked",
    }
)
_NEVER_EMPTY = frozenset({Kind.LEGAL, Kind.CONTACT, Kind.LOCATION, Kind.SCHEDULE})

#: Facts whose value code words: the typed value is compared, not its letters.
_RENDERED = frozenset({"process.deadline", "process.vacancy", "process.ai_screening", "role.workplace"})
#: Facts that choose or say nothing by themselves.
_SILENT = frozenset({("process.ai_screening", "false")})

_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s<>()\"]*[^\s<>()\".,;:!?]|\+?\(?\d[\d ().-]{6,}\d"
)
_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w'’+#-]*")
#: Words without which a sentence says the same; written down here so that no list of the product is trusted.
_SMALL = frozenset(
    word
    for line in (
        "a an the and or of to in on at by for from with without as is are be been will would can could may must shall",
        "should have has had do does you your we our us they their it its this that these those who which what where",
        "when there not no any all each other such per than then so if but also only more most least into about over",
        "under up out very well able ability required requirement requirements require requires minimum preferred",
        "strong good excellent proven demonstrated experience experienced working work knowledge skill skills years",
        "year plus etc including include previous prior relevant ideal candidate",
    )
    for word in line.split()
)
#: So much of a source's own words a line must have to say it, and not only mention it.
_SAID = 0.6
#: Letters at the head of a word by which its forms are one word: licensed, licence.
_HEAD = 5


class Loss(NamedTuple):
    """A source of which something is gone."""

    id: str
    kind: Kind
    text: str
    what: str


def losses(result: Rewrite, ledger: Ledger) -> Iterator[Loss]:
    """Every weighty source that neither stands in the result nor has a reason that a recruiter accepts."""
    fates = {fate.id: fate for fate in result.accounting.sources}
    for source in ledger.sources:
        must = source.kind is Kind.REQUIREMENT and source.modality is Modality.REQUIRED
        if not must and source.kind not in WEIGHTY:
            continue
        if (source.field, source.text) in _SILENT:
            continue
        fate = fates[source.id]
        what = (
            _gone(source, fate, ledger) if fate.fate in {Fate.DROPPED, Fate.MERGED} else _missing(source, fate, result)
        )
        if what:
            yield Loss(source.id, source.kind, source.text, what)


def _gone(source: Source, fate: SourceFate, ledger: Ledger) -> str:
    """What is wrong with the reason why a source is in no line; empty where nothing is."""
    if found := _SAID_TWICE.fullmatch(fate.reason):
        twin = ledger.by_id[found["twin"]]
        whole = _any_dollar(source.text) <= _any_dollar(twin.text) and _addresses(source) <= _addresses(twin)
        return "" if whole else f"merged into {twin.text!r}"
    if found := _OVERRULED.fullmatch(fate.reason):
        told = any({source.id, found["fact"]} <= set(conflict.sources) for conflict in ledger.conflicts)
        return "" if told else "overruled without a conflict"
    bare = not _figures(source.text) and not _addresses(source) and source.kind not in _NEVER_EMPTY
    return "" if bare and fate.reason in _EMPTY else f"dropped: {fate.reason}"


def _any_dollar(text: str) -> frozenset[tuple[object, ...]]:
    """The figures, where `$` may be any dollar."""
    return frozenset(tuple("$" if part in {"USD", "CAD", "AUD"} else part for part in f) for f in _figures(text))


def _missing(source: Source, fate: SourceFate, result: Rewrite) -> str:
    """What of a source does not stand in the lines that rest on it; empty where all of it does."""
    lines = [result.posting.lines[place].text for place in fate.lines] or [result.posting.title]
    text = " ".join(lines)
    if _stands_by_the_letter(source) and not any(source.text in line for line in lines):
        return "not letter by letter"
    if gone := _figures(source.text) - _figures(text):
        return f"without {sorted(map(str, gone))}"
    if unsaid := {address for address in _addresses(source) if address not in text}:
        return f"without {sorted(unsaid)}"
    mine, theirs = _heads(source.text), _heads(text)
    hollow = source.field not in _RENDERED and len(mine & theirs) < _SAID * len(mine)
    return f"hollow, without {sorted(mine - theirs)}" if hollow else ""


def _stands_by_the_letter(source: Source) -> bool:
    """Whether a source is law, a contact or a way to apply, of the draft or of the facts."""
    if source.field is None:
        return source.kind in PROTECTED
    return source.field.partition("[")[0] in {"legal", "process.how_to_apply"}


def _figures(text: str) -> frozenset[tuple[object, ...]]:
    """Each figure as what it counts, its ends, its currency and its period."""
    return frozenset(
        (q.kind.value, q.unit if q.kind.value != "count" else "", q.low, q.high, q.currency, q.period)
        for q in quantities(text)
    )


def _addresses(source: Source) -> frozenset[str]:
    """The mail addresses, links and telephone numbers of a source; those that its words only stand for, too."""
    links = (re.sub(r"^(?:mailto|tel):", "", link) for link in source.links)
    return frozenset(found.group().strip() for found in _ADDRESS.finditer(source.text)) | frozenset(links)


def _heads(text: str) -> frozenset[str]:
    """The heads of the words that say something."""
    words = (found.group().lower() for found in _WORD.finditer(text))
    return frozenset(word[:_HEAD] for word in words if word not in _SMALL and len(word) > 1)
