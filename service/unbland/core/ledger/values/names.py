"""Who the job makes of a person, and whom the person answers to."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from unbland.core.language.net import Net
from unbland.core.language.words import content_stems, stem
from unbland.core.ledger.headings import split_label
from unbland.core.ledger.lexicon.conditions import RANKS
from unbland.core.ledger.lexicon.cue import shape
from unbland.core.ledger.lexicon.job import DUTY_VERBS
from unbland.core.ledger.lexicon.titles import POST_STEMS, POSTS
from unbland.core.ledger.model import Kind, Source
from unbland.core.ledger.titles import name_of
from unbland.core.ledger.values.common import Words, one_in_the_other, spelled_out

_RANK_STEMS = frozenset(stem(rank) for rank in RANKS)
#: Letters in common, in order, of two spellings of one title.
_MISTYPED = 0.8

_VERBS = frozenset(DUTY_VERBS)

#: `Cleaner required for a school`: a title at the start of an advertisement.
_WANTED = re.compile(
    r"^(?:(?:An?|The) )?(?P<title>(?:[A-Z][\w&/-]*)(?: [\w&/-]+){0,4}?) (?:is |are )?(?:required|wanted|needed"
    r"|sought)\b(?! by law)"
)

#: `We are looking for a Night Porter`: a title told in a sentence, known by its capitals.
_SOUGHT = re.compile(
    r"\b(?i:(?:is|are|am|we['’]re) (?:\w+ )?(?:looking for|seeking|hiring|recruiting)|(?:position|role|post) (?:of|for)"
    r"|(?:is|are) (?:\w+ )?recruiting for|(?:has|have|currently have) (?:an? )?(?:[\w*-]+ ){0,3}(?:vacancy|opening"
    r"|opportunity) for"
    r"|please (?:post|advertise)|seeks|we (?:now |also )?(?:need|seek))"
    r" (?i:(?:an?|our|the|its|one) )(?:[a-z-]+,? ){0,4}"
    r"(?P<title>[A-Z][\w&/-]*(?: (?:(?:of|and|the|for) )?[A-Z][\w&/-]*){0,5})"
)

#: `Can you do an advert for a sous chef?`, `Need a weekend barista`: told to a colleague, who needs no capitals.
_TO_WRITE = re.compile(
    r"(?:\b(?:ad|advert|posting|something (?:up|together)) for|^(?:[Ww]e )?[Nn]eed) (?:an? |the |our |another )?"
    r"(?P<title>(?:[a-z-]+ ){0,3}?[a-z-]+)(?= ?(?:[?.,;!]|$|pls\b|please\b|asap\b|(?:at|in|for) ))"
)

#: `My client is looking for experienced Recruitment Consultants`: several of one post.
_SEVERAL = re.compile(
    r"\b(?:is|are|am) (?:\w+ )?(?:looking for|seeking|hiring|recruiting)(?: for)? (?:[a-z-]+,? ){0,3}"
    r"(?P<title>[A-Z][\w&/-]*(?: [A-Z][\w&/-]*){0,4}(?<=s))(?![\w&/-])"
)

#: `The Port Officer performs the checks`: the post by what it is there for, at the start of a sentence.
_DOES = re.compile(
    r"^(?:[A-Z][^,.;]{3,60}, )?(?:[Tt]he|[Aa]n?|[Tt]his) (?P<title>[A-Z][\w&/-]*(?: [A-Z][\w&/-]*){0,4})"
    r" (?:performs|will perform|serves as|(?:is|will be) (?:primarily )?responsible for)\b"
)

_NET = Net((_SOUGHT,))

#: Whose reporting it is: the person's, and no paper's that is handed in.
_BOSS = shape(
    r"(?:^\W*|[.,;:–—(] ?|\b(?:you|will|['’]ll|and|role|position|job|post|incumbent|candidate|holder|person|who|also|it"
    r"|employee|intern|coordinator|manager|officer|specialist|assistant)(?: \([^()]{1,9}\))? )"
    r"(?:directly )?report(?:s|ing)?(?: directly)?(?: to:?|:| -) (?:the |our |your )?(?!be\b|quarterly\b|business\b)"
    r"(?P<boss>[^.;()–]+)"
)

#: Where the name of the post ends and the sentence goes on.
_NO_NAME = re.compile(r", (?=[a-z])| (?:and|who|with|while|as|for|to|in) (?=[a-z])")

#: A second line of command, beside the first.
_BESIDE = shape(r"\b(?:absence|dotted|functional(?:ly)?|matrix|indirectly|administratively|day[- ]to[- ]day)\b")


class Title(NamedTuple):
    """A job title: its words, and whether a sentence tells it by the way."""

    words: Words
    told: bool


def title(source: Source) -> Title | None:
    """The words of a job title, without what stands round it; in the draft, only of what names a post."""
    if source.from_draft and source.kind is not Kind.TITLE:
        found = _SOUGHT.search(source.text) if _NET.caught(source.text) else None
        named, told = (found["title"] if found else ""), True
    else:
        named, told = name_of(split_label(source.text)[1]), False
    if not named:
        return None
    named = spelled_out(named)
    words = content_stems(named)
    known = not source.from_draft or _names_a_post(named)
    return Title(words, told) if words and known else None


def sought(text: str) -> str:
    """The title that a sentence tells by the way, in its own words; empty where it tells none."""
    wanted = (_SOUGHT.search(text) if _NET.caught(text) else None) or _SEVERAL.search(text) or _WANTED.match(text)
    found = wanted or _DOES.match(text) or _TO_WRITE.search(text)
    return found["title"] if found and found["title"].split()[-1].lower().removesuffix("s") in POSTS else ""


def _names_a_post(text: str) -> bool:
    """Whether a text names a post and orders no work: `Partner with the business` is no title."""
    first, *rest = text.lower().split() or [""]
    if first in _VERBS:
        rest = rest if first in POSTS else []
        return not POST_STEMS.isdisjoint(stem(word) for word in rest)
    return not POST_STEMS.isdisjoint(content_stems(text))


def titles_agree(one: Title, other: Title) -> bool:
    """Whether one title only says more than the other, and not of the rank; a sentence may name the bare post."""
    if one.told or other.told:
        return _nearly(one, other) or not _posts(one).isdisjoint(_posts(other)) or not _posts(one) or not _posts(other)
    return one_in_the_other(one.words, other.words) and _RANK_STEMS.isdisjoint(one.words ^ other.words)


def titles_can_stand(one: Title, other: Title) -> bool:
    """Whether one draft can say both: sentences may name several people, so only title and title must agree."""
    return (one.told and other.told) or titles_agree(one, other)


def _nearly(one: Title, other: Title) -> bool:
    """Whether two titles are spelled so much alike that one of them is mistyped."""
    mine, theirs = (" ".join(sorted(title.words)) for title in (one, other))
    return SequenceMatcher(a=mine, b=theirs).ratio() >= _MISTYPED


def _posts(title: Title) -> Words:
    """The words of a title that name a post."""
    return title.words & POST_STEMS


def boss(source: Source) -> Words | None:
    """Whom the person reports to, in the first line of command."""
    said = f"{source.heading}: {source.text}" if source.from_draft else f"reports to {source.text}"
    found = None if source.from_draft and _BESIDE.search(source.text) else _BOSS.search(said)
    if found is None:
        return None
    named = _NO_NAME.split(found["boss"])[0]
    return content_stems(spelled_out(named)) or None
