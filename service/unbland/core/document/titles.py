"""Headings that carry no heading markup, known by their looks or by their name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unbland.core.document.names import is_name
from unbland.core.document.rows import Row
from unbland.core.language.commonness import is_counted
from unbland.core.language.words import is_content, stem

#: Characters. Longer lines are sentences, whatever they look like; the longest names we met are questions such as
#: "What are we looking for in the successful candidate?".
_LONGEST_GUESS = 70
_LONGEST_MARKED = 160

#: Blanks: a heading with markup may end in a full stop ("About Acme Inc."), with more words it is a sentence.
_FEW = 4

#: Words: "You will be responsible for:" names a section, a longer clause before a colon is part of the text.
_LONGEST_LEAD_IN = 9

#: Characters: what follows a label on its line is a fact up to this length, text beyond.
_LONGEST_FACT = 60

#: Letters: "SQL" alone is a skill, "DUTIES" alone a heading.
_SHORTEST_ALONE = 5

#: Letters: a longer word in capitals is a word, a shorter one that postings do not use ("IPAF / PASMA") an acronym.
_LONGEST_ACRONYM = 6

#: Characters: a stop and the brackets and quotation marks behind it.
_LONGEST_ENDING = 6
_SENTENCE_END = re.compile(r"[.;,!]['\"’”)*]*$")
_CAPS_LABEL = re.compile(r"[A-Z][A-Z0-9 /&().,'’-]{2,59}:(?=\s)")
_LABEL = re.compile(r"[^\W\d][\w /&()'’.-]{1,40}:(?=\s)")
#: In a text that is all in capitals, what the reader is asked to do is no name of a section.
_REQUEST = re.compile(r"please\b", re.IGNORECASE)
#: A sentence, and the beginning of the next one: the first would be lost in a heading.
_TWO = re.compile(r"[a-z]{3}[.!?] [A-Z]")

_LETTERS = re.compile(r"[^\W\d_]+")


def ends_sentence(text: str) -> bool:
    """Whether a line ends the way sentences do, and names do not."""
    return _SENTENCE_END.search(text[-_LONGEST_ENDING:]) is not None


def holds_two(text: str) -> bool:
    """Whether a text is more than one sentence."""
    return _TWO.search(text) is not None


def is_heading(row: Row, *, shouted: bool = False) -> bool:
    """Whether a row without heading markup is the name of what follows; with a gap before it, in small letters too.

    In a draft that is `shouted` throughout, capitals make no heading.
    """
    text = row.text.text
    if len(text) > _LONGEST_GUESS or not any(letter.isalpha() for letter in text):
        return False
    if is_name(text) or (row.gap and is_name(text[:1].upper() + text[1:])):
        return True
    return not _is_said(text) and (_is_bold(row) or (not shouted and _is_caps(text)) or _leads_in(text))


def _is_said(text: str) -> bool:
    """Whether a text is a sentence, the rest of one, or a request."""
    return ends_sentence(text) or text[0].islower() or _REQUEST.match(text) is not None


def _is_bold(row: Row) -> bool:
    return row.bold >= len(row.text.text.rstrip(" :"))


def is_marked_heading(row: Row) -> bool:
    """Whether heading markup stands on a heading, and not on a sentence or a whole paragraph."""
    text = row.text.text
    return bool(row.heading) and len(text) <= _LONGEST_MARKED and not (text.endswith(".") and text.count(" ") > _FEW)


def is_shouted(rows: Sequence[Row]) -> bool:
    """Whether most of a draft is in capitals, so that they tell no heading from a line."""
    shouted = [row for row in rows if row.text.text.isupper()]
    return 2 * len(shouted) > len(rows) and 2 * sum(len(row.text) for row in shouted) > sum(
        len(row.text) for row in rows
    )


def label_end(row: Row) -> int:
    """Where the label of "LABEL: text" ends, colon included; 0 where a row has none."""
    text = row.text.text
    if row.bold and (end := _bold_label_end(text, row.bold)):
        return end
    if match := _CAPS_LABEL.match(text):
        return match.end()
    match = _LABEL.match(text)
    return match.end() if match and is_name(match[0]) else 0


def is_labelled(row: Row) -> bool:
    """Whether a few words and a colon begin a row."""
    return begins_with_label(row.text.text)


def begins_with_label(text: str) -> bool:
    """Whether a few words and a colon begin a text."""
    match = _LABEL.match(text)
    return match is not None and len(match[0].split()) <= _FEW


def fact_end(row: Row) -> int:
    """Where a label ends that nothing marks but the short fact behind it; 0 where there is none."""
    match = _LABEL.match(row.text.text)
    return match.end() if match and len(row.text) - match.end() <= _LONGEST_FACT else 0


def _bold_label_end(text: str, bold: int) -> int:
    label, rest = text[:bold].rstrip(), text[bold:].lstrip()
    if len(label) > _LONGEST_GUESS:
        return 0
    if label.endswith(".") and rest and is_name(label[:-1]):  # "**Why now.** Two of our …"
        return len(label)
    if label.endswith(":"):
        return len(label) if rest else 0
    return text.index(":", bold) + 1 if rest.startswith(":") and rest.strip(": ") else 0


def _is_caps(text: str) -> bool:
    words = [word for word in _LETTERS.findall(text) if len(word) > 1]
    name = len(words) > 1 or any(len(word) >= _SHORTEST_ALONE for word in words)
    return text.isupper() and name and not all(_is_acronym(word.lower()) for word in words)


def _is_acronym(word: str) -> bool:
    return len(word) <= _LONGEST_ACRONYM and is_content(word) and not is_counted(stem(word))


def _leads_in(text: str) -> bool:
    return text.endswith((":", ":*")) and text.count(" ") < _LONGEST_LEAD_IN and not holds_two(text)
