"""What is refused in a chat, each in the words of whoever pressed."""

from __future__ import annotations

from unbland.errors import AlreadyDecided, Forbidden, NoSuchRewrite


class NoSuchTurn(NoSuchRewrite):
    """There is no such message of ours any more; ask for a new rewrite."""


class Sent(AlreadyDecided):
    """That was sent already, and its result comes by itself; for another posting begin anew."""


class NotYours(Forbidden):
    """Only who asked for this rewrite, and whom they named, may do that."""


class Superseded(AlreadyDecided):
    """Answers made a newer revision; do that there."""


class Unseen(AlreadyDecided):
    """Somebody has edited it since this message was shown; read it anew, then accept."""
