"""The options of `unbland eval`, each with what it says of itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from unbland.application.rewrite import Engine
from unbland.application.strategies import Strategy
from unbland.core.pricing import Price

#: Where answers are recorded without a word.
RECORDINGS = Path("recordings")

#: Trials under way at a time, without a word: few enough for the limits of a new account.
AT_ONCE = 8

Cases = Annotated[
    list[str] | None, typer.Option("--case", help="Only cases of this id, tag, trade or place; may be given again.")
]
Writers = Annotated[Engine, typer.Option("--engine", help="Who writes: editor, llm (scripted), or auto for both.")]
Personas = Annotated[list[str] | None, typer.Option("--persona", help="Only this scripted model; may be given again.")]
Live = Annotated[bool, typer.Option("--live/--replay", help="Ask the model of the settings, or nobody (the default).")]
RecordingFile = Annotated[
    Path | None,
    typer.Option("--recording", help="The model's answers: read by --replay, read and added to by --live."),
]
MaxCost = Annotated[float, typer.Option("--max-cost", min=0, help="US dollars that --live may spend.")]
ModelPrice = Annotated[
    str | None, typer.Option("--price", help="US dollars a million tokens, IN,OUT; else the list price.")
]
Repeats = Annotated[int, typer.Option("--repeats", min=1, max=100, help="How often the model writes each case.")]
AtOnce = Annotated[int, typer.Option("--at-once", min=1, max=256, help="Trials that --live has under way at a time.")]
Way = Annotated[Strategy, typer.Option("--strategy", help="How the model goes about it.")]
Prompts = Annotated[
    list[Path] | None,
    typer.Option("--prompt", help="A prompt file in place of its step's; may be given again."),
]
Output = Annotated[Path | None, typer.Option("-o", "--output", help="Keep the run in this file.")]
Every = Annotated[bool, typer.Option("--all", help="Show every row, however many there are.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the report as JSON.")]


def price_of(given: str | None) -> Price | None:
    """The price as it was typed: two numbers with a comma; raises BadParameter."""
    if given is None:
        return None
    try:
        into, out = (float(number) for number in given.split(","))
    except ValueError:
        raise typer.BadParameter("write two numbers with a comma, such as 0.75,4.50", param_hint="--price") from None
    return Price(into, out)
