"""As careful people write it: six retries, answers appended as they come, and those that are there not asked again."""

import asyncio

from openai import AsyncOpenAI, OpenAIError

from asked import AT_ONCE, MODEL, OUT, Question, questions, row


async def main() -> None:
    """Ask those that are left."""
    client, room = AsyncOpenAI(max_retries=6), asyncio.Semaphore(AT_ONCE)
    left = questions()
    with OUT.open("a", encoding="utf-8") as out:

        async def ask(question: Question) -> None:
            async with room:
                try:
                    said = await client.chat.completions.create(
                        model=MODEL, messages=question.messages, response_format=question.format
                    )
                    answer = said.choices[0].message.content
                except OpenAIError:
                    answer = None
            out.write(row(question, answer))
            out.flush()

        await asyncio.gather(*(ask(question) for question in left))


asyncio.run(main())
