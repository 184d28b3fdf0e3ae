"""The seal of the settings."""

from __future__ import annotations

from unbland.adapters.seal import Seal
from unbland.settings import SealSettings


def read_seal() -> Seal:
    """The seal with the keys of the environment; raises Misconfigured for what is no key."""
    key = SealSettings().encryption_key
    return Seal(key.get_secret_value() if key is not None else "")
