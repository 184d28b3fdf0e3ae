"""What the connectors refuse."""

from __future__ import annotations

from unbland.errors import BadInput


class NoSuchPosting(BadInput):
    """The applicant tracking system has no posting of this id that its key may see."""


class NoSuchLink(BadInput):
    """There is no proposal of this id; `unbland ats status` lists them."""


class WrongToken(BadInput):
    """This is not the token of this text; `unbland ats rewrite` shows it beside the text that it accepts."""


class PostingChanged(BadInput):
    """Somebody has edited the posting since it was read, so nothing was written; rewrite it anew."""
