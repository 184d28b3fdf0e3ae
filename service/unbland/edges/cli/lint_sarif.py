"""A review as code scanning reads it: SARIF 2.1.0 (OASIS), in the part of it that GitHub takes.

https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
"""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from textwrap import indent
from urllib.parse import quote

from unbland import __version__
from unbland.core.editor.changes import Change
from unbland.core.editor.fixing import plan
from unbland.core.guide import RULES
from unbland.core.guide.model import Finding
from unbland.core.guide.rule import Rule
from unbland.edges.cli.files import STANDARD
from unbland.edges.cli.page import Page
from unbland.edges.cli.paths import from_root
from unbland.edges.cli.reviewed import RULE_OF, Level, Reviewed, level, said

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

#: SARIF's words for our levels.
_LEVELS = {Level.WARNING: "warning", Level.NOTICE: "note"}

#: What GitHub calls the same of findings that are no matter of security.
_SEVERITIES = {Level.WARNING: "warning", Level.NOTICE: "recommendation"}

#: The name of our fingerprint. GitHub's own, `primaryLocationLineHash`, is left to its uploader, which computes it and
#: warns of any other value (https://github.com/github/codeql-action/issues/4052).
_FINGERPRINT = "unblandFinding/v1"

_PLACES = {rule.id: place for place, rule in enumerate(RULES)}


class Sarif:
    """One run, its results written file by file."""

    def __init__(self, page: Page) -> None:
        """Take where to write."""
        self._page = page
        self._count = 0
        #: What there is to say of whole files.
        self._notes: list[dict[str, object]] = []

    def begin(self) -> None:
        """The tool and its rules, then the list of results is open."""
        driver = {"name": "unbland", "version": __version__, "rules": [_rule(rule) for rule in RULES]}
        head = json.dumps({"driver": driver}, ensure_ascii=False, indent=2)
        self._page.text(f'{{\n"$schema": "{_SCHEMA}",\n"version": "2.1.0",\n"runs": [{{\n"tool": {head},\n')
        self._page.text('"columnKind": "unicodeCodePoints",\n"results": [')

    def show(self, review: Reviewed) -> None:
        """One result for each finding."""
        looked = review.looked
        fixes = {fix.finding: fix.change for fix in plan(looked.document, looked.ledger, looked.findings).fixes}
        seen = Counter[tuple[str, str]]()
        for finding in looked.findings:
            twin = (finding.rule, finding.text)
            result = _result(review, finding, fixes.get(finding), seen[twin])
            seen[twin] += 1
            item = json.dumps(result, ensure_ascii=False, indent=2)
            self._page.text(f"{',' if self._count else ''}\n{indent(item, '  ')}")
            self._count += 1
        if review.note:
            artifact = {"artifactLocation": {"uri": _uri(review.name)}}
            location = {"physicalLocation": artifact}
            self._notes.append({"level": "note", "message": {"text": review.note}, "locations": [location]})

    def end(self, *, failed: int) -> None:
        """Whether all went well."""
        whole = {"executionSuccessful": not failed, "toolExecutionNotifications": self._notes}
        invocation = json.dumps(whole, ensure_ascii=False)
        self._page.text(f'\n],\n"invocations": [{invocation}]\n}}]\n}}\n')


def _rule(rule: Rule) -> dict[str, object]:
    """A rule as the viewer shows it beside its results."""
    short = rule.message.replace("{found}", "…")
    instead = f" For example: {rule.instead}" if rule.instead else ""
    lines = [f"**What**: {short}", f"**Why**: {rule.why}"]
    lines += [f"**Instead**: {rule.instead}"] if rule.instead else []
    return {
        "id": rule.id,
        "shortDescription": {"text": short},
        "fullDescription": {"text": f"{short} {rule.why}"},
        "help": {
            "text": f"{short} {rule.why}{instead} Source: {rule.source}",
            "markdown": "\n\n".join([*lines, f"**Source**: {rule.source}"]),
        },
        "defaultConfiguration": {"level": _LEVELS[level(rule)]},
        "properties": {"tags": [rule.principle.value], "problem.severity": _SEVERITIES[level(rule)]},
    }


def _result(review: Reviewed, finding: Finding, change: Change | None, twins: int) -> dict[str, object]:
    """One finding; so many with the same words came before it."""
    artifact = {"uri": _uri(review.name)}
    where = {"artifactLocation": artifact, "region": _region(review, finding.start, finding.end)}
    key = "\0".join((finding.rule, finding.text, str(twins)))
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": _PLACES[finding.rule],
        "level": _LEVELS[level(RULE_OF[finding.rule])],
        "message": {"text": said(finding)},
        "locations": [{"physicalLocation": where}],
        "partialFingerprints": {_FINGERPRINT: sha256(key.encode("utf-8", "replace")).hexdigest()[:32]},
    }
    if change is not None:
        region = _region(review, change.start, change.end)
        replacement = {"deletedRegion": region, "insertedContent": {"text": change.text}}
        changes = [{"artifactLocation": artifact, "replacements": [replacement]}]
        told = f"Put “{finding.replacement}”" if finding.replacement else f"Cut “{finding.text}”"
        result["fixes"] = [{"description": {"text": told}, "artifactChanges": changes}]
    return result


def _region(review: Reviewed, start: int, end: int) -> dict[str, int]:
    """A half-open span, in lines and columns from 1 and in characters from 0."""
    first, last = review.place(start), review.place(end)
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "charOffset": start,
        "charLength": end - start,
    }


def _uri(name: str) -> str:
    """The file from the root of the repository; one that lies elsewhere by its whole name."""
    if name == STANDARD:
        return "stdin"
    path = from_root(name)
    return f"file://{quote(path)}" if path.startswith("/") else quote(path)
