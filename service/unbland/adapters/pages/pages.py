"""Templates filled in: everything escaped, nothing that misleads the eye, and a policy that lets nothing be fetched."""

from __future__ import annotations

import base64
import hashlib
import re

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from unbland.adapters.pages.wording import FILTERS

#: Signs that turn text round, hide it or cannot be drawn, and how often in a row. Joiners stay, which scripts and
#: pictographs are made with.
_MISLEADING = re.compile(
    "([\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff"
    "\\ufff9-\\ufffb\\ud800-\\udfff\\U000e0000-\\U000e007f])\\1*"
)

_PARTS = {
    "style": re.compile(r"<style>(.*?)</style>", re.DOTALL),
    "script": re.compile(r"<script>(.*?)</script>", re.DOTALL),
}

#: Where the policy goes: it names what stands in the page by hash, so it is written last.
_POLICY = "content-security-policy"


def page(template: str, **values: object) -> str:
    """The page of a template with these values; it is whole in itself, and whatever it shows is text."""
    text = _ENVIRONMENT.get_template(f"{template}.html.j2").render(**values, policy=_POLICY)
    hashes = {kind: " ".join(_hash(part) for part in found.findall(text)) for kind, found in _PARTS.items()}
    none = "'none'"
    policy = (
        f"default-src {none}; base-uri {none}; form-action {none}; "
        f"style-src {hashes['style'] or none}; script-src {hashes['script'] or none}"
    )
    return text.replace(_POLICY, policy, 1)


def _hash(part: str) -> str:
    digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _plain(value: object) -> object:
    """Text with the names of the signs that would mislead; what a template made itself stays as it is."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return _MISLEADING.sub(_named, value)


def _named(match: re.Match[str]) -> str:
    times = len(match[0])
    return f"[U+{ord(match[1]):04X}{f' ×{times}' if times > 1 else ''}]"


_ENVIRONMENT = Environment(
    loader=PackageLoader("unbland.adapters.pages", "."),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=_plain,
)
_ENVIRONMENT.filters.update(FILTERS)
