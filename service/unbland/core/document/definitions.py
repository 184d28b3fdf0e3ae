"""Link definitions of Markdown: lines that no reader sees, which give the addresses of links elsewhere in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from unbland.core.document.links import address
from unbland.core.document.model import Removal, Removed
from unbland.core.document.traced import Traced

#: `[label]: address "title"`, where the address looks like one; `[Apply by]: 3 May` is text.
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<label>[^\]\[\n]{1,200})\]:[ \t]{0,9}<?(?P<url>(?:https?:|mailto:|www\.|javascript:"
    r"|data:|[/#<.])[^\s>]{0,2000})>?(?P<title>[ \t]{1,9}(?:\"[^\"\n]{0,2000}\"|'[^'\n]{0,2000}'"
    r"|\([^)\n]{0,2000}\)))?[ \t]{0,9}$",
    re.MULTILINE | re.IGNORECASE,
)
_LABEL = re.compile(r"\[([^\]\[\n]{1,200})\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Defined:
    """What the definitions of a text give, and what was taken out with them."""

    #: Label, as written → address.
    targets: dict[str, str] = field(default_factory=dict)
    #: Definitions that say more than the address of a link that is there.
    removed: tuple[Removed, ...] = ()


def without_definitions(text: Traced) -> tuple[Traced, Defined]:
    """The text without its link definitions, each line left empty, and what they gave."""
    found = list(_DEFINITION.finditer(text.text)) if "]:" in text.text else []
    if not found:
        return text, Defined()
    rest = text.replaced(_DEFINITION, lambda _: "")
    used = {label.lower() for label in _LABEL.findall(rest.text)}
    targets: dict[str, str] = {}
    removed = []
    for one in found:
        url = address(one["url"]) if one["label"].lower() in used else ""
        if url:
            targets.setdefault(one["label"], url)
        if not url or one["title"]:
            start, end = text.span(*one.span())
            removed.append(Removed(why=Removal.HIDDEN, start=start, end=end))
    return rest, Defined(targets=targets, removed=tuple(removed))
