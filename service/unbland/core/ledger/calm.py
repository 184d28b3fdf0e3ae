"""A title that shouts, in the letters that anybody else would write it in."""

from __future__ import annotations

import re

from unbland.core.language.wordnet import lemmas
from unbland.core.language.words import word_set
from unbland.core.ledger.lexicon.titles import POSTS

_WORD = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý'’]*")
_SMALL = word_set("an and at de des du for from in la of on or the to with")

#: Words of three letters that titles have; any other is an acronym, though a dictionary has `cad`, `icu` and `sen`.
_THREE = word_set("""
    art bar box bus car cat day dog egg gas gym hay ice job key lab law new oil pet pig pub sea sky spa tax tea the top
    two van vet web
""")
_ACRONYM, _SHORT = 3, 4


def calm(title: str) -> str:
    """A title all in capitals with one for each word; acronyms, and every other title, stay as they are.

    `WARD CLERK – LEEDS (ICU)` is `Ward Clerk – Leeds (ICU)`.
    """
    shouts = title.isupper() and any(len(word) > _ACRONYM for word in _WORD.findall(title))
    return _WORD.sub(_spoken, title) if shouts else title


def _spoken(found: re.Match[str]) -> str:
    word = found[0].lower()
    if word in _SMALL and found.start():
        return word
    return found[0] if _is_acronym(word) else found[0].capitalize()


def _is_acronym(word: str) -> bool:
    """Whether capitals spell a word out: a short one that no list of words has."""
    if len(word) <= _ACRONYM:
        return word not in _THREE
    return len(word) <= _SHORT and word not in POSTS and not lemmas(word)
