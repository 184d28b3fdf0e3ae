"""Count words and pairs of words over real postings: `python docs/words/count_postings.py postings.jsonl.gz`.

Reads one JSON object a line with `source`, `title`, `format` and `body` (or `text`), and writes
`service/unbland/core/language/postings.tsv`. The postings themselves are not in this repository: an Armenian job board
2004-2015, evaluation texts of a British one, career pages, remote job feeds and marketplaces for training AI, 2,574 in
all. A line that stands in several postings is counted once, so that no employer's boilerplate becomes common; a share
is the mean over the five boards, so that no board outweighs the others; and a word must stand on three of them.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from unbland.core.document import read
from unbland.core.facts import NO_FACTS
from unbland.core.language.trades import trade_of
from unbland.core.language.words import is_content, stem, tokens
from unbland.core.ledger import build
from unbland.core.ledger.model import Kind

TABLE = Path(__file__).parents[2] / "service" / "unbland" / "core" / "language" / "postings.tsv"

#: The boards that are large enough to stand alone; all others train AI and count as one.
BOARDS = {"adzuna": "uk", "armenian": "armenia", "jeremychia": "careers", "remoteok": "remote"}

#: Boards on which a word, or a pair, must stand; and the smallest share of postings that makes a pair common.
WORD_BOARDS, PAIR_BOARDS, PAIR_SHARE = 3, 2, 0.004

#: Postings of a trade from which it is counted by itself, the share of them from which a word belongs to it, and how
#: many times its share over all postings that must be.
TRADE_POSTINGS, TRADE_SHARE, TRADE_LIFT = 15, 0.06, 2

#: A word that begins with a capital more often than this is a name: common or not, it says which.
NAME = 0.6

#: Parts of a share that are written down.
UNIT = 10_000


def main(postings: Path) -> None:
    """Write the table."""
    count = Count()
    with gzip.open(postings, "rt", encoding="utf-8") as lines:
        for line in lines:
            count.add(json.loads(line))
    TABLE.write_text("\n".join(count.rows()) + "\n", "utf-8")


class Count:
    """Words, pairs and words by trade, with the postings that have them."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self.seen: set[str] = set()
        self.postings: Counter[str] = Counter()
        self.words: dict[str, Counter[str]] = defaultdict(Counter)
        self.pairs: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.trades: dict[str, Counter[str]] = defaultdict(Counter)
        self.of_trade: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()
        self.capitals: Counter[str] = Counter()

    def add(self, posting: Mapping[str, str]) -> None:
        """Count one posting."""
        board = BOARDS.get(posting["source"], "training")
        self.postings[board] += 1
        text = posting["body"] if posting["format"] == "html" else posting["text"]
        sources = build(read(text), NO_FACTS).sources
        title = _title(posting, [source.text for source in sources if source.kind is Kind.TITLE])
        trade = trade_of(title)
        words: set[str] = set()
        pairs: set[tuple[str, str]] = set()
        for source in sources:
            key = " ".join(source.text.lower().split())
            if key not in self.seen:
                self.seen.add(key)
                stems = self._stems(source.text)
                words.update(stems)
                pairs.update(pairwise(stems))
        for word in words:
            self.words[word][board] += 1
        for pair in pairs:
            self.pairs[pair][board] += 1
        if trade is not None:
            self.of_trade[trade.name] += 1
            self.trades[trade.name].update(words)

    def _stems(self, text: str) -> list[str]:
        content = [token for token in tokens(text) if is_content(token.text)]
        for token in content:
            if token.start:
                self.inside[stem(token.text)] += 1
                self.capitals[stem(token.text)] += token.text[0].isupper()
        return [stem(token.text) for token in content]

    def rows(self) -> Iterator[str]:
        """The table: words, pairs, and words by trade, each in order."""
        yield f"# Counted over {sum(self.postings.values())} postings by docs/words/count_postings.py; shares in {UNIT}"
        for word, boards in sorted(self.words.items()):
            if len(boards) >= WORD_BOARDS and self.capitals[word] <= NAME * self.inside[word]:
                yield f"word\t{word}\t{round(UNIT * self._share(boards))}"
        for (first, second), boards in sorted(self.pairs.items()):
            if len(boards) >= PAIR_BOARDS and self._share(boards) >= PAIR_SHARE:
                yield f"pair\t{first}\t{second}"
        for trade, words in sorted(self.trades.items()):
            if self.of_trade[trade] >= TRADE_POSTINGS:
                yield f"trade\t{trade}\t" + " ".join(self._of_trade(trade, words))

    def _of_trade(self, trade: str, words: Counter[str]) -> Iterator[str]:
        """The words of a trade, each with its share."""
        for word, count in sorted(words.items()):
            share = count / self.of_trade[trade]
            common = max(TRADE_SHARE, TRADE_LIFT * self._share(self.words[word]))
            if share >= common and self.capitals[word] <= NAME * self.inside[word]:
                yield f"{word}:{round(UNIT * share)}"

    def _share(self, boards: Counter[str]) -> float:
        return sum(boards[board] / count for board, count in self.postings.items()) / len(self.postings)


def _title(posting: Mapping[str, str], named: list[str]) -> str:
    """The job's title; career pages were filed under company and title, with hyphens."""
    filed = posting.get("title") or ""
    if posting["source"] == "jeremychia":
        return filed.rpartition("_")[2].replace("-", " ")
    return " ".join((filed, *named[:1]))[:160]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
