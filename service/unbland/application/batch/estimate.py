"""What a batch would take, before anybody pays: calls, tokens, money and hours, each as a range."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from unbland.application.batch.model import Batch, Limits, NewItem
from unbland.application.batch.parking import ROUNDS
from unbland.core.batch.near import bands_of, signature_of
from unbland.core.pricing import BATCH_SHARE, Price

#: Characters of a token in English prose, roughly (OpenAI's help page on tokens says four).
_CHARACTERS = 4

#: Tokens of instructions and schema with each call, and of the sources' ids for each token of draft.
_PROMPT, _MARKS = 2_500, 1.4

#: Bytes of a request for each of its characters, with the marks of JSON; and what an answer has of the tokens that are
#: sent, until the first answers have shown it.
_BYTES, _ANSWERED = 1.1, 0.4

#: Calls for one posting: the write alone, and with a repair and a verifier.
_FEWEST, _MOST = 1.0, 2.2

#: Tokens of a result for each token of draft: a posting is cut, and its lines name their sources.
_SHORT, _LONG = 0.6, 1.5

#: What near duplicates share is remembered of so many postings, at sixteen numbers each: 50 MB.
_BANDS = 16 * 50_000

#: Hours that a provider's batch takes at most (OpenAI's `completion_window`).
_WINDOW = 24.0

#: Seconds of one call.
_FAST, _SLOW = 4.0, 20.0

#: Postings that the editor engine writes in a second on one core, slow and fast (docs/batch.md).
_EDITED = (5.0, 15.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The least and the most that is likely."""

    least: float
    most: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What a batch would take; money is None where no price is known."""

    items: int
    unusable: int
    #: Items that say the same as another to the letter, and cost nothing.
    copies: int
    #: Items that say nearly the same as one before them, for which a model may not be asked.
    near: int = 0
    calls: Span
    tokens: Span
    cost: Span | None
    hours: Span


def estimate(items: Iterable[NewItem], limits: Limits, at_once: int, *, asks: bool) -> Estimate:
    """What these items would take; `asks` is whether a model writes."""
    count = unusable = copies = near = characters = 0
    seen: set[int] = set()
    bands: set[int] = set()
    for item in items:
        count += 1
        if item.order is None:
            unusable += 1
            continue
        same = hash(item.order.draft.content) ^ hash(item.order.facts)
        if same in seen:
            copies += 1
            continue
        seen.add(same)
        characters += len(item.order.draft.content)
        own = bands_of(signature_of(item.order.draft.words)) if asks else ()
        if not bands.isdisjoint(own):
            near += 1
        elif len(bands) < _BANDS:
            bands.update(own)
    written = count - unusable - copies
    if not asks:
        slow, fast = _EDITED
        nothing = Span(least=0, most=0)
        hours = Span(least=written / fast / 3600, most=written / slow / 3600)
        return Estimate(
            items=count, unusable=unusable, copies=copies, calls=nothing, tokens=nothing, cost=nothing, hours=hours
        )
    return _asked(
        Estimate(
            items=count,
            unusable=unusable,
            copies=copies,
            near=near,
            calls=Span(least=(written - near) * _FEWEST, most=written * _MOST),
            tokens=Span(least=0, most=0),
            cost=None,
            hours=Span(least=0, most=0),
        ),
        characters / _CHARACTERS,
        limits,
        at_once,
    )


def _asked(found: Estimate, draft: float, limits: Limits, at_once: int) -> Estimate:
    """The same with what the model takes for so many tokens of drafts."""
    calls = found.calls
    mean = draft / max(1.0, calls.most / _MOST)
    ins = [each * (_PROMPT + _MARKS * mean) for each in (calls.least, calls.most)]
    outs = [draft * _SHORT, draft * _LONG]
    tokens = Span(least=ins[0] + outs[0], most=ins[1] + outs[1])
    cost = None
    if limits.price is not None:
        price_in, price_out = limits.price
        money = [(one * price_in + other * price_out) / 1_000_000 for one, other in zip(ins, outs, strict=True)]
        cost = Span(least=money[0], most=money[1])
    paced = [
        max(number / limits.rpm if limits.rpm else 0, total / limits.tpm if limits.tpm else 0) / 60
        for number, total in ((calls.least, tokens.least), (calls.most, tokens.most))
    ]
    return Estimate(
        items=found.items,
        unusable=found.unusable,
        copies=found.copies,
        near=found.near,
        calls=calls,
        tokens=tokens,
        cost=cost,
        hours=Span(
            least=max(paced[0], calls.least * _FAST / at_once / 3600),
            most=max(paced[1], calls.most * _SLOW / at_once / 3600),
        ),
    )


def room_in(batch: Batch) -> float:
    """Bytes of requests that the rest of a batch's budget pays for in a provider's batch, answers included."""
    spent = batch.spent
    answered = spent.output_tokens / spent.input_tokens if spent.input_tokens else _ANSWERED
    sent = 1 / (_CHARACTERS * _BYTES)
    room = float("inf")
    if batch.limits.tokens is not None:
        room = (batch.limits.tokens - spent.input_tokens - spent.output_tokens) / (sent * (1 + answered))
    if batch.limits.cost is not None and batch.cost is not None and batch.limits.price is not None:
        of_a_byte = Price(*batch.limits.price).of(1, 0) * sent + Price(*batch.limits.price).of(0, 1) * sent * answered
        room = min(room, (batch.limits.cost - batch.cost) / (BATCH_SHARE * of_a_byte)) if of_a_byte else room
    return room


def by_the_file(found: Estimate) -> Estimate:
    """The same where a provider's batch answers: for less money, and within a day for each round."""
    cost = found.cost
    if cost is not None:
        cost = Span(least=cost.least * BATCH_SHARE, most=cost.most * BATCH_SHARE)
    return replace(found, cost=cost, hours=Span(least=0, most=_WINDOW * ROUNDS))
