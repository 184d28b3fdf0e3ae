"""What a line may open to the outside: links, addresses, telephone numbers, and words meant for a machine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.guard.evidence import Case
from unbland.core.guard.model import Violation, ViolationClass
from unbland.core.guard.slots import SLOT
from unbland.core.language.net import Gated
from unbland.core.ledger.orders import asks_for_secrets, is_order

#: Links, mail addresses, handles, bare domains and telephone numbers.
_CONTACT = Gated(
    r"\bhttps?://[^\s<>()]+|\bwww\.[^\s<>()]+|\bmailto:\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}|(?<!\w)@\w{2,}"
    r"|(?<![\w-])(?:[\w-]{1,63}\.){1,5}(?:com|org|net|io|ai|co|ca|uk|de|eu|dev|app|jobs|example|info|biz|ru|cn|xyz)\b(?:/\S*)?"
    r"|(?<![\w$])\+?\(?\d{2,5}\)?(?:[ .-]\(?\d{2,5}\)?){2,4}(?![\w%])",
    re.IGNORECASE,
)

#: Code, or marks that a reader's screen turns into code or links, and characters that no reader sees.
_MARKUP = re.compile(
    r"<\s{0,9}[a-z/!][^<]{0,200}|\]\s?\(|```|!\[|&#x?[0-9a-f]+;|&(?:lt|gt|amp|nbsp);|\bjavascript:|\bdata:\w+/"
    r"|^\s{0,3}(?:#{1,6} |[-*+>] )|\*\*|~~|__|(?<!\w)\*(?=\w)|[\r\n]"
    r"|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]",
    re.IGNORECASE,
)

#: Words to a model, or to a reader about this text; no posting needs them.
_ORDER = Gated(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b"
    r"(?:instruction|prompt|rule|above|previous|prior|guideline|polic)"
    r"|\bsystem prompt\b|\b(?:developer|jailbreak) mode\b|\blanguage model\b|\bas an ai\b|\bchat ?gpt\b"
    r"|\byou are an? (?:ai|assistant)\b"
    r"|\b(?:rate|score|rank|grade) (?:this|it|the) (?:posting|draft|job|ad|text)\b|\b(?:new|following) instructions?\b"
    r"|\bsources? (?:below|above)\b|\bplaceholder\b|\b(?:insert|tbd|todo|lorem ipsum)\b|\[[^\]]{1,40}\]|\bcited? source"
    r"|\bclick here\b|\bsocial (?:security|insurance) number\b|\b(?:bank|credit card) (?:details|number|account)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Violation]:
    """Contacts that no cited source has; markup, unseen characters and orders wherever they come from."""
    known = {contact for source in case.sources for contact in _contacts(source.text)}
    for contact in _contacts(case.line.text):
        if contact not in known:
            yield Violation(class_=ViolationClass.LINK, detail=f"{contact!r} is in no cited source")
    for match in _MARKUP.finditer(case.line.text):
        detail = f"{match.group()[:20]!r} is markup or an unseen character"
        yield Violation(class_=ViolationClass.INSTRUCTION, detail=detail)
    said = SLOT.sub(" ", case.line.text)  # a slot is code's to fill, not an order
    if is_order(said) or asks_for_secrets(said):
        detail = "the line speaks to a machine, or asks applicants for secrets"
        yield Violation(class_=ViolationClass.INSTRUCTION, detail=detail)
    for match in _ORDER.finditer(case.line.text):
        detail = f"{match.group()[:60]!r} speaks to a machine, not to a candidate"
        yield Violation(class_=ViolationClass.INSTRUCTION, detail=detail)


def _contacts(text: str) -> Iterator[str]:
    return (match.group().rstrip(".,;").lower() for match in _CONTACT.finditer(text))
