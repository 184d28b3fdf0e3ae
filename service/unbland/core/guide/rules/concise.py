"""Concise: short sentences, no filler, no jargon, read in about two minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from unbland.core.document.model import BlockKind, DraftLine
from unbland.core.guide.hit import Hit, whole
from unbland.core.guide.reading import PROSE, Reading, word_count
from unbland.core.guide.rule import Band, Each, Phrases, Rule, Whole
from unbland.core.guide.shape import LONGEST_LIST, empty_headings, long_lists, repeated
from unbland.core.guide.words.fillers import FILLERS, OF_SOME
from unbland.core.guide.words.jargon import BUZZ, JARGON, PLAIN
from unbland.core.guide.words.pairs import REDUNDANT
from unbland.core.language.sentences import sentences
from unbland.core.ledger.model import Source

#: Beyond this, most readers have to read a sentence twice (plain-language advice sets 25 to 30).
_LONG_SENTENCE = 32

#: A paragraph longer than this is a wall on a telephone.
_WALL = 110

_BAND = "https://staging.ere.net/long-job-descriptions-and-titles-can-hurt-you-and-so-can-short-ones/"


#: Where a sentence ends though the space behind it was lost: "abroad.We".
_LOST_SPACE = re.compile(r"(?<=[a-z)][.!?])(?=[A-Z][a-z])")
_WORD = re.compile(r"[A-Za-z0-9]")

#: A capitalised word between small ones begins the next item of a list that lost its line breaks.
_RUN_ON = re.compile(r"(?<=[a-z)]) +[A-Z][a-z]+(?= [a-z])")
_RUN_ONS = 3


def _long_sentence(source: Source, _: Reading) -> Iterator[Hit]:
    if word_count(source.text) <= _LONG_SENTENCE:
        return
    for start, end in sentences(source.text):
        sentence = source.text[start:end]
        parts = (part for part in _LOST_SPACE.split(sentence) if word_count(part) > _LONG_SENTENCE)
        longest = max(map(_words_in, parts), default=0)
        if longest > _LONG_SENTENCE and len(_RUN_ON.findall(sentence)) < _RUN_ONS:
            yield Hit(source=source, start=start, end=end)


def _words_in(sentence: str) -> int:
    """How many words a sentence has; a dash or a bullet between blanks is none."""
    return sum(_WORD.search(word) is not None for word in sentence.split())


def _walls(read: Reading) -> Iterator[Hit]:
    """The first source of each paragraph that is too long; a sentence that begins a line of its own parts it too."""
    for section in read.document.sections:
        for block in section.blocks:
            if block.kind is BlockKind.PARAGRAPH and _in_a_row(block.lines, read.document.source) > _WALL:
                start = block.lines[0].start
                yield from (whole(s) for s in read.sources if s.start == start)


def _in_a_row(lines: Sequence[DraftLine], source: str) -> int:
    """The most words that stand in a row: sentences that end where a line of the source does stand apart."""
    most = row = 0
    for line, following in zip_longest(lines, lines[1:]):
        row += word_count(line.text)
        most = max(most, row)
        if following is not None and "\n" in source[line.end : following.start]:
            row = 0
    return most


def _telling_words(read: Reading) -> int:
    return sum(word_count(source.text) for source in read.telling())


def _words(read: Reading) -> int:
    return read.words


CONCISE: tuple[Rule, ...] = (
    Each(
        id="concise.long-sentence",
        reads=PROSE,
        finds=_long_sentence,
        message="This sentence has more than 32 words; split it or cut what carries no fact.",
        why="A long sentence is read twice or not at all.",
        source="The guide: construct sentences tightly",
        cost=6,
        cap=36,
    ),
    Phrases(
        id="concise.filler",
        swaps=FILLERS,
        phrases=("with a view to",),
        leaves=("in lieu of notice", *OF_SOME),
        message='"{found}" is longer than what it says; use the short word.',
        why="Filler hides the facts and tires the reader.",
        source="plainlanguage.gov, simple words and phrases",
        cost=4,
        cap=24,
    ),
    Phrases(
        id="concise.jargon",
        swaps=JARGON,
        phrases=BUZZ,
        leaves=PLAIN,
        message='"{found}" is jargon; use the reader\'s own words.',
        why="Jargon shuts out people who could do the work and says little to those who know it.",
        source="The guide: avoid filler words and jargon",
        cost=4,
        cap=20,
    ),
    Phrases(
        id="concise.redundant",
        swaps=REDUNDANT,
        message='"{found}" says one thing twice; cut one word.',
        why="Every word that repeats another takes the place of a fact.",
        source="The guide: omit unnecessary words",
        cost=3,
        cap=12,
    ),
    Whole(
        id="concise.wall",
        any_language=True,
        finds=_walls,
        message="This paragraph has more than 110 words; split it or make it a list.",
        why="On a telephone it fills the screen, and nobody finds the facts in it.",
        source="The guide: construct sentences tightly",
        cost=12,
        cap=36,
    ),
    Whole(
        id="concise.empty-heading",
        finds=empty_headings,
        message='Under "{found}" stands nothing that tells anything; fill it or drop it.',
        why="A heading promises; who finds nothing under it trusts the next one less.",
        source="gov.uk, writing for the web: headings say what follows",
        cost=6,
        cap=18,
    ),
    Whole(
        id="concise.long-list",
        any_language=True,
        finds=long_lists,
        message=f"This list has {{found}} points; keep the {LONGEST_LIST} that matter, or part it under two headings.",
        why="Long lists are skimmed, and the points that matter are lost among the others.",
        source="The guide: avoid a list so long that it is challenging to read",
        cost=4,
        cap=8,
    ),
    Whole(
        id="concise.repeated",
        finds=repeated,
        message="An earlier line says this already; drop one of the two.",
        why="Every line that repeats another takes the place of a fact.",
        source="The guide: omit unnecessary words",
        cost=5,
        cap=20,
    ),
    Band(
        id="concise.long-posting",
        measure=_words,
        high=750,
        step=50,
        message="The posting has {found} words; cut what carries no fact, best to fewer than 700.",
        why="It should be read in about two minutes; beyond about 5,000 characters, applications fell.",
        source=f"Appcast, {_BAND}; evidence on length disagrees, so this is a soft band",
        cost=5,
        cap=50,
    ),
    Band(
        id="concise.too-short",
        measure=_telling_words,
        low=120,
        step=10,
        message="Words that say something of this job: {found}, too few for why, what, how much and with whom.",
        why="Very short postings get few applications: readers miss the facts they decide on.",
        source=f"Appcast, {_BAND}; evidence on length disagrees, so this is a soft band",
        cost=10,
    ),
)
