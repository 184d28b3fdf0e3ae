"""The same behind langserve; runs in langserve's own environment."""

from __future__ import annotations

from fastapi import FastAPI
from langchain_core.runnables import RunnableLambda
from langserve import add_routes
from pydantic import BaseModel


class Posting(BaseModel):
    """What comes in."""

    content: str


def echo(posting: Posting) -> dict[str, int]:
    """The number of characters and words."""
    content = posting["content"] if isinstance(posting, dict) else posting.content
    return {"characters": len(content), "words": len(content.split())}


app = FastAPI()
add_routes(app, RunnableLambda(echo).with_types(input_type=Posting, output_type=dict), path="/echo")
