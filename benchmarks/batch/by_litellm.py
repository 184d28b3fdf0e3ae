"""litellm's `batch_completion`: a pool of threads, two retries, one list at the end."""

import litellm

from asked import AT_ONCE, MODEL, OUT, URL, questions, row

litellm.suppress_debug_info = True
left = questions()
said = litellm.batch_completion(
    model=f"openai/{MODEL}",
    api_base=URL,
    messages=[question.messages for question in left],
    response_format=left[0].format,
    max_workers=AT_ONCE,
    num_retries=2,
)
answers = [getattr(each, "choices", None) and each.choices[0].message.content for each in said]
OUT.write_text("".join(row(question, answer) for question, answer in zip(left, answers, strict=True)), "utf-8")
