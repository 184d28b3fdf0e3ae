"""Whether a text is in English, by the small words that hardly any other language shares."""

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
_LATIN = re.compile(r"[a-zA-ZÀ-ɏ]")

#: Below this share of English small words a text of some length is not English: postings that are mere lists of
#: skills stay above it, Polish or Finnish have none.
_LEAST_SHARE = 0.05

#: Words: a shorter text can do without small words in any language.
_SHORT = 20


def is_english(text: str) -> bool:
    """Whether `text` reads as English; a short text in doubt does."""
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        return True
    english, foreign = sum(word in _ENGLISH for word in words), sum(word in _FOREIGN for word in words)
    latin = 2 * sum(bool(_LATIN.match(word)) for word in words) >= len(words)
    enough = len(words) < _SHORT or english >= _LEAST_SHARE * len(words)
    return latin and english >= foreign and enough
