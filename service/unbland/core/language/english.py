"""Whether a text is clearly in English, by the small words that hardly any other language shares."""

from __future__ import annotations

import re

#: English function words (and four of the trade's) that are no words of the other languages we meet.
_ENGLISH_WORDS = (
    "the and of to with for our your you we will are is this that as be have from or at by who their on an it if not"
    " experience work team skills ability knowledge working role"
)

#: Function words of German, Dutch, French, Spanish, Portuguese, Italian and Swedish that are no English words.
_FOREIGN_WORDS = (
    "der die das und ist nicht mit für auf ein eine einen wir sie ihre unsere zur zum von den dem des im bei als auch"
    " het een en voor met onze jij je bij ook naar wij zijn aan dat deze te"
    " le la les et est une des du pour avec nous vous votre notre dans sur aux au qui que ce"
    " el los las y una del para con por su nuestro nuestra usted más se como nos os da em não uma"
    " il lo gli di che è sono nel della delle dei tua tuo noi alla ed nella"
    " och att det som för är av vi du på till ett har vår våra din inom samt eller kommer"
)
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_FOREIGN = frozenset(_FOREIGN_WORDS.split())

_WORD = re.compile(r"[^\W\d_]+")
#: The same in a text of ASCII in small letters, found sooner.
_PLAIN_WORD = re.compile(r"[a-z]+")
_OTHER_LETTERS = re.compile(r"[^\W\d_a-zA-ZÀ-ɏ]+")

#: Below this share of English small words a text is in doubt; ordinary postings have 25 to 40 of 100.
_LEAST_SHARE = 0.08

#: English small words for each foreign one: a place or a company's name brings some of those.
_TIMES = 5

#: Words: fewer tell nothing of a text.
_FEW = 2


def is_clearly_english(text: str) -> bool:
    """Whether small words alone show that `text` is English; False says only that they do not."""
    plain = text.isascii()
    words = _PLAIN_WORD.findall(text.lower()) if plain else [word.lower() for word in _WORD.findall(text)]
    english, foreign = sum(map(_ENGLISH.__contains__, words)), sum(map(_FOREIGN.__contains__, words))
    enough = english >= max(_FEW, _LEAST_SHARE * len(words)) and english >= _TIMES * foreign
    return enough and (plain or 2 * _letters(_OTHER_LETTERS, text) < _letters(_WORD, text))


def _letters(of: re.Pattern[str], text: str) -> int:
    return sum(map(len, of.findall(text)))
