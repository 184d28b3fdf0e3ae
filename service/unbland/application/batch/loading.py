"""Items made ready for a batch: opened, and given the facts that are about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from unbland.application.batch.items import Item
from unbland.application.batch.model import NewItem
from unbland.application.review import Draft
from unbland.application.rewrites.model import Failure, Order
from unbland.core.batch.answers import Answers
from unbland.core.document.decode import decode
from unbland.errors import DraftTooLong, NotText, UnblandError


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepare:
    """What makes items ready; goes to other processes as it is."""

    answers: Answers
    #: Opens a Word or PDF file.
    opens: Callable[[bytes], Draft]
    #: The largest draft that is taken, in bytes.
    limit: int

    def __call__(self, item: Item) -> NewItem:
        """The item as a batch takes it, an order or a failure."""
        if item.error:
            return _failed(item, item.code, item.error)
        try:
            draft = self._text(item.draft or self.opens(item.file))
            facts = self.answers.of(item.labels, item.facts)
        except UnblandError as error:
            return _failed(item, error.code, str(error))
        except ValueError as error:
            return _failed(item, "bad_facts", f"The facts do not fit together: {error}.")
        return NewItem(labels=item.labels, order=Order(draft=draft, facts=facts))

    def _text(self, draft: Draft) -> Draft:
        """The draft as text, which is what is kept and compared."""
        content = draft.content
        if len(content) > self.limit:
            raise DraftTooLong(f"The draft is larger than {self.limit:,} bytes; send one posting at a time.")
        if isinstance(content, str):
            _refuse_halves(content)
            return draft
        return replace(draft, content=decode(content)[0])


def _refuse_halves(content: str) -> None:
    """Raise NotText for halves of characters, which no database keeps."""
    try:
        content.encode()
    except UnicodeEncodeError:
        raise NotText from None


def _failed(item: Item, code: str, error: str) -> NewItem:
    return NewItem(labels=item.labels, failure=Failure(code=code, detail=error))
