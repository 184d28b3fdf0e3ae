"""`unbland slack`: what an operator needs to set up the app."""

from __future__ import annotations

import json
from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  unbland slack manifest --url https://unbland.example.com > manifest.json
  unbland slack manifest --socket-mode
  unbland slack key
"""

group = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@group.command()
def manifest(
    *,
    url: Annotated[str, typer.Option(help="Where Slack reaches the service: https://unbland.example.com.")] = "",
    socket_mode: Annotated[bool, typer.Option("--socket-mode", help="For a service that Slack cannot reach.")] = False,
    history: Annotated[
        bool, typer.Option("--history", help="Let it read its channels: after a crash it finds what it posted.")
    ] = False,
    one_workspace: Annotated[
        bool, typer.Option("--one-workspace", help="For UNBLAND_SLACK_BOT_TOKEN: a token that does not run out.")
    ] = False,
    org: Annotated[bool, typer.Option("--org", help="Let an Enterprise Grid organisation install it at once.")] = False,
) -> None:
    """Print the app's manifest; paste it where Slack asks for one."""
    from unbland.bootstrap.manifest import slack_manifest  # noqa: PLC0415 - only this command needs it

    made = slack_manifest(url, sockets=socket_mode, history=history, org=org, alone=one_workspace)
    typer.echo(json.dumps(made, indent=2))


@group.command()
def key() -> None:
    """Print a new key for UNBLAND_ENCRYPTION_KEY."""
    from unbland.bootstrap.chat import new_slack_key  # noqa: PLC0415 - the library loads slowly

    typer.echo(new_slack_key())
