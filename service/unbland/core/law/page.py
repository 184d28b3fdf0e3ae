"""Posting law as a page, written from the data so that they cannot disagree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from unbland.core.law.gazetteer import name_of
from unbland.core.law.laws import AS_OF, LAWS
from unbland.core.law.model import WORDS, PostingLaw

_INTRO = f"""\
# Posting law

What the law of a place asks of a job posting itself, as data: dated, sourced, and marked with how sure it is. **It is
no legal advice.** It was last held against its sources on {AS_OF}; ask counsel before you rely on it.

Written from `service/unbland/core/law/laws.toml`, anew by
`python -c 'from unbland.core.law import law_page; print(law_page(), end="")' > docs/law.md`.

## How it is used

- The places come from `jurisdictions` in the facts or from the options of the review. Where neither names one, the
  place of work in the facts, else in the posting tells it, if it is certain: "Denver, CO" is Colorado, "Remote
  (Colorado)" too; "Portland", "Georgia" and "Ontario, CA" may be two places and tell nothing. The names are in
  `service/unbland/core/law/places.toml`.
- A city has its state's law too, a member state that of the Union.
- The day is {AS_OF} unless the review is told another: the same text has the same score at any time. A law speaks from
  its first day to its last. One that begins within 180 days is told by `law.soon` and costs nothing.
- Told how many people the employer has, laws that bind only larger ones are silent. Many count only the people in the
  place; we are told all of them, so a law may be named that does not bind.
- **A**: text of the law or of the regulator, or two legal sources that agree. **B**: one good source, or an open
  detail. **C**: conflicting, thin or only proposed. A and B are told as missing or risky and count in the score; C is
  told as "not sure, ask counsel" and costs nothing.

## How to add a law

1. Add an entry to `laws.toml`; its head explains the fields. An amendment is an entry of its own, and the one before it
   ends (`until`) the day before. A part that is less sure than the rest is an entry of its own, too.
2. Give its source, and `as_of` if you checked it on another day than the whole. What you could not check is C.
3. A place without a name in `places.toml` gets one there, and its towns. A name that is also another place's is listed
   with both.
4. What no rule asks yet needs a `Demand` (`model.py`), a way to offend (`offences.py`), a rule
   (`core/guide/rules/law.py`) and its cases (`tests/core/guide/cases`).
5. Write this page anew, and `docs/rules.md` and `docs/score.md` if there is a new rule.
"""

_GROUPS = (("US", "United States"), ("CA", "Canada"), ("", "Europe"))


def law_page() -> str:
    """Every entry by place: since when, for whom, what it asks, how sure it is, who says so, and as of when."""
    return "\n".join([_INTRO, *_tables()]) + "\n"


def _tables() -> Iterator[str]:
    for group, laws in groupby(LAWS, key=_group):
        yield f"## {group}\n"
        yield "| place | from | until | whom | what the posting needs | sure | source, as of |"
        yield "|---|---|---|---|---|---|---|"
        yield from map(_row, laws)
        yield ""


def _group(law: PostingLaw) -> str:
    return next(name for code, name in _GROUPS if law.place.startswith(code))


def _row(law: PostingLaw) -> str:
    asked = "; ".join([*(WORDS[demand] for demand in law.demands), *_bounds(law)]) or "nothing"
    cells = (
        f"{name_of(law.place)} `{law.place}`",
        str(law.from_date or "not known"),
        str(law.until or ""),
        law.employers,
        f"{asked}. {law.note[:1].upper()}{law.note[1:]}".rstrip(". ") + ".",
        law.certainty.value,
        f"[{law.source.split('/')[2].removeprefix('www.')}]({law.source}), {law.as_of}",
    )
    return f"| {' | '.join(cells)} |"


def _bounds(law: PostingLaw) -> Iterator[str]:
    if law.max_width is not None:
        yield f"range at most {law.max_width:,} a year wide"
    if law.max_spread is not None:
        yield f"range at most {law.max_spread:.0%} of its lower end wide"
    if law.free_above is not None:
        yield f"no limit to the range where pay goes above {law.free_above:,} a year"
    if law.link_is_enough:
        yield "or a link to a public page with them"
