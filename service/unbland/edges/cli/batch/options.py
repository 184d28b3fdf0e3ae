"""What can be said on the command line of a batch that is run."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Annotated

import typer

from unbland.application.batch.model import Limits, Via
from unbland.application.rewrite import Engine
from unbland.errors import BadInput

#: Postings under way at a time.
_MOST = 1000

FactsPath = Annotated[
    Path | None,
    typer.Option(
        "--facts",
        metavar="PATH",
        help="What the company states: a facts file for all postings, a facts sheet that triage wrote (YAML or CSV), or"
        " a folder with KEY.yaml for each.",
    ),
]
Output = Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where results go.")]
Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder that `run` wrote to.")]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="Take only the first N postings.")]
Concurrency = Annotated[
    str,
    typer.Option(
        metavar="auto|N",
        help="Postings under way at a time; auto finds out what the provider takes, and of the editor engine takes as"
        " many as there are processors.",
    ),
]
MaxCost = Annotated[float | None, typer.Option(min=0, metavar="USD", help="Stop when so many US dollars are spent.")]
MaxTokens = Annotated[int | None, typer.Option(min=1, metavar="N", help="Stop when so many tokens are spent.")]
Rpm = Annotated[int | None, typer.Option(min=1, metavar="N", help="Calls to the provider a minute, of all workers.")]
Tpm = Annotated[int | None, typer.Option(min=1, metavar="N", help="Tokens a minute, of all workers.")]
Price = Annotated[
    str | None,
    typer.Option(metavar="IN,OUT", help="US dollars for a million tokens in and out, where the list has no price."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what it would take, and do nothing.")]
WhoWrites = Annotated[Engine | None, typer.Option(help="Who writes: auto asks a model where one is set.")]

AskedVia = Annotated[
    Via,
    typer.Option(
        "--via",
        help="How the model is asked: live, or by the file through OpenAI's Batch API, for half the price in a day.",
    ),
]


def limits_of(cost: float | None, tokens: int | None, rpm: int | None, tpm: int | None, price: str | None) -> Limits:
    """The limits that were told; raises BadInput."""
    if cost is not None and not math.isfinite(cost):  # it would never be reached
        raise BadInput("Write --max-cost in US dollars, such as --max-cost 40.")
    return Limits(cost=cost, tokens=tokens, rpm=rpm, tpm=tpm, price=_price(price))


def at_once_of(told: str) -> int | None:
    """How many at a time; None for as many as the provider takes. Raises BadInput."""
    if told == "auto":
        return None
    if not told.isdecimal() or not 1 <= int(told) <= _MOST:
        raise BadInput(f"Write --concurrency auto, or a number from 1 to {_MOST}.")
    return int(told)


def _price(told: str | None) -> tuple[float, float] | None:
    if told is None:
        return None
    try:
        prices = [float(each) for each in told.split(",")]
    except ValueError:
        prices = []
    if len(prices) != len(("in", "out")) or not all(0 <= price < math.inf for price in prices):
        raise BadInput("Write --price IN,OUT in US dollars for a million tokens, such as --price 0.75,4.50.")
    return prices[0], prices[1]
