"""Inline style: whether a reader would see the text of an element."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

#: Names that stand for (nearly) white or black; other names are compared as they are.
_COLOURS = {
    "white": (255, 255, 255), "snow": (255, 250, 250), "ivory": (255, 255, 240), "ghostwhite": (248, 248, 255),
    "floralwhite": (255, 250, 240), "whitesmoke": (245, 245, 245), "black": (0, 0, 0),
}  # fmt: skip

#: A difference in each of red, green and blue that no eye tells from none (of 255).
_SAME = 16

#: Further off than any screen is wide: the trick writes -9999px or -100em.
_OFF_SCREEN = re.compile(r"-(?:\d{4,}|999)(?:\.\d+)?(?:px|pt)?|-\d{2,}(?:\.\d+)?(?:em|rem|vw|vh)")

#: Nothing, or one pixel.
_NOTHING = re.compile(r"(?:0+(?:\.0*)?|\.0+)[a-z%]*|(?:0*1(?:\.0*)?|0*\.\d+)(?:px|pt)")
_ZERO = re.compile(r"(?:0+(?:\.0\d*)?|\.0\d*)%?")

#: A property, and values with which nothing of the element is seen.
_UNSEEN = {
    "display": re.compile(r"none"),
    "content-visibility": re.compile(r"hidden"),
    "opacity": _ZERO,
    "filter": re.compile(rf"opacity\((?:{_ZERO.pattern})\)"),
    "transform": re.compile(r"scale[xy]?\(0\)|translate[xy]?\(-\d{3,}.*"),
    "left": _OFF_SCREEN,
    "right": _OFF_SCREEN,
    "top": _OFF_SCREEN,
    "bottom": _OFF_SCREEN,
    "margin-left": _OFF_SCREEN,
    "margin-top": _OFF_SCREEN,
    "text-indent": _OFF_SCREEN,
    "clip": re.compile(r"rect\(\s*[01](?:px)?(?:[ ,]+[01](?:px)?){3}\s*\)"),
    "clip-path": re.compile(
        r"inset\((?:50|100)%.*|circle\(0.*|polygon\(\s*0(?:px)? 0(?:px)?(?:, *0(?:px)? 0(?:px)?)*\)"
    ),
}

#: Values that leave a colour as it is around; a clear ground is no ground, a clear ink is seen to below.
_AS_AROUND = frozenset({"inherit", "initial", "unset", "revert", "currentcolor", "none"})

_SIZES = ("width", "height", "max-width", "max-height")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLEAR = re.compile(
    r"transparent|rgba\(.*,\s*0(?:\.0*)?%?\s*\)|hsla\(.*,\s*0(?:\.0*)?%?\s*\)|#[0-9a-f]{3}0|#[0-9a-f]{6}00"
)
_HEX = re.compile(
    r"#(?:([0-9a-f])([0-9a-f])([0-9a-f])[0-9a-f]?|([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?)"
)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[ ,]+(\d{1,3})[ ,]+(\d{1,3})[^)]*\)")
_BOLD = re.compile(r"bold|bolder|[6-9]00")
_LIGHT = re.compile(r"normal|lighter|[1-5]00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How text looks inside an element: what it takes from the elements around, and what it sets itself."""

    #: An element around shows nothing of what it holds.
    gone: bool = False
    #: Visibility and size can be set back further inside.
    invisible: bool = False
    tiny: bool = False
    ink: str = "black"
    ground: str = "white"
    bold: bool = False
    #: Whether line breaks of the source are line breaks on the page.
    breaks: bool = False

    @property
    def hidden(self) -> bool:
        """Whether no reader sees the text."""
        return self.gone or self.invisible or self.tiny or _alike(self.ink, self.ground)

    def inside(self, attributes: Mapping[str, str]) -> Look:
        """How text looks inside an element with these attributes."""
        style = declarations(attributes.get("style", ""))
        for attribute, name in (("color", "color"), ("bgcolor", "background-color")):
            if attribute in attributes:
                style.setdefault(name, attributes[attribute].strip().lower())
        if "hidden" in attributes:
            style["display"] = "none"
        return self._styled(style) if style else self

    def _styled(self, style: Mapping[str, str]) -> Look:
        size, seen = style.get("font-size"), style.get("visibility")
        weight, space = style.get("font-weight", ""), style.get("white-space")
        return replace(
            self,
            gone=self.gone or _unseen(style),
            invisible=self.invisible if seen is None else seen in ("hidden", "collapse"),
            tiny=self.tiny if size is None else bool(_NOTHING.fullmatch(size)),
            ink=_own(style.get("color"), self.ink),
            ground=_own(style.get("background-color") or style.get("background"), self.ground),
            breaks=space.startswith(("pre", "break")) if space else self.breaks,
            bold=bool(_BOLD.fullmatch(weight)) or (self.bold and not _LIGHT.fullmatch(weight)),
        )


def declarations(style: str) -> dict[str, str]:
    """The properties that a style attribute sets, in lower case, without `!important`."""
    pairs = (part.partition(":") for part in _COMMENT.sub("", style).lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs if value.strip()}


def _own(value: str | None, around: str) -> str:
    return around if value is None or value in _AS_AROUND else value


def _unseen(style: Mapping[str, str]) -> bool:
    if any(name in _UNSEEN and _UNSEEN[name].fullmatch(value) for name, value in style.items()):
        return True
    cut = style.get("overflow", "").startswith(("hidden", "clip"))
    return cut and any(_NOTHING.fullmatch(style[name]) for name in _SIZES if name in style)


@lru_cache(maxsize=256)
def _alike(ink: str, ground: str) -> bool:
    if _CLEAR.fullmatch(ink) or ink == ground:
        return True
    first, second = _rgb(ink), _rgb(ground)
    return bool(first and second) and all(abs(a - b) <= _SAME for a, b in zip(first, second, strict=True))


def _rgb(colour: str) -> tuple[int, ...]:
    if match := _HEX.fullmatch(colour):
        digits = [digit for digit in match.groups() if digit]
        return tuple(int(digit * (2 // len(digit)), 16) for digit in digits)
    if match := _RGB.fullmatch(colour):
        return tuple(int(part) for part in match.groups())
    return _COLOURS.get(colour, ())
