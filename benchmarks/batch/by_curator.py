"""bespokelabs-curator: its own limits of calls, retries and cache, told the provider's."""

import importlib.util
import json
import os
from pathlib import Path

from asked import AT_ONCE, OUT, RPM, URL, questions, row

home = OUT.with_name("cache")
tokenizers = Path(importlib.util.find_spec("litellm").origin).parent / "litellm_core_utils" / "tokenizers"
os.environ.update(
    CURATOR_CACHE_DIR=str(home),
    CURATOR_VIEWER="0",
    CURATOR_DISABLE_RICH_DISPLAY="1",
    TELEMETRY_ENABLED="0",
    HF_HUB_OFFLINE="1",
    HF_DATASETS_OFFLINE="1",
    TIKTOKEN_CACHE_DIR=str(tokenizers),
)

from bespokelabs import curator  # noqa: E402 - reads the environment


class Rewriter(curator.LLM):
    """Asks each question, and keeps what is answered."""

    def prompt(self, each: dict[str, str]) -> list[dict[str, str]]:
        """The question."""
        return json.loads(each["messages"])

    def parse(self, each: dict[str, str], answer: str) -> list[dict[str, str]]:
        """The answer with its id."""
        return [{"id": each["id"], "answer": answer}]


left = questions()
rewriter = Rewriter(
    model_name="gpt-4o-mini",
    backend="openai",
    backend_params={
        "base_url": URL,
        "max_requests_per_minute": RPM,
        "max_tokens_per_minute": 100_000_000,
        "max_concurrent_requests": AT_ONCE,
        "max_retries": 10,
        "require_all_responses": False,
        "request_timeout": 60,
    },
)
said = rewriter([{"id": each.id, "messages": json.dumps(each.messages)} for each in left])
answers = {each["id"]: each["answer"] for each in getattr(said, "dataset", said)}
OUT.write_text("".join(row(question, answers.get(question.id)) for question in left), "utf-8")
