"""What the connectors refuse, and how an applicant tracking system fails."""

from __future__ import annotations

from unbland.errors import BadInput, UnblandError


class NoSuchPosting(BadInput):
    """The applicant tracking system has no posting of this id that its key may see; `unbland ats list` shows them."""


class NoSuchLink(BadInput):
    """There is no proposal of this id; `unbland ats status` lists them."""


class WrongToken(BadInput):
    """This is not the token of this text; `unbland ats show` has it under the text that it accepts."""


class PostingChanged(BadInput):
    """Somebody has edited the posting since it was read, so nothing was written; rewrite it anew."""


class NoEvents(BadInput):
    """Events of this system are not taken here; the connectors page of the docs names the variable of its secret."""


class WrongSignature(BadInput):
    """These bytes are not signed with our secret; see that the system and the service have the same one."""


class NotAnEvent(BadInput):
    """This is no event: an object with its action, and with the id of the posting where it is about one."""


class ConnectorFailed(UnblandError):
    """The applicant tracking system gave no answer that can be used; try again later."""


class ConnectorAuth(ConnectorFailed):
    """The applicant tracking system does not take the key; see whether it was revoked and what it may do."""

    def __init__(self, message: str | None = None, *, everywhere: bool = True) -> None:
        """Take what is said, and whether the key is of no use at all, not for one posting only."""
        super().__init__(message)
        self.everywhere = everywhere


class ConnectorBusy(ConnectorFailed):
    """The applicant tracking system takes no more calls for now; try again in a few minutes."""


class ConnectorRefused(ConnectorFailed):
    """The applicant tracking system refused the text; nothing was written."""


class WriteUnsure(ConnectorFailed):
    """The text was sent and no answer came; `unbland ats status` looks whether it arrived."""
