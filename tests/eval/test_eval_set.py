"""The eval set itself: it loads, it covers what it promises, and its scripted models lie where they should."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from unbland.adapters.evaluation.cases import case_schema, read_cases
from unbland.core.document.model import Format
from unbland.core.evaluation.cases.case import Absent, Case
from unbland.errors import EvalSetInvalid

EVAL = Path(__file__).parents[2] / "eval"
CASES = read_cases(EVAL / "cases")


def _tagged(tag: str) -> list[Case]:
    return [case for case in CASES if tag in case.tags]


def test_it_covers_trades_and_places() -> None:
    """At least 48 drafts of their own, 40 trades, 25 places in 10 countries, and three account managers."""
    assert len({case.cluster for case in CASES}) >= 48
    assert len({case.trade for case in CASES}) >= 40
    assert len({case.jurisdiction for case in CASES}) >= 25
    assert len({case.jurisdiction[:2] for case in CASES}) >= 10
    assert sum(case.trade == "account manager" for case in CASES) == 3


def test_cases_of_one_draft_share_a_cluster() -> None:
    """Statistics that took them for independent would be too sure."""
    by_draft: dict[str, set[str]] = {}
    for case in CASES:
        by_draft.setdefault(case.draft.content[:200], set()).add(case.cluster)
    assert all(len(clusters) == 1 for clusters in by_draft.values())


@pytest.mark.parametrize(
    "tag",
    [
        *("hidden-text", "escaped-entities", "capital-headings", "market-average", "board-offer", "injection"),
        *("long", "not-english", "injection-in-facts", "and-more", "open-ended-pay", "wide-range", "gendered-title"),
        *("pay-law", "competitive-only", "buried-fact", "exact-figure", "superlatives", "typed-quantities", "master"),
        *("children", "reason-in-passing", "word-export", "languages", "half-a-range", "no-facts", "legacy"),
        *("mixed-modality", "conflict", "no-reason", "no-pay", "already-good", "template", "negation", "legal-text"),
    ],
)
def test_every_trap_has_a_case(tag: str) -> None:
    """Each trap that the set is there for stands in at least one draft."""
    assert _tagged(tag)


def test_every_format_has_a_case() -> None:
    """Text, Markdown and HTML drafts."""
    assert {case.draft.format for case in CASES} == set(Format)


def test_reasons_pay_and_agreement_are_missing_as_often_as_they_are() -> None:
    """A quarter and more lack a reason, a quarter the pay, a fifth disagree with the facts; and all of it is asked."""
    without_reason = [case for case in CASES if Absent.REASON in case.gold.absent]
    without_pay = [case for case in CASES if "pay" in case.gold.asked]
    at_odds = [case for case in CASES if case.gold.conflicts]

    assert len(without_reason) >= len(CASES) / 4
    assert len(without_pay) >= len(CASES) / 4
    assert len(at_odds) >= len(CASES) / 5
    assert all("hiring_reason" in case.gold.asked for case in without_reason)


def test_every_case_has_an_honest_model() -> None:
    """`faithful` is the persona that other personas start from."""
    assert all("faithful" in case.replies for case in CASES)


@pytest.mark.parametrize("persona", ["inventing", "dropping", "flattering", "injected", "broken", "reversing"])
def test_every_vice_has_a_model(persona: str) -> None:
    """Each kind of unfaithful model is somewhere in the set."""
    assert any(persona in case.replies for case in CASES)


def test_the_schema_for_editors_is_up_to_date() -> None:
    """`eval/case.schema.json` is the types, written out; on failure write `case_schema()` there with an indent of 1."""
    assert json.loads((EVAL / "case.schema.json").read_text(encoding="utf-8")) == case_schema()


def test_every_case_names_the_schema() -> None:
    """The first line lets an editor complete and check the fields."""
    first = "# yaml-language-server: $schema=../case.schema.json"

    assert all(path.read_text(encoding="utf-8").startswith(first) for path in (EVAL / "cases").glob("*.yaml"))


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("line-cook", ("trade: cook", "trad: cook"), "trad"),
        ("line-cook", ("status: [", "statuses: ["), "gold.statuses"),
        ("line-cook", ("draft:", "facts2: {}\ndraft:"), "facts2"),
        ("line-cook", ("role: {", "rolle: {"), "facts.rolle"),
        ("line-cook", ("id: line-cook", "id: chef"), "id"),
        ("line-cook", ("status: [rewritten", "status: ['rewritten"), "line"),
        ("line-cook", ("survive: [", "survive: ['/(/', "), "gold"),
        ("line-cook", ("asked: [", "asked: [3, "), "gold.asked.0"),
    ],
)
def test_a_wrong_case_is_refused_by_file_and_field(
    tmp_path: Path, name: str, change: tuple[str, str], said: str
) -> None:
    """The message names the file and the field, so that it can be mended without a search."""
    text = (EVAL / "cases" / f"{name}.yaml").read_text(encoding="utf-8")
    assert change[0] in text
    (tmp_path / f"{name}.yaml").write_text(text.replace(*change, 1), encoding="utf-8")

    with pytest.raises(EvalSetInvalid, match=rf"{name}\.yaml.*{said}"):
        read_cases(tmp_path)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    """A run over nothing must not look like a pass."""
    with pytest.raises(EvalSetInvalid, match="no eval case"):
        read_cases(tmp_path)
