"""Marks that do something when a text is shown: they ring a chat, run code, or lead elsewhere than they say."""

from __future__ import annotations

import re

from unbland.core.document.model import Removal, Removed
from unbland.core.document.traced import Traced
from unbland.core.language.disguise import looks_latin
from unbland.core.language.words import folded

#: Slack's and Discord's calls; `<!--` and `<!DOCTYPE` are HTML.
_CALL = re.compile(
    r"<(?:!(?!doctype)[a-z]|@[!&]?[UWB]?[0-9A-Z]{2}|#C[0-9A-Z])[^<>\n]{0,80}>|(?<![\w.@+-])@(?:channel|here"
    r"|everyone|all)\b(?![.-]\w)",
    re.IGNORECASE,
)

#: Addresses that are programs; `JavaScript: 3 years` is a skill.
_CODE = (
    r"(?:javascript|vbscript)\s{0,3}:\s{0,3}(?=[^\s()]{0,80}[(/;=`])\S{1,2000}"
    r"|data:[a-z]{2,20}/[\w.+-]{1,60}[;,]\S{0,4000}"
)
_RUNS_CODE = re.compile(
    rf"(?P<image>!)?\[(?P<words>[^\[\]\n]{{0,200}})\]\(\s{{0,9}}<?(?:{_CODE})|(?<![\w-])(?:{_CODE})", re.IGNORECASE
)

#: An address up to its first slash, and what follows; `www.jobs@x.org` is a slip, and no trap.
_HOST = re.compile(
    r"(?:https?://(?P<host>[^\s/?#<>\"'()]{1,255})"
    r"|(?<![\w.@/-])www\.(?P<bare>[^\s/?#@<>\"'()]{1,255}))(?:[/?#][^\s<>\"']{0,2000})?",
    re.IGNORECASE,
)


#: Each of them has one of these, or "www.".
_SIGNS = ("<", "@", ":")


def without_traps(text: Traced) -> tuple[Traced, tuple[Removed, ...]]:
    """The text without such marks, and where they stood; the words of a link stay."""
    if not any(sign in text.text for sign in _SIGNS) and "www." not in folded(text.text):
        return text, ()
    kept, removed = _without(text, _CALL, Removal.CALL) if _may_call(folded(text.text)) else (text, ())
    kept, code = _without(kept, _RUNS_CODE, Removal.LINK) if _may_run_code(folded(kept.text)) else (kept, ())
    kept, masked = _without(kept, _HOST, Removal.LINK) if _may_be_masked(folded(kept.text)) else (kept, ())
    return kept, (*removed, *code, *masked)


def _may_call(plain: str) -> bool:
    """Whether a text in small letters has what a call begins with, which is found sooner."""
    return any(sign in plain for sign in ("<!", "<@", "<#", "@channel", "@here", "@everyone", "@all"))


def _may_run_code(plain: str) -> bool:
    """The same of the address of a program."""
    return "data:" in plain or (":" in plain and ("javascript" in plain or "vbscript" in plain))


def _may_be_masked(plain: str) -> bool:
    """The same of an address, and of what makes one look like another."""
    return ("://" in plain or "www." in plain) and (not plain.isascii() or "@" in plain or "xn--" in plain)


def is_masked(host: str) -> bool:
    """Whether a host looks like another: a name before an @, or letters of another script in place of Latin ones."""
    return "@" in host or any(looks_latin(_shown(label)) for label in host.split("."))


def _shown(label: str) -> str:
    """A part of a host as a browser may show it."""
    if not label.lower().startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


def _without(text: Traced, pattern: re.Pattern[str], why: Removal) -> tuple[Traced, tuple[Removed, ...]]:
    found = [match for match in pattern.finditer(text.text) if _rest(match) != match[0]]
    if not found:
        return text, ()
    spans = (text.span(*match.span()) for match in found)
    removed = tuple(Removed(why=why, start=start, end=end) for start, end in spans)
    rests = {match[0]: _rest(match) for match in found}
    return text.replaced(pattern, lambda written: rests.get(written, written)), removed


def _rest(match: re.Match[str]) -> str:
    """What stays of a match: a harmless address whole, of a link its words, of anything else nothing."""
    groups = match.groupdict()
    if "host" in groups:
        return "" if is_masked(match["host"] or match["bare"]) else match[0]
    return "" if groups.get("image") else groups.get("words") or ""
