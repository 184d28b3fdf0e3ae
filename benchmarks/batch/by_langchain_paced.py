"""LangChain with all it has: a rate limiter, six retries, answers appended as they come and not asked again."""

import asyncio

from langchain_core.rate_limiters import InMemoryRateLimiter
from langchain_openai import ChatOpenAI

from asked import AT_ONCE, MODEL, OUT, RPM, questions, row


async def main() -> None:
    """Ask those that are left."""
    left = questions()
    pace = InMemoryRateLimiter(requests_per_second=RPM / 60, check_every_n_seconds=0.01, max_bucket_size=RPM / 60)
    model = ChatOpenAI(model=MODEL, rate_limiter=pace, max_retries=6).bind(response_format=left[0].format)
    with OUT.open("a", encoding="utf-8") as out:
        asked = [question.messages for question in left]
        how = {"max_concurrency": AT_ONCE}
        async for place, said in model.abatch_as_completed(asked, config=how, return_exceptions=True):
            out.write(row(left[place], None if isinstance(said, BaseException) else str(said.content)))
            out.flush()


asyncio.run(main())
