"""OpenAI's Batch API: files of requests, and replies that are kept until they are wanted."""
