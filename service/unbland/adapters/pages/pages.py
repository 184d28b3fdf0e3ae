"""Templates filled in: everything escaped, and a policy that lets the page fetch nothing."""

from __future__ import annotations

import base64
import hashlib
import re

from jinja2 import Environment, PackageLoader, StrictUndefined

_ENVIRONMENT = Environment(
    loader=PackageLoader("unbland.adapters.pages", "."),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)

#: Where the policy goes: it names what stands in the page by hash, so it is written last.
_POLICY = "content-security-policy"


def page(template: str, **values: object) -> str:
    """The page of a template with these values; it is whole in itself, and whatever it shows is text."""
    text = _ENVIRONMENT.get_template(f"{template}.html.j2").render(**values, policy=_POLICY)
    hashes = {kind: " ".join(_hash(part) for part in found.findall(text)) for kind, found in _PARTS.items()}
    none = "'none'"
    policy = f"default-src {none}; style-src {hashes['style'] or none}; script-src {hashes['script'] or none}"
    return text.replace(_POLICY, policy, 1)


def _hash(part: str) -> str:
    digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
    return f"'sha256-{digest}'"


_PARTS = {"style": _STYLE, "script": _SCRIPT}
