"""A call for applicants without its praise: whom it seeks says enough."""

from __future__ import annotations

import re

from unbland.core.editor.wording import article, needs_the_next_word
from unbland.core.guide.calls import is_call

#: Praise in a call for applicants, of those sought, of the chance and of the team: `a dynamic and ambitious cook`. One
#: with a capital is of a name.
_PRAISE = (
    r"(?:(?:highly|very|truly|super|really|extremely)[ -])?(?:dynamic|enthusiastic|passionate|energetic|talented"
    r"|motivated|self[ -]motivated|ambitious|dedicated|committed|hard[ -]?working|friendly|vibrant|pro-?active"
    r"|fun[ -]loving|like[ -]minded|fast[ -]paced|innovative|thriving|world[ -]class|rock ?star|superstar"
    r"|(?:exciting|rare|fantastic|amazing|wonderful|brilliant|superb|excellent|outstanding|exceptional|great|unique"
    r"|awesome|incredible|fabulous)(?= (?:\w+ )?(?:opportunit|chance|team|role|position|compan|group|vacanc|opening)))"
)
_PRAISED = re.compile(
    rf"(?P<article>\b[Aa]n?\s+)?(?P<joined>\s*(?:,|,?\s(?:and|&))\s+)?(?<![\w-]){_PRAISE}"
    rf"(?:(?:,?\s+(?:and|&)\s+|\s*[,/]\s*|\s+){_PRAISE})*(?![\w-])(?P<joins>,?\s+(?:and|&)(?=\s)|,)?\s+(?=\w)"
    r"(?!(?:and|or|about|for|in|on|to|with|at|by|of|that|who|pages?|content|programming|sql|web|pricing)\b)"
)

_ASKED = re.compile(r"\bare you\s*$", re.IGNORECASE)


def called(text: str) -> str:
    """A call without praise of those it seeks, of the chance and of the team; any other sentence as it is."""
    return _PRAISED.sub(_plain, text) if is_call(text) else text


def _plain(praise: re.Match[str]) -> str:
    before, rest = praise.string[: praise.start()], praise.string[praise.end() :]
    if praise["article"]:
        return f"{article(praise['article'], rest)} "
    if needs_the_next_word(before) or _ASKED.search(before):
        return praise[0]
    return f"{praise['joins'] or ''} " if praise["joined"] else ""
