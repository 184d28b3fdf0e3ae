"""The seal on what the database keeps and nobody else may read: tokens of chats, secrets of webhooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unbland.errors import Misconfigured

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

#: Tells a sealed text from one that was kept as it is; before it there was only how a Fernet token begins: its version.
_MARK, _TOKEN = "sealed:", "gAAAA"

_NAME = "UNBLAND_ENCRYPTION_KEY"


class Seal:
    """Seals texts with the first of some keys (Fernet: AES-128 and HMAC-SHA-256); each of them opens.

    Without a key it seals nothing, and opens nothing that was sealed.
    """

    def __init__(self, keys: str = "") -> None:
        """Take one key or several, a comma between; raises Misconfigured for what is none."""
        self._keys = _fernet(keys) if keys else None

    @property
    def is_set(self) -> bool:
        """Whether there is a key."""
        return self._keys is not None

    def sealed(self, text: str) -> str:
        """The text, sealed where there is a key; what is sealed already stays."""
        if self._keys is None or is_sealed(text):
            return text
        return _MARK + self._keys.encrypt(text.encode()).decode()

    def opened(self, text: str) -> str:
        """The text that was sealed, or kept as it is; what none of the keys opens stays sealed."""
        if self._keys is None or not is_sealed(text):
            return text
        from cryptography.fernet import InvalidToken  # noqa: PLC0415 - comes with an extra

        try:
            return self._keys.decrypt(text.removeprefix(_MARK)).decode()
        except InvalidToken:
            return text


def is_sealed(text: str) -> bool:
    """Whether a text is sealed."""
    return text.startswith((_MARK, _TOKEN))


def new_key() -> str:
    """A new key; raises Misconfigured where the library is missing."""
    try:
        from cryptography.fernet import Fernet  # noqa: PLC0415 - comes with an extra
    except ImportError:
        raise Misconfigured(_LIBRARY) from None
    return Fernet.generate_key().decode()


_LIBRARY = f"{_NAME} needs one more library; install `unbland[sealed]`."


def _fernet(keys: str) -> MultiFernet:
    try:
        from cryptography.fernet import Fernet, MultiFernet  # noqa: PLC0415 - comes with an extra
    except ImportError:
        raise Misconfigured(_LIBRARY) from None
    try:
        return MultiFernet([Fernet(key.strip()) for key in keys.split(",")])
    except ValueError:
        raise Misconfigured(f"{_NAME} is no key; make one with `unbland slack key`.") from None
