"""One source's words, mended: the guide's own replacements, the verb first, one thought a line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unbland.core.guide.model import Finding
from unbland.core.guide.wording import as_command, starts_with_gerund
from unbland.core.language.sentences import with_capital
from unbland.core.ledger.evidence import duty_weight
from unbland.core.ledger.lexicon.cue import PLAIN

#: "You will …", "The successful candidate will …": in a list of duties the verb says it all.
_WHO_WILL = re.compile(
    r"^(?:in this (?:role|position|job),?\s+|as (?:an?|the|our) (?:[\w()/-]+,? ){1,4}?(?=you\b))?"
    r"(?:you(?:['’]ll|\s+will|['’]d|\s+would)|(?:the\s+)?(?:ideal\s+|successful\s+|doctoral\s+|phd\s+)?(?:candidate|applicant"
    r"|incumbent|employee|person|student|jobholder|post\s?holder|role|position)\s+will|they\s+will)"
    r"\s+(?!(?:also\s+)?(?:be|have|not|never|need|love|like|want|get|receive|join|report|involve|require|include|entail|offer)\b)"
    r"(?:also\s+)?(?=[a-z]+\b)",
    re.IGNORECASE,
)

#: "You will be responsible for …", with whoever it is.
_CHARGED = re.compile(
    r"^(?:(?:you(?:['’]ll|\s+will)|(?:the\s+)?(?:[\w-]+\s+){1,3}?will)\s+be\s+(?:responsible|accountable)\s+for:?\s+"
    r"|you(?:['’]ll|\s+will|['’]d|\s+would)\s+be\s+(?=[a-z]+ing\b))",
    re.IGNORECASE,
)

#: `To manage the depot`: an aim with nothing behind it that it would be the aim of.
_TO = re.compile(
    r"^to (?:also )?(?=[a-z]+\b)(?!.*, (?:you|we|our|the|this|it|they|applicants|candidates)\b(?! (?:and|or)\b))",
    re.IGNORECASE,
)

#: `You build dashboards`, in a list of what one does.
_YOU = re.compile(
    r"^you (?:also )?(?!(?:bring|have|hold|need|offer|seek|report|join|get|receive|like|love|will|would|must|just)\b)"
    r"(?=[a-z]+\b)",
    re.IGNORECASE,
)

#: `audit the store and to propose disposals`: the second aim of one `To`.
_AND_TO = re.compile(r"(\b(?:and|or) )to (?=([a-z]+)\b)")

#: How a wish is called one, before it and behind it.
_WISH = re.compile(
    r"^(?:nice(?:[- ]to[- ]haves?)?|bonus(?: points)?|preferred|desirable|desired|a plus|ideally)\s*:\s*", re.IGNORECASE
)
_WISHED = re.compile(
    r"[\s,(–—-]+(?:(?:(?:would|will|may|could)(?: also)? be|is|are|also)\s+)*(?:considered |seen |regarded )?(?:as )?"
    r"(?:strongly |highly |well )?"
    r"(?:preferred|desirable|desired|regarded|(?:an? )?nice[- ]to[- ]have|an? (?:big |definite |strong )?"
    r"(?:plus|asset|bonus|advantage))"
    r"(?:,? (?:but )?(?:is |are )?(?:not|isn['’]t|aren['’]t) (?:required|essential|necessary))?\)?\.?$",
    re.IGNORECASE,
)

#: What no wish ends in: `that will be …`.
_DANGLING = re.compile(r"\b(?:be|is|are|as|also|will|would|considered|and|or)\W*$", re.IGNORECASE)

#: What promises more and names nothing.
_AND_MORE = re.compile(
    r"(?:,?\s+(?:and|&)\s+(?:much\s+|many\s+|lots\s+)?more|,?\s+and\s+(?:any\s+|all\s+)?other\s+(?:related\s+)?"
    r"(?:duties|tasks)(?:\s+as\s+(?:required|assigned|needed|necessary))?)[.!]*$",
    re.IGNORECASE,
)

#: The same of what is offered; in work and demands it says that the list is not whole, which is true of it.
_ETC = re.compile(r",?\s+etc[.!]*$", re.IGNORECASE)

#: How a part begins that was joined to another: `and a valid licence`.
_JOINED = re.compile(r"^(?:and|but|plus)\s+(?=\w)")

#: `Hi everyone, we're looking for …`, `tl;dr: nets for cities`: said to a chat, not by a posting.
_GREETING = re.compile(
    r"^(?:(?:hi|hello|hey)(?: there| everyone| everybody| all| team| folks| guys| network)?(?:[,!.]+| [–-])|tl;?dr:)"
    r"\s+(?=\w)",
    re.IGNORECASE,
)

#: `Reason: a second shop opens`: where it stands says what it is.
_IS_REASON = re.compile(r"^reason(?: (?:for|of) (?:the )?(?:hiring|hire|vacancy|opening))?\s*:\s*", re.IGNORECASE)

#: A verb that needs the word after it: "we are passionate" is no sentence without it.
_BE = re.compile(r"\b(?:is|are|am|be|been|being|was|were|stay|remain|feel|very|so|more|most)\s*$", re.IGNORECASE)
_VOWEL = re.compile(r"(?!eu|uni|use|one\b)[aeiou]|hour|honest|heir", re.IGNORECASE)

#: A longer bullet than this is read twice (plain-language guides ask for at most 25 words a sentence), and one of so
#: many parts is a list.
LONG_WORDS = 25
_SHORTEST_PART, _RUN_ON = 3, 3


def mend(text: str, findings: Iterable[Finding], *, offers: bool = False) -> str:
    """The text with every replacement that the guide offers for it, in its own words otherwise."""
    for finding in findings:
        if finding.replacement:
            text = text.replace(finding.text, finding.replacement, 1)
        elif finding.replacement is not None:
            text = _without(text, finding.text)
    text = _ETC.sub("", text) if offers else text
    return tidy(_IS_REASON.sub("", _GREETING.sub("", _JOINED.sub("", _AND_MORE.sub("", text)))))


def _without(text: str, praise: str) -> str:
    """The text without words of praise before a noun; where they stand elsewhere the sentence needs them."""
    cut = re.compile(
        rf"(?P<article>\b[Aa]n?)?(?P<before>,)?\s*(?<![\w-]){re.escape(praise)},?\s+(?=\w)"
        r"(?!(?:and|or|about|for|in|on|to|with|at|by|of)\b)"
    )
    found = cut.search(text)
    if found is None or (needs_the_next_word(text[: found.start()]) and not found["article"]):
        return text
    rest = text[found.end() :]
    before = f"{article(found['article'], rest)} " if found["article"] else " "
    return f"{text[: found.start()]}{before}{rest}"


def needs_the_next_word(text: str) -> bool:
    """Whether a text ends in a verb that says nothing without what follows: "we are passionate"."""
    return _BE.search(text) is not None


def article(old: str, rest: str) -> str:
    """`a` or `an` before what now follows, by sound as far as spelling shows it."""
    new = "an" if _VOWEL.match(rest) else "a"
    return new.capitalize() if old[0].isupper() else new


def verb_first(text: str, *, bullet: bool = False) -> str:
    """A duty without "You will" and "responsible for"; a bullet begins with its verb, whatever stood above it."""
    charged = _CHARGED.match(text)
    turned = as_command(text[charged.end() :]) if charged else None
    if charged is not None and turned is not None:
        return tidy(turned[1] + text[charged.end() + turned[0] :])
    gerund = as_command(text) if bullet and not text.isupper() and starts_with_gerund(text) else None
    if gerund is not None:
        return tidy(gerund[1] + text[gerund[0] :])
    return tidy(_without_to(text) or _without_you(text) or _WHO_WILL.sub("", text))


def _without_to(text: str) -> str:
    """`To audit the store and to propose disposals` without its aims' `to`; empty where no verb is behind it."""
    bare = _TO.sub("", text)
    if bare == text or duty_weight(bare.removeprefix("line ")) < PLAIN:
        return ""
    return _AND_TO.sub(lambda to: to[1] if duty_weight(to[2]) >= PLAIN else to[0], bare)


