"""The hearing of doubts: a verifier is asked about all of them at once, and the sources say what its word is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from unbland.application.chain import Verifier
from unbland.application.material import line_id
from unbland.application.ports import CompletionFailed, Usage
from unbland.application.replies import Opinion
from unbland.application.settle import Claim, Ruling, filled
from unbland.core.language.words import content_stems
from unbland.core.ledger.model import MUTE_KINDS, Ledger, Source, Tier

#: Telling words that a quote must have. Of the single ones in the eval set's sources 19 in 100 stand in another source
#: of the same posting too, so that quoting one points nowhere; of stretches with two 7 do, with three 3, with four 2.
QUOTED_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What came of a hearing; nothing of one that was not held."""

    settled: frozenset[Claim] = frozenset()
    #: The verifier, in the provider's words.
    model: str | None = None
    usage: Usage = field(default_factory=Usage)
    #: Step → `v1@<hash>` of the prompt that was used.
    prompts: dict[str, str] = field(default_factory=dict)
    #: Why the verifier gave no usable answer: a machine word.
    failed: str | None = None


async def hear(verifier: Verifier | None, doubts: Iterable[Ruling], ledger: Ledger, deadline: float) -> Heard:
    """Ask the verifier about all doubts at once, each claim once; where there is none, or it fails, they stand."""
    asked = {doubt.claim: filled(doubt.line, ledger) for doubt in doubts}
    if verifier is None or not asked:
        return Heard()
    try:
        answered = await verifier.verify(tuple(asked.values()), ledger, deadline)
    except CompletionFailed as failure:
        return Heard(usage=failure.usage, failed=failure.reason)
    return Heard(
        settled=settled(tuple(asked), answered.value, ledger),
        model=answered.model,
        usage=answered.usage,
        prompts=answered.prompts,
    )


def settled(claims: Sequence[Claim], opinions: Sequence[Opinion], ledger: Ledger) -> frozenset[Claim]:
    """The claims that the opinions settle.

    A line that was not asked about is nobody's; a line that is spoken of twice has no answer, whatever the two say.
    """
    times = Counter(opinion.line for opinion in opinions)
    asked = {line_id(place): claim for place, claim in enumerate(claims)}
    return frozenset(
        asked[opinion.line]
        for opinion in opinions
        if opinion.line in asked and times[opinion.line] == 1 and _carries(opinion, asked[opinion.line], ledger)
    )


def _carries(opinion: Opinion, claim: Claim, ledger: Ledger) -> bool:
    """Whether the line is said to be carried, by words that stand in a source it cites and are no mere fragment.

    A source of fewer telling words is quoted whole; of several sources the longest counts, or the shortest would
    vouch for the others.
    """
    sources = [ledger.by_id[cite] for cite in claim.cites if cite in ledger.by_id]
    evidence = [source.text for source in sources if _is_evidence(source)]
    longest = max((len(content_stems(text)) for text in evidence), default=0)
    quote = _folded(opinion.quote)
    return (
        opinion.supported
        and len(content_stems(quote)) >= max(1, min(QUOTED_WORDS, longest))
        and any(quote in _folded(text) for text in evidence)
    )


def _is_evidence(source: Source) -> bool:
    """Whether a source may vouch for a writer's words: no posting repeats a mute one, and a slot's are code's own."""
    return source.kind not in MUTE_KINDS and source.tier is not Tier.SLOT


def _folded(text: str) -> str:
    """White space and case make no difference to a quote; everything else does."""
    return " ".join(text.casefold().split())
