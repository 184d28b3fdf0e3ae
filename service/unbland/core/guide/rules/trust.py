"""Respect, continued: what was planted in a draft or its facts, for programs or against applicants."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unbland.core.document.model import Removal, Removed
from unbland.core.guide.hit import Hit, whole
from unbland.core.guide.reading import Reading
from unbland.core.guide.rule import Rule, Whole
from unbland.core.ledger.orders import asks_for_secrets, is_order

#: Fewer hidden words are a logo's name or an editor's mark.
_TELLING_WORDS = 4

_TAG = re.compile(r"<[^<>]{0,2000}>")
_ADDRESS = re.compile(r"https?:\S+")
_COMMENT = re.compile(r"<!--|-->")
_SAID = re.compile(r"(?:alt|title)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")

#: Characters that no editor leaves behind: tags spell words for machines, overrides show a text in another order.
_SPELLING = re.compile("[\U000e0020-\U000e007e\u202d\u202e]")

_OWASP = "OWASP, LLM01:2025 prompt injection, https://genai.owasp.org/llmrisk/llm01-prompt-injection/"


def _orders(read: Reading) -> Iterator[Hit]:
    yield from (whole(source) for source in read.noise if is_order(source.text))


def _secrets(read: Reading) -> Iterator[Hit]:
    yield from (whole(source) for source in read.noise if asks_for_secrets(source.text) and not is_order(source.text))


def _hidden(read: Reading) -> Iterator[Hit]:
    """Each hidden stretch that says something, then the facts that held one."""
    for gone in read.document.removed:
        if _says_something(gone, read.document.source[gone.start : gone.end]):
            yield Hit(start=gone.start, end=gone.end, found="the draft")
    yield from (Hit(found=f"the fact {field}") for field in read.cleaned)


def _says_something(gone: Removed, text: str) -> bool:
    if gone.why is Removal.INVISIBLE:
        return _SPELLING.search(text) is not None
    if gone.why not in (Removal.HIDDEN, Removal.COMMENT):
        return False
    said = _ADDRESS.sub(" ", " ".join((_TAG.sub(" ", _COMMENT.sub(" ", text)), *_SAID.findall(text))))
    return len(_WORD.findall(said)) >= _TELLING_WORDS or is_order(said)


def _traps(read: Reading) -> Iterator[Hit]:
    for gone in read.document.removed:
        if gone.why in (Removal.CALL, Removal.LINK):
            yield Hit(start=gone.start, end=gone.end)


TRUST: tuple[Rule, ...] = (
    Whole(
        id="respect.for-machines",
        any_language=True,
        finds=_orders,
        message='"{found}" is meant for a program, not for readers, and goes into no posting; delete it, and ask who'
        " wrote it.",
        why="Orders to a machine are how strangers get a false salary or their own link into a posting.",
        source=_OWASP,
        cost=0,
    ),
    Whole(
        id="respect.hidden",
        any_language=True,
        finds=_hidden,
        message="Words that no reader sees stand in {found} and go into no posting; delete them, or show them.",
        why="Hidden text steers programs behind the reader's back, and search engines punish it.",
        source=_OWASP,
        cost=0,
    ),
    Whole(
        id="respect.traps",
        any_language=True,
        finds=_traps,
        message="A call to a whole chat, or a link that runs code or leads elsewhere than it says, is in no posting;"
        " delete it, or write the address in full.",
        why="A posting is copied to chats, mails and boards, where such marks do harm.",
        source="OWASP, LLM05:2025 improper output handling",
        cost=0,
    ),
    Whole(
        id="respect.asks-for-secrets",
        any_language=True,
        finds=_secrets,
        message='"{found}" asks applicants for money or secret numbers and goes into no posting; delete it, and ask who'
        " wrote it.",
        why="Honest employers ask for neither before they hire; frauds do.",
        source="US Federal Trade Commission, job scams, https://consumer.ftc.gov/articles/job-scams",
        cost=0,
    ),
)

#: The rules whose cause is gone from a result, so that only the draft's findings can tell of it.
WARNINGS = frozenset(rule.id for rule in TRUST)
