"""The folders that travel with the package."""

from __future__ import annotations

from pathlib import Path

from unbland.errors import Misconfigured

_PACKAGE = Path(__file__).resolve().parent.parent


def data_dir(name: str) -> Path:
    """The folder `name`: inside the package where it was built into a wheel, at the top of a checkout otherwise.

    An editable install leaves an old copy beside other packages, so the way there starts at this file.
    """
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent.parent / name):
        if folder.is_dir():
            return folder
    raise Misconfigured(f"The folder {name}/ is missing; install unbland anew.")
