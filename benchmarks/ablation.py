"""What the guard's word tables and its single checks buy: `python benchmarks/ablation.py`; prints sums, no sentence."""

from __future__ import annotations

from collections.abc import Sequence
from unittest.mock import patch

from unbland.bootstrap import sets
from unbland.core import guard
from unbland.core.evaluation.sentences.labelled import UNFAITHFUL, Label, Sentence, sentences
from unbland.core.guard import checking, equivalents
from unbland.core.guard.model import Outcome
from unbland.core.language import wordnet


def main() -> None:
    """Each part with its tables and without them, and what the tuned part is without one check."""
    for name, trades in sets.guard_set().items():
        every = list(sentences(trades))
        _print(f"{name}: as it is", every)
        with patch.object(wordnet, "same", lambda *_: False):
            _print(f"{name}: no synonyms of WordNet", every)
            with patch.object(equivalents, "groups", lambda *_: frozenset()):
                _print(f"{name}: no synonyms of WordNet, no groups", every)
        with patch.object(equivalents, "groups", lambda *_: frozenset()):
            _print(f"{name}: no groups", every)
    tuned = list(sentences(sets.guard_set()["dev"]))
    for check in checking.CHECKS:
        with patch.object(checking, "CHECKS", tuple(one for one in checking.CHECKS if one is not check)):
            _print(f"dev: no {check.__module__.rpartition('.')[2]}.{check.__name__}", tuned)


def _print(name: str, every: Sequence[Sentence]) -> None:
    stopped = {sentence for sentence in every if _is_stopped(sentence)}
    sums = []
    for title, labels in (("caught", UNFAITHFUL), ("light", {Label.LIGHT}), ("free", {Label.FREE})):
        mine = [sentence for sentence in every if sentence.label in labels]
        hit = sum(sentence in stopped for sentence in mine)
        sums.append(f"{title} {hit} of {len(mine)} ({100 * hit / len(mine):.1f}%)")
    print(f"{name}: {', '.join(sums)}", flush=True)


def _is_stopped(sentence: Sentence) -> bool:
    return guard.check(sentence.line, sentence.ledger).outcome is not Outcome.PASSED


if __name__ == "__main__":
    main()
