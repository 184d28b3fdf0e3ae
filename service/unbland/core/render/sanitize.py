"""The one gate for HTML that goes out: a list of what may stand in it, and nothing else."""

from __future__ import annotations

import nh3

#: What job boards keep and no reader can be harmed by; the page around it has a first heading of its own.
TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "a", "h2", "h3", "h4"}
_ATTRIBUTES = {"a": {"href"}}
_SCHEMES = {"https", "mailto"}

#: Elements whose text is code or hidden, so that it goes with them.
_GONE = {"script", "style", "template", "svg", "math", "title", "noscript", "iframe", "object", "textarea", "select"}


def _whole_address(_tag: str, _name: str, value: str) -> str | None:
    """The address of a link; none where it leads into the page that it happens to stand in."""
    return value if value.lower().startswith(("https://", "mailto:")) else None


def sanitized(html: str) -> str:
    """The HTML with the tags of the list alone; whatever else was a tag is gone, its text stays as text.

    A second pass changes nothing.
    """
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        attribute_filter=_whole_address,
        clean_content_tags=_GONE,
        link_rel=None,
        strip_comments=True,
    )
