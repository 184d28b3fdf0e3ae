"""Fixing a posting: its bytes, its score, and that a second run finds nothing to do."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from unbland.application.fix import Kept, fix
from unbland.application.review import Draft, Looked, look
from unbland.bootstrap import sets
from unbland.core.document.model import Format
from unbland.core.editor.fixing import plan
from unbland.core.language.quantities import quantities

_EXAMPLES = Path(__file__).parents[2] / "examples"

DRAFTS = {
    **{case.id: Draft(content=case.draft.content, format=case.draft.format) for case in sets.eval_cases()},
    **{path.parent.name: Draft(content=path.read_bytes()) for path in sorted(_EXAMPLES.glob("*/draft.*"))},
}

_MARKUP = re.compile(r"<[^<>]*>|&#?\w+;")
_WORD = re.compile(r"\w+")


def _figures(looked: Looked) -> Counter[object]:
    """Every figure of every source, as a value."""
    return Counter(one.values for source in looked.ledger.sources for one in quantities(source.text))


@pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS)
def test_nothing_changes_outside_the_findings(draft: Draft) -> None:
    """But the article, the comma and the white space beside words that go, and a capital that moves on."""
    looked = look(draft)
    source = looked.document.source
    for made in plan(looked.document, looked.ledger, looked.findings).fixes:
        change, finding = made.change, made.finding
        before, after = source[change.start : finding.start], source[finding.end : change.end]
        assert re.fullmatch(r"(?:an?)?,?\s*", before, re.IGNORECASE), before
        assert re.fullmatch(r",?\s*\w?", after), after
        assert change.start <= finding.start
        assert change.end >= finding.end


@pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS)
def test_a_fixed_text_says_the_same_and_is_no_worse(draft: Draft) -> None:
    """Same figures, same markup, as many lines; a second run changes nothing."""
    fixed = fix(draft)
    before, after = fixed.before, fixed.after
    assert after.score.total >= before.score.total
    assert _figures(after) == _figures(before)
    assert _MARKUP.findall(after.document.source) == _MARKUP.findall(before.document.source)
    assert len(after.ledger.sources) == len(before.ledger.sources)
    again = fix(Draft(content=after.document.source, format=after.document.format))
    assert (again.count, again.content) == (0, None)


def test_some_of_them_are_fixed() -> None:
    """Else the tests above hold for nothing."""
    assert sum(fix(draft).count for draft in DRAFTS.values()) > 40


TEXT = "# Café clerk\r\n\r\n- Filing 40 letters a day\r\n- Calling in order to plan 12 shifts"
BECOMES = "# Café clerk\r\n\r\n- File 40 letters a day\r\n- Call to plan 12 shifts"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_bytes_stay_what_they_were(encoding: str) -> None:
    """Encoding, byte order mark, line ends, and no line end where there was none."""
    fixed = fix(Draft(content=TEXT.encode(encoding)))
    assert (fixed.count, fixed.content) == (3, BECOMES.encode(encoding))


def test_bytes_of_no_one_encoding_are_left() -> None:
    """Writing them would put other signs in place of those that could not be read."""
    fixed = fix(Draft(content=TEXT.encode("cp1252") + b" \x81"))
    assert (fixed.kept, fixed.content, fixed.count) == (Kept.BYTES, None, 0)


def test_the_declared_character_set_is_kept() -> None:
    """A page says what it is in, and stays in it."""
    page = "<meta charset=iso-8859-2><h1>Clerk</h1><ul><li>Filing 40 letters in Łódź</li></ul>"
    fixed = fix(Draft(content=page.encode("iso-8859-2"), format=Format.HTML))
    assert fixed.content == page.replace("Filing", "File").encode("iso-8859-2")


GOOD = """\
# Baker

We opened a second shop in May and nobody bakes its bread at night, so we need one more baker.

## What you will do

- Bake 300 loaves a night for 12 restaurants
- Cut waste from 9 % to 5 % by next autumn

## What you bring

- Two years of past experience in the area of sourdough

## What you get

- CAD 52,000 to 58,000 a year
- 25 days off and a free loaf a day

## About us

Our oven in Leith has burned since 1921.
"""


def test_a_text_that_would_score_lower_is_left_as_it_is() -> None:
    """The score counts different words, and a short posting may lose more by a cut than filler costs."""
    fixed = fix(Draft(content=GOOD))
    assert (fixed.kept, fixed.content, fixed.count) == (Kept.SCORE, None, 0)
    assert fixed.after is fixed.before


def test_one_fix_that_would_lower_the_score_does_not_hold_up_the_others() -> None:
    """Each is tried by itself where all of them together would be worse."""
    fixed = fix(Draft(content=GOOD.replace("a free loaf a day", "a free loaf on a daily basis")))
    assert (fixed.kept, fixed.count) == (None, 1)
    assert fixed.content is not None
    assert b"a free loaf daily" in fixed.content
    assert b"past experience in the area of" in fixed.content
    assert fixed.after.score.total >= fixed.before.score.total


def test_nothing_to_fix_is_no_change() -> None:
    """No bytes to write."""
    fixed = fix(Draft(content="# Clerk\n\n- File 40 letters a day\n"))
    assert (fixed.count, fixed.content, fixed.kept, fixed.left) == (0, None, None, ())
