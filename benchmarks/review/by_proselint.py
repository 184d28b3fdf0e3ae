"""proselint with its default settings; runs in proselint's own environment."""

from __future__ import annotations

from importlib.metadata import version

from loop import serve
from proselint.checks import __register__
from proselint.config import DEFAULT
from proselint.registry import CheckRegistry
from proselint.tools import LintFile


def _review(text: str, _: str) -> int:
    return len([*LintFile("posting", text).lint(DEFAULT)])


if __name__ == "__main__":
    _REGISTRY = CheckRegistry()
    _REGISTRY.register_many(__register__)
    serve({"version": version("proselint"), "rules": f"{len(_REGISTRY.checks)} checks"}, _review, lambda: None)
