"""The command `unbland`: its subcommands, its exit codes, and one plain sentence for each thing that goes wrong."""

from __future__ import annotations

import gc
import logging
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperGroup

from unbland import __version__
from unbland.errors import BadInput, DatabaseDown, Misconfigured, UnblandError
from unbland.garbage import look_seldom

_WRONG_USE, _OUTSIDE_FAILED = 2, 3

_NO_DATABASE = (
    "The database cannot be reached, and nothing was half written; see that it runs and that UNBLAND_DATABASE_URL names"
    " it, with a user it knows."
)

_EXAMPLE = """\b
Example:
  unbland rewrite draft.md --facts facts.yaml
"""


class _Command(NamedTuple):
    """Where a command is, and its line in the list."""

    #: A module beside this one, and what of it: a function, or a group of commands.
    module: str
    what: str
    line: str
    #: The examples under its help, by their name in the module.
    examples: str = "EXAMPLES"


#: The commands, in the order of the help.
_COMMANDS = {
    "rewrite": _Command("rewrite", "rewrite", "Turn a draft and facts into a posting."),
    "review": _Command("review", "review", "Say what the guide says of postings, and score them."),
    "rules": _Command("rules", "rules", "List the rules of the guide, or explain one."),
    "serve": _Command("serve", "serve", "Serve rewrites and reviews over HTTP."),
    "work": _Command("work", "work", "Do the work of a service on other machines.", "WORK_EXAMPLES"),
    "migrate": _Command("work", "migrate", "Bring the database to the newest schema.", "MIGRATE_EXAMPLES"),
    "doctor": _Command("doctor", "doctor", "Say what is wrong with how it is set up."),
    "keys": _Command("keys", "group", "Say who may call the service."),
    "slack": _Command("slack", "group", "Set up the Slack app."),
    "ats": _Command("ats", "group", "Rewrite postings where they are kept."),
    "batch": _Command("batch.group", "group", "Triage and rewrite many postings."),
    "eval": _Command("evaluation.evaluate", "group", "Run the eval set, or measure the guard."),
}


class _Commands(TyperGroup):
    """The commands, of which only the one that is used is loaded: all of them take a second longer."""

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> tuple[str | None, Any, list[str]]:  # type: ignore[override] # click is inside typer
        """The command that is meant by the first word; raises UsageError where none is."""
        name, _, rest = super().resolve_command(ctx, args)
        return name, _loaded(name or ""), rest


def _loaded(name: str) -> Any:  # noqa: ANN401 - click's own kind, which typer keeps inside
    place = _COMMANDS[name]
    module = import_module(f"unbland.edges.cli.{place.module}")
    its, examples = getattr(module, place.what), getattr(module, place.examples)
    holder = typer.Typer(add_completion=False, rich_markup_mode=None)
    if isinstance(its, typer.Typer):
        holder.add_typer(its, name=name, epilog=examples)
        return typer.main.get_group(holder).commands[name]
    holder.command(name, epilog=examples)(its)
    return typer.main.get_command(holder)


app = typer.Typer(
    cls=_Commands, add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)
for _name, _place in _COMMANDS.items():
    app.command(_name, short_help=_place.line)(lambda: None)


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
    look_seldom()
    if "--debug" not in sys.argv:  # what has no handler would be written to the terminal, tracebacks and all
        logging.getLogger().addHandler(logging.NullHandler())
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except UnblandError as error:
        _end(_said(error), _WRONG_USE if isinstance(error, BadInput | Misconfigured) else _OUTSIDE_FAILED)
    except Exception as error:  # the last of all: whoever types a command is owed a sentence, not a traceback
        if "--debug" in sys.argv:
            raise
        kind = type(error).__name__
        _end(f"Something unexpected went wrong ({kind}); `unbland --debug …` shows what to report.", _OUTSIDE_FAILED)
    finally:
        gc.freeze()  # an ending process looks for garbage too, which takes most of a second where models were asked


def _said(error: UnblandError) -> str:
    """The sentence for whoever types a command: the database's operator, more often than not."""
    return _NO_DATABASE if type(error) is DatabaseDown else str(error)


def _end(sentence: str, code: int) -> None:
    typer.echo(f"unbland: {sentence}", err=True)
    sys.exit(code)
