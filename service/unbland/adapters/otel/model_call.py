"""The span of one call to a model, by the GenAI conventions; prompts and answers are never in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from opentelemetry.trace import SpanKind

from unbland.adapters.calls import Receipt
from unbland.adapters.otel.spans import spanned
from unbland.application.ports import Request
from unbland.application.spans import About


@contextmanager
def call_span(request: Request, model: str, base_url: str, tokens: int) -> Iterator[About]:
    """A client span `chat <model>` (opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans, 1.44)."""
    where = urlsplit(base_url)
    about: About = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": model,
        "gen_ai.request.max_tokens": tokens,
        "gen_ai.output.type": "json",
        "unbland.step": request.step,
        "unbland.prompt": request.prompt,
        "server.address": where.hostname or "",
        "server.port": where.port or (443 if where.scheme == "https" else 80),
    }
    with spanned(f"chat {model}", SpanKind.CLIENT, about) as said:
        yield said


def tell_receipt(said: About, receipt: Receipt) -> None:
    """Put what is known of the call into its span."""
    said["gen_ai.usage.input_tokens"] = receipt.input_tokens
    said["gen_ai.usage.output_tokens"] = receipt.output_tokens
    if receipt.model:
        said["gen_ai.response.model"] = receipt.model
    if receipt.finish_reason:
        said["gen_ai.response.finish_reasons"] = [receipt.finish_reason]
    if receipt.status is not None:
        said["http.response.status_code"] = receipt.status
