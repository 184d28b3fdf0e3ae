"""What `--fix` and `--diff` tell: how many findings were settled, what is left and why, and what would change."""

from __future__ import annotations

from collections import Counter
from difflib import unified_diff

from unbland.application.fix import Fixed, Kept
from unbland.core.editor.fixing import Why

#: Why a finding is left, after its number: "2 left: 1 …".
_LEFT = {
    Why.MARKUP: "with markup inside",
    Why.SENTENCE: "that the sentence needs",
    Why.GUARD: "that would say something else",
    Why.OVERLAP: "beside another fix",
}

_KEPT = {
    Kept.SCORE: "left as it is, since its score would be lower",
    Kept.READING: "left as it is, since it would read otherwise",
    Kept.BYTES: "left as it is, since its bytes are in no one encoding; save it as UTF-8",
}

_NO_END = "\\ No newline at end of file\n"


def sentence(name: str, fixed: Fixed, *, written: bool) -> str:
    """`nurse.md: 7 fixed, 19 → 24 of 100; left to you: 1 that the sentence needs.`."""
    if fixed.kept is not None:
        return f"{name}: {_KEPT[fixed.kept]}."
    done = f"{fixed.count or 'nothing'} {'' if written else 'to be '}fixed" if fixed.count else "nothing to fix"
    if fixed.count:
        done += f", {fixed.before.score.total} → {fixed.after.score.total} of 100"
    left = Counter(one.why for one in fixed.left)
    named = ", ".join(f"{left[why]} {told}" for why, told in _LEFT.items() if left[why])
    return f"{name}: {done}{f'; left to you: {named}' if named else ''}."


def diff(name: str, fixed: Fixed) -> str:
    """What changes in the text, as `patch` reads it; empty where nothing does."""
    old, new = (looked.document.source.split("\n") for looked in (fixed.before, fixed.after))
    lines = unified_diff(_ended(old), _ended(new), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_END}" for line in lines)


def _ended(lines: list[str]) -> list[str]:
    """The lines with their ends; nothing stands behind the last end."""
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:][: bool(lines[-1])]
