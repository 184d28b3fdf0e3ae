"""The spot where a word stands that may be a verb, and the subjects before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from unbland.core.guard.grammar import DETERMINERS, MARKERS
from unbland.core.guard.word import Word
from unbland.core.language import wordnet
from unbland.core.language.words import word_set

#: Behind these a subject comes, and then what it does.
_SUBJECT_FOLLOWS = word_set("that which whom until when while because if before after once")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A word that may be a verb, with what stands around it in its statement."""

    words: Sequence[Word]
    at: int
    word: Word
    #: How often it is a verb: `v` mostly, `b` at times, `n` rarely.
    kind: str
    #: The word before; "cross" in "cross-check" is passed over.
    before: Word | None
    after: Word | None

    @property
    def noun(self) -> Word:
        """The word right before, of one that stands behind another."""
        return self.words[self.at - 1]

    def earlier(self) -> list[Word]:
        """The words before it in its statement."""
        return [word for word in self.words[: self.at] if word.statement == self.word.statement]

    @property
    def is_irregular(self) -> bool:
        """Whether no rule makes its form of the past: "sent", "taught"."""
        return not self.word.third and wordnet.irregular(self.word.form) != self.word.form

    @property
    def is_base(self) -> bool:
        """Whether it is a word without an ending."""
        return self.word.form in wordnet.lemmas(self.word.form) and not self.word.third


def is_joined(spot: Spot) -> bool:
    """Whether two subjects with articles stand before it, and an object behind: "the cook and the clerk write"."""
    own = [word for word in spot.earlier() if word.clause == spot.word.clause]
    first = [word for word in spot.earlier() if word.clause == spot.word.clause - 1]
    joined = _goes_on(own) and _is_with_article(first)
    return joined and spot.after is not None and spot.after.plain in DETERMINERS


def _goes_on(words: Sequence[Word]) -> bool:
    """Whether a clause begins with "and" and an article, and with no comma before them."""
    return len(words) > 1 and words[0].plain == "and" and words[1].plain in DETERMINERS and not words[0].comma


def _is_with_article(words: Sequence[Word]) -> bool:
    """Whether a clause is no more than a subject with its article."""
    return bool(words) and words[0].plain in DETERMINERS and not any(word.verb or word.marker for word in words)


def is_related(spot: Spot) -> bool:
    """Whether it ends what is said of the noun before "that", or behind "until": "the list that the manager keeps"."""
    earlier = spot.earlier()
    at = max((at for at, word in enumerate(earlier) if word.plain in _SUBJECT_FOLLOWS), default=0)
    subject = earlier[at + 1 :]
    if not at or not _is_plain(subject):
        return False
    if earlier[at].plain in ("that", "which", "whom"):
        return _is_last(spot) and earlier[at - 1].content and subject[0].plain in DETERMINERS
    return len(subject) == 1 and subject[0].text[0].isupper()


def _is_plain(subject: Sequence[Word]) -> bool:
    """Whether some words may be one subject: no verb, no comma, nothing joined."""
    parted = any(word.verb or word.marker in ("of", "and") or word.comma for word in subject)
    return bool(subject) and not parted


def _is_last(spot: Spot) -> bool:
    """Whether nothing that it could govern stands right behind it."""
    return spot.after is None or spot.after.comma or spot.after.plain in MARKERS
