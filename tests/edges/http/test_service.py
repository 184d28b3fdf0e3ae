"""The service in process: what it answers, what it refuses, and that it repeats nothing."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from databases import ready_file
from doubles.made import rewrite
from unbland import bootstrap
from unbland.application.result import Rewrite
from unbland.application.review import Draft
from unbland.application.rewrite import Engine, Rewriter
from unbland.bootstrap import Application
from unbland.bootstrap.service import Service as Served
from unbland.bootstrap.service import service as lasting
from unbland.bootstrap.service import service_over
from unbland.core.document.model import Format
from unbland.core.facts import NO_FACTS, CompanyFacts
from unbland.edges.http.app import create
from unbland.edges.http.statuses import STATUS
from unbland.errors import UnblandError


class Scripted(Rewriter):
    """Answers with a hand-made result, or fails as it is told."""

    def __init__(self, failure: Exception | None = None) -> None:
        """Take what goes wrong, if anything does."""
        super().__init__(chain=None, new_id=str, seconds=1)
        self.failure = failure
        self.asked: list[tuple[Draft, CompanyFacts, Engine, bool]] = []

    def refuse(self, engine: Engine) -> None:
        """Refuse nothing."""

    async def rewrite(
        self, draft: Draft, facts: CompanyFacts = NO_FACTS, engine: Engine = Engine.AUTO, *, verify: bool = True
    ) -> Rewrite:
        """The hand-made result."""
        self.asked.append((draft, facts, engine, verify))
        if self.failure is not None:
            raise self.failure
        return rewrite()


@dataclass
class Service:
    """A client, and what stands behind the service."""

    client: TestClient
    rewriter: Scripted
    closed: list[bool] = field(default_factory=list)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """The service over a scripted rewriter, opened and closed."""
    rewriter, closed = Scripted(), []

    async def close() -> None:
        closed.append(True)

    settings = bootstrap.read_settings().model_copy(update={"database_url": f"sqlite:///{tmp_path / 'unbland.db'}"})

    def build() -> Served:
        return service_over(Application(rewriter=rewriter, settings=settings, model="m", aclose=close))

    with TestClient(create(build), base_url="http://localhost", raise_server_exceptions=False) as client:
        yield Service(client=client, rewriter=rewriter, closed=closed)
    assert closed == [True]


def test_a_rewrite_is_the_application_s(service: Service) -> None:
    """What came in reaches the application as values; its result goes out as the wire format has it."""
    body = {
        "draft": {"content": "# A", "format": "markdown"},
        "facts": {"hiring_reason": "We grow.", "goals": [""]},
        "options": {"engine": "llm", "verify": False},
    }
    answer = service.client.post("/v1/rewrites", json=body)
    assert answer.status_code == 200
    assert answer.headers["location"] == f"/v1/rewrites/{answer.json()['id']}"
    violation = answer.json()["accounting"]["refused_lines"][0]["violations"][0]
    assert violation["class"] == "number"
    draft, facts, engine, verify = service.rewriter.asked[0]
    assert draft == Draft(content="# A", format=Format.MARKDOWN)
    assert (facts, engine, verify) == (CompanyFacts(hiring_reason="We grow."), Engine.LLM, False)


def test_the_least_that_can_be_sent(service: Service) -> None:
    """A draft alone will do; its format is found out."""
    assert service.client.post("/v1/rewrites", json={"draft": {"content": "A"}}).status_code == 200
    assert service.rewriter.asked == [(Draft(content="A"), CompanyFacts(), Engine.AUTO, True)]


def test_a_review_has_findings_and_a_score(service: Service) -> None:
    """Nothing else of the text goes out."""
    answer = service.client.post("/v1/reviews", json={"draft": {"content": "# Nurse\n\nYou are a rock star.\n"}})
    assert answer.status_code == 200
    assert answer.json().keys() == {"findings", "score", "language", "partial"}
    assert (answer.json()["language"], answer.json()["partial"]) == ("en", False)
    assert any(finding["text"] == "rock star" for finding in answer.json()["findings"])


def test_a_review_can_be_without_a_rule_and_under_a_law(service: Service) -> None:
    """The options reach the rules and the score."""
    body = {
        "draft": {"content": "# Nurse\n\nYou are a rock star.\n"},
        "options": {
            "off": ["pay", "about.missing"],
            "jurisdictions": ["CA-ON"],
            "as_of": "2026-11-23",
            "employees": 40,
        },
    }
    answer = service.client.post("/v1/reviews", json=body)
    found = {finding["rule"] for finding in answer.json()["findings"]}
    assert answer.status_code == 200
    assert {"law.pay", "reason.missing"} <= found
    assert found.isdisjoint({"pay.missing", "about.missing"})
    assert answer.json()["score"]["parts"].keys() & {"law", "pay"} == {"law"}


def test_a_review_in_part_says_so(service: Service) -> None:
    """Of another language only layout, pay and law are told, and the score has those parts alone."""
    content = "# Bäcker\n\nWir suchen einen Bäcker für die Nacht in unserer Backstube. Rock star, 2.800 € im Monat.\n"
    answer = service.client.post("/v1/reviews", json={"draft": {"content": content}}).json()
    assert (answer["language"], answer["partial"], answer["findings"]) == ("de", True, [])
    assert answer["score"]["parts"].keys() == {"concise", "pay", "respect"}


def test_health(service: Service) -> None:
    """Alive, and ready with what."""
    assert service.client.get("/healthz").json() == {"status": "ok"}
    assert service.client.get("/readyz").json() == {"status": "ok", "engine": "llm", "wrong": []}


DRAFT = '"draft": {"content": "CANARY"}'


@pytest.mark.parametrize(
    ("body", "status", "code", "says"),
    [
        ("{CANARY", 400, "unusable_json", "no JSON at line 1, column 2"),
        ('{"draft": {"content": NaN}}', 400, "unusable_json", "NaN and Infinity are no numbers"),
        (f"{{{DRAFT}, {DRAFT}}}", 400, "unusable_json", "a field stands twice"),
        ("[" * 100_000, 400, "unusable_json", "nested too deep"),
        ("", 422, "invalid_body", "body: is required"),
        ('["CANARY"]', 422, "invalid_body", "body: write fields with their values"),
        ("{}", 422, "invalid_body", "draft: is required"),
        ('{"draft": "CANARY"}', 422, "invalid_body", "draft: write fields"),
        ('{"draft": {"content": 5}}', 422, "invalid_body", "draft.content: write text."),
        ('{"draft": {"content": "CANARY", "format": "CANARY"}}', 422, "invalid_body", "draft.format: write auto, text"),
        (
            f'{{{DRAFT}, "facts": {{"pay": {{"mim": 3}}}}}}',
            422,
            "invalid_body",
            "facts.pay.mim: no such field; did you",
        ),
        (f'{{{DRAFT}, "fcats": {{}}}}', 422, "invalid_body", "fcats: no such field; did you mean facts?"),
        (f'{{{DRAFT}, "CANARY text": 1}}', 422, "invalid_body", "(odd name): no such field"),
        (
            f'{{{DRAFT}, "options": {{"off": ["pay.mising"]}}}}',
            422,
            "invalid_body",
            "'pay.mising'; did you mean pay.missing",
        ),
        (
            f'{{{DRAFT}, "options": {{"off": ["CANARY text"]}}}}',
            422,
            "invalid_body",
            "no rule or principle of this name",
        ),
        (f'{{{DRAFT}, "options": {{"as_of": "CANARY"}}}}', 422, "invalid_body", "options.as_of: write a date"),
        (f'{{{DRAFT}, "options": {{"jurisdictions": ["CANARY"]}}}}', 422, "invalid_body", "is no ISO 3166 code"),
        (f'{{{DRAFT}, "options": {{"jurisdictions": ["ZZ"]}}}}', 422, "invalid_body", "a code is of no country"),
        (f'{{{DRAFT}, "options": {{"jurisdictions": ["US-XX"]}}}}', 422, "invalid_body", "of no state or province"),
        (f'{{{DRAFT}, "facts": {{"pay": {{"currency": "XXZ"}}}}}}', 422, "invalid_body", "no ISO 4217 code in use"),
        (f'{{{DRAFT}, "options": {{"employees": -1}}}}', 422, "invalid_body", "options.employees: write 0 or more"),
        (f'{{{DRAFT}, "options": {{"of": []}}}}', 422, "invalid_body", "options.of: no such field; did you mean off?"),
        ('{"draft": {"content": ""}}', 422, "empty_draft", "holds no text"),
        ('{"draft": {"content": "\\ud800"}}', 422, "not_text", "save it as text"),
        (json.dumps({"draft": {"content": "CANARY " * 60_000}}), 413, "draft_too_long", "larger than 400,000 bytes"),
        (json.dumps({"draft": {"content": "CANARY " * 200_000}}), 413, "body_too_large", "one posting at a time"),
    ],
)
def test_what_cannot_be_used_is_a_problem(body: str, status: int, code: str, says: str, service: Service) -> None:
    """One sentence, a machine word and the request's id; nothing of what came in."""
    answer = service.client.post("/v1/reviews", content=body, headers={"Content-Type": "application/json"})
    problem = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert (problem["status"], problem["code"]) == (status, code)
    assert says in problem["detail"]
    assert problem["request_id"] == answer.headers["x-request-id"]
    assert "CANARY" not in answer.text


