"""The seal of the settings, and whether it opens what the database holds."""

from __future__ import annotations

from unbland.adapters.database.chat_shelf import DatabaseInstalls
from unbland.adapters.database.connection import Database
from unbland.adapters.database.webhooks import DatabaseWebhooks
from unbland.adapters.seal import Seal, is_sealed
from unbland.bootstrap.found import Found
from unbland.errors import DatabaseDown, Misconfigured
from unbland.settings import SealSettings


def read_seal() -> Seal:
    """The seal with the keys of the environment, the older name's last; raises Misconfigured for what is no key."""
    told = SealSettings()
    keys = (told.encryption_key, told.earlier_key)
    return Seal(",".join(key.get_secret_value() for key in keys if key is not None))


def key_found() -> Found | None:
    """What is wrong with the key itself; None where nothing is."""
    try:
        read_seal()
    except Misconfigured as error:
        said, _, way_out = str(error).removesuffix(".").partition("; ")
        return Found(part="seal", ok=False, said=said, way_out=way_out)
    return None


async def seal_found(database: Database) -> Found | None:
    """Whether the key opens all that is sealed; None where nothing is to be said."""
    if (wrong := key_found()) is not None:
        return wrong
    seal = read_seal()
    try:
        secrets = await DatabaseWebhooks(database, seal).secrets()
        installs = [seal.opened(sealed.decode()) for _, sealed in await DatabaseInstalls(database).all()]
    except DatabaseDown:  # a file without our tables yet
        secrets, installs = (), []
    shut = sum(map(is_sealed, (*secrets, *installs)))
    if shut:
        way_out = "set UNBLAND_ENCRYPTION_KEY to the key that it was sealed with, behind a new one after a comma"
        return Found(part="seal", ok=False, said=f"does not open {shut} of what is sealed", way_out=way_out)
    if seal.is_set:
        return Found(part="seal", ok=True, said=f"opens all that is sealed, {len(secrets) + len(installs)} in all")
    if secrets:
        said = f"has no key, so that {len(secrets)} webhook secrets are kept as they are; set UNBLAND_ENCRYPTION_KEY"
        return Found(part="seal", ok=True, said=said)
    return None
