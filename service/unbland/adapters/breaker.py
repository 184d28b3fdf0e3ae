"""Stops asking a model that fails, and tries it again with one call at a time; and keeps retries few."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from enum import StrEnum

from unbland.adapters.calls import CLASSES, SETTLED, Fault, FaultClass

Clock = Callable[[], float]

#: It opens when of at least so many calls within so many seconds this share failed (Portkey: 20 % of 10 and more).
_LEAST_CALLS, _WINDOW, _SHARE = 10, 30.0, 0.5

#: Seconds until a probe, doubled with each that fails.
_FIRST_PAUSE, _LONGEST_PAUSE = 30.0, 300.0

#: One retry for ten calls, and so many ahead of them (gRPC's retry throttling has the same form).
_EARNED, _SAVED = 0.1, 10.0

_log = logging.getLogger(__name__)


class State(StrEnum):
    """How a breaker stands."""

    CLOSED = "closed"
    #: Nothing is asked.
    OPEN = "open"
    #: The pause is over: one call may try.
    HALF_OPEN = "half_open"


class Breaker:
    """Watches the calls to one model at one endpoint."""

    def __init__(self, model: str, clock: Clock = time.monotonic) -> None:
        """Take the model's name and a clock in seconds that never goes back."""
        self.model = model
        #: What opened it last; None while it is closed.
        self.why: Fault | None = None
        self._clock = clock
        self._calls: deque[tuple[float, bool]] = deque()
        self._pause = _FIRST_PAUSE
        self._until = 0.0
        self._probing = False

    @property
    def state(self) -> State:
        """How it stands now."""
        if self.why is None:
            return State.CLOSED
        return State.OPEN if self._clock() < self._until else State.HALF_OPEN

    def enter(self) -> bool:
        """Whether a call may be made now; one that may must end in `passed`, `failed` or `left`."""
        if self.state is State.CLOSED:
            return True
        if self.state is State.OPEN or self._probing:
            return False
        self._probing = True
        self._tell(State.HALF_OPEN)
        return True

    def passed(self) -> None:
        """A call got an answer, whatever the answer is worth."""
        if self._probing:
            self._probing, self.why, self._pause = False, None, _FIRST_PAUSE
            self._calls.clear()
            self._tell(State.CLOSED)
        self._count(failed=False)

    def failed(self, fault: Fault) -> None:
        """A call failed; opens the breaker where that is one too many."""
        if fault not in SETTLED and CLASSES[fault] is not FaultClass.TRANSIENT:
            self.passed()
            return
        if self._probing:
            self._probing, self._pause = False, min(2 * self._pause, _LONGEST_PAUSE)
            self._open(fault)
            return
        self._count(failed=True)
        if self.why is None and (fault in SETTLED or self._is_too_much()):
            self._open(fault)

    def left(self) -> None:
        """A call was given up by its caller, which says nothing of the model."""
        self._probing = False

    def _open(self, fault: Fault) -> None:
        self.why, self._until = fault, self._clock() + self._pause
        self._tell(State.OPEN)

    def _count(self, *, failed: bool) -> None:
        now = self._clock()
        self._calls.append((now, failed))
        while self._calls[0][0] < now - _WINDOW:
            self._calls.popleft()

    def _is_too_much(self) -> bool:
        count = len(self._calls)
        return count >= _LEAST_CALLS and sum(failed for _, failed in self._calls) >= _SHARE * count

    def _tell(self, state: State) -> None:
        level = logging.ERROR if state is State.OPEN else logging.INFO
        fields = {"asked": self.model, "state": state.value, "why": self.why or "", "seconds": self._pause}
        _log.log(level, "model.breaker", extra={"action": "model.breaker", **fields})


class Allowance:
    """How many retries may still be made: one for ten calls, and a few ahead of them."""

    def __init__(self) -> None:
        """Begin with the few."""
        self._left = _SAVED

    def earn(self) -> None:
        """A first call was made."""
        self._left = min(_SAVED, self._left + _EARNED)

    def spend(self) -> bool:
        """Whether a retry may be made; it is then spent."""
        if self._left < 1:
            return False
        self._left -= 1
        return True