def test_wrong_fields_are_pointed_at(service: Service) -> None:
    """A program finds the field without reading the sentence."""
    answer = service.client.post("/v1/reviews", json={"draft": {"content": "A"}, "facts": {"goals": ["a", 1]}})
    assert answer.json()["errors"] == [{"pointer": "/facts/goals/1", "message": "write text"}]


@pytest.mark.parametrize(
    ("by", "says"),
    [
        ("", "by: write no fewer characters than 1."),
        ("a" * 5_000, "by: write no more characters than 200."),
        (5, "by: write text."),
        (" ", "by: write a name on one line, without control characters."),
        ("ann\nADMIN", "by: write a name on one line, without control characters."),
        ("ann\u202exobni", "by: write a name on one line, without control characters."),
    ],
)
def test_who_decides_is_a_name_on_one_line(by: object, says: str, service: Service) -> None:
    """It stands in the audit trail and on pages, where it must not hide what is beside it."""
    answer = service.client.post("/v1/rewrites/rw_1/accept", json={"by": by})
    assert (answer.status_code, answer.json()["detail"]) == (422, says)


@pytest.mark.parametrize("by", ["Ana María", "نگار می‌داند", "ann@northlane.example"])
def test_names_of_all_scripts_may_decide(by: str, service: Service) -> None:
    """They are let through to the rewrite, which is not there."""
    assert service.client.post("/v1/rewrites/rw_1/accept", json={"by": by}).status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "kind", "status", "code"),
    [
        ("DELETE", "/v1/rewrites", "application/json", 405, "method_not_allowed"),
        ("GET", "/nowhere", "application/json", 404, "not_found"),
        ("POST", "/v1/rewrites/", "application/json", 404, "not_found"),
        ("GET", "/v1/rewrites/a%00b", "application/json", 404, "not_found"),
        ("GET", "/v1/rewrites?starting_after=%00", "application/json", 404, "no_such_rewrite"),
        ("POST", "/v1/batches?column=%00N", "application/x-ndjson", 422, "bad_input"),
        ("POST", "/v1/rewrites", "text/plain", 415, "not_json"),
        ("POST", "/v1/reviews", "", 415, "not_json"),
    ],
)
def test_the_protocol_s_refusals_are_problems(  # noqa: PLR0913, PLR0917 (a row of the table)
    method: str, path: str, kind: str, status: int, code: str, service: Service
) -> None:
    """Wrong paths, methods and content types are answered in the same shape."""
    answer = service.client.request(method, path, content="{}", headers={"Content-Type": kind})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_crash_says_nothing_of_what_it_was_about(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    """The words of an error nobody foresaw may be the draft's: neither the client nor the log gets them."""
    service.rewriter.failure = RuntimeError("DRAFT-CANARY sk-CANARY")
    answer = service.client.post("/v1/rewrites", json={"draft": {"content": "A"}}, headers={"X-Request-Id": "r-1"})
    assert (answer.status_code, answer.json()["code"], answer.json()["request_id"]) == (500, "internal_error", "r-1")
    assert "CANARY" not in answer.text
    crash = next(record for record in caplog.records if record.__dict__["action"] == "rewrite.crashed")
    assert crash.levelno == logging.ERROR


@pytest.mark.parametrize(("given", "kept"), [("job-7_a.b", True), ("", False), ("a b", False), ("x" * 65, False)])
def test_a_request_keeps_its_id(given: str, kept: bool, service: Service, caplog: pytest.LogCaptureFixture) -> None:
    """A caller's id is repeated where it is one, and stands in the log line of the request."""
    caplog.set_level(logging.INFO, logger="unbland")
    answer = service.client.get("/healthz", headers={"X-Request-Id": given})
    assert (answer.headers["x-request-id"] == given) is kept
    event = caplog.records[-1].__dict__
    assert (event["action"], event["route"], event["status"]) == ("http.request", "/healthz", 200)
    assert event["request_id"] == answer.headers["x-request-id"]


def test_every_error_of_the_tree_has_a_status() -> None:
    """A new error is a 500 at worst, and then on purpose."""
    assert STATUS[UnblandError] == 500


def test_the_api_page_is_whole(service: Service) -> None:
    """Every reference in the description leads somewhere; examples and problems are there."""
    text = service.client.get("/openapi.json").text
    described = json.loads(text)
    schemas = described["components"]["schemas"]
    references = {part.partition('"')[0] for part in text.split('"#/components/schemas/')[1:]}
    assert references <= schemas.keys()
    rewrites = described["paths"]["/v1/rewrites"]["post"]
    assert "application/problem+json" in rewrites["responses"]["422"]["content"]
    assert "class" in schemas["Violation"]["properties"]
    assert rewrites["requestBody"]["content"]["application/json"]["schema"]


def test_the_examples_work() -> None:
    """What the API page shows can be sent as it stands."""
    with TestClient(create(), base_url="http://localhost") as client:
        described = client.get("/openapi.json").json()
        for path in ("/v1/rewrites", "/v1/reviews"):
            content = described["paths"][path]["post"]["requestBody"]["content"]["application/json"]
            example = content.get("examples", content["schema"].get("examples"))[0]
            assert client.post(path, json=example).status_code == 200


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("host", "evil.example"),
        ("host", "localhost.evil.example:8080"),
        ("host", "0.0.0.0:8080"),
        ("host", ""),
        ("host", "[::"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
    ],
)
def test_no_page_of_the_web_asks_through_a_browser_on_this_machine(header: str, value: str, tmp_path: Path) -> None:
    """Without keys: a name that was made to mean this machine, or a form of another page."""
    with _on_this_machine(tmp_path) as client:
        for path in ("/v1/rewrites", "/v1/batches", "/v1/usage"):
            answer = client.get(path, headers={header: value})

            assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
            assert "evil" not in answer.text
        posted = client.post("/v1/batches", files={"file": ("a.csv", "title\n")}, headers={header: value})
        assert posted.status_code == 403


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8080", "127.0.0.1:8080", "127.8.9.1", "[::1]:8080"])
def test_this_machine_asks_under_each_of_its_names(host: str, tmp_path: Path) -> None:
    """And so does a page that it serves itself."""
    with _on_this_machine(tmp_path) as client:
        for headers in ({"host": host}, {"host": host, "origin": f"http://{host}"}):
            assert client.get("/v1/rewrites", headers=headers).status_code == 200


def _on_this_machine(tmp_path: Path) -> TestClient:
    """A client of a service that asks for no key."""
    settings = bootstrap.read_settings().model_copy(update={"database_url": ready_file(tmp_path)})
    return TestClient(create(lambda: lasting(settings)), base_url="http://localhost")
