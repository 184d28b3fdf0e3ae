"""A bare FastAPI service that reads a posting and says how long it is; the floor that ours stands on."""

from __future__ import annotations

from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Posting(BaseModel):
    """What comes in."""

    content: str


@app.post("/echo")
async def echo(posting: Posting) -> dict[str, int]:
    """The number of characters and words."""
    return {"characters": len(posting.content), "words": len(posting.content.split())}
