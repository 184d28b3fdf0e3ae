"""The elements of HTML, by what they do to the lines of a page (HTML standard, "rendering" and "optional tags")."""

from __future__ import annotations

#: They begin and end a line.
_BLOCKS = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section select summary table"
    " tbody td tfoot th thead title tr ul"
)
BLOCKS = frozenset(_BLOCKS.split())
_VOID = "area base br col embed hr img input link meta param source track wbr"
VOID = frozenset(_VOID.split())
LISTS = frozenset(("ul", "ol", "menu"))
CELLS = frozenset(("td", "th"))
BOLD = frozenset(("b", "strong", "th", "dt"))
PREFORMATTED = frozenset(("pre", "textarea", "xmp"))
HEADINGS = {f"h{level}": level for level in range(1, 7)}

#: What they hold is for machines, or for readers without what the page is made for.
_MACHINE = (
    "applet audio base canvas datalist embed frameset head iframe link math meta noembed noframes noscript object"
    " script style svg template title video"
)
MACHINE = frozenset(_MACHINE.split())

#: No tags inside them: they hold text up to their own end tag.
_RAW = "script style title textarea xmp iframe noembed noframes"
RAW = frozenset(_RAW.split())

#: Elements that a start tag ends. Every other block ends a paragraph.
SHUT_BY = {
    "a": ("a",),
    "li": ("p", "li"),
    "dt": ("p", "dt", "dd"),
    "dd": ("p", "dt", "dd"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("tr",),
    "tbody": ("tr",),
    "tfoot": ("tr",),
    "option": ("option",),
    **dict.fromkeys(HEADINGS, ("p", *HEADINGS)),
}

_ALWAYS = ("table", "td", "th", "caption", "button", "object")

#: Elements beyond which a start tag ends nothing.
OUTER: dict[str, tuple[str, ...]] = {
    "a": (),
    "p": _ALWAYS,
    "li": ("ul", "ol", "menu", *_ALWAYS),
    "dt": ("dl", *_ALWAYS),
    "dd": ("dl", *_ALWAYS),
    "td": ("table",),
    "th": ("table",),
    "tr": ("table",),
    "option": ("select",),
    **dict.fromkeys(HEADINGS, _ALWAYS),
}
