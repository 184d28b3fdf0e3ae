"""Variables of the environment that are meant for us and name no setting: a limit that is misspelled limits nothing."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from unbland.settings import ConnectorSettings, MattermostSettings, SealSettings, Settings, SlackSettings

_ALL = (Settings, SealSettings, SlackSettings, MattermostSettings, ConnectorSettings)

_PREFIX = "UNBLAND_"

#: How alike a misspelling is to its setting. What Kubernetes sets for a service of our name is farther from all.
_ALIKE = 0.88


def _names() -> frozenset[str]:
    """The names of every variable that is read."""
    return frozenset(
        str(field.validation_alias or f"{kind.model_config['env_prefix']}{name.upper()}")
        for kind in _ALL
        for name, field in kind.model_fields.items()
    )


def misnamed(variables: Iterable[str]) -> tuple[str, str] | None:
    """The first variable that is nearly the name of a setting, and that name; None where there is none."""
    names = _names()
    ours = (each for each in sorted(variables) if each.upper().startswith(_PREFIX) and each.upper() not in names)
    near = ((each, get_close_matches(each.upper(), names, n=1, cutoff=_ALIKE)) for each in ours)
    return next(((each, found[0]) for each, found in near if found), None)
