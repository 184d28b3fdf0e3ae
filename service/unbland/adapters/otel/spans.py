"""Spans by the OpenTelemetry API; without a provider it does nothing. Never text: names, machine words and figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from opentelemetry import context, trace
from opentelemetry.trace import SpanKind, StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from unbland.application.spans import About, Value

_W3C = TraceContextTextMapPropagator()
_FIELD = "traceparent"


class OtelSpans:
    """Keeps spans; see `Spans`."""

    def here(self) -> str:
        """The `traceparent` of the span at hand; see the port."""
        carrier: dict[str, str] = {}
        _W3C.inject(carrier)
        return carrier.get(_FIELD, "")

    @contextmanager
    def span(self, name: str, about: Mapping[str, Value], parent: str | None) -> Iterator[About]:
        """A span while this is open; see the port."""
        # A task that runs work was made in the context of some request, perhaps of another: the parent is said.
        place = context.get_current() if parent is None else _W3C.extract({_FIELD: parent}, context.Context())
        with spanned(name, SpanKind.INTERNAL, about, place) as said:
            yield said


@contextmanager
def spanned(
    name: str, kind: SpanKind, about: Mapping[str, Value], place: context.Context | None = None
) -> Iterator[About]:
    """A span; what goes wrong in it is told by its type, since its words may be the draft's."""
    tracer = trace.get_tracer("unbland")
    with tracer.start_as_current_span(
        name, place, kind, dict(about), record_exception=False, set_status_on_exception=False
    ) as span:
        said: About = {}
        try:
            yield said
        except BaseException as error:
            span.set_attribute("error.type", type(error).__name__)
            span.set_status(StatusCode.ERROR)
            raise
        finally:
            for key, value in said.items():
                span.set_attribute(key, value)
            if "error.type" in said:
                span.set_status(StatusCode.ERROR)
