"""Duties in the third person as commands: `Sets up and operates lathes` is `Set up and operate lathes`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unbland.core.guide.words.gerunds import VERBS

#: In a list of which fewer begin so, such a word may be a noun: `Records management`.
_LEAST, _SHARE = 3, 0.5

_FIRST = re.compile(r"[A-Za-z][a-z-]+(?=[\s,/]+\S)")
#: The verbs right behind the first one: `Plans, prepares and serves`.
_CHAIN = re.compile(r"(?: up| out| in| off)?(?:\s*,|\s+and|\s+or|\s+&|\s?/)+\s*(?P<word>[a-z-]+)\b")
#: A word joined to the object of a verb, and the word behind it.
_LATER = re.compile(
    r"(?:[,;]|\b(?:and|or)\b|&)\s+(?:(?:and|or|also|then)\s+)*(?P<word>[a-z-]+s)\b(?P<after>\s+[\w$£€]+)?"
)
#: A verb behind one of these is somebody else's.
_CLAUSE = re.compile(r"\b(?:that|who|which|when|while|if|where|he|she|they)\b", re.IGNORECASE)
#: Behind a noun, and seldom behind a verb that has its object to come.
_NOT_AN_OBJECT = re.compile(r"\s+(?:as|for|in|of|on|at|to|by|from|with|and|or|when|if)$")


def _third(verb: str) -> str:
    """How a verb is spelled of somebody else."""
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"


_VERBS = {_third(verb): verb for verb in VERBS.split()}


def is_told_of_another(texts: Sequence[str]) -> bool:
    """Whether most lines of a list of duties begin with a verb of the third person."""
    firsts = [found[0].lower() in _VERBS for text in texts if (found := _FIRST.match(text)) is not None]
    return sum(firsts) >= _LEAST and sum(firsts) >= _SHARE * len(texts)


def as_order(text: str) -> str:
    """A duty of such a list as a command; as it stands where a later word may be a verb or a noun."""
    first = _FIRST.match(text)
    verb = _VERBS.get(first[0].lower()) if first is not None else None
    if first is None or verb is None:
        return text
    said, end = verb.capitalize(), first.end()
    while (link := _CHAIN.match(text, end)) and (verb := _VERBS.get(link["word"])):
        said += text[end : link.start("word")] + verb
        end = link.end()
    return _with_later(text, end, said)


def _with_later(text: str, end: int, said: str) -> str:
    """What was said so far and the rest of a duty, whose later verbs are commands too; the whole text where unsure."""
    for link in _LATER.finditer(text, end):
        verb = _VERBS.get(link["word"])
        if verb is None:
            continue
        if not link["after"] or _NOT_AN_OBJECT.match(link["after"]) or _CLAUSE.search(text, end, link.start()):
            return text
        said += text[end : link.start("word")] + verb
        end = link.end("word")
    return said + text[end:]
