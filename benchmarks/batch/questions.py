"""What is asked: postings made from the eval data, and for peers the very question that our chain asks of each."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from unbland import bootstrap
from unbland.adapters.prompt_files import read_prompts
from unbland.application.chain import Chain
from unbland.application.ports import Completion, CompletionFailed, Request, Usage
from unbland.application.review import Draft
from unbland.application.rewrite import Engine, Rewriter
from unbland.core.batch.near import bands_of, signature_of
from unbland.core.document.model import Format

sys.path.append(str(Path(__file__).parents[1] / "review"))
from postings import made

T = TypeVar("T")


class _Hears:
    """A model that keeps what it is asked and never answers."""

    def __init__(self) -> None:
        self.asked: list[Request] = []

    async def complete(self, request: Request, accept: Callable[[str], T]) -> Completion[T]:  # noqa: ARG002 - the port's
        """Keep it."""
        self.asked.append(request)
        raise CompletionFailed("unreachable", Usage())


def write(postings: Path, questions: Path, count: int) -> None:
    """So many postings as lines of a batch, and for each the question that our chain asks, with its schema.

    Postings of which it asks nothing, such as one in another language, and those that are there or nearly, which we
    would not ask about, are left out.
    """
    hears = _Hears()
    rewriter = Rewriter(chain=Chain(hears, read_prompts()), new_id=bootstrap.new_id, seconds=60)
    written, seen = 0, set[int]()
    with postings.open("w", encoding="utf-8") as lines, questions.open("w", encoding="utf-8") as asked:
        for posting in made(2 * count):
            draft = Draft(content=posting.text, format=Format(posting.format))
            asyncio.run(rewriter.rewrite(draft, engine=Engine.LLM))
            own = bands_of(signature_of(posting.text))
            if not hears.asked or not seen.isdisjoint(own):
                hears.asked.clear()
                continue
            seen.update(own)
            written += 1
            question = hears.asked[0]
            hears.asked.clear()
            said = {"content": posting.text, "format": posting.format}
            lines.write(json.dumps({"custom_id": f"p{written}", "draft": said}, ensure_ascii=False) + "\n")
            messages = [{"role": "system", "content": question.system}, {"role": "user", "content": question.user}]
            schema = {"name": "posting", "strict": True, "schema": question.schema}
            row = {"id": f"p{written}", "messages": messages, "schema": schema}
            asked.write(json.dumps(row, ensure_ascii=False) + "\n")
            if written == count:
                return
