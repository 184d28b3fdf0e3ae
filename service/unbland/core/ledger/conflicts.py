"""Where the draft and the facts disagree, or the draft with itself."""

from collections.abc import Sequence
from unbland.core.document.model import Document
from unbland.core.ledger.model import Conflict, Source


def conflicts(document: Document, drafted: Sequence[Source], stated: Sequence[Source]) -> tuple[Conflict, ...]:
    """Nothing yet."""
    return ()
