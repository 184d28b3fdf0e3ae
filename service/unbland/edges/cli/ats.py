"""`unbland ats`: postings of an applicant tracking system, rewritten where they are kept, once a person says so."""

from __future__ import annotations

import asyncio
import getpass
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from unbland import bootstrap
from unbland.application.connectors.model import Link, LinkState, Listing, Proposal, System
from unbland.core.ats.showing import shown
from unbland.edges.cli.files import read_facts
from unbland.edges.cli.page import Page
from unbland.edges.cli.report import show_rewrite

if TYPE_CHECKING:
    from unbland.application.connectors.service import Connectors

T = TypeVar("T")

_WRONG_USE, _FAILED = 2, 3

EXAMPLES = """\b
Examples:
  unbland ats list lever
  unbland ats rewrite lever 75ff237f-c221-4c26-8b23-faf395f5ea1c --facts facts.yaml
  unbland ats status && unbland ats show al_4f2a9c
  unbland ats accept al_4f2a9c ok_90c1
  unbland ats undo al_4f2a9c
"""

#: What is said of a list that is not whole.
_PARTIAL = {
    "too_many": "there are more; ask for them with --limit",
    "too_large": "the answer was larger than what is read, and the rest was left out",
    "connector_auth": "the key was refused; see whether it was revoked and what it may do",
    "connector_busy": "the system takes no more calls for now; try again in a few minutes",
}

_FAILED_LIST = "the system gave no answer that can be used; try again later"

#: What is said of a text, by its state.
_SAID = {
    LinkState.PROPOSED: "waits for a person; nothing is written",
    LinkState.WRITING: "is being written",
    LinkState.APPLIED: "stands in the posting: written, read back, and the same",
    LinkState.UNSURE: "was sent and is not there yet; look again, or accept again, which reads before it writes",
    LinkState.CONFLICT: "was not written, since somebody has edited the posting; rewrite it anew",
    LinkState.REFUSED: "was refused by the system; nothing is written, and it may be tried again",
    LinkState.ALTERED: "was written, and the system made something else of it; look at the posting, or undo",
    LinkState.UNDONE: "was taken back; the text from before stands again",
}

group = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Tenant = Annotated[str, typer.Option(help="Whose rows these are.")]
By = Annotated[str | None, typer.Option(help="Who does it, for the audit; without a word, who is logged in.")]


@group.command("list")
def list_postings(
    system: Annotated[
        list[System] | None, typer.Argument(help="Which systems; without a word, each that has a key.")
    ] = None,
    *,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="The most postings of each.")] = 200,
) -> None:
    """List postings: id and title, one a line. Exit code 3 where a list failed on the way."""
    listings = _run(lambda connectors: connectors.list(system or connectors.systems, limit))
    for listing in listings:
        _show(listing)
    if any(listing.partial not in {None, "too_many"} for listing in listings):
        raise typer.Exit(_FAILED)


@group.command()
def rewrite(
    system: Annotated[System, typer.Argument(help="Where the postings are.")],
    posting: Annotated[list[str], typer.Argument(help="Their ids.")],
    *,
    facts: Annotated[str | None, typer.Option(help="A file of facts, for all of them.")] = None,
    tenant: Tenant = "local",
    by: By = None,
) -> None:
    """Propose a text for each posting, and show it; nothing is written.

    Beside a text stands its token, which accepts this text for the posting as it was read. Exit code 2 where only
    what was asked for is at fault, such as an id that is none; 3 where a system failed.
    """
    stated, wanted = read_facts(facts), [(system, each) for each in posting]
    proposals = _run(lambda connectors: connectors.rewrite(tenant, wanted, _who(by), stated))
    for proposal in proposals:
        _propose(proposal)
    if failed := [proposal for proposal in proposals if proposal.code]:
        raise typer.Exit(_WRONG_USE if all(proposal.misasked for proposal in failed) else _FAILED)


@group.command()
def accept(
    link: Annotated[str, typer.Argument(help="The id of the proposal.")],
    token: Annotated[str, typer.Argument(help="The token that was shown beside its text.")],
    *,
    tenant: Tenant = "local",
    by: By = None,
) -> None:
    """Write a text that a person has read. The posting is read first, and again after."""
    _ended(_run(lambda connectors: connectors.accept(tenant, link, token, _who(by))))