def _without_you(text: str) -> str:
    """`You build dashboards` as what one does; empty where no verb of work is behind it."""
    bare = _YOU.sub("", text)
    return bare if bare != text and duty_weight(bare) >= PLAIN else ""


def wish(text: str) -> str:
    """What is nice to have, without the words that the heading over it says."""
    said = _WISHED.sub("", _WISH.sub("", text))
    # `Students are welcome. (A degree preferred)`: the wish is of what stands in the brackets, and not of the rest.
    halved = said.count("(") - said.count(")") > text.count("(") - text.count(")") and ". (" in said
    return tidy(text if halved or _DANGLING.search(said) else said)


def split(text: str) -> tuple[str, ...]:
    """A run-on of duties as its parts, cut at semicolons; a text of one thought stays whole."""
    parts = tuple(tidy(re.sub(r"^(?:and|or)\s+", "", part.strip())) for part in text.split(";"))
    short = len(text.split()) <= LONG_WORDS and len(parts) < _RUN_ON
    if short or any(len(part.split()) < _SHORTEST_PART for part in parts):
        return (text,)
    return parts


def tidy(text: str) -> str:
    """The text with single spaces, no dangling marks, and a capital first, but for an address or a name like `iOS`."""
    text = re.sub(r"\s+([,.;:!?])", r"\1", " ".join(text.split())).rstrip(";, ")
    if text.count("(") > text.count(")"):
        text += ")"
    return with_capital(text)
