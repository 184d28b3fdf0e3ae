"""The command `unbland`: its subcommands, its exit codes, and one plain sentence for each thing that goes wrong."""

from __future__ import annotations

import gc
import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from unbland import __version__
from unbland.edges.cli import ats, doctor, keys, review, rewrite, rules, serve, slack, work
from unbland.edges.cli.batch import group as batch
from unbland.edges.cli.evaluation import evaluate
from unbland.errors import BadInput, Misconfigured, UnblandError

_WRONG_USE, _OUTSIDE_FAILED = 2, 3

_EXAMPLE = """\b
Example:
  unbland rewrite draft.md --facts facts.yaml
"""

#: The commands, in the order of the help: name, what it does, the line of it in the list, examples.
_COMMANDS = (
    ("rewrite", rewrite.rewrite, "Turn a draft and facts into a posting.", rewrite.EXAMPLES),
    ("review", review.review, "Say what the guide says of postings, and score them.", review.EXAMPLES),
    ("rules", rules.rules, "List the rules of the guide, or explain one.", rules.EXAMPLES),
    ("serve", serve.serve, "Serve rewrites and reviews over HTTP.", serve.EXAMPLES),
    ("work", work.work, "Do the work of a service on other machines.", work.WORK_EXAMPLES),
    ("migrate", work.migrate, "Bring the database to the newest schema.", work.MIGRATE_EXAMPLES),
    ("doctor", doctor.doctor, "Say what is wrong with how it is set up.", doctor.EXAMPLES),
)

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
for _name, _command, _line, _examples in _COMMANDS:
    app.command(_name, short_help=_line, epilog=_examples)(_command)
app.add_typer(keys.group, name="keys", short_help="Say who may call the service.", epilog=keys.EXAMPLES)
app.add_typer(slack.group, name="slack", short_help="Set up the Slack app.", epilog=slack.EXAMPLES)
app.add_typer(ats.group, name="ats", short_help="Rewrite postings where they are kept.", epilog=ats.EXAMPLES)
app.add_typer(batch.group, name="batch", short_help="Triage and rewrite many postings.", epilog=batch.EXAMPLES)
app.add_typer(evaluate.group, name="eval", short_help="Run the eval set, or measure the guard.")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"unbland {__version__}")
        raise typer.Exit


@app.callback(epilog=_EXAMPLE)
def unbland(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the code an unexpected error arose.")] = False,
) -> None:
    """Rewrite bland job postings: short, specific, and true to their sources."""


def main() -> None:
    """Run the command and end the process with its exit code."""
    # What was imported stays for good: looking for garbage in it again and again took a tenth of a long review.
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except UnblandError as error:
        _end(str(error), _WRONG_USE if isinstance(error, BadInput | Misconfigured) else _OUTSIDE_FAILED)
    except Exception as error:  # the last of all: whoever types a command is owed a sentence, not a traceback
        if "--debug" in sys.argv:
            raise
        kind = type(error).__name__
        _end(f"Something unexpected went wrong ({kind}); `unbland --debug …` shows what to report.", _OUTSIDE_FAILED)


def _end(sentence: str, code: int) -> None:
    typer.echo(f"unbland: {sentence}", err=True)
    sys.exit(code)
