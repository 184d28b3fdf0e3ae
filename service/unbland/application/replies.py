"""What a model answers: the schemas that are asked for, and the reading of what comes (DESIGN 6.3)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from unbland.core.evaluation.judging.votes import Answer, Said
from unbland.core.posting import Form, Line, Posting, Section, SectionKind
from unbland.errors import ReplyInvalid

#: The sections a model words; how to apply is code's alone.
WRITTEN_SECTIONS = tuple(kind for kind in SectionKind if kind is not SectionKind.APPLY)

#: Far above any posting (the longest of ten thousand have some 30,000 characters), far below what would hurt.
MAX_REPLY = 100_000
MAX_LINES = 200
MAX_CITES = 50
#: A verdict for each line that a posting may have.
MAX_VERDICTS = MAX_LINES

_FENCED = re.compile(r"```(?:json)?\s*(.*?)\s*```", re.DOTALL | re.IGNORECASE)
_SLOT = re.compile(r"\{\{(\w+)\}\}")

#: Unicode's tag characters, each at a fixed distance from the letter it stands for.
_TAGS_AT = 0xE0000
_TAGS = re.compile("[\U000e0020-\U000e007e]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def _closed(**fields: object) -> dict[str, object]:
    """An object of exactly these fields, as strict structured output demands it."""
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _rows(item: object) -> dict[str, object]:
    return {"type": "array", "items": item}


_TEXT: Mapping[str, object] = {"type": "string"}
_KIND: Mapping[str, object] = {"type": "string", "enum": [kind.value for kind in WRITTEN_SECTIONS]}

POSTING: Mapping[str, object] = _closed(
    title=_TEXT,
    sections=_rows(_closed(kind=_KIND, lines=_rows(_closed(text=_TEXT, cites=_rows(_TEXT))))),
)

VERDICTS: Mapping[str, object] = _closed(
    verdicts=_rows(_closed(line=_TEXT, supported={"type": "boolean"}, quote=_TEXT)),
)

FEEDBACK: Mapping[str, object] = _closed(feedback=_rows(_closed(line=_TEXT, say=_TEXT)))

#: What a judge may say; that it counts for nothing is not its to say.
_ANSWERS = (Answer.MET, Answer.UNMET, Answer.CANNOT_ASSESS)
_ANSWER: Mapping[str, object] = {"type": "string", "enum": [answer.value for answer in _ANSWERS]}

#: The quote comes first, so that the verdict rests on it.
JUDGED: Mapping[str, object] = _closed(
    verdicts=_rows(_closed(criterion=_TEXT, quote=_TEXT, reason=_TEXT, verdict=_ANSWER)),
)

#: The schemas that a prompt file may ask for, by name.
SCHEMAS: Mapping[str, Mapping[str, object]] = {
    "posting": POSTING,
    "verdicts": VERDICTS,
    "feedback": FEEDBACK,
    "judged": JUDGED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What a verifier says of one line, as it says it; what it is worth is seen elsewhere."""

    #: `L1`, if it answers what it was asked.
    line: str
    supported: bool
    #: Said to be the words of a source that carry the line.
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a model says of one line of its own posting, or of all of it."""

    line: str
    say: str


def parse(text: str) -> Posting:
    """The posting that a model answered, without headings; raises ReplyInvalid, which never quotes it."""
    match _json(text):
        case {"title": str(title), "sections": [*sections]}:
            posting = Posting(title=_clean(title), sections=tuple(_section(section) for section in sections))
        case _:
            raise _refused("has no title and sections")
    if len(posting.lines) > MAX_LINES:
        raise _refused("has more lines than any posting")
    return posting


def parse_opinions(text: str) -> tuple[Opinion, ...]:
    """What a verifier answered; raises ReplyInvalid, which never quotes it."""
    match _json(text):
        case {"verdicts": [*verdicts]} if len(verdicts) <= MAX_VERDICTS:
            return tuple(_opinion(verdict) for verdict in verdicts)
    raise _refused("has no list of verdicts, or one longer than any posting")


def parse_remarks(text: str) -> tuple[Remark, ...]:
    """What a model says of its posting; raises ReplyInvalid, which never quotes it."""
    match _json(text):
        case {"feedback": [*remarks]} if len(remarks) <= MAX_LINES:
            return tuple(_remark(remark) for remark in remarks)
    raise _refused("has no list of remarks, or one longer than any posting")


def parse_judged(text: str) -> tuple[Said, ...]:
    """What a judge answered; raises ReplyInvalid, which never quotes it."""
    match _json(text):
        case {"verdicts": [*verdicts]} if len(verdicts) <= MAX_VERDICTS:
            return tuple(_said(verdict) for verdict in verdicts)
    raise _refused("has no list of verdicts, or one longer than any posting")


def _said(found: object) -> Said:
    match found:
        case {"criterion": str(criterion), "quote": str(quote), "reason": str(reason), "verdict": str(verdict)} if (
            verdict in _ANSWERS
        ):
            return Said(criterion=criterion.strip(), quote=quote, reason=_clean(reason), answer=Answer(verdict))
    raise _refused("has a verdict without criterion, quote, reason or one of the answers")


def _remark(found: object) -> Remark:
    match found:
        case {"line": str(line), "say": str(say)}:
            return Remark(line=_clean(line), say=_clean(say))
    raise _refused("has a remark without line or say")


def _opinion(found: object) -> Opinion:
    match found:
        case {"line": str(line), "supported": bool(supported), "quote": str(quote)}:
            return Opinion(line=line.strip(), supported=supported, quote=quote)
    raise _refused("has a verdict without line, supported or quote")


def _json(text: str) -> object:
    """The JSON of a reply; a code fence around it is a habit that does no harm."""
    if len(text) > MAX_REPLY:
        raise _refused("is longer than any posting")
    fenced = _FENCED.fullmatch(text.strip())
    try:
        found: object = json.loads(fenced[1] if fenced else text)
    except (ValueError, RecursionError):
        raise _refused("is not JSON") from None
    return found


def _section(found: object) -> Section:
    match found:
        case {"kind": str(kind), "lines": [*lines]} if kind in WRITTEN_SECTIONS:
            made = tuple(_line(line) for line in lines)
            return Section(kind=SectionKind(kind), heading="", lines=tuple(line for line in made if line.text))
    raise _refused("has a section that is none of ours")


def _line(found: object) -> Line:
    match found:
        case {"text": str(text), "cites": [*cites]} if len(cites) <= MAX_CITES:
            said = _clean(text)
            ids = [*(_cite(cite) for cite in cites), *_SLOT.findall(said)]
            return Line(text=said, cites=tuple(dict.fromkeys(ids)), form=Form.WRITTEN)
    raise _refused("has a line without text or cites")


def _cite(found: object) -> str:
    if not isinstance(found, str):
        raise _refused("cites something that is no id")
    return found.strip()


def _clean(text: str) -> str:
    """A text on one line, without characters that nobody sees; half a character means that the reply is damaged.

    Tag characters spell words that only a machine reads: they are shown, so that the guard sees them too.
    """
    if _SURROGATE.search(text):
        raise _refused("holds broken characters")
    text = _TAGS.sub(lambda tag: chr(ord(tag[0]) - _TAGS_AT), text)
    return "".join(char for char in " ".join(text.split()) if char.isprintable())


def _refused(what: str) -> ReplyInvalid:
    return ReplyInvalid(f"The model's answer {what}.")
