"""Lists under words that deny, or speak of the employer: one statement, since an item alone says the opposite.

`You must not: smoke` does not ask for smokers, and `We will: pay for your training` asks nobody to pay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from unbland.core.document.model import Block, BlockKind, DraftLine, DraftSection, Heading
from unbland.core.ledger.headings import heading_class
from unbland.core.ledger.model import Modality

#: The employer, whose verbs below it would read as orders.
_OURS = re.compile(r"we(?:['’]ll| will)", re.IGNORECASE)

#: Who does not, or `Do not`, and little more before the list.
_DENIES = re.compile(
    r"(?:(?:at|in|on) .{1,20} )?(?:(?:you|we|they|it|applicants?|candidates?|please|things|what (?:you|we))\b.{0,30}?)?"
    r"\b(?:not|never|cannot|(?:do|does|is|are|wo|ca|must|should|need)n['’]t)\b.{0,24}",
    re.IGNORECASE,
)

#: Words: what is named without a sentence has no more. A sentence has one of these.
_NAME_WORDS = 8
CLAUSE = re.compile(
    r"\b(?:you|we|it|they|there|this|is|are|was|will|can|must|has|have)\b|['’](?:ll|re|ve)\b", re.IGNORECASE
)


def whole_statements(section: DraftSection) -> DraftSection:
    """The section, with each list that such words lead to as one line together with them."""
    return replace(section, blocks=tuple(_joined(section.heading, section.blocks)))


def _joined(heading: Heading | None, blocks: Sequence[Block]) -> Iterator[Block]:
    lead: Heading | DraftLine | None = heading
    for block, after in zip(blocks, (*blocks[1:], None), strict=False):
        if lead is not None and _turns(lead, block):
            yield Block(kind=BlockKind.PARAGRAPH, lines=(_statement(lead, block.lines),))
            lead = None
            continue
        lead = next((line for line in block.lines[-1:] if line.text.endswith(":")), None)
        yield replace(block, lines=block.lines[:-1]) if lead is not None and _turns(lead, after) else block


def _turns(lead: Heading | DraftLine, block: Block | None) -> bool:
    """Whether a heading or a line turns what the list below it says; `Not required, but nice` only wishes."""
    if block is None or not (block.kind is BlockKind.LIST or (isinstance(lead, Heading) and _only_names(block))):
        return False
    said = lead.text.rstrip(" :")
    turns = _DENIES.fullmatch(said) is not None or _OURS.fullmatch(said) is not None
    return turns and heading_class(lead.text).modality is not Modality.PREFERRED


def _only_names(block: Block) -> bool:
    """Whether a paragraph is a list all the same: `A degree. A portfolio.` says nothing without its heading."""
    return all(len(line.text.split()) <= _NAME_WORDS and not CLAUSE.search(line.text) for line in block.lines)


def _statement(lead: Heading | DraftLine, items: Sequence[DraftLine]) -> DraftLine:
    said = ", ".join(item.text.rstrip(";.,") for item in items)
    return DraftLine(text=f"{lead.text.rstrip(' :')}: {said}", start=lead.start, end=items[-1].end)
