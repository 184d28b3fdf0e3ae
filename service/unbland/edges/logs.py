"""Logs: one line an event, a machine word with fields; never a draft, facts or a key."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from unbland.application.correlation import request_at_hand

#: What every record has; the rest are the fields of the event.
_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "color_message"}

#: As many places of a traceback lead to the fault; the outer ones are the framework's.
_PLACES = 8


class JsonLines(logging.Formatter):
    """One JSON object a line; of an exception its type and place only, since its words may be the draft's."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of one event."""
        event: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        event |= {name: value for name, value in vars(record).items() if name not in _OWN}
        if "action" not in event:
            event |= _said(record)
        if request := request_at_hand():
            event.setdefault("request_id", request)
        if record.exc_info and record.exc_info[0] is not None:
            event |= {"error": record.exc_info[0].__name__, "where": where(record.exc_info[2])}
        return json.dumps(event, default=str, ensure_ascii=False)


def _said(record: logging.LogRecord) -> dict[str, object]:
    """A library's line: its words without what it put into them (addresses, statements), and where it was said.

    Words that come whole may have anything in them, and are left out.
    """
    place = f"{record.filename}:{record.lineno} {record.funcName}"
    return {"action": "library.said", "words": record.msg if record.args else "", "where": [place]}


def where(trace: TracebackType | None) -> list[str]:
    """The last places of a traceback, `file:line function`, innermost last."""
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return places[-_PLACES:]


def configure(level: str) -> None:
    """Send our events to standard error, and of the libraries what is wrong: their details may hold drafts."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    handler.setLevel(level.upper())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    # Events are made whatever is written of them, since they are counted too.
    logging.getLogger("unbland").setLevel(min(handler.level, logging.INFO))
