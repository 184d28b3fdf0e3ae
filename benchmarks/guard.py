"""How long the guard takes for a line, over the sentences it was tuned on: `python benchmarks/guard.py`.

Each trade is judged line by line, as a draft is. In the first round a line is new, and so are its sources where no line
before it cites them; in the later rounds every text has been read before. Time is the process's own, so a busy machine
counts little. Beside it stands the least that any check costs: whether the line's words are among its sources' words.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from statistics import median, quantiles

from unbland.bootstrap import sets
from unbland.core import guard
from unbland.core.evaluation.sentences.committed import Part
from unbland.core.evaluation.sentences.labelled import Sentence, sentences
from unbland.core.language.words import tokens

ROUNDS = 5

#: What the issue asks of one core, in milliseconds: at the median, and at the slowest hundredth.
MEDIAN, SLOWEST = 1, 2


def main() -> None:
    """Print median, slowest hundredth and lines a second, with new texts and with known ones, and the ratio."""
    every = [*sentences(sets.guard_set()[Part.DEV])]
    guard.check(every[0].line, every[0].ledger)  # reads the tables of words
    least = min(sum(_taken(_shares_words, every)) for _ in range(ROUNDS))
    print(f"{len(every)} lines; asked: median {MEDIAN} ms, p99 {SLOWEST} ms")
    _print("cold", _taken(_check, every), least)
    warm = [_taken(_check, every) for _ in range(ROUNDS - 1)]
    _print("warm", min(warm, key=sum), least)


def _check(sentence: Sentence) -> None:
    guard.check(sentence.line, sentence.ledger)


def _shares_words(sentence: Sentence) -> bool:
    """The baseline: whether every word of the line stands in a source that it cites."""
    cited = " ".join(source.text for source in sentence.ledger.sources if source.id in sentence.line.cites)
    return _words(sentence.line.text) <= _words(cited)


def _words(text: str) -> set[str]:
    return {token.text.lower() for token in tokens(text)}


def _taken(check: Callable[[Sentence], object], every: Iterable[Sentence]) -> list[float]:
    """Milliseconds for each line."""
    taken = []
    for sentence in every:
        begin = time.process_time()
        check(sentence)
        taken.append(1000 * (time.process_time() - begin))
    return taken


def _print(name: str, taken: list[float], least: float) -> None:
    figures = f"median {median(taken):.2f} ms, p99 {quantiles(taken, n=100)[-1]:.2f} ms"
    print(
        f"{name}: {figures}, {1000 * len(taken) / sum(taken):.0f} lines/s, {sum(taken) / least:.0f} times the baseline"
    )


if __name__ == "__main__":
    main()
