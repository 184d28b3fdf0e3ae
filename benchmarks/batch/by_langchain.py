"""LangChain's `abatch`, with its own retries, limit of calls at once, and exceptions returned."""

import asyncio

from langchain_openai import ChatOpenAI

from asked import AT_ONCE, MODEL, OUT, questions, row


async def main() -> None:
    """Ask them all."""
    left = questions()
    model = ChatOpenAI(model=MODEL).bind(response_format=left[0].format)
    said = await model.abatch(
        [question.messages for question in left], config={"max_concurrency": AT_ONCE}, return_exceptions=True
    )
    answers = [None if isinstance(each, BaseException) else str(each.content) for each in said]
    OUT.write_text("".join(row(question, answer) for question, answer in zip(left, answers, strict=True)), "utf-8")


asyncio.run(main())
