"""What a judge's answers are worth: a yes counts only with words of the posting, and only the majority is a verdict."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from unbland.core.ledger.orders import is_order

#: One or two words stand in nearly every posting, and prove nothing.
_FEWEST_WORDS = 3

#: Words to whoever judges the posting, beside those that any machine is spoken to with.
_TO_THE_JUDGE = re.compile(
    r"\b(?:rate|rated|mark|marked|score|scored|count|counts|judge|judges|judged|answer|verdicts?|criteri(?:on|a))\b"
    r".{0,60}\b(?:un)?met\b",
    re.IGNORECASE,
)


class Answer(StrEnum):
    """What is said of one criterion."""

    MET = "met"
    UNMET = "unmet"
    CANNOT_ASSESS = "cannot_assess"
    #: Nothing that counts: no answer, two answers, or a yes without words of the posting.
    UNSCORED = "unscored"


#: What a share is made of; all else is coverage.
SCORED = frozenset({Answer.MET, Answer.UNMET})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a judge says of one criterion, as it says it."""

    criterion: str
    #: Said to be the words of the posting that show it.
    quote: str
    reason: str
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One answer to one criterion, as it counts."""

    answer: Answer
    quote: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ballot:
    """All votes on one criterion of one posting."""

    votes: tuple[Vote, ...]

    @property
    def answer(self) -> Answer:
        """What more than half of all votes say, the void ones included; else nothing."""
        counts = Counter(vote.answer for vote in self.votes)
        said, count = counts.most_common(1)[0] if counts else (Answer.UNSCORED, 0)
        return said if 2 * count > len(self.votes) else Answer.UNSCORED

    @property
    def flips(self) -> tuple[int, int]:
        """How many pairs of votes differ, and how many pairs there are."""
        pairs = list(combinations((vote.answer for vote in self.votes), 2))
        return sum(one is not other for one, other in pairs), len(pairs)


def shown(text: str) -> tuple[str, int]:
    """The posting as the judge sees it, and how many lines are kept from it because they speak to a machine."""
    lines = text.splitlines()
    kept = [line for line in lines if not (is_order(line) or _TO_THE_JUDGE.search(line))]
    return "\n".join(kept), len(lines) - len(kept)


def votes(said: Sequence[Said], criteria: Sequence[str], text: str) -> dict[str, Vote]:
    """A vote for each criterion, of what a judge said who saw this text."""
    found = {name: [each for each in said if each.criterion == name] for name in criteria}
    return {name: _vote(answers, text) for name, answers in found.items()}


def void(why: str, criteria: Sequence[str]) -> dict[str, Vote]:
    """The votes of a judge that gave no answer at all."""
    return {name: Vote(answer=Answer.UNSCORED, reason=why) for name in criteria}


def _vote(said: Sequence[Said], text: str) -> Vote:
    if len(said) != 1:
        return Vote(answer=Answer.UNSCORED, reason="two verdicts" if said else "no verdict")
    only = said[0]
    if only.answer is Answer.MET and not _stands(only.quote, text):
        return Vote(answer=Answer.UNSCORED, quote=only.quote, reason="the quote is not in the posting")
    return Vote(answer=only.answer, quote=only.quote, reason=only.reason)


def _stands(quote: str, text: str) -> bool:
    """Whether the quote is in the text to the letter, however its blanks and lines are set."""
    words = quote.split()
    return len(words) >= _FEWEST_WORDS and " ".join(words) in " ".join(text.split())
