"""Everything that can go wrong, as one tree; the docstring is the default message.

UnblandError
├── BadInput               the caller changes what was sent
│   ├── EmptyDraft
│   ├── DraftTooLong
│   ├── NotText
│   ├── NotAtsDocument
│   ├── BadFacts
│   ├── BadConfig
│   ├── UnknownRule
│   ├── NoSuchRewrite
│   ├── NoSuchBatch
│   ├── BatchOver
│   ├── BatchComing
│   ├── BatchByFile
│   ├── NoSuchWebhook
│   ├── WebhookRefused
│   ├── NotDone
│   ├── AlreadyDecided
│   ├── InFlight
│   ├── KeyReused
│   ├── NoSuchKey
│   ├── NoSuchEntry
│   ├── Unauthorized
│   ├── Forbidden
│   └── TooMany
│       ├── TooManyUnderWay
│       └── QuotaExceeded
├── Misconfigured          the operator changes a setting or a file
│   ├── PromptInvalid
│   ├── NoModel
│   ├── NoConnector
│   └── EvalSetInvalid
├── ModelFailed            an outside part failed; the editor engine can still write
│   └── ReplyInvalid       the model answered, and not in the shape that was asked for
├── DatabaseDown           the database is away; nothing was lost, ask again
│   └── DatabaseUnwritable the operator makes room, or lets us write
└── Died                   a process of ours died over a posting, or over one beside it
"""

from __future__ import annotations

import re


class UnblandError(Exception):
    """Something went wrong that unbland has a sentence for."""

    def __init__(self, message: str | None = None) -> None:
        """Take one plain sentence that says what is wrong and the way out; default is the class docstring."""
        super().__init__(message or (self.__doc__ or "").strip())

    @property
    def code(self) -> str:
        """The machine word for what went wrong: `empty_draft`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()


class BadInput(UnblandError):
    """The input cannot be used; change it and send it again."""


class EmptyDraft(BadInput):
    """The draft holds no text that a reader would see; send the posting itself."""


class DraftTooLong(BadInput):
    """The draft is longer than a posting can be; send one posting at a time."""


class NotText(BadInput):
    """The draft is not text; save it as text, Markdown or HTML and send that."""


class NotAtsDocument(BadInput):
    """The draft does not have the shape that its format names; name another, or send the text itself."""


class BadFacts(BadInput):
    """The facts do not have the shape that is asked for; see the facts page of the docs."""


class BadConfig(BadInput):
    """The configuration file cannot be used; mend it, or name another with `--config`."""


class UnknownRule(BadInput):
    """There is no rule of this id; `unbland rules` lists them all."""


class NoSuchRewrite(BadInput):
    """There is no rewrite of this id."""


class NoSuchBatch(BadInput):
    """There is no batch of this id."""


class BatchOver(BadInput):
    """The batch is done, so nothing is left to do; send what failed again, or `unbland batch retry-failed` it."""


class BatchComing(BadInput):
    """The batch's postings are still coming in; ask again when all are there."""


class BatchByFile(BadInput):
    """The batch goes by the file, which `unbland batch resume` of its folder goes on with; call that."""


class NoSuchWebhook(BadInput):
    """There is no webhook of this id."""


class WebhookRefused(BadInput):
    """We do not call this address; give an https URL on port 443 whose host is public and has no user in it."""


class NotDone(BadInput):
    """The rewrite has no result yet; follow it, and come back when it is done."""


class AlreadyDecided(BadInput):
    """Somebody has decided on this result already."""


class InFlight(BadInput):
    """The first request with this idempotency key is still being worked on; ask again in a second."""

    #: The id of the rewrite.
    rewrite = ""


class KeyReused(BadInput):
    """This idempotency key was sent before with something else; use a new key for a new request."""


class NoSuchKey(BadInput):
    """There is no key of this id; `unbland keys list` shows them."""


class NoSuchEntry(BadInput):
    """There is no entry of this id in the audit trail."""


class Unauthorized(BadInput):
    """This needs a key that is valid: `Authorization: Bearer unb_…`."""


class Forbidden(BadInput):
    """This key may not be used for that."""


class TooMany(BadInput):
    """These are more requests a minute than the tenant may make; wait and ask again."""

    def __init__(self, message: str | None = None, seconds: int = 60) -> None:
        """Take what is said, and the seconds after which it is worth asking again."""
        super().__init__(message)
        self.seconds = seconds

    #: The policy that it is too many for, as the `RateLimit` headers name it.
    policy = "minute"


class TooManyUnderWay(TooMany):
    """As many rewrites wait or are under way as the tenant may have; wait until one is done and ask again."""

    policy = "under-way"


class QuotaExceeded(TooMany):
    """What the tenant may spend on a model today is spent; ask again after midnight UTC, or for the editor engine."""

    def __init__(self, message: str | None = None, seconds: int = 60, policy: str = "tokens") -> None:
        """Take what is said, the seconds until midnight, and which of the quotas it is."""
        super().__init__(message, seconds)
        self.policy = policy


class Misconfigured(UnblandError):
    """A setting or a shipped file is wrong; the operator must mend it."""


class PromptInvalid(Misconfigured):
    """A prompt file is missing or does not say what it needs to; mend it in `prompts/`."""


class NoModel(Misconfigured):
    """The llm engine needs a model; set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own."""


class NoConnector(Misconfigured):
    """There is no key for this applicant tracking system; the connectors page of the docs names the variables."""


class EvalSetInvalid(Misconfigured):
    """An eval case cannot be used; mend the file that is named."""


class ModelFailed(UnblandError):
    """The model gave no usable answer in time."""


class ReplyInvalid(ModelFailed):
    """The model's answer does not have the shape that was asked for."""


class DatabaseDown(UnblandError):
    """The database cannot be reached; nothing was half written, so ask again in a moment."""


class DatabaseUnwritable(DatabaseDown):
    """The file of the database cannot be written, and nothing was half written; make room there, or let us write."""


class Died(UnblandError):
    """The process that wrote the posting died; it is tried again alone."""
