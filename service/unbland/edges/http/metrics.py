"""Metrics, made of the events that are logged anyway: a place that logs what it did needs to know nothing of them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from http import HTTPMethod

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

#: Seconds: a review takes hundredths of one, a rewrite by a model tens.
_BUCKETS = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 60)

#: Any word may stand in a request's place for its method, and each would be kept for ever under a name of its own.
_METHODS = frozenset(HTTPMethod)

_STATES: Mapping[str, int] = {"closed": 0, "half_open": 1, "open": 2}

CONTENT_TYPE = CONTENT_TYPE_LATEST

Fields = Mapping[str, object]


class Metrics(logging.Handler):
    """Counts events as they are logged; names and labels hold nothing of a draft, a tenant or a key."""

    def __init__(self) -> None:
        """Begin at nothing."""
        super().__init__(logging.INFO)
        self._registry = CollectorRegistry()
        self._requests = Histogram(
            "unbland_http_request_seconds",
            "Requests by route, method and status.",
            ("route", "method", "status"),
            buckets=_BUCKETS,
            registry=self._registry,
        )
        self._calls = Histogram(
            "unbland_model_call_seconds",
            "Calls to a model by step and outcome.",
            ("model", "step", "outcome"),
            buckets=_BUCKETS,
            registry=self._registry,
        )
        self._classes = Counter(
            "unbland_model_calls",
            "Calls to a model by the name it was asked by, class of fault and outcome.",
            ("asked", "class", "outcome"),
            registry=self._registry,
        )
        self._breakers = Gauge(
            "unbland_model_breaker", "0: asked, 1: tried again, 2: not asked.", ("asked",), registry=self._registry
        )
        self._tokens = Counter(
            "unbland_model_tokens", "Tokens, as the provider counts them.", ("model", "way"), registry=self._registry
        )
        self._rewrites = Counter(
            "unbland_rewrites",
            "Rewrites that ended, by engine, status and why the model did not write.",
            ("engine", "status", "degraded"),
            registry=self._registry,
        )
        self._crashes = Counter("unbland_crashes", "Faults of ours, by where.", ("action",), registry=self._registry)
        self._heard: Mapping[str, Callable[[Fields], None]] = {
            "http.request": self._request,
            "model.call": self._call,
            "model.breaker": self._breaker,
            "rewrite.ended": self._rewrite,
            "http.crashed": self._crash,
            "rewrite.crashed": self._crash,
            "work.broke": self._crash,
        }

    def emit(self, record: logging.LogRecord) -> None:
        """Count one event."""
        fields = vars(record)
        if heard := self._heard.get(str(fields.get("action"))):
            heard(fields)

    def page(self) -> bytes:
        """All of it, as Prometheus reads it."""
        return generate_latest(self._registry)

    def _request(self, fields: Fields) -> None:
        method = str(fields["method"]) if fields["method"] in _METHODS else "other"
        labels = (str(fields["route"] or "none"), method, str(fields["status"]))
        self._requests.labels(*labels).observe(_number(fields["ms"]) / 1000)

    def _call(self, fields: Fields) -> None:
        model = str(fields["model"] or "unknown")
        self._calls.labels(model, str(fields["step"]), str(fields["outcome"])).observe(_number(fields["ms"]) / 1000)
        names = (str(fields.get(name, "unknown")) for name in ("asked", "class", "outcome"))
        self._classes.labels(*names).inc()
        self._tokens.labels(model, "in").inc(_number(fields["input_tokens"]))
        self._tokens.labels(model, "out").inc(_number(fields["output_tokens"]))

    def _breaker(self, fields: Fields) -> None:
        self._breakers.labels(str(fields["asked"])).set(_STATES[str(fields["state"])])

    def _rewrite(self, fields: Fields) -> None:
        self._rewrites.labels(*(str(fields[name]) for name in ("engine", "status", "degraded"))).inc()

    def _crash(self, fields: Fields) -> None:
        self._crashes.labels(str(fields["action"])).inc()


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
