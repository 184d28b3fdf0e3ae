"""As it is usually written: all at once behind a semaphore, the SDK's own retries, the answers written at the end."""

import asyncio

from openai import AsyncOpenAI, OpenAIError

from asked import AT_ONCE, MODEL, OUT, Question, questions, row


async def main() -> None:
    """Ask them all."""
    client, room = AsyncOpenAI(), asyncio.Semaphore(AT_ONCE)

    async def ask(question: Question) -> str:
        async with room:
            try:
                said = await client.chat.completions.create(
                    model=MODEL, messages=question.messages, response_format=question.format
                )
            except OpenAIError:
                return row(question, None)
            return row(question, said.choices[0].message.content)

    rows = await asyncio.gather(*(ask(question) for question in questions()))
    OUT.write_text("".join(rows), "utf-8")


asyncio.run(main())
