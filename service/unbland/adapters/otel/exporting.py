"""Spans on their way out: over OTLP and HTTP, by the environment's own variables; comes with the extra `otel`."""

from __future__ import annotations

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import Span, SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

from unbland import __version__

#: What the framework puts into a span as the client sent it; a key in a query or a draft in a path would be told.
_AS_SENT = ("url.query", "url.path", "http.request.method_original", "server.address")

_provider: TracerProvider | None = None


class _Unsent(SpanProcessor):
    """Blots out what a client sent; the route says which path it was."""

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:  # noqa: ARG002
        """Put a mark in its place."""
        for name in _AS_SENT:
            if name in (span.attributes or {}) and span.kind is trace.SpanKind.SERVER:
                span.set_attribute(name, "-")


def start() -> None:
    """Send the spans of this process from now on; once, since the process has one provider."""
    global _provider  # noqa: PLW0603 - the library's provider is the process's too
    if _provider is None:
        resource = Resource.create({"service.name": "unbland", "service.version": __version__})
        _provider = TracerProvider(resource=resource)
        _provider.add_span_processor(_Unsent())
        _provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
        trace.set_tracer_provider(_provider)


def end() -> None:
    """Send what is left, as long as the exporter's own time allows."""
    if _provider is not None:
        _provider.force_flush()