@group.command()
def show(
    link: Annotated[str, typer.Argument(help="The id of the proposal.")],
    *,
    tenant: Tenant = "local",
) -> None:
    """Show a text that was proposed, by whomever, and the token that accepts it."""
    found, token = _run(lambda connectors: connectors.get(tenant, link))
    typer.echo(f"{found.title}\n\n{shown(found.new)}\n")
    if token:
        _offer(found, token)
    else:
        typer.echo(f"{link} {_SAID[found.state]}.", err=True)


@group.command()
def undo(
    link: Annotated[str, typer.Argument(help="The id of the proposal.")],
    *,
    tenant: Tenant = "local",
    by: By = None,
) -> None:
    """Put back the text from before, where nobody has edited the posting since."""
    _ended(_run(lambda connectors: connectors.undo(tenant, link, _who(by))))


@group.command()
def status(
    link: Annotated[str | None, typer.Argument(help="The id of a proposal; without a word, all are listed.")] = None,
    *,
    tenant: Tenant = "local",
    limit: Annotated[int, typer.Option(min=1, max=1000, help="The most that are listed.")] = 50,
) -> None:
    """Say how far texts are, and who did what. Where a write had no known end, the posting is looked at."""
    if link is None:
        for each in _run(lambda connectors: connectors.all(tenant, limit)):
            typer.echo(f"{each.id}\t{each.system}\t{each.posting}\t{each.state}\t{each.updated:%Y-%m-%d %H:%M}")
        return
    found, steps = _run(lambda connectors: connectors.settle(tenant, link, _who(None)))
    typer.echo(f"{found.id} {_SAID[found.state]}.")
    for step in steps:
        code = f" ({step.code})" if step.code else ""
        typer.echo(f"  {step.at:%Y-%m-%d %H:%M:%S} UTC  {step.state}{code}, {step.by}")


def _show(listing: Listing) -> None:
    for each in listing.postings:
        typer.echo(f"{listing.system}\t{each.id}\t{each.title}")
    said = f"{listing.system}: {len(listing.postings)} postings"
    if listing.skipped:
        said += f", {listing.skipped} without a job or a text left out"
    if listing.partial:
        said += f"; these are not all ({listing.partial}): {_PARTIAL.get(listing.partial, _FAILED_LIST)}"
    typer.echo(f"{said}.", err=True)


def _propose(proposal: Proposal) -> None:
    where = f"{proposal.system} {proposal.posting}"
    if proposal.code:
        typer.echo(f"{where}: {proposal.code}: {proposal.detail}", err=True)
    elif proposal.ours and proposal.link:
        typer.echo(f"{where} holds the text of {proposal.link.id} already; nothing to do.", err=True)
    elif proposal.result:
        typer.echo(proposal.result.rendered.markdown)
        show_rewrite(proposal.result, Page())
        typer.echo("", err=True)
        if proposal.link and proposal.token:
            _offer(proposal.link, proposal.token)
        else:
            typer.echo(f"{where}: {proposal.result.status}; there is nothing to write.", err=True)


def _offer(link: Link, token: str) -> None:
    """How to accept a text."""
    typer.echo(f"{link.system} {link.posting}: nothing is written. To write this text:", err=True)
    typer.echo(f"  unbland ats accept {link.id} {token}", err=True)


def _ended(link: Link) -> None:
    typer.echo(f"{link.id} {_SAID[link.state]}.", err=True)
    if link.state not in {LinkState.APPLIED, LinkState.UNDONE}:
        raise typer.Exit(_FAILED)


def _who(by: str | None) -> str:
    return by or getpass.getuser()


def _run(use: Callable[[Connectors], Awaitable[T]]) -> T:
    """What comes of one use of the connectors."""
    from unbland.bootstrap.connectors import with_connectors  # noqa: PLC0415 - the database's libraries load slowly

    return asyncio.run(with_connectors(bootstrap.read_settings(), use))
